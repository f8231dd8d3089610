"""One message to an address that the administrator named, and what is answered."""

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from claims.errors import FetchRefused, HostNotReached
from claims.outbound.addresses import reserved
from claims.outbound.exchange import Message, exchange
from claims.outbound.fetch import encodings
from claims.outbound.limits import Budget, Limits
from claims.outbound.network import Line, Network
from claims.outbound.target import Target, parse
from claims.outbound.unpacking import unpack

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answered:
    """The status, the headers by their names in lower case, and the body, unpacked."""

    status: int
    header: Callable[[str], str | None]
    body: bytes


def post(
    address: str,
    body: bytes,
    *,
    headers: tuple[tuple[str, str], ...],
    limits: Limits,
    network: Network | None = None,
) -> Answered:
    """Send bytes to an address of the settings, never to one that a person or a text gave.

    Who names it there allows it, also within their own network and at any port; evidence is not
    fetched from it for that. Without TLS it is asked only where it stands within that network.
    A redirect is an answer like any other: nothing is sent elsewhere. Raises FetchRefused, and of
    these HostNotReached where nothing was sent.
    """
    target, budget = parse(address), Budget(limits)
    try:
        line = _line(target, budget, network or Network())
    except FetchRefused as error:
        raise HostNotReached(str(error)) from error
    with closing(line.socket):
        hop = exchange(target, line, budget, Message("POST", headers, body))
    logger.info("sent %d bytes, status %d", len(body), hop.status)
    return Answered(
        hop.status, hop.header, unpack(hop.body, encodings(hop), limits.body_bytes, target.host)
    )


def _line(target: Target, budget: Budget, network: Network) -> Line:
    network = replace(network, inside=frozenset({target.host_and_port}))
    addresses = network.addresses(target, budget, inside=True)
    if target.scheme == "http" and any(reserved(one) is None for one in addresses):
        raise FetchRefused(
            _("%(host)s is not within your network, so it is asked by https only.")
            % {"host": target.host}
        )
    return network.connect(target, addresses, budget)
