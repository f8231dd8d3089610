"""Finding what a statement is, and deciding: the only way to a corroboration status."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.errors import ReviewRefused
from claims.models import (
    NO_CLAIM,
    Alarm,
    Claim,
    ClaimDecision,
    Correction,
    Decision,
    Evidence,
    Finding,
    Notice,
    Round,
    Statement,
    kept_write,
)
from claims.review import notices, workflow
from claims.review.facts import Stand, stand_of
from claims.review.locking import changed, locked, reason_of
from claims.review.permissions import ADMINISTRATOR, LEAD, may_lead
from claims.review.signing import Place, turn_of
from claims.review.workflow import Step

Work = Statement.Work


@transaction.atomic
def find(
    *,
    statement_id: int,
    by: User,
    verdict: str,
    reason: str,
    version: int | None = None,
    evidence_ids: Iterable[int] = (),
    category: str = "",
) -> Finding:
    """Give the finding that is this person's to give: first, second (blind) or third.

    One that completes what its rule requires changes the status; two that differ go to a third
    person. Raises Statement.DoesNotExist, VersionConflict, and ReviewRefused with all that is
    missing; then nothing is changed.
    """
    row = locked(statement_id, version)
    turn = turn_of(row, by)
    if turn.place is None:
        raise ReviewRefused(turn.why)
    stand = stand_of(row, for_page=False)
    grounds = workflow.Grounds(_chosen(stand, evidence_ids), category)
    because = _checked(stand, grounds, verdict, reason, between=turn.between)
    finding = Finding(
        place=turn.place,
        reviewer=by,
        verdict=verdict,
        category=category if verdict == workflow.Status.NOT_CHECKABLE else "",
        reason=because,
        independence=stand.standing.told(),
    )
    given = _Given((*turn.findings, finding), grounds.evidence, row.work)
    if step := workflow.taking(row.work, is_stale=row.is_stale):
        row.work = workflow.after(step, row.work)
    outcome = _outcome(stand, given.findings)
    _keep(row, given, outcome)
    if outcome == Round.Outcome.OPEN:
        _pass_on(row, given)
    else:
        _decide(row, given)
    return finding


@dataclass(frozen=True, slots=True)
class _Given:
    """The findings of the round with the new one as the last, and the evidence of that one;
    ``work`` as it stood before."""

    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    work: str

    @property
    def newest(self) -> Finding:
        return self.findings[-1]

    @property
    def signers(self) -> set[int]:
        return {finding.reviewer_id for finding in self.findings}


def _chosen(stand: Stand, ids: Iterable[int]) -> tuple[Evidence, ...]:
    """The evidence that the finding rests on. Raises ReviewRefused for what cannot carry it."""
    by_pk = {one.pk: one for one in stand.evidence}
    chosen = []
    for pk in dict.fromkeys(ids):
        one = by_pk.get(pk)
        if one is None:
            raise ReviewRefused(_("Choose evidence of this very statement."))
        if not one.is_archived:
            raise ReviewRefused(
                _("“%(title)s” is not archived; a decision cannot rest on it.")
                % {"title": one.title}
            )
        chosen.append(one)
    return tuple(chosen)


def _checked(
    stand: Stand, grounds: workflow.Grounds, verdict: str, reason: str, between: tuple[str, ...]
) -> str:
    """The reason; refused with everything that is missing, the reason too."""
    if verdict == NO_CLAIM:
        told = [] if between else [_("Only whoever adjudicates finds that.")]
    elif verdict not in workflow.Status.values:
        told = [_("Choose a status.")]
    else:
        told = workflow.missing(stand.facts, grounds, verdict, between)
        all_of_it = workflow.Grounds(stand.evidence, grounds.category)
        if told and not workflow.missing(stand.facts, all_of_it, verdict, between):
            told = [_("Choose the evidence that it rests on; what is needed is there.")]
    because = ""
    try:
        because = reason_of(reason)
    except ReviewRefused as refused:
        told += refused.missing
    if told:
        raise ReviewRefused(*told)
    return because


_OUTCOMES = {
    Place.FIRST: Round.Outcome.DECIDED,
    Place.SECOND: Round.Outcome.AGREED,
    Place.THIRD: Round.Outcome.ADJUDICATED,
}


_STEPS = {Place.FIRST: Step.ALONE, Place.SECOND: Step.SAME, Place.THIRD: Step.THIRD}


def _outcome(stand: Stand, findings: tuple[Finding, ...]) -> str:
    """What the newest finding makes of the round; OPEN where somebody else has to sign too."""
    newest = findings[-1]
    return _OUTCOMES[Place(newest.place)] if _is_complete(stand, findings) else Round.Outcome.OPEN


def _is_complete(stand: Stand, findings: tuple[Finding, ...]) -> bool:
    newest = findings[-1]
    if newest.place == Place.THIRD:
        return True
    rule = workflow.rule_for(stand.facts, newest.verdict)
    if rule is None:
        return False
    if newest.place == Place.FIRST:
        return rule.signatures == 1
    first = findings[0]
    same = (first.verdict, first.category) == (newest.verdict, newest.category)
    return same and (not rule.one_confirms or any(may_lead(one.reviewer) for one in findings))


def _keep(row: Statement, given: _Given, outcome: str) -> None:
    """The finding in its round, which the first one opens."""
    closed_at = None if outcome == Round.Outcome.OPEN else timezone.now()
    newest = given.newest
    if newest.place == Place.FIRST:
        opened = Round(statement=row, outcome=outcome, closed_at=closed_at)
        kept_write.add(opened)
        newest.round = opened
    else:
        newest.round = given.findings[0].round
        newest.round.outcome, newest.round.closed_at = outcome, closed_at
        kept_write.keep(newest.round, "outcome", "closed_at")
    kept_write.add(newest)
    if given.evidence:
        newest.evidence.set(given.evidence)


def _pass_on(row: Statement, given: _Given) -> None:
    """It is another person's turn."""
    newest = given.newest
    step = Step.FIRST_OF_TWO if newest.place == Place.FIRST else Step.DIFFERENT
    row.work = workflow.after(step, row.work)
    # Whoever it was assigned to has signed it: left so, nobody else would be handed it.
    row.held_by, row.held_until, row.assignee = None, None, None
    changed(row)
    if row.work == Work.SECOND_REVIEW:
        notices.tell_who_may_sign_second(row, newest.reviewer)
    else:
        leads = User.objects.filter(
            Q(groups__name__in=(LEAD, ADMINISTRATOR)) | Q(is_superuser=True)
        ).values_list("pk", flat=True)
        standing.tell(set(leads) - given.signers, Notice.Kind.THIRD, row, newest.reviewer)
    record.write(_finding_entry(row, given, given.work))


