"""People: who works here, and as what. The only way to change that.

Nobody is deleted: whoever leaves is deactivated, and stays in the history of what they decided.
Doors check who may.
"""

import secrets
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from claims import record
from claims.errors import LastAdministrator, NameTaken, OwnAccount, PersonRefused
from claims.models import PersonSession
from claims.review import queue, second_factor
from claims.review.permissions import ADMINISTRATOR, ROLES


def listed() -> QuerySet[User]:
    """Everybody, those who work here first, with roles. Two queries."""
    return User.objects.prefetch_related("groups").order_by("-is_active", "username")


def held_by(user: User) -> tuple[str, ...]:
    """The roles of a person, in the order of ROLES; from what ``listed`` loaded."""
    held = {group.name for group in user.groups.all()}
    if user.is_superuser:
        held.add(ADMINISTRATOR)
    return tuple(role for role in ROLES if role in held)


@transaction.atomic
def add(
    *, username: str, full_name: str, email: str, roles: Iterable[str], by: User
) -> tuple[User, str]:
    """A new person and the password that is told to them once. Raises PersonRefused, NameTaken."""
    wanted = _known(roles)
    person = User(username=username, first_name=full_name, email=email)
    password = _give_password(person)
    taken = NameTaken(
        _("“%(name)s” is taken; choose another name to sign in with.") % {"name": username}
    )
    if User.objects.filter(username__iexact=username).exists():
        raise taken
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise taken from error
    _set_roles(person, wanted)
    after = {"username": username, "roles": list(wanted), "is_active": True}
    _record("person.added", person, by=by, after=after)
    return person, password


@transaction.atomic
def change_details(*, person_id: int, full_name: str, email: str, by: User) -> User:
    """Another spelling of the name, another address. Raises User.DoesNotExist."""
    person = _locked(person_id)
    before = {"full_name": person.get_full_name(), "email": person.email}
    after = {"full_name": full_name, "email": email}
    changed = [field for field in after if before[field] != after[field]]
    if not changed:
        return person
    person.first_name, person.last_name, person.email = full_name, "", email
    person.save(update_fields=["first_name", "last_name", "email"])
    # Which, not what: the record cannot forget, and people may ask that we do.
    _record("person.details_changed", person, by=by, after={"changed": changed})
    return person


@transaction.atomic
def change_roles(*, person_id: int, roles: Iterable[str], by: User, reason: str = "") -> User:
    """Give a person these roles, and take all others.

    Raises User.DoesNotExist, PersonRefused or LastAdministrator.
    """
    wanted = _known(roles)
    person = _locked(person_id)
    before = held_by(person)
    if ADMINISTRATOR in before and ADMINISTRATOR not in wanted:
        _check_others_administer(person)
    if wanted == before:
        raise PersonRefused(_("These are the roles that this person has."))
    _set_roles(person, wanted)
    _record(
        "person.roles_changed",
        person,
        by=by,
        before={"roles": list(before)},
        after={"roles": list(wanted)},
        reason=reason,
    )
    return person


@transaction.atomic
def deactivate(*, person_id: int, by: User, reason: str = "") -> User:
    """Close a person's account and end their sessions. What they decided stays theirs; what they
    had to do goes back to the desk.

    Raises User.DoesNotExist, PersonRefused, OwnAccount or LastAdministrator.
    """
    person = _locked(person_id)
    if not person.is_active:
        raise PersonRefused(_("This account is closed already."))
    if person.pk == by.pk:
        raise OwnAccount(_("This is your own account. Another administrator can close it."))
    if ADMINISTRATOR in held_by(person):
        _check_others_administer(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    PersonSession.objects.end(person_id=person.pk)
    closed = _entry(
        "person.deactivated",
        person,
        by=by,
        before={"is_active": True},
        after={"is_active": False},
        reason=reason,
    )
    record.write(closed, *queue.hand_back(person, by))
    return person


@transaction.atomic
def reactivate(*, person_id: int, by: User, reason: str = "") -> User:
    """Open a closed account again, as it was. Raises User.DoesNotExist or PersonRefused."""
    person = _locked(person_id)
    if person.is_active:
        raise PersonRefused(_("This account is open already."))
    person.is_active = True
    person.save(update_fields=["is_active"])
    _record(
        "person.reactivated",
        person,
        by=by,
        before={"is_active": False},
        after={"is_active": True},
        reason=reason,
    )
    return person


@transaction.atomic
def reset_second_factor(*, person_id: int, by: User, reason: str = "") -> User:
    """Forget a person's app, passkeys and codes, which they lost, and end their sessions.

    Raises User.DoesNotExist or PersonRefused.
    """
    person = _locked(person_id)
    if not second_factor.forget(person):
        raise PersonRefused(_("This person has no second factor."))
    PersonSession.objects.end(person_id=person.pk)
    _record("person.second_factor_reset", person, by=by, reason=reason)
    return person


@transaction.atomic
def new_password(*, person_id: int, by: User) -> tuple[User, str]:
    """A password that is told once, in place of a lost one; ends the person's sessions.

    Raises User.DoesNotExist.
    """
    person = _locked(person_id)
    password = _give_password(person)
    person.save(update_fields=["password"])
    PersonSession.objects.end(person_id=person.pk)
    _record("person.password_reset", person, by=by)
    return person, password


def _locked(person_id: int) -> User:
    """The person, while nobody else changes who administers: one at a time, in one order.

    Others may refer to the row meanwhile (no_key): what a person signs waits for nobody.
    """
    Group.objects.select_for_update(no_key=True).filter(name=ADMINISTRATOR).first()
    return User.objects.select_for_update(no_key=True).get(pk=person_id)


def _check_others_administer(person: User) -> None:
    holds = Q(groups__name=ADMINISTRATOR) | Q(is_superuser=True)
    if not User.objects.filter(holds, is_active=True).exclude(pk=person.pk).exists():
        raise LastAdministrator(
            _(
                "This is the last administrator. Make somebody else administrator first, or "
                "nobody could give people their roles."
            )
        )


def _known(roles: Iterable[str]) -> tuple[str, ...]:
    given = set(roles)
    if not given <= set(ROLES):
        raise PersonRefused(_("Choose from the roles that there are."))
    return tuple(role for role in ROLES if role in given)


def _set_roles(person: User, wanted: tuple[str, ...]) -> None:
    """Administrators may use Django's tables too, as make_administrator lets them."""
    administered = person.is_superuser
    person.groups.set([Group.objects.get_or_create(name=role)[0] for role in wanted])
    administers = ADMINISTRATOR in wanted
    if administers != administered:
        person.is_superuser = person.is_staff = administers
        person.save(update_fields=["is_superuser", "is_staff"])


def tell_of_own(person: User, action: str, **told: Any) -> None:
    """Put on record what a person did to their own account, in the transaction of the change."""
    _record(f"person.{action}", person, by=person, **told)


def tell_of_token(person: User, name: str, *, is_made: bool) -> None:
    """Put on record that a token of a person was made, or revoked, at the server's own console."""
    if is_made:
        _record("person.token_made", person, by=None, after={"token": name})
    else:
        _record("person.token_revoked", person, by=None, before={"token": name})


def _record(action: str, person: User, *, by: User | None, **told: Any) -> None:
    record.write(_entry(action, person, by=by, **told))


def _entry(action: str, person: User, *, by: User | None, **told: Any) -> record.Entry:
    return record.Entry(action=action, subject=("person", person.pk), by=by, **told)


def _give_password(person: User) -> str:
    password = secrets.token_urlsafe(12)
    person.set_password(password)
    return password
