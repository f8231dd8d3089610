"""Filters and pages of lists."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.api.test_access import assert_problem
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    LinkFactory,
    OutletFactory,
    SourceFactory,
    VersionFactory,
)
from tests.web.reader_data import Bridge

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"


def ids(client: Client, query: str) -> list[int]:
    response = client.get(f"{ROOT}{query}")
    assert response.status_code == 200, response.content
    return [one["id"] for one in response.json()["results"]]


class TestFilters:
    @pytest.mark.parametrize(
        ("query", "numbers"),
        [
            ("kind=direct", [6, 3, 2]),
            ("kind=narration&kind=no_comment", [7, 4]),
            ("modality=future", [6]),
            ("status=unassessed", [7, 6, 5, 4, 3, 2, 1]),
            ("status=contested", []),
            ("kind=direct&modality=asserted", [3, 2]),
            ("language=ar&size=2", [7, 6]),
            ("language=en", []),
            ("published_from=2026-11-20&published_until=2026-11-20", [7, 6, 5, 4, 3, 2, 1]),
            ("published_from=2026-11-21", []),
            ("published_until=2026-11-19", []),
            ("source=999", []),
            ("outlet=999", []),
        ],
    )
    def test_of_claims(
        self, reader: Client, bridge: Bridge, query: str, numbers: list[int]
    ) -> None:
        told = reader.get(f"{ROOT}claims/?{query}").json()["results"]
        assert [claim["number"] for claim in told] == numbers

    def test_claims_by_source_and_outlet(self, reader: Client, bridge: Bridge) -> None:
        other = ClaimFactory(version__article=ArticleFactory(outlet=OutletFactory()))
        assert len(ids(reader, f"claims/?source={bridge.sidra.pk}")) == 2
        assert len(ids(reader, f"claims/?origin={bridge.sidra.pk}")) == 0
        assert len(ids(reader, f"claims/?origin={bridge.unnamed.pk}")) == 2
        outlet = bridge.article.outlet
        assert outlet is not None
        assert len(ids(reader, f"claims/?outlet={outlet.source_id}")) == 7
        merged = SourceFactory(merged_into=outlet.source)
        assert len(ids(reader, f"claims/?outlet={merged.pk}")) == 7
        assert other.pk not in ids(reader, f"claims/?outlet={outlet.source_id}")

    def test_claims_by_words_with_or_without_vowel_marks(self, reader: Client) -> None:
        claim = ClaimFactory()
        ClaimFactory(version=VersionFactory(text="نص آخر تمامًا."))
        assert ids(reader, "claims/?q=أغلق الجسر") == [claim.pk]
        assert ids(reader, "claims/?q=أُغلِق") == [claim.pk]
        assert ids(reader, "claims/?q=!") == []

    def test_articles(self, reader: Client, bridge: Bridge) -> None:
        other = ArticleFactory(language="en", url="https://a.example/1", published=date(2026, 1, 1))
        outlet = bridge.article.outlet
        assert outlet is not None
        assert ids(reader, "articles/") == [other.pk, bridge.article.pk]
        assert ids(reader, "articles/?language=en") == [other.pk]
        assert ids(reader, "articles/?url=https://A.example/1%23x") == [other.pk]
        assert ids(reader, "articles/?published_until=2026-01-31") == [other.pk]
        assert ids(reader, f"articles/?outlet={outlet.source_id}") == [bridge.article.pk]

    def test_sources(self, reader: Client, bridge: Bridge) -> None:
        SourceFactory(merged_into=bridge.ports)
        assert ids(reader, "sources/?kind=person") == [bridge.nouri.pk]
        assert set(ids(reader, "sources/?state=proposed")) == {bridge.nouri.pk, bridge.unnamed.pk}
        assert ids(reader, "sources/?q=ports") == [bridge.ports.pk]
        assert ids(reader, "sources/?q=!") == []
        assert len(ids(reader, "sources/")) == 5

    @pytest.mark.parametrize(
        ("query", "parameter", "code"),
        [
            ("claims/?kind=spoken", "kind", "invalid_choice"),
            ("claims/?langauge=ar", "langauge", "unknown_parameter"),
            ("claims/?language=arabic", "language", "invalid"),
            ("claims/?source=x", "source", "invalid"),
            ("claims/?source=0", "source", "min_value"),
            (f"claims/?source={2**63}", "source", "max_value"),
            ("claims/?source=1&source=2", "source", "given_twice"),
            ("claims/?published_from=24.11.2026", "published_from", "invalid"),
            ("claims/?size=0", "size", "min_value"),
            ("claims/?size=201", "size", "max_value"),
            ("claims/?size=", "size", "invalid"),
            ("claims/?q=%00", "q", "null_characters_not_allowed"),
            ("claims/?after=x", "after", "input_refused"),
            ("claims/?before=x", "before", "input_refused"),
            ("claims/?after=x&before=y", "before", "after_and_before"),
            ("articles/?url=nowhere", "url", "input_refused"),
            ("articles/?kind=direct", "kind", "unknown_parameter"),
            ("sources/?state=known", "state", "invalid_choice"),
            ("articles/1/claims/?version=x", "version", "invalid"),
        ],
    )
    def test_one_that_cannot_be_read_is_named(
        self, reader: Client, query: str, parameter: str, code: str
    ) -> None:
        [error] = assert_problem(reader.get(f"{ROOT}{query}"), 400, "invalid_query")["errors"]
        assert (error["parameter"], error["code"]) == (parameter, code)
        assert error["detail"].endswith(".")


class TestPages:
    @pytest.fixture(
        params=[
            ("articles/", ArticleFactory),
            ("claims/", ClaimFactory),
            ("sources/", SourceFactory),
        ]
    )
    def addressed(self, request: pytest.FixtureRequest, db: None) -> str:
        path, factory = request.param
        factory.create_batch(5)
        return f"{ROOT}{path}?size=2"

    def test_they_hold_every_row_once_and_lead_back(self, reader: Client, addressed: str) -> None:
        pages, address = [], addressed
        while address:
            pages.append(reader.get(address).json())
            address = pages[-1]["next"]
        assert [len(page["results"]) for page in pages] == [2, 2, 1]
        assert len({row["id"] for page in pages for row in page["results"]}) == 5
        assert pages[0]["previous"] is None
        for earlier, later in pairwise(pages):
            assert reader.get(later["previous"]).json()["results"] == earlier["results"]

    def test_their_addresses_keep_the_filters(self, reader: Client, bridge: Bridge) -> None:
        page = reader.get(f"{ROOT}claims/?kind=direct&kind=narration&size=1").json()
        page = reader.get(page["next"]).json()
        assert [claim["number"] for claim in page["results"]] == [4]
        page = reader.get(page["previous"]).json()
        assert [claim["number"] for claim in page["results"]] == [6]

    @pytest.mark.parametrize(
        ("path", "make", "queries"),
        [
            # Who asks, the page, versions, jobs and the outlets.
            ("articles/", lambda: VersionFactory(article__outlet=OutletFactory()), 5),
            # Who asks, the page, chains, texts, the outlets and the sources.
            ("claims/", lambda: LinkFactory(claim__version__article__outlet=OutletFactory()), 6),
            # Who asks, the page, names and relations.
            ("sources/", SourceFactory, 4),
        ],
    )
    def test_they_take_so_many_queries_however_long_they_are(
        self, reader: Client, path: str, make: Callable[[], object], queries: int
    ) -> None:
        for _ in range(2):
            make()
        reader.get(f"{ROOT}{path}")  # notes the day of the last use
        for _ in range(2):
            with CaptureQueriesContext(
                connection,
            ) as captured:
                assert len(reader.get(f"{ROOT}{path}").json()["results"]) > 1
            assert len(captured) == queries, [one["sql"] for one in captured]
            for _ in range(3):
                make()
        assert not any("OFFSET" in one["sql"] or "COUNT(" in one["sql"] for one in captured)

    def test_claims_of_an_article_take_five_queries(
        self,
        reader: Client,
        bridge: Bridge,
    ) -> None:
        address = f"{ROOT}articles/{bridge.article.pk}/claims/"
        reader.get(address)
        # Who asks, the version, its claims, chains and sources.
        with CaptureQueriesContext(connection) as captured:
            reader.get(address)
        assert len(captured) == 5
