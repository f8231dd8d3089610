"""The registry."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import queries, shapes
from claims.api.documents import sources
from claims.api.door import Door
from claims.api.links import Links
from claims.api.lists import listed
from claims.api.queries import SourceQuery
from claims.api.schema import answers, describe
from claims.models import Source
from claims.sources.seeing import seen


class Sources(Door):
    @describe(
        "List sources",
        answers(shapes.page_of(shapes.SourceOutput), 400),
        SourceQuery,
        operation_id="list_sources",
        description="Without those that were merged into another.",
    )
    def get(self, request: Request) -> Response:
        asked = SourceQuery.of(request)
        links = Links(request)
        return listed(
            request,
            queries.sources(asked).values(*sources.COLUMNS),
            order=("id",),
            asked=asked,
            documents=lambda rows: sources.documents(rows, links),
        )


class OneSource(Door):
    @describe(
        "Read a source with its names and relations",
        answers(shapes.SourceOutput, 404),
        operation_id="read_source",
    )
    def get(self, request: Request, source_id: int) -> Response:
        rows = seen(Source.objects.beyond_proposals().filter(pk=source_id)).values(*sources.COLUMNS)
        found = sources.documents(rows, Links(request))
        if not found:
            raise Http404
        return Response(found[0])
