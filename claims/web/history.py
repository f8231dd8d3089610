"""What the record says about a statement, in sentences: who, when, what, from, to, why."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import (
    NO_CLAIM,
    Alarm,
    Attribution,
    Contradiction,
    Evidence,
    Finding,
    OriginJudgement,
    RecordEntry,
    Statement,
)
from claims.review.blindness import hidden_rounds, is_hidden
from claims.review.signing import name_of
from claims.sources.entries import entries_kept_back

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


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry, read."""

    row: RecordEntry
    body: dict[str, Any]
    after: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, row: RecordEntry) -> "_Told":
        body = json.loads(row.body)
        return cls(row, body, body["after"] or {}, body["before"] or {})


def lines_of(statement: Statement, person: User, before: int | None = None) -> list[Line]:
    """The newest entries, newest first; ``before`` a sequence those behind it. Up to eight queries.

    Of a finding that the reader may not see yet (claims.review.blindness) it is told that it was
    given. What was said of a source that the reader may not see is told without the reason, and
    without who said it.
    """
    rows = RecordEntry.objects.filter(statement=statement).select_related("actor")
    if before is not None:
        rows = rows.filter(sequence__lt=before)
    hidden = hidden_rounds([statement.pk], person)
    lines = []
    newest = list(rows.order_by("-sequence")[:SHOWN])
    kept_back = entries_kept_back(newest)
    for row in newest:
        told = _Told.of(row)
        if is_hidden(row, hidden):
            lines.append(_line(told, _("gave a finding, which shows when the second is given.")))
            continue
        say = SENTENCES.get(row.action)
        line = _line(told, say(told) if say else row.action, reason=told.body["reason"])
        if row.sequence in kept_back:
            line = replace(line, who=_("Somebody"), reason="")
        lines.append(line)
    return lines


def _line(told: _Told, sentence: str, reason: str = "") -> Line:
    at = timezone.localtime(datetime.fromisoformat(told.body["at"]))
    numbers = told.body["independence"]
    is_unseen = not reason and told.row.action == "finding.given"
    return Line(
        sequence=told.row.sequence,
        actor=told.row.actor_id,
        at=at,
        when=date_format(at, "j F Y, H:i"),
        who=name_of(told.row.actor),
        told=sentence,
        reason=reason,
        numbers="" if is_unseen or not numbers else numbers_said(numbers),
        hash=told.row.hash[:8],
    )


def numbers_said(numbers: dict[str, int]) -> str:
    """The origins as they stood, in words."""
    count = numbers.get("independent", 0)
    reports = numbers.get("reports", 0)
    return _("%(reports)s, %(origins)s at that time.") % {
        "reports": ngettext("%(count)d report", "%(count)d reports", reports) % {"count": reports},
        "origins": ngettext("%(count)d independent origin", "%(count)d independent origins", count)
        % {"count": count},
    }


def _status(value: object) -> str:
    if value == NO_CLAIM:
        return str(dict(Finding.VERDICTS)[NO_CLAIM])
    return str(Statement.Corroboration(str(value)).label)


def _decided(told: _Told) -> str:
    before, after = told.before["corroboration"], told.after["verdict"]
    if before == after:
        return _("found that “%(status)s” still holds.") % {"status": _status(after)}
    return _("decided: from “%(before)s” to “%(after)s”.") % {
        "before": _status(before),
        "after": _status(after),
    }


def _assigned(told: _Told) -> str:
    parts = []
    if "assignee" in told.after:
        to = User.objects.filter(pk=told.after["assignee"]).first()
        parts.append(
            _("assigned it to %(name)s") % {"name": name_of(to)}
            if to
            else _("assigned it to nobody")
        )
    if "priority" in told.after:
        label = Statement.Priority(told.after["priority"]).label
        parts.append(_("set the priority to “%(priority)s”") % {"priority": label})
    if "due" in told.after:
        due = told.after["due"]
        parts.append(
            _("set it due on %(day)s") % {"day": due} if due else _("took the due day away")
        )
    return _("; ").join(parts) + "."


def _stale(told: _Told) -> str:
    cause = str(Alarm.Cause(told.after["cause"]).label)
    return _("changed what it rests on: %(cause)s.") % {"cause": cause}


