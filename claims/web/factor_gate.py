"""Where a second factor is required, nothing else opens before it is set up."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from claims.review.second_factor import must_set_one_up
from claims.web.access import HtmxRequest

# What it takes to set one up, or to leave. The API asks for itself (claims.api.access).
OPEN = {
    "second_factor",
    "factor_app",
    "passkey_add",
    "confirm_password",
    "sign_in",
    "second_step",
    "sign_out",
    "set_language",
    "preferences",
    "healthz",
}
ASKED_FOR = "asked_for_before_second_factor"


class SecondFactorGate:
    """Leads to the page that says why, and remembers what was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HtmxRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        found = request.resolver_match
        if found is None or found.namespaces == ["api"] or found.view_name in OPEN:
            return None
        if not must_set_one_up(request.user):
            return None
        if request.method == "GET" and not request.htmx:
            request.session[ASKED_FOR] = request.get_full_path()
        return _redirect(request, reverse("second_factor"))


def _redirect(request: HtmxRequest, address: str) -> HttpResponse:
    """For htmx too the whole page, not a piece of it."""
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
