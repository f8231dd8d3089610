"""Many people at once, each on a connection of their own: nothing is lost, nobody waits in vain."""

import os
import random
from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread
from time import sleep

import pytest
from django.contrib.auth.models import User
from django.db import connection

from claims.errors import FactlogError, ReviewRefused, VersionConflict
from claims.models import (
    Attribution,
    Claim,
    Decision,
    Evidence,
    Finding,
    RecordEntry,
    Regrouping,
    Source,
    Statement,
)
from claims.record.checking import check
from claims.review import findings, grounds, grouping, lifecycle, queue, relations
from claims.sources import decisions
from tests.factories import SourceFactory, VersionFactory
from tests.review import desk

pytestmark = pytest.mark.django_db(transaction=True)

# What the desk is built for: 1,000 rounds of two, and 16 people at 2,000 statements. With
# FACTLOG_TOGETHER=1 (as in CI) all of it; otherwise as much as a minute of the whole suite allows.
# SQLite lets one person write at a time, so that what is to be seen there is seen with fewer.
IS_SQLITE = "sqlite" in connection.settings_dict["ENGINE"]
ALL = bool(os.environ.get("FACTLOG_TOGETHER"))
ROUNDS = 1_000 if ALL else 150
PEOPLE, STATEMENTS = 16, (300 if IS_SQLITE else 2_000) if ALL else 150
ACTS = 150 if ALL else 25
DECISIONS = (400 if IS_SQLITE else 4_000) if ALL else 80


def at_once(*work: Callable[[], object]) -> None:
    """Run each in a thread with its own connection; raise the first error that escapes one."""
    failed: list[BaseException] = []
    begin = Barrier(len(work))

    def run(one: Callable[[], object]) -> None:
        try:
            begin.wait()
            one()
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def plain_statements(count: int) -> list[int]:
    """Each with one report of one source, on words of its own in one text."""
    source, version = SourceFactory(), VersionFactory(text="ا" * count)
    statements = Statement.objects.bulk_create(Statement(rank=n) for n in range(count))
    claims = Claim.objects.bulk_create(
        Claim(
            version=version,
            statement=statement,
            number=place + 1,
            start=place,
            end=place + 1,
            quote="ا",
            quote_sha256="0" * 64,
            kind=Claim.Kind.INDIRECT,
            modality=Claim.Modality.ASSERTED,
        )
        for place, statement in enumerate(statements)
    )
    Attribution.objects.bulk_create(
        Attribution(claim=claim, position=0, role="origin", resolved_by="named", source=source)
        for claim in claims
    )
    return [statement.pk for statement in statements]


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told() -> None:
    rows, people = plain_statements(ROUNDS), (desk.reviewer(), desk.lead())
    meet = Barrier(2)
    outcomes: dict[int, list[object]] = {pk: [] for pk in rows}

    def decides(by: User) -> None:
        for pk in rows:
            meet.wait()
            try:
                found = findings.find(
                    statement_id=pk, by=by, verdict="single_origin", reason="r", version=1
                )
                outcomes[pk].append(found)
            except (VersionConflict, ReviewRefused) as refused:
                outcomes[pk].append(refused)

    at_once(*(lambda by=by: decides(by) for by in people))
    for told in outcomes.values():
        assert sorted(type(one).__name__ for one in told) == ["Finding", "VersionConflict"]
        [lost] = [one for one in told if isinstance(one, VersionConflict)]
        assert lost.version == 2
    assert Decision.objects.count() == Finding.objects.count() == ROUNDS
    assert set(Statement.objects.values_list("version", "corroboration")) == {(2, "single_origin")}
    assert list(check()) == []


def test_sixteen_people_drain_the_queue_and_nothing_is_decided_twice_or_left() -> None:
    rows, people = plain_statements(STATEMENTS), [desk.reviewer() for _ in range(PEOPLE)]
    handed: dict[int, list[int]] = {by.pk: [] for by in people}

    def drains(by: User) -> None:
        while (row := queue.next_for(by)) is not None:
            handed[by.pk].append(row.pk)
            findings.find(
                statement_id=row.pk,
                by=by,
                verdict="single_origin",
                reason="r",
                version=row.version,
            )

    at_once(*(lambda by=by: drains(by) for by in people))
    assert sorted(pk for some in handed.values() for pk in some) == rows
    # Whoever waits for SQLite's one lock tries again after a while; who gets it is chance.
    assert IS_SQLITE or all(handed.values())
    assert Decision.objects.count() == STATEMENTS
    assert not Statement.objects.waiting().exists()
    assert list(check()) == []


def test_eight_people_decide_at_once_and_the_record_is_one_chain() -> None:
    """It verifies while they write, and counts every decision at the end."""
    rows = plain_statements(8)
    each = DECISIONS // len(rows)
    writing, alarms = [True], []

    def decides(pk: int, by: User) -> None:
        for number in range(each):
            verdict = ("single_origin", "unassessed")[number % 2]
            findings.find(statement_id=pk, by=by, verdict=verdict, reason="r")
            lifecycle.reopen(statement_id=pk, by=by, reason="r")

    def watches() -> None:
        while writing:
            alarms.extend(check())
            sleep(0.5)

    def writes() -> None:
        try:
            at_once(*(lambda pk=pk: decides(pk, desk.reviewer()) for pk in rows))
        finally:
            writing.clear()

    at_once(writes, watches)
    assert alarms == []
    assert Decision.objects.count() == DECISIONS
    assert RecordEntry.objects.filter(action="statement.decided").count() == DECISIONS
    assert set(Statement.objects.values_list("version", flat=True)) == {1 + 2 * each}
    assert list(check()) == []


