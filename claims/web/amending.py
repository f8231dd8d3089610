"""Pages on which people set a claim right, and add one that is missing."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.amending import ClaimValue, add, amend, value_of
from claims.amending.places import trimmed
from claims.amending.values import link_value
from claims.errors import AmendedMeanwhile, AmendmentRefused
from claims.extraction.types import Span
from claims.models import Amendment, Article, ArticleVersion, Claim
from claims.review.permissions import may_touch_claims
from claims.sources.entries import claims_kept_back
from claims.sources.seeing import sees
from claims.web.access import SignedIn, allowed
from claims.web.amend_form import AmendForm
from claims.web.amend_text import piece_of
from claims.web.kept import let_go
from claims.web.reader import reader_address

asks_and_records = require_http_methods(["GET", "HEAD", "POST"])


def claim_of(claim_id: int) -> Claim:
    """With its text and its chain. Raises Http404, also for what nobody has accepted as a claim."""
    claims = (
        Claim.objects.beyond_proposals()
        .select_related("version__article")
        .prefetch_related("links__source")
    )
    return get_object_or_404(claims, pk=claim_id)


@asks_and_records
@allowed(may_touch_claims)
def claim_amend(request: SignedIn, claim_id: int) -> HttpResponse:
    """Set the words, the source and the rest of a claim right."""
    claim = claim_of(claim_id)
    version, language = claim.version, claim.version.article.language
    value = value_of(claim, claim.links.all())
    sent = request.POST if request.method == "POST" else None
    form = AmendForm(sent, text=version.text, language=language, value=value, fixed=_fixed(claim))
    refused: tuple[str, ...] = ()
    present: Claim | None = None
    if sent is not None and form.is_valid() and form.value is not None:
        reason = form.cleaned_data["reason"]
        try:
            amend(claim=claim, value=form.value, by=request.user, reason=reason, seen=form.seen())
        except AmendmentRefused as error:
            refused = error.missing
            if isinstance(error, AmendedMeanwhile):
                present = claim_of(claim_id)
                form.see(value_of(present, present.links.all()))
        else:
            told = _("Claim %(number)d is set right.") % {"number": claim.number}
            messages.success(request, told)
            return let_go(request, HttpResponseRedirect(reader_address(claim)))
    context = {
        "claim": claim,
        "version": version,
        "form": form,
        "refused": refused,
        "present": present,
        "present_chain": _chain_words(present),
        "shown": piece_of(version.text, value.content),
        "amendments": _before(claim),
        "back": reader_address(claim),
        "title": _("Set claim %(number)d right") % {"number": claim.number},
    }
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "claims/amend.html", context, status=status)


def _chain_words(claim: Claim | None) -> list[str]:
    """The words that name the sources of a claim, in the order of its chain."""
    links = claim.links.all() if claim else ()
    return [full.of(claim.version.text) for x in links if claim and (full := link_value(x).full)]


def _fixed(claim: Claim) -> set[int]:
    """The links that this person cannot change: protected, or resting on no words of the text."""
    links = enumerate(claim.links.all())
    return {n for n, link in links if not sees(link.source) or link_value(link).full is None}


def _before(claim: Claim) -> list[dict[str, object]]:
    """What it was before each amendment, the newest first; by whom and why only for those who may
    know whose words they are."""
    text, is_kept_back = claim.version.text, bool(claims_kept_back([claim.pk]))
    rows = Amendment.objects.filter(claim=claim).select_related("amended_by").order_by("-pk")
    return [
        {
            "row": row,
            "words": ClaimValue.read(row.before).content.of(text),
            "who": _("Somebody") if is_kept_back else row.amended_by.get_username(),
            "reason": "" if is_kept_back else row.reason,
        }
        for row in rows
        if row.before
    ]


@asks_and_records
@allowed(may_touch_claims)
def claim_add(request: SignedIn, article_id: int) -> HttpResponse:
    """Mark a claim that the engine missed; ?start= and ?end= are where words were selected in the
    reader."""
    version = version_of(article_id, request.GET.get("version", ""))
    text, content = version.text, _selected(request, version)
    value = (
        ClaimValue(content, Claim.Kind.INDIRECT, Claim.Modality.ASSERTED, None, ())
        if content
        else None
    )
    sent = request.POST if request.method == "POST" else None
    form = AmendForm(sent, text=text, language=version.article.language, value=value, is_new=True)
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid() and form.value is not None:
        reason = form.cleaned_data["reason"]
        try:
            made = add(version=version, value=form.value, by=request.user, reason=reason)
        except AmendmentRefused as error:
            refused = error.missing
        else:
            number = {"number": made.claim.number}
            messages.success(request, _("Claim %(number)d is added.") % number)
            leads = HttpResponseRedirect(reader_address(made.claim))
            return let_go(request, leads, with_query=True)
    context = {
        "claim": None,
        "version": version,
        "form": form,
        "refused": refused,
        "shown": piece_of(text, content),
        "back": f"{reverse('article', args=[article_id])}?version={version.number}",
        "title": _("Add a claim"),
    }
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "claims/amend.html", context, status=status)


def version_of(article_id: int, told: str) -> ArticleVersion:
    """The newest version, or the one with this number. Raises Http404."""
    article = get_object_or_404(Article, pk=article_id)
    versions = article.versions.select_related("article").order_by("-number")
    if (number := _number(told)) is not None:
        versions = versions.filter(number=number)
    found = versions.first()
    if found is None:
        raise Http404
    return found


def _selected(request: HttpRequest, version: ArticleVersion) -> Span | None:
    """What was selected, without blanks at its edges; None if nothing was."""
    start, end = (_number(request.GET.get(name, "")) for name in ("start", "end"))
    if start is None or end is None or not start < end <= len(version.text):
        return None
    return trimmed(version.text, Span(start, end))


def _number(told: str) -> int | None:
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else None
