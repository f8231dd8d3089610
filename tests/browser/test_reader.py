"""The reader in a real browser: by mouse, by keyboard, in both languages, wide and narrow."""

from collections.abc import Callable
from itertools import combinations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from claims.models import ExtractionRun, Job
from tests.web.reader_data import BRIDGE, Bridge, a_claim, an_article, the_bridge

Visit = Callable[..., Page]


@pytest.fixture
def bridge(transactional_db: None) -> Bridge:
    return the_bridge()


@pytest.fixture
def address(bridge: Bridge) -> str:
    return reverse("article", args=[bridge.article.pk])


def lit(page: Page, role: str) -> list[str]:
    return page.locator(f".text .is-{role}").all_inner_texts()


def chosen(page: Page) -> list[str]:
    return page.locator(".text .claim.is-on").evaluate_all(
        "all => [...new Set(all.map(one => one.dataset.c))]"
    )


def test_a_claim_is_chosen_by_its_number_and_the_text_does_not_move(
    visit: Visit, address: str
) -> None:
    page = visit(address)
    text = page.locator(".text")
    page.evaluate("() => document.fonts.ready")
    before = text.bounding_box()
    page.get_by_role("link", name="Claim 2").click()
    expect(page.locator("#card-h")).to_have_text("Claim 2 of 7")
    assert page.url.endswith("?claim=2")
    assert chosen(page) == ["2"]
    assert lit(page, "relayer") == ["وكالة سدرة"] and lit(page, "cue") == ["نقلت"]
    assert text.bounding_box() == before


