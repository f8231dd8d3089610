"""The words of the Arabic pack, by every form in which they stand in a folded text.

The data files list words once, as a dictionary would; here their forms are made: tense, gender,
number, the article, attached prefixes and pronouns. Looking a word up is one dictionary access.
"""

import re
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


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def fset(words: Iterable[str]) -> frozenset[str]:
    return frozenset(f(word) for word in words)


_CUES, _NOUNS, _WORDS, _EVENTS = _load("cues"), _load("nouns"), _load("words"), _load("events")

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


def _she(he: str) -> str:
    return he[:-1] + "ت" if he[-1] in "ىيا" else he + "ت"


def _they(he: str) -> str:
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
    for entry in _CUES["verbs"]:
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
    for entry in _CUES["verbs"]:
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
ONLY_CLEAR = fset(_CUES["only_clear"])
ONLY_FIRST = fset(_CUES["only_first"])
AFTER_COMMA = fset(_CUES["after_comma"])
# Forms that are another, far commoner word (preposition, noun, name).
_NEVER_CUES = fset(_CUES["never"])
FORMS: dict[str, Form] = _forms()
# «التأكيد», «بالقول», «دعوته»: behind another verb these carry the saying.
SAYING_NOUNS: dict[str, Verb] = _saying_nouns()

