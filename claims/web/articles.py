"""Being written."""

from django.http import Http404, HttpRequest, HttpResponse


def article_list(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def article_add(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def article_progress(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404


def job_retry(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404
