"""Around the findings: opened again, taken back, undone, published, corrected."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims import standing
from claims.errors import VersionConflict
from claims.models import Alarm, Correction, Decision, Finding, Round, Statement
from claims.review import lifecycle, queue
from tests.factories import UserFactory
from tests.review import desk
from tests.review.desk import REASON, again, find, refused

pytestmark = pytest.mark.django_db

Work = Statement.Work


def editor() -> User:
    return UserFactory(role="editor")


def reopen(row: Statement, by: User, **more: object) -> Statement:
    return lifecycle.reopen(statement_id=row.pk, by=by, **({"reason": REASON} | more))


def settled(status: str = "single_origin") -> Statement:
    return again(desk.decided(status).statement)


def in_second_review(by: User) -> Statement:
    row = desk.corroborable()
    find(row, by, "corroborated")
    return again(row)


# ── Opening again ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", ["reviewer", "second_reviewer", "lead", "editor", "administrator"])
def test_what_is_settled_is_opened_again_and_keeps_its_status(role: str) -> None:
    row = settled()
    reopen(row, UserFactory(role=role))
    row = again(row)
    assert (row.work, row.needs, row.corroboration) == (Work.REOPENED, "reviewer", "single_origin")
    assert desk.verifies()


def test_whoever_has_it_in_hand_keeps_it_when_they_open_it() -> None:
    row, head = in_second_review(desk.reviewer()), desk.lead()
    assert queue.next_for(head) == row
    reopen(row, head)
    assert again(row).held_by == head
    other = in_second_review(desk.reviewer())
    assert queue.next_for(desk.second()) == other
    reopen(other, head)
    assert again(other).held_by is None


def test_what_was_taken_because_it_is_stale_is_open() -> None:
    row, by = settled(), desk.reviewer()
    standing.flag([row.pk], standing.Rests(Alarm.Cause.CLAIM, {}))
    assert queue.next_for(by) == row
    with refused("It is open already"):
        reopen(row, by)
    assert again(row).held_by == by


@pytest.mark.parametrize("adjudicated", [False, True])
def test_a_lead_breaks_off_a_review(adjudicated: bool) -> None:
    row = in_second_review(desk.reviewer())
    if adjudicated:
        find(row, desk.second(), "single_origin")
    reopen(row, desk.lead())
    assert again(row).work == Work.REOPENED
    assert Round.objects.get().outcome == Round.Outcome.BROKEN_OFF
    find(row, desk.reviewer(), "corroborated")
    assert Round.objects.count() == 2
    assert desk.verifies()


def test_who_may_not_open_again() -> None:
    row, viewer, reviewer, head = (
        settled(),
        UserFactory(role="viewer"),
        desk.reviewer(),
        desk.lead(),
    )
    with refused("Your role reads"):
        reopen(row, viewer)
    with refused("Say why"):
        reopen(row, reviewer, reason=" ")
    with refused("Somebody has changed it", VersionConflict):
        reopen(row, reviewer, version=row.version - 1)
    under_way = in_second_review(desk.reviewer())
    with refused("It is open already"):
        reopen(under_way, reviewer)
    fresh = desk.statement()
    with refused("It is open already"):
        reopen(fresh, head)
    Statement.objects.filter(pk=row.pk).update(reports=0, needs="")
    with refused("None of its claims stands"):
        reopen(row, head)


# ── Taking back a first finding ─────────────────────────────────────────────────────────────────


def test_a_first_finding_is_taken_back_and_given_anew() -> None:
    by = desk.reviewer()
    row = in_second_review(by)
    lifecycle.take_back(statement_id=row.pk, by=by, version=row.version)
    row = again(row)
    assert (row.work, row.held_by) == (Work.IN_REVIEW, by)
    assert Round.objects.get().outcome == Round.Outcome.BROKEN_OFF
    find(row, by, "single_origin")
    assert again(row).corroboration == "single_origin"
    assert Finding.objects.count() == 2
    assert desk.verifies()


def test_only_ones_own_that_still_waits_is_taken_back() -> None:
    by, other, head = desk.reviewer(), desk.second(), desk.lead()
    row = in_second_review(by)
    with refused("no finding of yours"):
        lifecycle.take_back(statement_id=row.pk, by=head)
    with refused("Somebody has changed it", VersionConflict):
        lifecycle.take_back(statement_id=row.pk, by=by, version=row.version + 1)
    find(row, other, "single_origin")
    with refused("no finding of yours"):
        lifecycle.take_back(statement_id=row.pk, by=by)


# ── Undoing a decision ──────────────────────────────────────────────────────────────────────────


def test_a_decision_taken_alone_is_taken_back_by_a_new_one() -> None:
    by = desk.reviewer()
    row = desk.statement(corroboration="single_origin", work=Work.REOPENED)
    Statement.objects.filter(pk=row.pk).update(stale_since=row.created_at)
    Alarm.objects.create(statement=row, cause=Alarm.Cause.CHAIN)
    taken = find(row, by, "unassessed").round.decision
    undone = lifecycle.undo(decision_id=taken.pk, by=by)
    row = again(row)
    assert (row.corroboration, row.work, row.held_by) == ("single_origin", Work.IN_REVIEW, by)
    assert row.is_stale
    assert Alarm.objects.get().settled_by is None
    assert (undone.before, undone.after, undone.undoes) == ("unassessed", "single_origin", taken)
    assert Decision.objects.count() == 2
    assert desk.verifies()


def test_what_cannot_be_undone() -> None:
    by, other = desk.reviewer(), desk.reviewer()
    taken = desk.decided(by=by)
    with refused("Whoever decided may take it back"):
        lifecycle.undo(decision_id=taken.pk, by=other)
    gone = UserFactory()  # holds no role any more
    late = desk.decided(by=by)
    assert lifecycle.why_not_undo(late, again(late.statement), gone).startswith("Your role")
    row = desk.corroborable()
    find(row, by, "corroborated")
    agreed = find(row, desk.second(), "corroborated").round.decision
    with refused("What several people signed"):
        lifecycle.undo(decision_id=agreed.pk, by=agreed.decided_by)
    undone = lifecycle.undo(decision_id=taken.pk, by=by)
    with refused("Something has happened since"):
        lifecycle.undo(decision_id=taken.pk, by=by)
    with refused("It took another decision back"):
        lifecycle.undo(decision_id=undone.pk, by=by)


def test_what_was_touched_since_or_long_ago_is_opened_again_instead() -> None:
    by = desk.reviewer()
    touched, old = desk.decided(by=by), desk.decided(by=by)
    reopen(touched.statement, by)
    with refused("Something has happened since"):
        lifecycle.undo(decision_id=touched.pk, by=by)
    now = timezone.now() + lifecycle.UNDO_FOR + timedelta(seconds=1)
    row = again(old.statement)
    assert lifecycle.why_not_undo(old, row, by) == ""
    old.decided_at -= now - timezone.now()
    assert lifecycle.why_not_undo(old, row, by).startswith("It was decided too long ago")


# ── Publishing ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", ["editor", "administrator"])
def test_what_is_settled_is_published(role: str) -> None:
    row = settled()
    lifecycle.publish(statement_id=row.pk, by=UserFactory(role=role), version=row.version)
    row = again(row)
    assert (row.work, row.published_as) == (Work.PUBLISHED, "single_origin")
    assert desk.verifies()


def test_what_is_not_published() -> None:
    row, by, head = settled(), editor(), desk.lead()
    with refused("An editor publishes"):
        lifecycle.publish(statement_id=row.pk, by=head)
    with refused("Somebody has changed it", VersionConflict):
        lifecycle.publish(statement_id=row.pk, by=by, version=row.version + 1)
    fresh = desk.statement()
    with refused("Only what is settled"):
        lifecycle.publish(statement_id=fresh.pk, by=by)
    standing.flag([row.pk], standing.Rests(Alarm.Cause.CLAIM, {}))
    with refused("What it rests on has changed"):
        lifecycle.publish(statement_id=row.pk, by=by)
    empty = settled()
    Statement.objects.filter(pk=empty.pk).update(reports=0)
    with refused("nothing to publish"):
        lifecycle.publish(statement_id=empty.pk, by=by)


def test_what_was_published_and_is_unassessed_again_gets_a_correction() -> None:
    row, by = settled(), desk.reviewer()
    lifecycle.publish(statement_id=row.pk, by=editor())
    reopen(row, by)
    find(row, by, "unassessed")
    made = Correction.objects.get()
    assert made.decision == Decision.objects.first()
    assert made.decision.reason
    assert made.told == "The status has changed from “Single origin” to “Not assessed”."
    assert again(row).published_as == "single_origin"
    lifecycle.undo(decision_id=made.decision_id, by=by)
    assert Correction.objects.first().told == (
        "The status has changed from “Not assessed” to “Single origin”."
    )


def test_an_editor_words_a_correction() -> None:
    row, by, head = settled(), editor(), desk.lead()
    with refused("never published"):
        lifecycle.correct(statement_id=row.pk, by=by, text="x")
    lifecycle.publish(statement_id=row.pk, by=by)
    with refused("An editor words corrections"):
        lifecycle.correct(statement_id=row.pk, by=head, text="x")
    with refused("Say why"):
        lifecycle.correct(statement_id=row.pk, by=by, text="\0")
    made = lifecycle.correct(statement_id=row.pk, by=by, text="تصحيح")
    assert (made.text, made.decision, made.written_by) == ("تصحيح", None, by)
    assert desk.verifies()
