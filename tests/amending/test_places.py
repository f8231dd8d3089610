"""Words are found where they stand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.amending.places import begins_a_word, find, places, trimmed
from claims.extraction.types import Span


@pytest.mark.parametrize(
    ("text", "words", "near", "found"),
    [
        ("one two", "two", 0, "two"),
        ("one\n\n two  three", "two three", 0, "two  three"),
        ("one\ufefftwo three", "one two", 0, "one\ufefftwo"),
        ("one", "two", 0, None),
        ("one", " ", 0, None),
    ],
)
def test_however_they_are_spaced(text: str, words: str, near: int, found: str | None) -> None:
    place = find(text, words, near)
    assert (place and place.of(text)) == found


def test_whole_words_come_before_parts_of_words_that_are_nearer() -> None:
    assert find("the aforesaid man said it", "said", 12) == Span(18, 22)
    assert find("والسد سليم ثم السد", "السد", 0) == Span(14, 18)
    assert find("aforesaid", "said", 0) == Span(5, 9)


def test_where_they_were_marked_they_are_found_within_a_word_too() -> None:
    assert find("والسد سليم ثم السد", "السد", 1) == Span(1, 5)


def test_places_that_overlap_are_all_seen() -> None:
    assert [one.start for one in places("no no no no", "no no")] == [0, 3, 6]
    assert find("he said he said he said", "he said he said", 8) == Span(8, 23)


def test_a_word_begins_where_none_goes_on() -> None:
    text = "كَتب a-b"
    assert [at for at in range(len(text)) if begins_a_word(text, at)] == [0, 4, 5, 6, 7]


def test_blanks_at_the_edges_are_left_out() -> None:
    assert trimmed(" \ufeffa b\n", Span(0, 6)) == Span(2, 5)
    assert trimmed(" \ufeff ", Span(0, 3)) is None


@given(st.text(alphabet="ab \n\u00a0\ufeff", min_size=1), st.data())
def test_what_stands_there_is_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = trimmed(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    if span is not None:
        assert find(text, span.of(text), span.start) == span
        assert any(one.of(text).split() for one in places(text, span.of(text)))


def test_endless_words_are_looked_up_in_no_time() -> None:
    begun = time.process_time()
    assert find("a " * 500_000, "a " * 20_000 + "b", 0) is None
    assert time.process_time() - begun < 5
