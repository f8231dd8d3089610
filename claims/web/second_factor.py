"""A person's own second factor: an app that shows codes, passkeys, and codes for an emergency."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from allauth.account.internal.flows.reauthentication import (
    did_recently_reauthenticate,
    reauthenticate_by_password,
)
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import flows as recovery_flows
from allauth.mfa.totp.internal import flows as app_flows
from allauth.mfa.webauthn.internal import flows as passkey_flows
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from claims.errors import SecondFactorUnreadable
from claims.review import people
from claims.review import second_factor as factors
from claims.web import sessions
from claims.web.access import SignedIn, can_use_passkeys
from claims.web.factor_forms import AppCodeForm, ConfirmForm, NewPasskeyForm, PasskeyNameForm
from claims.web.factor_gate import ASKED_FOR
from claims.web.preferences import next_address

asks_and_changes = require_http_methods(["GET", "HEAD", "POST"])


def confirmed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for the password first, unless it was given within the last five minutes."""

    @wraps(view)
    def guarded(request: SignedIn, *args: object, **kwargs: object) -> HttpResponse:
        if did_recently_reauthenticate(request):
            return view(request, *args, **kwargs)
        return redirect_to_login(request.path, reverse("confirm_password"))

    return never_cache(login_required(guarded))


@never_cache
@sensitive_post_parameters("password")
@asks_and_changes
@login_required
def confirm_password(request: SignedIn) -> HttpResponse:
    """The password once more, before what a browser left open must not be enough for."""
    form = ConfirmForm(request, request.POST if request.method == "POST" else None)
    if form.is_valid():
        reauthenticate_by_password(request)
        return HttpResponseRedirect(next_address(request, reverse("account")))
    status = 400 if form.is_bound else 200
    return render(request, "claims/confirm_password.html", {"form": form}, status=status)


@never_cache
@require_safe
@login_required
def second_factor(request: SignedIn) -> HttpResponse:
    """What this person has set up, and the way to more."""
    held = Authenticator.objects.filter(user=request.user).order_by("pk")
    passkeys = [one for one in held if one.type == Authenticator.Type.WEBAUTHN]
    context = {
        "app": next((one for one in held if one.type == Authenticator.Type.TOTP), None),
        "passkeys": [(one, one.wrap().name) for one in passkeys],
        "codes": next((one for one in held if one.type == Authenticator.Type.RECOVERY_CODES), None),
        "has_one": factors.has_one(request.user),
        "must": factors.must_set_one_up(request.user),
        "can_use_passkeys": can_use_passkeys(request),
    }
    return render(request, "claims/second_factor.html", context)


@asks_and_changes
@sensitive_post_parameters("code")
@confirmed
def app_add(request: SignedIn) -> HttpResponse:
    """Show a secret to an app, and take the first code that it makes of it."""
    if Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists():
        return HttpResponseRedirect(reverse("second_factor"))
    form = AppCodeForm(user=request.user, data=request.POST if request.method == "POST" else None)
    if form.is_valid():
        with on_record(request, "second_factor_added", "app"):
            app, _codes = app_flows.activate_totp(request, form)
            factors.take(app, form.cleaned_data["code"])  # it opens nothing any more
        return _changed(request, _("The app is set up. Signing in asks for its code from now on."))
    adapter = get_adapter()
    address = adapter.build_totp_url(request.user, form.secret)
    drawn = base64.b64encode(adapter.build_totp_svg(address).encode()).decode()
    context = {
        "form": form,
        "drawn": f"data:image/svg+xml;base64,{drawn}",
        "secret": [form.secret[start : start + 4] for start in range(0, len(form.secret), 4)],
    }
    status = 400 if form.is_bound else 200
    return render(request, "claims/factor_app.html", context, status=status)


@asks_and_changes
@confirmed
def app_remove(request: SignedIn) -> HttpResponse:
    app = get_object_or_404(Authenticator, user=request.user, type=Authenticator.Type.TOTP)
    if request.method == "POST":
        with on_record(request, "second_factor_removed", "app"):
            app_flows.deactivate_totp(request, app)
        return _changed(request, _("The app is removed; its codes open nothing any more."))
    return render(request, "claims/factor_app_remove.html", {"is_last": _is_last(request, app)})


