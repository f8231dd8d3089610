"""All claims as a list: filtered, searched, in pages that stay fast."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from claims.models import Claim, Outlet, Source, Statement
from claims.review.permissions import may_read
from claims.sources.seeing import seen
from claims.web.access import allowed
from claims.web.claim_filter import (
    LANGUAGES,
    OTHER,
    PROPOSED,
    READER_CHOICES,
    ClaimFilter,
    language_label,
)
from claims.web.listing import (
    Count,
    ListRequest,
    Option,
    counted,
    finished,
    leaf,
    options,
    swapped,
)
from claims.web.names import Name, shown
from claims.web.registry import FOUND_AT_MOST, find

QUOTE_AT_MOST = 320  # two lines of the widest list show less


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of the list, with everything worded."""

    address: str
    quote: str
    language: str
    chain: tuple[Name | None, ...]  # outlet (None where it is not given) to origin
    own_voice: bool
    language_known: bool
    status: str
    status_label: str
    kind: str
    modality: str
    published: str
    is_of_reader: bool
    is_proposed: bool


def rows_of(claims: list[Claim]) -> list[ClaimRow]:
    """Lines of claims that were loaded with ``for_list``. Two queries, one more for each step of
    the longest chain of merges."""
    links = {claim.pk: [link.source_id for link in claim.links.all()] for claim in claims}
    outlets = {
        claim.pk: claim.version.article.outlet.source_id if claim.version.article.outlet else None
        for claim in claims
    }
    ids = {one for chain in links.values() for one in chain} | set(outlets.values())
    standing = Source.objects.standing_for(one for one in ids if one is not None)
    names = shown(standing.values())
    by_id: dict[int | None, Name] = {pk: names[source.pk] for pk, source in standing.items()}
    return [
        _row(claim, (by_id.get(outlets[claim.pk]), *(by_id[one] for one in links[claim.pk])))
        for claim in claims
    ]


def _row(claim: Claim, chain: tuple[Name | None, ...]) -> ClaimRow:
    article = claim.version.article
    return ClaimRow(
        address=reverse("claim", args=[claim.pk]),
        quote=claim.quote
        if len(claim.quote) <= QUOTE_AT_MOST
        else f"{claim.quote[:QUOTE_AT_MOST]}…",
        language=article.language,
        chain=chain,
        own_voice=claim.kind == Claim.Kind.NARRATION,
        language_known=article.language_known,
        status=claim.statement.corroboration,
        status_label=claim.statement.get_corroboration_display(),
        kind=str(claim.get_kind_display()),
        modality=str(claim.get_modality_display()),
        published=date_format(article.published, "j F Y") if article.published else "",
        is_of_reader=claim.is_of_reader,
        is_proposed=claim.is_proposed,
    )


@require_safe
@allowed(may_read)
def claim_list(request: ListRequest) -> HttpResponse:
    """The whole page; for htmx only the list with its filters."""
    wanted = ClaimFilter.of(request.GET)
    meant: list[Source] = []
    if wanted.who:  # a name that was typed goes before the source that was set
        meant = find(wanted.who)
        if len(meant) == 1:
            return HttpResponseRedirect(request.path + wanted.meaning(meant[0]))
        if not meant:
            wanted.problems["who"] = _("No source has a name with “%(words)s”.") % {
                "words": wanted.who
            }
    context = _context(request, wanted, meant)
    template = "claims/_claim_list.html" if swapped(request) else "claims/claim_list.html"
    return finished(request, render(request, template, context), wanted.address())


def _context(request: ListRequest, wanted: ClaimFilter, meant: list[Source]) -> dict:
    known = seen(Outlet.objects.select_related("source"), "source__")
    outlets = list(known.order_by("source__name"))
    sources = [*(outlet.source for outlet in outlets), *meant]
    names = shown([*sources, wanted.source] if wanted.source else sources)
    context = {
        "wanted": wanted,
        "problems": wanted.problems,
        "chips": wanted.chips(names),
        "meant": [(names[s.pk], s.get_kind_display(), wanted.meaning(s)) for s in meant],
        "searched": wanted.said_back(),
        "choices": _choices(wanted, outlets, names),
    }
    if meant:  # which source is asked first: a list of all claims would be another answer
        more = len(meant) == FOUND_AT_MOST
        return context | {"said": _("Several sources have this name."), "more": more}
    claims = wanted.apply()
    count = counted(claims)
    page = leaf(
        claims.for_list(),
        wanted.asked(),
        request.GET.get("after", ""),
        request.GET.get("before", ""),
    )
    return context | {
        "said": _proposals_said(count) if wanted.reader == PROPOSED else count_said(count),
        "page": page,
        "rows": rows_of(page.rows),
        "anything": bool(count.number) or Claim.objects.current().exists(),
    }


def count_said(count: Count) -> str:
    return ngettext("%(count)s claim", "%(count)s claims", count.number) % {"count": count}


def _proposals_said(count: Count) -> str:
    return ngettext("%(count)s proposal", "%(count)s proposals", count.number) % {"count": count}


def _choices(
    wanted: ClaimFilter, outlets: list[Outlet], names: dict[int, Name]
) -> dict[str, list[Option]]:
    languages = dict.fromkeys((*LANGUAGES, OTHER, wanted.language))
    return {
        "outlets": sorted(
            options(
                ((one.pk, names[one.source_id]) for one in outlets),
                wanted.outlet.pk if wanted.outlet else None,
            ),
            key=lambda option: option.label,
        ),
        "languages": options(
            ((code, language_label(code)) for code in languages if code), wanted.language
        ),
        "kinds": options(Claim.Kind.choices, wanted.kind),
        "modalities": options(Claim.Modality.choices, wanted.modality),
        "statuses": options(Statement.Corroboration.choices, wanted.status),
        "reader": options(READER_CHOICES, wanted.reader)
        if settings.READER_URL or wanted.reader
        else [],
    }
