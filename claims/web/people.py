"""The page where administrators manage people: who works here, and as what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.errors import NameTaken, PersonRefused
from claims.review import people, second_factor
from claims.review.permissions import may_administer
from claims.web.access import SignedIn, allowed
from claims.web.history import lines_about
from claims.web.person_forms import DetailsForm, PersonForm, RolesForm
from claims.web.roles import ROLE_NAMES

REASON_AT_MOST = 2000


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the list, and the head of a person's page."""

    pk: int
    name: str
    username: str
    roles: tuple[str, ...]
    is_active: bool
    has_second_factor: bool
    last_login: datetime | None


@require_safe
@allowed(may_administer)
def person_list(request: SignedIn) -> HttpResponse:
    holders = second_factor.holders()
    everybody = [_shown(user, user.pk in holders) for user in people.listed()]
    return render(request, "claims/people.html", {"people": everybody})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@allowed(may_administer)
def person_add(request: SignedIn) -> HttpResponse:
    """Add somebody; the answer shows their password, once."""
    form = PersonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            person, password = people.add(**form.cleaned_data, by=request.user)
        except NameTaken as error:
            form.add_error("username", str(error))
        else:
            return _tell_password(request, person, password)
    status = 400 if form.is_bound else 200
    return render(request, "claims/person_add.html", {"form": form}, status=status)


@never_cache
@require_safe
@allowed(may_administer)
def person_page(request: SignedIn, person_id: int) -> HttpResponse:
    return _page(request, person_id)


@require_POST
@allowed(may_administer)
def person_details(request: SignedIn, person_id: int) -> HttpResponse:
    form = DetailsForm(request.POST)
    if not form.is_valid():
        return _page(request, person_id, status=400, details=form)

    def change() -> str:
        people.change_details(person_id=person_id, by=request.user, **form.cleaned_data)
        return _("Name and address are kept.")

    return _done(request, person_id, change)


@require_POST
@allowed(may_administer)
def person_roles(request: SignedIn, person_id: int) -> HttpResponse:
    form = RolesForm(request.POST)
    if not form.is_valid():
        return _page(request, person_id, status=400, roles=form)

    def change() -> str:
        people.change_roles(
            person_id=person_id,
            roles=form.cleaned_data["roles"],
            by=request.user,
            reason=_reason(request),
        )
        return _("The roles are changed.")

    return _done(request, person_id, change)


@require_POST
@allowed(may_administer)
def person_close(request: SignedIn, person_id: int) -> HttpResponse:
    def change() -> str:
        people.deactivate(person_id=person_id, by=request.user, reason=_reason(request))
        return _("The account is closed, and its sessions are ended.")

    return _done(request, person_id, change)


@require_POST
@allowed(may_administer)
def person_open(request: SignedIn, person_id: int) -> HttpResponse:
    def change() -> str:
        people.reactivate(person_id=person_id, by=request.user, reason=_reason(request))
        return _("The account is open again.")

    return _done(request, person_id, change)


@require_POST
@allowed(may_administer)
def person_factor_reset(request: SignedIn, person_id: int) -> HttpResponse:
    def change() -> str:
        people.reset_second_factor(person_id=person_id, by=request.user, reason=_reason(request))
        return _("The second factor is reset, and this person's sessions are ended.")

    return _done(request, person_id, change)


@never_cache
@require_POST
@allowed(may_administer)
def person_password(request: SignedIn, person_id: int) -> HttpResponse:
    """A new password in place of a lost one; the answer shows it, once."""
    get_object_or_404(User, pk=person_id)
    person, password = people.new_password(person_id=person_id, by=request.user)
    return _tell_password(request, person, password)


def _done(request: SignedIn, person_id: int, change: Callable[[], str]) -> HttpResponse:
    """Change something and go back to the person; a refusal is shown there."""
    get_object_or_404(User, pk=person_id)
    try:
        done = change()
    except PersonRefused as error:
        return _page(request, person_id, status=409, refused=str(error))
    messages.success(request, done)
    if person_id == request.user.pk and not may_administer(User.objects.get(pk=person_id)):
        return HttpResponseRedirect(reverse("account"))
    return HttpResponseRedirect(reverse("person", args=[person_id]))


def _page(
    request: SignedIn,
    person_id: int,
    *,
    status: int = 200,
    refused: str = "",
    details: DetailsForm | None = None,
    roles: RolesForm | None = None,
) -> HttpResponse:
    user = get_object_or_404(people.listed(), pk=person_id)
    kept = {"full_name": user.get_full_name(), "email": user.email}
    context = {
        "person": _shown(user, second_factor.has_one(user)),
        "is_me": user.pk == request.user.pk,
        "refused": refused,
        "details": details or DetailsForm(initial=kept),
        "roles": roles or RolesForm(initial={"roles": people.held_by(user)}),
        "form": details if details else roles,
        "history": lines_about(user),
    }
    return render(request, "claims/person.html", context, status=status)


def _shown(user: User, has_second_factor: bool) -> Person:
    return Person(
        pk=user.pk,
        name=user.get_full_name() or user.get_username(),
        username=user.get_username(),
        roles=tuple(str(ROLE_NAMES[role]) for role in people.held_by(user)),
        is_active=user.is_active,
        has_second_factor=has_second_factor,
        last_login=user.last_login,
    )


def _tell_password(request: SignedIn, person: User, password: str) -> HttpResponse:
    context = {"person": person, "password": password}
    return render(request, "claims/person_password.html", context)


def _reason(request: SignedIn) -> str:
    return request.POST.get("reason", "").replace("\0", " ").strip()[:REASON_AT_MOST]
