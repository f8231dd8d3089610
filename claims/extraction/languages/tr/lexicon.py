"""The words of the pack: what the lists hold, with all their forms; a look-up is one access.

Sources: cues.toml, nouns.toml and words.toml beside this file, each with its origin.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

from claims.extraction.languages.tr.morphology import VOWELS, f, fset, harmonised


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


class Form(Enum):
    """What a form of a verb does in its sentence."""

    FINITE = "finite"
    CONVERB = "converb"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    PASSIVE_CONVERB = "passive converb"
    PASSIVE_PARTICIPLE = "passive participle"
    RELATIVE = "relative"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb or phrase of saying: ``sense`` is its group in cues.toml."""

    lemma: str
    senses: frozenset[str]
    takes: frozenset[str]
    passive: bool
    active: bool = True
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A form of a verb: what it does, and whether it is plural."""

    form: Form
    plural: bool = False


# ── Verbs ───────────────────────────────────────────────────────────────────────────────────────
_SOFTENED = {
    stem: stem[:-1] + "d"
    for stem in ("et", "git", "kaydet", "bahset", "reddet", "vadet", "naklet", "zikret")
}
_FINITE = ("DI", "mIş", "mIştI", "mIştIr", "mAktA", "mAktAydI", "mAktAdIr", "DIydI")
_PLURAL = ("DIlAr", "mIşlAr", "mIşlArdI", "mIşlArdIr", "mAktAlAr", "mAktAdIrlAr")
_NEGATIVE = (
    "mAdI",
    "mAmIş",
    "mAmIştI",
    "mAmIştIr",
    "mIyor",
    "mIyordu",
    "mAmAktA",
    "mAmAktAdIr",
    "mAz",
    "mAzken",
)
_NEGATIVE_PLURAL = ("mAdIlAr", "mIyorlAr", "mAmIşlArdI")


def _progressive(stem: str, soft: str) -> str:
    """«söylüyor», «ediyor», «anlatıyor»: a final vowel gives way."""
    if stem == "de":
        return "diyor"
    return harmonised(stem[:-1] if stem[-1] in VOWELS else soft, "Iyor")


def _passive(stem: str, soft: str) -> list[str]:
    if stem == "de":
        return ["denil", "den"]
    if stem[-1] in VOWELS:
        return [stem + "n"]
    return [harmonised(soft, "In" if stem[-1] == "l" else "Il")]


def _active_forms(stem: str) -> dict[str, Saying]:
    soft = _SOFTENED.get(stem, stem)
    before_vowel = "di" if stem == "de" else soft
    forms: dict[str, Saying] = {}
    now = _progressive(stem, soft)
    for suffix in _FINITE:
        forms[harmonised(stem, suffix)] = Saying(Form.FINITE)
    for suffix in _PLURAL:
        forms[harmonised(stem, suffix)] = Saying(Form.FINITE, True)
    for ending, plural in (
        ("", False),
        ("du", False),
        ("lar", True),
        ("lardı", True),
        ("muş", False),
    ):
        forms[now + ending] = Saying(Form.FINITE, plural)
    aorists = (
        {stem + "r"} if stem[-1] in VOWELS else {soft + "ar", soft + "er", harmonised(soft, "Ir")}
    )
    for there in aorists:
        forms[there] = Saying(Form.FINITE)
        forms[harmonised(there, "lAr")] = Saying(Form.FINITE, True)
        forms[there + "ken"] = Saying(Form.CONVERB)
    for suffix in ("(y)ArAk", "(y)Ip", "(y)IncA"):
        forms[harmonised(before_vowel, suffix)] = Saying(Form.CONVERB)
    if stem == "de":
        forms["deyip"] = Saying(Form.CONVERB)
    forms[harmonised(stem, "DIktAn")] = Saying(Form.CONVERB)
    forms[harmonised(before_vowel, "(y)An")] = Saying(Form.PARTICIPLE)
    forms[harmonised(before_vowel, "(y)AnlAr")] = Saying(Form.PARTICIPLE, True)
    for suffix in ("DIğI", "DIklArI", "DIğInA", "DIklArInA", "DIğInI"):
        forms[harmonised(stem, suffix)] = Saying(Form.RELATIVE)
    for suffix in _NEGATIVE:
        forms[harmonised(stem, suffix)] = Saying(Form.NEGATIVE)
    for suffix in _NEGATIVE_PLURAL:
        forms[harmonised(stem, suffix)] = Saying(Form.NEGATIVE, True)
    return forms


def negated(lemma: str) -> list[str]:
    """«yalanlamadı», «yalanlamıyor», for verbs of one word."""
    forms = _active_forms(lemma[:-3]).items()
    return [f(form) for form, saying in forms if saying.form is Form.NEGATIVE]


def _passive_forms(stem: str) -> dict[str, Saying]:
    forms: dict[str, Saying] = {}
    for passive in _passive(stem, _SOFTENED.get(stem, stem)):
        for form, saying in _active_forms(passive).items():
            if saying.form is Form.FINITE and not saying.plural:
                forms[form] = Saying(Form.PASSIVE)
            elif saying.form is Form.CONVERB:
                forms[form] = Saying(Form.PASSIVE_CONVERB)
            elif saying.form is Form.PARTICIPLE and not saying.plural:
                forms[form] = Saying(Form.PASSIVE_PARTICIPLE)
    return forms


# Form of a verb alone → what it does and which verb; of the last word of a phrase → its stem.
SIMPLE: dict[str, tuple[Saying, Verb]] = {}
LIGHT: dict[str, list[tuple[Saying, str]]] = {}
# (words before the verb, stem) → the phrase.
PHRASES: dict[tuple[tuple[str, ...], str], Verb] = {}
_PHRASE_ENDS: set[str] = set()


_SOFT = {"k": "ğ", "ç": "c", "p": "b", "t": "d"}
_SOFTENS = fset(["kitap", "mektup", "taslak"])
_DROPS = {
    "oğul": "oğl",
    "metin": "metn",
    "sahip": "sahib",
    "muhatap": "muhatab",
    "kasap": "kasab",
    "katip": "katib",
    "mektup": "mektub",
    "kitap": "kitab",
    "kayıt": "kayd",
    "fikir": "fikr",
    "umut": "umud",
    "talep": "taleb",
    "öğüt": "öğüd",
    "kanat": "kanad",
}


def _soft_stem(word: str) -> str:
    if word in _DROPS:
        return _DROPS[word]
    many = sum(letter in VOWELS for letter in word.split()[-1]) > 1
    if many and (word[-1] == "k" or word in _SOFTENS):
        return word[:-1] + _SOFT[word[-1]]
    return word


def _light(group: dict[str, Any]) -> Iterator[str]:
    """«uyarısında bulunmak», «uyarısını yapmak»: every noun of a family with every light verb."""
    for noun in group.get("nouns", ()):
        owned = harmonised(_soft_stem(noun), "(s)I")
        plural = harmonised(harmonised(noun, "lArI"), "nI")
        forms = {
            "LOC": harmonised(owned, "ndA"),
            "ACC": harmonised(owned, "nI"),
            "POSS": owned,
            "DAT": harmonised(owned, "nA"),
            "PLURAL": plural,
        }
        for light in group["light"]:
            form, _, verb = light.partition(" ")
            yield f"{forms[form]} {verb}"


def _verbs() -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for sense, group in _read("cues.toml").items():
        for lemma in [*group["verbs"], *_light(group)]:
            key = lemma + (" -" if group.get("negated") else "")
            takes = frozenset(group["takes"])
            active = group.get("active", True)
            known = verbs.get(key)
            verbs[key] = Verb(
                lemma,
                frozenset((sense,)) | (known.senses if known else frozenset()),
                takes | (known.takes if known else frozenset()),
                bool(group["passive"]) or (known is not None and known.passive),
                active or (known is not None and known.active),
                bool(group.get("negated")),
            )
    return verbs


# Forms that are nouns far more often.
_NO_VERBS = frozenset(("yazar", "yazarlar", "konuşur"))


def _add(verb: Verb) -> None:
    *before, infinitive = verb.lemma.split()
    stem = infinitive[:-3]
    forms = _active_forms(stem)
    if verb.passive or "quote" in verb.takes:
        forms = {**_passive_forms(stem), **forms}
    if before:
        noun = tuple(map(f, before))
        key = (noun, stem + ("-" if verb.negated else ""))
        PHRASES[key] = verb
        _PHRASE_ENDS.add(noun[-1])
        for form, saying in forms.items():
            entry = (saying, stem)
            at = LIGHT.setdefault(f(form), [])
            if entry not in at:
                at.append(entry)
        return
    for form, saying in forms.items():
        is_negative = saying.form is Form.NEGATIVE
        if is_negative != verb.negated:
            continue
        if form not in _NO_VERBS:
            SIMPLE.setdefault(f(form), (saying, verb))


for _verb in _verbs().values():
    _add(_verb)


def _copulas(word: str) -> list[str]:
    """What *is* and *was* are behind a noun in the locative."""
    forms = ("DIr", "(y)DI", "lAr", "lArdI")
    return [harmonised(word, form)[len(word) :] for form in forms]


# Nouns at the end of a sentence that say what somebody thinks.
_VIEWS = _read("cues.toml")["view"]["words"]
# «görüşünde», «görüşündedir», «görüşündeler», «görüşündeydi»
VIEWS = fset([word + end for word in _VIEWS for end in ("", *_copulas(word))])
for _word in VIEWS:
    SIMPLE[_word] = (
        Saying(Form.FINITE),
        Verb(_word, frozenset(("view",)), frozenset(("bare",)), False),
    )
# «… yapmadığından şikayetçi.»
_COMPLAINTS = fset(_read("cues.toml")["complaint"]["words"])
for _word in _COMPLAINTS:
    SIMPLE[_word] = (
        Saying(Form.FINITE),
        Verb(_word, frozenset(("complaint",)), frozenset(("ablative",)), False),
    )
VIEWS |= _COMPLAINTS
PHRASE_ENDS = frozenset(_PHRASE_ENDS)
LONGEST_PHRASE = max(len(words) for words, _ in PHRASES)


# ── Nouns ───────────────────────────────────────────────────────────────────────────────────────
class Case(StrEnum):
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    ACCUSATIVE = "accusative"
    DATIVE = "dative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"
    KI = "ki"


@dataclass(frozen=True, slots=True)
class Noun:
    stem: str
    kind: str
    case: Case
    plural: bool
    possessed: bool


NOUNS: dict[str, Noun] = {}
_CASES = (
    (Case.NOMINATIVE, "", ""),
    (Case.GENITIVE, "(n)In", "nIn"),
    (Case.DATIVE, "(y)A", "nA"),
    (Case.ACCUSATIVE, "(y)I", "nI"),
    (Case.LOCATIVE, "DA", "ndA"),
    (Case.ABLATIVE, "DAn", "ndAn"),
    (Case.INSTRUMENTAL, "(y)lA", "(y)lA"),
    (Case.KI, "DAki", "ndAki"),
)


def _decline(word: str, kind: str) -> None:
    """All cases of a noun, of its plural, and of both with a possessive."""
    last = word.split()[-1]
    soft = _soft_stem(word).split()[-1]
    stem = f(word.replace(" ", "_"))
    is_compound = " " in word and last[-1] in "ıiuü"
    plural = harmonised(last[:-1] if is_compound else last, "lAr")
    possessed = last if is_compound else harmonised(soft, "(s)I")
    many = harmonised(plural, "I")
    bases = [
        (last, False, is_compound),
        (plural, True, False),
        (possessed, False, True),
        (many, True, True),
    ]
    # «bakanlığı» is the ministry of something more often than an object.
    for base, is_plural, is_possessed in bases:
        NOUNS.setdefault(f(base), Noun(stem, kind, Case.NOMINATIVE, is_plural, is_possessed))
    for base, is_plural, is_possessed in bases:
        for case, plain, owned in _CASES:
            if case is Case.NOMINATIVE or plain.startswith("D"):
                stem_used = base
            elif base == last and not is_possessed:
                stem_used = soft if plain[0] == "(" and case is not Case.INSTRUMENTAL else base
            else:
                stem_used = base
            form = harmonised(stem_used, owned if is_possessed else plain)
            NOUNS.setdefault(f(form), Noun(stem, kind, case, is_plural, is_possessed))


_nouns = _read("nouns.toml")
# «dernek» → «derneği»: with whose it is.
OWNED = {
    f(word): f(harmonised(_soft_stem(word), "(s)I")) for word in _nouns["body"] if " " not in word
}
for _kind in ("person", "body", "document"):
    for _word in _nouns[_kind]:
        if " " not in _word:
            _decline(_word, _kind)
for _kind in ("person", "body", "document"):
    for _word in _nouns[_kind]:
        if " " in _word:
            _decline(_word, _kind)


def _venues() -> Iterator[str]:
    """Where something is said: «açıklamada», «açıklamasında», «raporlarında»."""
    for word in _nouns["venue"]:
        last = word.split()[-1]
        many = harmonised(last, "lAr")
        for stem, owned in (
            (last, False),
            (harmonised(_soft_stem(word).split()[-1], "(s)I"), True),
            (many, False),
            (harmonised(many, "I"), True),
        ):
            yield f(harmonised(stem, "ndA" if owned else "DA"))


VENUES = frozenset(_venues())
# «törene», «toplantıya»: where somebody came.
OCCASIONS = frozenset(
    f(form)
    for word in _nouns["venue"]
    for last in (word.split()[-1],)
    for form in (harmonised(_soft_stem(last), "(y)A"), harmonised(harmonised(last, "lAr"), "A"))
)
# Documents in which something is told; beside an active verb they may as well be what it is about.
PAPERS = VENUES | frozenset(
    form for form, noun in NOUNS.items() if noun.kind == "document" and noun.case is Case.LOCATIVE
)
MEDIA = frozenset(f(word.split()[-1]) for word in _nouns["media"])
GIVEN = frozenset(
    f(form)
    for word in _nouns["given"]
    for form in (
        harmonised(_soft_stem(word), "(y)A"),
        harmonised(harmonised(_soft_stem(word), "(s)I"), "nA"),
        harmonised(harmonised(word, "lAr"), "A"),
        harmonised(harmonised(word, "lArI"), "nA"),
    )
)
UNNAMED = frozenset(f(word.replace(" ", "_")) for word in _nouns["unnamed"])
TITLES = fset(_nouns["titles"]["words"])
ANAPHORS: dict[str, frozenset[str]] = {}
for _line in _nouns["anaphors"]["lines"]:
    _alike = frozenset(map(f, _line.split()))
    for _one in _alike:
        ANAPHORS[_one] = ANAPHORS.get(_one, frozenset()) | _alike

# ── Small words ─────────────────────────────────────────────────────────────────────────────────
_words = _read("words.toml")
CLOSERS = fset(_words["closers"])
CLITICS = fset(_words["clitics"])
ABOUT = fset(_words["about"])
ADVERBS = fset(_words["adverbs"])
CONNECTIVES: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(
    (tuple(map(f, one.split())) for one in _words["connectives"]), key=len, reverse=True
):
    CONNECTIVES.setdefault(_phrase[0], []).append(_phrase)
CALENDAR = fset(_words["calendar"])
TIMES = fset(_words["times"]) | CALENDAR
POSTPOSITIONS = fset(_words["postpositions"])
NO_PARTICIPLES = fset(_words["no_participles"])
NO_FINITES = fset(_words["no_finites"])
MODIFIERS = fset(_words["modifiers"])
PRONOUNS = fset(_words["pronouns"])
ADDRESSEES = fset([one.split()[-1] for one in _words["addressees"]])
OURSELVES = fset(_words["ourselves"])
PLACES = fset(_words["places"])
PARTICIPLES = fset(_words["participles"]) | frozenset(
    form for form, (saying, _) in SIMPLE.items() if saying.form is Form.PARTICIPLE
)
EPITHETS = fset(_words["epithets"])
SAYINGS = fset(_words["sayings"])
POINTS_BACK = fset(_words["points_back"])
OUTLETS = fset(_words["outlets"])
OPENERS = fset(_words["openers"])
NO_EVIDENCE = frozenset(
    f(form)
    for word in _words["no_evidence"]
    for form in (
        word,
        harmonised(word, "(y)A"),
        harmonised(harmonised(_soft_stem(word), "(s)I"), "nA"),
        harmonised(harmonised(word, "lAr"), "(y)A"),
        harmonised(harmonised(word, "lArI"), "nA"),
        harmonised(word, "nA"),
    )
)
JUDGED = fset(_words["judged"])
CLAIMED = fset(_words["claimed"])
GATHERED = fset(_words["gathered"])
BYLINES = fset(_words["bylines"])
LABELS = fset(_words["labels"])
CREDITS = fset(_words["credits"])
ABBREVIATIONS = fset(_words["abbreviations"]) | frozenset(map(str, range(1, 100)))
