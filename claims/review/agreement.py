"""How far people agree beyond what chance would give, by the published definitions.

Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
(1960), pp. 37-46; Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of
Pennsylvania (2011). All sums are exact; a coefficient is rounded to a float once, at the end.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

Two = TypeVar("Two", bound=tuple[Hashable, Hashable])
Values = TypeVar("Values", bound=Sequence[Hashable | None])


class Reason(Enum):
    """Why there is no coefficient."""

    NO_PAIRS = "no_pairs"  # nothing was judged by two
    ONE_CATEGORY = "one_category"  # everybody always said the same: chance would agree as well


@dataclass(frozen=True, slots=True)
class Measure:
    """A coefficient of at most 1, or None with the ``reason``.

    ``units`` were judged by two or more; in ``same`` of them all said the same.
    """

    value: float | None
    units: int
    same: int
    reason: Reason | None = None


def kappa(table: Mapping[Two, int]) -> Measure:
    """Cohen's kappa of two raters: how often the first said one thing and the second another.

    ``Counter(zip(first, second))`` is such a table.
    """
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    units = same = 0
    for (one, other), number in table.items():
        first[one] += number
        second[other] += number
        units += number
        same += number if one == other else 0
    if not units:
        return Measure(None, 0, 0, Reason.NO_PAIRS)
    # Multiplied by units squared, so that it stays a whole number.
    expected = sum(number * second[said] for said, number in first.items())
    if expected == units * units:
        return Measure(None, units, same, Reason.ONE_CATEGORY)
    value = Fraction(units * same - expected, units * units - expected)
    return Measure(float(value), units, same)


def alpha(units: Mapping[Values, int], order: Sequence[Hashable] | None = None) -> Measure:
    """Krippendorff's alpha of any number of raters; None stands for what a rater left out.

    ``units`` counts the units in which these values were given, in any order of raters:
    ``Counter(zip(*raters))``. The metric is nominal, or with ``order``, the categories from one end
    to the other, ordinal. A value that is not in ``order`` raises ValueError.
    """
    paired = Counter({tuple(values): n for values, n in _present(units) if len(values) > 1})
    count = sum(paired.values())
    same = sum(number for values, number in paired.items() if len(set(values)) == 1)
    if not count:
        return Measure(None, 0, 0, Reason.NO_PAIRS)
    given: Counter[Hashable] = Counter()
    for values, number in paired.items():
        for value in values:
            given[value] += number
    if len(given) == 1:
        return Measure(None, count, same, Reason.ONE_CATEGORY)
    distance = _nominal if order is None else _ordinal(given, order)
    observed = sum(
        (number * distance(one, other) for (one, other), number in _coincidences(paired).items()),
        Fraction(),
    )
    expected = sum(
        given[one] * given[other] * distance(one, other) for one, other in combinations(given, 2)
    )
    total = sum(given.values())
    return Measure(float(1 - (total - 1) * observed / expected), count, same)


Distance = Callable[[Hashable, Hashable], Fraction]


def _present(units: Mapping[Values, int]) -> Iterable[tuple[tuple[Hashable, ...], int]]:
    """What was given for each unit. Units with the same values may come several times."""
    found: Counter[tuple[Hashable, ...]] = Counter()
    for values, number in units.items():
        if number:
            found[tuple(value for value in values if value is not None)] += number
    return found.items()


def _coincidences(
    paired: Mapping[tuple[Hashable, ...], int],
) -> dict[tuple[Hashable, Hashable], Fraction]:
    """The cells of the coincidence matrix beside its diagonal, each pair of categories once.

    A unit with m values counts each of its pairs 1/(m-1) times (Krippendorff 2011, section C).
    """
    found: dict[tuple[Hashable, Hashable], Fraction] = {}
    for values, number in paired.items():
        for (one, many), (other, others) in combinations(Counter(values).items(), 2):
            key = (other, one) if (other, one) in found else (one, other)
            weight = Fraction(number * many * others, len(values) - 1)
            found[key] = found.get(key, Fraction()) + weight
    return found


def _nominal(one: Hashable, other: Hashable) -> Fraction:
    return Fraction(one != other)


def _ordinal(given: Mapping[Hashable, int], order: Sequence[Hashable]) -> Distance:
    """The squared number of values from the middle of one category to the middle of the other."""
    if unknown := given.keys() - set(order):
        raise ValueError(f"the order does not hold {unknown}")
    middles: dict[Hashable, Fraction] = {}
    below = 0
    for category in order:
        number = given.get(category, 0)
        middles[category] = below + Fraction(number, 2)
        below += number
    return lambda one, other: (middles[one] - middles[other]) ** 2
