"""Three kinds of drawing for the desk's figures: columns in lanes, bars, and dots on a scale.

Labels stand above what they name, so that a drawing fits a narrow page. Colours and strokes are
classes, sizes are attributes: the policy for styles allows nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.translation import get_language_bidi

WIDTH, INSET = 480, 28  # what stands at an edge has its label reach beyond it
TICKS_AT_MOST = 6
_LABEL, _LANE, _FOOT = 26, 62, 26
_ROW, _BAR = 52, 14
_NUMBER = 60  # beside the longest bar
_COLUMN_AT_MOST = 86.0
_DIGIT = 11.0
_BROADEST = 44.0
_SHORTEST = 1.5  # one of a thousand is still to be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """Sizes are written out: a template would write them with the comma of the language."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Line:
    x1: str
    x2: str
    y1: str
    y2: str


@dataclass(frozen=True, slots=True)
class Dot:
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Word:
    """``look`` is a class: a label, a number over a bar, one beside it, a tick."""

    x: str
    y: str
    text: str
    look: str


@dataclass(frozen=True, slots=True)
class Drawing:
    height: int
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    words: tuple[Word, ...]
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Lane:
    """Numbers, one for each column, under one name."""

    label: str
    numbers: tuple[int, ...]


def columns_of(lanes: Sequence[Lane], ticks: Sequence[str]) -> Drawing:
    """A lane of columns for each; all of one scale, and one tick below each column, if it fits."""
    wide = min(_COLUMN_AT_MOST, (WIDTH - 2 * INSET) / len(ticks))
    largest = max((max(lane.numbers) for lane in lanes), default=0) or 1
    lines, bars, words = [], [], []
    for place, lane in enumerate(lanes):
        top = place * (_LABEL + _LANE)
        base = top + _LABEL + _LANE - 8
        words.append(Word(_edge(), str(top + 16), lane.label, "label"))
        lines.append(_across(base))
        for column, number in enumerate(lane.numbers):
            if not number:
                continue
            tall = max(_SHORTEST, (_LANE - 24) * number / largest)
            middle = INSET + wide * (column + 0.5)
            breadth = max(min(wide * 0.7, _BROADEST), 2)
            bars.append(_bar(middle - breadth / 2, base - tall, breadth, tall))
            if wide >= _DIGIT * len(str(largest)):
                words.append(Word(_at(middle), f"{base - tall - 4:.1f}", str(number), "over"))
    height = len(lanes) * (_LABEL + _LANE) + _FOOT
    every = ceil(len(ticks) / TICKS_AT_MOST)
    for place, tick in enumerate(ticks[::every]):
        middle = INSET + wide * (place * every + 0.5)
        # Where a page is narrow there is room for every second one only.
        look = "tick odd" if place % 2 else "tick"
        words.append(Word(_at(middle), str(height - 10), tick, look))
    return Drawing(height, tuple(lines), tuple(bars), (), tuple(words))


def bars_of(rows: Sequence[tuple[str, int]]) -> Drawing:
    """A bar for each label; the number stands at its end."""
    largest = max((number for _label, number in rows), default=0) or 1
    bars, words = [], []
    for place, (label, number) in enumerate(rows):
        top = place * _ROW
        long = max(_SHORTEST, (WIDTH - _NUMBER) * number / largest) if number else 0
        words.append(Word(_edge(), str(top + 16), label, "label"))
        if number:
            bars.append(_bar(0, top + 26, long, _BAR))
        words.append(Word(_at(long + 8), str(top + 39), str(number), "beside"))
    return Drawing(len(rows) * _ROW + 4, (), tuple(bars), (), tuple(words))


def scale_of(rows: Sequence[tuple[str, float | None, str]]) -> Drawing:
    """For each label a dot between 0 and 1, or -1 where one is below 0, and its number in words.

    What has no number has no dot.
    """
    low = -1 if any(value is not None and value < 0 for _label, value, _told in rows) else 0
    room = WIDTH - 2 * INSET

    def along(value: float) -> float:
        return INSET + room * (max(value, low) - low) / (1 - low)

    height = len(rows) * _ROW + _FOOT
    marks = [low, 0, 1] if low else [0, 0.5, 1]
    lines, dots, words = [], [], []
    for place, (label, value, told) in enumerate(rows):
        top = place * _ROW
        lines.append(_across(top + 34))
        for x in (_at(along(mark)) for mark in marks):
            lines.append(Line(x, x, str(top + 29), str(top + 39)))
        words.append(Word(_edge(), str(top + 16), label, "label"))
        words.append(Word(_edge(at_end=True), str(top + 16), told, "end"))
        if value is not None:
            dots.append(Dot(_at(along(value)), str(top + 34)))
    words += [
        Word(_at(along(mark)), str(height - 8), signed(f"{mark:g}"), "tick") for mark in marks
    ]
    return Drawing(height, tuple(lines), (), tuple(dots), tuple(words))


def signed(number: str) -> str:
    """With its sign before its digits, in a line that runs to the left too."""
    return f"\u2066\u2212{number[1:]}\u2069" if number.startswith("-") else number


def _across(y: float) -> Line:
    return Line(str(INSET), str(WIDTH - INSET), str(y), str(y))


def _at(x: float) -> str:
    """Counted from where lines begin: the right edge in Arabic."""
    return f"{WIDTH - x if get_language_bidi() else x:.1f}"


def _edge(*, at_end: bool = False) -> str:
    return _at(WIDTH if at_end else 0)


def _bar(x: float, y: float, width: float, height: float) -> Bar:
    left = WIDTH - x - width if get_language_bidi() else x
    return Bar(f"{left:.1f}", f"{y:.1f}", f"{width:.1f}", f"{height:.1f}")
