"""Who may open a page: one line above each view."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails


class SignedIn(HttpRequest):
    """A request that passed ``allowed``: somebody is signed in."""

    user: User


class HtmxRequest(SignedIn):
    """As HtmxMiddleware hands it on."""

    htmx: HtmxDetails


def client_address(request: HttpRequest) -> str:
    """Where a request comes from: the address that our outermost proxy saw, if there are proxies.

    What a client itself writes into X-Forwarded-For stands further to the left and is not read.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.PROXIES:
        return direct
    told = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",")]
    try:
        return str(ip_address(told[-settings.PROXIES]))
    except (IndexError, ValueError):
        return direct


def can_use_passkeys(request: HttpRequest) -> bool:
    """Browsers bind passkeys to the name of a host; where the address is a number, none are."""
    host = request.get_host()
    return not host.startswith("[") and not host.partition(":")[0].rpartition(".")[2].isdigit()


def allowed(may: Callable[..., bool]) -> Callable:
    """Sign in first; then 403 unless ``may(request.user)`` (claims.review.permissions)."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not may(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return decorate
