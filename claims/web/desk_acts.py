"""What people do about a statement, beside deciding: one page with one form for each."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.errors import AmendmentRefused, ReviewRefused, VersionConflict
from claims.models import (
    Attribution,
    Claim,
    Contradiction,
    Source,
    Statement,
)
from claims.models.search import matching
from claims.review import grounds, lifecycle, queue, relations, reliability
from claims.review.permissions import (
    may_grade_sources,
    may_lead,
    may_publish,
    may_read,
    may_review,
)
from claims.sources.seeing import seen, sees
from claims.web.access import SignedIn, allowed
from claims.web.claims import ClaimRow, rows_of
from claims.web.desk import first_claims
from claims.web.desk_forms import (
    AssignForm,
    AttemptForm,
    ContradictionForm,
    CorrectionForm,
    GradeForm,
    LinkForm,
    OriginsForm,
    ReasonForm,
)
from claims.web.kept import let_go
from claims.web.listing import number, words_of
from claims.web.names import shown

asks_and_records = require_http_methods(["GET", "HEAD", "POST"])
FOUND_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, where it does not lead back to where the person came from."""

    said: str
    leads: str


Record = Callable[[forms.Form], str | Done]


def act(
    request: SignedIn,
    form: forms.Form,
    record: Record,
    *,
    back: str,
    title: str,
    button: str,
    statement: Statement | None = None,
    template: str = "claims/desk_act.html",
    refused: tuple[str, ...] = (),
    **context: object,
) -> HttpResponse:
    """Ask on GET; on POST record it and go back. ``record`` gives the sentence that says what was
    done; a refusal is shown with all that was written, one that is known before at once."""
    status = 409 if refused else 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                done = record(form)
            except (AmendmentRefused, ReviewRefused, VersionConflict) as error:
                refused = getattr(error, "missing", None) or (str(error),)
                status = 409
            else:
                said, leads = (done.said, done.leads) if isinstance(done, Done) else (done, back)
                messages.success(request, said)
                return let_go(request, HttpResponseRedirect(leads))
    context |= {
        "form": form,
        "refused": refused,
        "back": back,
        "title": title,
        "button": button,
        "statement": statement,
    }
    if statement:
        context["quote"] = first_claims([statement.pk]).get(statement.pk)
    return render(request, template, context, status=status)


def filled(request: SignedIn, kind: type[forms.Form], **initial: object) -> forms.Form:
    """The form as it was sent, or empty but for ``initial``."""
    return kind(request.POST if request.method == "POST" else None, initial=initial)


def statement_of(statement_id: int) -> Statement:
    return get_object_or_404(Statement.objects.beyond_proposals(), pk=statement_id)


def page_address(statement_id: int) -> str:
    return reverse("statement", args=[statement_id])


@asks_and_records
@allowed(may_review)
def attempt_add(request: SignedIn, statement_id: int) -> HttpResponse:
    """Record what was looked for, where, when."""
    row = statement_of(statement_id)

    def record(form: forms.Form) -> str:
        grounds.attempt(statement_id=row.pk, by=request.user, **form.cleaned_data)
        return _("The attempt is recorded.")

    return act(
        request,
        filled(request, AttemptForm),
        record,
        back=page_address(row.pk),
        title=_("Record an attempt"),
        button=_("Record it"),
        statement=row,
        lead=_("Two recorded attempts make it possible to find that it cannot be verified."),
    )


@asks_and_records
@allowed(may_read)
def statement_reopen(request: SignedIn, statement_id: int) -> HttpResponse:
    """Open what is settled again."""
    row = statement_of(statement_id)

    def record(form: forms.Form) -> str:
        lifecycle.reopen(statement_id=row.pk, by=request.user, reason=form.cleaned_data["reason"])
        return _("It is open again; its status stays until somebody decides.")

    return act(
        request,
        filled(request, ReasonForm),
        record,
        back=page_address(row.pk),
        title=_("Open it again"),
        button=_("Open it again"),
        statement=row,
    )


@asks_and_records
@allowed(may_publish)
def statement_correct(request: SignedIn, statement_id: int) -> HttpResponse:
    """Word a correction of what was published."""
    row = statement_of(statement_id)

    def record(form: forms.Form) -> str:
        lifecycle.correct(statement_id=row.pk, by=request.user, text=form.cleaned_data["text"])
        return _("The correction is recorded.")

    return act(
        request,
        filled(request, CorrectionForm),
        record,
        back=page_address(row.pk),
        title=_("Word a correction"),
        button=_("Record it"),
        statement=row,
    )


@asks_and_records
@allowed(may_review)
def statement_assign(request: SignedIn, statement_id: int) -> HttpResponse:
    """Say whose it is, by when, and how urgent."""
    row = statement_of(statement_id)

    def record(form: forms.Form) -> str:
        given = form.cleaned_data
        to = User.objects.filter(pk=given["to"]).first() if given["to"] else None
        queue.assign(
            statement_id=row.pk,
            by=request.user,
            to=to,
            due=given["due"],
            priority=given["priority"],
        )
        return _("It is recorded whose it is.")

    kept = {"to": str(row.assignee_id or ""), "due": row.due, "priority": row.priority}
    form = AssignForm(request.POST if request.method == "POST" else None, initial=kept)
    if not may_lead(request.user):
        form.offer_only(request.user)
    return act(
        request,
        form,
        record,
        back=page_address(row.pk),
        title=_("Whose it is"),
        button=_("Record it"),
        statement=row,
        lead="" if may_lead(request.user) else _("A lead assigns work to others; you may take it."),
    )


# ── Contradictions and origins ──────────────────────────────────────────────────────────────────


