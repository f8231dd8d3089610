"""The engine by itself, on files and pasted text: manage.py extract [FILE ...]."""

import io
import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from claims.errors import FactlogError, InputRefused
from claims.extraction import extract
from claims.extraction.claims_format import document
from claims.extraction.types import Extraction, Kind
from claims.ingest.fields import parse_language, parse_published
from claims.management.given import STDIN, Given, items, size_of
from claims.management.terminal import Row, console_for, isolated, print_claims, unsourced

# A bar for fewer files than this would be gone before it is read.
MANY = 5


class Command(BaseCommand):
    help = (
        "Take articles apart and print their claims. Needs no database and stores nothing. "
        "Without any FILE or --input, one text is read from standard input."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files",
            nargs="*",
            metavar="FILE",
            help="one article as plain text (- is standard input), or JSON lines if named *.jsonl",
        )
        parser.add_argument(
            "--input", metavar="JSONL", help="articles as JSON lines; - is standard input"
        )
        parser.add_argument("--format", default="table", help="table (for people) or jsonl")
        parser.add_argument(
            "--explain", action="store_true", help="by which rule and which words, in the table"
        )
        parser.add_argument("--language", default="", help="of articles that do not say theirs")
        parser.add_argument("--published", default="", help="date of those that do not say theirs")

    def handle(self, *args: object, files: list[str], **options: Any) -> None:
        lines, shape = options["input"], options["format"]
        if shape not in SHAPES:
            raise CommandError(f"--format is {shape!r}; it may be {' or '.join(SHAPES)}.")
        read = reader(options["language"], options["published"])
        if not files and lines is None:
            files = [STDIN]
            if sys.stdin.isatty():
                self.stderr.write("Paste an article; Ctrl-D on a line of its own ends it.")
        if isinstance(sys.stdout, io.TextIOWrapper):
            # JSON is UTF-8 whatever the terminal is; a table is for the terminal's eyes.
            encoding = "utf-8" if shape == "jsonl" else None
            sys.stdout.reconfigure(encoding=encoding, errors="replace")
        console = console_for(sys.stdout)
        refused = 0
        try:
            with progress(files, lines, shape, console, self.stderr.write) as (advance, say):
                for item in items(files, lines):
                    try:
                        given = item.read()
                    except FactlogError as error:
                        say(f"{item.where}: {error}")
                        refused += 1
                    else:
                        SHAPES[shape](given, read(given), console, options["explain"])
                    advance(item.size)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read has read enough (`| head`); Python would complain again at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        if refused:
            sys.exit(1)


def reader(language: str, published: str) -> Callable[[Given], Extraction]:
    """Extracts with this language and date where an article does not say its own."""
    try:
        usual_language, usual_date = parse_language(language) or None, parse_published(published)
    except InputRefused as refused:
        raise CommandError(str(refused)) from refused

    def read(given: Given) -> Extraction:
        return extract(given.text, given.language or usual_language, given.published or usual_date)

    return read


@contextmanager
def progress(
    files: Sequence[str],
    lines: str | None,
    shape: str,
    out: Console,
    write_error: Callable[[str], object],
) -> Iterator[tuple[Callable[[int], None], Callable[[str], object]]]:
    """How far the work is, for whoever waits at a terminal; gives (advance by bytes, say)."""
    errors = console_for(sys.stderr)
    is_many = lines is not None or len(files) >= MANY
    # Lines of JSON on the same terminal would run into the bar; tables are printed above it.
    if not (errors.is_terminal and is_many) or (out.is_terminal and shape == "jsonl"):
        yield lambda size: None, write_error
        return
    sizes = [size_of(name) for name in (*files, *([] if lines is None else [lines]))]
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[done]} articles"))
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=out if out.is_terminal else errors,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as bar:
        task = bar.add_task("", total=sum(sizes) if all(sizes) else None, done=0)

        def advance(size: int) -> None:
            bar.update(task, advance=size, done=bar.tasks[0].fields["done"] + 1)

        yield advance, partial(bar.console.print, style="red", soft_wrap=True)


def show_as_json(given: Given, found: Extraction, console: Console, explain: bool) -> None:
    """Each claim says by itself why it is one, whether it is asked for or not."""
    told = {"id": given.id, **document(given.text, found)}
    sys.stdout.write(f"{json.dumps(told, ensure_ascii=False)}\n")


def show_as_table(given: Given, found: Extraction, console: Console, explain: bool = False) -> None:
    title = f"{given.id} ({found.language})"
    if not found.language_known:
        title = f"{title}: factlog does not read this language, it looked for quotations only"
    rows = [row(given.text, found, number, explain) for number in range(1, len(found.claims) + 1)]
    if rows:
        print_claims(console, title, rows)
    else:
        console.print(f"\n{isolated(title)}\nNo claims were found.", soft_wrap=True)


def row(text: str, found: Extraction, number: int, explain: bool) -> Row:
    """An antecedent names its source better than the short mention that points to it."""
    claim = found.claims[number - 1]
    chain = [
        span.of(text) for link in claim.attribution if (span := link.antecedent or link.mention)
    ]
    how = [claim.kind.replace("_", " "), claim.modality]
    if claim.time and claim.time.date:
        how.append(claim.time.date.isoformat())
    if explain:
        words = (isolated(" ".join(span.of(text).split())) for span in claim.because)
        rule = claim.construction.replace("_", " ")
        how.append(f"by {rule}" + "".join(f" {one}" for one in words))
    source = unsourced(
        is_narration=claim.kind is Kind.NARRATION, language_known=found.language_known
    )
    return Row(number, claim.content.of(text), chain, ", ".join(how), source)


SHAPES: dict[str, Callable[[Given, Extraction, Console, bool], None]] = {
    "table": show_as_table,
    "jsonl": show_as_json,
}
