"""Which claims say the same: people merge statements and split them, and see the origins change."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from claims.corroboration import standing_of
from claims.models import Claim, Regrouping, Statement
from claims.review import grouping
from claims.review.permissions import may_review
from claims.web.access import SignedIn, allowed
from claims.web.claims import rows_of
from claims.web.desk_acts import (
    act,
    asks_and_records,
    chosen,
    filled,
    page_address,
    statement_of,
    with_other,
)
from claims.web.desk_forms import ReasonForm
from claims.web.history import changed_said
from claims.web.listing import number


def counts_of(statement: Statement) -> dict[str, int]:
    """Its reports and origins as they stand now."""
    return standing_of(Statement.objects.get(pk=statement.pk), for_list=False).told()


@asks_and_records
@allowed(may_review)
def statement_merge(request: SignedIn, statement_id: int) -> HttpResponse:
    """Search a statement that says the same, and take its claims into this one."""
    row = statement_of(statement_id)

    def record(form: forms.Form) -> str:
        before = counts_of(row)
        grouping.merge(
            statement_id=chosen(request, _("Choose the statement that says the same.")),
            into_id=row.pk,
            by=request.user,
            reason=form.cleaned_data["reason"],
            version=number(request.POST.get("version", "")),
        )
        told = _("The claims of both stand together now.")
        return f"{told} {changed_said(before, counts_of(row))}"

    return with_other(
        request,
        row,
        filled(request, ReasonForm),
        record,
        title=_("A statement that says the same"),
        button=_("Merge them"),
        lead=_("Its claims come to this statement. It can be undone."),
    )


@asks_and_records
@allowed(may_review)
def statement_split(request: SignedIn, statement_id: int) -> HttpResponse:
    """Take claims out that say something else."""
    row = statement_of(statement_id)
    here = list(Claim.objects.current().filter(statement=row).for_list().order_by("pk")[:200])
    picked = {number(pk) for pk in request.POST.getlist("claim")}

    def record(form: forms.Form) -> str:
        before = counts_of(row)
        grouping.split(
            statement_id=row.pk,
            claim_ids=[pk for pk in picked if pk],
            by=request.user,
            reason=form.cleaned_data["reason"],
            version=number(request.POST.get("version", "")),
        )
        told = _("The claims that you chose stand in a statement of their own now.")
        return f"{told} {changed_said(before, counts_of(row))}"

    return act(
        request,
        filled(request, ReasonForm),
        record,
        back=page_address(row.pk),
        title=_("Claims that say something else"),
        button=_("Split them off"),
        statement=row,
        picks=list(zip((claim.pk for claim in here), rows_of(here), strict=True)),
        pick_name="claim",
        pick_kind="checkbox",
        picked=picked,
        lead=_("They get a statement of their own. It can be undone."),
    )


@asks_and_records
@allowed(may_review)
def regrouping_undo(request: SignedIn, regrouping_id: int) -> HttpResponse:
    """Take the claims back to where they were."""
    row = get_object_or_404(Regrouping.objects.select_related("target", "origin"), pk=regrouping_id)
    stays = row.target if row.kind == Regrouping.Kind.MERGE else row.origin

    def record(form: forms.Form) -> str:
        before = counts_of(stays)
        grouping.undo(regrouping_id=row.pk, by=request.user, reason=form.cleaned_data["reason"])
        told = _("It is undone.")
        return f"{told} {changed_said(before, counts_of(stays))}"

    return act(
        request,
        filled(request, ReasonForm),
        record,
        back=page_address(stays.pk),
        title=_("Undo it"),
        button=_("Undo it"),
        statement=stays,
    )
