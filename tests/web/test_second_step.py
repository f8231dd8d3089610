"""After the password: a code, a recovery code, and what is refused."""

import time
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from claims.models import PersonSession
from tests.factories import UserFactory
from tests.web.factors import (
    PASSWORD,
    SECRET,
    code,
    give_app,
    give_code,
    give_password,
    is_signed_in,
    stop_the_clock,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings, monkeypatch) -> None:
    stop_the_clock(monkeypatch)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()  # where allauth notes used codes, by ids that tests share


@pytest.fixture
def layla() -> User:
    user = UserFactory(username="layla", role="reviewer")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def recovery(layla) -> list[str]:
    return give_app(layla)


def test_the_password_alone_opens_nothing(client, layla, recovery) -> None:
    assert give_password(client, layla)["Location"] == "/sign-in/code/"
    assert not is_signed_in(client)
    assert client.get(reverse("articles")).status_code == 302


def test_the_code_opens_the_page_that_was_asked_for(client, layla, recovery) -> None:
    give_password(client, layla, "?next=/claims/")
    assert "Write the code that your app shows" in client.get("/sign-in/code/").content.decode()
    response = give_code(client, code())
    assert (response.status_code, response["Location"]) == (302, "/claims/")
    assert is_signed_in(client)


@pytest.mark.parametrize("steps", [-1, 1])
def test_a_clock_may_be_half_a_minute_wrong(client, layla, recovery, steps: int) -> None:
    give_password(client, layla)
    assert give_code(client, code(steps=steps)).status_code == 302


@pytest.mark.parametrize("steps", [-3, 3])
def test_but_not_more(client, layla, recovery, steps: int) -> None:
    give_password(client, layla)
    assert give_code(client, code(steps=steps)).status_code == 400


def test_a_code_may_be_typed_with_spaces_and_with_other_digits(client, layla, recovery) -> None:
    give_password(client, layla)
    arabic = code().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert give_code(client, f"{arabic[:3]} {arabic[3:]}").status_code == 302


def test_a_code_opens_once_whichever_process_is_asked(client, layla, recovery) -> None:
    now, before = code(), code(steps=-1)
    give_password(client, layla)
    assert give_code(client, now).status_code == 302
    cache.clear()  # as another process has it
    for used in (now, before):
        other = Client()
        give_password(other, layla)
        response = give_code(other, used)
        assert response.status_code == 400
        assert "This code was used already." in response.content.decode()
        assert not is_signed_in(other)


def test_a_recovery_code_opens_once_and_says_how_many_are_left(client, layla, recovery) -> None:
    give_password(client, layla)
    response = client.post(reverse("second_step"), {"code": recovery[3]}, follow=True)
    assert "You signed in with a recovery code; 9 are left." in response.content.decode()
    other = Client()
    give_password(other, layla)
    assert give_code(other, recovery[3]).status_code == 400
    assert give_code(other, recovery[4]).status_code == 302


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"code": ""}, "Write the code."),
        ({}, "Write the code."),
        ({"code": "000 000"}, "This is not the code."),
        ({"code": "\u0661" * 5000}, "This is not the code."),
        ({"code": "00\x000000"}, "Null characters are not allowed."),
        ({"credential": ""}, "This passkey was not accepted."),
        ({"credential": "{"}, "This passkey was not accepted."),
        ({"credential": "{}"}, "This passkey was not accepted."),
        ({"credential": "[1]"}, "This passkey was not accepted."),
        ({"credential": "7"}, "This passkey was not accepted."),
        ({"credential": '{"id": 1, "rawId": {}}'}, "This passkey was not accepted."),
    ],
)
def test_what_does_not_fit_is_a_sentence(client, layla, recovery, given, sentence: str) -> None:
    give_password(client, layla)
    response = client.post(reverse("second_step"), given)
    body = response.content.decode()
    assert response.status_code == 400 and sentence in body and 'role="alert"' in body
    assert not is_signed_in(client)


def test_without_the_password_there_is_no_second_step(client, layla, recovery) -> None:
    assert client.get(reverse("second_step"))["Location"] == reverse("sign_in")
    assert give_code(client, code())["Location"] == reverse("sign_in")
    assert not is_signed_in(client)


