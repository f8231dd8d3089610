"""The mail that gathers what somebody was told: numbers and addresses, nothing else.

No words of articles, no names of sources, no comments leave in it: whoever reads the mail on its
way learns that there is work. One person after the other: taken by a guarded UPDATE, so that no
other worker sends the same; sent; and marked in a transaction of its own as soon as the server
has taken it. Whatever breaks off in between, only the one mail under way may come a second time,
and then with the same Message-ID, unless more was told meanwhile.
"""

import hashlib
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.errors import MessageError
from email.utils import parseaddr
from itertools import groupby
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from claims.models import Digest, Notice

logger = logging.getLogger(__name__)

# Longer than a round may last (claims.tasks): nobody takes a mail for lost that is being sent.
LEASE = timedelta(minutes=5)
LINES_AT_MOST = 20  # of each kind
MARKED_AT_ONCE = 500


def send() -> int:
    """Send everybody whose turn it is their digest; how many the server took.

    A server that fails ends the round; who is left comes first in the next one.
    """
    due = _due()
    sent = 0
    try:
        if due:
            with get_connection() as server:
                for person_id in due:
                    sent += _send_to(person_id, server)
    except (SMTPException, OSError) as error:
        # Not the error's own words: they may hold an address.
        code = getattr(error, "smtp_code", "no answer")
        logger.warning("the mail server failed: %s, %s", type(error).__name__, code)
    if due:
        logger.info("%d of %d digests were sent", sent, len(due))
    return sent


def _due() -> list[int]:
    """Ids of people; those whose mail was not tried for the longest time come first."""
    now = timezone.now()
    may_go = Q(person__digest=None) | _may_go(now, "person__digest__")
    rows = (
        _to_mail()
        .filter(may_go, person__is_active=True)
        .exclude(person__email="")
        .order_by(F("person__digest__not_before").asc(nulls_first=True), "person")
        .values_list("person", "person__digest__not_before")
        .distinct()
    )
    return [person for person, _not_before in rows]


def _to_mail() -> QuerySet[Notice]:
    """Reading a notice in the page takes it out of these."""
    return Notice.objects.filter(wants_mail=True, mailed_at=None)


def _may_go(now: datetime, prefix: str = "") -> Q:
    return Q(**{f"{prefix}not_before": None}) | Q(**{f"{prefix}not_before__lte": now})


def _send_to(person_id: int, server: BaseEmailBackend) -> bool:
    """Whether the server took it. Raises SMTPException and OSError where the server failed."""
    digest = _taken(person_id)
    person = User.objects.filter(pk=person_id, is_active=True).exclude(email="").first()
    if digest is None or person is None:
        return False
    notices = list(_to_mail().filter(person=person).order_by("kind", "-id"))
    if not notices:
        return False
    try:
        server.send_messages([mail_to(person, notices, digest.language)])
    except (SMTPRecipientsRefused, SMTPDataError, MessageError, ValueError) as error:
        # This one address or mail; the others are tried.
        logger.warning("person %s: the digest was refused: %s", person_id, type(error).__name__)
        if _is_for_good(error):
            _not_before_the_next(digest)
        return False
    _mark(digest, [notice.pk for notice in notices])
    return True


def _taken(person_id: int) -> Digest | None:
    """The person's digest, taken for as long as the lease; None where another worker has it."""
    digest, _made = Digest.objects.get_or_create(
        person_id=person_id, defaults={"language": settings.LANGUAGE_CODE}
    )
    now = timezone.now()
    mine = Digest.objects.filter(_may_go(now), person=person_id).update(not_before=now + LEASE)
    return digest if mine else None


def _is_for_good(error: Exception) -> bool:
    """Whether trying again soon is of no use: the server said 5xx, or the address is none."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _said in error.recipients.values())
    return error.smtp_code >= 500 if isinstance(error, SMTPDataError) else True


def _not_before_the_next(digest: Digest) -> None:
    digest.not_before = timezone.now() + timedelta(seconds=settings.DIGEST_SECONDS)
    digest.save(update_fields=["not_before"])


@transaction.atomic
def _mark(digest: Digest, ids: list[int]) -> None:
    for start in range(0, len(ids), MARKED_AT_ONCE):
        some = ids[start : start + MARKED_AT_ONCE]
        Notice.objects.filter(pk__in=some).update(mailed_at=timezone.now())
    _not_before_the_next(digest)


def mail_to(person: User, notices: list[Notice], language: str) -> EmailMessage:
    """The mail, in that language; ``notices`` stand by kind."""
    with override(language):
        mail = EmailMessage(
            ngettext(
                "factlog: %(count)d notice for you",
                "factlog: %(count)d notices for you",
                len(notices),
            )
            % {"count": len(notices)},
            "\n".join(_lines(notices)),
            settings.DEFAULT_FROM_EMAIL,
            [person.email],
        )
    mail.extra_headers = {
        "Message-ID": _message_id(person, notices),
        "Content-Language": language,
        "Auto-Submitted": "auto-generated",  # RFC 3834: no automatic replies to it
    }
    return mail


def _message_id(person: User, notices: list[Notice]) -> str:
    """The same for the same notices: a mail that comes twice can be told from another one."""
    told = f"{person.pk} {sorted(notice.pk for notice in notices)}"
    name = hashlib.sha256(told.encode()).hexdigest()[:32]
    return f"<digest-{name}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition('@')[2]}>"


def _lines(notices: list[Notice]) -> Iterator[str]:
    for kind, some in groupby(notices, key=lambda notice: notice.kind):
        every = list(some)
        yield f"{Notice.Kind(kind).label} ({len(every)})"
        statements = list(dict.fromkeys(notice.statement_id for notice in every))
        for pk in statements[:LINES_AT_MOST]:
            yield "  " + _("Statement %(number)d") % {"number": pk}
            # Alone in its line, so that it keeps its order in a text that runs to the left.
            yield f"  {settings.ADDRESS}{reverse('statement', args=[pk])}"
        if (more := len(statements) - LINES_AT_MOST) > 0:
            yield "  " + ngettext(
                "and %(count)d more statement", "and %(count)d more statements", more
            ) % {"count": more}
        yield ""
    yield _("All notices, and how you are told of what:")
    yield f"{settings.ADDRESS}{reverse('notices')}"
