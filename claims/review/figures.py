"""What the desk got done, what waits and for how long, in a period.

Everything is counted by the database: a year of a large desk is a few rows here. How far people
agree is in claims.review.compared. No figure names a source, or tells of one.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from claims.models import Alarm, Claim, Decision, Finding, Regrouping, Round, Statement

DAY = timedelta(days=1)
# Where one bucket of ages and times ends and the next begins; the last one has no end.
BOUNDS = (DAY, 3 * DAY, 7 * DAY, 30 * DAY)
BUCKETS = range(len(BOUNDS) + 1)
MEDIAN, NINTH_TENTH = 50, 90

Status = Statement.Corroboration
Needs = Statement.Needs
NEEDS = (Needs.REVIEWER, Needs.SECOND, Needs.THIRD)
_HOLDS = (Status.CORROBORATED, Status.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Asked:
    """A period, both days included, and what it is narrowed to.

    ``language`` is a statement's, ``outlet`` one that published a claim of it, ``person`` somebody
    who signed.
    """

    since: date
    until: date
    language: str = ""
    outlet: int | None = None
    person: int | None = None

    @property
    def within(self) -> tuple[datetime, datetime]:
        """The first moment of the period, and the first after it."""
        return _begin(self.since), _begin(self.until + DAY)

    def during(self, moment: str) -> Q:
        """Rows of the period, by one of their columns."""
        first, after = self.within
        return Q(**{f"{moment}__gte": first, f"{moment}__lt": after})

    def about(self, statement: str = "") -> Q:
        """Rows of the language and the outlet; ``statement`` is the path to what they are about,
        blank where they are statements."""
        wanted = Q()
        if self.language:
            wanted &= Q(**{f"{statement}__language" if statement else "language": self.language})
        if self.outlet is not None:
            published = Claim.objects.filter(version__article__outlet=self.outlet)
            wanted &= Q(**{f"{statement or 'pk'}__in": published.values("statement")})
        return wanted

    def signed(self, round_: str) -> Q:
        """Rows whose round the person signed, in whichever place."""
        if self.person is None:
            return Q()
        findings = Finding.objects.filter(reviewer=self.person)
        return Q(**{f"{round_}__in": findings.values("round")})


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _by_day(rows: "QuerySet[Any]", moment: str, count: str = "pk") -> Counter[date]:
    days = rows.order_by().annotate(day=TruncDate(moment)).values_list("day")
    return Counter(dict(days.annotate(Count(count))))


# ── What was done ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Throughput:
    """Findings and decisions by day; taking a decision back is one too."""

    findings: Counter[date]
    decisions: Counter[date]


def throughput(asked: Asked) -> Throughput:
    """Two queries."""
    findings = Finding.objects.filter(asked.during("given_at"), asked.about("round__statement"))
    if asked.person is not None:
        findings = findings.filter(reviewer=asked.person)
    return Throughput(
        findings=_by_day(findings, "given_at"), decisions=_by_day(_decided(asked), "decided_at")
    )


def _decided(asked: Asked) -> "QuerySet[Decision]":
    decisions = Decision.objects.filter(asked.during("decided_at"), asked.about("statement"))
    if asked.person is not None:
        decisions = decisions.filter(Q(decided_by=asked.person) | asked.signed("round"))
    return decisions.order_by()


# ── What waits ───────────────────────────────────────────────────────────────────────────────────


def waiting(asked: Asked, now: datetime) -> dict[str, Counter[int]]:
    """What waits at present, whatever the period: for each need how many of each bucket of BOUNDS.

    The age is the time since the first report came, or since it became stale. For a person it is
    what is assigned to them. One query.
    """
    rows = Statement.objects.waiting().filter(asked.about())
    if asked.person is not None:
        rows = rows.filter(assignee=asked.person)
    since = Coalesce("stale_since", "created_at", output_field=DateTimeField())
    aged = rows.order_by().annotate(
        since=since,
        # The oldest first: a later bound holds for what is older too.
        bucket=Case(
            *(
                When(since__lte=now - BOUNDS[at - 1], then=Value(at))
                for at in reversed(BUCKETS[1:])
            ),
            default=Value(0),
            output_field=IntegerField(),
        ),
    )
    found: dict[str, Counter[int]] = {need: Counter() for need in NEEDS}
    for need, bucket, number in aged.values_list("needs", "bucket").annotate(Count("pk")):
        found[need][bucket] = number
    return found


def backlog(
    asked: Asked, waits: Mapping[str, Counter[int]], today: date
) -> dict[str, dict[date, int]]:
    """For each need how many waited at the end of each day of the period, up to today.

    Reckoned back from ``waits``, what waits now, by what came and went since: there is no row that
    tells what waited on a day. What a new engine withdrew is not followed. Empty for a person: who
    was assigned what is not kept. Seven queries.
    """
    last = min(asked.until, today)
    if asked.person is not None or asked.since > last:
        return {}
    flows = _flows(asked)
    found: dict[str, dict[date, int]] = {}
    for need in NEEDS:
        number, day, by_day = waits[need].total(), today, {}
        while day >= asked.since:
            if day <= last:
                by_day[day] = number
            number = max(number - flows[need][day], 0)
            day -= DAY
        found[need] = dict(sorted(by_day.items()))
    return found


def _flows(asked: Asked) -> dict[str, Counter[date]]:
    """For each need by day how many more came than went, from the period's first day on."""
    start = asked.within[0]
    found: dict[str, Counter[date]] = {need: Counter() for need in NEEDS}

    def move(days: Mapping[date, int], into: str | None = None, out: str | None = None) -> None:
        for day, number in days.items():
            if into is not None:
                found[into][day] += number
            if out is not None:
                found[out][day] -= number

    new = Statement.objects.filter(asked.about(), created_at__gte=start)
    move(_by_day(new, "created_at"), into=Needs.REVIEWER)
    move(_by_day(_never_waited(new), "created_at"), out=Needs.REVIEWER)
    for place, outcome, day, number in _found(asked, start):
        move({day: number}, *_step(place, outcome))
    for place, day, number in _broken_off(asked, start):
        # Step by step back: where there were two findings, from the third to the second first.
        into, out = _step(place, Round.Outcome.BROKEN_OFF)
        move({day: number}, into=out, out=into)
    reopened = Decision.objects.filter(
        Q(round=None) | Q(after=Status.UNASSESSED), asked.about("statement"), decided_at__gte=start
    )
    move(_by_day(reopened, "decided_at"), into=Needs.REVIEWER)
    move(_by_day(_became_stale(asked, start), "raised_at"), into=Needs.REVIEWER)
    merged = Regrouping.objects.filter(
        asked.about("origin"),
        kind=Regrouping.Kind.MERGE,
        undone_at=None,
        decided_at__gte=start,
        origin__corroboration=Status.UNASSESSED,
    )
    move(_by_day(merged, "decided_at", "origin"), out=Needs.REVIEWER)
    return found


