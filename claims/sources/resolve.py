"""A mention in a text becomes a source of the registry, or a proposal for a person to decide.

One query looks up every name that the article's mentions may stand for: names change while people
work, and a copy in memory would have to be kept in step. What resolves exactly is used; a part of
a name is only suggested; everything else is proposed once, under the words of the text.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from claims.extraction.folding import fold_name
from claims.extraction.types import Link, Span
from claims.models import Article, Source, SourceName, SourceRelation
from claims.sources.mention import Candidate, Reading, read

# People speak for bodies, states and offices, not for people whom only a text names.
_SPOKEN_FOR = frozenset(Source.Kind) - {
    Source.Kind.PERSON,
    Source.Kind.UNKNOWN,
    Source.Kind.UNNAMED_GROUP,
}
# As long as the columns are.
NAME_AT_MOST = 300


class Attributed(Protocol):
    """What has a chain of links, whoever found it."""

    @property
    def attribution(self) -> tuple[Link, ...]: ...


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Whom one antecedent of the text names; ``relayer`` is the antecedent of who passed it on."""

    span: Span
    words: str
    anonymous: bool
    count: int | None
    relayer: Span | None


@dataclass(slots=True)
class _Proposal:
    row: Source
    reading: Reading | None = None
    relayer: Span | None = None


@dataclass(slots=True)
class _Known:
    """What the registry holds under the names asked for."""

    by_name: dict[str, list[tuple[Source, str]]] = field(default_factory=dict)

    def find(self, candidates: Iterable[Candidate]) -> Source | None:
        for candidate in candidates:
            if not candidate.weak and (found := self._one(candidate)) is not None:
                return found
        return None

    def suggest(self, candidates: Iterable[Candidate]) -> Source | None:
        """What a part of the words names, the longest part first."""
        for candidate in candidates:
            if (found := self._one(Candidate(candidate.folded))) is not None:
                return found
        return None

    def _one(self, candidate: Candidate) -> Source | None:
        """The one entry of this name; None where two stand equal: that is for a person."""
        held = [
            (source, kind)
            for source, kind in self.by_name.get(candidate.folded, ())
            if candidate.kinds is None or source.kind in candidate.kinds
        ]
        if not held:
            return None
        best = min(_rank(source, kind) for source, kind in held)
        of_best = {source.pk: source for source, kind in held if _rank(source, kind) == best}
        return next(iter(of_best.values())) if len(of_best) == 1 else None


def _rank(source: Source, kind: str) -> tuple[bool, bool]:
    """The registry before proposals, full names before acronyms and former names."""
    return (
        source.state != Source.State.CONFIRMED,
        kind in (SourceName.Kind.ACRONYM, SourceName.Kind.FORMER),
    )


def antecedent(link: Link) -> Span:
    """The span that stands for whom the link names: one span, one source."""
    span = link.antecedent or link.mention
    if span is None:
        raise ValueError("a link of a chain needs a mention or an antecedent")
    return span


def resolve(
    article: Article,
    text: str,
    claims: Sequence[Attributed],
    given: Mapping[Span, Source] | None = None,
    *,
    adds_to_known: bool = True,
) -> dict[Span, Source]:
    """The source of every antecedent of these claims; new proposals are stored.

    ``given`` are those that are known already; with it, unnamed groups are told apart by where they
    stand, as a person marks one without all the others. Unless ``adds_to_known``, nothing is
    written to a source that was stored before. Within the caller's transaction; a handful of
    queries however long the article is.
    """
    wanted = _wanted(text, claims)
    found = dict(given or {})
    wanted = [one for one in wanted if one.span not in found]
    named = {one.span: read(one.words) for one in wanted if not one.anonymous}
    known = _look_up(named.values())
    proposals: dict[Span, _Proposal] = {}
    seen: Counter[str] = Counter()
    for one in wanted:
        reading = named.get(one.span)
        source = known.find(reading.candidates) if reading else None
        if source is not None:
            found[one.span] = source
            continue
        folded = fold_name(one.words)[:NAME_AT_MOST]
        seen[folded] += 1
        nth = str(seen[folded]) if given is None else f"@{one.span.start}"
        proposals[one.span] = _proposal(article, one, reading, known, folded, nth)
    return found | _store(proposals, found, known, adds_to_known=adds_to_known)


def _wanted(text: str, claims: Sequence[Attributed]) -> list[_Wanted]:
    """Each antecedent once, in the order of the text."""
    wanted: dict[Span, _Wanted] = {}
    for claim in claims:
        relayer: Span | None = None
        for link in claim.attribution:
            span = antecedent(link)
            if span not in wanted:
                wanted[span] = _Wanted(span, span.of(text), link.anonymous, link.count, relayer)
            relayer = span
    return [wanted[span] for span in sorted(wanted)]


