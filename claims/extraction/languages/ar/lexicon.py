"""The words of the Arabic pack, by every form in which they stand in a folded text.

What the data files list is made ready here and in forms.py, once: looking a word up is one
dictionary access.
"""

import re
from functools import lru_cache

from claims.extraction.languages.ar.forms import (
    AFTER_COMMA as AFTER_COMMA,
)
from claims.extraction.languages.ar.forms import (
    CUES as CUES,
)
from claims.extraction.languages.ar.forms import (
    FORMS as FORMS,
)
from claims.extraction.languages.ar.forms import (
    MEDIA as MEDIA,
)
from claims.extraction.languages.ar.forms import (
    NOUN_LISTS as NOUN_LISTS,
)
from claims.extraction.languages.ar.forms import (
    NOUNS as NOUNS,
)
from claims.extraction.languages.ar.forms import (
    ONLY_CLEAR as ONLY_CLEAR,
)
from claims.extraction.languages.ar.forms import (
    ONLY_FIRST as ONLY_FIRST,
)
from claims.extraction.languages.ar.forms import (
    SAYING_NOUNS as SAYING_NOUNS,
)
from claims.extraction.languages.ar.forms import (
    Form as Form,
)
from claims.extraction.languages.ar.forms import (
    Noun as Noun,
)
from claims.extraction.languages.ar.forms import (
    NounClass as NounClass,
)
from claims.extraction.languages.ar.forms import (
    Phrases as Phrases,
)
from claims.extraction.languages.ar.forms import (
    Tense as Tense,
)
from claims.extraction.languages.ar.forms import (
    Verb as Verb,
)
from claims.extraction.languages.ar.forms import (
    f as f,
)
from claims.extraction.languages.ar.forms import (
    fset as fset,
)
from claims.extraction.languages.ar.forms import (
    load,
)
from claims.extraction.languages.ar.forms import (
    phrases_of as phrases_of,
)
from claims.extraction.languages.ar.forms import (
    she as she,
)
from claims.extraction.languages.ar.forms import (
    they as they,
)

_WORDS, _EVENTS = load("words"), load("events")

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
NOT_OPENED_BY = fset(CUES["that_belongs_to"])
NEGATIONS = frozenset(("لم", "لا", "ولم", "ولا", "فلم", "لن"))
DENYING_NOUNS = fset(CUES["denying_nouns"])
CUE_NOUNS = (
    frozenset(prefix + word for word in fset(CUES["cue_nouns"]) for prefix in ("", "ب", "ل"))
    - FORMS.keys()
)
DECLINED = frozenset(
    letter + f(stem) for stem in CUES["declined_after_negation"] for letter in "يت"
) | frozenset("ي" + f(stem) + "وا" for stem in CUES["declined_after_negation"])
# «لكنه لم يذكر عددهم»: what was not told, the outlet says.
WITHHELD = fset(CUES["withheld"])
DECLINE_OBJECTS = fset(CUES["decline_objects"])
REPLIES = frozenset(letter + "رد" for letter in "يت") | {"يردوا", "يجب", "تجب"}
NO_COMMENT = phrases_of(CUES["no_comment"])
BLAME = fset(CUES["blame"])
PERIODS = fset(_WORDS["periods"])
PAST_OR_NEXT = fset(_WORDS["past_or_next"])
BEFORE_SPEECH = fset(CUES["before_speech"])
COMMENTS = fset(_WORDS["comments"])
SMALL = fset(_WORDS["small"])
TELLING_HOW = fset(CUES["telling_how"])
SPEAKING_FOR = fset(CUES["speaking_for"])
# Verbs of pledging that are said to nobody.
NO_ADDRESSEE = fset(("تعهد", "التزم", "لوح"))
# Those who stand for somebody: «النائب عن درنيل».
REPRESENTING = fset(("نائب", "ممثل", "مرشح", "عضو", "محام", "محامي", "مندوب", "نواب", "مدافع"))
# Later words of a medium's name: «لسدرة نيوز», «لشمس أف أم».
OF_A_MEDIUM = fset(
    ("نيوز", "نت", "برس", "تايمز", "بوست", "تودي", "أونلاين", "أف", "أم", "تي", "في")
)
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
STATEMENTS = fset(CUES["statements"])
BUT = frozenset(prefix + word for word in ("لكن", "غير", "الا", "بيد") for prefix in ("", "و")) | {
    "ولكن"
}
# Before a colon at a line's head: who asks, who answers, and what names nobody.
ASKING = fset(_WORDS["asking"])
ANSWERING = fset(_WORDS["answering"])
LABELS = fset(_WORDS["labels"])
BYLINES = fset(_WORDS["bylines"])
REQUESTS = fset(CUES["requests"])
REPLIED_TO = fset(CUES["replied_to"])
HEARSAY = {prefix + word: word for word in fset(CUES["hearsay"]) for prefix in ("", "و", "ف")}
HEARSAY_NOUNS = fset(CUES["hearsay_nouns"])
HEARSAY_NOUN_VERBS = frozenset(
    prefix + word for word in fset(CUES["hearsay_noun_verbs"]) for prefix in ("", "و", "ف")
)
LIKELY = fset(CUES["likely"])
LIKELY_FUTURE = fset(CUES["likely_future"])
BACKGROUND = phrases_of(prefix + phrase for phrase in CUES["background"] for prefix in ("", "و"))
# «عادة ما يعلن»: what somebody is used to say.
HABITS = fset(CUES["habits"])
EVIDENTIAL = {
    prefix + f(word.rstrip("*")): word.endswith("*")
    for word in CUES["evidential"]
    for prefix in ("", "و", "ف")
}
OWN_OPINIONS = frozenset(
    prefix + word for word in fset(CUES["own_opinions"]) for prefix in ("", "و")
)
EVIDENTIAL_PHRASES = {
    tuple(f(prefix + phrase).split())
    for phrase in CUES["evidential_phrases"]
    for prefix in ("", "و")
}
EVIDENTIAL_NOT_BEFORE = fset(CUES["evidential_not_before"])
RETURNS = frozenset(prefix + word for word in fset(CUES["returns"]) for prefix in ("", "و"))
RETURN_PHRASES = phrases_of(CUES["return_phrases"])
RETURNS_SILENT = fset(CUES["returns_silent"])
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
FIELDS = fset(_WORDS["fields"])
CALLED = fset(_WORDS["called"])
ISSUED = fset(_WORDS["issued"])
RECEIVED = fset(_WORDS["received"])
RECEIVED_IT = fset(_WORDS["received_it"])
COPIES = fset(_WORDS["copies"])
FIRST_NAMES = fset(_WORDS["first_names"])
SELVES = fset(_WORDS["selves"])
IN_THE_KNOW = fset(_WORDS["in_the_know"])
IN_CHARGE = fset(_WORDS["in_charge"])
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

