"""What is sent to an address of the settings: guarded like all that leaves."""

import pytest

from claims.errors import AnswerTooLarge, FetchRefused
from claims.outbound import Limits, post
from tests.outbound.web import Authority, Web, leads_to, page

HEADERS = (("Content-Type", "application/json"),)
LIMITS = Limits(seconds=5, body_bytes=1000, sent_bytes=2000)


def send(web: Web, address: str, body: bytes = b"{}") -> tuple[int, bytes]:
    answered = post(address, body, headers=HEADERS, limits=LIMITS, network=web.network())
    return answered.status, answered.body


def test_it_goes_with_its_length_and_headers_and_nothing_of_ours(
    web: Web, trusted: Authority
) -> None:
    server = web.host("models.example", page(b"well"), tls=trusted.serves("models.example"))
    assert send(web, "https://models.example/v1/chat") == (200, b"well")
    [asked] = server.asked
    head, _, _body = asked.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /v1/chat HTTP/1.1\r\nHost: models.example\r\n")
    assert b"\r\nContent-Length: 2\r\n" in head
    assert b"\r\nContent-Type: application/json\r\n" in head
    assert b"Cookie" not in head


def test_without_tls_it_stays_within_the_network(web: Web) -> None:
    web.host("models.newsroom", page(b"well"), ip="10.1.2.3")
    assert send(web, "http://models.newsroom/v1") == (200, b"well")
    web.host("models.example", page(b"well"))
    with pytest.raises(FetchRefused, match="https only"):
        send(web, "http://models.example/v1")


def test_a_host_that_stands_inside_and_outside_is_not_asked_without_tls(web: Web) -> None:
    web.host("models.newsroom", page(b"well"), ip="10.1.2.3")
    web.names["models.newsroom"] = ["10.1.2.3", "93.184.215.14"]
    with pytest.raises(FetchRefused, match="https only"):
        send(web, "http://models.newsroom/v1")
    assert web.called == []


@pytest.mark.parametrize("ip", ["169.254.169.254", "168.63.129.16", "0.0.0.0", "fe80::1"])
def test_a_clouds_secrets_are_asked_by_nobody(web: Web, ip: str) -> None:
    web.host("models.newsroom", page(b"well"), ip=ip)
    with pytest.raises(FetchRefused, match="not of the public web"):
        send(web, "http://models.newsroom/v1")
    assert web.called == []


def test_a_redirect_is_an_answer_and_leads_nowhere(web: Web) -> None:
    other = web.host("other.newsroom", page(b"well"), ip="10.1.2.4")
    web.host("models.newsroom", leads_to("http://other.newsroom/v1"), ip="10.1.2.3")
    assert send(web, "http://models.newsroom/v1")[0] == 302
    assert other.asked == []


def test_an_error_is_an_answer_too(web: Web) -> None:
    web.host("models.newsroom", page(b"no", status="500 Down"), ip="10.1.2.3")
    assert send(web, "http://models.newsroom/v1") == (500, b"no")


def test_more_than_the_most_is_not_taken(web: Web) -> None:
    web.host("models.newsroom", page(b"x" * 3000), ip="10.1.2.3")
    with pytest.raises(AnswerTooLarge):
        send(web, "http://models.newsroom/v1")
