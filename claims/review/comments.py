"""Words among those who work on a statement; @name tells that person."""

import re

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims import record, standing
from claims.errors import ReviewRefused
from claims.models import Comment, Notice
from claims.review.grounds import TEXT_AT_MOST
from claims.review.locking import locked, plain
from claims.review.permissions import may_touch_claims

# What Django lets a name hold; a full stop that ends a sentence is not part of it.
_MENTION = re.compile(r"(?<![\w@])@([\w.+@-]{0,149}\w)")


def in_parts(text: str) -> list[tuple[str, bool]]:
    """The words of a comment in their order; True where a part is the name of somebody, with @."""
    parts = []
    end = 0
    for found in _MENTION.finditer(text):
        parts += [(text[end : found.start()], False), (found[0], True)]
        end = found.end()
    return [(words, is_name) for words, is_name in [*parts, (text[end:], False)] if words]


@transaction.atomic
def comment(*, statement_id: int, by: User, text: str) -> Comment:
    """Raises ReviewRefused for no words, and for names that are nobody's."""
    if not may_touch_claims(by):
        raise ReviewRefused(_("Your role reads; those who work on it comment."))
    row = locked(statement_id)
    words = plain(text)
    if not words:
        raise ReviewRefused(_("Write the comment."))
    if len(words) > TEXT_AT_MOST:
        raise ReviewRefused(
            _("A comment may have up to %(most)d characters; this one has %(count)d.")
            % {"most": TEXT_AT_MOST, "count": len(words)}
        )
    names = set(_MENTION.findall(words))
    people = list(User.objects.filter(username__in=names, is_active=True))
    if unknown := sorted(names - {person.username for person in people}):
        raise ReviewRefused(
            _("Nobody here is called @%(name)s; mind capital letters.") % {"name": unknown[0]}
        )
    made = Comment.objects.create(statement=row, author=by, text=words)
    made.mentioned.set(people)
    standing.tell([person.pk for person in people], Notice.Kind.MENTIONED, row, by)
    record.write(
        record.Entry(
            action="comment.written",
            subject=("comment", made.pk),
            after={"text": words, "mentioned": sorted(person.pk for person in people)},
            by=by,
            statement=row.pk,
        )
    )
    return made
