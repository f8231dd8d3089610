"""What a decision rests on has changed: the statement is flagged, and its status stays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone

from claims.models import Alarm, Decision, Finding, Notice, Statement
from claims.record import Entry
from claims.standing.following import locked_standing, touched
from claims.standing.notices import tell


@dataclass(frozen=True, slots=True)
class Rests:
    """What changed, for all statements that rest on it: the cause, and ids that tell of it."""

    cause: str
    detail: Mapping[str, object]


def flag(ids: Iterable[int], rests: Rests, by: User | None = None) -> list[Entry]:
    """Mark those of the statements that people have decided about; others count as changed.

    Locks the rows. Gives the entries for the record, which the caller writes last of all.
    """
    known = set(ids)
    entries = []
    now = timezone.now()
    rows = locked_standing(lambda: known)
    Statement.objects.filter(pk__in=[row.pk for row in rows]).update(version=F("version") + 1)
    for row in rows:
        if not row.is_assessed:
            continue
        was = row.is_stale
        row.stale_since = row.stale_since or now
        Alarm.objects.create(
            statement=row, cause=rests.cause, detail=dict(rests.detail), raised_by=by
        )
        entries.append(_entry(row, rests, by))
        if not was:
            tell(_who_signed(row), Notice.Kind.STALE, row, by)
        touched(row)
        row.save(update_fields=["stale_since", "needs", "rank"])
    return entries


def _entry(row: Statement, rests: Rests, by: User | None) -> Entry:
    return Entry(
        action="statement.stale",
        subject=("statement", row.pk),
        after={"stale": True, "cause": rests.cause, **rests.detail},
        by=by,
        statement=row.pk,
    )


def _who_signed(row: Statement) -> set[int]:
    """Whose findings the newest decision rests on."""
    newest = Decision.objects.filter(statement=row).first()
    if newest is None or newest.round_id is None:
        return set()
    return set(Finding.objects.filter(round=newest.round_id).values_list("reviewer", flat=True))