def _decide(row: Statement, given: _Given) -> None:
    newest = given.newest
    status, was_stale = row.corroboration, row.is_stale
    entries: list[record.Entry] = []
    if newest.verdict == NO_CLAIM:
        entries += _set_aside(row, newest)
    else:
        row.corroboration = newest.verdict
    row.work, row.stale_since = workflow.after(_STEPS[Place(newest.place)], row.work), None
    row.held_by, row.held_until, row.assignee, row.due = None, None, None, None
    changed(row)
    decision = Decision(
        statement=row,
        round=newest.round,
        before=status,
        after=newest.verdict,
        category=newest.category,
        reason=newest.reason,
        decided_by=newest.reviewer,
        independence=newest.independence,
        version=row.version,
    )
    kept_write.add(decision)
    if was_stale:
        Alarm.objects.filter(statement=row, settled_by=None).update(settled_by=decision)
    _correct(row, decision)
    if others := given.signers - {newest.reviewer_id}:
        standing.tell(others, Notice.Kind.DECIDED, row, newest.reviewer)
    record.write(
        _finding_entry(row, given),
        _decision_entry(row, decision, given, was_stale=was_stale),
        *entries,
    )


def _set_aside(row: Statement, finding: Finding) -> list[record.Entry]:
    """There is no claim: those that stand are set aside, and the statement with them."""
    claims = list(Claim.objects.current().filter(statement=row).order_by("pk"))
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(
        state=Claim.State.DISMISSED, touched_by=finding.reviewer, touched_at=timezone.now()
    )
    ClaimDecision.objects.bulk_create(
        ClaimDecision(
            claim=claim,
            action=ClaimDecision.Action.DISMISSED,
            reason=finding.reason,
            decided_by=finding.reviewer,
        )
        for claim in claims
    )
    row.reports = 0
    row.corroboration = workflow.Status.UNASSESSED
    return [
        record.Entry(
            action="claim.dismissed",
            subject=("claim", claim.pk),
            before={"state": Claim.State.CURRENT.value},
            after={"state": Claim.State.DISMISSED.value},
            reason=finding.reason,
            by=finding.reviewer,
            statement=row.pk,
        )
        for claim in claims
    ]


def _correct(row: Statement, decision: Decision) -> None:
    """Whoever saw the published status is told that it has changed."""
    if row.published_as and row.published_as != row.corroboration:
        Correction.objects.create(
            statement=row,
            decision=decision,
            written_by=decision.decided_by,
        )


def _finding_entry(row: Statement, given: _Given, work: str = "") -> record.Entry:
    """The finding; with ``work`` as it was also what it did to it, where no decision tells it."""
    finding = given.newest
    after: dict[str, object] = {
        "round": finding.round_id,
        "place": finding.place,
        "verdict": finding.verdict,
        "category": finding.category,
        "evidence": sorted(one.pk for one in given.evidence),
    }
    if work:
        after["work"] = row.work
    return record.Entry(
        action="finding.given",
        subject=("statement", row.pk),
        before={"work": work} if work else None,
        after=after,
        reason=finding.reason,
        by=finding.reviewer,
        statement=row.pk,
        independence=finding.independence,
    )


def _decision_entry(
    row: Statement, decision: Decision, given: _Given, *, was_stale: bool
) -> record.Entry:
    return record.Entry(
        action="statement.decided",
        subject=("statement", row.pk),
        before={"corroboration": decision.before, "work": given.work, "stale": was_stale},
        after={
            "corroboration": row.corroboration,
            "work": row.work,
            "stale": False,
            "decision": decision.pk,
            "verdict": decision.after,
            "category": decision.category,
            "evidence": sorted(one.pk for one in given.evidence),
            "signed_by": [finding.reviewer_id for finding in given.findings],
        },
        reason=decision.reason,
        by=decision.decided_by,
        statement=row.pk,
        independence=decision.independence,
    )
