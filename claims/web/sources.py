"""The registry: all sources as a list, and a page for each."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from claims.models import Article, Source, SourceRelation
from claims.review.permissions import (
    may_decide_sources,
    may_grade_sources,
    may_protect_sources,
    may_read,
)
from claims.review.reliability import can_be_graded
from claims.sources.seeing import seen
from claims.web.access import SignedIn, allowed
from claims.web.listing import Count, ListRequest, counted, finished, leaf, options, swapped
from claims.web.names import Name, shown
from claims.web.source_counts import Counts, claim_counts
from claims.web.source_filter import (
    CONFIRMED,
    OF_AN_ARTICLE,
    PROPOSED,
    STATES,
    SourceFilter,
    view,
)
from claims.web.source_page import merged_page_of, page_of, people

NAMES_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the list, with everything worded."""

    address: str
    name: Name
    also: tuple[Name, ...]
    relations: tuple[tuple[str, Name], ...]
    kind: str
    state: str
    state_label: str
    is_protected: bool
    people: str
    article: Article | None
    counts: Counts
    since: str


@require_safe
@allowed(may_read)
def source_list(request: ListRequest) -> HttpResponse:
    """The whole page; for htmx only the list with its views and filters."""
    wanted = SourceFilter.of(request.GET)
    context = _context(request, wanted)
    template = "claims/_source_list.html" if swapped(request) else "claims/source_list.html"
    return finished(request, render(request, template, context), wanted.address())


@require_safe
@allowed(may_read)
def source_page(request: SignedIn, source_id: int) -> HttpResponse:
    """Who it is, what it said and passed on, through whom and when, and who decided about it."""
    source = get_object_or_404(
        seen(Source.objects.select_related("article", "relayed_by", "suggestion")), pk=source_id
    )
    make = page_of if source.merged_into_id is None else merged_page_of
    context = make(source) | {
        "may_decide": may_decide_sources(request.user),
        "may_protect": may_protect_sources(request.user),
        "may_grade": may_grade_sources(request.user) and can_be_graded(source),
    }
    return render(request, "claims/source.html", context)


def _context(request: ListRequest, wanted: SourceFilter) -> dict:
    targets = SourceRelation.objects.filter(kind=SourceRelation.Kind.PARTY).values("target")
    parties = list(seen(Source.objects.filter(pk__in=targets)))
    found = wanted.apply()
    count = counted(found)
    page = leaf(
        found.for_list(),
        wanted.asked(),
        request.GET.get("after", ""),
        request.GET.get("before", ""),
    )
    names = shown([*parties, *_mentioned(page.rows), *([wanted.party] if wanted.party else [])])
    counts = claim_counts(page.rows)
    return {
        "wanted": wanted,
        "problems": wanted.problems,
        "chips": wanted.chips(names),
        "kinds": options(Source.Kind.choices, wanted.kind),
        "parties": sorted(
            options(
                ((one.pk, names[one.pk]) for one in parties),
                wanted.party.pk if wanted.party else None,
            ),
            key=lambda option: option.label,
        ),
        "views": _views(wanted),
        "said": ngettext("%(count)s source", "%(count)s sources", count.number) % {"count": count},
        "page": page,
        "rows": [_row(source, names, counts[source.pk]) for source in page.rows],
    }


def _mentioned(sources: list[Source]) -> list[Source]:
    related = [relation.target for source in sources for relation in source.relations.all()]
    relayers = [source.relayed_by for source in sources if source.relayed_by]
    return [*sources, *related, *relayers]


def _row(source: Source, names: dict[int, Name], counts: Counts) -> SourceRow:
    name = names[source.pk]
    also = dict.fromkeys(
        Name(one.name, one.language)
        for one in sorted(source.names.all(), key=lambda one: (not one.is_shown, one.pk))
        if one.name != name.text
    )
    relations = [
        (str(relation.get_kind_display()), names[relation.target_id])
        for relation in source.relations.all()
        if relation.until is None
    ]
    if source.relayed_by_id:
        relations.append((_("Passed on by"), names[source.relayed_by_id]))
    relations = [(label, other) for label, other in relations if not other.is_hidden]
    return SourceRow(
        address=reverse("source", args=[source.pk]),
        name=name,
        also=tuple(also)[:NAMES_AT_MOST],
        relations=tuple(relations[:NAMES_AT_MOST]),
        kind=str(source.get_kind_display()),
        state=source.state,
        state_label="" if source.article_id else str(source.get_state_display()),
        is_protected=source.is_protected,
        people=people(source),
        article=source.article,
        counts=counts,
        since=date_format(source.created_at, "j F Y"),
    )


def _views(wanted: SourceFilter) -> list[tuple[str, str, Count, bool]]:
    """Label, address, how many, and whether it is the one shown."""
    labels = {
        "": _("All named sources"),
        PROPOSED: _("Waiting for a decision"),
        CONFIRMED: str(Source.State.CONFIRMED.label),
        OF_AN_ARTICLE: _("Of one article only"),
    }
    return [
        (labels[state], wanted.within(state), counted(view(state)), state == wanted.state)
        for state in ("", *STATES)
    ]