# ── Small words ─────────────────────────────────────────────────────────────────────────────────
_THAT_SUFFIXES = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم")
THAT = frozenset(
    prefix + "ان" + suffix for prefix in ("", "ب", "و", "وب", "ف") for suffix in _THAT_SUFFIXES
) - {"باني", "فاني"} | {"بانا"}
THAT_HEADS = frozenset(word for word in THAT if word[0] not in "وف")
# With a pronoun, which is the subject of what follows: «إنها», «بأنهم».
THAT_THEY = frozenset(word for word in THAT_HEADS if word.endswith(("ه", "ها", "هم", "هما")))
# «من جهته», «بدورها»: whose turn it is.
OWN_SIDES = fset(_WORDS["own_sides"])
# «ألا», «بألا»: that not.
NOT_TO = frozenset(("الا", "بالا", "والا"))
THAT_AGAIN = frozenset(word for word in THAT if word[0] == "و")  # «وأن»
NOT_OPENED_BY = fset(_CUES["that_belongs_to"])
NEGATIONS = frozenset(("لم", "لا", "ولم", "ولا", "فلم", "لن"))
DENYING_NOUNS = fset(_CUES["denying_nouns"])
CUE_NOUNS = (
    frozenset(prefix + word for word in fset(_CUES["cue_nouns"]) for prefix in ("", "ب", "ل"))
    - FORMS.keys()
)
DECLINED = frozenset(
    letter + f(stem) for stem in _CUES["declined_after_negation"] for letter in "يت"
) | frozenset("ي" + f(stem) + "وا" for stem in _CUES["declined_after_negation"])
# «لكنه لم يذكر عددهم»: what was not told, the outlet says.
WITHHELD = fset(_CUES["withheld"])
DECLINE_OBJECTS = fset(_CUES["decline_objects"])
REPLIES = frozenset(letter + "رد" for letter in "يت") | {"يردوا", "يجب", "تجب"}
NO_COMMENT = phrases_of(_CUES["no_comment"])
BLAME = fset(_CUES["blame"])
PERIODS = fset(_WORDS["periods"])
PAST_OR_NEXT = fset(_WORDS["past_or_next"])
BEFORE_SPEECH = fset(_CUES["before_speech"])
COMMENTS = fset(_WORDS["comments"])
SMALL = fset(_WORDS["small"])
TELLING_HOW = fset(_CUES["telling_how"])
SPEAKING_FOR = fset(_CUES["speaking_for"])
# Verbs of pledging that are said to nobody.
NO_ADDRESSEE = fset(("تعهد", "التزم", "لوح"))
# Those who stand for somebody: «النائب عن درنيل».
REPRESENTING = fset(("نائب", "ممثل", "مرشح", "عضو", "محام", "محامي", "مندوب", "نواب", "مدافع"))
# Later words of a medium's name: «لسدرة نيوز», «لشمس أف أم».
OF_A_MEDIUM = fset(("نيوز", "برس", "تايمز", "بوست", "تودي", "أونلاين", "أف", "أم", "تي", "في"))
# «الخارجية»: a ministry by its adjective or by what it is for.
MINISTRIES = fset(("خارجية", "داخلية", "دفاع", "عدل"))
# Verbs that need whom they urge.
URGING = fset(("حث", "حض", "حرض"))
DECLARING = fset(("أعلن", "أكد"))
# «صور التقطتها», «نشرها»: how a clause about images begins.
SHOWN_BY = tuple(
    fset(
        (
            "تها",
            "ته",
            "أعدها",
            "أعده",
            "أصدرها",
            "أصدره",
            "كتبه",
            "أجراها",
            "أجراه",
            "نشرها",
            "بثها",
            "وزعها",
            "التقطها",
            "صورها",
            "تداولها",
            "بثه",
            "نشره",
            "سجله",
            "صوره",
            "تداوله",
            "التقطه",
        )
    )
)
SAID_TO = fset(_WORDS["said_to"])
# Behind these the same speaker goes on («لكنه عزا ذلك إلى»).
BUT_THEY = frozenset(
    prefix + "لكن" + pronoun for pronoun in ("ه", "ها", "هم", "هما") for prefix in ("", "و")
)
STATEMENTS = fset(_CUES["statements"])
BUT = frozenset(prefix + word for word in ("لكن", "غير", "الا", "بيد") for prefix in ("", "و")) | {
    "ولكن"
}
# Before a colon at a line's head: who asks, who answers, and what names nobody.
ASKING = fset(_WORDS["asking"])
ANSWERING = fset(_WORDS["answering"])
LABELS = fset(_WORDS["labels"])
BYLINES = fset(_WORDS["bylines"])
REQUESTS = fset(_CUES["requests"])
REPLIED_TO = fset(_CUES["replied_to"])
HEARSAY = {prefix + word: word for word in fset(_CUES["hearsay"]) for prefix in ("", "و", "ف")}
HEARSAY_NOUNS = fset(_CUES["hearsay_nouns"])
HEARSAY_NOUN_VERBS = frozenset(
    prefix + word for word in fset(_CUES["hearsay_noun_verbs"]) for prefix in ("", "و", "ف")
)
LIKELY = fset(_CUES["likely"])
BACKGROUND = phrases_of(prefix + phrase for phrase in _CUES["background"] for prefix in ("", "و"))
# «عادة ما يعلن»: what somebody is used to say.
HABITS = fset(_CUES["habits"])
EVIDENTIAL = {
    prefix + f(word.rstrip("*")): word.endswith("*")
    for word in _CUES["evidential"]
    for prefix in ("", "و", "ف")
}
OWN_OPINIONS = frozenset(
    prefix + word for word in fset(_CUES["own_opinions"]) for prefix in ("", "و")
)
EVIDENTIAL_PHRASES = {
    tuple(f(prefix + phrase).split())
    for phrase in _CUES["evidential_phrases"]
    for prefix in ("", "و")
}
EVIDENTIAL_NOT_BEFORE = fset(_CUES["evidential_not_before"])
RETURNS = frozenset(prefix + word for word in fset(_CUES["returns"]) for prefix in ("", "و"))
RETURN_PHRASES = phrases_of(_CUES["return_phrases"])
RETURNS_SILENT = fset(_CUES["returns_silent"])
ADJUNCTS = fset(_WORDS["adjuncts"])
ADVERBS = fset(_WORDS["adverbs"])
MANNERS = fset(_WORDS["manners"])
CLAUSE_ADJUNCTS = fset(_WORDS["clause_adjuncts"])
AFTER_SPEECH = fset(_WORDS["after_speech"])
NO_ITEMS = fset(_WORDS["no_items"])
BEFORE_CLAUSE = fset(_WORDS["before_clause"])
VENUES = fset(_WORDS["venues"])
FROM_ADJUNCTS = fset(_WORDS["from_adjuncts"])
PLACE_NOUNS = fset(_WORDS["place_nouns"])
CALLED = fset(_WORDS["called"])
ISSUED = fset(_WORDS["issued"])
INSIDE_MENTION = fset(_WORDS["inside_mention"])
CLAUSE_OPENERS = fset(_WORDS["clause_openers"])
WAS = fset(_WORDS["was"])
CONNECTIVES = phrases_of(_WORDS["connectives"])
DEMONSTRATIVES = fset(_WORDS["demonstratives"])
RELATIVES = fset(_WORDS["relatives"])
GLOSSES = fset(_WORDS["glosses"])
GLOSS_PHRASES = phrases_of(_WORDS["gloss_phrases"])
LEADS = fset(_WORDS["leads"])
ADJECTIVES = fset(_WORDS["adjectives"]) | frozenset(
    word + ending
    for word in fset(_WORDS["adjectives"])
    if not word.startswith("ال") and word[-1] not in "ةنا"
    for ending in ("ان", "ين", "ون", "تان", "تين")
)
HEDGED = fset(_WORDS["modality"]["hedged"])
FUTURE = fset(_WORDS["modality"]["future"])
EXPECTED = fset(_WORDS["modality"]["expected"])
DESIRED = fset(_WORDS["modality"]["desired"])
NO_FUTURE = tuple(map(f, _WORDS["modality"]["no_future"]))
NO_FUTURE_WORDS = fset(_WORDS["modality"]["no_future_words"])
LISTING = fset(_WORDS["listing"])
WORDS_WITH_WAW = fset(_WORDS["words_with_waw"])
DETERMINERS = fset(_WORDS["determiners"])
COUNTS: dict[str, int] = {f(word): count for word, count in _WORDS["count"].items()}
NAMES_AFTER = fset(_WORDS["quotation"]["names_after"])
ANONYMITY = fset(_WORDS["anonymity"])
ANONYMITY_VERBS = frozenset(
    prefix + form
    for stem in fset(_WORDS["anonymity_verbs"])
    for form in map(f, (stem, stem + "ت", stem + "وا", stem + "ا", stem + "ة", stem + "ين"))
    for prefix in ("", "و")
)

