"""How fast it is: manage.py benchmark extract, decisions or lists.

How to read ``extract``, which measures the engine. *Articles* are made of the demo's Arabic
paragraphs, with language and date given: 3 kB each, which is some 1,650 characters, because most
Arabic ones are two bytes. Everything else is counted in characters. Times are processor time of one
process on one core, the best of several rounds, because everything else on the machine only slows
it down. *Growth* is the time per character of one text of 5,000,000 characters divided by that of
texts of 5,000, measured in turns within one run: 1.0 means that a text a thousand times as long
takes a thousand times as long. With --hostile, each shape of claims.management.bait is measured at
20,000 and at 320,000 characters too; growth far over 1 there means that somebody can stall a
worker. Compare only figures of the same machine, and read ratios rather than times.

``decisions`` measures what claims.management.deciding tells: decisions a second through the
service, record and all, by one writer and by eight, each beside what pgbench reaches with the same
words of SQL; the ratio is what Python leaves of the database's pace. It makes a database of its own
beside the one of DATABASE_URL, which has to be PostgreSQL, and drops it.

``lists`` tells what claims.management.paging measures: the 95th percentile of the HTTP response
of queue, lists and API with 10,000 and with 1,000,000 claims, on the first page, in the middle and
near the end, and the ratio of the two. It too makes a database of its own.
"""

import json
import time
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

import claims
from claims.extraction import ENGINE, extract
from claims.management import deciding, paging
from claims.management.bait import BAITS, Bait

DEMO = Path(claims.__file__).with_name("demo")
PUBLISHED = date(2026, 11, 24)
ARTICLE, ARTICLES = 3_000, 60  # bytes
SMALL, SMALL_ONES, LARGE = 5_000, 40, 5_000_000
HOSTILE_SMALL, HOSTILE_LARGE = 20_000, 320_000


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds per million characters of small and of large texts."""

    small: float
    large: float

    @property
    def ratio(self) -> float:
        return self.large / self.small


class Command(BaseCommand):
    help = "Measure the engine, decisions beside what pgbench reaches, or long lists."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "what", choices=["extract", "decisions", "lists"], help="what to measure"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
        parser.add_argument("--hostile", action="store_true", help="hostile shapes of text too")
        parser.add_argument("--rounds", type=int, default=3, help="best of so many (default 3)")
        parser.add_argument(
            "--decisions", type=int, default=800, help="so many a round (default 800)"
        )

        parser.add_argument(
            "--claims", type=int, default=1_000_000, help="of the longer lists (default 1000000)"
        )
        parser.add_argument("--requests", type=int, default=60, help="of each page (default 60)")

    def handle(self, *args: object, what: str, rounds: int, **options: Any) -> None:
        rounds = max(rounds, 1)
        if what == "lists":
            self._lists(options["claims"], options["requests"], as_json=options["json"])
        elif what == "decisions":
            self._decisions(max(options["decisions"], 8), rounds, as_json=options["json"])
        else:
            self._extract(rounds, options["hostile"], as_json=options["json"])

    def _decisions(self, decisions: int, rounds: int, *, as_json: bool) -> None:
        told = [_pace_told(pace) for pace in deciding.paces(decisions, rounds)]
        if as_json:
            self.stdout.write(json.dumps(told, indent=1))
            return
        self.stdout.write("Decisions a second with their record, best of the rounds:")
        for one in told:
            self.stdout.write(
                f"{one['service']:>12,.1f} by {one['writers']} writers; pgbench with the same "
                f"words {one['pgbench']:,.1f}: {one['ratio']:.2f} of it"
            )

    def _lists(self, claims: int, requests: int, *, as_json: bool) -> None:
        told = paging.paged(claims // 100, claims, max(requests, 20))
        if as_json:
            rows = [{**asdict(one), "ratio": round(one.ratio, 2)} for one in told]
            self.stdout.write(json.dumps(rows, indent=1))
            return
        self.stdout.write(f"p95 in ms with {claims // 100:,} and with {claims:,} claims:")
        for one in told:
            self.stdout.write(
                f"{one.small:>8.1f} {one.large:>8.1f}  ×{one.ratio:.2f}  {one.name}, {one.depth}"
            )

    def _extract(self, rounds: int, hostile: bool, *, as_json: bool) -> None:
        paragraphs = demo_paragraphs()
        texts = articles(paragraphs)
        seconds = min(seconds_for(texts) for _ in range(rounds))
        told: dict[str, Any] = {
            "engine": ENGINE,
            "articles_per_second": round(ARTICLES / seconds, 1),
            "characters_per_second": round(sum(map(len, texts)) / seconds),
            "growth": _told(growth(paragraphs, rounds)),
        }
        if hostile:
            told["hostile"] = {
                name: _told(hostile_growth(bait, rounds)) for name, bait in BAITS.items()
            }
        if as_json:
            self.stdout.write(json.dumps(told, indent=1))
        else:
            self.stdout.write("\n".join(_in_words(told)))


def _pace_told(pace: deciding.Pace) -> dict[str, float]:
    return {
        "writers": pace.writers,
        "service": round(pace.service, 1),
        "pgbench": round(pace.pgbench, 1),
        "ratio": round(pace.ratio, 2),
    }


def demo_paragraphs() -> list[str]:
    """Of the demo's Arabic articles."""
    told = tomllib.loads((DEMO / "articles.toml").read_text(encoding="utf-8"))
    files = [entry["file"] for entry in told["article"] if entry["language"] == "ar"]
    texts = [(DEMO / "articles" / name).read_text(encoding="utf-8") for name in files]
    return [line for text in texts for line in text.splitlines() if line]


