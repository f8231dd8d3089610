"""Who must have a second factor, and what asking costs."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from pytest_django import DjangoAssertNumQueries

from claims.review import second_factor
from claims.review.permissions import ROLES
from tests.factories import UserFactory
from tests.web.factors import code, give_app, stop_the_clock

pytestmark = pytest.mark.django_db


def test_it_is_asked_of_everybody_who_may_do_more_than_read(settings) -> None:
    settings.SECOND_FACTOR = "required"
    asked = [second_factor.must_set_one_up(UserFactory(role=role)) for role in ROLES]
    assert asked == [False, True, True, True, True, True]
    assert not second_factor.must_set_one_up(UserFactory())
    assert not second_factor.must_set_one_up(AnonymousUser())
    both = UserFactory(role="viewer")
    both.groups.add(Group.objects.get_or_create(name="lead")[0])
    assert second_factor.must_set_one_up(both)


def test_codes_for_an_emergency_are_no_factor(settings) -> None:
    settings.SECOND_FACTOR = "required"
    user = UserFactory(role="lead")
    give_app(user)
    assert not second_factor.must_set_one_up(user)
    user.authenticator_set.filter(type="totp").delete()
    assert user.authenticator_set.exists() and second_factor.must_set_one_up(user)


def test_where_it_is_optional_asking_costs_nothing(
    settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = UserFactory(role="lead")
    settings.SECOND_FACTOR = "optional"
    with django_assert_num_queries(0):
        assert not second_factor.must_set_one_up(user)
    settings.SECOND_FACTOR = "required"
    with django_assert_num_queries(2):
        assert second_factor.must_set_one_up(user)


def test_a_code_is_taken_once_and_none_before_it_after_that(monkeypatch) -> None:
    stop_the_clock(monkeypatch)
    user = UserFactory()
    give_app(user)
    app = user.authenticator_set.get(type="totp")
    assert second_factor.take(app, code())
    assert not second_factor.take(app, code())
    assert not second_factor.take(app, code(steps=-1))
    assert second_factor.take(app, code(steps=1))
    assert not second_factor.take(app, "000000")
