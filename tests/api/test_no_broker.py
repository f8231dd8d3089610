"""Over real HTTP: a broker that cannot be reached costs a post neither time nor failure."""

import http.client
import json
import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from pytest_django.live_server_helper import LiveServer

from claims import jobs
from claims.models import Job
from factlog.celery import app
from tests.api.conftest import with_token


@pytest.fixture(params=["nobody listens", "nobody answers"])
def broker(request: pytest.FixtureRequest) -> Iterator[str]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        if request.param == "nobody answers":
            held.listen(8)
        yield f"redis://127.0.0.1:{held.getsockname()[1]}/0"


def test_a_post_succeeds_at_once_and_the_sweep_finds_its_work(
    live_server: LiveServer, broker: str
) -> None:
    app.conf.broker_url = broker
    authorization = str(with_token(may_post=True).defaults["HTTP_AUTHORIZATION"])
    connection = http.client.HTTPConnection(urlsplit(live_server.url).netloc, timeout=10)
    took, told = [], []
    for place in range(3):
        body = json.dumps({"text": f"قالت هيئة الموانئ إن الجسر {place} أُغلق."})
        began = time.monotonic()
        connection.request(
            "POST",
            "/api/v1/articles/",
            body.encode(),
            {"Content-Type": "application/json", "Authorization": authorization},
        )
        response = connection.getresponse()
        told.append(json.loads(response.read()))
        took.append(time.monotonic() - began)
        assert response.status == 202
    connection.close()
    # The first one imports what the others find imported.
    assert max(took[1:]) < 2
    Job.objects.update(queued_at="2026-01-01T00:00:00Z")
    assert jobs.sweep() == [one["job"]["id"] for one in told]
