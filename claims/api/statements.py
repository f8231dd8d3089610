"""Statements, and what happened to each."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import desk_shapes, queries, shapes
from claims.api.access import ReadsDesk
from claims.api.acts import statement_reply
from claims.api.documents import history, statements
from claims.api.door import Door
from claims.api.links import Links
from claims.api.lists import listed
from claims.api.precondition import ETAG
from claims.api.queries import Paged, StatementQuery
from claims.api.schema import answers, describe, told
from claims.models import Statement
from claims.review.blindness import history_of


class Statements(Door):
    permission_classes = (ReadsDesk,)

    @describe(
        "List statements, most urgent first",
        answers(shapes.page_of(desk_shapes.StatementBrief), 400),
        StatementQuery,
        operation_id="list_statements",
        description="Those that wait for somebody have a need; the queue is made of them.",
    )
    def get(self, request: Request) -> Response:
        asked = StatementQuery.of(request)
        links = Links(request)
        return listed(
            request,
            queries.statements(asked, request.user).values(*statements.COLUMNS),
            order=("rank", "id"),
            asked=asked,
            documents=lambda rows: statements.listed(rows, links),
        )


class OneStatement(Door):
    permission_classes = (ReadsDesk,)

    @describe(
        "Read a statement with all that is known of it",
        {(200, "application/json"): desk_shapes.StatementOutput, **told(404)},
        operation_id="read_statement",
        description="Its ETag is for writing: it counts the changes that whoever decides must know "
        "of. Comments and evidence leave it as it is, so the statement is always sent whole.",
        parameters=(ETAG,),
    )
    def get(self, request: Request, statement_id: int) -> Response:
        return statement_reply(request, statement_id)


class History(Door):
    permission_classes = (ReadsDesk,)

    @describe(
        "Read what happened to a statement, newest first",
        answers(shapes.page_of(shapes.Entry), 400, 404),
        Paged,
        operation_id="read_statement_history",
        description="Entries of the record. Findings of others are left out while a second one is "
        "to come: it is found blind.",
    )
    def get(self, request: Request, statement_id: int) -> Response:
        asked = Paged.of(request)
        if not Statement.objects.beyond_proposals().filter(pk=statement_id).exists():
            raise Http404
        return listed(
            request,
            history_of(statement_id, request.user).values(*history.COLUMNS),
            order=("-sequence",),
            asked=asked,
            documents=history.documents,
        )
