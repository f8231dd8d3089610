"""Whether the record is whole: manage.py verify_record [--checkpoints FILE --key HEX]."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.models import RecordHead
from claims.record.checking import check
from claims.record.checkpoints import checkpoint, public_key


class Command(BaseCommand):
    help = (
        "Check the chain of the record, its checkpoints, and that what stands is what it says. "
        "Tells all that is wrong, a line each."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--checkpoints", type=Path, help="the file of checkpoints (FACTLOG_CHECKPOINTS)"
        )
        parser.add_argument(
            "--sign", action="store_true", help="sign the end of the record, if it is whole"
        )
        parser.add_argument("--key", help="the public key that signed them, in hex (our own)")

    def handle(self, *args: object, **options: object) -> None:
        given = options["checkpoints"]
        path = given if isinstance(given, Path) else settings.CHECKPOINTS
        key = str(options["key"] or public_key())
        lines = _lines(path, must_be=given is not None)
        count = 0
        for sentence in check(lines, key):
            count += 1
            self.stdout.write(sentence)
        if count:
            raise CommandError(f"The record is not whole: {count} findings.")
        head = RecordHead.objects.filter(pk=1).first()
        told = f"{head.sequence if head else 0} entries, {len(lines)} checkpoints"
        self.stdout.write(f"The record is whole: {told}.")
        if options["sign"] and checkpoint():
            self.stdout.write("Its end is signed.")
        self.stdout.write(f"Public key of the checkpoints: {key}")


def _lines(path: Path, *, must_be: bool) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        if must_be:
            raise CommandError(f"There is no file {path}.") from error
        return []
