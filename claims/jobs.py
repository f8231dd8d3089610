"""Work owed. The rows are the record; whoever holds a lease works, and nobody else writes.

A job is taken by a guarded UPDATE that counts the attempt, is kept by renewing its lease with
each step, and its results are written in one transaction that looks for the lease again. What was
lost on the way (a killed worker, a lost message) is found by the sweep.
"""

import logging
import time
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.errors import LeaseLost
from claims.models import ArticleVersion, Evidence, Job

logger = logging.getLogger(__name__)

# Progress within one stage is written this often at most: it is for eyes.
PROGRESS_EVERY = 0.3
# A sweep sends at most this many again: a long queue is not lost, only long.
SWEPT_AT_ONCE = 500

_OPEN = (Job.State.QUEUED, Job.State.RUNNING)


def owe(version: ArticleVersion) -> Job:
    """The work that a version owes: a new job, or the one still open."""
    return _owe(kind=Job.Kind.EXTRACT, version=version)


def owe_archiving(evidence: Evidence) -> Job:
    """The work that evidence with an address owes: to be fetched and archived."""
    return _owe(kind=Job.Kind.ARCHIVE, evidence=evidence)


def owe_reading(version: ArticleVersion) -> Job | None:
    """The second reading that a version owes, once: None where it was read, or nobody reads."""
    read = Job.objects.filter(read_again=version, state=Job.State.DONE)
    if not settings.READER_URL or read.exists():
        return None
    return _owe(kind=Job.Kind.READ, read_again=version)


def _owe(**what: Any) -> Job:
    try:
        with transaction.atomic():
            return Job.objects.create(**what)
    except IntegrityError:
        return Job.objects.get(**what, state__in=_OPEN)


def open_job(version: ArticleVersion) -> Job | None:
    return Job.objects.filter(version=version, state__in=_OPEN).first()


def retry(job: Job) -> Job:
    """A person starts a failed job again, with all its attempts; other jobs stay as they are."""
    try:
        with transaction.atomic():
            Job.objects.filter(pk=job.pk, state=Job.State.FAILED).update(
                state=Job.State.QUEUED,
                stage=Job.Stage.WAITING,
                attempts=0,
                error="",
                done=0,
                total=0,
                queued_at=timezone.now(),
                sent_at=None,
                finished_at=None,
            )
    except IntegrityError:  # newer work on the same version is open already
        return Job.objects.get(
            version=job.version_id,
            evidence=job.evidence_id,
            read_again=job.read_again_id,
            kind=job.kind,
            state__in=_OPEN,
        )
    job.refresh_from_db()
    return job


def take(job_id: int) -> "Lease | None":
    """Take a job that waits or whose lease ran out; None when there is nothing to take.

    Of the readings one at a time: the database refuses a second one, whoever asks at once.
    """
    now = timezone.now()
    token = str(uuid.uuid4())
    is_free = Q(state=Job.State.QUEUED) | Q(state=Job.State.RUNNING, lease_until__lt=now)
    free = Job.objects.filter(is_free, pk=job_id, attempts__lt=settings.JOB_ATTEMPTS)
    try:
        with transaction.atomic():
            taken = free.update(
                state=Job.State.RUNNING,
                stage=Job.Stage.READING,
                lease=token,
                lease_until=_until(),
                attempts=F("attempts") + 1,
                done=0,
                total=0,
                started_at=now,
            )
    except IntegrityError:  # another text is being read
        return None
    return Lease(job_id, token) if taken else None


