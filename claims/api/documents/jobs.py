"""Work owed, and how far it is."""

from typing import Any

from claims.api.links import Links
from claims.models import Job

COLUMNS = (
    *("id", "kind", "state", "stage", "done", "total", "attempts", "error"),
    *("queued_at", "started_at", "finished_at"),
    *("version_id", "version__number", "version__article_id"),
)


def document(row: dict[str, Any], links: Links) -> dict[str, Any]:
    """A row of COLUMNS."""
    article, number = row["version__article_id"], row["version__number"]
    failed = row["state"] == Job.State.FAILED
    return {
        **{name: row[name] for name in COLUMNS[:7]},
        "error": row["error"] or None,
        **{name: row[name] for name in COLUMNS[8:11]},
        "links": {
            "self": links.job(row["id"]),
            "article": links.article(article),
            "version": links.version(article, number),
            "claims": links.claims(article, number),
            "retry": f"{links.job(row['id'])}retry/" if failed else None,
        },
    }
