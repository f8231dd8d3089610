"""Which origins are independent of each other, and how many are, and why (docs/independence.md).

Counting too many is the dangerous mistake: it turns an echo into corroboration. So dependence is
carried on from pair to pair, independence has to be known, and everything else does not count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from claims.corroboration.groups import Groups
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
    NEAR_COPY = "near_copy"
    SAME_RELAYER = "same_relayer"
    SAME_PARTY = "same_party"
    CITES = "cites"
    THROUGH_OTHERS = "through_others"
    PARTIES_DIFFER = "parties_differ"
    NOTHING_KNOWN = "nothing_known"


@dataclass(frozen=True, slots=True)
class Origin:
    """The far end of one or more chains of a statement. Sources are ids, after merges."""

    source: int
    is_unnamed: bool
    in_registry: bool
    # Itself, and all that it is part of or speaks for, at any time of the reports.
    belongs: frozenset[int]
    # The parties that it was of at any time of the reports, and those that it was of all the time.
    parties: frozenset[int]
    sides: frozenset[int]
    # Whom it passes on in any chain, to the far end, and origins that those belong to.
    cites: frozenset[int]
    # Who passed it on, outlets too; and who stands right before it in its chains.
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
    # How many origins there are when those that depend on each other are one.
    different: int
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
    texts: Mapping[int, int] | None = None,
) -> Independence:
    """Weigh each pair, and count.

    ``judged`` are people's judgements by pairs of sources in the order of their ids. ``texts``
    tells for an article the first one of its near copies; an article that it leaves out has none.
    """
    ordered = sorted(origins, key=lambda origin: origin.source)
    read = _Texts(ordered, texts or {})
    pairs = [_pair(one, other, judged, read) for one, other in combinations(ordered, 2)]
    reach = _reach(ordered, pairs)
    pairs = [_carried_on(pair, reach) for pair in pairs]
    apart: dict[int, set[int]] = {origin.source: set() for origin in ordered}
    for pair in pairs:
        if pair.relation is Relation.INDEPENDENT:
            apart[pair.one].add(pair.other)
            apart[pair.other].add(pair.one)
    independent = _largest(apart)
    different = max(_far_ends(reach), independent)
    return Independence(tuple(ordered), tuple(pairs), different, independent)


class _Texts:
    """What origins were read in; near copies are one text."""

    def __init__(self, origins: Iterable[Origin], first: Mapping[int, int]) -> None:
        self._first = first
        self._of = {origin.source: self._texts(origin.articles) for origin in origins}

    def _texts(self, articles: Iterable[int]) -> frozenset[int]:
        return frozenset(self._first.get(article, article) for article in articles)

    def are_copied(self, one: Origin, other: Origin) -> bool:
        """Whether a text that carries the one is a near copy of a text that carries the other.

        A text that carries both tells them apart, and so do its reprints.
        """
        if self._of[one.source].isdisjoint(self._of[other.source]):
            return False
        both = one.articles & other.articles
        ours, theirs = one.articles - both, other.articles - both
        return not self._texts(ours).isdisjoint(self._texts(theirs))

    def differ(self, one: Origin, other: Origin) -> bool:
        """Whether the one was read in another text than the other."""
        return len(self._of[one.source] | self._of[other.source]) > 1


def _pair(
    one: Origin, other: Origin, judged: Mapping[tuple[int, int], Relation], texts: _Texts
) -> Pair:
    told = judged.get((one.source, other.source))
    if told is Relation.INDEPENDENT or told is Relation.DEPENDENT:
        return Pair(one.source, other.source, told, Because.JUDGED)
    if because := _dependent(one, other, texts):
        return Pair(one.source, other.source, Relation.DEPENDENT, because)
    if told is Relation.UNKNOWN:
        # What a person marked as not known does not count, whatever the registry holds.
        return Pair(one.source, other.source, Relation.UNKNOWN, Because.JUDGED)
    if _of_different_parties(one, other, texts):
        return Pair(one.source, other.source, Relation.INDEPENDENT, Because.PARTIES_DIFFER)
    return Pair(one.source, other.source, Relation.UNKNOWN, Because.NOTHING_KNOWN)


def _dependent(one: Origin, other: Origin, texts: _Texts) -> Because | None:
    if one.source in other.belongs or other.source in one.belongs:
        return Because.BELONGS
    if texts.are_copied(one, other):
        return Because.NEAR_COPY
    if one.is_unnamed and other.is_unnamed and not one.nearest.isdisjoint(other.nearest):
        return Because.SAME_RELAYER
    if not one.parties.isdisjoint(other.parties):
        return Because.SAME_PARTY
    # Last, for this alone is carried on in one direction only.
    if _cites(one, other) or _cites(other, one):
        return Because.CITES
    return None


def _cites(one: Origin, other: Origin) -> bool:
    """Or what the other belongs to: a spokesman's ministry is one voice with him."""
    return not one.cites.isdisjoint(other.belongs)