def _look_up(readings: Iterable[Reading]) -> _Known:
    names: set[str] = set()
    for reading in readings:
        names.update(candidate.folded for candidate in reading.candidates)
        names.update(reading.speaks_for)
    known = _Known()
    if not names:
        return known
    rows = list(
        SourceName.objects.filter(folded__in=names, source__article=None).values_list(
            "folded", "kind", "source_id"
        )
    )
    standing = Source.objects.standing_for({source_id for _, _, source_id in rows})
    for folded, kind, source_id in rows:
        known.by_name.setdefault(folded, []).append((standing[source_id], kind))
    return known


def _proposal(
    article: Article,
    one: _Wanted,
    reading: Reading | None,
    known: _Known,
    folded: str,
    nth: str,
) -> _Proposal:
    if reading is None:
        group = Source(
            kind=Source.Kind.UNNAMED_GROUP,
            name=" ".join(one.words.split())[:NAME_AT_MOST],
            language=article.language,
            article=article,
            count=one.count,
            proposed_as=f"{article.pk}:unnamed:{nth}:{folded}",
        )
        return _Proposal(group, relayer=one.relayer)
    name = reading.name[:NAME_AT_MOST]
    speaks_for = _spoken_for(reading, known)
    is_local = reading.is_local and speaks_for is None
    key = f"{article.pk}:{reading.kind}:{folded}" if is_local else fold_name(name)[:NAME_AT_MOST]
    row = Source(
        kind=reading.kind,
        name=name,
        language=article.language,
        article=article if is_local else None,
        suggestion=None if is_local else known.suggest(reading.candidates),
        proposed_as=key or f"{article.pk}:{one.words[:NAME_AT_MOST]}",
    )
    return _Proposal(row, reading)


def _spoken_for(reading: Reading, known: _Known) -> Source | None:
    return known.find(Candidate(name, _SPOKEN_FOR) for name in reading.speaks_for)


def _store(
    proposals: dict[Span, _Proposal],
    found: dict[Span, Source],
    known: _Known,
    *,
    adds_to_known: bool,
) -> dict[Span, Source]:
    """Store what is new, take what another article proposed already."""
    if not proposals:
        return {}
    rows = {one.row.proposed_as: one.row for one in proposals.values()}
    stood = set() if adds_to_known else _held_as(rows)
    # In one order everywhere: two workers with the same names wait for each other, never in a ring.
    Source.objects.bulk_create(
        [rows[key] for key in sorted(filter(None, rows))], ignore_conflicts=True
    )
    held = {
        source.proposed_as: source for source in Source.objects.filter(proposed_as__in=rows.keys())
    }
    standing = Source.objects.standing_for(source.pk for source in held.values())
    stored = {span: standing[held[one.row.proposed_as].pk] for span, one in proposals.items()}
    _store_names(proposals, held)
    open_to_more = {
        span: one for span, one in proposals.items() if one.row.proposed_as not in stood
    }
    _store_relations(open_to_more, stored, known)
    _store_relayers(open_to_more, found | stored, stored)
    return stored


def _held_as(names: Iterable[str | None]) -> set[str | None]:
    """Those under which a source is stored already."""
    rows = Source.objects.filter(proposed_as__in=names)
    return set(rows.values_list("proposed_as", flat=True))


def _store_names(proposals: dict[Span, _Proposal], held: dict[str | None, Source]) -> None:
    have = set(
        SourceName.objects.filter(source__in=held.values()).values_list("source_id", flat=True)
    )
    names: dict[int, SourceName] = {}
    for one in proposals.values():
        source = held[one.row.proposed_as]
        if source.pk not in have:
            names[source.pk] = SourceName(
                source=source,
                language=source.language,
                name=source.name,
                folded=fold_name(source.name)[:NAME_AT_MOST],
                is_shown=True,
            )
    SourceName.objects.bulk_create([names[pk] for pk in sorted(names)], ignore_conflicts=True)


def _store_relations(
    proposals: dict[Span, _Proposal], stored: dict[Span, Source], known: _Known
) -> None:
    for span, one in proposals.items():
        target = _spoken_for(one.reading, known) if one.reading else None
        source = stored[span]
        is_new = target is not None and source.state == Source.State.PROPOSED
        if target is None or not is_new or target.pk == source.pk:
            continue
        SourceRelation.objects.get_or_create(
            source=source, kind=SourceRelation.Kind.SPEAKS_FOR, target=target, since=None
        )


def _store_relayers(
    proposals: dict[Span, _Proposal], sources: dict[Span, Source], stored: dict[Span, Source]
) -> None:
    for span, one in proposals.items():
        relayer = sources.get(one.relayer) if one.relayer else None
        source = stored[span]
        if relayer is not None and source.relayed_by_id is None and relayer.pk != source.pk:
            source.relayed_by = relayer
            source.save(update_fields=["relayed_by"])
