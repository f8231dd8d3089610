"""One source with all that is on record about it, worded for its page."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count as CountOf
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from claims.models import (
    Attribution,
    Claim,
    Outlet,
    Source,
    SourceName,
    SourceRelation,
    Statement,
)
from claims.models.claim import ClaimQuerySet
from claims.web.claim_filter import ORIGIN, RELAYER
from claims.web.claims import ClaimRow, rows_of
from claims.web.head import language_name
from claims.web.listing import Count, address, counted
from claims.web.names import Name, hidden_name, shown
from claims.web.plot import Plot, plot_of
from claims.web.source_grades import grades_of
from claims.web.source_history import history_of

LATEST = 10
# Counts of who passed it on, and the plot, read no more claims than this, the newest first.
READ_AT_MOST = 2000
VOICES_AT_MOST = 8
RELATIONS_AT_MOST = 40
_TOLD_KINDS = (SourceName.Kind.ACRONYM, SourceName.Kind.FORMER)
PUBLISHED = "published"  # the lane of the plot beside those of statuses and RELAYER


@dataclass(frozen=True, slots=True)
class Related:
    """Another source, and since and until when."""

    address: str
    name: Name
    dates: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who carried claims on, and how many; no address where the name is hidden."""

    address: str
    name: Name
    count: int


@dataclass(frozen=True, slots=True)
class Said:
    """Claims of a source in one role: how many, the newest, and who carried them.

    ``alone`` words that nobody else of the first sort did, in ``alone_count`` of them.
    """

    count: Count
    rows: list[ClaimRow]
    all: str
    voices: tuple[tuple[str, tuple[Voice, ...]], ...]
    alone: str
    alone_count: int


def page_of(source: Source) -> dict:
    """What the page of a source shows. A fixed number of queries, and one for each step of the
    longest chains of merges."""
    ids = source.effective_ids()
    said = Claim.objects.current().from_origin(source)
    passed_on = Claim.objects.current().relayed_by(source)
    published = Claim.objects.current().filter(version__article__outlet__source__in=ids)
    outlet = Outlet.objects.filter(source__in=ids).first()
    plot, undated = _over_time(said, passed_on, published)
    return {
        **_about(source, ids),
        "said": _said(source, ids, said, ORIGIN),
        "passed_on": _said(source, ids, passed_on, RELAYER),
        "published": _published(outlet, ids, published) if outlet else None,
        "plot": plot,
        "undated": undated,
        "read_at_most": READ_AT_MOST,
    }


def merged_page_of(source: Source) -> dict:
    """What is left to show of an entry that stands for another one now."""
    into = source.effective()
    return {
        **_about(source, [source.pk]),
        "into": Related(_address(into.pk), shown([into])[into.pk], ""),
    }


def _about(source: Source, ids: list[int]) -> dict:
    merged = list(Source.objects.filter(merged_into=source.pk))
    others = [source, *merged, *(one for one in (source.relayed_by, source.suggestion) if one)]
    names = shown(others)
    return {
        "source": source,
        "name": names[source.pk],
        "people": people(source),
        "relayed_by": _related(source.relayed_by, names),
        "suggestion": _related(source.suggestion, names),
        "is_only_proposed": not Source.objects.beyond_proposals().filter(pk=source.pk).exists(),
        "merged": [(one.pk, names[one.pk]) for one in merged],
        "names": _names(ids),
        "relations": _relations(ids),
        "history": history_of(source, ids),
        "grades": grades_of(ids),
    }


def people(source: Source) -> str:
    """How many an unnamed source is, as the text says; "" where it does not."""
    if not source.is_unnamed or not source.count:
        return ""
    return ngettext("%(count)d person", "%(count)d people", source.count) % {"count": source.count}


def _related(source: Source | None, names: dict[int, Name]) -> Related | None:
    """None also for one that the reader may not see: that it is related would lead to it."""
    if source is None or names[source.pk].is_hidden:
        return None
    return Related(_address(source.pk), names[source.pk], "")


def _address(source_id: int) -> str:
    return reverse("source", args=[source_id])


def _names(ids: list[int]) -> list[tuple[str, Name, str]]:
    """Language (once for all its names), name, kind of name; the shown one of each first."""
    rows = SourceName.objects.filter(source__in=ids).order_by("language", "-is_shown", "id")
    found, before, seen = [], "", set()
    for row in rows:
        if (row.language, row.name) in seen:
            continue
        seen.add((row.language, row.name))
        label = language_name(row.language) if row.language != before else ""
        kind = str(row.get_kind_display()) if row.kind in _TOLD_KINDS else ""
        found.append((label, Name(row.name, row.language), kind))
        before = row.language
    return found


