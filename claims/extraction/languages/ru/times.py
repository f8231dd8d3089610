"""Expressions of time in Russian, with their dates."""

from collections.abc import Iterator
from datetime import date

from claims.extraction.days import day_of, days_from, weekday
from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.report import Words

_DATA = lex.load("times.toml")
_DAYS: dict[str, int] = {lex.f(word): days for word, days in _DATA["days"].items()}
_WEEKDAYS: dict[str, int] = {lex.f(word): day for word, day in _DATA["weekdays"].items()}
_MONTHS: dict[str, int] = {lex.f(word): month for word, month in _DATA["months"].items()}
_HEADS = _DAYS.keys() | _WEEKDAYS.keys() | _MONTHS.keys()
_COMING = lex.fset(_DATA["words"]["coming"])
_PAST = lex.fset(_DATA["words"]["past"])
_PARTS_OF_DAY = lex.fset(_DATA["words"]["parts_of_day"])
_IN = frozenset(("в", "во"))


def times(
    doc: Document, first: int, end: int, published: date | None
) -> Iterator[tuple[Words, date | None]]:
    """Each expression of a day among words first … end - 1, in order."""
    words = doc.words
    for i in range(first, end):
        word = words[i]
        if word not in _HEADS:
            continue
        if word in _DAYS:
            stop = i + 2 if i + 1 < end and words[i + 1] in _PARTS_OF_DAY else i + 1
            yield Words(i, stop), days_from(published, _DAYS[word])
        elif word in _WEEKDAYS and i > first:
            found = _weekday(words, i, first, published)
            if found is not None:
                yield found
        elif word in _MONTHS and i > first:
            found = _date(words, i, first, end, published)
            if found is not None:
                yield found


def _weekday(
    words: list[str], i: int, first: int, published: date | None
) -> tuple[Words, date | None] | None:
    """«в понедельник», «в следующую среду»."""
    at = i - 1
    ahead = words[at] in _COMING
    if ahead or words[at] in _PAST:
        at -= 1
    if at < first or words[at] not in _IN:
        return None
    return Words(at, i + 1), weekday(published, _WEEKDAYS[words[i]], ahead=ahead)


def _date(
    words: list[str], i: int, first: int, end: int, published: date | None
) -> tuple[Words, date | None] | None:
    """«5 мая», «12 марта 2016 года»."""
    told = words[i - 1]
    if not (told.isdecimal() and len(told) < 3) or not 1 <= int(told) <= 31:
        return None
    year, stop = published.year if published else 0, i + 1
    if stop < end and words[stop].isdecimal() and len(words[stop]) == 4:
        year = int(words[stop])
        stop += 1
        if stop < end and words[stop] in ("года", "г"):
            stop += 1
    return Words(i - 1, stop), day_of(year, _MONTHS[words[i]], int(told))
