"""A small desk whose days are told by hand: who found what on which day of November 2026."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from unittest.mock import patch

from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import (
    NO_CLAIM,
    Claim,
    Decision,
    Finding,
    Grade,
    LinkJudgement,
    Outlet,
    Round,
    Source,
    Statement,
)
from tests.factories import (
    ClaimFactory,
    LinkFactory,
    OutletFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
Outcome = Round.Outcome


@contextmanager
def on(day: int, hour: int = 12) -> Iterator[datetime]:
    """What is written within is written then: rows of the desk cannot be dated back later."""
    moment = datetime(2026, 11, day, hour, tzinfo=UTC)
    with patch.object(timezone, "now", lambda: moment):
        yield moment


def people(*names: str) -> list[User]:
    return [UserFactory(username=name, role="reviewer") for name in names]


def came(day: int, *, outlet: Outlet | None = None, hour: int = 12, **fields: object) -> Statement:
    """A statement of one claim; ``outlet`` is who published it."""
    with on(day, hour):
        statement = StatementFactory(**fields)
        claim = ClaimFactory(statement=statement, number=1)
        article = claim.version.article
        article.outlet = outlet
        article.language = statement.language or "ar"
        article.save()
    return statement


def found(
    round_: Round, place: Finding.Place, by: User, verdict: str, day: int, hour: int = 12
) -> Finding:
    with on(day, hour):
        return Finding.objects.create(
            round=round_, place=place, reviewer=by, verdict=verdict, reason="As it is."
        )


def first(statement: Statement, by: User, verdict: str, day: int) -> Round:
    """A round begins: its statement waits for a second reviewer."""
    with on(day):
        round_ = Round.objects.create(statement=statement)
    found(round_, Finding.Place.FIRST, by, verdict, day)
    return _left(round_, Statement.Work.SECOND_REVIEW)


def second(round_: Round, by: User, verdict: str, day: int) -> Round:
    """Decided where both found the same; else it waits for a third."""
    found(round_, Finding.Place.SECOND, by, verdict, day)
    if verdict == round_.findings.get(place=Finding.Place.FIRST).verdict:
        decided(round_, by, verdict, day, Outcome.AGREED)
        return round_
    return _left(round_, Statement.Work.ADJUDICATION)


def third(round_: Round, by: User, verdict: str, day: int) -> Decision:
    found(round_, Finding.Place.THIRD, by, verdict, day)
    return decided(round_, by, verdict, day, Outcome.ADJUDICATED)


def alone(statement: Statement, by: User, verdict: str, day: int) -> Decision:
    """One reviewer finds and so decides."""
    round_ = first(statement, by, verdict, day)
    return decided(round_, by, verdict, day, Outcome.DECIDED)


def decided(round_: Round, by: User, verdict: str, day: int, outcome: Outcome) -> Decision:
    statement = round_.statement
    statement.refresh_from_db()
    before = statement.corroboration
    with on(day) as moment:
        round_.outcome, round_.closed_at = outcome, moment
        round_.save()
        if verdict == NO_CLAIM:
            statement.reports = 0
        else:
            statement.corroboration = verdict
        _left(round_, Statement.Work.SETTLED)
        return Decision.objects.create(
            statement=statement,
            round=round_,
            before=before,
            after=verdict,
            reason="As found.",
            decided_by=by,
            version=2,
        )


def taken_back(decision: Decision, by: User, day: int) -> Decision:
    """The statement is what it was, and waits for a reviewer again."""
    statement = decision.statement
    statement.corroboration, statement.work = decision.before, Statement.Work.REOPENED
    statement.follow()
    statement.save()
    with on(day):
        return Decision.objects.create(
            statement=statement,
            undoes=decision,
            before=decision.after,
            after=decision.before,
            reason="By mistake.",
            decided_by=by,
            version=3,
        )


def broken_off(round_: Round, day: int) -> None:
    with on(day) as moment:
        round_.outcome, round_.closed_at = Outcome.BROKEN_OFF, moment
        round_.save()
    _left(round_, Statement.Work.REOPENED)


def _left(round_: Round, work: Statement.Work) -> Round:
    round_.statement.work = work
    round_.statement.follow()
    round_.statement.save()
    return round_


def judged(links: list, by: User, statuses: str, day: int) -> None:
    """One letter for each link: p for primary_seen, r for relayed_only, . for none."""
    words = {"p": "primary_seen", "r": "relayed_only"}
    with on(day):
        for link, letter in zip(links, statuses, strict=True):
            if letter != ".":
                LinkJudgement.objects.create(link=link, status=words[letter], judged_by=by)


def links(count: int) -> list:
    """Links of as many claims."""
    return [LinkFactory() for _ in range(count)]


def graded(sources: list[Source], by: User, letters: str, day: int) -> None:
    """One letter for each source, . for none."""
    with on(day):
        for source, letter in zip(sources, letters, strict=True):
            if letter != ".":
                Grade.objects.create(
                    source=source,
                    letter=letter,
                    since=datetime(2026, 11, day).date(),
                    basis="Its record.",
                    graded_by=by,
                )


def quoted(source: Source, statement: Statement) -> None:
    """The source stands in the chain of the statement's claim."""
    claim = Claim.objects.get(statement=statement)
    LinkFactory(claim=claim, source=source)


def busy(one: User, other: User, lead: User) -> None:
    """Three weeks of work in which every figure has something to show; ``one`` signs first."""
    marsa = OutletFactory()
    firsts = ["corroborated", "single_origin", "corroborated", "contested", "corroborated"]
    seconds = ["corroborated", "single_origin", "contested", "contested", "refuted"]
    for day in range(4, 22, 2):
        for place, (this, that) in enumerate(zip(firsts, seconds, strict=True)):
            statement = came(day, outlet=marsa, language="ar" if place % 2 else "en")
            round_ = second(first(statement, one, this, day + 1), other, that, day + 2)
            if this != that and day < 18:
                third(round_, lead, this if day % 4 else that, day + 3)
    for day in (8, 15, 22, 23):
        came(day, language="ar", outlet=marsa, assignee=one)
        first(came(day, language="en"), one, "corroborated", day)
    taken_back(alone(came(9), one, "single_origin", 10), one, 12)
    judged(many := links(8), one, "pprrppr.", 9)
    judged(many, other, "pprrprrp", 10)
    judged(many, lead, "pp..p...", 11)
    graded(sources := [SourceFactory() for _ in range(6)], one, "ABCBAF", 9)
    graded(sources, other, "ABCDAB", 10)
