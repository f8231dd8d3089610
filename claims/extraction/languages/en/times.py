"""Expressions of time: where one ends, and what day it means.

Source: grammar of English dates in agency, American and British writing.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from claims.extraction.days import day_of, days_from, weekday
from claims.extraction.document import Document
from claims.extraction.languages.en import lexicon as lex
from claims.extraction.report import Words

_LEADS = lex.TIME_LEADS | {"of", "at", "in", "since", "by"}
_OF_UNIT = frozenset(("this", "last", "next", "past", "the", "previous", "each", "every"))


def time_end(words: Sequence[str], at: int, end: int) -> int:
    """Behind the expression of time that begins here («late on Thursday», «last week», «in March
    2019», «two days ago»), or ``at``."""
    if at >= end:
        return at
    word = words[at]
    if word not in _STARTS and not word[0].isdigit():
        return at
    i = at
    while i < end and i - at < 3 and words[i] in _LEADS:
        i += 1
    if i >= end:
        return at
    word = words[i]
    if word in lex.DAYS and i > at and words[i - 1] in ("the", "in", "at"):
        return at  # «the Today programme»
    if word in lex.TIME_HEADS:
        stop = _after_head(words, i, end)
        return at if word in ("may", "march", "sun", "sat") and stop == i + 1 and i == at else stop
    if word in lex.TIME_UNITS and i > at and words[i - 1] in _OF_UNIT:
        return i + 1
    if word[0].isdigit():
        return _after_number(words, at, i, end)
    if word in lex.NUMBERS and i + 2 < end and words[i + 1] in lex.TIME_UNITS:
        return i + 3 if words[i + 2] in ("ago", "later", "earlier") else at
    return at


_STARTS = _LEADS | lex.TIME_HEADS | lex.NUMBERS


def _after_head(words: Sequence[str], i: int, end: int) -> int:
    """Behind a weekday or a month with its day, year and part of the day."""
    word, i = words[i], i + 1
    if word in lex.MONTHS:
        if i < end and words[i] == "." and i + 1 < end and words[i + 1][0].isdigit():
            i += 1
        if i < end and words[i].isdecimal():
            i += 1
        if i + 1 < end and words[i] == "," and len(words[i + 1]) == 4 and words[i + 1].isdecimal():
            i += 2
        return i
    while i < end and words[i] in lex.DAY_PARTS:
        i += 1
    if i + 1 < end and words[i] in ("next", "last") and words[i + 1] == "week":
        i += 2
    return i


def _after_number(words: Sequence[str], at: int, i: int, end: int) -> int:
    """«30 May 2019», «in 2019», «9 p.m.», «10 days ago»."""
    number = words[i]
    if i + 1 < end and words[i + 1] in lex.MONTHS:
        stop = i + 2
        return stop + 1 if stop < end and words[stop].isdecimal() else stop
    if len(number) == 4 and number.isdecimal() and number[:2] in ("18", "19", "20") and i > at:
        return i + 1
    if i + 2 < end and words[i + 1] in lex.TIME_UNITS and words[i + 2] in ("ago", "earlier"):
        return i + 3
    return at


def times(
    doc: Document, first: int, end: int, published: date | None
) -> Iterator[tuple[Words, date | None]]:
    """Each expression of a day among words first … end - 1, in order."""
    words = doc.words
    i = first
    while i < end:
        word = words[i]
        if word not in lex.TIME_HEADS:
            i += 1
            continue
        found = None
        if word in lex.DAYS:
            found = Words(i, i + 1), days_from(published, lex.DAYS[word])
        elif word in lex.WEEKDAYS:
            found = _weekday(doc, i, first, end, published)
        elif word in lex.MONTHS and word not in ("sun",):
            found = _date(doc, i, first, end, published)
        if found is None:
            i += 1
            continue
        yield found
        i = max(found[0].end, i + 1)


def _weekday(
    doc: Document, i: int, first: int, end: int, published: date | None
) -> tuple[Words, date | None]:
    words = doc.words
    start, stop = i, i + 1
    ahead = i > first and words[i - 1] in lex.COMING
    if i > first and (ahead or words[i - 1] in lex.PAST_DAYS):
        start -= 1
    while stop < end and words[stop] in lex.DAY_PARTS:
        stop += 1
    return Words(start, stop), weekday(published, lex.WEEKDAYS[words[i]], ahead=ahead)


def _date(
    doc: Document, i: int, first: int, end: int, published: date | None
) -> tuple[Words, date | None] | None:
    """«May 30», «May 30, 2019», «30 May 2019»."""
    words = doc.words
    start, stop, day = i, i + 1, 0
    at = i + 2 if i + 2 < end and words[i + 1] == "." else i + 1
    if at < end and _is_day(words[at]):
        day, stop = int(words[at]), at + 1
    elif i > first and _is_day(words[i - 1]):
        day, start = int(words[i - 1]), i - 1
    else:
        return None
    year = published.year if published else 0
    at = stop + 1 if stop < end and words[stop] == "," else stop
    if at < end and len(words[at]) == 4 and words[at].isascii() and words[at].isdecimal():
        year, stop = int(words[at]), at + 1
    return Words(start, stop), day_of(year, lex.MONTHS[words[i]], day)


def _is_day(word: str) -> bool:
    return len(word) < 3 and word.isascii() and word.isdecimal() and 1 <= int(word) <= 31
