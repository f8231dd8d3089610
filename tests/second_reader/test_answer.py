"""What is read out of an answer: proposals of the right shape, and nothing else."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ReaderFailed
from claims.second_reader import small_words
from claims.second_reader.answer import (
    CONTENT_AT_MOST,
    PROPOSALS_AT_MOST,
    Said,
    said,
)
from claims.second_reader.asking import PAUSE
from tests.second_reader.server import envelope

ONE: dict[str, Any] = {"content": "the bridge is closed", "source": "the port authority"}


def read(content: object) -> list[Said]:
    return said(envelope(content if isinstance(content, str) else json.dumps(content)))


def test_a_proposal_is_read_with_all_its_fields() -> None:
    full = {
        **ONE,
        "cue": "said",
        "name": "Port Authority of Sidra",
        "relayer": "the agency",
        "modality": "denied",
        "unnamed": True,
    }
    [one] = read({"claims": [full]})
    assert one == Said(
        "the bridge is closed",
        "said",
        "the port authority",
        "Port Authority of Sidra",
        "the agency",
        one.modality,
        True,
    )
    assert one.modality.value == "denied"


def test_what_is_null_or_empty_is_left_out() -> None:
    given_null = {**ONE, "cue": None, "name": "", "relayer": None, "modality": None}
    assert read({"claims": [{**given_null, "unnamed": None}]}) == read({"claims": [ONE]})


@pytest.mark.parametrize(
    "around",
    [
        "```json\n{}\n```",
        "Here are the claims:\n{}\nI hope this helps.",
        "<think>A hard {{one}}.</think>{}",
    ],
)
def test_what_models_write_around_it_is_left_out(around: str) -> None:
    assert len(read(around.format(json.dumps({"claims": [ONE]})))) == 1


def test_unknown_fields_are_passed_over() -> None:
    orders = {"status": "corroborated", "accept": True, "sql": "DROP TABLE claims_claim"}
    assert read({"claims": [{**ONE, **orders}], "do": "publish"}) == read({"claims": [ONE]})


@pytest.mark.parametrize(
    "wrong",
    [
        {"content": 7},
        {"content": ["the bridge is closed"]},
        {"content": ""},
        {"content": "x" * (CONTENT_AT_MOST + 1)},
        {"content": "the bridge\nis closed"},
        {"content": None},
        {"source": {"name": "x"}},
        {"source": "x" * 201},
        {"cue": 1e308},
        {"cue": "x" * 81},
        {"name": True},
        {"modality": "corroborated"},
        {"modality": "declined"},
        {"modality": ["asserted"]},
        {"modality": {}},
        {"unnamed": "yes"},
        {"unnamed": 1},
        {"relayer": "   "},
    ],
)
def test_a_proposal_of_another_shape_is_none(wrong: dict[str, object]) -> None:
    assert read({"claims": [{**ONE, **wrong}, ONE]}) == [Said(**ONE)]


NOBODY = [
    ".",
    "—",
    "«»",
    "…",
    "ـ",
    "\u064e",
    "24",
    "١٢",
    "5%",
    "of",
    "The",
    "of the",
    "in the",
    "and",
    "و",
    "في",
    "على",
    "عَلَى",
    "عن",
    "ومن",
    "لكن",
    "в",
    "По",
    "из-за",
    "и",
    "что",
    "için",
    "göre",
    "ve",
    "bir",
    "İle",
]


@pytest.mark.parametrize("field", ["source", "name", "relayer"])
@pytest.mark.parametrize("words", NOBODY)
def test_signs_and_small_words_name_nobody(words: str, field: str) -> None:
    full = {**ONE, "name": "Port Authority of Sidra", "relayer": "the agency"}
    assert read({"claims": [{**full, field: words}]}) == []


@pytest.mark.parametrize(
    "words", ["he", "She", "they", "هو", "وهي", "هؤلاء", "он", "Они", "его", "o", "Kendisi", "who"]
)
def test_a_pronoun_is_a_source_where_a_name_is_given(words: str) -> None:
    assert read({"claims": [{**ONE, "source": words}]}) == []
    [one] = read({"claims": [{**ONE, "source": words, "name": "Sami Haddad"}]})
    assert one.source == words
    for field in ("name", "relayer"):
        assert read({"claims": [{**ONE, field: words}]}) == []


@pytest.mark.parametrize(
    "words",
    [
        "WHO",
        "X",
        "France 24",
        "the 5th brigade",
        "one of the officers",
        "علي",  # as the registry folds it, it is «على»
        "اليوم",
        "وزير",
        "أمن الدولة",
        "ТАСС",
        "Он-лайн",
        "AA",
        "İstanbul",
        "O'Neil",
        "«Сегодня»",
    ],
)
def test_a_word_that_is_no_small_one_names_somebody(words: str) -> None:
    for field in ("source", "name", "relayer"):
        assert len(read({"claims": [{**ONE, field: words}]})) == 1


def test_every_list_of_the_packs_is_there() -> None:
    for listed in (small_words._SMALL, small_words._POINTING, small_words._NAMES_TOO):
        for language, names in listed.items():
            for name in names:
                assert list(small_words._listed({language: (name,)})), (language, name)


@pytest.mark.parametrize("listed", [[7], ["x"], [None], [[ONE]], []])
def test_what_is_no_proposal_is_left_out(listed: list[object]) -> None:
    assert read({"claims": listed}) == []


def test_more_than_the_most_are_not_looked_at() -> None:
    assert len(read({"claims": [ONE] * 5000})) == PROPOSALS_AT_MOST


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": {"0": 1}}',
        b'{"choices": [{"message": null}]}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": [{"type": "text"}]}}]}',
        b'{"choices": [' * 5000,
        b"[" * 500_000 + b"]" * 500_000,
        envelope("I cannot help with that."),
        envelope("{"),
        envelope('{"claims": "all of them"}'),
        envelope('{"claims": {"0": {}}}'),
        envelope('[{"content": "the bridge is closed"}]'),
        envelope('{"claims": [{"content": "the bridge is'),
        envelope('{"claims": ' + "[" * 200_000 + "]" * 200_000 + "}"),
        envelope('{"claims": [NaN]}'),
    ],
)
def test_what_is_no_list_of_claims_is_told(body: bytes) -> None:
    with pytest.raises(ReaderFailed) as told:
        said(body)
    assert "is no list of claims" in str(told.value)


@pytest.mark.parametrize(
    ("body", "pause"),
    [
        (b"<html>busy</html>", PAUSE),
        (b'{"error": {"code": 502}}', PAUSE),
        (envelope(None), 0),
        (envelope("I cannot help with that."), 0),
    ],
)
def test_where_no_model_answers_the_reader_may_be_why(body: bytes, pause: float) -> None:
    with pytest.raises(ReaderFailed) as told:
        said(body)
    assert told.value.pause == pause


def test_a_number_of_any_length_costs_nothing() -> None:
    try:
        found = read('{"claims": [{"content": ' + "9" * 900_000 + "}]}")
    except ReaderFailed:
        return
    assert found == []


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_do_anything_but_fail(body: bytes) -> None:
    with pytest.raises(ReaderFailed):
        said(body)


_VALUES = (
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=8) | st.just(1e308)
)
_JSON = _VALUES | st.lists(_VALUES, max_size=3) | st.dictionaries(st.text(max_size=4), _VALUES)
_FIELDS = st.sampled_from([*Said.__dataclass_fields__, "status"])


@settings(max_examples=60, deadline=None)
@given(st.lists(_JSON | st.dictionaries(_FIELDS, _JSON, max_size=8), max_size=4))
def test_any_list_gives_proposals_of_the_right_shape(listed: list[object]) -> None:
    for one in read({"claims": listed}):
        assert 0 < len(one.content) <= CONTENT_AT_MOST
        assert all(
            words is None or isinstance(words, str)
            for words in (one.cue, one.source, one.name, one.relayer)
        )
        assert one.unnamed in (True, False)
