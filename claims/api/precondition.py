"""A write on a statement names the version that it is about, and holds it while it writes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.documents import history
from claims.api.problems import Conflict, PreconditionRequired, TagRefused
from claims.models import Statement

# A strong entity-tag (RFC 9110, 8.8.3), and what ours hold.
_TAG = re.compile(r'"([\x21\x23-\x7e\x80-\xff]*)"')
_OURS = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")

IF_MATCH = OpenApiParameter(
    "If-Match",
    {"type": "string", "pattern": '^"[1-9][0-9]{0,17}-[1-9][0-9]{0,8}"$'},
    OpenApiParameter.HEADER,
    required=True,
    description="The ETag of the statement as you read it.",
)
ETAG = OpenApiParameter(
    "ETag",
    {"type": "string"},
    OpenApiParameter.HEADER,
    description='`"<id>-<version>"` of the statement: what the next write names as If-Match.',
    response=[200, 201],
)


def tag(row: Statement) -> str:
    return f'"{row.pk}-{row.version}"'


def tagged(response: Response, statement_id: int) -> Response:
    """With the ETag that the statement has by now."""
    response["ETag"] = tag(Statement.objects.only("version").get(pk=statement_id))
    return response


@contextmanager
def unchanged(request: Request, *ids: int, also: int | None = None) -> Iterator[Statement]:
    """One transaction in which nobody else changes these statements; gives the one of ``ids`` that
    If-Match names, which has the version that it says. ``also`` is another one that is changed.

    Raises Http404, PreconditionRequired, TagRefused and Conflict. All are locked in the order of
    their ids, as in the services.
    """
    wanted = {*ids} if also is None else {*ids, also}
    with transaction.atomic():
        rows = (
            Statement.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
        )
        found = {row.pk: row for row in rows}
        if found.keys() != wanted:
            raise Http404
        statement_id, version = _named(request)
        row = found[statement_id if statement_id in ids else ids[0]]
        if (row.pk, row.version) != (statement_id, version):
            seen = version if row.pk == statement_id else 0
            raise Conflict(row.version, tag(row), history.since(row, seen, request.user))
        yield row


def _named(request: Request) -> tuple[int, int]:
    """The statement and the version that If-Match names; 0 for what is none of ours."""
    given = request.headers.get("If-Match", "").strip()
    if not given:
        raise PreconditionRequired
    told = _TAG.fullmatch(given)
    if told is None:
        raise TagRefused
    ours = _OURS.fullmatch(told[1])
    return (int(ours[1]), int(ours[2])) if ours else (0, 0)
