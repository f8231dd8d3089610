"""A page of a list with the addresses of its neighbours."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import ErrorDetail

from claims.api.problems import QueryRefused
from claims.errors import InputRefused
from claims.models.keyset import page


def listed(
    request: Request,
    rows: QuerySet,
    *,
    order: tuple[str, ...],
    asked: dict[str, Any],
    documents: Callable[[Sequence[dict[str, Any]]], list[dict[str, Any]]],
) -> Response:
    """Raises QueryRefused for a cursor of another list."""
    after, before = asked.get("after"), asked.get("before")
    try:
        found = page(rows, order=order, after=after, before=before, size=asked["size"])
    except InputRefused as refused:
        name = "before" if before else "after"
        raise QueryRefused({name: [ErrorDetail(str(refused), refused.code)]}) from refused
    return Response(
        {
            "results": documents(found.rows),
            "next": _address(request, "after", found.next_cursor),
            "previous": _address(request, "before", found.previous_cursor),
        }
    )


def _address(request: Request, name: str, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    query = request.query_params.copy()
    query.pop("after", None)
    query.pop("before", None)
    query[name] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
