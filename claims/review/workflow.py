"""What may follow what, what it requires, and whose signatures it takes: the one table.

As docs/review.md has it. The services refuse by it, the pages offer by it, the API and
docs/review.md tell it. Nothing else decides whether a status may be given.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.models import NO_CLAIM, Evidence, Finding, Statement

Status = Statement.Corroboration
Work = Statement.Work

ORIGINS_WANTED = 2
ATTEMPTS_WANTED = 2
ANY = frozenset(Status)


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands about a statement at one moment. Reports are its claims."""

    status: Status
    work: Work
    is_stale: bool
    reports: int
    supporting: int
    archived: int
    independent: int
    open_contradictions: int
    # Of those that are open, how many with a statement of an independent origin.
    independent_contradictions: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a person gives with a finding: archived evidence, and the category of what cannot be
    checked. For what is missing on a page: all the evidence that there is."""

    evidence: tuple[Evidence, ...] = ()
    category: str = ""

    def has(self, stance: str, *natures: str) -> bool:
        """Whether there is archived evidence so; primary evidence counts with an assessment."""
        return any(
            one.is_archived
            and one.stance == stance
            and one.nature in natures
            and (one.nature != Evidence.Nature.PRIMARY or one.assessment.strip())
            for one in self.evidence
        )


Missing = Callable[[Facts, Grounds], str | None]


@dataclass(frozen=True, slots=True)
class Requirement:
    """``told`` says it for people; ``missing`` gives a sentence where it is not met."""

    key: str
    told: str | Promise
    missing: Missing


def _resolved(facts: Facts, grounds: Grounds) -> str | None:
    if facts.supporting:
        return None
    return _("A source is missing: no report has one that is in the registry or unnamed.")


def _two_origins(facts: Facts, grounds: Grounds) -> str | None:
    if facts.independent >= ORIGINS_WANTED:
        return None
    return ngettext(
        "Independent origins are missing: there is %(count)d of %(wanted)d.",
        "Independent origins are missing: there are %(count)d of %(wanted)d.",
        facts.independent,
    ) % {"count": facts.independent, "wanted": ORIGINS_WANTED}


def _all_archived(facts: Facts, grounds: Grounds) -> str | None:
    left = facts.supporting - facts.archived
    if left <= 0:
        return None
    return ngettext(
        "%(count)d report has not been archived.",
        "%(count)d reports have not been archived.",
        left,
    ) % {"count": left}


def _no_contradiction(facts: Facts, grounds: Grounds) -> str | None:
    if not facts.open_contradictions:
        return None
    return ngettext(
        "%(count)d contradiction is open: close it with a reason.",
        "%(count)d contradictions are open: close them with a reason.",
        facts.open_contradictions,
    ) % {"count": facts.open_contradictions}


def _primary_or_admission(facts: Facts, grounds: Grounds) -> str | None:
    natures = (Evidence.Nature.PRIMARY, Evidence.Nature.ADMISSION)
    if grounds.has(Evidence.Stance.SUPPORTS, *natures):
        return None
    return _(
        "Evidence is missing: an archived admission of the responsible party, or archived primary "
        "evidence with a written assessment, that supports it."
    )


def _decisive(facts: Facts, grounds: Grounds) -> str | None:
    natures = (Evidence.Nature.PRIMARY, Evidence.Nature.ADMISSION)
    if grounds.has(Evidence.Stance.REFUTES, *natures):
        return None
    return _(
        "Decisive evidence is missing: archived primary evidence with a written assessment, or an "
        "archived admission, that refutes it. A party’s bare denial makes it contested."
    )


def _independent_contradiction(facts: Facts, grounds: Grounds) -> str | None:
    if facts.independent_contradictions:
        return None
    if facts.open_contradictions:
        return _(
            "An open contradiction with a statement of an independent origin is missing: of the "
            "open ones none is known to be independent."
        )
    return _("An open contradiction with a statement of an independent origin is missing.")


def _withdrawal(facts: Facts, grounds: Grounds) -> str | None:
    stances = Evidence.Stance.values
    if any(grounds.has(stance, Evidence.Nature.WITHDRAWAL) for stance in stances):
        return None
    return _("The archived withdrawal or correction by the origin itself is missing.")


def _two_attempts(facts: Facts, grounds: Grounds) -> str | None:
    if facts.attempts >= ATTEMPTS_WANTED:
        return None
    return ngettext(
        "Recorded attempts are missing: there is %(count)d of %(wanted)d.",
        "Recorded attempts are missing: there are %(count)d of %(wanted)d.",
        facts.attempts,
    ) % {"count": facts.attempts, "wanted": ATTEMPTS_WANTED}


def _category(facts: Facts, grounds: Grounds) -> str | None:
    if grounds.category in Statement.Category.values:
        return None
    return _("Choose why it cannot be checked.")


RESOLVED = Requirement(
    "resolved", gettext_lazy("a report with a source that is known or named as unnamed"), _resolved
)
TWO_ORIGINS = Requirement(
    "two_origins",
    gettext_lazy(
        "two independent origins or more (a pair of which nothing is known does not count)"
    ),
    _two_origins,
)
ALL_ARCHIVED = Requirement(
    "all_archived", gettext_lazy("every supporting report archived"), _all_archived
)
NO_CONTRADICTION = Requirement(
    "no_contradiction",
    gettext_lazy("no open contradiction (each is closed with a reason)"),
    _no_contradiction,
)
PRIMARY_OR_ADMISSION = Requirement(
    "primary_or_admission",
    gettext_lazy(
        "an admission against interest, archived as published, or archived primary evidence with a "
        "written assessment"
    ),
    _primary_or_admission,
)
DECISIVE = Requirement(
    "decisive",
    gettext_lazy("decisive evidence or an admission (a party’s bare denial does not refute)"),
    _decisive,
)
INDEPENDENT_CONTRADICTION = Requirement(
    "independent_contradiction",
    gettext_lazy("an open contradiction with a statement of an independent origin"),
    _independent_contradiction,
)
WITHDRAWAL = Requirement(
    "withdrawal", gettext_lazy("the archived withdrawal, from the origin itself"), _withdrawal
)
TWO_ATTEMPTS = Requirement(
    "two_attempts",
    gettext_lazy("two recorded attempts or more: what was looked for, where, when"),
    _two_attempts,
)
CATEGORY = Requirement("category", gettext_lazy("the category"), _category)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table. A reason is required of every finding, so it stands in none."""

    after: Status
    before: frozenset[Status]
    requires: tuple[Requirement, ...]
    signatures: int = 1
    # Whether one of those who sign must be allowed to confirm (permissions.may_lead).
    one_confirms: bool = False


