"""The second factor as a person meets it: an app, a passkey, a code on paper; in both languages."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.web.factors import code, give_app

PASSWORD = "a-long-secret-phrase"
LANGUAGES = ("en", "ar")
WIDTHS = (360, 1440)

# What is pressed and read, in each language.
WORDS = {
    "en": {
        "set_up": "Set up an app",
        "why": "Set up a second factor first",
        "kept": "They are kept: go on",
        "sign_out": "Sign out",
        "add": "Add a passkey",
        "use": "Use a passkey",
        "refused": "The browser gave no passkey.",
        "remove": "Remove the passkey",
        "wrong": "This is not the code.",
    },
    "ar": {
        "set_up": "أعدّ تطبيقًا",
        "why": "أعدّ عاملًا ثانيًا أولًا",
        "kept": "حُفظت: تابع",
        "sign_out": "سجّل الخروج",
        "add": "أضف مفتاح مرور",
        "use": "استعمل مفتاح مرور",
        "refused": "لم يقدّم المتصفح مفتاح مرور",
        "remove": "أزل مفتاح المرور",
        "wrong": "ليس هذا هو الرمز.",
    },
}


@pytest.fixture(autouse=True)
def no_code_was_used(transactional_db: None) -> None:
    cache.clear()


def button(page: Page, words: str):
    return page.get_by_role("button", name=words, exact=True)


def sign_in(page: Page, role: str = "reviewer") -> None:
    page.locator("#id_username").fill(f"{role}-browser")
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")


def confirm(page: Page) -> None:
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#id_password")).to_have_count(0)


def authenticator(page: Page, **given: bool) -> Callable[..., object]:
    """A key that is plugged in, and answers; gives what speaks to it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "usb",
        "hasResidentKey": False,
        "hasUserVerification": False,
        "automaticPresenceSimulation": True,
        **given,
    }
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    ident = {"authenticatorId": made["authenticatorId"]}
    return lambda method, **more: session.send(f"WebAuthn.{method}", {**ident, **more})


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_it_is_required_one_is_led_through_it_by_keyboard(
    visit, person, settings, axe, forgive, language: str
) -> None:
    forgive("400")
    settings.SECOND_FACTOR = "required"
    words = WORDS[language]
    person("reviewer")
    page = visit("/claims/?q=dam", role=None, language=language)
    sign_in(page)
    page.wait_for_url("**/account/second-factor/")
    expect(page.get_by_role("heading", level=1)).to_have_text(words["why"])
    assert axe(page) == []
    page.get_by_role("link", name=words["set_up"]).press("Enter")
    expect(page.locator("img.qr")).to_be_visible()
    assert page.locator("img.qr").evaluate("image => image.naturalWidth") > 100
    assert axe(page) == []

    secret = "".join(page.locator(".secret span").all_inner_texts())
    page.locator("#id_code").fill("000000")
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(words["wrong"])
    assert axe(page) == []
    page.locator("#id_code").fill(code(secret))
    page.keyboard.press("Enter")

    page.wait_for_url("**/account/recovery-codes/")
    codes = page.locator(".codes li").all_inner_texts()
    assert len(codes) == 10 and axe(page) == []
    page.get_by_role("link", name=words["kept"]).press("Enter")
    page.wait_for_url("**/claims/?q=dam")

    page.goto(page.url.split("/claims/")[0] + "/account/")
    button(page, words["sign_out"]).first.click()
    sign_in(page)
    page.wait_for_url("**/sign-in/code/")
    expect(page.locator("#id_code")).to_be_focused()
    assert axe(page) == []
    page.keyboard.type(codes[0])
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passkey_is_added_and_signs_in(visit, person, axe, language: str) -> None:
    words = WORDS[language]
    page = visit("/account/second-factor/", language=language)
    key = authenticator(page)
    page.get_by_role("link", name=words["add"]).click()
    confirm(page)
    page.locator("#id_name").fill("مفتاح المكتب")
    assert axe(page) == []
    button(page, words["add"]).press("Enter")
    page.wait_for_url("**/account/recovery-codes/")
    assert len(key("getCredentials")["credentials"]) == 1

    page.goto(page.url.replace("recovery-codes", "second-factor"))
    expect(page.get_by_text("مفتاح المكتب").first).to_be_visible()
    assert axe(page) == []
    page.goto(page.url.replace("second-factor/", ""))
    button(page, words["sign_out"]).first.click()
    sign_in(page)
    page.wait_for_url("**/sign-in/code/")
    assert axe(page) == []
    button(page, words["use"]).press("Enter")
    page.wait_for_url("**/articles/")

    page.goto(page.url.replace("articles/", "account/second-factor/"))
    page.locator(".passkeys a").last.click()
    assert axe(page) == []
    button(page, words["remove"]).press("Enter")
    page.wait_for_url("**/account/second-factor/")
    assert not User.objects.get().authenticator_set.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_key_at_hand_it_is_said_and_the_way_to_a_code_is_open(
    visit, person, language: str
) -> None:
    words = WORDS[language]
    page = visit("/account/second-factor/", language=language)
    key = authenticator(page)
    page.get_by_role("link", name=words["add"]).click()
    confirm(page)
    button(page, words["add"]).click()
    page.wait_for_url("**/account/recovery-codes/")
    spare = page.locator(".codes li").first.inner_text()
    key("clearCredentials")
    page.goto(page.url.replace("recovery-codes/", ""))
    button(page, words["sign_out"]).first.click()
    sign_in(page)
    button(page, words["use"]).click()
    expect(page.get_by_role("alert")).to_contain_text(words["refused"])
    expect(button(page, words["use"])).to_be_focused()
    page.locator("#id_code").fill(spare)
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/")


def test_without_scripts_a_code_signs_in_and_passkeys_are_explained(visit, person) -> None:
    give_app(person("reviewer"))
    page = visit("/sign-in/", role=None, scripts=False)
    sign_in(page)
    page.locator("#id_code").fill(code())
    button(page, "Sign in").click()
    page.wait_for_url("**/articles/")
    page.goto(page.url.replace("articles/", "account/second-factor/passkeys/add/"))
    expect(page.get_by_text("This browser cannot use passkeys here")).to_be_visible()
    expect(button(page, "Add a passkey")).to_be_hidden()


def test_ending_the_other_sessions_ends_them(visit, person) -> None:
    page, other = visit("/account/"), visit("/account/")
    page.reload()
    button(page, "End my other sessions").click()
    expect(page.get_by_text("Your other sessions are ended.")).to_be_visible()
    other.reload()
    other.wait_for_url("**/sign-in/?next=/account/")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pages_fit_and_can_be_read(visit, person, axe, width: int, theme: str) -> None:
    give_app(person("reviewer"))
    page = visit("/account/second-factor/", width=width, theme=theme)
    root = page.url.split("/account/")[0]
    page.goto(f"{root}/account/recovery-codes/")
    confirm(page)
    for path in (
        "/account/",
        "/account/second-factor/",
        "/account/recovery-codes/",
        "/account/recovery-codes/renew/",
        "/account/second-factor/app/remove/",
        "/account/second-factor/passkeys/add/",
        "/account/confirm/",
    ):
        page.goto(root + path)
        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert re.search(r"/account/confirm/$", page.url)
