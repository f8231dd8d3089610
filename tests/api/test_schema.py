"""The schema tells the truth: generated requests, right and wrong, against the real application."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from django.db.models import Model
from django.test import Client
from drf_spectacular.validation import validate_schema
from hypothesis import HealthCheck, Phase, settings
from pytest_django import Settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from claims.api.urls import urlpatterns
from claims.models import (
    Attribution,
    Contradiction,
    Decision,
    Evidence,
    PersonToken,
    Regrouping,
    Statement,
)
from factlog.wsgi import application
from tests.api.desk import a_whole_desk, etag
from tests.api.record import a_whole_record
from tests.factories import UserFactory

# Real transactions: the application closes connections between requests as it does in life.
pytestmark = pytest.mark.django_db(transaction=True)

EXAMPLES = 15
SCHEMA = schemathesis.openapi.from_wsgi("/api/v1/schema/", application)
SCHEMA.config.generation.update(allow_x00=False)
# A version that is missing, or that a tag does not name, is refused in words of its own.
SCHEMA.config.checks.missing_required_header.expected_statuses = ["4xx"]
SCHEMA.config.checks.negative_data_rejection.expected_statuses = ["4xx"]
# What no schema can tell: whether words are an article or more than blanks, a string a cursor of
# this list or the name of a person, and a number that of a statement.
BEYOND_THE_SCHEMA = {
    *("text_refused", "input_refused", "after_and_before", "does_not_exist", "blank"),
}
# What the number in an address is one of, and the way to its statement.
NUMBERED: dict[str, tuple[type[Model], Callable[[Any], Statement]]] = {
    "statement_id": (Statement, lambda row: row),
    "evidence_id": (Evidence, lambda row: row.statement),
    "contradiction_id": (Contradiction, lambda row: row.one),
    "regrouping_id": (Regrouping, lambda row: row.target),
    "decision_id": (Decision, lambda row: row.statement),
    "link_id": (Attribution, lambda row: row.claim.statement),
}


@pytest.fixture
def authorization(transactional_db: None, settings: Settings) -> dict[str, str]:
    """Of a person who may do everything."""
    settings.API_RATE = "1000000/s"
    a_whole_record()
    person = UserFactory(role="administrator")
    a_whole_desk(person)
    _row, token = PersonToken.issue(person=person, name="generated")
    return {"Authorization": f"Bearer {token}"}


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_reply_is_what_the_schema_says(case: Case, authorization: dict[str, str]) -> None:
    if case.meta is not None and case.meta.generation.mode.is_positive:
        led_to_something(case)
    response = case.call(headers=authorization)
    refused = response.status_code in (400, 422) and response.json().get("errors")
    codes = {error["code"] for error in refused or ()}
    beyond = bool(codes) and codes <= BEYOND_THE_SCHEMA
    case.validate_response(
        response,
        headers=authorization,
        excluded_checks=[positive_data_acceptance] if beyond else None,
    )


def led_to_something(case: Case) -> None:
    """Numbers and tags that are made up would be those of nothing."""
    for name in NUMBERED.keys() & case.path_parameters.keys():
        model, statement_of = NUMBERED[name]
        row = model._default_manager.order_by("pk").last()
        case.path_parameters[name] = row.pk
        if "If-Match" in case.headers:
            case.headers["If-Match"] = etag(statement_of(row))


def test_the_schema_is_openapi_3_1_in_english(client: Client) -> None:
    response = client.get("/api/v1/schema/", headers={"Accept-Language": "ar"})
    told = response.json()
    assert told["openapi"] == "3.1.0"
    validate_schema(told)
    assert not re.search("[\u0621-\u064a]", response.content.decode())
    again = client.get("/api/v1/schema/", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_every_address_is_in_the_schema(client: Client) -> None:
    told = set(client.get("/api/v1/schema/").json()["paths"])
    open_to_all = {"schema", "docs"}
    served = {
        f"/api/v1/{pattern.pattern}".replace("<id:", "{").replace(">", "}")
        for pattern in urlpatterns
        if pattern.name and pattern.name not in open_to_all
    }
    assert told == served
