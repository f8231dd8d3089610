"""What people decided about a source, a sentence each."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.models import Source, SourceDecision
from claims.web.head import language_name
from claims.web.names import Name, shown

SHOWN_AT_MOST = 50
Action = SourceDecision.Action
_OF_TWO = (Action.MERGED, Action.MERGE_UNDONE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: when, what, by whom, and why."""

    at: datetime
    sentence: str
    by: str
    reason: str
    claim: int | None  # the claim whose link was set


def history_of(source: Source, ids: list[int]) -> list[Entry]:
    """The newest first: about it, about what was merged into it, and merges that were undone."""
    decisions = list(
        SourceDecision.objects.select_related("decided_by").filter(
            Q(source__in=ids) | Q(action__in=_OF_TWO, detail__into=source.pk)
        )[:SHOWN_AT_MOST]
    )
    mentioned = {decision.source_id for decision in decisions} | {
        decision.detail["into"] for decision in decisions if decision.action in _OF_TWO
    }
    names = shown(Source.objects.filter(pk__in=mentioned))
    return [
        Entry(
            at=decision.decided_at,
            sentence=_sentence(decision, source, names),
            by=_person(decision.decided_by),
            reason=decision.reason,
            claim=decision.detail.get("claim"),
        )
        for decision in decisions
    ]


def _person(user: User | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""


def _isolated(name: object) -> str:
    """So that the direction of a name leaves the sentence around it as it is."""
    return f"\u2068{name}\u2069"


def _sentence(decision: SourceDecision, source: Source, names: dict[int, Name]) -> str:
    detail = decision.detail
    words = {
        "one": _isolated(names[decision.source_id]),
        "name": _isolated(detail.get("name", "")),
        "before": _isolated(detail.get("before", "")),
        "into": _isolated(names.get(detail.get("into", 0), "")),
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
    return str(decision.get_action_display())
