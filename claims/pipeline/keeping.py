"""What an engine found is set against what stands: people's work stays, the rest follows.

A claim that the engine finds again is the claim it was, with its number and its statement; one
that a person has touched is never changed. Numbers of claims that went are not given out again.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Max
from django.utils import timezone

from claims.extraction.types import Claim as FoundClaim
from claims.extraction.types import Extraction, Kind, Link, Span
from claims.models import Amendment, ArticleVersion, Attribution, Claim, Source, Statement
from claims.models.claim import ANCHORED
from claims.second_reader import overlap
from claims.sources.resolve import antecedent
from claims.standing import locked_standing, rank_of, recount

_TOLD = (
    *("start", "end", "kind", "modality", "cue_start", "cue_end"),
    *("time_start", "time_end", "time_date", "parts"),
)
# What is copied besides: what follows from the place, and how it was found.
_DERIVED = (*ANCHORED, "construction", "because")
_LINK = (
    *("position", "role", "mention_start", "mention_end", "antecedent_start", "antecedent_end"),
    *("cue_start", "cue_end", "resolved_by", "anonymous", "count"),
)


@dataclass(slots=True)
class _Found:
    """A claim as it would be stored, not yet anybody's."""

    row: Claim
    links: list[Attribution]


@dataclass(slots=True)
class _Standing:
    """A claim as it is stored."""

    row: Claim
    links: list[Attribution]
    is_touched: bool
    # Where it stood before people set it otherwise.
    replaced: tuple[Span, ...] = ()


def keep(
    version: ArticleVersion, extraction: Extraction, sources: dict[Span, Source]
) -> dict[str, list[int]]:
    """Store what was found; give the numbers of what was added, withdrawn, changed and kept.

    Within the caller's transaction.
    """
    found = _found(version, extraction.claims, sources)
    standing = _standing(version)
    difference: dict[str, list[int]] = {"added": [], "withdrawn": [], "changed": [], "kept": []}
    pairs, new, gone = _pair(found, standing)
    before = {s.row.pk: s.row.state for s in standing}
    withdrawn = [one.row for one in gone if not one.is_touched]
    for row in withdrawn:
        row.state = Claim.State.WITHDRAWN
    Claim.objects.bulk_update(withdrawn, ["state"])
    difference["withdrawn"] = [row.number for row in withdrawn]
    difference["kept"] = [one.row.number for one in gone if one.is_touched]
    _follow(pairs, difference)
    recount(s.row.statement_id for s in standing if s.row.state != before[s.row.pk])
    number = max((one.row.number for one in standing), default=0)
    number = max(number, highest(version))
    _add(new, number, difference, extraction.language)
    _overtake_proposals(version, extraction.claims)
    return {name: sorted(numbers) for name, numbers in difference.items()}


def lock(version: ArticleVersion) -> None:
    """The rules and the second reader number their claims in turn, for the rest of a transaction.

    Who refers to the row (no_key) waits for nobody.
    """
    ArticleVersion.objects.select_for_update(no_key=True).only("pk").get(pk=version.pk)


def highest(version: ArticleVersion) -> int:
    """The highest number of a claim of this version, whatever became of it."""
    found: int | None = version.claims.aggregate(Max("number"))["number__max"]
    return found or 0


def _overtake_proposals(version: ArticleVersion, claims: Sequence[FoundClaim]) -> None:
    """What the rules find by now needs nobody's proposal; the others stay."""
    found = [claim.content for claim in claims if claim.kind != Kind.NARRATION]
    gone = [
        row.pk
        for row in version.claims.proposed().only("start", "end")
        if any(overlap(Span(row.start, row.end), span) for span in found)
    ]
    Claim.objects.filter(pk__in=gone).update(state=Claim.State.OVERTAKEN)


def _found(
    version: ArticleVersion, claims: Sequence[FoundClaim], sources: dict[Span, Source]
) -> list[_Found]:
    """In the order of the text; of two with one span the first."""
    by_span: dict[Span, _Found] = {}
    for claim in sorted(claims, key=lambda claim: (claim.content.start, -claim.content.end)):
        if claim.content not in by_span:
            links = links_of(claim.attribution, sources)
            by_span[claim.content] = _Found(_row(version, claim), links)
    return list(by_span.values())


