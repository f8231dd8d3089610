"""What concerns the reader is no text's fault: all texts wait, none is lost, and it heals."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone
from pytest_django import Settings

from claims import jobs, tasks
from claims.models import Job
from tests.factories import VersionFactory
from tests.second_reader.article import TEXT
from tests.second_reader.server import Answer, Model, cut_off, proposes, sends, writes

pytestmark = pytest.mark.django_db


@pytest.fixture
def five(turned_on: Model) -> list[int]:
    """Texts that wait for the second reader."""
    return [owe(n) for n in range(5)]


def owe(n: int) -> int:
    job = jobs.owe_reading(VersionFactory(text=f"{TEXT}\nكلمة {n}."))
    assert job
    return job.pk


def later(minutes: int = 60) -> None:
    """So much time goes by."""
    past = timedelta(minutes=minutes)
    Job.objects.update(sent_at=F("sent_at") - past, rests_until=F("rests_until") - past)


def told() -> list[tuple[str, int, str]]:
    rows = Job.objects.order_by("pk").values_list("state", "attempts", "error")
    return [(state, attempts, error) for state, attempts, error in rows]


@pytest.mark.parametrize(
    ("answer", "says", "minutes"),
    [
        (sends(b"", 429, Retry_After="600"), "asked too often", 10),
        (sends(b"", 429), "asked too often", 1),
        (sends(b"", 503), "status 503", 1),
        (sends(b"", 503, Retry_After="0"), "status 503", 0.25),
        (sends(b"", 408), "status 408", 1),
        (sends(b"", 401), "FACTLOG_READER_KEY", 15),
        (sends(b"", 403), "FACTLOG_READER_KEY", 15),
        (sends(b"", 404), "FACTLOG_READER_MODEL", 15),
    ],
)
def test_the_first_failure_of_the_reader_ends_the_round_and_all_wait(
    turned_on: Model, five: list[int], answer: Answer, says: str, minutes: float
) -> None:
    turned_on.answers = [answer, proposes()]
    tasks.read_again()
    tasks.read_again()
    assert len(turned_on.asked) == 1
    assert jobs.owed_readings() == []
    assert [(state, attempts) for state, attempts, _error in told()] == [("queued", 0)] * 5
    assert all(says in error for _state, _attempts, error in told())
    until = Job.objects.get(pk=five[0]).rests_until
    assert until is not None
    left = (until - timezone.now()).total_seconds()
    assert minutes * 60 - 10 < left <= minutes * 60
    later(minutes=20)
    tasks.read_again()
    assert told() == [("done", 1, "")] * 5


def test_what_was_owed_during_the_pause_waits_as_well(turned_on: Model, five: list[int]) -> None:
    turned_on.answers = [sends(b"", 429, Retry_After="600")]
    tasks.read_again()
    owe(6)
    tasks.read_again()
    assert len(turned_on.asked) == 1


@pytest.mark.parametrize("status", [401, 404, 429, 502])
def test_no_outage_is_long_enough_to_lose_a_text(
    turned_on: Model, five: list[int], status: int
) -> None:
    turned_on.answers = [sends(b"", status)]
    for _ in range(12):
        tasks.read_again()
        later()
    assert len(turned_on.asked) == 12
    turned_on.answers = [proposes()]
    tasks.read_again()
    assert told() == [("done", 1, "")] * 5


def test_a_reader_that_is_not_there_is_no_texts_fault(
    turned_on: Model, five: list[int], settings: Settings
) -> None:
    turned_on.answers = [proposes()]
    there, settings.READER_URL = settings.READER_URL, "http://127.0.0.1:9/v1"
    for _ in range(4):
        tasks.read_again()
        assert jobs.owed_readings() == []
        later()
    assert all(state == "queued" and attempts == 0 for state, attempts, _error in told())
    assert "was not reached" in told()[0][2]
    settings.READER_URL = there
    tasks.read_again()
    assert told() == [("done", 1, "")] * 5


def test_who_hangs_is_asked_once_a_round_and_that_text_has_an_attempt_less(
    turned_on: Model, five: list[int], settings: Settings
) -> None:
    settings.READER_SECONDS = 1
    turned_on.answers = [turned_on.sleeps, proposes()]
    tasks.read_again()
    tasks.read_again()
    assert len(turned_on.asked) == 1
    assert [attempts for _state, attempts, _error in told()] == [1, 0, 0, 0, 0]
    assert [bool(error) for _state, _attempts, error in told()] == [
        True,
        False,
        False,
        False,
        False,
    ]
    settings.READER_SECONDS = 5
    later()
    tasks.read_again()
    assert [state for state, _attempts, _error in told()] == ["done"] * 5


@pytest.mark.parametrize("answer", [cut_off, sends(b"", 400), sends(b"<html>busy</html>")])
def test_what_may_be_the_text_or_the_reader_ends_the_round_and_is_an_attempt(
    turned_on: Model, five: list[int], answer: Answer
) -> None:
    turned_on.answers = [answer]
    tasks.read_again()
    tasks.read_again()
    assert len(turned_on.asked) == 1
    assert [attempts for _state, attempts, _error in told()] == [1, 0, 0, 0, 0]


def test_an_answer_that_is_no_list_keeps_no_other_text_waiting(
    turned_on: Model, five: list[int]
) -> None:
    turned_on.answers = [writes("I would rather not."), proposes()]
    tasks.read_again()
    assert [state for state, _attempts, _error in told()] == ["queued"] + ["done"] * 4
    assert told()[0][1] == 1


def test_who_failed_stands_back_behind_those_that_wait(turned_on: Model, five: list[int]) -> None:
    turned_on.answers = [sends(b"", 500)]
    tasks.read_again()
    later()
    assert jobs.owed_readings() == [*five[1:], five[0]]
    tasks.read_again()
    later(minutes=5)
    assert jobs.owed_readings() == [*five[2:], five[0], five[1]]


def test_what_a_text_did_by_itself_stays_said_of_it(turned_on: Model, five: list[int]) -> None:
    turned_on.answers = [writes("I would rather not."), sends(b"", 503)]
    tasks.read_again()
    first, second, *others = told()
    assert "no list of claims" in first[2]
    assert "status 503" in second[2]
    assert others == [second] * 3
    later()
    Job.objects.filter(pk=five[1]).update(sent_at=timezone.now())  # its turn has not come
    turned_on.answers = [proposes()]
    tasks.read_again()
    assert told()[1] == ("queued", 0, "")  # the reader answers again


def test_a_killed_workers_attempt_counts(turned_on: Model, five: list[int]) -> None:
    for _ in range(3):
        assert jobs.owed_readings()[0] == five[0]
        assert jobs.take(five[0])
        Job.objects.filter(state="running").update(lease_until="2026-01-01T00:00:00Z")
    assert jobs.owed_readings() == five[1:]
    assert jobs.sweep() == []
    assert told()[0][:2] == ("failed", 3)
