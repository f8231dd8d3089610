"""One address into the bytes that its host answers with, or a sentence why not."""

import logging
import re
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from claims.errors import FetchRefused
from claims.outbound.exchange import Hop, exchange
from claims.outbound.limits import Budget, Limits
from claims.outbound.network import Network
from claims.outbound.target import Target, check_public, join, parse
from claims.outbound.unpacking import unpack

logger = logging.getLogger(__name__)

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,80}/[\w!#$&^.+-]{1,80}", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([\w.:+-]{1,40})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. ``hops`` are all requests that led there, the last one included."""

    asked: str
    hops: tuple[Hop, ...]
    body: bytes  # unpacked

    @property
    def last(self) -> Hop:
        return self.hops[-1]

    @property
    def final_address(self) -> str:
        return self.last.address

    @property
    def ip(self) -> str:
        return self.last.ip

    @property
    def moment(self) -> datetime:
        return self.last.moment

    @property
    def status(self) -> int:
        return self.last.status

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        return self.last.headers

    @property
    def sent_body(self) -> bytes:
        """The body as it was sent: packed where the server packed it, without chunks."""
        return self.last.body

    @property
    def request(self) -> bytes:
        return self.last.sent

    @property
    def media_type(self) -> str | None:
        """What the server says it is, in lower case; no more than a claim."""
        found = _MEDIA_TYPE.match((self.last.header("content-type") or "").strip())
        return found[0].lower() if found else None

    @property
    def charset(self) -> str | None:
        found = _CHARSET.search(self.last.header("content-type") or "")
        return found[1].lower() if found else None


def check_address(address: str) -> None:
    """Refuse at once what needs nobody to be asked. Raises FetchRefused."""
    target, network = parse(address), Network()
    inside = network.is_inside(target)
    if not inside:
        check_public(target)
    if target.ip is not None:
        network.addresses(target, Budget(Limits()), inside=inside)


def fetch(address: str, *, limits: Limits | None = None, network: Network | None = None) -> Fetched:
    """Fetch an address of the public web, following redirects; every hop is checked anew.

    No cookies, no passwords and no proxies of the environment go with it. Raises FetchRefused.
    """
    budget, network = Budget(limits or Limits()), network or Network()
    target = parse(address)
    inside = network.is_inside(target)
    asked, hops = target.address, [_hop(target, network, budget, inside=inside)]
    while (location := _leads_to(hops[-1])) is not None:
        if len(hops) > budget.limits.redirects:
            raise FetchRefused(
                _("%(host)s sends from one address to the next without end; give the last one.")
                % {"host": target.host}
            )
        target = _next_target(target, location)
        # Whoever stands outside may not lead into the newsroom's own network.
        inside = inside and network.is_inside(target)
        hops.append(_hop(target, network, budget, inside=inside))
    last = hops[-1]
    if last.status != 200:
        raise FetchRefused(
            _("%(host)s answers with status %(status)s instead of a page; look at the address.")
            % {"host": target.host, "status": last.status}
        )
    body = unpack(last.body, encodings(last), budget.limits.body_bytes, target.host)
    logger.info("fetched %d bytes in %d requests", len(body), len(hops))
    return Fetched(asked, tuple(hops), body)


def _hop(target: Target, network: Network, budget: Budget, *, inside: bool) -> Hop:
    if not inside:
        check_public(target)
    addresses = network.addresses(target, budget, inside=inside)
    line = network.connect(target, addresses, budget)
    with closing(line.socket):
        return exchange(target, line, budget)


def _leads_to(hop: Hop) -> str | None:
    return hop.header("location") if hop.status in REDIRECTS else None


def _next_target(target: Target, location: str) -> Target:
    # Addresses in headers are sent as UTF-8 where they are not ASCII as they should be.
    following = parse(join(target, location.encode("latin-1").decode("utf-8", "replace")))
    if (target.scheme, following.scheme) == ("https", "http"):
        raise FetchRefused(
            _("%(host)s leads from https to http, where anybody may change the page on its way.")
            % {"host": target.host}
        )
    return following


def encodings(hop: Hop) -> list[str]:
    """The Content-Encodings of an answer, in their order."""
    given = ",".join(value for key, value in hop.headers if key == "content-encoding")
    return [one.strip().lower() for one in given.split(",") if one.strip()]
