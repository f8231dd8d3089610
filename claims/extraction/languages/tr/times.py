"""Expressions of time in Turkish, with their dates."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claims.extraction.days import day_of, days_from, weekday
from claims.extraction.document import Document
from claims.extraction.languages.tr.morphology import base, f, fset
from claims.extraction.report import Words

_DATA = tomllib.loads(Path(__file__).with_name("times.toml").read_text(encoding="utf-8"))
_DAYS: dict[str, int] = {f(word): days for word, days in _DATA["days"].items()}
_WEEKDAYS: dict[str, int] = {f(word): day for word, day in _DATA["weekdays"].items()}
_MONTHS: dict[str, int] = {f(word): month for word, month in _DATA["months"].items()}
_BEFORE = fset(_DATA["words"]["before"])
_PARTS_OF_DAY = fset(_DATA["words"]["parts_of_day"])
_DAY = fset(_DATA["words"]["day"])
_COMING = fset(_DATA["words"]["coming"])
_PAST = fset(_DATA["words"]["past"])
_HEADS = frozenset(_DAYS) | frozenset(_WEEKDAYS) | frozenset(_MONTHS)
# «pazar» is a market too, and «salı» has no other sense: a weekday is followed by «günü» or written
# with a capital.
_AMBIGUOUS = fset(["pazar", "cuma"])


def times(
    doc: Document, first: int, end: int, published: date | None
) -> Iterator[tuple[Words, date | None]]:
    """Each expression of a day among words first … end - 1, in order."""
    words = doc.words
    i = first
    while i < end:
        word = base(words[i])
        found = None
        if word in _HEADS:
            found = _day(doc, i, first, end, word, published) or _date(
                doc, i, first, end, word, published
            )
        if found is None:
            i += 1
            continue
        yield found
        i = max(found[0].end, i + 1)


def _day(
    doc: Document, i: int, first: int, end: int, word: str, published: date | None
) -> tuple[Words, date | None] | None:
    """«dün gece», «önceki gün» is no head, «salı günü», «gelecek cuma»."""
    words = doc.words
    start, stop = i, i + 1
    if word in _DAYS:
        if stop < end and words[stop] in _PARTS_OF_DAY:
            stop += 1
        return Words(start, stop), days_from(published, _DAYS[word])
    if word not in _WEEKDAYS:
        return None
    is_day = stop < end and words[stop] in _DAY
    if not is_day and not doc.is_capital(i) and (word in _AMBIGUOUS or word == "sali"):
        return None
    if stop < end and (words[stop] in _DAY or words[stop] in _PARTS_OF_DAY):
        stop += 1
    ahead = i > first and words[i - 1] in _COMING
    if ahead or (i > first and words[i - 1] in _PAST):
        start -= 1
    return Words(start, stop), weekday(published, _WEEKDAYS[word], ahead=ahead)


def _date(
    doc: Document, i: int, first: int, end: int, word: str, published: date | None
) -> tuple[Words, date | None] | None:
    """«24 Kasım 2026», «9 Mayıs'ta»."""
    words = doc.words
    month = _MONTHS.get(word)
    if month is None or i == first or not _is_number(words[i - 1], 2):
        return None
    day = int(words[i - 1])
    if not 1 <= day <= 31:
        return None
    stop = i + 1
    year = published.year if published else 0
    if stop < end and _is_number(words[stop], 4) and len(words[stop]) == 4:
        year = int(words[stop])
        stop += 1
    return Words(i - 1, stop), day_of(year, month, day)


def _is_number(word: str, at_most: int) -> bool:
    return word.isdecimal() and len(word) <= at_most