def _relations(ids: list[int]) -> list[tuple[str, list[Related]]]:
    """By kind: what this source is to others, then what others are to it."""
    rows = list(
        SourceRelation.objects.filter(Q(source__in=ids) | Q(target__in=ids)).order_by(
            "kind", "until", "since", "id"
        )[:RELATIONS_AT_MOST]
    )
    standing = Source.objects.standing_for(
        {row.source_id for row in rows} | {row.target_id for row in rows}
    )
    names = shown(standing.values())
    back: dict[str, str] = {
        SourceRelation.Kind.PART_OF: _("Parts of it"),
        SourceRelation.Kind.SPEAKS_FOR: _("Speak for it"),
        SourceRelation.Kind.PARTY: _("On its side in the conflict"),
    }
    found: dict[str, list[Related]] = defaultdict(list)
    for outward in (True, False):
        for row in rows:
            if (row.source_id in ids) == outward:
                other = standing[row.target_id if outward else row.source_id]
                if names[other.pk].is_hidden:
                    continue
                label = row.get_kind_display() if outward else back[row.kind]
                found[str(label)].append(Related(_address(other.pk), names[other.pk], _dates(row)))
    return list(found.items())


def _dates(relation: SourceRelation) -> str:
    since, until = (
        date_format(day, "j F Y") if day else "" for day in (relation.since, relation.until)
    )
    if since and until:
        return _("%(since)s to %(until)s") % {"since": since, "until": until}
    if since:
        return _("since %(since)s") % {"since": since}
    return _("until %(until)s") % {"until": until} if until else ""


def _said(source: Source, ids: list[int], claims: ClaimQuerySet, role: str) -> Said:
    other = Attribution.Role.RELAYER if role == ORIGIN else Attribution.Role.ORIGIN
    label = _("Passed on by") if role == ORIGIN else _("On the word of")
    relayers = Attribution.objects.filter(claim=OuterRef("pk"), role=Attribution.Role.RELAYER)
    read = _newest(claims)
    return Said(
        count=counted(claims),
        rows=_latest(claims),
        all=reverse("claims") + address({"source": source.pk, "as": role}),
        voices=((label, _links(read, other, ids)), (_("Published by"), _outlets(read))),
        alone=_("Nobody: the outlet has it from the source"),
        alone_count=read.exclude(Exists(relayers)).count() if role == ORIGIN else 0,
    )


def _published(outlet: Outlet, ids: list[int], claims: ClaimQuerySet) -> Said:
    read = _newest(claims)
    return Said(
        count=counted(claims),
        rows=_latest(claims),
        all=reverse("claims") + address({"outlet": outlet.pk}),
        voices=((_("On the word of"), _links(read, Attribution.Role.ORIGIN, ids)),),
        alone=_("In its own voice"),
        alone_count=read.filter(kind=Claim.Kind.NARRATION).count(),
    )


def _latest(claims: ClaimQuerySet) -> list[ClaimRow]:
    return rows_of(list(claims.for_list().order_by("-id")[:LATEST]))


def _newest(claims: ClaimQuerySet) -> ClaimQuerySet:
    """As many of them as are read to count who carried them."""
    return Claim.objects.filter(pk__in=claims.order_by("-id").values("pk")[:READ_AT_MOST])


def _links(claims: ClaimQuerySet, role: str, ids: list[int]) -> tuple[Voice, ...]:
    """Who else stands in this role in the chains of these claims."""
    links = Attribution.objects.filter(claim__in=claims.values("pk"), role=role)
    others = links.exclude(source__in=ids).order_by().values_list("source")
    return _voices(others.annotate(CountOf("claim")))


def _outlets(claims: ClaimQuerySet) -> tuple[Voice, ...]:
    sources = claims.exclude(version__article__outlet=None).order_by()
    return _voices(sources.values_list("version__article__outlet__source").annotate(CountOf("pk")))


def _voices(numbers: Iterable[tuple[int, int]]) -> tuple[Voice, ...]:
    """Those with most claims; entries that are one by now taken together, and hidden ones."""
    rows = list(numbers)
    standing = Source.objects.standing_for(pk for pk, _number in rows)
    names = shown(standing.values())
    totals: Counter[int | None] = Counter()
    for pk, number in rows:
        source = standing[pk]
        totals[None if names[source.pk].is_hidden else source.pk] += number
    return tuple(
        Voice("", hidden_name(), number) if pk is None else Voice(_address(pk), names[pk], number)
        for pk, number in totals.most_common(VOICES_AT_MOST)
    )


def _over_time(
    said: ClaimQuerySet, passed_on: ClaimQuerySet, published: ClaimQuerySet
) -> tuple[Plot | None, str]:
    """The plot, and a sentence about the claims that have no date to stand at."""
    counts: dict[str, Counter[date]] = defaultdict(Counter)
    undated = 0
    at = "version__article__published"
    rows = list(said.order_by("-id").values_list(at, "statement__corroboration")[:READ_AT_MOST])
    for claims, lane in ((passed_on, RELAYER), (published, PUBLISHED)):
        days = claims.order_by("-id").values_list(at, flat=True)[:READ_AT_MOST]
        rows += [(day, lane) for day in days]
    for day, lane in rows:
        if day is None:
            undated += 1
        else:
            counts[lane][day] += 1
    labels = {str(value): str(label) for value, label in Statement.Corroboration.choices}
    sentence = ngettext(
        "%(count)d claim stands in an article without a date and is left out.",
        "%(count)d claims stand in articles without a date and are left out.",
        undated,
    ) % {"count": undated}
    plot = plot_of(
        {**labels, RELAYER: _("Passed on"), PUBLISHED: pgettext("outlet", "Published")}, counts
    )
    return plot, sentence if undated else ""
