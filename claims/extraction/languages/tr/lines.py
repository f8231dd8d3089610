"""What a line is besides news: dateline, time stamp, caption, byline, heading.

Source: section 3 of the project's notes on Turkish attribution (captions, «Kaynak: AA»).
"""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.morphology import base

DATELINE_AT_MOST = 12
HEADING_AT_MOST = 9
_DASHES = frozenset("-–—")


def after_dateline(doc: Document, sentence: Sentence) -> int:
    """«VARNAK (BHA) - …», «08.10 - …», a bullet."""
    first, words = sentence.first, doc.words
    if not sentence.opens_line:
        return first
    while first < sentence.end - 1 and words[first] in "-–—•*·■▪►":
        first += 1
    for i in range(first + 1, min(first + DATELINE_AT_MOST, sentence.end - 1)):
        word = words[i]
        if word in _DASHES and doc.gap(i) and doc.gap(i + 1):
            return i + 1
        if not (word in "()/.:," or word.isdecimal() or _is_shouted(doc, i) or word[0].isdigit()):
            return first
        if not (_is_shouted(doc, first) or words[first][0].isdigit()):
            return first
    return first


def _is_shouted(doc: Document, i: int) -> bool:
    written = doc.span(i, i + 1).of(doc.text)
    return written.isupper()


def is_boilerplate(doc: Document, sentence: Sentence, first: int, end: int) -> bool:
    """A short line of its own without a full stop, a credit, something in brackets."""
    if not (sentence.opens_line and sentence.closes_line):
        return False
    words = doc.words
    if words[first] == "(" and words[end - 1] == ")":
        return True
    if base(words[first]) in lex.BYLINES and ":" in words[first : min(end, first + 4)]:
        return True
    has_stop = sentence.end > end
    if has_stop or end - first > HEADING_AT_MOST:
        return False
    return (
        ":" not in words[first:end]
        and words[end - 1] not in lex.SIMPLE
        and words[end - 1] not in '"”'
    )
