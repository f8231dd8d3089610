"""Messages are hints: a broker that is down costs neither time nor failure."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from django.db import transaction

from claims import tasks
from claims.models import Job
from factlog.celery import app
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    found: list[list[int]] = []
    monkeypatch.setattr(
        tasks.work, "apply_async", lambda arguments, **_: found.append(arguments[0])
    )
    return found


def test_a_hint_goes_out_when_the_job_is_committed(sent: list[list[int]]) -> None:
    with transaction.atomic():
        job = JobFactory()
        tasks.hint(job)
        assert sent == []
    assert sent == [[job.pk]]
    job.refresh_from_db()
    assert job.sent_at is not None


def test_a_job_that_was_not_committed_is_not_hinted_at(sent: list[list[int]]) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        tasks.hint(JobFactory())
        raise RuntimeError
    assert sent == []


def test_fifty_ids_go_in_one_message(sent: list[list[int]]) -> None:
    tasks.send(list(range(1, 121)))
    assert [len(ids) for ids in sent] == [50, 50, 20]


@pytest.fixture
def dead_broker() -> Iterator[str]:
    """A port where nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"redis://127.0.0.1:{held.getsockname()[1]}/0"


@pytest.fixture
def silent_broker() -> Iterator[str]:
    """A port that takes connections and never answers."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen(8)
        yield f"redis://127.0.0.1:{held.getsockname()[1]}/0"


@pytest.mark.parametrize(("broker", "within"), [("dead_broker", 0.5), ("silent_broker", 2.0)])
def test_a_broker_that_is_down_costs_neither_time_nor_failure(
    broker: str, within: float, request: pytest.FixtureRequest
) -> None:
    app.conf.broker_url = request.getfixturevalue(broker)
    tasks.send([JobFactory().pk])  # a process loads what sends once, and that is not measured
    threads = threading.active_count()
    began = time.monotonic()
    with transaction.atomic():
        job = JobFactory()
        tasks.hint(job)
    assert time.monotonic() - began < within
    job.refresh_from_db()
    assert (job.state, job.sent_at) == ("queued", None)
    assert threading.active_count() < threads + 10


def test_a_sweep_sends_what_was_never_sent(sent: list[list[int]]) -> None:
    job = JobFactory()
    Job.objects.update(queued_at="2026-01-01T00:00:00Z")
    tasks.sweep()
    assert sent == [[job.pk]]
