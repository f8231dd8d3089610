"""Who reads, and which protected sources they see.

The doors say once for each request who reads (``read_by``). Whatever shows a source asks here, and
needs not be told: where nobody said who reads, nobody does, and every protected source is hidden.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q, QuerySet

from claims.models import Source, SourceAccess, SourceDecision

Rows = TypeVar("Rows", bound="QuerySet[Any]")


class _Reader:
    """A person, or nobody, while they read. The user is not looked at before it has to be."""

    def __init__(self, user: User | AnonymousUser | None) -> None:
        self._user = user

    @cached_property
    def access(self) -> "QuerySet[SourceAccess]":
        if self._user is None or not self._user.is_active:
            return SourceAccess.objects.none()
        return SourceAccess.objects.filter(user=self._user.pk)

    @cached_property
    def named_for(self) -> frozenset[int]:
        return frozenset(self.access.values_list("source", flat=True))


_NOBODY = _Reader(None)
_reader: ContextVar[_Reader | None] = ContextVar("reader", default=None)


def _now() -> _Reader:
    return _reader.get() or _NOBODY


@contextmanager
def read_by(user: User | AnonymousUser | None) -> Iterator[None]:
    """Within it, sources are shown as this person may see them; as nobody may, if it is None."""
    before = _reader.set(_Reader(user))
    try:
        yield
    finally:
        _reader.reset(before)


def sees(source: Source) -> bool:
    """Whether who reads may know who this is. One query for each reader, if anything is protected.

    The row alone tells: entries that were merged are protected alike.
    """
    return not source.is_protected or source.pk in _now().named_for


def seen(rows: Rows, path: str = "") -> Rows:
    """Those rows whose source who reads may see; ``path`` leads to it, as in "source__"."""
    named_for = _now().access.values("source")
    return rows.filter(Q(**{f"{path}is_protected": False}) | Q(**{f"{path}pk__in": named_for}))


def hidden_among(ids: Iterable[int | None] | None = None) -> set[int]:
    """Which of these sources (of all, if none are given) are hidden from who reads. One query."""
    hidden = Source.objects.filter(is_protected=True)
    if ids is not None:
        hidden = hidden.filter(pk__in={one for one in ids if one is not None})
    return set(hidden.values_list("pk", flat=True)) - _now().named_for


def seen_decisions(decisions: "QuerySet[SourceDecision]") -> "QuerySet[SourceDecision]":
    """Without those that a hidden source stands in: they and their reasons would lead to it."""
    hidden = hidden_among()
    if not hidden:
        return decisions
    return decisions.exclude(pk__in=SourceDecision.objects.about(hidden).values("pk"))