def _step(place: int, outcome: str) -> tuple[str | None, str | None]:
    """Where a finding takes its statement, and from where."""
    if place == Finding.Place.FIRST:
        return (None if outcome == Round.Outcome.DECIDED else Needs.SECOND), Needs.REVIEWER
    if place == Finding.Place.SECOND:
        return (None if outcome == Round.Outcome.AGREED else Needs.THIRD), Needs.SECOND
    return None, Needs.THIRD


def _never_waited(new: "QuerySet[Statement]") -> "QuerySet[Statement]":
    """Those that wait for nobody although nobody did anything about them."""
    rounds = Round.objects.filter(statement=OuterRef("pk"))
    return new.filter(~Exists(rounds), needs=Needs.NOBODY, merged_into=None)


def _found(asked: Asked, start: datetime) -> list[tuple[int, str, date, int]]:
    rows = Finding.objects.filter(asked.about("round__statement"), given_at__gte=start)
    days = rows.order_by().annotate(day=TruncDate("given_at"))
    return list(days.values_list("place", "round__outcome", "day").annotate(Count("pk")))


def _broken_off(asked: Asked, start: datetime) -> list[tuple[int, date, int]]:
    """Findings of rounds that came to nothing, by the day on which they did."""
    rows = Finding.objects.filter(
        asked.about("round__statement"),
        round__outcome=Round.Outcome.BROKEN_OFF,
        round__closed_at__gte=start,
    )
    days = rows.order_by().annotate(day=TruncDate("round__closed_at"))
    return list(days.values_list("place", "day").annotate(Count("pk")))


