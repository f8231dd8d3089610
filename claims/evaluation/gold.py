"""Annotated articles as they are read from JSON lines: what a faultless reader finds in them.

``text``, ``lang`` (or ``language``), ``entities`` (an entity's mentions, the full one first) and
``claims`` with ``content``, ``kind``, ``modality``, ``cue``, ``source`` (null where the language
drops it), ``entity`` and ``chain_entities``; where a fair reader may differ also ``content_alts``,
``cue_alts``, ``chain_alts`` and ``optional``. Spans count code points of the text, end exclusive.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from claims.errors import InputRefused
from claims.extraction.types import Kind, Modality, Span

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim. ``chains`` are all that are accepted, as keys of entities."""

    accepted: tuple[Span, ...]  # the content, and what else is accepted for it
    kind: Kind
    modality: Modality
    cues: tuple[Span, ...]  # the cue, and what else is accepted for it; none: no cue
    source: Span | None
    entity: str | None
    chains: tuple[tuple[str, ...], ...]
    optional: bool = False

    @property
    def content(self) -> Span:
        return self.accepted[0]

    @property
    def cue(self) -> Span | None:
        return self.cues[0] if self.cues else None

    @property
    def is_attributed(self) -> bool:
        return self.kind is not Kind.NARRATION


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated text. ``entities`` are mentions of the sources, the full one first."""

    id: str
    language: str
    published: date | None
    text: str
    entities: dict[str, tuple[Span, ...]]
    claims: tuple[GoldClaim, ...]

    @property
    def digest(self) -> str:
        """Of the text and all that is annotated in it: what else changed is what was found."""
        told = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(told.encode()).hexdigest()


def read(lines: Iterable[str], where: str) -> Iterator[GoldArticle]:
    """The articles of a file, one a line. Raises InputRefused, which names the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield article(json.loads(line), f"{where}:{number}")
        except json.JSONDecodeError as error:
            raise InputRefused(
                f"{where}, line {number}: this is not JSON ({error.msg}, column {error.colno})."
            ) from error
        except InputRefused as refused:
            raise InputRefused(f"{where}, line {number}: {refused}") from refused


def article(told: object, place: str) -> GoldArticle:
    """One article from its JSON. Raises InputRefused with what is wrong."""
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise InputRefused('an annotated article is one object with "text", "entities", "claims".')
    text: str = told["text"]
    entities = {
        key: tuple(_span(one, text, f"a mention of {key}") for one in _list(mentions))
        for key, mentions in _dict(told.get("entities") or {}).items()
    }
    if any(not mentions for mentions in entities.values()):
        raise InputRefused("an entity has no mention.")
    claims = told.get("claims")
    if not isinstance(claims, list):
        raise InputRefused('"claims" is missing or no list.')
    return GoldArticle(
        str(told.get("id") or place),
        str(told.get("lang") or told.get("language") or ""),
        _day(told.get("published")),
        text,
        entities,
        tuple(_claim(_dict(one), text, entities) for one in claims),
    )


def _claim(told: Json, text: str, entities: dict[str, tuple[Span, ...]]) -> GoldClaim:
    try:
        kind, modality = Kind(told.get("kind", "")), Modality(told.get("modality", "asserted"))
    except ValueError as error:
        raise InputRefused(f"{error} of a claim.") from error
    entity = told.get("entity")
    chains = [
        _list(one) for one in (told.get("chain_entities") or [], *_list(told.get("chain_alts")))
    ]
    for key in [entity, *(key for chain in chains for key in chain)]:
        if key is not None and (not isinstance(key, str) or key not in entities):
            raise InputRefused(
                f"a claim names the entity {key!r}, which is not among the entities."
            )
    accepted = [told.get("content"), *_list(told.get("content_alts"))]
    cues = [told["cue"], *_list(told.get("cue_alts"))] if told.get("cue") else []
    return GoldClaim(
        tuple(_span(one, text, "the content of a claim") for one in accepted),
        kind,
        modality,
        tuple(_span(one, text, "a cue") for one in cues),
        _span(told["source"], text, "a source") if told.get("source") else None,
        entity,
        tuple(map(tuple, chains)),
        bool(told.get("optional")),
    )


def _dict(told: object) -> Json:
    if not isinstance(told, dict):
        raise InputRefused("an object was expected where something else stands.")
    return told


def _list(told: object) -> list[Any]:
    """Nothing is an empty one."""
    if not isinstance(told, list | None):
        raise InputRefused("a list was expected where something else stands.")
    return told or []


def _span(told: object, text: str, what: str) -> Span:
    match told:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return Span(start, end)
    raise InputRefused(f"{what} is {told!r}; it has to be [start, end] within the text.")


def _day(told: object) -> date | None:
    if told is None:
        return None
    try:
        return date.fromisoformat(str(told))
    except ValueError as error:
        raise InputRefused(
            f'"published" is {told!r}; it has to be a date like 2026-11-24.'
        ) from error
