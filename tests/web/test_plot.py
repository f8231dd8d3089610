"""Counts over time as a drawing."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils.translation import override

from claims.web.plot import COLUMNS_AT_MOST, LABELS, WIDTH, Plot, plot_of

FIRST = date(2026, 1, 1)


def drawn(*days: int, **lanes: Counter) -> Plot:
    plot = plot_of(
        {"unassessed": "Not assessed", "relayer": "Passed on"},
        {"unassessed": Counter(FIRST + timedelta(days=day) for day in days), **lanes},
    )
    assert plot is not None
    return plot


@pytest.mark.parametrize(
    ("days", "unit", "periods"),
    [
        ((0,), "Day", ["1 January 2026"]),
        ((0, 23), "Day", ["1 January 2026", "24 January 2026"]),
        ((0, 24), "Week from", ["29 December 2025", "19 January 2026"]),
        ((0, 364), "Month", ["January 2026", "December 2026"]),
        ((0, 3650), "Year", ["2026", "2035"]),
    ],
)
def test_the_shortest_unit_that_fits_is_taken(days: tuple, unit: str, periods: list) -> None:
    plot = drawn(*days)
    assert plot.header == (unit, "Not assessed")
    assert [period for period, _numbers in plot.rows] == periods


def test_of_very_long_times_the_last_years_are_drawn() -> None:
    plot = drawn(0, 365 * 200)
    assert [period for period, _numbers in plot.rows] == ["2225"]


def test_the_table_holds_every_number_that_is_drawn() -> None:
    relayed = Counter({FIRST: 7, FIRST + timedelta(days=2): 1})
    plot = drawn(0, 0, 1, relayer=relayed)
    assert plot.rows == (
        ("1 January 2026", (2, 7)),
        ("2 January 2026", (1, 0)),
        ("3 January 2026", (0, 1)),
    )
    assert [len(lane.dots) for lane in plot.lanes] == [2, 2]


def test_dots_stay_apart_and_inside() -> None:
    plot = drawn(*(day for day in range(24) for _ in range(5000)))
    places = [float(dot.x) for dot in plot.lanes[0].dots]
    radii = [float(dot.radius) for dot in plot.lanes[0].dots]
    assert len(places) == COLUMNS_AT_MOST
    assert places[0] - radii[0] >= LABELS - 0.1 and places[-1] + radii[-1] <= WIDTH + 0.1
    assert all(b - a >= 2 * max(radii) - 0.3 for a, b in pairwise(places))


def test_in_arabic_time_runs_from_right_to_left() -> None:
    with override("ar"):
        plot = drawn(0, 1)
    first, second = plot.lanes[0].dots
    assert float(first.x) > float(second.x)
    assert plot.label_x > WIDTH / 2


def test_nothing_to_count_is_no_plot() -> None:
    assert plot_of({"unassessed": "Not assessed"}, {}) is None
