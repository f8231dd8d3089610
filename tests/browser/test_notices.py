"""Notices and kept lists in a real browser: by keyboard, in both languages, without scripts."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect

from claims import standing
from claims.models import Digest, Notice, SavedView, Statement
from tests.factories import UserFactory
from tests.web.list_data import many_claims

Visit = Callable[..., Page]
Axe = Callable[[Page], list[str]]
Kind = Notice.Kind


@pytest.fixture
def me(person: Callable[[str], User]) -> User:
    return person("reviewer")


@pytest.fixture
def statements(transactional_db: None) -> list[Statement]:
    many_claims(3)
    standing.recount(Statement.objects.values_list("pk", flat=True))
    Statement.objects.update(language="ar")
    return list(Statement.objects.order_by("pk"))


@pytest.fixture
def told(me: User, statements: list[Statement]) -> list[Notice]:
    """One of each kind, two of them read."""
    rana = UserFactory(first_name="Rana", last_name="D.")
    layla = UserFactory(first_name="ليلى", last_name="ن.")
    for number, kind in enumerate(Kind.values):
        by = layla if number % 2 else rana
        Notice.objects.create(person=me, statement=statements[number % 3], kind=kind, by=by)
    rows = list(Notice.objects.order_by("pk"))
    for row in rows[:2]:
        row.read_at = row.told_at
        row.save()
    return rows


def unread(page: Page) -> object:
    return page.locator("#unread")


def test_opening_a_statement_reads_what_was_told_about_it(
    visit: Visit, told: list[Notice], statements: list[Statement]
) -> None:
    page = visit("/desk/notices/")
    expect(unread(page)).to_have_accessible_name("Notices, 4 unread")
    page.keyboard.press("KeyJ")
    page.keyboard.press("KeyJ")
    expect(page.locator("[data-row] a").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/*/")
    expect(unread(page)).to_have_accessible_name("Notices, 3 unread")
    expect(unread(page)).to_have_text(re.compile(r"Notices\s*3"))
    page.goto(page.url)
    expect(page.locator("form.seen")).to_have_count(0)
    page.get_by_role("link", name="Notices, 3 unread").click()
    expect(page.locator(".is-unread")).to_have_count(3)


def test_all_is_read_by_keyboard(visit: Visit, told: list[Notice]) -> None:
    page = visit("/desk/notices/")
    page.get_by_role("button", name="Mark all as read").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_have_text("4 notices are marked as read.")
    expect(page.locator(".is-unread")).to_have_count(0)
    expect(unread(page)).to_have_accessible_name("Notices")


def test_without_scripts_a_button_reads(
    visit: Visit, told: list[Notice], statements: list[Statement]
) -> None:
    page = visit(reverse("statement", args=[told[5].statement_id]), scripts=False)
    page.get_by_role("button", name="Mark what I was told about it as read").click()
    expect(unread(page)).to_have_accessible_name("Notices, 2 unread")


def test_ways_are_chosen(visit: Visit, me: User) -> None:
    page = visit("/desk/notices/", language="ar")
    page.locator("#way-second").select_option("mail")
    page.get_by_role("button", name="احفظ هذه الاختيارات").click()
    expect(page.locator(".said")).to_have_text("حُفظت اختياراتك.")
    expect(page.locator("#way-second")).to_have_value("mail")
    assert Digest.objects.get(person=me).language == "ar"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_filter_is_kept_and_opens_again(
    visit: Visit, statements: list[Statement], scripts: bool
) -> None:
    page = visit("/desk/?view=desk", role="lead", scripts=scripts)
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Language").select_option("ar")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**language=ar**")
    page.get_by_text("Save as a list").click()
    page.get_by_label("Name of the list").fill("بالعربية")
    page.get_by_label("For the whole desk").check()
    page.get_by_role("button", name="Save the list").click()
    here = page.locator(".side [aria-current=page]")
    expect(here).to_have_count(1)
    expect(here).to_contain_text("بالعربية")
    expect(page.locator("[data-row]")).to_have_count(3)
    assert SavedView.objects.get().is_shared


def test_which_list_is_open_follows_the_filters(visit: Visit, statements: list[Statement]) -> None:
    page = visit("/desk/?view=desk")
    SavedView.objects.create(
        owner=User.objects.get(username="reviewer-browser"),
        name="In Arabic",
        query="view=desk&language=ar",
    )
    page.reload()
    here = page.locator(".side [aria-current=page]")
    expect(here).to_contain_text("The whole desk")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Language").select_option("ar")
    page.get_by_role("button", name="Apply").click()
    expect(here).to_have_count(1)
    expect(here).to_contain_text("In Arabic")
    page.get_by_role("link", name=re.compile("Remove the filter")).click()
    expect(here).to_have_count(1)
    expect(here).to_contain_text("The whole desk")
    page.go_back()
    expect(here).to_contain_text("In Arabic")


def test_a_list_is_renamed_and_removed(
    visit: Visit, me: User, forgive: Callable[[str], None]
) -> None:
    forgive("400")  # the refusal itself, as the console logs it
    SavedView.objects.create(owner=me, name="In Arabic", query="view=desk&language=ar")
    page = visit("/desk/views/")
    page.get_by_role("link", name="Rename “In Arabic”").click()
    page.get_by_label("Name of the list").fill("")
    page.get_by_role("button", name="Rename it").click()
    expect(page.get_by_role("alert")).to_contain_text("Give the list a name.")
    page.get_by_label("Name of the list").fill("Arabic")
    page.get_by_role("button", name="Rename it").click()
    page.get_by_role("button", name="Remove “Arabic”").click()
    expect(page.get_by_text("No list is kept yet.")).to_be_visible()


PAGES = ("/desk/notices/", "/desk/views/", "/desk/?view=desk&language=ar", "/account/")


@pytest.fixture
def everything(me: User, told: list[Notice]) -> None:
    SavedView.objects.create(owner=me, name="In Arabic", query="view=desk&language=ar")
    lead = UserFactory(role="lead")
    SavedView.objects.create(
        owner=lead, name="Contested " * 7, query="view=desk&status=contested", is_shared=True
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing(
    visit: Visit, axe: Axe, everything: None, language: str, width: int, theme: str
) -> None:
    page = visit(PAGES[0], language=language, width=width, theme=theme)
    start = page.url.removesuffix(PAGES[0])
    for path in (*PAGES, reverse("saved_view", args=[SavedView.objects.get(name="In Arabic").pk])):
        page.goto(start + path)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert axe(page) == [], path


@pytest.mark.parametrize("width", [320, 1920])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_runs_out_of_the_pages(
    visit: Visit, everything: None, width: int, language: str
) -> None:
    page = visit(PAGES[0], language=language, width=width)
    start = page.url.removesuffix(PAGES[0])
    for path in PAGES:
        page.goto(start + path)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, path
