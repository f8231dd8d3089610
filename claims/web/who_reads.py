"""Tells for each request who reads it, so that no page has to (see claims.sources.seeing)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from claims.sources.seeing import read_by


def who_reads(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware, behind the one that knows the user."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with read_by(request.user):
            return get_response(request)

    return middleware
