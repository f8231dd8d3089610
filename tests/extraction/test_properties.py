"""What holds for any text at all, in every language and in none."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims.extraction import extract
from claims.extraction.languages import LANGUAGES as READ
from claims.extraction.types import Claim, Extraction, Kind, Role, Span
from tests.extraction.prose import INVISIBLE, LANGUAGES, MARKS, VOWELS, anything, marks, prose

every_language = pytest.mark.parametrize("language", LANGUAGES)

# One claim each, with its speaker, where the language is read.
SENTENCES = {
    "ar": "قال محافظ درنيل علي نور إن الجسر الحجري أغلق أمام السيارات.",
    "en": "Ali Noor, the governor of Dernil, said that the stone bridge was closed to cars.",
    "tr": "Dernil Valisi Ali Ak, taş köprünün araçlara kapandığını söyledi.",
    "ru": "Мэр Дернила Али Ким заявил, что каменный мост закрыт для машин.",
}


def spans(claim: Claim) -> Iterator[Span]:
    yield claim.content
    yield from claim.parts
    if claim.cue:
        yield claim.cue
    if claim.time:
        yield claim.time.span
    for link in claim.attribution:
        yield from filter(None, (link.mention, link.antecedent, link.cue))


def assert_sound(text: str, found: Extraction, language: str) -> None:
    assert found.language == language
    contents = [claim.content for claim in found.claims]
    # What holds another claim comes before it.
    assert contents == sorted(set(contents), key=lambda span: (span.start, -span.end))
    for claim in found.claims:
        for span in spans(claim):
            assert span.end <= len(text)
            assert re.search(r"\w", span.of(text)), span
        assert all(_is_inside(part, claim.content) for part in claim.parts)
        assert list(claim.parts) == sorted(set(claim.parts))
        assert_chain_is_sound(claim)


def assert_chain_is_sound(claim: Claim) -> None:
    links = claim.attribution
    roles = [link.role for link in links]
    assert roles == [Role.RELAYER] * (len(links) - 1) + [Role.ORIGIN] * bool(links)
    assert all(link.mention or link.antecedent for link in links)
    assert all(link.mention != link.antecedent for link in links)
    assert all(link.count is None or link.count > 0 for link in links)
    if claim.kind is Kind.NARRATION:
        assert not links
        assert claim.cue is None


def _is_inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def test_every_language_that_is_read_is_tried() -> None:
    assert {*READ} <= {*LANGUAGES} & {*SENTENCES}


@every_language
@settings(max_examples=150, deadline=None)
@given(data=st.data(), published=st.none() | st.dates())
def test_news_in_any_order_is_read_soundly(
    language: str, data: st.DataObject, published: date | None
) -> None:
    text = data.draw(prose(language))
    found = extract(text, language, published)
    assert_sound(text, found, language)
    assert extract(text, language, published) == found


@every_language
@settings(max_examples=60, deadline=None)
@given(text=st.one_of(anything(), marks()))
def test_any_text_is_read_soundly(language: str, text: str) -> None:
    assert_sound(text, extract(text, language), language)


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(anything(), marks(), *map(prose, LANGUAGES)))
def test_a_text_of_unsaid_language_is_read_in_the_one_that_is_recognised(text: str) -> None:
    found = extract(text)
    assert_sound(text, found, found.language)
    assert extract(text, found.language) == found


@pytest.mark.parametrize("language", SENTENCES)
@settings(max_examples=40, deadline=None)
@given(prefix=st.text(alphabet="ab é📰7\n"))
def test_text_added_in_front_only_shifts_the_spans(language: str, prefix: str) -> None:
    by = len(prefix) + 2
    alone = extract(SENTENCES[language], language).claims
    assert len(alone) == (language in READ)
    after = extract(f"{prefix}\n\n{SENTENCES[language]}", language).claims
    shifted = [claim for claim in after if claim.content.start >= by]
    assert [[*spans(claim)] for claim in shifted] == [
        [Span(span.start + by, span.end + by) for span in spans(claim)] for claim in alone
    ]


@settings(max_examples=60, deadline=None)
@given(
    at=st.lists(st.integers(0, len(SENTENCES["ar"])), max_size=12),
    char=st.sampled_from(VOWELS + INVISIBLE),
)
def test_marks_and_invisible_characters_change_nothing_that_is_found(
    at: list[int], char: str
) -> None:
    plain = SENTENCES["ar"]
    marked = plain
    for position in sorted(at, reverse=True):
        marked = f"{marked[:position]}{char}{marked[position:]}"
    quotes = [
        [
            span.of(text).replace(char, "")
            for claim in extract(text, "ar").claims
            for span in spans(claim)
        ]
        for text in (plain, marked)
    ]
    assert quotes[0] == quotes[1]


@every_language
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_progress_ends_with_all_done(language: str, data: st.DataObject) -> None:
    heard: list[tuple[int, int]] = []
    text = data.draw(prose(language))
    found = extract(text, language, on_progress=lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    done, total = heard[-1]
    assert done == total
    assert found.sentences >= bool(re.search(r"\w", text))


# Each once raised, or gave something that is none.
ODD = [
    ". د و4نوفمبر",
    "واتهم الوزير بلماريا",
    "تقول الدكتورة آمال سلمان، وهي",
    "قال الوزير في ² نوفمبر إن الجسر مغلق.",
    "قال الوزير في 12 نوفمبر ²²²² إن الجسر مغلق.",
    "قالت ③ مصادر إن الجسر مغلق.",
    "قالت 0 مصادر إن الجسر مغلق.",
    f"قالت {'9' * 5_000} مصادر إن الجسر مغلق.",
    "نفى ″,”الجيش",
    "’ا2حسب ا ذلك وثيقة اتهم«ى»",
]


ODD_RUSSIAN = [
    ", сообщил",
    "— , — сказал",
    "Об этом",
    "О том, что",
    "По словам",
    "По его словам",
    "Как сообщил",
    "Согласно",
    "не ответил",
    "Говорить не пожелал",
    "«», — сказал он.",
    "«Да",
    "А. В.",
    "КИМ:",
    "КИМ: ²",
    "в ² ноября заявил, что ²",
    "Ё, заявил Ё.",
    "/ /",
    "5 тыс. Он",
    "Ким, который",
    "цитирует",
    "со ссылкой на",
    "В ней, говорится, что",
]


@pytest.mark.parametrize("text", ODD_RUSSIAN)
@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_odd_russian_is_read_soundly(text: str, published: date | None) -> None:
    assert_sound(text, extract(text, "ru", published), "ru")


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("published", [None, date.min, date(2026, 11, 24), date.max])
def test_odd_text_is_read_soundly(text: str, published: date | None) -> None:
    assert_sound(text, extract(text, "ar", published), "ar")


CORPUS = Path(__file__).parent.parent / "data" / "corpus"
ARTICLES = [
    (article["lang"], article["text"])
    for path in sorted(CORPUS.glob("*/dev*.jsonl"))
    for article in map(json.loads, path.read_text("utf-8").splitlines())
]


@given(data=st.data())
@settings(max_examples=1000, deadline=None)
def test_news_cut_anywhere_is_read_soundly(data: st.DataObject) -> None:
    """What breaks a rule is mostly a text that ends in the middle of what it looks for."""
    language, text = data.draw(st.sampled_from(ARTICLES))
    start = data.draw(st.integers(0, len(text) - 2))
    piece = text[start : data.draw(st.integers(start + 1, min(start + 600, len(text))))]
    assert_sound(piece, extract(piece, language), language)


HOSTILE = {
    **{f"{mark} a hundred thousand times": mark * 100_000 for mark in MARKS},
    "tatweel": "قال" + "\u0640" * 500_000 + " المحافظ إن الجسر مغلق.",
    "vowel marks": "قال المحافظ إن الجسر " + "\u064e" * 500_000 + "مغلق.",
    "bidi controls": INVISIBLE * 20_000 + SENTENCES["ar"],
    "lines": "\n" * 500_000,
    "NUL": "قال\0" * 10_000,
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_soundly(text: str) -> None:
    assert_sound(text, extract(text, "ar"), "ar")


@pytest.mark.parametrize("unit", [SENTENCES["ar"].replace(".", " "), "س"], ids=["words", "letter"])
def test_five_million_characters_in_one_line_are_read(unit: str) -> None:
    text = unit * (5_000_000 // len(unit))
    found = extract(text, "ar")
    assert all(claim.content.end <= len(text) for claim in found.claims)


def test_the_same_is_found_in_every_process() -> None:
    program = (
        "import sys, pathlib; from claims.extraction import extract\n"
        "for path in sys.argv[1:]: print(extract(pathlib.Path(path).read_text('utf-8')))"
    )
    demo = sorted((Path(claims.__file__).parent / "demo" / "articles").glob("*.txt"))
    said = {
        subprocess.run(
            [sys.executable, "-c", program, *map(str, demo)],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            cwd=Path(claims.__file__).parent.parent,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in "123"
    }
    assert len(said) == 1
