"""What nobody owns: «it is believed that», «is said to have», «reportedly»; and other passives.

Source: the notes on English attribution, «no source (seems, is expected, was asked, reportedly)».
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.clauses import has_clause
from claims.extraction.languages.en.lexicon import Form, Tense
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward
from claims.extraction.languages.en.progress import Progress
from claims.extraction.languages.en.relays import quoted
from claims.extraction.report import Manner, Voice, Words
from claims.extraction.types import Construction, Modality

_HEDGES = frozenset(
    ("believed", "thought", "alleged", "feared", "rumoured", "rumored", "suspected")
)


def passive(at: Progress, i: int, form: Form | None) -> bool:
    """Whether the word is a passive, so that it is no cue of an active clause."""
    words = at.words
    word = words[i]
    if word in ("quoted", "cited") and quoted(at, i):
        return True
    if form is None and word not in lex.HEARSAY:
        return False
    if form is not None and form.tense not in (Tense.PAST, Tense.PARTICIPLE):
        return False
    start, skipped = at.verb_start(i)
    if lex.BE.isdisjoint(skipped):
        return False
    if form is not None and form.verb.lemma == "accuse" and _accused(at, i):
        return True
    if form is not None and "part" in form.verb.takes and _described(at, i):
        return True
    if form is not None and "recipient" in form.verb.takes and _told(at, i, start, skipped):
        return True
    if not lex.NEGATIONS.isdisjoint(skipped) or word not in lex.HEARSAY:
        return True
    before = words[start - 1] if start > at.first else ""
    following = words[i + 1] if i + 1 < at.end else ""
    cue = Words(start, i + 1)
    modality = Modality.HEDGED if word in _HEDGES else None
    if before == "it" and following == "that":
        at.add(
            Construction.HEARSAY, cue, Words(i + 2, at.end_of(i + 2)), [], Manner.NOBODY, start - 1,
            modality=modality, because=Words(i + 1, i + 2),
        )  # fmt: skip
    elif before == "it" and has_clause(at.view, i + 1, at.end):
        at.add(
            Construction.HEARSAY, cue, Words(i + 1, at.end_of(i + 1)), [], Manner.NOBODY, start - 1,
            modality=modality,
        )  # fmt: skip
    elif following == "to" and word in lex.HEARSAY_INFINITIVE:
        subject = subjects.before(at.view, start, at.floor)
        if subject is not None and not subject.relative:
            content = Words(subject.clause, at.end_of(i + 1))
            at.add(
                Construction.HEARSAY, cue, content, [], Manner.NOBODY, subject.clause,
                modality=modality,
            )  # fmt: skip
    return True


def _told(at: Progress, i: int, start: int, skipped: list[str]) -> bool:
    """«Drivers were told that T»: who told them stands behind *by*, or is not said."""
    words = at.words
    if not lex.NEGATIONS.isdisjoint(skipped) or at.reports:
        return False
    that, voices, manner = i + 1, list[Voice](), Manner.NOBODY
    if words[i + 1 : i + 2] == ["by"]:
        that = forward(at.view, i + 2, at.end)
        if that == i + 2:
            return False
        voices = [Voice(mention(at.view, i + 2, that), Words(i, i + 1))]
        manner = Manner.NAMED
    is_that = words[that : that + 1] == ["that"]
    if that + 3 > at.end or not (is_that or _is_bare(at, i, that)):
        return False
    cue = Words(i, i + 1) if voices else Words(start, i + 1)
    subject = subjects.before(at.view, start, at.floor)
    clause = subject.clause if subject is not None else start
    first = that + is_that
    at.add(
        Construction.HEARSAY, cue, Words(first, at.end_of(first)), voices, manner, clause,
        because=Words(that, first) if is_that else None,
    )  # fmt: skip
    return True


def _is_bare(at: Progress, i: int, first: int) -> bool:
    """«Jurors were told Kim had lied»; not «were told the story of how he lied»."""
    word = at.words[first]
    if at.words[i] != "told" or word in ("how", "what", "why", "when", "where", "of", "to"):
        return False
    return (at.view.capitals[first] or word in lex.PRONOUNS or word in lex.DETERMINERS) and (
        has_clause(at.view, first, at.end) and lex.RELATIVES.isdisjoint(at.words[first : first + 8])
    )


def _described(at: Progress, i: int) -> bool:
    """«was dismissed as "fantasy" by the mayor»."""
    words, view = at.words, at.view
    opened = next((k for k in range(i + 1, min(at.end, i + 8)) if view.opens(k)), None)
    one = view.opens(opened) if opened is not None else None
    if one is None or words[one.end : one.end + 1] != ["by"]:
        return False
    end = forward(view, one.end + 1, at.end)
    if end == one.end + 1:
        return False
    voice = Voice(mention(view, one.end + 1, end), Words(i, i + 1))
    at.add(
        Construction.EVALUATION, Words(i, i + 1), Words(one.open, one.end), [voice], Manner.NAMED, i
    )
    at.floor = max(at.floor, end)
    return True


def _accused(at: Progress, i: int) -> bool:
    """«was accused by the unions of cutting the budget»: the unions say so."""
    if at.words[i + 1 : i + 2] != ["by"]:
        return False
    end = forward(at.view, i + 2, at.end)
    if end >= at.end or at.words[end] != "of":
        return False
    voice = Voice(mention(at.view, i + 2, end), Words(i, i + 1))
    content = Words(end + 1, at.end_of(end + 1))
    at.add(Construction.NOUN_OBJECT, Words(i, i + 1), content, [voice], Manner.NAMED, i)
    return True


def _reports(at: Progress, k: int, adverb: int) -> bool:
    """«has reportedly told the police that T»: the verb behind the adverb has a source."""
    form = lex.FORMS.get(at.words[k])
    if form is None or k > adverb + 1:
        return False
    return at.frame(k, form).how in ("that", "quote", "colon")


def adverb(at: Progress, i: int) -> None:
    """«The minister has reportedly resigned»: the whole clause, where no other report holds it."""
    if at.reports or (i == at.first and i + 1 < at.end and at.words[i + 1] == ","):
        return
    triggers = at.triggers_between(i + 1, at.end)
    if any(at.words[k] == "said" for k in triggers) or (triggers and _reports(at, triggers[0], i)):
        return
    if at.words[i] != "reportedly":
        return
    first = at.clause_start(at.floor)
    end = at.end_of(first)
    if end > i:
        at.add(
            Construction.HEARSAY, Words(i, i + 1), Words(first, end), [], Manner.NOBODY, first,
        )  # fmt: skip
