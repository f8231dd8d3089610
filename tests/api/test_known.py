"""What the caller has already is not sent again."""

import pytest
from django.test import Client

from claims.models import Source
from tests.factories import JobFactory
from tests.web.reader_data import Bridge

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"


class TestWhatIsKnownAlready:
    @pytest.fixture(
        params=[
            *("", "articles/", "articles/{article}/", "articles/{article}/versions/1/"),
            *("articles/{article}/claims/", "claims/", "claims/{claim}/", "sources/"),
            *("sources/{source}/", "jobs/{job}/"),
        ]
    )
    def address(self, request: pytest.FixtureRequest, bridge: Bridge) -> str:
        path: str = request.param
        found = path.format(
            article=bridge.article.pk,
            claim=bridge.claims[0].pk,
            source=bridge.ports.pk,
            job=JobFactory().pk,
        )
        return f"{ROOT}{found}"

    def test_is_not_sent_again(self, reader: Client, address: str) -> None:
        first = reader.get(address)
        again = reader.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        for response in (first, again):
            assert response["Cache-Control"] == "private, no-cache"
            assert {"Authorization", "Cookie"} <= set(response["Vary"].split(", "))
        other = reader.get(address, headers={"If-None-Match": '"other"'})
        assert (other.status_code, other.content) == (200, first.content)

    def test_is_told_by_head_too(self, reader: Client, address: str) -> None:
        head = reader.head(address)
        assert (head.content, head["ETag"]) == (b"", reader.get(address)["ETag"])


def test_what_changed_has_another_etag(reader: Client, bridge: Bridge) -> None:
    address = f"{ROOT}articles/{bridge.article.pk}/claims/"
    first = reader.get(address)
    Source.objects.filter(pk=bridge.sidra.pk).update(name="وكالة أخرى")
    again = reader.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]