@asks_and_changes
@confirmed
def passkey_add(request: SignedIn) -> HttpResponse:
    """A passkey of this browser, telephone or key; the page's script asks for it."""
    form = NewPasskeyForm(
        user=request.user, data=request.POST if request.method == "POST" else None
    )
    if form.is_valid():
        name, credential = form.cleaned_data["name"], form.cleaned_data["credential"]
        with on_record(request, "second_factor_added", "passkey"):
            passkey_flows.add_authenticator(request, name, credential)
        return _changed(request, _("“%(name)s” is added.") % {"name": name})
    options = ""
    if can_use_passkeys(request):
        begun = passkey_flows.begin_registration(request, request.user, passwordless=False)
        options = json.dumps(begun, default=dict)
    status = 400 if form.is_bound else 200
    context = {"form": form, "options": options}
    return render(request, "claims/passkey_add.html", context, status=status)


@asks_and_changes
@confirmed
def passkey_rename(request: SignedIn, passkey_id: int) -> HttpResponse:
    passkey = _passkey(request, passkey_id)
    form = PasskeyNameForm(request.POST if request.method == "POST" else None, instance=passkey)
    if form.is_valid():
        form.save()
        messages.success(request, _("The passkey has its new name."))
        return HttpResponseRedirect(reverse("second_factor"))
    status = 400 if form.is_bound else 200
    context = {"form": form, "name": passkey.wrap().name}
    return render(request, "claims/passkey_rename.html", context, status=status)


@asks_and_changes
@confirmed
def passkey_remove(request: SignedIn, passkey_id: int) -> HttpResponse:
    passkey = _passkey(request, passkey_id)
    name = passkey.wrap().name
    if request.method == "POST":
        with on_record(request, "second_factor_removed", "passkey"):
            passkey_flows.remove_authenticator(request, passkey)
        return _changed(request, _("“%(name)s” is removed.") % {"name": name})
    context = {"name": name, "is_last": _is_last(request, passkey)}
    return render(request, "claims/passkey_remove.html", context)


@require_safe
@confirmed
def recovery_codes(request: SignedIn) -> HttpResponse:
    """The codes for an emergency: once, when they are new; then only how many are left."""
    try:
        codes, are_new = recovery_flows.view_recovery_codes(request)
        left = codes.get_unused_codes() if codes else []
    except SecondFactorUnreadable as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("second_factor"))
    if codes is None:
        return HttpResponseRedirect(reverse("second_factor"))
    context = {
        "codes": [f"{one[:4]} {one[4:]}" for one in left] if are_new else [],
        "left": len(left),
        "onwards": request.session.pop(ASKED_FOR, reverse("account")),
    }
    return render(request, "claims/recovery_codes.html", context)


@asks_and_changes
@confirmed
def recovery_codes_renew(request: SignedIn) -> HttpResponse:
    """Other codes in place of those before."""
    if not factors.has_one(request.user):
        return HttpResponseRedirect(reverse("second_factor"))
    if request.method == "POST":
        with on_record(request, "recovery_codes_renewed"):
            recovery_flows.generate_recovery_codes(request)
        return _changed(request, _("The recovery codes before these open nothing any more."))
    return render(request, "claims/recovery_codes_renew.html")


@contextmanager
def on_record(request: SignedIn, action: str, kind: str = "") -> Iterator[None]:
    """The change within, and the entry that tells of it, in one transaction."""
    with transaction.atomic():
        yield
        people.tell_of_own(request.user, action, after={"kind": kind} if kind else None)


def _passkey(request: SignedIn, passkey_id: int) -> Authenticator:
    mine = {"user": request.user, "type": Authenticator.Type.WEBAUTHN}
    return get_object_or_404(Authenticator, pk=passkey_id, **mine)


def _is_last(request: SignedIn, one: Authenticator) -> bool:
    mine = Authenticator.objects.filter(user=request.user, type__in=factors.FACTORS)
    return not mine.exclude(pk=one.pk).exists()


def _changed(request: SignedIn, words: str) -> HttpResponse:
    """Whoever sits in another session has not shown this factor: those sessions end. New codes
    for an emergency are shown at once."""
    sessions.end_others(request)
    messages.success(request, words)
    codes = Authenticator.objects.filter(
        user=request.user, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    is_new = codes is not None and not codes.wrap().did_view
    return HttpResponseRedirect(reverse("recovery_codes" if is_new else "second_factor"))
