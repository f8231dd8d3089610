"""Work is followed, and started again when it failed."""

import pytest
from django.test import Client

from tests.api.test_access import assert_problem
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"
HERE = "http://testserver/api/v1/"


def test_a_job_tells_how_far_it_is(reader: Client) -> None:
    job = JobFactory(
        state="running",
        stage="reading",
        done=3,
        total=9,
        lease="x",
        lease_until="2026-11-24T00:00Z",
    )
    told = reader.get(f"{ROOT}jobs/{job.pk}/").json()
    assert (told["state"], told["stage"], told["done"], told["total"]) == (
        "running",
        "reading",
        3,
        9,
    )
    assert (told["error"], told["links"]["retry"]) == (None, None)
    assert told["links"]["article"] == f"{HERE}articles/{job.version.article_id}/"


class TestRetry:
    def test_failed_work_is_started_again(self, poster: Client) -> None:
        job = JobFactory(state="failed", error="It took too long.", attempts=3)
        retry = poster.get(f"{ROOT}jobs/{job.pk}/").json()["links"]["retry"]
        response = poster.post(retry)
        assert (response.status_code, response["Location"]) == (202, f"{HERE}jobs/{job.pk}/")
        assert response.json()["state"] == "queued"
        job.refresh_from_db()
        assert (job.state, job.attempts, job.error) == ("queued", 0, "")

    def test_work_that_waits_stays_as_it_is(self, poster: Client) -> None:
        job = JobFactory()
        assert poster.post(f"{ROOT}jobs/{job.pk}/retry/").status_code == 202

    def test_work_that_is_done_is_not(self, poster: Client) -> None:
        job = JobFactory(state="done")
        assert_problem(poster.post(f"{ROOT}jobs/{job.pk}/retry/"), 409, "job_is_done")

    def test_only_who_may_post_may_ask_for_it(self, reader: Client) -> None:
        job = JobFactory(state="failed")
        assert_problem(reader.post(f"{ROOT}jobs/{job.pk}/retry/"), 403, "permission_denied")
        job.refresh_from_db()
        assert job.state == "failed"

    def test_work_that_is_not_there(self, poster: Client) -> None:
        assert_problem(poster.post(f"{ROOT}jobs/99/retry/"), 404, "not_found")
