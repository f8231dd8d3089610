"""Whether an IP address is one of the public web, also one that wraps another address."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network

from claims.outbound.reserved import NAT64, RANGES, Range

Address = IPv4Address | IPv6Address

_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, section 2.5.5.1
_TRANSLATED = IPv6Network("::ffff:0:0:0/96")  # RFC 2765, section 2.1
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # RFC 5214, section 6.1: the third quarter of the address


def reserved(address: Address, *, inside: bool = False) -> Range | None:
    """The reserved range that an address, or one wrapped in it, belongs to; None for the web's.

    ``inside``: the administrator named the host, so that ranges of one's own network are good.
    """
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    for wrapped in _wrapped(address):
        if (found := reserved(wrapped)) is not None:
            return found
    if address in NAT64:
        return None
    found = next((row for row in RANGES if address in row.network), None)
    return None if found is not None and found.is_inside and inside else found


def _wrapped(address: Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for on its way."""
    if not isinstance(address, IPv6Address):
        return
    number = int(address)
    # ::0.0.0.0 and ::0.0.0.1 wrap nothing: they are "no address" and "this machine".
    if address in NAT64 or address in _TRANSLATED or (address in _COMPATIBLE and number > 1):
        yield IPv4Address(number & 0xFFFF_FFFF)
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if (number >> 32) & 0xFFFF_FFFF in _ISATAP:
        yield IPv4Address(number & 0xFFFF_FFFF)
