"""When a statement wants to be decided, and that the queue follows from it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from claims.models import Statement
from claims.standing import rank_of

CAME = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def hours(**fields: object) -> float:
    """From when it came to when it wants to be decided."""
    return (rank_of(Statement(**fields), CAME) - CAME.timestamp()) / 3600


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, 72),
        ({"priority": Statement.Priority.LOW}, 312),
        ({"priority": Statement.Priority.HIGH}, -24),
        ({"priority": Statement.Priority.URGENT}, -408),
        ({"reports": 0}, 72),
        ({"reports": 2}, 66),
        ({"reports": 13}, 0),
        ({"reports": 500}, 0),
        ({"open_contradictions": 1}, 24),
        ({"open_contradictions": 3}, 24),
        ({"stale_since": timezone.now()}, 48),
        ({"reports": 3, "open_contradictions": 1, "stale_since": timezone.now()}, -12),
    ],
)
def test_each_thing_moves_the_moment_by_its_hours(fields: dict[str, object], wanted: float) -> None:
    assert hours(**fields) == wanted


@pytest.mark.parametrize(
    ("due", "wanted"),
    [
        # A day before the end of the day, if that is earlier.
        (date(2026, 11, 2), datetime(2026, 11, 2, tzinfo=UTC)),
        (date(2026, 11, 4), datetime(2026, 11, 4, tzinfo=UTC)),
        (date(9999, 12, 31), CAME + timedelta(hours=72)),
        (date(2026, 12, 24), CAME + timedelta(hours=72)),
    ],
)
def test_a_due_date_comes_before_the_rest_if_it_is_earlier(due: date, wanted: datetime) -> None:
    assert rank_of(Statement(due=due), CAME) == int(wanted.timestamp())


def test_what_came_earlier_is_more_urgent_than_what_is_like_it() -> None:
    ranks = [rank_of(Statement(), CAME + timedelta(seconds=n)) for n in range(3)]
    assert ranks == sorted(set(ranks))


def test_every_priority_has_its_hours() -> None:
    ranks = [rank_of(Statement(priority=number), CAME) for number in Statement.Priority.values]
    assert ranks == sorted(set(ranks), reverse=True)
