"""Querysets that load what their list shows."""

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.models import Article, Claim, Source
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    JobFactory,
    LinkFactory,
    OutletFactory,
    SourceFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def test_a_list_of_claims_takes_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(3):
        version = VersionFactory(article=ArticleFactory(outlet=OutletFactory()))
        merged = SourceFactory(merged_into=SourceFactory())
        LinkFactory(claim=ClaimFactory(version=version, kind="indirect"), source=merged)
    with django_assert_num_queries(2):
        for claim in Claim.objects.current().for_list():
            article = claim.version.article
            assert article.outlet is not None
            assert article.outlet.source.name
            assert claim.statement.corroboration == "unassessed"
            assert [link.source.merged_into.name for link in claim.links.all()]  # type: ignore[union-attr]
    assert "text" in Claim.objects.for_list()[0].version.get_deferred_fields()


def test_a_list_of_articles_takes_three_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = VersionFactory(article=ArticleFactory(outlet=OutletFactory()))
    ClaimFactory(version=version)
    ClaimFactory(version=version, start=1, state="withdrawn")
    JobFactory(version=version)
    VersionFactory()
    with django_assert_num_queries(3):
        counts = {}
        for article in Article.objects.for_list():
            counts[article.pk] = article.claim_count  # type: ignore[attr-defined]
            for one in article.versions.all():
                assert [job.state for job in one.jobs.all()] in ([], ["queued"])
    assert sorted(counts.values()) == [0, 1]


def test_a_list_of_sources_takes_three_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    SourceFactory.create_batch(3)
    with django_assert_num_queries(3):
        for source in Source.objects.standing().for_list():
            assert [name.name for name in source.names.all()] == [source.name]
            assert not [relation.target for relation in source.relations.all()]


def test_claims_follow_their_source_through_merges() -> None:
    end = SourceFactory()
    middle = SourceFactory(merged_into=end)
    first = SourceFactory(merged_into=middle)
    claim = LinkFactory(source=first).claim
    LinkFactory()
    assert list(Claim.objects.by(end)) == [claim]
    assert list(Claim.objects.from_origin(end)) == [claim]
    assert first.effective() == end
    assert set(end.effective_ids()) == {end.pk, middle.pk, first.pk}
    assert Source.objects.standing_for([first.pk]) == {first.pk: end}


def test_a_relayer_is_not_the_origin() -> None:
    link = LinkFactory(role="relayer")
    assert list(Claim.objects.by(link.source)) == [link.claim]
    assert list(Claim.objects.from_origin(link.source)) == []
