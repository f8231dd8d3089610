"""What is kept of an amendment: its row, its entry on the record, and what it unsettles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User

from claims import record, standing
from claims.amending.values import first_stand, stand
from claims.models import Alarm, Amendment, Claim
from claims.review.lifecycle import broken_off
from claims.review.locking import changed
from claims.sources.entries import sources_of_claims


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person does to a claim, and why."""

    action: str
    by: User
    reason: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", self.reason.strip())


@dataclass(frozen=True, slots=True)
class Was:
    """A claim before it is set right; ``held`` are all sources that ever stood in its chain.

    Of a claim that the engine found and nobody amended yet, ``stand`` is what the engine said.
    """

    stand: dict[str, Any] | None = None
    held: frozenset[int] = frozenset()

    @classmethod
    def of(cls, claim: Claim) -> "Was":
        links = list(claim.links.order_by("position"))
        is_first = not Amendment.objects.filter(claim=claim).filter(before__isnull=False).exists()
        is_engines = is_first and claim.is_of_engine
        told = first_stand([claim])[claim.pk] if is_engines else stand(claim, links)
        return cls(told, frozenset(sources_of_claims([claim.pk])[claim.pk]))


def note(
    claim: Claim, deed: Deed, was: Was, changes: list[str], other: Claim | None = None
) -> tuple[Amendment, record.Entry]:
    """The row, and the entry that the caller writes."""
    after = stand(claim, claim.links.order_by("position"))
    made = Amendment.objects.create(
        claim=claim,
        action=deed.action,
        changes=changes,
        before=was.stand,
        after=after,
        other=other,
        reason=deed.reason,
        amended_by=deed.by,
    )
    told: dict[str, Any] = {"changes": changes, "value": after}
    told["held"] = sorted(was.held.union(after["sources"]))
    if other is not None:
        told["other"] = other.pk
    entry = record.Entry(
        action=f"claim.{deed.action}",
        subject=("claim", claim.pk),
        before={"value": was.stand} if was.stand else None,
        after=told,
        reason=deed.reason,
        by=deed.by,
        statement=claim.statement_id,
    )
    return made, entry


def unsettled(claims: Sequence[Claim], by: User, *, is_other: bool) -> list[record.Entry]:
    """What rests on the claims as they were: decisions are to be looked at again; reviews that are
    under way are broken off where the claim says something else now (``is_other``)."""
    entries = []
    for claim in claims:
        top = Claim.objects.filter(pk=claim.pk).values_list("statement", flat=True)
        for row in standing.locked_standing(top.all) if is_other else ():
            if broken := broken_off(row, by, claim=claim.pk):
                changed(row)
                entries += broken
        rests = standing.Rests(Alarm.Cause.AMENDED, {"claim": claim.pk})
        entries += standing.flag([claim.statement_id], rests, by)
    return entries
