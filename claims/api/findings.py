"""What a statement is found to be, and what happens to it around that."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import desk_shapes
from claims.api.access import Publishes, WorksOn
from claims.api.acts import Act, act, row_reply, statement_reply
from claims.api.desk_given import CorrectionInput, FindingInput, Nothing, ReasonInput
from claims.api.documents import desk
from claims.api.precondition import tagged, unchanged
from claims.models import Decision
from claims.review import findings, lifecycle


class Findings(Act):
    @act(
        "Give a finding",
        "give_finding",
        request=FindingInput,
        description="First, second or third, as it is your turn. One that completes what its rule "
        "requires changes the status; `work` and `decisions` tell what came of it.",
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = FindingInput.of(request)
        with unchanged(request, statement_id):
            findings.find(
                statement_id=statement_id,
                by=request.user,
                verdict=given["verdict"],
                reason=given["reason"],
                evidence_ids=given.get("evidence", ()),
                category=given.get("category", ""),
            )
        return statement_reply(request, statement_id)


class TakeBack(Act):
    @act("Take back your finding, as long as no second one is given", "take_back_finding")
    def post(self, request: Request, statement_id: int) -> Response:
        Nothing.of(request)
        with unchanged(request, statement_id):
            lifecycle.take_back(statement_id=statement_id, by=request.user)
        return statement_reply(request, statement_id)


class Reopen(Act):
    permission_classes = (WorksOn,)

    @act(
        "Open what is settled again",
        "reopen_statement",
        request=ReasonInput,
        description="Its status stays until somebody decides.",
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = ReasonInput.of(request)
        with unchanged(request, statement_id):
            lifecycle.reopen(statement_id=statement_id, by=request.user, reason=given["reason"])
        return statement_reply(request, statement_id)


class UndoDecision(Act):
    @act(
        "Take back a decision of your own",
        "undo_decision",
        description="One that you took alone, if nothing happened after it.",
    )
    def post(self, request: Request, decision_id: int) -> Response:
        Nothing.of(request)
        taken = Decision.objects.filter(pk=decision_id).first()
        if taken is None:
            raise Http404
        with unchanged(request, taken.statement_id):
            lifecycle.undo(decision_id=decision_id, by=request.user)
        return statement_reply(request, taken.statement_id)


class Publish(Act):
    permission_classes = (Publishes,)

    @act("Let partners see the status", "publish_statement")
    def post(self, request: Request, statement_id: int) -> Response:
        Nothing.of(request)
        with unchanged(request, statement_id):
            lifecycle.publish(statement_id=statement_id, by=request.user)
        return statement_reply(request, statement_id)


class Corrections(Act):
    permission_classes = (Publishes,)

    @act(
        "Word a correction for those who saw what was published",
        "correct_statement",
        request=CorrectionInput,
        reply=desk_shapes.CorrectionOutput,
        status=201,
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = CorrectionInput.of(request)
        with unchanged(request, statement_id):
            made = lifecycle.correct(statement_id=statement_id, by=request.user, text=given["text"])
        return tagged(
            Response(row_reply(desk.corrections, made, desk.CORRECTION), 201), statement_id
        )
