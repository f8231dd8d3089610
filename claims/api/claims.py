"""Claims of all articles."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import queries, shapes
from claims.api.documents import claims
from claims.api.door import Door
from claims.api.links import Links
from claims.api.lists import listed
from claims.api.queries import ClaimQuery
from claims.api.schema import answers, describe
from claims.models import Claim


class Claims(Door):
    @describe(
        "List claims, newest first",
        answers(shapes.page_of(shapes.ClaimOutput), 400),
        ClaimQuery,
        operation_id="list_claims",
    )
    def get(self, request: Request) -> Response:
        asked = ClaimQuery.of(request)
        links = Links(request)
        return listed(
            request,
            queries.claims(asked).values(*claims.WITH_ARTICLE),
            order=("-id",),
            asked=asked,
            documents=lambda rows: claims.listed(rows, links),
        )


class OneClaim(Door):
    @describe(
        "Read a claim",
        answers(shapes.ClaimOutput, 404),
        operation_id="read_claim",
        description="Claims that were withdrawn or set aside since can still be read; their "
        "state says so. What the second reader proposes is none until a person accepts it.",
    )
    def get(self, request: Request, claim_id: int) -> Response:
        rows = Claim.objects.beyond_proposals().filter(pk=claim_id)
        rows = rows.values(*claims.WITH_ARTICLE)
        found = claims.listed(rows, Links(request))
        if not found:
            raise Http404
        return Response(found[0])
