"""Who may do what."""

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from claims.review import permissions as may
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        (None, 0),
        ("viewer", 1),
        ("reviewer", 4),
        ("editor", 4),
        ("administrator", 5),
    ],
)
def test_each_role_may_what_those_before_it_may(role: str | None, rights: int) -> None:
    user = UserFactory(role=role)
    asked = [
        may.may_read,
        may.may_add_articles,
        may.may_decide_sources,
        may.may_touch_claims,
        may.may_administer,
    ]
    assert [one(user) for one in asked] == [n < rights for n in range(5)]


def test_who_is_not_signed_in_or_not_active_may_nothing() -> None:
    assert not may.may_read(AnonymousUser())
    assert not may.may_read(UserFactory(role="administrator", is_active=False))
    assert not may.may_administer(UserFactory(is_superuser=True, is_active=False))
    assert may.may_administer(UserFactory(is_superuser=True))


def test_asking_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = UserFactory(role="viewer")
    with django_assert_num_queries(1):
        assert may.may_read(user)
        assert not may.may_administer(user)
