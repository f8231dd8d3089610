"""What people judged of pairs of origins, by what the sources stand for now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from claims.corroboration.independence import Relation, followed
from claims.models import OriginJudgement, Source, SourceDecision
from claims.models.kept_query import KeptRows

_JUDGEMENTS = KeptRows[OriginJudgement](
    lambda ids: OriginJudgement.objects.filter(statement__in=ids).order_by("pk")
)
# Where judgements of sources that are one now say different things: the first of these counts.
_CAREFUL = (Relation.DEPENDENT, Relation.UNKNOWN, Relation.INDEPENDENT)


def judged(statements: Iterable[int]) -> dict[tuple[int, int], Relation]:
    """By pairs of sources in the order of their ids. A handful of queries; one where there are
    none."""
    rows = _JUDGEMENTS(statements)
    if not rows:
        return {}
    into = _merges({pk for row in rows for pk in (row.one_id, row.other_id)})
    merged = _merged_at(into)
    of_pair: dict[tuple[int, int], list[_Judgement]] = defaultdict(list)
    for row in rows:
        ways = followed(row.one_id, into), followed(row.other_id, into)
        one, other = sorted(next(pk for pk in way if pk not in into) for way in ways)
        became = max((merged[pk] for way in ways for pk in way if pk in merged), default=None)
        of_pair[one, other].append(_Judgement(row, became))
    return {pair: _verdict(found) for pair, found in of_pair.items()}


@dataclass(frozen=True, slots=True)
class _Judgement:
    """``became``: when its two sources became those that they stand for now, if they did."""

    row: OriginJudgement
    became: datetime | None


def _merges(ids: set[int]) -> Mapping[int, tuple[int, ...]]:
    """Whichever of these was merged, and on to the end: what into."""
    into: dict[int, tuple[int, ...]] = {}
    while ids:
        merged = Source.objects.filter(pk__in=ids).values_list("pk", "merged_into")
        step = {pk: target for pk, target in merged if target is not None}
        into |= {pk: (target,) for pk, target in step.items()}
        ids = set(step.values()) - into.keys()
    return into


def _merged_at(ids: Iterable[int]) -> Mapping[int, datetime]:
    """When each of these was last merged into another."""
    merges = SourceDecision.objects.filter(
        source__in=list(ids), action=SourceDecision.Action.MERGED
    )
    return dict(merges.order_by().values_list("source").annotate(Max("decided_at")))


def _verdict(found: Sequence[_Judgement]) -> Relation:
    """The newest one. But what was judged of two sources before they became one says nothing
    against what was judged of the other: then the more careful one counts."""
    newest = {(one.row.one_id, one.row.other_id): one.row for one in found}
    last = found[-1].row
    became = max((one.became for one in found if one.became is not None), default=None)
    if len(newest) == 1 or (became is not None and last.judged_at > became):
        return Relation(last.verdict)
    verdicts = {Relation(row.verdict) for row in newest.values()}
    return next(relation for relation in _CAREFUL if relation in verdicts)