def test_whatever_is_done_at_once_nobody_waits_in_a_ring_and_the_record_is_whole() -> None:
    sources = desk.apart(4)
    for place in range(12):
        row = desk.statement(sources[place % 4], sources[(place + 1) % 4])
        desk.primary(row, Evidence.Stance.REFUTES)
    people = [desk.lead() for _ in range(8)]
    done: Counter[str] = Counter()

    def acts(by: User, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(ACTS):
            act = chance.choice(ACTIONS)
            try:
                act(by, chance)
                done[act.__name__] += 1
            except FactlogError:
                pass

    at_once(*(lambda by=by, n=n: acts(by, n) for n, by in enumerate(people)))
    assert sum(done.values()) > ACTS
    assert list(check()) == []
    for row in Statement.objects.all():
        claims = Claim.objects.current().filter(statement=row)
        assert row.reports == claims.count()
        if row.merged_into_id is None:
            assert row.open_contradictions == desk.stand(row).facts.open_contradictions
        else:
            assert row.open_contradictions == 0


# ── What eight people do at random ──────────────────────────────────────────────────────────────


def some(chance: random.Random, rows: object) -> int:
    ids = list(rows.order_by("pk").values_list("pk", flat=True))  # type: ignore[attr-defined]
    return chance.choice(ids)


def a_statement(chance: random.Random) -> int:
    return some(chance, Statement.objects.filter(merged_into=None))


def decides(by: User, chance: random.Random) -> None:
    row = Statement.objects.get(pk=a_statement(chance))
    verdict = chance.choice(["single_origin", "corroborated", "unassessed", "refuted"])
    kept = Evidence.objects.filter(statement=row, state="archived").values_list("pk", flat=True)
    findings.find(
        statement_id=row.pk,
        by=by,
        verdict=verdict,
        reason="r",
        version=row.version,
        evidence_ids=list(kept),
    )


def merges(by: User, chance: random.Random) -> None:
    grouping.merge(statement_id=a_statement(chance), into_id=a_statement(chance), by=by, reason="r")


def splits(by: User, chance: random.Random) -> None:
    claim = Claim.objects.get(pk=some(chance, Claim.objects.current()))
    grouping.split(statement_id=claim.statement_id, claim_ids=[claim.pk], by=by, reason="r")


def undoes(by: User, chance: random.Random) -> None:
    if Regrouping.objects.exists():
        grouping.undo(regrouping_id=some(chance, Regrouping.objects), by=by, reason="r")


def links(by: User, chance: random.Random) -> None:
    link = Attribution.objects.get(pk=some(chance, Attribution.objects))
    to = Source.objects.get(pk=some(chance, Source.objects.filter(kind="person")))
    decisions.link(attribution=link, source=to, by=by)


def merges_sources(by: User, chance: random.Random) -> None:
    people = Source.objects.filter(kind="person")
    one, other = (Source.objects.get(pk=some(chance, people)) for _ in range(2))
    if one.merged_into_id is None:
        decisions.merge(source=one, into=other, by=by)
    else:
        decisions.undo_merge(source=one, by=by)


def sets_claims_aside(by: User, chance: random.Random) -> None:
    claim = Claim.objects.get(pk=some(chance, Claim.objects))
    act = decisions.dismiss if claim.state == Claim.State.CURRENT else decisions.restore
    act(claim=claim, by=by)


def withdraws(by: User, chance: random.Random) -> None:
    grounds.withdraw(evidence_id=some(chance, Evidence.objects), by=by, reason="r")


def adds(by: User, chance: random.Random) -> None:
    claim = Claim.objects.get(pk=some(chance, Claim.objects.current()))
    made = grounds.add(
        statement_id=claim.statement_id,
        by=by,
        kind="file",
        stance="supports",
        article=claim.version.article,
    )
    grounds.archived(evidence_id=made.pk, sha256=f"{made.pk:064}")


def contradicts(by: User, chance: random.Random) -> None:
    one, other = a_statement(chance), a_statement(chance)
    made = relations.contradict(statement_id=one, other_id=other, by=by, kind="place")
    if chance.random() < 0.7:
        relations.close(contradiction_id=made.pk, by=by, reason="r")


def is_handed_one(by: User, chance: random.Random) -> None:
    if (row := queue.next_for(by)) is not None:
        queue.give_back(statement_id=row.pk, by=by, put_off=chance.random() < 0.3)


ACTIONS = (
    *(decides, decides, decides, merges, splits, undoes, links, merges_sources),
    *(sets_claims_aside, withdraws, adds, contradicts, is_handed_one),
)
