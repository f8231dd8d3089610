"""A real Chromium for the tests of this folder.

Without one they are skipped, and with CI set they fail: a suite that walks nothing is not green.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

# Playwright's loop runs in the thread of the test, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _program() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = _program()
    if program is None:
        reason = "no Chromium on this machine (looked for chromium, google-chrome on the PATH)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        except Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"Chromium does not start here: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def person(transactional_db: None) -> Callable[[str], User]:
    """Somebody with a role; the same one when asked again."""

    def found(role: str) -> User:
        user, made = User.objects.get_or_create(username=f"{role}-browser")
        if made:
            user.set_password("a-long-secret-phrase")
            user.save()
            user.groups.add(Group.objects.get_or_create(name=role)[0])
        return user

    return found


@pytest.fixture
def forgiven() -> list[str]:
    return []


@pytest.fixture
def forgive(forgiven: list[str]) -> Callable[[str], None]:
    """Errors in the console that hold these words are what the test is about."""
    return forgiven.append


@pytest.fixture
def visit(
    chromium: Browser,
    live_server: object,
    person: Callable[[str], User],
    forgiven: list[str],
) -> Iterator[Callable[..., Page]]:
    """Open an address as somebody; errors in the console (and of the CSP) fail the test."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def opened(
        path: str,
        *,
        width: int = 1440,
        height: int = 900,
        language: str = "en",
        theme: str = "",
        role: str | None = "reviewer",
        scripts: bool = True,
    ) -> Page:
        address = str(live_server)
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        cookies = {"django_language": language}
        if theme:
            cookies["factlog_theme"] = theme
        if role is not None:
            client = Client()
            client.force_login(person(role), backend="django.contrib.auth.backends.ModelBackend")
            cookies["sessionid"] = client.cookies["sessionid"].value
        context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [one for one in said if not any(words in one for words in forgiven)] == []


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What axe finds on a page, a line each; nothing is what it should be."""

    def found(page: Page) -> list[str]:
        page.evaluate(AXE)
        violations = page.evaluate("() => axe.run().then(result => result.violations)")
        return [
            f"{violation['id']}: {node['html'][:160]} {node['any'][:1]}"
            for violation in violations
            for node in violation["nodes"]
        ]

    return found
