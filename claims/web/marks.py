"""The text of an article as HTML: paragraphs, marks that may nest and cross, numbers in the margin.

One pass from front to back. Marks only ever add tags: without its tags the result is the text,
character for character.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from claims.extraction.folding import INVISIBLE

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SHORT_NAMES = {
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """text[start:end] within <span …>. Of two that begin together the longer one is outside.

    ``attributes`` is written as it is, on every piece; ``ident`` only on the first.
    """

    start: int
    end: int
    attributes: str
    ident: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """HTML without text of the article's, put in at one place: a claim's number."""

    at: int
    html: str


def render(
    text: str,
    marks: Iterable[Mark],
    anchors: Iterable[Anchor] = (),
    *,
    show_invisible: bool = False,
) -> SafeString:
    """Each line that is not empty as <p>, with its marks and anchors; line breaks stay between.

    A mark over several paragraphs, or one that crosses another, is closed and opened again. With
    ``show_invisible``, characters without a width become visible tokens.
    """
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, set[Mark]] = defaultdict(set)
    for mark in sorted(set(marks), key=lambda m: (m.start, -m.end, m.ident, m.attributes)):
        opening[mark.start].append(mark)
        closing[mark.end].add(mark)
    numbers: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        numbers[anchor.at].append(anchor)
    breaks = [found.start() for found in re.finditer("\n", text)]
    cuts = {0, len(text), *opening, *closing, *numbers, *breaks, *(at + 1 for at in breaks)}

    page = _Page(show_invisible)
    for here, there in pairwise(sorted(cut for cut in cuts if cut <= len(text))):
        if ended := closing.get(here):
            page.close(ended)
        for mark in opening.get(here, ()):
            page.open(mark)
        for anchor in numbers.get(here, ()):
            page.anchor(anchor.html)
        page.write(text[here:there])
    page.end_paragraph()
    return mark_safe("".join(page.out))  # every piece of text in it went through escape()


class _Page:
    """What is written so far, and which marks are open."""

    def __init__(self, show_invisible: bool) -> None:
        self.out: list[str] = []
        self._open: list[Mark] = []
        self._begun: set[Mark] = set()
        self._in_paragraph = False
        self._show_invisible = show_invisible

    def open(self, mark: Mark) -> None:
        self._open.append(mark)
        if self._in_paragraph:
            self._tag(mark)

    def close(self, ended: set[Mark]) -> None:
        lowest = next(i for i, mark in enumerate(self._open) if mark in ended)
        above = self._open[lowest:]
        going_on = [mark for mark in above if mark not in ended]
        self._open[lowest:] = going_on
        if self._in_paragraph:
            self.out.append("</span>" * len(above))
            for mark in going_on:
                self._tag(mark)

    def anchor(self, html: str) -> None:
        self._begin_paragraph()
        self.out.append(html)

    def write(self, segment: str) -> None:
        if segment == "\n":
            self.end_paragraph()
            self.out.append(segment)
            return
        self._begin_paragraph()
        words = escape(segment)
        self.out.append(_INVISIBLE.sub(_token, words) if self._show_invisible else words)

    def end_paragraph(self) -> None:
        if self._in_paragraph:
            self.out.append("</span>" * len(self._open) + "</p>")
            self._in_paragraph = False

    def _begin_paragraph(self) -> None:
        if not self._in_paragraph:
            self._in_paragraph = True
            self.out.append("<p>")
            for mark in self._open:
                self._tag(mark)

    def _tag(self, mark: Mark) -> None:
        ident = f' id="{mark.ident}"' if mark.ident and mark not in self._begun else ""
        self._begun.add(mark)
        self.out.append(f"<span{ident} {mark.attributes}>")


def _token(found: re.Match[str]) -> str:
    """The character itself, unchanged, in a span that names it to the eye."""
    char = found.group()
    short = _SHORT_NAMES.get(char, f"{ord(char):04X}")
    name = unicodedata.name(char, f"U+{ord(char):04X}").title()
    return f'<span class="inv" data-i="{short}" title="{name}">{char}</span>'


def has_invisible(text: str) -> bool:
    """Whether the text holds characters without a width, which a reader may ask to see."""
    return _INVISIBLE.search(text) is not None


_MID_WORD = 24  # no word is longer; a number is never moved further than this


def word_start(text: str, at: int) -> int:
    """Where the word around ``at`` begins: a number put there cuts no word in two."""
    floor = max(0, at - _MID_WORD)
    while at > floor and not text[at - 1].isspace():
        at -= 1
    return at


# About one line of the text's measure: numbers nearer than that may stand on the same line.
_LINE = 64


def columns(text: str, starts: Sequence[int]) -> list[int]:
    """For each start, in order: the column of the margin its number stands in, 1 to 3."""
    found: list[int] = []
    for i, start in enumerate(starts):
        before = starts[i - 1] if i else None
        near = before is not None and start - before < _LINE and "\n" not in text[before:start]
        found.append(found[-1] % 3 + 1 if near else 1)
    return found
