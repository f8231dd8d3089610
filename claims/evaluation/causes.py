"""What became of every claim: right, or why not.

A cause is told from the spans alone, so that it needs no reader: whether the cue was found, whether
the content was and was longer or shorter, whose it was taken for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.evaluation.gold import GoldArticle, GoldClaim
from claims.evaluation.matching import Found, Text, is_source, overlap
from claims.extraction.types import Construction, Span


class Cause(StrEnum):
    """Why an attributed claim is not right end to end."""

    NOT_FOUND = "not_found"  # no cue there was taken for one
    AS_NARRATION = "as_narration"  # its content was found, as the outlet's own voice
    TOO_LONG = "too_long"  # its cue was found; the content runs over
    TOO_SHORT = "too_short"  # its cue was found; the content ends early or begins late
    ELSEWHERE = "elsewhere"  # its cue was found; the content is another stretch
    SOURCE_WRONG = "source_wrong"  # its content was found; it is given to somebody else
    SOURCE_MISSING = "source_missing"  # its content was found; it is given to nobody
    EXTRA = "extra"  # found, and nothing of the kind is annotated


@dataclass(frozen=True, slots=True)
class Outcome:
    """One annotated claim, or one that was found beside them; right where ``cause`` is None.

    ``construction`` is that of the claim that was found, None where none was.
    """

    content: Span
    cause: Cause | None
    construction: Construction | None
    cue: Span | None

    @property
    def is_extra(self) -> bool:
        return self.cause is Cause.EXTRA


def outcomes(
    text: Text,
    article: GoldArticle,
    gold: Sequence[GoldClaim],
    found: Sequence[Found],
    matched: Mapping[int, int],
) -> Iterator[Outcome]:
    """Of every attributed claim that is asked for, then of those found that are no such claim."""
    by_number = {number: found[at] for at, number in matched.items()}
    for number, claim in enumerate(gold):
        if claim.is_attributed and not claim.optional:
            one = by_number.get(number) or _with_cue(found, claim, matched)
            cause = _cause(text, article, claim, by_number.get(number), one)
            yield Outcome(claim.content, cause, one.construction if one else None, claim.cue)
    known = [cue for claim in gold if claim.is_attributed for cue in claim.cues]
    for at, one in enumerate(found):
        is_known = one.cue is not None and any(overlap(one.cue, cue) for cue in known)
        taken = at in matched and gold[matched[at]].is_attributed
        optional = at in matched and gold[matched[at]].optional
        if one.is_attributed and not taken and not optional and not is_known:
            yield Outcome(one.content, Cause.EXTRA, one.construction, one.cue)


def _with_cue(found: Sequence[Found], claim: GoldClaim, matched: Mapping[int, int]) -> Found | None:
    for at, one in enumerate(found):
        if at not in matched and one.cue and any(overlap(one.cue, cue) for cue in claim.cues):
            return one
    return None


def _cause(
    text: Text, article: GoldArticle, claim: GoldClaim, match: Found | None, near: Found | None
) -> Cause | None:
    if match is not None:
        if not match.is_attributed:
            return Cause.AS_NARRATION
        if is_source(text, article.entities, match, claim):
            return None
        return Cause.SOURCE_WRONG if match.source or match.mention else Cause.SOURCE_MISSING
    if near is None or not near.is_attributed:
        return Cause.NOT_FOUND
    wanted, given = text.bag(claim.content), text.bag(near.content)
    if not wanted & given:
        return Cause.ELSEWHERE
    return Cause.TOO_LONG if len(given) > len(wanted) else Cause.TOO_SHORT
