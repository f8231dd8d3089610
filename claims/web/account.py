"""Being written."""

from django.http import Http404, HttpRequest, HttpResponse


def sign_in(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def sign_out(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def account_page(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404
