"""How reliable sources have been found."""

from django.http import Http404
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import access, desk_shapes, shapes
from claims.api.acts import row_reply
from claims.api.desk_given import GradeInput
from claims.api.documents import desk
from claims.api.documents.people import people
from claims.api.door import Door
from claims.api.lists import listed
from claims.api.queries import Paged
from claims.api.schema import answers, describe, told
from claims.models import Grade, Source
from claims.review import reliability
from claims.sources.seeing import seen


class Grades(Door):
    def get_permissions(self) -> list[BasePermission]:
        return [access.Grades() if self.request.method == "POST" else access.ReadsDesk()]

    @describe(
        "List the grades of a source",
        answers(shapes.page_of(desk_shapes.GradeOutput), 400, 404),
        Paged,
        operation_id="list_grades",
        description="The one that was given last for a day counts from that day on.",
    )
    def get(self, request: Request, source_id: int) -> Response:
        asked = Paged.of(request)
        source = _source(source_id)
        return listed(
            request,
            Grade.objects.filter(source__in=source.effective_ids()).values(*desk.GRADE),
            order=("-since", "-id"),
            asked=asked,
            documents=lambda rows: desk.grades(rows, people(rows)),
        )

    @describe(
        "Grade a source",
        {
            (201, "application/json"): desk_shapes.GradeOutput,
            **told(400, 404, 409, 411, 413, 415, 422),
        },
        operation_id="grade_source",
        request=GradeInput,
    )
    def post(self, request: Request, source_id: int) -> Response:
        given = GradeInput.of(request)
        _source(source_id)
        made = reliability.grade(source_id=source_id, by=request.user, **given)
        return Response(row_reply(desk.grades, made, desk.GRADE), 201)


def _source(source_id: int) -> Source:
    source = seen(Source.objects.all()).filter(pk=source_id).first()
    if source is None:
        raise Http404
    return source
