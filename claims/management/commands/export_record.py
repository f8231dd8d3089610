"""The record as a file that can be checked without factlog: manage.py export_record > FILE."""

from django.core.management.base import BaseCommand

from claims.record.checking import export


class Command(BaseCommand):
    help = (
        "Write every entry of the record as a line of JSON. claims/record/verifier.py checks such "
        "a file; it needs Python and nothing else."
    )

    def handle(self, *args: object, **options: object) -> None:
        for line in export():
            self.stdout.write(line)
