"""Taking a statement in hand to change it, so that nobody else changes it meanwhile."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from claims.errors import ReviewRefused, VersionConflict
from claims.models import Statement
from claims.standing import touched

REASON_AT_MOST = 5000


def locked(statement_id: int, version: int | None = None) -> Statement:
    """The row, locked for the transaction.

    Raises Statement.DoesNotExist; ReviewRefused where it was merged into another; VersionConflict
    where ``version`` is given and it has another by now.
    """
    return locked_all([statement_id], version)[statement_id]


def locked_all(ids: Iterable[int], version: int | None = None) -> dict[int, Statement]:
    """Several rows at once, in the order of their ids: two that do so never wait in a ring."""
    wanted = set(ids)
    rows = Statement.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
    found = {row.pk: row for row in rows}
    if found.keys() != wanted:
        raise Statement.DoesNotExist
    for row in found.values():
        if row.merged_into_id is not None:
            raise ReviewRefused(
                _("It was merged into statement %(number)d; go on there.")
                % {"number": row.merged_into_id}
            )
        if version is not None and row.version != version:
            raise VersionConflict(
                _("Somebody has changed it since you opened it. Nothing was recorded."),
                row.version,
            )
    return found


def changed(row: Statement) -> None:
    """Save a locked row after a change that others who are deciding must know of."""
    row.version += 1
    touched(row)
    row.save()


def reason_of(given: str) -> str:
    """The reason, on its own terms. Raises ReviewRefused where it is empty or endless."""
    reason = given.replace("\0", " ").strip()
    if not reason:
        raise ReviewRefused(_("Say why."))
    if len(reason) > REASON_AT_MOST:
        raise ReviewRefused(
            _("A reason may have up to %(most)d characters; this one has %(count)d.")
            % {"most": REASON_AT_MOST, "count": len(reason)}
        )
    return reason
