"""The main road, walked as a person walks it: sign in, paste an article, watch it being taken
apart, read it claim by claim, search, look at a source, in both languages; by mouse, by keyboard.

All of it is real: web server and worker are processes of their own, on their own database and
broker, those of the environment where it names some. FACTLOG_SCREENSHOTS may name a folder for
pictures of each step.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Locator, Page, expect

from tests.jobs.plant import ROOT, Plant, Redis, needs_redis

NAME, PASSWORD = "samira", "a-long-secret-phrase"
# The dam has a name, so that each walk finds its own article and no other.
PARAGRAPHS = (
    "قرسان (راديو الساحل) - أعلنت هيئة السدود، اليوم الثلاثاء، إغلاق بوابات سد {dam} بعد ارتفاع"
    " منسوب المياه خلفه.",
    'وقال المتحدث باسم الهيئة سامر القصّار: "سدّ {dam} سليم، ولم نرصد أيّ تصدّع في جداره". وأضاف'
    " أن المياه وصلت إلى الزهراء وعين التوت وكفر نادر وطريق المطاحن ومحطة الضخ.",
    "في المقابل، نقلت وكالة أورفيلا عن ثلاثة مصادر في الدفاع المدني قولها إن الجدار الغربي تشقق"
    " ليل الاثنين. وأوضحت المصادر أن فرق الإنقاذ أخلت أربعين عائلة من عين التوت. ونقلت الوكالة"
    " عن مهندسين في موقع السد قولهما إن مضخة واحدة فقط لا تزال تعمل.",
    "ونفى محافظ قرسان نديم الكرمي غرق أي من سكان القرى. ورفض المحافظ التعليق على موعد فتح"
    " البوابات.",
    "وأظهرت صور جوية غرق الطريق بين الزهراء وكفر نادر. وترددت أنباء لم تتأكد عن انقطاع الكهرباء"
    " في المستشفى المركزي.",
    "وتوقعت هيئة السدود أن ينخفض المنسوب خلال يومين. ويقع سد {dam} على بعد عشرة كيلومترات شمال"
    " قرسان.",
)
CLAIMS = 12


def article(dam: str) -> str:
    return "\n\n".join(PARAGRAPHS).format(dam=dam)


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plant]:
    redis = None
    if settings.REDIS_URL:
        needs_redis()
        redis = Redis(tmp_path_factory.mktemp("redis"))
        redis.start()
    plant = Plant(tmp_path_factory.mktemp("road"), redis)
    try:
        plant.environment["FACTLOG_ADMIN_PASSWORD"] = PASSWORD
        plant.manage("make_administrator", NAME)
        plant.manage("load_registry", str(ROOT / "claims" / "demo" / "registry.toml"))
        plant.start_worker()
        yield plant
    finally:
        plant.close()
        if redis:
            redis.stop()


@pytest.fixture(scope="module")
def address(road: Plant) -> str:
    return road.start_web()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A browser that was never here; errors in the console (and of the CSP) fail the test."""
    said: list[str] = []
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="en"
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("console", lambda told: said.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert said == []


@pytest.fixture
def picture(page: Page, request: pytest.FixtureRequest) -> Callable[[str], None]:
    walk = request.node.name.rpartition("_")[2]
    folder = os.environ.get("FACTLOG_SCREENSHOTS")

    def taken(step: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{walk}-{step}.png", caret="initial")

    return taken


def lit(page: Page) -> list[str]:
    return page.locator(".text .is-lit").all_inner_texts()


def on_card(page: Page, number: int) -> None:
    expect(page.locator("#card-h")).to_have_text(f"Claim {number} of {CLAIMS}")
    expect(page.locator(f"#n{number}")).to_have_attribute("aria-current", "true")


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab until this has the focus, and see that it shows it."""
    for _ in range(150):
        page.keyboard.press(key)
        if wanted.evaluate_all("all => all.some(one => one === document.activeElement)"):
            outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", wanted
            return
    raise AssertionError(f"{wanted} is not reached by {key}")


def test_the_main_road_by_mouse(page: Page, road: Plant, picture: Callable[[str], None]) -> None:
    page.wait_for_url("**/sign-in/**")
    page.get_by_label("Name").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    picture("01-sign-in")
    page.get_by_role("button", name="Sign in").click()

    page.get_by_role("link", name="Add an article").first.click()
    page.get_by_label("Text", exact=True).fill(article("الريحان"))
    page.get_by_label("Outlet").fill("راديو الساحل")
    page.get_by_label("Date of publication").fill("24/11/2026")
    picture("02-add")
    with road.worker_halted():
        page.get_by_role("button", name="Add the article").click()
        expect(page.get_by_role("progressbar", name="Waiting for a worker")).to_be_visible()
        expect(page.locator(".text")).to_contain_text("سد الريحان")
        picture("03-progress")

    # The reader opens by itself.
    expect(page.locator(".text .num")).to_have_count(CLAIMS, timeout=30_000)
    expect(page.locator("#progress")).to_have_count(0)
    picture("04-reader")
    page.locator("#n4").click()
    on_card(page, 4)
    page.locator(".chain .relayer").hover()
    assert sorted(lit(page)) == ["نقلت", "وكالة أورفيلا"]
    page.locator(".chain .origin").hover()
    assert sorted(lit(page)) == ["ثلاثة مصادر في الدفاع المدني", "قولها"]
    picture("05-chain")
    page.keyboard.press("KeyJ")
    on_card(page, 5)
    page.keyboard.press("KeyK")
    page.keyboard.press("KeyK")
    on_card(page, 3)
    page.get_by_text("5 parts that can be checked one by one").click()
    expect(page.locator(".parts li")).to_have_count(5)
    page.locator(".chain .origin").hover()
    assert "المتحدث باسم الهيئة سامر القصّار" in lit(page)

    said = page.locator("[role=status][data-said]")
    sources = page.get_by_role("region", name="Sources in this text")
    sources.get_by_role("link", name="ثلاثة مصادر").click()
    expect(said).to_have_text(f"2 of {CLAIMS} claims shown")
    expect(page.locator("#n1")).to_be_hidden()
    picture("06-filtered")
    page.get_by_role("link", name="Show all").click()
    expect(said).to_have_text("")
    page.get_by_text("Kind and modality").click()
    page.get_by_role("link", name="No comment").click()
    expect(said).to_have_text(f"1 of {CLAIMS} claims shown")
    page.get_by_role("link", name="Show all").click()
    expect(said).to_have_text("")
    page.get_by_role("link", name="Denied").click()
    expect(said).to_have_text(f"1 of {CLAIMS} claims shown")
    page.keyboard.press("KeyJ")
    expect(page.locator(".card .quoted")).to_have_text("غرق أي من سكان القرى")

    for words in ("سد الريحان سليم", "سَدُّ الرَّيحانِ سليمٌ"):
        page.get_by_role("link", name="Claims", exact=True).click()
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("button", name="Search").click()
        expect(page.locator(".row")).to_have_count(1)
    picture("07-search")
    page.locator(".row a").first.click()
    on_card(page, 2)

    page.locator("#n6").click()
    on_card(page, 6)
    page.locator(".chain .relayer").get_by_role("link", name="Orvela").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Orvela")
    expect(page.get_by_role("img", name="Claims over time")).to_be_visible()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("row", name="24 November 2026")).to_be_visible()
    picture("08-source")

    page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text("وكالة أورفيلا للأنباء")
    expect(page.get_by_role("img", name="الادعاءات عبر الزمن")).to_be_visible()
    picture("09-source-ar")
    page.get_by_role("link", name="المقالات", exact=True).click()
    page.locator(".row a").first.click()
    page.locator("#n4").click()
    expect(page.locator("#card-h")).to_have_text(f"الادعاء 4 من {CLAIMS}")
    page.locator(".chain .origin").hover()
    assert sorted(lit(page)) == ["ثلاثة مصادر في الدفاع المدني", "قولها"]
    text, card = page.locator("#text").bounding_box(), page.locator("#panel").bounding_box()
    assert text is not None and card is not None and card["x"] < text["x"]
    picture("10-reader-ar")

    page.get_by_role("link", name=NAME).click()
    page.get_by_role("button", name="سجّل الخروج").click()
    page.wait_for_url("**/sign-in/**")
    picture("11-signed-out")
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", name="سجّل الدخول")).to_be_visible()


def test_the_main_road_by_keyboard(page: Page, road: Plant, picture: Callable[[str], None]) -> None:
    keys = page.keyboard
    expect(page.get_by_label("Name")).to_be_focused()
    keys.type(NAME)
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")

    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Add an article").first)
    keys.press("Enter")
    page.wait_for_url("**/articles/add/")
    tab_to(page, page.get_by_label("Text", exact=True))
    keys.insert_text(article("السنديان"))  # as pasting does
    tab_to(page, page.get_by_label("Outlet"))
    keys.insert_text("راديو الساحل")
    tab_to(page, page.get_by_label("Date of publication"))
    keys.type("24/11/2026")
    tab_to(page, page.get_by_role("button", name="Add the article"))
    with road.worker_halted():
        keys.press("Enter")
        expect(page.get_by_role("progressbar", name="Waiting for a worker")).to_be_visible()
        tab_to(page, page.get_by_role("link", name="Articles").first)  # somebody is at work here
    # So the page waits to be asked.
    show = page.get_by_role("link", name="Show the claims")
    expect(show).to_be_visible(timeout=30_000)
    picture("01-done")
    tab_to(page, show)
    keys.press("Enter")
    expect(page.locator(".text .num")).to_have_count(CLAIMS)

    for number in (1, 2, 3, 4):
        keys.press("KeyJ")
        on_card(page, number)
    keys.press("Enter")
    expect(page.locator("#card-h")).to_be_focused()
    tab_to(page, page.locator(".chain .relayer a.tok").first)
    assert sorted(lit(page)) == ["نقلت", "وكالة أورفيلا"]
    tab_to(page, page.locator(".chain .origin a.tok").first)
    assert sorted(lit(page)) == ["ثلاثة مصادر في الدفاع المدني", "قولها"]
    picture("02-chain")
    keys.press("Escape")
    expect(page.locator("#n4")).to_be_focused()
    keys.press("KeyK")
    on_card(page, 3)

    said = page.locator("[role=status][data-said]")
    sources = page.get_by_role("region", name="Sources in this text")
    tab_to(page, sources.get_by_role("link", name="ثلاثة مصادر"), "Shift+Tab")
    keys.press("Enter")
    expect(said).to_have_text(f"2 of {CLAIMS} claims shown")
    tab_to(page, page.get_by_role("link", name="Show all"))
    keys.press("Enter")
    expect(said).to_have_text("")
    tab_to(page, page.locator("#more-filters summary"), "Shift+Tab")
    keys.press("Enter")
    tab_to(page, page.get_by_role("link", name="Direct quotation"))
    keys.press("Enter")
    expect(said).to_have_text(f"1 of {CLAIMS} claims shown")
    keys.press("Enter")  # once more takes it off
    expect(said).to_have_text("")
    tab_to(page, page.get_by_role("link", name="Expected"))
    keys.press("Enter")
    expect(said).to_have_text(f"1 of {CLAIMS} claims shown")
    keys.press("KeyJ")
    expect(page.locator(".card .quoted")).to_have_text("ينخفض المنسوب خلال يومين")
    picture("03-filtered")

    tab_to(page, page.get_by_role("link", name="Claims", exact=True), "Shift+Tab")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Claims", exact=True)).to_be_visible()
    for words in ("سد السنديان سليم", "سَدُّ السِّنديانِ سليمٌ"):
        keys.press("/")
        expect(page.locator("#q")).to_be_focused()
        keys.press("Control+A")
        keys.insert_text(words)
        keys.press("Enter")
        page.wait_for_url(re.compile(r"/claims/\?q="))
        expect(page.locator("#q")).to_have_value(words)
        expect(page.locator(".row")).to_have_count(1)
    picture("04-search")
    tab_to(page, page.locator(".row a").first)
    keys.press("Enter")
    on_card(page, 2)

    for number in (3, 4):
        keys.press("KeyJ")
        on_card(page, number)
    keys.press("Enter")
    tab_to(page, page.locator(".chain .relayer").get_by_role("link", name="Orvela"))
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Orvela")
    expect(page.get_by_role("img", name="Claims over time")).to_be_visible()
    tab_to(page, page.locator("summary").filter(has_text="The same as a table"))
    keys.press("Enter")
    expect(page.get_by_role("row", name="24 November 2026")).to_be_visible()

    tab_to(page, page.get_by_role("button", name="العربية"), "Shift+Tab")
    keys.press("Enter")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    tab_to(page, page.get_by_role("link", name="المقالات", exact=True))
    keys.press("Enter")
    expect(page.get_by_role("heading", name="المقالات")).to_be_visible()
    keys.press("KeyJ")
    keys.press("Enter")
    expect(page.locator(".text .num")).to_have_count(CLAIMS)
    keys.press("KeyJ")
    expect(page.locator("#card-h")).to_have_text(f"الادعاء 1 من {CLAIMS}")
    keys.press("Enter")
    tab_to(page, page.locator(".chain a.tok").first)
    assert "هيئة السدود" in lit(page)
    picture("05-reader-ar")

    tab_to(page, page.get_by_role("link", name=NAME), "Shift+Tab")
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    tab_to(page, page.get_by_role("button", name="سجّل الخروج"))
    keys.press("Enter")
    page.wait_for_url("**/sign-in/**")
    expect(page.get_by_text("سُجّل خروجك.")).to_be_visible()