def test_the_text_in_the_page_is_the_article(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=3")
    words = page.locator(".text").evaluate(
        "el => { const c = el.cloneNode(true); c.querySelectorAll('.num').forEach(n => n.remove());"
        " return c.textContent; }"
    )
    assert words.strip() == BRIDGE


def test_words_are_clickable_and_embedded_claims_one_by_one(visit: Visit, address: str) -> None:
    page = visit(address)
    words = page.locator("#c5")
    words.click(position={"x": 5, "y": 10})
    expect(page.locator("#card-h")).to_have_text("Claim 5 of 7")
    words.click(position={"x": 60, "y": 10})  # elsewhere: a double click selects a word
    expect(page.locator("#card-h")).to_have_text("Claim 4 of 7")


def test_claims_are_walked_by_key_on_an_arabic_layout_too(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=1")
    page.keyboard.press("KeyJ")
    expect(page.locator("#card-h")).to_have_text("Claim 2 of 7")
    page.keyboard.press("KeyJ")
    page.keyboard.press("KeyJ")
    expect(page.locator("#card-h")).to_have_text("Claim 4 of 7")
    page.keyboard.press("KeyK")
    expect(page.locator("#card-h")).to_have_text("Claim 3 of 7")
    # The key in J's place, as a browser reports it on an Arabic keyboard.
    page.evaluate(
        "() => document.body.dispatchEvent(new KeyboardEvent('keydown',"
        " {code: 'KeyJ', key: 'ت', bubbles: true}))"
    )
    expect(page.locator("#card-h")).to_have_text("Claim 4 of 7")
    assert chosen(page) == ["4"]


def test_walking_goes_round(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=7")
    page.keyboard.press("KeyJ")
    expect(page.locator("#card-h")).to_have_text("Claim 1 of 7")


def test_keys_can_be_turned_off(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=1")
    page.context.add_cookies([{"name": "factlog_keys", "value": "off", "url": page.url}])
    page.reload()
    page.keyboard.press("KeyJ")
    page.get_by_role("link", name="Next claim").click()
    expect(page.locator("#card-h")).to_have_text("Claim 2 of 7")


def test_back_and_forward_return_to_the_claim(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_role("link", name="Claim 1", exact=True).click()
    expect(page.locator("#card-h")).to_have_text("Claim 1 of 7")
    page.get_by_role("link", name="Claim 6").click()
    expect(page.locator("#card-h")).to_have_text("Claim 6 of 7")
    page.go_back()
    expect(page.locator("#card-h")).to_have_text("Claim 1 of 7")
    assert chosen(page) == ["1"]
    page.go_forward()
    expect(page.locator("#card-h")).to_have_text("Claim 6 of 7")


def test_the_focus_stays_on_the_control_that_was_used(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=1")
    page.get_by_role("link", name="Next claim").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card-h")).to_have_text("Claim 2 of 7")
    expect(page.get_by_role("link", name="Next claim")).to_be_focused()


def test_a_link_of_the_chain_lights_up_what_it_rests_on(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=3")
    page.locator(".chain .origin").hover()
    assert sorted(lit(page, "lit")) == sorted(["أضافت", "المصادر", "3 مصادر في الدفاع المدني"])
    page.locator(".chain .relayer a.tok").focus()
    page.mouse.move(0, 0)
    assert "وكالة سدرة" in lit(page, "lit")


def test_filtering_by_source_is_said_and_walked(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_role("link", name="Ports Authority 2").click()
    expect(page.locator("[role=status][data-said]")).to_have_text("2 of 7 claims shown")
    expect(page.get_by_role("link", name="Claim 2")).to_be_hidden()
    page.keyboard.press("KeyJ")
    expect(page.locator("#card-h")).to_have_text("Claim 1")
    page.keyboard.press("KeyJ")
    expect(page.locator("#card-h")).to_have_text("Claim 5")
    page.get_by_role("link", name="Remove the filter “Ports Authority”").click()
    expect(page.get_by_role("link", name="Claim 2")).to_be_visible()
    expect(page.locator("[role=status][data-said]")).to_have_text("")


def test_filtering_by_kind_and_modality(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_text("Kind and modality").click()
    page.get_by_role("link", name="Direct quotation").click()
    expect(page.locator("[role=status][data-said]")).to_have_text("3 of 7 claims shown")
    page.get_by_role("link", name="Expected").click()
    expect(page.locator("[role=status][data-said]")).to_have_text("1 of 7 claims shown")
    assert "kind=direct" in page.url and "modality=future" in page.url
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("[role=status][data-said]")).to_have_text("")
    expect(page.get_by_role("link", name="Direct quotation")).to_be_visible()  # still open


def test_enter_goes_to_the_card_and_escape_back(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=2")
    page.keyboard.press("Enter")
    expect(page.locator("#card-h")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Claim 2")).to_be_focused()


def test_the_keys_are_listed(visit: Visit, address: str) -> None:
    page = visit(address)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_on_a_narrow_page_the_card_is_a_sheet(visit: Visit, address: str) -> None:
    page = visit(address, width=360, height=780)
    panel = page.locator("#panel")
    expect(panel).to_be_hidden()
    page.locator("#c6").click()
    expect(page.locator("#card-h")).to_have_text("Claim 6 of 7")
    page.get_by_role("button", name="Details").click()
    expect(page.get_by_text("Attribution chain")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Attribution chain")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


@pytest.mark.parametrize("width", [320, 360, 1440, 1920])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_runs_out_of_the_page(
    visit: Visit, address: str, width: int, language: str
) -> None:
    page = visit(address + "?claim=2", width=width, language=language)
    over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert over <= 0


# How far each number of the first column stands from the line of the word that it goes with.
OFF_THE_LINE = """() => [...document.querySelectorAll('.text .num-1')].map((number) => {
  const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
  walk.currentNode = number.lastElementChild.lastChild;
  const word = document.createRange();
  word.setStart(walk.nextNode(), 0);
  word.setEnd(walk.currentNode, 1);
  const [line, box] = [word.getBoundingClientRect(), number.getBoundingClientRect()];
  return Math.abs((line.top + line.bottom) / 2 - (box.top + box.bottom) / 2);
})"""


def test_each_number_stands_on_the_line_of_its_words_wherever_lines_break(
    visit: Visit, transactional_db: None
) -> None:
    said = "“The bridge is open again,” the mayor said on Monday after a long night. "
    version = an_article(said * 6, language="en")
    for nth in range(6):
        a_claim(version, ("The bridge is open again", nth), kind="direct")
    page = visit(reverse("article", args=[version.article_id]), width=340)
    page.evaluate("() => document.fonts.ready")
    for width in range(340, 640, 4):
        page.set_viewport_size({"width": width, "height": 900})
        off = page.evaluate(OFF_THE_LINE)
        assert off and max(off) < 12, (width, off)


def test_a_source_with_many_relayers_keeps_its_count_in_sight(visit: Visit, address: str) -> None:
    page = visit(address, width=1920)
    relayers = page.locator(".srcs span .n").first
    relayers.evaluate("one => { one.textContent = 'via ' + 'Zandoran News Agency, '.repeat(4); }")
    over = page.locator(".sources").evaluate("one => one.scrollWidth - one.clientWidth")
    assert over <= 0


def test_the_reader_works_without_scripts(visit: Visit, address: str) -> None:
    page = visit(address, scripts=False)
    page.get_by_role("link", name="Claim 2").click()
    expect(page.locator("#card-h")).to_have_text("Claim 2 of 7")
    page.get_by_role("link", name="Next claim").click()
    expect(page.locator("#card-h")).to_have_text("Claim 3 of 7")
    page.get_by_role("link", name="Ports Authority 2").click()
    expect(page.get_by_text("2 of 7 claims shown").last).to_be_visible()


def test_the_interface_turns_to_arabic_and_back(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=2")
    page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.url.endswith("?claim=2")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")


def test_the_appearance_is_chosen(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == (
        "rgb(23, 22, 20)"
    )
    page.get_by_role("button", name="System").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")


def test_print_leaves_the_controls_out(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=2")
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".card-act")).to_be_hidden()
    expect(page.locator("#c2")).to_be_visible()


def test_numbers_do_not_meet_on_paper(visit: Visit, address: str) -> None:
    page = visit(address + "?claim=2")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 420, "height": 900})  # lines break elsewhere than on screen
    boxes = page.locator(".text .num > span").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().toJSON())"
    )
    assert len(boxes) == 7
    for one, other in combinations(boxes, 2):
        beside = one["right"] <= other["left"] or other["right"] <= one["left"]
        assert beside or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(
    visit: Visit,
    axe: Callable[[Page], list[str]],
    address: str,
    width: int,
    language: str,
    theme: str,
) -> None:
    page = visit(address + "?claim=5", width=width, language=language, theme=theme)
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    if width == 360:
        page.locator("[data-sheet-toggle]").click()
    assert axe(page) == []


def test_axe_finds_nothing_on_the_pages_of_decision(
    visit: Visit, axe: Callable[[Page], list[str]], bridge: Bridge
) -> None:
    link = bridge.claims[5].links.get()
    page = visit(reverse("link_source", args=[link.pk]) + "?q=سدرة")
    assert axe(page) == []
    page = visit(reverse("claim_dismiss", args=[bridge.claims[0].pk]))
    assert axe(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_when_something_is_amiss(
    visit: Visit, axe: Callable[[Page], list[str]], bridge: Bridge, address: str, language: str
) -> None:
    ExtractionRun.objects.create(version=bridge.version, engine="1.0", claims_found=7)
    ExtractionRun.objects.create(
        version=bridge.version, engine="1.1", claims_found=7, difference={"changed": [2, 3]}
    )
    bridge.article.versions.create(number=2, text="نص جديد.", text_sha256="0" * 64)
    unread = an_article("Saluton, mondo.", language="und", known=False)
    Job.objects.create(version=unread, state="failed", error="The worker stopped three times.")
    for path in (
        address,  # no claims
        address + "?version=1&claim=99&kind=direct",
        reverse("article", args=[unread.article_id]),
    ):
        page = visit(path, language=language)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert axe(page) == [], path


def test_everything_is_reached_by_keyboard(visit: Visit, address: str) -> None:
    page = visit(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    reached: list[str] = []
    while "Begin with the first" not in reached:
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "() => document.activeElement.ariaLabel || document.activeElement.innerText"
            ).strip()
        )
        assert len(reached) < 40, reached
    assert reached[0] == "Articles"
    assert [name for name in reached if name.startswith("Claim ")] == [
        f"Claim {number}" for number in range(1, 8)
    ]
    page.keyboard.press("Enter")
    expect(page.locator("#card-h")).to_have_text("Claim 1 of 7")
    expect(page.get_by_role("link", name="Next claim")).to_be_focused()


def test_leaving_the_session_shows_the_way_to_sign_in(visit: Visit, address: str) -> None:
    page = visit(address)
    page.context.clear_cookies()
    page.get_by_role("link", name="Claim 2").click()
    page.wait_for_url("**/sign-in/**")


def test_without_a_connection_the_text_stays_readable(
    visit: Visit, address: str, forgive: Callable[[str], None]
) -> None:
    page = visit(address)
    for words in ("ERR_INTERNET_DISCONNECTED", "htmx:", "undefined"):  # htmx logs it thrice
        forgive(words)
    page.context.set_offline(True)
    page.get_by_role("link", name="Claim 2").click()
    expect(page.get_by_role("alert")).to_contain_text("No connection.")
    assert chosen(page) == ["2"]
    page.context.set_offline(False)
    page.keyboard.press("KeyJ")
    expect(page.locator("#card-h")).to_have_text("Claim 3 of 7")
