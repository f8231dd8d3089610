"""Verbs of saying: whether one reports at all, whose subject it has, and where its content stands.

Source: the notes on English attribution, «What the engine must recognise»: the orders SCT, TSC, TCS
and TSCT; locality (99 % of sources stand in the sentence of their cue).
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.behind import CLEAR, ahead, cue_of
from claims.extraction.languages.en.clauses import has_clause
from claims.extraction.languages.en.continued import coordinated, participle
from claims.extraction.languages.en.following import Frame
from claims.extraction.languages.en.lexicon import Form, Tense
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward, is_somebody
from claims.extraction.languages.en.preceding import NOT_SPEAKING, around, closes, inverted, opening
from claims.extraction.languages.en.progress import Progress
from claims.extraction.languages.en.relays import cited_first, lead_medium, outlet, relayed
from claims.extraction.report import Mention, Voice, Words

_WENT_ON = lex.SETS["went_on"]
_PLURALS = frozenset(
    ("calls", "claims", "demands", "reports", "appeals", "charges", "hopes", "fears")
)
_NOUNS_TOO = lex.CUE_NOUNS.keys() | lex.SETS["nouns_too"]
# Behind these a clause may belong to a participle of the subject: «rescuers digging after it fell».
_ADJOINING = frozenset(("after", "before", "when", "since", "as", "where"))
_JOINING = frozenset(("and", "but", "or", "then", "to", ","))
_APPEARING = lex.SETS["appearing"]
_REACHED = frozenset(("reached", "contacted"))
_QUOTED = frozenset(("quoted", "cited"))
_COURTS, _IMAGES = lex.SETS["courts"], lex.SETS["images"]


def verb(at: Progress, i: int, form: Form) -> None:
    """The report of the verb at ``i``, if it makes one."""
    start, skipped = at.verb_start(i)
    if form.tense is Tense.ING:
        if lex.BE.isdisjoint(skipped):
            participle(at, i, form)
            return
    elif not _is_finite(at, i, form, start, skipped):
        return
    if not lex.NEGATIONS.isdisjoint(skipped):
        return
    is_plain = form.tense is Tense.BASE and "to" not in skipped and not skipped_do(skipped)
    if "to" in skipped:
        start, _ = at.verb_start(start - (2 if words_before(at, start) == "on" else 1))
    subject = _subject(at, i, form, start)
    if subject is None or _is_object(at, i, form, subject):
        return
    agreeing = _agreeing(at, start, subject, is_plain=is_plain)
    if agreeing is None:
        return
    frame = at.frame(i, form)
    if frame.how == "clause" and _is_inverted(at, i, form, start, frame):
        return
    if _may_speak(at, i, form, agreeing, frame):
        _report(at, i, form, agreeing, frame)


def _subject(at: Progress, i: int, form: Form, start: int) -> subjects.Subject | None:
    """Who stands before the verb; None where the report is read another way, or is none."""
    subject = subjects.before(at.view, start, at.floor) or at.behind_relative(start)
    if subject is None and start == i and inverted(at, i, form):
        return None
    if subject is None and i == at.first and opening(at, i, form):
        return None
    if subject is None and words_before(at, start) not in _JOINING:
        subject = subjects.reduced(at.view, start, at.floor, finite=form.tense is not Tense.BASE)
    if subject is None:
        coordinated(at, i, form, start)
        return None
    first, end = subject.first, subject.end
    is_nobody = end - first == 1 and at.words[first] in NOT_SPEAKING
    is_none = at.words[first] == "no" and at.words[first + 1].isalpha()  # but «No 10»
    return None if is_nobody or is_none else subject


def _agreeing(
    at: Progress, start: int, subject: subjects.Subject, *, is_plain: bool
) -> subjects.Subject | None:
    """The subject that the verb's form allows: «rescuers digging since the mine fell say»."""
    is_plural = is_plain and _is_plural(at, subject)
    if is_plain != is_plural or words_before(at, subject.first) in _ADJOINING:
        whole = subjects.reduced(at.view, start, at.floor, finite=not is_plain)
        if whole is not None and (not is_plain or _is_plural(at, whole)):
            return whole
    return subject if is_plural or not is_plain else None


def _is_inverted(at: Progress, i: int, form: Form, start: int, frame: Frame) -> bool:
    """«The railway, to be done in 2019, will help, said Kim»: no clause stands behind."""
    if start != i or words_before(at, i) != "," or has_clause(at.view, frame.start, at.end):
        return False
    return inverted(at, i, form)


def _report(at: Progress, i: int, form: Form, subject: subjects.Subject, frame: Frame) -> None:
    if not frame.how and relayed(at, i, subject):
        return
    voices, named = _voices(at, i, form, subject, frame)
    if closes(at, i, form, subject, frame, voices):
        return
    if frame.how:
        report = ahead(at, i, form, subject.clause, frame, voices, named)
        if report is not None and subject.relative:
            at.relative = subject
    elif not subject.relative:
        around(at, i, form, subject, frame, voices)


def words_before(at: Progress, i: int) -> str:
    return at.words[i - 1] if i > at.first else ""


def skipped_do(skipped: list[str]) -> bool:
    return not {"do", "did", "does"}.isdisjoint(skipped)


