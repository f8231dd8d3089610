"""How much one fetch may take, in bytes and seconds, over all its redirects together."""

import time
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from claims.errors import AnswerTooLarge, AnswerTooSlow


@dataclass(frozen=True, slots=True)
class Limits:
    """What is asked of a fetch where nothing else is said."""

    seconds: float = 45
    connect_seconds: float = 10
    silent_seconds: float = 15  # nothing at all came for so long
    sent_bytes: int = 32 * 1024 * 1024  # as they come over the wire, heads and redirects included
    body_bytes: int = 64 * 1024 * 1024  # after unpacking
    head_bytes: int = 64 * 1024  # of one answer
    head_fields: int = 200
    redirects: int = 5


@dataclass(slots=True)
class Budget:
    """What is left of the limits of one fetch."""

    limits: Limits
    _until: float = field(init=False)
    _bytes: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._until = time.monotonic() + self.limits.seconds

    def seconds(self, at_most: float, host: str) -> float:
        """How long the next step may wait. Raises AnswerTooSlow when the time is over."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise too_slow(host)
        return min(left, at_most)

    def count(self, received: int, host: str) -> None:
        """So many more bytes came over the wire. Raises AnswerTooLarge when it is too many."""
        self._bytes += received
        if self._bytes > self.limits.sent_bytes:
            raise too_large(host, self.limits.sent_bytes)


def too_slow(host: str) -> AnswerTooSlow:
    return AnswerTooSlow(
        _("%(host)s took too long to answer; try again later, or upload the page as a file.")
        % {"host": host}
    )


def too_large(host: str, at_most: int) -> AnswerTooLarge:
    return AnswerTooLarge(
        _(
            "What %(host)s sends is larger than %(most)s MB, the most that is fetched; upload the "
            "part that matters as a file."
        )
        % {"host": host, "most": at_most // (1024 * 1024)}
    )
