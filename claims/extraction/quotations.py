"""Which quotation marks belong together: nested, unbalanced and of every usual form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

# Marks that open or close by their form; the straight one and its like do both.
_OPENING = {
    "(": "round",
    "{": "brace",
    "“": "double",
    "„": "double",
    "‟": "double",
    "«": "angle",
    "‘": "single",
    "‚": "single",
}
_CLOSING = {")": "round", "}": "brace", "”": "double", "»": "angle", "’": "single"}
_EITHER = {'"': "double", "″": "double", "＂": "double", "“": "double", "'": "single"}
# A straight single mark is an apostrophe unless the language says otherwise (Usage).
APOSTROPHE = "'"
MARKS = (frozenset(_OPENING) | frozenset(_CLOSING) | frozenset(_EITHER)) - frozenset("()'")
_SINGLE = frozenset("'’")
# Quotations in quotations, at most: deeper ones are not seen, and floods of marks stay cheap.
DEPTH_AT_MOST = 3
# What may stand before a quotation that is never closed (otherwise the mark is a stray one).
COLONS = frozenset(":：")


@dataclass(frozen=True, slots=True)
class Usage:
    """How the press of a language sets marks, beyond what holds for all.

    With ``apostrophes`` a straight single mark may quote, and apostrophes are told from marks by
    what stands beside them. A mark that is never closed quotes to its line's end behind a word of
    ``unclosed_behind`` ("" is the line's head: each paragraph of a long quotation opens a mark, and
    only the last one closes it).
    """

    apostrophes: bool = False
    unclosed_behind: frozenset[str] = COLONS


USUAL = Usage()


class Words(Protocol):
    words: list[str]

    def gap(self, index: int) -> bool: ...


@dataclass(slots=True)
class Quotation:
    """Words open + 1 … close - 1 stand in marks; ``close`` is the line's end if none closes it.

    ``end`` is the word after the whole. ``is_name`` marks of a name, which quote nobody.
    """

    open: int
    close: int
    closed: bool
    depth: int
    is_name: bool = False

    @property
    def end(self) -> int:
        return self.close + 1 if self.closed else self.close

    @property
    def first(self) -> int:
        return self.open + 1


def pair(
    text: Words, first: int, end: int, marks: Sequence[int], usage: Usage = USUAL
) -> list[Quotation]:
    """The quotations of one line, in the order of their opening marks. Never over a line's end.

    A mark that is never closed runs to the line's end behind a colon and what else the language
    says.
    """
    if usage.apostrophes:
        marks = _without_apostrophes(text, first, end, marks)
    reversed_angles = _angles_are_reversed(text, marks)
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    for mark in marks:
        word = text.words[mark]
        family = _OPENING.get(word) or _CLOSING.get(word) or _EITHER[word]
        if _opens(text, mark, first, end, stack, family, reversed_angles):
            if len(stack) < DEPTH_AT_MOST:
                stack.append((mark, family))
            continue
        at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][1] == family), None)
        if at is None:
            continue  # a stray closing mark
        opened = stack[at][0]
        del stack[at:]
        if mark > opened + 1:
            found.append(Quotation(opened, mark, True, 0))
    for opened, family in stack:
        before = text.words[opened - 1] if opened > first else ""
        if before in usage.unclosed_behind and family != "single" and opened + 1 < end:
            found.append(Quotation(opened, end, False, 0))
            break
    found.sort(key=lambda q: (q.open, -q.end))
    return _with_depth(found)


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    open_ends: list[int] = []
    for one in found:
        while open_ends and open_ends[-1] <= one.open:
            open_ends.pop()
        one.depth = len(open_ends)
        open_ends.append(one.end)
    return found


def _angles_are_reversed(text: Words, marks: Sequence[int]) -> bool:
    """Some papers set »…« instead of «…»."""
    angles = [mark for mark in marks if text.words[mark] in "«»"]
    if not angles or text.words[angles[0]] != "»":
        return False
    opens = angles[0]
    return text.gap(opens) and opens + 1 < len(text.words) and not text.gap(opens + 1)


def _opens(
    text: Words,
    mark: int,
    first: int,
    end: int,
    stack: Sequence[tuple[int, str]],
    family: str,
    reversed_angles: bool,
) -> bool:
    word = text.words[mark]
    if family == "angle":
        return (word == "«") != reversed_angles
    if word in _CLOSING:
        return False
    before = text.words[mark - 1] if mark > first and not text.gap(mark) else " "
    after = text.words[mark + 1] if mark + 1 < end and not text.gap(mark + 1) else " "
    before_word = after[0].isalnum()
    if word in _OPENING and word not in _EITHER:
        # An apostrophe at a word's head is no quotation.
        return family != "single" or (before_word and not before[-1].isalnum())
    if any(one == family for _, one in stack):
        # Inside an open pair only the spacing of an opening mark opens another one.
        return before_word and before in " ([:"
    return before_word or before in " ([:,،"


def _without_apostrophes(text: Words, first: int, end: int, marks: Sequence[int]) -> Sequence[int]:
    """Less the single marks that are apostrophes: «the workers' rights», «the '90s», «'em».

    A mark at a word's end closes; behind an *s*, before a word, where the next single mark closes
    too, it is a possessive.
    """
    words = text.words
    singles = [i for i in marks if words[i] in _SINGLE]
    if not singles:
        return marks
    dropped = set()
    for at, i in enumerate(singles):
        following = singles[at + 1] if at + 1 < len(singles) else None
        if words[i] == APOSTROPHE and _opens_word(text, i, first, end):
            if words[i + 1].isdigit():
                dropped.add(i)  # «the '90s»
        elif not _closes(text, i, first, end):
            if words[i] == APOSTROPHE:
                dropped.add(i)
        elif _is_possessive(text, i, end, following):
            dropped.add(i)
    return [i for i in marks if i not in dropped]


def _is_possessive(text: Words, i: int, end: int, following: int | None) -> bool:
    words = text.words
    goes_on = i + 1 < end and words[i + 1][0].isalpha() and words[i - 1][-1] == "s"
    return goes_on and following is not None and _closes(text, following, 0, end)


def _opens_word(text: Words, i: int, first: int, end: int) -> bool:
    before = i == first or text.gap(i) or text.words[i - 1] in '(["“-–—'
    return before and i + 1 < end and not text.gap(i + 1) and text.words[i + 1][0].isalnum()


def _closes(text: Words, i: int, first: int, end: int) -> bool:
    if i == first or text.gap(i):
        return False
    return i + 1 == end or text.gap(i + 1) or not text.words[i + 1][0].isalnum()
