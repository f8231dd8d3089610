"""Writes that a decision waits for, in words worked out once for each model (see kept_query).

``add`` and ``keep`` do what ``save`` of a new and of a changed row does, for models without
parents, computed columns and receivers of signals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

# SQLite takes 32,766 values in one statement, and no model here has 100 columns.
_AT_ONCE = 300


@dataclass(frozen=True, slots=True)
class _Said:
    """``group`` stands for one row's values, where there may be several rows."""

    sql: str
    group: str
    fields: tuple["models.Field[Any, Any]", ...]


def add(row: models.Model) -> None:
    """Insert a new row, whose id the database gives. One statement."""
    here = connections[DEFAULT_DB_ALIAS]
    said = _insert(type(row), here.vendor)
    with here.cursor() as cursor:
        values = _values(row, said, here, is_new=True)
        cursor.execute(f"{said.sql}{said.group} RETURNING id", values)
        row.pk = cursor.fetchone()[0]
    _is_there(row)


def add_numbered(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model that have their ids. A statement for each 300."""
    here = connections[DEFAULT_DB_ALIAS]
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        said = _insert(type(some[0]), here.vendor)
        values = [value for row in some for value in _values(row, said, here, is_new=True)]
        with here.cursor() as cursor:
            cursor.execute(said.sql + ", ".join([said.group] * len(some)), values)
        for row in some:
            _is_there(row)


def keep(row: models.Model, *names: str) -> None:
    """Update these columns of a row, or all; raises DatabaseError where it is no longer there."""
    here = connections[DEFAULT_DB_ALIAS]
    said = _update(type(row), here.vendor, names)
    with here.cursor() as cursor:
        cursor.execute(said.sql, [*_values(row, said, here, is_new=False), row.pk])
        if cursor.rowcount != 1:
            raise DatabaseError(f"{row} is not there to be updated")


def _values(
    row: models.Model, said: _Said, here: BaseDatabaseWrapper, *, is_new: bool
) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(row, is_new), here) for field in said.fields]


def _is_there(row: models.Model) -> None:
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


@cache
def _insert(model: type[models.Model], vendor: str) -> _Said:
    """For what the database numbers without the id."""
    fields = tuple(
        one for one in model._meta.concrete_fields if not isinstance(one, models.AutoField)
    )
    columns, places = ", ".join(map(_quoted, fields)), ", ".join(["%s"] * len(fields))
    return _Said(f"INSERT INTO {_table(model)} ({columns}) VALUES ", f"({places})", fields)


@cache
def _update(model: type[models.Model], vendor: str, names: tuple[str, ...]) -> _Said:
    pk = model._meta.pk
    fields = tuple(
        one
        for one in model._meta.concrete_fields
        if one is not pk and (not names or one.name in names)
    )
    changes = ", ".join(f"{_quoted(one)} = %s" for one in fields)
    return _Said(f"UPDATE {_table(model)} SET {changes} WHERE {_quoted(pk)} = %s", "", fields)


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _quoted(field: Any) -> str:
    return connection.ops.quote_name(field.column)
