"""Which claims say the same: statements are merged and split, and either is undone."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.corroboration import standing_of
from claims.errors import ReviewRefused
from claims.models import Alarm, Claim, Regrouping, Statement
from claims.review.facts import contradictions_of
from claims.review.lifecycle import break_off
from claims.review.locking import changed, locked_all, reason_of

Kind = Regrouping.Kind


@transaction.atomic
def merge(
    *, statement_id: int, into_id: int, by: User, reason: str, version: int | None = None
) -> Regrouping:
    """Say that the claims of two statements say the same: those of one go to the other.

    Evidence, attempts and contradictions stay where they are and count for both. Reviews of both
    that are under way are broken off: their findings were about other claims. ``version`` is that
    of the statement that they go to. Raises ReviewRefused, VersionConflict.
    """
    if statement_id == into_id:
        raise ReviewRefused(_("A statement cannot be merged into itself."))
    rows = locked_all([statement_id, into_id])
    origin, target = rows[statement_id], rows[into_id]
    _expect(target, version)
    because = reason_of(reason)
    if _contradict(origin, target):
        raise ReviewRefused(
            _("A contradiction between the two is open; close it with a reason first.")
        )
    claims = list(Claim.objects.filter(statement=origin).order_by("pk"))
    if not any(claim.state == Claim.State.CURRENT for claim in claims):
        raise ReviewRefused(_("None of its claims stands any more; there is nothing to merge."))
    before = standing_of(target).told()
    moved = Regrouping.objects.create(
        kind=Kind.MERGE,
        origin=origin,
        target=target,
        claims=[claim.pk for claim in claims],
        reason=because,
        decided_by=by,
    )
    break_off(origin)
    origin.reports, origin.merged_into = 0, target
    origin.held_by, origin.held_until = None, None
    changed(origin)
    _move(claims, origin, target, by)
    _tell(moved, "statement.merged", before, by, because)
    return moved


@transaction.atomic
def split(
    *,
    statement_id: int,
    claim_ids: Iterable[int],
    by: User,
    reason: str,
    version: int | None = None,
) -> Regrouping:
    """Take claims out of a statement into a new one. Raises ReviewRefused, VersionConflict."""
    origin = locked_all([statement_id], version)[statement_id]
    because = reason_of(reason)
    wanted = set(claim_ids)
    here = {claim.pk: claim for claim in Claim.objects.current().filter(statement=origin)}
    if not wanted or not wanted <= here.keys():
        raise ReviewRefused(_("Choose claims of this statement."))
    if wanted == here.keys():
        raise ReviewRefused(_("At least one claim has to stay."))
    before = standing_of(origin).told()
    target = Statement(language=origin.language, priority=origin.priority)
    target.rank = standing.rank_of(target, timezone.now())
    target.save()
    claims = [here[pk] for pk in sorted(wanted)]
    moved = Regrouping.objects.create(
        kind=Kind.SPLIT,
        origin=origin,
        target=target,
        claims=[claim.pk for claim in claims],
        reason=because,
        decided_by=by,
    )
    _move(claims, origin, target, by)
    _tell(moved, "statement.split", before, by, because)
    return moved


@transaction.atomic
def undo(*, regrouping_id: int, by: User, reason: str) -> Regrouping:
    """Take the claims back to where they were before. Raises ReviewRefused."""
    moved = Regrouping.objects.select_for_update(of=("self",)).get(pk=regrouping_id)
    if moved.undone_at is not None:
        raise ReviewRefused(_("It was undone already."))
    because = reason_of(reason)
    ids = sorted((moved.origin_id, moved.target_id))
    rows = {
        row.pk: row
        for row in Statement.objects.select_for_update(of=("self",))
        .filter(pk__in=ids)
        .order_by("pk")
    }
    origin, target = rows[moved.origin_id], rows[moved.target_id]
    is_merge = moved.kind == Kind.MERGE
    if (is_merge and origin.merged_into_id != target.pk) or target.merged_into_id is not None:
        raise ReviewRefused(_("Something has happened since; split or merge them anew."))
    if not is_merge and origin.merged_into_id is not None:
        raise ReviewRefused(_("Something has happened since; split or merge them anew."))
    claims = list(Claim.objects.filter(pk__in=moved.claims, statement=target).order_by("pk"))
    if len(claims) != len(moved.claims):
        raise ReviewRefused(_("Some of these claims have gone elsewhere since."))
    before = standing_of(target if is_merge else origin).told()
    if is_merge:
        origin.merged_into = None
        origin.save(update_fields=["merged_into"])
    _move(claims, target, origin, by)
    if not is_merge and not Claim.objects.current().filter(statement=target).exists():
        break_off(target)
        target.refresh_from_db()
        target.reports, target.merged_into = 0, origin
        changed(target)
    moved.undone_by, moved.undone_at = by, timezone.now()
    moved.save(update_fields=["undone_by", "undone_at"])
    _tell(moved, "statement.regrouping_undone", before, by, because)
    return moved


def _expect(row: Statement, version: int | None) -> None:
    locked_all([row.pk], version)


def _contradict(one: Statement, other: Statement) -> bool:
    groups = Statement.objects.grouped([one.pk, other.pk])
    ours, theirs = groups[one.pk], groups[other.pk]
    pairs = contradictions_of(ours).filter(closed_at=None)
    return (pairs.filter(one__in=theirs) | pairs.filter(other__in=theirs)).exists()


def _move(claims: list[Claim], origin: Statement, target: Statement, by: User) -> None:
    """Re-extraction keeps what a person has touched; counts follow on both sides."""
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(
        statement=target, touched_by=by, touched_at=timezone.now()
    )
    standing.recount([origin.pk, target.pk])
    for row in (origin, target):
        row.refresh_from_db()
        if row.merged_into_id is None and row.reports:
            before = row.work
            break_off(row)
            if row.work != before:
                changed(row)


def _tell(moved: Regrouping, action: str, before: dict[str, int], by: User, reason: str) -> None:
    """Entries for both statements and each claim; an alarm for what was decided on the old set."""
    undone = moved.undone_at is not None
    to = moved.origin_id if undone else moved.target_id
    away = moved.target_id if undone else moved.origin_id
    kept = Statement.objects.get(pk=away if moved.kind == Kind.SPLIT and not undone else to)
    told = standing_of(kept).told()
    entries = [
        record.Entry(
            action=action,
            subject=("statement", pk),
            before={"independence": before},
            after={"from": away, "to": to, "claims": moved.claims, "independence": told},
            reason=reason,
            by=by,
            statement=pk,
        )
        for pk in (away, to)
    ]
    entries += [
        record.Entry(
            action="claim.moved",
            subject=("claim", pk),
            before={"statement_id": away},
            after={"statement_id": to},
            by=by,
            statement=to,
        )
        for pk in moved.claims
    ]
    rests = standing.Rests(Alarm.Cause.GROUPING, {"regrouping": moved.pk})
    record.write(*entries, *standing.flag([away, to], rests, by))
