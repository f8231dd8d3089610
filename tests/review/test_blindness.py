"""The second reviewer finds blind."""

import pytest
from django.contrib.auth.models import User

from claims.models import Statement
from claims.review import findings, grouping, lifecycle
from claims.review.blindness import findings_of, hidden_findings, history_of
from tests.api.desk import a_finding, worth_corroborating
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> User:
    return UserFactory(role="reviewer")


@pytest.fixture
def second() -> User:
    return UserFactory(role="second_reviewer")


@pytest.fixture
def waiting(first: User) -> Statement:
    """One finding is given; a second one is to come."""
    row = worth_corroborating(first).statement
    findings.find(statement_id=row.pk, by=first, **a_finding())
    return row


def seen(row: Statement, person: User) -> tuple[int, int]:
    """How many findings, and entries about them."""
    entries = history_of(row.pk, person).filter(action="finding.given")
    return findings_of([row.pk], person).count(), entries.count()


def test_whoever_gave_it_sees_it(waiting: Statement, first: User) -> None:
    assert seen(waiting, first) == (1, 1)


@pytest.mark.parametrize("role", ["viewer", "second_reviewer", "lead", "administrator"])
def test_nobody_else_sees_it_whatever_their_role(waiting: Statement, role: str) -> None:
    person = UserFactory(role=role)
    assert seen(waiting, person) == (0, 0)
    assert hidden_findings([waiting.pk], person).count() == 1
    # The rest of the history stays to be read.
    assert history_of(waiting.pk, person).filter(action="evidence.added").count() == 2


def test_when_two_agree_all_is_seen(waiting: Statement, second: User) -> None:
    findings.find(statement_id=waiting.pk, by=second, **a_finding())
    assert seen(waiting, second) == seen(waiting, UserFactory(role="viewer")) == (2, 2)


def test_when_two_differ_a_third_sees_both(waiting: Statement, second: User) -> None:
    findings.find(statement_id=waiting.pk, by=second, **a_finding("single_origin"))
    assert seen(waiting, UserFactory(role="lead")) == (2, 2)


def test_in_a_later_round_only_the_later_one_is_unseen(
    waiting: Statement, first: User, second: User
) -> None:
    findings.find(statement_id=waiting.pk, by=second, **a_finding())
    lifecycle.reopen(statement_id=waiting.pk, by=first, reason="A third report came in.")
    findings.find(statement_id=waiting.pk, by=first, verdict="unassessed", reason="Not sure.")
    row = Statement.objects.get(pk=waiting.pk)
    assert row.corroboration == "unassessed"  # by one signature: nothing is open
    lifecycle.reopen(statement_id=waiting.pk, by=first, reason="Once more.")
    findings.find(statement_id=waiting.pk, by=first, **a_finding(reason="Now I am."))
    assert seen(waiting, second) == (3, 3)
    assert seen(waiting, first) == (4, 4)


def test_what_was_taken_back_stays_unseen_until_it_is_decided(
    waiting: Statement, first: User, second: User
) -> None:
    """Or whoever signs second in the next round would know what the first one had found."""
    lifecycle.take_back(statement_id=waiting.pk, by=first)
    assert seen(waiting, second) == (0, 0)
    assert seen(waiting, first) == (1, 1)
    findings.find(statement_id=waiting.pk, by=first, **a_finding(reason="Read anew."))
    assert seen(waiting, second) == (0, 0)
    findings.find(statement_id=waiting.pk, by=second, **a_finding())
    assert seen(waiting, second) == seen(waiting, UserFactory(role="viewer")) == (3, 3)


def test_what_two_found_who_differed_stays_seen_when_it_is_broken_off(
    waiting: Statement, second: User
) -> None:
    findings.find(statement_id=waiting.pk, by=second, **a_finding("single_origin"))
    lifecycle.reopen(statement_id=waiting.pk, by=UserFactory(role="lead"), reason="Begin anew.")
    assert seen(waiting, UserFactory(role="reviewer")) == (2, 2)


def test_what_was_merged_away_hides_nothing(waiting: Statement, first: User, second: User) -> None:
    target = worth_corroborating(first).statement
    grouping.merge(statement_id=waiting.pk, into_id=target.pk, by=second, reason="The same.")
    assert findings_of([waiting.pk], second).count() == 1
