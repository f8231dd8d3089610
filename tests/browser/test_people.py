"""An administrator manages people, in both languages, on a wide and a narrow screen."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.web.factors import give_app

WORDS = {
    "en": {
        "people": "People",
        "add": "Add a person",
        "add_now": "Add the person",
        "lead": "Lead",
        "editor": "Editor",
        "go_on": "It is handed on: go on",
        "change": "Change the roles",
        "changed": "The roles are changed.",
        "close": "Close the account",
        "closed": "The account is closed",
        "reset": "Reset the second factor",
        "without": "Without a second factor",
        "last": "This is the last administrator.",
        "taken": "is taken; choose another name",
    },
    "ar": {
        "people": "الأشخاص",
        "add": "أضف شخصًا",
        "add_now": "أضف الشخص",
        "lead": "رئيس المراجعة",
        "editor": "محرّر",
        "go_on": "سُلّمت: تابع",
        "change": "غيّر الأدوار",
        "changed": "تغيّرت الأدوار.",
        "close": "أغلق الحساب",
        "closed": "الحساب مغلق",
        "reset": "ألغِ العامل الثاني",
        "without": "بلا عامل ثانٍ",
        "last": "هذا آخر مدير.",
        "taken": "لغيره؛ اختر اسمًا آخر",
    },
}


def button(page: Page, words: str):
    return page.get_by_role("button", name=words, exact=True)


@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("ar", 1440), ("ar", 360)])
def test_a_person_comes_changes_roles_and_leaves(
    visit, person, axe, forgive, language: str, width: int
) -> None:
    forgive("400")
    words = WORDS[language]
    page = visit("/account/", role="administrator", language=language, width=width)
    page.get_by_role("link", name=words["people"], exact=True).click()
    assert axe(page) == []
    page.get_by_role("link", name=words["add"]).click()
    expect(page.locator("#id_username")).to_be_focused()
    assert axe(page) == []

    page.keyboard.type("administrator-browser")
    page.locator("#id_full_name").fill("نور الدين")
    page.get_by_label(words["lead"], exact=True).check()
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(words["taken"])
    assert axe(page) == []
    expect(page.get_by_label(words["lead"], exact=True)).to_be_checked()
    page.locator("#id_username").fill("nour")
    button(page, words["add_now"]).click()
    password = page.locator("[data-password]").inner_text()
    assert User.objects.get(username="nour").check_password(password)
    assert axe(page) == []

    page.get_by_role("link", name=words["go_on"]).click()
    assert axe(page) == []
    page.get_by_label(words["editor"], exact=True).check()
    page.locator("#roles-reason").fill("مناوبة الليل")
    page.keyboard.press("Enter")
    expect(page.get_by_text(words["changed"])).to_be_visible()
    nour = User.objects.get(username="nour")
    assert set(nour.groups.values_list("name", flat=True)) == {"lead", "editor"}

    give_app(nour)
    page.reload()
    button(page, words["reset"]).click()
    expect(page.get_by_text(words["without"])).to_be_visible()
    button(page, words["close"]).click()
    expect(page.get_by_text(words["closed"], exact=True)).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    nour.refresh_from_db()
    assert not nour.is_active


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_refusal_is_a_sentence_on_the_page(visit, person, axe, forgive, language: str) -> None:
    forgive("409")
    page = visit("/people/", role="administrator", language=language)
    page.get_by_role("link", name=re.compile("administrator-browser")).last.click()
    page.locator('input[value="administrator"]').uncheck()
    button(page, WORDS[language]["change"]).click()
    expect(page.get_by_role("alert")).to_contain_text(WORDS[language]["last"])
    assert axe(page) == []