def article(paragraphs: Sequence[str], start: int, size: int) -> str:
    """Paragraphs from ``start`` on, from the first again after the last, cut at ``size``."""
    average = sum(map(len, paragraphs)) // len(paragraphs) + 1
    often = 2 * size // average + len(paragraphs)
    first = start % len(paragraphs)
    return "\n".join(islice(cycle(paragraphs), first, first + often))[:size]


def seconds_for(texts: Sequence[str], language: str = "ar") -> float:
    start = time.process_time()
    for text in texts:
        extract(text, language, PUBLISHED)
    return time.process_time() - start


def articles(paragraphs: Sequence[str]) -> list[str]:
    texts = [article(paragraphs, start, ARTICLE) for start in range(ARTICLES)]
    return [text.encode()[:ARTICLE].decode(errors="ignore") for text in texts]


def growth(paragraphs: Sequence[str], rounds: int) -> Growth:
    small = [article(paragraphs, start, SMALL) for start in range(SMALL_ONES)]
    return _grown(small, [article(paragraphs, 0, LARGE)], "ar", rounds)


def hostile_growth(bait: Bait, rounds: int) -> Growth:
    return _grown([bait.text(HOSTILE_SMALL)], [bait.text(HOSTILE_LARGE)], bait.language, rounds)


def _grown(small: Sequence[str], large: Sequence[str], language: str, rounds: int) -> Growth:
    """Measured in turns, so that a change of the machine's pace meets both."""
    times = [(seconds_for(small, language), seconds_for(large, language)) for _ in range(rounds)]
    return Growth(
        small=min(first for first, _ in times) * 1e6 / sum(map(len, small)),
        large=min(second for _, second in times) * 1e6 / sum(map(len, large)),
    )


def _told(growth: Growth) -> dict[str, float]:
    return {
        "seconds_per_million_small": round(growth.small, 3),
        "seconds_per_million_large": round(growth.large, 3),
        "ratio": round(growth.ratio, 2),
    }


def _in_words(told: dict[str, Any]) -> Iterator[str]:
    yield f"Engine {told['engine']}, one core, processor time, best of the rounds:"
    yield f"{told['articles_per_second']:>12,.0f} articles/s of {ARTICLE:,} bytes"
    yield f"{told['characters_per_second']:>12,.0f} characters/s"
    ratio = told["growth"]["ratio"]
    yield f"{ratio:>12.2f} times per character from {SMALL:,} to {LARGE:,} characters"
    hostile = told.get("hostile", {})
    if hostile:
        yield f"Hostile shapes, from {HOSTILE_SMALL:,} to {HOSTILE_LARGE:,} characters:"
    for name, growth in sorted(hostile.items(), key=lambda one: -one[1]["ratio"]):
        seconds = growth["seconds_per_million_large"]
        yield f"{growth['ratio']:>12.2f} times, {seconds:8.2f} s per million  {name}"
