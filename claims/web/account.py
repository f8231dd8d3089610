"""People: sign in, sign out, and what a person may do and change about their own account."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from axes.helpers import get_cool_off
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.review import people, permissions, second_factor
from claims.web import second_step, sessions
from claims.web.access import SignedIn
from claims.web.history import lines_about
from claims.web.preferences import next_address
from claims.web.roles import ROLE_NAMES

MAY = (
    (permissions.may_read, gettext_lazy("Read articles, claims and sources")),
    (permissions.may_add_articles, gettext_lazy("Add articles, and start failed work again")),
    (permissions.may_touch_claims, gettext_lazy("Set claims aside, and take them back")),
    (permissions.may_decide_sources, gettext_lazy("Confirm, merge and rename sources")),
    (permissions.may_review, gettext_lazy("Review statements: first findings, evidence, merges")),
    (permissions.may_sign_second, gettext_lazy("Give second findings")),
    (permissions.may_lead, gettext_lazy("Confirm, adjudicate, and assign work to others")),
    (permissions.may_grade_sources, gettext_lazy("Grade the reliability of sources")),
    (permissions.may_publish, gettext_lazy("Publish what is settled, and word corrections")),
    (permissions.may_protect_sources, gettext_lazy("Protect sources from being seen")),
    (permissions.may_administer, gettext_lazy("Give people their roles, and administer factlog")),
)


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": gettext_lazy(
            "Name and password do not belong together. Mind capital letters in both."
        ),
        "inactive": gettext_lazy("This account is closed. An administrator can open it again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, password = self.fields["username"], self.fields["password"]
        name.label, password.label = _("Name"), _("Password")
        name.error_messages["required"] = _("Write the name that you sign in with.")
        # Django limits only what a browser lets one type.
        too_long = str(self.error_messages["invalid_login"])
        name.validators.append(MaxLengthValidator(self.username_field.max_length, too_long))
        password.error_messages["required"] = _("Write your password.")
        name.widget.attrs |= {"class": "input", "dir": "auto", "spellcheck": "false"}
        name.widget.attrs["autofocus"] = not self.is_bound  # then the list of refusals has it
        password.widget.attrs["class"] = "input"


class NewPasswordForm(PasswordChangeForm):
    error_messages = {
        "password_incorrect": gettext_lazy("This is not your present password."),
        "password_mismatch": gettext_lazy("The new password is not the same both times."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "old_password": (_("Present password"), _("Write your present password.")),
            "new_password1": (_("New password"), _("Write a new password.")),
            "new_password2": (_("New password once more"), _("Write the new password twice.")),
        }
        for name, (label, missing) in words.items():
            field = self.fields[name]
            field.label, field.help_text = label, ""
            field.error_messages["required"] = missing
            field.widget.attrs = {
                "class": "input",
                "autocomplete": field.widget.attrs.get("autocomplete", ""),
            }
        self.fields["new_password1"].help_text = _(
            "At least 8 characters, not only digits, not a common password, not like your name."
        )


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in and go on to ``?next=``. After too many failures ``locked_out`` answers instead."""
    onwards = next_address(request, reverse("articles"))
    if request.user.is_authenticated and request.method != "POST":
        return HttpResponseRedirect(onwards)
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user = form.get_user()
        if second_factor.has_one(user):
            return second_step.ask(request, user, onwards)
        second_step.finish(request, user, user.backend)
        return HttpResponseRedirect(onwards)
    status = 400 if form.is_bound else 200
    context = {"form": form, "sent_here": "next" in request.GET}
    return render(request, "claims/sign_in.html", context, status=status)


@never_cache
@require_safe
def admin_sign_in(request: HttpRequest) -> HttpResponse:
    """In place of the admin's own page: sign in here, as everywhere; 403 for whoever is in."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(next_address(request, reverse("admin:index")))


def locked_out(
    request: HttpRequest, response: HttpResponse | None, credentials: dict | None
) -> HttpResponse:
    """What django-axes answers instead of a sign-in that was tried too often: 429, a sentence."""
    pause: timedelta = get_cool_off(request) or timedelta()
    minutes = max(1, round(pause.total_seconds() / 60))
    wait = ngettext(
        "After %(count)d minute without a further try you can sign in again. Each try before that "
        "starts the wait anew.",
        "After %(count)d minutes without a further try you can sign in again. Each try before that "
        "starts the wait anew.",
        minutes,
    ) % {"count": minutes}
    refused = render(request, "claims/locked_out.html", {"wait": wait}, status=429)
    refused["Retry-After"] = str(minutes * 60)
    return refused


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.success(request, _("You are signed out."))
    return HttpResponseRedirect(reverse("sign_in"))


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is here, in words; ``names`` is empty without any role."""

    names: tuple[str, ...]
    may: tuple[str, ...]
    may_not: tuple[str, ...]


def role_of(user: User) -> Role:
    return Role(
        names=tuple(str(ROLE_NAMES[held]) for held in permissions.roles_of(user)),
        may=tuple(str(words) for allowed, words in MAY if allowed(user)),
        may_not=tuple(str(words) for allowed, words in MAY if not allowed(user)),
    )


@never_cache
@sensitive_post_parameters("old_password", "new_password1", "new_password2")
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def account_page(request: SignedIn) -> HttpResponse:
    """Who I am here; on POST, a new password, which ends this person's other sessions."""
    given = request.POST if request.method == "POST" else None
    form = NewPasswordForm(request.user, given)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            changed = form.save()
            people.tell_of_own(request.user, "password_changed")
        update_session_auth_hash(request, changed)
        sessions.end_others(request)
        messages.success(request, _("Your password is changed, and your other sessions are ended."))
        return HttpResponseRedirect(reverse("account"))
    context = {
        "form": form,
        "role": role_of(request.user),
        "has_second_factor": second_factor.has_one(request.user),
        "may_administer": permissions.may_administer(request.user),
        "other_sessions": sessions.count_others(request),
        "history": lines_about(request.user),
    }
    status = 400 if form.is_bound else 200
    return render(request, "claims/account.html", context, status=status)


@require_POST
@login_required
def sessions_end(request: SignedIn) -> HttpResponse:
    sessions.end_others(request)
    messages.success(request, _("Your other sessions are ended."))
    return HttpResponseRedirect(reverse("account"))
