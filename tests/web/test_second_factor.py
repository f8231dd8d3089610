"""Setting up an app, passkeys and recovery codes in one's own account, and taking them away."""

import json
import re
import time
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import UpdateError
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from claims.models import RecordEntry
from tests.factories import UserFactory
from tests.web.factors import (
    PASSWORD,
    code,
    give_app,
    give_code,
    give_password,
    has,
    is_signed_in,
    stop_the_clock,
)
from tests.web.passkeys import Passkey, asked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings, monkeypatch) -> None:
    stop_the_clock(monkeypatch)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def layla() -> User:
    user = UserFactory(username="layla", role="reviewer")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def signed_in(client, layla) -> Client:
    """Just now, by the page."""
    give_password(client, layla)
    return client


@pytest.fixture
def other(layla) -> Client:
    """Another browser of the same person."""
    client = Client()
    client.force_login(layla, backend="django.contrib.auth.backends.ModelBackend")
    return client


def secret_on(page) -> str:
    return "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page.content.decode()))


def add_passkey(client: Client, passkey: Passkey, name: str = "Key ring"):
    options = asked(client.get(reverse("passkey_add")))
    return client.post(reverse("passkey_add"), {"name": name, "credential": passkey.made(options)})


def told() -> list[tuple[str, int, object]]:
    """What the record says of people."""
    rows = RecordEntry.objects.filter(subject_type="person")
    return [(row.action, row.subject_id, json.loads(row.body)["after"]) for row in rows]


def test_an_app_is_set_up_with_the_code_that_it_shows(signed_in, layla, other) -> None:
    page = signed_in.get(reverse("factor_app"))
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    secret = secret_on(page)
    response = signed_in.post(reverse("factor_app"), {"code": code(secret)})
    assert response["Location"] == reverse("recovery_codes")
    assert has(layla, "totp")
    assert told() == [("person.second_factor_added", layla.pk, {"kind": "app"})]
    assert is_signed_in(signed_in) and not is_signed_in(other)
    again = Client()
    give_password(again, layla)
    used = give_code(again, code(secret))
    assert used.status_code == 400 and "This code was used already." in used.content.decode()
    assert give_code(again, code(secret, 1)).status_code == 302


def test_a_wrong_code_sets_nothing_up_and_the_key_stays(signed_in, layla) -> None:
    secret = secret_on(signed_in.get(reverse("factor_app")))
    refused = signed_in.post(reverse("factor_app"), {"code": "000000"})
    assert refused.status_code == 400 and "This is not the code." in refused.content.decode()
    assert secret_on(refused) == secret
    assert not has(layla, "totp")


def test_recovery_codes_are_shown_once(signed_in, layla) -> None:
    secret = secret_on(signed_in.get(reverse("factor_app")))
    signed_in.post(reverse("factor_app"), {"code": code(secret)})
    first = signed_in.get(reverse("recovery_codes"))
    codes = re.findall(r"<li>(\d{4} \d{4})</li>", first.content.decode())
    assert len(set(codes)) == 10
    second = signed_in.get(reverse("recovery_codes")).content.decode()
    assert codes[0] not in second and "10 codes are left." in second
    again = Client()
    give_password(again, layla)
    assert give_code(again, codes[0]).status_code == 302


def test_new_recovery_codes_end_those_before(signed_in, layla, other) -> None:
    before = give_app(layla)
    assert signed_in.get(reverse("recovery_codes_renew")).status_code == 200
    response = signed_in.post(reverse("recovery_codes_renew"))
    assert response["Location"] == reverse("recovery_codes")
    assert told() == [("person.recovery_codes_renewed", layla.pk, None)]
    assert not is_signed_in(other)
    again = Client()
    give_password(again, layla)
    assert give_code(again, before[0]).status_code == 400


def test_without_a_factor_there_are_no_recovery_codes(signed_in, layla) -> None:
    assert signed_in.get(reverse("recovery_codes"))["Location"] == reverse("second_factor")
    assert signed_in.post(reverse("recovery_codes_renew"))["Location"] == reverse("second_factor")
    assert not has(layla, "recovery_codes")


def test_removing_the_last_factor_takes_the_recovery_codes_too(signed_in, layla, other) -> None:
    give_app(layla)
    assert "It is your last one" in signed_in.get(reverse("factor_app_remove")).content.decode()
    response = signed_in.post(reverse("factor_app_remove"), follow=True)
    assert "The app is removed" in response.content.decode()
    assert told() == [("person.second_factor_removed", layla.pk, {"kind": "app"})]
    assert not Authenticator.objects.exists()
    assert not is_signed_in(other)


