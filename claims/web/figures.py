"""The desk's figures: people see their own, and who leads sees everybody's."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.models import Decision, Finding, Grade, LinkJudgement, Outlet
from claims.review.permissions import may_read
from claims.sources.seeing import seen
from claims.web import figure_parts as parts
from claims.web.access import allowed
from claims.web.claim_filter import LANGUAGES, language_label
from claims.web.figure_filter import FigureFilter, name_of
from claims.web.listing import ListRequest, Option, finished, options, swapped
from claims.web.names import Name, shown


@require_safe
@allowed(may_read)
def figures(request: ListRequest) -> HttpResponse:
    """The whole page; for htmx only the figures with their filters."""
    wanted = FigureFilter.of(request.GET, request.user)
    template = "claims/_figures.html" if swapped(request) else "claims/figures.html"
    return finished(request, render(request, template, _context(wanted)), wanted.address())


def _context(wanted: FigureFilter) -> dict:
    people = {person.pk: name_of(person) for person in _people()}
    outlets = list(seen(Outlet.objects.select_related("source"), "source__"))
    names = shown(outlet.source for outlet in outlets)
    told = _told(wanted, people)
    whose = _whose(wanted)
    period = _("%(first)s to %(last)s") % {
        "first": date_format(wanted.first, "j F Y"),
        "last": date_format(wanted.last, "j F Y"),
    }
    return {
        "wanted": wanted,
        "problems": wanted.problems,
        "chips": wanted.chips(names),
        "choices": _choices(wanted, people, outlets, names),
        "whose": whose,
        "period": period,
        "said": f"{whose}, {period}",
        "figures": told,
        "anything": any(not one.is_empty for one in told),
    }


def _told(wanted: FigureFilter, people: dict[int, str]) -> list[parts.Figure]:
    asked, now = wanted.asked(), timezone.now()
    return [
        parts.done(asked),
        parts.took(asked),
        *parts.waits(asked, now),
        *parts.agreement(asked, people),
        *parts.overturned(asked),
    ]


def _people() -> Iterable[User]:
    """Everybody who ever found, decided, judged or graded something."""
    pk = OuterRef("pk")
    return User.objects.filter(
        Q(Exists(Finding.objects.filter(reviewer=pk)))
        | Q(Exists(Decision.objects.filter(decided_by=pk)))
        | Q(Exists(LinkJudgement.objects.filter(judged_by=pk)))
        | Q(Exists(Grade.objects.filter(graded_by=pk)))
    )


def _whose(wanted: FigureFilter) -> str:
    if not wanted.leads:
        return _("Your own figures")
    if wanted.person is None:
        return _("Figures of the whole desk")
    return _("Figures of %(name)s") % {"name": name_of(wanted.person)}


def _choices(
    wanted: FigureFilter, people: dict[int, str], outlets: list[Outlet], names: dict[int, Name]
) -> dict[str, list[Option]]:
    languages = dict.fromkeys((*LANGUAGES, wanted.language))
    of_outlets = ((one.pk, names[one.source_id]) for one in outlets)
    chosen = wanted.person
    if chosen is not None:
        people = {**people, chosen.pk: name_of(chosen)}
    return {
        "languages": options(
            ((code, language_label(code)) for code in languages if code), wanted.language
        ),
        "outlets": _sorted(options(of_outlets, wanted.outlet.pk if wanted.outlet else None)),
        "people": _sorted(options(people.items(), chosen.pk if chosen else None))
        if wanted.leads
        else [],
    }


def _sorted(choices: list[Option]) -> list[Option]:
    return sorted(choices, key=lambda option: option.label.casefold())
