"""Queries that a decision waits for, worked out once and then asked with other ids alone.

Django takes several times as long to work out what to say to the database as the database takes to
answer. A decision asks some twenty questions of a few rows each, always the same ones.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.transaction import TransactionManagementError

Row = TypeVar("Row", bound=models.Model)

# Stands for the first id while a query is worked out; no row has one so high.
_STAND_IN = 2**62


@dataclass(frozen=True, slots=True)
class _Said:
    """The words for one database and one number of ids, and what reads the answer."""

    sql: str
    params: tuple[Any, ...]
    query: Any
    columns: tuple[Any, ...]
    # Of those whose values the database has otherwise than Python: their places.
    converted: tuple[int, ...]


class KeptQuery:
    """Tuples of a query of values of those rows that ``ask`` finds by their ids, in its order.

    ``ask`` must use the ids in ``__in`` alone, and nothing else that differs from call to call.
    """

    def __init__(self, ask: Callable[[Sequence[int]], "models.QuerySet[Any, Any]"]) -> None:
        self._ask = ask
        self._kept: dict[tuple[str, int], _Said] = {}

    def __call__(self, ids: Iterable[int]) -> list[tuple[Any, ...]]:
        """None of no ids, without asking; one query otherwise."""
        wanted = sorted(set(ids))
        if not wanted:
            return []
        here = connections[DEFAULT_DB_ALIAS]
        return self._answer(self._said(len(wanted), here), wanted, here)

    def _answer(
        self, said: _Said, ids: list[int], here: BaseDatabaseWrapper
    ) -> list[tuple[Any, ...]]:
        last = len(ids) - 1
        params = [
            ids[min(one - _STAND_IN, last)] if isinstance(one, int) and one >= _STAND_IN else one
            for one in said.params
        ]
        if said.query.select_for_update and here.get_autocommit():
            raise TransactionManagementError("rows are locked within a transaction")
        with here.cursor() as cursor:
            cursor.execute(said.sql, params)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        if not said.converted or not rows:
            return rows
        # What converts belongs to a connection, and this may be another than it was.
        compiler = said.query.get_compiler(connection=here)
        found = compiler.get_converters(said.columns[place] for place in said.converted)
        converters = {said.converted[place]: how for place, how in found.items()}
        return list(map(tuple, compiler.apply_converters(rows, converters)))

    def _said(self, number: int, here: BaseDatabaseWrapper) -> _Said:
        """For the next power of two: the last id is said as often as it takes to fill it."""
        size = 1 << (number - 1).bit_length()
        key = (here.vendor, size)
        if key not in self._kept:
            query = self._ask(range(_STAND_IN, _STAND_IN + size)).query
            compiler = query.get_compiler(connection=here)
            sql, params = compiler.as_sql()
            columns = tuple(expression for expression, _sql, _alias in compiler.select)
            converted = tuple(compiler.get_converters(columns))
            self._kept[key] = _Said(sql, tuple(params), query, columns, converted)
        return self._kept[key]


def partial(model: type[Row], **columns: Any) -> Row:
    """A row of which only these columns were read; the others are read when asked for."""
    in_order = [field.attname for field in model._meta.concrete_fields if field.attname in columns]
    return model.from_db(DEFAULT_DB_ALIAS, in_order, [columns[name] for name in in_order])


class KeptRows(Generic[Row]):
    """The rows themselves, of a query without relations or annotations; what it defers is read
    when it is asked for."""

    def __init__(self, ask: Callable[[Sequence[int]], "models.QuerySet[Row]"]) -> None:
        self._ask = KeptQuery(ask)

    def __call__(self, ids: Iterable[int]) -> list[Row]:
        wanted = sorted(set(ids))
        if not wanted:
            return []
        here = connections[DEFAULT_DB_ALIAS]
        said = self._ask._said(len(wanted), here)
        names = [column.target.attname for column in said.columns]
        model = said.query.model
        rows = self._ask._answer(said, wanted, here)
        return [model.from_db(here.alias, names, row) for row in rows]
