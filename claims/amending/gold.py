"""Checked texts as annotated articles: what people set right is what the engine is measured by."""

from collections.abc import Iterator
from typing import Any

from claims.amending.values import ClaimValue, value_of
from claims.extraction.types import Span
from claims.models import ArticleVersion, Attribution, Claim, Source

Json = dict[str, Any]


def gold() -> Iterator[Json]:
    """Every checked text with its claims as they stand, in the form that ``evaluate`` reads.

    Four queries an article, however many claims it has.
    """
    versions = ArticleVersion.objects.filter(checks__isnull=False).distinct().order_by("pk")
    for version in versions.select_related("article__outlet__source").iterator(chunk_size=50):
        yield article(version)


def article(version: ArticleVersion) -> Json:
    """One text with its current claims, in the order of the text."""
    claims = list(version.claims.current().prefetch_related("links").order_by("start", "-end"))
    links = [link for claim in claims for link in claim.links.all()]
    sources = Source.objects.standing_for(link.source_id for link in links)
    entities: dict[str, list[Span]] = {}
    told = [_claim(claim, sources, entities) for claim in claims]
    published = version.article.published
    return {
        "id": f"{version.article_id}-{version.number}",
        "lang": version.article.language,
        "published": published.isoformat() if published else None,
        "text": version.text,
        "entities": {key: [_pair(one) for one in spans] for key, spans in entities.items()},
        "claims": told,
    }


def _claim(claim: Claim, sources: dict[int, Source], entities: dict[str, list[Span]]) -> Json:
    links = list(claim.links.all())
    value = value_of(claim, links)
    keys = []
    for link, one in zip(links, value.chain, strict=True):
        if one.full is None:
            continue
        key = _key(link, sources)
        keys.append(key)
        mentions = entities.setdefault(key, [one.full])
        if one.mention and one.mention not in mentions:
            mentions.append(one.mention)
    return {**_told(value), "entity": keys[-1] if keys else None, "chain_entities": keys}


def _told(value: ClaimValue) -> Json:
    source = value.chain[-1].mention if value.chain else None
    return {
        "content": _pair(value.content),
        "kind": value.kind,
        "modality": value.modality,
        "cue": _pair(value.cue) if value.cue else None,
        "source": _pair(source) if source else None,
    }


def _key(link: Attribution, sources: dict[int, Source]) -> str:
    """Sources by number: a name may be protected, and the words stand in the text."""
    return str(sources[link.source_id].pk)


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
