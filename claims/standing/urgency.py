"""How urgent a statement is, as the moment by which it wants to be decided."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from claims.models import Statement

_RULES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("urgency.toml").read_text(encoding="utf-8")
)
_HOUR = 3600
_EPOCH = date(1970, 1, 1)


def rank_of(statement: Statement, came: datetime | None = None) -> int:
    """Seconds since 1970; less is more urgent. ``came`` is for one that has no created_at yet."""
    since = came or statement.created_at
    further = min(max(statement.reports - 1, 0), _RULES["reports"]["at_most"])
    hours: int = (
        _RULES["wanted_after"]
        + _RULES["priority"][str(statement.priority)]
        + _RULES["reports"]["each"] * further
        + (_RULES["contradiction"]["open"] if statement.open_contradictions else 0)
        + (_RULES["stale"]["stale"] if statement.is_stale else 0)
    )
    wanted = int(since.timestamp()) + hours * _HOUR
    if statement.due is None:
        return wanted
    before: int = _RULES["due"]["before"]
    # In days, because the last day that a date can name has no day after it.
    end_of_day = ((statement.due - _EPOCH).days + 1) * 24 * _HOUR
    return min(wanted, end_of_day - before * _HOUR)
