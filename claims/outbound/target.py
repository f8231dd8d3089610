"""An address as a person gives it, or as a redirect does, into what is asked of which host."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

import httpx
from django.utils.translation import gettext as _

from claims.errors import FetchRefused
from claims.outbound.addresses import Address
from claims.outbound.reserved import INSIDE_NAMES

ADDRESS_AT_MOST = 4000
PORTS = {"http": 80, "https": 443}

_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\ud800-\udfff]")
_USERINFO = re.compile(r"[^/?#]*//[^/?#]*@")
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
# Where the last label is a number, the C library and browsers read the whole as an IPv4 address.
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to ask for. ``ip`` where the host is written as an IP address."""

    scheme: str
    host: str
    port: int
    path: str
    ip: Address | None

    @property
    def host_and_port(self) -> str:
        """As an administrator names it: wiki.newsroom:8080, [::1]:443."""
        return f"{self._bracketed}:{self.port}"

    @property
    def authority(self) -> str:
        """As the request names it: without the port where that is the usual one."""
        return self._bracketed if self.port == PORTS[self.scheme] else self.host_and_port

    @property
    def address(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def parse(address: str) -> Target:
    """Read an address of http or https strictly; its fragment is dropped. Raises FetchRefused."""
    told = address.strip(" \t\r\n")
    if _USERINFO.match(told):
        raise FetchRefused(
            _("The address holds a user name or a password; give it without what is before the @.")
        )
    if len(told) > ADDRESS_AT_MOST or _ODD.search(told):
        raise _no_address(told)
    try:
        url = httpx.URL(told)
        scheme, host = url.scheme, url.raw_host.decode("ascii")
        path = url.raw_path.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise _no_address(told) from error
    if scheme and scheme not in PORTS:
        raise FetchRefused(
            _("Only addresses that begin with http:// or https:// are fetched, not %(scheme)s.")
            % {"scheme": _short(scheme)}
        )
    if not (scheme and host):
        raise _no_address(told)
    host, ip = _host(host, told)
    port = PORTS[scheme] if url.port is None else url.port
    return Target(scheme, host, port, path, ip)


def join(base: Target, location: str) -> str:
    """The address that a redirect of ``base`` leads to. Raises FetchRefused."""
    try:
        return str(httpx.URL(base.address).join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise _no_address(location) from error


def check_public(target: Target) -> None:
    """Refuse ports and names that are not of the public web. Raises FetchRefused."""
    if target.port != PORTS[target.scheme]:
        raise FetchRefused(
            _("The address names port %(port)s; pages are fetched from the usual port only.")
            % {"port": target.port}
        )
    labels = target.host.split(".")
    above = {".".join(labels[n:]) for n in range(len(labels))}
    if target.ip is None and (len(labels) < 2 or not above.isdisjoint(INSIDE_NAMES)):
        raise FetchRefused(
            _("%(host)s is a name within a network, and only the public web is fetched from.")
            % {"host": target.host}
        )


def _host(host: str, told: str) -> tuple[str, Address | None]:
    if ":" in host:
        try:
            six = IPv6Address(host)
        except ValueError as error:
            raise _no_address(told) from error
        if six.scope_id is not None:
            raise _no_address(told)
        return str(six), six
    name = host.lower().removesuffix(".")
    if len(name) > 253 or not _NAME.fullmatch(name):
        raise _no_address(told)
    if not _NUMBER.fullmatch(name):
        return name, None
    try:
        return name, IPv4Address(name)
    except ValueError as error:  # decimal, octal, hexadecimal, or fewer parts than four
        raise FetchRefused(
            _("%(host)s is an IP address in an unusual form; write it as four numbers with dots.")
            % {"host": _short(name)}
        ) from error


def _no_address(told: str) -> FetchRefused:
    return FetchRefused(
        _("%(given)s is not an address; it begins with https:// or http:// and names a host.")
        % {"given": _short(told)}
    )


def _short(given: str) -> str:
    one_line = " ".join(given.replace("\0", " ").split()).encode("utf-8", "replace").decode()
    return one_line if len(one_line) <= 60 else f"{one_line[:60]}…"
