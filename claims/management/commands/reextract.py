"""Work for a newer engine: manage.py reextract --all | ARTICLE ..."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db.models import OuterRef, Subquery

from claims import jobs, tasks
from claims.extraction import ENGINE
from claims.models import ArticleVersion

AT_ONCE = 500


class Command(BaseCommand):
    help = "Owe the newest versions of articles another extraction. What people touched is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("articles", nargs="*", type=int, metavar="ARTICLE", help="its number")
        parser.add_argument(
            "--all", action="store_true", help=f"every article that engine {ENGINE} has not read"
        )

    def handle(self, *args: object, articles: list[int], **options: bool) -> None:
        if bool(articles) == options["all"]:
            raise CommandError("Name the articles, or say --all.")
        newest = (
            ArticleVersion.objects.filter(article=OuterRef("article"))
            .order_by("-number")
            .values("pk")[:1]
        )
        versions = ArticleVersion.objects.defer("text").filter(pk=Subquery(newest)).order_by("pk")
        if articles:
            versions = versions.filter(article__in=articles)
            missing = set(articles) - set(versions.values_list("article_id", flat=True))
            if missing:
                raise CommandError(f"There is no article {', '.join(map(str, sorted(missing)))}.")
        else:
            versions = versions.exclude(engine=ENGINE)
        owed = [jobs.owe(version).pk for version in versions.iterator(chunk_size=AT_ONCE)]
        tasks.send(owed)
        self.stdout.write(f"{len(owed)} articles will be read again by engine {ENGINE}.")
