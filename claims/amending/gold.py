"""Checked texts as annotated articles: what people set right is what the engine is measured by."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from claims.amending.values import ClaimValue
from claims.extraction.types import Span
from claims.models import ArticleVersion, Source, TextCheck
from claims.sources.seeing import hidden_among

Json = dict[str, Any]


def gold() -> Iterator[Json]:
    """Every checked text with its claims as they were checked, in the form that ``evaluate`` reads.

    Sources have keys of their own in each article. Of one that the reader may not see it is not
    told in which places it is the same: who reads is asked when this is called, not while it runs.
    """
    hidden = hidden_among()
    checks = TextCheck.objects.standing().select_related("version__article").order_by("version")
    return (article(one.version, one.claims, hidden) for one in checks.iterator(chunk_size=20))


def article(version: ArticleVersion, snapshot: list[Json], hidden: set[int]) -> Json:
    """One text with the claims that a check kept, in the order of the text. Up to two queries."""
    stands = [one["stands"] for one in snapshot if one["stands"]]
    sources = Source.objects.standing_for(pk for one in stands for pk in one["sources"])
    entities = _Entities({pk: row.pk for pk, row in sources.items()}, hidden)
    told = [_claim(one, entities) for one in stands]
    published = version.article.published
    return {
        "id": f"{version.article_id}-{version.number}",
        "lang": version.article.language,
        "published": published.isoformat() if published else None,
        "text": version.text,
        "entities": {key: list(map(_pair, spans)) for key, spans in entities.mentions.items()},
        "claims": told,
    }


class _Entities:
    """The sources of one article by keys that say nothing beyond it, with their mentions."""

    def __init__(self, standing_for: dict[int, int], hidden: set[int]) -> None:
        self.mentions: dict[str, list[Span]] = {}
        self._standing_for, self._hidden = standing_for, hidden
        self._keys: dict[int, str] = {}
        self._numbers = count(1)

    def key(self, source: int, spans: list[Span]) -> str:
        """That of the source; one that is hidden is another one each time."""
        pk = self._standing_for[source]
        if pk in self._hidden:
            key = f"a{next(self._numbers)}"
        else:
            key = self._keys.get(pk) or self._keys.setdefault(pk, f"a{next(self._numbers)}")
        mentions = self.mentions.setdefault(key, [])
        mentions += [span for span in spans if span not in mentions]
        return key


def _claim(stands: Json, entities: _Entities) -> Json:
    value = ClaimValue.read(stands)
    keys = []
    for link, source in zip(value.chain, stands["sources"], strict=True):
        if spans := list(dict.fromkeys(filter(None, (link.full, link.mention)))):
            keys.append(entities.key(source, spans))
    mention = value.chain[-1].mention if value.chain else None
    return {
        "content": _pair(value.content),
        "kind": value.kind,
        "modality": value.modality,
        "cue": _pair(value.cue) if value.cue else None,
        "source": _pair(mention) if mention else None,
        "entity": keys[-1] if keys else None,
        "chain_entities": keys,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
