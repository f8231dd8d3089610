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
from claims.review.lifecycle import broken_off
from claims.review.locking import changed, check_reviews, expect, locked_all, reason_of

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
    check_reviews(by)
    if statement_id == into_id:
        raise ReviewRefused(_("A statement cannot be merged into itself."))
    rows = locked_all([statement_id, into_id])
    origin, target = rows[statement_id], rows[into_id]
    if version is not None:
        expect(target, version)
    because = reason_of(reason)
    if _contradict(origin, target):
        raise ReviewRefused(
            _("A contradiction between the two is open; close it with a reason first.")
        )
    claims = list(Claim.objects.filter(statement=origin).order_by("pk"))
    if not any(claim.state == Claim.State.CURRENT for claim in claims):
        raise ReviewRefused(_("None of its claims stands any more; there is nothing to merge."))
    before = standing_of(target, for_list=False).told()
    moved = Regrouping.objects.create(
        kind=Kind.MERGE,
        origin=origin,
        target=target,
        claims=[claim.pk for claim in claims],
        reason=because,
        decided_by=by,
    )
    broken = _fold(origin, target, by) + _move(claims, origin, target, by)
    _tell(moved, "statement.merged", before, by, because, broken)
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
    check_reviews(by)
    origin = locked_all([statement_id], version)[statement_id]
    because = reason_of(reason)
    wanted = set(claim_ids)
    here = {claim.pk: claim for claim in Claim.objects.current().filter(statement=origin)}
    if not wanted or not wanted <= here.keys():
        raise ReviewRefused(_("Choose claims of this statement."))
    if wanted == here.keys():
        raise ReviewRefused(_("At least one claim has to stay."))
    before = standing_of(origin, for_list=False).told()
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
    broken = _move(claims, origin, target, by)
    _tell(moved, "statement.split", before, by, because, broken)
    return moved


@transaction.atomic
def undo(*, regrouping_id: int, by: User, reason: str) -> Regrouping:
    """Take the claims back to where they were before. Raises ReviewRefused."""
    check_reviews(by)
    moved = Regrouping.objects.select_for_update(of=("self",), no_key=True).get(pk=regrouping_id)
    if moved.undone_at is not None:
        raise ReviewRefused(_("It was undone already."))
    because = reason_of(reason)
    origin, target = _both(moved)
    claims = list(Claim.objects.filter(pk__in=moved.claims, statement=target).order_by("pk"))
    if len(claims) != len(moved.claims):
        raise ReviewRefused(_("Some of these claims have gone elsewhere since."))
    is_merge = moved.kind == Kind.MERGE
    before = standing_of(target if is_merge else origin, for_list=False).told()
    broken = []
    if is_merge:
        origin.merged_into = None
        origin.save(update_fields=["merged_into"])
    elif not Claim.objects.filter(statement=target).exclude(pk__in=moved.claims).exists():
        if _contradict(origin, target):
            raise ReviewRefused(
                _("A contradiction between the two is open; close it with a reason first.")
            )
        broken = _fold(target, origin, by)
    broken += _move(claims, target, origin, by)
    moved.undone_by, moved.undone_at = by, timezone.now()
    moved.save(update_fields=["undone_by", "undone_at"])
    _tell(moved, "statement.regrouping_undone", before, by, because, broken)
    return moved


def _both(moved: Regrouping) -> tuple[Statement, Statement]:
    """Origin and target, locked; refused where one of them has gone into another since."""
    locking = Statement.objects.select_for_update(of=("self",), no_key=True)
    ids = (moved.origin_id, moved.target_id)
    rows = {row.pk: row for row in locking.filter(pk__in=ids).order_by("pk")}
    origin, target = rows[moved.origin_id], rows[moved.target_id]
    stood = target.pk if moved.kind == Kind.MERGE else None
    if origin.merged_into_id != stood or target.merged_into_id is not None:
        raise ReviewRefused(_("Something has happened since; split or merge them anew."))
    return origin, target


def _contradict(one: Statement, other: Statement) -> bool:
    groups = Statement.objects.grouped([one.pk, other.pk])
    ours, theirs = groups[one.pk], groups[other.pk]
    pairs = contradictions_of(ours).filter(closed_at=None)
    return (pairs.filter(one__in=theirs) | pairs.filter(other__in=theirs)).exists()


def _fold(row: Statement, into: Statement, by: User) -> list[record.Entry]:
    """All of its claims are about to go: from now on it stands for the other one."""
    broken = broken_off(row, by)
    row.reports, row.merged_into = 0, into
    row.held_by, row.held_until = None, None
    changed(row)
    return broken


def _move(
    claims: list[Claim], origin: Statement, target: Statement, by: User
) -> list[record.Entry]:
    """Re-extraction keeps what a person has touched; counts follow on both sides."""
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(
        statement=target, touched_by=by, touched_at=timezone.now()
    )
    entries = []
    for row in standing.recount([origin.pk, target.pk]):
        if broken := broken_off(row, by):
            changed(row)
            entries += broken
    return entries


def _tell(
    moved: Regrouping,
    action: str,
    before: dict[str, int],
    by: User,
    reason: str,
    broken: list[record.Entry],
) -> None:
    """Entries for both statements and each claim; an alarm for what was decided on the old set."""
    undone = moved.undone_at is not None
    to = moved.origin_id if undone else moved.target_id
    away = moved.target_id if undone else moved.origin_id
    # The one that stood before too, and whose origins thereby changed.
    kept = moved.target_id if moved.kind == Kind.MERGE else moved.origin_id
    told = standing_of(Statement.objects.get(pk=kept), for_list=False).told()
    entries = [
        record.Entry(
            action=action,
            subject=("statement", pk),
            before={"independence": before},
            after={"from": away, "to": to, "claims": moved.claims, "independence": told},
            reason=reason,
            by=by,
            statement=pk,
            independence=told,
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
    record.write(*entries, *broken, *standing.flag([away, to], rests, by))
