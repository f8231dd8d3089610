"""Counts over time as a drawing made on the server: lanes of dots whose area is the number.

Colours and strokes are classes, sizes are attributes: the policy for styles allows nothing else.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt

from django.utils.formats import date_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from claims.models import Statement

COLUMNS_AT_MOST = 24
TICKS_AT_MOST = 6
WIDTH, LABELS, LANE, TOP = 732, 168, 46, 24
_COLUMN_AT_MOST = 72.0  # a few dots stand beside their labels, not in the middle of nowhere
_DOT_OF_ONE, _LARGEST, _HOLDS_A_NUMBER = 5.0, 19.0, 9.5


@dataclass(frozen=True, slots=True)
class Dot:
    """Sizes are written out: a template would write them with the comma of the language."""

    x: str
    radius: str
    number: str  # "" where it does not fit into the dot


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of dots; ``key`` is a status, or a role, whose dots are rings."""

    key: str
    label: str
    y: int
    dots: tuple[Dot, ...]

    @property
    def is_hollow(self) -> bool:
        return self.key not in Statement.Corroboration.values


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing and its twin, a table: ``header``, and rows of a period and its numbers."""

    width: int
    height: int
    left: int
    right: int
    icon_x: int
    label_x: int
    ticks_y: int
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[str, str], ...]  # x, label
    description: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


Counts = Mapping[str, Counter[date]]


def plot_of(labels: Mapping[str, str], counts: Counts) -> Plot | None:
    """A lane for each key of ``labels`` that has a count; None without any."""
    days = [day for lane in counts.values() for day in lane]
    if not days:
        return None
    unit, starts = periods(min(days), max(days))
    begun = {key: _by_start(counts[key], unit.start) for key in labels if counts.get(key)}
    wide = min(_COLUMN_AT_MOST, (WIDTH - LABELS) / len(starts))
    columns = [_Column(start, _x(wide * (place + 0.5))) for place, start in enumerate(starts)]
    largest = max(number for lane in begun.values() for number in lane.values())
    room = min(_LARGEST, wide / 2)
    scale = min(_DOT_OF_ONE, room / sqrt(largest))
    lanes = tuple(
        Lane(key, labels[key], TOP + LANE * place + LANE // 2, _dots(lane, columns, scale))
        for place, (key, lane) in enumerate(begun.items())
    )
    bottom = TOP + LANE * len(lanes)
    every = ceil(len(columns) / TICKS_AT_MOST)
    mirrored = get_language_bidi()
    return Plot(
        width=WIDTH,
        height=bottom + 32,
        left=0 if mirrored else LABELS,
        right=WIDTH - LABELS if mirrored else WIDTH,
        icon_x=WIDTH - 16 if mirrored else 0,
        label_x=WIDTH - 24 if mirrored else 24,
        ticks_y=bottom + 20,
        lanes=lanes,
        ticks=tuple((f"{c.x:.1f}", date_format(c.start, unit.tick)) for c in columns[::every]),
        description=_described(unit, begun, starts),
        header=(unit.name, *(lane.label for lane in lanes)),
        rows=tuple(
            (date_format(start, unit.long), tuple(begun[lane.key][start] for lane in lanes))
            for start in starts
            if any(begun[lane.key][start] for lane in lanes)
        ),
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """A length of time that days are taken together by, and how its dates are written."""

    name: str
    start: Callable[[date], date]
    next: Callable[[date], date]
    tick: str
    long: str


@dataclass(frozen=True, slots=True)
class _Column:
    start: date
    x: float


def _units() -> tuple[Unit, ...]:
    day = timedelta(days=1)
    return (
        Unit(_("Day"), lambda d: d, lambda d: d + day, "j M", "j F Y"),
        Unit(
            _("Week from"),
            lambda d: d - d.weekday() * day,
            lambda d: d + 7 * day,
            "j M",
            "j F Y",
        ),
        Unit(
            _("Month"),
            lambda d: d.replace(day=1),
            lambda d: (d.replace(day=1) + 32 * day).replace(day=1),
            "M Y",
            "F Y",
        ),
        Unit(
            _("Year"),
            lambda d: d.replace(month=1, day=1),
            lambda d: d.replace(year=d.year + 1, month=1, day=1),
            "Y",
            "Y",
        ),
    )


def periods(first: date, last: date, most: int = COLUMNS_AT_MOST) -> tuple[Unit, list[date]]:
    """The shortest unit of which few enough cover the time; of years the last ones."""
    starts: list[date] = []
    for unit in _units():
        starts = [unit.start(first)]
        while starts[-1] < unit.start(last) and len(starts) <= most:
            starts.append(unit.next(starts[-1]))
        if len(starts) <= most:
            return unit, starts
    year = unit.start(last)
    return unit, [year.replace(year=y) for y in range(year.year - most + 1, year.year + 1)]


def _by_start(days: Counter[date], start: Callable[[date], date]) -> Counter[date]:
    found: Counter[date] = Counter()
    for day, number in days.items():
        found[start(day)] += number
    return found


def _x(beyond_labels: float) -> float:
    x = LABELS + beyond_labels
    return WIDTH - x if get_language_bidi() else x


def _dots(lane: Counter[date], columns: list[_Column], scale: float) -> tuple[Dot, ...]:
    dots = []
    for column in columns:
        if number := lane[column.start]:
            radius = max(2.0, scale * sqrt(number))
            fits = radius >= max(_HOLDS_A_NUMBER, 4.5 * len(str(number)))
            dots.append(Dot(f"{column.x:.1f}", f"{radius:.1f}", str(number) if fits else ""))
    return tuple(dots)


def _described(unit: Unit, lanes: Mapping[str, Counter[date]], starts: list[date]) -> str:
    totals: Counter[date] = Counter()
    for lane in lanes.values():
        totals.update(lane)
    most = max(starts, key=lambda start: totals[start])
    return _("%(number)d in all from %(first)s to %(last)s; most at %(most)s: %(there)d.") % {
        "number": sum(totals.values()),
        "first": date_format(starts[0], unit.long),
        "last": date_format(starts[-1], unit.long),
        "most": date_format(most, unit.long),
        "there": totals[most],
    }
