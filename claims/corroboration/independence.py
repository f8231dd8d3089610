"""Which origins are independent of each other, and how many are, and why (docs/independence.md).

Counting too many is the dangerous mistake: it turns an echo into corroboration. So dependence is
carried on from pair to pair, independence has to be known, and everything else does not count.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from claims.corroboration.near_copies import THRESHOLDS

WEIGHED_AT_MOST: int = THRESHOLDS["origins"]["weighed_at_most"]


class Relation(StrEnum):
    INDEPENDENT = "independent"
    DEPENDENT = "dependent"
    UNKNOWN = "unknown"


class Because(StrEnum):
    """The rule by which a pair is what it is."""

    JUDGED = "judged"
    BELONGS = "belongs"
    CITES = "cites"
    NEAR_COPY = "near_copy"
    SAME_RELAYER = "same_relayer"
    SAME_PARTY = "same_party"
    THROUGH_OTHERS = "through_others"
    PARTIES_DIFFER = "parties_differ"
    NOTHING_KNOWN = "nothing_known"


@dataclass(frozen=True, slots=True)
class Origin:
    """The far end of one or more chains of a statement. Sources are ids, after merges."""

    source: int
    is_unnamed: bool
    in_registry: bool
    # Itself, and all that it is part of or speaks for.
    belongs: frozenset[int]
    parties: frozenset[int]
    # Who passed it on, outlets too, in any of its chains; and who stands right before it in each.
    relayers: frozenset[int]
    nearest: frozenset[int]
    # The articles that carry it.
    articles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two origins by their sources, in the order of the ids."""

    one: int
    other: int
    relation: Relation
    because: Because


@dataclass(frozen=True, slots=True)
class Independence:
    origins: tuple[Origin, ...]
    pairs: tuple[Pair, ...]
    # The largest number of origins each of which is independent of every other.
    independent: int

    def relation(self, one: int, other: int) -> Relation:
        """Of two origins by their sources; an origin is dependent on itself."""
        key = (min(one, other), max(one, other))
        found = (pair.relation for pair in self.pairs if (pair.one, pair.other) == key)
        return next(found, Relation.DEPENDENT if one == other else Relation.UNKNOWN)


def weigh(
    origins: Sequence[Origin],
    judged: Mapping[tuple[int, int], Relation],
    copies: Collection[frozenset[int]] = (),
) -> Independence:
    """Weigh each pair, and count.

    ``judged`` are people's judgements by pairs of sources in the order of their ids; one of
    UNKNOWN leaves the pair to the rules. ``copies`` are pairs of articles that are near copies.
    """
    ordered = sorted(origins, key=lambda origin: origin.source)
    pairs = [_pair(one, other, judged, copies) for one, other in combinations(ordered, 2)]
    pairs = _carried_on(ordered, pairs)
    apart = {(p.one, p.other) for p in pairs if p.relation is Relation.INDEPENDENT}
    count = _largest([origin.source for origin in ordered], apart)
    return Independence(tuple(ordered), tuple(pairs), count)


def _pair(
    one: Origin,
    other: Origin,
    judged: Mapping[tuple[int, int], Relation],
    copies: Collection[frozenset[int]],
) -> Pair:
    told = judged.get((one.source, other.source), Relation.UNKNOWN)
    if told is not Relation.UNKNOWN:
        return Pair(one.source, other.source, told, Because.JUDGED)
    if because := _dependent(one, other, copies):
        return Pair(one.source, other.source, Relation.DEPENDENT, because)
    if _of_different_parties(one, other, copies):
        return Pair(one.source, other.source, Relation.INDEPENDENT, Because.PARTIES_DIFFER)
    return Pair(one.source, other.source, Relation.UNKNOWN, Because.NOTHING_KNOWN)


def _dependent(one: Origin, other: Origin, copies: Collection[frozenset[int]]) -> Because | None:
    if one.source in other.belongs or other.source in one.belongs:
        return Because.BELONGS
    if one.source in other.relayers or other.source in one.relayers:
        return Because.CITES
    if any(frozenset((a, b)) in copies for a in one.articles for b in other.articles if a != b):
        return Because.NEAR_COPY
    if one.is_unnamed and other.is_unnamed and one.nearest & other.nearest:
        return Because.SAME_RELAYER
    if one.parties & other.parties:
        return Because.SAME_PARTY
    return None


def _of_different_parties(one: Origin, other: Origin, copies: Collection[frozenset[int]]) -> bool:
    """Both named in the registry, on different sides, and heard in texts that differ."""
    if one.is_unnamed or other.is_unnamed or not (one.in_registry and other.in_registry):
        return False
    if not one.parties or not other.parties:
        return False
    return any(
        a != b and frozenset((a, b)) not in copies for a in one.articles for b in other.articles
    )


def _carried_on(origins: list[Origin], pairs: list[Pair]) -> list[Pair]:
    """What depends on something that depends on a third depends on that too, unless a person
    judged those two."""
    root = {origin.source: origin.source for origin in origins}

    def top(source: int) -> int:
        while root[source] != source:
            root[source] = root[root[source]]
            source = root[source]
        return source

    for pair in pairs:
        if pair.relation is Relation.DEPENDENT:
            root[top(pair.one)] = top(pair.other)
    return [
        Pair(pair.one, pair.other, Relation.DEPENDENT, Because.THROUGH_OTHERS)
        if pair.relation is not Relation.DEPENDENT
        and pair.because is not Because.JUDGED
        and top(pair.one) == top(pair.other)
        else pair
        for pair in pairs
    ]


def _largest(sources: list[int], apart: set[tuple[int, int]]) -> int:
    """How many there are at most that are pairwise apart; of very many a number not too large."""
    if not sources:
        return 0
    near: dict[int, set[int]] = {source: set() for source in sources}
    for one, other in apart:
        near[one].add(other)
        near[other].add(one)
    # Those with most neighbours first: what is left out of very many matters least.
    some = sorted(sources, key=lambda source: -len(near[source]))[:WEIGHED_AT_MOST]
    best = 1

    def grow(chosen: int, candidates: list[int]) -> None:
        nonlocal best
        best = max(best, chosen)
        for place, source in enumerate(candidates):
            if chosen + len(candidates) - place <= best:
                return
            grow(chosen + 1, [c for c in candidates[place + 1 :] if c in near[source]])

    grow(0, some)
    return best