# ── Nouns ───────────────────────────────────────────────────────────────────────────────────────
_FEMININE = fset(_NOUNS["feminine"])
_IMAGES = fset(_NOUNS["images"])
_MEDIA = fset(_NOUNS["media"])


def _nouns() -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}

    def add(word: str, kind: NounClass, stem: str, agreement: Agreement) -> None:
        nouns.setdefault(word, Noun(kind, stem, agreement, word.startswith("ال")))
        if not word.startswith("ال"):
            nouns.setdefault("ال" + word, Noun(kind, stem, agreement, True))

    for word in map(f, _NOUNS["people"]):
        add(word, NounClass.PEOPLE, word, Agreement("m", "p"))
    for word in map(f, _NOUNS["titles"]):
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
    for word in map(f, _NOUNS["interlocutors"]):
        nouns[word] = Noun(NounClass.PERSON, "متحدث", Agreement("", "s"), True)
    for word in map(f, _NOUNS["owned"]):
        stem, agreement = (word[:-1] + "ت", _F) if word[-1] == "ة" else (word, _M)
        for pronoun in _PRONOUNS[:3]:
            nouns.setdefault(stem + pronoun, Noun(NounClass.PERSON, word, agreement, True))
    for kind, listed in (
        (NounClass.MEDIUM, "media"),
        (NounClass.BODY, "bodies"),
        (NounClass.DOCUMENT, "documents"),
    ):
        for word in map(f, _NOUNS[listed]):
            is_feminine = word.endswith(("ة", "ات")) or word in _FEMININE
            this = NounClass.IMAGE if word in _IMAGES else kind
            add(word, this, word, _F if is_feminine else _M)
            if word[-1] == "ة":
                add(word[:-1] + "ات", this, word, _F)
            elif word[-1] not in "ءا":
                nouns.setdefault(word + "ا", Noun(this, word, _M, False))
    for word in map(f, _NOUNS["honorifics"]):
        nouns.setdefault(word, Noun(NounClass.PERSON, "سيادت", Agreement("", "s"), True))
    for kind, listed in ((NounClass.NAME, "media_names"), (NounClass.PLACE, "places")):
        for word in map(f, _NOUNS[listed]):
            gender = "f" if kind is NounClass.PLACE or word in _FEMININE else ""
            nouns.setdefault(word, Noun(kind, word, Agreement(gender, "s"), True))
    return nouns


