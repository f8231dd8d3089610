"""Contradictions between statements, and judgements about origins."""

import pytest
from django.contrib.auth.models import User

from claims.models import Alarm, Contradiction, OriginJudgement, Source, Statement
from claims.review import grouping, relations
from claims.review.facts import stand_of
from tests.factories import SourceFactory, StatementFactory, UserFactory
from tests.review import desk
from tests.review.desk import REASON, again, find, refused

pytestmark = pytest.mark.django_db


def contradict(one: Statement, other: Statement, by: User | None = None, **more: object) -> object:
    given = {"kind": "number", "by": by or desk.reviewer()} | more
    return relations.contradict(statement_id=one.pk, other_id=other.pk, **given)


def close(made: Contradiction, by: User | None = None, reason: str = REASON) -> Contradiction:
    return relations.close(contradiction_id=made.pk, by=by or desk.reviewer(), reason=reason)


def judge(row: Statement, one: Source, other: Source, **more: object) -> OriginJudgement:
    given = {"verdict": "independent", "reason": REASON, "by": desk.reviewer()} | more
    return relations.judge_origins(statement_id=row.pk, one_id=one.pk, other_id=other.pk, **given)


def open_of(*rows: Statement) -> list[int]:
    return [again(row).open_contradictions for row in rows]


def test_a_contradiction_counts_on_both_sides_until_it_is_closed() -> None:
    one, other = desk.statement(), desk.statement()
    versions = [one.version, other.version]
    made = contradict(other, one, note=" \0x ")
    assert (made.one_id, made.other_id, made.note) == (one.pk, other.pk, "x")
    assert open_of(one, other) == [1, 1]
    close(made)
    assert open_of(one, other) == [0, 0]
    assert all(again(row).version > v for row, v in zip((one, other), versions, strict=True))
    assert desk.verifies()


def test_it_flags_what_was_decided() -> None:
    decided = desk.decided().statement
    contradict(decided, desk.statement())
    assert again(decided).is_stale


def test_what_was_contested_is_stale_once_nothing_contests_it() -> None:
    row = desk.statement(*desk.apart(1))
    made = contradict(row, desk.statement(*desk.apart(1)))
    find(row, desk.reviewer(), "contested")
    close(made)
    row = again(row)
    assert (row.corroboration, row.is_stale, row.needs) == ("contested", True, "reviewer")
    assert desk.verifies()


def test_only_a_contradiction_of_an_independent_origin_contests() -> None:
    row, by = desk.statement(*desk.apart(1)), desk.reviewer()
    contradict(row, desk.statement())
    with refused("none is known to be independent"):
        find(row, by, "contested")
    contradict(row, desk.statement(*desk.apart(1)))
    find(row, by, "contested")
    assert again(row).corroboration == "contested"


def test_a_contradiction_follows_what_was_merged() -> None:
    one, other, target = desk.statement(), desk.statement(), desk.statement()
    made = contradict(one, other)
    by = desk.reviewer()
    grouping.merge(statement_id=one.pk, into_id=target.pk, by=by, reason=REASON)
    assert open_of(other, target) == [1, 1]
    with refused("open already"):
        contradict(target, other, by)
    with refused("merged into statement"):
        contradict(one, other, by)
    close(made)
    assert open_of(other, target) == [0, 0]
    assert desk.verifies()


def test_what_is_no_contradiction() -> None:
    one, other, by = desk.statement(), desk.statement(), desk.reviewer()
    empty, viewer = StatementFactory(reports=0, needs=""), UserFactory(role="viewer")
    with refused("Your role reads"):
        contradict(one, other, viewer)
    with refused("does not contradict itself"):
        contradict(one, one, by)
    with refused("in what they contradict"):
        contradict(one, other, by, kind="mood")
    with refused("no claim left"):
        contradict(one, empty, by)
    with refused("up to 20000"):
        contradict(one, other, by, note="x" * 20_001)
    with pytest.raises(Statement.DoesNotExist):
        contradict(one, Statement(pk=10**30), by)
    made = contradict(one, other, by)
    with refused("open already"):
        contradict(other, one, by)
    contradict(one, other, by, kind="place")
    with refused("Your role reads"):
        close(made, viewer)
    with refused("Say why"):
        close(made, by, reason=" ")
    close(made, by)
    with refused("closed already"):
        close(made, by)
    contradict(one, other, by)  # once closed it may be opened anew


# ── Origins ─────────────────────────────────────────────────────────────────────────────────────


def test_a_judgement_makes_two_origins_count_and_unmakes_it() -> None:
    sources = [SourceFactory(), SourceFactory()]
    row = desk.statement(*sources)
    assert stand_of(row).facts.independent == 1
    made = judge(row, *reversed(sources))
    assert (made.one, made.other) == tuple(sources)
    assert stand_of(row).facts.independent == 2
    seen = again(row).version
    judge(row, *sources, verdict="dependent")
    assert stand_of(row).facts.independent == 1
    assert again(row).version > seen
    assert desk.verifies()


def test_a_judgement_flags_what_was_decided() -> None:
    row, one, other = desk.corroborable(), desk.reviewer(), desk.second()
    find(row, one, "corroborated")
    find(row, other, "corroborated")
    sources = [claim.links.get().source for claim in row.claims.order_by("pk")]
    judge(row, *sources, verdict="dependent")
    row = again(row)
    assert (row.corroboration, row.is_stale) == ("corroborated", True)


def test_origins_across_a_contradiction_are_judged() -> None:
    ours, theirs = SourceFactory(), SourceFactory()
    row, other = desk.statement(ours), desk.statement(theirs)
    contradict(row, other)
    judge(row, ours, theirs)
    assert stand_of(again(row)).facts.independent_contradictions == 1
    assert stand_of(again(other)).facts.independent_contradictions == 1


def test_both_sides_of_a_contradiction_rest_on_how_their_origins_are_judged() -> None:
    ours, theirs = SourceFactory(), SourceFactory()
    row, other = desk.statement(ours), desk.statement(theirs)
    third = desk.statement(corroboration="single_origin")
    contradict(row, other)
    contradict(row, third)
    Statement.objects.filter(pk__in=[row.pk, other.pk]).update(corroboration="contested")
    Alarm.objects.all().delete()
    judge(row, ours, theirs)
    assert set(Alarm.objects.values_list("statement", flat=True)) == {row.pk, other.pk}
    with pytest.raises(Statement.DoesNotExist):
        relations.judge_origins(
            statement_id=10**30,
            one_id=ours.pk,
            other_id=theirs.pk,
            by=desk.reviewer(),
            verdict="independent",
            reason="x",
        )


def test_only_origins_of_the_statement_are_judged() -> None:
    sources, strange = [SourceFactory(), SourceFactory()], SourceFactory()
    row, by, viewer = desk.statement(*sources), desk.reviewer(), UserFactory(role="viewer")
    with refused("Your role reads"):
        judge(row, *sources, by=viewer)
    for pair in ((sources[0], strange), (sources[0], sources[0]), (sources[0], Source(pk=10**30))):
        with refused("Choose two origins"):
            judge(row, *pair, by=by)
    with refused("whether they are independent"):
        judge(row, *sources, by=by, verdict="perhaps")
    with refused("Say why"):
        judge(row, *sources, by=by, reason="")
