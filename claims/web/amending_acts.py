"""Pages on which a claim is split, two are joined, and a text is said to be checked."""

import json
from collections.abc import Iterable

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.amending import ClaimValue, check_text, join, split, take_back, value_of
from claims.amending.checks import standing_check, token
from claims.amending.places import places
from claims.errors import AmendmentRefused
from claims.models import ArticleVersion, Claim
from claims.review.permissions import may_touch_claims
from claims.web.access import SignedIn, allowed
from claims.web.amending import asks_and_records, claim_of, version_of
from claims.web.desk_acts import Done, act, filled
from claims.web.desk_forms import CheckForm, JoinForm, MaybeReasonForm, SplitForm
from claims.web.reader import reader_address


@asks_and_records
@allowed(may_touch_claims)
def claim_split(request: SignedIn, claim_id: int) -> HttpResponse:
    """Make two claims of one."""
    claim = claim_of(claim_id)

    def record(form: forms.Form) -> str:
        found = places(claim.quote, form.cleaned_data["begins"])
        if not found:
            raise AmendmentRefused(
                _("These words do not stand in the claim like this: copy them from it.")
            )
        if len(found) > 1:
            raise AmendmentRefused(
                _("These words stand in the claim more than once: copy a few more of them.")
            )
        made = split(
            claim=claim,
            at=claim.start + found[0].start,
            by=request.user,
            reason=form.cleaned_data["reason"],
            seen=_seen(form).get(claim.pk),
        )
        numbers = {"one": claim.number, "other": made.other.number if made.other else 0}
        return _("Claim %(one)d is split; the second part is claim %(other)d.") % numbers

    return act(
        request,
        filled(request, SplitForm, seen=_told([claim])),
        record,
        back=reader_address(claim),
        title=_("Split claim %(number)d") % {"number": claim.number},
        button=_("Split it"),
        refused=_no_longer(claim),
        quote=claim,
        lead=_("Both keep the source; the second gets a statement of its own."),
    )


@asks_and_records
@allowed(may_touch_claims)
def claim_join(request: SignedIn, claim_id: int) -> HttpResponse:
    """Make one claim of this one and a neighbour."""
    claim = claim_of(claim_id)
    near = _neighbours(claim)

    def record(form: forms.Form) -> Done:
        other = claim_of(int(form.cleaned_data["neighbour"]))
        reason = form.cleaned_data["reason"]
        made = join(claim=claim, other=other, by=request.user, reason=reason, seen=_seen(form))
        told = _("They are one now: claim %(number)d.") % {"number": made.claim.number}
        return Done(told, reader_address(made.claim))

    form = filled(request, JoinForm, seen=_told([claim, *near.values()]))
    assert isinstance(form, JoinForm)
    form.offer([(str(one.pk), f"{label}: {one.quote[:120]}") for label, one in near.items()])
    return act(
        request,
        form,
        record,
        back=reader_address(claim),
        title=_("Join claim %(number)d with a neighbour") % {"number": claim.number},
        button=_("Join them"),
        refused=_no_longer(claim),
        quote=claim,
        lead=_("The first takes in the words of both; the second is set aside as no claim."),
    )


def _no_longer(claim: Claim) -> tuple[str, ...]:
    if claim.state == Claim.State.CURRENT:
        return ()
    return (_("This claim no longer stands; there is nothing to set right."),)


def _neighbours(claim: Claim) -> dict[str, Claim]:
    """The claims before and behind it in the text, by what they are called."""
    claims = list(
        claim.version.claims.current().prefetch_related("links").order_by("start", "-end", "number")
    )
    here = next((n for n, one in enumerate(claims) if one.pk == claim.pk), None)
    if here is None:
        return {}
    steps = {_("The next one"): here + 1, _("The one before"): here - 1}
    return {label: claims[at] for label, at in steps.items() if 0 <= at < len(claims)}


def _told(claims: Iterable[Claim]) -> str:
    """What the person sees of each, to be sent back."""
    return json.dumps({one.pk: value_of(one, one.links.all()).told() for one in claims})


def _seen(form: forms.Form) -> dict[int, ClaimValue]:
    """What was sent back; of what is not to be read nothing."""
    try:
        told = json.loads(form.cleaned_data["seen"])
        return {int(pk): ClaimValue.read(one) for pk, one in told.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


@asks_and_records
@allowed(may_touch_claims)
def article_check(request: SignedIn, article_id: int) -> HttpResponse:
    """Ask, and on POST record, that somebody went through the whole text."""
    version = version_of(article_id, request.GET.get("version", ""))
    claims = list(version.claims.current().prefetch_related("links"))
    links = {claim.pk: list(claim.links.all()) for claim in claims}

    def record(form: forms.Form) -> str:
        check_text(version=version, by=request.user, seen=form.cleaned_data["seen"])
        return _("It is recorded that you checked this text. It counts as gold as it stands now.")

    count = len(claims)
    return act(
        request,
        filled(request, CheckForm, seen=token(claims, links)),
        record,
        back=_address(version),
        title=_("Is this text checked?"),
        button=_("It is checked"),
        lead=ngettext(
            "You say that you went through the whole text, that its %(count)d claim is right, with "
            "its words and its source, and that none is missing.",
            "You say that you went through the whole text, that its %(count)d claims are right, "
            "with their words and their sources, and that none is missing.",
            count,
        )
        % {"count": count},
    )


@asks_and_records
@allowed(may_touch_claims)
def article_uncheck(request: SignedIn, article_id: int) -> HttpResponse:
    """Take back that a text is checked."""
    version = version_of(article_id, request.GET.get("version", ""))

    def record(form: forms.Form) -> str:
        take_back(version=version, by=request.user, reason=form.cleaned_data["reason"])
        return _("It is taken back: this text does not count as checked any more.")

    is_checked = standing_check(version) is not None
    unchecked = (_("Nobody has said of this text that it is checked."),)
    return act(
        request,
        filled(request, MaybeReasonForm),
        record,
        back=_address(version),
        title=_("Is this text not checked after all?"),
        button=_("Take it back"),
        refused=() if is_checked else unchecked,
        lead=_("It leaves the gold and the figures of the engine. Who had checked it stays known."),
    )


def _address(version: ArticleVersion) -> str:
    return f"{reverse('article', args=[version.article_id])}?version={version.number}"
