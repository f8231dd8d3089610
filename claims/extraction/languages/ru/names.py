"""Marks around a name («агентство «Нева»») quote nobody.

Source: section 6 of the project's notes on Russian attribution: names of firms, papers, ships and
codenames stand in marks all the time.
"""

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.letters import capital, is_dash
from claims.extraction.quotations import Quotation

AT_MOST = 5  # words of a name
_NOT_NAMES = frozenset(",.;:!?…")


def mark_names(doc: Document) -> None:
    """Set ``is_name`` on quotations that hold a name; once told, a name is one everywhere."""
    known: set[str] = set()
    short: list[Quotation] = []
    for one in doc.quotations:
        if not one.closed or one.close - one.first > AT_MOST:
            continue
        short.append(one)
        if _is_name(doc, one):
            one.is_name = True
            known.add(_stem(doc, one))
    for one in short:
        if not one.is_name and _stem(doc, one) in known:
            one.is_name = capital(doc, one.first)


def _is_inside(doc: Document, i: int) -> bool:
    """The point of «Прививка.инфо»."""
    return doc.words[i] == "." and not doc.gap(i) and not doc.gap(i + 1)


def _stem(doc: Document, one: Quotation) -> str:
    return doc.words[one.first][:5]


def _is_name(doc: Document, one: Quotation) -> bool:
    words = doc.words
    inner = words[one.first : one.close]
    if not inner[0][0].isalnum():
        return False
    if any(w in _NOT_NAMES and not _is_inside(doc, one.first + k) for k, w in enumerate(inner)):
        return False
    if any(is_dash(doc, i) for i in range(one.first, one.close)):
        return False
    after = words[one.end] if one.end < len(words) else ""
    before = words[one.open - 1] if one.open else ""
    is_low = not capital(doc, one.first)
    if is_low and (inner[0] == "не" or any(map(lex.is_infinitive, inner))):
        return False  # «призвала стороны «не подливать масла»»
    if before == ":" and one.close - one.first > 1:
        return False
    if before in lex.NOUNS and lex.NOUNS[before].kind in (lex.Kind.MEDIUM, lex.Kind.BODY):
        return True
    if before in lex.NAMED and len(inner) < AT_MOST:
        return True
    if is_low and not inner[0][0].isdigit():
        return False
    if after == "," and one.end + 1 < len(words) and is_dash(doc, one.end + 1):
        return False
    if is_dash(doc, one.end) if one.end < len(words) else False:
        return len(inner) == 1
    return len(inner) <= 3
