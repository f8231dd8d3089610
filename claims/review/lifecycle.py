"""What happens to a statement around its findings: opened again, taken back, published."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record
from claims.errors import ReviewRefused
from claims.models import NO_CLAIM, Alarm, Correction, Decision, Finding, Round, Statement
from claims.review import workflow
from claims.review.locking import changed, locked, reason_of
from claims.review.permissions import may_lead, may_publish, may_review
from claims.review.queue import HELD_FOR
from claims.review.workflow import Step

# A decision of one's own may be taken back for so long, if nothing happened after it.
UNDO_FOR = timedelta(minutes=30)


@transaction.atomic
def reopen(*, statement_id: int, by: User, reason: str, version: int | None = None) -> Statement:
    """Open what is settled again; its status stays until somebody decides.

    Whoever has it in hand keeps it. A lead may also break off a review that is under way. Raises
    ReviewRefused, VersionConflict.
    """
    row = locked(statement_id, version)
    is_settled = row.work in workflow.SETTLED
    if row.reports == 0:
        raise ReviewRefused(_("None of its claims stands any more; there is nothing to decide."))
    if is_settled and not (may_review(by) or may_publish(by)):
        raise ReviewRefused(_("Your role reads; reviewers decide."))
    if not is_settled and not (may_lead(by) and workflow.allows(Step.REOPEN, row.work)):
        raise ReviewRefused(_("It is open already."))
    because = reason_of(reason)
    before = row.work
    row.work = workflow.after(Step.REOPEN, before)
    _end_round(row)
    if row.held_by_id != by.pk:
        row.held_by, row.held_until = None, None
    changed(row)
    record.write(_entry("statement.reopened", row, by, because, before))
    return row


def break_off(row: Statement) -> None:
    """End the round that is open, if one is: nothing comes of its findings. The caller saves."""
    if workflow.allows(Step.BREAK_OFF, row.work):
        row.work = workflow.after(Step.BREAK_OFF, row.work)
    _end_round(row)


def broken_off(row: Statement, by: User, **why: int) -> list[record.Entry]:
    """End the review that is under way, and give the entry that says so; the caller saves the row.

    ``why`` are ids that tell of what it was about.
    """
    before = row.work
    break_off(row)
    if row.work == before:
        return []
    return [
        record.Entry(
            action="statement.broken_off",
            subject=("statement", row.pk),
            before={"work": before},
            after={"work": row.work, **why},
            by=by,
            statement=row.pk,
        )
    ]


def _end_round(row: Statement) -> None:
    Round.objects.filter(statement=row, outcome=Round.Outcome.OPEN).update(
        outcome=Round.Outcome.BROKEN_OFF, closed_at=timezone.now()
    )


@transaction.atomic
def take_back(*, statement_id: int, by: User, version: int | None = None) -> Statement:
    """Take back one's own first finding, as long as no second one is given."""
    row = locked(statement_id, version)
    first = Finding.objects.filter(
        round__statement=row, round__outcome=Round.Outcome.OPEN, place=Finding.Place.FIRST
    ).first()
    is_mine = first is not None and first.reviewer_id == by.pk
    if not is_mine or not workflow.allows(Step.TAKE_BACK, row.work):
        raise ReviewRefused(_("There is no finding of yours that still waits for a second one."))
    before, row.work = row.work, workflow.after(Step.TAKE_BACK, row.work)
    _end_round(row)
    row.held_by, row.held_until = by, timezone.now() + HELD_FOR
    changed(row)
    record.write(_entry("finding.taken_back", row, by, "", before))
    return row


