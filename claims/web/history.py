"""The history of things: who did what to them, when, and why, as the record has it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import RecordEntry, Statement
from claims.review.blindness import hidden_rounds, is_hidden
from claims.review.signing import name_of
from claims.sources.entries import entries_kept_back
from claims.web.sentences import Told, read, said

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. ``words`` is what somebody wrote; ``numbers`` the origins as they stood."""

    sequence: int
    actor: int | None
    at: datetime
    when: str
    who: str
    told: str
    reason: str
    numbers: str
    hash: str


def lines_of(statement: Statement, person: User, before: int | None = None) -> list[Line]:
    """The newest entries, newest first; ``before`` a sequence those behind it. Up to ten queries.

    Of a finding that the reader may not see yet (claims.review.blindness) it is told that it was
    given. What was said of a source that the reader may not see is told without the reason, and
    without who said it.
    """
    newest = _newest(RecordEntry.objects.filter(statement=statement), before)
    hidden = hidden_rounds([statement.pk], person)
    kept_back = entries_kept_back(newest)
    lines = []
    for told in read(newest):
        if is_hidden(told.row, hidden):
            unseen = _("gave a finding that is not shown yet: the second one is given blind.")
            lines.append(_line(told, unseen, is_unseen=True))
        elif told.row.sequence in kept_back:
            unnamed = said(replace(told, names={}))
            lines.append(replace(_line(told, unnamed), who=_("Somebody"), reason=""))
        else:
            lines.append(_line(told, said(told)))
    return lines


def lines_about(person: User, before: int | None = None) -> list[Line]:
    """What was done to a person's account, newest first. Two queries."""
    entries = RecordEntry.objects.filter(subject_type="person", subject_id=person.pk)
    return [_line(told, said(told)) for told in read(_newest(entries, before))]


def _newest(entries: "QuerySet[RecordEntry]", before: int | None) -> list[RecordEntry]:
    if before is not None:
        entries = entries.filter(sequence__lt=before)
    return list(entries.select_related("actor").order_by("-sequence")[:SHOWN])


def _line(told: Told, sentence: str, *, is_unseen: bool = False) -> Line:
    at = timezone.localtime(datetime.fromisoformat(told.body["at"]))
    numbers = told.body["independence"]
    return Line(
        sequence=told.row.sequence,
        actor=told.row.actor_id,
        at=at,
        when=date_format(at, _("j F Y, H:i")),
        who=name_of(told.row.actor),
        told=sentence,
        reason="" if is_unseen else told.body["reason"],
        numbers="" if is_unseen or not numbers else numbers_said(numbers),
        hash=told.row.hash[:8],
    )


def numbers_said(numbers: dict[str, int]) -> str:
    """The origins as they stood, in words."""
    return _("%(counted)s at that time.") % {"counted": _counted(numbers)}


def changed_said(before: dict[str, int], after: dict[str, int]) -> str:
    """How the origins changed, in words."""
    if _counted(before) == _counted(after):
        return _("As before, %(counted)s.") % {"counted": _counted(after)}
    return _("Now %(after)s; before, %(before)s.") % {
        "after": _counted(after),
        "before": _counted(before),
    }


def _counted(numbers: dict[str, int]) -> str:
    count, reports = numbers.get("independent", 0), numbers.get("reports", 0)
    return _("%(reports)s, %(origins)s") % {
        "reports": ngettext("%(count)d report", "%(count)d reports", reports) % {"count": reports},
        "origins": ngettext("%(count)d independent origin", "%(count)d independent origins", count)
        % {"count": count},
    }


def since(statement: Statement, version: int, person: User) -> list[Line]:
    """What others did since somebody opened it: each change of the version has an entry or more."""
    newest = lines_of(statement, person)
    return [line for line in newest if line.actor != person.pk][
        : max(1, statement.version - version)
    ]
