"""What people were told: what of it is unread, reading it, and how they want to be told."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import standing
from claims.errors import ReviewRefused
from claims.models import Digest, Notice, NoticeChoice, Statement
from claims.review.permissions import ADMINISTRATOR, LEAD, SECOND_REVIEWER

Way = NoticeChoice.Way


def tell_who_may_sign_second(row: Statement, first: User) -> None:
    """A first finding is given: tell those who may give the second and chose to be told."""
    second = User.objects.filter(
        Q(groups__name__in=(SECOND_REVIEWER, LEAD, ADMINISTRATOR)) | Q(is_superuser=True)
    ).values_list("pk", flat=True)
    standing.tell(second, Notice.Kind.SECOND, row, first)


def unread(person: User) -> QuerySet[Notice]:
    return Notice.objects.filter(person=person, read_at=None)


def unread_about(person: User, row: Statement) -> QuerySet[Notice]:
    """Those about a statement, and about what was merged into it."""
    return unread(person).filter(Q(statement=row) | Q(statement__merged_into=row))


@transaction.atomic
def read(*, person: User, up_to: int, about: Statement | None = None) -> int:
    """Mark as read what they were told up to that notice; what came later they have not seen.

    What was read in the page is not mailed any more. Gives how many there were.
    """
    found = unread(person) if about is None else unread_about(person, about)
    return found.filter(pk__lte=up_to).update(read_at=timezone.now(), wants_mail=False)


def ways_of(person: User) -> dict[str, Way]:
    """How they are told, for every kind. One query."""
    chosen = dict(NoticeChoice.objects.filter(person=person).values_list("kind", "way"))
    return {
        kind: Way(chosen.get(kind) or standing.way_unless_chosen(kind))
        for kind in Notice.Kind.values
    }


@transaction.atomic
def choose(*, person: User, ways: Mapping[str, str], language: str) -> None:
    """Keep how they want to be told; mails will speak ``language``.

    What still waited for a mail is not mailed where they no longer want that. Raises ReviewRefused
    for kinds and ways that there are not.
    """
    if not set(ways) <= set(Notice.Kind.values) or not set(ways.values()) <= set(Way.values):
        raise ReviewRefused(_("Choose for each kind one of the ways that are offered."))
    for kind, way in ways.items():
        NoticeChoice.objects.update_or_create(person=person, kind=kind, defaults={"way": way})
    unwanted = [kind for kind, way in ways.items() if way != Way.MAIL]
    Notice.objects.filter(person=person, wants_mail=True, mailed_at=None, kind__in=unwanted).update(
        wants_mail=False
    )
    if Way.MAIL in ways.values():
        Digest.objects.update_or_create(person=person, defaults={"language": language})
