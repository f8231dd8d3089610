"""What no report took of a sentence is told in the outlet's own voice."""

from claims.extraction.document import Document
from claims.extraction.languages.tr.leads import after_connectives
from claims.extraction.languages.tr.morphology import Shape, shape
from claims.extraction.report import Words

NARRATION_AT_LEAST = 3


def left_over(doc: Document, first: int, end: int, told: int | None) -> list[Words]:
    """The whole sentence, or a clause behind word ``told`` where the last report ends."""
    words = doc.words
    first = told if told is not None else after_connectives(doc, first, end)
    while first < end and not words[first][0].isalnum() and words[first] not in '"“«(':
        first += 1
    if told is not None:
        last = words[end - 1] if end > first else ""
        if end - first < NARRATION_AT_LEAST or not shape(last) & Shape.FINITE:
            return []
    if first < end and words[first] == "ve":
        first += 1
    letters = sum(word[0].isalpha() for word in words[first:end])
    return [Words(first, end)] if letters >= NARRATION_AT_LEAST else []
