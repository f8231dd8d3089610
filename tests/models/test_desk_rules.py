"""What the database itself refuses to the review desk, and what its migration fills in."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from claims.models import (
    Article,
    Attempt,
    Comment,
    Contradiction,
    Correction,
    Decision,
    Evidence,
    Finding,
    Grade,
    LinkJudgement,
    OriginJudgement,
    Regrouping,
    Round,
    Statement,
)
from tests.factories import (
    ArticleFactory,
    LinkFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
    sha256,
)

Made = Callable[..., Any]


def attempt(**given: object) -> Attempt:
    fields = {"looked_for": "الصور", "looked_in": "الأرشيف", "looked_on": date(2026, 11, 24)}
    return Attempt.objects.create(
        statement=StatementFactory(), found=False, made_by=UserFactory(), **{**fields, **given}
    )


def comment(**given: object) -> Comment:
    fields = {"statement": StatementFactory(), "author": UserFactory(), "text": "سؤال"}
    return Comment.objects.create(**{**fields, **given})


def correction(**given: object) -> Correction:
    fields = {"statement": StatementFactory(), "text": "تصحيح", "written_by": UserFactory()}
    return Correction.objects.create(**{**fields, **given})


def decision(**given: object) -> Decision:
    fields = {
        "statement": StatementFactory(),
        "before": "unassessed",
        "after": "single_origin",
        "reason": "سبب",
        "decided_by": UserFactory(),
        "version": 2,
    }
    return Decision.objects.create(**{**fields, **given})


def finding(**given: object) -> Finding:
    fields = {"place": 1, "verdict": "single_origin", "reason": "سبب"}
    fields |= {"round": given.pop("round", None) or opened(), "reviewer": UserFactory()}
    return Finding.objects.create(**{**fields, **given})


def opened(statement: Statement | None = None) -> Round:
    return Round.objects.create(statement=statement or StatementFactory())


def grade(**given: object) -> Grade:
    fields = {"letter": "B", "since": date(2026, 1, 1), "basis": "سنوات"}
    return Grade.objects.create(
        **{"source": SourceFactory(), "graded_by": UserFactory(), **fields, **given}
    )


def link_judgement(**given: object) -> LinkJudgement:
    fields = {"link": LinkFactory(), "status": "primary_seen", "judged_by": UserFactory()}
    return LinkJudgement.objects.create(**{**fields, **given})


def origin_judgement(**given: object) -> OriginJudgement:
    one, other = SourceFactory(), SourceFactory()
    fields = {"one": one, "other": other, "verdict": "independent", "reason": "سبب"}
    return OriginJudgement.objects.create(
        **{"statement": StatementFactory(), "judged_by": UserFactory(), **fields, **given}
    )


def evidence(**given: object) -> Evidence:
    fields = {"kind": "page", "stance": "supports", "title": "صفحة", "state": "archived"}
    fields |= {"sha256": sha256("page"), "statement": StatementFactory(), "added_by": UserFactory()}
    return Evidence.objects.create(**{**fields, **given})


def contradiction(**given: object) -> Contradiction:
    fields = {"one": StatementFactory(), "other": StatementFactory(), "kind": "number"}
    return Contradiction.objects.create(**{"opened_by": UserFactory(), **fields, **given})


def regrouping(**given: object) -> Regrouping:
    fields = {"kind": "merge", "origin": StatementFactory(), "target": StatementFactory()}
    fields |= {"claims": [1, 2], "reason": "سبب", "decided_by": UserFactory()}
    return Regrouping.objects.create(**{**fields, **given})


KEPT = (
    *(attempt, comment, correction, decision, finding, grade, link_judgement),
    origin_judgement,
)
# What tells of an end, and what is refused once it has come.
CLOSED = {"closed_at": timezone.now(), "closed_because": "سوء فهم"}
UNDONE = {"undone_at": timezone.now()}
WITHDRAWN = {"state": "withdrawn", "withdrawn_because": "صفحة أخرى"}


def refused(row: models.Model, **changes: object) -> bool:
    try:
        with transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**changes)  # type: ignore[attr-defined]
    except DatabaseError as error:
        assert "is_kept" in str(error)
        return True
    return False


def other_value(field: "models.Field[Any, Any]", row: models.Model) -> object:
    """One that the field can hold and the row does not."""
    now = getattr(row, field.attname)
    if isinstance(field, models.ForeignKey):
        others = {User: UserFactory, Statement: StatementFactory, Article: ArticleFactory}
        other = others.get(field.related_model)
        return other().pk if other else now + 1 if now else None
    if isinstance(field, models.BooleanField):
        return not now
    if isinstance(field, models.DateTimeField):
        return timezone.now() + timedelta(days=1)
    if isinstance(field, models.DateField):
        return date(2020, 2, 2)
    if isinstance(field, models.JSONField):
        return {"other": 1}
    return now + 1 if isinstance(now, int) else f"{now}x"[-(field.max_length or 9) :]


def columns(row: models.Model) -> list["models.Field[Any, Any]"]:
    return [field for field in row._meta.concrete_fields if not field.primary_key]


@pytest.mark.django_db
class TestKept:
    @pytest.mark.parametrize("make", KEPT, ids=lambda make: make.__name__)
    def test_what_is_written_is_never_changed_nor_deleted(self, make: Made) -> None:
        row = make()
        for field in columns(row):
            assert refused(row, **{field.attname: other_value(field, row)}), field.name
        with pytest.raises(DatabaseError, match="is_kept"), transaction.atomic():
            row.delete()

    def test_what_a_finding_rests_on_is_never_taken_from_it(self) -> None:
        row, page = finding(), evidence()
        row.evidence.add(page)
        for change in (row.evidence.clear, lambda: row.evidence.remove(page)):
            with pytest.raises(DatabaseError, match="is_kept"), transaction.atomic():
                change()
        assert list(row.evidence.all()) == [page]

    @pytest.mark.parametrize("make", [evidence, contradiction, regrouping])
    def test_what_can_end_is_never_deleted(self, make: Made) -> None:
        with pytest.raises(DatabaseError, match="is_kept"), transaction.atomic():
            make().delete()

    @pytest.mark.parametrize(
        ("make", "end", "may_change"),
        [
            (
                evidence,
                {**WITHDRAWN, "withdrawn_at": timezone.now()},
                {"state", "problem", "withdrawn_by", "withdrawn_at", "withdrawn_because"},
            ),
            (contradiction, CLOSED, {"closed_by", "closed_at", "closed_because"}),
            (regrouping, UNDONE, {"undone_by", "undone_at"}),
        ],
        ids=["evidence", "contradiction", "regrouping"],
    )
    def test_only_an_end_can_come_and_only_once(
        self, make: Made, end: dict[str, object], may_change: set[str]
    ) -> None:
        row = make()
        for field in columns(row):
            if field.name not in may_change:
                changes = {field.attname: other_value(field, row)}
                assert refused(row, **changes), field.name
        by = next(name for name in may_change if name.endswith("_by"))
        assert not refused(row, **end, **{by: UserFactory()})
        row.refresh_from_db()
        for field in columns(row):
            if field.name != "problem":
                changes = {field.attname: other_value(field, row)}
                assert refused(row, **changes), field.name
        first = next(name for name in end if name.endswith("_at"))
        assert refused(row, **{first: None, by: None}), "nor can it be taken back"

    @pytest.mark.parametrize("state", ["waiting", "refused"])
    def test_archived_evidence_never_waits_again(self, state: str) -> None:
        assert refused(evidence(), state=state)
        assert refused(evidence(**WITHDRAWN), state="archived")

    def test_evidence_that_waits_is_filled_in(self) -> None:
        row = evidence(state="waiting", sha256="")
        assert not refused(row, state="refused", problem="لا خادم")
        assert not refused(row, state="waiting", address="https://port.example/2")
        assert not refused(row, state="archived", sha256=sha256("x"), text="نص", title="عنوان")


def held(**given: object) -> Statement:
    return StatementFactory(held_until=timezone.now(), **given)


def twice_in_one_round(**given: object) -> Finding:
    first = finding()
    return finding(round=first.round, **{"place": 2, **given})


def signed_twice() -> Finding:
    first = finding()
    return finding(round=first.round, place=2, reviewer=first.reviewer)


def two_rounds() -> Round:
    return opened(opened().statement)


def opened_twice() -> Contradiction:
    first = contradiction()
    return contradiction(one=first.one, other=first.other)


def in_wrong_order(make: Made) -> Made:
    def swapped() -> object:
        first = make()
        return make(one=first.other, other=first.one)

    return swapped


def merged_with_claims() -> Statement:
    return StatementFactory(merged_into=StatementFactory(), reports=1)


def merged_into_itself() -> int:
    statement = StatementFactory(reports=0, needs="")
    return Statement.objects.filter(pk=statement.pk).update(merged_into=statement.pk)


def decided_twice() -> Decision:
    one = opened()
    decision(round=one)
    return decision(round=one)


def undone_twice() -> Decision:
    first = decision()
    decision(undoes=first)
    return decision(undoes=first)


REFUSED: dict[str, Made] = {
    "a status that does not exist": lambda: StatementFactory(corroboration="true"),
    "a statement that waits for the wrong one": lambda: StatementFactory(needs="second"),
    "a statement without claims that waits": lambda: StatementFactory(reports=0),
    "a settled statement that waits": lambda: StatementFactory(work="settled"),
    "a stale statement that waits for nobody": lambda: StatementFactory(
        work="settled", needs="", stale_since=timezone.now()
    ),
    "a second review that waits for a first": lambda: StatementFactory(work="second_review"),
    "an adjudication that waits for a second": lambda: StatementFactory(
        work="adjudication", needs="second"
    ),
    "a statement held until then by nobody": held,
    "a statement held by somebody for ever": lambda: StatementFactory(held_by=UserFactory()),
    "a statement merged into itself": merged_into_itself,
    "a merged statement with claims": merged_with_claims,
    "two rounds at once": two_rounds,
    "two findings in one place": lambda: twice_in_one_round(place=1),
    "somebody who signs twice": signed_twice,
    "a finding without a reason": lambda: finding(reason=""),
    "two decisions of one round": decided_twice,
    "a decision that is undone twice": undone_twice,
    "archived evidence without a hash": lambda: evidence(sha256=""),
    "evidence withdrawn without a reason": lambda: evidence(state="withdrawn"),
    "a contradiction in the wrong order": in_wrong_order(contradiction),
    "a contradiction that is open twice": opened_twice,
    "a contradiction closed by nobody": lambda: contradiction(**CLOSED),
    "a contradiction closed without a reason": lambda: contradiction(
        closed_at=timezone.now(), closed_by=UserFactory()
    ),
    "a contradiction closed at no time": lambda: contradiction(
        closed_by=UserFactory(), closed_because="سبب"
    ),
    "origins in the wrong order": in_wrong_order(origin_judgement),
    "origins judged without a reason": lambda: origin_judgement(reason=""),
    "a grade without a basis": lambda: grade(basis=""),
    "a comment without words": lambda: comment(text=""),
}
TAKEN: dict[str, Made] = {
    "a second finding of another reviewer": twice_in_one_round,
    "a round after one that is over": lambda: opened(
        Round.objects.create(statement=StatementFactory(), outcome="agreed").statement
    ),
    "a contradiction like one that is closed": lambda: contradiction(
        **{
            name: getattr(contradiction(closed_by=UserFactory(), **CLOSED), name)
            for name in ("one", "other")
        }
    ),
    "a stale statement that waits": lambda: StatementFactory(
        work="published", stale_since=timezone.now()
    ),
    "a settled statement": lambda: StatementFactory(work="settled", needs=""),
    "a merged statement": lambda: StatementFactory(
        merged_into=StatementFactory(), reports=0, needs=""
    ),
    "a statement in somebody's hand": lambda: held(held_by=UserFactory()),
    "evidence that waits": lambda: evidence(state="waiting", sha256=""),
}


@pytest.mark.django_db
class TestConstraints:
    @pytest.mark.parametrize("what", REFUSED)
    def test_is_refused(self, what: str) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            REFUSED[what]()

    @pytest.mark.parametrize("what", TAKEN)
    def test_is_taken(self, what: str) -> None:
        assert TAKEN[what]().pk


BEFORE, AFTER = ("claims", "0008_record"), ("claims", "0010_desk_fill")
CAME = datetime(2026, 11, 1, 12, 30, tzinfo=UTC)


@pytest.fixture
def as_it_was(transactional_db: None) -> Iterator[Any]:
    """The models before the review desk; afterwards the database is as the tests expect it."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate([BEFORE])
    try:
        yield executor.loader.project_state([BEFORE]).apps
    finally:
        executor.loader.build_graph()
        executor.migrate(leaves)


