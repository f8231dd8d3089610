"""Claims with their chains, in the claims format: every span with the words that it stands for."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from claims.api.documents.sources import brief
from claims.api.links import Links
from claims.models import ArticleVersion, Attribution, Claim, Source

COLUMNS = (
    *("id", "version_id", "number", "start", "end", "quote", "kind", "modality", "state", "parts"),
    *("cue_start", "cue_end", "time_start", "time_end", "time_date"),
    *("construction", "because", "found_by", "statement__corroboration"),
)
WITH_ARTICLE = (
    *COLUMNS,
    *("version__number", "version__text_sha256", "version__article_id"),
    *("version__article__title", "version__article__url", "version__article__language"),
    *("version__article__published", "version__article__outlet__source_id"),
)
_LINK = (
    *("claim_id", "role", "mention_start", "mention_end", "antecedent_start", "antecedent_end"),
    *("cue_start", "cue_end", "resolved_by", "anonymous", "count", "source_id"),
)
Row = dict[str, Any]


def documents(rows: Sequence[Row], texts: dict[int, str], links: Links) -> list[Row]:
    """Rows of COLUMNS with their chains. ``texts`` by version.

    Two queries, and one more for each step of merged sources.
    """
    chains = _chains(rows)
    sources = Source.objects.standing_for(
        link["source_id"] for chain in chains.values() for link in chain
    )
    return [
        _claim(
            row,
            texts[row["version_id"]],
            [_link(link, texts[row["version_id"]], sources, links) for link in chains[row["id"]]],
            links,
        )
        for row in rows
    ]


def listed(rows: Sequence[Row], links: Links) -> list[Row]:
    """Rows of WITH_ARTICLE, each with what it needs of its article.

    Four queries, and one more for each step of merged sources or outlets.
    """
    texts = dict(
        ArticleVersion.objects.filter(pk__in={row["version_id"] for row in rows})
        .order_by()
        .values_list("pk", "text")
    )
    outlets = Source.objects.standing_for(
        row["version__article__outlet__source_id"]
        for row in rows
        if row["version__article__outlet__source_id"]
    )
    found = documents(rows, texts, links)
    for row, document in zip(rows, found, strict=True):
        outlet = outlets.get(row["version__article__outlet__source_id"])
        document["article"] = _article(row, brief(outlet, links), links)
    return found


def _chains(rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    chained = Attribution.objects.filter(claim__in=[row["id"] for row in rows])
    for link in chained.order_by("claim_id", "position").values(*_LINK):
        found[link["claim_id"]].append(link)
    return found


def _claim(row: Row, text: str, attribution: list[Row], links: Links) -> Row:
    time = _span(text, row["time_start"], row["time_end"])
    return {
        "id": row["id"],
        "number": row["number"],
        "state": row["state"],
        "status": row["statement__corroboration"],
        "content": {"start": row["start"], "end": row["end"], "quote": row["quote"]},
        "kind": row["kind"],
        "modality": row["modality"],
        "cue": _span(text, row["cue_start"], row["cue_end"]),
        "construction": row["construction"],
        "because": [_span(text, start, end) for start, end in row["because"] or ()],
        "found_by": row["found_by"] or Claim.FoundBy.ENGINE,
        "attribution": attribution,
        "time": time and {**time, "date": row["time_date"]},
        "parts": [_span(text, start, end) for start, end in row["parts"]],
        "links": {"self": links.claim(row["id"])},
    }


def _link(link: Row, text: str, sources: dict[int, Source], links: Links) -> Row:
    return {
        "role": link["role"],
        "mention": _span(text, link["mention_start"], link["mention_end"]),
        "antecedent": _span(text, link["antecedent_start"], link["antecedent_end"]),
        "cue": _span(text, link["cue_start"], link["cue_end"]),
        "resolved_by": link["resolved_by"],
        "anonymous": link["anonymous"],
        "count": link["count"],
        "source": brief(sources[link["source_id"]], links),
    }


def _span(text: str, start: int | None, end: int | None) -> Row | None:
    return None if start is None else {"start": start, "end": end, "quote": text[start:end]}


def _article(row: Row, outlet: Row | None, links: Links) -> Row:
    article, number = row["version__article_id"], row["version__number"]
    return {
        "id": article,
        "title": row["version__article__title"] or None,
        "url": row["version__article__url"] or None,
        "outlet": outlet,
        "language": row["version__article__language"],
        "published": row["version__article__published"],
        "version": number,
        "text_sha256": row["version__text_sha256"],
        "links": {
            "self": links.article(article),
            "version": links.version(article, number),
            "claims": links.claims(article, number),
        },
    }
