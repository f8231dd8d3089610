"""Finding entries of the registry by a part of any of their names."""

from functools import reduce
from operator import or_

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Length, StrIndex

from claims.extraction.folding import fold_name
from claims.models import Source, SourceName
from claims.sources.seeing import seen

FOUND_AT_MOST = 20
# A name that stands within the words asked for ("the spokesman X" holds "X") is found too, unless
# it is so short that it may stand in any words.
_SHORTEST_WITHIN = 3
_PARTS_READ = 8  # further words of a description tell nothing more
_NAMES_READ = 200  # one entry may have many names that fit


def find(words: str) -> list[Source]:
    """Entries with a name that holds these words, or that these words hold; the nearest first.

    A name of an entry that was merged finds what it stands for now. Unnamed groups and other
    sources that belong to a single article are left out, what the reader may not see, and what
    nobody but the second reader names. Three queries, and one for each step of the longest chain
    of merges.
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
    ids = list(
        seen(SourceName.objects.filter(source__article=None), "source__")
        .annotate(within=StrIndex(Value(folded), F("folded")), length=Length("folded"))
        .filter(Q(folded__contains=folded) | Q(within__gt=0, length__gte=_SHORTEST_WITHIN))
        .annotate(rank=rank)
        .order_by("rank", "-length", "source_id")
        .values_list("source_id", flat=True)[:_NAMES_READ]
    )
    known = set(Source.objects.beyond_proposals().filter(pk__in=ids).values_list("pk", flat=True))
    standing = Source.objects.standing_for(known)
    nearest = dict.fromkeys(standing[pk] for pk in ids if pk in standing)
    return list(nearest)[:FOUND_AT_MOST]


def find_unnamed(words: str) -> list[Source]:
    """Unnamed sources of any article whose description shares words with these, the nearest first.

    Two queries.
    """
    parts = [one for one in fold_name(words).split() if len(one) >= _SHORTEST_WITHIN]
    parts = parts[:_PARTS_READ]
    if not parts:
        return []
    described = SourceName.objects.filter(
        reduce(or_, (Q(folded__contains=one) for one in parts)),
        source__kind=Source.Kind.UNNAMED_GROUP,
        source__merged_into=None,
    )
    rows = seen(described, "source__").order_by("-source_id")
    shared = [
        (-sum(one in folded for one in parts), -pk)
        for pk, folded in rows.values_list("source_id", "folded")[:_NAMES_READ]
    ]
    nearest = list(dict.fromkeys(-pk for _rank, pk in sorted(shared)))[:FOUND_AT_MOST]
    known = Source.objects.beyond_proposals().select_related("article").in_bulk(nearest)
    return [known[pk] for pk in nearest if pk in known]
