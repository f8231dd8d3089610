"""The registry that factlog is shipped with: manage.py load_registry."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

import claims.sources
from claims.errors import FactlogError
from claims.sources import starter

SHIPPED = Path(claims.sources.__file__).with_name("registry")


class Command(BaseCommand):
    help = "Load the registry of sources. Safe to run again: what people decided stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path", nargs="?", type=Path, default=SHIPPED, help="a TOML file, or a folder of them"
        )

    def handle(self, *args: object, path: Path, **options: object) -> None:
        if not path.exists():
            raise CommandError(f"There is no {path}.")
        try:
            counts = starter.load(path)
        except FactlogError as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(
            f"Registry: {counts.entries} entries read; new: {counts.sources} sources, "
            f"{counts.names} names, {counts.relations} relations."
        )
