"""How the schema tells of addresses, and where it and its pages are served."""

from typing import Any

from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.serializers import Serializer

from claims.api import shapes
from claims.api.problems import MEDIA_TYPE

_PROBLEMS = {
    400: "What was sent cannot be read.",
    401: "No token, or one that is not taken.",
    403: "Not allowed.",
    404: "There is no such thing.",
    406: "Only JSON is spoken here.",
    409: "Refused as things stand.",
    411: "A body without Content-Length.",
    413: "Too much was sent.",
    415: "Only JSON is taken.",
    422: "The body is JSON, but a field is not what it must be.",
    429: "Too many requests; Retry-After tells when to go on.",
}
_EVERYWHERE = (401, 403, 406, 429)


def answers(shape: Any, *problems: int) -> dict[Any, Any]:
    """For a GET: the shape, 304, and the problems that may come."""
    return {(200, "application/json"): shape, 304: _UNCHANGED, **told(*problems)}


def told(*problems: int) -> dict[Any, Any]:
    return {
        (status, MEDIA_TYPE): OpenApiResponse(shapes.Problem, _PROBLEMS[status])
        for status in sorted({*problems, *_EVERYWHERE})
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
    result["components"]["schemas"]["ArticleInputRequest"]["additionalProperties"] = False
    return result


class Schema(SpectacularAPIView):
    """JSON for who does not say what they want."""

    renderer_classes = [
        OpenApiJsonRenderer2,
        OpenApiJsonRenderer,
        OpenApiYamlRenderer,
        OpenApiYamlRenderer2,
    ]
    throttle_classes: list[type] = []
