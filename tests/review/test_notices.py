"""Who is told of what, and in which way."""

import pytest
from django.contrib.auth.models import User

from claims import standing
from claims.errors import ReviewRefused
from claims.models import Evidence, Notice, NoticeChoice, Statement
from claims.review import findings, notices
from tests.factories import ClaimFactory, StatementFactory, UserFactory

pytestmark = pytest.mark.django_db

Kind, Way = Notice.Kind, NoticeChoice.Way


def chooses(way: str, role: str = "second_reviewer", **more: object) -> User:
    person = UserFactory(role=role, **more)
    notices.choose(person=person, ways={Kind.SECOND: way}, language="en")
    return person


def told(kind: str) -> dict[str, bool]:
    """Who was told, and whether a mail is to say so too."""
    rows = Notice.objects.filter(kind=kind).values_list("person__username", "wants_mail")
    return dict(rows)


def a_first_finding(by: User) -> Statement:
    """Refuted, which takes two people."""
    row = ClaimFactory().statement
    statement = Statement.objects.get(pk=row.pk)
    standing.recount([statement.pk])
    evidence = Evidence.objects.create(
        statement=statement,
        kind=Evidence.Kind.FILE,
        stance=Evidence.Stance.REFUTES,
        nature=Evidence.Nature.PRIMARY,
        assessment="The log of the lock shows it open.",
        title="Log",
        state=Evidence.State.ARCHIVED,
        sha256="a" * 64,
        added_by=by,
    )
    findings.find(
        statement_id=statement.pk,
        by=by,
        verdict=Statement.Corroboration.REFUTED,
        reason="The log says otherwise.",
        evidence_ids=[evidence.pk],
    )
    return statement


def test_a_first_finding_is_told_to_second_reviewers_who_chose_it() -> None:
    chooses("page", username="second")
    chooses("mail", "lead", username="lead")
    chooses("none", username="silent")
    chooses("page", "reviewer", username="reviewer")  # gives first findings
    chooses("page", username="gone", is_active=False)
    UserFactory(role="second_reviewer", username="never-asked")
    first = chooses("page", username="first")
    statement = a_first_finding(first)
    assert told(Kind.SECOND) == {"second": False, "lead": True}
    assert {one.statement for one in Notice.objects.all()} == {statement}


@pytest.mark.parametrize("kind", [kind for kind in Kind.values if kind != Kind.SECOND])
def test_who_has_not_chosen_is_told_of_the_rest_in_the_page(kind: str) -> None:
    person = UserFactory(username="rana")
    standing.tell([person.pk], kind, StatementFactory())
    assert told(kind) == {"rana": False}


@pytest.mark.parametrize(("way", "found"), [("none", {}), ("page", {"rana": False})])
def test_a_choice_goes_before_what_is_usual(way: str, found: dict[str, bool]) -> None:
    person = UserFactory(username="rana")
    ways = {Kind.SECOND: way, Kind.STALE: way}
    notices.choose(person=person, ways=ways, language="en")
    for kind in ways:
        standing.tell([person.pk], kind, StatementFactory())
        assert told(kind) == found


@pytest.mark.parametrize("ways", [{"stale": "pigeon"}, {"weather": "page"}, {"stale": ""}])
def test_what_cannot_be_chosen_is_refused_and_nothing_is_kept(ways: dict[str, str]) -> None:
    person = UserFactory()
    with pytest.raises(ReviewRefused, match="one of the ways that are offered"):
        notices.choose(person=person, ways={"decided": "mail", **ways}, language="en")
    assert not NoticeChoice.objects.exists()


def test_choosing_again_changes_the_choice() -> None:
    person = UserFactory()
    for way in ("mail", "none"):
        notices.choose(person=person, ways={Kind.STALE: way}, language="en")
    assert notices.ways_of(person)[Kind.STALE] == Way.NONE
    assert NoticeChoice.objects.count() == 1


def test_reading_once_keeps_when_it_was() -> None:
    person = UserFactory()
    standing.tell([person.pk], Kind.STALE, StatementFactory())
    row = Notice.objects.get()
    assert notices.read(person=person, up_to=row.pk) == 1
    row.refresh_from_db()
    before = row.read_at
    assert notices.read(person=person, up_to=row.pk) == 0
    row.refresh_from_db()
    assert row.read_at == before