NOUNS: dict[str, Noun] = _nouns()
# Of the nouns, those that leave a person or a group unnamed when no name follows.
UNNAMED = fset(_NOUNS["unnamed"])
ANAPHORS: dict[str, frozenset[str]] = {
    f(word): fset(heads) for word, heads in _NOUNS["anaphors"].items()
}
RECIPIENTS = _MEDIA | fset(_NOUNS["media_names"])
PLATFORMS = fset(_NOUNS["platforms"])
PRESS_AT_LARGE = fset(_NOUNS["press_at_large"])

# «الوزير قرر», «سكان فروا»: acts, which end the naming of whoever does them.
ACTS = frozenset(
    form
    for he in fset(_WORDS["acts"])
    for form in (he, *(_she(he) + ending for ending in ("", "ا")), _they(he))
    if form not in NOUNS and form not in fset(_EVENTS["nouns"])
) | fset(_WORDS["acts_alone"])

# Titles that stand before or behind another one: «الوزير الدكتور», «العميد الركن».
COURTESIES = fset(_NOUNS["courtesies"])
HONORIFICS = fset(_NOUNS["honorifics"])
# Titles that end in ي and are no adjectives.
DEFECTIVE = fset(_NOUNS["defective"])
# «نظيره»: whom somebody met or spoke to.
COUNTERPARTS = fset(_NOUNS["counterparts"])

_EVENT = fset(_EVENTS["nouns"])
_FIRST_NAMES = fset(_EVENTS["first_names"])
_NO_EVENT = fset(_EVENTS["not"])
# انفعال، افتعال، استفعال، تفعيل، مفاعلة, folded. Source: derived forms VII, VIII, X, II, III.
_EVENT_SHAPE = re.compile(
    r"ان\w{2}ا\w|ا\wت\w[اع]\w|ا[صضطزد]\w{2}ا\w|است\w{1,3}ا\w|ت\w{2}ي\w"
    r"|م\wا\w{2}ة|ا\w{2}ا\w|ان\w{2}ا\wات|ا\wت\wا\wات|است\w{1,3}ا\wات"
)
_OWNED = re.compile(r"(?P<noun>\w{3,}?)(?:ه|ها|هم|هما|نا)$")


def is_event(word: str) -> bool:
    """Whether a noun stands for an event or state, also with «ال» or a pronoun joined to it."""
    if word in _EVENT:
        return True
    if word in _FIRST_NAMES:
        return False
    if word in NOUNS or word in _NO_EVENT:
        return False
    if word.startswith("ال") and len(word) > 4:
        # «الشرطة القبض» is rare, «النائب العام» is not: with the article only listed nouns.
        return False
    if _EVENT_SHAPE.fullmatch(word) is not None:
        return True
    owned = _OWNED.match(word)
    if owned is None:
        return False
    noun = owned.group("noun")
    for stem in (noun, noun[:-1] + "ة" if noun.endswith("ت") else noun):
        if stem in _EVENT or (_EVENT_SHAPE.fullmatch(stem) and stem not in _NO_EVENT):
            return True
    return False


def is_no_name(word: str) -> bool:
    """Whether a word that might be somebody's name is known as another noun."""
    return word in _NO_EVENT


def is_venue(word: str) -> bool:
    """«بيان», also «البيان», «بيانها», «نشرته»: where or how something was said."""
    if word in VENUES or (word.startswith("ال") and word[2:] in VENUES):
        return True
    owned = _OWNED.match(word)
    if owned is None:
        return False
    stem = owned.group("noun")
    return stem in VENUES or (stem.endswith("ت") and stem[:-1] + "ة" in VENUES)


def without_prefix(word: str) -> str:
    """The noun behind a joined «ب», «ل», «و», «ك», «ف»; the word itself where there is none."""
    if len(word) > 4 and word.startswith("لل"):
        return "ال" + word[2:]
    if len(word) > 3 and word[0] in "بلوكف":
        return word[1:]
    return word
