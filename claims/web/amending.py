"""Pages on which people set claims right, and say that a text is checked."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.amending import ClaimValue, add, amend, check_text, join, split, value_of
from claims.amending.values import find, link_value
from claims.errors import AmendmentRefused
from claims.models import Amendment, Article, ArticleVersion, Claim
from claims.review.permissions import may_touch_claims
from claims.sources.entries import claims_kept_back
from claims.sources.seeing import sees
from claims.web.access import SignedIn, allowed
from claims.web.amend_form import AmendForm
from claims.web.desk_acts import act, filled
from claims.web.desk_forms import JoinForm, SplitForm
from claims.web.kept import let_go
from claims.web.reader import reader_address

asks_and_records = require_http_methods(["GET", "HEAD", "POST"])
# Characters of the text that are shown around what is marked; a longer one is shown in part.
SHOWN = 20_000
_JOINS = {"next": 1, "previous": -1}


@dataclass(frozen=True, slots=True)
class Shown:
    """The piece of the text in which words are marked, and where it begins."""

    start: int
    words: str
    is_part: bool


def _shown(text: str, around: int) -> Shown:
    if len(text) <= SHOWN:
        return Shown(0, text, is_part=False)
    start = max(0, min(around - SHOWN // 2, len(text) - SHOWN))
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start + SHOWN)
    return Shown(start, text[start : end if end >= 0 else len(text)], is_part=True)


def _claim(claim_id: int) -> Claim:
    claims = Claim.objects.select_related("version__article").prefetch_related("links__source")
    return get_object_or_404(claims, pk=claim_id)


@asks_and_records
@allowed(may_touch_claims)
def claim_amend(request: SignedIn, claim_id: int) -> HttpResponse:
    """Set the words, the source and the rest of a claim right."""
    claim = _claim(claim_id)
    version = claim.version
    value = value_of(claim, claim.links.all())
    sent = request.POST if request.method == "POST" else None
    language = version.article.language
    form = AmendForm(sent, text=version.text, language=language, value=value, fixed=_fixed(claim))
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid() and form.value is not None:
        reason = form.cleaned_data["reason"]
        try:
            amend(claim=claim, value=form.value, by=request.user, reason=reason, seen=form.seen())
        except AmendmentRefused as error:
            refused = error.missing
        else:
            messages.success(
                request, _("Claim %(number)d is set right.") % {"number": claim.number}
            )
            return let_go(request, HttpResponseRedirect(reader_address(claim)))
    context = {
        "claim": claim,
        "version": version,
        "form": form,
        "refused": refused,
        "shown": _shown(version.text, claim.start),
        "amendments": _before(claim),
        "back": reader_address(claim),
        "title": _("Set claim %(number)d right") % {"number": claim.number},
    }
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "claims/amend.html", context, status=status)


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
    """Mark a claim that the engine missed; ?words= are those that were selected in the reader."""
    version = _version(article_id, request.GET.get("version", ""))
    text = version.text
    content = find(text, request.GET.get("words", ""), _near(request, version))
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
            return let_go(request, HttpResponseRedirect(reader_address(made.claim)))
    context = {
        "claim": None,
        "version": version,
        "form": form,
        "refused": refused,
        "shown": _shown(text, content.start if content else 0),
        "back": reverse("article", args=[article_id]),
        "title": _("Add a claim"),
    }
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "claims/amend.html", context, status=status)


def _version(article_id: int, told: str) -> ArticleVersion:
    """The newest version, or the one with this number. Raises Http404."""
    article = get_object_or_404(Article, pk=article_id)
    versions = article.versions.select_related("article").order_by("-number")
    if told.isascii() and told.isdigit() and len(told) < 10:
        versions = versions.filter(number=int(told))
    found = versions.first()
    if found is None:
        raise Http404
    return found


def _near(request: SignedIn, version: ArticleVersion) -> int:
    """Where the words were selected: behind the claim of this number."""
    told = request.GET.get("behind", "")
    if not (told.isascii() and told.isdigit() and len(told) < 10):
        return 0
    behind = version.claims.filter(number=int(told)).values_list("start", flat=True).first()
    return behind or 0


@asks_and_records
@allowed(may_touch_claims)
def claim_split(request: SignedIn, claim_id: int) -> HttpResponse:
    """Make two claims of one."""
    claim = _claim(claim_id)

    def record(form: forms.Form) -> str:
        words = find(claim.quote, form.cleaned_data["begins"], len(claim.quote) // 2)
        if words is None:
            raise AmendmentRefused(
                _("These words do not stand in the claim like this: copy them from it.")
            )
        reason = form.cleaned_data["reason"]
        made = split(claim=claim, at=claim.start + words.start, by=request.user, reason=reason)
        numbers = {"one": claim.number, "other": made.other.number if made.other else 0}
        return _("Claim %(one)d is split; the second part is claim %(other)d.") % numbers

    return act(
        request,
        filled(request, SplitForm),
        record,
        back=reader_address(claim),
        title=_("Split claim %(number)d") % {"number": claim.number},
        button=_("Split it"),
        quote=claim,
        lead=_("Both keep the source; the second gets a statement of its own."),
    )


@asks_and_records
@allowed(may_touch_claims)
def claim_join(request: SignedIn, claim_id: int) -> HttpResponse:
    """Make one claim of this one and a neighbour."""
    claim = _claim(claim_id)
    near = _neighbours(claim)
    labels = {"next": _("The next one"), "previous": _("The one before")}
    choices = [(key, f"{labels[key]}: {one.quote[:120]}") for key, one in near.items()]

    def record(form: forms.Form) -> str:
        other = near.get(form.cleaned_data["neighbour"])
        if other is None:
            raise AmendmentRefused(_("Choose another claim of the same text."))
        reason = form.cleaned_data["reason"]
        made = join(claim=claim, other=other, by=request.user, reason=reason)
        return _("They are one now: claim %(number)d.") % {"number": made.claim.number}

    form = filled(request, JoinForm)
    assert isinstance(form, JoinForm)
    form.offer(choices)
    return act(
        request,
        form,
        record,
        back=reader_address(claim),
        title=_("Join claim %(number)d with a neighbour") % {"number": claim.number},
        button=_("Join them"),
        quote=claim,
        lead=_("The first takes in the words of both; the second is set aside as no claim."),
    )


def _neighbours(claim: Claim) -> dict[str, Claim]:
    """The claims before and behind it in the text."""
    claims = list(claim.version.claims.current().order_by("start", "-end", "number"))
    places = [one.pk for one in claims]
    if claim.pk not in places:
        return {}
    here = places.index(claim.pk)
    return {
        key: claims[here + step] for key, step in _JOINS.items() if 0 <= here + step < len(claims)
    }


@require_POST
@allowed(may_touch_claims)
def article_check(request: SignedIn, article_id: int) -> HttpResponse:
    """Record that somebody went through the whole text."""
    version = _version(article_id, request.POST.get("version", ""))
    check_text(version=version, by=request.user)
    messages.success(
        request,
        _("It is recorded that you checked this text. Its claims count as gold from now on."),
    )
    return HttpResponseRedirect(reverse("article", args=[article_id]))
