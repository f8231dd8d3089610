"""A model on loopback for each test, and settings that lead to it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from claims.second_reader import Reader
from tests.second_reader.server import Model


@pytest.fixture
def model() -> Iterator[Model]:
    made = Model()
    yield made
    made.close()


@pytest.fixture
def reader(model: Model) -> Reader:
    return Reader(url=model.url, model="small", seconds=5, key="secret-key")


@pytest.fixture
def turned_on(model: Model, settings: Settings) -> Model:
    settings.READER_URL = model.url
    settings.READER_MODEL = "small"
    settings.READER_KEY = "secret-key"
    settings.READER_SECONDS = 5
    return model