_CORROBORATED = (TWO_ORIGINS, ALL_ARCHIVED, NO_CONTRADICTION)

RULES = (
    Rule(Status.SINGLE_ORIGIN, frozenset({Status.UNASSESSED}), (RESOLVED,)),
    Rule(
        Status.CORROBORATED,
        frozenset({Status.UNASSESSED, Status.SINGLE_ORIGIN, Status.CONTESTED}),
        _CORROBORATED,
        signatures=2,
    ),
    Rule(
        Status.CONFIRMED,
        frozenset({Status.CORROBORATED, Status.CONTESTED}),
        (*_CORROBORATED, PRIMARY_OR_ADMISSION),
        signatures=2,
        one_confirms=True,
    ),
    Rule(Status.CONTESTED, ANY, (INDEPENDENT_CONTRADICTION,)),
    Rule(Status.REFUTED, frozenset({Status.CONTESTED}), (DECISIVE, NO_CONTRADICTION), signatures=2),
    Rule(Status.REFUTED, ANY - {Status.CONTESTED}, (DECISIVE,), signatures=2),
    Rule(Status.RETRACTED, ANY, (WITHDRAWAL,)),
    Rule(Status.UNVERIFIABLE, ANY, (TWO_ATTEMPTS,)),
    Rule(Status.NOT_CHECKABLE, frozenset({Status.UNASSESSED}), (CATEGORY,)),
    Rule(Status.UNASSESSED, ANY, ()),
)


class Step(StrEnum):
    """What may happen to the work on a statement, as the pages and docs/review.md tell it."""

    TAKE = "take"
    TAKE_STALE = "take what is stale"
    FIRST_OF_TWO = "first of two findings"
    ALONE = "a finding that needs one signature"
    TAKE_BACK = "take back the first finding"
    SAME = "a second finding that is the same"
    DIFFERENT = "a second finding that differs"
    THIRD = "a third finding"
    UNDO = "take back a decision of one"
    PUBLISH = "publish"
    REOPEN = "open again, with a reason"
    BREAK_OFF = "claims join or leave it, or say something else"


# Whoever finds without taking it first has taken it thereby.
_TO_REVIEW = frozenset({Work.EXTRACTED, Work.REOPENED, Work.IN_REVIEW})
_UNDER_WAY = frozenset({Work.SECOND_REVIEW, Work.ADJUDICATION})
SETTLED = frozenset({Work.SETTLED, Work.PUBLISHED})

