"""The desk of the demo: what invented people did there, as claims/demo/desk.toml tells it.

Run once the demo's articles have been taken apart.
"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.management.commands.load_demo import DEMO
from claims.management.demo_desk import administrator, is_untouched, play


class Command(BaseCommand):
    help = "Let the demo's people work at its desk. Does nothing where people have worked already."

    def handle(self, *args: object, **options: object) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demo's desk is for a trial; production has people of its own.")
        if not is_untouched():
            self.stdout.write("Desk: people have worked here already; nothing is added.")
            return
        host = administrator()
        if host is None:
            self.stdout.write("Desk: there is no administrator to add the demo's people.")
            return
        for sentence in play(DEMO, host):
            self.stdout.write(sentence)
        self.stdout.write("Desk: the demo's people have worked; /desk/ shows what is left to do.")
