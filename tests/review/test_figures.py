"""The desk's figures, reckoned by hand on small made-up days of November 2026."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import NO_CLAIM, Alarm, Regrouping, Statement
from claims.review import compared, figures
from claims.review.agreement import Measure, Reason
from claims.review.figures import Asked
from tests.factories import OutletFactory, SourceFactory
from tests.review.dated_desk import (
    NOW,
    alone,
    broken_off,
    came,
    first,
    graded,
    judged,
    links,
    on,
    people,
    quoted,
    second,
    taken_back,
    third,
)

pytestmark = pytest.mark.django_db

NOVEMBER = Asked(date(2026, 11, 1), date(2026, 11, 30))
TODAY = NOW.date()
HOURS = timedelta(hours=1)


def day(number: int) -> date:
    return date(2026, 11, number)


def at_ends(asked: Asked, need: str) -> dict[int, int]:
    """How many waited for ``need`` at the end of each day, by its number."""
    found = figures.backlog(asked, figures.waiting(asked, NOW), TODAY)
    return {when.day: number for when, number in found[need].items()}


# ── What was done ────────────────────────────────────────────────────────────────────────────────


def test_findings_and_decisions_are_counted_by_day() -> None:
    huda, omar = people("huda", "omar")
    second(first(came(1), huda, "corroborated", 2), omar, "corroborated", 3)
    alone(came(1), huda, "single_origin", 3)
    done = figures.throughput(NOVEMBER)
    assert done.findings == Counter({day(2): 1, day(3): 2})
    assert done.decisions == Counter({day(3): 2})


def test_the_first_and_the_last_day_belong_to_the_period() -> None:
    [huda] = people("huda")
    for number in (2, 3, 4, 5):
        alone(came(1), huda, "single_origin", number)
    done = figures.throughput(Asked(day(3), day(4)))
    assert done.findings == done.decisions == Counter({day(3): 1, day(4): 1})


def test_of_a_person_what_they_signed_is_counted() -> None:
    huda, omar = people("huda", "omar")
    second(first(came(1), huda, "corroborated", 2), omar, "corroborated", 3)
    taken_back(alone(came(1), omar, "single_origin", 4), huda, 5)
    done = figures.throughput(Asked(day(1), day(30), person=huda.pk))
    assert done.findings == Counter({day(2): 1})
    # Of the third she signed the first finding; the fifth is hers alone.
    assert done.decisions == Counter({day(3): 1, day(5): 1})


def test_language_and_outlet_narrow_what_is_counted() -> None:
    [huda] = people("huda")
    marsa = OutletFactory()
    alone(came(1, language="ar", outlet=marsa), huda, "single_origin", 2)
    alone(came(1, language="en", outlet=marsa), huda, "single_origin", 3)
    alone(came(1, language="en"), huda, "single_origin", 4)

    def days(**narrowed: object) -> set[int]:
        done = figures.throughput(Asked(day(1), day(30), **narrowed))
        assert done.findings == done.decisions
        return {when.day for when in done.findings}

    assert days(language="en") == {3, 4}
    assert days(outlet=marsa.pk) == {2, 3}
    assert days(language="en", outlet=marsa.pk) == {3}


# ── What waits ───────────────────────────────────────────────────────────────────────────────────


def test_what_waits_is_told_by_need_and_age() -> None:
    huda, omar = people("huda", "omar")
    came(24, hour=1)  # 11 hours
    came(23, hour=12)  # exactly a day
    came(20)  # 4 days
    first(came(14), huda, "corroborated", 15)  # 10 days
    second(first(came(1), huda, "corroborated", 2), omar, "refuted", 3)  # 23 days
    alone(came(1), huda, "single_origin", 2)  # waits for nobody
    waits = figures.waiting(NOVEMBER, NOW)
    assert waits == {
        "reviewer": Counter({0: 1, 1: 1, 2: 1}),
        "second": Counter({3: 1}),
        "third": Counter({3: 1}),
    }


def test_what_became_stale_waits_since_then() -> None:
    [huda] = people("huda")
    statement = came(1)
    alone(statement, huda, "single_origin", 2)
    statement.refresh_from_db()
    with on(22) as moment:
        statement.stale_since = moment
    statement.work = Statement.Work.SETTLED
    statement.follow()
    statement.save()
    assert figures.waiting(NOVEMBER, NOW)["reviewer"] == Counter({1: 1})


def test_of_a_person_what_is_assigned_to_them_waits() -> None:
    huda, omar = people("huda", "omar")
    came(20, assignee=huda)
    came(20, assignee=omar)
    came(20)
    mine = Asked(day(1), day(30), person=huda.pk)
    assert figures.waiting(mine, NOW)["reviewer"].total() == 1
    assert figures.backlog(mine, figures.waiting(mine, NOW), TODAY) == {}


def test_the_backlog_of_each_day_follows_what_came_and_went() -> None:
    huda, omar, lead = people("huda", "omar", "lead")
    one, two, three = came(18), came(18), came(20)
    rounds = [first(one, huda, "corroborated", 19), first(two, huda, "refuted", 19)]
    second(rounds[0], omar, "corroborated", 20)
    second(rounds[1], omar, "corroborated", 21)
    third(rounds[1], lead, "refuted", 23)
    alone(three, huda, "single_origin", 24)
    week = Asked(day(17), day(30))
    assert at_ends(week, "reviewer") == {17: 0, 18: 2, 19: 0, 20: 1, 21: 1, 22: 1, 23: 1, 24: 0}
    assert at_ends(week, "second") == {17: 0, 18: 0, 19: 2, 20: 1, 21: 0, 22: 0, 23: 0, 24: 0}
    assert at_ends(week, "third") == {17: 0, 18: 0, 19: 0, 20: 0, 21: 1, 22: 1, 23: 0, 24: 0}


def test_the_backlog_of_a_period_that_is_over_is_reckoned_back_too() -> None:
    [huda] = people("huda")
    for number in (17, 18, 19):
        came(number)
    alone(came(17), huda, "single_origin", 20)
    assert at_ends(Asked(day(17), day(18)), "reviewer") == {17: 2, 18: 3}


def test_what_was_taken_back_or_broken_off_waits_for_a_reviewer_again() -> None:
    huda, omar = people("huda", "omar")
    taken_back(alone(came(18), huda, "single_origin", 19), huda, 21)
    broken_off(first(came(18), huda, "corroborated", 19), 22)
    broken_off(second(first(came(18), huda, "corroborated", 19), omar, "refuted", 20), 23)
    week = Asked(day(18), day(23))
    assert at_ends(week, "reviewer") == {18: 3, 19: 0, 20: 0, 21: 1, 22: 2, 23: 3}
    assert at_ends(week, "second") == {18: 0, 19: 2, 20: 1, 21: 1, 22: 0, 23: 0}
    assert at_ends(week, "third") == {18: 0, 19: 0, 20: 1, 21: 1, 22: 1, 23: 0}


def test_what_became_stale_joins_the_backlog_on_that_day_once() -> None:
    [huda] = people("huda")
    statement = came(18)
    alone(statement, huda, "single_origin", 19)
    for number in (21, 22):
        with on(number):
            Alarm.objects.create(statement=statement, cause=Alarm.Cause.CHAIN)
    statement.refresh_from_db()
    statement.work, statement.stale_since = Statement.Work.SETTLED, NOW
    statement.follow()
    statement.save()
    assert at_ends(Asked(day(18), day(22)), "reviewer") == {18: 1, 19: 0, 20: 0, 21: 1, 22: 1}


def test_what_was_merged_leaves_the_backlog_on_that_day() -> None:
    [huda] = people("huda")
    kept, merged = came(18), came(18)
    with on(20):
        Regrouping.objects.create(
            kind="merge", origin=merged, target=kept, claims=[], reason="Alike.", decided_by=huda
        )
    merged.merged_into, merged.reports = kept, 0
    merged.follow()
    merged.save()
    assert at_ends(Asked(day(18), day(21)), "reviewer") == {18: 2, 19: 2, 20: 1, 21: 1}


def test_what_nobody_did_anything_about_and_waits_for_nobody_never_waited() -> None:
    withdrawn = came(18)
    withdrawn.reports = 0
    withdrawn.follow()
    withdrawn.save()
    assert at_ends(Asked(day(18), day(19)), "reviewer") == {18: 0, 19: 0}


# ── How long it took ─────────────────────────────────────────────────────────────────────────────


def test_times_run_from_the_first_report_to_the_first_decision() -> None:
    [huda] = people("huda")
    for days_later in (0, 1, 2, 3, 4, 5, 6, 7, 8, 14):
        alone(came(1), huda, "single_origin", 1 + days_later)
    again = came(1)
    alone(again, huda, "unverifiable", 2)
    alone(again, huda, "not_checkable", 20)
    took = figures.times(NOVEMBER)
    assert took.count == 11
    assert took.buckets == Counter({0: 1, 1: 3, 2: 4, 3: 3})
    # 0 1 1 2 3 4 5 6 7 8 14: half of eleven is the sixth, nine tenths the tenth.
    assert (took.median, took.ninth_tenth) == (timedelta(days=4), timedelta(days=8))


def test_without_a_decision_there_is_no_time() -> None:
    came(1)
    assert figures.times(NOVEMBER) == figures.Times(0, None, None, Counter())


@pytest.mark.parametrize(
    ("count", "median", "ninth_tenth"), [(1, 0, 0), (2, 0, 1), (10, 4, 8), (11, 5, 9)]
)
def test_a_share_is_the_nearest_rank(count: int, median: int, ninth_tenth: int) -> None:
    assert figures._place(count, figures.MEDIAN) == median
    assert figures._place(count, figures.NINTH_TENTH) == ninth_tenth


# ── What did not stand ───────────────────────────────────────────────────────────────────────────


def test_adjudications_are_held_against_both_findings() -> None:
    huda, omar, lead = people("huda", "omar", "lead")
    for one, other, last in (
        ("corroborated", "single_origin", "corroborated"),
        ("corroborated", "single_origin", "single_origin"),
        ("corroborated", "contested", NO_CLAIM),
    ):
        third(second(first(came(1), huda, one, 2), omar, other, 3), lead, last, 4)
    second(first(came(1), huda, "refuted", 2), omar, "refuted", 3)
    over = figures.overturns(NOVEMBER)
    assert (over.adjudications, over.other_than_first) == (3, 2)
    assert (over.other_than_second, over.other_than_both) == (2, 1)
    assert figures.overturns(Asked(day(1), day(3))).adjudications == 0


def test_of_a_person_their_own_rounds_were_adjudicated() -> None:
    huda, omar, lead = people("huda", "omar", "lead")
    third(second(first(came(1), huda, "refuted", 2), omar, "contested", 3), lead, "refuted", 4)
    third(second(first(came(1), lead, "refuted", 2), huda, "contested", 3), omar, "refuted", 4)
    third(second(first(came(1), lead, "refuted", 2), omar, "contested", 3), huda, "refuted", 4)
    [nobody] = people("nobody")
    assert figures.overturns(Asked(day(1), day(30), person=huda.pk)).adjudications == 3
    assert figures.overturns(Asked(day(1), day(30), person=nobody.pk)).adjudications == 0


def test_decisions_that_did_not_stand_are_counted_and_progress_is_not() -> None:
    [huda] = people("huda")
    taken_back(alone(came(1), huda, "single_origin", 2), huda, 3)
    back_and_forth = came(1)
    alone(back_and_forth, huda, "single_origin", 2)
    alone(back_and_forth, huda, "contested", 3)
    alone(back_and_forth, huda, "single_origin", 4)  # the one of the third turned
    fell = came(1)
    alone(fell, huda, "corroborated", 2)
    alone(fell, huda, "confirmed", 3)
    alone(fell, huda, "refuted", 4)  # both before turned
    grew = came(1)
    alone(grew, huda, "single_origin", 2)
    alone(grew, huda, "corroborated", 3)
    over = figures.overturns(NOVEMBER)
    assert (over.decisions, over.taken_back, over.turned) == (9, 1, 3)


def test_what_was_reversed_after_the_period_stands_in_it() -> None:
    [huda] = people("huda")
    taken_back(alone(came(1), huda, "single_origin", 2), huda, 5)
    over = figures.overturns(Asked(day(1), day(4)))
    assert (over.decisions, over.taken_back) == (1, 0)


# ── How far they agree ───────────────────────────────────────────────────────────────────────────


def both(one, other, pairs: str) -> None:
    """Rounds of two; letters for what each found: c corroborated, s single_origin."""
    words = {"c": "corroborated", "s": "single_origin"}
    for told in pairs.split():
        second(first(came(1), one, words[told[0]], 2), other, words[told[1]], 3)


def test_corroboration_compares_the_first_and_the_second_finding() -> None:
    huda, omar, lina = people("huda", "omar", "lina")
    both(huda, omar, "cc cc cc cs ss")
    both(omar, huda, "sc ss ss cc cc")
    both(lina, omar, "cs cc cc cc")  # fewer than five: in the whole, and no pair
    found = compared.corroboration(NOVEMBER)
    [pair] = found.pairs
    # Huda's first: cc 5, cs 1, sc ... turned to her side: cc 5, cs 2, ss 3. Chance: .7*.5+.3*.5.
    assert pair.people == (huda.pk, omar.pk)
    assert (pair.measure.units, pair.measure.same) == (10, 8)
    assert pair.measure.value == pytest.approx((0.8 - 0.5) / (1 - 0.5))
    assert (found.people, found.over_all.units, found.over_all.same) == (3, 14, 11)
    # 28 values: c 8 + 8 + 3, s 4 + 4 + 1 = 19 and 9; 3 of 14 units differ.
    assert found.over_all.value == pytest.approx(1 - 27 * 3 / (19 * 9))


def test_the_third_finding_is_compared_with_nobody() -> None:
    huda, omar, lead = people("huda", "omar", "lead")
    third(second(first(came(1), huda, "refuted", 2), omar, "contested", 3), lead, "refuted", 4)
    found = compared.corroboration(NOVEMBER)
    assert (found.people, found.over_all.units, found.over_all.same) == (2, 1, 0)


def test_a_person_sees_their_own_pairs() -> None:
    huda, omar, lina = people("huda", "omar", "lina")
    both(huda, omar, "cc cs ss cc ss")
    both(omar, lina, "cc cc cc cc cs")
    found = compared.corroboration(Asked(day(1), day(30), person=huda.pk))
    assert [pair.people for pair in found.pairs] == [(huda.pk, omar.pk)]
    assert (found.over_all.units, found.people) == (5, 2)


def test_where_all_found_the_same_there_is_no_number() -> None:
    huda, omar = people("huda", "omar")
    both(huda, omar, "cc cc cc cc cc")
    found = compared.corroboration(NOVEMBER)
    nothing = Measure(None, 5, 5, Reason.ONE_CATEGORY)
    assert found.over_all == found.pairs[0].measure == nothing


def test_without_anything_all_is_empty() -> None:
    for axis in (compared.corroboration, compared.attribution, compared.reliability):
        assert axis(NOVEMBER) == compared.Agreement(Measure(None, 0, 0, Reason.NO_PAIRS), 0, ())


def test_attribution_compares_what_each_last_found_of_a_link() -> None:
    huda, omar, lina = people("huda", "omar", "lina")
    six = links(6)
    judged(six, huda, "rpppr.", 2)
    judged(six, huda, "p.....", 3)  # thought again
    judged(six, omar, "pprpr.", 3)
    judged(six, lina, "p....p", 4)  # the last one nobody else looked at
    found = compared.attribution(NOVEMBER)
    # Units: ppp, pp, pr, pp, rr.
    assert (found.people, found.over_all.units, found.over_all.same) == (3, 5, 4)
    # 11 values, p 8 and r 3; what differs: 1 pair in a unit of two.
    assert found.over_all.value == pytest.approx(1 - 10 * 1 / (8 * 3))
    [pair] = found.pairs
    # Huda p .8 r .2, Omar p .6 r .4: chance .56.
    assert pair.people == (huda.pk, omar.pk)
    assert pair.measure.value == pytest.approx((0.8 - 0.56) / (1 - 0.56))


def test_reliability_compares_letters_by_their_order_and_leaves_out_f() -> None:
    huda, omar = people("huda", "omar")
    six = [SourceFactory() for _ in range(6)]
    graded(six, huda, "AABCEF", 2)
    graded(six, omar, "ABBCDA", 3)
    found = compared.reliability(NOVEMBER)
    assert (found.people, found.over_all.units, found.over_all.same) == (2, 5, 3)
    # Ten letters: A 3, B 3, C 2, D 1, E 1; their middles at 1.5, 4.5, 7, 8.5, 9.5. A-B is 9 apart
    # squared, D-E 1. All pairs: AB 9*9, AC 6*30.25, AD 3*49, AE 3*64, BC 6*6.25, BD 3*16, BE 3*25,
    # CD 2*2.25, CE 2*6.25, DE 1.
    expected = 81 + 181.5 + 147 + 192 + 37.5 + 48 + 75 + 4.5 + 12.5 + 1
    assert found.over_all.value == pytest.approx(1 - 9 * (9 + 1) / expected)
    assert found.pairs[0].measure == found.over_all


def test_letters_of_merged_sources_are_of_one_source() -> None:
    huda, omar = people("huda", "omar")
    kept, merged = SourceFactory(), SourceFactory()
    graded([merged], huda, "A", 2)
    graded([kept], omar, "B", 2)
    assert compared.reliability(NOVEMBER).over_all.units == 0
    merged.merged_into = kept
    merged.save()
    assert compared.reliability(NOVEMBER).over_all.units == 1


def test_what_is_judged_of_a_protected_source_is_not_compared() -> None:
    huda, omar = people("huda", "omar")
    two = links(2)
    sources = [link.source for link in two]
    for person, status, letter in ((huda, "p", "A"), (omar, "r", "B")):
        judged(two, person, status * 2, 2)
        graded(sources, person, letter * 2, 2)
    axes = (compared.attribution, compared.reliability)
    assert [axis(NOVEMBER).over_all.units for axis in axes] == [2, 2]
    sources[0].is_protected = True
    sources[0].save()
    assert [axis(NOVEMBER).over_all.units for axis in axes] == [1, 1]


def test_agreement_is_narrowed_to_language_outlet_and_period() -> None:
    huda, omar = people("huda", "omar")
    marsa = OutletFactory()
    quoted_there, elsewhere = came(1, language="ar", outlet=marsa), came(1, language="en")
    for statement in (quoted_there, elsewhere):
        source = SourceFactory()
        graded([source], huda, "A", 2)
        graded([source], omar, "B", 2)
        quoted(source, statement)
        judged(list(statement.claims.get().links.all()), huda, "p", 2)
        judged(list(statement.claims.get().links.all()), omar, "r", 2)
        second(first(statement, huda, "refuted", 2), omar, "refuted", 2)
    for axis in (compared.corroboration, compared.attribution, compared.reliability):
        for narrowed in ({"language": "ar"}, {"outlet": marsa.pk}):
            assert axis(Asked(day(1), day(30), **narrowed)).over_all.units == 1, axis
        assert axis(NOVEMBER).over_all.units == 2
        assert axis(Asked(day(3), day(30))).over_all.units == 0


def test_the_number_of_queries_does_not_follow_the_number_of_rows() -> None:
    huda, omar, lead = people("huda", "omar", "lead")
    marsa = OutletFactory()
    narrowed = Asked(day(1), day(30), language="ar", outlet=marsa.pk)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            for asked in (NOVEMBER, narrowed):
                figures.throughput(asked)
                figures.backlog(asked, figures.waiting(asked, NOW), TODAY)
                figures.times(asked)
                figures.overturns(asked)
                compared.corroboration(asked)
                compared.attribution(asked)
                compared.reliability(asked)
        return len(captured)

    def work() -> None:
        statement = came(1, language="ar", outlet=marsa)
        source = SourceFactory()
        quoted(source, statement)
        for by in (huda, omar):
            graded([source], by, "A", 2)
            judged(list(statement.claims.get().links.all()), by, "p", 2)
        round_ = second(first(statement, huda, "refuted", 2), omar, "contested", 3)
        third(round_, lead, "refuted", 4)

    work()
    few = queries()
    for _ in range(5):
        work()
    assert queries() == few <= 40
