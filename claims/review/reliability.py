"""The other two axes: did that source say it, and how reliable has it been."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.errors import ReviewRefused
from claims.models import (
    Alarm,
    Attribution,
    Claim,
    Evidence,
    Grade,
    LinkJudgement,
    Source,
    Statement,
)
from claims.review.locking import check_reviews, plain, reason_of
from claims.review.permissions import may_grade_sources

Status = Attribution.Status
_SAY_WHY = (Status.MISATTRIBUTED, Status.DENIED, Status.RELAYED_ONLY)

# The digit that a status suggests (NATO AJP-2.1: 1 confirmed by other sources ... 6 cannot be
# judged). It is told as a suggestion, apart from the letter: a source graded A is still one origin.
SUGGESTED_DIGIT = {
    Statement.Corroboration.CONFIRMED: 1,
    Statement.Corroboration.CORROBORATED: 2,
    Statement.Corroboration.SINGLE_ORIGIN: 3,
    Statement.Corroboration.CONTESTED: 4,
    Statement.Corroboration.REFUTED: 5,
    Statement.Corroboration.RETRACTED: 5,
    Statement.Corroboration.UNVERIFIABLE: 6,
    Statement.Corroboration.UNASSESSED: 6,
}


def suggested_digit(statement: Statement) -> int | None:
    """None where there is nothing to judge: what cannot be checked has no credibility."""
    return SUGGESTED_DIGIT.get(Statement.Corroboration(statement.corroboration))


@transaction.atomic
def judge_link(*, link_id: int, by: User, status: str, reason: str = "") -> LinkJudgement:
    """Say what is known of whether that source said it. Raises ReviewRefused.

    That the original was seen needs archived evidence of the statement; that it was not said so
    needs a reason.
    """
    check_reviews(by)
    seen = Attribution.objects.get(pk=link_id)
    claim = standing.locked_claim(seen.claim_id)
    row = Attribution.objects.select_for_update(of=("self",), no_key=True).get(pk=link_id)
    if claim.was_never_accepted:
        raise ReviewRefused(_("Accept what is proposed first; it is no claim yet."))
    if status not in Status.values:
        raise ReviewRefused(_("Choose what is known of it."))
    group = Statement.objects.grouped([claim.statement_id])[claim.statement_id]
    is_told_why = plain(reason) or status in _SAY_WHY
    because = reason_of(reason) if is_told_why else ""
    if status == Status.PRIMARY_SEEN and not _is_archived(group):
        raise ReviewRefused(
            _("The original has to be archived first: add it as evidence of the statement.")
        )
    before = row.status
    made = LinkJudgement.objects.create(link=row, status=status, reason=because, judged_by=by)
    row.status, row.decided_by = status, by
    row.save(update_fields=["status", "decided_by"])
    Claim.objects.filter(pk=claim.pk).update(touched_by=by, touched_at=timezone.now())
    entry = record.Entry(
        action="link.judged",
        subject=("link", row.pk),
        before={"status": before},
        after={"status": status},
        reason=because,
        by=by,
        statement=claim.statement_id,
    )
    rests = standing.Rests(Alarm.Cause.LINK, {"claim": claim.pk, "link": row.pk})
    stale = standing.flag([claim.statement_id], rests, by) if before != status else []
    record.write(entry, *stale)
    return made


def _is_archived(group: list[int]) -> bool:
    return Evidence.objects.filter(statement__in=group, state=Evidence.State.ARCHIVED).exists()


def can_be_graded(source: Source) -> bool:
    """An unnamed source has no record to be graded by, and a merged one is graded as another."""
    return not source.is_unnamed and source.merged_into_id is None


@transaction.atomic
def grade(*, source_id: int, by: User, letter: str, basis: str, since: date | None = None) -> Grade:
    """Grade a source from a day on, with what that rests on. Raises ReviewRefused."""
    if not may_grade_sources(by):
        raise ReviewRefused(_("Leads and editors grade sources."))
    source = Source.objects.select_for_update(of=("self",), no_key=True).get(pk=source_id)
    if source.merged_into_id is not None:
        raise ReviewRefused(_("It was merged into another source; grade that one."))
    if source.is_unnamed:
        raise ReviewRefused(_("An unnamed source has no record to be graded by."))
    if letter not in Grade.Letter.values:
        raise ReviewRefused(_("Choose a letter from A to F."))
    day = since or timezone.localdate()
    if day > timezone.localdate():
        raise ReviewRefused(_("A grade holds from today or from an earlier day."))
    made = Grade.objects.create(
        source=source, letter=letter, since=day, basis=reason_of(basis), graded_by=by
    )
    record.write(
        record.Entry(
            action="source.graded",
            subject=("source", source.pk),
            after={"letter": letter, "since": day.isoformat(), "grade": made.pk},
            reason=made.basis,
            by=by,
        )
    )
    return made
