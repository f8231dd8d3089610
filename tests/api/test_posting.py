"""Articles are posted: once, quickly, and refused in a sentence."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from claims.ingest.text import MAX_CHARS
from claims.models import Article, ArticleVersion, Job, Outlet
from tests.api.test_access import assert_problem

pytestmark = pytest.mark.django_db

ARTICLES = "/api/v1/articles/"
TEXT = "قالت هيئة الموانئ إن الجسر أُغلق."
FULL = {
    "text": TEXT,
    "language": "ar",
    "published": "2026-11-20",
    "url": "https://marsa.example/bridge#top",
    "title": "الجسر",
    "outlet": "Marsa Radio",
}


def post(client: Client, given: object) -> HttpResponse:
    return client.post(ARTICLES, given, content_type="application/json")


def test_an_article_is_stored_with_the_work_it_owes(poster: Client):
    response = post(poster, FULL)
    assert response.status_code == 202
    told = response.json()
    job = Job.objects.get()
    assert response["Location"] == f"http://testserver/api/v1/jobs/{job.pk}/"
    assert told["created"] is True
    assert (told["version"], told["job"]["state"]) == (1, "queued")
    article = told["article"]
    assert (article["url"], article["published"]) == ("https://marsa.example/bridge", "2026-11-20")
    assert (article["title"], article["language"]) == ("الجسر", "ar")
    assert article["outlet"]["name"] == "Marsa Radio"
    assert poster.get(article["links"]["self"]).json() == article
    assert poster.get(response["Location"]).json() == told["job"]


def test_only_the_text_is_needed(poster: Client):
    told = post(poster, {"text": TEXT, "outlet": None, "url": "", "published": None}).json()
    assert (told["article"]["outlet"], told["article"]["url"]) == (None, None)
    assert told["article"]["language"] == "ar"


def test_the_same_article_again_has_the_same_addresses(poster: Client):
    first = post(poster, FULL)
    again = post(poster, FULL)
    assert (again.status_code, again["Location"]) == (202, first["Location"])
    assert again.json() == {**first.json(), "created": False}
    Job.objects.update(state="done")
    finished = post(poster, FULL)
    assert (finished.status_code, "Location" in finished) == (200, False)
    assert finished.json()["job"]["links"]["self"] == first["Location"]
    assert Article.objects.count() == 1


def test_a_known_address_with_another_text_is_a_new_version(poster: Client):
    first = post(poster, FULL).json()
    second = post(poster, {**FULL, "text": f"{TEXT} تحديث."}).json()
    assert (second["created"], second["version"]) == (True, 2)
    assert second["article"]["id"] == first["article"]["id"]
    assert [one["number"] for one in second["article"]["versions"]] == [2, 1]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("text", "", "text_refused"),
        ("text", " \n\t", "text_refused"),
        ("text", "أ\0ب", "text_refused"),
        ("text", "أ\ud800ب", "text_refused"),
        ("text", "أ" * (MAX_CHARS + 1), "text_refused"),
        ("text", "a" * 5_000_000, "text_refused"),
        ("text", 12, "invalid"),
        ("text", ["أ"], "invalid"),
        ("text", None, "null"),
        ("published", "2026-02-30", "invalid"),
        ("published", "yesterday", "invalid"),
        ("published", 20261120, "invalid"),
        ("language", "arabisch", "input_refused"),
        ("language", "a1", "input_refused"),
        ("language", "\0", "null_characters_not_allowed"),
        ("url", "marsa.example/bridge", "input_refused"),
        ("url", "javascript:alert(1)", "input_refused"),
        ("url", "https://marsa.example/\ud800", "surrogate_characters_not_allowed"),
        ("title", "أ\0", "null_characters_not_allowed"),
        ("title", "أ" * 501, "max_length"),
        ("outlet", "أ\0", "null_characters_not_allowed"),
        ("outlet", {"name": "Marsa Radio"}, "invalid"),
        ("publised", "2026-11-20", "unknown_field"),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    poster: Client, field: str, value: object, code: str
):
    response = post(poster, json.dumps({**FULL, field: value}))
    [error] = assert_problem(response, 422, "invalid_body")["errors"]
    assert (error["pointer"], error["code"]) == (f"/{field}", code)
    assert error["detail"].endswith(".")
    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


@pytest.mark.parametrize(
    ("name", "pointer"), [("a/b~c", "/a~1b~0c"), ("\ud800", "/?"), ("\0", "/\0"), ("", "/")]
)
def test_a_field_of_any_name_is_pointed_at(poster: Client, name: str, pointer: str):
    response = post(poster, json.dumps({**FULL, name: 1}))
    [error] = assert_problem(response, 422, "invalid_body")["errors"]
    assert (error["pointer"], error["code"]) == (pointer, "unknown_field")


def test_all_that_is_wrong_is_told_at_once(poster: Client):
    errors = post(poster, {"published": "x", "url": "x"}).json()["errors"]
    assert {error["pointer"] for error in errors} == {"/text", "/published", "/url"}


@pytest.mark.parametrize("body", ["[]", '"text"', "null", "12", '[{"text": "a"}]'])
def test_json_that_is_no_object_is_refused(poster: Client, body: str):
    [error] = assert_problem(post(poster, body), 422, "invalid_body")["errors"]
    assert error["pointer"] == ""


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"text": ', "invalid_json"),
        (b'{"text": NaN}', "invalid_json"),
        (b"[" * 100_000, "invalid_json"),
        (b'{"text": ' + b"1" * 5000 + b"}", "invalid_json"),
        ('{"text": "قالت"}'.encode("cp1256"), "not_utf8"),
        ('{"text": "قالت"}'.encode("utf-16"), "not_utf8"),
    ],
)
def test_what_is_no_json_is_refused(poster: Client, body: bytes, code: str):
    assert_problem(post(poster, body), 400, code)


def test_a_mark_of_utf8_before_the_json_is_no_matter(poster: Client):
    assert post(poster, b"\xef\xbb\xbf" + json.dumps(FULL).encode()).status_code == 202


def test_nothing_at_all_is_refused(poster: Client):
    response = post(poster, b"")
    assert assert_problem(response, 422, "invalid_body")["errors"][0]["code"] == "required"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x", ""]
)
def test_only_json_is_taken(poster: Client, kind: str):
    response = poster.generic("POST", ARTICLES, json.dumps(FULL), content_type=kind)
    assert_problem(response, 415, "unsupported_media_type")


def test_a_body_in_chunks_is_not_taken_for_an_empty_one(poster: Client):
    response = poster.post(
        ARTICLES,
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        CONTENT_LENGTH="",
    )
    assert_problem(response, 411, "length_required")


def test_a_body_that_is_too_large_is_not_read(poster: Client, settings: Settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = post(poster, {"text": "a" * 1000})
    assert_problem(response, 413, "body_too_large")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("url", [None, "https://marsa.example/bridge"])
def test_the_same_article_twice_at_once_is_one(poster: Client, url: str | None):
    together = threading.Barrier(4)
    header = poster.defaults["HTTP_AUTHORIZATION"]

    def at_once(_n: int) -> HttpResponse:
        client = Client(headers={"Authorization": header})
        together.wait()
        try:
            return post(client, {**FULL, "url": url})
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        responses = list(pool.map(at_once, range(4)))
    assert [response.status_code for response in responses] == [202] * 4
    assert len({response["Location"] for response in responses}) == 1
    assert [response.json()["created"] for response in responses].count(True) == 1
    assert (Article.objects.count(), ArticleVersion.objects.count()) == (1, 1)
    assert (Job.objects.count(), Outlet.objects.count()) == (1, 1)
