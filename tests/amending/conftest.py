"""Who sets claims right, and a text that the engine has read."""

import pytest
from django.contrib.auth.models import User

from claims import pipeline
from claims.models import ArticleVersion
from tests.amending.ports import TEXT
from tests.factories import JobFactory, UserFactory, VersionFactory


@pytest.fixture
def person() -> User:
    return UserFactory(role="editor")


@pytest.fixture
def version() -> ArticleVersion:
    """A text that the engine has read."""
    version = VersionFactory(text=TEXT)
    pipeline.process(JobFactory(version=version).pk)
    return version
