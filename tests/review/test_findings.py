"""Finding what a statement is: whose turn it is, what follows, what is recorded."""

import json

import pytest
from django.contrib.auth.models import User

from claims.errors import VersionConflict
from claims.models import (
    Alarm,
    Claim,
    ClaimDecision,
    Correction,
    Decision,
    Evidence,
    Notice,
    NoticeChoice,
    RecordEntry,
    Round,
    Statement,
)
from claims.review import findings, queue
from tests.factories import EvidenceFactory, StatementFactory, UserFactory
from tests.review import desk
from tests.review.desk import REASON, again, find, refused

pytestmark = pytest.mark.django_db

Work = Statement.Work


def told(action: str) -> dict[str, object]:
    return json.loads(RecordEntry.objects.filter(action=action).order_by("-sequence")[0].body)


# ── One, two, three people ──────────────────────────────────────────────────────────────────────


def test_one_signature_settles_what_takes_one() -> None:
    row, by = desk.statement(), desk.reviewer()
    queue.take(statement_id=row.pk, by=by)
    finding = find(row, by, "single_origin")
    row = again(row)
    assert (row.corroboration, row.work, row.needs) == ("single_origin", Work.SETTLED, "")
    assert (row.held_by, row.held_until, row.assignee) == (None, None, None)
    decision = Decision.objects.get(statement=row)
    assert (decision.before, decision.after, decision.reason, decision.decided_by) == (
        *("unassessed", "single_origin", REASON, by),
    )
    assert decision.version == row.version
    assert finding.round.outcome == Round.Outcome.DECIDED
    assert desk.verifies()


def test_the_first_of_two_changes_nothing_but_whose_turn_it_is() -> None:
    row, by = desk.corroborable(), desk.second()
    queue.assign(statement_id=row.pk, by=by, to=by)
    find(row, by, "corroborated")
    row = again(row)
    assert (row.corroboration, row.work, row.needs) == ("unassessed", Work.SECOND_REVIEW, "second")
    # Assigned to whoever has signed, nobody would be handed it.
    assert row.assignee is None
    assert not Decision.objects.exists()
    assert told("finding.given")["after"]["work"] == "second_review"
    assert desk.verifies()


def test_two_who_agree_settle_it() -> None:
    row, one, other = desk.corroborable(), desk.reviewer(), desk.second()
    find(row, one, "corroborated")
    find(row, other, "corroborated")
    row = again(row)
    assert (row.corroboration, row.work) == ("corroborated", Work.SETTLED)
    assert Round.objects.get().outcome == Round.Outcome.AGREED
    entry = told("statement.decided")
    assert entry["after"]["signed_by"] == [one.pk, other.pk]
    assert entry["independence"] == {
        "reports": 2,
        "archived": 2,
        "supporting": 2,
        "origins": 2,
        "independent": 2,
    }
    assert entry["before"] == {
        "corroboration": "unassessed",
        "work": "second_review",
        "stale": False,
    }
    assert Notice.objects.filter(kind=Notice.Kind.DECIDED).get().person == one
    assert desk.verifies()


def test_two_who_differ_leave_it_to_a_third() -> None:
    row, head = desk.corroborable(), desk.lead()
    find(row, desk.reviewer(), "corroborated")
    find(row, desk.second(), "single_origin")
    assert again(row).work == Work.ADJUDICATION
    assert again(row).corroboration == "unassessed"
    assert Notice.objects.filter(kind=Notice.Kind.THIRD, person=head).exists()
    find(row, head, "single_origin")
    row = again(row)
    assert (row.corroboration, row.work) == ("single_origin", Work.SETTLED)
    assert Round.objects.get().outcome == Round.Outcome.ADJUDICATED
    assert desk.verifies()


def test_who_may_give_the_second_is_told_and_nothing_else() -> None:
    row, by, other, head = desk.corroborable(), desk.second(), desk.second(), desk.lead()
    for person in (by, other, head, desk.reviewer()):
        NoticeChoice.objects.create(person=person, kind=Notice.Kind.SECOND, way="page")
    find(row, by, "corroborated")
    told_now = Notice.objects.filter(kind=Notice.Kind.SECOND)
    assert {notice.person for notice in told_now} == {other, head}


