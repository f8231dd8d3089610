"""Whether the live record is whole, and whether what stands is what it says."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from claims.models import Attribution, Claim, RecordEntry, RecordHead, Source, Statement
from claims.record.verifier import BEGINNING, Chain, read_checkpoints

# Columns whose last word in the record must be what stands in the row.
STANDING = {
    "statement": (Statement, ("corroboration", "work")),
    "claim": (Claim, ("state", "statement_id")),
    "link": (Attribution, ("source_id", "status")),
    "source": (Source, ("is_protected", "merged_into_id", "state")),
}
_AT_ONCE = 2000
_Last = dict[tuple[str, str], dict[int, object]]


def check(checkpoints: Iterable[str] = (), key: str = "") -> Iterator[str]:
    """A sentence for each thing that is wrong; none if all is well. Reads one moment's state."""
    with _one_moment():
        head = RecordHead.objects.filter(pk=1).first()
        entries = RecordEntry.objects.order_by("sequence").iterator(chunk_size=_AT_ONCE)
        last: _Last = {}
        yield from check_rows(entries, head, checkpoints, key, last)
        yield from _standing(last)


def check_rows(
    entries: Iterable[RecordEntry],
    head: RecordHead | None,
    checkpoints: Iterable[str],
    key: str,
    last: _Last,
) -> Iterator[str]:
    """The same of entries in their order, and where they are said to end.

    Notes in ``last``, by kind of row and column, the last word of each row's.
    """
    chain = Chain()
    good, wrong = read_checkpoints(checkpoints, key)
    yield from wrong
    chain.expect(good)
    for row in entries:
        yield from chain.take(row.body, row.hash)
        yield from _columns(row, chain.sequence, last)
    yield from chain.end(*((head.sequence, head.hash) if head else (0, BEGINNING)))


def export() -> Iterator[str]:
    """The whole record as lines for claims.record.verifier."""
    with _one_moment():
        head = RecordHead.objects.filter(pk=1).first()
        for row in RecordEntry.objects.order_by("sequence").iterator(chunk_size=_AT_ONCE):
            yield f'{{"entry":{row.body},"hash":"{row.hash}"}}'
        end = (head.sequence, head.hash) if head else (0, BEGINNING)
        yield json.dumps({"end": {"sequence": end[0], "hash": end[1]}})


@contextmanager
def _one_moment() -> Iterator[None]:
    """On PostgreSQL others go on writing meanwhile; SQLite lets nobody else write."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _columns(row: RecordEntry, number: int, last: _Last) -> Iterator[str]:
    """What the columns beside the body say otherwise than it; notes what it says of rows."""
    try:
        entry = json.loads(row.body)
        kind, pk = entry["subject"]
        told = (
            *(entry["sequence"], entry["action"], kind, pk),
            *(entry["statement"], entry["actor"], entry["previous"]),
        )
        after = dict(entry["after"] or {})
    except (ValueError, TypeError, KeyError, RecursionError):
        return  # the chain has told of it
    stands = (
        *(row.sequence, row.action, row.subject_type, row.subject_id),
        *(row.statement_id, row.actor_id, row.previous_hash),
    )
    if told != stands:
        yield f"Entry {number}: a column beside it says something else than its words."
    for column in STANDING.get(kind, (None, ()))[1]:
        if column in after:
            last.setdefault((kind, column), {})[pk] = after[column]


def _standing(last: _Last) -> Iterator[str]:
    for (kind, column), told in last.items():
        model = STANDING[kind][0]
        ids = sorted(told)
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            stands = dict(model._default_manager.filter(pk__in=some).values_list("pk", column))
            for pk in some:
                if pk not in stands:
                    if told[pk] is None:
                        continue  # it was taken away, and the record says so
                    yield f"The {kind} {pk} is on record and no longer there."
                elif stands[pk] != told[pk]:
                    yield (
                        f"The {kind} {pk}: its {column} is {stands[pk]!r}, "
                        f"the record says {told[pk]!r}."
                    )
