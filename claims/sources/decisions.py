"""What people decide about sources and claims: the only way to change them.

Each decision is one transaction with a row that is never changed. Doors check who may.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.errors import SourceDecisionRefused
from claims.extraction.folding import fold_name
from claims.extraction.types import Span
from claims.models import (
    Alarm,
    Amendment,
    Attribution,
    Claim,
    ClaimDecision,
    Source,
    SourceDecision,
    SourceName,
    Statement,
)
from claims.second_reader import overlap
from claims.sources.protection import refuse_outlets, refuse_unlike
from claims.sources.reach import reached_by_merge, statements_of

NAME_AT_MOST = 300
Action = SourceDecision.Action


@transaction.atomic
def confirm(*, source: Source, name: str, kind: str, by: User, reason: str = "") -> SourceDecision:
    """Take a proposed source into the registry under this name and kind.

    What the texts called it stays one of its names. It counts as an origin from now on. Raises
    SourceDecisionRefused.
    """
    locked = _standing(source)
    if locked.is_unnamed:
        raise SourceDecisionRefused(
            _(
                "Unnamed sources have no place in the registry; if you know who it is, set the "
                "source of the claim's link."
            )
        )
    if kind not in Source.Kind.values or kind in (Source.Kind.UNNAMED_GROUP, Source.Kind.UNKNOWN):
        raise SourceDecisionRefused(_("Choose what kind of source this is."))
    if locked.state == Source.State.CONFIRMED:
        raise SourceDecisionRefused(_("This source is in the registry already."))
    before = {"name": locked.name, "kind": locked.kind}
    _show(locked, _checked(name), locked.language)
    locked.kind, locked.state = kind, Source.State.CONFIRMED
    if locked.is_protected:
        refuse_outlets([locked])
    locked.save(update_fields=["kind", "state", "name"])
    told = {"before": before, "name": locked.name, "kind": kind}
    stale = statements_of(locked.effective_ids())
    return _record(locked, Action.CONFIRMED, by, reason, stale=stale, **told)


@transaction.atomic
def rename(
    *, source: Source, name: str, by: User, language: str = "", reason: str = ""
) -> SourceDecision:
    """Show a source under another name in one language (its own if none is given).

    The name before stays a variant. Raises SourceDecisionRefused.
    """
    locked = _standing(source)
    language = language or locked.language
    new = _checked(name)
    shown = locked.names.filter(language=language, is_shown=True).first()
    old = shown.name if shown else (locked.name if language == locked.language else "")
    if new == old:
        raise SourceDecisionRefused(_("The source has this name already."))
    _show(locked, new, language)
    locked.save(update_fields=["name"])
    return _record(locked, Action.RENAMED, by, reason, language=language, before=old, name=new)


@transaction.atomic
def merge(*, source: Source, into: Source, by: User, reason: str = "") -> SourceDecision:
    """Say that two entries are one. Names and links stay where they are: it can be undone.

    Raises SourceDecisionRefused.
    """
    if source.pk == into.pk:
        raise SourceDecisionRefused(_("A source cannot be merged into itself."))
    # In the order of their ids: two merges at once wait for each other, never in a ring.
    rows = Source.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.filter(pk__in=[source.pk, into.pk])
    locked = {row.pk: row for row in rows.order_by("pk")}
    one, target = _standing_row(locked[source.pk]), locked[into.pk]
    if target.merged_into_id is not None:
        raise SourceDecisionRefused(
            _("“%(name)s” was merged into another source; choose that one.") % {"name": target.name}
        )
    if one.is_unnamed != target.is_unnamed:
        raise SourceDecisionRefused(
            _("An unnamed source and a named one cannot be merged; set the link of the claim.")
        )
    refuse_unlike(one, target)
    stale = reached_by_merge(one, target)
    one.merged_into = target
    one.save(update_fields=["merged_into"])
    return _record(one, Action.MERGED, by, reason, stale=stale, into=target.pk)


@transaction.atomic
def undo_merge(*, source: Source, by: User, reason: str = "") -> SourceDecision:
    """Let a merged source stand for itself again. Raises SourceDecisionRefused."""
    locked = Source.objects.select_for_update(of=("self",), no_key=True).get(pk=source.pk)
    if locked.merged_into_id is None:
        raise SourceDecisionRefused(_("This source is not merged into another."))
    was = Source.objects.get(pk=locked.merged_into_id)
    stale = reached_by_merge(locked, was)
    locked.merged_into = None
    locked.save(update_fields=["merged_into"])
    return _record(locked, Action.MERGE_UNDONE, by, reason, stale=stale, into=was.pk)


@transaction.atomic
def link(*, attribution: Attribution, source: Source, by: User, reason: str = "") -> SourceDecision:
    """Set which source one link of a claim's chain means; re-extraction keeps it.

    Raises SourceDecisionRefused.
    """
    target = _standing(source)
    claim = standing.locked_claim(attribution.claim_id)
    if claim.state == Claim.State.WITHDRAWN:
        raise SourceDecisionRefused(_("This claim was withdrawn by a newer reading of the text."))
    if claim.was_never_accepted:
        raise SourceDecisionRefused(_("Accept what is proposed first, and set its source then."))
    locked = Attribution.objects.select_for_update(of=("self",), no_key=True).get(pk=attribution.pk)
    if target.article_id is not None and target.article_id != claim.version.article_id:
        raise SourceDecisionRefused(_("“%(name)s” belongs to another article.") % _name(target))
    before = locked.source_id
    locked.source = target
    locked.resolved_by = Attribution.ResolvedBy.PERSON
    locked.anonymous = target.is_unnamed
    locked.decided_by = by
    locked.save(update_fields=["source", "resolved_by", "anonymous", "decided_by"])
    _touch(claim, by)
    detail = {"claim": claim.pk, "position": locked.position, "before": before}
    made = SourceDecision.objects.create(
        source=target, action=Action.LINKED, detail=detail, reason=reason.strip(), decided_by=by
    )
    rests = standing.Rests(Alarm.Cause.CHAIN, {"claim": claim.pk, "link": locked.pk})
    stale = standing.flag([claim.statement_id], rests, by)
    entry = record.Entry(
        action="link.source_set",
        subject=("link", locked.pk),
        before={"source_id": before},
        after={"source_id": target.pk},
        reason=reason.strip(),
        by=by,
        statement=claim.statement_id,
    )
    record.write(entry, *stale)
    return made


@transaction.atomic
def accept(*, claim: Claim, by: User, reason: str = "") -> ClaimDecision:
    """Take what the second reader proposes as a claim: from now on it counts like any other.

    Raises SourceDecisionRefused.
    """
    locked = standing.locked_claim(claim.pk)
    if locked.state != Claim.State.PROPOSED:
        raise SourceDecisionRefused(_("Nothing is proposed here any more."))
    _refuse_known(locked)
    # To the desk it comes now, however long it was proposed.
    alone = Statement.objects.filter(pk=locked.statement_id, reports=0)
    alone.update(created_at=timezone.now())
    return _set_state(locked, Claim.State.CURRENT, ClaimDecision.Action.ACCEPTED, by, reason)


@transaction.atomic
def dismiss(*, claim: Claim, by: User, reason: str = "") -> ClaimDecision:
    """Find that there is no claim there. Raises SourceDecisionRefused."""
    locked = standing.locked_claim(claim.pk)
    if locked.state not in (Claim.State.CURRENT, Claim.State.PROPOSED):
        raise SourceDecisionRefused(
            _("This claim no longer stands; there is nothing to set aside.")
        )
    state = Claim.State.REFUSED if locked.is_proposed else Claim.State.DISMISSED
    return _set_state(locked, state, ClaimDecision.Action.DISMISSED, by, reason)


@transaction.atomic
def restore(*, claim: Claim, by: User, reason: str = "") -> ClaimDecision:
    """Take back that there is no claim there: it stands as before, or is proposed as before.

    Raises SourceDecisionRefused.
    """
    locked = standing.locked_claim(claim.pk)
    if locked.state == Claim.State.REFUSED:
        _refuse_known(locked)
        return _set_state(locked, Claim.State.PROPOSED, ClaimDecision.Action.RESTORED, by, reason)
    if locked.state != Claim.State.DISMISSED:
        raise SourceDecisionRefused(_("This claim was not set aside."))
    _refuse_same_words(locked)
    return _set_state(locked, Claim.State.CURRENT, ClaimDecision.Action.RESTORED, by, reason)


def _refuse_known(proposal: Claim) -> None:
    """What stands as a claim by now needs no proposal; beside the outlet's own words it may stand,
    but not on the very same."""
    _refuse_same_words(proposal)
    place = Span(proposal.start, proposal.end)
    said = Claim.objects.current().filter(version=proposal.version_id)
    for other in said.exclude(kind=Claim.Kind.NARRATION).only("number", "start", "end"):
        if overlap(place, Span(other.start, other.end)):
            raise SourceDecisionRefused(
                _("Claim %(number)d has most of these words by now.") % {"number": other.number}
            )


def _refuse_same_words(claim: Claim) -> None:
    same = Claim.objects.current().filter(version=claim.version_id)
    if same.filter(start=claim.start, end=claim.end).exists():
        raise SourceDecisionRefused(_("Another claim stands on the same words by now."))
    joined = Amendment.objects.filter(other=claim, action=Amendment.Action.JOINED)
    into = same.filter(pk__in=joined.values("claim"), start__lt=claim.end, end__gt=claim.start)
    if (other := into.first()) is not None:
        raise SourceDecisionRefused(
            _("Its words belong to claim %(number)d now: set that one right first.")
            % {"number": other.number}
        )


def _set_state(claim: Claim, state: str, action: str, by: User, reason: str) -> ClaimDecision:
    before = claim.state
    claim.state = state
    claim.save(update_fields=["state"])
    _touch(claim, by)
    made = ClaimDecision.objects.create(
        claim=claim, action=action, reason=reason.strip(), decided_by=by
    )
    [statement] = standing.recount([claim.statement_id])
    opened = _open_again(statement, by) if state == Claim.State.CURRENT else []
    rests = standing.Rests(Alarm.Cause.CLAIM, {"claim": claim.pk})
    stale = standing.flag([claim.statement_id], rests, by)
    entry = record.Entry(
        action=f"claim.{action}",
        subject=("claim", claim.pk),
        before={"state": before},
        after={"state": state},
        reason=reason.strip(),
        by=by,
        statement=claim.statement_id,
    )
    record.write(entry, *opened, *stale)
    return made


def _open_again(statement: Statement, by: User) -> list[record.Entry]:
    """A statement that was settled as no claim, and has one again, waits for somebody again."""
    settled = (Statement.Work.SETTLED, Statement.Work.PUBLISHED)
    if statement.reports > 1 or statement.is_assessed or statement.work not in settled:
        return []
    before, statement.work = statement.work, Statement.Work.REOPENED
    standing.touched(statement)
    statement.save(update_fields=["work", "needs", "rank"])
    return [
        record.Entry(
            action="statement.reopened",
            subject=("statement", statement.pk),
            before={"work": before},
            after={"work": statement.work},
            by=by,
            statement=statement.pk,
        )
    ]


def _touch(claim: Claim, by: User) -> None:
    Claim.objects.filter(pk=claim.pk).update(touched_by=by, touched_at=timezone.now())


def _standing(source: Source) -> Source:
    """The row, locked; refused when it was merged."""
    locked = Source.objects.select_for_update(of=("self",), no_key=True)
    return _standing_row(locked.get(pk=source.pk))


def _standing_row(source: Source) -> Source:
    if source.merged_into_id is not None:
        raise SourceDecisionRefused(
            _("“%(name)s” was merged into another source; undo that first, or choose that one.")
            % _name(source)
        )
    return source


def _name(source: Source) -> dict[str, str]:
    return {"name": source.name}


def _checked(name: str) -> str:
    plain = " ".join(name.split())
    if not fold_name(plain) or "\0" in plain:
        raise SourceDecisionRefused(_("A source needs a name with letters in it."))
    if len(plain) > NAME_AT_MOST:
        raise SourceDecisionRefused(
            _("A name may have up to %(most)d characters.") % {"most": NAME_AT_MOST}
        )
    return plain


def _show(source: Source, name: str, language: str) -> None:
    """Make this the shown name in a language; the row itself is left to the caller to save."""
    if language == source.language:
        source.name = name
    source.names.filter(language=language, is_shown=True).exclude(name=name).update(is_shown=False)
    SourceName.objects.update_or_create(
        source=source,
        language=language,
        name=name,
        defaults={"folded": fold_name(name), "is_shown": True},
    )


def _record(
    source: Source,
    action: str,
    by: User,
    reason: str,
    *,
    stale: Iterable[int] = (),
    **detail: object,
) -> SourceDecision:
    """The decision, its entry, and an alarm for the statements of ``stale``; those that nobody has
    decided about count as changed: somebody may be deciding at this moment."""
    made = SourceDecision.objects.create(
        source=source, action=action, detail=detail, reason=reason.strip(), decided_by=by
    )
    entries = [
        record.Entry(
            action=f"source.{action}",
            subject=("source", source.pk),
            after={"merged_into_id": source.merged_into_id, "state": source.state, **detail},
            reason=reason.strip(),
            by=by,
        )
    ]
    rests = standing.Rests(Alarm.Cause.SOURCES, {"source": source.pk})
    record.write(*entries, *standing.flag(stale, rests, by))
    return made
