"""What people write at the desk is not lost, and nothing of the page hides what they can do."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from claims.models import Comment, Finding, Statement
from tests.review import desk

Visit = Callable[..., Page]
WRITTEN = "قرأت البيان كله، ولا أصل غيره"


@pytest.fixture
def row(transactional_db: None) -> Statement:
    return desk.statement()


@pytest.fixture
def address(row: Statement) -> str:
    return f"/statements/{row.pk}/"


def sign_out(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def sign_in(page: Page, name: str) -> None:
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password", exact=True).fill("a-long-secret-phrase")
    page.get_by_role("button", name="Sign in").click()


def test_a_reason_outlives_the_session_and_goes_when_it_is_recorded(
    visit: Visit, address: str
) -> None:
    page = visit(address)
    page.keyboard.press("Digit1")
    page.keyboard.press("KeyR")
    page.keyboard.type(WRITTEN)
    sign_out(page)
    page.keyboard.press("Control+Enter")
    sign_in(page, "reviewer-browser")
    page.wait_for_url(f"**{address}")
    expect(page.locator("#reason")).to_have_value(WRITTEN)
    page.keyboard.press("Digit1")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/desk/")
    assert Finding.objects.get().reason == WRITTEN
    page.goto(page.url.replace("/desk/", f"{address}reopen/"))
    page.locator("[name=reason]").fill("مرة أخرى")
    page.get_by_role("button", name="Open it again").click()
    page.wait_for_url(f"**{address}")
    expect(page.locator("#reason")).to_have_value("")


def test_nobody_reads_what_another_began_to_write(
    visit: Visit, address: str, person: Callable[[str], User]
) -> None:
    person("second_reviewer")
    page = visit(address)
    page.locator("#reason").fill(WRITTEN)
    sign_out(page)
    page.goto(page.url)
    sign_in(page, "second_reviewer-browser")
    page.wait_for_url(f"**{address}")
    expect(page.locator("#reason")).to_have_value("")


def test_ctrl_enter_sends_the_form_that_is_written_in(visit: Visit, address: str) -> None:
    page = visit(address)
    page.locator("#reason").fill(WRITTEN)
    page.locator("input[value=single_origin]").check()
    page.locator("#comment").fill("هل من نسخة؟")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comments .words")).to_have_text("هل من نسخة؟")
    assert Comment.objects.get().text == "هل من نسخة؟"
    assert not Finding.objects.exists()
    expect(page.locator("#reason")).to_have_value(WRITTEN)
    expect(page.locator("#comment")).to_have_value("")


def test_a_form_of_the_desk_keeps_what_was_written(visit: Visit, address: str) -> None:
    page = visit(f"{address}attempt/")
    page.locator("[name=looked_for]").fill(WRITTEN)
    sign_out(page)
    page.get_by_role("button", name="Record it").click()
    sign_in(page, "reviewer-browser")
    page.wait_for_url("**/attempt/")
    expect(page.locator("[name=looked_for]")).to_have_value(WRITTEN)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1200), (360, 740)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_that_is_offered_can_be_reached(
    visit: Visit, address: str, width: int, height: int, language: str
) -> None:
    page = visit(address, width=width, height=height, language=language, role="lead")
    hidden = page.evaluate(
        """() => Array.from(document.querySelectorAll(".rail a, .rail button")).filter((one) => {
            one.scrollIntoView({ block: "center" });
            const box = one.getBoundingClientRect();
            const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return !one.contains(there);
        }).map((one) => one.textContent)"""
    )
    assert hidden == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
