"""A source may be named in full before it speaks: in the lead, in the headline, in a narration."""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.names import BACK
from claims.extraction.languages.ar.phrases import phrase
from claims.extraction.languages.ar.word_classes import is_definite, is_first_name, is_name_word
from claims.extraction.report import Mention

PREFIXES = ("", "ل", "ب", "و", "ول", "وب")
# So many places of each form are looked at: the full mention is among the first.
OFTEN = 4


def earlier(doc: Document, named: Mention) -> Mention | None:
    """The first fuller mention of the same source before this one, whoever speaks there."""
    first, end = named.words.first, named.words.end
    if (named.anonymous and not named.generic) or not doc.words[first][0].isalnum():
        return None
    if doc.words[first] in lex.DETERMINERS and not named.head:
        return None  # «أحد المنظمين»
    if not named.head and len(named.names) == 1:
        return _bearer(doc, first, first)
    if named.generic:
        return _full_of(doc, named, first)
    found = _same_words(doc, named, first, end)
    if found is None and named.names and end - first < 4:
        head = lex.NOUNS.get(doc.words[first])
        if head is not None and head.definite and head.kind is NounClass.PERSON:
            return _bearer(doc, end - 1, first)  # «الرئيس المنصوبي»
    return found


def _places(doc: Document, word: str, before: int) -> list[tuple[int, int]]:
    """Where a word stands, with or without a joined prefix: (index, letters of the prefix)."""
    low = max(0, before - BACK)
    found = []
    for prefix in PREFIXES:
        form, joined = prefix + word, len(prefix)
        if prefix.endswith("ل") and word.startswith("ال"):
            form, joined = prefix + "ل" + word[2:], 0
        found += [(at, joined) for at in doc.places(form, low, before, OFTEN)]
    return sorted(found)


def _same_words(doc: Document, named: Mention, first: int, end: int) -> Mention | None:
    head = doc.words[first][named.words.prefix :]
    if end - first < 2 or not head or not head[0].isalpha():
        return None
    following = doc.words[first + 1]
    if not doc.places(following, max(0, first - BACK), first, 1):
        return None
    for at, prefix in _places(doc, head, first):
        if at + 1 >= first or doc.words[at + 1] != following:
            continue
        stop = phrase(doc, at, min(first, at + 12), first_word=head)
        found = mention(doc, at, stop, first_word=head, prefix=prefix)
        if stop - at >= end - first and named.bag <= found.bag:
            return found
    return None


def _bearer(doc: Document, name_at: int, first: int) -> Mention | None:
    """«بيسكوف» after «المتحدث … دميتري بيسكوف» who has not spoken yet."""
    name = doc.words[name_at]
    for at, prefix in _places(doc, name, first):
        if prefix:
            continue
        for start in range(max(0, at - 8), at):
            found = lex.NOUNS.get(doc.words[start])
            if found is None or found.kind is not NounClass.PERSON:
                continue
            stop = phrase(doc, start, min(first, at + 3 if _goes_on(doc, at + 1) else at + 1))
            if stop > at and stop - start > name_at - first + 1:
                return mention(doc, start, stop)
        if at > 0 and is_first_name(doc.words[at - 1]):
            return mention(doc, at - 1, at + 1)
    return None


def _goes_on(doc: Document, at: int) -> bool:
    """Whether a word behind a name may be one of the names too."""
    word = doc.words[at] if at < len(doc.words) else ""
    is_object = word[-1:] == "ا" and lex.is_event(word[:-1])
    is_somebody_else = word[:1] == "و" and word[1:] in lex.NOUNS
    is_name = len(word) > 2 and word[0].isalpha() and is_name_word(word)
    return is_name and not (is_definite(word) or is_object or is_somebody_else)


def _full_of(doc: Document, named: Mention, first: int) -> Mention | None:
    """«الوزارة» after «وزارة الدفاع», «سيادته» after «رئيس …», named but silent until now: the
    nearest that says more than the generic noun."""
    places: list[tuple[int, int, str]] = []
    for head in named.heads:
        for form in (head, "ال" + head):
            places += [(at, prefix, form) for at, prefix in _places(doc, form, first)]
    for at, prefix, form in sorted(places, reverse=True):
        stop = phrase(doc, at, min(first, at + 12), first_word=form)
        if stop - at >= 2:
            return mention(doc, at, stop, first_word=form, prefix=prefix)
    return None