@asks_and_records
@allowed(may_review)
def contradiction_add(request: SignedIn, statement_id: int) -> HttpResponse:
    """Search the statement on the other side, and say in what the two contradict each other."""
    row = statement_of(statement_id)

    def record(form: forms.Form) -> str:
        relations.contradict(
            statement_id=row.pk,
            other_id=chosen(request, _("Choose the statement that contradicts it.")),
            by=request.user,
            **form.cleaned_data,
        )
        return _("The contradiction is open.")

    return with_other(
        request,
        row,
        filled(request, ContradictionForm),
        record,
        title=_("A statement that contradicts it"),
        button=_("Open the contradiction"),
    )


@asks_and_records
@allowed(may_review)
def contradiction_close(request: SignedIn, contradiction_id: int) -> HttpResponse:
    """Find that it is none, or no longer."""
    row = get_object_or_404(Contradiction.objects.select_related("one"), pk=contradiction_id)
    here = number(request.GET.get("from", "")) or row.one_id
    statement = row.one if here == row.one_id else statement_of(here)

    def record(form: forms.Form) -> str:
        relations.close(
            contradiction_id=row.pk, by=request.user, reason=form.cleaned_data["reason"]
        )
        return _("The contradiction is closed.")

    return act(
        request,
        filled(request, ReasonForm),
        record,
        back=page_address(here),
        title=_("Close the contradiction"),
        button=_("Close it"),
        statement=statement,
        lead=_("As when the numbers are of two moments, or one side has corrected itself."),
    )


@asks_and_records
@allowed(may_review)
def origins_judge(request: SignedIn, statement_id: int) -> HttpResponse:
    """Say whether two origins are independent of each other, if the reader may see both."""
    row = statement_of(statement_id)
    ids = [number(request.GET.get(name, "")) or 0 for name in ("one", "other")]
    found = seen(Source.objects.all()).in_bulk(ids)
    if len(found) != 2:
        raise Http404
    names = shown(found.values())

    def record(form: forms.Form) -> str:
        relations.judge_origins(
            statement_id=row.pk,
            one_id=ids[0],
            other_id=ids[1],
            by=request.user,
            **form.cleaned_data,
        )
        return _("The judgement is recorded.")

    return act(
        request,
        filled(request, OriginsForm),
        record,
        back=f"{page_address(row.pk)}#s-ind",
        title=_("Are these origins independent of each other?"),
        button=_("Record it"),
        statement=row,
        named=[names[pk] for pk in ids],
        lead=_("Independent: neither has it from the other, nor both from a third."),
    )


# ── The other axes ──────────────────────────────────────────────────────────────────────────────


@asks_and_records
@allowed(may_review)
def link_judge(request: SignedIn, link_id: int) -> HttpResponse:
    """Say what is known of whether that source said it."""
    link = get_object_or_404(Attribution.objects.select_related("source", "claim"), pk=link_id)
    if not sees(link.source):
        raise Http404  # who may not see who it is does not judge whether that one said it
    statement = statement_of(link.claim.statement_id)
    source = link.source.effective()

    def record(form: forms.Form) -> str:
        reliability.judge_link(link_id=link.pk, by=request.user, **form.cleaned_data)
        return _("It is recorded what is known of the attribution.")

    return act(
        request,
        filled(request, LinkForm, status=link.status),
        record,
        back=page_address(statement.pk),
        title=_("Did that source say it?"),
        button=_("Record it"),
        statement=statement,
        named=[shown([source])[source.pk]],
    )


@asks_and_records
@allowed(may_grade_sources)
def source_grade(request: SignedIn, source_id: int) -> HttpResponse:
    """Grade a source, from a day on."""
    source = get_object_or_404(seen(Source.objects.all()), pk=source_id)

    def record(form: forms.Form) -> str:
        reliability.grade(source_id=source.pk, by=request.user, **form.cleaned_data)
        return _("The grade is recorded.")

    return act(
        request,
        filled(request, GradeForm),
        record,
        back=reverse("source", args=[source.pk]),
        title=_("Grade its reliability"),
        button=_("Record the grade"),
        named=[shown([source])[source.pk]],
        lead=_(
            "The letter is about the source, never about one statement: graded A, it is still "
            "one origin."
        ),
    )


def with_other(
    request: SignedIn,
    row: Statement,
    form: forms.Form,
    record: Record,
    *,
    title: str,
    button: str,
    lead: str = "",
) -> HttpResponse:
    """A form in which another statement is searched for and chosen."""
    given = request.POST if request.method == "POST" else request.GET
    words = words_of(given.get("q", ""))
    found = _found(words, row)
    return act(
        request,
        form,
        record,
        back=page_address(row.pk),
        title=title,
        button=button,
        statement=row,
        search=True,
        words=words,
        picks=found,
        pick_name="other",
        pick_kind="radio",
        picked={number(request.POST.get("other", ""))},
        lead=lead,
    )


def _found(words: str, row: Statement) -> list[tuple[int, ClaimRow]]:
    """The newest statements that hold the words, but for this one."""
    if not words:
        return []
    claims = matching(Claim.objects.current(), words).exclude(statement=row)
    rows = list(claims.for_list().order_by("-id")[: FOUND_AT_MOST * 2])
    firsts = {claim.statement_id: claim for claim in reversed(rows)}
    some = list(firsts.values())[-FOUND_AT_MOST:]
    return list(zip((claim.statement_id for claim in some), rows_of(some), strict=True))


def chosen(request: SignedIn, sentence: str) -> int:
    """The statement that was chosen. Raises ReviewRefused where none is."""
    pk = number(request.POST.get("other", "")) or 0
    if not Statement.objects.beyond_proposals().filter(pk=pk).exists():
        raise ReviewRefused(sentence)
    return pk
