"""A model on loopback for each test, and settings that lead to it."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from claims.models import ArticleVersion, Claim
from claims.second_reader import Reader
from tests.factories import UserFactory, VersionFactory
from tests.second_reader.article import MISSED, TEXT, work
from tests.second_reader.server import Model, proposes


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


@pytest.fixture
def person() -> User:
    return UserFactory(role="reviewer")


@pytest.fixture
def version(turned_on: Model) -> ArticleVersion:
    """The article, read by the rules and then by a model that proposes what they missed."""
    made: ArticleVersion = VersionFactory(text=TEXT)
    turned_on.answers = [proposes(MISSED)]
    work(made)
    return made


@pytest.fixture
def proposal(version: ArticleVersion) -> Claim:
    return Claim.objects.proposed().get()
