"""The page where administrators manage people."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims.models import RecordEntry
from tests.factories import UserFactory
from tests.web.factors import give_app, is_signed_in
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def administrator(db: None) -> Client:
    return signed_in("administrator")


@pytest.fixture
def omar() -> User:
    return UserFactory(username="omar", first_name="عمر", last_name="حدّاد", role="reviewer")


ADDRESSES = [
    *("people", "person_add", "person", "person_details", "person_roles", "person_close"),
    *("person_open", "person_password", "person_factor_reset"),
]


def address(name: str, user: User) -> str:
    return reverse(name, args=[] if name in ("people", "person_add") else [user.pk])


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("role", ["viewer", "reviewer", "second_reviewer", "lead", "editor"])
def test_it_is_for_administrators(omar, name: str, role: str) -> None:
    client = signed_in(role)
    for response in (client.get(address(name, omar)), client.post(address(name, omar))):
        assert response.status_code in (403, 405)
    assert not RecordEntry.objects.exists()


@pytest.mark.parametrize("name", ADDRESSES)
def test_and_for_those_who_signed_in(client, omar, name: str) -> None:
    for response in (client.get(address(name, omar)), client.post(address(name, omar))):
        assert response.status_code == 405 or response["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("name", ADDRESSES[2:])
def test_nobody_is_not_there(administrator, name: str) -> None:
    there = reverse(name, args=[987654])
    given = {"full_name": "x", "roles": "viewer"}
    assert 404 in (
        administrator.get(there).status_code,
        administrator.post(there, given).status_code,
    )


def test_administrators_find_it_in_their_account_and_others_do_not(administrator, reviewer) -> None:
    link = f'href="{reverse("people")}"'
    assert link in administrator.get(reverse("account")).content.decode()
    assert link not in reviewer.get(reverse("account")).content.decode()


def row(page, name: str) -> str:
    rows = re.findall(r"<tr.*?</tr>", page.content.decode(), re.DOTALL)
    return next(one for one in rows if name in one)


def test_the_list_says_who_works_here_and_as_what(administrator, omar) -> None:
    give_app(omar)
    UserFactory(username="gone", is_active=False)
    page = administrator.get(reverse("people"))
    assert all(words in row(page, "عمر حدّاد") for words in ("omar", "Reviewer", "Open", "Set up"))
    assert all(words in row(page, "gone") for words in ("No role yet", "Closed", "None", "Never"))


def test_the_list_costs_the_same_for_many(
    administrator, omar, django_assert_max_num_queries
) -> None:
    UserFactory.create_batch(5, role="lead")
    with django_assert_max_num_queries(7):
        administrator.get(reverse("people"))
    UserFactory.create_batch(20, role="editor")
    with django_assert_max_num_queries(7):
        administrator.get(reverse("people"))


def test_a_person_is_added_and_signs_in_with_what_is_shown_once(administrator) -> None:
    given = {"username": "nour", "full_name": "نور", "roles": ["lead", "editor"]}
    page = administrator.post(reverse("person_add"), given)
    assert page.status_code == 200 and "no-store" in page["Cache-Control"]
    [password] = re.findall(r"data-password>([\w-]{16})<", page.content.decode())
    nour = User.objects.get(username="nour")
    assert password not in administrator.get(reverse("person", args=[nour.pk])).content.decode()
    client = Client()
    client.post(reverse("sign_in"), {"username": "nour", "password": password})
    assert "Lead · Editor" in client.get(reverse("account")).content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"username": ""}, "Write a name that the person signs in with."),
        ({"username": "two words"}, "Write only letters, digits and @ . + - _ in it."),
        ({"username": "x" * 151}, "at most 150 characters"),
        ({"username": "OMAR"}, "“OMAR” is taken"),
        ({"username": "no\0ur"}, "Null characters are not allowed."),
        ({"full_name": ""}, "Write the person&#x27;s name."),
        ({"email": "nour"}, "This is not an e-mail address."),
        ({"roles": ["king"]}, "Choose from the roles that there are."),
    ],
)
def test_what_will_not_do_is_told_and_what_was_written_stays(
    administrator, omar, given: dict, sentence: str
) -> None:
    whole = {"username": "nour", "full_name": "Nour N.", "email": "n@x.test", "roles": ["lead"]}
    response = administrator.post(reverse("person_add"), whole | given)
    body = response.content.decode()
    assert response.status_code == 400 and sentence in body
    assert "n@x.test" in body or "email" in given
    assert User.objects.count() == 2 and not RecordEntry.objects.exists()


def test_roles_are_changed(administrator, omar) -> None:
    page = administrator.get(reverse("person", args=[omar.pk])).content.decode()
    assert re.findall(r'value="(\w+)"[^>]*checked', page) == ["reviewer"]
    given = {"roles": ["lead", "viewer"], "reason": "leads the night desk"}
    response = administrator.post(reverse("person_roles", args=[omar.pk]), given, follow=True)
    assert "The roles are changed." in response.content.decode()
    assert set(omar.groups.values_list("name", flat=True)) == {"lead", "viewer"}
    assert "leads the night desk" in RecordEntry.objects.get().body
    page = administrator.get(reverse("person", args=[omar.pk])).content.decode()
    assert "changed the roles: from Reviewer to Viewer, Lead." in page
    assert "leads the night desk" in page


def test_a_role_that_there_is_not_is_refused(administrator, omar) -> None:
    response = administrator.post(reverse("person_roles", args=[omar.pk]), {"roles": "king"})
    assert response.status_code == 400
    assert "Choose from the roles that there are." in response.content.decode()


def test_the_last_administrator_stays_one(administrator) -> None:
    me = User.objects.get()
    response = administrator.post(reverse("person_roles", args=[me.pk]), {"roles": ["lead"]})
    assert response.status_code == 409
    assert "This is the last administrator." in response.content.decode()


def test_whoever_gives_the_role_away_gets_to_their_account(administrator) -> None:
    me = User.objects.get()
    UserFactory(role="administrator")
    response = administrator.post(
        reverse("person_roles", args=[me.pk]), {"roles": ["lead"]}, follow=True
    )
    assert response.redirect_chain == [(reverse("account"), 302)]


def test_an_account_is_closed_and_opened_again(administrator, omar) -> None:
    theirs = Client()
    theirs.force_login(omar, backend="django.contrib.auth.backends.ModelBackend")
    response = administrator.post(reverse("person_close", args=[omar.pk]), follow=True)
    assert "its sessions are ended" in response.content.decode()
    assert not is_signed_in(theirs)
    response = administrator.post(reverse("person_open", args=[omar.pk]), follow=True)
    assert "The account is open again." in response.content.decode()
    assert not is_signed_in(theirs)  # not the sessions of then
    assert User.objects.get(pk=omar.pk).is_active


def test_nobody_closes_their_own(administrator) -> None:
    me = User.objects.get()
    UserFactory(role="administrator")
    assert (
        "Close the account"
        not in administrator.get(reverse("person", args=[me.pk])).content.decode()
    )
    response = administrator.post(reverse("person_close", args=[me.pk]))
    assert response.status_code == 409 and "This is your own account." in response.content.decode()


def test_a_lost_second_factor_is_reset(administrator, omar) -> None:
    give_app(omar)
    response = administrator.post(reverse("person_factor_reset", args=[omar.pk]), follow=True)
    assert "The second factor is reset" in response.content.decode()
    refused = administrator.post(reverse("person_factor_reset", args=[omar.pk]))
    assert refused.status_code == 409
    assert "This person has no second factor." in refused.content.decode()


def test_a_lost_password_gets_another(administrator, omar) -> None:
    theirs = Client()
    theirs.force_login(omar, backend="django.contrib.auth.backends.ModelBackend")
    page = administrator.post(reverse("person_password", args=[omar.pk]))
    [password] = re.findall(r"data-password>([\w-]{16})<", page.content.decode())
    assert not is_signed_in(theirs)
    theirs.post(reverse("sign_in"), {"username": "omar", "password": password})
    assert is_signed_in(theirs)


def test_name_and_address_are_changed(administrator, omar) -> None:
    there = reverse("person_details", args=[omar.pk])
    administrator.post(there, {"full_name": "Omar H.", "email": "o@x.test"})
    omar.refresh_from_db()
    assert (omar.get_full_name(), omar.email) == ("Omar H.", "o@x.test")
    refused = administrator.post(there, {"full_name": "", "email": "o@"})
    assert refused.status_code == 400
    assert "Write the person&#x27;s name." in refused.content.decode()


def test_a_reason_may_be_long_and_odd(administrator, omar) -> None:
    given = {"reason": "\0" + "x" * 5000}
    there = reverse("person_close", args=[omar.pk])
    assert administrator.post(there, given).status_code == 302


def test_in_the_tables_of_administrators_people_are_looked_at_only(omar) -> None:
    omar.set_password("a-long-secret-phrase")
    omar.save()
    client = Client()
    client.force_login(
        UserFactory(is_superuser=True, is_staff=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    there = f"/admin/auth/user/{omar.pk}"
    page = client.get(f"{there}/change/")
    assert page.status_code == 200 and omar.password not in page.content.decode()
    assert client.post(f"{there}/change/", {"username": "x"}).status_code == 403
    assert client.post(f"{there}/delete/", {"post": "yes"}).status_code == 403
    assert client.get("/admin/auth/user/add/").status_code == 403
    assert client.get("/admin/mfa/authenticator/").status_code == 404
