"""Where content ends: with its sentence, where the outlet takes the word again, or somebody else.

Source: the notes on English attribution (the clause, not the sentence); the guideline, «Spans».
"""

from typing import TYPE_CHECKING

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.clauses import is_finite
from claims.extraction.languages.en.lexicon import Tense

if TYPE_CHECKING:
    from claims.extraction.languages.en.progress import Progress

_CITING = frozenset(("citing", "quoting", "according"))
_TAKING_BACK = frozenset(("and", "but", "though", "although", "as", "yet", "so", "with", "even"))
_COMMENT_NOUNS = frozenset(
    (
        "move",
        "decision",
        "step",
        "reference",
        "sign",
        "statement",
        "claim",
        "charge",
        "account",
        "allegation",
        "accusation",
    )
)
_HELPING = lex.BE | {"has", "have", "had", "having", "who", "that", "which", "whose", "where"}
_PRESENT_MODALS = frozenset(("will", "can", "must"))
_DENYING = frozenset(("deny", "denies", "denied", "disputes", "dispute", "disputed"))
_LOOK = lex.CONJUNCTIONS | _CITING | frozenset(",;:—–-")
_SUBORDINATING = lex.SETS["subordinating"]
_ATTRIBUTED_WITHIN = 14


def content_end(at: "Progress", first: int) -> int:
    """The end of content that begins at ``first`` and may run to the sentence's end."""
    view, words, end = at.view, at.words, at.end
    if first >= end:
        return end
    i = first
    is_lead = words[first] in _SUBORDINATING  # «that when she asked, officials said no»
    while i < end:
        word = words[i]
        one = view.quotation_at.get(i)
        if one is not None and not one.is_name and one.end <= end:
            i = max(one.end, i + 1)
            if i < end and _quotation_closes(at, i, end):
                return i
            continue
        if word in _LOOK and i > first:
            if word == ",":
                leads_in, is_lead = is_lead, False
                if not leads_in and _ends_at_comma(at, i, end):
                    return i
            elif word in "—–-":
                if at.view.is_dash(i) and (at.is_parenthesis or _quotes_next(at, i + 1)):
                    return i
            elif word == ":":
                if i + 1 < end and view.opens(i + 1) is not None:
                    return i
            elif word == ";":
                if is_attributed(at, i + 1) or _is_interrupted(at, i + 1):
                    return i
            elif word in _CITING:
                if word != "according" or words[i + 1 : i + 2] == ["to"]:
                    return i
            elif word in ("and", "but"):
                if at.is_noun and _is_predicate(at, i + 1):
                    return i
                if says_next(at, i + 1) or _is_named_next(at, i + 1) or _calls_next(at, i + 1):
                    return i
                if word == "and" and _acts_next(at, first, i + 1):
                    return i
            elif word in lex.RETURNS and words[i - 1] == ",":
                return i - 1
        i += 1
    return end


def _quotation_closes(at: "Progress", i: int, end: int) -> bool:
    """Behind a quotation that holds the clause's comma: «…,\" and the road …», «…,\" R reports»."""
    words = at.words
    if words[i - 2] != ",":
        return False
    if words[i] in ("and", "but") and words[i + 1 : i + 2] == ["that"]:
        return False  # «said he was "well," but that he had been ill»
    return words[i] in ("and", "but", "while", "as") or _ends_at_comma(at, i - 1, end)


def _is_predicate(at: "Progress", i: int) -> bool:
    """«denied murder but was convicted»: the subject's next verb."""
    word = at.words[i] if i < at.end else ""
    return word in lex.AUXILIARIES or (word in lex.PAST_FORMS and word not in lex.NOUNS)


def _is_named_next(at: "Progress", i: int) -> bool:
    """«… and Massachusetts Senator Noor tweeted that …»: a name, and content of its own."""
    return i < at.end and at.view.capitals[i] and is_attributed(at, i, clear=True)


