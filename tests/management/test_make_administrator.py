"""The first administrator, in production."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import RequestFactory

from claims.review.permissions import may_administer

pytestmark = pytest.mark.django_db


def made(name="salma") -> str:
    said = StringIO()
    call_command("make_administrator", name, stdout=said)
    return said.getvalue()


def test_a_password_is_made_and_said_once():
    [password] = re.findall(r"Password: (\S+)", made())
    user = authenticate(RequestFactory().post("/"), username="salma", password=password)
    assert user is not None
    assert may_administer(user)


def test_a_password_that_is_given_is_used_and_not_said(monkeypatch):
    monkeypatch.setenv("FACTLOG_ADMIN_PASSWORD", "seven-grey-herons")
    assert "seven" not in made()
    assert get_user_model().objects.get().check_password("seven-grey-herons")


@pytest.mark.parametrize("weak", ["salma", "12345678901", "password"])
def test_a_weak_password_is_refused_and_nobody_is_made(monkeypatch, weak):
    monkeypatch.setenv("FACTLOG_ADMIN_PASSWORD", weak)
    with pytest.raises(CommandError):
        made()
    assert not get_user_model().objects.exists()


def test_a_name_that_is_taken_is_refused():
    made()
    with pytest.raises(CommandError, match="'salma' is taken"):
        made()
