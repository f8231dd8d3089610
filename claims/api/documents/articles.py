"""Articles with their versions, never with their texts."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from claims.api.documents import jobs
from claims.api.documents.sources import brief
from claims.api.links import Links
from claims.models import ArticleVersion, Job, Source

COLUMNS = (
    *("id", "title", "url", "language", "language_known", "published", "added_at"),
    "outlet__source_id",
)
VERSION_COLUMNS = ("id", "article_id", "number", "text_sha256", "stored_at", "engine")


def documents(rows: Sequence[dict[str, Any]], links: Links) -> list[dict[str, Any]]:
    """Rows of COLUMNS with their outlets, versions and newest jobs. Three queries, and one more
    for each step of merged outlets."""
    versions = _versions([row["id"] for row in rows], links)
    outlets = Source.objects.standing_for(
        row["outlet__source_id"] for row in rows if row["outlet__source_id"]
    )
    return [
        {
            "id": row["id"],
            "title": row["title"] or None,
            "url": row["url"] or None,
            "outlet": brief(outlets.get(row["outlet__source_id"]), links),
            "language": row["language"],
            "language_known": row["language_known"],
            "published": row["published"],
            "added_at": row["added_at"],
            "versions": versions[row["id"]],
            "links": {
                "self": links.article(row["id"]),
                "claims": f"{links.article(row['id'])}claims/",
            },
        }
        for row in rows
    ]


def version_document(row: dict[str, Any], links: Links) -> dict[str, Any]:
    """A row of VERSION_COLUMNS."""
    article, number = row["article_id"], row["number"]
    return {
        "number": number,
        "text_sha256": row["text_sha256"],
        "stored_at": row["stored_at"],
        "engine": row["engine"] or None,
        "links": {
            "self": links.version(article, number),
            "claims": links.claims(article, number),
        },
    }


def _versions(articles: list[int], links: Links) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = ArticleVersion.objects.filter(article__in=articles).order_by("article_id", "-number")
    newest = {
        job["version_id"]: jobs.document(job, links)  # the last one of a version wins
        for job in Job.objects.filter(version__article__in=articles)
        .order_by("id")
        .values(*jobs.COLUMNS)
    }
    for row in rows.values(*VERSION_COLUMNS):
        found[row["article_id"]].append(
            {**version_document(row, links), "job": newest.get(row["id"])}
        )
    return found
