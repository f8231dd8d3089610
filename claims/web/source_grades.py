"""How far a source has been found reliable: letters, since when, on what basis, by whom."""

from dataclasses import dataclass
from datetime import date

from claims.models import Grade
from claims.web.source_history import person_name

SHOWN_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class GradeView:
    """One letter, worded."""

    letter: str
    label: str
    since: date
    basis: str
    by: str


def grades_of(ids: list[int]) -> list[GradeView]:
    """Of a source and what was merged into it: the one that holds now, then earlier ones. One
    query."""
    rows = Grade.objects.filter(source__in=ids).select_related("graded_by")[:SHOWN_AT_MOST]
    return [
        GradeView(
            letter=row.letter,
            label=str(row.get_letter_display()),
            since=row.since,
            basis=row.basis,
            by=person_name(row.graded_by),
        )
        for row in rows
    ]
