"""The row of a claim, brought to what a person set."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone

from claims import record, standing
from claims.amending.values import ClaimValue
from claims.extraction.types import Span
from claims.models import ArticleVersion, Claim, ClaimDecision, Statement
from claims.models.claim import ANCHORED

_TIME = ("time_start", "time_end", "time_date")
_SET = (
    *(*ANCHORED, *_TIME, "kind", "modality", "cue_start", "cue_end", "parts"),
    *("touched_by", "touched_at"),
)


@dataclass(frozen=True, slots=True)
class Extras:
    """What the engine found in a claim besides, and nobody sets: its items, and its time."""

    parts: tuple[tuple[int, int], ...]
    time: tuple[int, int, date | None] | None

    @classmethod
    def of(cls, claim: Claim) -> "Extras":
        parts = tuple((start, end) for start, end in claim.parts)
        if claim.time_start is None or claim.time_end is None:
            return cls(parts, None)
        return cls(parts, (claim.time_start, claim.time_end, claim.time_date))

    def within(self, content: Span, before: Span) -> "Extras":
        """What is left of it in other words: items that stand there; the time too, unless the words
        that it stood in went elsewhere."""
        time = self.time
        if time and _is_in(time, before) and not _is_in(time, content):
            time = None
        return Extras(tuple(part for part in self.parts if _is_in(part, content)), time)

    def with_those_of(self, other: "Extras") -> "Extras":
        parts = dict.fromkeys((*self.parts, *other.parts))
        return Extras(tuple(sorted(parts)), self.time or other.time)


def _is_in(place: Sequence[Any], span: Span) -> bool:
    return bool(span.start <= place[0] and place[1] <= span.end)


def set_row(claim: Claim, value: ClaimValue, extras: Extras, by: User) -> None:
    """Bring the row to the value; its chain is set apart."""
    claim.anchor(claim.version.text, value.content.start, value.content.end)
    claim.kind, claim.modality = value.kind, value.modality
    claim.cue_start, claim.cue_end = (value.cue.start, value.cue.end) if value.cue else (None, None)
    claim.parts = [list(part) for part in extras.parts]
    claim.time_start, claim.time_end, claim.time_date = extras.time or (None, None, None)
    claim.touched_by, claim.touched_at = by, timezone.now()
    claim.save(update_fields=_SET)


def new_claim(version: ArticleVersion, value: ClaimValue, number: int, by: User) -> Claim:
    """A claim that a person marked, with a statement of its own; not yet with its chain."""
    statement = Statement(language=version.article.language)
    statement.rank = standing.rank_of(statement, timezone.now())
    statement.save()
    claim = Claim(
        version=version,
        statement=statement,
        number=number,
        kind=value.kind,
        modality=value.modality,
        cue_start=value.cue.start if value.cue else None,
        cue_end=value.cue.end if value.cue else None,
        found_by=Claim.FoundBy.PERSON,
        touched_by=by,
        touched_at=timezone.now(),
    )
    claim.anchor(version.text, value.content.start, value.content.end)
    claim.save()
    standing.recount([statement.pk])
    return claim


def next_number(version: ArticleVersion) -> int:
    return (version.claims.aggregate(last=Max("number"))["last"] or 0) + 1


def set_aside(claim: Claim, by: User, reason: str) -> record.Entry:
    """A claim that went into another is none of its own any more."""
    claim.state = Claim.State.DISMISSED
    claim.touched_by, claim.touched_at = by, timezone.now()
    claim.save(update_fields=["state", "touched_by", "touched_at"])
    ClaimDecision.objects.create(
        claim=claim, action=ClaimDecision.Action.DISMISSED, reason=reason, decided_by=by
    )
    standing.recount([claim.statement_id])
    return record.Entry(
        action="claim.dismissed",
        subject=("claim", claim.pk),
        before={"state": Claim.State.CURRENT},
        after={"state": Claim.State.DISMISSED},
        reason=reason,
        by=by,
        statement=claim.statement_id,
    )
