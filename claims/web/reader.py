"""The reader: an article as published, its claims marked, the chosen one's card beside it."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.amending.checks import standing_check, token, token_of
from claims.errors import SourceDecisionRefused
from claims.models import Attribution, Claim, Source
from claims.review.permissions import (
    may_add_articles,
    may_decide_sources,
    may_read,
    may_touch_claims,
)
from claims.sources import decisions
from claims.sources.seeing import seen, sees
from claims.web.access import HtmxRequest, SignedIn, allowed
from claims.web.cards import card_of
from claims.web.choice import Choice
from claims.web.drawing import text_of
from claims.web.head import changes, head_of, source_filters, value_filters
from claims.web.marks import has_invisible
from claims.web.names import shown
from claims.web.progress import progress_of
from claims.web.reading import Reading
from claims.web.registry import find


@require_safe
@allowed(may_read)
def article(request: HtmxRequest, article_id: int) -> HttpResponse:
    """The whole page; for htmx only the card and the filters, never the text."""
    choice = Choice.of(request.GET)
    reading = Reading.of(article_id, choice.version)
    context = _context(request, reading, choice)
    if request.htmx and not request.htmx.history_restore_request:
        response = render(request, "claims/_reader_parts.html", context)
    else:
        hidden = reading.by_number.keys() - {claim.number for claim in context["walk"]}
        rerun, changed = changes(reading, choice)
        job = reading.job
        context |= {
            "job": job,
            "progress": progress_of(job) if job and job.is_open else None,
            "may_retry": may_add_articles(request.user),
            "head": head_of(reading, choice),
            "text": text_of(reading, choice, hidden),
            "rerun": rerun,
            "changes": changed,
            "dismissed": reading.dismissed,
            **_checked(reading),
            "second": reading.second_reading,
            "has_invisible": has_invisible(reading.version.text),
            "invisible_address": _other_invisible(choice),
        }
        response = render(request, "claims/reader.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _context(request: HtmxRequest, reading: Reading, choice: Choice) -> dict:
    walk = [c for c in reading.marked if choice.shows(c, reading.origin_id(c))]
    claim = reading.by_number.get(choice.claim) if choice.claim is not None else None
    filters = {
        "sources": source_filters(reading, choice),
        "kinds": value_filters(reading, choice, "kinds", choice.kinds),
        "modalities": value_filters(reading, choice, "modalities", choice.modalities),
    }
    return {
        "article": reading.article,
        "version": reading.version,
        "reading": reading,
        "choice": choice,
        "walk": walk,
        "shown": " ".join(str(c.number) for c in walk) if choice.is_filtered else "all",
        "said": _said(reading, walk) if choice.is_filtered else "",
        "filters": filters,
        "chips": [one for group in filters.values() for one in group if one.pressed],
        "unfiltered": choice.unfiltered(),
        "card": card_of(reading, claim, walk, choice) if claim else None,
        "missing": choice.claim if choice.claim is not None and claim is None else None,
        "first": choice.at(walk[0].number) if walk else "",
        "here": f"{request.path}{choice.address()}",
        "may_touch": may_touch_claims(request.user),
        "may_decide": may_decide_sources(request.user),
    }


def _said(reading: Reading, walk: list[Claim]) -> str:
    total = len(reading.claims)
    return ngettext(
        "%(shown)d of %(total)d claim shown", "%(shown)d of %(total)d claims shown", total
    ) % {"shown": sum(not claim.is_proposed for claim in walk), "total": total}


def _checked(reading: Reading) -> dict:
    """Who said that this text is checked, and whether what stands is something else by now."""
    found = standing_check(reading.version)
    if found is None:
        return {"checked": None}
    stands = token(reading.claims, reading.links)
    return {"checked": found, "is_outdated": token_of(found.claims) != stands}


def _other_invisible(choice: Choice) -> str:
    return replace(choice, invisible=not choice.invisible).address()


def reader_address(claim: Claim) -> str:
    version = claim.version
    newest = version.article.versions.order_by("-number").values_list("number", flat=True)[0]
    choice = Choice(
        claim=claim.number, version=version.number if version.number != newest else None
    )
    return reverse("article", args=[version.article_id]) + choice.at(claim.number)


@require_safe
@allowed(may_read)
def claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    """A claim's own address leads to it in its article."""
    found = get_object_or_404(Claim.objects.select_related("version__article"), pk=claim_id)
    return HttpResponseRedirect(reader_address(found))


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(may_touch_claims)
def claim_dismiss(request: SignedIn, claim_id: int) -> HttpResponse:
    """Ask, and on POST record, that this is not a claim."""
    found = get_object_or_404(Claim.objects.select_related("version__article"), pk=claim_id)
    context = {"claim": found, "back": reader_address(found), "refused": "", "reason": ""}
    if request.method == "POST":
        reason = context["reason"] = request.POST.get("reason", "").strip()
        try:
            decisions.dismiss(claim=found, by=request.user, reason=reason)
        except SourceDecisionRefused as refused:
            context["refused"] = str(refused)
            return render(request, "claims/claim_dismiss.html", context, status=409)
        said = (
            _("Proposal %(number)d is set aside; it is not proposed again.")
            if found.is_proposed
            else _("Claim %(number)d is set aside as no claim.")
        )
        messages.success(request, said % {"number": found.number})
        return HttpResponseRedirect(reverse("article", args=[found.version.article_id]))
    return render(request, "claims/claim_dismiss.html", context)


