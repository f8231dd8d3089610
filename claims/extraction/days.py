"""Days that expressions of time mean, counted from the day of publication."""

from datetime import date, timedelta


def days_from(published: date | None, days: int) -> date | None:
    """So many days after publication, before it if negative; None where that is not known or no
    calendar goes so far."""
    if published is None:
        return None
    try:
        return published + timedelta(days=days)
    except OverflowError:
        return None


def weekday(published: date | None, day: int, *, ahead: bool) -> date | None:
    """The day of that name, Monday 0: the last one up to publication, or the next one after it."""
    if published is None:
        return None
    back = (published.weekday() - day) % 7
    return days_from(published, 7 - back if ahead else -back)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, if the calendar has it; ``year`` 0 is not known."""
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None
