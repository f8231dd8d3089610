"""What an entry of the record says, as the rest of a sentence that begins with who did it."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.models import (
    NO_CLAIM,
    ArticleVersion,
    Attribution,
    Claim,
    Contradiction,
    Evidence,
    Finding,
    OriginJudgement,
    RecordEntry,
    Source,
    Statement,
)
from claims.models.alarm import cause_told
from claims.review.signing import name_of
from claims.sources.entries import AMENDED
from claims.web.names import Name, hidden_name, shown
from claims.web.roles import ROLE_NAMES

# Of longer words of a claim so many characters are shown.
WORDS_AT_MOST = 120


@dataclass(frozen=True, slots=True)
class Told:
    """An entry, read; ``names`` are those of the sources that it mentions, or of none where the
    reader may not know one of them. ``text`` is that of the claim that was set right."""

    row: RecordEntry
    body: Mapping[str, Any]
    names: Mapping[int, Name]
    text: str = ""

    @property
    def after(self) -> Mapping[str, Any]:
        return self.body["after"] or {}

    @property
    def before(self) -> Mapping[str, Any]:
        return self.body["before"] or {}

    def source(self, pk: int | None) -> str:
        """Its name, kept from turning the sentence around it."""
        return f"\u2068{self.names.get(pk or 0, hidden_name())}\u2069"


def read(rows: Iterable[RecordEntry]) -> list[Told]:
    """Up to four queries, for the names of sources and the words of claims."""
    bodies = [(row, json.loads(row.body)) for row in rows]
    mentioned = {pk for row, body in bodies for pk in _mentioned(row, body)}
    names = shown(Source.objects.filter(pk__in=mentioned)) if mentioned else {}
    texts = _texts({row.subject_id for row, _body in bodies if row.action in AMENDED})
    return [
        Told(row, body, names, texts.get(row.subject_id, "") if row.action in AMENDED else "")
        for row, body in bodies
    ]


def _texts(claims: set[int]) -> dict[int, str]:
    """The text that each of the claims stands in; each text is loaded once."""
    if not claims:
        return {}
    versions = dict(Claim.objects.filter(pk__in=claims).values_list("pk", "version"))
    texts = dict(
        ArticleVersion.objects.filter(pk__in=set(versions.values())).values_list("pk", "text")
    )
    return {claim: texts[version] for claim, version in versions.items()}


def _mentioned(row: RecordEntry, body: Mapping[str, Any]) -> set[int]:
    sides = (body["before"] or {}, body["after"] or {})
    if row.action == "origins.judged":
        return {sides[1]["one"], sides[1]["other"]}
    if row.action == "link.source_set":
        return {side["source_id"] for side in sides} - {None}
    return set()


def said(told: Told) -> str:
    """The sentence; of an action that has none, its name."""
    say = SENTENCES.get(told.row.action)
    return say(told) if say else told.row.action


def _status(value: object) -> str:
    if value == NO_CLAIM:
        return str(dict(Finding.VERDICTS)[NO_CLAIM])
    return str(Statement.Corroboration(str(value)).label)


def _decided(told: Told) -> str:
    before, after = told.before["corroboration"], told.after["verdict"]
    if before == after:
        return _("found that “%(status)s” still holds.") % {"status": _status(after)}
    return _("decided: from “%(before)s” to “%(after)s”.") % {
        "before": _status(before),
        "after": _status(after),
    }


def _assigned(told: Told) -> str:
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
        day = date_format(date.fromisoformat(due), "j F Y") if due else ""
        parts.append(
            _("set it due on %(day)s") % {"day": day} if due else _("took the due day away")
        )
    return _("; ").join(parts) + "."


def _stale(told: Told) -> str:
    cause = cause_told(told.after["cause"], told.after)
    return _("changed what it rests on: %(cause)s.") % {"cause": cause}


def _moved(verb: str) -> Callable[[Told], str]:
    def say(told: Told) -> str:
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


def _evidence(told: Told) -> str:
    row = Evidence.objects.filter(pk=told.row.subject_id).first()
    return row.title if row else ""


def _linked(told: Told) -> str:
    words = {
        "before": told.source(told.before["source_id"]),
        "after": told.source(told.after["source_id"]),
    }
    if not told.names:
        return _("set another source for a link of a claim’s chain.")
    if told.before["source_id"] is None:
        return _("set the source of a link of a claim’s chain: %(after)s.") % words
    return (
        _("set another source for a link of a claim’s chain: %(after)s instead of %(before)s.")
        % words
    )


def _link_judged(told: Told) -> str:
    return _("judged an attribution: from “%(before)s” to “%(after)s”.") % {
        "before": Attribution.Status(told.before["status"]).label,
        "after": Attribution.Status(told.after["status"]).label,
    }


def _origins_judged(told: Told) -> str:
    label = OriginJudgement.Verdict(told.after["judged"]).label
    if not told.names:
        return _("judged two origins: “%(verdict)s”.") % {"verdict": label}
    return _("judged two origins, %(one)s and %(other)s: “%(verdict)s”.") % {
        "one": told.source(told.after["one"]),
        "other": told.source(told.after["other"]),
        "verdict": label,
    }


def _contradicted(told: Told) -> str:
    kind = Contradiction.Kind(told.after["kind"]).label
    return _("opened a contradiction (%(kind)s) of statements %(one)d and %(other)d.") % {
        "kind": kind,
        "one": told.after["one"],
        "other": told.after["other"],
    }


def _attempted(told: Told) -> str:
    found = _("found") if told.after["found"] else _("not found")
    return _("looked for “%(what)s” in “%(where)s”: %(found)s.") % {
        "what": told.after["looked_for"],
        "where": told.after["looked_in"],
        "found": found,
    }


def _roles(told: Told) -> str:
    def named(roles: list[str]) -> str:
        return _(", ").join(str(ROLE_NAMES.get(role, role)) for role in roles) or _("none")

    return _("changed the roles: from %(before)s to %(after)s.") % {
        "before": named(told.before["roles"]),
        "after": named(told.after["roles"]),
    }


_FACTORS = {
    "person.second_factor_added": {
        "app": gettext_lazy("set up an app that shows codes."),
        "passkey": gettext_lazy("added a passkey."),
    },
    "person.second_factor_removed": {
        "app": gettext_lazy("removed the app that shows codes."),
        "passkey": gettext_lazy("removed a passkey."),
    },
}


def _factor(told: Told) -> str:
    return str(_FACTORS[told.row.action][told.after["kind"]])


_CHANGES = {
    "content": gettext_lazy("its words"),
    "kind": gettext_lazy("its kind"),
    "modality": gettext_lazy("its modality"),
    "cue": gettext_lazy("its cue"),
    "chain": gettext_lazy("its source"),
}


def _words(told: Told, value: Mapping[str, Any]) -> str:
    """What a claim stood or stands on, kept from turning the sentence around it."""
    start, end = value["content"]
    words = told.text[start:end]
    return f"\u2068{words if len(words) <= WORDS_AT_MOST else words[:WORDS_AT_MOST] + '…'}\u2069"


def _amended(told: Told) -> str:
    changes = told.after["changes"]
    named = _(", ").join(str(_CHANGES[one]) for one in changes)
    if "content" not in changes:
        return _("set a claim right: %(changes)s.") % {"changes": named}
    return _("set a claim right (%(changes)s): “%(after)s” instead of “%(before)s”.") % {
        "changes": named,
        "before": _words(told, told.before["value"]),
        "after": _words(told, told.after["value"]),
    }


def _marked(told: Told) -> str:
    return _("marked a claim: “%(words)s”.") % {"words": _words(told, told.after["value"])}


def _split(told: Told) -> str:
    return _("split a claim: “%(words)s” and what follows it.") % {
        "words": _words(told, told.after["value"])
    }


def _joined(told: Told) -> str:
    return _("joined two claims: “%(words)s”.") % {"words": _words(told, told.after["value"])}


SENTENCES: dict[str, Callable[[Told], str]] = {
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
    "claim.accepted": lambda told: _("accepted what the second reader proposed as a claim."),
    "claim.restored": lambda told: _("took a claim back that was set aside."),
    "claim.changed": _amended,
    "claim.added": _marked,
    "claim.split": _split,
    "claim.joined": _joined,
    "text.checked": lambda told: _("went through the whole text and found it right."),
    "text.taken_back": lambda told: _("took back that the text is checked."),
    "link.removed": lambda told: _("took a link out of a claim’s chain."),
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
    "person.added": lambda told: _("opened the account."),
    "person.details_changed": lambda told: _("changed name or address."),
    "person.roles_changed": _roles,
    "person.deactivated": lambda told: _("closed the account."),
    "person.reactivated": lambda told: _("opened the account again."),
    "person.password_changed": lambda told: _("chose a new password."),
    "person.password_reset": lambda told: _("made a new password."),
    "person.second_factor_added": _factor,
    "person.second_factor_removed": _factor,
    "person.second_factor_reset": lambda told: _("reset the second factor."),
    "person.recovery_codes_renewed": lambda told: _("made new recovery codes."),
    "person.token_made": lambda told: (
        _("made a token for programs: %(name)s.") % {"name": told.after["token"]}
    ),
    "person.token_revoked": lambda told: (
        _("took the token for programs away: %(name)s.") % {"name": told.before["token"]}
    ),
}
