"""People, as those they work with see them."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User

from claims.review.signing import name_of

Row = dict[str, Any]
Who = dict[int | None, Row | None]

COLUMNS = frozenset(
    f"{name}_id"
    for name in (
        *("added_by", "withdrawn_by", "opened_by", "closed_by", "made_by", "author", "reviewer"),
        *("decided_by", "undone_by", "written_by", "raised_by", "graded_by", "judged_by"),
        *("assignee", "held_by"),
    )
)


def people(*lists: Iterable[Row]) -> Who:
    """Everybody whom one of these rows names in one of COLUMNS. One query."""
    ids = {row[name] for rows in lists for row in rows for name in COLUMNS.intersection(row)} - {
        None
    }
    found: Who = {None: None}
    for pk, person in User.objects.in_bulk(ids).items():
        found[pk] = document(person)
    return found


def document(person: User) -> Row:
    return {"id": person.pk, "username": person.get_username(), "name": name_of(person)}
