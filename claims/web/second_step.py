"""The second step of signing in, for whoever has a second factor: a code, or a passkey."""

import json
import time
from dataclasses import asdict, dataclass

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from claims.web.access import can_use_passkeys
from claims.web.factor_forms import CodeForm, PasskeyForm

SECONDS = 15 * 60
_KEPT = "second_step"
_COUNTED = "second step of "


@dataclass(frozen=True, slots=True)
class Passed:
    """Who has given the right password, kept in a session in which nobody is signed in yet."""

    person_id: int
    backend: str
    password: str  # Django's hash of the password's hash: another password ends this
    until: float
    onwards: str


def ask(request: HttpRequest, user: User, onwards: str) -> HttpResponse:
    """The password was right; ask for the second factor before anything opens."""
    request.session.cycle_key()  # whoever knew the session's key before knows it no longer
    request.session[_KEPT] = asdict(
        Passed(
            person_id=user.pk,
            backend=user.backend,
            password=user.get_session_auth_hash(),
            until=time.time() + SECONDS,
            onwards=onwards,
        )
    )
    return HttpResponseRedirect(reverse("second_step"))


def finish(request: HttpRequest, user: User, backend: str) -> None:
    """Sign in. What asks for a fresh password does not ask again for a while."""
    login(request, user, backend=backend)
    record_authentication(request, user, "password", reauthenticated=True)


def counted_by(request: object, credentials: dict | None) -> list:
    """What failures are counted by (for django-axes): the name and the address; for codes the
    name alone, which only we write: nobody who lacks the password can lock another person out."""
    name = str((credentials or {}).get("username"))
    return ["username"] if name.startswith(_COUNTED) else [["username", "ip_address"]]


@never_cache
@sensitive_post_parameters("code", "credential")
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    passed, user = _passed(request)
    if passed is None or user is None:
        if request.method == "POST":
            messages.error(request, _("Too much time has passed. Sign in once more."))
        return HttpResponseRedirect(reverse("sign_in"))
    counted = {"username": _COUNTED + salted_hmac(_KEPT, str(user.pk)).hexdigest()}
    if not AxesProxyHandler.is_allowed(request, counted):
        request.axes_locked_out = True  # type: ignore[attr-defined]  # its middleware answers
        return HttpResponse(status=429)
    forms = _forms(request, user)
    given = next((form for form in forms.values() if form.is_bound), None)
    if given is not None and given.is_valid():
        given.save()
        del request.session[_KEPT]
        finish(request, user, passed.backend)
        AxesProxyHandler.reset_attempts(username=counted["username"])
        _tell_what_is_left(request, forms["form"])
        return HttpResponseRedirect(passed.onwards)
    if given is not None and not given.has_error("code", "required"):
        AxesProxyHandler.user_login_failed(__name__, counted, request)
    return render(
        request,
        "claims/second_step.html",
        {**forms, **_ways(request, user)},
        status=200 if given is None else 400,
    )


def _passed(request: HttpRequest) -> tuple[Passed | None, User | None]:
    kept = request.session.get(_KEPT)
    if kept is None:
        return None, None
    passed = Passed(**kept)
    user = User.objects.filter(pk=passed.person_id, is_active=True).first()
    if (
        user is None
        or passed.until < time.time()
        or not constant_time_compare(passed.password, user.get_session_auth_hash())
    ):
        del request.session[_KEPT]
        return None, None
    return passed, user


def _forms(request: HttpRequest, user: User) -> dict[str, CodeForm | PasskeyForm]:
    given = request.POST if request.method == "POST" else None
    by_passkey = given is not None and "credential" in given
    return {
        "form": CodeForm(user=user, data=None if by_passkey else given),
        "passkey_form": PasskeyForm(user=user, data=given if by_passkey else None),
    }


def _ways(request: HttpRequest, user: User) -> dict[str, object]:
    """What this person has to show, and the challenge for a passkey."""
    types = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    passkeys = Authenticator.Type.WEBAUTHN in types and can_use_passkeys(request)
    return {
        "has_app": Authenticator.Type.TOTP in types,
        "has_passkey": Authenticator.Type.WEBAUTHN in types,
        "options": json.dumps(begin_authentication(user), default=dict) if passkeys else "",
    }


def _tell_what_is_left(request: HttpRequest, form: CodeForm) -> None:
    shown = getattr(form, "authenticator", None)
    if shown is None or shown.type != Authenticator.Type.RECOVERY_CODES:
        return
    left = len(Authenticator.objects.get(pk=shown.pk).wrap().get_unused_codes())
    words = ngettext(
        "You signed in with a recovery code; %(count)d is left.",
        "You signed in with a recovery code; %(count)d are left.",
        left,
    )
    messages.success(request, words % {"count": left})
