"""How well the engine finds annotated claims: manage.py evaluate GOLD.jsonl ..."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table

from claims.errors import InputRefused
from claims.evaluation import Evaluation, evaluate, read
from claims.evaluation.causes import Cause, Outcome
from claims.evaluation.comparison import Comparison, as_json, compare
from claims.evaluation.comparison import read as read_kept
from claims.evaluation.figures import SHARES, SPAN_FIGURES, Scored
from claims.management.terminal import console_for, isolated

# Words of a claim that are shown with its cause.
QUOTE = 100
FORMATS = ("table", "json")


class Command(BaseCommand):
    help = (
        "Read annotated articles with the engine and tell how many claims it finds and gives to "
        "the right source. Needs no database and stores nothing. Ends with 1 if --against shows "
        "a loss beyond noise."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="GOLD.jsonl", help="annotated articles")
        parser.add_argument(
            "--against",
            metavar="OLD.json",
            help="what --format json printed before: tell claims gained and lost, by cause",
        )
        parser.add_argument(
            "--errors", action="store_true", help="print the words of every claim that is not right"
        )
        parser.add_argument("--format", default="table", help="table (for people) or json")

    def handle(self, *args: object, files: list[str], **options: Any) -> None:
        if options["format"] not in FORMATS:
            raise CommandError(
                f"--format is {options['format']!r}; it may be {' or '.join(FORMATS)}."
            )
        kept = None
        try:
            if options["against"]:
                kept = read_kept(json.loads(_text(options["against"])))
            by_file = {name: evaluate(read(_text(name).split("\n"), name)) for name in files}
        except InputRefused as refused:
            raise CommandError(str(refused)) from refused
        except json.JSONDecodeError as error:
            raise CommandError(f"{options['against']} is not JSON ({error.msg}).") from error
        together = Evaluation(tuple(one for each in by_file.values() for one in each.articles))
        _refuse_twins(together)
        if options["format"] == "json":
            self.stdout.write(json.dumps(as_json(together), indent=1))
        else:
            _show(console_for(sys.stdout), by_file, together, options["errors"])
        if kept is not None:
            self._compare(compare(together, kept), options["format"])

    def _compare(self, comparison: Comparison, shape: str) -> None:
        """Beside JSON on standard output, the comparison is for people's eyes on standard error."""
        console = console_for(sys.stdout if shape == "table" else sys.stderr)
        _show_comparison(console, comparison)
        if comparison.is_loss:
            sys.exit(1)


def _text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{name} cannot be read: {error}.") from error


def _refuse_twins(evaluation: Evaluation) -> None:
    counted = Counter(one.article.id for one in evaluation.articles)
    twins = [key for key, times in counted.items() if times > 1]
    if twins:
        raise CommandError(f"Two articles have the id {twins[0]}; give each one of its own.")
    if not counted:
        raise CommandError("There is no article in these files.")


# ── For people ──────────────────────────────────────────────────────────────────────────────────
def _show(
    console: Console, by_file: dict[str, Evaluation], together: Evaluation, errors: bool
) -> None:
    columns = dict(by_file)
    if len(by_file) > 1:
        columns["together"] = together
    for name, evaluation in columns.items():
        _show_figures(console, name, evaluation)
    _show_causes(console, together.articles)
    _show_constructions(console, together.articles)
    if errors:
        for scored in together.articles:
            _show_errors(console, scored)


def _show_figures(console: Console, name: str, evaluation: Evaluation) -> None:
    low, high = evaluation.interval()
    console.print(f"{name}: {len(evaluation.articles)} articles", style="bold", soft_wrap=True)
    table = Table()
    for column in ("figure", "precision", "recall", "F1", "right", "found", "asked for"):
        table.add_column(column, justify="left" if column == "figure" else "right")
    for figure_name in SPAN_FIGURES:
        figure = evaluation.figure(figure_name)
        shares = (f"{one:.3f}" for one in (figure.precision, figure.recall, figure.f1))
        table.add_row(_words(figure_name), *shares, *map(str, figure))
    for figure_name in SHARES:
        figure = evaluation.figure(figure_name)
        share = f"{figure.f1:.3f}" if figure.found else "-"
        right = (str(figure.right), str(figure.found), "")
        table.add_row(_words(figure_name), "", "", share, *right)
    console.print(table)
    console.print(f"end to end: F1 between {low:.3f} and {high:.3f} in 95 of 100 resamplings\n")


def _show_causes(console: Console, articles: Sequence[Scored]) -> None:
    causes = Counter(one.cause for scored in articles for one in scored.outcomes if one.cause)
    console.print("What is not right, by cause", style="bold")
    table = Table()
    table.add_column("cause")
    table.add_column("claims", justify="right")
    for cause, count in causes.most_common():
        table.add_row(_words(cause), str(count))
    console.print(table)


def _show_constructions(console: Console, articles: Sequence[Scored]) -> None:
    """Of the claims that each rule made: how many are right."""
    made: dict[str, list[Outcome]] = {}
    for scored in articles:
        for one in scored.outcomes:
            if one.construction is not None and one.cause is not Cause.AS_NARRATION:
                made.setdefault(one.construction, []).append(one)
    console.print("\nPrecision by construction", style="bold")
    table = Table()
    for column in ("construction", "right", "found", "precision"):
        table.add_column(column, justify="left" if column == "construction" else "right")
    for name, outcomes in sorted(made.items(), key=lambda item: -len(item[1])):
        right = sum(one.cause is None for one in outcomes)
        share = f"{right / len(outcomes):.3f}"
        table.add_row(_words(name), str(right), str(len(outcomes)), share)
    console.print(table)


def _show_errors(console: Console, scored: Scored) -> None:
    for one in scored.outcomes:
        if one.cause:
            words = " ".join(one.content.of(scored.article.text).split())
            words = words if len(words) <= QUOTE else f"{words[:QUOTE]}…"
            how = f" ({_words(one.construction)})" if one.construction else ""
            console.print(
                f"{scored.article.id}  {_words(one.cause)}{how}: {isolated(words)}", soft_wrap=True
            )


def _show_comparison(console: Console, comparison: Comparison) -> None:
    gained, lost = comparison.gained(), comparison.lost()
    console.print(f"\nAgainst before: {gained.total()} claims gained, {lost.total()} lost")
    for what, counts in (("gained, was", gained), ("lost, is now", lost)):
        for cause, count in counts.most_common():
            console.print(f"  {what} {_words(cause)}: {count}")
    for why, ids in (
        ("they are new", comparison.new),
        ("they are annotated otherwise by now", comparison.annotated_otherwise),
        ("they are no longer there", comparison.gone),
    ):
        if ids:
            console.print(f"  not compared, for {why}: {_listed(ids)}", soft_wrap=True)
    for change in comparison.changes:
        place = f"{change.outcome.content.start}-{change.outcome.content.end}"
        console.print(
            f"  {'+' if change.is_gain else '-'} {change.article} {place}", soft_wrap=True
        )
    certainty = round(comparison.certainty() * 100)
    console.print(f"The F1 is lower than before in {certainty} of 100 resamplings of the articles.")
    if comparison.is_loss:
        console.print("That is a loss beyond noise.", style="bold red")


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    return ", ".join(shown[:5]) + (f" and {len(shown) - 5} more" if len(shown) > 5 else "")


def _words(name: str) -> str:
    return name.replace("_", " ")
