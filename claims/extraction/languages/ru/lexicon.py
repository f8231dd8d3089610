"""The words of the Russian pack, by every form in which they stand in a folded text.

The data files list words once, as a dictionary would; ``inflection.py`` makes their forms. Looking
a word up is one dictionary access.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from claims.extraction.folding import fold
from claims.extraction.languages.ru import inflection
from claims.extraction.languages.ru.inflection import ANY_CASE, PLURAL, Case
from claims.extraction.layout import LayoutWords
from claims.extraction.report import Agreement

_HERE = Path(__file__).parent


def f(text: str) -> str:
    return fold(text).replace("ё", "е")


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def fset(words: str | Iterable[str]) -> frozenset[str]:
    return frozenset(f(words).split() if isinstance(words, str) else map(f, words))


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that may report; ``takes`` says what its content may begin with."""

    lemma: str
    sense: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    verb: Verb
    tense: Tense
    agreement: Agreement


class Kind(StrEnum):
    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    MEDIUM = "medium"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Noun:
    """What a form of a noun says; ``cases`` as in ``inflection.Case``."""

    lemma: str
    kind: Kind
    gender: str
    cases: int


_CUES, _NOUNS, _WORDS = load("cues.toml"), load("nouns.toml"), load("words.toml")


# ── Verbs ───────────────────────────────────────────────────────────────────────────────────────
_IMPERFECTIVE = fset(_CUES["imperfective"]["verbs"])
PAST = {f(k): [f(one) for one in v] for k, v in _CUES["irregular"]["past"].items()}
_PRESENT = {f(k): [f(one) for one in v] for k, v in _CUES["irregular"]["present"].items()}
PREPOSITIONS_TAKEN = frozenset(("о", "на", "к", "за", "против", "от"))


def _verbs() -> Iterator[Verb]:
    for sense, takes in _CUES["takes"].items():
        for lemma, more in _CUES.get(sense, {}).items():
            if isinstance(more, str) and sense != "decline":
                if "aside" in more:
                    takes = "clause quote"
                yield Verb(f(lemma), sense, fset(takes) | fset(more))
    for sense, told in _CUES["with_noun"].items():
        for entry in told:
            yield Verb(f(entry).split()[0], sense, frozenset())


def _conjugated() -> Iterator[tuple[str, Form]]:
    for verb in _verbs():
        imperfective = verb.lemma in _IMPERFECTIVE
        for form, gender, number in inflection.past_forms(verb.lemma, PAST.get(verb.lemma)):
            yield form, Form(verb, Tense.PAST, Agreement(gender, number))
        if imperfective:
            for form, number in inflection.present_forms(verb.lemma, _PRESENT.get(verb.lemma)):
                yield form, Form(verb, Tense.PRESENT, Agreement("", number))
        gerund = inflection.gerund(verb.lemma, imperfective, _PRESENT.get(verb.lemma))
        yield gerund, Form(verb, Tense.GERUND, Agreement())
        for form, gender, number, _ in inflection.participles(verb.lemma, imperfective):
            yield form, Form(verb, Tense.PARTICIPLE, Agreement(gender, number))


def _short_adjectives() -> Iterator[tuple[str, Form]]:
    for lemma, sense in _CUES["short"].items():
        takes = fset("that clause quote" if sense else "inf")
        if lemma in ("уверен", "убежден"):
            takes |= fset("в loc")  # «уверен в победе»
        verb = Verb(lemma, "think" if sense else "intend", takes)
        stem = lemma[:-2] + "н" if lemma.endswith("ен") else lemma
        for end, gender, number in (
            ("", "m", "s"),
            ("а", "f", "s"),
            ("о", "n", "s"),
            ("ы", "", "p"),
        ):
            form = lemma if not end else (stem if lemma != "уверен" else lemma) + end
            if lemma in ("намерен", "уверен", "настроен") and end:
                form = lemma + end
            if sense:
                yield form, Form(verb, Tense.SHORT, Agreement(gender, number))


FORMS: dict[str, Form] = {}
for _form, _told in (*_conjugated(), *_short_adjectives()):
    FORMS.setdefault(_form, _told)

# «дал понять»: the nouns with which a verb says something, and what it takes then.
WITH_NOUN: dict[str, list[tuple[frozenset[str], Verb]]] = {}
for _sense, _entries in _CUES["with_noun"].items():
    for _entry, _takes in _entries.items():
        _lemma, *_beside = f(_entry).split()
        _verb = Verb(_lemma, _sense, fset(_takes))
        WITH_NOUN.setdefault(_lemma, []).append((frozenset(_beside), _verb))
