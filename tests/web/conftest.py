"""Who reads the pages."""

import pytest
from django.test import Client

from tests.web.people import signed_in


@pytest.fixture
def viewer(db: None) -> Client:
    return signed_in("viewer")


@pytest.fixture
def reviewer(db: None) -> Client:
    return signed_in("reviewer")
