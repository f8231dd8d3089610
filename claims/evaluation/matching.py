"""Which claims that were found stand for which annotated ones.

Source: section 4 of the project's annotation guideline. Spans are compared as sets of words (runs
of letters and digits with their vowel signs), so that marks and spaces at edges never matter.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.evaluation.gold import GoldArticle, GoldClaim
from claims.extraction.types import Claim, Construction, Kind, Modality, Span

# Of the words of two spans, so many must be common (Dice) for the two to match.
CONTENT, MENTION, SOURCE = 0.8, 0.8, 0.5
_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0670\u0640]+[^\W_]*)*")
_THAT = re.compile(r"[وف]?[بل]?[أإا]نّ?(?:ه|ها|هم|هما|هن|ني|نا|ك|كم)?|что|diye|that", re.IGNORECASE)

Bag = frozenset[int]
Entities = dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as it is compared: ``mention`` stands beside its cue, ``source`` is the full one."""

    content: Span
    kind: Kind
    modality: Modality
    cue: Span | None
    mention: Span | None
    source: Span | None
    chain: tuple[Span, ...] = ()
    construction: Construction | None = None

    @property
    def is_attributed(self) -> bool:
        return self.kind is not Kind.NARRATION


def of_claim(claim: Claim) -> Found:
    """A claim of the engine."""
    named = [link.antecedent or link.mention for link in claim.attribution]
    chain = tuple(span for span in named if span is not None)
    return Found(
        claim.content,
        claim.kind,
        claim.modality,
        claim.cue,
        claim.attribution[-1].mention if claim.attribution else None,
        chain[-1] if chain else None,
        chain,
        claim.construction,
    )


class Text:
    """Spans of a text as the words that stand in them, by their number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = [word.span() for word in _WORD.finditer(text)]
        self._bags: dict[Span, Bag] = {}

    def bag(self, span: Span) -> Bag:
        """The words of which at least half stand in the span."""
        if span not in self._bags:
            self._bags[span] = frozenset(
                at
                for at, (first, last) in enumerate(self._words)
                if (min(last, span.end) - max(first, span.start)) * 2 >= last - first
            )
        return self._bags[span]

    def content(self, span: Span) -> Bag:
        """The same without complementisers at its head."""
        bag = sorted(self.bag(span))
        while len(bag) > 1 and _THAT.fullmatch(self.text[slice(*self._words[bag[0]])]):
            del bag[0]
        return frozenset(bag)

    def is_empty(self, start: int, end: int) -> bool:
        """Whether no word stands between two places."""
        return not _WORD.search(self.text, start, end)


def joined(text: Text, found: Iterable[Found]) -> list[Found]:
    """In the order of the text; a quotation that was cut at the ends of sentences is one claim."""
    whole: list[Found] = []
    for claim in sorted(found, key=lambda claim: (claim.content.start, claim.content.end)):
        last = whole[-1] if whole else None
        if last and last.cue and last.kind == claim.kind and _goes_on(text, last, claim):
            whole[-1] = replace(last, content=Span(last.content.start, claim.content.end))
        else:
            whole.append(claim)
    return whole


def joined_gold(text: Text, claims: Iterable[GoldClaim]) -> list[GoldClaim]:
    """The same for annotated claims; what is joined has no other content that is accepted."""
    whole: list[GoldClaim] = []
    for claim in sorted(claims, key=lambda claim: (claim.content.start, claim.content.end)):
        last = whole[-1] if whole else None
        if last and last.cue and last.kind == claim.kind and _gold_goes_on(text, last, claim):
            accepted = (Span(last.content.start, claim.content.end),)
            whole[-1] = replace(last, accepted=accepted)
        else:
            whole.append(claim)
    return whole


def _gold_goes_on(text: Text, last: GoldClaim, claim: GoldClaim) -> bool:
    if claim.cue:
        same = last.cue == claim.cue
    else:
        same = claim.kind in (Kind.DIRECT, Kind.MIXED) and last.entity == claim.entity
    return same and _touch(text, last.content, claim.content)


def _goes_on(text: Text, last: Found, claim: Found) -> bool:
    if claim.cue:
        same = last.cue == claim.cue
    else:
        same = claim.kind in (Kind.DIRECT, Kind.MIXED) and last.source == claim.source
    return same and _touch(text, last.content, claim.content)


def _touch(text: Text, one: Span, other: Span) -> bool:
    return one.end <= other.start and text.is_empty(one.end, other.start)


def pairs(
    text: Text, article: GoldArticle, gold: Sequence[GoldClaim], found: Sequence[Found]
) -> dict[int, int]:
    """The number of a claim that was found, and of the annotated one it stands for.

    The best pair first, what is asked for before what may be left out, none twice.
    """
    bags = [text.content(claim.content) for claim in found]
    candidates = []
    for number, claim in enumerate(gold):
        accepted = [text.content(span) for span in claim.accepted]
        for at, bag in enumerate(bags):
            alike = round(max(dice(bag, one) for one in accepted), 6)
            if alike >= CONTENT:
                wrong_source = not is_source(text, article.entities, found[at], claim)
                wrong_kind = found[at].is_attributed != claim.is_attributed
                candidates.append((claim.optional, -alike, wrong_source, wrong_kind, at, number))
    matched: dict[int, int] = {}
    for *_, at, number in sorted(candidates):
        if at not in matched and number not in matched.values():
            matched[at] = number
    return matched


def is_source(text: Text, entities: Entities, found: Found, claim: GoldClaim) -> bool:
    """Whether the annotated source is named by a full mention: half of its words are too short."""
    source = found.source or found.mention
    if claim.entity is None or source is None:
        return claim.entity is None and source is None
    mentions = [text.bag(mention) for mention in entities[claim.entity]]
    return any(
        is_same(text.bag(source), mention)
        for mention in mentions
        if len(mention) * 2 > len(mentions[0])
    )


def is_same(named: Bag, mention: Bag) -> bool:
    if dice(named, mention) >= SOURCE:
        return True
    contained = named <= mention or mention <= named
    return bool(named) and bool(mention) and min(named) == min(mention) and contained


def is_chain(text: Text, entities: Entities, found: Found, claim: GoldClaim) -> bool:
    """Whether the chain is one that is accepted: as long, and each link the right entity."""
    return any(
        len(chain) == len(found.chain)
        and all(
            any(_is_link(text.bag(span), text.bag(mention)) for mention in entities[key])
            for span, key in zip(found.chain, chain, strict=True)
        )
        for chain in claim.chains
    )


def _is_link(named: Bag, mention: Bag) -> bool:
    starts_alike = bool(named) and bool(mention) and min(named) == min(mention)
    return dice(named, mention) >= SOURCE or starts_alike


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def dice(one: Bag, other: Bag) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def one_to_one(
    found: Iterable[Span], wanted: Sequence[Iterable[Span]], match: Callable[[Span, Span], bool]
) -> int:
    """How many that were found match one of a group of what is wanted, each group once."""
    used: set[int] = set()
    for span in found:
        for at, group in enumerate(wanted):
            if at not in used and any(match(span, other) for other in group):
                used.add(at)
                break
    return len(used)


def spans(given: Iterable[Span | None]) -> Iterator[Span]:
    """Each span that is there once, in the order of the text."""
    yield from sorted({span for span in given if span is not None})
