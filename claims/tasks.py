"""Celery's way in. Messages carry ids and nothing else, and may be lost (see claims.jobs)."""

import logging
import time
from functools import partial

from celery import current_app, shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import transaction

from claims import jobs, pipeline
from claims.models import Job
from claims.record import checkpoints
from claims.review import digest
from claims.second_reader import PARTS_AT_MOST

logger = logging.getLogger(__name__)

# Measured: one id a message lets 470 articles a second through, 50 do 7,100.
IDS_A_MESSAGE = 50
# A sender waits this long for a broker, in seconds: the sweep sends again what it could not.
PATIENCE = 0.5
IMPATIENT = {
    "socket_connect_timeout": PATIENCE,
    "socket_timeout": PATIENCE,
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}


@shared_task(name="claims.work")
def work(job_ids: list[int]) -> None:
    """Work through jobs; those done already, or in other hands, cost one query each."""
    for job_id in job_ids:
        pipeline.process(job_id)


@shared_task(name="claims.sweep")
def sweep() -> None:
    """Send again what was lost."""
    send(jobs.sweep())


# A round begins no text after the time that one question may take; each renews the job's lease.
READING_LIMIT = (PARTS_AT_MOST + 2) * settings.READER_SECONDS


@shared_task(
    name="claims.read_again", soft_time_limit=READING_LIMIT + 30, time_limit=READING_LIMIT + 60
)
def read_again() -> None:
    """Let the second reader read what waits for it, one text after another, never two at once.

    What is owed is asked for anew behind each text: another round may be reading by then.
    """
    until = time.monotonic() + settings.READER_SECONDS
    while time.monotonic() < until and (owed := jobs.owed_readings()):
        pipeline.process(owed[0])


@shared_task(name="claims.checkpoint")
def checkpoint() -> None:
    """Sign where the record stands. What fails is told, and tried again in the next round."""
    try:
        checkpoints.checkpoint()
    except OSError as error:
        logger.error("no checkpoint was written: %s", error)


# Both end before the lease of claims.review.digest does.
@shared_task(name="claims.digest", soft_time_limit=240, time_limit=270)
def send_digests() -> None:
    """Mail people what they were told. Who is left when time is up comes in the next round."""
    try:
        digest.send()
    except SoftTimeLimitExceeded:
        logger.warning("the digests took too long; the next round goes on")


def hint(job: Job) -> None:
    """Tell the workers once the job is committed. A broker that is down costs nothing."""
    transaction.on_commit(partial(send, [job.pk]), robust=True)


def send(job_ids: list[int]) -> bool:
    """Whether the messages are on their way; if not, a sweep will find the jobs."""
    if not job_ids:
        return True
    try:
        with current_app.connection_for_write() as connection:
            connection.transport_options = {**(connection.transport_options or {}), **IMPATIENT}
            for start in range(0, len(job_ids), IDS_A_MESSAGE):
                some = job_ids[start : start + IDS_A_MESSAGE]
                work.apply_async(
                    (some,),
                    connection=connection,  # type: ignore[call-arg] # the stubs leave it out
                    retry=False,
                )
    except Exception as error:  # whatever is wrong with the broker, the rows are safe
        logger.warning("%d jobs wait for the sweep: no broker (%s)", len(job_ids), type(error))
        return False
    jobs.mark_sent(job_ids)
    return True
