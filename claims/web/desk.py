"""The queue: what waits to be decided, most urgent first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Min
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from claims.models import Alarm, Claim, SavedView, Statement
from claims.models.alarm import cause_told
from claims.review import queue, views
from claims.review.permissions import may_lead, may_read, may_review
from claims.review.signing import name_of
from claims.web.access import SignedIn, allowed
from claims.web.claim_filter import LANGUAGES
from claims.web.claims import ClaimRow, rows_of
from claims.web.desk_filter import VIEWS, DeskFilter
from claims.web.head import language_name
from claims.web.listing import Count, ListRequest, counted, finished, leaf, options, swapped

MOST_URGENT_FIRST = ("rank", "id")


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One line of the queue, worded."""

    statement: Statement
    address: str
    claim: ClaimRow | None
    status: str
    status_label: str
    numbers: str
    is_stale: bool
    why: str
    age: str
    whose: str


@dataclass(frozen=True, slots=True)
class ViewLink:
    label: str
    address: str
    count: Count | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class SavedLink:
    """A list that was kept, as it is to be asked for now."""

    view: SavedView
    filter: DeskFilter
    chosen: bool


@require_safe
@allowed(may_read)
def desk(request: ListRequest) -> HttpResponse:
    """The whole page; for htmx only the list with its filters."""
    wanted = DeskFilter.of(request.GET)
    asked = wanted.asked()
    found = wanted.apply(request.user)
    page = leaf(
        found.select_related("assignee", "held_by"),
        asked,
        request.GET.get("after", ""),
        request.GET.get("before", ""),
        order=MOST_URGENT_FIRST,
    )
    count = counted(found)
    context = {
        "wanted": wanted,
        "problems": {**wanted.problems, **({"page": page.problem} if page.problem else {})},
        "chips": wanted.chips(),
        "choices": _choices(wanted),
        "page": page,
        "rows": desk_rows(page.rows),
        "count": count,
        "said": _said(count),
        "may_review": may_review(request.user),
        "may_lead": may_lead(request.user),
    }
    if swapped(request):
        return finished(
            request, render(request, "claims/_desk_list.html", context), wanted.address()
        )
    saved = saved_links(request.user, wanted)
    context |= {
        "saved": saved,
        "views": _views(request.user, wanted, is_open=not any(one.chosen for one in saved)),
    }
    return finished(request, render(request, "claims/desk.html", context), wanted.address())


def _said(count: Count) -> str:
    return ngettext("%(count)s statement", "%(count)s statements", count.number) % {"count": count}


def _choices(wanted: DeskFilter) -> dict[str, object]:
    return {
        "statuses": options(Statement.Corroboration.choices, wanted.status),
        "languages": options(((code, language_name(code)) for code in LANGUAGES), wanted.language),
        "priorities": options(
            ((str(value), label) for value, label in Statement.Priority.choices), wanted.priority
        ),
    }


def _views(person: User, wanted: DeskFilter, *, is_open: bool) -> list[ViewLink]:
    return [
        ViewLink(
            label=str(view.label),
            address=DeskFilter(view=view).address(),
            count=counted(view.narrow(person)),
            chosen=is_open and view is wanted.view,
        )
        for view in VIEWS
    ]


def saved_links(person: User, wanted: DeskFilter | None = None) -> list[SavedLink]:
    """One's own lists and the desk's, by name; the one that is ``wanted`` is open. One query."""
    found = []
    for view in views.open_to(person).select_related("owner"):
        kept = DeskFilter.of(QueryDict(view.query))
        is_open = wanted is not None and kept.asked() == wanted.asked()
        found.append(SavedLink(view, kept, is_open))
    return found


