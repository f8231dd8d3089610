"""The lists in a real browser: filter, search, turn pages, by keyboard and in Arabic too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from claims.extraction.folding import search_form
from claims.models import Claim
from claims.web.listing import ROWS
from tests.web.list_data import many_claims
from tests.web.reader_data import Bridge, the_bridge

Visit = Callable[..., Page]


@pytest.fixture
def bridge(transactional_db: None) -> Bridge:
    found = the_bridge()
    for claim in found.claims:
        Claim.objects.filter(pk=claim.pk).update(search_text=search_form(claim.quote))
    return found


def status(page: Page) -> object:
    return page.locator("[role=status][data-said]")


def test_claims_are_filtered_by_keyboard(visit: Visit, bridge: Bridge) -> None:
    page = visit("/claims/")
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Kind").focus()
    page.keyboard.type("Direct")
    page.get_by_role("button", name="Apply the filters").focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("3 claims")
    assert page.url.endswith("/claims/?kind=direct")
    expect(page.get_by_role("button", name="Apply the filters")).to_be_focused()
    page.get_by_role("link", name="Remove the filter “Direct quotation”").focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("7 claims")
    expect(page.get_by_role("heading", name="7 claims")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="3 claims")).to_be_visible()
    expect(page.get_by_label("Kind")).to_have_value("direct")


@pytest.mark.parametrize("words", ["الجسر", "الجِسْرَ"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_search_finds_vowelled_and_bare_words(
    visit: Visit, bridge: Bridge, words: str, language: str
) -> None:
    page = visit("/claims/", language=language)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(4)
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value(words)
    expect(page.locator(".list-head .note")).to_contain_text(words)


def test_a_source_is_chosen_by_its_name(visit: Visit, bridge: Bridge) -> None:
    page = visit("/claims/")
    page.locator("summary").click()
    page.get_by_label("Source").fill("sidra")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("2 claims")
    assert page.url.endswith(f"/claims/?source={bridge.sidra.pk}")
    expect(page.get_by_role("link", name="Remove the filter “Sidra Agency”")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_are_turned_by_keyboard(visit: Visit, language: str, transactional_db: None) -> None:
    many_claims(ROWS + 1)
    page = visit("/claims/", language=language)
    first = page.locator(".row a").first.inner_text()
    page.locator("#page-next").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator("#list-h")).to_be_focused()
    page.locator("#page-previous").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(ROWS)
    assert page.locator(".row a").first.inner_text() == first


def test_rows_are_walked_by_key_and_opened(visit: Visit, bridge: Bridge) -> None:
    page = visit("/claims/")
    page.keyboard.press("KeyJ")
    page.keyboard.press("KeyJ")
    expect(page.locator(".row a").nth(1)).to_be_focused()
    page.keyboard.press("KeyK")
    expect(page.locator(".row a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*/?claim=7#c7")


def test_the_list_of_claims_works_without_scripts(visit: Visit, bridge: Bridge) -> None:
    page = visit("/claims/", scripts=False)
    page.locator("summary").click()
    page.get_by_label("Modality").select_option("future")
    page.get_by_role("button", name="Apply the filters").click()
    expect(page.locator(".row")).to_have_count(1)
    page.get_by_role("link", name="Remove the filter “Expected”").click()
    expect(page.locator(".row")).to_have_count(7)


def test_without_a_connection_the_list_stays(
    visit: Visit, bridge: Bridge, forgive: Callable[[str], None]
) -> None:
    page = visit("/claims/")
    for words in ("ERR_INTERNET_DISCONNECTED", "htmx:", "undefined"):  # htmx logs it thrice
        forgive(words)
    page.context.set_offline(True)
    page.locator("#q").fill("الجسر")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("No connection.")
    expect(page.locator("#q")).to_have_value("الجسر")
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(4)


LISTS = [
    "/claims/",
    "/claims/?q=الجسر&kind=direct&from=2026-11-01",
    "/claims/?kind=spoken&from=x&q=zzz&after=x",
    "/claims/?who=%D8%A9",  # a letter in the names of several sources
]


@pytest.mark.parametrize("width", [320, 1920])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_runs_out_of_the_lists(
    visit: Visit, bridge: Bridge, width: int, language: str
) -> None:
    for path in LISTS:
        page = visit(path, width=width, language=language)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, path


@pytest.mark.parametrize(
    ("width", "language", "theme"),
    [(360, "en", "light"), (1440, "en", "dark"), (360, "ar", "dark"), (1440, "ar", "light")],
)
def test_axe_finds_nothing_on_the_lists(
    visit: Visit,
    axe: Callable[[Page], list[str]],
    bridge: Bridge,
    width: int,
    language: str,
    theme: str,
) -> None:
    for path in LISTS:
        page = visit(path, width=width, language=language, theme=theme)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert axe(page) == [], path
