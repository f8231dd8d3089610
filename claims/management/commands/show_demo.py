"""Shows work being done: a line for each article, then the first one's claims as a table."""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count, Q
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from claims.management.terminal import Row, console_for, isolated, print_claims, unsourced
from claims.models import Claim, Job

PATIENCE = 120.0  # seconds without any progress
EVERY = 0.1
TITLE = 48


class Command(BaseCommand):
    help = "Show articles while workers take them apart, then the first one's claims."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--since", required=True, help="show jobs queued since this time (ISO 8601)"
        )

    def handle(self, *args: object, **options: str) -> None:
        since = datetime.fromisoformat(options["since"])
        owed = Q(queued_at__gte=since) | Q(state__in=[Job.State.QUEUED, Job.State.RUNNING])
        texts = Job.objects.filter(kind=Job.Kind.EXTRACT)
        ids = list(texts.filter(owed).order_by("id").values_list("id", flat=True))
        if not ids:
            return
        console = console_for(sys.stdout)
        watch(ids, console)
        first = Job.objects.select_related("version__article").get(pk=ids[0])
        if first.state == Job.State.DONE:
            print_claims(console, str(first.text_version.article), map(row, claims_of(first)))


def watch(ids: Sequence[int], console: Console) -> None:
    """Come back when every job is done or has failed. Raises CommandError when nothing moves."""
    title = TextColumn("{task.description}", markup=False)
    columns = (title, BarColumn(20), TextColumn("{task.fields[said]}", markup=False))
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        rows: dict[int, TaskID] = {}
        seen: list[tuple[object, ...]] = []
        moved = time.monotonic()
        while True:
            jobs = _jobs(ids)
            for job in jobs:
                _show(job, progress, rows)
            if not any(job.is_open for job in jobs):
                break
            now: list[tuple[object, ...]] = [(job.state, job.stage, job.done) for job in jobs]
            if now != seen:
                seen, moved = now, time.monotonic()
            if time.monotonic() - moved > PATIENCE:
                raise CommandError(f"No article moved on for {PATIENCE:.0f} s; is a worker up?")
            time.sleep(EVERY)
    if not console.is_terminal:
        for job in jobs:
            console.print(f"{_title(job)}  {_said(job)}", soft_wrap=True)


def _jobs(ids: Sequence[int]) -> list[Job]:
    found = Count("version__claims", filter=Q(version__claims__state=Claim.State.CURRENT))
    jobs = Job.objects.filter(pk__in=ids).annotate(found=found).order_by("id")
    return list(jobs.select_related("version__article__outlet__source"))


def _show(job: Job, progress: Progress, rows: dict[int, TaskID]) -> None:
    if job.pk not in rows:
        rows[job.pk] = progress.add_task(_title(job), total=None, said="")
    is_over = not job.is_open
    progress.update(
        rows[job.pk],
        total=job.total or (1 if is_over else None),
        completed=(job.total or 1) if is_over else job.done,
        said=_said(job),
    )


def _title(job: Job) -> str:
    article = job.text_version.article
    shown = str(article)
    shown = shown if len(shown) <= TITLE else f"{shown[: TITLE - 1]}…"
    return f"{article.language}  {isolated(shown)}"


def _said(job: Job) -> str:
    if job.state == Job.State.FAILED:
        return f"failed: {job.error}"
    if job.state == Job.State.DONE:
        found: int = getattr(job, "found", 0)
        sentences = ngettext("%d sentence", "%d sentences", job.total) % job.total
        return f"{sentences}, {ngettext('%d claim', '%d claims', found) % found}"
    return str(job.get_stage_display())


def claims_of(job: Job) -> list[Claim]:
    claims = Claim.objects.current().filter(version=job.version_id).order_by("start", "end")
    return list(
        claims.select_related("version__article").prefetch_related("links__source__merged_into")
    )


def row(claim: Claim) -> Row:
    links = claim.links.all()
    return Row(
        claim.number,
        claim.quote,
        [str(link.source.merged_into or link.source) for link in links],
        f"{claim.get_kind_display()}, {claim.get_modality_display()}",
        unsourced(
            is_narration=claim.kind == Claim.Kind.NARRATION,
            language_known=claim.version.article.language_known,
        ),
    )
