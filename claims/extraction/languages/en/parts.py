"""The items of an enumeration in content: places taken, people killed, demands made.

Source: the shape of lists in English: «A, B and C», «A, B, and C».
"""

from claims.extraction.document import Document
from claims.extraction.languages.en import lexicon as lex
from claims.extraction.report import Words

# Words of one item, and items, at most.
ITEM_AT_MOST = 7
ITEMS_AT_LEAST, ITEMS_AT_MOST = 3, 12
_AND = frozenset(("and", "or"))


def parts(doc: Document, content: Words) -> list[Words]:
    """The longest list of three items and more."""
    words = doc.words
    if "," not in words[content.first : content.end]:
        return []
    commas = [i for i in range(content.first, content.end) if words[i] == ","]
    best: list[Words] = []
    at = 0
    while at < len(commas):
        found, used = _list(doc, content, commas, at)
        if len(found) > len(best):
            best = found
        at += max(used, 1)
    return best


def _list(doc: Document, content: Words, commas: list[int], at: int) -> tuple[list[Words], int]:
    """The list whose first comma is ``commas[at]``, and how many commas it holds."""
    words = doc.words
    first = _start(doc, content.first, commas[at])
    if first is None:
        return [], 1
    items = [Words(first, commas[at])]
    used = 1
    for k in range(at, min(at + ITEMS_AT_MOST, len(commas))):
        start = commas[k] + 1
        stop = commas[k + 1] if k + 1 < len(commas) else content.end
        if start < content.end and words[start] in _AND:
            last = _item(doc, start + 1, content.end)
            return ([*items, last], used) if last and len(items) > 1 else ([], used)
        middle = next((i for i in range(start, min(stop, start + 9)) if words[i] in _AND), None)
        if middle is not None and not (k + 1 < len(commas) and stop - start <= 3):
            last = _item(doc, middle + 1, content.end)
            if last and middle > start and _is_item(doc, start, middle):
                items += [Words(start, middle), last]
            return (items if len(items) >= ITEMS_AT_LEAST else []), used
        if stop == content.end or not _is_item(doc, start, stop):
            return [], used
        items.append(Words(start, stop))
        used += 1
    return [], used


def _start(doc: Document, first: int, comma: int) -> int | None:
    """Where the first item begins: behind the verb or preposition before it."""
    words = doc.words
    for i in range(comma - 1, max(first, comma - ITEM_AT_MOST - 1) - 1, -1):
        word = words[i]
        if (word in lex.PREPOSITIONS and word != "of") or word in lex.AUXILIARIES or word == ":":
            return i + 1 if i + 1 < comma else None
        if word in lex.PAST_FORMS or word in lex.INGS or word in lex.PRESENTS:
            return i + 1 if i + 1 < comma else None
    return None


def _is_item(doc: Document, first: int, end: int) -> bool:
    words = doc.words[first:end]
    if not 0 < len(words) <= ITEM_AT_MOST or not words[0][0].isalnum():
        return False
    return not any(
        w in lex.AUXILIARIES or w in lex.PRONOUNS or w in lex.RELATIVES or w in ";:" for w in words
    )


def _item(doc: Document, first: int, end: int) -> Words | None:
    """The last item: up to a mark, a relative or a word that begins something else."""
    words, i = doc.words, first
    while i < end and i - first < ITEM_AT_MOST:
        word = words[i]
        if not (word[0].isalnum() or word in "-'’$%&") or word in lex.RELATIVES:
            break
        if word in lex.AUXILIARIES or word in lex.CONJUNCTIONS or word in lex.TIME_HEADS:
            break
        if word in lex.PREPOSITIONS and word != "of":
            break
        i += 1
    return Words(first, i) if i > first and _is_item(doc, first, i) else None
