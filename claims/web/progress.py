"""A job in words and numbers, for the panel that follows it."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import Job

# A worker takes what waits within a second or two, and what it gave back within a minute or so,
# when the sweep has sent it again; after this long something is wrong.
LONG, LONG_AGAIN = timedelta(seconds=30), timedelta(minutes=3)
# Seconds until the panel looks again.
SOON, LATER = 1, 5


@dataclass(frozen=True, slots=True)
class Progress:
    job: Job
    numbers: str
    value: int
    most: int
    notes: tuple[str, ...]
    pause: int

    @property
    def stage(self) -> str:
        return str(Job.Stage(self.job.stage).label)


def progress_of(job: Job) -> Progress:
    """How far an open job is. Up to two queries while it waits, none while it is worked on."""
    known = job.total > 0 and job.stage != Job.Stage.WAITING
    late = _is_late(job)
    return Progress(
        job=job,
        numbers=numbers_of(job) if known else "",
        value=min(job.done, job.total) if known else 0,
        most=job.total if known else 1,
        notes=tuple(_notes(job, late=late)),
        pause=LATER if late else SOON,
    )


def numbers_of(job: Job) -> str:
    """Sentences done of all, once these are known."""
    told = ngettext("%(done)d of %(total)d sentence", "%(done)d of %(total)d sentences", job.total)
    return told % {"done": min(job.done, job.total), "total": job.total}


def _is_late(job: Job) -> bool:
    now = timezone.now()
    if job.state == Job.State.RUNNING:
        return job.lease_until is not None and job.lease_until < now
    again = job.started_at if job.attempts else None
    return (again + LONG_AGAIN if again else job.queued_at + LONG) < now and not _works_anybody()


def _works_anybody() -> bool:
    running = Job.objects.filter(state=Job.State.RUNNING, lease_until__gt=timezone.now())
    return running.exists()


def _before(job: Job) -> int:
    """How many other texts wait for longer."""
    waiting = Job.objects.filter(kind=Job.Kind.EXTRACT, state=Job.State.QUEUED)
    return waiting.filter(pk__lt=job.pk).count()


def _notes(job: Job, *, late: bool) -> list[str]:
    if job.state == Job.State.RUNNING:
        if late:
            return [_("Its worker was lost; another one takes the work over by itself.")]
        return [_("The article is stored. You can close this page; the work goes on.")]
    notes = [_("The article is stored, and the work is kept.")]
    if job.attempts:
        notes.append(_("The last try did not come to its end: %(why)s") % {"why": job.error})
    if late:
        notes.append(
            _(
                "It has waited for a while and no worker is busy. As soon as one runs, the work "
                "begins by itself; tell whoever runs factlog."
            )
        )
    elif before := _before(job):
        told = ngettext(
            "%(count)d other text is before it.", "%(count)d other texts are before it.", before
        )
        notes.append(told % {"count": before})
    return notes
