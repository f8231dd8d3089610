"""Nouns that hold a claim: «claims by X that T», «X's warning that T», «in a statement: T».

Source: the notes on English attribution, «claims by X that T»; nouns are weak alone, so that a
source and *that* are asked for.
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.behind import MODALITY
from claims.extraction.languages.en.clauses import is_finite
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import backward, forward, is_somebody
from claims.extraction.languages.en.progress import Progress
from claims.extraction.report import Agreement, Manner, Mention, Voice, Words
from claims.extraction.types import Construction, Modality

_OWNERS = {"his": Agreement("m", "s"), "her": Agreement("f", "s"), "its": Agreement("n", "s"),
           "their": Agreement("", "p")}  # fmt: skip
_LEADING_IN = lex.PREPOSITIONS | {"while", "as", "after"}
_REPEATING = frozenset(("repeating", "voicing", "expressing", "reiterating", "echoing"))
_GIVEN_BY = frozenset(("gave", "giving", "given", "gives", "offered", "offers"))
_HELD_BY = _GIVEN_BY | {
    "expressed",
    "voiced",
    "made",
    "repeated",
    "dismissed",
    "rejected",
    "issued",
    "sounded",
}
# These are somebody's words only where they are given: «gave evidence that»; «found evidence that».
_GIVEN = frozenset(("evidence", "assurances", "notice", "reassurances"))


def cue_noun(at: Progress, i: int) -> bool:
    """The report of the noun at ``i``, whose source stands behind «by» or before it."""
    words = at.words
    sense = lex.CUE_NOUNS[words[i]]
    owner: Mention | None = None
    voice: Voice | None = None
    clause, that = i, i + 1
    if words[i + 1 : i + 2] in (["by"], ["from"], ["among"]):
        end = forward(at.view, i + 2, at.end)
        if (
            end > i + 2
            and end < at.end
            and words[end] == "that"
            and is_somebody(at.view, i + 2, end)
        ):
            if not _can_hold(at, i + 2, end):
                return False
            owner, that = mention(at.view, i + 2, end), end
            voice = Voice(owner, Words(i, i + 1))
    elif words[i + 1 : i + 2] == ["that"] and i > at.first:
        voice, clause = _before(at, i)
        if voice is None and words[i] not in _GIVEN and _exists(at, i):
            return _of_nobody(at, i)
    if voice is None or that + 3 > at.end or words[that] != "that":
        return False
    if not any(word in lex.AUXILIARIES or word in lex.PAST_FORMS or word in lex.PRESENTS
               for word in words[that + 1 : that + 16]):  # fmt: skip
        return False
    content = Words(that + 1, _clause_end(at, that + 1, is_subject=clause <= at.first + 1))
    candidates = []
    main = at.main_subject()
    if voice.mention is None and main is not None and not at.reports and main.words.end <= i:
        candidates = [main]
    manner = Manner.NAMED if voice.mention is not None else Manner.DROPPED
    at.add(
        Construction.CUE_NOUN, Words(i, i + 1), content, [voice],
        manner, clause, modality=MODALITY.get(sense), because=Words(that, that + 1),
        candidates=candidates,
    )  # fmt: skip
    return True


def _exists(at: Progress, i: int) -> bool:
    """«There are reports that T», «amid unconfirmed claims that T»."""
    words = at.words
    for k in range(i - 1, max(at.floor, i - 5) - 1, -1):
        if words[k] == "there":
            return not lex.BE.isdisjoint(words[k + 1 : i]) and "no" not in words[k + 1 : i]
        if not words[k][0].isalpha():
            return False
    return False


def _of_nobody(at: Progress, i: int) -> bool:
    content = Words(i + 2, at.end_of(i + 2))
    return at.add(
        Construction.HEARSAY, Words(i, i + 1), content, [], Manner.NOBODY, i,
        modality=Modality.HEDGED, because=Words(i + 1, i + 2),
    ) is not None  # fmt: skip


def cue_adjective(at: Progress, i: int) -> bool:
    """«Noor is confident that T»."""
    words = at.words
    start, skipped = at.verb_start(i)
    if words[i + 1 : i + 2] != ["that"] or lex.BE.isdisjoint(skipped) or i + 4 > at.end:
        return False
    if not lex.NEGATIONS.isdisjoint(skipped):
        return False
    subject = subjects.before(at.view, start, at.floor)
    if subject is None or not is_somebody(at.view, subject.first, subject.end):
        return False
    if words[subject.first] in ("it", "i", "we", "you", "there", "what"):
        return False
    voice = Voice(mention(at.view, subject.first, subject.end), Words(i, i + 1))
    return at.add(
        Construction.THAT_CLAUSE, Words(i, i + 1), Words(i + 2, at.end_of(i + 2)), [voice],
        Manner.NAMED, subject.clause, because=Words(i + 1, i + 2),
    ) is not None  # fmt: skip


def _clause_end(at: Progress, first: int, *, is_subject: bool) -> int:
    """«Claims by X that the voice was false fell apart»: before the sentence's own verb."""
    end = at.end_of(first)
    if at.words[at.clause_start(at.first)] in _LEADING_IN:
        return next((k for k in range(first, end) if at.words[k] == ","), end)
    verbs = 0
    for k in range(first + 1, min(end, first + 30)) if is_subject else ():
        if is_finite(at.view, k, first) and at.words[k - 1] not in lex.AUXILIARIES:
            if at.words[k - 1] in ("and", "or", "to", "not") or at.words[k - 1] in lex.RELATIVES:
                continue
            verbs += 1
            if verbs == 2:
                return k
    return end


def _can_hold(at: Progress, first: int, end: int) -> bool:
    """Somebody, rather than a paper or a thing: «conclusions from the study that …»."""
    named = mention(at.view, first, end)
    return named.person or bool(named.names) or (named.agreement.gender == "n" and bool(named.head))


def _before(at: Progress, i: int) -> tuple[Voice | None, int]:
    """«Noor's claim that», «his claim that», «the union voiced concern that»."""
    words, cue = at.words, Words(i, i + 1)
    for k in range(i - 1, max(at.floor, i - 4) - 1, -1):
        word = words[k]
        if word in _OWNERS:
            return Voice(None, cue, _OWNERS[word]), k
        if word.endswith(("'s", "’s")) or (word in "'’" and not at.view.gap(k)):
            start = backward(at.view, k + 1, at.floor)
            if start <= k and is_somebody(at.view, start, k + 1):
                prefix = mention(at.view, start, k + 1)
                return Voice(prefix, cue), start
            return None, i
        if word in _REPEATING:
            main = at.main_subject()
            return (Voice(None, cue) if main is not None else None), k
        if word in _HELD_BY and (words[i] not in _GIVEN or word in _GIVEN_BY):
            first, _ = at.verb_start(k)
            subject = subjects.before(at.view, first, at.floor)
            if subject is None or not is_somebody(at.view, subject.first, subject.end):
                return None, i
            return Voice(mention(at.view, subject.first, subject.end), cue), subject.clause
        if word not in lex.DETERMINERS and not word.isalpha():
            break
    return None, i