# Of the nouns, those that leave a person or a group unnamed when no name follows.
UNNAMED = fset(NOUN_LISTS["unnamed"])
ANAPHORS: dict[str, frozenset[str]] = {
    f(word): fset(heads) for word, heads in NOUN_LISTS["anaphors"].items()
}
RECIPIENTS = MEDIA | fset(NOUN_LISTS["media_names"])
PLATFORMS = fset(NOUN_LISTS["platforms"])
PRESS_AT_LARGE = fset(NOUN_LISTS["press_at_large"])

# «الوزير قرر», «سكان فروا»: acts, which end the naming of whoever does them.
ACTS = frozenset(
    form
    for he in fset(_WORDS["acts"])
    for form in (he, *(she(he) + ending for ending in ("", "ا")), they(he))
    if form not in NOUNS and form not in fset(_EVENTS["nouns"])
) | fset(_WORDS["acts_alone"])

# Titles that stand before or behind another one: «الوزير الدكتور», «العميد الركن».
COURTESIES = fset(NOUN_LISTS["courtesies"])
HONORIFICS = fset(NOUN_LISTS["honorifics"])
# Titles that end in ي and are no adjectives.
DEFECTIVE = fset(NOUN_LISTS["defective"])
# «نظيره»: whom somebody met or spoke to.
COUNTERPARTS = fset(NOUN_LISTS["counterparts"])

_EVENT = fset(_EVENTS["nouns"])
_FIRST_NAMES = fset(_EVENTS["first_names"])
_NO_EVENT = fset(_EVENTS["not"])
# انفعال، افتعال، استفعال، تفعيل، مفاعلة, folded. Source: derived forms VII, VIII, X, II, III.
_EVENT_SHAPE = re.compile(
    r"ان\w{2}ا\w|ا\wت\w[اع]\w|ا[صضطزد]\w{2}ا\w|است\w{1,3}ا\w|ت\w{2}ي\w"
    r"|م\wا\w{2}ة|ا\w{2}ا\w|ان\w{2}ا\wات|ا\wت\wا\wات|است\w{1,3}ا\wات"
)
_OWNED = re.compile(r"(?P<noun>\w{3,}?)(?:ه|ها|هم|هما|نا)$")
# Words of which it is remembered what they are.
KNOWN = 4096


@lru_cache(maxsize=KNOWN)
def is_event(word: str) -> bool:
    """Whether a noun stands for an event or state, also with «ال» or a pronoun joined to it."""
    if word in _EVENT:
        return True
    if word in _FIRST_NAMES:
        return False
    if word in NOUNS or word in _NO_EVENT:
        return False
    if word.startswith("ال") and len(word) > 4:
        # «الشرطة القبض» is rare, «النائب العام» is not: with the article only listed nouns. Those
        # with an owner have none, whatever they begin with: «التزامها», «إلغاءه».
        owned = _OWNED.match(word)
        return owned is not None and owned.group("noun") in _EVENT
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
