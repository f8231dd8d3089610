"""Marks around a name («"Sabah" gazetesi», «"Orvela"nın») quote nobody."""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.quotations import Quotation

AT_MOST = 4  # words of a name


def mark_names(doc: Document) -> None:
    """Set ``is_name`` on short quotations that hold a name."""
    for one in doc.quotations:
        if one.closed and one.close - one.first <= AT_MOST:
            one.is_name = _is_named(doc, one)


def _is_named(doc: Document, one: Quotation) -> bool:
    words = doc.words
    if not all(doc.is_capital(i) or words[i].isdecimal() for i in range(one.first, one.close)):
        return False
    if any(not words[i][0].isalnum() for i in range(one.first, one.close)):
        return False
    after = one.end
    if after >= len(words):
        return False
    follows = words[after]
    if follows in ("'", "’"):
        return True
    if doc.gap(after):
        known = lex.NOUNS.get(follows)
        is_named = known is not None and known.possessed and known.kind != "document"
        return is_named or follows in ("adli", "isimli")
    return follows[0].isalpha()
