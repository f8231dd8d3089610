"""The demo: articles about an invented war, with a registry of their own.

claims/demo/articles.toml lists them: [[article]] with file, title, language, published, url and
outlet, which is the key of an entry in claims/demo/registry.toml.
"""

import tomllib
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

import claims
from claims import pipeline, tasks
from claims.errors import FactlogError
from claims.ingest.articles import Stored, store
from claims.ingest.text import decode
from claims.models import Outlet
from claims.sources import starter

DEMO = Path(claims.__file__).with_name("demo")


class Command(BaseCommand):
    help = "Store the demo's registry and articles; workers then take them apart. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--work", action="store_true", help="take them apart here and now, without a worker"
        )

    def handle(self, *args: object, work: bool, **options: object) -> None:
        try:
            starter.load(DEMO / "registry.toml")
            told = tomllib.loads((DEMO / "articles.toml").read_text(encoding="utf-8"))
            stored = [_store(entry) for entry in told["article"]]
        except (FactlogError, OSError, tomllib.TOMLDecodeError) as refused:
            raise CommandError(f"The demo cannot be loaded: {refused}") from refused
        new = [one.job for one in stored if one.created and one.job]
        if work:
            for job in new:
                pipeline.process(job.pk)
        else:
            tasks.send([job.pk for job in new])
        self.stdout.write(f"Demo: {len(stored)} articles, {len(new)} of them new.")


def _store(entry: dict) -> Stored:
    outlet = Outlet.objects.filter(source__key=entry["outlet"]).first()
    if outlet is None:
        raise CommandError(f"The demo's registry has no outlet {entry['outlet']!r}.")
    published = entry.get("published")
    return store(
        text=decode((DEMO / "articles" / entry["file"]).read_bytes()),
        outlet=outlet,
        url=entry.get("url", ""),
        title=entry.get("title", ""),
        published=published if isinstance(published, date) else None,
        language=entry.get("language", ""),
    )
