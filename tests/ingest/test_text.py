"""Bytes become the stored text, or are refused in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import TextRefused
from claims.ingest.text import MAX_CHARS, clean, decode

ARABIC = "قالت هيئة الموانئ في بيان إن الجسر أُغلق أمام الشاحنات حتى إشعار آخر، وإن العمل مستمر."
RUSSIAN = "Портовое управление сообщило, что мост закрыт для грузовиков до особого распоряжения."
TURKISH = "Liman idaresi, köprünün ikinci bir duyuruya kadar kamyonlara kapatıldığını açıkladı."
PERSIAN_FRENCH = "Le président a déclaré que la situation était très préoccupante à Marseille."


@pytest.mark.parametrize(
    "raw",
    [
        ARABIC.encode(),
        b"\xef\xbb\xbf" + ARABIC.encode(),
        b"\xff\xfe" + ARABIC.encode("utf-16-le"),
        b"\xfe\xff" + ARABIC.encode("utf-16-be"),
        ARABIC.encode("cp1256"),
    ],
)
def test_one_text_is_read_from_every_encoding_it_may_come_in(raw: bytes) -> None:
    assert decode(raw) == ARABIC


@pytest.mark.parametrize(
    "raw",
    [
        RUSSIAN.encode("cp1251"),
        RUSSIAN.encode("koi8-r"),
        TURKISH.encode("cp1254"),
        PERSIAN_FRENCH.encode("cp1252"),
        ARABIC.replace("ُ", "").replace("،", ",").encode("iso8859-6"),
        "قال".encode("cp1256"),  # too little to be certain
        bytes(range(1, 256)),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(128, 256)) * 9,
    ],
)
def test_an_encoding_that_is_not_certain_is_refused(raw: bytes) -> None:
    with pytest.raises(TextRefused, match="save it as UTF-8"):
        decode(raw)


@pytest.mark.parametrize("raw", [b"\xff\xfea", b"\xfe\xff\xd8\x00", b"\xef\xbb\xbf\xff"])
def test_a_text_that_breaks_its_own_mark_is_refused(raw: bytes) -> None:
    with pytest.raises(TextRefused, match="says that it is"):
        decode(raw)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TextRefused, match="not text"):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        decode(raw)
    except TextRefused as refused:
        assert str(refused).endswith(".")


def test_only_line_ends_are_changed() -> None:
    assert clean(" أ\u0640\r\nب\rج\u200f\n") == " أ\u0640\nب\nج\u200f\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no text"),
        (" \n\t", "no text"),
        ("…!؟", "no text"),
        ("أ\0ب", "NUL"),
        ("أ\ud800ب", "surrogate"),
        ("س" * (MAX_CHARS + 1), "400,001 characters"),
        ("س" * 5_000_000, "5,000,000 characters"),
    ],
)
def test_a_text_that_cannot_be_stored_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(TextRefused, match=said):
        clean(text)


def test_the_longest_text_passes() -> None:
    assert len(clean("س" * MAX_CHARS)) == MAX_CHARS