def _row(version: ArticleVersion, claim: FoundClaim) -> Claim:
    cue_start, cue_end = _ends(claim.cue)
    time_start, time_end = _ends(claim.time.span if claim.time else None)
    row = Claim(
        version=version,
        kind=claim.kind.value,
        modality=claim.modality.value,
        cue_start=cue_start,
        cue_end=cue_end,
        time_start=time_start,
        time_end=time_end,
        time_date=claim.time.date if claim.time else None,
        parts=[[part.start, part.end] for part in claim.parts],
        construction=claim.construction.value,
        because=[[words.start, words.end] for words in claim.because],
        found_by=Claim.FoundBy.ENGINE,
    )
    row.anchor(version.text, claim.content.start, claim.content.end)
    return row


def links_of(chain: Iterable[Link], sources: dict[Span, Source]) -> list[Attribution]:
    """The links of a chain as they would be stored, not yet any claim's."""
    links = []
    for position, link in enumerate(chain):
        mention_start, mention_end = _ends(link.mention)
        antecedent_start, antecedent_end = _ends(link.antecedent)
        cue_start, cue_end = _ends(link.cue)
        links.append(
            Attribution(
                position=position,
                role=link.role.value,
                mention_start=mention_start,
                mention_end=mention_end,
                antecedent_start=antecedent_start,
                antecedent_end=antecedent_end,
                cue_start=cue_start,
                cue_end=cue_end,
                resolved_by=link.resolved_by.value,
                anonymous=link.anonymous,
                count=link.count,
                source=sources[antecedent(link)],
            )
        )
    return links


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _standing(version: ArticleVersion) -> list[_Standing]:
    """Locked with their statements, so that nobody touches one while it is read anew.

    Proposals are not among them, as nothing that the rules find becomes one; but for those that a
    person refused: who said that there is no claim said it of the words.
    """
    statements = version.claims.values_list("statement", flat=True)
    locked_standing(lambda: statements.all())
    stored = version.claims.exclude(state__in=(Claim.State.PROPOSED, Claim.State.OVERTAKEN))
    rows = list(stored.select_related("statement").prefetch_related("links"))
    shared = set(
        Statement.objects.filter(claims__version=version)
        .annotate(n=Count("claims__statement__claims"))
        .filter(n__gt=1)
        .values_list("pk", flat=True)
        if rows
        else ()
    )
    replaced = _replaced(version)
    return [
        _Standing(
            row,
            sorted(row.links.all(), key=lambda x: x.position),
            _is_touched(row, shared),
            tuple(replaced.get(row.pk, ())),
        )
        for row in rows
    ]


def _replaced(version: ArticleVersion) -> dict[int, list[Span]]:
    """The words on which each claim stood before a person set it otherwise."""
    found: dict[int, list[Span]] = {}
    amendments = Amendment.objects.filter(claim__version=version).filter(before__isnull=False)
    for row in amendments:
        found.setdefault(row.claim_id, []).append(Span(*(row.before or {})["content"]))
    return found


def _is_touched(row: Claim, shared: set[int]) -> bool:
    """Whether a person said anything about the claim, its chain or its statement."""
    return (
        row.touched_by_id is not None
        or row.state in (Claim.State.DISMISSED, Claim.State.REFUSED)
        or row.statement_id in shared
        or row.statement.corroboration != Statement.Corroboration.UNASSESSED
        or row.statement.work != Statement.Work.EXTRACTED
        or any(link.decided_by_id is not None for link in row.links.all())
    )


_PREFERRED = {
    Claim.State.CURRENT: 0,
    Claim.State.DISMISSED: 1,
    Claim.State.REFUSED: 1,
    Claim.State.WITHDRAWN: 3,
}
# A claim stands for the words that a person took from it before one that an engine withdrew does.
_REPLACED = 2


