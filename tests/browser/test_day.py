"""A day at the desk, by keyboard: two reviewers and a lead on one disagreement, from the queue to
corroborated; evidence refused and then archived; a decision that becomes stale; the record
verified at the end. In English and in Arabic.

Web server, worker, database and broker are real processes; the page that is archived is served on
loopback. FACTLOG_SCREENSHOTS may name a folder for pictures of each step.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.jobs.plant import ROOT, Plant, Redis, needs_redis, until

PASSWORD = "a-long-secret-phrase"
PEOPLE = {"layla": "reviewer", "rana": "second_reviewer", "mazen": "lead"}

MAKE = """
import json, sys
from django.contrib.auth.models import Group, User
from claims.models import Article, Statement
from claims.review import queue
from tests.web.desk_data import the_desk
people, page, password = json.load(sys.stdin)
for name, role in people.items():
    user, _ = User.objects.get_or_create(username=name)
    user.set_password(password)
    user.save()
    user.groups.add(Group.objects.get(name=role))
desk = the_desk()
for statement in (desk.first, desk.second):
    claim = statement.claims.get()
    Article.objects.filter(pk=claim.version.article_id).update(url=f"{page}/{statement.pk}")
queue.assign(statement_id=desk.first.pk, by=User.objects.get(username="mazen"), to=None, priority=4)
print("MADE" + json.dumps([desk.first.pk, desk.second.pk, desk.against.pk]))
"""


class Newspaper(BaseHTTPRequestHandler):
    """Has every report, but for what it says it has lost."""

    lost: set[str] = set()

    def do_GET(self) -> None:
        is_lost = self.path in self.lost
        self.send_response(404 if is_lost else 200)
        body = (
            f"<html><title>{self.path}</title><p>أصيب 12 شخصا في انهيار الجسر.</p></html>".encode()
        )
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def newspaper() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newspaper)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, newspaper: str) -> Iterator[Plant]:
    redis = None
    if settings.REDIS_URL:
        needs_redis()
        redis = Redis(tmp_path_factory.mktemp("redis"))
        redis.start()
    plant = Plant(tmp_path_factory.mktemp("day"), redis)
    plant.environment["FACTLOG_FETCH_INSIDE"] = newspaper.removeprefix("http://")
    try:
        plant.start_worker()
        yield plant
    finally:
        plant.close()
        if redis:
            redis.stop()


@pytest.fixture
def address(desk: Plant) -> str:
    return desk.start_web()


@pytest.fixture
def come_in(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Somebody sits down: a browser of their own, signed in by keyboard."""
    contexts, said = [], []

    def seated(name: str, language: str) -> Page:
        context = chromium.new_context(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        contexts.append(context)
        context.add_cookies([{"name": "django_language", "value": language, "url": address}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}/sign-in/")
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/articles/")
        return page

    yield seated
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    folder = os.environ.get("FACTLOG_SCREENSHOTS")

    def taken(page: Page, step: str) -> None:
        if folder:
            name = f"day-{request.node.callspec.id}-{step}.png"
            page.screenshot(path=Path(folder) / name, full_page=True)

    return taken


def press(page: Page, selector: str) -> None:
    """Go to a link or button by Tab, and press it."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"{selector} is not reached by Tab")


def find(page: Page, status: str, reason: str) -> None:
    """Give a finding by its digit, R and Ctrl+Enter."""
    digit = page.locator(f"input[name=verdict][value={status}]").get_attribute("data-key")
    page.keyboard.press(f"Digit{digit}")
    page.keyboard.press("KeyR")
    page.keyboard.type(reason)
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")


def take_next(page: Page, address: str, statement: int) -> None:
    page.goto(f"{address}/desk/")
    press(page, "form[action='/desk/next/'] button")
    expect(page).to_have_url(f"{address}/statements/{statement}/")


def status_of(desk: Plant, statement: int) -> tuple[object, ...]:
    return desk.ask(f"SELECT corroboration, work FROM claims_statement WHERE id = {statement}")[0]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_day_at_the_desk(
    desk: Plant,
    address: str,
    newspaper: str,
    come_in: Callable[..., Page],
    picture: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
    language: str,
) -> None:
    told = desk.manage(
        "shell", "--no-imports", "-c", MAKE, given=json.dumps([PEOPLE, newspaper, PASSWORD])
    )
    first, second, against = json.loads(told.partition("MADE")[2])

    # The first reviewer takes the most urgent one, and merges what says the same.
    layla = come_in("layla", language)
    take_next(layla, address, first)
    picture(layla, "1-taken")
    assert axe(layla) == []
    press(layla, f"a[href='/statements/{first}/merge/']")
    layla.keyboard.press("Slash")
    layla.keyboard.type("12")
    layla.keyboard.press("Enter")
    layla.wait_for_url("**/merge/?q=12")
    layla.locator(f"input[name=other][value='{second}']").focus()
    layla.keyboard.press("Space")
    layla.locator("#id_reason").focus()
    layla.keyboard.type("الخبر نفسه")
    press(layla, "form[method=post] .btn-primary")
    expect(layla.locator(".same > li")).to_have_count(2)

    # One report is archived; the other cannot be had at first.
    Newspaper.lost = {f"/{second}"}
    for place in (first, second):
        layla.goto(f"{address}/statements/{first}/")
        link = layla.locator("a[href*='evidence/?report=']").first
        layla.goto(address + str(link.get_attribute("href")))
        picture(layla, f"2-archive-{'refused' if place == second else 'kept'}")
        expect(layla.locator("#id_address")).to_have_value(f"{newspaper}/{place}")
        press(layla, "form[method=post] .btn-primary")
        wanted = "refused" if place == second else "archived"
        until(
            lambda wanted=wanted: (
                (wanted,) in desk.ask("SELECT state FROM claims_evidence ORDER BY id DESC LIMIT 1")
            ),
            f"evidence that is {wanted}",
        )
        if place == first:
            find(layla, "corroborated", "أصلان")  # refused: one report is not archived yet
            assert layla.evaluate("() => document.activeElement.id") == "refused-h"
            expect(layla.locator("#reason")).to_have_value("أصلان")
            picture(layla, "3-refused")
    layla.goto(f"{address}/statements/{first}/")
    expect(layla.locator("#s-ev ~ ul .unresolved")).to_have_count(1)
    picture(layla, "4-not-archived")
    Newspaper.lost = set()
    press(layla, "a[href$='/again/']")
    press(layla, "form[method=post] .btn-primary")
    until(
        lambda: (
            desk.ask("SELECT count(*) FROM claims_evidence WHERE state = 'archived'")[0][0]
            == desk.ask("SELECT count(*) FROM claims_evidence")[0][0]
        ),
        "the second report",
    )
    layla.goto(f"{address}/statements/{first}/")
    find(layla, "corroborated", "أصلان من طرفين")
    assert status_of(desk, first) == ("unassessed", "second_review")

    # The second one does not see it, and finds otherwise.
    rana = come_in("rana", language)
    take_next(rana, address, first)
    assert "أصلان من طرفين" not in rana.content()
    picture(rana, "5-second")
    assert axe(rana) == []
    find(rana, "single_origin", "أراهما واحدا")
    assert status_of(desk, first) == ("unassessed", "adjudication")

    # A lead decides.
    mazen = come_in("mazen", language)
    take_next(mazen, address, first)
    expect(mazen.locator(".finding")).to_have_count(2)
    picture(mazen, "6-adjudication")
    find(mazen, "corroborated", "طرفان لا ينقل أحدهما عن الآخر")
    assert status_of(desk, first) == ("corroborated", "settled")

    # A contradiction comes up: the status stays, and the statement is back in a queue.
    layla.goto(f"{address}/statements/{first}/contradiction/?q=17")
    layla.locator("input[name=kind][value=number]").focus()
    layla.keyboard.press("Space")
    layla.locator(f"input[name=other][value='{against}']").focus()
    layla.keyboard.press("Space")
    press(layla, "form[method=post] .btn-primary")
    assert status_of(desk, first) == ("corroborated", "settled")
    layla.goto(f"{address}/desk/?view=stale")
    expect(layla.locator(f"[data-row] a[href='/statements/{first}/']")).to_have_count(1)
    picture(layla, "7-stale")
    layla.keyboard.press("KeyJ")
    layla.keyboard.press("Enter")
    layla.wait_for_url(f"**/statements/{first}/")
    picture(layla, "8-decided")
    assert axe(layla) == []

    _verify(desk)


def _verify(desk: Plant) -> None:
    """Live, and as an export that is checked by the verifier alone."""
    assert "The record is whole" in desk.manage("verify_record")
    export = desk.folder / "record.jsonl"
    export.write_text(desk.manage("export_record"), encoding="utf-8")
    verifier = ROOT / "claims" / "record" / "verifier.py"
    done = subprocess.run(
        [sys.executable, "-I", str(verifier), str(export)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "The record is whole.\n"
