"""Evidence: added, looked at, fetched again, withdrawn. Its bytes go out as files to save."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from claims import jobs, tasks
from claims.archive import files, serve, store
from claims.errors import EvidenceDamaged, FileRefused, ReviewRefused, StoreUnavailable
from claims.models import Article, Evidence, Statement
from claims.pipeline.archiving import keep_now
from claims.review import grounds
from claims.review.permissions import may_read, may_review
from claims.web.access import SignedIn, allowed
from claims.web.desk_acts import act, asks_and_records, statement_of
from claims.web.desk_forms import DeskForm, ReasonForm
from claims.web.listing import number

Kind, State = Evidence.Kind, Evidence.State
PAGE, FILE, NOTE = "page", "file", "note"


class EvidenceForm(DeskForm):
    what = forms.ChoiceField(
        label=gettext_lazy("What you add"),
        choices=[
            (PAGE, gettext_lazy("A web page: it is fetched and kept as it is now")),
            (FILE, gettext_lazy("A file or an image from this computer")),
            (NOTE, gettext_lazy("A note of your own")),
        ],
        initial=PAGE,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you add.")},
    )
    address = forms.CharField(
        label=gettext_lazy("Address of the page"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url", "spellcheck": "false"}),
    )
    evidence_file = forms.FileField(label=gettext_lazy("File"), required=False)
    title = forms.CharField(
        label=pgettext_lazy("evidence", "Title"), required=False, max_length=grounds.TITLE_AT_MOST
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    stance = forms.ChoiceField(
        label=gettext_lazy("What it does to the statement"),
        choices=Evidence.Stance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what it does to the statement.")},
    )
    nature = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=Evidence.Nature.choices,
        initial=Evidence.Nature.REPORT,
        widget=forms.RadioSelect,
    )
    assessment = forms.CharField(
        label=gettext_lazy("Your assessment"),
        required=False,
        help_text=gettext_lazy("Primary evidence counts only with it: what it shows, and why."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@asks_and_records
@allowed(may_review)
def evidence_add(request: SignedIn, statement_id: int) -> HttpResponse:
    """Add a page, a file, an image or a note; with ?report= the archived copy of an article."""
    row = statement_of(statement_id)
    article = Article.objects.filter(pk=number(request.GET.get("report", "")) or 0).first()
    form = EvidenceForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial=_of_report(article) if article else {},
    )

    def record(form: forms.Form) -> str:
        return _add(request, row, article, form.cleaned_data)

    return act(
        request,
        form,
        record,
        back=f"{reverse('statement', args=[row.pk])}#s-ev",
        title=_("Archive this report") if article else _("Add evidence"),
        button=_("Add it"),
        statement=row,
        multipart=True,
    )


def _of_report(article: Article) -> dict[str, Any]:
    return {
        "what": PAGE if article.url else FILE,
        "address": article.url,
        "title": article.title,
        "stance": Evidence.Stance.SUPPORTS,
    }


def _add(request: SignedIn, row: Statement, article: Article | None, given: dict[str, Any]) -> str:
    """Raises ReviewRefused."""
    what = given.pop("what")
    sent = given.pop("evidence_file")
    address = given.pop("address")
    if what == FILE:
        data, media_type = _accepted(sent)
        kind = Kind.IMAGE if media_type.startswith("image/") else Kind.FILE
        given["title"] = given["title"] or sent.name
    elif what == NOTE:
        kind, data, media_type = Kind.NOTE, given["note"].encode(), "text/plain"
    else:
        kind, data, media_type = Kind.PAGE, b"", ""
    with transaction.atomic():
        made = grounds.add(
            statement_id=row.pk,
            by=request.user,
            kind=kind,
            address=address if kind == Kind.PAGE else "",
            article=article,
            **given,
        )
        if kind == Kind.PAGE:
            tasks.hint(jobs.owe_archiving(made))
            return _("It is being fetched; the page shows when it is archived.")
        _keep(made, data, media_type)
    return _("It is archived.")


def _accepted(sent: Any) -> tuple[bytes, str]:
    if not sent:
        raise ReviewRefused(_("Choose a file."))
    # Of one that is too large not all was kept (web.uploads); its size is what it is refused by.
    data = sent.read() if sent.size <= files.FILE_AT_MOST else bytes(files.FILE_AT_MOST + 1)
    try:
        return data, files.accept(data).media_type
    except FileRefused as refused:
        raise ReviewRefused(str(refused)) from refused


def _keep(made: Evidence, data: bytes, media_type: str) -> None:
    try:
        keep_now(made, data, media_type)
    except (StoreUnavailable, EvidenceDamaged) as failed:
        raise ReviewRefused(str(failed)) from failed


@require_safe
@allowed(may_read)
def evidence(request: SignedIn, evidence_id: int) -> HttpResponse:
    """What it is, where it came from, its text, and the ways to its bytes.

    Pages that wait for it to be fetched ask again: 204 tells them to go on waiting.
    """
    row = get_object_or_404(
        Evidence.objects.select_related("statement", "added_by", "withdrawn_by", "article"),
        pk=evidence_id,
    )
    context = {
        "one": row,
        "is_image": row.media_type in serve.INLINE,
        "may_review": may_review(request.user),
        "job": row.jobs.order_by("-pk").first(),
    }
    asked_by = request.headers.get("HX-Target", "")
    if asked_by and row.state == State.WAITING:
        return HttpResponse(status=204)
    if asked_by == f"evidence-{row.pk}":
        return render(request, "claims/_evidence_item.html", {**context, "has_come": True})
    return render(request, "claims/evidence.html", context)


def _sent(row: Evidence, key: str, media_type: str, *, inline: bool = False) -> HttpResponse:
    if not key:
        raise Http404
    try:
        data = store.read(key)
    except (StoreUnavailable, EvidenceDamaged) as failed:
        return HttpResponse(str(failed), status=503, content_type="text/plain; charset=utf-8")
    out = serve.served(media_type, title=row.title, sha256=key[-64:], inline=inline)
    # Its own policy is stricter than that of our pages, and stands.
    return HttpResponse(data, content_type=out.content_type, headers=out.headers)


@require_safe
@allowed(may_read)
def evidence_bytes(request: SignedIn, evidence_id: int) -> HttpResponse:
    """The bytes as a file to save."""
    row = get_object_or_404(Evidence, pk=evidence_id)
    return _sent(row, row.key, row.media_type)


@require_safe
@allowed(may_read)
def evidence_image(request: SignedIn, evidence_id: int) -> HttpResponse:
    """An image to look at; nothing else is shown within a page."""
    row = get_object_or_404(Evidence, pk=evidence_id, media_type__in=serve.INLINE)
    return _sent(row, row.key, row.media_type, inline=True)


@require_safe
@allowed(may_read)
def evidence_warc(request: SignedIn, evidence_id: int) -> HttpResponse:
    """The whole exchange in which a page was fetched."""
    row = get_object_or_404(Evidence, pk=evidence_id)
    return _sent(row, row.warc_key, "application/warc")


class AgainForm(DeskForm):
    address = forms.CharField(
        label=gettext_lazy("Address of the page"),
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Give the address of the page.")},
    )


@asks_and_records
@allowed(may_review)
def evidence_again(request: SignedIn, evidence_id: int) -> HttpResponse:
    """Fetch what could not be archived again, perhaps from elsewhere."""
    row = get_object_or_404(Evidence.objects.select_related("statement"), pk=evidence_id)

    def record(form: forms.Form) -> str:
        with transaction.atomic():
            grounds.try_again(
                evidence_id=row.pk, by=request.user, address=form.cleaned_data["address"]
            )
            tasks.hint(jobs.owe_archiving(row))
        return _("It is being fetched; the page shows when it is archived.")

    given = request.POST if request.method == "POST" else None
    return act(
        request,
        AgainForm(given, initial={"address": row.address}),
        record,
        back=f"{reverse('statement', args=[row.statement_id])}#s-ev",
        title=_("Fetch it again"),
        button=_("Fetch it"),
        statement=row.statement,
        lead=row.problem,
    )


@asks_and_records
@allowed(may_review)
def evidence_withdraw(request: SignedIn, evidence_id: int) -> HttpResponse:
    """It no longer counts."""
    row = get_object_or_404(Evidence.objects.select_related("statement"), pk=evidence_id)

    def record(form: forms.Form) -> str:
        grounds.withdraw(evidence_id=row.pk, by=request.user, reason=form.cleaned_data["reason"])
        return _("The evidence is withdrawn; what rested on it is flagged.")

    return act(
        request,
        ReasonForm(request.POST if request.method == "POST" else None),
        record,
        back=reverse("statement", args=[row.statement_id]),
        title=_("Withdraw this evidence"),
        button=_("Withdraw it"),
        statement=row.statement,
        lead=row.title,
    )
