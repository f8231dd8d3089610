"""Who works here, and as what: every way to change it, what it refuses, what it records."""

import json
import threading
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection

from claims.errors import LastAdministrator, NameTaken, OwnAccount, PersonRefused
from claims.models import PersonSession, RecordEntry, Statement
from claims.record import checking
from claims.review import people, queue, second_factor
from claims.review.permissions import may_administer
from tests.factories import StatementFactory, UserFactory
from tests.web.factors import give_app

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def admin() -> User:
    return UserFactory(username="salma", role="administrator")


@pytest.fixture
def omar() -> User:
    return UserFactory(username="omar", role="reviewer")


def add(by: User, **given: object) -> tuple[User, str]:
    whole = {"username": "nour", "full_name": "نور", "email": "", "roles": ["viewer"], **given}
    return people.add(**whole, by=by)  # type: ignore[arg-type]


def told() -> dict:
    return json.loads(RecordEntry.objects.get().body)


def test_a_new_person_has_roles_and_a_password_of_their_own(admin) -> None:
    nour, password = add(admin, roles=["lead", "viewer"])
    assert nour.check_password(password) and len(password) == 16
    assert people.held_by(nour) == ("viewer", "lead")
    assert not nour.is_staff
    entry = told()
    assert entry["action"] == "person.added" and entry["subject"] == ["person", nour.pk]
    assert entry["actor"] == admin.pk
    assert entry["after"] == {"username": "nour", "roles": ["viewer", "lead"], "is_active": True}
    assert password not in RecordEntry.objects.get().body


@pytest.mark.parametrize("taken", ["omar", "OMAR"])
def test_a_name_is_taken_once(admin, omar, taken: str) -> None:
    with pytest.raises(NameTaken, match="is taken; choose another name") as refused:
        add(admin, username=taken)
    assert refused.value.code == "name_taken"
    assert not RecordEntry.objects.exists()


def test_there_are_six_roles_and_no_other(admin, omar) -> None:
    with pytest.raises(PersonRefused, match="Choose from the roles"):
        add(admin, roles=["king"])
    with pytest.raises(PersonRefused, match="Choose from the roles"):
        people.change_roles(person_id=omar.pk, roles=["king"], by=admin)
    assert not User.objects.filter(username="nour").exists()


def test_a_change_of_roles_is_recorded_with_what_was_before(admin, omar) -> None:
    people.change_roles(person_id=omar.pk, roles=["lead"], by=admin, reason="leads now")
    entry = told()
    assert entry["action"] == "person.roles_changed" and entry["reason"] == "leads now"
    assert (entry["before"], entry["after"]) == ({"roles": ["reviewer"]}, {"roles": ["lead"]})
    assert not list(checking.check())


def test_the_same_roles_again_are_no_change(admin, omar) -> None:
    with pytest.raises(PersonRefused, match="These are the roles"):
        people.change_roles(person_id=omar.pk, roles=["reviewer"], by=admin)


def test_administrators_use_the_tables_of_administrators_and_only_they(admin, omar) -> None:
    people.change_roles(person_id=omar.pk, roles=["administrator"], by=admin)
    omar = User.objects.get(pk=omar.pk)
    assert omar.is_staff and omar.is_superuser
    people.change_roles(person_id=omar.pk, roles=["viewer"], by=admin)
    omar = User.objects.get(pk=omar.pk)
    assert not omar.is_staff and not omar.is_superuser and not may_administer(omar)


def test_who_was_made_in_a_terminal_counts_as_administrator(omar) -> None:
    root = UserFactory(is_superuser=True, is_staff=True)
    assert people.held_by(root) == ("administrator",)
    with pytest.raises(LastAdministrator):
        people.change_roles(person_id=root.pk, roles=["viewer"], by=root)
    assert User.objects.get(pk=root.pk).is_superuser


def test_whoever_leaves_is_deactivated_and_signed_out(admin, omar) -> None:
    PersonSession.objects.create(
        session_key="k", person=omar, expire_date="2099-01-01T00:00Z", session_data=""
    )
    people.deactivate(person_id=omar.pk, by=admin, reason="left")
    assert not User.objects.get(pk=omar.pk).is_active
    assert not PersonSession.objects.exists()
    entry = told()
    assert (entry["action"], entry["reason"]) == ("person.deactivated", "left")
    assert (entry["before"], entry["after"]) == ({"is_active": True}, {"is_active": False})


