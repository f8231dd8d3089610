"""Quotations that run over several lines with one opening and one closing mark.

Source: section 3 of the project's notes on Turkish attribution: a quotation over several paragraphs
may have no marks between them. Marks are paired line by line elsewhere; here one that a line leaves
open is joined to the next one that only closes.
"""

from dataclasses import dataclass

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.tr.cues import Cue, cue_at
from claims.extraction.languages.tr.leads import lead
from claims.extraction.languages.tr.mentions import mention
from claims.extraction.report import Manner, Report, Voice, Words
from claims.extraction.types import Construction, Kind

# Lines that one quotation runs over, at most.
LINES_AT_MOST = 12
# Words from the closing mark to the end of its cue.
CUE_WITHIN = 6
_DOUBLE = frozenset('"“”″')


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Words opened + 1 … closed - 1 are one quotation; ``cue`` stands behind it."""

    opened: int
    closed: int
    cue: Cue

    @property
    def end(self) -> int:
        """Behind its last word, the cue included."""
        return max(self.closed, self.cue.end)

    def within(self, first: int, end: int) -> Words | None:
        """What of words first … end - 1 is quoted."""
        first, end = max(first, self.opened + 1), min(end, self.closed)
        return Words(first, end) if first < end else None

    def reports(self, doc: Document, first: int, end: int) -> list[Report]:
        """What a sentence holds of it; its speaker is named before the opening mark or nowhere."""
        content = self.within(first, end)
        if content is None:
            return []
        cue = Words(self.cue.first, self.cue.end)
        group = None
        if first <= self.opened:
            limit = min(self.opened, self.cue.first)
            group = lead(doc, first, limit, quoted=True).source if limit > first else None
        return [
            Report(
                cue,
                content,
                Manner.NAMED if group is not None else Manner.DROPPED,
                [Voice(mention(doc, *group) if group is not None else None, cue)],
                Construction.QUOTATION_BEFORE,
                kind=Kind.DIRECT,
                clause=first,
            )
        ]


def paragraphs(doc: Document) -> list[Paragraphs]:
    """All such quotations, in order."""
    found: list[Paragraphs] = []
    opened: int | None = None
    lines = 0
    for first, end in _lines(doc.sentences):
        opens, closes = _unpaired(doc, first, end)
        if opened is not None:
            lines += 1
            if closes is not None:
                cue = _cue_behind(doc, closes, end) or _cue_before(doc, opened)
                if cue is not None:
                    found.append(Paragraphs(opened, closes, cue))
                opened = None
            elif lines > LINES_AT_MOST:
                opened = None
        if opens is not None:
            opened, lines = opens, 0
    return found


def _lines(sentences: list[Sentence]) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    first = 0
    for one in sentences:
        if one.opens_line:
            first = one.first
        if one.closes_line:
            lines.append((first, one.end))
    return lines


def _unpaired(doc: Document, first: int, end: int) -> tuple[int | None, int | None]:
    """The last mark of a line that opens and is not closed, the first that only closes."""
    words = doc.words
    opens: int | None = None
    closes: int | None = None
    marks = [i for i in range(first, end) if words[i] in _DOUBLE]
    if not marks:
        return None, None
    paired = _paired(doc, marks)
    for i in marks:
        if i in paired:
            continue
        begins = i + 1 < end and not doc.gap(i + 1) and (i == first or doc.gap(i))
        if begins:
            opens = i
        elif closes is None and opens is None:
            closes = i
    return opens, closes


def _paired(doc: Document, marks: list[int]) -> set[int]:
    paired: set[int] = set()
    for i in marks:
        one = doc.quotation_at.get(i)
        if one is not None and one.closed:
            paired |= {i, one.close}
    return paired


def _cue_before(doc: Document, opened: int) -> Cue | None:
    """«şunları söyledi: "…»: the cue before the colon that opens it."""
    colon = opened - 1
    while colon > 0 and doc.words[colon] == "\n" and opened - colon < LINES_AT_MOST:
        colon -= 1
    if colon < 1 or doc.words[colon] != ":":
        return None
    cue = cue_at(doc, colon - 1, max(0, colon - CUE_WITHIN))
    return cue if cue is not None and cue.verb.takes & {"quote", "diye", "clause"} else None


def _cue_behind(doc: Document, closes: int, end: int) -> Cue | None:
    for i in range(closes + 1, min(end, closes + CUE_WITHIN)):
        cue = cue_at(doc, i, closes + 1)
        if cue is not None and cue.verb.takes & {"quote", "diye"}:
            return cue
    return None
