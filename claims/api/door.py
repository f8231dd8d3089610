"""What all addresses of the API have in common."""

import hashlib
from functools import partial
from typing import cast

import orjson
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.functional import SimpleLazyObject
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.problems import MEDIA_TYPE, unforeseen
from claims.sources.seeing import read_by


class Door(APIView):
    """Speaks English whatever the caller's browser prefers: programs read it. What is read has
    an ETag, and is answered with 304 when the caller has it already. A program never sees who a
    protected source is, whoever else is signed in where it runs."""

    http_method_names = ("get", "head", "post")

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        # Who calls is known only within: sources ask when the first protected one is met.
        with translation.override("en"), read_by(self._person()):
            response = super().dispatch(request, *args, **kwargs)
            try:
                # Here, where what goes wrong with it can still be told as a problem.
                return response.render()
            except Exception:
                return HttpResponse(orjson.dumps(unforeseen()), MEDIA_TYPE, 500)

    def _person(self) -> User | AnonymousUser:
        """The person whose session it is; nobody where a program calls by its token."""

        def known() -> User | AnonymousUser:
            return AnonymousUser() if self.request.auth else self.request.user

        return cast(User, SimpleLazyObject(known))

    def finalize_response(
        self, request: Request, response: Response, *args: object, **kwargs: object
    ) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Content-Language"] = "en"
        patch_cache_control(response, private=True, no_cache=True)
        patch_vary_headers(response, ("Authorization", "Cookie"))
        is_read = request.method in ("GET", "HEAD") and response.status_code == 200
        if is_read and "ETag" not in response:
            response.add_post_render_callback(partial(_unless_known, request))
        return response


def _unless_known(request: Request, response: Response) -> HttpResponse | None:
    """The hash of the very bytes: right whatever they were put together from, at 1 µs a kB."""
    response["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)


class Nowhere(Door):
    """Every other address under the API's."""

    permission_classes = ()

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        raise NotFound("There is nothing at this address. All addresses of the API end in a slash.")
