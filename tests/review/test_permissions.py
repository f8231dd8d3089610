"""Who may do what."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from pytest_django import DjangoAssertNumQueries

from claims.review import permissions as may
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

# viewer, reviewer, second_reviewer, lead, editor, administrator
TABLE = {
    may.may_read: "yes yes yes yes yes yes",
    may.may_do_more_than_read: "no yes yes yes yes yes",
    may.may_add_articles: "no yes yes yes yes yes",
    may.may_decide_sources: "no yes yes yes yes yes",
    may.may_touch_claims: "no yes yes yes yes yes",
    may.may_review: "no yes yes yes no yes",
    may.may_sign_second: "no no yes yes no yes",
    may.may_lead: "no no no yes no yes",
    may.may_grade_sources: "no no no yes yes yes",
    may.may_publish: "no no no no yes yes",
    may.may_protect_sources: "no no no no yes yes",
    may.may_administer: "no no no no no yes",
}


@pytest.mark.parametrize(("asked", "answers"), TABLE.items())
def test_each_role_may_what_the_table_says(asked: Callable[[User], bool], answers: str) -> None:
    told = [asked(UserFactory(role=role)) for role in may.ROLES]
    assert told == [one == "yes" for one in answers.split()]
    assert not asked(UserFactory())


def test_every_predicate_stands_in_the_table() -> None:
    assert {name for name in vars(may) if name.startswith("may_")} == {
        asked.__name__ for asked in TABLE
    }


def test_of_several_roles_each_counts() -> None:
    user = UserFactory(role="editor")
    user.groups.add(Group.objects.get_or_create(name="reviewer")[0])
    assert may.may_review(user)
    assert may.may_publish(user)
    assert may.roles_of(user) == ("reviewer", "editor")


def test_who_is_not_signed_in_or_not_active_may_nothing() -> None:
    assert not may.may_read(AnonymousUser())
    assert not may.roles_of(AnonymousUser())
    assert not may.may_read(UserFactory(role="administrator", is_active=False))
    assert not may.may_administer(UserFactory(is_superuser=True, is_active=False))
    assert may.may_administer(UserFactory(is_superuser=True))


def test_asking_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = UserFactory(role="viewer")
    with django_assert_num_queries(1):
        assert may.may_read(user)
        assert not may.may_administer(user)
