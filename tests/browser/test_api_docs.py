"""The API's documentation works under the same rules as every page: no inline code."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.web.reader_data import the_bridge

Visit = Callable[..., Page]
DOCS = "/api/v1/docs/"


def test_it_lists_every_part_and_a_person_tries_one_out(visit: Visit) -> None:
    bridge = the_bridge()
    page = visit(DOCS)
    expect(page.locator(".opblock-tag")).to_have_count(13)
    operation = page.locator("#operations-sources-read_source")
    operation.get_by_role("button").first.click()
    operation.get_by_role("button", name="Try it out").click()
    operation.get_by_placeholder("source_id").fill(str(bridge.ports.pk))
    operation.get_by_role("button", name="Execute").click()
    reply = operation.locator(".live-responses-table")
    expect(reply).to_contain_text("هيئة الموانئ")


def test_a_reviewer_posts_from_it(visit: Visit) -> None:
    page = visit(DOCS)
    operation = page.locator("#operations-articles-post_article")
    operation.get_by_role("button").first.click()
    operation.get_by_role("button", name="Try it out").click()
    operation.locator("textarea").fill('{"text": "قالت هيئة الموانئ إن الجسر أُغلق."}')
    operation.get_by_role("button", name="Execute").click()
    status = operation.locator(".live-responses-table .response .response-col_status")
    expect(status).to_contain_text("202")


def test_it_can_be_read_without_signing_in(visit: Visit) -> None:
    page = visit(DOCS, role=None, width=360)
    expect(page.get_by_text("Post an article", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_is_dark_where_that_was_chosen(visit: Visit) -> None:
    page = visit(DOCS, theme="dark")
    expect(page.get_by_text("Post an article", exact=True)).to_be_visible()
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == "rgb(28, 32, 34)"
