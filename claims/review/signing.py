"""Whose turn it is: in which place a person may sign a statement now, or why they may not."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from claims.models import Finding, Round, Statement
from claims.review import workflow
from claims.review.permissions import may_lead, may_review, may_sign_second

Place = Finding.Place


@dataclass(frozen=True, slots=True)
class Turn:
    """``place`` is None where the person may not sign; ``why`` then says so in a sentence."""

    place: int | None
    why: str
    findings: tuple[Finding, ...]

    @property
    def between(self) -> tuple[str, ...]:
        """The verdicts that differ, for whoever adjudicates; otherwise none."""
        if self.place != Place.THIRD:
            return ()
        return tuple(finding.verdict for finding in self.findings)


def turn_of(statement: Statement, person: User) -> Turn:
    """One query for the findings of the round that is open, if the work says that one is; one more
    where somebody else holds it."""
    findings: tuple[Finding, ...] = ()
    if statement.work in (Statement.Work.SECOND_REVIEW, Statement.Work.ADJUDICATION):
        findings = tuple(
            Finding.objects.filter(round__statement=statement, round__outcome=Round.Outcome.OPEN)
            .select_related("reviewer", "round")
            .order_by("place")
        )
    place = workflow.place_in(statement.work, is_stale=statement.is_stale)
    why = _refusal(statement, person, place, findings)
    return Turn(None if why else place, why, findings)


def _refusal(
    statement: Statement, person: User, place: int | None, findings: tuple[Finding, ...]
) -> str:
    if statement.reports == 0:
        return _("None of its claims stands any more; there is nothing to decide.")
    if place is None:
        return _("It is settled. Open it again first, with a reason.")
    if not may_review(person):
        return _("Your role reads; reviewers decide.")
    if any(finding.reviewer_id == person.pk for finding in findings):
        return _("You have signed it already. Nobody signs twice.")
    if place == Place.SECOND and not may_sign_second(person):
        return _("It waits for a second reviewer; your role gives first findings.")
    if place == Place.THIRD and not may_lead(person):
        return _("The findings differ; a lead adjudicates.")
    if is_held_by_another(statement, person):
        return _("%(name)s has it in hand until %(time)s.") % {
            "name": name_of(statement.held_by),
            "time": time_format(timezone.localtime(statement.held_until), "H:i"),
        }
    return ""


def is_held_by_another(statement: Statement, person: User) -> bool:
    return (
        statement.held_by_id not in (None, person.pk)
        and statement.held_until is not None
        and statement.held_until > timezone.now()
    )


def name_of(person: User | None) -> str:
    """As people are called in sentences; a program has no name."""
    return (person.get_full_name() or person.get_username()) if person else _("A program")
