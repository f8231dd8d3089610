"""Which statements a change of the registry reaches: whose origins it may have changed."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from claims.models import Attribution, Claim, Source, SourceRelation
from claims.models.merging import grouped


def statements_of(ids: Collection[int]) -> set[int]:
    """Those with a claim in whose chain one of these sources stands. One query.

    An outlet stands in no chain: it is the origin of its own voice, and relays all the rest.
    """
    links = Attribution.objects.filter(source__in=ids)
    said = Q(pk__in=links.values("claim")) | Q(version__article__outlet__source__in=ids)
    claims: QuerySet[Claim] = Claim.objects.current().filter(said)
    return set(claims.values_list("statement", flat=True).distinct())


def reached_by_merge(source: Source, target: Source) -> set[int]:
    """Whose origins change when the entry goes into the other, or comes out of it again.

    Those of the entry itself; those with something of each of the two, which now belong to one
    thing; and all of what belongs to one of them where the other belongs to something itself,
    whose side it then shares. About three queries for each step down.
    """
    ours = set(source.effective_ids())
    theirs = set(target.effective().effective_ids()) - ours
    of_ours, of_theirs = statements_of(_below(ours)), statements_of(_below(theirs))
    reached = statements_of(ours) | (of_ours & of_theirs)
    if _belong_to_something(ours):
        reached |= of_theirs
    if _belong_to_something(theirs):
        reached |= of_ours
    return reached


def _below(ids: set[int]) -> set[int]:
    """They, what is part of them, speaks for them or is of their side, and so on down."""
    found, step = set(ids), set(ids)
    while step:
        own = SourceRelation.objects.filter(target__in=step).values_list("source", flat=True)
        step = {pk for group in grouped(Source, own).values() for pk in group} - found
        found |= step
    return found


def _belong_to_something(ids: set[int]) -> bool:
    return SourceRelation.objects.filter(source__in=ids).exists()
