"""Where words stand in a text, however they are spaced."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from claims.extraction.types import Span

# A byte order mark within a text looks like nothing: to a browser it is a blank.
_BLANKS = re.compile(r"[\s\ufeff]+")


def places(text: str, words: str) -> list[Span]:
    """Every place of the words, those that overlap too; whole words if there are any such."""
    wanted = _BLANKS.sub(" ", words).strip()
    if not wanted:
        return []
    folded, cuts, removed = _folded(text)

    def back(at: int) -> int:
        return at + removed[bisect_right(cuts, at) - 1]

    found, at = list[Span](), folded.find(wanted)
    while at >= 0:
        found.append(Span(back(at), back(at + len(wanted) - 1) + 1))
        at = folded.find(wanted, at + 1)
    whole = [one for one in found if not _is_within(text, one.start, one.end)]
    return whole or found


def find(text: str, words: str, near: int) -> Span | None:
    """Where the words stand: at ``near`` itself, even within a word; else the nearest place."""
    here = _at(text, words, near)
    if here is not None:
        return here
    return min(places(text, words), key=lambda one: abs(one.start - near), default=None)


def begins_a_word(text: str, at: int) -> bool:
    """Whether text[:at] and text[at:] share no word."""
    return at <= 0 or at >= len(text) or not (_is_letter(text[at - 1]) and _is_letter(text[at]))


def trimmed(text: str, span: Span) -> Span | None:
    """Without blanks at its edges; None if there is nothing else in it."""
    start, end = span.start, min(span.end, len(text))
    while start < end and _BLANKS.match(text[start]):
        start += 1
    while end > start and _BLANKS.match(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _at(text: str, words: str, start: int) -> Span | None:
    """The words, if they begin just there."""
    parts = [part for part in _BLANKS.split(words) if part]
    at = start
    for number, part in enumerate(parts):
        if number:
            blank = _BLANKS.match(text, at)
            if blank is None:
                return None
            at = blank.end()
        if at < 0 or not text.startswith(part, at):
            return None
        at += len(part)
    return Span(start, at) if parts else None


def _is_within(text: str, start: int, end: int) -> bool:
    return not (begins_a_word(text, start) and begins_a_word(text, end))


def _is_letter(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


@lru_cache(maxsize=2)
def _folded(text: str) -> tuple[str, list[int], list[int]]:
    """With one space for each run of blanks; behind each place in ``cuts`` so many characters less
    than in the text. A form asks for a dozen places in one text."""
    cuts, removed = [0], [0]
    for run in _BLANKS.finditer(text):
        if run.end() - run.start() > 1:
            cuts.append(run.start() - removed[-1] + 1)
            removed.append(removed[-1] + run.end() - run.start() - 1)
    return _BLANKS.sub(" ", text), cuts, removed