def _pair(
    found: list[_Found], standing: list[_Standing]
) -> tuple[list[tuple[_Found, _Standing]], list[_Found], list[_Standing]]:
    """Who is who: by the same span, else by more than half of the longer one in common; the spans
    that people replaced stand for what they set instead.

    Gives the pairs, what is new, and what stood and was not found.
    """
    places = [
        (_place(there.row), _PREFERRED[Claim.State(there.row.state)], there) for there in standing
    ]
    places += [(span, _REPLACED, there) for there in standing for span in there.replaced]
    exact = {span: there for span, _rank, there in sorted(places, key=lambda one: -one[1])}
    pairs = [(one, exact[_place(one.row)]) for one in found if _place(one.row) in exact]
    taken = {id(there) for _, there in pairs}
    matched = {id(one) for one, _ in pairs}
    free = sorted(
        (
            (span, there)
            for span, rank, there in places
            if id(there) not in taken and rank != _PREFERRED[Claim.State.WITHDRAWN]
        ),
        key=lambda one: one[0].start,
    )
    new = []
    for one in found:
        if id(one) in matched:
            continue
        near = _nearest(_place(one.row), free)
        if near is None:
            new.append(one)
        else:
            pairs.append((one, near))
            taken.add(id(near))
            free = [other for other in free if other[1] is not near]
    gone = [
        there
        for there in standing
        if id(there) not in taken and there.row.state == Claim.State.CURRENT
    ]
    return pairs, new, sorted(gone, key=lambda there: there.row.start)


def _place(row: Claim) -> Span:
    return Span(row.start, row.end)


def _nearest(place: Span, free: list[tuple[Span, _Standing]]) -> _Standing | None:
    """The free claim that shares most with this one; spans that do share begin before its end."""
    until = bisect_left(free, place.end, key=lambda one: one[0].start)
    longest, best = 0, None
    # Claims hardly overlap: a few neighbours hold every candidate.
    for span, there in free[max(0, until - 20) : until]:
        common = min(place.end, span.end) - max(place.start, span.start)
        longer = max(place.end - place.start, span.end - span.start)
        if common * 2 > longer and common > longest:
            longest, best = common, there
    return best


def _follow(pairs: list[tuple[_Found, _Standing]], difference: dict[str, list[int]]) -> None:
    """Bring claims that were found again up to what the engine says now."""
    ends = Source.objects.standing_for(link.source_id for _, s in pairs for link in s.links)
    changed_rows, stale_links, new_links = [], [], []
    for found, standing in pairs:
        row, was = standing.row, standing.row.state
        links_differ = _told_links(found.links, {}) != _told_links(standing.links, ends)
        differs = links_differ or any(
            getattr(found.row, name) != getattr(row, name) for name in _TOLD
        )
        if standing.is_touched:
            # Two that were found may have become one.
            if differs and row.number not in difference["kept"]:
                difference["kept"].append(row.number)
            continue
        if row.state == Claim.State.WITHDRAWN:
            row.state = Claim.State.CURRENT
            difference["added"].append(row.number)
        elif differs:
            difference["changed"].append(row.number)
        if _copy(found.row, row) or row.state != was:
            changed_rows.append(row)
        if links_differ:
            stale_links.append(row.pk)
            new_links += [_of(link, row) for link in found.links]
    Claim.objects.bulk_update(changed_rows, [*_TOLD, *_DERIVED, "state"], batch_size=200)
    Attribution.objects.filter(claim__in=stale_links).delete()
    Attribution.objects.bulk_create(new_links)


def _copy(found: Claim, row: Claim) -> bool:
    """Whether anything was copied; what search looks in changes with the engine too."""
    differing = [name for name in _TOLD + _DERIVED if getattr(found, name) != getattr(row, name)]
    for name in differing:
        setattr(row, name, getattr(found, name))
    return bool(differing)


def _told_links(links: list[Attribution], ends: dict[int, Source]) -> list[tuple[object, ...]]:
    """What a chain says, with sources as they stand after merges."""
    return [
        (
            ends[link.source_id].pk if link.source_id in ends else link.source_id,
            *(getattr(link, name) for name in _LINK),
        )
        for link in links
    ]


def _of(link: Attribution, row: Claim) -> Attribution:
    link.claim = row
    return link


def _add(new: list[_Found], number: int, difference: dict[str, list[int]], language: str) -> None:
    """Each new claim starts a statement of its own."""
    fresh = Statement(language=language)
    rank = rank_of(fresh, timezone.now())
    statements = Statement.objects.bulk_create(
        [Statement(language=language, rank=rank) for _ in new]
    )
    for one, statement in zip(new, statements, strict=True):
        number += 1
        one.row.number, one.row.statement = number, statement
        difference["added"].append(number)
    Claim.objects.bulk_create([one.row for one in new])
    Attribution.objects.bulk_create([_of(link, one.row) for one in new for link in one.links])
