"""Telling people. A notice holds no words of articles and no names of sources."""

from collections.abc import Iterable

from django.contrib.auth.models import User

from claims.models import Notice, NoticeChoice, Statement


def way_unless_chosen(kind: str) -> NoticeChoice.Way:
    """How somebody who has not chosen is told: of what any second reviewer may do, not at all."""
    return NoticeChoice.Way.NONE if kind == Notice.Kind.SECOND else NoticeChoice.Way.PAGE


def tell(people: Iterable[int], kind: str, statement: Statement, by: User | None = None) -> None:
    """Tell each of them in the way that they chose, never whoever did it. Three queries."""
    wanted = set(people) - {by.pk if by else None}
    active = User.objects.filter(pk__in=wanted, is_active=True).values_list("pk", flat=True)
    chosen = dict(
        NoticeChoice.objects.filter(person__in=wanted, kind=kind).values_list("person", "way")
    )
    otherwise = way_unless_chosen(kind)
    Notice.objects.bulk_create(
        Notice(
            person_id=pk,
            kind=kind,
            statement=statement,
            by=by,
            wants_mail=chosen.get(pk) == NoticeChoice.Way.MAIL,
        )
        for pk in sorted(active)
        if chosen.get(pk, otherwise) != NoticeChoice.Way.NONE
    )
