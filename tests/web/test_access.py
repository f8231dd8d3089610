"""Whose request it is, behind proxies and without."""

import pytest
from django.test import RequestFactory

from claims.web.access import client_address


@pytest.mark.parametrize(
    ("proxies", "told", "found"),
    [
        (0, "203.0.113.7", "10.0.0.2"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (2, "198.51.100.1, 203.0.113.7, 10.0.0.9", "203.0.113.7"),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, "not an address", "10.0.0.2"),
        (2, "203.0.113.7", "10.0.0.2"),
        (1, "", "10.0.0.2"),
    ],
)
def test_only_what_our_own_proxies_say_is_believed(
    settings, proxies: int, told: str, found: str
) -> None:
    settings.PROXIES = proxies
    headers = {"X-Forwarded-For": told} if told else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="10.0.0.2")
    assert client_address(request) == found
