"""Work owed: one at a time, under a lease, three attempts, and nothing is lost."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims import jobs
from claims.errors import LeaseLost
from claims.models import Job
from tests.factories import JobFactory, VersionFactory

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(hours=1)


def lapse(job: Job) -> None:
    """Its worker was killed some time ago."""
    before = timezone.now() - LONG_AGO
    Job.objects.filter(pk=job.pk).update(lease_until=before, sent_at=before, queued_at=before)


def taken(job: Job) -> jobs.Lease:
    lease = jobs.take(job.pk)
    assert lease is not None
    return lease


def test_a_version_owes_one_job_at_a_time() -> None:
    version = VersionFactory()
    first = jobs.owe(version)
    assert jobs.owe(version) == first
    taken(first).finish()
    assert jobs.open_job(version) is None
    assert jobs.owe(version) != first


def test_taking_counts_the_attempt_and_sets_a_lease() -> None:
    job = JobFactory()
    lease = taken(job)
    job.refresh_from_db()
    assert (job.state, job.stage, job.attempts, job.lease) == ("running", "reading", 1, lease.token)
    assert job.lease_until is not None
    assert job.lease_until > timezone.now()


def test_a_job_in_hands_cannot_be_taken() -> None:
    job = JobFactory()
    taken(job)
    assert jobs.take(job.pk) is None


@pytest.mark.parametrize("state", ["done", "failed"])
def test_a_job_at_its_end_cannot_be_taken(state: str) -> None:
    assert jobs.take(JobFactory(state=state).pk) is None


def test_a_lapsed_lease_is_taken_over_and_the_first_worker_writes_nothing_more() -> None:
    job = JobFactory()
    first = taken(job)
    lapse(job)
    second = taken(job)
    for write in (
        lambda: first.progress(Job.Stage.STORING),
        first.hold,
        first.finish,
        lambda: first.fail("x"),
        lambda: first.give_back("x"),
    ):
        with pytest.raises(LeaseLost):
            write()
    second.finish()
    job.refresh_from_db()
    assert (job.state, job.attempts, job.error) == ("done", 2, "")


def test_progress_renews_the_lease_and_costs_little(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    job = JobFactory()
    lease = taken(job)
    lapse(job)
    with django_assert_num_queries(2):
        for done in range(1000):
            lease.progress(Job.Stage.READING, done, 1000)
        lease.progress(Job.Stage.STORING, 1000, 1000)
    job.refresh_from_db()
    assert (job.stage, job.done, job.total) == ("storing", 1000, 1000)
    assert job.lease_until is not None
    assert job.lease_until > timezone.now()


def test_what_is_given_back_is_tried_three_times_and_then_failed() -> None:
    job = JobFactory()
    for state in ("queued", "queued", "failed"):
        taken(job).give_back("It broke.")
        job.refresh_from_db()
        assert (job.state, job.error) == (state, "It broke.")


def test_a_person_starts_a_failed_job_again() -> None:
    job = JobFactory(state="failed", error="It broke.", attempts=3)
    again = jobs.retry(job)
    assert (again.pk, again.state, again.attempts, again.error) == (job.pk, "queued", 0, "")
    assert jobs.take(job.pk)


def test_a_retry_beside_newer_work_gives_that_work() -> None:
    failed = JobFactory(state="failed")
    newer = jobs.owe(failed.version)
    assert jobs.retry(failed) == newer


@pytest.mark.parametrize("state", ["queued", "done"])
def test_a_retry_of_what_did_not_fail_changes_nothing(state: str) -> None:
    job = JobFactory(state=state, attempts=1)
    assert (jobs.retry(job).state, job.attempts) == (state, 1)


class TestSweep:
    def test_what_was_just_queued_or_sent_is_left_alone(self) -> None:
        JobFactory()
        JobFactory(sent_at=timezone.now())
        taken(JobFactory())
        assert jobs.sweep() == []

    def test_what_waits_for_too_long_is_sent_again(self) -> None:
        never_sent, lost, sent = JobFactory.create_batch(3)
        for job in (never_sent, lost):
            lapse(job)
        Job.objects.filter(pk=never_sent.pk).update(sent_at=None)
        jobs.mark_sent([sent.pk])
        assert jobs.sweep() == [never_sent.pk, lost.pk]
        jobs.mark_sent([never_sent.pk, lost.pk])
        assert jobs.sweep() == []

    def test_a_killed_workers_job_is_sent_again(self) -> None:
        job = JobFactory()
        taken(job)
        lapse(job)
        assert jobs.sweep() == [job.pk]
        job.refresh_from_db()
        assert job.state == "running"

    def test_after_three_attempts_the_job_has_failed_and_says_so(self) -> None:
        job = JobFactory()
        for _ in range(3):
            taken(job)
            lapse(job)
        assert jobs.take(job.pk) is None
        assert jobs.sweep() == []
        job.refresh_from_db()
        assert job.state == "failed"
        assert "3 times" in job.error
        assert jobs.retry(job).state == "queued"


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_takes_a_job() -> None:
    job = JobFactory()
    together = threading.Barrier(4)

    def take(_n: int) -> bool:
        together.wait()
        try:
            return jobs.take(job.pk) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(take, range(4))).count(True) == 1
    job.refresh_from_db()
    assert job.attempts == 1
