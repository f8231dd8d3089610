"""What the naming of a source says: head, names, number, and whether anybody is made known.

Source: section 3 of the project's notes on Turkish attribution (sources, anaphora).
"""

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


def mention(doc: Document, first: int, end: int) -> Mention:
    """What words first … end - 1 name, without the suffix behind an apostrophe."""
    words = doc.words
    nouns: list[lex.Noun] = []
    names: list[str] = []
    bag: set[str] = set()
    count: int | None = None
    indefinite = False
    last_noun = first - 1
    for i in range(first, end):
        word = base(words[i])
        if not word[0].isalnum():
            continue
        if word in _COUNTS or word.isdecimal():
            told = _COUNTS.get(word) or (int(word) if len(word) < 7 else 0)
            count = count or told or None
            continue
        if word in _INDEFINITE:
            indefinite = True
            continue
        known = lex.NOUNS.get(word)
        if known is not None and not (doc.is_capital(i) and _is_bare_name(doc, i, first)):
            nouns.append(known)
            bag.add(known.stem)
            last_noun = i
            names.clear()
        elif word in lex.MODIFIERS or word in lex.TITLES or word == "ve":
            if not doc.is_capital(i):
                continue
            bag.add(word)
        else:
            if doc.is_capital(i):
                names.append(word)
            bag.add(word)
    head = nouns[-1] if nouns else None
    is_person = head is not None and head.kind == "person"
    if head is not None and not is_person:
        names = [
            w
            for w in (base(words[i]) for i in range(first, end) if doc.is_capital(i))
            if w not in lex.NOUNS
        ]
    bag.discard(head.stem if head else "")
    anonymous = head is not None and is_person and not names and _is_unnamed(head, first, last_noun)
    plural = head is not None and head.plural
    number = "p" if plural or (count or 0) > 1 else "s"
    single = head is not None and not names and not (bag - {noun.stem for noun in nouns})
    _names_of(doc).update(names)
    pronoun = end - first == 1 and words[first] in _PRONOUN_NUMBER
    return Mention(
        words=Words(first, end, 0, suffix_length(words[end - 1])),
        head=head.stem if head else "",
        heads=_heads(head, nouns),
        names=frozenset(names),
        bag=frozenset(bag | (set(names) if head is None else set())),
        agreement=Agreement("", _PRONOUN_NUMBER[words[first]] if pronoun else number)
        if head or pronoun
        else ANYBODY,
        person=is_person,
        generic=bool(
            single and not indefinite and (count is None or count < 1) and len(nouns) <= 1
        ),
        pronoun=pronoun,
        indefinite=anonymous and (indefinite or count is not None),
        anonymous=anonymous,
        count=count if anonymous else None,
        of_last=head is not None and head.stem in _LAST_SPOKE and not plural and single,
        unconfirmed="doğrulanmamiş" in words[first:end],
    )


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


def _heads(head: lex.Noun | None, nouns: list[lex.Noun]) -> frozenset[str]:
    heads: set[str] = {""} if head is None else {head.stem}
    if head is not None:
        heads |= lex.ANAPHORS.get(head.stem, frozenset())
    return frozenset(heads)


def _is_unnamed(head: lex.Noun, first: int, last: int) -> bool:
    return head.stem in lex.UNNAMED
