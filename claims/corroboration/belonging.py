"""What sources belong to, and whose side they are on, at the time of the reports."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from claims.corroboration.independence import followed
from claims.models import Source, SourceRelation
from claims.models.kept_query import KeptQuery, KeptRows
from claims.models.merging import grouped, stands_for

_Steps = dict[int, set[int]]

_RELATIONS = KeptRows[SourceRelation](lambda ids: SourceRelation.objects.filter(source__in=ids))
_HEADS = KeptQuery(
    lambda ids: SourceRelation.objects.filter(
        kind=SourceRelation.Kind.PARTY, target__in=ids
    ).values_list("target")
)


def _no_steps() -> _Steps:
    return defaultdict(set)


@dataclass(slots=True)
class _Relations:
    """Steps up from source to source, after merges: what it is part of or speaks for, its side."""

    up: _Steps = field(default_factory=_no_steps)
    side: _Steps = field(default_factory=_no_steps)

    def parties(self, source: int, heads: Collection[int]) -> frozenset[int]:
        """Its own and those of all that it belongs to; who heads a side is of it."""
        belongs = followed(source, self.up)
        own = {party for part in belongs for party in self.side.get(part, ())}
        return frozenset(
            party for one in own | (belongs & set(heads)) for party in followed(one, self.side)
        )


@dataclass(slots=True)
class Belonging:
    """``ever`` held at some time of the reports, ``always`` all the while; ``heads`` are parties.

    What makes origins dependent need only have held at some time, what makes them independent
    has to have held whenever something was reported.
    """

    ever: _Relations = field(default_factory=_Relations)
    always: _Relations = field(default_factory=_Relations)
    heads: set[int] = field(default_factory=set)

    def belongs(self, source: int) -> frozenset[int]:
        return followed(source, self.ever.up)

    def parties(self, source: int) -> frozenset[int]:
        return self.ever.parties(source, self.heads)

    def sides(self, source: int) -> frozenset[int]:
        return self.always.parties(source, self.heads)


def belonging(ids: Iterable[int], days: Collection[date | None]) -> Belonging:
    """Of these sources, for reports of these days, None where one is not dated.

    Relations of entries merged into a source are its own. About three queries for each step up.
    """
    found = Belonging()
    step, seen = set(ids), set[int]()
    own: dict[int, int] = {}
    while step:
        seen |= step
        here = _own(step)
        own |= here
        step = _step_up(here, days, found) - seen
    found.heads = {own[pk] for (pk,) in _HEADS(own)}
    return found


def _own(ids: Iterable[int]) -> dict[int, int]:
    """Each of these and what was merged into it: the one that it stands for."""
    groups = grouped(Source, ids)
    return {part: pk for pk, parts in groups.items() for part in parts}


def _step_up(own: Mapping[int, int], days: Collection[date | None], found: Belonging) -> set[int]:
    """What these belong to by one relation, which is noted."""
    rows = [row for row in _RELATIONS(own) if _held(row, days)]
    standing = stands_for(Source, (row.target_id for row in rows))
    targets = set()
    for row in rows:
        source, target = own[row.source_id], standing[row.target_id]
        for relations in (found.ever, found.always) if _kept(row, days) else (found.ever,):
            steps = relations.side if row.kind == SourceRelation.Kind.PARTY else relations.up
            steps[source].add(target)
        targets.add(target)
    return targets


def _held(row: SourceRelation, days: Collection[date | None]) -> bool:
    """At some time between the first report and the last; any time where one is not dated."""
    known = [day for day in days if day is not None]
    if len(known) < len(days) or not known:
        return True
    return (row.since is None or row.since <= max(known)) and (
        row.until is None or row.until >= min(known)
    )


def _kept(row: SourceRelation, days: Collection[date | None]) -> bool:
    """All the time from the first report to the last; where one is not dated, without any end."""
    known = [day for day in days if day is not None]
    if len(known) < len(days) or not known:
        return row.since is None and row.until is None
    return (row.since is None or row.since <= min(known)) and (
        row.until is None or row.until >= max(known)
    )