def _calls_next(at: "Progress", i: int) -> bool:
    """«said T and calling it "T"»: a participle of the outer verb."""
    form = lex.FORMS.get(at.words[i]) if i < at.end else None
    if form is None or form.tense is not Tense.ING:
        return False
    if at.frame(i, form).how not in ("that", "quote", "part"):
        return False
    one = next(at.view.quotations(i, min(at.end, i + _ATTRIBUTED_WITHIN)), None)
    # «and calling it "T" was absurd»: a subject of the content
    return one is None or one.end >= at.end or at.words[one.end] not in lex.AUXILIARIES


def _acts_next(at: "Progress", first: int, i: int) -> bool:
    """«said the mayor cares and pointed to a plan»: behind a present, a past is the speaker's."""
    words = at.words
    word = words[i] if i < at.end else ""
    if word not in lex.PAST_FORMS or word in lex.NOUNS or word in lex.BASES or at.view.capitals[i]:
        return False
    if not _HELPING.isdisjoint(words[first:i]):
        return False  # «is closed and left open»
    verb = next((k for k in range(first + 1, i) if is_finite(at.view, k, first)), None)
    return verb is not None and (words[verb] in lex.PRESENTS or words[verb] in _PRESENT_MODALS)


def _is_interrupted(at: "Progress", i: int) -> bool:
    """«…; food prices, she said, rose»."""
    for k in at.triggers_between(i + 2, min(at.end, i + 9)):
        form = lex.FORMS.get(at.words[k])
        if form is not None and "post" in form.verb.takes and "," in at.words[i:k]:
            return at.words[k + 1 : k + 2] == [","]
    return False


def _quotes_next(at: "Progress", i: int) -> bool:
    """«T — “T,” he added»: a quotation with an attribution of its own."""
    one = at.view.opens(i) if i < at.end else None
    if one is None or one.end + 1 >= at.end:
        return False
    forms = (lex.FORMS.get(at.words[k]) for k in at.triggers_between(one.end, one.end + 5))
    return any(form is not None and "post" in form.verb.takes for form in forms)


def _ends_at_comma(at: "Progress", comma: int, end: int) -> bool:
    words = at.words
    i = comma + 1
    if i >= end:
        return True
    word = words[i]
    while i < end - 1 and i < comma + 4 and (word in lex.ADVERBS or word.endswith("ly")):
        i += 1
        word = words[i]
    if at.is_relative and (is_finite(at.view, i, comma) or word in lex.AMBIGUOUS_PRESENTS):
        return True
    if word in lex.PASTS and word not in lex.NOUNS and i == comma + 1:
        return True
    if word in lex.CUE_ING:
        form = lex.FORMS[word]
        return form.verb.sense not in ("hold",) or word in ("believing", "fearing")
    if word in _CITING or word in lex.COMMENTS or word in lex.RETURNS:
        return True
    if is_comment(words, i, end):
        return True
    if word in ("and", "but", "then") and i + 1 < end:
        following = words[i + 1]
        if (
            following in lex.PAST_FORMS
            and following not in lex.NOUNS
            and not at.view.capitals[i + 1]
        ):
            return True  # «…, and switched to another»: the subject acts
    if word == "but" and words[i + 1 : i + 3] in (
        ["it", "is"],
        ["it", "was"],
        ["there", "was"],
        ["there", "is"],
    ):
        return words[i + 3 : i + 4] in (["not"], ["unclear"], ["no"])
    if word == "with" and not lex.CUE_ING.isdisjoint(words[i + 1 : i + 10]):
        return True  # «, with one calling it …»
    if word in _TAKING_BACK:
        return says_next(at, i + 1) or is_attributed(at, i + 1)
    return is_attributed(at, i)


