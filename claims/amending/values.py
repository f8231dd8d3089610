"""A claim as a person sets it: where it stands, how it is put, and through whom it came."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from claims.amending.places import trimmed
from claims.errors import AmendmentRefused
from claims.extraction.types import Span
from claims.models import Attribution, Claim, RecordEntry

# Longer chains were not seen; a form has to end somewhere.
LINKS_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class LinkValue:
    """One link: the words beside the cue (None where the language drops them), and the words that
    name the source in full, which may be the same; None where it rests on no words."""

    mention: Span | None
    full: Span | None
    anonymous: bool = False

    def told(self) -> dict[str, Any]:
        return {
            "mention": _pair(self.mention),
            "full": _pair(self.full),
            "anonymous": self.anonymous,
        }


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """What can be set of a claim; the chain runs from the outermost relayer to the origin."""

    content: Span
    kind: str
    modality: str
    cue: Span | None
    chain: tuple[LinkValue, ...]

    def told(self) -> dict[str, Any]:
        """As plain values of JSON."""
        return {
            "content": _pair(self.content),
            "kind": self.kind,
            "modality": self.modality,
            "cue": _pair(self.cue),
            "chain": [link.told() for link in self.chain],
        }

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "ClaimValue":
        """What ``told`` gave."""
        return cls(
            Span(*told["content"]),
            told["kind"],
            told["modality"],
            _span(told["cue"]),
            tuple(
                LinkValue(_span(one["mention"]), _span(one["full"]), one["anonymous"])
                for one in told["chain"]
            ),
        )

    def on(self, content: Span) -> "ClaimValue":
        """The same on other words."""
        return ClaimValue(content, self.kind, self.modality, self.cue, self.chain)

    def changes(self, before: "ClaimValue") -> list[str]:
        names = ("content", "kind", "modality", "cue", "chain")
        return [name for name in names if getattr(self, name) != getattr(before, name)]

    def checked(self, text: str) -> "ClaimValue":
        """The same without blanks at the edges of its content.

        Raises AmendmentRefused, with a sentence for each thing that is wrong.
        """
        missing = list(self._missing(text))
        if missing:
            raise AmendmentRefused(*missing)
        content = trimmed(text, self.content) or self.content
        return ClaimValue(content, self.kind, self.modality, self.cue, self.chain)

    def _missing(self, text: str) -> Iterable[str]:
        spans = [
            self.content,
            self.cue,
            *(x for one in self.chain for x in (one.mention, one.full)),
        ]
        if any(span is not None and span.end > len(text) for span in spans):
            yield _("Something that is marked lies beyond the end of the text.")
        elif not re.search(r"\w", self.content.of(text)):
            yield _("Mark the words of the claim: there has to be a letter or a number in them.")
        if self.kind not in Claim.Kind.values or self.modality not in Claim.Modality.values:
            yield _("Choose a kind and a modality.")
        if self.kind == Claim.Kind.NARRATION and (self.chain or self.cue):
            yield _("The outlet’s own words have neither a cue nor a source: take them away.")
        if (self.kind == Claim.Kind.NO_COMMENT) != (self.modality == Claim.Modality.DECLINED):
            yield _("“No comment” and “Declined” go together.")
        if len(self.chain) > LINKS_AT_MOST:
            yield _("A chain has up to %(most)d links.") % {"most": LINKS_AT_MOST}
        named = {one.full for one in self.chain if not one.anonymous}
        if any(one.anonymous and one.full in named for one in self.chain if one.full):
            yield _(
                "Two links rest on the same words, one as named and one as unnamed: mark other "
                "words for one of them."
            )


def value_of(claim: Claim, links: Iterable[Attribution]) -> ClaimValue:
    """A claim as it stands; ``links`` in the order of the chain."""
    return ClaimValue(
        Span(claim.start, claim.end),
        claim.kind,
        claim.modality,
        _of(claim.cue_start, claim.cue_end),
        tuple(link_value(link) for link in links),
    )


def stand(claim: Claim, links: Iterable[Attribution]) -> dict[str, Any]:
    """A claim as it stands, with the sources of its links."""
    chain = list(links)
    sources = [link.source_id for link in chain]
    return {**value_of(claim, chain).told(), "sources": sources}


def first_stand(claims: Iterable[Claim]) -> dict[int, dict[str, Any]]:
    """Claims that nobody amended, with the sources that the engine gave their links: the first that
    the record knows, where somebody set another. One query beside the links."""
    chains = {claim.pk: (claim, list(claim.links.all())) for claim in claims}
    ids = [link.pk for _claim, chain in chains.values() for link in chain if link.decided_by_id]
    entries = RecordEntry.objects.filter(
        subject_type="link", subject_id__in=ids, action="link.source_set"
    )
    first: dict[int, int] = {}
    for row in entries.order_by("-sequence"):
        first[row.subject_id] = json.loads(row.body)["before"]["source_id"]
    return {
        pk: {
            **stand(claim, chain),
            "sources": [first.get(link.pk, link.source_id) for link in chain],
        }
        for pk, (claim, chain) in chains.items()
    }


def link_value(link: Attribution) -> LinkValue:
    mention = _of(link.mention_start, link.mention_end)
    full = _of(link.antecedent_start, link.antecedent_end) or mention
    return LinkValue(mention, full, link.anonymous)


def _of(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span(told: list[int] | None) -> Span | None:
    return Span(*told) if told else None