def test_a_second_app_is_not_set_up(signed_in, layla) -> None:
    give_app(layla)
    assert signed_in.get(reverse("factor_app"))["Location"] == reverse("second_factor")


def test_what_is_not_there_is_not_removed(signed_in) -> None:
    assert signed_in.post(reverse("factor_app_remove")).status_code == 404
    assert signed_in.post(reverse("passkey_remove", args=[7])).status_code == 404


def test_a_passkey_is_added_and_signs_in(signed_in, layla, other) -> None:
    passkey = Passkey()
    assert add_passkey(signed_in, passkey)["Location"] == reverse("recovery_codes")
    assert not is_signed_in(other)
    again = Client()
    give_password(again, layla, "?next=/claims/")
    options = asked(again.get(reverse("second_step")))
    response = again.post(reverse("second_step"), {"credential": passkey.used(options)})
    assert response["Location"] == "/claims/" and is_signed_in(again)


def test_an_answer_of_a_passkey_opens_once(signed_in, layla) -> None:
    passkey = Passkey()
    add_passkey(signed_in, passkey)
    first, second = Client(), Client()
    for client in (first, second):
        give_password(client, layla)
    answer = passkey.used(asked(first.get(reverse("second_step"))))
    second.get(reverse("second_step"))
    assert second.post(reverse("second_step"), {"credential": answer}).status_code == 400
    assert first.post(reverse("second_step"), {"credential": answer}).status_code == 302


@pytest.mark.parametrize("wrong", ["another key", "another site", "another signature"])
def test_what_only_looks_like_the_passkey_does_not_open(signed_in, layla, wrong: str) -> None:
    passkey = Passkey()
    add_passkey(signed_in, passkey)
    again = Client()
    give_password(again, layla)
    options = asked(again.get(reverse("second_step")))
    if wrong == "another key":
        answer = Passkey().used(options)
    elif wrong == "another site":
        answer = passkey.used(options, "https://testserver.evil.test")
    else:
        forger = Passkey()
        forger.ident = passkey.ident
        answer = forger.used(options)
    response = again.post(reverse("second_step"), {"credential": answer})
    assert response.status_code == 400 and not is_signed_in(again)
    assert "This passkey was not accepted." in response.content.decode()


@pytest.mark.parametrize(
    "credential",
    [
        *("", "{", "{}", "[]", "7", "null", '"x"', '{"response": []}', '{"id": 1, "rawId": "x"}'),
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", '
        '"attestationObject": "AA"}}',
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30", '
        '"attestationObject": "oA"}}',
    ],
)
def test_what_is_no_passkey_is_refused_with_a_sentence(signed_in, layla, credential) -> None:
    signed_in.get(reverse("passkey_add"))
    response = signed_in.post(reverse("passkey_add"), {"name": "x", "credential": credential})
    assert response.status_code == 400
    assert "The passkey was not added" in response.content.decode()
    assert not has(layla, "webauthn")


def test_a_passkey_of_another_site_is_not_added(signed_in, layla) -> None:
    options = asked(signed_in.get(reverse("passkey_add")))
    answer = Passkey().made(options, "https://evil.test")
    response = signed_in.post(reverse("passkey_add"), {"credential": answer})
    assert response.status_code == 400 and not has(layla, "webauthn")


def test_a_passkey_is_renamed_and_removed(signed_in, layla, other) -> None:
    add_passkey(signed_in, Passkey(), "Old")
    [passkey] = Authenticator.objects.filter(type="webauthn")
    signed_in.post(reverse("passkey", args=[passkey.pk]), {"name": "الهاتف"})
    assert "<bdi>الهاتف</bdi>" in signed_in.get(reverse("second_factor")).content.decode()
    other.force_login(layla, backend="django.contrib.auth.backends.ModelBackend")
    response = signed_in.post(reverse("passkey_remove", args=[passkey.pk]), follow=True)
    assert "“الهاتف” is removed." in response.content.decode()
    assert told() == [
        (f"person.second_factor_{what}", layla.pk, {"kind": "passkey"})
        for what in ("added", "removed")
    ]
    assert not Authenticator.objects.exists()
    assert not is_signed_in(other)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "Write a name for the passkey."), ("x" * 101, "may have up to 100 characters")],
)
def test_a_name_that_will_not_do_is_told(signed_in, name: str, sentence: str) -> None:
    add_passkey(signed_in, Passkey(), "Old")
    [passkey] = Authenticator.objects.filter(type="webauthn")
    response = signed_in.post(reverse("passkey", args=[passkey.pk]), {"name": name})
    assert response.status_code == 400 and sentence in response.content.decode()


