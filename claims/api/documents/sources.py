"""Entries of the registry."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from claims.api.links import Links
from claims.models import Source, SourceName, SourceRelation
from claims.models.source import PROTECTED_SOURCE
from claims.sources.seeing import hidden_among, sees

COLUMNS = (
    *("id", "key", "kind", "state", "name", "language", "wikidata", "article_id", "count"),
    *("relayed_by_id", "merged_into_id", "is_protected"),
)
_NAME = ("name", "language", "kind", "is_shown")


def brief(source: Source | None, links: Links) -> dict[str, Any] | None:
    """As it stands in a chain, or as the outlet of an article."""
    if source is None:
        return None
    if not sees(source):
        return _hidden()
    return {
        "id": source.pk,
        "name": source.name,
        "language": source.language,
        "kind": source.kind,
        "state": source.state,
        "is_protected": source.is_protected,
        "links": {"self": links.source(source.pk)},
    }


def _hidden() -> dict[str, Any]:
    """Who nobody is told of: that there is somebody is all that is left."""
    return {
        "id": None,
        "name": str(PROTECTED_SOURCE),
        "language": "en",
        "kind": None,
        "state": None,
        "is_protected": True,
        "links": {"self": None},
    }


def documents(rows: Sequence[dict[str, Any]], links: Links) -> list[dict[str, Any]]:
    """Rows of COLUMNS, of sources that the reader sees, with their names and relations.

    Three queries.
    """
    ids = [row["id"] for row in rows]
    hidden = hidden_among(row["relayed_by_id"] for row in rows)
    names, relations = _names(ids), _relations(ids, links)
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "language": row["language"],
            "kind": row["kind"],
            "state": row["state"],
            "is_protected": row["is_protected"],
            "key": row["key"],
            "wikidata": row["wikidata"] or None,
            "count": row["count"],
            "names": names[row["id"]],
            "relations": relations[row["id"]],
            "links": {
                "self": links.source(row["id"]),
                "claims": f"{links.root}claims/?source={row['id']}",
                "article": _or_none(links.article, row["article_id"]),
                "relayed_by": _or_none(
                    links.source, None if row["relayed_by_id"] in hidden else row["relayed_by_id"]
                ),
                "merged_into": _or_none(links.source, row["merged_into_id"]),
            },
        }
        for row in rows
    ]


def _or_none(link: Any, pk: int | None) -> str | None:
    return None if pk is None else link(pk)


def _names(ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = SourceName.objects.filter(source__in=ids).order_by("id")
    for row in rows.values("source_id", *_NAME):
        found[row["source_id"]].append({name: row[name] for name in _NAME})
    return found


def _relations(ids: Iterable[int], links: Links) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = SourceRelation.objects.filter(source__in=ids).select_related("target").order_by("id")
    for row in filter(lambda relation: sees(relation.target), rows):
        found[row.source_id].append(
            {
                "kind": row.kind,
                "target": brief(row.target, links),
                "since": row.since,
                "until": row.until,
            }
        )
    return found
