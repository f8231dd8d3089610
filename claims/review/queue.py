"""Who works on what: handing out, holding, giving back, putting off, assigning."""

from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.errors import ReviewRefused
from claims.models import Finding, Notice, Round, Skip, Statement
from claims.models.statement import StatementQuerySet
from claims.review import workflow
from claims.review.locking import changed, check_reviews, locked
from claims.review.permissions import may_lead, may_review, may_sign_second
from claims.review.signing import turn_of

# Left alone for so long, it goes back to the queue.
HELD_FOR = timedelta(minutes=20)
PUT_OFF_FOR = timedelta(hours=4)


def for_person(person: User, now: datetime | None = None) -> StatementQuerySet:
    """What waits and is this person's to do: not signed by them, in nobody's hands, not put off."""
    now = now or timezone.now()
    signed = Finding.objects.filter(
        round__statement=OuterRef("pk"), round__outcome=Round.Outcome.OPEN, reviewer=person
    )
    put_off = Skip.objects.filter(statement=OuterRef("pk"), person=person, until__gt=now)
    is_free = Q(held_by=None) | Q(held_by=person) | Q(held_until__lte=now)
    waiting = Statement.objects.waiting()
    needs = needs_of(person)
    if set(needs) != set(Statement.Needs.values) - {""}:
        waiting = waiting.filter(needs__in=needs)
    return waiting.filter(
        is_free, Q(assignee=None) | Q(assignee=person), ~Exists(signed), ~Exists(put_off)
    )


def needs_of(person: User) -> list[str]:
    """Which places in the work of others this person may take."""
    found: list[str] = []
    if may_review(person):
        found.append(Statement.Needs.REVIEWER)
    if may_sign_second(person):
        found.append(Statement.Needs.SECOND)
    if may_lead(person):
        found.append(Statement.Needs.THIRD)
    return found


@transaction.atomic
def next_for(person: User) -> Statement | None:
    """Hand out the most urgent statement that is this person's to do, and hold it for them.

    What they hold already comes first. Nobody else is handed it meanwhile. None when nothing is
    left to them.
    """
    now = timezone.now()
    mine = Statement.objects.waiting().filter(held_by=person, held_until__gt=now)
    free = for_person(person, now)
    for wanted in (mine, free):
        rows = wanted.order_by("rank", "pk").select_for_update(
            of=("self",),
            no_key=True,
            skip_locked=connection.features.has_select_for_update_skip_locked,
        )
        if (row := rows.first()) is not None:
            _take(row, person, now)
            return row
    return None


@transaction.atomic
def take(*, statement_id: int, by: User) -> Statement:
    """Take one statement in hand. Raises ReviewRefused where it is not theirs to do."""
    row = locked(statement_id)
    turn = turn_of(row, by)
    if turn.place is None:
        raise ReviewRefused(turn.why)
    _take(row, by, timezone.now())
    return row


@transaction.atomic
def keep_hold(*, statement_id: int, by: User) -> bool:
    """Whether it is still theirs; then it is held for them again as long as at first."""
    held = Statement.objects.filter(pk=statement_id, held_by=by)
    return bool(held.update(held_until=timezone.now() + HELD_FOR))


@transaction.atomic
def give_back(*, statement_id: int, by: User, put_off: bool = False) -> None:
    """Let others have it; with ``put_off`` it is not handed to this person again for some hours.

    Raises Statement.DoesNotExist.
    """
    Statement.objects.only("pk").get(pk=statement_id)
    Statement.objects.filter(pk=statement_id, held_by=by).update(held_by=None, held_until=None)
    if put_off:
        until = timezone.now() + PUT_OFF_FOR
        Skip.objects.update_or_create(
            statement_id=statement_id, person=by, defaults={"until": until}
        )


@transaction.atomic
def assign(
    *,
    statement_id: int,
    by: User,
    to: User | None,
    due: date | None = None,
    priority: int | None = None,
    version: int | None = None,
) -> Statement:
    """Say whose it is, by when and how urgent; others than leads take and leave only their own.

    Raises ReviewRefused and VersionConflict.
    """
    check_reviews(by)
    row = locked(statement_id, version)
    if not may_lead(by) and (to not in (None, by) or row.assignee_id not in (None, by.pk)):
        raise ReviewRefused(_("A lead assigns work to others."))
    if to is not None and to.pk != row.assignee_id and (why := why_not_assign(row, to)):
        raise ReviewRefused(why)
    if due is not None and due != row.due and due < timezone.localdate():
        raise ReviewRefused(_("This day is over; choose today or a later one."))
    if priority is not None and priority not in Statement.Priority.values:
        raise ReviewRefused(_("Choose a priority."))
    before = _assigned(row)
    row.assignee, row.due = to, due
    if priority is not None:
        row.priority = priority
    after = _assigned(row)
    given_away = before["assignee"] != after["assignee"]
    if given_away and row.held_by_id not in (None, to.pk if to else None):
        row.held_by, row.held_until = None, None
    if before == after:
        return row
    changed(row)
    if to is not None and given_away:
        standing.tell([to.pk], Notice.Kind.ASSIGNED, row, by)
    record.write(_assignment(row, before, after, by))
    return row


def _assignment(
    row: Statement, before: dict[str, object], after: dict[str, object], by: User
) -> record.Entry:
    return record.Entry(
        action="statement.assigned",
        subject=("statement", row.pk),
        before={key: one for key, one in before.items() if one != after[key]},
        after={key: one for key, one in after.items() if one != before[key]},
        by=by,
        statement=row.pk,
    )


def hand_back(person: User, by: User) -> list[record.Entry]:
    """What was this person's to do is anybody's again. Gives the entries, which the caller writes
    last of all."""
    held = Q(assignee=person) | Q(held_by=person)
    rows = Statement.objects.select_for_update(of=("self",), no_key=True).filter(held)
    entries = []
    for row in rows.order_by("pk"):
        if row.held_by_id == person.pk:
            row.held_by, row.held_until = None, None
        before = _assigned(row)
        if row.assignee_id == person.pk:
            row.assignee = None
        changed(row)
        if (after := _assigned(row)) != before:
            entries.append(_assignment(row, before, after, by))
    return entries


def why_not_assign(row: Statement, person: User) -> str:
    """A sentence where this person could not sign what it waits for; "" where they may."""
    if not may_review(person):
        return _("Choose somebody who reviews.")
    if row.needs and row.needs not in needs_of(person):
        return _("Choose somebody whose role may sign it as it stands.")
    signed = Finding.objects.filter(
        round__statement=row, round__outcome=Round.Outcome.OPEN, reviewer=person
    )
    if signed.exists():
        return _("This person has signed it already. Nobody signs twice.")
    return ""


def _assigned(row: Statement) -> dict[str, object]:
    return {
        "assignee": row.assignee_id,
        "due": row.due.isoformat() if row.due else None,
        "priority": int(row.priority),
    }


def _take(row: Statement, person: User, now: datetime) -> None:
    row.held_by, row.held_until = person, now + HELD_FOR
    step = workflow.taking(row.work, is_stale=row.is_stale)
    if step is None:
        row.save(update_fields=["held_by", "held_until"])
        return
    before, row.work = row.work, workflow.after(step, row.work)
    changed(row)
    record.write(
        record.Entry(
            action="statement.taken",
            subject=("statement", row.pk),
            before={"work": before},
            after={"work": row.work},
            by=person,
            statement=row.pk,
        )
    )
