"""Enumerations whose items can be checked one by one: «على أ وب وج»."""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.word_classes import COMMAS, is_adjective, is_definite
from claims.extraction.report import Words

# Fewer items than this are no list.
AT_LEAST = 3
# Words of one item at most.
ITEM_AT_MOST = 6
_GOVERNS = lex.LISTING | {"علي", "الي", "من", "في", "بين", "عن"}


def parts(doc: Document, content: Words) -> list[Words]:
    """The items of the longest list of the content, without «و»; none where there is no list."""
    words = doc.words
    said = words[content.first : content.end]
    if len([word for word in said if word[0] == "و" or word in COMMAS]) < AT_LEAST - 1:
        return []
    best: list[Words] = []
    i = content.first
    while i < content.end:
        if words[i] in _GOVERNS:
            found = _list(doc, i + 1, content.end)
            if len(found) > len(best):
                best = found
                i = found[-1].end
                continue
        i += 1
    return best if len(best) >= AT_LEAST else []


def _list(doc: Document, start: int, end: int) -> list[Words]:
    items: list[Words] = []
    at, prefix = start, 0
    while at < end:
        stop = _item(doc, at, end)
        if stop == at:
            break
        items.append(Words(at, stop, prefix))
        if stop < end and doc.words[stop] in COMMAS:
            stop += 1
        if stop >= end or not _is_next(doc.words[stop], doc, stop, end):
            break
        at, prefix = stop, 1 if doc.words[stop] != "و" else 0
        if doc.words[stop] == "و":
            at += 1
    return items


def _is_next(word: str, doc: Document, at: int, end: int) -> bool:
    if word == "و" and at + 1 < end:
        return True
    return (
        len(word) > 3
        and word[0] == "و"
        and word not in lex.FORMS
        and word not in lex.THAT
        and word not in lex.RETURNS_SILENT
        and word not in lex.WORDS_WITH_WAW
        and word[1:] not in lex.RELATIVES
        and word[1:] not in lex.ADJUNCTS
        and word[1:] not in lex.NO_ITEMS
    )


def _item(doc: Document, at: int, end: int) -> int:
    """A noun with what it waits for and its adjectives, «وأحيائها» too; ends before «و»."""
    words = doc.words
    i = at
    first = words[i]
    if _is_joined(first):
        first = first[1:]
    if not first[0].isalpha() or first in lex.ADJUNCTS or first in lex.THAT or first in lex.FORMS:
        return at
    closed = is_definite(first)
    i += 1
    while i < end and i - at < ITEM_AT_MOST:
        word = words[i]
        if i in doc.quotation_at and doc.quotation_at[i].is_name:
            i = doc.quotation_at[i].end
            continue
        if (
            not word[0].isalnum()
            or word in lex.ADJUNCTS
            or word in lex.RELATIVES
            or word in lex.THAT
        ):
            break
        if word == "من" and closed and i + 1 < end and words[i + 1][-1] in "هام":
            i += 2  # «العديد من أحيائها»
            continue
        if word in ("في", "علي", "الي", "من", "عن", "مع", "بين", "بعد", "قبل"):
            break
        if _is_joined(word):
            # «العسكرية والمدفعية»: two adjectives of one noun.
            if _is_second_adjective(doc, i, end):
                i += 1
                continue
            break
        if closed and not is_definite(word) and not is_adjective(word):
            break
        if word in lex.FORMS:
            break
        closed = closed or is_definite(word)
        i += 1
    return i


def _is_second_adjective(doc: Document, i: int, end: int) -> bool:
    words, joined = doc.words, doc.words[i][1:]
    if not (is_definite(joined) and is_adjective(joined) and is_adjective(words[i - 1])):
        return False
    return i + 1 >= end or not is_definite(words[i + 1]) or words[i + 1][0] == "و"


def _is_joined(word: str) -> bool:
    """«و» with a word behind it, not a word that begins with it."""
    return len(word) > 3 and word[0] == "و" and word not in lex.WORDS_WITH_WAW
