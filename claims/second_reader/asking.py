"""One question to the model, through the one guarded way out, and the bytes of its answer."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from django.conf import settings
from django.utils.translation import gettext as _

from claims.errors import (
    AnswerTooLarge,
    AnswerTooSlow,
    FetchRefused,
    HostNotReached,
    ReaderFailed,
    ReaderUnavailable,
)
from claims.outbound import Answered, Limits, post

logger = logging.getLogger(__name__)

# An answer of twenty proposals has some 20,000 bytes; models that think aloud send more.
ANSWER_AT_MOST = 1024 * 1024
# Whoever names no pause is asked again after this: a restart takes some of them.
PAUSE = 60.0
# Nobody waits longer than this because a server asks for it, and so long where the settings are
# wrong: it heals by itself once they are right.
PAUSE_AT_MOST = 900.0
# What the question may be why: too long for the model's context, or refused by a filter of words.
_OF_THE_QUESTION = (400, 413, 422)


@dataclass(frozen=True, slots=True)
class Reader:
    """Where the model is asked. The key is never shown."""

    url: str
    model: str
    seconds: int
    key: str = field(default="", repr=False)

    @classmethod
    def of_settings(cls) -> "Reader | None":
        """None where no address is set: then nothing is ever sent."""
        if not settings.READER_URL:
            return None
        return cls(
            settings.READER_URL,
            settings.READER_MODEL,
            settings.READER_SECONDS,
            settings.READER_KEY,
        )


def ask(reader: Reader, messages: Sequence[dict[str, str]]) -> bytes:
    """Raises ReaderFailed, and ReaderUnavailable where the text has nothing to do with it.

    Only what every such API understands is sent: some refuse a temperature, or to be told the
    form of the answer.
    """
    body = json.dumps({"model": reader.model, "messages": list(messages), "stream": False})
    headers = [("Accept", "application/json"), ("Content-Type", "application/json")]
    if reader.key:
        headers.append(("Authorization", f"Bearer {reader.key}"))
    limits = Limits(
        seconds=reader.seconds,
        silent_seconds=reader.seconds,  # a model thinks before its first word
        sent_bytes=ANSWER_AT_MOST,
        body_bytes=ANSWER_AT_MOST,
    )
    try:
        answered = post(
            f"{reader.url}/chat/completions",
            body.encode("ascii"),
            headers=tuple(headers),
            limits=limits,
        )
    except HostNotReached as error:
        logger.warning("the second reader was not reached: %s", error)
        raise ReaderUnavailable(_not_reached(), pause=PAUSE) from error
    except AnswerTooSlow as error:
        raise ReaderFailed(
            _("The second reader did not answer within %(seconds)d seconds.")
            % {"seconds": reader.seconds},
            # One that hangs takes no more than half of a worker's time.
            pause=max(PAUSE, reader.seconds),
        ) from error
    except AnswerTooLarge as error:
        raise ReaderFailed(_("The second reader answers more than any list of claims.")) from error
    except FetchRefused as error:
        logger.warning("the second reader's answer was not taken: %s", error)
        raise ReaderFailed(_not_reached(), pause=PAUSE) from error
    _check(answered)
    return answered.body


def _not_reached() -> str:
    return _("The second reader was not reached, or its answer broke off.")


def _check(answered: Answered) -> None:
    status = answered.status
    if status == 200:
        return
    if status == 429:
        raise ReaderUnavailable(_("The second reader is asked too often."), pause=_pause(answered))
    if status in (401, 403):
        raise ReaderUnavailable(
            _("The second reader does not take the key; look at FACTLOG_READER_KEY."),
            pause=PAUSE_AT_MOST,
        )
    if status == 408 or status >= 500:
        raise ReaderUnavailable(
            _("The second reader answers with status %(status)d.") % {"status": status},
            pause=_pause(answered),
        )
    sentence = _(
        "The second reader answers with status %(status)d; look at FACTLOG_READER_URL and "
        "FACTLOG_READER_MODEL."
    ) % {"status": status}
    if status in _OF_THE_QUESTION:
        raise ReaderFailed(sentence, pause=PAUSE)
    raise ReaderUnavailable(sentence, pause=PAUSE_AT_MOST)


def _pause(answered: Answered) -> float:
    """Seconds of a Retry-After (RFC 9110, section 10.2.3): a number, or a moment."""
    given = (answered.header("retry-after") or "").strip()[:40]
    if given.isascii() and given.isdigit():
        return min(float(given), PAUSE_AT_MOST)
    try:
        moment = parsedate_to_datetime(given)
        left = (moment - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError, OverflowError):  # no date, or one without a zone
        return PAUSE
    return min(max(left, 0), PAUSE_AT_MOST)
