"""From a host to a connection: every address it has is checked, and a checked one is called."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from claims.errors import FetchRefused
from claims.outbound.addresses import Address, reserved
from claims.outbound.limits import Budget, too_slow
from claims.outbound.target import Target

# One host may have many addresses; so many of them are tried.
TRIED = 4


def look_up(host: str, port: int) -> list[str]:
    """Every address that the system's resolver knows for a host, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_rest, address in found))


def dial(ip: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((ip, port), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """What a fetch stands on. ``inside`` are hosts of one's own, as ``host:port``.

    Here alone this room reads the settings.
    """

    inside: frozenset[str] = field(default_factory=lambda: settings.FETCH_INSIDE)
    user_agent: str = field(
        default_factory=lambda: f"factlog/{settings.VERSION} (+archiving for fact-checking)"
    )
    resolve: Callable[[str, int], list[str]] = look_up
    dial: Callable[[str, int, float], socket.socket] = dial

    def is_inside(self, target: Target) -> bool:
        return target.host_and_port in self.inside

    def addresses(self, target: Target, budget: Budget, *, inside: bool) -> list[Address]:
        """All addresses of a host, each of them checked. Raises FetchRefused."""
        found = [target.ip] if target.ip is not None else self._looked_up(target, budget)
        for one in found:
            if (row := reserved(one, inside=inside)) is not None:
                raise FetchRefused(
                    _(
                        "%(host)s leads to %(ip)s, which is not of the public web (%(range)s, "
                        "%(source)s); upload the page as a file instead."
                    )
                    % {
                        "host": target.host,
                        "ip": one,
                        "range": row.network,
                        "source": row.source,
                    }
                )
        return found

    def _looked_up(self, target: Target, budget: Budget) -> list[Address]:
        """The resolver knows no time limit of ours, so it is waited for from outside."""
        answers: list[Address] = []

        def ask() -> None:
            with contextlib.suppress(OSError, ValueError, UnicodeError):
                answers.extend([ip_address(one) for one in self.resolve(target.host, target.port)])

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(budget.seconds(budget.limits.connect_seconds, target.host))
        if asking.is_alive():
            raise too_slow(target.host)
        if not answers:
            raise FetchRefused(
                _("The host %(host)s was not found; look at the address again.")
                % {"host": target.host}
            )
        return answers

    def connect(self, target: Target, addresses: list[Address], budget: Budget) -> "Line":
        """A connection to one of these very addresses: no name is looked up again.

        Raises FetchRefused.
        """
        for one in addresses[:TRIED]:
            seconds = budget.seconds(budget.limits.connect_seconds, target.host)
            try:
                called = self.dial(str(one), target.port, seconds)
            except OSError:
                continue
            return Line(_secured(called, target, budget), str(one), self.user_agent)
        raise FetchRefused(
            _("%(host)s does not answer; try again later, or upload the page as a file.")
            % {"host": target.host}
        )


@dataclass(frozen=True, slots=True)
class Line:
    """An open connection, the address at its other end, and what we call ourselves on it."""

    socket: socket.socket
    ip: str
    user_agent: str


def _secured(called: socket.socket, target: Target, budget: Budget) -> socket.socket:
    """TLS where the address says https, for the name that was asked for."""
    if target.scheme == "http":
        return called
    # Certificates of one's own network come from SSL_CERT_FILE or SSL_CERT_DIR, as usual.
    context = httpx.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    try:
        called.settimeout(budget.seconds(budget.limits.connect_seconds, target.host))
        # An end without the closing word of TLS may be a cut: it is told, not passed over.
        return context.wrap_socket(called, server_hostname=target.host, suppress_ragged_eofs=False)
    except ssl.SSLCertVerificationError as error:
        called.close()
        raise FetchRefused(
            _("The certificate of %(host)s does not hold, so nothing of it was fetched.")
            % {"host": target.host}
        ) from error
    except TimeoutError as error:
        called.close()
        raise too_slow(target.host) from error
    except OSError as error:
        called.close()
        raise FetchRefused(
            _("No safe connection to %(host)s could be made; try again later.")
            % {"host": target.host}
        ) from error
    except FetchRefused:
        called.close()
        raise
