"""Texts that people have checked, as annotated articles: manage.py export_gold > gold.jsonl"""

import json
import sys

from django.core.management.base import BaseCommand

from claims.amending.gold import gold


class Command(BaseCommand):
    help = (
        "Print every text that a person went through, with its claims as they were checked, as "
        "JSON lines for manage.py evaluate. As for somebody who may see no protected source: where "
        "one stands twice, it is not told that it is the same."
    )

    def handle(self, *args: object, **options: object) -> None:
        for article in gold():
            sys.stdout.write(f"{json.dumps(article, ensure_ascii=False)}\n")
