"""The page where a statement is decided, and what is sent from it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.errors import ReviewRefused, VersionConflict
from claims.models import Decision, Finding, Statement
from claims.models.proposal import NEVER_ACCEPTED
from claims.review import comments, findings, lifecycle, queue
from claims.review.notices import unread_about
from claims.review.permissions import (
    may_decide_sources,
    may_lead,
    may_publish,
    may_read,
    may_review,
)
from claims.web.access import SignedIn, allowed
from claims.web.decision import page_of
from claims.web.history import lines_of, since
from claims.web.kept import let_go
from claims.web.listing import number


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(may_read)
def statement(request: SignedIn, statement_id: int) -> HttpResponse:
    """Read a statement with all that it rests on; on POST give a finding."""
    row = get_object_or_404(
        Statement.objects.select_related("held_by", "assignee"), pk=statement_id
    )
    if not row.reports and (proposed := row.claims.filter(state__in=NEVER_ACCEPTED).first()):
        # It is no statement before somebody accepts it, and that is done where its words stand.
        return HttpResponseRedirect(reverse("claim", args=[proposed.pk]))
    if row.merged_into_id is not None:
        messages.success(
            request,
            _("Statement %(number)d was merged into this one.") % {"number": row.pk},
        )
        return HttpResponseRedirect(reverse("statement", args=[row.merged_into_id]))
    if request.method == "POST":
        return _find(request, row)
    return _shown(request, row)


def _shown(
    request: SignedIn,
    row: Statement,
    *,
    status: int = 200,
    refused: tuple[str, ...] = (),
    conflict: list | None = None,
    comment_refused: str = "",
) -> HttpResponse:
    """The page; after a refusal with all that was written and chosen."""
    given = request.POST
    context = page_of(row, request.user) | {
        "refused": refused,
        "conflict": conflict,
        "chosen": given.get("verdict", ""),
        "chosen_label": dict(Finding.VERDICTS).get(given.get("verdict", "")),
        "comment": given.get("text", ""),
        "comment_refused": comment_refused,
        "reason": given.get("reason", ""),
        "category": given.get("category", ""),
        "picked": {number(pk) for pk in given.getlist("evidence")},
        "newest_unread": unread_about(request.user, row).values_list("pk", flat=True).first(),
        "may_review": may_review(request.user),
        "may_lead": may_lead(request.user),
        "may_publish": may_publish(request.user),
        "may_decide_sources": may_decide_sources(request.user),
    }
    return render(request, "claims/statement.html", context, status=status)


def _find(request: SignedIn, row: Statement) -> HttpResponse:
    version = number(request.POST.get("version", ""))
    try:
        finding = findings.find(
            statement_id=row.pk,
            by=request.user,
            verdict=request.POST.get("verdict", ""),
            reason=request.POST.get("reason", ""),
            version=version,
            evidence_ids=[pk for one in request.POST.getlist("evidence") if (pk := number(one))],
            category=request.POST.get("category", ""),
        )
    except VersionConflict:
        row.refresh_from_db()
        changes = since(row, version or 0, request.user)
        return _shown(request, row, status=409, conflict=changes)
    except ReviewRefused as refused:
        row.refresh_from_db()
        return _shown(request, row, status=409, refused=refused.missing)
    return _onwards(request, finding)


def _onwards(request: SignedIn, finding: Finding) -> HttpResponse:
    """Say what came of it, and go on to the next."""
    row = Statement.objects.get(pk=finding.round.statement_id)
    told = {
        Statement.Work.SECOND_REVIEW: _("Your finding is recorded; a second reviewer is asked."),
        Statement.Work.ADJUDICATION: _(
            "Your finding is recorded. The two differ: a third decides."
        ),
    }.get(Statement.Work(row.work), _("The decision is recorded."))
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>', told, reverse("statement", args=[row.pk]), _("Open it")
        ),
    )
    following = queue.next_for(request.user)
    onwards = reverse("statement", args=[following.pk]) if following else reverse("desk")
    return let_go(request, HttpResponseRedirect(onwards))


@require_POST
@allowed(may_review)
def comment_add(request: SignedIn, statement_id: int) -> HttpResponse:
    """Words among those who work on it."""
    row = get_object_or_404(
        Statement.objects.select_related("held_by", "assignee"), pk=statement_id
    )
    try:
        comments.comment(statement_id=row.pk, by=request.user, text=request.POST.get("text", ""))
    except ReviewRefused as refused:
        if row.merged_into_id is None:
            return _shown(request, row, status=409, comment_refused=str(refused))
        messages.error(request, str(refused))
        return HttpResponseRedirect(reverse("statement", args=[row.pk]))
    back = f"{reverse('statement', args=[row.pk])}#comments"
    return let_go(request, HttpResponseRedirect(back))


@require_POST
@allowed(may_review)
def statement_take(request: SignedIn, statement_id: int) -> HttpResponse:
    """Take it in hand."""
    try:
        queue.take(statement_id=statement_id, by=request.user)
    except ReviewRefused as refused:
        messages.error(request, str(refused))
    except Statement.DoesNotExist:
        return HttpResponse(status=404)
    return HttpResponseRedirect(reverse("statement", args=[statement_id]))


@require_POST
@allowed(may_review)
def statement_later(request: SignedIn, statement_id: int) -> HttpResponse:
    """Put it off, and go on to the next."""
    get_object_or_404(Statement, pk=statement_id)
    queue.give_back(statement_id=statement_id, by=request.user, put_off=True)
    following = queue.next_for(request.user)
    if following is None:
        return HttpResponseRedirect(reverse("desk"))
    return HttpResponseRedirect(reverse("statement", args=[following.pk]))


@require_POST
@allowed(may_review)
def statement_hold(request: SignedIn, statement_id: int) -> HttpResponse:
    """Somebody is still at work on it: hold it on. 204, or 410 when it was given back."""
    held = queue.keep_hold(statement_id=statement_id, by=request.user)
    return HttpResponse(status=204 if held else 410)


@require_POST
@allowed(may_review)
def statement_take_back(request: SignedIn, statement_id: int) -> HttpResponse:
    """Take one's own first finding back."""
    get_object_or_404(Statement, pk=statement_id)
    try:
        lifecycle.take_back(statement_id=statement_id, by=request.user)
        messages.success(request, _("Your finding is taken back."))
    except ReviewRefused as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(reverse("statement", args=[statement_id]))


