"""Finding entries of the registry by a part of any of their names."""

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Length, StrIndex

from claims.extraction.folding import fold_name
from claims.models import Source, SourceName

FOUND_AT_MOST = 20
# A name that stands within the words asked for ("the spokesman X" holds "X") is found too, unless
# it is so short that it may stand in any words.
_SHORTEST_WITHIN = 3
_NAMES_READ = 200  # one entry may have many names that fit


def find(words: str) -> list[Source]:
    """Entries with a name that holds these words, or that these words hold; the nearest first.

    Unnamed groups and other sources that belong to a single article are left out. Two queries.
    """
    folded = fold_name(words)
    if not folded:
        return []
    rank = Case(
        When(folded=folded, then=Value(0)),
        When(folded__startswith=folded, then=Value(1)),
        When(folded__contains=folded, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    ids = (
        SourceName.objects.filter(source__merged_into=None, source__article=None)
        .annotate(within=StrIndex(Value(folded), F("folded")), length=Length("folded"))
        .filter(Q(folded__contains=folded) | Q(within__gt=0, length__gte=_SHORTEST_WITHIN))
        .annotate(rank=rank)
        .order_by("rank", "-length", "source_id")
        .values_list("source_id", flat=True)[:_NAMES_READ]
    )
    nearest = list(dict.fromkeys(ids))[:FOUND_AT_MOST]
    found = Source.objects.in_bulk(nearest)
    return [found[pk] for pk in nearest]