def _moved(verb: str) -> Callable[[_Told], str]:
    def say(told: _Told) -> str:
        count = len(told.after["claims"])
        return verb_of(verb) % {
            "claims": ngettext("%(count)d claim", "%(count)d claims", count) % {"count": count},
            "from": told.after["from"],
            "to": told.after["to"],
        }

    return say


def verb_of(verb: str) -> str:
    return {
        "merged": _("merged statement %(from)d into %(to)d: %(claims)s."),
        "split": _("split %(claims)s from statement %(from)d into %(to)d."),
        "undone": _("undid that: %(claims)s went back from statement %(from)d to %(to)d."),
    }[verb]


def _evidence(told: _Told) -> str:
    row = Evidence.objects.filter(pk=told.row.subject_id).first()
    return row.title if row else ""


def _linked(told: _Told) -> str:
    return _("set another source for a link of a claim’s chain.")


def _link_judged(told: _Told) -> str:
    label = Attribution.Status(told.after["status"]).label
    return _("judged an attribution: “%(status)s”.") % {"status": label}


def _origins_judged(told: _Told) -> str:
    label = OriginJudgement.Verdict(told.after["judged"]).label
    return _("judged two origins: “%(verdict)s”.") % {"verdict": label}


def _contradicted(told: _Told) -> str:
    kind = Contradiction.Kind(told.after["kind"]).label
    return _("opened a contradiction (%(kind)s) of statements %(one)d and %(other)d.") % {
        "kind": kind,
        "one": told.after["one"],
        "other": told.after["other"],
    }


def _attempted(told: _Told) -> str:
    found = _("found") if told.after["found"] else _("not found")
    return _("looked for “%(what)s” in “%(where)s”: %(found)s.") % {
        "what": told.after["looked_for"],
        "where": told.after["looked_in"],
        "found": found,
    }


SENTENCES: dict[str, Callable[[_Told], str]] = {
    "statement.taken": lambda told: _("began the review."),
    "statement.assigned": _assigned,
    "statement.decided": _decided,
    "statement.undone": lambda told: (
        _("took the decision back: “%(status)s” again.")
        % {"status": _status(told.after["corroboration"])}
    ),
    "statement.reopened": lambda told: _("opened it again."),
    "statement.broken_off": lambda told: _("broke off the review that was under way."),
    "statement.published": lambda told: (
        _("published it as “%(status)s”.") % {"status": _status(told.after["published_as"])}
    ),
    "statement.corrected": lambda told: _("worded a correction."),
    "statement.stale": _stale,
    "statement.merged": _moved("merged"),
    "statement.split": _moved("split"),
    "statement.regrouping_undone": _moved("undone"),
    "finding.given": lambda told: (
        _("found: “%(status)s”.") % {"status": _status(told.after["verdict"])}
    ),
    "finding.taken_back": lambda told: _("took the finding back."),
    "claim.dismissed": lambda told: _("set a claim aside as no claim."),
    "claim.restored": lambda told: _("took a claim back that was set aside."),
    "claim.moved": lambda told: (
        _("moved a claim to statement %(to)d.") % {"to": told.after["statement_id"]}
    ),
    "link.source_set": _linked,
    "link.judged": _link_judged,
    "origins.judged": _origins_judged,
    "contradiction.opened": _contradicted,
    "contradiction.closed": lambda told: _("closed a contradiction."),
    "evidence.added": lambda told: _("added evidence: %(title)s.") % {"title": told.after["title"]},
    "evidence.archived": lambda told: (
        _("archived evidence: %(title)s, SHA-256 %(hash)s.")
        % {"title": _evidence(told), "hash": told.after["sha256"][:16]}
    ),
    "evidence.refused": lambda told: (
        _("could not archive evidence: %(problem)s") % {"problem": told.after["problem"]}
    ),
    "evidence.tried_again": lambda told: (
        _("tried to archive it again: %(title)s.") % {"title": _evidence(told)}
    ),
    "evidence.withdrawn": lambda told: (
        _("withdrew evidence: %(title)s.") % {"title": _evidence(told)}
    ),
    "attempt.recorded": _attempted,
    "comment.written": lambda told: _("wrote a comment."),
}


def since(statement: Statement, version: int, person: User) -> list[Line]:
    """What others did since somebody opened it: each change of the version has an entry or more."""
    newest = lines_of(statement, person)
    return [line for line in newest if line.actor != person.pk][
        : max(1, statement.version - version)
    ]