def test_a_passkey_without_a_name_gets_one(signed_in) -> None:
    add_passkey(signed_in, Passkey(), "")
    add_passkey(signed_in, Passkey(), " ")
    body = signed_in.get(reverse("second_factor")).content.decode()
    assert "<bdi>Passkey 1</bdi>" in body and "<bdi>Passkey 2</bdi>" in body


def test_somebody_elses_passkey_is_nowhere(signed_in, layla) -> None:
    add_passkey(signed_in, Passkey())
    [passkey] = Authenticator.objects.filter(type="webauthn")
    Authenticator.objects.update(user=UserFactory())
    assert signed_in.get(reverse("passkey", args=[passkey.pk])).status_code == 404
    assert signed_in.post(reverse("passkey_remove", args=[passkey.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "[::1]:8000"])
def test_where_the_address_is_a_number_there_are_no_passkeys(layla, host: str) -> None:
    client = Client(headers={"Host": host})
    give_password(client, layla)
    for name in ("second_factor", "passkey_add"):
        assert "this address is a number" in client.get(reverse(name)).content.decode()


PAGES = [
    ("factor_app", []),
    ("factor_app_remove", []),
    ("passkey_add", []),
    ("passkey", [1]),
    ("passkey_remove", [1]),
    ("recovery_codes", []),
    ("recovery_codes_renew", []),
]


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_a_browser_left_open_is_asked_for_the_password_first(other, name, args) -> None:
    address = reverse(name, args=args)
    for response in (other.get(address), other.post(address)):
        if response.status_code != 405:
            assert response["Location"] == f"/account/confirm/?next={address}"


@pytest.mark.parametrize(("name", "args"), [*PAGES, ("second_factor", []), ("sessions_end", [])])
def test_they_are_for_those_who_signed_in(client, name, args) -> None:
    address = reverse(name, args=args)
    for response in (client.get(address), client.post(address)):
        if response.status_code != 405:
            assert response["Location"].startswith("/sign-in/")


def test_the_password_once_more_opens_what_was_asked_for(other) -> None:
    address = "/account/confirm/?next=/account/second-factor/app/"
    assert other.post(address, {"password": PASSWORD})["Location"] == reverse("factor_app")
    assert other.get(reverse("factor_app")).status_code == 200


def test_and_holds_for_five_minutes(signed_in, monkeypatch) -> None:
    later = SimpleNamespace(time=lambda: time.time() + 301)
    monkeypatch.setattr("allauth.account.internal.flows.reauthentication.time", later)
    assert signed_in.get(reverse("factor_app")).status_code == 302


@pytest.mark.parametrize(
    ("given", "sentence"),
    [({"password": "wrong"}, "This is not your present password."), ({}, "Write your password.")],
)
def test_a_wrong_password_confirms_nothing(other, given, sentence) -> None:
    response = other.post(reverse("confirm_password"), given)
    assert response.status_code == 400 and sentence in response.content.decode()
    assert other.get(reverse("factor_app")).status_code == 302


def test_nobody_is_sent_to_another_site(other) -> None:
    response = other.post("/account/confirm/?next=//evil.test/", {"password": PASSWORD})
    assert response["Location"] == reverse("account")


def test_guessing_the_password_there_is_slowed_too(other) -> None:
    for _ in range(4):
        other.post(reverse("confirm_password"), {"password": "wrong"})
    assert other.post(reverse("confirm_password"), {"password": "wrong"}).status_code == 429
    assert other.post(reverse("confirm_password"), {"password": PASSWORD}).status_code == 429


def test_other_sessions_are_counted_and_end_at_a_press(signed_in, other) -> None:
    account = reverse("account")
    assert "1 other browser is signed in as you." in signed_in.get(account).content.decode()
    assert signed_in.get(reverse("sessions_end")).status_code == 405
    response = signed_in.post(reverse("sessions_end"), follow=True)
    assert "Your other sessions are ended." in response.content.decode()
    assert "You are signed in nowhere else." in signed_in.get(account).content.decode()
    assert is_signed_in(signed_in) and not is_signed_in(other)


def test_signing_out_ends_the_session_on_the_server(signed_in) -> None:
    kept = signed_in.cookies["sessionid"].value
    signed_in.post(reverse("sign_out"))
    thief = Client()
    thief.cookies["sessionid"] = kept
    assert not is_signed_in(thief)


def test_a_reply_on_its_way_does_not_bring_an_ended_session_back(signed_in, other, layla) -> None:
    session = other.session
    session["late"] = True  # read before it ends, and written after
    signed_in.post(reverse("sessions_end"))
    with pytest.raises(UpdateError):
        session.save()
    assert not is_signed_in(other)
