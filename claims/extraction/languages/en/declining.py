"""What is not said: «declined to comment», «did not respond to a request for comment».

Source: the guideline of annotation, «no_comment».
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.lexicon import Form, Tense
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.progress import Progress
from claims.extraction.report import Manner, Mention, Voice, Words
from claims.extraction.types import Construction, Kind, Modality

_TOLD = lex.DECLINED | {"be", "immediately", "further", "identify", "give", "share", "talk"}


def decline(at: Progress, i: int, form: Form) -> bool:
    """«declined to comment on the plan»: the content is all that follows the verb."""
    words = at.words
    is_request = any(word in lex.REQUESTS for word in words[i + 1 : i + 7])
    if is_request and words[i + 1 : i + 2] != ["to"] and form.tense is not Tense.BASE:
        first, _ = at.verb_start(i)
        subject = subjects.before(at.view, first, at.floor)
        return subject is not None and _add(at, Words(i, i + 1), i + 1, first, subject)
    if form.tense is Tense.BASE or words[i + 1 : i + 2] not in (["to"], ["comment"], ["an"]):
        return False
    told = words[i + 2 : i + 5]
    is_question = told[:2] == ["take", "questions"]
    if words[i + 1] == "to" and not is_question and lex.DECLINED.union(_TOLD).isdisjoint(told[:2]):
        return False
    if words[i + 1] == "an" and "interview" not in words[i + 1 : i + 4]:
        return False
    start = i + 1
    if form.tense is Tense.ING:
        return _add(at, Words(i, i + 1), start, i, None)
    first, _ = at.verb_start(i)
    return _add(at, Words(i, i + 1), start, first, subjects.before(at.view, first, at.floor))


def unanswered(at: Progress, i: int) -> bool:
    """«did not respond to a request», «would not comment», «could not be reached for comment»."""
    words = at.words
    word = words[i]
    start, skipped = at.verb_start(i)
    if word in ("reached", "available"):
        if lex.NEGATIONS.isdisjoint(skipped) or "comment" not in words[i + 1 : i + 5]:
            return False
        first = i
    elif (
        word == "comment"
        and words[i - 1 : i] == ["no"]
        and words[i - 2 : i - 1] in (["had"], ["offered"], ["have"], ["has"])
    ):
        start, _ = at.verb_start(i - 2)
        return _add(
            at, Words(i - 2, i - 1), i - 1, start, subjects.before(at.view, start, at.floor)
        )
    else:
        if lex.NEGATIONS.isdisjoint(skipped) or "to" in skipped[:1]:
            return False
        if not lex.BE.isdisjoint(skipped):
            return False  # «the letter was never answered»
        first = i + 1
        if first < at.end and words[first] in ("that", ":", "whether"):
            return False
    if first >= at.end or words[first] in ",;":
        first = i
    cue = Words(start, first) if first > start else Words(i, i + 1)
    return _add(at, cue, first, start, subjects.before(at.view, start, at.floor))


def unsaid(at: Progress, i: int) -> bool:
    """«would not say whether T», «cannot discuss the case»."""
    words = at.words
    start, skipped = at.verb_start(i)
    if lex.NEGATIONS.isdisjoint(skipped) or lex.MODALS.isdisjoint(skipped) or "to" in skipped:
        return False
    if words[i + 1 : i + 2] and words[i + 1] in (",", ".", ":"):
        return False
    subject = subjects.before(at.view, start, at.floor)
    return _add(at, Words(start, i + 1), i + 1, start, subject)


def _add(
    at: Progress, cue: Words, start: int, clause: int, subject: subjects.Subject | None
) -> bool:
    if start + 1 == at.end and at.words[start] in lex.ADVERBS:
        return False  # «did not answer directly»
    candidates = list[Mention]()
    if subject is not None:
        voice = Voice(mention(at.view, subject.first, subject.end), cue)
        manner, clause = Manner.NAMED, subject.clause
    else:
        voice, manner = Voice(None, cue), Manner.DROPPED
        main = at.main_subject()
        if main is not None and main.words.end <= cue.first and not at.reports:
            candidates.append(main)
        elif not at.reports:
            return False
    end = at.end_of(start)
    return at.add(
        Construction.NO_COMMENT, cue, Words(start, end), [voice], manner, clause,
        kind=Kind.NO_COMMENT, modality=Modality.DECLINED, candidates=candidates,
    ) is not None  # fmt: skip
