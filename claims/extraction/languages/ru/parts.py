"""Enumerations whose items can be checked one by one: «А, Б и В»."""

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.letters import capital, is_adjective, is_hyphen
from claims.extraction.languages.ru.modality import is_future
from claims.extraction.report import Words

# Endings of verbs that no noun has.
_FINITE_ENDS = ("ется", "ится", "ются", "утся", "ятся", "ают", "яют", "еют", "уют", "ают", "ивут")
AT_LEAST = 3
ITEM_AT_MOST = 6


def parts(doc: Document, content: Words) -> list[Words]:
    """The items of the first list of at least three; none where there is no list."""
    words = doc.words
    for i in range(content.first, content.end):
        if words[i] in ("и", "или") and i > content.first + 3:
            items = _items(doc, content.first, i, content.end)
            if len(items) >= AT_LEAST:
                return items
    return []


def _items(doc: Document, first: int, joint: int, end: int) -> list[Words]:
    """Back from the «и» before the last item, from comma to comma."""
    words = doc.words
    last = _item_end(doc, joint + 1, end)
    if last == joint + 1:
        return []
    items = [Words(joint + 1, last)]
    stop, at = joint, joint - 1
    while at >= first and stop - at <= ITEM_AT_MOST:
        if words[at] == ",":
            if stop == at + 1:
                return []
            items.append(Words(at + 1, stop))
            stop = at
        elif words[at] == ":" or words[at] in lex.PREPOSITIONS:
            break
        elif (
            not (
                words[at][0].isalnum()
                or is_hyphen(doc, at)
                or at in doc.quotation_at
                or words[at] in '»"”'
            )
            or words[at] in lex.FORMS
            or words[at] in lex.RELATIVES
            or words[at] in ("что", "не")
        ):
            return []
        at -= 1
    if stop == joint or len(items) < 2:
        return []
    start = at + 1
    head = _first_item(doc, start, stop)
    items.append(Words(head, stop))
    items.reverse()
    return items if all(_is_item(doc, one) for one in items) else []


def _first_item(doc: Document, start: int, stop: int) -> int:
    """The item before the first comma begins behind its verb: with its last noun."""
    at = stop - 1
    while at > start and (
        is_adjective(doc.words[at - 1]) or is_hyphen(doc, at) or is_hyphen(doc, at - 1)
    ):
        at -= 1
    if at > start and capital(doc, at) and (capital(doc, at - 1) and at - 1 > start):
        at -= 1
    return at


def _item_end(doc: Document, at: int, end: int) -> int:
    words = doc.words
    i = at
    while (
        i < end
        and i - at < ITEM_AT_MOST
        and words[i][0].isalnum()
        and words[i] not in lex.PREPOSITIONS
    ):
        i += 1
    return i


def _is_item(doc: Document, one: Words) -> bool:
    words = doc.words[one.first : one.end]
    if not 0 < len(words) <= ITEM_AT_MOST or not lex.QUESTIONS.isdisjoint(words):
        return False
    return any(w[0].isalpha() for w in words) and not any(map(_is_finite, words))


def _is_finite(word: str) -> bool:
    """«приедет», «живут»: what somebody does is no item."""
    return is_future(word) or (word.endswith(_FINITE_ENDS) and word not in lex.NOUNS)
