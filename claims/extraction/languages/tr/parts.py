"""Enumerations whose items can be checked one by one: «a, b ve c»."""

from claims.extraction.document import Document
from claims.extraction.languages.tr.morphology import CLAUSE, Shape, shape
from claims.extraction.languages.tr.phrases import COMMAS
from claims.extraction.report import Words

AT_LEAST = 3
ITEM_AT_MOST = 6
_AND = frozenset(("ve", "ile", "veya"))


def parts(doc: Document, content: Words) -> list[Words]:
    """The items of the first list «a, b ve c» of the content; none where there is no list."""
    words = doc.words
    for i in range(content.first, content.end):
        if words[i] in _AND:
            found = _list(doc, i, content)
            if len(found) >= AT_LEAST:
                return found
    return []


def _list(doc: Document, joint: int, content: Words) -> list[Words]:
    """Items before the word that joins the last one, and the last one; all of a like length."""
    words = doc.words
    items: list[Words] = []
    end = joint
    at = joint - 1
    while at >= content.first and end - at <= ITEM_AT_MOST + 1:
        if words[at] in COMMAS:
            items.insert(0, Words(at + 1, end))
            end = at
        elif not words[at][0].isalnum() or shape(words[at]) & (
            CLAUSE | Shape.FINITE | Shape.CONVERB
        ):
            break
        at -= 1
    if not items:
        return []
    length = min(one.end - one.first for one in items)
    items.insert(0, Words(max(content.first, end - length, at + 1), end))
    stop = joint + 1
    while stop < content.end and stop - joint <= length and words[stop][0].isalnum():
        stop += 1
    if stop == joint + 1:
        return []
    items.append(Words(joint + 1, stop))
    return items if all(one.first < one.end for one in items) else []