@dataclass(slots=True)
class Lease:
    """The right to work on one job, until somebody else has taken it over."""

    job_id: int
    token: str
    _stage: str = ""
    _written: float = field(default=0.0)

    def progress(self, stage: Job.Stage, done: int = 0, total: int = 0) -> None:
        """Say how far the work is, and renew the lease. Cheap: most calls write nothing.

        Raises LeaseLost.
        """
        now = time.monotonic()
        if stage == self._stage and now - self._written < PROGRESS_EVERY:
            return
        self._stage, self._written = stage, now
        self._update(stage=stage, done=done, total=total, lease_until=_until())

    def answered(self, until: int) -> None:
        """The second reader has answered so far into the text: that is not asked again.

        Within the transaction that stores the answer. Attempts are counted anew, for the part that
        comes next. Raises LeaseLost.
        """
        self._update(answered=until, attempts=1, lease_until=_until())

    def hold(self) -> None:
        """Lock the job for the rest of the transaction. Raises LeaseLost."""
        if not self._own().select_for_update().exists():
            raise LeaseLost(f"job {self.job_id} was taken over")

    def finish(self) -> None:
        """The work is done. Within the transaction that writes its results. Raises LeaseLost."""
        self._update(
            state=Job.State.DONE,
            stage=Job.Stage.FINISHED,
            lease="",
            lease_until=None,
            error="",
            finished_at=timezone.now(),
        )

    def fail(self, sentence: str) -> None:
        """The work cannot be done; ``sentence`` tells a person why. Raises LeaseLost."""
        self._update(
            state=Job.State.FAILED,
            lease="",
            lease_until=None,
            error=sentence,
            finished_at=timezone.now(),
        )
        logger.warning("job %s failed", self.job_id)

    def give_back(self, sentence: str) -> None:
        """Let it be tried again later, or fail when it was tried often enough. Raises LeaseLost."""
        again = self._own().filter(attempts__lt=settings.JOB_ATTEMPTS)
        given_back = again.update(
            state=Job.State.QUEUED,
            stage=Job.Stage.WAITING,
            lease="",
            lease_until=None,
            error=sentence,
            # The sweep sends it again after a pause.
            sent_at=timezone.now(),
        )
        if not given_back:
            self.fail(sentence)

    def rest(self, sentence: str, seconds: float, *, counts: bool) -> None:
        """Give a reading back, and let no text be read for so long: at least until the next round.

        ``counts``: this text may be why. Otherwise the attempt was none, and those that wait say
        the same. Raises LeaseLost.
        """
        pause = timedelta(seconds=max(seconds, settings.JOB_SWEEP_SECONDS))
        with transaction.atomic():
            self._update(
                rests_until=timezone.now() + pause,
                attempts=F("attempts") if counts else F("attempts") - 1,
            )
            self.give_back(sentence)
            if not counts:
                _say_of_waiting(sentence)

    def _own(self) -> QuerySet[Job]:
        return Job.objects.filter(pk=self.job_id, lease=self.token, state=Job.State.RUNNING)

    def _update(self, **values: object) -> None:
        if not self._own().update(**values):
            raise LeaseLost(f"job {self.job_id} was taken over")


def mark_sent(job_ids: list[int]) -> None:
    """A message with these ids is on its way."""
    Job.objects.filter(pk__in=job_ids, state__in=_OPEN).update(sent_at=timezone.now())


def sweep() -> list[int]:
    """Fail what was tried too often; give the ids of what waits for too long or lost its worker."""
    now = timezone.now()
    lost = Q(state=Job.State.RUNNING, lease_until__lt=now)
    spent = Job.objects.filter(lost | Q(state=Job.State.QUEUED)).filter(
        attempts__gte=settings.JOB_ATTEMPTS
    )
    failed = spent.update(
        state=Job.State.FAILED,
        lease="",
        lease_until=None,
        finished_at=now,
        error=_(
            "The work was begun %(times)s times and never came to its end; start it again, and if "
            "that fails too, tell whoever runs factlog."
        )
        % {"times": settings.JOB_ATTEMPTS},
    )
    if failed:
        logger.warning("sweep: %d jobs failed after their last attempt", failed)
    pause = timedelta(seconds=settings.JOB_SWEEP_SECONDS)
    unsent = Q(sent_at=None, queued_at__lt=now - pause) | Q(sent_at__lt=now - 3 * pause)
    owed = Job.objects.filter(lost | Q(state=Job.State.QUEUED)).filter(unsent)
    owed = owed.exclude(kind=Job.Kind.READ)  # those have rounds of their own
    return list(owed.order_by("pk").values_list("pk", flat=True)[:SWEPT_AT_ONCE])


def owed_readings() -> list[int]:
    """The ids of texts that the second reader may read now; none while it reads one.

    It is slow, and one at a time leaves the other workers to the articles. A reading whose worker
    was lost waits again like the others: in hands, it would keep them all from being taken. While
    one rests they all do, since they are all asked of the same reader.
    """
    now = timezone.now()
    readings = Job.objects.filter(kind=Job.Kind.READ)
    in_hands = readings.filter(state=Job.State.RUNNING)
    in_hands.filter(lease_until__lt=now).update(
        state=Job.State.QUEUED, stage=Job.Stage.WAITING, lease="", lease_until=None
    )
    if in_hands.exists() or readings.filter(rests_until__gt=now).exists():
        return []
    rested = now - timedelta(seconds=3 * settings.JOB_SWEEP_SECONDS)
    owed = readings.filter(state=Job.State.QUEUED, attempts__lt=settings.JOB_ATTEMPTS).filter(
        Q(sent_at=None) | Q(sent_at__lt=rested)
    )
    # What was tried stands back: a text that fails again and again keeps no other one waiting.
    in_turn = owed.order_by(F("sent_at").asc(nulls_first=True), "pk")
    return list(in_turn.values_list("pk", flat=True)[:SWEPT_AT_ONCE])


def answered(version: ArticleVersion) -> int:
    """How far into a text the second reader has answered, in any of its readings."""
    found: int | None = version.readings.aggregate(until=Max("answered"))["until"]
    return found or 0


def reader_answers() -> None:
    """What was said of texts that only waited is no longer so."""
    _say_of_waiting("")


def _say_of_waiting(sentence: str) -> None:
    """Of texts that wait and did not fail by themselves."""
    waiting = Job.objects.filter(kind=Job.Kind.READ, state=Job.State.QUEUED, attempts=0)
    waiting.exclude(error=sentence).update(error=sentence)


def _until() -> datetime:
    return timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)
