"""A query that is worked out once says what the query itself says."""

from datetime import date
from threading import Thread

import pytest
from django.db import connection, connections, transaction
from django.db.models import Q
from django.db.transaction import TransactionManagementError
from pytest_django import DjangoAssertNumQueries

from claims.models import Article, Claim, Contradiction, SourceRelation, Statement
from claims.models.kept_query import KeptQuery, KeptRows, partial
from tests.factories import ArticleFactory, ClaimFactory, SourceFactory, StatementFactory
from tests.review import desk

pytestmark = pytest.mark.django_db


def test_for_any_number_of_ids_it_gives_what_the_query_gives() -> None:
    rows = [ArticleFactory(published=date(2026, 11, day + 1) if day else None) for day in range(9)]

    def ask(ids: object) -> object:
        found = Article.objects.filter(pk__in=ids).order_by("-published", "pk")
        return found.values_list("pk", "published", "language_known")

    kept = KeptQuery(ask)
    for count in (1, 2, 3, 5, 8, 9, 2, 1):
        ids = [row.pk for row in rows[:count]]
        assert kept(ids) == list(ask(ids)) == kept(reversed(ids))
    assert kept([]) == []


def test_ids_may_stand_in_several_places_beside_other_values() -> None:
    one, other = StatementFactory(), StatementFactory()
    made = desk.contradicted(one)
    kept = KeptRows[Contradiction](
        lambda ids: Contradiction.objects.filter(Q(one__in=ids) | Q(other__in=ids), kind="number")
    )
    assert kept([one.pk]) == kept([made.other_id]) == kept([other.pk, one.pk]) == [made]
    assert kept([other.pk]) == []


def test_rows_are_as_the_database_has_them() -> None:
    source, target = SourceFactory(), SourceFactory()
    made = SourceRelation.objects.create(
        source=source, kind="part_of", target=target, since=date(2026, 1, 2)
    )
    [found] = KeptRows[SourceRelation](lambda ids: SourceRelation.objects.filter(source__in=ids))(
        [source.pk]
    )
    assert (found.pk, found.since, found.until, found.target) == (made.pk, made.since, None, target)


def test_what_was_deferred_is_read_when_it_is_asked_for(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    claim = ClaimFactory()
    with django_assert_num_queries(1):
        [found] = KeptRows[Claim](lambda ids: Claim.objects.defer("quote").filter(pk__in=ids))(
            [claim.pk]
        )
    with django_assert_num_queries(1):
        assert found.quote == claim.quote
    bare = partial(Claim, id=claim.pk, kind=claim.kind)
    with django_assert_num_queries(1):
        assert (bare.kind, bare.version_id) == (claim.kind, claim.version_id)


def test_it_is_asked_once_however_many_ids(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    kept = KeptQuery(lambda ids: Statement.objects.filter(pk__in=ids).values_list("pk"))
    rows = [StatementFactory() for _ in range(70)]
    with django_assert_num_queries(1):
        assert len(kept(row.pk for row in rows)) == 70
    with django_assert_num_queries(0):
        assert kept([]) == []


@pytest.mark.django_db(transaction=True)
def test_what_one_thread_worked_out_another_asks_on_its_own_connection() -> None:
    row = ArticleFactory(published=date(2026, 11, 24))
    kept = KeptQuery(
        lambda ids: Article.objects.filter(pk__in=ids).values_list("published", "added_at")
    )
    there: list[object] = []

    def asks() -> None:
        there.extend(kept([row.pk]))
        connections["default"].close()

    for _ in range(2):
        thread = Thread(target=asks)
        thread.start()
        thread.join()
    assert there == kept([row.pk]) * 2
    assert connection.is_usable()


@pytest.mark.django_db(transaction=True)
def test_rows_are_locked_only_within_a_transaction() -> None:
    row = StatementFactory()
    kept = KeptRows[Statement](lambda ids: Statement.objects.select_for_update().filter(pk__in=ids))
    with transaction.atomic():
        assert kept([row.pk]) == [row]
    with pytest.raises(TransactionManagementError, match="within a transaction"):
        kept([row.pk])
