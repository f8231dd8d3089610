"""Rows that people merged into others stay; what they stand for is found by following them."""

from collections.abc import Iterable

from django.db.models import Model

from claims.models.kept_query import KeptQuery

_AT_ONCE = 1000
_MERGED: dict[type[Model], KeptQuery] = {}
_INTO: dict[type[Model], KeptQuery] = {}


def stands_for(model: type[Model], ids: Iterable[int]) -> dict[int, int]:
    """For each id that of what it was merged into, to the end; itself where it was not.

    One query for each step of the longest chain of merges, and each thousand of ids.
    """
    if model not in _INTO:
        _INTO[model] = KeptQuery(
            lambda some: model._default_manager.filter(pk__in=some).values_list("pk", "merged_into")
        )
    wanted = set(ids)
    into: dict[int, int | None] = {}
    step = wanted
    while step:
        ordered = sorted(step)
        for start in range(0, len(ordered), _AT_ONCE):
            into |= dict(_INTO[model](ordered[start : start + _AT_ONCE]))
        step = {one for one in into.values() if one is not None} - into.keys()
    return {pk: _end(pk, into) for pk in wanted if pk in into}


def _end(pk: int, into: dict[int, int | None]) -> int:
    while (further := into[pk]) is not None:
        pk = further
    return pk


def grouped(model: type[Model], ids: Iterable[int]) -> dict[int, list[int]]:
    """For each id itself and those merged into it, to the end.

    One query for each step of the longest chain of merges.
    """
    groups = {pk: [pk] for pk in ids}
    standing = {pk: pk for pk in groups}
    if model not in _MERGED:
        _MERGED[model] = KeptQuery(
            lambda into: model._default_manager.filter(merged_into__in=into).values_list(
                "pk", "merged_into"
            )
        )
    while standing:
        standing = {pk: standing[into] for pk, into in _MERGED[model](standing)}
        for pk, top in standing.items():
            groups[top].append(pk)
    return groups