# Forms of those that say nothing without it.
BARE = frozenset(form for form, one in FORMS.items() if not one.verb.takes)


def with_noun(words: list[str], i: int) -> tuple[int, Verb] | None:
    """The noun beside the verb at word i, and the verb that they make."""
    for beside, verb in WITH_NOUN.get(FORMS[words[i]].verb.lemma, ()):
        for at in range(i + 1, min(i + 5, len(words))):
            if words[at] in beside:
                return at, verb
            if not words[at][0].isalpha() or words[at] in FORMS:
                break
    return None


# «поспешил заявить»: the verb of an infinitive that is said behind a light verb.
INFINITIVES = {one.lemma: one for one in _verbs() if "that" in one.takes}
LIGHT = {
    one + end: Agreement(gender, number)
    for one in f(_CUES["light"]["past"]).split()
    for end, gender, number in (("", "m", "s"), ("а", "f", "s"), ("о", "n", "s"), ("и", "", "p"))
}
LIGHT.update(dict.fromkeys(f(_CUES["light"]["short"]).split(), Agreement()))

HEARSAY = {word: sense for sense, words in _CUES["hearsay"].items() for word in f(words).split()}
ACCORDING_PERSON = fset(_CUES["according"]["person"])
ACCORDING = ACCORDING_PERSON | fset(_CUES["according"]["body"])
UNSAID = fset(_CUES["according"]["unsaid"])
GROUNDS = tuple(word[:6] for word in f(_CUES["according"]["grounds"]).split())
DECLINE_VERBS = frozenset(
    form
    for lemma in f(_CUES["decline"]["verbs"]).split()
    for form, *_ in (
        *inflection.past_forms(lemma, None),
        *inflection.present_forms(lemma, None),
        (inflection.gerund(lemma, False, None),),
    )
)
DECLINE_AGREEMENT = {
    form: Agreement(gender, number)
    for lemma in f(_CUES["decline"]["verbs"]).split()
    for form, gender, number in inflection.past_forms(lemma, None)
}
DECLINE_OBJECTS = fset(_CUES["decline"]["objects"])
DECLINE_TALK = fset(_CUES["decline"]["talk"])
EVADED = fset(_CUES["decline"]["evaded"])
PRESS = fset(_CUES["decline"]["press"])
DETAILS = fset(_CUES["decline"]["details"])
_NEGATED = f(_CUES["decline"]["negated"]).split()
DECLINE_NEGATED = {
    form: Agreement(gender, number)
    for lemma in _NEGATED
    for form, gender, number in inflection.past_forms(lemma, None)
}
DECLINE_NEGATED.update(
    {
        form: Agreement("", number)
        for lemma in ("отвечать", "реагировать", "откликаться")
        for form, number in inflection.present_forms(lemma, None)
    }
)
DECLINE_NEGATED.update({"комментирует": Agreement("", "s"), "комментируют": Agreement("", "p")})
REQUESTS = fset(_CUES["decline"]["requests"])
FEELINGS = fset(_CUES["nouns"]["feelings"])
NOT_ANNOUNCED = fset(_CUES["nouns"]["not_announced"])
BACK = fset(_CUES["nouns"]["back"])


# Titles of men and women alike, though they end like a feminine.
_COMMON = frozenset(("глава", "судья", "коллега", "староста", "мужчина", "юноша", "папа"))


# ── Nouns ───────────────────────────────────────────────────────────────────────────────────────
def _noun(word: str, kind: Kind) -> Iterator[tuple[str, Noun]]:
    if word.endswith("="):
        yield word[:-1], Noun(word[:-1], kind, "", ANY_CASE)
    elif word.endswith("+"):
        gender, forms = inflection.adjective_forms(word[:-1])
        for form, cases in forms.items():
            yield form, Noun(word[:-1], kind, gender, cases)
    elif word.endswith("*"):
        for form, cases in inflection.plural_forms(word[:-1]).items():
            if form in ("энергетики", "политики", "критики"):
                cases |= Case.GEN  # «министр энергетики»
            yield form, Noun(word[:-1], kind, "", cases)
    else:
        gender, forms = inflection.noun_forms(word)
        for form, cases in forms.items():
            yield form, Noun(word, kind, "" if word in _COMMON else gender, cases)


