"""What a line of an article is, from its shape and a few words of its language.

Articles come with what surrounds them: datelines, bylines, captions, headings, bullets, time stamps
of a live blog, names of speakers in a transcript, embedded posts, codes of agencies. Shape tells
most of it; what words are needed stands in the pack (`LayoutWords`). A line is looked at once, and
no further than `LOOKED_AT` words, so that a text costs what its length costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claims.extraction.document import Document

# Words at the head of a line that are looked at.
LOOKED_AT = 24
DATELINE_AT_MOST = 18
SPEAKER_AT_MOST = 7
HEADING_AT_MOST = 14
CODE_AT_MOST = 12
HEADLINE_AT_MOST = 28
DASHES = frozenset("-–—")
BULLETS = frozenset("*•·▪◦●►▶■-–—+‣⁃")
_STOPS = frozenset(".!?…")
_CLOSING = frozenset("\"”’»')]")
_INSIDE_NAMES = frozenset(".-'’&,/")


class Shape(StrEnum):
    """What a line is as a whole."""

    PROSE = "prose"
    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"
    STAMP = "stamp"
    CODE = "code"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """The few words of a language that tell lines apart, folded as a document's words are."""

    # Words that open a byline («by Ilse Noor»), and runs of words that only bylines hold.
    bylines: frozenset[str] = frozenset()
    byline_runs: frozenset[tuple[str, ...]] = frozenset()
    # Words that open a caption, and those that give credit for an image.
    captions: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    # Behind the hour: «14:35 GMT», «3:15 p.m.».
    hours: frozenset[str] = frozenset()
    # Labels before a colon that name nobody: «Update: …», «Photo: …».
    labels: frozenset[str] = frozenset()
    # Small words inside names and places: «VENNA and ORVELA», «ISLE OF NOOR».
    small: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    # Lines that only lead elsewhere: «read more».
    boilerplate: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document, words first … end - 1, whose own text begins at ``text``.

    ``speaker`` are the words before the colon of a transcript; ``speaker_is_clear`` where they are
    in capitals, so that they can be nothing else. ``dateline``, ``stamp`` and ``bullet`` say what
    was left out before ``text``.
    """

    first: int
    end: int
    text: int
    shape: Shape = Shape.PROSE
    speaker: tuple[int, int] | None = None
    speaker_is_clear: bool = False
    dateline: bool = False
    stamp: bool = False
    bullet: bool = False


def line_at(doc: Document, first: int, words: LayoutWords) -> Line:
    """The line that begins with word ``first``."""
    try:
        end = doc.words.index("\n", first)
    except ValueError:
        end = len(doc.words)
    return _Reading(doc, first, end, words).line()


class _Reading:
    def __init__(self, doc: Document, first: int, end: int, words: LayoutWords) -> None:
        self.doc, self.first, self.end = doc, first, end
        self.known = words
        self.words: Sequence[str] = doc.words
        self.capitals = doc.capitals()

    def line(self) -> Line:
        shape = self._shape()
        if shape is not Shape.PROSE:
            return Line(self.first, self.end, self.first, shape)
        at = after_bullet = self._after_bullet(self.first)
        at = after_stamp = self._after_stamp(at)
        if at >= self.end:
            return Line(self.first, self.end, self.first, Shape.STAMP, stamp=True)
        at = after_dateline = self._after_dateline(at)
        speaker = None if after_dateline > after_stamp else self._speaker(at)
        shape = self._heading(at) if speaker is None else Shape.PROSE
        return Line(
            self.first,
            self.end,
            at if speaker is None else speaker[1] + 1,
            shape,
            speaker,
            speaker is not None and self._is_clear(*speaker),
            after_dateline > after_stamp,
            after_stamp > after_bullet,
            after_bullet > self.first,
        )

    # ── Lines that are no prose ─────────────────────────────────────────────────────────────────
    def _shape(self) -> Shape:
        """By its first words and its length: whatever holds a sentence is prose."""
        words, known = self.words, self.known
        first, length = self.first, self.end - self.first
        if length > 60:
            return Shape.PROSE
        if self._is_embed():
            return Shape.EMBED
        if self._is_code():
            return Shape.CODE
        if self._is_byline():
            return Shape.BYLINE
        if words[first] in known.captions and (words[first + 1 : first + 2] or [""])[0] in (
            ":", "|", "by", "credit", "courtesy", "shows", "-", "caption", "illustration",
        ):  # fmt: skip
            return Shape.CAPTION
        if self._has_credit():
            return Shape.CAPTION
        if words[first] in _heads(known.boilerplate) and any(
            tuple(words[first : first + len(run)]) == run for run in known.boilerplate
        ):
            return Shape.HEADING
        return Shape.PROSE

    def _is_embed(self) -> bool:
        """«— Ilse Noor (@noor) May 3, 2019», «pic.example.com/…», a link alone."""
        words = self.words[self.first : self.end]
        if words[0] in DASHES and "@" in words[1:]:
            return True
        if "@" in words and len(words) <= 16 and not self.known.months.isdisjoint(words):
            return True
        return words[0] in ("http", "https", "www") or words[:2] == ["pic", "."]

    def _is_code(self) -> bool:
        """«(END)», «###», «abc/xy», «ENDS»: a few words in capitals or none, without a stop."""
        length = self.end - self.first
        if length > CODE_AT_MOST:
            return False
        letters = [i for i in range(self.first, self.end) if self.words[i][0].isalpha()]
        if not letters:
            return all(not self.words[i][0].isalnum() for i in range(self.first, self.end))
        if len(letters) > 3:
            return False
        slashed = "/" in self.words[self.first : self.end] and len(letters) == 2
        bracketed = self.words[self.first] in "([" and self.words[self.end - 1] in ")]"
        return (slashed and not self.doc.gap(letters[1])) or (bracketed and len(letters) == 1)

    def _is_byline(self) -> bool:
        words = self.words
        head = words[self.first : min(self.end, self.first + LOOKED_AT)]
        present = set(head)
        for run in self.known.byline_runs:
            if (
                run[0] in present
                and run[-1] in present
                and any(tuple(head[i : i + len(run)]) == run for i in range(len(head)))
            ):
                return True
        if head[0] not in self.known.bylines or self.end - self.first > 20 or len(head) < 2:
            return False
        # Names only, and no full stop.
        named = [i for i in range(self.first + 1, self.end) if words[i][0].isalpha()]
        capital = sum(self.capitals[i] or words[i] in self.known.small for i in named)
        return (
            bool(named)
            and self.capitals[named[0]]
            and capital >= len(named) * 0.6
            and (words[self.end - 1] != "." or len(named) < 8)
        )

    def _has_credit(self) -> bool:
        """«… on Monday. (Orvela Press/Ilse Noor)», «Photo: …», «… / Getty»."""
        tail = self.words[max(self.first, self.end - 8) : self.end]
        if self.known.credits.isdisjoint(tail):
            return False
        return "/" in tail or "©" in tail or "|" in tail or tail[-1] in self.known.credits

    # ── What stands before the text of a line ───────────────────────────────────────────────────
    def _after_bullet(self, at: int) -> int:
        if self.words[at] in BULLETS and at + 1 < self.end and self.doc.gap(at + 1):
            return at + 1
        return at

    def _after_stamp(self, at: int) -> int:
        """«14:35», «[09.20 GMT]», «3:15 p.m. ET -»: the hour of an entry in a live blog."""
        words, end = self.words, min(self.end, at + 14)
        start, bracket = at, words[at] in "(["
        if bracket:
            at += 1
        hour = _hour(words, at, end)
        if hour == at:
            return start
        at = hour
        while at < end and (
            words[at] in self.known.hours or (words[at] == "." and words[at - 1] in "mpa")
        ):
            at += 1
        if bracket:
            if at >= end or words[at] not in ")]":
                return start
            at += 1
        elif hour == at and at < self.end and not self._opens_entry(at):
            return start  # «10:30 was the hour»
        while at < end and (words[at] in DASHES or words[at] in ":|,"):
            at += 1
        return at

    def _opens_entry(self, at: int) -> bool:
        """«14:35 The minister …», «14:35 - the …»."""
        return self.capitals[at] or self.words[at] in DASHES or self.words[at] in ":|"

    def _after_dateline(self, at: int) -> int:
        """«VARENSK, May 30 (Orvela Press) - …»: places, dates and names up to a dash."""
        words = self.words
        if not (self.capitals[at] or words[at] == "("):
            return at
        depth, has_letters = 0, False
        for i in range(at, min(at + DATELINE_AT_MOST, self.end - 1)):
            word = words[i]
            if word in "([":
                depth += 1
            elif word in ")]":
                depth -= 1
                if depth == 0 and self._closes_dateline(at, i):
                    return i + 1
            elif word in DASHES:
                if depth == 0 and has_letters and self._parts(at, i) and self._runs_on(i):
                    if words[i + 1][0].isalpha() and not self.capitals[i + 1]:
                        return at  # «Noor — who is 70 — left»
                    while words[i + 1] in DASHES and i + 2 < self.end:
                        i += 1
                    return i + 1
            elif word == ":" and not depth:
                return at
            elif word[0].isalpha():
                if not (self.capitals[i] or depth or word in self.known.small):
                    return at
                has_letters = True
        return at

    def _parts(self, at: int, dash: int) -> bool:
        """A blank stands before the dash, or a place in capitals («VENNA—The port»)."""
        if self.doc.gap(dash):
            return True
        before = self.doc.span(at, dash).of(self.doc.text)
        return self.words[dash] != "-" and len(before) > 3 and before.isupper()

    def _runs_on(self, dash: int) -> bool:
        """Whether a sentence follows the dash: behind a blank, or glued to a line's first word."""
        return self.doc.gap(dash + 1) or self.words[dash] != "-" or self.words[dash + 1] == "-"

    def _closes_dateline(self, at: int, close: int) -> bool:
        """«VARENSK (Orvela Press) The minister …»: a place in capitals, and no dash."""
        word = self.doc.span(at, at + 1).of(self.doc.text)
        following = self.words[close + 1 : close + 2]
        return (
            len(word) > 3
            and word.isupper()
            and bool(following)
            and self.capitals[close + 1]
            and close - at > 2
            and all(self._is_upper(i) for i in range(at, close) if self.words[i] == "(")
        )

    def _is_upper(self, i: int) -> bool:
        return self.doc.span(i, i + 1).of(self.doc.text).upper() == self.doc.span(i, i + 1).of(
            self.doc.text
        )

    def _speaker(self, at: int) -> tuple[int, int] | None:
        """The name before the colon of a transcript, or of an interview's question and answer."""
        words = self.words
        if not self.capitals[at] or words[at] in self.known.labels:
            return None
        if self.first == 0 and self.end < len(words) and words[self.end - 1] not in _STOPS:
            return None  # a headline
        names = depth = 0
        for i in range(at, min(at + SPEAKER_AT_MOST * 2, self.end - 1)):
            word = words[i]
            depth += (word == "(") - (word == ")")
            if word == ":":
                ok = 0 < names <= SPEAKER_AT_MOST and self.doc.gap(i + 1)
                return (at, i) if ok and not self.known.labels & {words[i - 1]} else None
            if word[0].isalpha():
                if not (self.capitals[i] or depth or word in self.known.small):
                    return None
                names += not depth
            elif word not in _INSIDE_NAMES and word not in "()":
                return None
        return None

    def _is_clear(self, first: int, end: int) -> bool:
        return self.doc.span(first, end).of(self.doc.text).isupper()

    def _heading(self, at: int) -> Shape:
        """A short line of its own without a full stop; the first line of a text may be longer."""
        words, end = self.words, self.end
        while end > at and words[end - 1] in _CLOSING:
            end -= 1
        if end == at:
            return Shape.PROSE
        is_first = self.first == 0 and self.end < len(words)
        if is_first and self._is_title(at, end):
            return Shape.HEADING
        if words[end - 1] in _STOPS or words[end - 1] in ":,;":
            return Shape.PROSE
        limit = HEADLINE_AT_MOST if is_first else HEADING_AT_MOST
        return Shape.HEADING if self.end - at <= limit else Shape.PROSE

    def _is_title(self, at: int, end: int) -> bool:
        """«They Said the Fence Would Work. They Lied.»: nearly all words have a capital."""
        letters = [
            i for i in range(at, min(end, at + HEADLINE_AT_MOST)) if self.words[i][0].isalpha()
        ]
        capital = sum(self.capitals[i] for i in letters)
        return len(letters) > 3 and end - at <= HEADLINE_AT_MOST and capital >= len(letters) * 0.7


@lru_cache
def _heads(runs: frozenset[tuple[str, ...]]) -> frozenset[str]:
    """The first words of runs of words."""
    return frozenset(run[0] for run in runs)


def _hour(words: Sequence[str], at: int, end: int) -> int:
    """Behind the hour that begins here, or ``at``."""
    if at >= end or not words[at][0].isdigit():
        return at
    if words[at].isdecimal() and len(words[at]) <= 2:
        if at + 2 < end and words[at + 1] == ":" and _is_minutes(words[at + 2]):
            return at + 3
        return at
    hours, _, minutes = words[at].partition(".")
    if hours.isdecimal() and len(hours) <= 2 and int(hours) < 24 and _is_minutes(minutes):
        return at + 1
    return at


def _is_minutes(word: str) -> bool:
    return len(word) == 2 and word.isdecimal() and int(word) < 60
