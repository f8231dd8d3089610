"""What people say about how things stand to each other: contradictions, and origins apart."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.errors import ReviewRefused
from claims.models import Alarm, Contradiction, OriginJudgement, Source, Statement
from claims.review.facts import contradictions_of, stand_of
from claims.review.grounds import words_of
from claims.review.locking import changed, check_ids, check_reviews, locked_all, reason_of

Verdict = OriginJudgement.Verdict


@transaction.atomic
def contradict(
    *, statement_id: int, other_id: int, by: User, kind: str, note: str = ""
) -> Contradiction:
    """Say that two statements cannot both be so. Raises ReviewRefused."""
    check_reviews(by)
    if statement_id == other_id:
        raise ReviewRefused(_("A statement does not contradict itself."))
    rows = locked_all([statement_id, other_id])
    if kind not in Contradiction.Kind.values:
        raise ReviewRefused(_("Choose in what they contradict each other."))
    if any(row.reports == 0 for row in rows.values()):
        raise ReviewRefused(_("One of the two has no claim left that stands."))
    groups = Statement.objects.grouped(rows)
    ours, theirs = groups[statement_id], groups[other_id]
    there = contradictions_of(ours).filter(closed_at=None, kind=kind)
    if (there.filter(one__in=theirs) | there.filter(other__in=theirs)).exists():
        raise ReviewRefused(_("This contradiction is open already."))
    one, other = sorted((statement_id, other_id))
    made = Contradiction.objects.create(
        one_id=one, other_id=other, kind=kind, note=words_of(note), opened_by=by
    )
    standing.recount([one, other])
    entries = [
        record.Entry(
            action="contradiction.opened",
            subject=("contradiction", made.pk),
            after={"one": one, "other": other, "kind": kind, "note": made.note, "open": True},
            by=by,
            statement=pk,
        )
        for pk in (one, other)
    ]
    rests = standing.Rests(Alarm.Cause.CONTRADICTION, {"contradiction": made.pk})
    record.write(*entries, *standing.flag([one, other], rests, by))
    return made


@transaction.atomic
def close(*, contradiction_id: int, by: User, reason: str) -> Contradiction:
    """Find that it is none, or no longer. What was decided as contested rested on it.

    Raises ReviewRefused.
    """
    check_reviews(by)
    seen = Contradiction.objects.get(pk=contradiction_id)
    tops = [one.pk for one in standing.locked_standing(lambda: (seen.one_id, seen.other_id))]
    row = Contradiction.objects.select_for_update(of=("self",), no_key=True).get(
        pk=contradiction_id
    )
    because = reason_of(reason)
    if not row.is_open:
        raise ReviewRefused(_("This contradiction is closed already."))
    row.closed_by, row.closed_at, row.closed_because = by, timezone.now(), because
    row.save(update_fields=["closed_by", "closed_at", "closed_because"])
    resting = []
    for statement in standing.recount(tops):
        if statement.corroboration == Statement.Corroboration.CONTESTED:
            resting.append(statement.pk)
        else:
            changed(statement)
    entries = [
        record.Entry(
            action="contradiction.closed",
            subject=("contradiction", row.pk),
            before={"open": True},
            after={"open": False},
            reason=because,
            by=by,
            statement=pk,
        )
        for pk in tops
    ]
    rests = standing.Rests(Alarm.Cause.CONTRADICTION, {"contradiction": row.pk, "open": False})
    record.write(*entries, *standing.flag(resting, rests, by))
    return row


@transaction.atomic
def judge_origins(
    *, statement_id: int, one_id: int, other_id: int, by: User, verdict: str, reason: str
) -> OriginJudgement:
    """Say whether two origins of a statement are independent of each other.

    They may stand on the two sides of an open contradiction: then both sides rest on it. Raises
    ReviewRefused.
    """
    check_reviews(by)
    check_ids([statement_id])
    standing.locked_standing(lambda: {statement_id, *_across(statement_id)})
    row = locked_all([statement_id])[statement_id]
    if verdict not in Verdict.values:
        raise ReviewRefused(_("Choose whether they are independent."))
    because = reason_of(reason)
    stand = stand_of(row, for_page=False)
    known = {origin.source for origin in stand.standing.independence.origins}
    for against in stand.against:
        known |= {origin.source for origin in against.independence.origins}
    if one_id == other_id or not {one_id, other_id} <= known:
        raise ReviewRefused(
            _("Choose two origins of this statement, or of one that contradicts it.")
        )
    one, other = sorted((one_id, other_id))
    made = OriginJudgement.objects.create(
        statement=row,
        one=Source.objects.get(pk=one),
        other=Source.objects.get(pk=other),
        verdict=verdict,
        reason=because,
        judged_by=by,
    )
    after = stand_of(row, for_page=False).standing.told()
    entry = record.Entry(
        action="origins.judged",
        subject=("statement", row.pk),
        before={"independence": stand.standing.told()},
        after={"one": one, "other": other, "judged": verdict, "independence": after},
        reason=because,
        by=by,
        statement=row.pk,
        independence=after,
    )
    rests = standing.Rests(Alarm.Cause.ORIGINS, {"one": one, "other": other})
    ours = {origin.source for origin in stand.standing.independence.origins}
    theirs = {one, other} - ours
    across = {
        against.other.pk
        for against in stand.against
        if theirs & {origin.source for origin in against.independence.origins}
    }
    record.write(entry, *standing.flag({row.pk, *across}, rests, by))
    return made


def _across(statement_id: int) -> set[int]:
    """The other sides of its open contradictions."""
    [group] = Statement.objects.grouped([statement_id]).values()
    pairs = contradictions_of(group).filter(closed_at=None).values_list("one", "other")
    return {pk for pair in pairs for pk in pair}
