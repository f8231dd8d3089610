"""What rows stand for that were merged into others."""

import pytest

from claims.models import Source, Statement
from claims.models.merging import grouped, stands_for
from tests.factories import SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db


def test_merges_are_followed_to_the_end() -> None:
    top = SourceFactory()
    middle = SourceFactory(merged_into=top)
    lowest, alone = SourceFactory(merged_into=middle), SourceFactory()
    ids = [lowest.pk, middle.pk, top.pk, alone.pk, 10**15]
    assert stands_for(Source, ids) == {
        **dict.fromkeys((lowest.pk, middle.pk, top.pk), top.pk),
        alone.pk: alone.pk,
    }
    assert sorted(grouped(Source, [top.pk])[top.pk]) == [top.pk, middle.pk, lowest.pk]
    assert stands_for(Source, []) == {}


def test_many_are_asked_for_by_the_thousand(django_assert_num_queries) -> None:
    rows = [StatementFactory() for _ in range(3)]
    wanted = [row.pk for row in rows] + list(range(10**9, 10**9 + 2500))
    with django_assert_num_queries(3):
        assert stands_for(Statement, wanted) == {row.pk: row.pk for row in rows}
