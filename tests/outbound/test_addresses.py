"""Which addresses are of the public web: tried at the edges of every reserved range."""

import ipaddress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import FetchRefused
from claims.outbound import Network, fetch
from claims.outbound.addresses import reserved

# Written down apart from the table that is tested, after IANA's registries of special-purpose
# addresses, of multicast addresses and of the IPv6 address space.
RESERVED = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "192.175.48.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "233.252.0.0/24",
    "240.0.0.0/4",
    "255.255.255.255/32",
    "168.63.129.16/32",
    "::/128",
    "::1/128",
    "64:ff9b:1::/48",
    "100::/64",
    "100:0:0:1::/64",
    "2001::/32",
    "2001:1::1/128",
    "2001:2::/48",
    "2001:3::/32",
    "2001:4:112::/48",
    "2001:10::/28",
    "2001:20::/28",
    "2001:30::/28",
    "2001:db8::/32",
    "2620:4f:8000::/48",
    "3ffe::/16",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
    "0200::/7",
    "0400::/6",
    "0800::/5",
    "1000::/4",
    "4000::/3",
    "6000::/3",
    "8000::/3",
    "a000::/3",
    "c000::/3",
    "e000::/4",
    "f000::/5",
    "f800::/6",
    "fe00::/9",
]
# Where secrets are: the metadata of clouds.
METADATA = [
    "169.254.169.254",
    "169.254.170.2",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fd20:ce::254",
    "fd00:c1::a9fe:a9fe",
    "fd00:42::42",
    "fd00:100::100:200",
    "fd00:a9fe:a9fe::1",
    "fe80::a9fe:a9fe",
]
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "168.63.129.15",
    "168.63.129.17",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "191.255.255.255",
    "192.0.1.0",
    "192.0.3.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "203.0.112.255",
    "203.0.114.0",
    "223.255.255.255",
    "2000::",
    "2001:200::",
    "2001:db7:ffff::",
    "2001:db9::",
    "2606:4700::1111",
    "2a00:1450:4001::200e",
    "3ffd::",
    "3fff:1000::",
]

WRAPS = {
    "mapped": lambda four: IPv6Address(0xFFFF << 32 | int(four)),
    "compatible": lambda four: IPv6Address(int(four)),
    "translated": lambda four: IPv6Address(0xFFFF << 48 | int(four)),
    "6to4": lambda four: IPv6Address(0x2002 << 112 | int(four) << 80 | 1),
    "NAT64": lambda four: IPv6Address(0x64_FF9B << 96 | int(four)),
    "ISATAP": lambda four: IPv6Address(0x2A00_1450 << 96 | 0x5EFE << 32 | int(four)),
    "ISATAP, global": lambda four: IPv6Address(0x2A00_1450 << 96 | 0x0200_5EFE << 32 | int(four)),
    "Teredo, client": lambda four: IPv6Address(
        0x2001_0000 << 96 | 0x5DB8_D70E << 64 | (int(four) ^ 0xFFFF_FFFF)
    ),
    "Teredo, server": lambda four: IPv6Address(0x2001_0000 << 96 | int(four) << 64 | 0xA24728F1),
}


