"""What people have put on record about a statement: one function for each kind of row.

Each takes rows of the columns above it and the people whom they name.
"""

from collections.abc import Sequence
from typing import Any

from claims.api.documents.people import Who
from claims.api.links import Links
from claims.models import Evidence
from claims.sources.seeing import hidden_among

Row = dict[str, Any]
Rows = Sequence[Row]

EVIDENCE = (
    *("id", "statement_id", "kind", "stance", "nature", "title", "address", "note", "assessment"),
    *("article_id", "state", "problem", "sha256", "size", "media_type", "final_address"),
    *("fetched_at", "added_by_id", "added_at", "withdrawn_by_id", "withdrawn_at"),
    "withdrawn_because",
)
ATTEMPT = (
    *("id", "looked_for", "looked_in", "looked_on", "found", "result", "made_by_id", "made_at"),
)
COMMENT = ("id", "author_id", "text", "written_at")
CORRECTION = ("id", "decision_id", "text", "written_by_id", "written_at")
CONTRADICTION = (
    *("id", "one_id", "other_id", "kind", "note", "opened_by_id", "opened_at"),
    *("closed_by_id", "closed_at", "closed_because"),
)
REGROUPING = (
    *("id", "kind", "origin_id", "target_id", "claims", "reason", "decided_by_id", "decided_at"),
    *("undone_by_id", "undone_at"),
)
# In what an alarm tells, numbers of sources.
_SOURCES = ("source", "into", "one", "other")
ALARM = ("id", "cause", "detail", "raised_by_id", "raised_at")
DECISION = (
    *("id", "round_id", "undoes_id", "before", "after", "category", "reason", "decided_by_id"),
    *("decided_at", "independence", "version"),
)
FINDING = (
    *("id", "round_id", "place", "reviewer_id", "verdict", "category", "reason"),
    *("independence", "given_at"),
)
GRADE = ("id", "source_id", "letter", "since", "basis", "graded_by_id", "graded_at")
ORIGINS = ("id", "one_id", "other_id", "verdict", "reason", "judged_by_id", "judged_at")
LINK = ("id", "link_id", "status", "reason", "judged_by_id", "judged_at")


def evidence(rows: Rows, who: Who, links: Links) -> list[Row]:
    return [
        {
            "id": row["id"],
            "statement": row["statement_id"],
            "kind": row["kind"],
            "stance": row["stance"],
            "nature": row["nature"],
            "title": row["title"],
            "address": row["address"] or None,
            "note": row["note"] or None,
            "assessment": row["assessment"] or None,
            "article": row["article_id"],
            "state": row["state"],
            "problem": row["problem"] or None,
            "sha256": row["sha256"] or None,
            "size": row["size"] if row["sha256"] else None,
            "media_type": row["media_type"] or None,
            "final_address": row["final_address"] or None,
            "fetched_at": row["fetched_at"],
            "added_by": who[row["added_by_id"]],
            "added_at": row["added_at"],
            "withdrawn_by": who[row["withdrawn_by_id"]],
            "withdrawn_at": row["withdrawn_at"],
            "withdrawn_because": row["withdrawn_because"] or None,
            "links": {
                "withdraw": f"{links.root}evidence/{row['id']}/withdraw/"
                if row["state"] != Evidence.State.WITHDRAWN
                else None
            },
        }
        for row in rows
    ]


def attempts(rows: Rows, who: Who) -> list[Row]:
    return [
        {
            "id": row["id"],
            "looked_for": row["looked_for"],
            "looked_in": row["looked_in"],
            "looked_on": row["looked_on"],
            "found": row["found"],
            "result": row["result"] or None,
            "made_by": who[row["made_by_id"]],
            "made_at": row["made_at"],
        }
        for row in rows
    ]


def comments(rows: Rows, who: Who) -> list[Row]:
    return [
        {
            "id": row["id"],
            "author": who[row["author_id"]],
            "text": row["text"],
            "written_at": row["written_at"],
        }
        for row in rows
    ]


def corrections(rows: Rows, who: Who) -> list[Row]:
    return [
        {
            "id": row["id"],
            "decision": row["decision_id"],
            "text": row["text"] or None,
            "written_by": who[row["written_by_id"]],
            "written_at": row["written_at"],
        }
        for row in rows
    ]


