"""The words of the pack, in all their forms, made once: looking one up is one dictionary access.

Source of the lists: see the heads of the TOML files beside this module.
"""

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from claims.extraction.folding import fold
from claims.extraction.layout import LayoutWords


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


_CUES, _NAMES, _VERBS = map(_data, ("cues.toml", "names.toml", "verbs.toml"))
_tables = _data("words.toml")
_WORDS = {**_tables, **_tables["lists"]}


# ── Verbs ───────────────────────────────────────────────────────────────────────────────────────
class Tense(StrEnum):
    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"  # only where it differs from the past
    ING = "ing"


class Verb(NamedTuple):
    lemma: str
    sense: str
    takes: frozenset[str]
    # The second word of «point out», "" for most.
    particle: str = ""


class Form(NamedTuple):
    verb: Verb
    tense: Tense


_VOWELS = frozenset("aeiou")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def _ing(verb: str, past: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    doubled = past.endswith("ed") and len(past) == len(verb) + 3 and past[-3] == verb[-1]
    if doubled or verb in ("begin", "put", "hit", "run", "cut", "set", "get", "win", "sit", "let"):
        return verb + verb[-1] + "ing"
    return verb + "ing"


_IRREGULAR: dict[str, tuple[str, str]] = {
    base: (forms.split()[0], forms.split()[1]) for base, forms in _CUES["irregular"][0].items()
}


def _forms(verb: str) -> list[tuple[str, Tense]]:
    past, participle = _IRREGULAR.get(verb, (_past(verb), _past(verb)))
    forms = [
        (past, Tense.PAST),  # first: «put», «hit» and «read» are a past more often
        (verb, Tense.BASE),
        (_present(verb), Tense.PRESENT),
        (_ing(verb, past), Tense.ING),
    ]
    return forms if participle == past else [*forms, (participle, Tense.PARTICIPLE)]


def _verbs() -> dict[str, Verb]:
    """Each verb once: a verb of several groups takes what all of them say, in the first sense."""
    found: dict[str, Verb] = {}
    for group in _CUES["verbs"]:
        for word in group["words"].split():
            takes = _set(group["takes"])
            known = found.get(word)
            sense = known.sense if known else group["sense"]
            found[word] = Verb(word, sense, takes | (known.takes if known else frozenset()))
    return found


VERBS = _verbs()
FORMS: dict[str, Form] = {}
for _verb in VERBS.values():
    for _word, _tense in _forms(_verb.lemma):
        FORMS.setdefault(_word, Form(_verb, _tense))
# Other forms of these are nouns more often: «emails suggest that …».
for _word in ("email", "emails", "text", "texts"):
    del FORMS[_word]
for _word, _base in _CUES["variants"].items():
    FORMS[_word] = Form(VERBS[_base], Tense.ING if _word.endswith("ing") else Tense.PAST)
# Verbs of two words: «pointed out», by their first word and the second one.
PHRASES: dict[tuple[str, str], Form] = {}
for _phrase in _CUES["phrases"]:
    _first, _second = _phrase["words"].split()
    for _word, _tense in _forms(_first):
        _verb = Verb(_first, _phrase["sense"], _set(_phrase["takes"]), _second)
        PHRASES.setdefault((_word, _second), Form(_verb, _tense))
PHRASE_HEADS = frozenset(first for first, _ in PHRASES)
PASTS = frozenset(w for w, form in FORMS.items() if form.tense is Tense.PAST)
CUE_ING = frozenset(w for w, form in FORMS.items() if form.tense is Tense.ING)

_REGULAR = _set(_VERBS["regular"])
NOUNS_TOO = _set(_VERBS["nouns_too"])
_pasts, _thirds, _bases, _participles, _ings = (
    set(PASTS),
    set[str](),
    set[str](),
    set[str](),
    set[str](),
)
for _word in _REGULAR:
    _pasts.add(_past(_word))
    _ings.add(_ing(_word, _past(_word)))
for _row in _VERBS["irregular"].split():
    _base, _was, _been = _row.split("/")
    _pasts.add(_was)
    if _been != _was:
        _participles.add(_been)
    _ings.add(_ing(_base, _was))
    _bases.add(_base)
_bases |= _REGULAR | VERBS.keys()
_thirds = {_present(word) for word in _bases - NOUNS_TOO}
# A finite verb by its form alone; by its form where a subject stands before it; a plain form.
PAST_FORMS, PRESENTS, BASES = frozenset(_pasts), frozenset(_thirds), frozenset(_bases)
AMBIGUOUS_PRESENTS = frozenset(_present(word) for word in NOUNS_TOO)
PARTICIPLES = frozenset(_participles - _pasts)
INGS = frozenset(_ings) | CUE_ING

CUE_NOUNS: dict[str, str] = {}
for _sense, _list in _CUES["nouns"].items():
    for _noun in _list.split():
        CUE_NOUNS[_noun] = CUE_NOUNS[_present(_noun)] = _sense
CUE_NOUNS.setdefault("reports", "say")
CUE_NOUNS.setdefault("rumours", "say")
CUE_NOUNS.setdefault("rumors", "say")
HEARSAY_ADVERBS = _set(_CUES["hearsay"]["adverbs"])
HEARSAY = _set(_CUES["hearsay"]["participles"])
HEARSAY_INFINITIVE = _set(_CUES["hearsay"]["infinitive"])

# ── Small words ─────────────────────────────────────────────────────────────────────────────────
_clause = _WORDS["clause"]
RELATIVES = _set(_clause["relatives"])
WH = _set(_clause["wh"])
CONJUNCTIONS = _set(_clause["conjunctions"])
LEADS = _set(_clause["leads"])
RETURNS = _set(_clause["returns"])
OPENERS = _set(_clause["openers"])
DETERMINERS = _set(_clause["determiners"])
PRONOUNS = _set(_clause["pronouns"])
PREPOSITIONS = _set(_clause["prepositions"])
_auxiliaries = _set(_clause["auxiliaries"])
AUXILIARIES = _auxiliaries | {word.replace("'", "’") for word in _auxiliaries}
MODALS = _set(_clause["modals"])
NEGATIONS = _set(_clause["negations"])
ADVERBS = _set(_clause["adverbs"])
BE = _set("is are was were be been being am gets got get")
VENUES = _set(_WORDS["venues"])
COMMENTS = _set(_WORDS["comments"])
TITLES = _set(_WORDS["titles"])
MALE, FEMALE = _set(_WORDS["male"]), _set(_WORDS["female"])
COUNTS: dict[str, int] = _WORDS["counts"]
NUMBERS = _set(_WORDS["numbers"])
ADJECTIVES = _set(_WORDS["adjectives"])
SEVERAL, WORTH = _set(_WORDS["several"]), _set(_WORDS["worth"])
NAMED_MEDIA, MEDIA = _set(_WORDS["named_media"]), _set(_WORDS["media"])
INITIALS = _set(_WORDS["initials"])
BODY_NAMES, PLACES = _set(_WORDS["body_names"]), _set(_WORDS["places"])
MALE_NAMES, FEMALE_NAMES = _set(_NAMES["male"]), _set(_NAMES["female"])
# «Sgt. Noor» is «the sergeant» later.
TITLES_IN_FULL: dict[str, str] = _WORDS["titles_in_full"]
ABBREVIATIONS = _set(_WORDS["layout"]["abbreviations"])


# ── Nouns ───────────────────────────────────────────────────────────────────────────────────────
class NounClass(StrEnum):
    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"


class Noun(NamedTuple):
    stem: str
    kind: NounClass
    plural: bool


_PLURALS = {
    "man": "men", "woman": "women", "policeman": "policemen", "child": "children",
    "spokesman": "spokesmen", "spokeswoman": "spokeswomen", "congressman": "congressmen",
    "chairman": "chairmen", "businessman": "businessmen", "spokesperson": "spokespeople",
    "businesswoman": "businesswomen", "fisherman": "fishermen", "salesman": "salesmen",
    "serviceman": "servicemen", "servicewoman": "servicewomen", "gunman": "gunmen",
    "militiaman": "militiamen", "cameraman": "cameramen", "foreman": "foremen",
    "passer-by": "passers-by", "grandchild": "grandchildren", "ombudsman": "ombudsmen",
}  # fmt: skip
_COLLECTIVE = _set("police people men women children families sources monitors troops forces")


_SINGULAR = _set(
    "congress press news press series analysis series princess services headquarters times boss"
)


def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    lists = (
        (_WORDS["documents"], NounClass.DOCUMENT),
        (_WORDS["bodies"], NounClass.BODY),
        (_WORDS["media"], NounClass.BODY),
        (_WORDS["persons"], NounClass.PERSON),
    )
    for words, kind in lists:
        for word in fold(words).split():
            is_plural = word in _COLLECTIVE or (
                word[-1] == "s" and word[-2:] != "ss" and word not in _SINGULAR
            )
            found[word] = Noun(word, kind, is_plural)
            plural = _PLURALS.get(word) or _present(word)
            found.setdefault(plural, Noun(word, kind, True))
    for word in ("people", "men", "women", "children", "families"):
        found[word] = Noun({"men": "man", "women": "woman"}.get(word, word), NounClass.PERSON, True)
    for word in MALE | FEMALE:
        found.setdefault(word, Noun(word, NounClass.PERSON, False))
    return found


NOUNS = _nouns()
DESCRIBING = _set(_WORDS["describing"])
UNNAMED = _set(_WORDS["unnamed"])
_GROUPS = (
    _set(
        "lawmaker senator representative congressman congresswoman politician republican democrat"
    ),
    _set("spokesman spokeswoman spokesperson"),
    _set("lawyer attorney counsel"),
    _set("source people person official insider diplomat aide"),
    _set(
        "company firm carmaker automaker airline maker manufacturer retailer operator supplier"
        " giant startup lender insurer utility bank corporation owner publisher named brewer"
        " brewery drugmaker chipmaker planemaker shipbuilder homebuilder housebuilder chain"
        " supermarket conglomerate subsidiary bookmaker"
    ),
    _set(
        "newspaper paper daily magazine outlet website media agency station channel broadcaster"
        " network television radio"
    ),
    _set(
        "group organisation organization charity ngo movement union association foundation watchdog"
        " observatory institute society campaign league federation lobby coalition club team"
        " named party"
    ),
    _set("ministry department"),
    _set(
        "report study review survey document paper analysis investigation audit filing complaint"
        " lawsuit indictment letter memo"
    ),
    _set("ruling order court"),
    _set("police force officer"),
    _set("agency service bureau department commission body watchdog regulator"),
)
ANAPHORS: dict[str, frozenset[str]] = {}
for _group in _GROUPS:
    for _word in _group:
        ANAPHORS[_word] = ANAPHORS.get(_word, frozenset()) | _group


SETS: dict[str, frozenset[str]] = {name: _set(words) for name, words in _WORDS["sets"].items()}
HEADS_OF_NAMES: dict[str, str] = {
    word: head for head, words in _WORDS["heads_of_names"].items() for word in words.split()
}


# ── Times ───────────────────────────────────────────────────────────────────────────────────────
_times = _WORDS["times"]
WEEKDAYS: dict[str, int] = {**_times["weekdays"]}
DAYS: dict[str, int] = _times["days"]
MONTHS: dict[str, int] = _times["months"]
COMING, PAST_DAYS = _set(_times["coming"]), _set(_times["past"])
TIME_UNITS, TIME_LEADS = _set(_times["units"]), _set(_times["lead"])
DAY_PARTS = _set(_times["parts"])
TIME_HEADS = frozenset(WEEKDAYS) | frozenset(DAYS) | frozenset(MONTHS)

# ── Modality, declining ─────────────────────────────────────────────────────────────────────────
_modality = _WORDS["modality"]
FUTURE = _set(_modality["future"]) | _set(_modality["future_past"])
HEDGED, DESIRED = _set(_modality["hedged"]), _set(_modality["desired"])
_decline = _WORDS["decline"]
DECLINED, SILENT, REQUESTS = map(
    _set, (_decline["verbs"], _decline["silent"], _decline["requests"])
)


# ── Layout ──────────────────────────────────────────────────────────────────────────────────────
def _runs(several: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(run).split()) for run in several)


_layout = _WORDS["layout"]
LAYOUT = LayoutWords(
    bylines=_set(_layout["bylines"]),
    byline_runs=_runs(_layout["byline_runs"]),
    captions=_set(_layout["captions"]),
    credits=_set(_layout["credits"]),
    hours=_set(_layout["hours"]),
    labels=_set(_layout["labels"]),
    small=_set(_layout["small"]),
    months=frozenset(MONTHS),
    boilerplate=_runs(_layout["boilerplate"]),
)
