"""Writes in words worked out once do what Django's own do."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from claims.models import Finding, RecordEntry, Round, Statement, kept_write
from tests.factories import StatementFactory, UserFactory

pytestmark = pytest.mark.django_db


def a_finding(**given: object) -> Finding:
    fields = {
        "round": Round.objects.create(statement=StatementFactory()),
        "place": 1,
        "reviewer": UserFactory(),
        "verdict": "contested",
        "reason": "قال «لا»؛ 100% \0".replace("\0", ""),
        "independence": {"origins": 2, "أصول": ["%s", None]},
    }
    return Finding(**{**fields, **given})


def entry(sequence: int) -> RecordEntry:
    return RecordEntry(
        sequence=sequence,
        action="x",
        subject_type="statement",
        subject_id=sequence,
        body="{}",
        previous_hash=f"{sequence}",
        hash=f"{sequence + 1}",
    )


def test_a_new_row_is_what_django_would_have_written() -> None:
    row = a_finding()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        kept_write.add(row)
    assert len(asked) == 1
    kept = Finding.objects.get(pk=row.pk)
    other = a_finding(reviewer=row.reviewer)
    other.save()
    for field in Finding._meta.concrete_fields:
        if field.name not in ("id", "round", "given_at"):
            assert getattr(kept, field.attname) == getattr(other, field.attname), field.name
    assert kept.given_at == row.given_at
    assert abs((datetime.now(UTC) - kept.given_at).total_seconds()) < 60
    row.reason = "x"
    with pytest.raises(DatabaseError, match="is_kept"):
        row.save()  # it counts as there: Django updates it, and the database refuses


def test_rules_of_the_database_hold() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        kept_write.add(a_finding(reason=""))


def test_many_rows_with_their_ids_go_in_a_few_statements() -> None:
    rows = [entry(number) for number in range(1, 700)]
    with CaptureQueriesContext(connection) as asked:
        kept_write.add_numbered(rows)
        kept_write.add_numbered([])
    assert len(asked) == 3
    assert list(RecordEntry.objects.values_list("sequence", flat=True)) == list(range(1, 700))


def test_a_changed_row_is_kept_whole_or_in_part() -> None:
    row = StatementFactory()
    row.priority, row.version, row.language = 4, 7, "ar"
    kept_write.keep(row, "priority")
    again = Statement.objects.get(pk=row.pk)
    assert (again.priority, again.version) == (4, 1)
    row.held_by, row.held_until = UserFactory(), datetime(2026, 11, 25, 3, tzinfo=UTC)
    kept_write.keep(row)
    again = Statement.objects.get(pk=row.pk)
    for field in Statement._meta.concrete_fields:
        assert getattr(again, field.attname) == getattr(row, field.attname), field.name


def test_what_is_gone_is_not_kept_silently() -> None:
    row = StatementFactory()
    Statement.objects.filter(pk=row.pk).delete()
    with pytest.raises(DatabaseError, match="is not there"):
        kept_write.keep(row)
