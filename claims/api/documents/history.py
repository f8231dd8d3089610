"""Entries of the record, as far as the person who asks may see them."""

import json
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User

from claims.models import RecordEntry, Statement
from claims.review.blindness import history_of
from claims.sources.entries import entries_kept_back

COLUMNS = ("sequence", "action", "subject_type", "subject_id", "body", "hash")
Row = dict[str, Any]

# Each of these gives the statement a new version, some of them more than one.
_STEPS = {
    *("statement.taken", "statement.assigned", "statement.decided", "statement.undone"),
    *("statement.reopened", "statement.published", "statement.merged", "statement.split"),
    *("statement.regrouping_undone", "statement.stale", "finding.given", "finding.taken_back"),
    "contradiction.closed",
}
_AT_MOST = 50


def documents(rows: Sequence[Row]) -> list[Row]:
    """Rows of COLUMNS. What tells of a protected source is left out for who may not see it."""
    kept_back = entries_kept_back(RecordEntry(**row) for row in rows)
    return [
        _entry(json.loads(row["body"]), row["hash"], is_hidden=row["sequence"] in kept_back)
        for row in rows
    ]


def since(statement: Statement, version: int, person: User) -> list[Row]:
    """What happened since this version, newest first: all of it, up to fifty entries.

    The record does not count versions. As each step of them left entries that bear one time, so
    many times are gone back; where a step counted twice, some that are older are told too.
    """
    steps = statement.version - version
    found: list[Row] = []
    times: set[str] = set()
    entries = history_of(statement.pk, person).order_by("-sequence").values(*COLUMNS)
    for one in documents(list(entries[:_AT_MOST])):
        if one["action"] in _STEPS:
            times.add(one["at"])
        if len(times) > max(steps, 0):
            break
        found.append(one)
    return found


def _entry(body: Row, digest: str, *, is_hidden: bool) -> Row:
    kind, pk = body["subject"]
    named = body["actor"] is not None and not is_hidden
    return {
        "sequence": body["sequence"],
        "at": body["at"],
        "action": body["action"],
        "subject": {"type": kind, "id": pk},
        "actor": {"id": body["actor"], "username": body["actor_name"]} if named else None,
        "before": None if is_hidden else body["before"],
        "after": None if is_hidden else body["after"],
        "reason": None if is_hidden else body["reason"] or None,
        "independence": body["independence"],
        "hash": digest,
    }
