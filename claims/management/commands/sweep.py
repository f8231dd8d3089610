"""One sweep by hand, where no beat runs: manage.py sweep."""

from django.core.management.base import BaseCommand

from claims import jobs, tasks


class Command(BaseCommand):
    help = "Send again the work that waits for too long or whose worker was lost."

    def handle(self, *args: object, **options: object) -> None:
        owed = jobs.sweep()
        if not tasks.send(owed):
            self.stderr.write("No broker answers; the work is kept and sent by a later sweep.")
            return
        self.stdout.write(f"{len(owed)} jobs sent.")
