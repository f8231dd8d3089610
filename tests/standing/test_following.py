"""Counts and queue places follow from claims and contradictions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Contradiction, Statement
from claims.standing import rank_of, recount, touched
from tests.factories import ClaimFactory, StatementFactory, UserFactory

pytestmark = pytest.mark.django_db


def contradict(one: Statement, other: Statement, **given: object) -> Contradiction:
    first, second = sorted((one, other), key=lambda statement: statement.pk)
    given = {"kind": "number", "opened_by": UserFactory(), **given}
    return Contradiction.objects.create(one=first, other=second, **given)


def counted(*statements: Statement) -> list[tuple[int, int]]:
    recount(statement.pk for statement in statements)
    for statement in statements:
        statement.refresh_from_db()
    return [(statement.reports, statement.open_contradictions) for statement in statements]


def test_only_current_claims_are_reports() -> None:
    statement = StatementFactory()
    for state in Claim.State.values:
        ClaimFactory(statement=statement, state=state)
    ClaimFactory()
    assert counted(statement) == [(1, 0)]


def test_a_statement_without_claims_waits_for_nobody_and_waits_again_with_one() -> None:
    claim = ClaimFactory()
    statement = claim.statement
    Claim.objects.update(state=Claim.State.DISMISSED)
    assert counted(statement) == [(0, 0)]
    assert statement.needs == Statement.Needs.NOBODY
    Claim.objects.update(state=Claim.State.CURRENT)
    assert counted(statement) == [(1, 0)]
    assert statement.needs == Statement.Needs.REVIEWER


def test_an_open_contradiction_counts_on_both_sides() -> None:
    one, other, third = (ClaimFactory().statement for _ in range(3))
    contradict(one, other)
    contradict(one, third, kind="place")
    closed = {"closed_at": one.created_at, "closed_by": UserFactory(), "closed_because": "سبب"}
    contradict(one, other, kind="time", **closed)
    assert counted(one, other, third) == [(1, 2), (1, 1), (1, 1)]


@pytest.mark.parametrize("first", [True, False])
def test_a_contradiction_of_a_merged_statement_counts_for_what_it_stands_for(first: bool) -> None:
    """Whichever of the two has the smaller id."""
    one, other = ClaimFactory().statement, ClaimFactory().statement
    merged, stands = (one, other) if first else (other, one)
    against = ClaimFactory().statement
    contradict(merged, against)
    Claim.objects.filter(statement=merged).update(statement=stands)
    Statement.objects.filter(pk=merged.pk).update(merged_into=stands, reports=0, needs="")
    assert counted(merged, stands, against) == [(0, 0), (2, 1), (1, 1)]


def test_the_place_in_the_queue_follows() -> None:
    statement, other = ClaimFactory().statement, ClaimFactory().statement
    contradict(statement, other)
    ClaimFactory(statement=statement)
    counted(statement)
    assert statement.rank == rank_of(statement) < rank_of(Statement(), statement.created_at)


def test_the_rows_are_given_in_the_order_of_their_ids() -> None:
    ids = [ClaimFactory().statement_id for _ in range(3)]
    assert [row.pk for row in recount([ids[2], ids[0], ids[2], ids[1]])] == ids
    assert recount([]) == []


def test_touching_sets_what_follows_and_saves_nothing() -> None:
    statement = ClaimFactory().statement
    statement.work, statement.priority = Statement.Work.SECOND_REVIEW, Statement.Priority.URGENT
    touched(statement)
    assert (statement.needs, statement.rank) == (Statement.Needs.SECOND, rank_of(statement))
    statement.refresh_from_db()
    assert statement.work == Statement.Work.EXTRACTED


def test_many_statements_are_counted_with_as_many_queries_as_few() -> None:
    asked = []
    for _ in range(2):
        statements = [ClaimFactory().statement for _ in range(8)]
        contradict(statements[0], statements[1])
        with CaptureQueriesContext(connection) as queries:
            recount(statement.pk for statement in Statement.objects.all())
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 8