@transaction.atomic
def undo(*, decision_id: int, by: User) -> Decision:
    """Take back a decision that one took alone, as a new decision. Raises ReviewRefused."""
    taken = Decision.objects.select_related("round").get(pk=decision_id)
    row = locked(taken.statement_id)
    if why := why_not_undo(taken, row, by):
        raise ReviewRefused(why)
    before_work, before_status, was_stale = row.work, row.corroboration, row.is_stale
    row.corroboration, row.work = taken.before, workflow.after(Step.UNDO, row.work)
    row.held_by, row.held_until = by, timezone.now() + HELD_FOR
    alarms = Alarm.objects.filter(settled_by=taken)
    if alarms.update(settled_by=None):
        row.stale_since = timezone.now()
    changed(row)
    undone = Decision.objects.create(
        statement=row,
        undoes=taken,
        before=before_status,
        after=taken.before,
        reason=_("Taken back."),
        decided_by=by,
        independence=taken.independence,
        version=row.version,
    )
    if Correction.objects.filter(decision=taken).exists():
        Correction.objects.create(statement=row, decision=undone, written_by=by)
    record.write(
        record.Entry(
            action="statement.undone",
            subject=("statement", row.pk),
            before={"corroboration": before_status, "work": before_work, "stale": was_stale},
            after={
                "corroboration": row.corroboration,
                "work": row.work,
                "stale": row.is_stale,
                "decision": undone.pk,
                "undoes": taken.pk,
            },
            by=by,
            statement=row.pk,
            independence=taken.independence,
        )
    )
    return undone


def why_not_undo(decision: Decision, row: Statement, person: User) -> str:
    """A sentence where this person may not take the decision back; "" where they may."""
    if not may_review(person):
        return _("Your role reads; reviewers decide.")
    if decision.round is None:
        return _("It took another decision back; open it again instead.")
    if decision.round.outcome != Round.Outcome.DECIDED:
        return _("What several people signed is opened again, not taken back.")
    if decision.decided_by_id != person.pk:
        return _("Whoever decided may take it back; you may open it again.")
    if decision.after == NO_CLAIM or row.version != decision.version:
        return _("Something has happened since; open it again instead.")
    if timezone.now() - decision.decided_at > UNDO_FOR:
        return _("It was decided too long ago to be taken back; open it again instead.")
    return ""


@transaction.atomic
def publish(*, statement_id: int, by: User, version: int | None = None) -> Statement:
    """Let partners see the status. Raises ReviewRefused, VersionConflict."""
    row = locked(statement_id, version)
    if not may_publish(by):
        raise ReviewRefused(_("An editor publishes."))
    if row.reports == 0:
        raise ReviewRefused(_("None of its claims stands any more; there is nothing to publish."))
    if not workflow.allows(Step.PUBLISH, row.work):
        raise ReviewRefused(_("Only what is settled can be published."))
    if row.is_stale:
        raise ReviewRefused(_("What it rests on has changed; somebody has to decide again first."))
    before, published_before = row.work, row.published_as
    row.work, row.published_as = workflow.after(Step.PUBLISH, before), row.corroboration
    changed(row)
    record.write(
        record.Entry(
            action="statement.published",
            subject=("statement", row.pk),
            before={"work": before, "published_as": published_before},
            after={"work": row.work, "published_as": row.published_as},
            by=by,
            statement=row.pk,
        )
    )
    return row


@transaction.atomic
def correct(*, statement_id: int, by: User, text: str) -> Correction:
    """Word a correction for those who saw what was published. Raises ReviewRefused."""
    row = locked(statement_id)
    if not may_publish(by):
        raise ReviewRefused(_("An editor words corrections."))
    if not row.published_as:
        raise ReviewRefused(_("It was never published; there is nothing to correct."))
    correction = Correction.objects.create(statement=row, text=reason_of(text), written_by=by)
    record.write(
        record.Entry(
            action="statement.corrected",
            subject=("statement", row.pk),
            after={"correction": correction.pk},
            reason=correction.text,
            by=by,
            statement=row.pk,
        )
    )
    return correction


def _entry(action: str, row: Statement, by: User, reason: str, before: str) -> record.Entry:
    return record.Entry(
        action=action,
        subject=("statement", row.pk),
        before={"work": before},
        after={"work": row.work},
        reason=reason,
        by=by,
        statement=row.pk,
    )
