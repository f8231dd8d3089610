"""What a verb of saying reports: what stands behind it, before it, or around it.

Source: the notes on English attribution, «What the engine must recognise»: the orders SCT, TSC, TCS
and TSCT; locality (99 % of sources stand in the sentence of their cue).
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.clauses import is_finite
from claims.extraction.languages.en.content import is_attributed, is_comment
from claims.extraction.languages.en.following import Frame
from claims.extraction.languages.en.lexicon import Form, Tense
from claims.extraction.languages.en.mentions import PRONOUNS, mention
from claims.extraction.languages.en.phrases import can_name, forward, is_somebody
from claims.extraction.languages.en.progress import Progress
from claims.extraction.languages.en.relays import lead_medium, outlet, relayed
from claims.extraction.languages.en.view import base
from claims.extraction.report import Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction, Modality

_HELD = frozenset("believe think suspect reckon fear worry doubt assume guess".split())
MODALITY = {
    "deny": Modality.DENIED,
    "call": Modality.DESIRED,
    "expect": Modality.FUTURE,
    "pledge": Modality.FUTURE,
}
_OPENED_BY = {
    "that": Construction.THAT_CLAUSE,
    "clause": Construction.CLAUSE,
    "colon": Construction.COLON,
    "quote": Construction.QUOTATION_AFTER,
    "wh": Construction.QUESTION,
    "to": Construction.INFINITIVE,
    "ing": Construction.NOUN_OBJECT,
    "noun": Construction.NOUN_OBJECT,
    "accused": Construction.NOUN_OBJECT,
    "addressed": Construction.INFINITIVE,
    "part": Construction.EVALUATION,
}
# Frames that only a cue has: with them the subject may be anything.
_CLEAR = frozenset(("that", "quote", "colon", "part", "accused", "addressed"))
_NESTING = frozenset(("say", "deny", "continue"))
_WENT_ON = frozenset(
    "went on continued pleased excited proud delighted happy thrilled quick keen".split()
)
_SAYING = frozenset(("say", "tell", "write", "add", "argue", "claim", "warn", "note", "insist"))
_NOT_SPEAKING = frozenset(("i", "we", "you", "there", "who", "which", "everyone", "someone"))
_NOUNS_TOO = lex.CUE_NOUNS.keys() | frozenset(
    "term bill frame cast brand label paint estimate figure note comment post".split()
)
_COURTS = frozenset("court jury inquest inquiry tribunal hearing trial".split())
_IMAGES = frozenset("image images footage video photo photograph photographs picture".split())
_JOINING = frozenset(("and", "but", "or", "then", ",", "nor"))


def verb(at: Progress, i: int, form: Form) -> None:
    """The report of the verb at ``i``, if it makes one."""
    start, skipped = at.verb_start(i)
    if form.tense is Tense.ING:
        if not lex.BE & frozenset(skipped):
            participle(at, i, form)
            return
    elif not _is_finite(at, i, form, start, skipped):
        return
    if not lex.NEGATIONS.isdisjoint(skipped):
        return
    if "to" in skipped:
        start, _ = at.verb_start(start - (2 if words_before(at, start) == "on" else 1))
    subject = subjects.before(at.view, start, at.floor) or at.behind_relative(start)
    if subject is None and start == i and _inverted(at, i, form):
        return
    if subject is None:
        _coordinated(at, i, form, start)
        return
    words = at.words
    if subject.end - subject.first == 1 and words[subject.first] in _NOT_SPEAKING:
        return
    if form.tense is Tense.BASE and not skipped_do(skipped) and not _is_plural(at, subject):
        return
    frame = at.frame(i, form)
    if not _may_speak(at, i, form, subject, frame):
        return
    if not frame.how and relayed(at, i, subject):
        return
    voices, named = _voices(at, i, form, subject, frame)
    if _behind(at, i, form, subject, frame, voices):
        return
    if frame.how:
        report = _ahead(at, i, form, subject.clause, frame, voices, named)
        if report is not None and subject.relative:
            at.relative = subject
    elif not subject.relative:
        _around(at, i, form, subject, frame, voices)


def words_before(at: Progress, i: int) -> str:
    return at.words[i - 1] if i > at.first else ""


def skipped_do(skipped: list[str]) -> bool:
    return not {"do", "did", "does"}.isdisjoint(skipped)


def _is_finite(at: Progress, i: int, form: Form, start: int, skipped: list[str]) -> bool:
    """Whether the word is the verb of a clause, and no infinitive, participle or noun."""
    words, tense = at.words, form.tense
    has_perfect = any(word in ("has", "have", "had", "having") for word in skipped)
    if "to" in skipped:
        return words[start - 1] in _WENT_ON or words[start - 2 : start] == ["on", "to"]
    if tense is Tense.BASE:
        if skipped and not lex.MODALS.isdisjoint(skipped):
            return False
        return i > at.first
    if tense is Tense.PRESENT:
        if words[i] in lex.AMBIGUOUS_PRESENTS or form.verb.lemma in _NOUNS_TOO:
            return at.frame(i, form).how in ("that", "quote", "colon", "clause") or (
                form.verb.sense == "describe" and words[start - 1] in ("he", "she", "they", "who")
            )
        return True
    if tense is Tense.PARTICIPLE:
        return has_perfect
    # A past tense, or a participle: «people told of …», «the man said to be …».
    return lex.BE.isdisjoint(skipped) or (has_perfect and "been" not in skipped)


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
    if "shows" in takes and frame.how in ("", "noun"):
        return _is_paper(at, subject, images=frame.how == "noun")
    if frame.how in _CLEAR or "any" in takes or not frame.how:
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
    """From the outermost relayer to the origin: «X told Reuters», «Reuters, citing X, said»."""
    words = at.words
    cue = _cue(at, i, form)
    named = mention(at.view, subject.first, subject.end)
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
    medium = outlet(at.view, i + 1, frame) or lead_medium(at)
    if medium is not None:
        voices.insert(0, Voice(medium))
    return voices, named


def _cue(at: Progress, i: int, form: Form) -> Words:
    return Words(i, i + 2 if form.verb.particle else i + 1)


# ── The content stands before its cue ───────────────────────────────────────────────────────────
def _behind(
    at: Progress, i: int, form: Form, subject: subjects.Subject, frame: Frame, voices: list[Voice]
) -> bool:
    """«"T", X said», «T, X said», «T, X said, T»."""
    if subject.relative or form.verb.takes.isdisjoint(("quote", "post", "that")):
        return False
    if not frame.how and "post" in form.verb.takes:
        at.reopen(subject.clause)
    found = at.content_before(subject.clause)
    if found is None:
        return False
    content, construction = found
    if frame.how in ("that", "clause", "wh", "part", "to", "addressed", "accused", "noun"):
        quotation = at.view.quotation_at.get(content.first)
        is_long = quotation is not None and quotation.close - quotation.open > 6
        if not is_long or frame.how in ("that", "accused", "addressed", "part"):
            return False
    if construction is Construction.CLAUSE_BEFORE and frame.how in ("quote", "colon"):
        if content.end - content.first < 4 or "post" not in form.verb.takes:
            return False
        if frame.how == "colon" or not _is_quoted_tail(at, content):
            return False
    if construction is Construction.CLAUSE_BEFORE and "post" not in form.verb.takes:
        if not _is_quoted_tail(at, content):
            return False
    modality = MODALITY.get(form.verb.sense)
    report = at.add(
        construction, _cue(at, i, form), content, voices, Manner.NAMED, content.first,
        modality=modality,
    )  # fmt: skip
    behind = frame.behind if not frame.how else _cue(at, i, form).end
    at.floor = max(at.floor, behind, i + 1)
    if report is not None:
        interrupted(at, report, behind)
    return True


def _around(
    at: Progress, i: int, form: Form, subject: subjects.Subject, frame: Frame, voices: list[Voice]
) -> None:
    """«On Wednesday, two officials said, the mayor left»; «Rents, Noor noted, had barely moved»."""
    words, behind = at.words, at.behind_times(frame.behind)
    start = at.clause_start(at.floor)
    if "post" not in form.verb.takes or behind + 3 > at.end or words[behind] != ",":
        return
    if subject.clause <= start or words[subject.clause - 1] != "," or not goes_on(at, behind + 1):
        return
    stop = at.end_of(behind + 1)
    if not any(is_finite(at.view, k, behind) for k in range(behind + 1, min(stop, behind + 25))):
        return
    cue = _cue(at, i, form)
    at.may_mean_main = False
    contents = [Words(start, subject.clause - 1), Words(behind + 1, stop)]
    if subject.clause - 1 - start < 2 or words[start] in lex.OPENERS:
        del contents[0]  # «Now, he says, …»
    for content in contents:
        at.add(Construction.INTERRUPTED, cue, content, list(voices), Manner.NAMED, start)


def _is_quoted_tail(at: Progress, content: Words) -> bool:
    return at.view.closing(content.end) is not None


def interrupted(at: Progress, report: Report, behind: int) -> None:
    """«T, X said, T»: the second piece has the same cue."""
    words, view = at.words, at.view
    i = at.behind_times(behind)
    if i < at.end and words[i] in ",:;—–":
        i += 1
    elif i >= at.end or view.opens(i) is None:
        return
    if i >= at.end:
        return
    if words[i] in ("and", "but") and is_attributed(at, i + 1):
        return
    while i < at.end and words[i] in ("and", "but") and i + 1 < at.end and view.opens(i + 1):
        i += 1
    if words[i] in lex.INGS or words[i] in lex.PREPOSITIONS:
        # «"T," he said, referring to the plan, "T"»
        again = next(
            (k + 1 for k in range(i, min(at.end - 1, i + 14))
             if words[k] == "," and view.opens(k + 1) is not None), None,
        )  # fmt: skip
        i = again or i
    one = view.opens(i)
    if one is not None and (one.end <= at.end or not one.closed):
        end = min(one.end, at.end)
        if end < at.end and words[end] not in BREAKS_BEHIND and words[end - 2] not in ",.?!":
            end = at.end_of(i)
    else:
        if report.construction is not Construction.CLAUSE_BEFORE or not goes_on(at, i):
            return
        end = at.end_of(i)
    report.construction = Construction.INTERRUPTED
    at.add(
        Construction.INTERRUPTED, report.cue, Words(i, end), list(report.voices), Manner.NAMED,
        report.clause, modality=None,
    )  # fmt: skip


BREAKS_BEHIND = frozenset(",;:.!?…–—")


def goes_on(at: Progress, i: int) -> bool:
    """Whether the clause before goes on behind «, X said,»: not with a participle or a relative."""
    word = at.words[i]
    if word in lex.INGS or word in lex.RELATIVES or word in lex.RETURNS or at.end - i < 3:
        return False
    if is_comment(at.words, i, at.end):
        return False
    if word in (
        "citing",
        "according",
        "as",
        "after",
        "when",
        "before",
        "with",
        "in",
        "during",
        "at",
    ):
        return False
    return not (word in ("and", "but") and at.words[i + 1] in lex.FORMS)


def _inverted(at: Progress, i: int, form: Form) -> bool:
    """«"T", said X, a lawyer»; «T, said X»."""
    if form.verb.takes.isdisjoint(("quote", "post")) or i == at.floor:
        return False
    found = at.content_before(i)
    first = i + 2 if form.verb.particle else i + 1
    if found is None or first >= at.end:
        return False
    content, construction = found
    words = at.words
    if words[first] in lex.PREPOSITIONS or words[first] in ("that", "to", "him", "her", "them"):
        return False
    end = forward(at.view, first, at.end)
    if end == first or not can_name(at.view, first, end) or words[first] in _NOT_SPEAKING:
        return False
    is_post = construction is Construction.CLAUSE_BEFORE and not _is_quoted_tail(at, content)
    if is_post and ("post" not in form.verb.takes or not is_somebody(at.view, first, end)):
        return False
    cue = _cue(at, i, form)
    voices = [Voice(mention(at.view, first, end), cue)]
    report = at.add(construction, cue, content, voices, Manner.NAMED, content.first)
    at.floor = max(at.floor, end)
    if report is not None:
        behind = end
        if behind + 1 < at.end and words[behind] == "," and words[behind + 1] in lex.RELATIVES:
            return True
        interrupted(at, report, _behind_venues(at, behind))
    return True


def _behind_venues(at: Progress, i: int) -> int:
    """«said Noor in a statement on Monday, "T"»."""
    words = at.words
    for k in range(i, min(at.end, i + 16)):
        if words[k] in BREAKS_BEHIND or at.view.opens(k) is not None:
            return k
    return i


# ── The content stands behind its cue ───────────────────────────────────────────────────────────
def _ahead(
    at: Progress,
    i: int,
    form: Form,
    clause: int,
    frame: Frame,
    voices: list[Voice],
    named: Mention | None,
    manner: Manner = Manner.NAMED,
    candidates: list[Mention] | None = None,
) -> Report | None:
    """«X said (that) T», «X said: "T"», «X urged Y to T»."""
    if clause > at.floor and not at.reports:
        at.lead(clause)
    at.is_relative = (
        named is not None and i > 0 and at.words[at.verb_start(i)[0] - 1] in lex.RELATIVES
    )
    at.is_parenthesis = clause > at.first and at.words[clause - 1] in "—–"
    inner = nested(at, frame, form, named) if frame.how in ("that", "clause") else None
    cue, start, because = _cue(at, i, form), frame.start, frame.because
    construction = _OPENED_BY[frame.how]
    sense = form.verb.sense
    is_nested = inner is not None
    if inner is not None:
        inner_frame, voice, inner_form = inner
        voices = [*voices, voice]
        start, because, sense = inner_frame.start, inner_frame.because, inner_form.verb.sense
        cue, construction = voice.cue or cue, Construction.NESTED
        frame = inner_frame
    if (sense == "ask" and frame.how == "addressed") or (
        sense == "say" and frame.how == "addressed"
    ):
        sense = "call"
    at.is_noun = frame.how == "noun"
    end = _content_end(at, start, frame)
    at.is_noun = False
    modality = MODALITY.get(sense)
    if inner is None and form.verb.lemma in _HELD:
        modality = Modality.HEDGED
    if sense == "pledge" and frame.how == "noun":
        modality = Modality.FUTURE
    report = at.add(
        construction, cue, Words(start, end), voices, manner, clause,
        modality=modality, colon=frame.how == "colon", goes_on=form.verb.sense == "continue",
        nested=is_nested, candidates=candidates, because=because,
    )  # fmt: skip
    return report


def _content_end(at: Progress, start: int, frame: Frame) -> int:
    """Of a quotation its last mark, unless the clause goes on behind it."""
    one = at.view.opens(start)
    if one is not None and not one.closed:
        return at.end
    if one is None or one.end > at.end:
        return at.end_of(start)
    end = one.end
    if end >= at.end or at.words[end] in BREAKS_BEHIND or at.words[end - 2] in ".?!,":
        return end
    if frame.how in ("quote", "colon"):
        word = at.words[end]
        if word in ("and", "but"):
            if at.view.opens(end + 1) is None and not _that_again(at, end):
                return end
        elif word in _SETTING or (one.close - one.open > 6 and word in lex.PREPOSITIONS):
            return end
    return at.end_of(start)


# Behind a quotation these tell when and where it was said.
_SETTING = frozenset("at on during after before as when while".split())


def _that_again(at: Progress, end: int) -> bool:
    return at.words[end + 1 : end + 2] in (["that"], ["would"], ["will"], ["had"])


def nested(
    at: Progress, frame: Frame, form: Form, outer: Mention | None
) -> tuple[Frame, Voice, Form] | None:
    """«X said that Y had confirmed that T»: the content is Y's, and X passes it on."""
    words, start = at.words, frame.start
    if form.verb.sense not in ("say", "continue") or words[start] in lex.PRONOUNS:
        return None
    if words[start] in ("his", "her", "its", "their", "my", "our"):
        return None
    end = forward(at.view, start, at.end)
    if end == start or end >= at.end:
        return None
    i = end
    while (
        i < at.end
        and i < end + 4
        and (words[i] in ("had", "has", "have", ",") or words[i] in lex.ADVERBS)
    ):
        i += 1
    inner = lex.FORMS.get(words[i]) if i < at.end else None
    if inner is None or inner.tense is Tense.ING or inner.tense is Tense.BASE:
        return None
    if inner.verb.sense not in _NESTING or not is_somebody(at.view, start, end):
        return None
    found = at.frame(i, inner)
    if found.how not in ("that", "quote", "colon") and not (
        found.how == "clause" and ("any" in inner.verb.takes or inner.verb.lemma == "tell")
    ):
        return None
    named = mention(at.view, start, end)
    if named.pronoun or (outer is not None and named.names and named.names <= outer.names):
        return None
    return found, Voice(named, Words(i, i + 1)), inner


