"""The desk's figures in a real browser: by keyboard, in both languages, at any width."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.review.dated_desk import NOW, busy

Visit = Callable[..., Page]
PATH = "/desk/figures/"
BAD = PATH + "?from=soon&language=Arabic&person=0"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day of the made-up desk."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def desk(person: Callable[[str], User]) -> None:
    busy(person("reviewer"), person("second_reviewer"), person("lead"))


def opened(page: Page) -> Page:
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    return page


def test_a_lead_narrows_the_figures_to_a_person_by_keyboard(
    visit: Visit, desk: None, person: Callable[[str], User]
) -> None:
    page = visit(PATH, role="lead")
    page.locator("#filters summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Person").focus()
    page.keyboard.type("reviewer-b")
    page.get_by_role("button", name="Apply the filters").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Figures of reviewer-browser")).to_be_visible()
    expect(page.locator("[role=status][data-said]")).to_contain_text("Figures of reviewer-browser")
    assert page.url.endswith(f"{PATH}?person={person('reviewer').pk}")
    page.get_by_role("link", name="Remove the filter “reviewer-browser”").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Figures of the whole desk")).to_be_focused()


def test_a_drawing_and_its_table_tell_the_same(visit: Visit, desk: None) -> None:
    page = visit(PATH, role="lead")
    expect(page.get_by_role("img", name="Agreement on corroboration")).to_contain_text("0.47")
    section = page.get_by_role("region", name="Agreement on corroboration")
    section.get_by_text("The same as a table").click()
    row = section.get_by_role("row").filter(has_text="second_reviewer-browser")
    assert row.get_by_role("cell").all_inner_texts() == ["0.47", "45", "27"]


def test_without_scripts_the_filters_work_too(visit: Visit, desk: None) -> None:
    page = visit(PATH, role="lead", scripts=False)
    page.locator("#filters summary").click()
    page.get_by_label("Language").select_option("ar")
    page.get_by_role("button", name="Apply the filters").click()
    expect(page.get_by_role("link", name="Remove the filter “Arabic”")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1920])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_runs_out_of_the_page(visit: Visit, desk: None, width: int, language: str) -> None:
    page = opened(visit(PATH, width=width, language=language, role="lead"))
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_word_of_a_drawing_covers_another(
    visit: Visit, desk: None, width: int, language: str
) -> None:
    page = visit(PATH, width=width, language=language, role="lead")
    covered = page.evaluate(
        """() => [...document.querySelectorAll('.figure-plot')].flatMap(plot => {
            const words = [...plot.querySelectorAll('text')]
                .map(t => ({ at: t.getBoundingClientRect(), said: t.textContent }))
                .filter(t => t.at.width);
            return words.flatMap((a, i) => words.slice(i + 1).filter(b =>
                Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left) > 1 &&
                Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top) > 5
            ).map(b => a.said + ' / ' + b.said));
        })"""
    )
    assert covered == []


@pytest.mark.parametrize(
    ("width", "language", "theme"),
    [(360, "en", "light"), (1440, "en", "dark"), (360, "ar", "dark"), (1440, "ar", "light")],
)
def test_axe_finds_nothing(
    visit: Visit,
    axe: Callable[[Page], list[str]],
    desk: None,
    width: int,
    language: str,
    theme: str,
) -> None:
    page = visit(PATH, width=width, language=language, theme=theme, role="lead")
    assert axe(opened(page)) == []
    page.goto(page.url.removesuffix(PATH) + BAD)
    assert axe(opened(page)) == []


def test_axe_finds_nothing_where_there_is_nothing(
    visit: Visit, axe: Callable[[Page], list[str]]
) -> None:
    for language in ("en", "ar"):
        assert axe(opened(visit(PATH, language=language))) == []
