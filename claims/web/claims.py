"""Being written."""

from django.http import Http404, HttpRequest, HttpResponse


def claim_list(request: HttpRequest, **kwargs: int) -> HttpResponse:
    raise Http404
