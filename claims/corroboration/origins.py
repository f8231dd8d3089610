"""The reports of a statement and their origins, read from what is stored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.corroboration import loading
from claims.corroboration.belonging import belonging
from claims.corroboration.independence import Independence, Origin, followed, weigh
from claims.corroboration.judgements import judged
from claims.corroboration.loading import Loaded
from claims.corroboration.near_copies import first_of_copies
from claims.models import Attribution, Claim, Source, Statement

# What a report can say of the content of a statement. A denial or a wish supports a statement that
# is a denial or a wish, and never one that somebody asserts; a doubt and no answer support nothing.
_STANCES = (
    frozenset({Claim.Modality.ASSERTED, Claim.Modality.FUTURE}),
    frozenset({Claim.Modality.DENIED}),
    frozenset({Claim.Modality.DESIRED}),
)
# After these a source does not stand behind the words, or passes on nothing.
_NOT_SAID = (Attribution.Status.MISATTRIBUTED, Attribution.Status.DENIED)


@dataclass(frozen=True, slots=True)
class Report:
    """One claim of the statement, with the ids of the sources that it came through after merges.

    ``chain`` is whoever passed it on, from the outlet to the far end. ``origin`` is None where
    nobody stands behind it: no source was found, the source is proposed only, it did not say so,
    or the report asserts nothing, or something else than the statement.
    """

    claim: Claim
    outlet: int | None
    relayers: tuple[int, ...]
    chain: tuple[int, ...]
    origin: int | None
    is_unnamed: bool
    is_archived: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All that counts origins; reports in the order of their publication, as far as known."""

    reports: tuple[Report, ...]
    independence: Independence
    sources: dict[int, Source] = field(default_factory=dict)
    # The statements themselves and those merged into them.
    group: tuple[int, ...] = ()

    @property
    def origins(self) -> int:
        """How many when those that depend on each other are one."""
        return self.independence.different

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
            "origins": self.origins,
            "independent": self.independent,
        }


def standing_of(*statements: Statement, for_list: bool = True) -> Standing:
    """Weigh the origins of a statement as it stands; of several, all origins against each other.

    About twenty queries, whatever their size. Without ``for_list`` the claims of the reports have
    loaded what weighing needs and no more.
    """
    groups = Statement.objects.grouped(statement.pk for statement in statements)
    top = {part: pk for pk, parts in groups.items() for part in parts}
    loaded = loading.for_list(top) if for_list else loading.for_weighing(top)
    sources = _sources(loaded)
    reports = _reports(loaded, sources, top)
    origins = _origins(reports, sources)
    texts = first_of_copies(_texts(reports)) if len(origins) > 1 else {}
    return Standing(reports, weigh(origins, judged(top), texts), sources, tuple(top))


def _sources(loaded: list[Loaded]) -> dict[int, Source]:
    """Every source of the chains and every outlet, by the id that rows hold: what it stands for."""
    ids = {link.source_id for one in loaded for link in one.links}
    outlets = (one.claim.version.article.outlet for one in loaded)
    ids |= {outlet.source_id for outlet in outlets if outlet}
    return Source.objects.standing_for(ids)


def _reports(
    loaded: list[Loaded], sources: Mapping[int, Source], top: Mapping[int, int]
) -> tuple[Report, ...]:
    archived = loading.archived_of(one.claim.version.article_id for one in loaded)
    said: dict[int, set[str]] = defaultdict(set)
    for one in loaded:
        said[top[one.claim.statement_id]].add(one.claim.modality)
    stances = {pk: next((s for s in _STANCES if s & all_of), ()) for pk, all_of in said.items()}
    return tuple(
        _report(
            one,
            sources,
            supports=one.claim.modality in stances[top[one.claim.statement_id]],
            is_archived=one.claim.version.article_id in archived,
        )
        for one in loaded
    )


