"""What the rules ask about a statement, read from what is stored."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from claims.corroboration import Independence, Relation, Standing, standing_of
from claims.models import Attempt, Claim, Contradiction, Evidence, Statement
from claims.models.kept_query import KeptQuery, KeptRows
from claims.models.merging import stands_for
from claims.review.workflow import Facts


@dataclass(frozen=True, slots=True)
class Against:
    """One open contradiction, the statement on its other side, and their origins together."""

    contradiction: Contradiction
    other: Statement
    independence: Independence
    is_independent: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """All that is known of a statement when somebody looks at it or decides about it."""

    facts: Facts
    standing: Standing
    evidence: tuple[Evidence, ...]
    against: tuple[Against, ...]
    # The statement and those merged into it: what evidence and attempts hang on.
    group: tuple[int, ...]


def stand_of(statement: Statement, *, for_page: bool = True) -> Stand:
    """About fifteen queries, and ten for each open contradiction.

    For pages claims and evidence come with all that a line of each shows.
    """
    standing = standing_of(statement, for_list=for_page)
    group = standing.group
    against = tuple(_against(statement, group, standing))
    told = standing.told()
    facts = Facts(
        status=Statement.Corroboration(statement.corroboration),
        work=Statement.Work(statement.work),
        is_stale=statement.is_stale,
        reports=told["reports"],
        supporting=told["supporting"],
        archived=told["archived"],
        independent=told["independent"],
        open_contradictions=len(against),
        independent_contradictions=sum(one.is_independent for one in against),
        attempts=len(_ATTEMPTS(group)),
    )
    evidence = _for_page(group) if for_page else _EVIDENCE(group)
    return Stand(facts, standing, tuple(evidence), against, group)


_ATTEMPTS = KeptQuery(
    lambda ids: Attempt.objects.filter(statement__in=ids).order_by().values_list("pk")
)
_EVIDENCE = KeptRows[Evidence](lambda ids: _evidence_of(ids))
_OPEN = KeptRows[Contradiction](
    lambda ids: contradictions_of(ids).filter(closed_at=None).order_by("pk")
)


def _evidence_of(group: Collection[int]) -> "QuerySet[Evidence]":
    return Evidence.objects.defer("text").filter(statement__in=group).order_by("pk")


def _for_page(group: Collection[int]) -> "QuerySet[Evidence]":
    return _evidence_of(group).select_related("added_by", "article")


def reported_in(statement: Statement) -> set[int]:
    """The articles of its reports."""
    claims = Claim.objects.current().filter(statement=statement)
    return set(claims.values_list("version__article", flat=True))


def contradictions_of(group: Collection[int]) -> "QuerySet[Contradiction]":
    """Open ones and closed ones, of a statement and what was merged into it."""
    return Contradiction.objects.filter(Q(one__in=group) | Q(other__in=group))


def _against(statement: Statement, group: Collection[int], standing: Standing) -> list[Against]:
    found = []
    for contradiction in _OPEN(group):
        far = contradiction.other_id if contradiction.one_id in group else contradiction.one_id
        other = _top(far)
        if other.pk == statement.pk:
            continue  # both sides were merged into one
        together = standing_of(statement, other, for_list=False)
        theirs = {
            report.origin
            for report in together.reports
            if report.claim.statement_id not in group and report.origin is not None
        }
        ours = {origin.source for origin in standing.independence.origins}
        apart = any(
            together.independence.relation(one, another) is Relation.INDEPENDENT
            for one in ours
            for another in theirs
        )
        found.append(Against(contradiction, other, together.independence, apart))
    return found


def _top(statement_id: int) -> Statement:
    return Statement.objects.get(pk=stands_for(Statement, [statement_id])[statement_id])
