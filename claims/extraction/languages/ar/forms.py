"""Verbs and nouns of Arabic in all their forms, made from the lists in cues.toml and nouns.toml.

The data files list words once, as a dictionary would; here their forms are made: tense, gender,
number, the article, attached prefixes and pronouns.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from claims.extraction.folding import folded
from claims.extraction.report import Agreement

_HERE = Path(__file__).parent


class Tense(StrEnum):
    FINITE = "finite"
    PARTICIPLE = "participle"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying: ``takes`` are the openers and prepositions by which its content begins."""

    past: str
    sense: str
    that: bool
    quotes: bool  # a quotation alone
    noun: bool  # an event noun as object
    any_noun: bool  # any noun as object
    prepositions: frozenset[str]  # before an event noun
    any_prepositions: frozenset[str]  # before any noun


@dataclass(frozen=True, slots=True)
class Form:
    verb: Verb
    tense: Tense
    agreement: Agreement
    # Joined to the form: «و» or «ف» before it, a pronoun behind it.
    joined: bool = False
    pronoun: bool = False
    past: bool = True


class NounClass(StrEnum):
    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    DOCUMENT = "document"
    IMAGE = "image"
    MEDIUM = "medium"
    PLACE = "place"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Noun:
    kind: NounClass
    stem: str
    agreement: Agreement
    definite: bool


def f(word: str) -> str:
    """As words stand in a document: folded, without marks."""
    return folded(word).text


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def fset(words: Iterable[str]) -> frozenset[str]:
    return frozenset(f(word) for word in words)


CUES, NOUN_LISTS = load("cues"), load("nouns")

Phrases = dict[str, list[tuple[str, ...]]]


def phrases_of(listed: Iterable[str]) -> Phrases:
    """Phrases of several words, by their first word."""
    found: Phrases = {}
    for one in listed:
        words = tuple(f(one).split())
        found.setdefault(words[0], []).append(words)
    return found


# ── Verbs of saying ─────────────────────────────────────────────────────────────────────────────
_PRONOUNS = ("ه", "ها", "هم", "هما")
_M, _F = Agreement("m", "s"), Agreement("f", "s")
_PARTICIPLES = (
    ("ا", _M),
    ("ة", _F),
    ("ين", Agreement("", "p")),
    ("تين", Agreement("f", "d")),
    ("ات", Agreement("f", "p")),
)


def she(he: str) -> str:
    return he[:-1] + "ت" if he[-1] in "ىيا" else he + "ت"


def they(he: str) -> str:
    return he[:-1] + "وا" if he[-1] in "ىيا" else he + "وا"


def _verb(entry: dict[str, str]) -> Verb:
    takes = entry["takes"].split()
    return Verb(
        past=f(entry["past"]),
        sense=entry.get("sense", "say"),
        that="that" in takes,
        quotes="quote" in takes,
        noun="np" in takes or "np*" in takes,
        any_noun="np*" in takes,
        prepositions=fset(t.rstrip("*") for t in takes if t.rstrip("*") not in _NO_PREPOSITION),
        any_prepositions=fset(t[:-1] for t in takes if t.endswith("*") and t != "np*"),
    )


_NO_PREPOSITION = frozenset(("that", "np", "relay", "decline", "blame", "quote", "again"))


def _past(entry: dict[str, str]) -> Iterator[tuple[str, Agreement]]:
    he = entry["past"]
    she = entry.get("she", he + "ت")
    yield he, _M
    yield she, _F
    yield entry.get("they", he + "وا"), Agreement("m", "p")
    yield (he + "ا" if he[-1] not in "ىا" else he[:-1] + "يا"), Agreement("m", "d")
    yield she + "ا", Agreement("f", "d")


def _present(entry: dict[str, str]) -> Iterator[tuple[str, Agreement]]:
    stem = entry["present"]
    many = stem[:-1] if stem[-1] in "يوى" else stem
    yield "ي" + stem, _M
    yield "ت" + stem, _F
    yield "ي" + many + "ون", Agreement("m", "p")
    yield "ي" + stem + "ان", Agreement("m", "d")
    yield "ت" + stem + "ان", Agreement("f", "d")


def _forms() -> dict[str, Form]:
    forms: dict[str, Form] = {}
    made: list[tuple[str, Form]] = []
    for entry in CUES["verbs"]:
        verb = _verb(entry)
        for word, agreement in _past(entry):
            made.append((f(word), Form(verb, Tense.FINITE, agreement)))
        for word, agreement in _present(entry):
            made.append((f(word), Form(verb, Tense.FINITE, agreement, past=False)))
        if part := entry.get("part"):
            stem = f(part)
            for ending, agreement in _PARTICIPLES:
                made.append((f(stem + ending), Form(verb, Tense.PARTICIPLE, agreement)))
        if noun := entry.get("noun"):
            for pronoun, agreement in zip(
                _PRONOUNS, (_M, _F, Agreement("m", "p"), Agreement("", "d")), strict=True
            ):
                word = f(noun).replace("ة", "ت") + pronoun
                made.append((word, Form(verb, Tense.NOUN, agreement, pronoun=True)))
    for word, form in made:
        forms.setdefault(word, form)
    for word, form in made:
        if form.tense is Tense.PARTICIPLE and word in AFTER_COMMA:
            forms[word] = form  # «، عادا ذلك خطوة»: no dual of another verb
    for word, form in made:
        clear = word in ONLY_CLEAR or "و" + word in ONLY_CLEAR
        if form.tense is Tense.FINITE and word[-1] not in "اه" and not clear:
            told_us = ("نا",) if form.verb.sense == "tell" else ()  # «أخبرنا أحدهم»
            for pronoun in (*_PRONOUNS[:3], *told_us):
                forms.setdefault(word + pronoun, _with(form, pronoun=True))
    for word, form in list(forms.items()):
        if form.tense is not Tense.NOUN:
            for prefix in "وف":
                forms.setdefault(prefix + word, _with(form, joined=True))
    for word in _NEVER_CUES:
        forms.pop(word, None)
    return forms


