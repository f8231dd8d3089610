"""The one way into the record, and the lock that keeps it one chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.models import RecordEntry, RecordHead, kept_write
from claims.models.kept_query import KeptRows
from claims.record.verifier import BEGINNING, canonical, digest

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change, as it is told to the record.

    ``subject`` is a kind of row and its id; ``before`` and ``after`` hold the columns that changed,
    in plain values of JSON without fractions. ``by`` is None where a program did it.
    """

    action: str
    subject: tuple[str, int]
    before: Fields | None = None
    after: Fields | None = None
    reason: str = ""
    by: User | None = None
    statement: int | None = None
    independence: Fields | None = None


def write(*entries: Entry) -> list[RecordEntry]:
    """Add entries to the record, within the transaction that makes the changes.

    Locks the record's head until that transaction ends: call it last, and once, so that nobody
    who holds the head waits for somebody who waits for it. Raises ValueError for values that have
    no canonical text.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an entry is written in the transaction of the change that it tells of")
    if not entries:
        return []
    head = _locked_head()
    now = timezone.now().astimezone(UTC)
    rows = []
    for entry in entries:
        body = canonical(_told(entry, head, now))
        row = RecordEntry(
            sequence=head.sequence + 1,
            action=entry.action,
            subject_type=entry.subject[0],
            subject_id=entry.subject[1],
            statement_id=entry.statement,
            actor=entry.by,
            body=body,
            previous_hash=head.hash,
            hash=digest(body),
        )
        head.sequence, head.hash = row.sequence, row.hash
        rows.append(row)
    kept_write.add_numbered(rows)
    kept_write.keep(head, "sequence", "hash")
    return rows


_HEAD = KeptRows[RecordHead](lambda ids: RecordHead.objects.select_for_update().filter(pk__in=ids))


def _locked_head() -> RecordHead:
    head = next(iter(_HEAD([1])), None)
    if head is None:
        # Two that begin at once: the second waits for the first one's row.
        RecordHead.objects.bulk_create([RecordHead(hash=BEGINNING)], ignore_conflicts=True)
        head = RecordHead.objects.select_for_update().get(pk=1)
    return head


def _told(entry: Entry, head: RecordHead, now: datetime) -> dict[str, object]:
    return {
        "sequence": head.sequence + 1,
        "previous": head.hash,
        "at": now.isoformat(timespec="microseconds"),
        "actor": entry.by.pk if entry.by else None,
        "actor_name": entry.by.get_username() if entry.by else None,
        "action": entry.action,
        "subject": list(entry.subject),
        "statement": entry.statement,
        "before": dict(entry.before) if entry.before is not None else None,
        "after": dict(entry.after) if entry.after is not None else None,
        "reason": entry.reason,
        "independence": dict(entry.independence) if entry.independence is not None else None,
    }
