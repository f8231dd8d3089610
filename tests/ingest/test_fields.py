"""Dates, addresses and languages as people write them."""

from datetime import date

import pytest

from claims.errors import InputRefused
from claims.ingest.fields import host_of, parse_address, parse_language, parse_published


@pytest.mark.parametrize(
    "given",
    ["2026-11-24", " 2026-11-24 ", "24/11/2026", "24.11.2026", "٢٤/١١/٢٠٢٦", "۲۴/۱۱/۲۰۲۶",
     "٢٠٢٦-١١-٢٤", "2026-11-24T10:30:00Z", "2026-11-24 10:30"],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(given: str) -> None:
    assert parse_published(given) == date(2026, 11, 24)


def test_blank_is_absent() -> None:
    assert parse_published(" ") is None
    assert parse_address(" ") == ""
    assert parse_language(" ") == ""


@pytest.mark.parametrize(
    "given", ["31/02/2026", "2026-13-01", "yesterday", "24/11", "0", "\0", "9" * 5000, "12/24/2026"]
)
def test_a_date_that_is_none_is_refused_in_a_sentence(given: str) -> None:
    with pytest.raises(InputRefused, match="is not a date; write it as") as refused:
        parse_published(given)
    assert len(str(refused.value)) < 140


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://Example.COM/a?b=c#d", "https://example.com/a?b=c"),
        (" http://example.com", "http://example.com/"),
        ("https://example.com:8443/أخبار", "https://example.com:8443/أخبار"),
    ],
)
def test_an_address_is_kept_without_its_fragment(given: str, kept: str) -> None:
    assert parse_address(given) == kept


@pytest.mark.parametrize(
    "given",
    ["example.com", "ftp://example.com/a", "javascript:alert(1)", "https://", "https://a b.com/",
     "https://user@example.com/", "https://example.com:port/", "https://[::1", "https://localhost/",
     "https://example.com/" + "a" * 2000, "https://exa\0mple.com"],
)  # fmt: skip
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(InputRefused, match="is not an address"):
        parse_address(given)


@pytest.mark.parametrize("given", ["Arabic!", "a", "arabic", "ar-SY", "عر"])
def test_what_is_no_language_is_refused(given: str) -> None:
    with pytest.raises(InputRefused, match="code of a language"):
        parse_language(given)


def test_the_host_is_what_names_an_outlet() -> None:
    assert host_of("https://www.example.com/a") == "example.com"