def changed_password(user: User) -> None:
    user.set_password("another-long-secret-phrase")
    user.save()


def closed(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.parametrize("meanwhile", [changed_password, closed])
def test_what_happens_between_the_steps_counts(client, layla, recovery, meanwhile) -> None:
    give_password(client, layla)
    meanwhile(layla)
    response = client.post(reverse("second_step"), {"code": code()}, follow=True)
    assert response.redirect_chain == [(reverse("sign_in"), 302)]
    assert "Sign in once more." in response.content.decode()


def test_the_second_step_waits_a_quarter_of_an_hour(client, layla, recovery, monkeypatch) -> None:
    give_password(client, layla)
    later = SimpleNamespace(time=lambda: time.time() + 15 * 60 + 1)
    monkeypatch.setattr("claims.web.second_step.time", later)
    assert client.get(reverse("second_step"))["Location"] == reverse("sign_in")


def test_a_session_that_somebody_else_knows_is_another_after_the_password(
    client, layla, recovery
) -> None:
    client.session["planted"] = "by somebody else"
    client.session.save()
    before = client.session.session_key
    give_password(client, layla)
    between = client.session.session_key
    give_code(client, code())
    assert len({before, between, client.session.session_key}) == 3


def test_guessing_codes_is_slowed_from_all_addresses_together(client, layla, recovery) -> None:
    for number in range(4):
        other = Client(REMOTE_ADDR=f"203.0.113.{number}")
        give_password(other, layla)
        assert give_code(other, "000000").status_code == 400
    give_password(client, layla)
    assert give_code(client, "000000").status_code == 429
    right = give_code(client, code())
    assert right.status_code == 429 and right["Retry-After"] == "900"
    assert "Too many tries to sign in" in client.get(reverse("second_step")).content.decode()
    assert not is_signed_in(client)


def test_nobody_without_the_password_can_lock_the_second_step(client, layla, recovery) -> None:
    for _ in range(6):
        client.post(reverse("sign_in"), {"username": "layla", "password": "wrong"})
    other = Client(REMOTE_ADDR="203.0.113.7")
    give_password(other, layla)
    assert give_code(other, code()).status_code == 302


def test_a_right_code_lets_the_count_begin_anew(client, layla, recovery) -> None:
    for spent in recovery[:2]:
        give_password(client, layla)
        for _ in range(4):
            assert give_code(client, "000000").status_code == 400
        assert give_code(client, spent).status_code == 302
        client.post(reverse("sign_out"))


def test_wrong_codes_are_written_down_nowhere(client, layla, recovery) -> None:
    from axes.models import AccessAttempt

    give_password(client, layla)
    give_code(client, "271828")
    [attempt] = AccessAttempt.objects.all()
    assert "271828" not in attempt.post_data and "code=" in attempt.post_data


def test_a_secret_key_that_was_exchanged_is_told(client, layla, recovery, settings) -> None:
    settings.SECRET_KEY = "another" * 10
    give_password(client, layla)
    response = give_code(client, code())
    assert response.status_code == 400
    assert "An administrator can reset it" in response.content.decode()


def test_with_the_key_before_it_still_at_hand_codes_open(client, layla, recovery, settings) -> None:
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 10
    give_password(client, layla)
    assert give_code(client, code()).status_code == 302


def test_the_database_holds_no_secret_as_it_is(layla, recovery) -> None:
    held = [one.data for one in layla.authenticator_set.all()]
    assert SECRET not in str(held) and recovery[0] not in str(held)


def test_sessions_know_whose_they_are(client, layla, recovery) -> None:
    give_password(client, layla)
    assert [one.person_id for one in PersonSession.objects.all()] == [None]
    give_code(client, code())
    assert [one.person_id for one in PersonSession.objects.all()] == [layla.pk]


@pytest.mark.parametrize(
    "address",
    [
        "accounts/login/",
        "accounts/signup/",
        "accounts/email/",
        "accounts/2fa/",
        "accounts/password/reset/",
    ],
)
def test_the_library_has_no_pages_of_its_own(client, address: str) -> None:
    assert client.get(f"/{address}").status_code == 404
