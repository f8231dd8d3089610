"""One request and its whole answer over one connection, kept byte by byte as they were sent."""

import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime

import h11
from django.utils.translation import gettext as _

from claims.errors import FetchRefused
from claims.outbound.limits import Budget, too_large, too_slow
from claims.outbound.network import Line
from claims.outbound.target import Target

READ_AT_ONCE = 64 * 1024
ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent beside the address. ``headers`` may hold a password: they are never shown."""

    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = field(default=(("Accept", ACCEPT),), repr=False)
    body: bytes = field(default=b"", repr=False)


GET = Message()


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and what came back.

    ``sent`` and ``received`` are the bytes of the two messages as they went over the wire (inside
    TLS), ``head_size`` how many of the received ones stand before the body; ``body`` is the
    answer's without chunks, but packed as it was sent.
    """

    address: str
    ip: str
    moment: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    sent: bytes
    received: bytes
    head_size: int
    body: bytes

    def header(self, name: str) -> str | None:
        """The last value of a header, by its name in lower case."""
        return next((value for key, value in reversed(self.headers) if key == name), None)


def exchange(target: Target, line: Line, budget: Budget, message: Message = GET) -> Hop:
    """Ask for the target, and read the answer to its end. Raises FetchRefused."""
    try:
        return _Exchange(target, line, budget, message).made()
    except TimeoutError as error:
        raise too_slow(target.host) from error
    except (h11.RemoteProtocolError, ssl.SSLEOFError) as error:
        if getattr(error, "error_status_hint", None) == 431:  # a head without end
            raise _too_many_headers(target.host) from error
        raise FetchRefused(
            _("The answer of %(host)s is broken or ends too early; try again later.")
            % {"host": target.host}
        ) from error
    except OSError as error:
        raise FetchRefused(
            _("The connection to %(host)s broke before all of the page was there; try again later.")
            % {"host": target.host}
        ) from error


class _Exchange:
    def __init__(self, target: Target, line: Line, budget: Budget, message: Message) -> None:
        self.target, self.line, self.budget, self.message = target, line, budget, message
        self.limits = budget.limits
        self.talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=self.limits.head_bytes)
        self.received = bytearray()

    def made(self) -> Hop:
        moment = datetime.now(UTC)
        sent = self._send()
        start, answer = self._head()
        head_size = self._read_so_far() - start
        body = self._body()
        # What comes after the end that the answer itself names is no part of it.
        received = bytes(self.received[start : self._read_so_far()])
        return Hop(
            address=self.target.address,
            ip=self.line.ip,
            moment=moment,
            status=answer.status_code,
            headers=tuple(
                (name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers
            ),
            sent=sent,
            received=received,
            head_size=head_size,
            body=body,
        )

    def _send(self) -> bytes:
        body = self.message.body
        request = h11.Request(
            method=self.message.method,
            target=self.target.path,
            headers=[
                ("Host", self.target.authority),
                ("User-Agent", self.line.user_agent),
                *self.message.headers,
                *([("Content-Length", str(len(body)))] if body else []),
                ("Accept-Encoding", "gzip, deflate"),
                ("Connection", "close"),
            ],
        )
        sent = self.talk.send(request) or b""
        if body:
            sent += self.talk.send(h11.Data(data=body)) or b""
        sent += self.talk.send(h11.EndOfMessage()) or b""
        self._wait()
        self.line.socket.sendall(sent)
        return sent

    def _head(self) -> tuple[int, h11.Response]:
        """The answer's head, and where in what was received it begins."""
        start = 0
        while not isinstance(event := self._next(), h11.Response):
            start = self._read_so_far()  # an interim answer (RFC 9110, section 15.2) is passed over
        size = self._read_so_far() - start
        if size > self.limits.head_bytes or len(event.headers) > self.limits.head_fields:
            raise _too_many_headers(self.target.host)
        self._check_announced(event)
        return start, event

    def _check_announced(self, answer: h11.Response) -> None:
        for name, value in answer.headers:
            if name == b"content-length" and int(value) > self.limits.sent_bytes:
                raise too_large(self.target.host, self.limits.sent_bytes)

    def _body(self) -> bytes:
        body = bytearray()
        while not isinstance(event := self._next(), h11.EndOfMessage):
            if isinstance(event, h11.Data):
                body += event.data
        return bytes(body)

    def _next(self) -> h11.Event:
        """The next part of the answer, waiting for bytes as long as the budget lasts."""
        while not isinstance(event := self.talk.next_event(), h11.Event):  # h11.NEED_DATA
            self._wait()
            data = self.line.socket.recv(READ_AT_ONCE)
            self.budget.count(len(data), self.target.host)
            self.received += data
            self.talk.receive_data(data)
        return event

    def _wait(self) -> None:
        seconds = self.budget.seconds(self.limits.silent_seconds, self.target.host)
        self.line.socket.settimeout(seconds)

    def _read_so_far(self) -> int:
        """How many of the received bytes have become events."""
        return len(self.received) - len(self.talk.trailing_data[0])


def _too_many_headers(host: str) -> FetchRefused:
    return FetchRefused(
        _("%(host)s sends more headers than any page needs, so nothing of it was fetched.")
        % {"host": host}
    )
