"""Clients of the API are made and their tokens taken away."""

import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from claims.models import ApiClient

pytestmark = pytest.mark.django_db


def test_the_token_is_printed_once_and_only_its_hash_is_kept(capsys):
    call_command("make_api_client", "Marsa Radio")
    said = capsys.readouterr().out
    [token] = re.findall(r"factlog_[\w-]{43}", said)
    client = ApiClient.objects.get()
    assert (client.name, client.may_post, client.is_active) == ("Marsa Radio", False, True)
    assert client.token_sha256 == ApiClient.hash(token)
    assert token not in str(vars(client))


def test_a_client_may_post_when_that_is_said():
    call_command("make_api_client", "Marsa Radio", "--may-post")
    assert ApiClient.objects.get().may_post


def test_a_name_is_taken_once():
    call_command("make_api_client", "Marsa Radio")
    with pytest.raises(CommandError, match="already exists"):
        call_command("make_api_client", "Marsa Radio")
    with pytest.raises(CommandError):
        call_command("make_api_client", "x" * 101)
    assert ApiClient.objects.count() == 1


def test_a_token_is_taken_away():
    call_command("make_api_client", "Marsa Radio")
    call_command("make_api_client", "Marsa Radio", "--revoke")
    assert not ApiClient.objects.get().is_active
    with pytest.raises(CommandError, match="There is no client"):
        call_command("make_api_client", "Nobody", "--revoke")