# How work goes on: from where, to where.
WORK_STEPS: Mapping[Step, tuple[frozenset[Work], Work]] = {
    Step.TAKE: (_TO_REVIEW - {Work.IN_REVIEW}, Work.IN_REVIEW),
    Step.TAKE_STALE: (SETTLED, Work.IN_REVIEW),
    Step.FIRST_OF_TWO: (_TO_REVIEW, Work.SECOND_REVIEW),
    Step.ALONE: (_TO_REVIEW, Work.SETTLED),
    Step.TAKE_BACK: (frozenset({Work.SECOND_REVIEW}), Work.IN_REVIEW),
    Step.SAME: (frozenset({Work.SECOND_REVIEW}), Work.SETTLED),
    Step.DIFFERENT: (frozenset({Work.SECOND_REVIEW}), Work.ADJUDICATION),
    Step.THIRD: (frozenset({Work.ADJUDICATION}), Work.SETTLED),
    Step.UNDO: (frozenset({Work.SETTLED}), Work.IN_REVIEW),
    Step.PUBLISH: (frozenset({Work.SETTLED}), Work.PUBLISHED),
    Step.REOPEN: (SETTLED | _UNDER_WAY, Work.REOPENED),
    Step.BREAK_OFF: (_UNDER_WAY, Work.REOPENED),
}


def allows(step: Step, work: str) -> bool:
    """Whether this may happen while the work stands so."""
    return work in WORK_STEPS[step][0]


def after(step: Step, work: str) -> Work:
    """How the work stands thereafter. Raises ValueError where the table has no such row."""
    before, then = WORK_STEPS[step]
    if work not in before:
        raise ValueError(f"{step}: not from {work}")
    return then


def taking(work: str, *, is_stale: bool) -> Step | None:
    """What taking it in hand does to the work; None where the work stays as it is."""
    if allows(Step.TAKE, work):
        return Step.TAKE
    return Step.TAKE_STALE if is_stale and allows(Step.TAKE_STALE, work) else None


def place_in(work: str, *, is_stale: bool) -> Finding.Place | None:
    """In which place the next finding is signed; None where it waits for none."""
    if taking(work, is_stale=is_stale):
        return Finding.Place.FIRST
    return next((place for step, place in _PLACES if allows(step, work)), None)


_PLACES = (
    (Step.FIRST_OF_TWO, Finding.Place.FIRST),
    (Step.DIFFERENT, Finding.Place.SECOND),
    (Step.THIRD, Finding.Place.THIRD),
)


def rule_for(facts: Facts, after: str) -> Rule | None:
    """The row by which the status may follow; None where it may not.

    What is stale may get its own status again: that it still holds is found by the same row.
    """
    rules = [rule for rule in RULES if rule.after == after]
    for rule in rules:
        if facts.status in rule.before and (facts.status != after or facts.is_stale):
            return rule
    return rules[0] if rules and facts.status == after and facts.is_stale else None


def missing(facts: Facts, grounds: Grounds, after: str, between: Collection[str] = ()) -> list[str]:
    """A sentence for each thing that stands between the statement and this status.

    ``between`` are the verdicts that differ, for whoever adjudicates: what takes two signatures
    must have been found by one of the two, or it would rest on one alone.
    """
    rule = rule_for(facts, after)
    if rule is None:
        return [_not_listed(facts, after)]
    told = [one for need in rule.requires if (one := need.missing(facts, grounds))]
    if between and rule.signatures > 1 and after not in between:
        told.append(_("Two people have to find this, and neither of the two findings says so."))
    return told


def _not_listed(facts: Facts, after: str) -> str:
    if facts.status == after:
        return _("It has this status already.")
    before = {one for rule in RULES if rule.after == after for one in rule.before}
    names = [_("“%(name)s”") % {"name": one.label} for one in Status if one in before]
    return _("It must first be %(statuses)s.") % {"statuses": _(" or ").join(names)}


@dataclass(frozen=True, slots=True)
class Offer:
    """One status as it is offered to a person who decides, with what is missing for it."""

    status: str
    label: str
    signatures: int
    one_confirms: bool
    missing: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        return not self.missing


def offers(facts: Facts, grounds: Grounds, between: Collection[str] = ()) -> Iterator[Offer]:
    """Every status in its order; the category of what cannot be checked is asked for later.

    Whoever adjudicates ``between`` two verdicts may also find that there is no claim.
    """
    for status in Status:
        rule = rule_for(facts, status)
        if rule is None and facts.status == status:
            continue
        needs = missing(
            facts, Grounds(grounds.evidence, Statement.Category.OPINION), status, between
        )
        told = rule or next(one for one in RULES if one.after == status)
        yield Offer(
            status=status,
            label=str(status.label),
            signatures=told.signatures,
            one_confirms=told.one_confirms,
            missing=tuple(needs),
        )
    if between:
        label = str(dict(Finding.VERDICTS)[NO_CLAIM])
        yield Offer(NO_CLAIM, label, 1, False, ())
