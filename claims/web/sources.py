"""Being written."""

from django.http import Http404, HttpRequest, HttpResponse


def source_list(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def source_page(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404
