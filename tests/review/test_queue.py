"""Handing out work: most urgent first, one to one person, and nothing left lying."""

import json
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims import standing
from claims.errors import VersionConflict
from claims.models import Alarm, Notice, RecordEntry, Skip, Statement
from claims.review import lifecycle, queue
from tests.factories import StatementFactory, UserFactory
from tests.review import desk
from tests.review.desk import REASON, again, find, refused

pytestmark = pytest.mark.django_db

Work = Statement.Work


def waiting(**columns: object) -> Statement:
    """Without reports of its own: the queue goes by the columns."""
    return StatementFactory(**columns)


def later(minutes: int) -> object:
    return timezone.now() + timedelta(minutes=minutes)


# ── The next one ────────────────────────────────────────────────────────────────────────────────


def test_the_most_urgent_is_handed_out_and_held() -> None:
    waiting(rank=5)
    row, by = waiting(rank=2), desk.reviewer()
    before = row.version
    assert queue.next_for(by) == row
    row = again(row)
    assert (row.work, row.held_by, row.version) == (Work.IN_REVIEW, by, before + 1)
    assert later(19) < row.held_until < later(21)
    assert RecordEntry.objects.get().action == "statement.taken"
    assert desk.verifies()


def test_of_equal_urgency_the_older_one_comes_first() -> None:
    first, _other = waiting(rank=1), waiting(rank=1)
    assert queue.next_for(desk.reviewer()) == first


def test_what_one_holds_comes_first_again() -> None:
    row, by = waiting(rank=2), desk.reviewer()
    queue.next_for(by)
    waiting(rank=1)
    assert queue.next_for(by) == row
    assert RecordEntry.objects.count() == 1


def test_two_people_are_handed_two_statements_and_a_third_none() -> None:
    rows = {waiting(rank=1), waiting(rank=2)}
    assert {queue.next_for(desk.reviewer()), queue.next_for(desk.reviewer())} == rows
    assert queue.next_for(desk.reviewer()) is None


def test_left_alone_it_goes_back_to_the_queue() -> None:
    row, other = waiting(), desk.reviewer()
    queue.next_for(desk.reviewer())
    assert queue.next_for(other) is None
    Statement.objects.update(held_until=later(-1))
    assert queue.next_for(other) == row
    assert again(row).held_by == other


def test_a_second_finding_is_handed_to_who_may_give_it() -> None:
    row, one = desk.corroborable(), desk.second()
    find(row, one, "corroborated")
    assert queue.next_for(one) is None
    assert queue.next_for(desk.reviewer()) is None
    assert queue.next_for(desk.lead()) == row


def test_adjudication_is_handed_to_a_lead_who_has_not_signed() -> None:
    row, one = desk.corroborable(), desk.lead()
    find(row, desk.reviewer(), "corroborated")
    find(row, one, "single_origin")
    assert [queue.next_for(by) for by in (one, desk.second(), desk.reviewer())] == [None] * 3
    assert queue.next_for(desk.lead()) == row


def test_what_is_settled_waits_again_when_it_is_stale() -> None:
    row, by = desk.decided().statement, desk.reviewer()
    assert queue.next_for(by) is None
    standing.flag([row.pk], standing.Rests(Alarm.Cause.CHAIN, {}))
    assert queue.next_for(by) == row
    row = again(row)
    assert (row.work, row.corroboration, row.is_stale) == (Work.IN_REVIEW, "single_origin", True)
    assert json.loads(RecordEntry.objects.latest("sequence").body)["before"] == {"work": "settled"}


@pytest.mark.parametrize("work", ["settled", "published"])
def test_what_is_stale_is_decided_without_being_opened_again(work: str) -> None:
    row, by = desk.decided().statement, desk.reviewer()
    Statement.objects.filter(pk=row.pk).update(work=work)
    with refused("It is settled. Open it again first"):
        find(row, by, "single_origin")
    standing.flag([row.pk], standing.Rests(Alarm.Cause.CHAIN, {}))
    find(row, by, "single_origin")
    row = again(row)
    assert (row.work, row.corroboration, row.is_stale) == (Work.SETTLED, "single_origin", False)
    told = json.loads(RecordEntry.objects.filter(action="statement.decided").latest("pk").body)
    assert told["before"]["work"] == work
    assert Alarm.objects.get().settled_by is not None


