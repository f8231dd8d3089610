"""Merging and splitting, and taking either back: claims, counts, reviews and the record follow."""

import json

import pytest
from django.contrib.auth.models import User

from claims.errors import VersionConflict
from claims.models import Claim, RecordEntry, Regrouping, Round, Statement
from claims.review import grouping, relations
from claims.review.facts import stand_of
from claims.sources import decisions
from tests.factories import UserFactory
from tests.review import desk
from tests.review.desk import REASON, again, find, refused

pytestmark = pytest.mark.django_db

Work = Statement.Work


def merge(row: Statement, into: Statement, **more: object) -> Regrouping:
    given = {"by": desk.reviewer(), "reason": REASON} | more
    return grouping.merge(statement_id=row.pk, into_id=into.pk, **given)


def split(row: Statement, *claims: Claim, **more: object) -> Regrouping:
    given = {"by": desk.reviewer(), "reason": REASON} | more
    return grouping.split(statement_id=row.pk, claim_ids=[one.pk for one in claims], **given)


def undo(moved: Regrouping, **more: object) -> Regrouping:
    return grouping.undo(
        regrouping_id=moved.pk, **({"by": desk.reviewer(), "reason": REASON} | more)
    )


def claims_of(row: Statement) -> list[Claim]:
    return list(Claim.objects.filter(statement=row).order_by("pk"))


def counts(row: Statement) -> tuple[int, int]:
    row = again(row)
    return row.reports, row.open_contradictions


# ── Merging ─────────────────────────────────────────────────────────────────────────────────────


def test_the_claims_of_one_go_to_the_other_and_so_do_its_origins() -> None:
    one, other = (desk.statement(source) for source in desk.apart())
    merge(one, other)
    assert counts(one) == (0, 0)
    assert counts(other) == (2, 0)
    assert again(one).merged_into == other
    assert stand_of(again(other)).facts.independent == 2
    entry = json.loads(RecordEntry.objects.get(action="statement.merged", statement=other).body)
    assert entry["before"]["independence"]["independent"] == 1
    assert (
        entry["after"]["independence"]["independent"] == entry["independence"]["independent"] == 2
    )
    assert desk.verifies()


def test_evidence_and_attempts_stay_and_count_for_both() -> None:
    one, other = desk.statement(), desk.statement()
    kept = desk.primary(one)
    merge(one, other)
    assert kept in stand_of(again(other)).evidence


def test_what_was_decided_on_fewer_claims_is_stale() -> None:
    one, other = desk.statement(), again(desk.decided().statement)
    seen = other.version
    merge(one, other)
    other = again(other)
    assert (other.corroboration, other.is_stale) == ("single_origin", True)
    assert other.alarms.get().cause == "grouping"
    assert other.version > seen


@pytest.mark.parametrize("is_target", [False, True])
def test_a_review_of_either_that_is_under_way_is_broken_off(is_target: bool) -> None:
    reviewed, other = desk.corroborable(), desk.statement()
    find(reviewed, desk.second(), "corroborated")
    merge(*((other, reviewed) if is_target else (reviewed, other)))
    assert Round.objects.get().outcome == Round.Outcome.BROKEN_OFF
    assert again(reviewed).work == Work.REOPENED
    assert desk.verifies()


@pytest.mark.parametrize("newer_into_older", [False, True])
def test_contradictions_of_what_was_merged_count_where_it_went(newer_into_older: bool) -> None:
    older, newer = desk.statement(), desk.statement()
    origin, target = (newer, older) if newer_into_older else (older, newer)
    desk.contradicted(origin)
    moved = merge(origin, target)
    assert counts(target) == (2, 1)
    assert stand_of(again(target)).facts.open_contradictions == 1
    undo(moved)
    assert (counts(origin), counts(target)) == ((1, 1), (1, 0))


def test_what_is_not_merged() -> None:
    one, other, by = desk.statement(), desk.statement(), desk.reviewer()
    viewer, gone = UserFactory(role="viewer"), desk.statement()
    with refused("Your role reads"):
        merge(one, other, by=viewer)
    with refused("into itself"):
        merge(one, one, by=by)
    with refused("Say why"):
        merge(one, other, by=by, reason="")
    with refused("Somebody has changed it", VersionConflict):
        merge(one, other, by=by, version=other.version + 1)
    Claim.objects.filter(statement=gone).update(state=Claim.State.DISMISSED)
    with refused("None of its claims stands"):
        merge(gone, other, by=by)
    with pytest.raises(Statement.DoesNotExist):
        merge(one, Statement(pk=10**30), by=by)
    relations.contradict(statement_id=one.pk, other_id=other.pk, by=by, kind="number")
    with refused("A contradiction between the two is open"):
        merge(one, other, by=by)
    third = desk.statement()
    merge(third, other, by=by)
    with refused(f"merged into statement {other.pk}"):
        merge(third, one, by=by)


def test_a_merge_is_undone_as_it_was() -> None:
    one, other = again(desk.decided().statement), desk.statement()
    moved = merge(one, other)
    by = desk.lead()
    undo(moved, by=by)
    one = again(one)
    assert (one.merged_into, one.corroboration, one.work) == (None, "single_origin", Work.SETTLED)
    assert (counts(one), counts(other)) == ((1, 0), (1, 0))
    assert (moved.claims, Regrouping.objects.get().undone_by) == ([claims_of(one)[0].pk], by)
    assert desk.verifies()
    with refused("It was undone already"):
        undo(moved, by=by)


