"""People's own tokens are made and taken away."""

import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from claims.models import PersonToken, RecordEntry
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_token_is_printed_once_and_only_its_hash_is_kept(capsys):
    lina = UserFactory(username="lina")
    call_command("make_person_token", "lina", "desk tool")
    [token] = re.findall(r"factlog_me_[\w-]{43}", capsys.readouterr().out)
    held = PersonToken.objects.get()
    assert (held.person, held.name, held.revoked_at) == (lina, "desk tool", None)
    assert held.token_sha256 == PersonToken.hash(token)


def test_a_name_is_taken_once_until_it_is_revoked():
    UserFactory(username="lina")
    UserFactory(username="omar")
    call_command("make_person_token", "lina", "desk tool")
    with pytest.raises(CommandError, match="revoke it first"):
        call_command("make_person_token", "lina", "desk tool")
    call_command("make_person_token", "omar", "desk tool")
    call_command("make_person_token", "lina", "desk tool", "--revoke")
    call_command("make_person_token", "lina", "desk tool")
    assert PersonToken.objects.filter(revoked_at=None).count() == 2
    actions = RecordEntry.objects.values_list("action", flat=True)
    assert list(actions) == [f"person.token_{what}" for what in ("made", "made", "revoked", "made")]


@pytest.mark.parametrize("name", ["", "x" * 101])
def test_a_name_that_is_none(name: str):
    UserFactory(username="lina")
    with pytest.raises(CommandError):
        call_command("make_person_token", "lina", name)
    assert not PersonToken.objects.exists()


def test_only_people_who_may_sign_in_have_tokens():
    with pytest.raises(CommandError, match="Nobody signs in"):
        call_command("make_person_token", "lina", "desk tool")
    UserFactory(username="lina", is_active=False)
    with pytest.raises(CommandError, match="is closed"):
        call_command("make_person_token", "lina", "desk tool")


def test_a_token_is_taken_away_once():
    UserFactory(username="lina")
    call_command("make_person_token", "lina", "desk tool")
    call_command("make_person_token", "lina", "desk tool", "--revoke")
    assert PersonToken.objects.get().revoked_at is not None
    with pytest.raises(CommandError, match="no token"):
        call_command("make_person_token", "lina", "desk tool", "--revoke")