def is_comment(words: list[str], i: int, end: int) -> bool:
    """«, a day after …», «, hours before …», «, in what …», «, a move that …»."""
    if words[i] == "in" and words[i + 1 : i + 2] in (["what"], ["an"], ["a"]):
        noun = words[i + 2 : i + 5]
        return words[i + 1] == "what" or any(word in _COMMENT_NOUNS for word in noun)
    if words[i] in ("a", "the", "an") and words[i + 1 : i + 2] and words[i + 1] in _COMMENT_NOUNS:
        return True
    if words[i] in ("something", "which") and not _DENYING.isdisjoint(words[i + 1 : i + 7]):
        return True  # «, something officials deny»
    for k in range(i, min(end - 1, i + 4)):
        if words[k] in lex.TIME_UNITS:
            return words[k + 1] in ("after", "before", "since")
        if not (
            words[k] in lex.DETERMINERS
            or words[k] in ("just", "only", "less", "than")
            or words[k][0].isdigit()
        ):
            return False
    return False


def says_next(at: "Progress", i: int) -> bool:
    """«and vowed to …», «but also denied …»: the same subject says something else."""
    words, end = at.words, at.end
    while i < end and words[i] in lex.ADVERBS:
        i += 1
    if i + 1 >= end:
        return False
    if words[i] in lex.AUXILIARIES and words[i + 1] in ("not", "never") and i + 2 < end:
        return words[i + 2] in lex.SILENT or words[i + 2] in ("say", "immediately", "confirm")
    form = lex.PHRASES.get((words[i], words[i + 1])) or lex.FORMS.get(words[i])
    if form is None or form.tense not in (Tense.PAST, Tense.PRESENT):
        return False
    if form.tense is Tense.PRESENT and form.verb.lemma in lex.NOUNS_TOO:
        return False
    if "shows" in form.verb.takes or form.verb.lemma in ("find", "estimate", "put"):
        return False  # «the inquiry was held and found that»: the content's own clause
    if form.verb.sense == "decline":
        return words[i + 1] == "to"
    return at.follows(i, form) is not None


def is_attributed(at: "Progress", i: int, *, clear: bool = False) -> bool:
    """Whether «X said», with somebody else as its subject, begins at ``i``."""
    words = at.words
    for k in at.triggers_between(i, min(at.end, i + _ATTRIBUTED_WITHIN)):
        if words[k] == "according" and k <= i + 1:
            return True
        form = lex.PHRASES.get((words[k], words[k + 1])) if k + 1 < at.end else None
        form = form or lex.FORMS.get(words[k])
        if (
            form is None
            or k == i
            or not (
                form.tense in (Tense.PAST, Tense.PRESENT)
                or (form.tense is Tense.BASE and (words[k - 1].endswith("s") or words[k] == "say"))
            )
        ):
            continue
        is_calling = form.verb.sense == "describe" and at.words[k + 1 : k + 2] == ["it"]
        if "post" not in form.verb.takes and not (
            form.verb.sense in ("say", "deny", "decline") or is_calling
        ):
            continue
        verb, skipped = subjects.verb_start(at.view, k, i)
        if form.tense is Tense.BASE and not lex.MODALS.isdisjoint(skipped):
            continue
        if "to" in skipped or not lex.BE.isdisjoint(skipped):
            continue
        found = subjects.before(at.view, verb, i)
        if found is not None and found.clause <= i + 1 and not found.relative:
            if clear:
                return at.frame(k, form).how in ("that", "quote", "colon", "part")
            return _says_something(at, k, form)
    return False


def _says_something(at: "Progress", k: int, form: lex.Form) -> bool:
    """Content follows the verb, or it closes what stood before it («T, X said.»)."""
    behind = k + 1
    if form.verb.sense == "deny" and at.words[behind : behind + 1] in (["this"], ["it"], ["that"]):
        return True
    closes = behind >= at.end or at.words[behind] in ",.;" or at.words[behind] in lex.TIME_LEADS
    return (closes and "post" in form.verb.takes) or at.follows(k, form) is not None
