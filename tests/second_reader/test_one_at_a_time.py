"""Never two readings at once: workers with connections of their own, all at the same moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from typing import TypeVar

import pytest
from django.db import connection

from claims import jobs, tasks
from claims.models import Job
from tests.factories import VersionFactory
from tests.second_reader.article import TEXT
from tests.second_reader.server import Model, proposes

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 4
T = TypeVar("T")


@pytest.fixture
def waiting(turned_on: Model) -> list[int]:
    """Texts that wait for the second reader, one for each worker."""
    versions = [VersionFactory(text=f"{TEXT}\nكلمة {n}.") for n in range(WORKERS)]
    owed = [jobs.owe_reading(version) for version in versions]
    return [job.pk for job in owed if job]


def at_once(does: Callable[[int], T]) -> list[T]:
    together = threading.Barrier(WORKERS)

    def worker(n: int) -> T:
        try:
            connection.ensure_connection()
            together.wait()
            return does(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(worker, range(WORKERS)))


def test_of_many_workers_with_a_text_each_one_takes_its_own(waiting: list[int]) -> None:
    leases = at_once(lambda n: jobs.take(waiting[n]))
    assert len([lease for lease in leases if lease]) == 1
    assert Job.objects.filter(state="running").count() == 1
    assert sorted(Job.objects.values_list("attempts", flat=True)) == [0, 0, 0, 1]


def test_of_many_workers_one_takes_what_a_dead_one_left(waiting: list[int]) -> None:
    assert jobs.take(waiting[0])
    Job.objects.filter(state="running").update(lease_until="2026-01-01T00:00:00Z")

    def takes_some(n: int) -> bool:
        owed = jobs.owed_readings()
        # One who comes late finds fewer, or none.
        return bool(owed) and jobs.take(owed[n % len(owed)]) is not None

    assert at_once(takes_some).count(True) == 1
    assert Job.objects.filter(state="running").count() == 1


def test_of_many_rounds_at_once_the_model_sees_one_question_at_a_time(
    turned_on: Model, waiting: list[int]
) -> None:
    asking = threading.Lock()
    alone = []

    def looks_round(handler: BaseHTTPRequestHandler) -> None:
        alone.append(asking.acquire(blocking=False))
        turned_on.woken.wait(0.1)
        if alone[-1]:
            asking.release()
        proposes()(handler)

    turned_on.answers = [looks_round]
    at_once(lambda _n: tasks.read_again())
    assert all(alone)
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}
    assert len(turned_on.asked) == WORKERS
