"""Who works on what: handed out, taken, given back, assigned."""

from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import desk_shapes
from claims.api.acts import Act, act, statement_reply
from claims.api.desk_given import AssignmentInput, GiveBackInput, Nothing
from claims.api.precondition import ETAG, unchanged
from claims.api.schema import describe, told
from claims.review import queue


class Next(Act):
    @describe(
        "Have the next statement handed out",
        {
            (200, "application/json"): desk_shapes.StatementOutput,
            204: None,
            **told(411, 413, 415, 422),
        },
        operation_id="take_next",
        description="The most urgent one that is yours to do is held for you for 20 minutes; what "
        "you hold already comes first. 204: nothing is left for you.",
        request=None,
        parameters=(ETAG,),
    )
    def post(self, request: Request) -> Response:
        Nothing.of(request)
        row = queue.next_for(request.user)
        return Response(status=204) if row is None else statement_reply(request, row.pk)


class Take(Act):
    @act("Take a statement in hand", "take_statement")
    def post(self, request: Request, statement_id: int) -> Response:
        Nothing.of(request)
        with unchanged(request, statement_id):
            queue.take(statement_id=statement_id, by=request.user)
        return statement_reply(request, statement_id)


class GiveBack(Act):
    @act(
        "Give a statement back to the queue",
        "give_back_statement",
        request=GiveBackInput,
        description="What you do not hold stays as it is.",
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = GiveBackInput.of(request)
        with unchanged(request, statement_id):
            queue.give_back(statement_id=statement_id, by=request.user, put_off=given["put_off"])
        return statement_reply(request, statement_id)


class Assign(Act):
    @act(
        "Say whose a statement is, by when and how urgent",
        "assign_statement",
        request=AssignmentInput,
        description="Leads assign to others; reviewers to themselves.",
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = AssignmentInput.of(request)
        with unchanged(request, statement_id) as row:
            queue.assign(
                statement_id=statement_id,
                by=request.user,
                to=given.get("assignee", row.assignee),
                due=given.get("due", row.due),
                priority=given.get("priority"),
            )
        return statement_reply(request, statement_id)
