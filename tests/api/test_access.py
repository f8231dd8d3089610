"""Who may use the API, and how often."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from claims.api.problems import handle
from claims.models import ApiClient

pytestmark = pytest.mark.django_db

ARTICLES = "/api/v1/articles/"
ARTICLE = {"text": "قالت هيئة الموانئ إن الجسر أُغلق."}


def assert_problem(response: HttpResponse, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()  # type: ignore[attr-defined]
    assert (told["status"], told["code"]) == (status, code)
    assert told["type"] == f"urn:factlog:problem:{code}"
    assert told["title"] and told["detail"]
    return told


def test_without_a_token_nothing_is_read():
    response = Client().get(ARTICLES)
    assert_problem(response, 401, "not_authenticated")
    assert response["WWW-Authenticate"] == 'Bearer realm="factlog"'


@pytest.mark.parametrize("header", ["Bearer", "Bearer factlog_x", "bearer a b", "Bearer é"])
def test_a_token_that_is_not_known_is_refused(header: str):
    response = Client().get(ARTICLES, headers={"Authorization": header})
    assert_problem(response, 401, "authentication_failed")


def test_a_token_is_taken_until_it_is_revoked(reader: Client):
    assert reader.get(ARTICLES).status_code == 200
    ApiClient.objects.update(is_active=False)
    assert_problem(reader.get(ARTICLES), 401, "authentication_failed")


def test_the_day_of_the_last_use_is_kept(reader: Client):
    reader.get(ARTICLES)
    assert ApiClient.objects.get().last_used == timezone.localdate()


def test_a_program_that_may_only_read_posts_nothing(reader: Client):
    response = reader.post(ARTICLES, ARTICLE, content_type="application/json")
    assert_problem(response, 403, "permission_denied")


def test_people_who_are_signed_in_read_too(person: Callable[[str], Client]):
    assert person("viewer").get(ARTICLES).status_code == 200


def test_a_person_without_a_role_reads_nothing(person: Callable[[str], Client]):
    assert (
        "without a role"
        in assert_problem(person("").get(ARTICLES), 403, "permission_denied")["detail"]
    )


def test_a_viewer_posts_nothing(person: Callable[[str], Client]):
    viewer = person("viewer")
    viewer.handler.enforce_csrf_checks = False
    response = viewer.post(ARTICLES, ARTICLE, content_type="application/json")
    assert_problem(response, 403, "permission_denied")


def test_a_reviewer_posts_from_our_own_pages_only(person: Callable[[str], Client]):
    reviewer = person("reviewer")
    foreign = reviewer.post(ARTICLES, ARTICLE, content_type="application/json")
    assert "CSRF" in assert_problem(foreign, 403, "permission_denied")["detail"]
    reviewer.cookies["csrftoken"] = token = "a" * 32
    own = reviewer.post(
        ARTICLES, ARTICLE, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert own.status_code == 202


def test_each_client_may_ask_so_often(reader: Client, poster: Client, settings: Settings):
    settings.API_RATE = "2/min"
    assert [reader.get(ARTICLES).status_code for _ in range(2)] == [200, 200]
    refused = reader.get(ARTICLES)
    assert_problem(refused, 429, "throttled")
    assert 0 < int(refused["Retry-After"]) <= 60
    assert poster.get(ARTICLES).status_code == 200


def test_an_address_that_does_not_exist_is_a_problem_too(reader: Client):
    assert_problem(reader.get("/api/v1/reports/"), 404, "not_found")
    assert "slash" in assert_problem(reader.post("/api/v1/articles"), 404, "not_found")["detail"]
    assert_problem(reader.get("/api/v1/articles/12/"), 404, "not_found")


def test_a_method_that_does_not_exist_is_refused(reader: Client):
    response = reader.delete(ARTICLES)
    assert_problem(response, 405, "method_not_allowed")
    assert response["Allow"] == "GET, HEAD, POST"


def test_only_json_is_spoken(reader: Client):
    response = reader.get(ARTICLES, headers={"Accept": "text/csv"})
    assert_problem(response, 406, "not_acceptable")


def test_the_api_speaks_english_to_a_browser_that_prefers_arabic(poster: Client):
    response = poster.post(
        ARTICLES,
        {"text": ""},
        content_type="application/json",
        headers={"Accept-Language": "ar"},
    )
    [error] = assert_problem(response, 422, "invalid_body")["errors"]
    assert error["detail"] == "There is no text; paste or upload the article's words."
    assert response["Content-Language"] == "en"


def test_the_way_is_found_from_the_root(reader: Client):
    for address in reader.get("/api/v1/").json().values():
        assert reader.get(address).status_code == 200, address


def test_a_database_that_does_not_answer_is_a_problem_too():
    told = handle(OperationalError("server closed the connection"), {})
    assert told is not None
    assert (told.status_code, told.data["code"]) == (503, "unavailable")
    assert told["Retry-After"] == "5"
    assert "connection" not in told.data["detail"]