def test_confirming_needs_one_who_may_confirm() -> None:
    row = desk.corroborable(corroboration="corroborated")
    given = {"evidence_ids": [desk.primary(row).pk]}
    find(row, desk.second(), "confirmed", **given)
    find(row, desk.second(), "confirmed", **given)
    assert (again(row).work, again(row).corroboration) == (Work.ADJUDICATION, "corroborated")
    find(row, desk.lead(), "confirmed", **given)
    assert again(row).corroboration == "confirmed"
    other = desk.corroborable(corroboration="corroborated")
    given = {"evidence_ids": [desk.primary(other).pk]}
    find(other, desk.lead(), "confirmed", **given)
    find(other, desk.second(), "confirmed", **given)
    assert again(other).corroboration == "confirmed"
    assert desk.verifies()


def test_of_what_cannot_be_checked_the_category_must_agree_in_a_second_finding() -> None:
    row = desk.corroborable()
    find(row, desk.reviewer(), "corroborated")
    finding = find(row, desk.second(), "not_checkable", category="threat")
    assert finding.category == "threat"
    assert again(row).work == Work.ADJUDICATION


def test_a_category_is_kept_with_nothing_else() -> None:
    assert (
        find(desk.statement(), desk.reviewer(), "single_origin", category="threat").category == ""
    )


def test_no_claim_sets_the_claims_aside() -> None:
    row, head = desk.corroborable(corroboration="single_origin"), desk.lead()
    find(row, desk.reviewer(), "corroborated")
    find(row, desk.second(), "unassessed")
    find(row, head, "no_claim")
    row = again(row)
    assert (row.corroboration, row.work, row.reports, row.needs) == (
        *("unassessed", Work.SETTLED, 0, ""),
    )
    assert {claim.state for claim in row.claims.all()} == {Claim.State.DISMISSED}
    assert {one.decided_by for one in ClaimDecision.objects.all()} == {head}
    assert Decision.objects.get().after == "no_claim"
    assert desk.verifies()


def test_only_whoever_adjudicates_finds_that_there_is_no_claim() -> None:
    row = desk.corroborable()
    with refused("Only whoever adjudicates"):
        find(row, desk.lead(), "no_claim")
    find(row, desk.reviewer(), "corroborated")
    with refused("Only whoever adjudicates"):
        find(row, desk.lead(), "no_claim")


# ── Who may not ─────────────────────────────────────────────────────────────────────────────────


def in_second_review(by: User) -> Statement:
    row = desk.corroborable()
    find(row, by, "corroborated")
    return row


def in_adjudication(one: User, other: User) -> Statement:
    row = in_second_review(one)
    find(row, other, "single_origin")
    return row


@pytest.mark.parametrize("role", ["lead", "administrator", "second_reviewer"])
def test_nobody_signs_twice_whatever_their_role(role: str) -> None:
    by = UserFactory(role=role, is_superuser=role == "administrator")
    row = in_second_review(by)
    with refused("Nobody signs twice"):
        find(row, by, "corroborated")
    row = in_adjudication(desk.reviewer(), by)
    with refused("Nobody signs twice"):
        find(row, by, "corroborated")


@pytest.mark.parametrize(
    ("role", "place", "said"),
    [
        ("viewer", 1, "Your role reads"),
        ("editor", 1, "Your role reads"),
        (None, 1, "Your role reads"),
        ("viewer", 2, "Your role reads"),
        ("reviewer", 2, "waits for a second reviewer"),
        ("reviewer", 3, "a lead adjudicates"),
        ("second_reviewer", 3, "a lead adjudicates"),
        ("editor", 3, "Your role reads"),
    ],
)
def test_roles_sign_in_their_places_only(role: str, place: int, said: str) -> None:
    makers = {
        1: desk.corroborable,
        2: lambda: in_second_review(desk.reviewer()),
        3: lambda: in_adjudication(desk.reviewer(), desk.second()),
    }
    row, by = makers[place](), UserFactory(role=role)
    with refused(said):
        find(row, by, "single_origin")


def test_what_somebody_else_has_in_hand_is_theirs() -> None:
    row, by = desk.statement(), desk.reviewer()
    queue.take(statement_id=row.pk, by=by)
    other = desk.lead()
    with refused(f"{by.username} has it in hand until"):
        find(row, other, "single_origin")


def test_what_is_settled_is_opened_first() -> None:
    decision, by = desk.decided(), desk.lead()
    with refused("Open it again first"):
        find(decision.statement, by, "unassessed")


