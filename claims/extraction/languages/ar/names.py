"""Marks around a name («تنظيم "داعش"», «لصحيفة "…"») quote nobody."""

import re

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass
from claims.extraction.languages.ar.word_classes import is_first_name, is_name_in_marks

AT_MOST = 4  # words of a name
ON, ALI = "علي", "عليي"  # the preposition as it is folded; the name, told apart from it
_AN = re.compile(r"(?<!\w)آن(?!\w)")
YAS = "يیى"  # Arabic, Persian, and the one without dots
# So many words back are searched; an article has fewer, and a flood of names stays cheap.
BACK = 1000
# So many earlier places of a word are looked at.
OFTEN = 3


def mark_names(doc: Document) -> None:
    """Set ``is_name`` on quotations that hold a name; once told, a name is one everywhere."""
    _mark_ali(doc)
    _mark_an(doc)
    if not doc.quotations:
        return
    known: set[tuple[str, ...]] = set()
    short = []
    for one in doc.quotations:
        if not one.closed or one.close - one.first > AT_MOST:
            continue
        inner = tuple(doc.words[one.first : one.close])
        short.append((one, inner))
        if _is_named(doc, one.open, inner):
            known.add(inner)
    for one, inner in short:
        one.is_name = inner in known


def _mark_ali(doc: Document) -> None:
    """«الوزير علي حسن», «زينة علي»: a name, where folding makes it the preposition «على».

    Papers that write both with one letter cannot be told; there it stays the preposition.
    """
    places = [i for i, word in enumerate(doc.words) if word == ON]
    names = [i for i in places if _last_ya(doc.span(i, i + 1).of(doc.text)) != "ى"]
    if not names or len(names) == len(places) > 2:
        return
    for i in names:
        before = doc.words[i - 1] if i else ""
        known = lex.NOUNS.get(before)
        is_titled = known is not None and known.kind is NounClass.PERSON
        if is_titled or (before and is_first_name(before, before_surname=True)):
            doc.words[i] = ALI


def _mark_an(doc: Document) -> None:
    """«آن دوبوا»: a name, where folding makes it «أن»."""
    if _AN.search(doc.text) is None:
        return
    for i, word in enumerate(doc.words):
        if word == "ان" and doc.span(i, i + 1).of(doc.text) == "آن":
            doc.words[i] = "اان"


def _last_ya(written: str) -> str:
    """Which ya a word ends with as it is written, whatever vowels or marks stand behind it."""
    return next(one for one in reversed(written) if one in YAS)


def is_surname(doc: Document, i: int, word: str = "") -> bool:
    """Whether a word, or what remains of it without a prefix, stood behind a first name before
    («جهاد الصفدراوي»)."""
    places = doc.places(word or doc.words[i], max(0, i - BACK), i, OFTEN)
    return any(at and is_first_name(doc.words[at - 1], before_surname=True) for at in places)


def _is_named(doc: Document, opened: int, inner: tuple[str, ...]) -> bool:
    found = lex.NOUNS.get(inner[0]) if inner else None
    if found is not None and found.kind in (NounClass.NAME, NounClass.PLACE):
        return True
    if opened == 0:
        return False
    before = doc.words[opened - 1]
    bare = lex.without_prefix(before)
    for word in (before, bare, bare.removeprefix("ال")):
        if word in lex.NAMES_AFTER:
            return True
    if before in lex.FORMS or before == "ل":
        # «وذكرت "…" أن», «لـ"…" إن»: whoever says or hears it.
        after = doc.quotation_at[opened].end
        return (
            is_name_in_marks(doc, opened)
            and after < len(doc.words)
            and (doc.words[after] in lex.THAT_HEADS or (before == "ل"))
        )
    return False
