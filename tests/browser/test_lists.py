"""The lists in a real browser: filter, search, turn pages, by keyboard and in Arabic too."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from claims.extraction.folding import search_form
from claims.models import Article, Claim, Source
from claims.web.listing import ROWS
from tests.web.list_data import many_claims
from tests.web.reader_data import Bridge, a_source, the_bridge

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


def test_on_a_narrow_page_what_was_found_stands_before_the_filters(
    visit: Visit, bridge: Bridge
) -> None:
    page = visit("/claims/", width=360, height=780)
    page.locator("summary").click()
    page.get_by_label("Kind").select_option("direct")
    page.get_by_role("button", name="Apply the filters").click()
    expect(page.get_by_role("heading", name="3 claims")).to_be_focused()
    expect(page.get_by_label("Kind")).to_be_hidden()


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


def test_leaving_the_session_shows_the_way_to_sign_in(visit: Visit, bridge: Bridge) -> None:
    page = visit("/claims/")
    page.context.clear_cookies()
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/sign-in/**")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_proposed_source_is_merged_by_keyboard(
    visit: Visit, bridge: Bridge, language: str
) -> None:
    page = visit("/sources/", language=language)
    page.locator("#view-2").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator("#view-2")).to_be_focused()
    assert page.url.endswith("/sources/?state=proposed")
    page.keyboard.press("KeyJ")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("كمال نوري")
    page.locator(f"a[href='{reverse('source_merge', args=[bridge.nouri.pk])}']").focus()
    page.keyboard.press("Enter")
    page.locator("#q").fill("ports")
    page.keyboard.press("Enter")
    page.locator("input[name=into]").focus()
    page.keyboard.press("Space")
    page.locator("#reason").focus()
    page.keyboard.type("Its spokesman.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".log")).to_contain_text("Its spokesman.")
    page.wait_for_url(f"**/sources/{bridge.ports.pk}/")
    bridge.nouri.refresh_from_db()
    assert bridge.nouri.merged_into == bridge.ports


def test_a_refused_decision_keeps_what_was_typed(
    visit: Visit, bridge: Bridge, forgive: Callable[[str], None]
) -> None:
    forgive("409")  # the refusal itself, as the console logs it
    page = visit(reverse("source_confirm", args=[bridge.nouri.pk]))
    page.get_by_label("Name in Arabic").fill("...")
    page.get_by_label("Reason").fill("As the text says.")
    page.get_by_role("button", name="Take into the registry").click()
    expect(page.get_by_role("alert")).to_contain_text("A source needs a name with letters in it.")
    expect(page.get_by_label("Name in Arabic")).to_have_value("...")
    expect(page.get_by_label("Reason")).to_have_value("As the text says.")


def test_sources_are_found_by_a_name_in_another_script(visit: Visit, bridge: Bridge) -> None:
    page = visit("/sources/")
    page.keyboard.press("/")
    page.keyboard.type("سدره")
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator(".row")).to_contain_text("Sidra Agency")


def test_the_plot_and_its_table_tell_the_same(visit: Visit, bridge: Bridge) -> None:
    page = visit(reverse("source", args=[bridge.ports.pk]))
    expect(page.get_by_role("img", name="Claims over time, by what became of them")).to_be_visible()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("row", name="20 November 2026 2")).to_be_visible()


LISTS = [
    "/claims/",
    "/claims/?q=الجسر&kind=direct&from=2026-11-01",
    "/claims/?kind=spoken&from=x&q=zzz&after=x",
    "/claims/?who=%D8%A9",  # a letter in the names of several sources
    "/sources/",
    "/sources/?q=سدرة&kind=outlet",
    "/sources/?state=article&party=x",
]


def pages_of(bridge: Bridge) -> list[str]:
    """The lists, the pages of a source in each of its states, and those of decisions."""
    merged = a_source("إدارة الموانئ", en="Ports Administration")
    Source.objects.filter(pk=merged.pk).update(merged_into=bridge.ports)
    Source.objects.filter(pk=bridge.nouri.pk).update(suggestion=bridge.ports)
    Source.objects.filter(pk=bridge.unnamed.pk).update(count=3, relayed_by=bridge.sidra)
    Article.objects.update(title="عنوان طويل لمقال عن جسر القناطر وما جرى له في المدينة القديمة")
    bridge.ports.relations.create(kind="party", target=bridge.sidra)
    bridge.nouri.relations.create(kind="speaks_for", target=bridge.ports)
    sources = (bridge.ports, bridge.sidra, bridge.nouri, bridge.unnamed, merged)
    decisions = ("source_confirm", "source_rename", "source_merge")
    return [
        *LISTS,
        *(reverse("source", args=[source.pk]) for source in sources),
        *(reverse(name, args=[bridge.nouri.pk]) for name in decisions),
        reverse("source_merge", args=[bridge.nouri.pk]) + "?q=zzz",
        reverse("source_undo_merge", args=[merged.pk]),
    ]


@pytest.mark.parametrize("width", [320, 1920])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_runs_out_of_the_pages(
    visit: Visit, bridge: Bridge, width: int, language: str
) -> None:
    page = visit("/claims/", width=width, language=language)
    start = page.url.removesuffix("/claims/")
    for path in pages_of(bridge):
        page.goto(start + path)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, path


@pytest.mark.parametrize(
    ("width", "language", "theme"),
    [(360, "en", "light"), (1440, "en", "dark"), (360, "ar", "dark"), (1440, "ar", "light")],
)
def test_axe_finds_nothing(
    visit: Visit,
    axe: Callable[[Page], list[str]],
    bridge: Bridge,
    width: int,
    language: str,
    theme: str,
) -> None:
    page = visit("/claims/", width=width, language=language, theme=theme)
    start = page.url.removesuffix("/claims/")
    for path in pages_of(bridge):
        page.goto(start + path)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert axe(page) == [], path