def _acronym(word: str) -> Iterator[tuple[str, Noun]]:
    yield word, Noun(word, Kind.BODY, "", ANY_CASE)
    if word[-1] not in "аеиоуыэюя":
        for end, cases in (("а", Case.GEN), ("у", Case.DAT), ("ом", Case.INS), ("е", Case.LOC)):
            yield word + end, Noun(word, Kind.BODY, "m", cases)


def _all_nouns() -> Iterator[tuple[str, Noun]]:
    for key, kind in (
        ("person", Kind.PERSON),
        ("medium", Kind.MEDIUM),
        ("body", Kind.BODY),
        ("document", Kind.DOCUMENT),
        ("people", Kind.PEOPLE),
    ):
        for word in dict.fromkeys(f(_NOUNS[key]).split()):
            yield from _noun(word.rsplit("-", 1)[-1] if "-" in word else word, kind)
    for word in f(_NOUNS["acronym"]).split():
        yield from _acronym(word)
    for word in f(_NOUNS["medium_names"]).split():
        yield word, Noun(word, Kind.MEDIUM, "", ANY_CASE)


NOUNS: dict[str, Noun] = {}
for _form, _known in _all_nouns():
    _there = NOUNS.get(_form)
    if _there is None:
        NOUNS[_form] = _known
    elif _there.lemma == _known.lemma or (_there.kind in (Kind.PERSON, Kind.DOCUMENT)):
        # «эксперты» is listed as a people and is the plural of a person.
        kind = _there.kind
        NOUNS[_form] = Noun(_there.lemma, kind, _there.gender, _there.cases | _known.cases)

ACRONYMS = frozenset(f(_NOUNS["acronym"]).split())
MEDIUM_NAMES = fset(_NOUNS["medium_names"])
STATE_BODIES = fset(_NOUNS["state"]["bodies"])
ANAPHORS: dict[str, frozenset[str]] = {
    f(head): fset(heads.replace("=", "")) for head, heads in _NOUNS["anaphors"].items()
}
CHIEFS = {f(of): fset(heads) for of, heads in _NOUNS["chiefs"].items()}
OF_LAST = fset(_NOUNS["of_last"]["documents"])
OF_LAST_PERSONS = fset(_NOUNS["of_last_persons"]["heads"])
UNNAMED = fset(_NOUNS["unnamed"]["heads"])

# ── Small words ─────────────────────────────────────────────────────────────────────────────────
PREPOSITIONS = fset(_WORDS["prepositions"])
CONJUNCTIONS = fset(_WORDS["conjunctions"])
ADVERBS = fset(_WORDS["adverbs"])
INSERTED = fset(_WORDS["inserted"])
QUESTIONS = fset(_WORDS["questions"])
RELATIVES = fset(_WORDS["relatives"])
NO_HOUSES = fset(_WORDS["no_houses"]) | fset(_WORDS["venues"])
RECIPIENTS = fset(_WORDS["recipients"])
RECIPIENT_PERSONS = fset(_WORDS["recipient_persons"])
NAMED = fset(_WORDS["named"])
VENUES = fset(_WORDS["venues"])
MEASURES = fset(_WORDS["measures"])
ABBREVIATIONS = fset(_WORDS["abbreviations"])
NO_INFINITIVES = fset(_WORDS["no_infinitives"]) | frozenset(NOUNS)
INFINITIVE_ENDS = tuple(_WORDS["infinitive_ends"].split())

PRONOUNS = {
    "он": Agreement("m", "s"),
    "она": Agreement("f", "s"),
    "они": Agreement("", "p"),
    "оно": Agreement("n", "s"),
}
_LAYOUT = _WORDS["layout"]
LAYOUT = LayoutWords(
    bylines=fset(_LAYOUT["bylines"]),
    captions=fset(_LAYOUT["captions"]),
    credits=fset(_LAYOUT["credits"]),
    hours=fset(_LAYOUT["hours"]),
    labels=fset(_LAYOUT["labels"]),
    small=fset(_LAYOUT["small"]),
    months=fset(_LAYOUT["months"]),
    boilerplate=frozenset(tuple(f(one).split()) for one in _LAYOUT["boilerplate"]),
)

# «по его словам», «по ее данным».
POSSESSIVES = {
    "его": Agreement("m", "s"),
    "ее": Agreement("f", "s"),
    "их": Agreement("", "p"),
}


def plural(cases: int) -> int:
    return cases << PLURAL


def is_infinitive(word: str) -> bool:
    return len(word) > 3 and word.endswith(INFINITIVE_ENDS) and word not in NO_INFINITIVES
