"""Columns, bars and dots: their places, in both directions."""

from itertools import pairwise

import pytest
from django.utils.translation import override

from claims.web.figure_drawing import (
    INSET,
    WIDTH,
    Drawing,
    Lane,
    bars_of,
    columns_of,
    scale_of,
    signed,
)


def words(drawing: Drawing, look: str) -> list[str]:
    return [word.text for word in drawing.words if word.look.split()[0] == look]


def test_columns_stand_on_one_scale_in_their_lanes() -> None:
    drawing = columns_of([Lane("Findings", (4, 0, 2)), Lane("Decisions", (1, 0, 0))], "abc")
    tall = [float(bar.height) for bar in drawing.bars]
    assert tall[0] == pytest.approx(2 * tall[1]) == pytest.approx(4 * tall[2])
    assert words(drawing, "label") == ["Findings", "Decisions"]
    assert words(drawing, "over") == ["4", "2", "1"]
    assert words(drawing, "tick") == ["a", "b", "c"]


def test_many_columns_bear_no_numbers_and_few_ticks() -> None:
    drawing = columns_of([Lane("Findings", (10,) * 31)], [str(day) for day in range(31)])
    assert len(drawing.bars) == 31
    assert words(drawing, "over") == []
    assert words(drawing, "tick") == ["0", "6", "12", "18", "24", "30"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("columns", [1, 5, 31])
def test_columns_stay_apart_and_inside(language: str, columns: int) -> None:
    with override(language):
        drawing = columns_of([Lane("Findings", (7,) * columns)], ["x"] * columns)
    places = sorted((float(bar.x), float(bar.x) + float(bar.width)) for bar in drawing.bars)
    assert places[0][0] >= INSET and places[-1][1] <= WIDTH - INSET
    assert all(end <= begin for (_, end), (begin, _) in pairwise(places))


def test_one_of_a_thousand_is_still_to_be_seen() -> None:
    assert float(columns_of([Lane("x", (1000, 1))], "ab").bars[1].height) >= 1
    assert float(bars_of([("x", 1000), ("y", 1)]).bars[1].width) >= 1


def test_a_bar_is_as_long_as_its_number_and_none_has_no_bar() -> None:
    drawing = bars_of([("All", 8), ("Some", 4), ("None", 0)])
    first, second = (float(bar.width) for bar in drawing.bars)
    assert first == pytest.approx(2 * second)
    assert words(drawing, "beside") == ["8", "4", "0"]


def test_dots_stand_between_nothing_and_one() -> None:
    drawing = scale_of([("a", 0.0, "0.00"), ("b", 1.0, "1.00"), ("c", None, "none")])
    assert [float(dot.x) for dot in drawing.dots] == [INSET, WIDTH - INSET]
    assert words(drawing, "tick") == ["0", "0.5", "1"]
    assert words(drawing, "end") == ["0.00", "1.00", "none"]


def test_no_line_of_a_scale_runs_through_a_label() -> None:
    drawing = scale_of([("a", 0.1, "0.10"), ("b", 0.2, "0.20")])
    baselines = [float(word.y) for word in drawing.words if word.look == "label"]
    for line in drawing.lines:
        assert not any(float(line.y1) <= y <= float(line.y2) for y in baselines)


def test_below_nothing_the_scale_reaches_to_minus_one() -> None:
    drawing = scale_of([("a", -0.5, "-0.50"), ("b", 0.0, "0.00")])
    low, middle = (float(dot.x) for dot in drawing.dots)
    assert (low, middle) == (pytest.approx((INSET + WIDTH / 2) / 2), WIDTH / 2)
    assert words(drawing, "tick") == [signed("-1"), "0", "1"]


def test_in_arabic_all_begins_at_the_right() -> None:
    with override("ar"):
        columns = columns_of([Lane("x", (1, 1))], "ab")
        bars = bars_of([("x", 1)])
        scale = scale_of([("x", 0.0, "0.00")])
    assert float(columns.bars[0].x) > float(columns.bars[1].x)
    assert float(bars.bars[0].x) + float(bars.bars[0].width) == WIDTH
    assert float(scale.dots[0].x) == WIDTH - INSET
    assert float(scale.words[0].x) == WIDTH


def test_a_sign_stands_before_its_digits_in_any_direction() -> None:
    assert signed("-0.25") == "\u2066\u22120.25\u2069"
    assert signed("0.25") == "0.25"
