"""The chain: how it is written, and that nothing about it can be altered without being found."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import Error, connection, transaction
from django.db.backends.utils import CursorWrapper

from claims import record
from claims.models import RecordEntry, RecordHead, Statement
from claims.record import checkpoints
from claims.record.checking import check, check_rows
from claims.record.verifier import canonical, digest
from claims.record.verifier import check as check_export
from tests.factories import StatementFactory, UserFactory

ENTRIES = 300


@pytest.fixture(autouse=True)
def files(settings, tmp_path: Path) -> None:
    settings.CHECKPOINTS = tmp_path / "checkpoints.jsonl"
    settings.VAR_DIR = tmp_path
    settings.RECORD_KEY = ""


def noted(statement: Statement, number: int = 0, **more: object) -> record.Entry:
    return record.Entry(
        action="statement.noted",
        subject=("statement", statement.pk),
        before={"note": number},
        after={"note": number + 1},
        reason=f"سبب {number}",
        statement=statement.pk,
        **more,
    )


def written(count: int = 3) -> None:
    statement, person = StatementFactory(), UserFactory()
    for number in range(count):
        with transaction.atomic():
            record.write(noted(statement, number, by=person if number % 2 else None))


def found() -> list[str]:
    lines = checkpoints_of()
    return list(check(lines, checkpoints.public_key()))


def checkpoints_of() -> list[str]:
    return settings.CHECKPOINTS.read_text().splitlines() if settings.CHECKPOINTS.exists() else []


@pytest.mark.django_db
def test_an_entry_tells_who_what_when_why_and_what_it_follows():
    statement, person = StatementFactory(), UserFactory()
    began = datetime.now(UTC)
    [first], [second] = (
        record.write(noted(statement, n, by=person, independence={"independent": n}))
        for n in range(2)
    )
    told = json.loads(second.body)
    assert told.pop("at") >= began.isoformat()
    assert told == {
        "sequence": first.sequence + 1,
        "previous": first.hash,
        "actor": person.pk,
        "actor_name": person.username,
        "action": "statement.noted",
        "subject": ["statement", statement.pk],
        "statement": statement.pk,
        "before": {"note": 1},
        "after": {"note": 2},
        "reason": "سبب 1",
        "independence": {"independent": 1},
    }
    assert found() == []


@pytest.mark.django_db(transaction=True)
def test_an_entry_needs_the_transaction_of_its_change():
    statement = StatementFactory()
    with pytest.raises(RuntimeError, match="in the transaction"):
        record.write(noted(statement))
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record.write(noted(statement))
        raise ZeroDivisionError
    assert not RecordEntry.objects.exists()
    written(1)
    assert found() == []


@pytest.mark.django_db
def test_fractions_never_come_in():
    with pytest.raises(ValueError, match="fraction"):
        record.write(record.Entry("a", ("statement", 1), after={"share": 0.5}))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims_recordentry SET body = body",
        "DELETE FROM claims_recordentry",
        "DELETE FROM claims_recordhead",
        "UPDATE claims_recordhead SET sequence = 1",
        "TRUNCATE claims_recordentry",
        "TRUNCATE claims_recordhead",
    ],
)
def test_the_database_refuses_to_alter_it(statement: str):
    if statement.startswith("TRUNCATE") and connection.vendor == "sqlite":
        return  # it knows no such word
    written()
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert RecordEntry.objects.count() == 3


@pytest.mark.django_db
def test_on_postgresql_the_right_to_alter_it_is_taken_away():
    if connection.vendor != "postgresql":
        assert connection.vendor == "sqlite"  # which knows no rights
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privilege_type FROM information_schema.role_table_grants"
            " WHERE table_name = 'claims_recordentry'"
        )
        rights = {right for (right,) in cursor.fetchall()}
    assert "INSERT" in rights
    assert not rights & {"UPDATE", "DELETE", "TRUNCATE"}


# ── Whatever is altered behind its back is found ────────────────────────────────────────────────


COLUMNS = (
    *("sequence", "action", "subject_type", "subject_id", "statement_id", "actor_id"),
    *("body", "previous_hash", "hash"),
)


def altered(value: object) -> object:
    """Another value of the same kind, as near to it as can be."""
    if isinstance(value, str):
        return value[:-1] + ("0" if value[-1] != "0" else "1")
    return 1 if value is None else int(str(value)) + 1


@pytest.mark.django_db
def test_any_change_of_any_column_of_any_of_300_rows_is_found_and_named():
    written(ENTRIES)
    head = RecordHead.objects.get()
    rows = list(RecordEntry.objects.order_by("sequence"))
    assert list(check_rows(rows, head, [], "", {})) == []
    for row in rows:
        number = row.sequence
        for column in COLUMNS:
            was = getattr(row, column)
            setattr(row, column, altered(was))
            first = next(check_rows(rows, head, [], "", {}), "")
            setattr(row, column, was)
            assert first.startswith(f"Entry {number}:"), (number, column, first)


@pytest.mark.django_db
def test_any_row_of_300_that_is_removed_inserted_or_swapped_is_found_and_named():
    written(ENTRIES)
    head = RecordHead.objects.get()
    rows = list(RecordEntry.objects.order_by("sequence"))
    for place in range(ENTRIES):
        gone = rows[:place] + rows[place + 1 :]
        twice = rows[: place + 1] + rows[place:]
        swapped = [*rows[:place], *rows[place : place + 2][::-1], *rows[place + 2 :]]
        for told, at in ((gone, place + 1), (twice, place + 2), (swapped, place + 1)):
            if told == rows:
                continue  # the last row has none behind it to change places with
            first = next(check_rows(told, head, [], "", {}), "")
            is_last = at == ENTRIES and told is gone
            assert first.startswith("The record ends at" if is_last else f"Entry {at}:"), first


@pytest.mark.django_db
def test_a_tail_that_is_cut_off_together_with_the_head_is_missed_by_a_checkpoint():
    written(ENTRIES)
    checkpoints.checkpoint()
    rows = list(RecordEntry.objects.order_by("sequence"))
    lines, key = checkpoints_of(), checkpoints.public_key()
    for left in range(ENTRIES):
        end = rows[left - 1] if left else None
        head = RecordHead(sequence=left, hash=end.hash) if end else None
        assert list(check_rows(rows[:left], head, [], "", {})) == []
        [sentence] = check_rows(rows[:left], head, lines, key, {})
        assert sentence.startswith(f"Entry {ENTRIES} is missing")


@pytest.mark.django_db
def test_a_chain_that_is_computed_anew_contradicts_a_checkpoint():
    written(ENTRIES)
    checkpoints.checkpoint()
    lines, key = checkpoints_of(), checkpoints.public_key()
    for start in range(0, ENTRIES, 1 if os.environ.get("FACTLOG_TOGETHER") else 7):
        rows = list(RecordEntry.objects.order_by("sequence"))
        previous = rows[start].previous_hash
        for row in rows[start:]:
            told = json.loads(row.body) | {"previous": previous}
            if row is rows[start]:
                told["reason"] = "another"
            row.body = canonical(told)
            row.previous_hash, row.hash = previous, digest(row.body)
            previous = row.hash
        head = RecordHead(sequence=ENTRIES, hash=previous)
        if start % 49 == 0:
            assert list(check_rows(rows, head, [], "", {})) == []
        [sentence] = check_rows(rows, head, lines, key, {})
        assert f"Entry {ENTRIES}: at" in sentence


@contextmanager
def no_triggers(cursor: CursorWrapper) -> Iterator[None]:
    """As whoever owns the database can have it. Within a transaction that is rolled back."""
    if connection.vendor == "postgresql":
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in ("claims_recordentry", "claims_recordhead"):
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            cursor.execute(
                f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
            )
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
    yield


@pytest.mark.django_db
@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_that_is_changed_in_the_database_is_found(column: str):
    written(5)
    row = RecordEntry.objects.get(sequence=3)
    new = altered(getattr(row, column))
    if column == "sequence":
        new = 99
    if column.endswith("_id") and column != "subject_id":
        new = None if getattr(row, column) else UserFactory().pk
    with connection.cursor() as cursor, no_triggers(cursor):
        cursor.execute(f"UPDATE claims_recordentry SET {column} = %s WHERE sequence = 3", [new])
    assert any(sentence.startswith("Entry 3:") for sentence in found())
    with pytest.raises(CommandError, match="not whole"):
        call_command("verify_record", "--sign", stdout=StringIO())
    assert checkpoints_of() == []  # what is not whole is never signed


@pytest.mark.django_db
def test_what_stands_otherwise_than_the_record_says_is_found():
    statement = StatementFactory()
    with transaction.atomic():
        record.write(
            record.Entry(
                "statement.decided",
                ("statement", statement.pk),
                after={"corroboration": "unassessed"},
            )
        )
    assert found() == []
    Statement.objects.filter(pk=statement.pk).update(corroboration="confirmed")
    assert found() == [
        f"The statement {statement.pk}: its corroboration is 'confirmed', "
        "the record says 'unassessed'."
    ]


# ── Checkpoints and exports ─────────────────────────────────────────────────────────────────────


@pytest.mark.django_db
def test_a_checkpoint_is_written_when_something_is_new():
    assert not checkpoints.checkpoint()
    written(2)
    assert checkpoints.checkpoint()
    assert not checkpoints.checkpoint()
    written(1)
    assert checkpoints.checkpoint()
    assert [json.loads(line)["sequence"] for line in checkpoints_of()] == [2, 3]
    assert found() == []


@pytest.mark.django_db
def test_a_line_cut_short_by_a_full_disk_does_not_stop_the_next(settings):
    written(2)
    settings.CHECKPOINTS.write_text('{"at": "20')
    assert checkpoints.checkpoint()
    lines = checkpoints_of()
    assert len(lines) == 2
    assert list(check(lines, checkpoints.public_key())) == [
        "Checkpoint 1 is not signed with this key."
    ]


@pytest.mark.django_db
def test_the_key_is_made_once_and_nobody_else_may_read_it(settings):
    assert checkpoints.public_key() == checkpoints.public_key()
    path = settings.VAR_DIR / "record-key"
    assert path.stat().st_mode & 0o777 == 0o600
    settings.RECORD_KEY = "01" * 32
    assert checkpoints.public_key() != path.read_text()


@pytest.mark.django_db
def test_checkpoints_of_another_key_count_for_nothing():
    written(2)
    checkpoints.checkpoint()
    assert list(check(checkpoints_of(), "00" * 32)) == ["Checkpoint 1 is not signed with this key."]


@pytest.mark.django_db
def test_an_export_is_checked_without_the_database_and_each_changed_line_is_found():
    written(20)
    checkpoints.checkpoint()
    out = StringIO()
    call_command("export_record", stdout=out)
    lines = out.getvalue().splitlines()
    signed = (checkpoints_of(), checkpoints.public_key())
    assert list(check_export(lines, *signed)) == []
    for place in range(21):
        changed = lines.copy()
        at = changed[place].index('"hash"') + 12
        other = "0" if changed[place][at] != "0" else "1"
        changed[place] = changed[place][:at] + other + changed[place][at + 1 :]
        assert list(check_export(changed, *signed))
        assert list(check_export(lines[:place] + lines[place + 1 :], *signed))
    assert list(check_export([*lines, lines[0]], *signed))


@pytest.mark.django_db
def test_the_command_says_that_all_is_well():
    written(2)
    checkpoints.checkpoint()
    out = StringIO()
    call_command("verify_record", stdout=out)
    assert "The record is whole: 2 entries, 1 checkpoints." in out.getvalue()
    written(1)
    out = StringIO()
    call_command("verify_record", "--sign", stdout=out)
    assert "The record is whole: 3 entries, 1 checkpoints.\nIts end is signed." in out.getvalue()
    assert len(checkpoints_of()) == 2
    call_command("verify_record", "--sign", stdout=out)
    assert len(checkpoints_of()) == 2  # nothing is new
    with pytest.raises(CommandError, match="There is no file"):
        call_command("verify_record", checkpoints=Path("nowhere"))


# ── Many at once ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.django_db(transaction=True)
def test_eight_writers_make_4000_entries_and_no_fork():
    statements = [StatementFactory() for _ in range(8)]
    failed: list[BaseException] = []

    def work(statement: Statement) -> None:
        try:
            for number in range(500):
                with transaction.atomic():
                    record.write(noted(statement, number))
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    writers = [Thread(target=work, args=(one,)) for one in statements]
    for writer in writers:
        writer.start()
    alarms = found() if connection.vendor == "postgresql" else []
    for writer in writers:
        writer.join()
    assert failed == []
    assert RecordEntry.objects.count() == 4000
    assert alarms + found() == []
