"""Did that source say it, and how reliable has it been."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Attribution, Grade, LinkJudgement, Source, Statement
from claims.review import reliability
from tests.factories import ArticleFactory, EvidenceFactory, SourceFactory, UserFactory
from tests.review import desk
from tests.review.desk import REASON, again, refused

pytestmark = pytest.mark.django_db

Status = Attribution.Status


def judge(link: Attribution, status: str, by: User | None = None, reason: str = REASON) -> object:
    by = by or desk.reviewer()
    return reliability.judge_link(link_id=link.pk, by=by, status=status, reason=reason)


def link_of(row: Statement) -> Attribution:
    return Attribution.objects.get(claim__statement=row)


def test_a_source_that_did_not_say_it_is_no_origin_any_more() -> None:
    row = desk.decided().statement
    link, by = link_of(row), desk.reviewer()
    judge(link, Status.DENIED, by)
    link.refresh_from_db()
    assert (link.status, link.decided_by, link.claim.touched_by) == (Status.DENIED, by, by)
    row = again(row)
    assert (row.is_stale, row.alarms.get().cause) == (True, "link")
    assert desk.stand(row).facts.supporting == 0
    assert desk.verifies()


def test_the_same_said_again_raises_no_alarm() -> None:
    row = desk.decided().statement
    judge(link_of(row), Status.ASSERTED, reason="")
    assert not again(row).is_stale
    assert LinkJudgement.objects.get().reason == ""


def test_that_the_original_was_seen_needs_it_archived() -> None:
    row, by = desk.statement(archived=False), desk.reviewer()
    link = link_of(row)
    EvidenceFactory(statement=row, state="waiting", sha256="")
    with refused("The original has to be archived"):
        judge(link, Status.PRIMARY_SEEN, by)
    EvidenceFactory(statement=row)
    judge(link, Status.PRIMARY_SEEN, by, reason="")
    assert link_of(row).status == Status.PRIMARY_SEEN


@pytest.mark.parametrize("status", [Status.MISATTRIBUTED, Status.DENIED, Status.RELAYED_ONLY])
def test_that_it_was_not_said_so_needs_a_reason(status: str) -> None:
    link, by = link_of(desk.statement()), desk.reviewer()
    with refused("Say why"):
        judge(link, status, by, reason=" \0")


def test_what_is_no_judgement_of_a_link() -> None:
    link, by, viewer = link_of(desk.statement()), desk.reviewer(), UserFactory(role="viewer")
    with refused("Your role reads"):
        judge(link, Status.ASSERTED, viewer)
    with refused("Choose what is known"):
        judge(link, "true", by)
    with refused("up to 5000"):
        judge(link, Status.ASSERTED, by, reason="x" * 5001)


# ── Grades ──────────────────────────────────────────────────────────────────────────────────────


def grade(source: Source, by: User | None = None, **more: object) -> Grade:
    given = {"letter": "B", "basis": REASON, "by": by or desk.lead()} | more
    return reliability.grade(source_id=source.pk, **given)


@pytest.mark.parametrize("role", ["lead", "editor", "administrator"])
def test_a_source_is_graded_from_a_day_on(role: str) -> None:
    source, day = SourceFactory(), timezone.localdate() - timedelta(days=9)
    made = grade(source, UserFactory(role=role), since=day)
    assert (made.letter, made.since, made.basis) == ("B", day, REASON)
    assert grade(source).since == timezone.localdate()
    assert desk.verifies()


def test_what_is_not_graded() -> None:
    source, by = SourceFactory(), desk.lead()
    merged = SourceFactory(merged_into=source)
    unnamed = SourceFactory(kind="unnamed_group", article=ArticleFactory())
    reviewer = desk.reviewer()
    with refused("Leads and editors"):
        grade(source, reviewer)
    with refused("merged into another source"):
        grade(merged, by)
    with refused("no record to be graded by"):
        grade(unnamed, by)
    with refused("from A to F"):
        grade(source, by, letter="G")
    with refused("an earlier day"):
        grade(source, by, since=timezone.localdate() + timedelta(days=2))
    with refused("Say why"):
        grade(source, by, basis="\0")


def test_a_digit_is_suggested_for_each_status_but_what_cannot_be_checked() -> None:
    told = {
        status: reliability.suggested_digit(Statement(corroboration=status))
        for status in Statement.Corroboration.values
    }
    assert told.pop("not_checkable") is None
    assert (told["confirmed"], told["corroborated"], told["unassessed"]) == (1, 2, 6)
    assert set(told.values()) == {1, 2, 3, 4, 5, 6}
