"""What all writes at the review desk have in common."""

from typing import Any

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from claims.api import desk_shapes
from claims.api.access import Reviews
from claims.api.documents import statements
from claims.api.documents.people import people
from claims.api.door import Door
from claims.api.links import Links
from claims.api.precondition import ETAG, IF_MATCH
from claims.api.schema import describe, told
from claims.models import Statement


class Act(Door):
    """One thing that is done, by POST."""

    permission_classes = (Reviews,)


def act(
    summary: str,
    operation_id: str,
    *,
    request: type[Serializer] | None = None,
    reply: type[Serializer] = desk_shapes.StatementOutput,
    status: int = 200,
    description: str = "",
) -> Any:
    """How the schema tells of a write on a statement."""
    return describe(
        summary,
        {
            (status, "application/json"): reply,
            **told(400, 404, 409, 411, 412, 413, 415, 422, 428),
        },
        operation_id=operation_id,
        request=request,
        description=description,
        parameters=(IF_MATCH, ETAG),
    )


def statement_reply(request: Request, statement_id: int) -> Response:
    """The whole statement as the person who asks sees it, with its ETag."""
    row = Statement.objects.beyond_proposals().filter(pk=statement_id)
    row = row.values(*statements.COLUMNS).first()
    if row is None:
        raise Http404
    return Response(
        statements.whole(row, request.user, Links(request)),
        # Read before all the rest: where something changed meanwhile, it is too old, never too new.
        headers={"ETag": f'"{row["id"]}-{row["version"]}"'},
    )


def row_reply(document: Any, made: Any, columns: tuple[str, ...], *more: Any) -> dict[str, Any]:
    """The document (of claims.api.documents.desk) of a row that was made or changed."""
    rows = list(type(made).objects.filter(pk=made.pk).values(*columns))
    return document(rows, people(rows), *more)[0]
