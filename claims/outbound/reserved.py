"""Where nothing of the public web stands, as data: the first row that holds an address counts.

After the registries of special-purpose addresses that IANA keeps for IPv4 and IPv6 (RFC 6890, RFC
8190) and the RFC of each row. What is reserved but reachable (AS112, AMT) is here as well: no page
is published there. ``ipaddress.is_global`` knows a part of this only, and changes with Python.
"""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network


@dataclass(frozen=True, slots=True)
class Range:
    """Addresses that nothing is fetched from.

    ``is_inside``: a newsroom's own machines may stand here, where the administrator names them.
    """

    network: IPv4Network | IPv6Network
    what: str
    source: str
    is_inside: bool = False


def _range(network: str, what: str, source: str, is_inside: bool = False) -> Range:
    return Range(ip_network(network), what, source, is_inside)


RANGES = (
    _range("0.0.0.0/8", "this network", "RFC 791"),
    _range("10.0.0.0/8", "private use", "RFC 1918", is_inside=True),
    # The secrets of clouds that stand within ranges of one's own network, before those ranges.
    _range("100.100.100.200/32", "a cloud's secrets", "Alibaba Cloud, instance metadata"),
    _range("100.64.0.0/10", "shared among a provider's customers", "RFC 6598", is_inside=True),
    _range("127.0.0.0/8", "this machine", "RFC 1122", is_inside=True),
    _range("168.63.129.16/32", "a cloud's own services", "Azure virtual network documentation"),
    _range("169.254.0.0/16", "this link; a cloud's secrets", "RFC 3927"),
    _range("172.16.0.0/12", "private use", "RFC 1918", is_inside=True),
    _range("192.0.0.0/24", "protocols of the IETF", "RFC 6890"),
    _range("192.0.2.0/24", "documentation", "RFC 5737"),
    _range("192.31.196.0/24", "AS112", "RFC 7535"),
    _range("192.52.193.0/24", "AMT", "RFC 7450"),
    _range("192.88.99.0/24", "relays of 6to4, given up", "RFC 7526"),
    _range("192.168.0.0/16", "private use", "RFC 1918", is_inside=True),
    _range("192.175.48.0/24", "AS112", "RFC 7534"),
    _range("198.18.0.0/15", "measuring of networks", "RFC 2544"),
    _range("198.51.100.0/24", "documentation", "RFC 5737"),
    _range("203.0.113.0/24", "documentation", "RFC 5737"),
    _range("224.0.0.0/4", "many receivers at once", "RFC 5771"),
    _range("255.255.255.255/32", "everybody on the link", "RFC 919"),
    _range("240.0.0.0/4", "kept for later", "RFC 1112"),
    _range("::/128", "no address", "RFC 4291"),
    _range("::1/128", "this machine", "RFC 4291", is_inside=True),
    _range("64:ff9b:1::/48", "NAT64 of a network's own", "RFC 8215"),
    _range("100::/64", "thrown away", "RFC 6666"),
    _range("100:0:0:1::/64", "dummy addresses", "RFC 9780"),
    _range("2001::/23", "protocols of the IETF: Teredo, ORCHID, AMT and others", "RFC 2928"),
    _range("2001:db8::/32", "documentation", "RFC 3849"),
    _range("2620:4f:8000::/48", "AS112", "RFC 7534"),
    _range("3ffe::/16", "the 6bone, given back", "RFC 3701"),
    _range("3fff::/20", "documentation", "RFC 9637"),
    _range("5f00::/16", "segment routing", "RFC 9602"),
    _range("fd00:42::42/128", "a cloud's secrets", "Scaleway, instance metadata"),
    _range("fd00:c1::a9fe:a9fe/128", "a cloud's secrets", "Oracle Cloud, instance metadata"),
    _range("fd00:100::100:200/128", "a cloud's secrets", "Alibaba Cloud, instance metadata"),
    _range("fd00:ec2::/32", "a cloud's own services and secrets", "AWS, Amazon VPC user guide"),
    _range("fd00:a9fe:a9fe::1/128", "a cloud's secrets", "Akamai Cloud, metadata service"),
    _range("fd20:ce::254/128", "a cloud's secrets", "Google Cloud, metadata server"),
    _range("fc00::/7", "private use", "RFC 4193", is_inside=True),
    _range("fe80::/10", "this link", "RFC 4291"),
    _range("fec0::/10", "private use, given up", "RFC 3879"),
    _range("ff00::/8", "many receivers at once", "RFC 4291"),
    # All that is left outside 2000::/3 was never given out, or wraps an IPv4 address in a way that
    # was given up (::/96, ::ffff:0:0:0/96).
    _range("::/3", "not given out", "RFC 4291"),
    _range("4000::/2", "not given out", "RFC 4291"),
    _range("8000::/1", "not given out", "RFC 4291"),
)

# The one range outside 2000::/3 that does lead to the web: NAT64's well-known prefix (RFC 6052).
NAT64 = IPv6Network("64:ff9b::/96")

# Names that are no names of the public web, and all below them.
INSIDE_NAMES = (
    "alt",  # RFC 9476
    "corp",  # ICANN, name collisions (2018): never given out
    "home",  # the same
    "home.arpa",  # RFC 8375
    "internal",  # ICANN, kept for private use (2024)
    "intranet",  # RFC 6762, appendix G, and the three that follow
    "lan",
    "localdomain",
    "private",
    "invalid",  # RFC 6761, and the two that follow
    "localhost",
    "test",
    "local",  # RFC 6762
    "onion",  # RFC 7686
)
