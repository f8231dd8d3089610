"""A long text in parts."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.types import Span
from claims.second_reader.parts import PART_AT_MOST, PARTS_AT_MOST, parts_of


def test_a_short_text_is_one_part() -> None:
    assert parts_of("One.\n\nTwo.") == [Span(0, 10)]


def test_paragraphs_stay_whole_where_they_fit() -> None:
    text = "\n".join("x" * 1500 for _ in range(5))
    assert [part.of(text).count("\n") for part in parts_of(text)] == [1, 1, 0]


def test_a_paragraph_that_is_too_long_is_cut_between_words() -> None:
    text = "word " * 2000
    parts = parts_of(text)
    assert all(part.of(text).strip().startswith("word") for part in parts)
    assert all(part.of(text).strip().endswith("word") for part in parts)


def test_a_text_without_end_is_read_up_to_a_limit() -> None:
    assert len(parts_of("x" * 10_000_000)) == PARTS_AT_MOST


def test_nothing_is_no_part() -> None:
    assert parts_of(" \n\n  \n") == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("ab \n", max_size=3000), max_size=6).map("\n".join))
def test_parts_are_in_order_bounded_and_leave_nothing_out(text: str) -> None:
    parts = parts_of(text)
    assert all(part.end - part.start <= PART_AT_MOST for part in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    between = [0, *(at for part in parts for at in (part.start, part.end)), len(text)]
    gaps = [text[a:b] for a, b in zip(between[::2], between[1::2], strict=True)]
    assert not any(gap.strip() for gap in gaps)
