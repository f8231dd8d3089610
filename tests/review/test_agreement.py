"""Kappa and alpha against the examples that their authors published."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.review.agreement import Measure, Reason, alpha, kappa

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers,
# twelve units, a point where an observer gave no value.
FOUR_OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# The same, section A: two observers, ten units, two categories.
MEG, OWEN = "0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"
# The same, section B: two observers, twelve units, five categories.
BEN, GERRY = "a a b b d c c c e d d a", "b a b b b c c c e d d d"
# Cohen, "A coefficient of agreement for nominal scales" (1960), table 2: 200 patients. A row for
# each diagnosis of the one judge, a column for each of the other.
COHEN = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
LETTERS = "ABCDE"


def rated(*raters: str) -> Counter:
    """Units from the values of each rater."""
    values = [[None if one == "." else one for one in rater.split()] for rater in raters]
    return Counter(zip(*values, strict=True))


def value(measure: Measure) -> float:
    assert measure.value is not None and measure.reason is None
    return measure.value


def test_nominal_alpha_of_four_observers_with_gaps_is_as_published() -> None:
    found = alpha(rated(*FOUR_OBSERVERS))
    assert round(value(found), 3) == 0.743
    # The twelfth unit has one value and pairs with nothing; in three they differ.
    assert (found.units, found.same) == (11, 8)


def test_ordinal_alpha_of_four_observers_with_gaps_is_as_published() -> None:
    assert round(value(alpha(rated(*FOUR_OBSERVERS), order="12345")), 3) == 0.815


def test_alpha_of_two_observers_and_two_categories_is_as_published() -> None:
    assert round(value(alpha(rated(MEG, OWEN))), 3) == 0.095


def test_alpha_of_two_observers_and_five_categories_is_as_published() -> None:
    assert round(value(alpha(rated(BEN, GERRY))), 3) == 0.692


def test_kappa_of_two_judges_is_as_published() -> None:
    table = {(a, b): n for a, row in enumerate(COHEN) for b, n in enumerate(row)}
    found = kappa(table)
    assert round(value(found), 3) == 0.492
    assert (found.units, found.same) == (200, 140)


@pytest.mark.parametrize("table", [{}, {("a", "b"): 0}])
def test_without_anything_in_common_there_is_no_kappa(table: dict) -> None:
    assert kappa(table) == Measure(None, 0, 0, Reason.NO_PAIRS)


def test_where_both_always_say_one_thing_there_is_no_kappa() -> None:
    assert kappa({("a", "a"): 7}) == Measure(None, 7, 7, Reason.ONE_CATEGORY)


@pytest.mark.parametrize("units", [{}, {("a", None): 3, (None,): 1, (): 2}, {("a", "b"): 0}])
def test_without_a_unit_that_two_judged_there_is_no_alpha(units: dict) -> None:
    assert alpha(units) == Measure(None, 0, 0, Reason.NO_PAIRS)


@pytest.mark.parametrize("order", [None, "ab"])
def test_where_all_always_say_one_thing_there_is_no_alpha(order: str | None) -> None:
    units = {("a", "a", "a"): 7, ("b", None): 1}
    assert alpha(units, order) == Measure(None, 7, 7, Reason.ONE_CATEGORY)


def test_a_value_outside_of_the_order_is_refused() -> None:
    with pytest.raises(ValueError, match="F"):
        alpha({("A", "F"): 1}, order=LETTERS)


def test_far_from_each_other_counts_more_than_near_only_where_there_is_an_order() -> None:
    agreed = {("A", "A"): 3, ("B", "B"): 3, ("C", "C"): 3}
    near, far = {**agreed, ("A", "B"): 2}, {**agreed, ("A", "C"): 2}
    assert value(alpha(near, LETTERS)) > value(alpha(far, LETTERS))
    assert value(alpha(near)) == value(alpha(far))


# ── Whatever was said ────────────────────────────────────────────────────────────────────────────

said = st.sampled_from(LETTERS)
pairs = st.lists(st.tuples(said, said), max_size=30)
units = st.lists(st.lists(st.one_of(said, st.none()), max_size=5).map(tuple), max_size=20)
orders = st.sampled_from([None, LETTERS])


@given(pairs)
def test_kappa_does_not_ask_who_is_first(given_pairs: list) -> None:
    turned = Counter((b, a) for a, b in given_pairs)
    assert kappa(Counter(given_pairs)) == kappa(turned)


@given(units, orders, st.randoms())
def test_alpha_does_not_ask_who_said_what(given_units: list, order: str | None, chance) -> None:
    shuffled = [tuple(chance.sample(values, len(values))) for values in given_units]
    assert alpha(Counter(given_units), order) == alpha(Counter(shuffled), order)


@given(units, orders)
def test_one_who_said_nothing_changes_nothing(given_units: list, order: str | None) -> None:
    joined = Counter((*values, None) for values in given_units)
    assert alpha(Counter(given_units), order) == alpha(joined, order)


@given(st.lists(said, min_size=2, max_size=30).filter(lambda all_: len(set(all_)) > 1), orders)
def test_full_agreement_is_one(values: list, order: str | None) -> None:
    assert value(kappa(Counter((one, one) for one in values))) == 1
    assert value(alpha(Counter((one, one, one) for one in values), order)) == 1


@given(pairs, st.permutations(LETTERS))
def test_other_names_of_categories_change_nothing_nominal(given_pairs: list, names: list) -> None:
    name = dict(zip(LETTERS, names, strict=True))
    renamed = Counter((name[a], name[b]) for a, b in given_pairs)
    assert kappa(Counter(given_pairs)) == kappa(renamed)
    assert alpha(Counter(given_pairs)) == alpha(renamed)


@given(units)
def test_an_order_read_from_its_other_end_is_the_same_order(given_units: list) -> None:
    assert alpha(Counter(given_units), LETTERS) == alpha(Counter(given_units), LETTERS[::-1])


@given(units, orders)
def test_alpha_is_at_most_one_and_one_only_in_full_agreement(
    given_units: list, order: str | None
) -> None:
    found = alpha(Counter(given_units), order)
    if found.value is not None:
        assert found.value <= 1
        assert (found.value == 1) == (found.same == found.units)


@given(units)
def test_alpha_is_what_the_matrix_of_all_pairs_gives(given_units: list) -> None:
    """Against the definition written out: every ordered pair of values within a unit."""
    present = [[one for one in values if one is not None] for values in given_units]
    paired = [values for values in present if len(values) > 1]
    total = sum(map(len, paired))
    flat = [one for values in paired for one in values]
    differ = sum(a != b for a, b in combinations(flat, 2)) * 2
    found = alpha(Counter(given_units))
    assert (found.value is None) == (differ == 0)
    if found.value is not None:
        observed = sum(
            2 * sum(a != b for a, b in combinations(values, 2)) / (len(values) - 1)
            for values in paired
        )
        expected = differ / (total * (total - 1))
        assert found.value == pytest.approx(1 - observed / total / expected, abs=1e-9)
