"""Marks add tags and nothing else, however they nest and cross."""

import html
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from claims.web.marks import Anchor, Mark, columns, has_invisible, render, word_start

TEXTS = st.text(alphabet="ab <&>\"'\nوقالت\u200f\u202e\u0301📰", max_size=60)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXTS.filter(bool))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=12))
    return text, [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


class _Checked(HTMLParser):
    """Reads the result strictly: each end tag closes the tag opened last."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.marked: dict[str, str] = {}
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append(tag)
        if tag == "span":
            self.open.append(str(dict(attrs).get("data-c")))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag
        if tag == "span":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in self.open:
            self.marked[name] = self.marked.get(name, "") + data


def _marks(spans: list[tuple[int, int]]) -> list[Mark]:
    return [Mark(s, e, f'data-c="{i}"', f"m{i}") for i, (s, e) in enumerate(spans)]


@given(texts_with_spans(), st.booleans())
def test_without_its_tags_the_result_is_the_text(given_: tuple, show: bool) -> None:
    text, spans = given_
    rendered = render(text, _marks(spans), show_invisible=show)
    assert html.unescape(re.sub(r"<[^>]*>", "", rendered)) == text


@given(texts_with_spans())
def test_every_mark_holds_exactly_its_words(given_: tuple) -> None:
    text, spans = given_
    parser = _Checked()
    parser.feed(render(text, _marks(spans)))
    parser.close()
    assert parser.stack == []
    for i, (start, end) in enumerate(spans):
        # Line breaks stand between paragraphs, outside of every mark.
        assert parser.marked.get(str(i), "") == text[start:end].replace("\n", "")


@given(texts_with_spans())
def test_an_id_is_given_once(given_: tuple) -> None:
    text, spans = given_
    ids = re.findall(r' id="(m\d+)"', render(text, _marks(spans)))
    assert len(ids) == len(set(ids))


@given(TEXTS.filter(bool), st.integers(0, 59))
def test_an_anchor_changes_no_text(text: str, at: int) -> None:
    rendered = render(text, [], [Anchor(min(at, len(text) - 1), "<i></i>")])
    assert rendered.count("<i></i>") == 1
    assert html.unescape(re.sub(r"<[^>]*>", "", rendered)) == text


def test_lines_become_paragraphs_and_empty_lines_none() -> None:
    assert render("one\n\ntwo", []) == "<p>one</p>\n\n<p>two</p>"


def test_an_embedded_mark_stands_inside() -> None:
    rendered = render("abcd", [Mark(1, 2, 'class="in"'), Mark(0, 4, 'class="out"')])
    assert rendered == '<p><span class="out">a<span class="in">b</span>cd</span></p>'


def test_crossing_marks_are_closed_and_opened_again() -> None:
    rendered = render("abc", [Mark(0, 2, 'class="x"', "x"), Mark(1, 3, 'class="y"', "y")])
    assert rendered == (
        '<p><span id="x" class="x">a<span id="y" class="y">b</span></span>'
        '<span class="y">c</span></p>'
    )


def test_markup_in_the_text_is_shown_as_text() -> None:
    assert render("<b>&", []) == "<p>&lt;b&gt;&amp;</p>"


def test_invisible_characters_are_named_on_demand_only() -> None:
    text = "a\u200fb"
    assert has_invisible(text) and not has_invisible("ab")
    assert "RLM" not in render(text, [])
    assert 'data-i="RLM" title="Right-To-Left Mark">\u200f</span>' in render(
        text, [], show_invisible=True
    )


def test_a_number_stands_before_the_word_that_a_claim_begins_in() -> None:
    assert word_start("قالت وأغلق", 6) == 5
    assert word_start("abc", 0) == 0


def test_numbers_on_one_line_stand_side_by_side() -> None:
    text = "a" * 300 + "\nb"
    assert columns(text, [0, 10, 20, 30, 200, 301]) == [1, 2, 3, 1, 1, 1]