def test_a_first_finding_of_two_about_what_is_stale_waits_for_the_second() -> None:
    row = desk.corroborable()
    one, other = desk.reviewer(), desk.second()
    find(row, one, "corroborated")
    find(row, other, "corroborated")
    standing.flag([row.pk], standing.Rests(Alarm.Cause.CHAIN, {}))
    find(row, one, "corroborated")
    row = again(row)
    assert (row.work, row.corroboration, row.is_stale) == (Work.SECOND_REVIEW, "corroborated", True)
    find(row, other, "corroborated")
    assert not again(row).is_stale
    assert desk.verifies()


@pytest.mark.parametrize("role", ["viewer", "editor", None])
def test_who_does_not_review_is_handed_nothing(role: str | None) -> None:
    waiting()
    assert queue.next_for(UserFactory(role=role)) is None


def test_what_has_no_report_waits_for_nobody() -> None:
    waiting(reports=0, needs="")
    assert queue.next_for(desk.lead()) is None


def test_after_a_first_finding_whom_it_was_assigned_to_starves_nobody() -> None:
    row, by, other = desk.corroborable(), desk.second(), desk.second()
    queue.assign(statement_id=row.pk, by=desk.lead(), to=by)
    assert queue.next_for(other) is None
    assert queue.next_for(by) == row
    find(row, by, "corroborated")
    assert queue.next_for(other) == row


# ── Taking, holding, giving back ────────────────────────────────────────────────────────────────


def test_one_is_taken_out_of_turn() -> None:
    waiting(rank=1)
    row, by = waiting(rank=2), desk.reviewer()
    queue.take(statement_id=row.pk, by=by)
    assert (again(row).held_by, again(row).work) == (by, Work.IN_REVIEW)
    other, viewer = desk.reviewer(), UserFactory(role="viewer")
    with refused("has it in hand until"):
        queue.take(statement_id=row.pk, by=other)
    with refused("Your role reads"):
        queue.take(statement_id=row.pk, by=viewer)
    settled = desk.decided().statement
    with refused("Open it again first"):
        queue.take(statement_id=settled.pk, by=by)


def test_another_priority_leaves_it_with_whoever_has_it_in_hand() -> None:
    row, by = desk.statement(), desk.reviewer()
    queue.take(statement_id=row.pk, by=by)
    queue.assign(statement_id=row.pk, by=desk.lead(), to=None, priority=4)
    assert again(row).held_by == by
    queue.assign(statement_id=row.pk, by=desk.lead(), to=desk.reviewer())
    assert again(row).held_by is None


def test_a_hold_is_kept_as_long_as_nobody_else_has_it() -> None:
    row, by, other = waiting(), desk.reviewer(), desk.reviewer()
    queue.take(statement_id=row.pk, by=by)
    Statement.objects.update(held_until=later(-1))
    assert queue.keep_hold(statement_id=row.pk, by=by)
    assert again(row).held_until > later(19)
    Statement.objects.update(held_until=later(-1))
    queue.take(statement_id=row.pk, by=other)
    assert not queue.keep_hold(statement_id=row.pk, by=by)
    assert again(row).held_by == other


def test_what_is_given_back_is_free_and_what_is_put_off_not_for_them() -> None:
    row, by = waiting(), desk.reviewer()
    queue.next_for(by)
    queue.give_back(statement_id=row.pk, by=by)
    assert (again(row).held_by, again(row).held_until) == (None, None)
    assert queue.next_for(by) == row
    queue.give_back(statement_id=row.pk, by=by, put_off=True)
    queue.give_back(statement_id=row.pk, by=by, put_off=True)
    assert queue.next_for(by) is None
    assert queue.next_for(desk.reviewer()) == row
    Skip.objects.update(until=later(-1))
    queue.give_back(statement_id=row.pk, by=again(row).held_by)
    assert queue.next_for(by) == row


