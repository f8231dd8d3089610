"""Who may open a page: one line above each view."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
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


def page_with_form(request: HttpRequest) -> str:
    """The page that is read here: where something was sent from, if the address only takes it."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}, request.is_secure()):
        return request.get_full_path()
    parts = urlsplit(before)
    return urlunsplit(("", "", parts.path, parts.query, ""))


def for_every_page(request: HttpRequest) -> dict[str, object]:
    """``here_again``: the address that forms in the frame of every page lead back to."""
    return {"here_again": SimpleLazyObject(lambda: page_with_form(request))}


class OnlyForms:
    """A page of our own, 405, where an address that only takes what forms send is opened."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = not request.path.startswith("/api/") and request.method == "GET"
        if response.status_code != 405 or not is_page:
            return response
        told = render(request, "405.html", status=405)
        told["Allow"] = response["Allow"]
        return told


def allowed(may: Callable[..., bool]) -> Callable:
    """Sign in first; then 403 unless ``may(request.user)`` (claims.review.permissions)."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(page_with_form(request))
            if not may(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
