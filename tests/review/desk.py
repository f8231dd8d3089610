"""A desk: people with their roles, and statements with what decisions need."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from claims import standing
from claims.errors import ReviewRefused
from claims.models import (
    Claim,
    Contradiction,
    Decision,
    Evidence,
    Finding,
    RecordEntry,
    Round,
    Source,
    SourceRelation,
    Statement,
)
from claims.record.checking import check
from claims.review import findings
from claims.review.facts import Stand, stand_of
from tests.factories import (
    ClaimFactory,
    EvidenceFactory,
    LinkFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
)

REASON = "سبب"


def reviewer() -> User:
    return UserFactory(role="reviewer")


def second() -> User:
    return UserFactory(role="second_reviewer")


def lead() -> User:
    return UserFactory(role="lead")


def apart(count: int = 2) -> list[Source]:
    """Sources of the registry that are independent of each other: each is on a side of its own."""
    found = []
    for _ in range(count):
        source, side = SourceFactory(kind=Source.Kind.PERSON), SourceFactory(kind=Source.Kind.STATE)
        SourceRelation.objects.create(source=source, kind=SourceRelation.Kind.PARTY, target=side)
        found.append(source)
    return found


def report(statement: Statement, source: Source | None = None, *, archived: bool = True) -> Claim:
    """A report of the statement by this source, in an article of its own; archived as evidence."""
    # In words of its own (the number stands in every run of five words): a text that is nearly
    # another one would be its reprint.
    text = f"قالت هيئة الموانئ {Claim.objects.count()} إن الجسر أُغلق."
    claim = ClaimFactory(statement=statement, kind=Claim.Kind.INDIRECT, version__text=text)
    LinkFactory(claim=claim, source=source or SourceFactory())
    if archived:
        EvidenceFactory(statement=statement, article=claim.version.article)
    return claim


def statement(*sources: Source, archived: bool = True, **columns: object) -> Statement:
    """With one report of each source; of one new source where none is named."""
    row = StatementFactory(reports=0, needs="", **columns)
    for source in sources or (SourceFactory(),):
        report(row, source, archived=archived)
    with transaction.atomic():
        standing.recount([row.pk])
    return again(row)


def corroborable(**columns: object) -> Statement:
    return statement(*apart(), **columns)


def primary(row: Statement, stance: str = Evidence.Stance.SUPPORTS) -> Evidence:
    return EvidenceFactory(
        statement=row, stance=stance, nature=Evidence.Nature.PRIMARY, assessment="صورة أصلية"
    )


def contradicted(row: Statement, *, independent: bool = True) -> Contradiction:
    """Opened without a service, so that nothing else about the statement changes."""
    other = statement(*(apart(1) if independent else [None]))
    made = Contradiction.objects.create(
        one=row, other=other, kind=Contradiction.Kind.NUMBER, opened_by=UserFactory()
    )
    with transaction.atomic():
        standing.recount([row.pk, other.pk])
    row.refresh_from_db()
    return made


def again(row: Statement) -> Statement:
    return Statement.objects.get(pk=row.pk)


def stand(row: Statement) -> Stand:
    return stand_of(again(row))


def find(row: Statement, by: User, verdict: str, **more: object) -> Finding:
    given = {"reason": REASON, **more}
    return findings.find(statement_id=row.pk, by=by, verdict=verdict, **given)


def decided(verdict: str = "single_origin", by: User | None = None) -> Decision:
    """A decision that one person took alone, on a statement of its own."""
    return find(statement(), by or reviewer(), verdict).round.decision


def trace() -> dict[str, object]:
    """All that an act could leave behind."""
    return {
        "entries": RecordEntry.objects.count(),
        "statements": list(Statement.objects.order_by("pk").values()),
        "claims": list(Claim.objects.order_by("pk").values()),
        "evidence": list(Evidence.objects.order_by("pk").values()),
        "rounds": list(Round.objects.order_by("pk").values()),
        "others": [model.objects.count() for model in (Finding, Decision, Contradiction)],
    }


@contextmanager
def refused(said: str, error: type[Exception] = ReviewRefused) -> Iterator[Any]:
    """It is refused in a whole sentence, and nothing is left of it."""
    before = trace()
    with pytest.raises(error, match=said) as caught:
        yield caught
    assert str(caught.value).endswith(".")
    assert trace() == before


def verifies() -> bool:
    assert list(check()) == []
    return True
