"""Who is told what, and how."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Notice, NoticeChoice, Statement
from claims.standing import tell
from tests.factories import StatementFactory, UserFactory

pytestmark = pytest.mark.django_db

STALE, SECOND = Notice.Kind.STALE, Notice.Kind.SECOND


@pytest.fixture
def statement() -> Statement:
    return StatementFactory()


def test_each_is_told_once_in_the_page(statement: Statement) -> None:
    one, other, by = UserFactory(), UserFactory(), UserFactory()
    tell([other.pk, one.pk, one.pk], STALE, statement, by)
    rows = list(Notice.objects.order_by("pk"))
    assert [row.person for row in rows] == [one, other]
    assert {(row.kind, row.statement, row.by, row.wants_mail) for row in rows} == {
        (STALE, statement, by, False)
    }
    assert all(row.read_at is None and row.mailed_at is None for row in rows)


@pytest.mark.parametrize(
    ("way", "told"), [("none", []), ("page", [False]), ("mail", [True]), (None, [False])]
)
def test_each_is_told_in_the_way_that_they_chose(
    statement: Statement, way: str | None, told: list[bool]
) -> None:
    person = UserFactory()
    if way:
        NoticeChoice.objects.create(person=person, kind=STALE, way=way)
    # What is chosen for another kind, and by somebody else, says nothing of this one.
    NoticeChoice.objects.create(person=person, kind=SECOND, way="none" if way != "none" else "mail")
    NoticeChoice.objects.create(person=UserFactory(), kind=STALE, way="none")
    tell([person.pk], STALE, statement)
    assert list(Notice.objects.values_list("wants_mail", flat=True)) == told


def test_nobody_is_told_of_what_they_did_themselves(statement: Statement) -> None:
    by = UserFactory()
    tell([by.pk], STALE, statement, by)
    assert not Notice.objects.exists()


def test_who_has_left_is_told_nothing(statement: Statement) -> None:
    tell([UserFactory(is_active=False).pk], STALE, statement)
    assert not Notice.objects.exists()


def test_many_are_told_with_as_many_queries_as_one(statement: Statement) -> None:
    for people in (1, 20):
        ids = [UserFactory().pk for _ in range(people)]
        with CaptureQueriesContext(connection) as queries:
            tell(ids, STALE, statement)
        assert len(queries) == 3
