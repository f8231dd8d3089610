"""Rows that people merged into others stay; what they stand for is found by following them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet


def grouped(queryset: "QuerySet[Any]", ids: Iterable[int]) -> dict[int, list[int]]:
    """For each id itself and those merged into it, to the end.

    One query for each step of the longest chain of merges.
    """
    groups = {pk: [pk] for pk in ids}
    standing = {pk: pk for pk in groups}
    while standing:
        merged = queryset.filter(merged_into__in=standing).values_list("pk", "merged_into")
        standing = {pk: standing[into] for pk, into in merged}
        for pk, top in standing.items():
            groups[top].append(pk)
    return groups