@require_POST
@allowed(may_review)
def decision_undo(request: SignedIn, decision_id: int) -> HttpResponse:
    """Take a decision of one's own back."""
    decision = get_object_or_404(Decision, pk=decision_id)
    try:
        lifecycle.undo(decision_id=decision_id, by=request.user)
        messages.success(request, _("The decision is taken back."))
    except ReviewRefused as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(reverse("statement", args=[decision.statement_id]))


@require_POST
@allowed(may_publish)
def statement_publish(request: SignedIn, statement_id: int) -> HttpResponse:
    """Let partners see the status."""
    get_object_or_404(Statement, pk=statement_id)
    version = number(request.POST.get("version", ""))
    try:
        lifecycle.publish(statement_id=statement_id, by=request.user, version=version)
        messages.success(request, _("It is published."))
    except (ReviewRefused, VersionConflict) as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(reverse("statement", args=[statement_id]))


@require_http_methods(["GET", "HEAD"])
@allowed(may_read)
def statement_history(request: SignedIn, statement_id: int) -> HttpResponse:
    """Everything that was done about it, in pages."""
    row = get_object_or_404(Statement, pk=statement_id)
    before = number(request.GET.get("before", ""))
    lines = lines_of(row, request.user, before)
    context = {"statement": row, "lines": lines, "next": lines[-1].sequence if lines else None}
    return render(request, "claims/statement_history.html", context)
