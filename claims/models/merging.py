"""Rows that people merged into others stay; what they stand for is found by following them."""

from collections.abc import Iterable

from django.db.models import Model

from claims.models.kept_query import KeptQuery

_MERGED: dict[type[Model], KeptQuery] = {}


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
