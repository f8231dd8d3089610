"""The reports of a statement and their origins, read from what is stored."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from claims.corroboration.independence import Independence, Origin, Relation, weigh
from claims.corroboration.near_copies import near_copies
from claims.models import (
    ArticleVersion,
    Attribution,
    Claim,
    Evidence,
    OriginJudgement,
    Source,
    SourceRelation,
    Statement,
)
from claims.models.merging import grouped

# A report that only passes on a doubt, or no answer, asserts nothing.
_ASSERTS_NOTHING = (Claim.Modality.HEDGED, Claim.Modality.DECLINED)
# After these a source no longer stands behind the words.
_NOT_SAID = (Attribution.Status.MISATTRIBUTED, Attribution.Status.DENIED)


@dataclass(frozen=True, slots=True)
class Report:
    """One claim of the statement, with the ids of the sources that it came through after merges.

    ``origin`` is None where nobody stands behind it: no source was found, the source is proposed
    only, it did not say so, or the report itself only hedges.
    """

    claim: Claim
    outlet: int | None
    relayers: tuple[int, ...]
    origin: int | None
    is_archived: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All that counts origins; reports in the order of their publication, as far as known."""

    reports: tuple[Report, ...]
    independence: Independence
    sources: dict[int, Source] = field(default_factory=dict)

    @property
    def independent(self) -> int:
        return self.independence.independent

    @property
    def supporting(self) -> tuple[Report, ...]:
        return tuple(report for report in self.reports if report.origin is not None)

    def told(self) -> dict[str, int]:
        """The numbers as the record keeps them."""
        return {
            "reports": len(self.reports),
            "archived": sum(report.is_archived for report in self.supporting),
            "supporting": len(self.supporting),
            "origins": len(self.independence.origins),
            "independent": self.independent,
        }


def standing_of(*statements: Statement) -> Standing:
    """Weigh the origins of a statement as it stands; of several, all origins against each other.

    About ten queries, whatever their size.
    """
    groups = Statement.objects.grouped(statement.pk for statement in statements)
    group = [pk for pks in groups.values() for pk in pks]
    claims = list(
        Claim.objects.current()
        .filter(statement__in=group)
        .for_list()
        .order_by("version__article__published", "id")
    )
    sources = _sources(claims)
    archived = set(
        Evidence.objects.filter(
            article__in={claim.version.article_id for claim in claims},
            state=Evidence.State.ARCHIVED,
        ).values_list("article", flat=True)
    )
    reports = tuple(_report(claim, sources, archived) for claim in claims)
    origins = _origins(reports, sources)
    copies = near_copies(_texts(reports)) if len(origins) > 1 else set()
    judged = _judged(group, sources)
    return Standing(reports, weigh(origins, judged, copies), sources)


def _sources(claims: list[Claim]) -> dict[int, Source]:
    """Every source of the chains and every outlet, by the id that rows hold: what it stands for."""
    ids = {link.source_id for claim in claims for link in claim.links.all()}
    ids |= {
        claim.version.article.outlet.source_id for claim in claims if claim.version.article.outlet
    }
    return Source.objects.standing_for(ids)


def _report(claim: Claim, sources: dict[int, Source], archived: set[int]) -> Report:
    article = claim.version.article
    links = sorted(claim.links.all(), key=lambda link: link.position)
    outlet = sources[article.outlet.source_id].pk if article.outlet else None
    relayers = [link for link in links if link.role == Attribution.Role.RELAYER]
    return Report(
        claim=claim,
        outlet=outlet,
        relayers=tuple(sources[link.source_id].pk for link in relayers),
        origin=_origin(claim, links, sources, outlet),
        is_archived=article.pk in archived,
    )


def _origin(
    claim: Claim, links: list[Attribution], sources: dict[int, Source], outlet: int | None
) -> int | None:
    if claim.modality in _ASSERTS_NOTHING:
        return None
    if not links:
        return outlet if claim.kind == Claim.Kind.NARRATION else None
    last = links[-1]
    if last.role != Attribution.Role.ORIGIN or last.status in _NOT_SAID:
        return None
    source = sources[last.source_id]
    is_known = source.state == Source.State.CONFIRMED or source.article_id is not None
    return source.pk if is_known else None


