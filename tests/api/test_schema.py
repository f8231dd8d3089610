"""The schema tells the truth: generated requests, right and wrong, against the real application."""

import re

import pytest
import schemathesis
from django.test import Client
from drf_spectacular.validation import validate_schema
from hypothesis import HealthCheck, Phase, settings
from pytest_django import Settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from claims.api.urls import urlpatterns
from claims.models import ApiClient
from factlog.wsgi import application
from tests.api.record import a_whole_record

# Real transactions: the application closes connections between requests as it does in life.
pytestmark = pytest.mark.django_db(transaction=True)

EXAMPLES = 40
SCHEMA = schemathesis.openapi.from_wsgi("/api/v1/schema/", application)
SCHEMA.config.generation.update(allow_x00=False)
# What no schema can tell: whether words are an article, or a string a cursor of this list.
BEYOND_THE_SCHEMA = {"text_refused", "input_refused", "after_and_before"}


@pytest.fixture
def authorization(transactional_db: None, settings: Settings) -> dict[str, str]:
    settings.API_RATE = "1000000/s"
    a_whole_record()
    _client, token = ApiClient.issue(name="generated", may_post=True)
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
    response = case.call(headers=authorization)
    refused = response.status_code in (400, 422) and response.json().get("errors")
    codes = {error["code"] for error in refused or ()}
    beyond = bool(codes) and codes <= BEYOND_THE_SCHEMA
    case.validate_response(
        response,
        headers=authorization,
        excluded_checks=[positive_data_acceptance] if beyond else None,
    )


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
