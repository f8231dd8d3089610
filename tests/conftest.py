"""What every test stands on."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils import translation


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
def kept_rows_can_be_cleared_away(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with real transactions its rows are deleted, and rows that are kept for ever
    refuse that: their triggers stand aside for that moment."""
    marker = request.node.get_closest_marker("django_db")
    if not (marker and marker.kwargs.get("transaction")) and not {
        "transactional_db",
        "live_server",
    } & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")  # what is set up after it is torn down before it
    yield
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _clear_sqlite(cursor)
        else:
            _clear_postgresql(cursor)


def _clear_sqlite(cursor: CursorWrapper) -> None:
    cursor.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'trigger'")
    triggers = [one for one in cursor.fetchall() if not one[0].startswith("claims_search")]
    cursor.execute("PRAGMA foreign_keys = OFF")
    for name, _, _ in triggers:
        cursor.execute(f"DROP TRIGGER {name}")
    for table in {table for _, _, table in triggers}:
        cursor.execute(f"DELETE FROM {table}")
    for _, sql, _ in triggers:
        cursor.execute(sql)
    cursor.execute("PRAGMA foreign_keys = ON")


def _clear_postgresql(cursor: CursorWrapper) -> None:
    cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
    tables = [table for (table,) in cursor.fetchall()]
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@pytest.fixture(autouse=True)
def each_begins_in_english() -> Iterator[None]:
    """A page asked for in Arabic leaves its language to the thread that answered."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def messages_stay_in_memory() -> Iterator[None]:
    """No test leaves messages for the workers of whoever runs the suite."""
    from factlog.celery import app

    url, options = app.conf.broker_url, app.conf.broker_transport_options
    app.conf.broker_url, app.conf.broker_transport_options = "memory://", {}
    yield
    app.conf.broker_url, app.conf.broker_transport_options = url, options


@pytest.fixture(autouse=True, scope="session")
def evidence_stays_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test keeps evidence among that of whoever runs the suite."""
    settings.STORAGES["evidence"] = {
        "BACKEND": "claims.archive.folder.Folder",
        "OPTIONS": {"location": tmp_path_factory.mktemp("evidence")},
    }
    storages._storages.pop("evidence", None)
