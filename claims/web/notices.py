"""What one was told: the page of it, how one wants to be told, and the number in the top bar.

Opening a statement reads what was told about it, however one got there: the page itself says so
with a POST once it stands, for a GET may be a browser that only fetches ahead.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.errors import ReviewRefused
from claims.models import Notice, NoticeChoice, Statement
from claims.review.notices import choose, read, unread, ways_of
from claims.review.permissions import may_read
from claims.review.signing import name_of
from claims.web.access import HtmxRequest, SignedIn, allowed
from claims.web.desk import ago
from claims.web.listing import Option, leaf, number, options

UNREAD_AT_MOST = 99


@dataclass(frozen=True, slots=True)
class Unread:
    """How many notices are unread, told exactly up to UNREAD_AT_MOST."""

    number: int

    def __str__(self) -> str:
        # The mark keeps the plus behind its digits in Arabic too.
        capped = self.number > UNREAD_AT_MOST
        return f"{UNREAD_AT_MOST}+\u200e" if capped else str(self.number)

    @property
    def words(self) -> str:
        if self.number > UNREAD_AT_MOST:
            return _("Notices, more than %(count)d unread") % {"count": UNREAD_AT_MOST}
        return ngettext("Notices, %(count)d unread", "Notices, %(count)d unread", self.number) % {
            "count": self.number
        }

    @property
    def unread_words(self) -> str:
        """For the page of the notices itself."""
        if self.number > UNREAD_AT_MOST:
            return _("More than %(count)d unread") % {"count": UNREAD_AT_MOST}
        return ngettext("%(count)d unread", "%(count)d unread", self.number) % {
            "count": self.number
        }


def for_every_page(request: HttpRequest) -> dict[str, object]:
    """``unread`` for the top bar: one query, on the pages that ask for it."""
    # The top bar asks only where somebody is signed in.
    return {"unread": SimpleLazyObject(lambda: unread_of(request.user))}  # type: ignore[arg-type]


def unread_of(person: User) -> Unread:
    return Unread(unread(person).order_by().values("pk")[: UNREAD_AT_MOST + 1].count())


@dataclass(frozen=True, slots=True)
class Line:
    """One notice, worded."""

    sentence: str
    address: str
    age: str
    at: datetime
    is_unread: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of thing, and the ways in which one may be told of it."""

    kind: str
    label: str
    ways: list[Option]


@require_safe
@allowed(may_read)
def notices(request: SignedIn) -> HttpResponse:
    """What one was told, newest first, and how one wants to be told."""
    page = leaf(
        Notice.objects.filter(person=request.user).select_related("by"),
        {},
        request.GET.get("after", ""),
        request.GET.get("before", ""),
    )
    context = {
        "page": page,
        "lines": _lines(page.rows),
        "newest": Notice.objects.filter(person=request.user).values_list("pk", flat=True).first(),
        "choices": _choices(request.user),
        "sends_mail": settings.SENDS_MAIL,
    }
    return render(request, "claims/notices.html", context)


def _lines(rows: list[Notice]) -> list[Line]:
    now = timezone.now()
    return [
        Line(
            sentence=sentence_of(notice),
            address=reverse("statement", args=[notice.statement_id]),
            age=ago(notice.told_at, now),
            at=notice.told_at,
            is_unread=notice.read_at is None,
        )
        for notice in rows
    ]


def sentence_of(notice: Notice) -> str:
    """Who did what. Of findings that others are to give blind it names nobody."""
    told = {
        Notice.Kind.ASSIGNED: _("%(name)s assigned statement %(number)d to you."),
        Notice.Kind.MENTIONED: _("%(name)s mentioned you on statement %(number)d."),
        Notice.Kind.SECOND: _("Statement %(number)d waits for a second reviewer."),
        Notice.Kind.THIRD: _("Two findings on statement %(number)d differ: a third decides."),
        Notice.Kind.DECIDED: _("%(name)s decided statement %(number)d, which you signed."),
        Notice.Kind.STALE: _("What your decision on statement %(number)d rests on has changed."),
    }[Notice.Kind(notice.kind)]
    # Isolated: a name of one script moves nothing in a sentence of the other.
    return told % {"name": f"\u2068{name_of(notice.by)}\u2069", "number": notice.statement_id}


def _choices(person: User) -> list[Choice]:
    chosen = ways_of(person)
    return [
        Choice(kind, str(label), options(NoticeChoice.Way.choices, chosen[kind]))
        for kind, label in Notice.Kind.choices
    ]


@require_POST
@allowed(may_read)
def notices_read(request: SignedIn) -> HttpResponse:
    """All that stood on the page when it was opened, and all before that, is read."""
    count = read(person=request.user, up_to=number(request.POST.get("up_to", "")) or 0)
    messages.success(
        request,
        ngettext(
            "%(count)d notice is marked as read.", "%(count)d notices are marked as read.", count
        )
        % {"count": count},
    )
    return HttpResponseRedirect(reverse("notices"))


@require_POST
@allowed(may_read)
def statement_seen(request: HtmxRequest, statement_id: int) -> HttpResponse:
    """What one was told about this statement is read. For htmx, the number in the top bar."""
    row = get_object_or_404(Statement, pk=statement_id)
    read(person=request.user, up_to=number(request.POST.get("up_to", "")) or 0, about=row)
    if request.htmx:
        return render(request, "claims/_unread.html", {"swapped": True})
    return HttpResponseRedirect(reverse("statement", args=[row.pk]))


@require_POST
@allowed(may_read)
def notices_choose(request: SignedIn) -> HttpResponse:
    """Keep how one wants to be told of each kind."""
    given = {kind: request.POST.get(kind, "") for kind in Notice.Kind.values}
    try:
        choose(
            person=request.user,
            ways=given,
            language=get_language() or settings.LANGUAGE_CODE,
        )
        messages.success(request, _("Your choices are kept."))
    except ReviewRefused as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(reverse("notices"))
