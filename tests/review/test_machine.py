"""A desk at work: what people do in whatever order, what must hold holds after each step.

Hypothesis plays the people, on the real database. What a status requires is counted here once more
from the tables, apart from which origins are independent; the table of statuses is the one that
test_workflow has written out from the domain.
"""

import os
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from claims.corroboration import Relation, standing_of
from claims.errors import FactlogError
from claims.models import (
    Alarm,
    Attempt,
    Attribution,
    Claim,
    Contradiction,
    Decision,
    Evidence,
    Finding,
    Notice,
    RecordEntry,
    Regrouping,
    Round,
    Source,
    SourceRelation,
    Statement,
)
from claims.record.checking import check
from claims.review import (
    findings,
    grounds,
    grouping,
    lifecycle,
    queue,
    relations,
    reliability,
    workflow,
)
from claims.review.facts import stand_of
from claims.review.permissions import may_lead
from claims.review.signing import turn_of
from claims.sources import decisions
from tests.factories import ArticleFactory, SourceFactory, UserFactory
from tests.review import desk
from tests.review.test_workflow import TABLE, row_of

# FACTLOG_MACHINE=500 plays five hundred desks, each another one every time.
LONG = int(os.environ.get("FACTLOG_MACHINE") or 0)
DESKS, STEPS = (LONG, 50) if LONG else (24, 30)

Work = Statement.Work
ROLES = ("reviewer", "reviewer", "second_reviewer", "second_reviewer", "lead", "lead")
OTHERS = ("editor", "administrator", "viewer")
SETTLED = (Work.SETTLED, Work.PUBLISHED)

which = st.integers(0, 23)
people = st.integers(0, len(ROLES) + len(OTHERS) - 1)
workers = st.integers(0, len(ROLES) - 1)


