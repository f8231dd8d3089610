"""Signing in and out, and a person's own account."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from claims.models import RecordEntry

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-secret-phrase"
NEW = "another-long-secret-phrase"


@pytest.fixture(autouse=True)
def quick_hashes(settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def layla() -> User:
    user = User.objects.create_user("layla", password=PASSWORD, first_name="Layla", last_name="N.")
    user.groups.add(Group.objects.get_or_create(name="reviewer")[0])
    return user


def sign_in(client: Client, password: str = PASSWORD, name: str = "layla", query: str = ""):
    given = {"username": name, "password": password}
    return client.post(reverse("sign_in") + query, given)


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def test_a_person_signs_in_and_gets_to_the_articles(client, layla) -> None:
    response = sign_in(client)
    assert (response.status_code, response["Location"]) == (302, reverse("articles"))
    assert is_signed_in(client)


def test_the_page_asked_for_opens_after_signing_in(client, layla) -> None:
    asked = client.get("/articles/7/?claim=2")
    assert asked["Location"] == "/sign-in/?next=/articles/7/%3Fclaim%3D2"
    assert "The page you asked for opens" in client.get(asked["Location"]).content.decode()
    onwards = sign_in(client, query=asked["Location"].removeprefix("/sign-in/"))
    assert onwards["Location"] == "/articles/7/?claim=2"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.test/", "//evil.test/", "javascript:alert(1)", "/\\evil.test/"]
)
def test_nobody_is_sent_to_another_site(client, layla, elsewhere: str) -> None:
    query = f"?next={elsewhere}"
    assert sign_in(client, query=query)["Location"] == reverse("articles")
    assert client.get(reverse("sign_in") + query)["Location"] == reverse("articles")


def test_a_wrong_password_is_a_sentence_and_the_name_stays(client, layla) -> None:
    response = sign_in(client, "wrong")
    body = response.content.decode()
    assert response.status_code == 400
    assert "Name and password do not belong together." in body
    assert 'value="layla"' in body and "wrong" not in body
    assert not is_signed_in(client)


def test_an_unknown_name_is_told_the_same(client, layla) -> None:
    known, unknown = (
        sign_in(client, "wrong", name).content.decode() for name in ("layla", "nobody")
    )
    sentence = "Name and password do not belong together."
    assert sentence in known and sentence in unknown


def test_a_closed_account_does_not_open(client, layla) -> None:
    User.objects.update(is_active=False)
    assert sign_in(client).status_code == 400
    assert not is_signed_in(client)


@pytest.mark.parametrize("name", ["", "la\0yla", "x" * 5000])
def test_what_is_no_name_is_refused(client, layla, name: str) -> None:
    response = sign_in(client, name=name)
    assert response.status_code == 400 and 'role="alert"' in response.content.decode()


def test_odd_bytes_in_the_address_are_no_failure(client, layla) -> None:
    assert sign_in(client, "wrong", query="?next=%00&a=" + "x" * 5000).status_code == 400


def test_the_admin_is_entered_by_the_same_door(client, layla) -> None:
    first = client.get("/admin/", follow=True)
    assert first.redirect_chain[-1] == ("/sign-in/?next=/admin/", 302)
    assert sign_in(client, query="?next=/admin/")["Location"] == "/admin/"
    assert client.get("/admin/", follow=True).status_code == 403  # a reviewer
    User.objects.filter(pk=layla.pk).update(is_staff=True)
    assert client.get("/admin/").status_code == 200


def test_empty_fields_are_each_told(client) -> None:
    body = client.post(reverse("sign_in")).content.decode()
    assert '<a href="#id_username">Write the name that you sign in with.</a>' in body
    assert '<a href="#id_password">Write your password.</a>' in body


def test_signing_in_makes_a_new_session(client, layla) -> None:
    client.session["planted"] = "by somebody else"
    client.session.save()
    client.get(reverse("sign_in"))
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_guessing_is_slowed_with_a_page_of_ours(client, layla) -> None:
    for _ in range(4):
        assert sign_in(client, "wrong").status_code == 400
    fifth = sign_in(client, "wrong")
    assert fifth.status_code == 429 and fifth["Retry-After"] == "900"
    assert "After 15 minutes without a further try" in fifth.content.decode()
    right = sign_in(client)
    assert right.status_code == 429 and not is_signed_in(client)
    assert "Too many tries to sign in" in right.content.decode()


def test_others_can_sign_in_while_one_name_is_locked(client, layla) -> None:
    User.objects.create_user("omar", password=PASSWORD)
    for _ in range(6):
        sign_in(client, "wrong")
    assert sign_in(client, name="omar").status_code == 302


def test_a_success_in_between_lets_the_count_begin_anew(client, layla) -> None:
    for _ in range(2):
        for _ in range(4):
            sign_in(client, "wrong")
        assert sign_in(client).status_code == 302


def test_a_stale_sign_in_form_is_a_sentence(layla) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403


def test_a_person_signs_out_by_post_alone(client, layla) -> None:
    client.force_login(layla, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("sign_out")).status_code == 405
    assert is_signed_in(client)
    response = client.post(reverse("sign_out"), follow=True)
    assert "You are signed out." in response.content.decode()
    assert not is_signed_in(client)


@pytest.fixture
def signed_in(client, layla) -> Client:
    client.force_login(layla, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_account_says_who_i_am_and_what_i_may(signed_in) -> None:
    body = signed_in.get(reverse("account")).content.decode()
    assert "Layla N." in body and "<bdi>layla</bdi>" in body and "Reviewer" in body
    may, others = body.split("Others may")
    assert "Add articles" in may and "Give people their roles" in others


def test_an_account_without_a_role_says_what_is_missing(client) -> None:
    nobody = User.objects.create_user("nobody", password=PASSWORD)
    client.force_login(nobody, backend="django.contrib.auth.backends.ModelBackend")
    body = client.get(reverse("account")).content.decode()
    assert "No role yet" in body and "until an administrator gives you a role" in body


def test_the_account_is_for_those_who_signed_in(client) -> None:
    assert client.get(reverse("account"))["Location"] == "/sign-in/?next=/account/"


def test_keys_can_be_turned_off_in_the_account(signed_in) -> None:
    assert 'name="factlog_keys" value="off"' in signed_in.get(reverse("account")).content.decode()
    signed_in.post(reverse("preferences"), {"factlog_keys": "off", "next": reverse("account")})
    assert 'name="factlog_keys" value="on"' in signed_in.get(reverse("account")).content.decode()


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str | None = None):
    return client.post(
        reverse("account"),
        {"old_password": old, "new_password1": new, "new_password2": again or new},
    )


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(signed_in, layla) -> None:
    other = Client()
    sign_in(other)
    assert change(signed_in)["Location"] == reverse("account")
    assert is_signed_in(signed_in) and not is_signed_in(other)
    assert sign_in(Client(), NEW).status_code == 302
    entry = RecordEntry.objects.get()
    assert (entry.action, entry.subject_id) == ("person.password_changed", layla.pk)
    page = signed_in.get(reverse("account")).content.decode()
    assert "chose a new password." in page


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"old": "wrong"}, "This is not your present password."),
        ({"again": "different"}, "The new password is not the same both times."),
        ({"new": "layla-n"}, "too short"),
        ({"new": ""}, "Write a new password."),
    ],
)
def test_a_password_that_will_not_do_is_told_at_its_field(
    signed_in, layla, given: dict, sentence: str
) -> None:
    response = change(signed_in, **given)
    assert response.status_code == 400 and sentence in response.content.decode()
    layla.refresh_from_db()
    assert layla.check_password(PASSWORD)
