"""Whatever goes wrong is told as a problem document (RFC 9457)."""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from math import ceil
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from rest_framework import exceptions
from rest_framework.response import Response

from claims.errors import (
    FactlogError,
    InputRefused,
    ReviewRefused,
    TextRefused,
    VersionConflict,
)

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


class BodyRefused(exceptions.ValidationError):
    """JSON that does not hold what it must hold."""

    status_code = 422
    default_detail = "The body is not what it must be; errors tells where and why."
    default_code = "invalid_body"


class QueryRefused(exceptions.ValidationError):
    """What stands behind the ? of an address."""

    default_detail = "The query is not what it must be; errors tells where and why."
    default_code = "invalid_query"


class LengthRequired(exceptions.APIException):
    """A body in chunks would be taken for an empty one (Django reads by Content-Length)."""

    status_code = 411
    default_detail = "Send the body with a Content-Length, not in chunks."
    default_code = "length_required"


class BodyTooLarge(exceptions.APIException):
    status_code = 413
    default_code = "body_too_large"


class PreconditionRequired(exceptions.APIException):
    """A write that does not say which version it is about."""

    status_code = 428
    default_detail = (
        "Say which version you mean: send the ETag of the statement as If-Match, as you read it."
    )
    default_code = "precondition_required"


class TagRefused(exceptions.APIException):
    status_code = 400
    default_detail = (
        'If-Match must be one ETag just as you read it, like "12-3": * and weak tags (W/) would '
        "let you change what you have not seen."
    )
    default_code = "invalid_if_match"


class Conflict(VersionConflict):
    """With the entries of the record since the version that was named, for whoever was late."""

    def __init__(self, version: int, tag: str, changes: list[dict[str, Any]]) -> None:
        super().__init__(
            "It has changed since you read it, and nothing was recorded: changes tells what "
            "happened. Read it again, and send its new ETag.",
            version,
        )
        self.tag = tag
        self.changes = changes


def document(status: int, code: str, detail: str, **more: object) -> dict[str, object]:
    return {
        "type": f"urn:factlog:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        **more,
    }


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    **more: object,
) -> Response:
    told = document(status, code, detail, **more)
    return Response(told, status, headers=headers, content_type=MEDIA_TYPE)


def unforeseen() -> dict[str, object]:
    """What is told of an error that nobody foresaw; called where it is handled, which is logged."""
    logger.exception("an error that nobody foresaw")
    return document(
        500,
        "internal_error",
        "Something went wrong here, not with what you sent. It was logged; tell whoever runs "
        "factlog when it happened.",
    )


def handle(error: Exception, context: dict[str, object]) -> Response:
    """The problem that an exception is."""
    match error:
        case Conflict():
            return problem(
                412,
                error.code,
                str(error),
                version=error.version,
                changes=error.changes,
                headers={"ETag": error.tag},
            )
        case ReviewRefused():
            return problem(409, error.code, str(error), missing=list(error.missing))
        case FactlogError():
            status = 422 if isinstance(error, TextRefused | InputRefused) else 409
            return problem(status, error.code, str(error))
        case Http404():
            return problem(404, "not_found", "There is nothing at this address.")
        case SuspiciousOperation() | MultiPartParserError():
            return problem(400, "bad_request", "What was sent cannot be read.")
        case PermissionDenied():
            return problem(403, "permission_denied", "You may not do this.")
        case OperationalError() | InterfaceError():
            # The message may hold names of hosts and users.
            logger.error("the database did not answer: %s", type(error.__cause__).__name__)
            return problem(
                503,
                "unavailable",
                "The record cannot be reached right now; try again in a moment.",
                headers={"Retry-After": "5"},
            )
        case BodyRefused() | QueryRefused():
            errors = list(_placed(error))
            return problem(
                error.status_code, error.default_code, error.default_detail, errors=errors
            )
        case exceptions.APIException():
            code = str(getattr(error.detail, "code", error.default_code))
            return problem(error.status_code, code, str(error.detail), headers=_headers(error))
    return Response(unforeseen(), 500, content_type=MEDIA_TYPE)


def _headers(error: exceptions.APIException) -> dict[str, str]:
    found = {}
    if challenge := getattr(error, "auth_header", None):
        found["WWW-Authenticate"] = challenge
    if wait := getattr(error, "wait", None):
        found["Retry-After"] = str(ceil(wait))
    return found


def _placed(error: exceptions.ValidationError) -> Iterator[dict[str, str]]:
    """One entry for each thing that is wrong, with its place in the body or the query."""
    for place, detail in _leaves(error.detail, ()):
        if isinstance(error, QueryRefused):
            where = {"parameter": place[0] if place else ""}
        else:
            # A JSON Pointer (RFC 6901).
            escaped = (one.replace("~", "~0").replace("/", "~1") for one in place)
            where = {"pointer": "".join(f"/{one}" for one in escaped)}
        yield {**where, "detail": str(detail), "code": str(detail.code)}


def _leaves(
    detail: object, place: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], exceptions.ErrorDetail]]:
    if isinstance(detail, exceptions.ErrorDetail):
        yield place, detail
    elif isinstance(detail, dict):
        for name, inner in detail.items():
            # The name of an unknown field may hold half of a character.
            told = str(name).encode(errors="replace").decode()
            yield from _leaves(inner, place if name == "non_field_errors" else (*place, told))
    elif isinstance(detail, list):
        for inner in detail:
            yield from _leaves(inner, place)