def desk_rows(statements: list[Statement]) -> list[DeskRow]:
    """Lines of statements whose assignee and holder are loaded. About eight queries."""
    claims = first_claims(statement.pk for statement in statements)
    worded = dict(zip(claims, rows_of(list(claims.values())), strict=True))
    alarms = _alarms([one.pk for one in statements if one.is_stale])
    now = timezone.now()
    return [
        DeskRow(
            statement=one,
            address=reverse("statement", args=[one.pk]),
            claim=worded.get(one.pk),
            status=one.corroboration,
            status_label=str(one.get_corroboration_display()),
            numbers=ngettext("%(count)d report", "%(count)d reports", one.reports)
            % {"count": one.reports},
            is_stale=one.is_stale,
            why=_why(one, claims.get(one.pk), alarms[one.pk]),
            age=ago(one.created_at, now),
            whose=_whose(one, now),
        )
        for one in statements
    ]


def first_claims(ids: Iterable[int]) -> dict[int, Claim]:
    """The first of the current claims of each statement, by the statement. Four queries."""
    firsts = (
        Claim.objects.current()
        .filter(statement__in=list(ids))
        .order_by()
        .values_list("statement")
        .annotate(Min("pk"))
    )
    rows = Claim.objects.filter(pk__in=[pk for _, pk in firsts]).for_list()
    return {claim.statement_id: claim for claim in rows}


def _alarms(ids: list[int]) -> dict[int, list[str]]:
    """The causes of what is stale, newest first, each once."""
    found: dict[int, list[str]] = defaultdict(list)
    if ids:
        rows = Alarm.objects.filter(statement__in=ids, settled_by=None).order_by("-id")
        for statement, cause, detail in rows.values_list("statement", "cause", "detail"):
            label = cause_told(cause, detail)
            if label not in found[statement]:
                found[statement].append(label)
    return found


def _why(statement: Statement, claim: Claim | None, alarms: list[str]) -> str:
    """Why it is here: what a reviewer decides by, not a score."""
    told = list(alarms)
    if statement.open_contradictions:
        told.append(
            ngettext(
                "%(count)d open contradiction",
                "%(count)d open contradictions",
                statement.open_contradictions,
            )
            % {"count": statement.open_contradictions}
        )
    if statement.needs == Statement.Needs.SECOND:
        told.append(_("One finding is given; a second person is needed"))
    elif statement.needs == Statement.Needs.THIRD:
        told.append(_("Two findings differ"))
    elif statement.work == Statement.Work.REOPENED:
        told.append(_("Opened again"))
    if statement.due:
        told.append(_("due %(day)s") % {"day": date_format(statement.due, "j F")})
    if statement.priority > Statement.Priority.NORMAL:
        told.append(str(statement.get_priority_display()))
    if not told and claim is not None and statement.needs:
        told.append(_new(claim))
    return _(", ").join(told)


def _new(claim: Claim) -> str:
    if claim.modality == Claim.Modality.FUTURE:
        return _("New; expected, perhaps not checkable")
    if claim.modality == Claim.Modality.HEDGED:
        return _("New; the report itself is cautious")
    return pgettext("statement", "New")


def ago(then: datetime, now: datetime) -> str:
    """Minutes and hours under a day, then the day."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return npgettext("age", "%(count)d minute", "%(count)d minutes", minutes) % {
            "count": minutes
        }
    if minutes < 24 * 60:
        hours = minutes // 60
        return npgettext("age", "%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return date_format(timezone.localtime(then), "j F")


def _whose(statement: Statement, now: datetime) -> str:
    if statement.held_by is not None and statement.held_until and statement.held_until > now:
        return _("with %(name)s") % {"name": name_of(statement.held_by)}
    return name_of(statement.assignee) if statement.assignee else _("nobody")


@require_POST
@allowed(may_review)
def desk_next(request: SignedIn) -> HttpResponse:
    """Hand out the most urgent statement that is mine to do."""
    found = queue.next_for(request.user)
    if found is None:
        messages.success(request, _("Nothing is waiting for you."))
        return HttpResponseRedirect(reverse("desk"))
    return HttpResponseRedirect(reverse("statement", args=[found.pk]))
