"""What a line is besides news: dateline, time stamp, caption, byline, heading.

Source: section 3 of the project's notes on Turkish attribution (captions, «Kaynak: AA»). Shapes are
told in `claims.extraction.layout`; the words that it needs stand in words.toml.
"""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.morphology import base
from claims.extraction.layout import LayoutWords, Line, Shape, line_at

WORDS = LayoutWords(
    bylines=lex.BYLINES,
    captions=lex.BYLINES,
    credits=lex.CREDITS,
    labels=lex.BYLINES | lex.LABELS,
    small=frozenset(("ve", "ile")),
    months=lex.CALENDAR,
)
# Lines with fewer words and no full stop are headings; longer ones may lack it by mistake.
HEADING_AT_MOST = 9
_PROSE = frozenset((Shape.PROSE, Shape.HEADING))


class Lines:
    """Tells of each sentence where its own text begins, and whether its line is news at all."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.line: Line | None = None

    def begin(self, sentence: Sentence) -> int:
        """Where the text of a sentence begins: behind dateline, bullet and hour."""
        if not sentence.opens_line:
            return sentence.first
        self.line = line_at(self.doc, sentence.first, WORDS)
        if self.line.speaker is not None:
            return self.line.speaker[0]
        return min(self.line.text, sentence.end)

    def is_boilerplate(self, sentence: Sentence, first: int, end: int) -> bool:
        """A short line of its own without a full stop, a credit, something in brackets."""
        line, words = self.line, self.doc.words
        if line is None or first >= end:
            return True
        if line.shape not in _PROSE:
            return True
        if not (sentence.opens_line and sentence.closes_line):
            return False
        if words[first] in lex.LABELS and words[first + 1 : first + 2] == [":"]:
            return True
        if words[first] == "(" and words[end - 1] == ")":
            return True
        if base(words[first]) in lex.BYLINES and ":" in words[first : min(end, first + 4)]:
            return True
        if line.shape is not Shape.HEADING or words[end - 1] in lex.SIMPLE:
            return False
        is_short = end - first <= HEADING_AT_MOST or sentence.first == 0
        return is_short and ":" not in words[first:end] and words[end - 1] not in '"”'

    def speech(self, sentence: Sentence) -> int | None:
        """The end of a line that a speaker's name opens («AD: …»), which the speaker holds."""
        line = self.line
        if line is None or line.speaker is None or not sentence.opens_line:
            return None
        return line.end