def _origins(reports: tuple[Report, ...], sources: dict[int, Source]) -> list[Origin]:
    by_source: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        if report.origin is not None:
            by_source[report.origin].append(report)
    by_pk = {source.pk: source for source in sources.values()}
    days = [report.claim.version.article.published for report in reports]
    belongs, parties = _registry(by_source, [day for day in days if day])
    return [
        Origin(
            source=pk,
            is_unnamed=by_pk[pk].is_unnamed,
            in_registry=by_pk[pk].state == Source.State.CONFIRMED,
            belongs=belongs[pk],
            parties=parties[pk],
            relayers=_passed_on(pk, of_it),
            nearest=frozenset(
                near for report in of_it if (near := _nearest(report)) not in (None, pk)
            ),
            articles=frozenset(report.claim.version.article_id for report in of_it),
        )
        for pk, of_it in by_source.items()
    ]


def _passed_on(source: int, reports: list[Report]) -> frozenset[int]:
    who = {pk for report in reports for pk in (*report.relayers, report.outlet) if pk is not None}
    return frozenset(who - {source})


def _nearest(report: Report) -> int | None:
    return report.relayers[-1] if report.relayers else report.outlet


def _registry(
    ids: Iterable[int], days: list[date]
) -> tuple[dict[int, frozenset[int]], dict[int, frozenset[int]]]:
    """What each source belongs to, and the parties that it is thereby of, at the time of the
    reports. Relations of entries merged into a source are its own. One query for each step up."""
    wanted = set(ids)
    up: dict[int, set[int]] = defaultdict(set)
    sides: dict[int, set[int]] = defaultdict(set)
    seen: set[int] = set()
    step = wanted
    while step:
        seen |= step
        step = _step_up(step, days, up, sides) - seen
    belongs = {pk: _reach(pk, up) for pk in wanted}
    parties = {pk: frozenset(side for part in belongs[pk] for side in sides[part]) for pk in wanted}
    return belongs, parties


def _step_up(
    step: set[int], days: list[date], up: dict[int, set[int]], sides: dict[int, set[int]]
) -> set[int]:
    groups = grouped(Source.objects.all(), step)
    own = {part: pk for pk, parts in groups.items() for part in parts}
    rows = list(SourceRelation.objects.filter(source__in=own).filter(_held_on(days)))
    standing = Source.objects.standing_for(row.target_id for row in rows)
    for row in rows:
        target = standing[row.target_id].pk
        into = sides if row.kind == SourceRelation.Kind.PARTY else up
        into[own[row.source_id]].add(target)
    return {pk for one in step for pk in up[one]}


def _held_on(days: list[date]) -> Q:
    """Relations that held at some time of the reports; without a day, those that hold still."""
    if not days:
        return Q(until=None)
    return (Q(since=None) | Q(since__lte=max(days))) & (Q(until=None) | Q(until__gte=min(days)))


def _reach(source: int, up: dict[int, set[int]]) -> frozenset[int]:
    found, step = {source}, {source}
    while step:
        step = {above for one in step for above in up[one]} - found
        found |= step
    return frozenset(found)


def _texts(reports: tuple[Report, ...]) -> dict[int, str]:
    """The words of each article that stands for an origin."""
    versions = {
        report.claim.version_id: report.claim.version.article_id
        for report in reports
        if report.origin is not None
    }
    rows = ArticleVersion.objects.filter(pk__in=versions).values_list("pk", "text")
    return {versions[pk]: text for pk, text in rows}


def _judged(group: list[int], sources: dict[int, Source]) -> dict[tuple[int, int], Relation]:
    """The newest judgement of each pair, by what its sources stand for now."""
    rows = list(OriginJudgement.objects.filter(statement__in=group).order_by("pk"))
    ids = {pk for row in rows for pk in (row.one_id, row.other_id)}
    standing = {pk: sources[pk] for pk in ids if pk in sources}
    if ids - standing.keys():
        standing |= Source.objects.standing_for(ids - standing.keys())
    judged = {}
    for row in rows:
        one, other = sorted((standing[row.one_id].pk, standing[row.other_id].pk))
        judged[one, other] = Relation(row.verdict)
    return judged
