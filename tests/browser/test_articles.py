"""Signing in and adding an article in a real browser: by keyboard, and when things go wrong."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect

from claims import jobs, pipeline
from claims.models import Article, Job
from tests.factories import ArticleFactory, JobFactory, OutletFactory, VersionFactory

Visit = Callable[..., Page]
Axe = Callable[[Page], list[str]]

PASSWORD = "a-long-secret-phrase"  # of every person of conftest
TEXT = "قالت هيئة الموانئ إن الجسر أُغلق أمس.\n\nوأضافت أن العمل في إصلاحه بدأ."
ARTICLE = re.compile(r"/articles/\d+/")
LOOKS = [(360, "ar", "dark"), (360, "en", "light"), (1440, "ar", "light"), (1920, "en", "dark")]

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(page: Page, name: str = "reviewer-browser", password: str = PASSWORD) -> None:
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


def tab_to(page: Page, label: str) -> None:
    """Press Tab until the control with this name has the focus."""
    wanted = page.get_by_role("button", name=label).or_(page.get_by_label(label, exact=True))
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.first.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{label} is not reached by Tab")


def test_from_signing_in_to_the_claims_by_keyboard(
    visit: Visit, person: Callable[[str], User]
) -> None:
    person("reviewer")
    page = visit(reverse("article_add"), role=None)
    sign_in(page)
    page.wait_for_url("**/articles/add/")
    tab_to(page, "Text")
    page.keyboard.insert_text(TEXT)
    tab_to(page, "Outlet")
    page.keyboard.type("Marsa Radio")
    tab_to(page, "Date of publication")
    page.keyboard.type("24/11/2026")
    tab_to(page, "Add the article")
    page.keyboard.press("Enter")

    expect(page.locator("#progress")).to_contain_text("Waiting for a worker")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marsa Radio")
    job = Job.objects.get()
    lease = jobs.take(job.pk)
    assert lease is not None
    lease.progress(Job.Stage.READING, 1, 2)
    bar = page.get_by_role("progressbar", name="Reading sentences")
    expect(bar).to_have_attribute("value", "1")
    expect(page.locator("#progress")).to_contain_text("1 of 2 sentences")
    expect(page.locator("[role=status][data-said]")).to_have_text("Reading sentences")
    lease.give_back("")
    pipeline.process(job.pk)
    expect(page.locator("#progress")).to_have_count(0)  # the reader, loaded anew
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()


def test_whoever_reads_already_is_not_interrupted(visit: Visit) -> None:
    job = JobFactory(version__text="Some text of a place. " * 400)
    page = visit(reverse("article", args=[job.version.article_id]))
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => scrollY > 300")
    before = page.locator(".text").bounding_box()
    pipeline.process(job.pk)
    expect(page.locator("#progress-on")).to_be_attached()
    after = page.locator(".text").bounding_box()
    assert before is not None and after is not None and before["y"] == after["y"]
    page.get_by_role("link", name="Show the claims").click()
    expect(page.locator("#progress")).to_have_count(0)


def test_work_that_failed_is_told_and_started_again(visit: Visit) -> None:
    job = JobFactory()
    page = visit(reverse("article", args=[job.version.article_id]))
    lease = jobs.take(job.pk)
    assert lease is not None
    lease.fail("The text could not be worked through.")
    expect(page.get_by_role("alert")).to_contain_text("The text could not be worked through.")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#progress")).to_contain_text("Waiting for a worker")
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("queued", 0)


def test_signing_out_elsewhere_ends_the_watching_at_the_sign_in(visit: Visit) -> None:
    page = visit(reverse("article", args=[JobFactory().version.article_id]))
    page.context.clear_cookies()
    page.wait_for_url("**/sign-in/?next=/articles/**")


def test_the_same_text_twice_opens_the_article(visit: Visit) -> None:
    page = visit(reverse("article_add"))
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Add the article").dblclick()
    page.wait_for_url(ARTICLE)
    first = page.url
    page.goto(page.url.split("/articles/")[0] + reverse("article_add"))
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Add the article").click()
    expect(page.get_by_text("This article is here already, since")).to_be_visible()
    assert page.url == first
    assert Article.objects.count() == 1


def test_a_refusal_has_the_focus_and_leads_to_the_field(
    visit: Visit, forgive: Callable[[str], None]
) -> None:
    forgive("400")
    page = visit(reverse("article_add"))
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_label("Date of publication").fill("31/02/2026")
    page.get_by_role("button", name="Add the article").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field = page.get_by_label("Date of publication")
    expect(field).to_be_focused()
    expect(field).to_have_value("31/02/2026")
    expect(field).to_have_accessible_description(re.compile("31/02/2026 is not a date"))
    expect(page.get_by_label("Text", exact=True)).to_have_value(TEXT)


def test_a_file_is_uploaded(visit: Visit) -> None:
    page = visit(reverse("article_add"))
    given = {"name": "a.txt", "mimeType": "text/plain", "buffer": TEXT.encode("cp1256")}
    page.get_by_label("Or a text file").set_input_files(given)  # type: ignore[arg-type]
    page.get_by_role("button", name="Add the article").click()
    page.wait_for_url(ARTICLE)
    assert Article.objects.get().versions.get().text == TEXT


class TestDraft:
    def test_what_was_typed_is_back_after_a_crash(self, visit: Visit) -> None:
        page = visit(reverse("article_add"))
        page.get_by_label("Text", exact=True).fill(TEXT)
        page.get_by_label("Language", exact=True).select_option("other")
        page.get_by_label("Code of the other language").fill("fa")
        expect(page.get_by_text("this browser keeps what you typed")).to_be_visible()
        other = page.context.new_page()  # as after a crash: nothing of the old page is left
        page.close(run_before_unload=False)
        other.goto(page.url)
        expect(other.locator("[data-draft-back]")).to_be_visible()
        expect(other.get_by_label("Text", exact=True)).to_have_value(TEXT)
        expect(other.get_by_label("Code of the other language")).to_have_value("fa")
        other.get_by_role("button", name="Start empty").click()
        expect(other.get_by_label("Text", exact=True)).to_have_value("")
        other.reload()
        expect(other.locator("[data-draft-back]")).to_be_hidden()

    def test_a_session_that_ended_loses_nothing(
        self, visit: Visit, person: Callable[[str], User], forgive: Callable[[str], None]
    ) -> None:
        person("reviewer")
        page = visit(reverse("article_add"))
        page.get_by_label("Text", exact=True).fill(TEXT)
        page.context.clear_cookies(name="sessionid")
        page.get_by_role("button", name="Add the article").click()
        page.wait_for_url("**/sign-in/?next=/articles/add/")
        sign_in(page)
        expect(page.get_by_label("Text", exact=True)).to_have_value(TEXT)
        page.get_by_role("button", name="Add the article").click()
        page.wait_for_url(ARTICLE)
        page.goto(page.url.split("/articles/")[0] + reverse("article_add"))
        expect(page.get_by_label("Text", exact=True)).to_have_value("")
        assert page.evaluate("() => localStorage.length") == 0

    def test_a_draft_is_one_person_s_own(self, visit: Visit, person: Callable[[str], User]) -> None:
        page = visit(reverse("article_add"))
        page.get_by_label("Text", exact=True).fill(TEXT)
        expect(page.get_by_text("this browser keeps what you typed")).to_be_visible()
        person("editor")
        page.context.clear_cookies(name="sessionid")
        page.goto(page.url)
        sign_in(page, "editor-browser")
        expect(page.get_by_label("Text", exact=True)).to_have_value("")


def test_an_article_is_added_without_scripts(visit: Visit) -> None:
    page = visit(reverse("article_add"), scripts=False)
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Add the article").click()
    page.get_by_role("link", name="Load the page again").click()
    expect(page.locator("#progress")).to_contain_text("Waiting for a worker")
    pipeline.process(Job.objects.get().pk)
    page.get_by_role("link", name="Load the page again").click()
    expect(page.locator("#progress")).to_have_count(0)


def test_the_list_is_filtered_and_walked_by_keyboard(visit: Visit) -> None:
    for title, language in (("انهيار الجسر", "ar"), ("Köprü çöktü", "tr"), ("Yol kapalı", "tr")):
        VersionFactory(article=ArticleFactory(title=title, language=language))
    page = visit(reverse("articles"))
    page.get_by_label("Language").focus()
    page.keyboard.type("Turkish")
    tab_to(page, "Apply the filters")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status][data-said]")).to_have_text("2 articles")
    assert page.url.endswith("/articles/?language=tr")
    expect(page.get_by_role("button", name="Apply the filters")).to_be_focused()
    page.keyboard.press("KeyJ")
    page.keyboard.press("KeyJ")
    expect(page.get_by_role("link", name="Köprü çöktü")).to_be_focused()
    page.get_by_role("link", name="Remove the filter “Turkish”").click()
    expect(page.get_by_role("link", name="انهيار الجسر")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="انهيار الجسر")).to_have_count(0)


def test_the_account_is_changed_by_keyboard(visit: Visit) -> None:
    page = visit(reverse("account"))
    main = page.get_by_role("main")
    for name in ("Dark", "Turn single keys off", "العربية"):
        main.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    html = page.locator("html")
    expect(html).to_have_attribute("dir", "rtl")
    expect(html).to_have_attribute("data-theme", "dark")
    expect(html).to_have_attribute("data-keys", "off")
    pressed = main.locator("[aria-pressed=true]").all_inner_texts()
    assert pressed == ["العربية", "داكن"]
    main.get_by_role("button", name="سجّل الخروج").press("Enter")
    expect(page.get_by_text("سُجّل خروجك.")).to_be_visible()
    page.goto(page.url.split("/sign-in/")[0] + reverse("account"))
    expect(page.get_by_role("heading", name="سجّل الدخول")).to_be_visible()


def test_guessing_a_password_ends_at_a_page_of_ours(
    visit: Visit, axe: Axe, person: Callable[[str], User], forgive: Callable[[str], None]
) -> None:
    person("viewer")
    forgive("400")
    forgive("429")
    page = visit(reverse("sign_in"), role=None)
    for _ in range(5):
        page.get_by_label("Name").fill("viewer-browser")
        page.get_by_label("Password").fill("a wrong one")
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    expect(page.get_by_role("heading", name="Too many tries to sign in")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(
    visit: Visit,
    axe: Axe,
    forgive: Callable[[str], None],
    width: int,
    language: str,
    theme: str,
) -> None:
    forgive("400")
    check_empty = visit(reverse("articles"), width=width, language=language, theme=theme)
    assert axe(check_empty) == []
    states = {state: JobFactory(state=state, error="It stopped.") for state in ("queued", "failed")}
    outlet = OutletFactory(source__name="صحيفة الضفة")
    for job in states.values():
        Article.objects.filter(versions__jobs=job).update(title="الجسر " * 20, outlet=outlet)
    looks = {"width": width, "language": language, "theme": theme}

    def check(page: Page) -> None:
        assert axe(page) == [], page.url
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0

    check(visit(reverse("articles"), **looks))
    check(visit(reverse("articles") + "?language=tr&outlet=none&state=done", **looks))
    for job in states.values():
        check(visit(reverse("article", args=[job.version.article_id]), **looks))
    page = visit(reverse("article_add"), **looks)
    check(page)
    page.locator("main .btn-primary").click()
    expect(page.get_by_role("alert")).to_be_focused()
    check(page)
    check(visit(reverse("account"), **looks))
    check(visit(reverse("sign_in") + "?next=/articles/", role=None, **looks))