@pytest.mark.parametrize("network", RESERVED)
def test_a_reserved_range_is_refused_from_its_first_address_to_its_last(network: str) -> None:
    row = ip_network(network)
    for address in (row[0], row[row.num_addresses // 2], row[-1]):
        assert reserved(address) is not None, address


@pytest.mark.parametrize("address", METADATA)
def test_the_metadata_of_clouds_are_never_public(address: str) -> None:
    assert reserved(ip_address(address)) is not None


@pytest.mark.parametrize("address", METADATA)
def test_the_metadata_of_clouds_are_never_inside_either(address: str) -> None:
    assert reserved(ip_address(address), inside=True) is not None


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize("address", [one for one in METADATA if ":" not in one])
def test_the_metadata_of_clouds_are_not_inside_in_any_wrapping(address: str, wrap: str) -> None:
    assert reserved(WRAPS[wrap](IPv4Address(address)), inside=True) is not None


@pytest.mark.parametrize(
    "address",
    ["100.100.100.199", "100.100.100.201", "fd20:ce::253", "fd00:ec3::254", "fd00:42::43"],
)
def test_what_stands_beside_the_metadata_of_a_cloud_may_be_inside(address: str) -> None:
    assert reserved(ip_address(address), inside=True) is None


@pytest.mark.parametrize("address", PUBLIC)
def test_what_stands_beside_a_reserved_range_is_public(address: str) -> None:
    assert reserved(ip_address(address)) is None


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize("network", [one for one in RESERVED if ":" not in one])
def test_a_reserved_address_is_refused_in_every_wrapping(network: str, wrap: str) -> None:
    for four in (ip_network(network)[0], ip_network(network)[-1]):
        assert reserved(WRAPS[wrap](four)) is not None, four


@pytest.mark.parametrize("wrap", ["mapped", "6to4", "NAT64", "ISATAP"])
def test_a_public_address_may_be_wrapped_in_what_is_still_routed(wrap: str) -> None:
    assert reserved(WRAPS[wrap](IPv4Address("93.184.215.14"))) is None


@pytest.mark.parametrize("wrap", ["compatible", "translated", "Teredo, client"])
def test_wrappings_that_were_given_up_are_refused_whatever_they_hold(wrap: str) -> None:
    assert reserved(WRAPS[wrap](IPv4Address("93.184.215.14"))) is not None


@pytest.mark.parametrize("address", ["10.0.0.7", "192.168.1.1", "127.0.0.1", "::1", "fd12::1"])
def test_a_host_that_was_named_may_stand_in_ones_own_network(address: str) -> None:
    assert reserved(ip_address(address)) is not None
    assert reserved(ip_address(address), inside=True) is None


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "224.0.0.1", "fe80::1", "::", "192.0.2.1", "169.254.169.254", "168.63.129.16"],
)
def test_a_host_that_was_named_stands_nowhere_else(address: str) -> None:
    assert reserved(ip_address(address), inside=True) is not None


def _four_forms(four: IPv4Address) -> list[str]:
    number, parts = int(four), four.packed
    return [
        str(four),
        f"{four}.",
        str(number),
        hex(number),
        f"0{number:o}",
        ".".join(f"0{part:o}" for part in parts),
        ".".join(f"0x{part:X}" for part in parts),
        ".".join(f"{part:03}" for part in parts),
        f"{parts[0]}.{number & 0xFFFFFF}",
        f"{parts[0]}.{parts[1]}.{number & 0xFFFF}",
        f"0x{parts[0]:x}.0{parts[1]:o}.{number & 0xFFFF}",
        str(four).translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
        str(four).replace(".", "。"),
        str(four).replace(".", "%2e"),
        *(f"[{wrap(four)}]" for wrap in WRAPS.values()),
        f"[::ffff:{four}]",
        f"[0:0:0:0:0:FFFF:{four}]",
    ]


def _six_forms(six: IPv6Address) -> list[str]:
    return [f"[{six}]", f"[{six.exploded}]", f"[{str(six).upper()}]", f"[{six}%25eth0]", str(six)]


@st.composite
def spelled(draw: st.DrawFn) -> tuple[str, str]:
    """An address of a reserved range, and a way to write it."""
    row = ip_network(draw(st.sampled_from(RESERVED)))
    address = row[draw(st.integers(0, row.num_addresses - 1))]
    forms = _four_forms(address) if isinstance(address, IPv4Address) else _six_forms(address)
    return str(address), draw(st.sampled_from(forms))


@given(spelled(), st.sampled_from(["http", "https"]))
def test_no_reserved_address_is_called_in_any_form(spelt: tuple[str, str], scheme: str) -> None:
    called: list[str] = []

    def dial(ip: str, port: int, seconds: float):
        called.append(ip)
        raise ConnectionRefusedError

    # Even a resolver that reads every form as the C library does changes nothing.
    network = Network(frozenset(), "tests", resolve=lambda host, port: [spelt[0]], dial=dial)
    with pytest.raises(FetchRefused):
        fetch(f"{scheme}://{spelt[1]}/", network=network)
    assert called == []


@given(st.lists(st.sampled_from(PUBLIC), max_size=4), st.sampled_from(RESERVED), st.integers(0, 4))
def test_one_reserved_address_among_public_ones_refuses_the_host(
    public: list[str], network: str, at: int
) -> None:
    answer = [*public[:at], str(ipaddress.ip_network(network)[0]), *public[at:]]
    called: list[str] = []

    def dial(ip: str, port: int, seconds: float):
        called.append(ip)
        raise ConnectionRefusedError

    mixed = Network(frozenset(), "tests", resolve=lambda host, port: answer, dial=dial)
    with pytest.raises(FetchRefused, match="not of the public web"):
        fetch("http://pages.example/", network=mixed)
    assert called == []
