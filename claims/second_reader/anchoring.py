"""Quotes of an answer become places in the text, or nothing.

A quote is found where it stands word for word, and all quotes of one proposal have to stand near
one another in one paragraph. Where two places would do equally, none is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from claims.extraction.document import Document
from claims.extraction.types import Kind, Link, Modality, ResolvedBy, Role, Span
from claims.second_reader import bounds
from claims.second_reader.answer import Said
from claims.second_reader.bounds import is_named, stands_alone

# Between the content and the words that name its source: a long sentence's other half.
NEAR = 300
CONTENT_AT_LEAST = 10
# A quote that stands more often than this in one part tells no place.
PLACES_AT_MOST = 50

_MARKS = '"“”„‟«»‹›″＂'
_AROUND = " \t\u00a0.,;:،؛…"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that nobody has accepted. Spans count code points of the unchanged text."""

    content: Span
    kind: Kind
    modality: Modality
    cue: Span | None
    attribution: tuple[Link, ...]


def anchored(listed: Sequence[Said], text: str, part: Span) -> list[Proposal]:
    """Those that stand in the part, in its order."""
    found = [one for said in listed if (one := _Anchoring(text, part, said).made()) is not None]
    if not found:
        return []
    quoted = _quoted(text, part)
    return sorted(
        (
            Proposal(one.content, _kind(one.content, quoted), one.modality, one.cue, one.links)
            for one in found
        ),
        key=lambda one: (one.content.start, -one.content.end),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    content: Span
    modality: Modality
    cue: Span | None
    links: tuple[Link, ...]


class _Anchoring:
    """One proposal in one part of a text."""

    def __init__(self, text: str, part: Span, said: Said) -> None:
        self.text, self.part, self.said = text, part, said

    def made(self) -> _Place | None:
        """The one place at which all of it stands."""
        words = _bare(self.said.content)
        if len(words) < CONTENT_AT_LEAST:
            return None
        found = [self._around(one) for one in places(self.text, words, self.part, alone=True)]
        whole = [one for one in found if one is not None]
        return whole[0] if len(whole) == 1 else None

    def _around(self, content: Span) -> _Place | None:
        """The place of everything else, around this place of the content."""
        said, near = self.said, self._near(content)
        wanted = (said.source, said.cue, said.relayer)
        spans = [self._nearest(words, near, content) if words else None for words in wanted]
        if any(words and not span for words, span in zip(wanted, spans, strict=True)):
            return None
        mention, cue, relayer = spans
        origin = self._origin(mention, cue, content)
        if origin is None or not _apart(content, cue, relayer, origin.mention, origin.antecedent):
            return None
        relayed = [Link(Role.RELAYER, relayer, None, ResolvedBy.NAMED)] if relayer else []
        return _Place(content, said.modality, cue, (*relayed, origin))

    def _origin(self, mention: Span | None, cue: Span | None, content: Span) -> Link | None:
        """The link of the source: by its name there, or by a word or verb that points to it."""
        antecedent, resolved_by = None, ResolvedBy.NAMED
        if self.said.name not in (None, self.said.source):
            named = places(self.text, self.said.name, self.part)
            whole = next((one for one in named if mention and _holds(one, mention)), None)
            if whole is not None:  # the longer name stands right there
                mention = whole
            elif named and (mention or cue):
                at = mention or content
                before = [one for one in named if one.end <= at.start]
                antecedent = before[-1] if before else named[0]
                resolved_by = ResolvedBy.ANAPHORA if mention else ResolvedBy.DROPPED_SUBJECT
            else:
                return None
        if mention is None and antecedent is None:
            return None
        return Link(
            Role.ORIGIN,
            mention,
            antecedent,
            resolved_by,
            cue=cue,
            anonymous=self.said.unnamed,
        )

    def _near(self, content: Span) -> Span:
        """The paragraph around the content, no further than NEAR from it."""
        first = self.text.rfind("\n", self.part.start, content.start) + 1
        last = self.text.find("\n", content.end, self.part.end)
        return Span(
            max(first, self.part.start, content.start - NEAR),
            min(self.part.end if last < 0 else last, content.end + NEAR),
        )

    def _nearest(self, words: str, near: Span, content: Span) -> Span | None:
        """The place next to the content and outside it; None where two are equally near."""
        outside = [one for one in places(self.text, words, near) if not _meet(one, content)]
        far = sorted(outside, key=lambda one: _gap(one, content))
        if len(far) > 1 and _gap(far[0], content) == _gap(far[1], content):
            return None
        return far[0] if far else None


def places(text: str, words: str, within: Span, *, alone: bool = False) -> list[Span]:
    """Where these very words stand as whole words; nowhere if they stand too often.

    ``alone``: with nothing joined to them that may be joined to a name.
    """
    whole = bounds.places(text, words, within, stands_alone if alone else is_named)
    found = list(islice(whole, PLACES_AT_MOST + 1))
    return found if len(found) <= PLACES_AT_MOST else []


def _bare(content: str) -> str:
    """Without the marks around it: they are no part of what is said."""
    bare = content.strip(_AROUND)
    if len(bare) > 2 and bare[0] in _MARKS and bare[-1] in _MARKS:
        inner = bare[1:-1]
        if not any(mark in inner for mark in _MARKS):
            return inner.strip(_AROUND)
    return bare


def _quoted(text: str, part: Span) -> list[Span]:
    """What stands in quotation marks."""
    doc = Document(part.of(text))
    inner = [doc.span(one.first, one.close) for one in doc.quotations if one.close > one.first]
    return [Span(part.start + one.start, part.start + one.end) for one in inner]


def _kind(content: Span, quoted: Sequence[Span]) -> Kind:
    if any(_holds(one, content) for one in quoted):
        return Kind.DIRECT
    return Kind.MIXED if any(_meet(one, content) for one in quoted) else Kind.INDIRECT


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(*spans: Span | None) -> bool:
    """Whether no two of them share a character."""
    given = [span for span in spans if span]
    return not any(_meet(one, other) for one, other in combinations(given, 2))


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)
