"""Where a second factor is required, whoever may do more than read sets one up first."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims.models import ApiClient
from tests.factories import UserFactory
from tests.web.factors import PASSWORD, code, give_app, give_password, stop_the_clock
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def required(settings, monkeypatch) -> None:
    stop_the_clock(monkeypatch)
    settings.SECOND_FACTOR = "required"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.mark.parametrize("role", ["reviewer", "second_reviewer", "lead", "editor", "administrator"])
def test_nothing_else_opens_before(role: str) -> None:
    client = signed_in(role)
    for address in ("/", "/articles/", "/claims/?q=x", "/account/", "/people/", "/admin/"):
        assert client.get(address)["Location"] == "/account/second-factor/", address
    assert client.post("/articles/add/")["Location"] == "/account/second-factor/"
    body = client.get(reverse("second_factor")).content.decode()
    assert "Set up a second factor first" in body and "Your role may change the record" in body


def test_readers_read_on(viewer) -> None:
    assert viewer.get("/articles/").status_code == 200


def test_whoever_uses_the_tables_of_administrators_sets_one_up_too() -> None:
    client = Client()
    client.force_login(
        UserFactory(is_staff=True), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert client.get("/admin/")["Location"] == "/account/second-factor/"


def test_where_it_is_optional_nobody_is_led_there(settings, reviewer) -> None:
    settings.SECOND_FACTOR = "optional"
    assert reviewer.get("/articles/").status_code == 200


def test_with_one_set_up_everything_opens(reviewer) -> None:
    give_app(User.objects.get())
    assert reviewer.get("/articles/").status_code == 200


def test_once_it_is_set_up_the_page_asked_for_opens(client) -> None:
    layla = UserFactory(username="layla", role="reviewer")
    layla.set_password(PASSWORD)
    layla.save()
    give_password(client, layla)
    client.get("/claims/?q=dam")
    page = client.get(reverse("factor_app")).content.decode()
    secret = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))
    client.post(reverse("factor_app"), {"code": code(secret)})
    assert 'href="/claims/?q=dam"' in client.get(reverse("recovery_codes")).content.decode()


def test_htmx_loads_the_whole_page_and_not_a_piece(reviewer) -> None:
    answer = reviewer.get("/articles/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (200, "/account/second-factor/")


def test_one_can_leave_and_change_the_language(reviewer) -> None:
    answer = reviewer.post("/language/setlang/", {"language": "ar", "next": "/account/"})
    assert (answer.status_code, answer["Location"]) == (302, "/account/")
    assert reviewer.get("/healthz").status_code == 200
    assert reviewer.post(reverse("sign_out"))["Location"] == reverse("sign_in")


def test_what_is_not_there_stays_not_there(reviewer) -> None:
    assert reviewer.get("/nowhere/").status_code == 404


def test_the_api_says_it_as_a_problem(reviewer) -> None:
    for answer in (reviewer.get("/api/v1/claims/"), reviewer.post("/api/v1/articles/")):
        assert answer.status_code == 403
        told = answer.json()
        assert told["code"] == "second_factor_required"
        assert told["detail"].startswith("Set up a second factor in your account first")


def test_the_api_opens_with_one(reviewer) -> None:
    give_app(User.objects.get())
    assert reviewer.get("/api/v1/claims/").status_code == 200


def test_programs_go_on_as_before() -> None:
    _made, token = ApiClient.issue(name="partner")
    client = Client(headers={"Authorization": f"Bearer {token}"})
    assert client.get("/api/v1/claims/").status_code == 200
