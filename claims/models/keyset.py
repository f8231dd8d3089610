"""Pages of long lists by row comparison: WHERE (a, id) < (x, y) on an index in that order.

The deepest page costs what the first one does; OFFSET and the usual OR form read all before it.
"""

import base64
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, F, Field, Func, Model, QuerySet, Value
from django.utils.translation import gettext as _

from claims.errors import InputRefused

M = TypeVar("M", bound=Model)
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, and the cursors of those behind and before them; None at the ends."""

    rows: list[Row]
    next_cursor: str | None
    previous_cursor: str | None = None


class _Row(Func):
    template = "(%(expressions)s)"


class _Behind(Func):
    template = "%(expressions)s"
    output_field = BooleanField()

    def __init__(self, left: _Row, right: _Row, *, falling: bool) -> None:
        super().__init__(left, right, arg_joiner=" < " if falling else " > ")


def page(
    queryset: "QuerySet[M, Row]",
    *,
    order: tuple[str, ...],
    after: str | None = None,
    before: str | None = None,
    size: int,
) -> Page[Row]:
    """The rows behind one cursor, or right before another, up to ``size``, in one query.

    ``order`` names columns of the model itself, none of them nullable, all with or all without
    "-", the last one unique; rows of ``values()`` must hold them. Raises InputRefused when
    a cursor is none of a list in this order.
    """
    falling = order[0].startswith("-")
    if any(one.startswith("-") != falling for one in order):
        raise ValueError("a keyset needs all of its columns in one direction")
    names = [one.lstrip("-") for one in order]
    back = before is not None
    place = before if back else after
    ordered = queryset.order_by(*(_turned(order) if back else order))
    if place is not None:
        behind = _behind(place, order, queryset, falling=falling != back)
        ordered = ordered.filter(behind)
    rows = list(ordered[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows.reverse()
    ends = (
        (_cursor(rows[0], order, names), _cursor(rows[-1], order, names)) if rows else (None,) * 2
    )
    # A cursor was handed out with a row in its hand: on that side the list goes on.
    return Page(
        rows,
        next_cursor=ends[1] if more or back else None,
        previous_cursor=ends[0] if (more if back else place is not None) else None,
    )


def _turned(order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one[1:] if one.startswith("-") else f"-{one}" for one in order)


def _behind(
    place: str, order: tuple[str, ...], queryset: "QuerySet[M, Row]", *, falling: bool
) -> _Behind:
    names = [one.lstrip("-") for one in order]
    fields: list[Any] = [queryset.model._meta.get_field(name) for name in names]
    values = [
        Value(one, output_field=field)
        for one, field in zip(_values(place, order, fields), fields, strict=True)
    ]
    return _Behind(_Row(*(F(name) for name in names)), _Row(*values), falling=falling)


def cursor_of(row: Any, order: tuple[str, ...]) -> str:
    """The cursor that the rows behind this one are asked for with."""
    return _cursor(row, order, [one.lstrip("-") for one in order])


def _cursor(row: Any, order: tuple[str, ...], names: list[str]) -> str:
    held = [row[name] if isinstance(row, dict) else getattr(row, name) for name in names]
    plain = [one.isoformat() if isinstance(one, date | datetime) else one for one in held]
    told = json.dumps([list(order), plain], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


def _values(after: str, order: tuple[str, ...], fields: list[Any]) -> list[object]:
    try:
        padded = after + "=" * (-len(after) % 4)
        told = json.loads(base64.b64decode(padded.encode("ascii"), b"-_", validate=True))
        of_order, plain = told
        if of_order != list(order) or len(plain) != len(fields):
            raise ValueError("a cursor of another list")
        return [_value(one, field) for one, field in zip(plain, fields, strict=True)]
    except (ValueError, TypeError, OverflowError, ValidationError, RecursionError) as error:
        raise InputRefused(
            _("This place in the list cannot be read; start again from the first page.")
        ) from error


def _value(plain: object, field: "Field[Any, Any]") -> object:
    if plain is None or isinstance(plain, bool | list | dict):
        raise ValueError("no value of a column")
    value = field.to_python(plain)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError("out of the column's range")
    if isinstance(value, str) and "\0" in value:
        raise ValueError("no database holds this")
    return value
