"""Copies to compare, and the way back to the unchanged text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.folding import INVISIBLE, fold, fold_name, folded, search_form
from claims.extraction.types import Span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أإآٱا", "ااااا"),
        ("على", "علي"),
        ("کتابی", "كتابي"),
        ("١٢٣ ۴۵۶", "123 456"),
        ("١٬٢٠٠٫٥", "1,200.5"),
        ("Bakan AÇIKLADI", "bakan açikladi"),
        ("МЭР", "мэр"),
        ("أ\u00a0ب\tج", "ا ب ج"),
    ],
)
def test_what_the_press_mixes_is_folded_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_what_tells_words_apart_is_kept() -> None:
    assert fold("مدينة") != fold("مدينه")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="Iİıßﬁǅ Άأ"))
def test_letters_that_grow_in_lower_case_keep_their_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=f"اب \u0640\u064e\u0651\n{INVISIBLE[:6]}"))
def test_every_kept_character_is_found_where_it_stood(text: str) -> None:
    copy = folded(text)
    for index, char in enumerate(copy.text):
        span = copy.original_span(index, index + 1)
        assert fold(text)[span.start] == char


def test_a_span_goes_back_with_the_marks_on_its_last_letter() -> None:
    text = "قالَ المُحافِظُ: نعم"
    copy = folded(text)
    start = copy.text.index("المحافظ")
    assert copy.original_span(start, start + len("المحافظ")).of(text) == "المُحافِظُ"


def test_a_span_goes_back_over_tatweel_and_controls() -> None:
    text = "\u200fمـــص\u202eدر عسكري"
    copy = folded(text)
    assert copy.text == "مصدر عسكري"
    assert copy.original_span(0, 4).of(text) == "مـــص\u202eدر"


def test_a_text_without_marks_needs_no_map() -> None:
    copy = folded("مصدر عسكري")
    assert not copy.cuts
    assert copy.original_span(5, 10) == Span(5, 10)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("القيادةُ المُوحَّدة", "القياده الموحده"),
        ("Şükrü Yılmaz", "Sukru Yilmaz"),
        ("İSTANBUL", "istanbul"),
        ("Пётр", "Петр"),
        ("O’Neill", "O'Neill"),
        ("«درنيل»", "درنيل"),
        ("د.ب.أ", "د ب ا"),
    ],
)
def test_two_spellings_of_a_name_are_equal(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_nothing_is_left_of_a_name_of_marks() -> None:
    assert fold_name("«…»") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("والمصادر", "مصادر"), ("المدينة", "مدينه"), ("مُهاجِمون", "المهاجمين"), ("بالجسر", "الجسر")],
)
def test_search_finds_a_word_with_other_prefixes_endings_and_marks(one: str, other: str) -> None:
    assert search_form(one) == search_form(other)
