"""How far reviewers agree on each axis: which judgements of whom are compared.

Corroboration: the first and the second finding of a round, of which the second is given blind.
Attribution: what each reviewer last found of one link. Reliability: the letter that each last gave
one source; F says that it cannot be judged and counts as no letter. The last two are not blind, and
leave protected sources out, for everybody alike: a number that grows tells that one was judged.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from django.db.models import Count, Exists, FilteredRelation, OuterRef, Q

from claims.models import Attribution, Finding, Grade, LinkJudgement, Round, Source
from claims.models.merging import grouped
from claims.review.agreement import Measure, alpha, kappa
from claims.review.figures import Asked

# Fewer things that two people judged both say nothing about how far they agree.
COMMON_AT_LEAST = 5
LETTERS = tuple(letter for letter in Grade.Letter.values if letter != Grade.Letter.F)

Table = Counter[tuple[str, str]]
Units = Counter[tuple[str, ...]]
Letters = TypeVar("Letters", bound=tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people by id, the smaller first, and their kappa, or where letters are in order alpha."""

    people: tuple[int, int]
    measure: Measure


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha over all, of so many people; and the pairs that have enough in common, most first.

    For a person: over what they judged, and the pairs that they are in.
    """

    over_all: Measure
    people: int
    pairs: tuple[Pair, ...]


def corroboration(asked: Asked) -> Agreement:
    """By the rounds whose second finding was given in the period. One query."""
    places = {
        name: FilteredRelation("findings", condition=Q(findings__place=place))
        for name, place in (("first", Finding.Place.FIRST), ("second", Finding.Place.SECOND))
    }
    rounds = Round.objects.annotate(**places).filter(
        asked.during("second__given_at"), asked.about("statement")
    )
    if asked.person is not None:
        rounds = rounds.filter(Q(first__reviewer=asked.person) | Q(second__reviewer=asked.person))
    columns = ("first__reviewer", "second__reviewer", "first__verdict", "second__verdict")
    tables: dict[tuple[int, int], Table] = defaultdict(Counter)
    for one, other, first, second, number in rounds.values_list(*columns).annotate(Count("pk")):
        _add(tables, {one: first, other: second}, number)
    units: Units = Counter()
    for table in tables.values():
        units.update(table)
    return _agreement(tables, alpha(units), kappa)


def attribution(asked: Asked) -> Agreement:
    """By what was found of links in the period. One query."""
    rows = LinkJudgement.objects.filter(
        asked.during("judged_at"),
        asked.about("link__claim__statement"),
        link__source__is_protected=False,
    )
    # Later ones take the place of earlier ones.
    found = rows.order_by("pk").values_list("link", "judged_by", "status")
    return _of_units(found, asked.person, alpha, kappa)


def reliability(asked: Asked) -> Agreement:
    """By the letters given in the period, of sources in whose chains the language and the outlet
    stand. One query, two more for these, and one for each step of the longest chain of merges."""
    rows = Grade.objects.filter(asked.during("graded_at"), source__is_protected=False)
    graded = list(rows.order_by("pk").values_list("source", "graded_by", "letter"))
    standing = Source.objects.standing_for(source for source, _by, _letter in graded)
    wanted = _quoted(asked, {source.pk for source in standing.values()})
    letters = [
        (standing[source].pk, by, letter if letter in LETTERS else None)
        for source, by, letter in graded
        if standing[source].pk in wanted
    ]

    return _of_units(letters, asked.person, _in_order, _in_order)


def _in_order(units: Mapping[Letters, int]) -> Measure:
    return alpha(units, LETTERS)


def _quoted(asked: Asked, ids: set[int]) -> set[int]:
    """Those of the sources that stand in a chain of the language and of the outlet."""
    if not asked.language and asked.outlet is None:
        return ids
    groups = grouped(Source, ids)
    narrowed: dict[str, object] = {}
    if asked.language:
        narrowed["claim__version__article__language"] = asked.language
    if asked.outlet is not None:
        narrowed["claim__version__article__outlet"] = asked.outlet
    links = Attribution.objects.filter(source=OuterRef("pk"), **narrowed)
    every = [one for group in groups.values() for one in group]
    quoted = set(Source.objects.filter(Exists(links), pk__in=every).values_list("pk", flat=True))
    return {pk for pk, group in groups.items() if quoted.intersection(group)}


def _of_units(
    rows: Iterable[tuple[int, int, str | None]],
    person: int | None,
    of_all: Callable[[Units], Measure],
    of_two: Callable[[Table], Measure],
) -> Agreement:
    """From rows of a unit, who judged it, and as what; a later row replaces an earlier one."""
    units: dict[int, dict[int, str | None]] = defaultdict(dict)
    for unit, by, value in rows:
        units[unit][by] = value
    tables: dict[tuple[int, int], Table] = defaultdict(Counter)
    counted: Units = Counter()
    for values in units.values():
        present = {by: value for by, value in values.items() if value is not None}
        if len(present) < 2 or (person is not None and person not in present):
            continue
        counted[tuple(present.values())] += 1
        for two in combinations(present, 2):
            if person is None or person in two:
                _add(tables, {by: present[by] for by in two}, 1)
    return _agreement(tables, of_all(counted), of_two)


def _add(tables: dict[tuple[int, int], Table], said: Mapping[int, str], number: int) -> None:
    (one, this), (other, that) = sorted(said.items())
    tables[one, other][this, that] += number


def _agreement(
    tables: Mapping[tuple[int, int], Table],
    over_all: Measure,
    of_two: Callable[[Table], Measure],
) -> Agreement:
    pairs = [
        Pair(people, of_two(table))
        for people, table in tables.items()
        if table.total() >= COMMON_AT_LEAST
    ]
    pairs.sort(key=lambda pair: (-pair.measure.units, pair.people))
    return Agreement(over_all, len({one for pair in tables for one in pair}), tuple(pairs))
