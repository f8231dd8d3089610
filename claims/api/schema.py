"""How the schema tells of addresses, and the schema itself."""

from functools import cache
from hashlib import sha256
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import condition, require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.serializers import Serializer

from claims.api import shapes
from claims.api.problems import MEDIA_TYPE

_PROBLEMS = {
    400: "What was sent cannot be read.",
    401: "No token, or one that is not taken.",
    403: "Not allowed.",
    404: "There is no such thing.",
    406: "Only JSON is spoken here.",
    409: "Refused as things stand; where the rules of review refuse it, missing says what for.",
    411: "A body without Content-Length.",
    412: "It has changed since; changes tells what happened.",
    413: "Too much was sent.",
    415: "Only JSON is taken.",
    422: "The body is JSON, but a field is not what it must be.",
    428: "If-Match is missing.",
    429: "Too many requests; Retry-After tells when to go on.",
    500: "An error that nobody foresaw; it was logged.",
    503: "Try again in a moment.",
}
_EVERYWHERE = (401, 403, 406, 429, 500, 503)
_SHAPES = {409: shapes.Refusal, 412: shapes.Conflict}


def answers(shape: Any, *problems: int) -> dict[Any, Any]:
    """For a GET: the shape, 304, and the problems that may come."""
    return {(200, "application/json"): shape, 304: _UNCHANGED, **told(*problems)}


def told(*problems: int) -> dict[Any, Any]:
    return {
        (status, MEDIA_TYPE): OpenApiResponse(_SHAPES.get(status, shapes.Problem), told_of)
        for status, told_of in _PROBLEMS.items()
        if status in {*problems, *_EVERYWHERE}
    }


_UNCHANGED = OpenApiResponse(description="What If-None-Match names is what would be sent.")
LOCATION = OpenApiParameter(
    "Location",
    {"type": "string", "format": "uri"},
    OpenApiParameter.HEADER,
    description="The address of the job.",
    response=[202],
)


def describe(
    summary: str,
    responses: dict[Any, Any],
    query: type[Serializer] | None = None,
    *,
    description: str = "",  # never a docstring, which is for who reads the code
    parameters: tuple[OpenApiParameter, ...] = (),
    **more: Any,
) -> Any:
    return extend_schema(
        summary=summary,
        responses=responses,
        description=description,
        parameters=[*([query] if query else ()), *parameters],
        **more,
    )


def refuse_unknown_fields(result: dict[str, Any], **_: object) -> dict[str, Any]:
    """A hook of drf-spectacular: bodies with fields that do not exist are refused."""
    for name, one in result["components"]["schemas"].items():
        if name.endswith("InputRequest"):
            one["additionalProperties"] = False
    return result


@cache
def schema() -> bytes:
    """The schema as JSON, made once: it is open to all and slow to make."""
    with translation.override("en"):
        return orjson.dumps(SchemaGenerator().get_schema(public=True))


@require_safe
@condition(etag_func=lambda request: f'"{sha256(schema()).hexdigest()}"')
def serve(request: HttpRequest) -> HttpResponse:
    return HttpResponse(schema(), content_type="application/json")
