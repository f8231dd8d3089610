"""Finding entries of the registry by a part of any of their names."""

from django.db.models import Case, IntegerField, Min, Value, When

from claims.extraction.folding import fold_name
from claims.models import Source

FOUND_AT_MOST = 20


def find(words: str) -> list[Source]:
    """Entries with a name that holds these words, those that begin with them first.

    Unnamed groups and other sources that belong to a single article are left out.
    """
    folded = fold_name(words)
    if not folded:
        return []
    rank = Case(
        When(names__folded=folded, then=Value(0)),
        When(names__folded__startswith=folded, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return list(
        Source.objects.standing()
        .filter(names__folded__contains=folded, article=None)
        .annotate(rank=Min(rank))
        .order_by("rank", "name", "id")[:FOUND_AT_MOST]
    )
