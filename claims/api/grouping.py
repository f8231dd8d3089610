"""Which claims say the same: merged, split, undone."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import desk_shapes
from claims.api.acts import Act, act, row_reply
from claims.api.desk_given import MergeInput, ReasonInput, SplitInput
from claims.api.documents import desk
from claims.api.links import Links
from claims.api.precondition import tagged, unchanged
from claims.models import Regrouping
from claims.review import grouping


class Merge(Act):
    @act(
        "Merge another statement into this one",
        "merge_statement",
        request=MergeInput,
        reply=desk_shapes.RegroupingOutput,
        status=201,
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = MergeInput.of(request)
        with unchanged(request, statement_id, also=given["other"]):
            moved = grouping.merge(
                statement_id=given["other"],
                into_id=statement_id,
                by=request.user,
                reason=given["reason"],
            )
        return _told(request, moved, statement_id, 201)


class Split(Act):
    @act(
        "Take claims out into a statement of their own",
        "split_statement",
        request=SplitInput,
        reply=desk_shapes.RegroupingOutput,
        status=201,
        description="`target` is the new statement.",
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = SplitInput.of(request)
        with unchanged(request, statement_id):
            moved = grouping.split(
                statement_id=statement_id,
                claim_ids=given["claims"],
                by=request.user,
                reason=given["reason"],
            )
        return _told(request, moved, statement_id, 201)


class UndoRegrouping(Act):
    @act(
        "Undo a merge or a split",
        "undo_regrouping",
        request=ReasonInput,
        reply=desk_shapes.RegroupingOutput,
        description="If-Match is the ETag of either statement.",
    )
    def post(self, request: Request, regrouping_id: int) -> Response:
        given = ReasonInput.of(request)
        seen = Regrouping.objects.filter(pk=regrouping_id).first()
        if seen is None:
            raise Http404
        with unchanged(request, seen.target_id, seen.origin_id) as row:
            moved = grouping.undo(
                regrouping_id=regrouping_id, by=request.user, reason=given["reason"]
            )
        return _told(request, moved, row.pk, 200)


def _told(request: Request, moved: Regrouping, statement_id: int, status: int) -> Response:
    document = row_reply(desk.regroupings, moved, desk.REGROUPING, Links(request))
    return tagged(Response(document, status), statement_id)
