"""What a line holds beside its text: where and for whom it was written, headings, bylines.

Source: section 3, point 8, of the project's notes on Arabic attribution, and the usual shapes of
agency copy and news sites.
"""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import Tense

DATELINE_AT_MOST = 14
AGENCY_AT_MOST = 6
HEADING_AT_MOST = 9
HEADLINE_AT_MOST = 25
BULLETS = frozenset("•*▪●◆■►·-–—")
DASHES = frozenset("-–—")


def after_marks(doc: Document, first: int, end: int) -> int:
    """Behind a bullet and a time stamp: «• …», «10:45 – …», «[10:45] …»."""
    words = doc.words
    while first + 1 < end and words[first] in BULLETS and doc.gap(first + 1):
        first += 1
    at = first + 1 if words[first] in "([" else first
    is_hour = at + 3 < end and words[at + 1] == ":" and len(words[at]) <= 2
    if is_hour and words[at].isdecimal() and words[at + 2].isdecimal() and len(words[at + 2]) == 2:
        at += 3
        while at + 1 < end and (words[at] in DASHES or words[at] in ")]|:"):
            at += 1
        return at
    return first


def after_dateline(doc: Document, sentence: Sentence, first: int, end: int) -> int:
    """«هجران 14-5 (وهر) - أعلن …»: a line may begin with where and for whom it was written."""
    if not sentence.opens_line:
        return first
    words = doc.words
    first = after_marks(doc, first, end)
    if words[first] in lex.FORMS:
        return first
    for i in range(first + 1, min(first + DATELINE_AT_MOST, end - 1)):
        if words[i] in lex.FORMS or words[i] in lex.THAT:
            return first
        if words[i] in DASHES and (doc.gap(i) or doc.gap(i + 1)):
            if words[i - 1][0].isdigit() and words[i + 1][0].isdigit():
                continue
            return _after_agency(doc, i + 1, end)
        if words[i] == ":" and lex.NOUNS.get(words[i + 1]) is None:
            # «الرباط: كشف المكتب …»: the verb behind a dateline has its subject behind it
            form = lex.FORMS.get(words[i + 1])
            return i + 1 if form is not None and form.tense is Tense.FINITE else first
    return first


def _after_agency(doc: Document, first: int, end: int) -> int:
    """«صنعاء – وكالات: …», «وطنية - صور - …»: more of the dateline behind its dash."""
    words = doc.words
    for i in range(first, min(first + AGENCY_AT_MOST, end - 1)):
        if words[i] in lex.FORMS or words[i] in lex.THAT:
            return first
        is_dash = words[i] in DASHES and doc.gap(i) and doc.gap(i + 1)
        if i > first and (words[i] == ":" or is_dash):
            return i + 1
    return first


def is_boilerplate(doc: Document, sentence: Sentence, first: int, end: int) -> bool:
    """Headings, bylines, codes: a short line of its own without a full stop, or in brackets."""
    words = doc.words
    if not (sentence.opens_line and sentence.closes_line) or first >= end:
        return False
    if words[first] == "(" and words[end - 1] == ")":
        return True
    if words[first] in lex.BYLINES:
        return True
    if words[first][0] == "و" and words[first] not in lex.WORDS_WITH_WAW:
        return False  # goes on with what came before
    has_stop = sentence.end > end and words[end] in ".!?؟…"
    is_headline = sentence.first == doc.sentences[0].first and len(doc.sentences) > 1
    return not has_stop and end - first <= (HEADLINE_AT_MOST if is_headline else HEADING_AT_MOST)
