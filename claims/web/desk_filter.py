"""What the address of the queue asks for."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Claim, Statement
from claims.models.search import matching
from claims.models.statement import StatementQuerySet
from claims.review import queue
from claims.web.claim_filter import LANGUAGES, language_label
from claims.web.listing import Chip, address, there_is_none, words_of

# Of a word that stands in very many claims the newest so many are looked at.
FOUND_AT_MOST = 2000

Narrow = Callable[[User], StatementQuerySet]


@dataclass(frozen=True, slots=True)
class View:
    """A list that everybody has, by its key in the address."""

    key: str
    label: str | Promise
    narrow: Narrow
    # What an empty one says.
    empty: str | Promise


def _needing(needs: str) -> Narrow:
    return lambda person: Statement.objects.waiting().filter(needs=needs)


VIEWS = (
    View(
        "mine",
        gettext_lazy("For me now"),
        queue.for_person,
        gettext_lazy("Nothing is waiting for you."),
    ),
    View(
        "assigned",
        gettext_lazy("Assigned to me"),
        lambda person: Statement.objects.waiting().filter(assignee=person),
        gettext_lazy("Nothing is assigned to you."),
    ),
    View(
        "second",
        gettext_lazy("Waiting for a second reviewer"),
        _needing(Statement.Needs.SECOND),
        gettext_lazy("Nothing is waiting for a second reviewer."),
    ),
    View(
        "third",
        gettext_lazy("For adjudication"),
        _needing(Statement.Needs.THIRD),
        gettext_lazy("No two findings differ."),
    ),
    View(
        "contradicted",
        gettext_lazy("Contradiction open"),
        lambda person: Statement.objects.filter(open_contradictions__gt=0),
        gettext_lazy("No contradiction is open."),
    ),
    View(
        "stale",
        gettext_lazy("What it rests on has changed"),
        lambda person: Statement.objects.filter(stale_since__isnull=False),
        gettext_lazy("Nothing that was decided has become stale."),
    ),
    View(
        "desk",
        gettext_lazy("The whole desk"),
        lambda person: Statement.objects.waiting(),
        gettext_lazy("Nothing is waiting for anybody."),
    ),
    View(
        "settled",
        gettext_lazy("Settled, not published"),
        lambda person: Statement.objects.filter(work=Statement.Work.SETTLED, reports__gt=0),
        gettext_lazy("Nothing that was settled waits to be published."),
    ),
    View(
        "published",
        gettext_lazy("Published"),
        lambda person: Statement.objects.filter(work=Statement.Work.PUBLISHED),
        gettext_lazy("Nothing is published."),
    ),
)
BY_KEY = {view.key: view for view in VIEWS}
NOBODY = "nobody"  # in ?who=


@dataclass(frozen=True, slots=True)
class DeskFilter:
    """One state of the queue. What cannot be read is left out, with a sentence in ``problems``."""

    view: View = VIEWS[0]
    words: str = ""
    status: str = ""
    language: str = ""
    priority: str = ""
    who: str = ""
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict) -> "DeskFilter":
        problems: dict[str, str] = {}

        def one_of(key: str, values: list[str]) -> str:
            given = query.get(key, "").strip()
            if given and given not in values:
                problems[key] = there_is_none(given)
                return ""
            return given

        return cls(
            view=BY_KEY[one_of("view", list(BY_KEY)) or VIEWS[0].key],
            words=words_of(query.get("q", "")),
            status=one_of("status", list(Statement.Corroboration.values)),
            language=one_of("language", list(LANGUAGES)),
            priority=one_of("priority", [str(value) for value in Statement.Priority.values]),
            who=one_of("who", [NOBODY]),
            problems=problems,
        )

    def asked(self) -> dict[str, object]:
        """What the address holds, by key."""
        return {
            "view": "" if self.view is VIEWS[0] else self.view.key,
            "q": self.words,
            "status": self.status,
            "language": self.language,
            "priority": self.priority,
            "who": self.who,
        }

    def address(self) -> str:
        return address(self.asked())

    def view_address(self) -> str:
        """The list that it stands in, with all of it."""
        return DeskFilter(view=self.view).address()

    def without(self, *keys: str) -> str:
        return address({key: one for key, one in self.asked().items() if key not in keys})

    def apply(self, person: User) -> StatementQuerySet:
        """The statements that pass, in no order."""
        found = self.view.narrow(person)
        exact: dict[str, object] = {
            "corroboration": self.status,
            "language": self.language,
            "priority": self.priority,
        }
        found = found.filter(**{key: one for key, one in exact.items() if one})
        if self.who == NOBODY:
            found = found.filter(assignee=None)
        if self.words:
            claims = matching(Claim.objects.current(), self.words).order_by("-id")
            found = found.filter(
                pk__in=list(claims.values_list("statement", flat=True)[:FOUND_AT_MOST])
            )
        return found

    def chips(self) -> list[Chip]:
        """One for each filter that is set."""
        told: list[tuple[str, str, object]] = [
            ("q", _("Words"), self.words),
            ("status", _("Corroboration"), self.status and _status(self.status)),
            ("language", _("Language"), language_label(self.language)),
            ("priority", _("Priority"), self.priority and _priority(self.priority)),
            ("who", _("Assigned to"), _("Nobody") if self.who else ""),
        ]
        return [
            Chip(label, str(value), "", self.without(key)) for key, label, value in told if value
        ]


def _status(value: str) -> str:
    return str(Statement.Corroboration(value).label)


def _priority(value: str) -> str:
    return str(Statement.Priority(int(value)).label)
