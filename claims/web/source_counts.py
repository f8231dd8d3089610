"""How many claims each of some sources stands in, counted no further than lists tell."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import IntegerField, OuterRef, Subquery

from claims.models import Attribution, Claim, Source
from claims.web.listing import COUNTED_AT_MOST, Count


class _CountOf(Subquery):
    """The number of rows of a subquery, which may have a limit of its own."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


@dataclass(frozen=True, slots=True)
class Counts:
    """Claims with the source in their chain, and claims in articles that it published."""

    in_chains: Count
    as_outlet: Count


def claim_counts(sources: Iterable[Source]) -> dict[int, Counts]:
    """By id, with the claims of all entries merged into each.

    One query, and one for each step of the longest chain of merges.
    """
    stands_for = {source.pk: source.pk for source in sources}
    step = list(stands_for)
    while step:
        merged = list(Source.objects.filter(merged_into__in=step).values_list("pk", "merged_into"))
        stands_for |= {pk: stands_for[into] for pk, into in merged if into is not None}
        step = [pk for pk, _into in merged]
    links = (
        Attribution.objects.filter(source=OuterRef("pk"), claim__state=Claim.State.CURRENT)
        .order_by()
        .values("claim_id")
        .distinct()[: COUNTED_AT_MOST + 1]
    )
    published = (
        Claim.objects.current()
        .filter(version__article__outlet__source=OuterRef("pk"))
        .order_by()
        .values("pk")[: COUNTED_AT_MOST + 1]
    )
    totals = dict.fromkeys(stands_for.values(), (0, 0))
    for pk, in_chains, as_outlet in (
        Source.objects.filter(pk__in=stands_for)
        .annotate(in_chains=_CountOf(links), as_outlet=_CountOf(published))
        .values_list("pk", "in_chains", "as_outlet")
    ):
        before = totals[stands_for[pk]]
        totals[stands_for[pk]] = (before[0] + in_chains, before[1] + as_outlet)
    return {pk: Counts(Count(one), Count(two)) for pk, (one, two) in totals.items()}
