"""A claim is set right in a real browser: by mouse, by keyboard, by typing, by touch and without
scripts; and words that are selected in the reader become one."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from claims import pipeline
from claims.models import ArticleVersion, Claim
from tests.factories import JobFactory, VersionFactory

Visit = Callable[..., Page]
TEXT = (
    "قالت هيئة الموانئ إن الجسر مغلق والسد سليم.\n\n"
    "ونقلت وكالة سدرة عن مدير الميناء هالة سعد قولها إن السفن غادرت. وأُغلق الطريق أمس مساء."
)


# Selects the first occurrence of a word in the article's text.
SELECT = """word => {
  const text = document.getElementById('text');
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, at = node.data.indexOf(word);
    if (at < 0) continue;
    document.getSelection().setBaseAndExtent(node, at, node, at + word.length);
    return;
  }
}"""

# The same of the last one.
LAST = SELECT.replace("    return;\n", "").replace("indexOf", "lastIndexOf")


@pytest.fixture
def version(transactional_db: None) -> ArticleVersion:
    version = VersionFactory(text=TEXT)
    pipeline.process(JobFactory(version=version).pk)
    return version


@pytest.fixture
def claim(version: ArticleVersion) -> Claim:
    return version.claims.get(quote="الجسر مغلق والسد سليم")


@pytest.fixture
def address(claim: Claim) -> str:
    return reverse("claim_amend", args=[claim.pk])


def marked(page: Page) -> str:
    return " ".join(page.locator(".is-marked").all_inner_texts())


def word(page: Page, words: str):
    return page.locator(".marking .w", has_text=words).first


def saved(page: Page, claim: Claim) -> str:
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".banner, .message, [role=status]").first).to_be_visible()
    page.wait_for_url(lambda url: "/articles/" in url)
    claim.refresh_from_db()
    return claim.quote


def test_pressing_a_word_brings_the_nearer_edge_there(visit: Visit, address: str, claim) -> None:
    page = visit(address, role="editor")
    assert marked(page) == "الجسر مغلق والسد سليم"
    word(page, "مغلق").click()
    assert marked(page) == "مغلق والسد سليم"
    assert page.locator("[name=content]").input_value() == "مغلق والسد سليم"
    assert saved(page, claim) == "مغلق والسد سليم"


def test_dragging_over_words_marks_them(visit: Visit, address: str, claim) -> None:
    page = visit(address, role="editor")
    start, end = word(page, "والسد").bounding_box(), word(page, "سليم").bounding_box()
    assert start and end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=4)
    page.mouse.up()
    assert marked(page) == "والسد سليم"
    assert saved(page, claim) == "والسد سليم"


def test_the_grips_move_by_dragging_and_by_arrow_keys(visit: Visit, address: str) -> None:
    page = visit(address, role="editor")
    end = page.get_by_role("button", name="End of:")
    end.focus()
    end.press("ArrowRight")  # against the direction of Arabic: back by a word
    assert marked(page) == "الجسر مغلق والسد"
    end.press("ArrowLeft")
    assert marked(page) == "الجسر مغلق والسد سليم"
    begin, to = page.get_by_role("button", name="Beginning of:"), word(page, "والسد")
    here, there = begin.bounding_box(), to.bounding_box()
    assert here and there
    page.mouse.move(here["x"] + here["width"] / 2, here["y"] + here["height"] / 2)
    page.mouse.down()
    page.mouse.move(there["x"] + there["width"] / 2, there["y"] + there["height"] / 2, steps=4)
    page.mouse.up()
    assert marked(page) == "والسد سليم"


def test_typed_words_are_found_in_the_text_and_others_are_told(visit: Visit, address: str) -> None:
    page = visit(address, role="editor")
    field = page.locator("[name=content]")
    field.fill("")
    field.press_sequentially("السد")
    expect(page.get_by_text("These words do not stand in the text like this.")).to_be_visible()
    field.fill("والسد سليم")
    field.press("End")
    field.press_sequentially(" ")
    assert marked(page) == "والسد سليم"


def test_the_source_is_marked_like_the_words(visit: Visit, address: str, claim) -> None:
    page = visit(address, role="editor")
    page.locator("[name=link0_mention]").focus()
    first, last = word(page, "مدير").bounding_box(), word(page, "سعد").bounding_box()
    assert first and last
    page.mouse.move(first["x"] + first["width"] / 2, first["y"] + first["height"] / 2)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2, steps=6)
    page.mouse.up()
    saved(page, claim)
    assert claim.links.get().source.names.first().name.endswith("هالة سعد")


def test_it_works_without_scripts(visit: Visit, address: str, claim) -> None:
    page = visit(address, role="editor", scripts=False)
    page.locator("[name=content]").fill("الجسر مغلق")
    page.get_by_role("button", name="Save").click()
    claim.refresh_from_db()
    assert claim.quote == "الجسر مغلق"


def test_words_selected_in_the_reader_become_a_claim(visit: Visit, version) -> None:
    page = visit(reverse("article", args=[version.article_id]), role="editor")
    page.evaluate(SELECT, "الطريق")
    page.get_by_role("link", name="Make a claim of these words").click()
    assert page.locator("[name=content]").input_value() == "الطريق"
    assert marked(page) == "الطريق"
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(lambda url: "/articles/" in url)
    assert version.claims.filter(quote="الطريق", found_by="person").exists()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_the_page(
    visit: Visit,
    axe: Callable[[Page], list[str]],
    address: str,
    language: str,
    width: int,
    theme: str,
) -> None:
    page = visit(address, role="editor", language=language, width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_typed_words_are_saved_where_they_are_shown(visit: Visit, transactional_db: None) -> None:
    text = "قالت البلدية إن الجسر مغلق. وقالت الوزارة إن السد سليم. وقالت الشرطة إن الجسر مغلق."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    claim = version.claims.get(quote="السد سليم")
    page = visit(reverse("claim_amend", args=[claim.pk]), role="editor")
    field = page.locator("[name=cue]")
    for typed in ("وقالت الشرطة", "وقالت"):
        field.fill("")
        field.press_sequentially(typed)
    assert marked(page) == "وقالت"
    assert int(page.locator("[name=cue_at]").input_value()) == text.index("وقالت الشرطة")


def test_a_byte_order_mark_is_a_blank_on_both_sides(visit: Visit, transactional_db: None) -> None:
    text = "قالت هيئة الموانئ إن الجسر\ufeffمغلق أمس."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    claim = version.claims.get()
    page = visit(reverse("claim_amend", args=[claim.pk]), role="editor")
    word(page, "مغلق").click()
    assert marked(page) == "الجسر مغلق"
    assert saved(page, claim) == "الجسر\ufeffمغلق"


def test_the_second_of_two_equal_words_is_made_a_claim(visit: Visit, transactional_db) -> None:
    text = "📰 خبر.\nقالت هيئة الموانئ إن الطريق الساحلي مغلق وإن الطريق الجبلي مفتوح."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    page = visit(reverse("article", args=[version.article_id]), role="editor")
    page.evaluate(LAST, "الطريق")
    page.get_by_role("link", name="Make a claim of these words").click()
    assert int(page.locator("[name=content_at]").input_value()) == text.rindex("الطريق")


def test_a_refusal_is_seen_before_the_words(visit: Visit, transactional_db: None, forgive) -> None:
    forgive("409")
    version = VersionFactory(text=f"{'كلمة ' * 2500}\nقالت هيئة الموانئ إن الجسر مغلق.")
    pipeline.process(JobFactory(version=version).pk)
    claim = version.claims.order_by("start").last()
    page = visit(reverse("claim_amend", args=[claim.pk]), role="editor")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is different from how it stands.")).to_be_in_viewport()


def test_words_outside_the_piece_are_searched_by_the_server(visit: Visit, transactional_db) -> None:
    text = f"اسم المدير هالة سعد.\n{'كلمة ' * 6000}\nقالت هيئة الموانئ إن الجسر مغلق."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    claim = version.claims.get(quote="الجسر مغلق")
    page = visit(reverse("claim_amend", args=[claim.pk]), role="editor")
    assert marked(page) == "الجسر مغلق"
    field = page.locator("[name=link0_full]")
    field.press_sequentially("المدير هالة سعد")
    expect(page.get_by_text("the whole text is searched when you save")).to_be_visible()
    saved(page, claim)
    assert claim.links.get().antecedent_start == text.index("المدير")


def test_a_draft_stays_with_the_words_that_it_is_about(visit: Visit, version) -> None:
    address = reverse("claim_add", args=[version.article_id])
    page = visit(f"{address}?version=1&start=0&end=4", role="editor")
    page.locator("[name=reason]").fill("about the first")
    page.goto(page.url.replace("start=0", "start=5").replace("end=4", "end=9"))
    assert page.locator("[name=reason]").input_value() == ""
    page.go_back()
    assert page.locator("[name=reason]").input_value() == "about the first"


def test_on_a_phone_the_focused_field_stands_below_the_text(
    visit: Visit, transactional_db: None
) -> None:
    version = VersionFactory(text=f"{TEXT}\n{'كلمة ' * 300}")
    pipeline.process(JobFactory(version=version).pk)
    claim = version.claims.get(quote="السفن غادرت")
    page = visit(reverse("claim_amend", args=[claim.pk]), role="editor", width=390, height=700)
    for name in ("content", "link2_full", "link1_full", "cue", "link0_mention"):
        page.locator(f"[name={name}]").focus()
        label = page.locator(f"label[for=id_{name}]").bounding_box()
        pane = page.locator(".amend-text").bounding_box()
        assert label and pane
        assert label["y"] >= pane["y"] + pane["height"] - 1, name
        assert label["y"] < 700, name


def test_the_grips_say_of_which_link_they_are(visit: Visit, address: str) -> None:
    page = visit(address, role="editor")
    page.locator("[name=link0_mention]").focus()
    name = page.locator(".grip").first.get_attribute("aria-label")
    assert name and "Words that name it here, link 1" in name