def _saying_nouns() -> dict[str, Verb]:
    nouns: dict[str, Verb] = {}
    for entry in CUES["verbs"]:
        if stem := f(entry.get("noun", "")):
            verb = _verb(entry)
            nouns["ال" + stem] = nouns["بال" + stem] = verb
            for pronoun in _PRONOUNS:
                owned = (stem[:-1] + "ت" if stem[-1] == "ة" else stem) + pronoun
                nouns[owned] = nouns["ب" + owned] = verb
    return nouns


def _with(form: Form, *, joined: bool = False, pronoun: bool = False) -> Form:
    return Form(
        form.verb,
        form.tense,
        form.agreement,
        joined or form.joined,
        pronoun or form.pronoun,
        form.past,
    )


# Forms that need a clear opener, and those that are cues at the head of a sentence only.
ONLY_CLEAR = fset(CUES["only_clear"])
ONLY_FIRST = fset(CUES["only_first"])
AFTER_COMMA = fset(CUES["after_comma"])
# Forms that are another, far commoner word (preposition, noun, name).
_NEVER_CUES = fset(CUES["never"])
FORMS: dict[str, Form] = _forms()
# «التأكيد», «بالقول», «دعوته»: behind another verb these carry the saying.
SAYING_NOUNS: dict[str, Verb] = _saying_nouns()

# ── Nouns ───────────────────────────────────────────────────────────────────────────────────────
_FEMININE = fset(NOUN_LISTS["feminine"])
_IMAGES = fset(NOUN_LISTS["images"])
MEDIA = fset(NOUN_LISTS["media"])


def _nouns() -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}

    def add(word: str, kind: NounClass, stem: str, agreement: Agreement) -> None:
        nouns.setdefault(word, Noun(kind, stem, agreement, word.startswith("ال")))
        if not word.startswith("ال"):
            nouns.setdefault("ال" + word, Noun(kind, stem, agreement, True))

    no_plural = fset(NOUN_LISTS["adjectives_with_ya"])
    for word in map(f, NOUN_LISTS["people"]):
        add(word, NounClass.PEOPLE, word, Agreement("m", "p"))
    for word in map(f, NOUN_LISTS["titles"]):
        if word[-1] == "ة":
            add(word, NounClass.PERSON, word, _F)
            continue
        add(word, NounClass.PERSON, word, _M)
        add(word + "ة", NounClass.PERSON, word, _F)
        for ending in ("ان", "ين"):
            add(word + ending, NounClass.PERSON, word, Agreement("m", "d"))
        add(word + "ون", NounClass.PEOPLE, word, Agreement("m", "p"))
        if word not in ("اب", "اخ"):  # «أبو سالم»: a name
            add(word + "و", NounClass.PEOPLE, word, Agreement("m", "p"))
        add(word + "ات", NounClass.PEOPLE, word, Agreement("f", "p"))
        nouns.setdefault(word + "ا", Noun(NounClass.PERSON, word, _M, False))
        if word[0] == "م" and word not in no_plural:
            # «مراقبي الاتحاد»: their plural before another noun, never a subject
            nouns.setdefault(word + "ي", Noun(NounClass.PEOPLE, word, Agreement("m", "p"), False))
    for word in map(f, NOUN_LISTS["interlocutors"]):
        nouns[word] = Noun(NounClass.PERSON, "متحدث", Agreement("", "s"), True)
    for word in map(f, NOUN_LISTS["owned"]):
        stem, agreement = (word[:-1] + "ت", _F) if word[-1] == "ة" else (word, _M)
        for pronoun in _PRONOUNS[:3]:
            nouns.setdefault(stem + pronoun, Noun(NounClass.PERSON, word, agreement, True))
    for kind, listed in (
        (NounClass.MEDIUM, "media"),
        (NounClass.BODY, "bodies"),
        (NounClass.DOCUMENT, "documents"),
    ):
        for word in map(f, NOUN_LISTS[listed]):
            is_feminine = word.endswith(("ة", "ات")) or word in _FEMININE
            this = NounClass.IMAGE if word in _IMAGES else kind
            add(word, this, word, _F if is_feminine else _M)
            if word[-1] == "ة":
                add(word[:-1] + "ات", this, word, _F)
            elif word[-1] not in "ءا":
                nouns.setdefault(word + "ا", Noun(this, word, _M, False))
    for word in map(f, NOUN_LISTS["honorifics"]):
        nouns.setdefault(word, Noun(NounClass.PERSON, "سيادت", Agreement("", "s"), True))
    for kind, listed in ((NounClass.NAME, "media_names"), (NounClass.PLACE, "places")):
        for word in map(f, NOUN_LISTS[listed]):
            gender = "f" if kind is NounClass.PLACE or word in _FEMININE else ""
            nouns.setdefault(word, Noun(kind, word, Agreement(gender, "s"), True))
    return nouns


NOUNS: dict[str, Noun] = _nouns()
