"""Each figure of the desk, worded: a drawing, its twin, a table, and what it means."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from claims.review import compared, figures
from claims.review.agreement import Measure, Reason
from claims.review.compared import COMMON_AT_LEAST, Agreement
from claims.review.figures import BUCKETS, NEEDS, Asked, Needs
from claims.web.figure_drawing import Drawing, Lane, bars_of, columns_of, scale_of, signed
from claims.web.plot import Unit, periods

COLUMNS_AT_MOST = 31
# From fewer things that were compared, a coefficient says little.
SAYS_LITTLE_BELOW = 10
PAIRS_DRAWN = 8
PAIRS_AT_MOST = 200
NAME_AT_MOST = 14  # two of them and a number share a line of a drawing


@dataclass(frozen=True, slots=True)
class Figure:
    """One section of the page; without a ``drawing`` there is nothing yet, and ``said`` says so."""

    ident: str
    title: str
    facts: tuple[tuple[str, str], ...]
    said: str  # what it means
    note: str  # what was counted
    drawing: Drawing | None
    described: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def is_empty(self) -> bool:
        return self.drawing is None


# ── How far people agree ─────────────────────────────────────────────────────────────────────────


def agreement(asked: Asked, names: Mapping[int, str]) -> list[Figure]:
    """Of each axis one figure; ``names`` of people by id."""
    return [
        _agreed(
            "corroboration",
            _("Agreement on corroboration"),
            _("First and second findings of a round, of which the second is given blind."),
            compared.corroboration(asked),
            (pgettext("figures", "Rounds"), pgettext("coefficient", "Kappa")),
            names,
        ),
        _agreed(
            "attribution",
            _("Agreement on attribution"),
            _("What each found last of the same link. Who looked later could see what was found."),
            compared.attribution(asked),
            (pgettext("figures", "Links"), pgettext("coefficient", "Kappa")),
            names,
        ),
        _agreed(
            "reliability",
            _("Agreement on reliability"),
            _(
                "The letters that each gave last to the same source, A to E in their order; F is "
                "no letter. Who graded later could see what was given."
            ),
            compared.reliability(asked),
            (_("Sources"), pgettext("coefficient", "Alpha")),
            names,
        ),
    ]


def _agreed(
    ident: str,
    title: str,
    note: str,
    found: Agreement,
    words: tuple[str, str],
    names: Mapping[int, str],
) -> Figure:
    units, of_two = words
    over_all = found.over_all
    if over_all.reason is Reason.NO_PAIRS:
        return _nothing(ident, title, _("Nobody has judged the same thing as somebody else yet."))
    told = [
        (pair, _both(names, pair.people, NAME_AT_MOST), _number(pair.measure))
        for pair in found.pairs[:PAIRS_DRAWN]
    ]
    return Figure(
        ident=ident,
        title=title,
        facts=(
            (pgettext("coefficient", "Alpha"), _number(over_all)),
            (units, str(over_all.units)),
            (_("All said the same"), str(over_all.same)),
            (pgettext("figures", "People"), str(found.people)),
        ),
        said=_meaning(over_all),
        note=_joined(note, _pairs_said(found)),
        drawing=scale_of(
            [
                (_("All together"), over_all.value, _with_n(over_all)),
                *((label, pair.measure.value, _with_n(pair.measure)) for pair, label, _n in told),
            ]
        ),
        described=_("Over all the agreement is %(value)s, of %(count)d.")
        % {"value": _number(over_all), "count": over_all.units},
        header=(pgettext("figures", "Who"), of_two, units, pgettext("figures", "The same")),
        rows=(
            (
                _("All together, alpha"),
                (_number(over_all), str(over_all.units), str(over_all.same)),
            ),
            *(
                (
                    _both(names, pair.people),
                    (_number(pair.measure), str(pair.measure.units), str(pair.measure.same)),
                )
                for pair in found.pairs[:PAIRS_AT_MOST]
            ),
        ),
    )


def _number(measure: Measure) -> str:
    if measure.value is None:
        return pgettext("coefficient", "none")
    told = f"{measure.value:.2f}"
    return "0.00" if told == "-0.00" else signed(told)


def _with_n(measure: Measure) -> str:
    return f"{_number(measure)} \u2066(n = {measure.units})\u2069"


def _meaning(measure: Measure) -> str:
    """What a coefficient says; never whether that is good."""
    if measure.value is None:
        return _(
            "Everybody said one and the same every time. What chance would have given cannot be "
            "told from that, so there is no number."
        )
    if measure.units < SAYS_LITTLE_BELOW:
        return _("From so few the number says little; it settles as more are compared.")
    if measure.value == 1:
        return _("All said the same every time, which is 1; by chance alone it would be 0.")
    if measure.value >= 0.005:
        return _(
            "They said the same more often than by chance alone: that would be 0, and the same "
            "every time would be 1."
        )
    if measure.value > -0.005:
        return _("They said the same about as often as by chance alone, which is 0.")
    return _("They said the same less often than by chance alone, which would be 0.")


def _pairs_said(found: Agreement) -> str:
    said = _("Two people are shown once they have %(least)d in common.") % {
        "least": COMMON_AT_LEAST
    }
    if len(found.pairs) > PAIRS_DRAWN:
        more = _("Drawn are the %(most)d pairs with most in common; the table has more.")
        return _joined(said, more % {"most": PAIRS_DRAWN})
    return said


def _both(names: Mapping[int, str], people: tuple[int, int], most: int = 150) -> str:
    one, other = (_short(names.get(pk, str(pk)), most) for pk in people)
    return _("%(one)s and %(other)s") % {
        "one": f"\u2068{one}\u2069",
        "other": f"\u2068{other}\u2069",
    }


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _joined(*sentences: str) -> str:
    return " ".join(one for one in sentences if one)


# ── What was done, and what waits ────────────────────────────────────────────────────────────────


def done(asked: Asked) -> Figure:
    """Findings and decisions over the period."""
    found = figures.throughput(asked)
    title = _("What was done")
    counts = ((pgettext("figures", "Findings"), found.findings), (_("Decisions"), found.decisions))
    if not any(days.total() for _label, days in counts):
        return _nothing("done", title, _("Nothing was found and nothing decided in this period."))
    unit, starts = periods(asked.since, asked.until, COLUMNS_AT_MOST)
    lanes = []
    for label, days in counts:
        by_start: Counter[date] = Counter()
        for day, number in days.items():
            by_start[unit.start(day)] += number
        lanes.append(Lane(label, tuple(by_start[start] for start in starts)))
    facts = tuple((label, str(days.total())) for label, days in counts)
    return Figure(
        ident="done",
        title=title,
        facts=facts,
        said="",
        note=_("Taking a decision back counts as one too."),
        drawing=_over_time(lanes, unit, starts),
        described=_described(facts),
        header=(unit.name, *(lane.label for lane in lanes)),
        rows=_rows_over_time(lanes, unit, starts),
    )


def waits(asked: Asked, now: datetime) -> list[Figure]:
    """What waits now by age, and of the desk what waited at the end of each day."""
    found = figures.waiting(asked, now)
    title = _("What waits now, by age")
    total = sum(ages.total() for ages in found.values())
    labels = _needs()
    if total:
        by_age = Figure(
            ident="ages",
            title=title,
            facts=tuple((labels[need], str(found[need].total())) for need in NEEDS),
            said="",
            note=_(
                "Now, whatever the period. The age runs from the first report, or from when what "
                "a decision rests on changed."
            ),
            drawing=columns_of(
                [Lane(labels[need], tuple(found[need][at] for at in BUCKETS)) for need in NEEDS],
                _ages(),
            ),
            described=_described((labels[need], str(found[need].total())) for need in NEEDS),
            header=(pgettext("figures", "Age"), *(labels[need] for need in NEEDS)),
            rows=tuple(
                (age, tuple(str(found[need][at]) for need in NEEDS))
                for at, age in enumerate(_ages())
            ),
        )
    elif asked.person is not None:
        by_age = _nothing("ages", title, _("Nothing that is assigned waits."))
    else:
        by_age = _nothing("ages", title, _("Nothing waits."))
    return [by_age, *_backlog(asked, found, now.date())]


def _backlog(asked: Asked, found: dict[str, Counter[int]], today: date) -> list[Figure]:
    by_day = figures.backlog(asked, found, today)
    if not any(any(days.values()) for days in by_day.values()):
        return []
    unit, starts = periods(asked.since, min(asked.until, today), COLUMNS_AT_MOST)
    labels = _needs()
    lanes = []
    for need in NEEDS:
        # In order of days: the last one of each period stays.
        ends = {unit.start(day): number for day, number in by_day[need].items()}
        lanes.append(Lane(labels[need], tuple(ends.get(start, 0) for start in starts)))
    facts = tuple((lane.label, str(lane.numbers[-1])) for lane in lanes)
    return [
        Figure(
            ident="backlog",
            title=_("What waited, over time"),
            facts=(),
            said="",
            note=_(
                "At the end of each day, week or month, reckoned back from what waits now by what "
                "came and what was done since."
            ),
            drawing=_over_time(lanes, unit, starts),
            described=_("At the end: %(facts)s.") % {"facts": _listed(facts)},
            header=(unit.name, *(lane.label for lane in lanes)),
            rows=_rows_over_time(lanes, unit, starts),
        )
    ]


def _needs() -> dict[str, str]:
    return {
        Needs.REVIEWER: _("For a reviewer"),
        Needs.SECOND: _("For a second reviewer"),
        Needs.THIRD: _("For adjudication"),
    }


def _ages() -> tuple[str, ...]:
    """Of the buckets of claims.review.figures.BOUNDS."""
    return (
        _("Under a day"),
        _("1 to 3 days"),
        _("3 to 7 days"),
        _("7 to 30 days"),
        _("Over 30 days"),
    )


def _over_time(lanes: Sequence[Lane], unit: Unit, starts: Sequence[date]) -> Drawing:
    return columns_of(lanes, [date_format(start, unit.tick) for start in starts])


def _rows_over_time(
    lanes: Sequence[Lane], unit: Unit, starts: Sequence[date]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (date_format(start, unit.long), tuple(str(lane.numbers[place]) for lane in lanes))
        for place, start in enumerate(starts)
        if any(lane.numbers[place] for lane in lanes)
    )


# ── How long it took, and what did not stand ─────────────────────────────────────────────────────


def took(asked: Asked) -> Figure:
    found = figures.times(asked)
    title = _("From the first report to the decision")
    if found.median is None or found.ninth_tenth is None:
        return _nothing("times", title, _("Nothing was decided for the first time."))
    facts = (
        (_("Half took at most"), lasted(found.median)),
        (_("Nine in ten took at most"), lasted(found.ninth_tenth)),
        (_("Decided for the first time"), str(found.count)),
    )
    return Figure(
        ident="times",
        title=title,
        facts=facts,
        said="",
        note=_("Only the first decision about a statement counts."),
        drawing=columns_of(
            [Lane(_("Decisions"), tuple(found.buckets[at] for at in BUCKETS))], _ages()
        ),
        described=_described(facts),
        header=(pgettext("duration", "Time"), _("Decisions")),
        rows=tuple((age, (str(found.buckets[at]),)) for at, age in enumerate(_ages())),
    )


def lasted(time: timedelta) -> str:
    """Whole days; hours below two days, minutes below an hour."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    hours = minutes // 60
    if hours < 48:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return ngettext("%(count)d day", "%(count)d days", hours // 24) % {"count": hours // 24}


def overturned(asked: Asked) -> list[Figure]:
    found = figures.overturns(asked)
    third = (
        (_("Adjudications"), found.adjudications),
        (_("Other than the first finding"), found.other_than_first),
        (_("Other than the second finding"), found.other_than_second),
        (_("Other than both"), found.other_than_both),
    )
    stood = (
        (_("Decisions"), found.decisions),
        (_("Taken back later"), found.taken_back),
        (_("Decided the other way later"), found.turned),
    )
    return [
        _counted(
            "third",
            _("What the third found"),
            third,
            _("Where two findings differ, a third person decides and sees both."),
            _("Nothing was adjudicated in this period."),
        ),
        _counted(
            "stood",
            _("Decisions that did not stand"),
            stood,
            _(
                "Within the period: back to what it was before, or from corroborated to refuted "
                "or the other way round. A further step on the same way is not counted."
            ),
            _("Nothing was decided in this period."),
        ),
    ]


def _counted(
    ident: str, title: str, rows: tuple[tuple[str, int], ...], note: str, empty: str
) -> Figure:
    if not rows[0][1]:
        return _nothing(ident, title, empty)
    told = tuple((label, str(number)) for label, number in rows)
    return Figure(
        ident=ident,
        title=title,
        facts=(),
        said="",
        note=note,
        drawing=bars_of(rows),
        described=_described(told),
        header=(pgettext("table", "What"), _("How many")),
        rows=tuple((label, (number,)) for label, number in told),
    )


def _nothing(ident: str, title: str, said: str) -> Figure:
    return Figure(ident, title, (), said, "", None, "", (), ())


def _described(facts: Iterable[tuple[str, str]]) -> str:
    return _("%(facts)s.") % {"facts": _listed(facts)}


def _listed(facts: Iterable[tuple[str, str]]) -> str:
    colon = pgettext("filter", ": ")
    return _(", ").join(f"{label}{colon}{number}" for label, number in facts)
