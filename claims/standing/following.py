"""Counts and queue places follow from claims and contradictions."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Count, Q

from claims.models import Claim, Contradiction, Statement
from claims.models.merging import stands_for
from claims.standing.urgency import rank_of

# What the functions here set.
FOLLOWING = ("reports", "open_contradictions", "needs", "rank")


def standing_ids(ids: Iterable[int]) -> set[int]:
    """What these statements stand for now: themselves, or what they were merged into."""
    return set(stands_for(Statement, ids).values())


def locked_standing(wanted: Callable[[], Iterable[int]]) -> list[Statement]:
    """What statements stand for now, locked in the order of their ids.

    Asks ``wanted`` for them again once it has the locks: where somebody merged or moved something
    while we waited, those locks are let go and others taken, so that nobody waits in a ring. Locks
    of rows let others refer to them (no_key): an entry that names a statement waits for nobody.
    """
    while True:
        tops = standing_ids(wanted())
        before = transaction.savepoint()
        rows = list(
            Statement.objects.select_for_update(of=("self",), no_key=True)
            .filter(pk__in=tops)
            .order_by("pk")
        )
        if standing_ids(wanted()) == tops:
            transaction.savepoint_commit(before)
            return rows
        transaction.savepoint_rollback(before)


def locked_claim(claim_id: int) -> Claim:
    """The claim, locked together with its statement.

    Statements are locked before claims everywhere, so that two who do so never wait in a ring.
    Raises Claim.DoesNotExist.
    """
    statement = Claim.objects.filter(pk=claim_id).values_list("statement", flat=True)
    locked_standing(statement.all)
    return Claim.objects.select_for_update(of=("self",), no_key=True).get(pk=claim_id)


def touched(statement: Statement) -> None:
    """What follows from a change of the row itself; the caller saves FOLLOWING too."""
    statement.follow()
    statement.rank = rank_of(statement)


@transaction.atomic(savepoint=False)
def recount(ids: Iterable[int]) -> list[Statement]:
    """Count anew the claims and contradictions of these statements, and what follows from them.

    Locks the rows in the order of their ids, and gives them. Four queries.
    """
    locked = Statement.objects.select_for_update(of=("self",), no_key=True)
    rows = list(locked.filter(pk__in=set(ids)).order_by("pk"))
    reports = dict(
        Claim.objects.current()
        .filter(statement__in=rows)
        .order_by()
        .values_list("statement")
        .annotate(Count("pk"))
    )
    # What was merged into another counts there alone.
    groups = Statement.objects.grouped(row.pk for row in rows if row.merged_into_id is None)
    top = {pk: statement for statement, pks in groups.items() for pk in pks}
    pairs = Contradiction.objects.filter(Q(one__in=top) | Q(other__in=top), closed_at=None)
    contradicted: dict[int, int] = {}
    for one, other in pairs.values_list("one", "other"):
        for pk in {top[part] for part in (one, other) if part in top}:
            contradicted[pk] = contradicted.get(pk, 0) + 1
    for row in rows:
        row.reports = reports.get(row.pk, 0)
        row.open_contradictions = contradicted.get(row.pk, 0)
        touched(row)
    Statement.objects.bulk_update(rows, FOLLOWING, batch_size=200)
    return rows
