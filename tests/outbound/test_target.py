"""Addresses as people and redirects give them: read strictly, or refused in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import FetchRefused
from claims.outbound.target import ADDRESS_AT_MOST, check_public, join, parse


@pytest.mark.parametrize(
    ("given_address", "read"),
    [
        ("http://pages.example", "http://pages.example/"),
        (" HTTPS://Pages.Example:443/A?b=c#d ", "https://pages.example/A?b=c"),
        ("http://pages.example./x", "http://pages.example/x"),
        ("https://pages.example?q", "https://pages.example/?q"),
        ("https://pages.example/a?b=http://x@y:1/", "https://pages.example/a?b=http://x@y:1/"),
        ("https://93.184.215.14/", "https://93.184.215.14/"),
        ("https://[2606:4700:0::1111]:443/", "https://[2606:4700::1111]/"),
        ("https://أخبار.example/خبر", "https://xn--igbicxr.example/%D8%AE%D8%A8%D8%B1"),
    ],
)
def test_an_address_is_read_into_what_is_asked_for(given_address: str, read: str) -> None:
    target = parse(given_address)
    check_public(target)
    assert target.address == read


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "is not an address"),
        ("pages.example", "is not an address"),
        ("//pages.example/", "is not an address"),
        ("http://", "is not an address"),
        ("http:///x", "is not an address"),
        ("http:pages.example", "is not an address"),
        ("http://pages .example/", "is not an address"),
        ("http://pages.example/a\nb", "is not an address"),
        ("http://pages.example\\@127.0.0.1/", "user name or a password"),
        ("http://pages..example/", "is not an address"),
        ("http://-pages.example/", "is not an address"),
        ("http://pages%2eexample/", "is not an address"),
        ("http://pages.example:http/", "is not an address"),
        ("http://[::1/", "is not an address"),
        ("http://[fe80::1%25eth0]/", "is not an address"),
        (f"http://{'a' * 64}.example/", "is not an address"),
        (f"http://{'a.' * 127}example/", "is not an address"),
        (f"http://pages.example/{'a' * ADDRESS_AT_MOST}", "is not an address"),
        ("http://pages.example/\ud800", "is not an address"),
        ("ftp://pages.example/", "not ftp"),
        ("file:///etc/passwd", "not file"),
        ("javascript:alert(1)", "not javascript"),
        ("gopher://pages.example:70/1", "not gopher"),
        ("http://reader@pages.example/", "user name or a password"),
        ("http://reader:secret@pages.example/", "user name or a password"),
        ("http://@pages.example/", "user name or a password"),
        ("http://pages.example:8080/", "port 8080"),
        ("http://pages.example:443/", "port 443"),
        ("https://pages.example:80/", "port 80"),
        ("http://pages.example:0/", "port 0"),
        ("http://pages.example:99999999999/", "port 99999999999"),
        ("http://localhost/", "name within a network"),
        ("http://wiki/", "name within a network"),
        ("http://WIKI./", "name within a network"),
        ("http://printer.local/", "name within a network"),
        ("http://metadata.google.internal/", "name within a network"),
        ("http://a.localhost/", "name within a network"),
        ("http://router.home.arpa/", "name within a network"),
        ("http://2130706433/", "unusual form"),
        ("http://0x7f000001/", "unusual form"),
        ("http://0177.0.0.1/", "is not an address"),
        ("http://127.1/", "unusual form"),
        ("http://pages.example.1/", "unusual form"),
        ("http://pages.0x/", "unusual form"),
    ],
)
def test_what_is_not_of_the_public_web_is_refused(address: str, said: str) -> None:
    with pytest.raises(FetchRefused, match=said) as refused:
        check_public(parse(address))
    assert str(refused.value).endswith(".")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("/b", "http://pages.example/b"),
        ("b?c", "http://pages.example/a/b?c"),
        ("//other.example/", "http://other.example/"),
        ("https://other.example/#x", "https://other.example/"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location: str, leads_to: str) -> None:
    assert parse(join(parse("http://pages.example/a/"), location)).address == leads_to


@given(st.text(max_size=80) | st.from_regex(r"https?://[^/]{0,30}/?", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        target = parse(text)
    except FetchRefused as refused:
        assert str(refused).endswith(".")
    else:
        assert target.address.isascii()
        assert parse(target.address) == target