def test_only_ones_own_is_given_back() -> None:
    row, by = waiting(), desk.reviewer()
    queue.next_for(by)
    queue.give_back(statement_id=row.pk, by=desk.lead())
    assert again(row).held_by == by
    with pytest.raises(Statement.DoesNotExist):
        queue.give_back(statement_id=row.pk + 1, by=by, put_off=True)


# ── Assigning ───────────────────────────────────────────────────────────────────────────────────


def test_a_lead_assigns_with_a_day_and_a_priority() -> None:
    row, to, head = waiting(rank=10**12), desk.reviewer(), desk.lead()
    queue.take(statement_id=row.pk, by=desk.reviewer())
    queue.assign(statement_id=row.pk, by=head, to=to, due=date(2026, 12, 1), priority=4)
    row = again(row)
    assert (row.assignee, row.due, row.priority, row.held_by) == (to, date(2026, 12, 1), 4, None)
    assert row.rank < 10**12
    assert Notice.objects.get().kind == Notice.Kind.ASSIGNED
    assert queue.next_for(desk.reviewer()) is None
    assert queue.next_for(to) == row
    assert desk.verifies()


def test_assigning_what_is_so_already_changes_nothing() -> None:
    row, to, head = waiting(), desk.reviewer(), desk.lead()
    queue.assign(statement_id=row.pk, by=head, to=to)
    before = desk.trace()
    queue.assign(statement_id=row.pk, by=head, to=to)
    assert desk.trace() == before


def test_a_reviewer_takes_and_leaves_only_their_own() -> None:
    row, by, other = waiting(), desk.reviewer(), desk.reviewer()
    queue.assign(statement_id=row.pk, by=by, to=by)
    queue.assign(statement_id=row.pk, by=by, to=None)
    assert again(row).assignee is None
    with refused("A lead assigns"):
        queue.assign(statement_id=row.pk, by=by, to=other)
    queue.assign(statement_id=row.pk, by=desk.lead(), to=other)
    for to in (by, None):
        with refused("A lead assigns"):
            queue.assign(statement_id=row.pk, by=by, to=to)


def test_work_is_assigned_only_to_who_can_do_it() -> None:
    row, head, by = desk.corroborable(), desk.lead(), desk.second()
    viewer, gone = UserFactory(role="viewer"), UserFactory(role="lead", is_active=False)
    for to in (viewer, gone):
        with refused("somebody who reviews"):
            queue.assign(statement_id=row.pk, by=head, to=to)
    with refused("Choose a priority"):
        queue.assign(statement_id=row.pk, by=head, to=None, priority=9)
    with refused("Your role reads"):
        queue.assign(statement_id=row.pk, by=viewer, to=None)
    with refused("Somebody has changed it", VersionConflict):
        queue.assign(statement_id=row.pk, by=head, to=by, version=row.version + 1)
    find(row, by, "corroborated")
    with refused("has signed it already"):
        queue.assign(statement_id=row.pk, by=head, to=by)
    junior = desk.reviewer()
    with refused("whose role may sign it"):
        queue.assign(statement_id=row.pk, by=head, to=junior)


def test_a_lead_takes_work_back_from_somebody_who_left() -> None:
    row, gone, head = waiting(), desk.reviewer(), desk.lead()
    queue.assign(statement_id=row.pk, by=head, to=gone)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    queue.assign(statement_id=row.pk, by=head, to=None)
    assert queue.next_for(desk.reviewer()) == row


def test_what_a_lead_opens_again_is_handed_out() -> None:
    row = desk.decided().statement
    lifecycle.reopen(statement_id=row.pk, by=desk.lead(), reason=REASON)
    assert queue.next_for(desk.reviewer()) == row
