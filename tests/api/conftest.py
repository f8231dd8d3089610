"""Who calls the API in tests."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from claims.models import ApiClient
from tests.factories import UserFactory
from tests.web.reader_data import Bridge, the_bridge


@pytest.fixture(autouse=True)
def nobody_has_called_before() -> Iterator[None]:
    """Requests are counted in the cache, and rows of different tests have the same ids."""
    cache.clear()
    yield
    cache.clear()


def with_token(*, may_post: bool) -> Client:
    name = "poster" if may_post else "reader"
    client, token = ApiClient.issue(name=name, may_post=may_post)
    ApiClient.objects.filter(pk=client.pk).update(last_used="2026-01-01")
    return Client(headers={"Authorization": f"Bearer {token}"})


@pytest.fixture
def reader(db: None) -> Client:
    """A program that may read."""
    return with_token(may_post=False)


@pytest.fixture
def poster(db: None) -> Client:
    """A program that may post too."""
    return with_token(may_post=True)


@pytest.fixture
def person(db: None) -> Callable[[str], Client]:
    """A browser in which somebody with this role is signed in; CSRF is checked as it really is."""

    def signed_in(role: str) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(
            UserFactory(role=role), backend="django.contrib.auth.backends.ModelBackend"
        )
        return client

    return signed_in


@pytest.fixture
def bridge(db: None) -> Bridge:
    """An article with seven claims."""
    return the_bridge()
