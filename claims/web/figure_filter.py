"""What the address of the figures asks for, and of whom."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.errors import InputRefused
from claims.ingest.fields import parse_language, parse_published
from claims.models import Outlet
from claims.review.figures import Asked
from claims.review.permissions import may_lead
from claims.sources.seeing import seen
from claims.web.claim_filter import language_label
from claims.web.listing import Chip, address, number, shortened
from claims.web.names import Name

DAYS = 30  # of the period where none is asked for
DAYS_AT_MOST = 731
EARLIEST = date(2000, 1, 1)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """One state of the page. What cannot be read is left out, with a sentence in ``problems``.

    ``person`` is None where the figures are of the whole desk; ``since`` and ``until`` are what was
    asked for, and ``first`` and ``last`` the period that this comes to.
    """

    leads: bool
    person: User | None
    first: date
    last: date
    since: date | None = None
    until: date | None = None
    language: str = ""
    outlet: Outlet | None = None
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict, reader: User) -> "FigureFilter":
        """Up to two queries: the outlet and the person. Raises PermissionDenied where somebody who
        does not lead asks for another one."""
        problems: dict[str, str] = {}

        def read(key: str, reader: Callable[[str], T]) -> T | None:
            given = query.get(key, "").strip()
            try:
                return reader(given) if given else None
            except InputRefused as refused:
                problems[key] = str(refused)
                return None

        leads = may_lead(reader)
        asked_for = read("person", _person if leads else _only(reader))
        today = timezone.localdate()
        found = cls(
            leads=leads,
            person=asked_for if leads else reader,
            first=today,
            last=today,
            since=read("from", _day),
            until=read("to", _day),
            language=read("language", parse_language) or "",
            outlet=read("outlet", _outlet),
            problems=problems,
        )
        return found._with_period(today)

    def _with_period(self, today: date) -> "FigureFilter":
        since, until, problems = self.since, self.until, dict(self.problems)
        if since and until and since > until:
            since = until = None
            problems["from"] = _("The first day is after the last; both are left out.")
        last = until or today
        first = since or last - timedelta(days=DAYS - 1)
        if (last - first).days >= DAYS_AT_MOST:
            problems["from"] = _("The period is longer than two years; its last two are shown.")
            first = last - timedelta(days=DAYS_AT_MOST - 1)
        return replace(self, since=since, until=until, first=first, last=last, problems=problems)

    def asked(self) -> Asked:
        return Asked(
            since=self.first,
            until=self.last,
            language=self.language,
            outlet=self.outlet.pk if self.outlet else None,
            person=self.person.pk if self.person else None,
        )

    def pairs(self) -> dict[str, object]:
        """What the address holds, by key."""
        return {
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
            "language": self.language,
            "outlet": self.outlet.pk if self.outlet else None,
            "person": self.person.pk if self.person and self.leads else None,
        }

    def address(self) -> str:
        return address(self.pairs())

    def chips(self, names: dict[int, Name]) -> list[Chip]:
        """One for each filter that is set; ``names`` by the ids of outlets' sources."""
        day = "j F Y"
        outlet = names[self.outlet.source_id] if self.outlet else None
        told: list[tuple[str, str, object, str]] = [
            ("from", _("From"), self.since and date_format(self.since, day), ""),
            ("to", _("To"), self.until and date_format(self.until, day), ""),
            ("language", _("Language"), language_label(self.language), ""),
            ("outlet", _("Outlet"), outlet, outlet.language if outlet else ""),
            ("person", _("Person"), self.person and self.leads and name_of(self.person), ""),
        ]
        held = self.pairs()
        return [
            Chip(
                label,
                str(value),
                language,
                address({other: one for other, one in held.items() if other != key}),
            )
            for key, label, value, language in told
            if value
        ]


def name_of(person: User) -> str:
    return person.get_full_name() or person.get_username()


def _none(given: str) -> str:
    return _("There is no “%(given)s” here; the figures are shown without this filter.") % {
        "given": shortened(given)
    }


def _person(given: str) -> User:
    person = User.objects.filter(pk=number(given) or 0).first()
    if person is None:
        raise InputRefused(_none(given))
    return person


def _only(reader: User) -> Callable[[str], User]:
    """Nobody but who reads; whether there is somebody else of this number is not told."""

    def read(given: str) -> User:
        if number(given) is None:
            raise InputRefused(_none(given))
        if number(given) != reader.pk:
            raise PermissionDenied
        return reader

    return read


def _outlet(given: str) -> Outlet:
    outlet = seen(Outlet.objects.filter(pk=number(given) or 0), "source__").first()
    if outlet is None:
        raise InputRefused(_none(given))
    return outlet


def _day(given: str) -> date | None:
    day = parse_published(given)
    if day is not None and not EARLIEST <= day <= timezone.localdate():
        raise InputRefused(
            _("%(given)s is before 2000 or still to come; choose a day from 2000 to today.")
            % {"given": shortened(given)}
        )
    return day