def contradictions(rows: Rows, who: Who, links: Links, independent: dict[int, bool]) -> list[Row]:
    """``independent`` says of the open ones whether they are with an independent origin."""
    return [
        {
            "id": row["id"],
            "kind": row["kind"],
            "note": row["note"] or None,
            "statements": [row["one_id"], row["other_id"]],
            "independent": independent.get(row["id"]),
            "opened_by": who[row["opened_by_id"]],
            "opened_at": row["opened_at"],
            "closed_by": who[row["closed_by_id"]],
            "closed_at": row["closed_at"],
            "closed_because": row["closed_because"] or None,
            "links": {
                "one": links.statement(row["one_id"]),
                "other": links.statement(row["other_id"]),
                "close": f"{links.root}contradictions/{row['id']}/close/"
                if row["closed_at"] is None
                else None,
            },
        }
        for row in rows
    ]


def regroupings(rows: Rows, who: Who, links: Links) -> list[Row]:
    return [
        {
            "id": row["id"],
            "kind": row["kind"],
            "origin": row["origin_id"],
            "target": row["target_id"],
            "claims": row["claims"],
            "reason": row["reason"],
            "decided_by": who[row["decided_by_id"]],
            "decided_at": row["decided_at"],
            "undone_by": who[row["undone_by_id"]],
            "undone_at": row["undone_at"],
            "links": {
                "origin": links.statement(row["origin_id"]),
                "target": links.statement(row["target_id"]),
                "undo": f"{links.root}regroupings/{row['id']}/undo/"
                if row["undone_at"] is None
                else None,
            },
        }
        for row in rows
    ]


def alarms(rows: Rows, who: Who) -> list[Row]:
    """Without the numbers of sources that who asks may not see."""
    told = [row["detail"].get(name) for row in rows for name in _SOURCES]
    hidden = hidden_among(told) if any(told) else set()
    return [
        {
            "cause": row["cause"],
            "detail": {
                name: pk
                for name, pk in row["detail"].items()
                if name not in _SOURCES or pk not in hidden
            },
            "raised_by": who[row["raised_by_id"]],
            "raised_at": row["raised_at"],
        }
        for row in rows
    ]


def decisions(rows: Rows, who: Who, links: Links, undoable: set[int]) -> list[Row]:
    """``undoable`` are those that the person who asks may take back now."""
    return [
        {
            "id": row["id"],
            "round": row["round_id"],
            "undoes": row["undoes_id"],
            "before": row["before"],
            "after": row["after"],
            "category": row["category"] or None,
            "reason": row["reason"],
            "decided_by": who[row["decided_by_id"]],
            "decided_at": row["decided_at"],
            "independence": row["independence"],
            "version": row["version"],
            "links": {
                "undo": f"{links.root}decisions/{row['id']}/undo/"
                if row["id"] in undoable
                else None
            },
        }
        for row in rows
    ]


def findings(rows: Rows, who: Who, evidence_of: dict[int, list[int]]) -> list[Row]:
    return [
        {
            "id": row["id"],
            "place": row["place"],
            "reviewer": who[row["reviewer_id"]],
            "verdict": row["verdict"],
            "category": row["category"] or None,
            "reason": row["reason"],
            "evidence": evidence_of.get(row["id"], []),
            "independence": row["independence"],
            "given_at": row["given_at"],
        }
        for row in rows
    ]


def grades(rows: Rows, who: Who) -> list[Row]:
    return [
        {
            "id": row["id"],
            "source": row["source_id"],
            "letter": row["letter"],
            "since": row["since"],
            "basis": row["basis"],
            "graded_by": who[row["graded_by_id"]],
            "graded_at": row["graded_at"],
        }
        for row in rows
    ]


def origins(rows: Rows, who: Who) -> list[Row]:
    return [
        {
            "id": row["id"],
            "one": row["one_id"],
            "other": row["other_id"],
            "verdict": row["verdict"],
            "reason": row["reason"],
            "judged_by": who[row["judged_by_id"]],
            "judged_at": row["judged_at"],
        }
        for row in rows
    ]


def link_judgements(rows: Rows, who: Who) -> list[Row]:
    return [
        {
            "id": row["id"],
            "link": row["link_id"],
            "status": row["status"],
            "reason": row["reason"] or None,
            "judged_by": who[row["judged_by_id"]],
            "judged_at": row["judged_at"],
        }
        for row in rows
    ]
