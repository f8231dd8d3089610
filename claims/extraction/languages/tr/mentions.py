"""What the naming of a source says: head, names, number, and whether anybody is made known.

Source: section 3 of the project's notes on Turkish attribution (sources, anaphora).
"""

from dataclasses import dataclass, field

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.morphology import base, shape, suffix_length
from claims.extraction.report import ANYBODY, Agreement, Mention, Words

_COUNTS = {
    "iki": 2,
    "üç": 3,
    "dört": 4,
    "beş": 5,
    "alti": 6,
    "yedi": 7,
    "sekiz": 8,
    "dokuz": 9,
    "on": 10,
}
_INDEFINITE = frozenset(("bir", "bazi", "birkaç", "birçok", "kimi", "çok"))
_LAST_SPOKE = frozenset(("açiklama", "bildiri", "paylaşim", "mesaj", "duyuru"))
_PRONOUN_NUMBER = {"o": "s", "kendisi": "s", "onlar": "p", "kendileri": "p"}


def is_known(doc: Document, name: str) -> bool:
    """Whether a word is a name of somebody who was mentioned as a speaker before."""
    return name in _names_of(doc)


def _names_of(doc: Document) -> set[str]:
    names = doc.memo.setdefault("names", set())
    assert isinstance(names, set)
    return names


def is_person(doc: Document, name: str) -> bool:
    """Whether a word is a name that stood behind a title, and of no place or body."""
    return name in _people_of(doc)


def _people_of(doc: Document) -> set[str]:
    people = doc.memo.setdefault("people", set())
    assert isinstance(people, set)
    return people


@dataclass(slots=True)
class _Naming:
    """What the words of a mention are, one by one."""

    nouns: list[lex.Noun] = field(default_factory=list)
    # Capital words behind the last noun, and all of them.
    behind: list[str] = field(default_factory=list)
    capitals: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)  # in round brackets
    bag: set[str] = field(default_factory=set)
    count: int | None = None
    indefinite: bool = False
    # A word in small letters at the end that no list knows: what it is called.
    called: str = ""
    epithet: bool = False


def _read(doc: Document, first: int, end: int) -> _Naming:
    words, naming = doc.words, _Naming()
    bracketed = False
    for i in range(first, end):
        word = base(words[i])
        if not word[0].isalnum():
            bracketed = word == "(" or (bracketed and word != ")")
            continue
        if word in _COUNTS or word.isdecimal():
            told = _COUNTS.get(word) or (int(word) if len(word) < 7 else 0)
            naming.count = naming.count or told or None
        elif word in _INDEFINITE:
            naming.indefinite = True
        else:
            _take(doc, i, word, first, naming, bracketed)
    return naming


def _take(doc: Document, i: int, word: str, first: int, naming: _Naming, bracketed: bool) -> None:
    known = lex.NOUNS.get(word)
    is_capital = doc.is_capital(i)
    if bracketed:
        naming.short.append(word)
        naming.bag.add(word)
        return
    if known is not None and not (is_capital and _is_bare_name(doc, i, first)):
        naming.nouns.append(known)
        naming.bag.add(known.stem)
        naming.behind.clear()
        naming.called = ""
        if is_capital:
            naming.capitals.append(word)
        return
    naming.epithet = naming.epithet or word in lex.EPITHETS
    if not is_capital or (i == first and word in lex.EPITHETS):
        if word in lex.MODIFIERS or word in lex.TITLES or word == "ve":
            return
        naming.called = word
    elif word not in lex.TITLES:
        naming.behind.append(word)
        naming.capitals.append(word)
        naming.called = ""
    naming.bag.add(word)


def mention(doc: Document, first: int, end: int) -> Mention:
    """What words first … end - 1 name, without the suffix behind an apostrophe."""
    words, naming = doc.words, _read(doc, first, end)
    head = naming.nouns[-1] if naming.nouns else None
    stem = naming.called or (head.stem if head else "")
    is_titled = head is not None and head.kind == "person" and not naming.called
    names = _names(naming, head, is_titled)
    naming.bag.discard(stem)
    anonymous = is_titled and not names and head is not None and head.stem in lex.UNNAMED
    plural = head is not None and head.plural
    is_pronoun = end - first == 1 and words[first] in _PRONOUN_NUMBER
    number = "p" if plural or (naming.count or 0) > 1 else "s"
    if is_pronoun:
        number = _PRONOUN_NUMBER[words[first]]
    only_nouns = not names and not naming.bag - {noun.stem for noun in naming.nouns}
    single = head is not None and only_nouns and not naming.called
    _names_of(doc).update(names)
    if is_titled and naming.behind:
        _people_of(doc).update(names)
    return Mention(
        words=Words(first, end, 0, suffix_length(words[end - 1])),
        head=stem,
        heads=lex.ANAPHORS.get(stem, frozenset()) | {stem},
        names=names,
        bag=frozenset(naming.bag | (names if not stem else set())),
        agreement=Agreement("", number) if head or is_pronoun else ANYBODY,
        person=is_titled,
        generic=single and not naming.indefinite and not naming.count and len(naming.nouns) == 1,
        pronoun=is_pronoun,
        indefinite=anonymous and (naming.indefinite or naming.count is not None),
        anonymous=anonymous,
        count=naming.count if anonymous else None,
        of_last=single and not plural and _points_back(naming, head),
        unconfirmed="doğrulanmamiş" in words[first:end],
    )


def _points_back(naming: _Naming, head: lex.Noun | None) -> bool:
    """«Açıklama», «Tecrübeli teknik adam»: whoever spoke last."""
    if head is None:
        return False
    return head.stem in _LAST_SPOKE | lex.POINTS_BACK or (naming.epithet and head.kind == "person")


def _names(naming: _Naming, head: lex.Noun | None, is_person: bool) -> frozenset[str]:
    """Words that name the source and nothing else: of a body its short form, or what stands
    before a noun in small letters («Orvela şirketi»); a place («İsrail ordusu») names none."""
    if head is None or is_person or naming.behind:
        return frozenset(naming.behind)
    names = set(naming.short)
    if len(naming.capitals) > 2:
        names.add("".join(word[0] for word in naming.capitals))
    elif not any(noun.case is not Case.NOMINATIVE for noun in naming.nouns):
        small = [word for word in naming.capitals if word not in lex.NOUNS]
        if len(small) == len(naming.capitals):
            names |= {word for word in small if word not in lex.PLACES}
    return frozenset(names)


def _is_bare_name(doc: Document, i: int, first: int) -> bool:
    """«Çoban» behind a title or a first name is a surname."""
    return (
        i > first
        and doc.is_capital(i - 1)
        and not lex.NOUNS[base(doc.words[i])].possessed
        and base(doc.words[i - 1]) not in lex.NOUNS
        and lex.NOUNS[base(doc.words[i])].case is Case.NOMINATIVE
        and not shape(doc.words[i - 1])
        and lex.NOUNS[base(doc.words[i])].kind == "person"
        and not lex.NOUNS[base(doc.words[i])].plural
        and not suffix_length(doc.words[i - 1])
        and i > first + 1
    )
