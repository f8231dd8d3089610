"""How a person wants the pages to look and behave; kept in cookies, so it works before sign-in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

# Cookie -> what it may hold; the first value is the default, for which no cookie is kept.
CHOICES = {
    "factlog_theme": ("system", "light", "dark"),
    "factlog_keys": ("on", "off"),
}
YEAR = 365 * 24 * 3600


def next_address(request: HttpRequest, otherwise: str) -> str:
    """The page to go on to, as the form or else the address names it, if it is one of ours."""
    given = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(given, {request.get_host()}, request.is_secure()):
        return given
    return otherwise


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep the appearance ("factlog_theme") and whether single keys act ("factlog_keys")."""
    response = HttpResponseRedirect(next_address(request, reverse("articles")))
    for cookie, allowed in CHOICES.items():
        value = request.POST.get(cookie)
        if value == allowed[0]:
            response.delete_cookie(cookie, samesite="Lax")
        elif value in allowed:
            response.set_cookie(cookie, value, YEAR, samesite="Lax", secure=request.is_secure())
    return response