def test_what_has_no_claim_left_is_not_decided() -> None:
    row, by = StatementFactory(reports=0, needs=""), desk.lead()
    with refused("None of its claims stands"):
        find(row, by, "unassessed")


def test_what_was_merged_says_where_to_go_on() -> None:
    into = desk.statement()
    row, by = StatementFactory(reports=0, needs="", merged_into=into), desk.lead()
    with refused(f"merged into statement {into.pk}"):
        find(row, by, "single_origin")


# ── What is given ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": " \0\n"}, "Say why"),
        ({"reason": "x" * 5001}, "up to 5000 characters; this one has 5001"),
        ({"verdict": "true"}, "Choose a status"),
        ({"verdict": ""}, "Choose a status"),
        ({"verdict": "unassessed"}, "It has this status already"),
        ({"verdict": "confirmed"}, "It must first be “Corroborated” or “Contested”"),
        ({"evidence_ids": [10**30]}, "evidence of this very statement"),
        ({"evidence_ids": [0]}, "evidence of this very statement"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(given: dict[str, object], said: str) -> None:
    row, by = desk.statement(), desk.reviewer()
    with refused(said):
        find(row, by, **({"verdict": "single_origin"} | given))


def test_everything_that_is_missing_is_said_at_once() -> None:
    row, by = desk.statement(archived=False), desk.reviewer()
    with refused("Independent origins are missing") as caught:
        find(row, by, "corroborated", reason="")
    assert len(caught.value.missing) == 3


def test_a_reason_is_kept_without_what_no_database_can_hold() -> None:
    row = desk.statement()
    assert find(row, desk.reviewer(), "single_origin", reason=" a\0b\ud800 ").reason == "a b?"
    assert desk.verifies()


def test_evidence_of_another_statement_carries_nothing() -> None:
    row, by = desk.statement(), desk.reviewer()
    other = desk.primary(desk.statement())
    with refused("evidence of this very statement"):
        find(row, by, "single_origin", evidence_ids=[other.pk])


@pytest.mark.parametrize("state", [Evidence.State.WAITING, Evidence.State.REFUSED])
def test_evidence_that_is_not_archived_carries_nothing(state: str) -> None:
    row, by = desk.statement(), desk.reviewer()
    loose = EvidenceFactory(statement=row, state=state, sha256="")
    with refused("is not archived; a decision cannot rest on it"):
        find(row, by, "single_origin", evidence_ids=[loose.pk])


def test_evidence_of_what_was_merged_into_it_counts() -> None:
    row = desk.corroborable(corroboration="corroborated")
    merged = StatementFactory(reports=0, needs="", merged_into=row)
    kept = desk.primary(merged)
    finding = find(row, desk.lead(), "confirmed", evidence_ids=[kept.pk, kept.pk])
    assert list(finding.evidence.all()) == [kept]
    assert told("finding.given")["after"]["evidence"] == [kept.pk]


def test_a_statement_that_is_not_there() -> None:
    by = desk.reviewer()
    for number in (0, 2**63, 10**30):
        with pytest.raises(Statement.DoesNotExist):
            findings.find(statement_id=number, by=by, verdict="unassessed", reason="x")


# ── Versions, alarms, corrections ───────────────────────────────────────────────────────────────


def test_who_has_seen_an_older_version_is_told_the_newer_one() -> None:
    row, one, other = desk.corroborable(), desk.reviewer(), desk.lead()
    seen = row.version
    find(row, one, "corroborated", version=seen)
    with refused("Somebody has changed it since", VersionConflict) as caught:
        find(row, other, "corroborated", version=seen)
    assert caught.value.version == again(row).version > seen


def test_deciding_again_settles_what_made_it_stale() -> None:
    row = desk.statement(corroboration="single_origin", work=Work.REOPENED)
    Alarm.objects.create(statement=row, cause=Alarm.Cause.CHAIN)
    Statement.objects.filter(pk=row.pk).update(stale_since=row.created_at)
    find(row, desk.reviewer(), "single_origin")
    decision = Decision.objects.get()
    assert Alarm.objects.get().settled_by == decision
    assert not again(row).is_stale
    assert told("statement.decided")["before"]["stale"] is True


@pytest.mark.parametrize(("published", "said"), [("", False), ("unassessed", True)])
def test_a_published_status_that_changes_gets_a_correction(published: str, said: bool) -> None:
    row = desk.statement(published_as=published)
    find(row, desk.reviewer(), "single_origin")
    assert Correction.objects.filter(statement=row).exists() is said
