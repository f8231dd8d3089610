"""How things stand to each other: contradictions, origins, and whether a source said it."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import standing
from claims.api import desk_shapes
from claims.api.acts import Act, act, row_reply
from claims.api.desk_given import (
    ContradictionInput,
    LinkJudgementInput,
    OriginsInput,
    ReasonInput,
)
from claims.api.documents import desk
from claims.api.links import Links
from claims.api.precondition import tagged, unchanged
from claims.models import Attribution, Contradiction
from claims.review import relations, reliability
from claims.sources.seeing import hidden_among


class Contradict(Act):
    @act(
        "Say that two statements cannot both be so",
        "open_contradiction",
        request=ContradictionInput,
        reply=desk_shapes.ContradictionOutput,
        status=201,
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = ContradictionInput.of(request)
        with unchanged(request, statement_id, also=given["other"]):
            made = relations.contradict(
                statement_id=statement_id,
                other_id=given["other"],
                by=request.user,
                kind=given["kind"],
                note=given.get("note", ""),
            )
        return _told(request, made, statement_id, 201)


class CloseContradiction(Act):
    @act(
        "Find that a contradiction is none, or no longer",
        "close_contradiction",
        request=ReasonInput,
        reply=desk_shapes.ContradictionOutput,
        description="If-Match is the ETag of either statement.",
    )
    def post(self, request: Request, contradiction_id: int) -> Response:
        given = ReasonInput.of(request)
        seen = Contradiction.objects.filter(pk=contradiction_id).first()
        if seen is None:
            raise Http404
        with unchanged(request, *standing.standing_ids([seen.one_id, seen.other_id])) as row:
            closed = relations.close(
                contradiction_id=contradiction_id, by=request.user, reason=given["reason"]
            )
        return _told(request, closed, row.pk, 200)


def _told(request: Request, one: Contradiction, statement_id: int, status: int) -> Response:
    # Whether it is with an independent origin is weighed where the statement is read.
    document = row_reply(desk.contradictions, one, desk.CONTRADICTION, Links(request), {})
    return tagged(Response(document, status), statement_id)


class JudgeOrigins(Act):
    @act(
        "Say whether two origins are independent",
        "judge_origins",
        request=OriginsInput,
        reply=desk_shapes.OriginJudgementOutput,
        status=201,
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = OriginsInput.of(request)
        if hidden_among((given["one"], given["other"])):
            raise Http404
        with unchanged(request, statement_id):
            made = relations.judge_origins(
                statement_id=statement_id,
                one_id=given["one"],
                other_id=given["other"],
                by=request.user,
                verdict=given["verdict"],
                reason=given["reason"],
            )
        return tagged(Response(row_reply(desk.origins, made, desk.ORIGINS), 201), statement_id)


class JudgeLink(Act):
    @act(
        "Say what is known of whether that source said it",
        "judge_link",
        request=LinkJudgementInput,
        reply=desk_shapes.LinkJudgementOutput,
        status=201,
        description="If-Match is the ETag of the statement of its claim.",
    )
    def post(self, request: Request, link_id: int) -> Response:
        given = LinkJudgementInput.of(request)
        link = Attribution.objects.filter(pk=link_id).select_related("claim").first()
        if link is None or hidden_among([link.source_id]):
            raise Http404
        with unchanged(request, link.claim.statement_id) as row:
            made = reliability.judge_link(link_id=link_id, by=request.user, **given)
        return tagged(Response(row_reply(desk.link_judgements, made, desk.LINK), 201), row.pk)
