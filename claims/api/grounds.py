"""What findings rest on: evidence, attempts to find some, and words about it."""

from typing import Any

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import jobs, standing, tasks
from claims.api import desk_shapes
from claims.api.access import WorksOn
from claims.api.acts import Act, act, row_reply
from claims.api.desk_given import AttemptInput, CommentInput, EvidenceInput, ReasonInput
from claims.api.documents import desk
from claims.api.links import Links
from claims.api.precondition import tagged, unchanged
from claims.archive import files, serve
from claims.models import Evidence
from claims.pipeline.archiving import keep_now
from claims.review import comments, grounds


class AddEvidence(Act):
    @act(
        "Put evidence on record",
        "add_evidence",
        request=EvidenceInput,
        reply=desk_shapes.EvidenceOutput,
        status=201,
        description="A page is fetched by a worker; a file or a note is kept at once. A finding "
        "can rest on it once its `state` is `archived`.",
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = EvidenceInput.of(request)
        data, media_type = _bytes(given)
        with unchanged(request, statement_id):
            made = grounds.add(statement_id=statement_id, by=request.user, **given)
            if made.kind == Evidence.Kind.PAGE:
                tasks.hint(jobs.owe_archiving(made))
            else:
                made = keep_now(made, data, media_type)
        document = row_reply(desk.evidence, made, desk.EVIDENCE, Links(request))
        return tagged(Response(document, 201), statement_id)


def _bytes(given: dict[str, Any]) -> tuple[bytes, str]:
    """What is kept at once, and what it is; a file that is an image becomes one."""
    data: bytes = given.pop("content", b"")
    if given["kind"] == Evidence.Kind.NOTE:
        return given.get("note", "").encode(), "text/plain"
    if given["kind"] == Evidence.Kind.PAGE:
        return b"", ""
    media_type = files.accept(data).media_type
    if media_type in serve.INLINE:
        given["kind"] = Evidence.Kind.IMAGE
    return data, media_type


class WithdrawEvidence(Act):
    @act(
        "Withdraw evidence",
        "withdraw_evidence",
        request=ReasonInput,
        reply=desk_shapes.EvidenceOutput,
        description="It no longer counts, and what was decided on it becomes stale.",
    )
    def post(self, request: Request, evidence_id: int) -> Response:
        given = ReasonInput.of(request)
        seen = Evidence.objects.filter(pk=evidence_id).first()
        if seen is None:
            raise Http404
        with unchanged(request, *standing.standing_ids([seen.statement_id])) as row:
            gone = grounds.withdraw(
                evidence_id=evidence_id, by=request.user, reason=given["reason"]
            )
        document = row_reply(desk.evidence, gone, desk.EVIDENCE, Links(request))
        return tagged(Response(document), row.pk)


class Attempts(Act):
    @act(
        "Record what was looked for, and where",
        "record_attempt",
        request=AttemptInput,
        reply=desk_shapes.AttemptOutput,
        status=201,
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = AttemptInput.of(request)
        with unchanged(request, statement_id):
            made = grounds.attempt(statement_id=statement_id, by=request.user, **given)
        return tagged(Response(row_reply(desk.attempts, made, desk.ATTEMPT), 201), statement_id)


class Comments(Act):
    permission_classes = (WorksOn,)

    @act(
        "Write a comment",
        "write_comment",
        request=CommentInput,
        reply=desk_shapes.CommentOutput,
        status=201,
    )
    def post(self, request: Request, statement_id: int) -> Response:
        given = CommentInput.of(request)
        with unchanged(request, statement_id):
            made = comments.comment(statement_id=statement_id, by=request.user, text=given["text"])
        return tagged(Response(row_reply(desk.comments, made, desk.COMMENT), 201), statement_id)