def _of_different_parties(one: Origin, other: Origin, texts: _Texts) -> bool:
    """Both named in the registry, on different sides, and heard in texts that differ.

    That they have no party in common is known by now.
    """
    if one.is_unnamed or other.is_unnamed or not (one.in_registry and other.in_registry):
        return False
    return bool(one.sides and other.sides) and texts.differ(one, other)


def _reach(origins: Sequence[Origin], pairs: Iterable[Pair]) -> dict[int, frozenset[int]]:
    """From whom each origin may have it, to the end, as far as that is known: itself, those that
    are one with it, and whom any of these cites, in other words.

    Dependence goes both ways, but for citing: who cites two makes them no echo of each other.
    """
    by_source = {origin.source: origin for origin in origins}
    one_voice = Groups(by_source)
    citing = []
    for pair in pairs:
        if pair.because is Because.CITES:
            citing.append((by_source[pair.one], by_source[pair.other]))
        elif pair.relation is Relation.DEPENDENT:
            one_voice.join(pair.one, pair.other)
    tops = one_voice.tops()
    above: dict[int, set[int]] = {top: set() for top in tops.values()}
    for origin in origins:
        # Those that are no origins themselves but from whom two may have it: an agency.
        above[tops[origin.source]] |= origin.cites - by_source.keys()
    for one, other in citing:
        for citer, cited in ((one, other), (other, one)):
            if _cites(citer, cited):
                above[tops[citer.source]].add(tops[cited.source])
    reach = {top: followed(top, above) for top in above}
    return {source: reach[top] for source, top in tops.items()}


def followed(start: int, steps: Mapping[int, Iterable[int]]) -> frozenset[int]:
    """All that can be reached, the start too."""
    found, new = {start}, {start}
    while new:
        new = {far for near in new for far in steps.get(near, ())} - found
        found |= new
    return frozenset(found)


def _carried_on(pair: Pair, reach: Mapping[int, frozenset[int]]) -> Pair:
    """Two that may have it from one and the same are dependent, unless a person judged those two
    to be independent."""
    if pair.relation is Relation.DEPENDENT:
        return pair
    if pair.relation is Relation.INDEPENDENT and pair.because is Because.JUDGED:
        return pair
    if reach[pair.one].isdisjoint(reach[pair.other]):
        return pair
    return Pair(pair.one, pair.other, Relation.DEPENDENT, Because.THROUGH_OTHERS)


def _far_ends(reach: Mapping[int, frozenset[int]]) -> int:
    """How many are left without those that have it from others, and with what is one as one."""
    apart: list[frozenset[int]] = []
    for ends in set(reach.values()):
        if any(reach[far] != ends for far in ends if far in reach):
            continue
        touched = [others for others in apart if not others.isdisjoint(ends)]
        apart = [others for others in apart if others.isdisjoint(ends)]
        apart.append(ends.union(*touched))
    return len(apart)


def _largest(apart: Mapping[int, set[int]]) -> int:
    """How many there are at most that are pairwise apart; of very many a number not too large.

    A search for the largest clique, bounded by colouring (E. Tomita, T. Seki, An efficient
    branch-and-bound algorithm for finding a maximum clique, 2003).
    """
    # Those that are apart from the same ones are not apart from each other: one of them counts.
    kinds = {frozenset(others): source for source, others in apart.items()}
    # Those apart from most first: what is left out of very many matters least.
    some = sorted(kinds.values(), key=lambda source: (-len(apart[source]), source))
    best = 0

    def grow(chosen: int, left: list[int]) -> None:
        nonlocal best
        best = max(best, chosen)
        for source, colours in reversed(_coloured(left, apart)):
            if chosen + colours <= best:
                return
            left = [one for one in left if one != source]
            grow(chosen + 1, [one for one in left if one in apart[source]])

    grow(0, some[:WEIGHED_AT_MOST])
    return best


def _coloured(left: Sequence[int], apart: Mapping[int, set[int]]) -> list[tuple[int, int]]:
    """Each with a colour, from 1 and in that order, that nobody has from whom it is apart: no more
    of those up to a colour are pairwise apart than its number."""
    coloured: list[tuple[int, int]] = []
    colour = 0
    while left:
        colour += 1
        alike: list[int] = []
        for source in left:
            if apart[source].isdisjoint(alike):
                alike.append(source)
        coloured += [(source, colour) for source in alike]
        left = [source for source in left if source not in alike]
    return coloured