def test_a_merge_of_a_merge_is_undone_from_the_end() -> None:
    one, two, three, by = desk.statement(), desk.statement(), desk.statement(), desk.reviewer()
    first = merge(one, two)
    last = merge(two, three)
    assert Statement.objects.grouped([three.pk])[three.pk] == [three.pk, two.pk, one.pk]
    with refused("Something has happened since"):
        undo(first, by=by)
    undo(last)
    undo(first)
    assert [counts(row)[0] for row in (one, two, three)] == [1, 1, 1]
    assert desk.verifies()


def test_claims_that_went_elsewhere_are_not_fetched_back() -> None:
    one, other, by = desk.statement(), desk.statement(), desk.reviewer()
    moved = merge(one, other)
    split(other, *claims_of(other)[:1])
    with refused("gone elsewhere since"):
        undo(moved, by=by)


# ── Splitting ───────────────────────────────────────────────────────────────────────────────────


def test_claims_are_taken_into_a_new_statement() -> None:
    row = desk.corroborable(priority=4, language="ar")
    moved = split(row, claims_of(row)[0])
    new = moved.target
    assert (counts(row), counts(new)) == ((1, 0), (1, 0))
    assert (new.priority, new.language, new.corroboration) == (4, "ar", "unassessed")
    assert again(new).rank > 0
    assert all(claim.touched_by for claim in claims_of(new))
    assert desk.verifies()


def test_a_split_breaks_off_the_review_and_flags_the_decision() -> None:
    row = desk.corroborable()
    find(row, desk.second(), "corroborated")
    split(row, claims_of(row)[0])
    assert (again(row).work, Round.objects.get().outcome) == (Work.REOPENED, "broken_off")
    assert desk.verifies()


def test_what_is_not_split() -> None:
    row, other, by = desk.corroborable(), desk.statement(), desk.reviewer()
    viewer = UserFactory(role="viewer")
    with refused("Your role reads"):
        split(row, claims_of(row)[0], by=viewer)
    with refused("Choose claims"):
        split(row, by=by)
    with refused("Choose claims"):
        split(row, claims_of(row)[0], claims_of(other)[0], by=by)
    with refused("Choose claims"):
        split(row, Claim(pk=10**30), by=by)
    with refused("At least one"):
        split(row, *claims_of(row), by=by)
    with refused("Say why"):
        split(row, claims_of(row)[0], by=by, reason="\0")
    with refused("Somebody has changed it", VersionConflict):
        split(row, claims_of(row)[0], by=by, version=row.version + 1)
    Claim.objects.filter(pk=claims_of(row)[0].pk).update(state=Claim.State.DISMISSED)
    with refused("Choose claims"):
        split(row, claims_of(row)[0], by=by)


def test_a_split_is_undone_and_its_statement_stands_for_the_first() -> None:
    row = desk.corroborable()
    moved = split(row, claims_of(row)[0])
    new = moved.target
    desk.contradicted(new)
    find(new, desk.second(), "contested")
    undo(moved)
    assert again(new).merged_into == row
    assert counts(row) == (2, 1)
    assert stand_of(again(row)).facts.open_contradictions == 1
    assert desk.verifies()


def test_a_split_in_review_is_undone_with_its_review() -> None:
    row = desk.statement(*desk.apart(3))
    moved = split(row, *claims_of(row)[:2])
    find(moved.target, desk.second(), "corroborated")
    undo(moved)
    assert Round.objects.get().outcome == Round.Outcome.BROKEN_OFF
    assert again(moved.target).work == Work.REOPENED
    assert desk.verifies()


def test_a_split_statement_that_has_other_claims_by_now_stays() -> None:
    row, other, by = desk.corroborable(), desk.statement(), desk.reviewer()
    moved = split(row, claims_of(row)[0])
    merge(other, moved.target)
    [late] = [claim for claim in claims_of(moved.target) if claim.pk not in moved.claims]
    decisions.dismiss(claim=late, by=by)
    undo(moved)
    assert (again(moved.target).merged_into, counts(moved.target)) == (None, (0, 0))
    decisions.restore(claim=late, by=by)
    assert counts(moved.target) == (1, 0)
    assert desk.verifies()


def test_two_that_contradict_each_other_are_not_put_together_again() -> None:
    row, by = desk.corroborable(), desk.reviewer()
    moved = split(row, claims_of(row)[0])
    relations.contradict(statement_id=row.pk, other_id=moved.target_id, by=by, kind="place")
    with refused("A contradiction between the two is open"):
        undo(moved, by=by)


def test_undoing_asks_who_and_why() -> None:
    row, by = desk.corroborable(), desk.reviewer()
    moved = split(row, claims_of(row)[0])
    viewer: User = UserFactory(role="viewer")
    with refused("Your role reads"):
        undo(moved, by=viewer)
    with refused("Say why"):
        undo(moved, by=by, reason=" ")


def test_a_claim_that_is_taken_back_opens_what_was_settled_as_no_claim() -> None:
    row, head = desk.corroborable(), desk.lead()
    find(row, desk.reviewer(), "corroborated")
    find(row, desk.second(), "single_origin")
    find(row, head, "no_claim")
    decisions.restore(claim=claims_of(row)[0], by=head)
    row = again(row)
    assert (row.work, row.needs, row.reports) == (Work.REOPENED, "reviewer", 1)
    decisions.restore(claim=claims_of(row)[1], by=head)
    assert (again(row).work, again(row).reports) == (Work.REOPENED, 2)
    assert desk.verifies()
