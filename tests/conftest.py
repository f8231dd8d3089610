"""What every test stands on."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """SQLite in a file, as it is used: in memory it locks whole tables among threads."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        name = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        database.setdefault("TEST", {})["NAME"] = name
        connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(autouse=True)
def decisions_can_be_cleared_away(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with real transactions its rows are deleted one by one on SQLite, and rows of
    decisions refuse that: their triggers stand aside for that moment."""
    yield
    if "transactional_db" not in request.fixturenames or connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%decision%'"
        )
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        for table in ("claims_sourcedecision", "claims_claimdecision"):
            cursor.execute(f"DELETE FROM {table}")
        for _, sql in triggers:
            cursor.execute(sql)


@pytest.fixture(autouse=True)
def messages_stay_in_memory() -> Iterator[None]:
    """No test leaves messages for the workers of whoever runs the suite."""
    from factlog.celery import app

    url, options = app.conf.broker_url, app.conf.broker_transport_options
    app.conf.broker_url, app.conf.broker_transport_options = "memory://", {}
    yield
    app.conf.broker_url, app.conf.broker_transport_options = url, options
