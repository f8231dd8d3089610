"""The pages of protected sources in a real browser, in both languages and on a phone."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page

from claims.models import Source
from claims.sources import protection
from tests.web.reader_data import the_bridge

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def source(person: Callable[[str], User]) -> Source:
    """A person whom only an editor and a lead see."""
    nouri = the_bridge().nouri
    protection.protect(
        source=nouri, by=person("editor"), people=[person("lead")], reason="A threat."
    )
    return nouri


@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("ar", 1440), ("ar", 360)])
def test_axe_finds_nothing(
    visit: Callable[..., Page],
    axe: Callable[[Page], list[str]],
    source: Source,
    person: Callable[[str], User],
    language: str,
    width: int,
) -> None:
    person("reviewer")
    other = Source.objects.exclude(pk=source.pk).filter(kind="organisation").first()
    assert other is not None
    for path in (
        f"/sources/{source.pk}/",
        f"/sources/{source.pk}/people/",
        f"/sources/{source.pk}/end-protection/",
        f"/sources/{other.pk}/protect/",
    ):
        page = visit(path, role="editor", language=language, width=width)
        assert axe(page) == [], path
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path


def test_a_person_is_named_and_whoever_is_not_sees_a_placeholder(
    visit: Callable[..., Page], source: Source, person: Callable[[str], User]
) -> None:
    person("reviewer")
    page = visit(f"/sources/{source.pk}/", role="editor")
    page.get_by_role("link", name="Who is named").click()
    page.get_by_label("Name one more person").select_option("reviewer-browser")
    page.get_by_role("button", name="Name this person").click()
    page.get_by_role("button", name="Take out reviewer-browser").wait_for()
    claims = visit("/claims/", role="viewer")
    assert "كمال نوري" not in claims.locator(".via").all_inner_texts()
    assert "Protected source" in claims.locator("#list").inner_text()
    assert "كمال نوري" in visit("/claims/", role="reviewer").locator("#list").inner_text()
