"""From which origin each report came and through whom: drawn, and as a table beside it."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from claims.corroboration import Because, Pair, Relation, Standing
from claims.web.listing import address
from claims.web.names import Name, hidden_name

ROW, TOP, LABEL = 58, 50, 18
WIDTH, EDGE = 700, 90
# More reports than this are told by the table alone: a drawing of them shows nothing any more.
DRAWN_AT_MOST = 24
HIDDEN = -1  # stands for every source that the reader may not see

BECAUSE = {
    Because.JUDGED: lambda: _("judged by a person"),
    Because.BELONGS: lambda: _("one belongs to the other or speaks for it"),
    Because.CITES: lambda: _("one cites the other"),
    Because.NEAR_COPY: lambda: _("near copies of one text"),
    Because.SAME_RELAYER: lambda: _("both unnamed and passed on by one outlet"),
    Because.SAME_PARTY: lambda: _("both of one party to the conflict"),
    Because.THROUGH_OTHERS: lambda: _("dependent through a third one"),
    Because.PARTIES_DIFFER: lambda: _("named sources of different parties"),
    Because.NOTHING_KNOWN: lambda: _("nothing is known; the pair does not count"),
}
RELATION = {
    Relation.INDEPENDENT: lambda: _("independent"),
    Relation.DEPENDENT: lambda: _("not independent"),
    Relation.UNKNOWN: lambda: _("not known"),
}


@dataclass(frozen=True, slots=True)
class Node:
    x: int
    y: int
    label_y: int
    look: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Graph:
    width: int
    height: int
    edges: tuple[str, ...]
    # Between origins that are independent of each other.
    ties: tuple[str, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    one: Name
    other: Name
    # What stands behind the ? of the page where it is judged; "" where the reader may not see one.
    asked: str
    relation: str
    because: str
    counts: bool


def pair_rows(standing: Standing, names: dict[int, Name]) -> list[PairRow]:
    """Of a pair with a protected source only those named for it are told why: whose it is, or whom
    it speaks for, would lead to it."""
    return [_pair_row(pair, names) for pair in standing.independence.pairs]


def _pair_row(pair: Pair, names: dict[int, Name]) -> PairRow:
    one, other = names[pair.one], names[pair.other]
    is_hidden = one.is_hidden or other.is_hidden
    return PairRow(
        one,
        other,
        "" if is_hidden else address({"one": pair.one, "other": pair.other}),
        RELATION[pair.relation](),
        _("only those named for it see why") if is_hidden else BECAUSE[pair.because](),
        pair.relation is Relation.INDEPENDENT,
    )


def graph_of(standing: Standing, names: dict[int, Name]) -> Graph | None:
    """Outlets in one column, relayers in the middle, origins at the end; in the direction of
    reading. None where there is nothing to draw, or too much.

    All sources that the reader may not see are one node: apart they would tell that who said the
    one thing is who said the other.
    """
    names = {**names, HIDDEN: hidden_name()}
    paths = [
        tuple(_node_of(pk, names) for pk in (report.outlet, *report.relayers, report.origin))
        for report in standing.reports
        if report.origin is not None
    ]
    if not paths or len(paths) > DRAWN_AT_MOST:
        return None
    columns = max(len(path) for path in paths)
    places = _places(paths, columns)
    height = TOP + ROW * len(paths)
    edges: list[str] = []
    nodes: dict[Key, Node] = {}
    unnamed = {origin.source for origin in standing.independence.origins if origin.is_unnamed}
    for row, path in enumerate(paths):
        stops = _stops(path, row, columns)
        edges += [_curve(places[here], places[on]) for (here, _c), (on, _d) in pairwise(stops)]
        for key, column in stops:
            nodes.setdefault(key, _node(key, column, columns, places[key], names, unnamed))
    return Graph(
        WIDTH,
        height,
        tuple(dict.fromkeys(edges)),
        tuple(_ties(standing, places, names)),
        tuple(nodes.values()),
    )


Key = tuple[str, int]


def _node_of(pk: int | None, names: dict[int, Name]) -> int | None:
    return HIDDEN if pk in names and names[pk].is_hidden else pk


def _stops(path: tuple[int | None, ...], row: int, columns: int) -> list[tuple[Key, int]]:
    """The nodes of one report and the column of each; every report has an outlet of its own."""
    outlet, *relayers, origin = path
    stops: list[tuple[Key, int]] = [((f"report {outlet}", row), 0)]
    stops += [((f"relayer {place}", pk or 0), place) for place, pk in enumerate(relayers, 1)]
    stops.append((("origin", origin or 0), columns - 1 if columns > 1 else 1))
    return stops


def _places(paths: list[tuple[int | None, ...]], columns: int) -> dict[Key, tuple[int, int]]:
    """Where each node stands: among the reports that lead through it."""
    rows: dict[Key, list[int]] = defaultdict(list)
    column_of: dict[Key, int] = {}
    for row, path in enumerate(paths):
        for key, column in _stops(path, row, columns):
            rows[key].append(row)
            column_of[key] = column
    taken: dict[int, list[float]] = defaultdict(list)
    places = {}
    for key, of_it in sorted(rows.items(), key=lambda item: (sum(item[1]) / len(item[1]), item[0])):
        column, wanted = column_of[key], sum(of_it) / len(of_it)
        while any(abs(wanted - other) < 0.95 for other in taken[column]):
            wanted += 0.5
        taken[column].append(wanted)
        places[key] = (_x(column, columns), TOP + round(wanted * ROW))
    return places


def _x(column: int, columns: int) -> int:
    step = (WIDTH - 2 * EDGE) / max(columns - 1, 1)
    x = EDGE + round(column * step)
    return WIDTH - x if get_language_bidi() else x


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x, y), (to_x, to_y) = start, end
    if y == to_y:
        return f"M{x} {y}H{to_x}"
    middle = (x + to_x) // 2
    return f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"


def _node(
    key: Key,
    column: int,
    columns: int,
    place: tuple[int, int],
    names: dict[int, Name],
    unnamed: set[int],
) -> Node:
    kind, pk = key
    if kind.startswith("report"):
        told = kind.removeprefix("report ")
        pk = int(told) if told != "None" else 0
        look = "outlet"
    elif kind == "origin":
        look = "origin-unnamed" if pk in unnamed else "origin"
    else:
        look = "relayer"
    name = names.get(pk)
    x, y = place
    text = str(name) if name else _("Outlet not given")
    return Node(
        x,
        y,
        y - LABEL - 4,
        look,
        text if len(text) < 28 else f"{text[:27]}…",
        name.language if name else "",
    )


def _ties(
    standing: Standing, places: dict[Key, tuple[int, int]], names: dict[int, Name]
) -> list[str]:
    """A bow beside each pair of origins that are independent."""
    ties = []
    for pair in standing.independence.pairs:
        near, far = _node_of(pair.one, names), _node_of(pair.other, names)
        one, other = (places.get(("origin", pk or 0)) for pk in (near, far))
        if pair.relation is Relation.INDEPENDENT and one and other and near != far:
            (x, y), (_x2, to_y) = one, other
            out = x - 70 if get_language_bidi() else x + 70
            ties.append(f"M{x} {y}C{out} {y} {out} {to_y} {x} {to_y}")
    return ties
