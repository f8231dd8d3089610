"""A person's own token: their rights, no more and no longer."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from claims.models import PersonToken
from tests.api.desk import Tool, a_case
from tests.api.test_access import ARTICLE, ARTICLES, assert_problem

pytestmark = pytest.mark.django_db


def test_it_acts_for_its_person() -> None:
    tool = Tool("reviewer")
    posted = tool.post("articles/", ARTICLE)
    assert posted.status_code == 202
    a_case()
    assert tool.post("queue/next/").json()["held_by"]["id"] == tool.person.pk


def test_it_may_what_its_person_may_at_that_moment() -> None:
    tool = Tool("viewer")
    assert_problem(tool.post("articles/", ARTICLE), 403, "permission_denied")
    tool.person.groups.set([Group.objects.get_or_create(name="editor")[0]])
    assert tool.post("articles/", ARTICLE).status_code == 202
    tool.person.groups.clear()
    assert_problem(tool.get("articles/"), 403, "permission_denied")


def test_it_is_taken_until_it_is_revoked() -> None:
    tool = Tool("viewer")
    assert tool.get("articles/").status_code == 200
    PersonToken.objects.update(revoked_at=timezone.now())
    assert_problem(tool.get("articles/"), 401, "authentication_failed")


def test_it_ends_with_the_account_of_its_person() -> None:
    tool = Tool("administrator")
    tool.person.is_active = False
    tool.person.save()
    refused = tool.get("articles/")
    assert_problem(refused, 401, "authentication_failed")
    assert refused["WWW-Authenticate"] == 'Bearer realm="factlog"'


def test_one_that_is_not_known_is_refused() -> None:
    client = Client(headers={"Authorization": "Bearer factlog_me_x"})
    assert_problem(client.get(ARTICLES), 401, "authentication_failed")


def test_the_day_of_the_last_use_is_kept() -> None:
    tool = Tool("viewer")
    tool.get("articles/")
    assert PersonToken.objects.get().last_used == timezone.localdate()


def test_it_opens_no_page() -> None:
    answer = Tool("administrator").client.get("/articles/")
    assert (answer.status_code, answer["Location"][:9]) == (302, "/sign-in/")


def test_only_its_hash_is_kept() -> None:
    tool = Tool("viewer")
    held = PersonToken.objects.get()
    assert tool.token.startswith("factlog_me_")
    assert held.token_sha256 == PersonToken.hash(tool.token)
    assert tool.token not in str(vars(held))
