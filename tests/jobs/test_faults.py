"""Workers killed with -9 and a Redis that goes away: nothing is lost, nothing is done twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.plant import Plant, Redis, needs_redis, until

pytestmark = pytest.mark.faults

# Long enough that a worker is caught at one, and a small part of a lease even on a busy machine:
# a step that its lease ends three times has failed, and rightly so.
SENTENCES = 300


def texts(count: int) -> list[str]:
    return [
        " ".join(f"أعلنت هيئة الموانئ إغلاق الرصيف {n} في المدينة {k}." for n in range(SENTENCES))
        for k in range(count)
    ]


@pytest.fixture(params=["filesystem", "redis"])
def redis(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Redis | None]:
    if request.param == "filesystem":
        yield None
        return
    needs_redis()
    redis = Redis(tmp_path)
    redis.start()
    yield redis
    redis.stop()


@pytest.fixture
def plant(tmp_path: Path, redis: Redis | None) -> Iterator[Plant]:
    plant = Plant(tmp_path, redis)
    yield plant
    plant.close()


def assert_each_was_worked_through_once(plant: Plant, articles: int) -> None:
    assert plant.ask("SELECT count(*), count(DISTINCT version_id) FROM claims_extractionrun") == [
        (articles, articles)
    ]
    found = plant.ask(
        "SELECT version_id, count(*), count(DISTINCT number), min(state) FROM claims_claim"
        " GROUP BY version_id"
    )
    promised = dict(plant.ask("SELECT version_id, claims_found FROM claims_extractionrun"))
    assert len(found) == articles
    for version, claims, numbers, state in found:
        assert claims == numbers == promised[version]
        assert claims >= SENTENCES / 2  # type: ignore[operator]
        assert state == "current"
    assert plant.ask("SELECT count(*) FROM claims_statement") == [
        (sum(promised.values()),)  # type: ignore[arg-type]
    ]


def test_a_worker_killed_in_the_middle_of_ten_articles(plant: Plant) -> None:
    plant.start_worker()
    plant.post(texts(10))
    until(lambda: plant.states().count("done") >= 2, "the first articles")
    plant.catch_worker_at_work()
    plant.kill_worker()
    left = plant.states()
    assert "running" in left

    plant.start_worker()
    until(lambda: plant.states() == ["done"] * 10, f"all ten, from {left}")

    assert_each_was_worked_through_once(plant, 10)
    # The killed one was begun again; a machine that is busy may cost a slow step its lease besides.
    [(begun,)] = plant.ask("SELECT max(attempts) FROM claims_job")
    assert begun in (2, 3)


@pytest.mark.parametrize("redis", ["redis"], indirect=True)
def test_redis_goes_away_while_articles_are_posted(plant: Plant, redis: Redis) -> None:
    plant.start_worker()
    plant.post(texts(1))
    until(lambda: plant.states() == ["done"], "the worker")
    redis.stop()

    first, *others = plant.post(texts(4)[1:]).values()
    # The first of a process loads besides what sends to a broker; none waits for one.
    assert first < 5 and max(others) < 1
    assert plant.states() == ["done", "queued", "queued", "queued"]
    redis.start()
    until(lambda: plant.states() == ["done"] * 4, "the work after Redis came back")

    assert_each_was_worked_through_once(plant, 4)
