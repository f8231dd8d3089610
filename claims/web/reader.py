"""Being written."""

from django.http import Http404, HttpRequest, HttpResponse


def article(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def claim(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def claim_dismiss(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def claim_restore(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def link_source(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404
