"""What people decided about a source, a sentence each."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.models import Source, SourceDecision
from claims.sources.seeing import seen_decisions
from claims.web.head import language_name
from claims.web.names import Name, shown

SHOWN_AT_MOST = 50
Action = SourceDecision.Action
_OF_TWO = (Action.MERGED, Action.MERGE_UNDONE)
_ON_PEOPLE = (Action.PROTECTED, Action.GRANTED, Action.REVOKED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: when, what, by whom, and why."""

    at: datetime
    sentence: str
    by: str
    reason: str
    claim: int | None  # the claim whose link was set


def history_of(source: Source, ids: list[int]) -> list[Entry]:
    """The newest first: about it, about what was merged into it, and merges that were undone.

    Without those that name a source which the reader may not see.
    """
    decisions = list(
        seen_decisions(
            SourceDecision.objects.select_related("decided_by").filter(
                Q(source__in=ids) | Q(action__in=_OF_TWO, detail__into=source.pk)
            )
        )[:SHOWN_AT_MOST]
    )
    mentioned = {decision.source_id for decision in decisions} | {
        decision.detail["into"] for decision in decisions if decision.action in _OF_TWO
    }
    names = shown(Source.objects.filter(pk__in=mentioned))
    people = _people(decisions)
    return [
        Entry(
            at=decision.decided_at,
            sentence=_sentence(decision, source, names, people),
            by=person_name(decision.decided_by),
            reason=decision.reason,
            claim=decision.detail.get("claim"),
        )
        for decision in decisions
    ]


def person_name(user: User | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""


def _people(decisions: list[SourceDecision]) -> dict[int, str]:
    """For each decision on who sees the source: whom it names. One query, if there is any."""
    told = {
        decision.pk: decision.detail.get("people", [decision.detail.get("person")])
        for decision in decisions
        if decision.action in _ON_PEOPLE
    }
    found = User.objects.in_bulk({pk for ids in told.values() for pk in ids}) if told else {}
    return {
        pk: _(", ").join(_isolated(person_name(found.get(one))) for one in ids)
        for pk, ids in told.items()
    }


def _isolated(name: object) -> str:
    """So that the direction of a name leaves the sentence around it as it is."""
    return f"\u2068{name}\u2069"


def _sentence(
    decision: SourceDecision, source: Source, names: dict[int, Name], people: dict[int, str]
) -> str:
    detail = decision.detail
    words = {
        "one": _isolated(names[decision.source_id]),
        "name": _isolated(detail.get("name", "")),
        "before": _isolated(detail.get("before", "")),
        "into": _isolated(names.get(detail.get("into", 0), "")),
        "people": people.get(decision.pk, ""),
    }
    own = decision.source_id == source.pk
    match decision.action:
        case Action.CONFIRMED:
            return _("Taken into the registry as “%(name)s”.") % words
        case Action.RENAMED if detail.get("before"):
            words["language"] = language_name(detail["language"])
            return _("Renamed from “%(before)s” to “%(name)s” (%(language)s).") % words
        case Action.RENAMED:
            words["language"] = language_name(detail["language"])
            return _("Named “%(name)s” (%(language)s).") % words
        case Action.MERGED if own:
            return _("Merged into “%(into)s”.") % words
        case Action.MERGED:
            return _("“%(one)s” was merged into this.") % words
        case Action.MERGE_UNDONE if own:
            return _("The merge into “%(into)s” was undone.") % words
        case Action.MERGE_UNDONE:
            return _("The merge of “%(one)s” into this was undone.") % words
        case Action.PROTECTED:
            return _("Protected; named for it: %(people)s.") % words
        case Action.GRANTED:
            return _("Named for it as well: %(people)s.") % words
        case Action.REVOKED:
            return _("No longer named for it: %(people)s.") % words
        case Action.UNPROTECTED:
            return _("The protection was ended.")
    return str(decision.get_action_display())