def _became_stale(asked: Asked, start: datetime) -> "QuerySet[Alarm]":
    """The first alarm about each statement that nobody had in review then."""
    open_then = Q(settled_by=None) | Q(settled_by__decided_at__gt=OuterRef("raised_at"))
    earlier = Alarm.objects.filter(
        open_then, statement=OuterRef("statement"), pk__lt=OuterRef("pk")
    )
    in_review = Round.objects.filter(
        Q(closed_at=None) | Q(closed_at__gt=OuterRef("raised_at")),
        statement=OuterRef("statement"),
        opened_at__lte=OuterRef("raised_at"),
    )
    return Alarm.objects.filter(
        ~Exists(earlier), ~Exists(in_review), asked.about("statement"), raised_at__gte=start
    )


# ── How long it took ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Times:
    """From a statement's first report to its first decision, for those first decided then.

    ``median`` and ``ninth_tenth`` are times that one of them took: half of them, or nine in ten,
    took no longer. None without any. ``buckets`` are those of BOUNDS.
    """

    count: int
    median: timedelta | None
    ninth_tenth: timedelta | None
    buckets: Counter[int]


def times(asked: Asked) -> Times:
    """One query."""
    earlier = Decision.objects.filter(
        statement=OuterRef("statement"), round__isnull=False, pk__lt=OuterRef("pk")
    )
    took = ExpressionWrapper(
        F("decided_at") - F("statement__created_at"), output_field=DurationField()
    )
    first = _decided(asked).filter(~Exists(earlier), round__isnull=False)
    all_ = list(first.annotate(took=took).order_by("took").values_list("took", flat=True))
    if not all_:
        return Times(0, None, None, Counter())
    return Times(
        count=len(all_),
        median=all_[_place(len(all_), MEDIAN)],
        ninth_tenth=all_[_place(len(all_), NINTH_TENTH)],
        buckets=Counter(bisect_right(BOUNDS, one) for one in all_),
    )


def _place(count: int, percent: int) -> int:
    """Of so many in order the one that this share of them does not exceed (nearest rank)."""
    return max(-(-count * percent // 100) - 1, 0)


# ── What did not stand ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Overturns:
    """Adjudications, and in how many the third found other than the first, the second, both.

    Of the ``decisions`` of the period so many were later in it ``taken_back``, or ``turned``: the
    statement went back to what it was before, or from holding to refuted or the other way round.
    """

    adjudications: int
    other_than_first: int
    other_than_second: int
    other_than_both: int
    decisions: int
    taken_back: int
    turned: int


def overturns(asked: Asked) -> Overturns:
    """Three queries."""
    places = {
        name: FilteredRelation("findings", condition=Q(findings__place=place))
        for name, place in zip(("first", "second", "third"), Finding.Place, strict=True)
    }
    third = Round.objects.annotate(**places).filter(
        asked.during("third__given_at"), asked.about("statement"), asked.signed("pk")
    )
    not_first = ~Q(third__verdict=F("first__verdict"))
    not_second = ~Q(third__verdict=F("second__verdict"))
    adjudicated = third.aggregate(
        adjudications=Count("pk"),
        other_than_first=Count("pk", filter=not_first),
        other_than_second=Count("pk", filter=not_second),
        other_than_both=Count("pk", filter=not_first & not_second),
    )
    return Overturns(**adjudicated, **_reversed(asked))


def _reversed(asked: Asked) -> dict[str, int]:
    """Read row by row where a statement was decided about more than once: few of them are."""
    mine = Q(decided_by=asked.person) | asked.signed("round") if asked.person else Q(pk__gt=0)
    of_all = _decided(replace(asked, person=None))
    several = of_all.values("statement").annotate(number=Count("pk")).filter(number__gt=1)
    rows = (
        of_all.filter(statement__in=several.values("statement"))
        .annotate(is_mine=Case(When(mine, then=True), default=False))
        .order_by("statement", "pk")
        .values_list("statement", "pk", "round", "undoes", "before", "after", "is_mine", named=True)
    )
    taken_back = turned = 0
    for _, group in groupby(rows, attrgetter("statement")):
        in_order = list(group)
        for place, one in enumerate(in_order):
            if one.round is None or not one.is_mine:
                continue
            later = in_order[place + 1 :]
            if any(other.undoes == one.pk for other in later):
                taken_back += 1
            elif any(other.round and _goes_back(one, other.after) for other in later):
                turned += 1
    made = _decided(asked).filter(round__isnull=False).count()
    return {"decisions": made, "taken_back": taken_back, "turned": turned}


def _goes_back(one: Any, later: str) -> bool:
    return (
        later == one.before
        or (one.after in _HOLDS and later == Status.REFUTED)
        or (one.after == Status.REFUTED and later in _HOLDS)
    )
