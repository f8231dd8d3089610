"""Where a program begins, and the page for people who write one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import shapes
from claims.api.door import Door
from claims.api.links import Links
from claims.api.schema import answers, describe
from claims.models import ApiClient


class Root(Door):
    @describe("Find the way", answers(shapes.Root), operation_id="root", tags=["root"])
    def get(self, request: Request) -> Response:
        root = Links(request).root
        names = list(shapes.Root().fields)
        if isinstance(request.auth, ApiClient):
            names.remove("statements")
        return Response({name: f"{root}{name}/" for name in names})


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Swagger UI. It holds no data: signing in, or a token, is asked for when it is tried out."""
    return render(request, "claims/api_docs.html", {"schema": reverse("api:schema")})