def test_nobody_closes_their_own_account(admin) -> None:
    UserFactory(role="administrator")
    with pytest.raises(OwnAccount, match="Another administrator can close it") as refused:
        people.deactivate(person_id=admin.pk, by=admin)
    assert refused.value.code == "own_account"


def test_the_last_administrator_is_not_closed(admin, omar) -> None:
    UserFactory(role="administrator", is_active=False)  # who cannot give roles
    with pytest.raises(LastAdministrator, match="the last administrator") as refused:
        people.deactivate(person_id=admin.pk, by=omar)
    assert refused.value.code == "last_administrator"
    assert User.objects.get(pk=admin.pk).is_active and not RecordEntry.objects.exists()


def test_a_closed_account_opens_as_it_was(admin, omar) -> None:
    people.deactivate(person_id=omar.pk, by=admin)
    with pytest.raises(PersonRefused, match="closed already"):
        people.deactivate(person_id=omar.pk, by=admin)
    people.reactivate(person_id=omar.pk, by=admin, reason="came back")
    assert people.held_by(User.objects.get(pk=omar.pk)) == ("reviewer",)
    with pytest.raises(PersonRefused, match="open already"):
        people.reactivate(person_id=omar.pk, by=admin)
    actions = RecordEntry.objects.order_by("sequence").values_list("action", flat=True)
    assert list(actions) == ["person.deactivated", "person.reactivated"]


def test_a_reset_forgets_app_and_codes(admin, omar) -> None:
    give_app(omar)
    assert second_factor.has_one(omar) and omar.pk in second_factor.holders()
    people.reset_second_factor(person_id=omar.pk, by=admin, reason="lost telephone")
    assert not omar.authenticator_set.exists()
    assert told()["action"] == "person.second_factor_reset"
    with pytest.raises(PersonRefused, match="has no second factor"):
        people.reset_second_factor(person_id=omar.pk, by=admin)


def test_a_new_password_takes_the_place_of_the_lost_one(admin, omar) -> None:
    _same, password = people.new_password(person_id=omar.pk, by=admin)
    assert User.objects.get(pk=omar.pk).check_password(password)
    assert told()["action"] == "person.password_reset"
    assert password not in RecordEntry.objects.get().body


def test_the_record_says_which_details_changed_and_never_an_address(admin, omar) -> None:
    people.change_details(person_id=omar.pk, full_name="", email="o@x.test", by=admin)
    assert told()["after"] == {"changed": ["email"]}
    people.change_details(person_id=omar.pk, full_name="", email="o@x.test", by=admin)
    assert RecordEntry.objects.count() == 1


def test_what_was_theirs_to_do_goes_back_to_the_desk(admin, omar) -> None:
    assigned = StatementFactory(assignee=omar, due=date(2026, 11, 30))
    queue.take(statement_id=assigned.pk, by=omar)
    held, others = StatementFactory(), StatementFactory(assignee=UserFactory(role="reviewer"))
    queue.take(statement_id=held.pk, by=omar)
    people.deactivate(person_id=omar.pk, by=admin, reason="left")
    rows = Statement.objects.in_bulk([assigned.pk, held.pk, others.pk])
    for pk in (assigned.pk, held.pk):
        assert (rows[pk].assignee, rows[pk].held_by, rows[pk].held_until) == (None, None, None)
        assert rows[pk].version == 3
    assert rows[assigned.pk].due == date(2026, 11, 30)
    assert rows[others.pk].assignee is not None
    [entry] = RecordEntry.objects.filter(action="statement.assigned")
    assert (entry.statement_id, entry.actor) == (assigned.pk, admin)
    assert not list(checking.check())


@pytest.mark.parametrize("service", ["deactivate", "reactivate", "reset_second_factor"])
def test_nobody_is_nobody(admin, service: str) -> None:
    with pytest.raises(User.DoesNotExist):
        getattr(people, service)(person_id=987654, by=admin)


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_close_each_other_at_once_leave_one() -> None:
    Group.objects.get_or_create(name="administrator")
    for _ in range(5):
        one, other = UserFactory(role="administrator"), UserFactory(role="administrator")
        start, outcomes = threading.Barrier(2), []

        def close(target: User, by: User, start=start, outcomes=outcomes) -> None:
            start.wait()
            try:
                people.deactivate(person_id=target.pk, by=by)
                outcomes.append("closed")
            except LastAdministrator:
                outcomes.append("refused")
            finally:
                connection.close()

        both = [threading.Thread(target=close, args=pair) for pair in ((one, other), (other, one))]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        assert sorted(outcomes) == ["closed", "refused"]
        User.objects.update(is_active=False)
