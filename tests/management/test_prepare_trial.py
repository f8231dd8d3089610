"""What a trial needs before it is served; the whole of it is in tests/house/test_run.py."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from claims.management.commands import prepare_trial


@pytest.fixture
def alone(monkeypatch, settings, tmp_path):
    """The command without what it calls of others, in a folder of its own."""
    called = []
    monkeypatch.setattr(
        prepare_trial, "call_command", lambda name, *args, **options: called.append(name)
    )
    settings.VAR_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    return called


def test_a_trial_is_no_production(alone, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="unset FACTLOG_MODE"):
        call_command("prepare_trial")
    assert alone == []


@pytest.mark.django_db
def test_it_migrates_first_and_then_loads_the_registry_before_the_demo(alone):
    call_command("prepare_trial")
    assert alone == ["migrate", "load_registry", "load_demo"]


@pytest.mark.django_db
def test_the_administrator_of_the_trial_has_the_password_that_is_kept(alone, tmp_path):
    call_command("prepare_trial")
    kept = tmp_path / "admin-password"
    assert get_user_model().objects.get(username="admin").check_password(kept.read_text())


@pytest.mark.django_db
def test_a_database_with_people_in_it_gets_no_administrator(alone, tmp_path):
    get_user_model().objects.create_user("salma")
    call_command("prepare_trial")
    assert [user.username for user in get_user_model().objects.all()] == ["salma"]
    assert not (tmp_path / "admin-password").exists()


def test_a_database_that_does_not_answer_is_told_in_a_sentence(alone, monkeypatch):
    def refuse():
        raise OperationalError("connection refused")

    monkeypatch.setattr(prepare_trial.connection, "ensure_connection", refuse)
    with pytest.raises(CommandError, match="The database cannot be reached: connection refused"):
        call_command("prepare_trial")
    assert alone == []


@pytest.mark.django_db
def test_a_redis_that_does_not_answer_is_told_in_a_sentence(alone, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    with pytest.raises(CommandError, match="The Redis of REDIS_URL cannot be reached"):
        call_command("prepare_trial")
    assert alone == []
