"""A real worker with its rounds: articles are done, and what the model proposes follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.plant import Plant, until
from tests.second_reader.article import MISSED, TEXT
from tests.second_reader.server import Model, proposes

pytestmark = pytest.mark.faults


@pytest.fixture
def plant(tmp_path: Path, model: Model) -> Iterator[Plant]:
    plant = Plant(tmp_path)
    plant.environment |= {
        "FACTLOG_JOB_LEASE_SECONDS": "10",
        "FACTLOG_READER_URL": model.url,
        "FACTLOG_READER_MODEL": "small",
        "FACTLOG_READER_SECONDS": "5",
    }
    yield plant
    plant.close()


def states(plant: Plant, kind: str) -> list[str]:
    rows = plant.ask(f"SELECT state FROM claims_job WHERE kind = '{kind}' ORDER BY id")
    return [str(state) for (state,) in rows]


def test_a_worker_asks_the_model_in_rounds_of_its_own(plant: Plant, model: Model) -> None:
    model.answers = [proposes(MISSED)]
    plant.start_worker()
    plant.post([TEXT, f"{TEXT}\nكلمة أخيرة."])
    until(lambda: states(plant, "read") == ["done", "done"], "both readings")
    assert states(plant, "extract") == ["done", "done"]
    assert len(model.asked) == 2
    proposed = "SELECT count(*), count(DISTINCT version_id) FROM claims_claim"
    assert plant.ask(f"{proposed} WHERE state = 'proposed'") == [(2, 2)]
    assert TEXT.split()[0] not in (plant.folder / "worker.log").read_text(encoding="utf-8")


def test_a_worker_killed_while_the_model_is_silent_costs_nothing(
    plant: Plant, model: Model
) -> None:
    model.answers = [model.sleeps, proposes(MISSED)]
    plant.start_worker()
    plant.post([TEXT])
    until(lambda: len(model.asked) == 1, "the question")
    plant.kill_worker()
    assert states(plant, "extract") == ["done"]
    plant.start_worker()
    until(lambda: states(plant, "read") == ["done"], "the reading, begun again")
    assert plant.ask("SELECT count(*) FROM claims_claim WHERE state = 'proposed'") == [(1,)]
