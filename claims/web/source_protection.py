"""Who sees who a source is: protect it, name people, end the protection. One page for each."""

from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.errors import SourceDecisionRefused
from claims.models import Source, SourceAccess
from claims.review.permissions import ROLES, may_protect_sources, may_read
from claims.sources import protection
from claims.sources.seeing import seen
from claims.web.access import SignedIn, allowed
from claims.web.listing import number, options
from claims.web.source_decisions import asks_and_records, decide, reason_of
from claims.web.source_history import person_name


@asks_and_records
@allowed(may_protect_sources)
def source_protect(request: SignedIn, source_id: int) -> HttpResponse:
    """Hide a source from all but those chosen, and oneself."""
    source = get_object_or_404(seen(Source.objects.all()), pk=source_id)
    others = [one for one in _readers() if one.pk != request.user.pk]
    chosen = {number(one) for one in request.POST.getlist("people")}

    def record() -> str:
        protection.protect(
            source=source,
            by=request.user,
            people=[one for one in others if one.pk in chosen],
            reason=reason_of(request),
        )
        return _("The source is protected: only those named see who it is.")

    context = {"people": [(one.pk, person_name(one), one.pk in chosen) for one in others]}
    return decide(request, source, "claims/source_protect.html", context, record)


@asks_and_records
@allowed(may_read)
def source_people(request: SignedIn, source_id: int) -> HttpResponse:
    """Who sees who a source is, for those who do; on POST one is named or taken out."""
    source = get_object_or_404(_protected(), pk=source_id)
    is_taken_out = "remove" in request.POST
    chosen = number(request.POST.get("remove" if is_taken_out else "person", ""))

    def record() -> str:
        person = User.objects.filter(pk=chosen or 0).first()
        if person is None:
            raise SourceDecisionRefused(_("Choose the person."))
        change = protection.revoke if is_taken_out else protection.grant
        change(source=source, by=request.user, person=person, reason=reason_of(request))
        words = (
            _("%(name)s no longer sees who this source is.")
            if is_taken_out
            else _("%(name)s sees who this source is.")
        )
        return words % {"name": person_name(person)}

    is_leaving = is_taken_out and chosen == request.user.pk
    here = reverse("source_people", args=[source.pk])
    context = _people_context(source, chosen)
    return decide(
        request,
        source,
        "claims/source_people.html",
        context,
        record,
        to=reverse("sources") if is_leaving else here,
    )


def _people_context(source: Source, chosen: int | None) -> dict:
    access = SourceAccess.objects.filter(source=source).select_related("user", "granted_by")
    rows = list(access.order_by("granted_at", "pk"))
    named = {row.user_id for row in rows}
    others = [(one.pk, person_name(one)) for one in _readers() if one.pk not in named]
    return {
        "named": [
            (
                row.user_id,
                person_name(row.user),
                person_name(row.granted_by),
                date_format(row.granted_at, "j F Y"),
            )
            for row in rows
        ],
        "others": options(others, chosen),
    }


@asks_and_records
@allowed(may_read)
def source_end_protection(request: SignedIn, source_id: int) -> HttpResponse:
    """Let everybody see a source again, for those who see it now."""
    source = get_object_or_404(_protected(), pk=source_id)

    def record() -> str:
        protection.unprotect(source=source, by=request.user, reason=reason_of(request))
        return _("The protection is ended: everybody sees who this source is.")

    return decide(request, source, "claims/source_end_protection.html", {}, record)


def _protected():
    """The protected sources that the reader is named for."""
    return seen(Source.objects.standing().filter(is_protected=True))


def _readers() -> list[User]:
    """Who could be named: everybody who may open the pages."""
    may_open = Q(groups__name__in=ROLES) | Q(is_superuser=True)
    return list(User.objects.filter(may_open, is_active=True).distinct().order_by("username", "pk"))