class Desk(RuleBasedStateMachine):
    @initialize()
    def opens(self) -> None:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.people = [UserFactory(role=role) for role in (*ROLES, *OTHERS)]
        self.sources = [*desk.apart(3), SourceFactory()]
        one, two, three, loose = self.sources
        SourceRelation.objects.create(source=loose, kind=SourceRelation.Kind.PART_OF, target=three)
        unnamed = SourceFactory(kind=Source.Kind.UNNAMED_GROUP, article=ArticleFactory())
        for sources in ([one, two], [one, two], [one, three], [two], [loose, unnamed], [one]):
            row = desk.statement(*sources)
            desk.primary(row, Evidence.Stance.SUPPORTS)
            desk.primary(row, Evidence.Stance.REFUTES)
        desk.statement(two, three, archived=False)
        self.seen = self._seen()
        self.state: object = None

    def teardown(self) -> None:
        if hasattr(self, "atomic"):
            try:
                assert list(check()) == []
            finally:
                transaction.set_rollback(True)
                self.atomic.__exit__(None, None, None)

    # ── What people do ──────────────────────────────────────────────────────────────────────────

    def _try(self, act: Callable[..., Any], **given: Any) -> Any:
        """None where it is refused, which leaves nothing in the record."""
        before = RecordEntry.objects.count()
        try:
            return act(**given)
        except FactlogError as refused:
            assert str(refused).endswith(".")
            assert RecordEntry.objects.count() == before
            return None

    @staticmethod
    def _one(rows: Any, number: int) -> Any:
        """One of the rows, the newest first, so that what was just done goes on; None of none."""
        found = list(rows.order_by("-pk"))
        return found[number % len(found)] if found else None

    def _statement(self, number: int) -> Statement:
        return self._one(Statement.objects.filter(reports__gt=0), number)

    def _held(self, by: User, number: int) -> Statement:
        held = Statement.objects.filter(held_by=by)
        return self._one(held, number) or self._statement(number)

    @rule(who=people, other=people, number=which)
    def assign(self, who: int, other: int, number: int) -> None:
        row = self._statement(number)
        to = self.people[other] if number % 3 else None
        self._try(queue.assign, statement_id=row.pk, by=self.people[who], to=to)

    @rule(who=people)
    def is_handed_the_next(self, who: int) -> None:
        by = self.people[who]
        row = queue.next_for(by)
        if row is not None:
            assert row.held_by == by
            assert row.needs in queue.needs_of(by)
            signed = Finding.objects.filter(
                round__statement=row, round__outcome="open", reviewer=by
            )
            assert not signed.exists()

    @rule(who=people, number=which)
    def take(self, who: int, number: int) -> None:
        self._try(queue.take, statement_id=self._statement(number).pk, by=self.people[who])

    @rule(who=people, number=which, put_off=st.booleans())
    def give_back(self, who: int, number: int, put_off: bool) -> None:
        by = self.people[who]
        queue.give_back(statement_id=self._held(by, number).pk, by=by, put_off=put_off)

    @rule(who=workers, number=which, verdict=st.sampled_from(sorted(TABLE)), bare=st.booleans())
    def find(self, who: int, number: int, verdict: str, bare: bool) -> None:
        by = self.people[who]
        self._find(by, self._held(by, number), verdict, bare=bare)

    @rule(who=workers, number=which)
    def find_what_the_first_found(self, who: int, number: int) -> None:
        """Left to chance, two would hardly ever agree."""
        row = self._one(Statement.objects.filter(work="second_review", reports__gt=0), number)
        if row is not None:
            first = Finding.objects.get(round__statement=row, round__outcome="open")
            self._find(self.people[who], row, first.verdict)

    @rule(who=workers, number=which, verdict=st.sampled_from(["no_claim", "single_origin"]))
    def adjudicate(self, who: int, number: int, verdict: str) -> None:
        row = self._one(Statement.objects.filter(work="adjudication", reports__gt=0), number)
        if row is not None:
            self._find(self.people[who], row, verdict)

    @rule(number=which, who=workers, other=workers)
    def two_agree_on_what_is_corroborated(self, number: int, who: int, other: int) -> None:
        row = self._statement(number)
        for one in (who, other):
            self._find(self.people[one], row, "corroborated")

    @rule(number=which, who=workers, assigned=st.booleans())
    def somebody_signs_first(self, number: int, who: int, assigned: bool) -> None:
        row, by = self._statement(number), self.people[who]
        if assigned:
            self._try(queue.assign, statement_id=row.pk, by=self.people[4], to=by)
        self._find(by, row, "refuted")

    @rule(number=which, who=workers)
    def somebody_decides_and_takes_it_back(self, number: int, who: int) -> None:
        row = self._one(Statement.objects.exclude(corroboration="unassessed"), number)
        if row is not None:
            head, by = self.people[4], self.people[who]
            self._try(lifecycle.reopen, statement_id=row.pk, by=head, reason="r")
            self._find(by, row, "unassessed")
            decision = Decision.objects.first()
            self._try(lifecycle.undo, decision_id=decision.pk, by=by)

    @rule(number=which, other=which, who=workers, act=st.integers(0, 2))
    def something_comes_between(self, number: int, other: int, who: int, act: int) -> None:
        """What is under review is regrouped, and whoever has signed is asked again."""
        row = self._one(Statement.objects.filter(work="second_review", reports__gt=0), number)
        if row is None:
            return
        far, by = self._statement(other), self.people[who]
        if act == 0:
            self._try(grouping.merge, statement_id=row.pk, into_id=far.pk, by=by, reason="r")
        elif act == 1:
            self._try(grouping.merge, statement_id=far.pk, into_id=row.pk, by=by, reason="r")
        else:
            first = Finding.objects.get(round__statement=row, round__outcome="open")
            self._find(first.reviewer, row, first.verdict)

    @rule(number=which, place=which, verdict=which)
    def whoever_may_finds_what_is_ready(self, number: int, place: int, verdict: int) -> None:
        """Left to chance, hardly any status would be reached."""
        row = self._statement(number)
        if row.work in SETTLED and verdict % 2:
            head = self.people[4]
            self._try(lifecycle.reopen, statement_id=row.pk, by=head, reason="r")
            row = desk.again(row)
        may = [one for one in self.people if turn_of(row, one).place is not None]
        if may:
            by = may[place % len(may)]
            stand = stand_of(row)
            assert stand.facts.open_contradictions == row.open_contradictions
            kept = workflow.Grounds(tuple(one for one in stand.evidence if one.is_archived))
            offers = workflow.offers(stand.facts, kept, turn_of(row, by).between)
            ready = [one.status for one in offers if one.is_ready]
            if ready:
                self._find(by, row, ready[verdict % len(ready)])

    def _find(self, by: User, row: Statement, verdict: str, *, bare: bool = False) -> None:
        row = desk.again(row)
        wanted = self._wanted(row, verdict) if verdict in TABLE else set()
        kept = [] if bare else list(self._evidence(row).filter(state="archived"))
        given = self._try(
            findings.find,
            statement_id=row.pk,
            by=by,
            verdict=verdict,
            reason="r",
            version=row.version,
            evidence_ids=[one.pk for one in kept],
            category="" if bare else "opinion",
        )
        if given is None:
            return
        if verdict in TABLE:
            assert wanted is not None
            lacking = {need for need in wanted if not self._holds(need, row, kept, bare=bare)}
            assert not lacking

    @rule(who=people, number=which)
    def take_back(self, who: int, number: int) -> None:
        row = self._one(Statement.objects.filter(work="second_review"), number)
        if row is not None:
            self._try(lifecycle.take_back, statement_id=row.pk, by=self.people[who])

    @rule(who=people, number=which, own=st.booleans())
    def undo(self, who: int, number: int, own: bool) -> None:
        decision = self._one(Decision.objects.all(), number % 3)
        if decision is not None:
            by = decision.decided_by if own else self.people[who]
            self._try(lifecycle.undo, decision_id=decision.pk, by=by)

    @rule(who=people, number=which)
    def reopen(self, who: int, number: int) -> None:
        row = self._statement(number)
        self._try(lifecycle.reopen, statement_id=row.pk, by=self.people[who], reason="r")

    @rule(who=people, number=which)
    def publish(self, who: int, number: int) -> None:
        row = self._one(Statement.objects.filter(work="settled"), number)
        if row is not None:
            self._try(lifecycle.publish, statement_id=row.pk, by=self.people[who])

    @rule(who=people, number=which, other=which)
    def merge(self, who: int, number: int, other: int) -> None:
        row, into = self._statement(number), self._statement(other)
        self._try(
            grouping.merge,
            statement_id=row.pk,
            into_id=into.pk,
            by=self.people[who],
            reason="r",
        )

    @rule(who=people, number=which, claim=which)
    def split(self, who: int, number: int, claim: int) -> None:
        row = self._statement(number)
        one = self._one(Claim.objects.filter(statement=row), claim)
        self._try(
            grouping.split,
            statement_id=row.pk,
            claim_ids=[one.pk],
            by=self.people[who],
            reason="r",
        )

    @rule(who=people, number=which)
    def undo_a_regrouping(self, who: int, number: int) -> None:
        moved = self._one(Regrouping.objects.all(), number)
        if moved is not None:
            self._try(grouping.undo, regrouping_id=moved.pk, by=self.people[who], reason="r")

    @rule(who=workers, number=which, source=st.integers(0, 3))
    def link(self, who: int, number: int, source: int) -> None:
        link = self._one(Attribution.objects.all(), number)
        to = self.sources[source]
        self._try(decisions.link, attribution=link, source=to, by=self.people[who])

    @rule(who=people, number=which, status=st.sampled_from(Attribution.Status.values))
    def judge_link(self, who: int, number: int, status: str) -> None:
        link = self._one(Attribution.objects.all(), number)
        self._try(
            reliability.judge_link, link_id=link.pk, by=self.people[who], status=status, reason="r"
        )

    @rule(who=workers, one=st.integers(0, 3), other=st.integers(0, 3))
    def merge_sources(self, who: int, one: int, other: int) -> None:
        source, into = self.sources[one], self.sources[other]
        self._try(decisions.merge, source=source, into=into, by=self.people[who])

    @rule(who=workers, one=st.integers(0, 3))
    def part_sources(self, who: int, one: int) -> None:
        self._try(decisions.undo_merge, source=self.sources[one], by=self.people[who])

    @rule(who=workers, number=which, back=st.booleans())
    def dismiss_or_restore_a_claim(self, who: int, number: int, back: bool) -> None:
        act = decisions.restore if back else decisions.dismiss
        claims = Claim.objects.filter(state="dismissed") if back else Claim.objects.current()
        claim = self._one(claims, number)
        if claim is not None:
            self._try(act, claim=claim, by=self.people[who])

    @rule(who=people, number=which, nature=st.sampled_from(Evidence.Nature.values))
    def add_evidence(self, who: int, number: int, nature: str) -> None:
        row = self._statement(number)
        article = self._one(Claim.objects.filter(statement=row), number).version.article
        made = self._try(
            grounds.add,
            statement_id=row.pk,
            by=self.people[who],
            kind="file",
            stance=Evidence.Stance.values[number % 3],
            nature=nature,
            assessment="x",
            article=article if number % 2 else None,
        )
        if made is not None and number % 4:
            self._try(grounds.archived, evidence_id=made.pk, sha256=f"{made.pk:064}")

    @rule(who=people, number=which)
    def withdraw_evidence(self, who: int, number: int) -> None:
        made = self._one(Evidence.objects.exclude(state="withdrawn"), number)
        if made is not None:
            self._try(grounds.withdraw, evidence_id=made.pk, by=self.people[who], reason="r")

    @rule(who=people, number=which)
    def attempt(self, who: int, number: int) -> None:
        row = self._statement(number)
        self._try(
            grounds.attempt,
            statement_id=row.pk,
            by=self.people[who],
            looked_for="x",
            looked_in="y",
        )

    @rule(who=people, number=which, other=which)
    def contradict(self, who: int, number: int, other: int) -> None:
        row, far = self._statement(number), self._statement(other)
        self._try(
            relations.contradict,
            statement_id=row.pk,
            other_id=far.pk,
            by=self.people[who],
            kind=Contradiction.Kind.values[number % 5],
        )

    @rule(who=people, number=which)
    def close_a_contradiction(self, who: int, number: int) -> None:
        made = self._one(Contradiction.objects.filter(closed_at=None), number)
        if made is not None:
            self._try(relations.close, contradiction_id=made.pk, by=self.people[who], reason="r")

    @rule(who=people, number=which, verdict=st.sampled_from(["independent", "dependent"]))
    def judge_origins(self, who: int, number: int, verdict: str) -> None:
        row = self._statement(number)
        origins = [one.source for one in standing_of(row).independence.origins]
        if len(origins) > 1:
            self._try(
                relations.judge_origins,
                statement_id=row.pk,
                one_id=origins[0],
                other_id=origins[number % len(origins)],
                by=self.people[who],
                verdict=verdict,
                reason="r",
            )

    @rule(minutes=st.integers(0, 1))
    def time_goes_on(self, minutes: int) -> None:
        Statement.objects.exclude(held_by=None).update(held_until=timezone.now())

    # ── What a status requires, counted from the tables ─────────────────────────────────────────

    def _group(self, row: Statement) -> set[int]:
        into = dict(Statement.objects.values_list("pk", "merged_into"))

        def top(pk: int) -> int:
            return pk if into[pk] is None else top(into[pk])

        return {pk for pk in into if top(pk) == row.pk}

    def _evidence(self, row: Statement) -> Any:
        return Evidence.objects.filter(statement__in=self._group(row))

    def _wanted(self, row: Statement, verdict: str) -> set[str] | None:
        if row.corroboration == verdict:
            return set(TABLE[verdict][1]) if row.stale_since else None
        allowed = row_of(row.corroboration, verdict)
        return allowed[0] if allowed else None

    def _holds(self, need: str, row: Statement, kept: list[Evidence], *, bare: bool) -> bool:
        group = self._group(row)
        kinds = {(one.stance, one.nature) for one in kept}
        supporting = standing_of(row).supporting
        opened = self._open_against(group)
        archived = set(Evidence.objects.filter(state="archived").values_list("article", flat=True))
        return {
            "resolved": lambda: bool(supporting),
            "two_origins": lambda: standing_of(row).independent >= 2,
            "all_archived": lambda: all(
                one.claim.version.article_id in archived for one in supporting
            ),
            "no_contradiction": lambda: not opened,
            "independent_contradiction": lambda: any(self._is_apart(row, far) for far in opened),
            "primary_or_admission": lambda: bool(
                kinds & {("supports", "primary"), ("supports", "admission")}
            ),
            "decisive": lambda: bool(kinds & {("refutes", "primary"), ("refutes", "admission")}),
            "withdrawal": lambda: any(nature == "withdrawal" for _, nature in kinds),
            "two_attempts": lambda: Attempt.objects.filter(statement__in=group).count() >= 2,
            "category": lambda: not bare,
        }[need]()

    def _open_against(self, group: set[int]) -> list[int]:
        """The far ends of what is open, once each; not those that ended up in one statement."""
        pairs = Contradiction.objects.filter(closed_at=None).values_list("one", "other")
        return [
            other if one in group else one
            for one, other in pairs
            if (one in group) != (other in group)
        ]

    def _is_apart(self, row: Statement, far: int) -> bool:
        other = Statement.objects.get(pk=far)
        while other.merged_into:
            other = other.merged_into
        together = standing_of(row, other)
        ends = [{r.origin for r in standing_of(one).supporting} for one in (row, other)]
        return any(
            together.independence.relation(a, b) is Relation.INDEPENDENT
            for a in ends[0]
            for b in ends[1]
        )

    # ── What holds after each step ──────────────────────────────────────────────────────────────

    @invariant()
    def everything_holds(self) -> None:
        """Not asked again where the step left nothing: most acts at random are refused."""
        held = Statement.objects.values_list("pk", "held_by", "assignee").order_by("pk")
        state = (RecordEntry.objects.count(), list(held), self._seen())
        if state != self.state:
            self.state = state
            self.what_changed_has_another_version_and_work_goes_as_the_table_says()
            self.every_status_is_what_a_decision_gave()
            self.as_many_people_signed_as_it_takes()
            self.open_rounds_are_as_far_as_the_work()
            self.counts_are_what_a_recount_gives()
            self.claims_stand_in_statements_that_stand()
            self.nothing_is_assigned_to_somebody_who_has_signed_it()
            self.what_is_stale_says_why_until_somebody_decides()
            self.nobody_is_told_what_they_did_themselves()
            self.what_is_published_is_what_was_decided()

    def _seen(self) -> dict[int, tuple[Any, ...]]:
        rows = Statement.objects.values_list(
            "pk",
            "version",
            "work",
            "corroboration",
            "reports",
            "open_contradictions",
            "stale_since",
            "merged_into",
        )
        return {pk: rest for pk, *rest in rows}

    def what_changed_has_another_version_and_work_goes_as_the_table_says(self) -> None:
        seen = self._seen()
        steps = {(b, after) for before, after in workflow.WORK_STEPS.values() for b in before}
        for pk, (version, work, *rest) in seen.items():
            if pk in self.seen:
                was_version, was_work, *was = self.seen[pk]
                assert version >= was_version
                assert (version > was_version) or ([was_work, *was] == [work, *rest])
                # Two people may have acted within one step.
                via = {(was_work, b) for a, b in steps if a == was_work}
                assert (
                    was_work == work
                    or (was_work, work) in steps
                    or any((middle, work) in steps for _, middle in via)
                ), (was_work, work)
        self.seen = seen

    def every_status_is_what_a_decision_gave(self) -> None:
        given: dict[int, str] = {}
        for one in Decision.objects.order_by("pk"):
            assert one.before == given.get(one.statement_id, "unassessed")
            given[one.statement_id] = "unassessed" if one.after == "no_claim" else one.after
        for row in Statement.objects.all():
            assert row.corroboration == given.get(row.pk, "unassessed")

    def as_many_people_signed_as_it_takes(self) -> None:
        rounds: dict[int, list[Finding]] = {}
        for one in Finding.objects.select_related("reviewer", "round").order_by("place"):
            rounds.setdefault(one.round_id, []).append(one)
        for decision in Decision.objects.exclude(round=None).select_related("round"):
            signed = rounds[decision.round_id]
            assert len({one.reviewer_id for one in signed}) == len(signed)
            assert [one.place for one in signed] == list(range(1, len(signed) + 1))
            outcome = {1: "decided", 2: "agreed", 3: "adjudicated"}[len(signed)]
            assert decision.round.outcome == outcome
            assert signed[-1].verdict == decision.after
            if outcome == "agreed":
                assert signed[0].verdict == signed[1].verdict
            if outcome == "adjudicated":
                assert may_lead(signed[2].reviewer)
            if decision.after in TABLE:
                assert len(signed) >= TABLE[decision.after][2]
            if decision.after == "confirmed":
                assert any(may_lead(one.reviewer) for one in signed)
        assert all(
            one.round.outcome in ("open", "broken_off") or Decision.objects.filter(round=one.round)
            for signed in rounds.values()
            for one in signed[:1]
        )

    def open_rounds_are_as_far_as_the_work(self) -> None:
        given = Counter(
            Finding.objects.filter(round__outcome="open").values_list("round__statement", flat=True)
        )
        assert Round.objects.filter(outcome="open").count() == len(given)
        for row in Statement.objects.all():
            wanted = {Work.SECOND_REVIEW: 1, Work.ADJUDICATION: 2}.get(Work(row.work), 0)
            assert given[row.pk] == wanted

    def counts_are_what_a_recount_gives(self) -> None:
        claims = Counter(Claim.objects.current().values_list("statement", flat=True))
        for row in Statement.objects.all():
            assert row.reports == claims[row.pk]
            if row.merged_into_id is not None:
                assert (row.needs, row.open_contradictions, row.held_by_id) == ("", 0, None)
                continue
            assert row.open_contradictions == len(self._open_against(self._group(row)))
            assert row.needs == self._needs(row)

    @staticmethod
    def _needs(row: Statement) -> str:
        if row.reports == 0 or (row.work in SETTLED and not row.stale_since):
            return ""
        return {"second_review": "second", "adjudication": "third"}.get(row.work, "reviewer")

    def claims_stand_in_statements_that_stand(self) -> None:
        assert not Claim.objects.exclude(statement__merged_into=None).exists()

    def nothing_is_assigned_to_somebody_who_has_signed_it(self) -> None:
        for one in Finding.objects.filter(round__outcome="open").select_related("round__statement"):
            assert one.round.statement.assignee_id != one.reviewer_id

    def what_is_stale_says_why_until_somebody_decides(self) -> None:
        alarmed = set(Alarm.objects.filter(settled_by=None).values_list("statement", flat=True))
        assert alarmed == set(
            Statement.objects.exclude(stale_since=None).values_list("pk", flat=True)
        )

    def nobody_is_told_what_they_did_themselves(self) -> None:
        assert not any(one.person_id == one.by_id for one in Notice.objects.exclude(by=None))

    def what_is_published_is_what_was_decided(self) -> None:
        for row in Statement.objects.filter(work=Work.PUBLISHED):
            assert row.published_as == row.corroboration


@pytest.mark.django_db
def test_no_status_is_ever_reached_without_what_it_requires() -> None:
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=DESKS,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not LONG,
            # Making a failure smaller takes minutes: that is left to the long run.
            phases=(Phase.generate, Phase.shrink) if LONG else (Phase.generate,),
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
