"""What several commands show in a terminal."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

QUOTE = 90
# First strong isolate, and its end.
_OPEN, _CLOSE = "\u2068", "\u2069"
# Control characters (escape sequences begin with one) and bidi controls.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Row:
    """One claim: its number, its words, the names from the outermost relayer to the origin, how.

    ``unsourced`` says where it comes from when the chain is empty.
    """

    number: int
    words: str
    chain: Sequence[str]
    how: str
    unsourced: str


def console_for(file: TextIO) -> Console:
    """Prints what it is given and finds no markup in the words of an article."""
    return Console(file=file, markup=False, highlight=False, emoji=False)


def print_claims(console: Console, title: str, rows: Iterable[Row]) -> None:
    """One row per claim: its number, its words, who says so through whom, how."""
    table = Table(show_lines=True)
    table.add_column("#", justify="right")
    table.add_column("Claim", ratio=3)
    table.add_column("Said by", ratio=2)
    table.add_column("How", ratio=1)
    for row in rows:
        words = " ".join(row.words.split())
        words = words if len(words) <= QUOTE else f"{words[:QUOTE]}…"
        table.add_row(
            str(row.number),
            _Lines(isolated(words)),
            _Lines(said_by(row.chain, row.unsourced)),
            _Lines(row.how.lower()),
        )
    console.print()
    console.print(isolated(title), style="bold", soft_wrap=True)
    console.print(table)


class _Lines:
    """Words of any direction that are broken into lines, each with its own isolates closed.

    A terminal orders each line by itself: an isolate left open would take in the next column.
    """

    def __init__(self, words: str) -> None:
        self.words = Text(words)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        depth = 0
        for line in self.words.wrap(console, options.max_width):
            before, depth = depth, depth + line.plain.count(_OPEN) - line.plain.count(_CLOSE)
            yield Text(f"{_OPEN * before}{line.plain.rstrip()}{_CLOSE * depth}")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.words)


def unsourced(*, is_narration: bool, language_known: bool) -> str:
    if is_narration:
        return "the outlet itself"
    return "nobody named" if language_known else "not looked for"


def said_by(chain: Sequence[str], unsourced: str) -> str:
    """The origin first, then through whom, from the nearest relayer to the outermost."""
    if not chain:
        return unsourced
    return " via ".join(isolated(" ".join(name.split())) for name in reversed(chain))


def isolated(text: str) -> str:
    """Kept apart from its line by Unicode isolates: the table stands still around Arabic words.

    Terminals that know no right-to-left text show nothing in their place. What would steer the
    terminal or reach out of the isolates is left out.
    """
    return f"{_OPEN}{_STEERING.sub('', text)}{_CLOSE}"
