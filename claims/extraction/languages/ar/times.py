"""Expressions of time in Arabic, with their dates."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claims.extraction.days import day_of, days_from, weekday
from claims.extraction.document import Document
from claims.extraction.languages.ar.lexicon import f, fset
from claims.extraction.report import Words

_DATA = tomllib.loads(Path(__file__).with_name("times.toml").read_text(encoding="utf-8"))
_DAYS: dict[str, int] = {f(word): days for word, days in _DATA["days"].items()}
_WEEKDAYS: dict[str, int] = {f(word): day for word, day in _DATA["weekdays"].items()}
_MONTHS: dict[tuple[str, ...], int] = {
    tuple(f(name).split()): month for name, month in _DATA["months"].items()
}
_TODAY = f("اليوم")
_NOT_BEFORE_TODAY = fset(_DATA["words"]["not_before_today"])
_NOT_AFTER_TODAY = fset(_DATA["words"]["not_after_today"])
_MONTH_HEADS = frozenset(name[0] for name in _MONTHS)
_PARTS_OF_DAY = fset(_DATA["words"]["parts_of_day"])
_BEFORE_YESTERDAY = f(_DATA["words"]["before_yesterday"])
_COMING = fset(_DATA["words"]["coming"])
_PAST = fset(_DATA["words"]["past"])
_HEADS = frozenset(_DAYS) | frozenset(_WEEKDAYS) | _MONTH_HEADS
# By each form: what stands behind a joined «و» or «ف».
_BARE = {joined + head: head for joined in ("", "و", "ف") for head in _HEADS}


def times(
    doc: Document, first: int, end: int, published: date | None
) -> Iterator[tuple[Words, date | None]]:
    """Each expression of a day among words first … end - 1, in order."""
    words = doc.words
    i = first
    while i < end:
        bare = _BARE.get(words[i])
        if bare is None:
            i += 1
            continue
        found = _day(doc, i, first, end, bare, published)
        found = found or _date(doc, i, first, end, bare, published)
        if found is not None:
            yield found
        i = found[0].end if found is not None else i + 1


def _start(doc: Document, i: int, first: int) -> int:
    while i > first and doc.words[i - 1].lstrip("و") in _PARTS_OF_DAY:
        i -= 1
    return i


def _day(
    doc: Document, i: int, first: int, end: int, word: str, published: date | None
) -> tuple[Words, date | None] | None:
    """«أمس الجمعة», «مساء السبت», «أول من أمس», «الأربعاء المقبل»."""
    words = doc.words
    if word == _TODAY and _is_some_day(doc, i, first, end):
        return None
    start, stop = _start(doc, i, first), i + 1
    prefix = len(words[i]) - len(word) if start == i else 0
    if word in _DAYS:
        days = _DAYS[word]
        if i >= first + 2 and words[i - 1] == "من" and words[i - 2] == _BEFORE_YESTERDAY:
            days, start = -2, _start(doc, i - 2, first)
        if stop < end and words[stop] in _WEEKDAYS:
            stop += 1
        return Words(start, stop, prefix), days_from(published, days)
    if word not in _WEEKDAYS:
        return None
    ahead = stop < end and words[stop] in _COMING
    if ahead or (stop < end and words[stop] in _PAST):
        stop += 1
    return Words(start, stop, prefix), weekday(published, _WEEKDAYS[word], ahead=ahead)


def _is_some_day(doc: Document, i: int, first: int, end: int) -> bool:
    """«في اليوم الثالث», «ذلك اليوم», «اليوم نفسه»: no *today*."""
    if i > first and doc.words[i - 1] in _NOT_BEFORE_TODAY:
        return True
    return i + 1 < end and doc.words[i + 1] in _NOT_AFTER_TODAY


def _date(
    doc: Document, i: int, first: int, end: int, word: str, published: date | None
) -> tuple[Words, date | None] | None:
    """«30 نوفمبر 2024», «12 آذار/مارس»."""
    words = doc.words
    month, stop = 0, i
    for length in (2, 1):
        name = (word, *words[i + 1 : min(i + length, end)])
        if len(name) == length and name in _MONTHS:
            month, stop = _MONTHS[name], i + length
            break
    if not month or i == first or not words[i - 1].isdecimal():
        return None
    day = int(words[i - 1]) if len(words[i - 1]) < 3 else 0
    if not 1 <= day <= 31:
        return None
    if stop + 1 < end and words[stop] in ("/", "(") and words[stop + 1] in _MONTH_HEADS:
        close = words[stop] == "("
        stop += 3 if stop + 2 < end and (words[stop + 1], words[stop + 2]) in _MONTHS else 2
        if close and stop < end and words[stop] == ")":
            stop += 1
    year = published.year if published else 0
    if stop < end and words[stop].isdecimal() and len(words[stop]) == 4:
        year = int(words[stop])
        stop += 1
    start = _start(doc, i - 1, first)
    return Words(start, stop), day_of(year, month, day)