def _report(
    loaded: Loaded, sources: Mapping[int, Source], *, supports: bool, is_archived: bool
) -> Report:
    claim, links = loaded.claim, loaded.links
    article = claim.version.article
    outlet = sources[article.outlet.source_id].pk if article.outlet else None
    passed = [sources[link.source_id].pk for link in links]
    chain = [pk for pk in (outlet, *passed) if pk is not None]
    relayers = [link for link in links if link.role == Attribution.Role.RELAYER]
    return Report(
        claim=claim,
        outlet=outlet,
        relayers=tuple(sources[link.source_id].pk for link in relayers),
        chain=tuple(chain),
        origin=_origin(claim, links, sources, outlet) if supports else None,
        is_unnamed=bool(links) and _is_unnamed(links[-1], sources),
        is_archived=is_archived,
    )


def _origin(
    claim: Claim, links: Sequence[Attribution], sources: Mapping[int, Source], outlet: int | None
) -> int | None:
    if not links:
        return outlet if claim.kind == Claim.Kind.NARRATION else None
    last = links[-1]
    if last.role != Attribution.Role.ORIGIN or last.status == Attribution.Status.UNATTRIBUTED:
        return None
    # Where the original was seen, it does not matter whether somebody passed it on rightly.
    is_seen = last.status == Attribution.Status.PRIMARY_SEEN
    if not is_seen and any(link.status in _NOT_SAID for link in links):
        return None
    source = sources[last.source_id]
    is_known = source.state == Source.State.CONFIRMED or source.article_id is not None
    return source.pk if is_known else None


def _is_unnamed(link: Attribution, sources: Mapping[int, Source]) -> bool:
    """Whoever is meant: somebody of a body that is named is not that body."""
    return (
        link.anonymous
        or link.status == Attribution.Status.ANONYMOUS
        or sources[link.source_id].is_unnamed
    )


def _origins(reports: Sequence[Report], sources: Mapping[int, Source]) -> list[Origin]:
    by_source: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        if report.origin is not None:
            by_source[report.origin].append(report)
    by_pk = {source.pk: source for source in sources.values()}
    cited = _cited(by_source, reports)
    days = {report.claim.version.article.published for report in reports}
    known = belonging(by_source.keys() | set().union(*cited.values()), days)
    return [
        Origin(
            source=pk,
            is_unnamed=all(report.is_unnamed for report in of_it),
            in_registry=by_pk[pk].state == Source.State.CONFIRMED,
            belongs=known.belongs(pk),
            parties=known.parties(pk),
            sides=known.sides(pk),
            cites=cited[pk].union(
                *(known.belongs(far) & by_source.keys() for far in cited[pk]),
            )
            - {pk},
            relayers=frozenset(near for report in of_it for near in report.chain) - {pk},
            nearest=frozenset(near for report in of_it for near in _nearest(report)),
            articles=frozenset(report.claim.version.article_id for report in of_it),
        )
        for pk, of_it in by_source.items()
    ]


def _cited(wanted: Iterable[int], reports: Iterable[Report]) -> dict[int, frozenset[int]]:
    """Whom each of these passes on, in any report, and whom those do, to the end."""
    steps: dict[int, set[int]] = defaultdict(set)
    for report in reports:
        for near, far in pairwise(report.chain):
            steps[near].add(far)
    return {pk: followed(pk, steps) - {pk} for pk in wanted}


def _nearest(report: Report) -> tuple[int, ...]:
    """Who stands right before the origin, if anybody does."""
    before = [pk for pk in report.chain if pk != report.origin]
    return (before[-1],) if before else ()


def _texts(reports: Iterable[Report]) -> list[tuple[int, str]]:
    """The words of each article that carries an origin, the earliest first, as far as known."""
    versions = {
        report.claim.version_id: report.claim.version.article_id
        for report in reports
        if report.origin is not None
    }
    texts = loading.texts_of(versions)
    return [(article, texts[version]) for version, article in versions.items()]
