"""Taking a statement in hand to change it, so that nobody else changes it meanwhile.

Locks are taken in one order everywhere, so that nobody waits in a ring: sources, statements (by
their ids), claims, links and evidence, the record's head last.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import BigIntegerField
from django.utils.translation import gettext as _

from claims.errors import ReviewRefused, VersionConflict
from claims.models import Statement, kept_write
from claims.models.kept_query import KeptRows
from claims.review.permissions import may_review
from claims.standing import touched

REASON_AT_MOST = 5000
_ID_AT_MOST = BigIntegerField.MAX_BIGINT


_LOCKED = KeptRows[Statement](
    lambda ids: (
        Statement.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=ids)
        .order_by("pk")
    )
)


def locked(statement_id: int, version: int | None = None) -> Statement:
    """The row, locked for the transaction.

    Raises Statement.DoesNotExist; ReviewRefused where it was merged into another, or nobody has
    accepted the proposal that it is for; VersionConflict where ``version`` is given and it has
    another by now.
    """
    return locked_all([statement_id], version)[statement_id]


def locked_all(ids: Iterable[int], version: int | None = None) -> dict[int, Statement]:
    """Several rows at once, in the order of their ids: two that do so never wait in a ring."""
    wanted = set(ids)
    check_ids(wanted)
    found = {row.pk: row for row in _LOCKED(wanted)}
    if found.keys() != wanted:
        raise Statement.DoesNotExist
    for row in found.values():
        if row.merged_into_id is not None:
            raise ReviewRefused(
                _("It was merged into statement %(number)d; go on there.")
                % {"number": row.merged_into_id}
            )
        if version is not None:
            expect(row, version)
    _refuse_proposals(found)
    return found


def _refuse_proposals(found: dict[int, Statement]) -> None:
    empty = [pk for pk, row in found.items() if not row.reports]
    if empty and Statement.objects.filter(pk__in=empty).exclude(
        pk__in=Statement.objects.beyond_proposals().filter(pk__in=empty)
    ):
        raise ReviewRefused(_("Accept what is proposed first; it is no claim yet."))


def check_ids(ids: Iterable[int]) -> None:
    """Raises Statement.DoesNotExist for those that no database can be asked for."""
    if any(pk > _ID_AT_MOST for pk in ids):
        raise Statement.DoesNotExist


def expect(row: Statement, version: int) -> None:
    """Raises VersionConflict where the row has another version by now."""
    if row.version != version:
        raise VersionConflict(
            _("Somebody has changed it since you opened it. Nothing was recorded."), row.version
        )


def changed(row: Statement) -> None:
    """Save a locked row after a change that others who are deciding must know of."""
    row.version += 1
    touched(row)
    kept_write.keep(row)


def check_reviews(person: User) -> None:
    """Raises ReviewRefused for those who only read."""
    if not may_review(person):
        raise ReviewRefused(_("Your role reads; reviewers decide."))


def reason_of(given: str) -> str:
    """The reason, on its own terms. Raises ReviewRefused where it is empty or endless."""
    reason = plain(given)
    if not reason:
        raise ReviewRefused(_("Say why."))
    if len(reason) > REASON_AT_MOST:
        raise ReviewRefused(
            _("A reason may have up to %(most)d characters; this one has %(count)d.")
            % {"most": REASON_AT_MOST, "count": len(reason)}
        )
    return reason


def plain(given: str) -> str:
    """As every database can hold it: without NUL and halves of surrogate pairs."""
    sound = given.replace("\0", " ").encode(errors="replace").decode()
    return sound.replace("\r\n", "\n").strip()