def _is_finite(at: Progress, i: int, form: Form, start: int, skipped: list[str]) -> bool:
    """Whether the word is the verb of a clause, and no infinitive, participle or noun."""
    words, tense = at.words, form.tense
    has_perfect = any(word in ("has", "have", "had", "having") for word in skipped)
    if "to" in skipped:
        if "shows" in form.verb.takes and words[start - 1] in _APPEARING:
            return at.frame(i, form).how != ""
        return words[start - 1] in _WENT_ON or words[start - 2 : start] == ["on", "to"]
    if tense is Tense.BASE:
        if skipped and not lex.MODALS.isdisjoint(skipped):
            return False
        return i > at.first
    if tense is Tense.PRESENT:
        if start == i and words[i] in _PLURALS and words[i - 1] in lex.PAST_FORMS:
            return False  # «rejected calls for»
        if words[i] in lex.AMBIGUOUS_PRESENTS or form.verb.lemma in _NOUNS_TOO:
            how = at.frame(i, form).how
            return how in ("that", "quote", "colon", "clause") or (
                (not how and "shows" in form.verb.takes)
                or (not how and "post" in form.verb.takes and at.view.capitals[start - 1])
                or (
                    form.verb.sense == "describe"
                    and words[start - 1] in ("he", "she", "they", "who")
                )
            )
        return True
    if tense is Tense.PARTICIPLE:
        return has_perfect
    # A past tense, or a participle: «people told of …», «the man said to be …», «denied by two».
    if words[i + 1 : i + 2] == ["by"] and form.verb.takes.isdisjoint(("any", "recipient")):
        return form.verb.sense == "continue" or not lex.VENUES.isdisjoint(words[i + 2 : i + 3])
    return lex.BE.isdisjoint(skipped) or (has_perfect and "been" not in skipped)


def _is_object(at: Progress, i: int, form: Form, subject: subjects.Subject) -> bool:
    """«Noor blasted recent Republican claims that T»: a noun behind a verb, and no verb."""
    first = subject.first
    if form.tense is not Tense.PRESENT or form.verb.lemma not in _NOUNS_TOO:
        return False
    word = at.words[first]
    return word in lex.PAST_FORMS and word not in lex.NOUNS and not at.view.capitals[first]


def _is_plural(at: Progress, subject: subjects.Subject) -> bool:
    """Whether a plain form can be the subject's verb: «analysts at the bank expect»."""
    words = at.words
    first = words[subject.first]
    if first in ("they", "we", "some", "many", "several", "both", "others") or first in lex.NUMBERS:
        return first not in ("one", "other", "another")
    for k in range(subject.first, subject.end):
        noun = lex.NOUNS.get(words[k])
        if words[k] in lex.PREPOSITIONS or words[k] in ",(":
            return k > subject.first and _is_plural_noun(words[k - 1])
        if noun is not None and noun.plural:
            return True
        if words[k] == "and":
            return True
    return _is_plural_noun(words[subject.end - 1])


def _is_plural_noun(word: str) -> bool:
    noun = lex.NOUNS.get(word)
    if noun is not None:
        return noun.plural
    return word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us"))


def _may_speak(at: Progress, i: int, form: Form, subject: subjects.Subject, frame: Frame) -> bool:
    takes = form.verb.takes
    if "heard" in takes:
        return not _COURTS.isdisjoint(at.words[subject.first : subject.end])
    if "counted" in takes:
        named = mention(at.view, subject.first, subject.end)
        return named.agreement.gender == "n" and bool(named.head)
    if "shows" in takes and frame.how in ("", "noun"):
        is_number = bool(frame.how) and at.words[frame.start][0].isdigit()
        return _is_paper(at, subject, images=frame.how == "noun" and not is_number)
    if frame.how in CLEAR or "any" in takes or not frame.how:
        return True
    if at.words[subject.first] in ("it", "this", "that", "which", "what"):
        return form.verb.sense not in ("hold",) and at.words[subject.first] == "it"
    return is_somebody(at.view, subject.first, subject.end)


def _is_paper(at: Progress, subject: subjects.Subject, *, images: bool) -> bool:
    """«T, records show»; of images alone «show» has a bare noun."""
    for k in range(subject.first, subject.end):
        noun = lex.NOUNS.get(at.words[k])
        if noun is not None and noun.kind is lex.NounClass.DOCUMENT:
            return not images or noun.stem in _IMAGES
    return False


def _voices(
    at: Progress, i: int, form: Form, subject: subjects.Subject, frame: Frame
) -> tuple[list[Voice], Mention]:
    """From the outermost relayer to the origin: «X told R», «R, citing X, said»."""
    words = at.words
    cue = cue_of(at, i, form)
    named, carrier = _named(at, subject)
    voices = [Voice(named, cue)]
    origin = frame.origin
    if origin is None and subject.end < subject.verb:
        told = words[subject.end : subject.verb]
        for word in ("citing", "quoting"):
            if word in told:
                first = subject.end + told.index(word) + 1
                end = forward(at.view, first, subject.verb)
                if end > first:
                    origin = Words(first, end)
    if origin is not None:
        end = forward(at.view, origin.first, origin.end)
        if end > origin.first:
            voices.append(Voice(mention(at.view, origin.first, end)))
    elif (cited := cited_first(at, subject.first)) is not None and not named.person:
        voices.append(Voice(cited, Words(at.first, at.first + 1)))
    medium = carrier or outlet(at.view, i + 1, frame) or lead_medium(at)
    if medium is not None:
        voices.insert(0, Voice(medium))
    return voices, named


def _named(at: Progress, subject: subjects.Subject) -> tuple[Mention, Mention | None]:
    """The subject, and who passes on its words: «a source quoted by state radio said»."""
    words = at.words
    for k in range(subject.first + 1, subject.verb - 2):
        if words[k] in _REACHED and words[k + 1] == "by" and k < subject.end:
            return mention(at.view, subject.first, k), None
        if words[k] in _QUOTED and words[k + 1] == "by":
            end = forward(at.view, k + 2, subject.verb)
            if end > k + 2:
                stop = min(k - (words[k - 1] == ","), subject.end)
                return mention(at.view, subject.first, stop), mention(at.view, k + 2, end)
    return mention(at.view, subject.first, subject.end), None