@pytest.mark.django_db(transaction=True)
def test_statements_that_were_there_before_get_what_new_ones_have(as_it_was: Any) -> None:
    def old(name: str) -> Any:
        return as_it_was.get_model("claims", name).objects

    article = old("Article").create(language="ru", identity=sha256("1"))
    version = old("ArticleVersion").create(article=article, text="мост", text_sha256=sha256("мост"))
    empty, one, two = (old("Statement").create() for _ in range(3))
    given = [(one, 0, 1, "current"), (two, 0, 2, "current"), (two, 1, 3, "current")]
    given += [(two, 2, 4, "withdrawn"), (empty, 3, 4, "dismissed")]
    for number, (statement, start, end, state) in enumerate(given):
        old("Claim").create(
            version=version,
            statement=statement,
            number=number,
            start=start,
            end=end,
            quote="мост"[start:end],
            quote_sha256=sha256("мост"[start:end]),
            kind="narration",
            modality="asserted",
            state=state,
        )
    bare = old("Statement").create()
    old("Statement").update(created_at=CAME)
    executor = MigrationExecutor(connection)
    executor.migrate([AFTER])
    new = executor.loader.project_state([AFTER]).apps.get_model("claims", "Statement")
    filled = {
        row.pk: (row.reports, row.language, row.needs, row.open_contradictions)
        for row in new.objects.all()
    }
    assert filled == {
        empty.pk: (0, "ru", "", 0),
        one.pk: (1, "ru", "reviewer", 0),
        two.pk: (2, "ru", "reviewer", 0),
        bare.pk: (0, "", "", 0),
    }
    ranks = set(new.objects.values_list("rank", flat=True))
    assert ranks == {int(CAME.timestamp()) + 72 * 3600}