@require_POST
@allowed(may_touch_claims)
def claim_accept(request: SignedIn, claim_id: int) -> HttpResponse:
    """Take what the second reader proposes as a claim."""
    found = get_object_or_404(Claim.objects.select_related("version__article"), pk=claim_id)
    try:
        decisions.accept(claim=found, by=request.user)
    except SourceDecisionRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, _("Claim %(number)d is accepted; it counts now.") % {"number": found.number}
        )
    return HttpResponseRedirect(reader_address(found))


@require_POST
@allowed(may_touch_claims)
def claim_restore(request: SignedIn, claim_id: int) -> HttpResponse:
    """Take a claim back that was set aside."""
    found = get_object_or_404(Claim.objects.select_related("version__article"), pk=claim_id)
    try:
        decisions.restore(claim=found, by=request.user)
    except SourceDecisionRefused as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(reader_address(found))


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(may_touch_claims)
def link_source(request: SignedIn, link_id: int) -> HttpResponse:
    """Search the registry, and on POST record which source this link of a chain means."""
    link = get_object_or_404(
        Attribution.objects.select_related("source", "claim__version__article"), pk=link_id
    )
    if not sees(link.source):
        raise Http404  # who may not see who it is does not decide that it is somebody else
    back = reader_address(link.claim)
    words = request.GET.get("q", "").strip()
    refused, status = "", 200
    if request.method == "POST":
        words = request.POST.get("q", "").strip()
        standing = seen(Source.objects.standing())
        chosen = standing.filter(pk=_pk(request.POST.get("source"))).first()
        try:
            if chosen is None:
                raise SourceDecisionRefused(_("Choose the source that this link means."))
            reason = request.POST.get("reason", "").strip()
            decisions.link(attribution=link, source=chosen, by=request.user, reason=reason)
        except SourceDecisionRefused as error:
            refused, status = str(error), 409
        else:
            messages.success(request, _("The source of the link is recorded."))
            return HttpResponseRedirect(back)
    context = _link_context(link, words)
    context |= {
        "back": back,
        "refused": refused,
        "reason": request.POST.get("reason", ""),
        "chosen": _pk(request.POST.get("source")),
    }
    return render(request, "claims/link_source.html", context, status=status)


def _link_context(link: Attribution, words: str) -> dict:
    text = link.claim.version.text
    start = link.mention_start if link.mention_start is not None else link.antecedent_start
    end = link.mention_end if link.mention_start is not None else link.antecedent_end
    mention = text[start:end] if start is not None else ""
    asked = words or mention
    found = find(asked)
    now = link.source.effective()
    names = shown([now, *found])
    return {
        "link": link,
        "claim": link.claim,
        "mention": mention,
        "words": asked,
        "now": names[now.pk],
        "now_proposed": now.state == Source.State.PROPOSED,
        "found": [(s, names[s.pk]) for s in found if s.pk != now.pk],
    }


def _pk(given: str | None) -> int:
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 19 else 0