def _coordinated(at: Progress, i: int, form: Form, start: int) -> None:
    """«X rejected the plan and said T»: the subject of the clause before."""
    words = at.words
    before = words[start - 1] if start > at.first else ""
    if before not in _JOINING or form.tense is Tense.ING:
        return
    frame = at.follows(i, form)
    if "heard" in form.verb.takes:
        return
    if frame is None or (frame.how == "noun" and form.verb.lemma in lex.NOUNS_TOO):
        return
    if form.tense is Tense.PRESENT and form.verb.lemma in lex.CUE_NOUNS and frame.how != "that":
        return
    candidates = list[Mention]()
    if form.tense is Tense.BASE:
        main = at.main_subject()
        if main is None or main.agreement.number != "p" or start < i:
            return
    if not at.reports:
        main = at.main_subject()
        if main is None or main.words.end > i:
            return
        if frame.how not in _CLEAR and not is_somebody(at.view, main.words.first, main.words.end):
            return
        candidates.append(main)
    voices = [Voice(None, _cue(at, i, form))]
    _ahead(at, i, form, start, frame, voices, None, Manner.DROPPED, candidates)


# ── Participles ─────────────────────────────────────────────────────────────────────────────────
def participle(at: Progress, i: int, form: Form) -> None:
    """«…, adding that T»: goes on with the claim before, or with the clause's own subject."""
    words = at.words
    before = words[i - 1] if i > at.first else ""
    frame = at.follows(i, form)
    if frame is None or (i == at.first and frame.how != "that"):
        return
    is_apart = (
        not before
        or before in ",—–)"
        or at.view.closing(i) is not None
        or before in ("and", "by", "before", "but", "only", "while", "as", "also")
    )
    if form.verb.lemma in _SAYING and frame.how in ("quote", "that", "colon"):
        is_apart = True
    is_paper = base(before) in lex.VENUES or before in lex.NOUNS
    if not is_apart and not (is_paper and frame.how in ("that", "quote", "colon", "clause")):
        return
    if frame.how == "noun" and not (
        before == "," and (form.verb.sense in ("deny", "call") or "worth" in form.verb.takes)
    ):
        return
    candidates = list[Mention]()
    if not at.reports:
        main = at.main_subject()
        if main is None or (main.words.end > i and before):
            return
        candidates.append(main)
    voices = [Voice(None, _cue(at, i, form))]
    if form.verb.sense == "continue" and not at.reports:
        candidates = candidates[:1]
    report = _ahead(at, i, form, i, frame, voices, None, Manner.CONTINUED, candidates)
    if report is not None and report.construction is not Construction.NESTED:
        report.construction = Construction.PARTICIPLE


def is_pronoun(word: str) -> bool:
    return word in PRONOUNS
