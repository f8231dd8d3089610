"""Real servers that answer well, badly, too much or never, and what a fetch makes of them."""

import gzip
import socket
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from claims.errors import FetchRefused
from claims.outbound import Limits, Network, fetch
from tests.outbound.web import Answer, Authority, Server, Web, leads_to, page, says

ADDRESS = "http://pages.example/a?b"
QUICK = Limits(seconds=1.0, connect_seconds=0.5, silent_seconds=0.4)
SMALL = Limits(sent_bytes=1024 * 1024, body_bytes=2 * 1024 * 1024)
pack = partial(gzip.compress, mtime=0)  # the same bytes, and names of tests, in every worker


def refusal(web: Web, address: str = ADDRESS, limits: Limits | None = None, *inside: str) -> str:
    with pytest.raises(FetchRefused) as refused:
        fetch(address, limits=limits, network=web.network(*inside))
    assert refused.value.code == "fetch_refused"
    return str(refused.value)


# What is taken


def test_a_page_comes_with_all_that_an_archive_needs(web: Web) -> None:
    body = "<p>قالت الهيئة".encode("cp1256")
    server = web.host(
        "pages.example", page(body, 'Content-Type: Text/HTML; charset="Windows-1256"')
    )
    before = datetime.now(UTC)
    got = fetch(f"{ADDRESS}#part", network=web.network())
    assert (got.asked, got.final_address, got.status) == (ADDRESS, ADDRESS, 200)
    assert (got.body, got.sent_body) == (body, body)
    assert (got.media_type, got.charset, got.ip) == ("text/html", "windows-1256", "93.184.215.14")
    assert before <= got.moment <= datetime.now(UTC)
    assert got.headers[0] == ("content-length", str(len(body)))
    assert got.request == server.asked[0]
    assert got.last.received.startswith(b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n")
    assert got.last.received.endswith(b"\r\n\r\n" + body)


def test_the_request_says_who_asks_and_nothing_of_anybody(web: Web) -> None:
    server = web.host("pages.example", page(b"x"))
    fetch(ADDRESS, network=web.network())
    first, *headers = server.asked[0].decode().removesuffix("\r\n\r\n").split("\r\n")
    assert first == "GET /a?b HTTP/1.1"
    assert {name.lower() for name, _ in (header.split(": ") for header in headers)} == {
        *("host", "user-agent", "accept", "accept-encoding", "connection"),
    }
    assert "Host: pages.example" in headers
    assert "User-Agent: factlog/9.9 (+archiving for fact-checking)" in headers


def test_factlog_says_its_version() -> None:
    assert Network().user_agent == "factlog/0.1.0 (+archiving for fact-checking)"


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (pack(b"words " * 999), "gzip"),
        (pack(b"words " * 999), "X-GZIP"),
        (zlib.compress(b"words " * 999), "deflate"),
        (zlib.compress(b"words " * 999)[2:-4], "deflate"),
        (b"words " * 999, "identity"),
        (pack(b"words " * 999), "identity, gzip"),
    ],
)
def test_a_packed_body_is_unpacked_and_kept_as_it_was_sent(
    web: Web, packed: bytes, encoding: str
) -> None:
    web.host("pages.example", page(packed, f"Content-Encoding: {encoding}"))
    got = fetch(ADDRESS, network=web.network())
    assert (got.body, got.sent_body) == (b"words " * 999, packed)


def test_chunks_are_put_together_and_kept_as_they_came(web: Web) -> None:
    chunks = b"4\r\nword\r\n6;x=y\r\ns and \r\n4\r\nmore\r\n0\r\nTrailer: x\r\n\r\n"
    web.host(
        "pages.example", says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunks)
    )
    got = fetch(ADDRESS, network=web.network())
    assert got.body == b"words and more"
    assert got.last.received.endswith(chunks)


def test_an_answer_without_a_length_ends_with_its_connection(web: Web) -> None:
    web.host("pages.example", says(b"HTTP/1.0 200 OK\r\n\r\n", b"all ", b"of it"))
    assert fetch(ADDRESS, network=web.network()).body == b"all of it"


def test_interim_answers_are_no_part_of_the_record(web: Web) -> None:
    web.host(
        "pages.example",
        says(
            b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
        ),
    )
    assert fetch(ADDRESS, network=web.network()).last.received.startswith(b"HTTP/1.1 200 OK")


def test_the_next_address_is_tried_where_one_does_not_answer(web: Web) -> None:
    web.host("pages.example", page(b"x"), ip="93.184.215.15")
    web.names["pages.example"] = ["2606:2800:21f:cb07::1", "93.184.215.14", "93.184.215.15"]
    assert fetch(ADDRESS, network=web.network()).ip == "93.184.215.15"


def test_proxies_of_the_environment_are_not_asked(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = web.host("proxy.example", page(b"from the proxy"), ip="93.184.215.99")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    web.host("pages.example", page(b"from the page"))
    assert fetch(ADDRESS, network=web.network()).body == b"from the page"
    assert proxy.asked == []


# Where it leads


def test_redirects_are_followed_and_each_is_recorded(web: Web) -> None:
    web.host("pages.example", leads_to("//other.example/%D8%A3"), ip="93.184.215.14")
    other = web.host("other.example", page(b"x"), ip="93.184.215.15")
    got = fetch(ADDRESS, network=web.network())
    assert (got.asked, got.final_address) == (ADDRESS, "http://other.example/%D8%A3")
    assert [(hop.address, hop.status, hop.ip) for hop in got.hops] == [
        (ADDRESS, 302, "93.184.215.14"),
        ("http://other.example/%D8%A3", 200, "93.184.215.15"),
    ]
    assert got.hops[0].header("location") == "//other.example/%D8%A3"
    assert b"Host: other.example\r\n" in other.asked[0]


def test_cookies_are_not_carried_from_hop_to_hop(web: Web) -> None:
    answer = page(b"", "Location: /b", "Set-Cookie: who=me; Path=/", status="302 Found")
    server = web.host("pages.example", answer)

    def first_leads_then_answers(line: socket.socket) -> None:
        (answer if len(server.asked) == 1 else page(b"x"))(line)

    server.answer = first_leads_then_answers
    assert fetch(ADDRESS, network=web.network()).body == b"x"
    assert len(server.asked) == 2
    assert b"cookie" not in server.asked[1].lower()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_five_redirects_are_followed_and_not_a_sixth(web: Web, status: int) -> None:
    server = web.host("pages.example", page(b""))

    def answer(line: socket.socket) -> None:
        leads_to(f"/{len(server.asked)}", f"{status} Elsewhere")(line)

    server.answer = answer
    assert "without end" in refusal(web)
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("http://127.0.0.1/", "127.0.0.0/8"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.0.0/16"),
        ("http://[::ffff:10.0.0.1]/", "10.0.0.0/8"),
        ("http://inner.example/", "192.168.0.0/16"),
        ("http://localhost/", "name within a network"),
        ("http://pages.example:8080/", "port 8080"),
        ("http://me:secret@pages.example/", "user name"),
        ("file:///etc/passwd", "not file"),
        ("http://[", "is not an address"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(web: Web, location: str, said: str) -> None:
    web.host("pages.example", leads_to(location))
    web.names["inner.example"] = ["192.168.1.1"]
    assert said in refusal(web)
    assert web.called == [("93.184.215.14", 80)]


def test_nobody_outside_leads_into_the_network_of_the_newsroom(web: Web) -> None:
    wiki = Server(page(b"ours"))
    inside = f"127.0.0.1:{wiki.port}"
    web.servers["127.0.0.1", wiki.port] = wiki
    web.host("pages.example", leads_to(f"http://{inside}/"))
    assert fetch(f"http://{inside}/", network=web.network(inside)).body == b"ours"
    assert f"port {wiki.port}" in refusal(web, ADDRESS, None, inside)
    assert len(wiki.asked) == 1


def test_a_host_inside_is_fetched_from_only_at_the_port_that_was_named(web: Web) -> None:
    web.names["wiki"] = ["10.0.0.7"]
    web.servers["10.0.0.7", 8080] = Server(page(b"ours"))
    assert fetch("http://wiki:8080/", network=web.network("wiki:8080")).body == b"ours"
    assert "port 8081" in refusal(web, "http://wiki:8081/", None, "wiki:8080")
    assert "name within a network" in refusal(web, "http://wiki/", None, "wiki:8080")


def test_a_host_inside_never_leads_to_the_metadata_of_a_cloud(web: Web) -> None:
    web.names["wiki"] = ["169.254.169.254"]
    assert "169.254.0.0/16" in refusal(web, "http://wiki:8080/", None, "wiki:8080")


def test_who_is_inside_is_a_setting(settings) -> None:
    server = Server(page(b"ours"))
    settings.FETCH_INSIDE = frozenset({f"127.0.0.1:{server.port}"})
    assert fetch(f"http://127.0.0.1:{server.port}/").body == b"ours"
    settings.FETCH_INSIDE = frozenset()
    with pytest.raises(FetchRefused):
        fetch(f"http://127.0.0.1:{server.port}/")


def test_the_resolver_of_the_system_is_asked(settings) -> None:
    server = Server(page(b"ours"))
    settings.FETCH_INSIDE = frozenset({f"localhost:{server.port}"})
    got = fetch(f"http://localhost:{server.port}/")
    assert (got.body, got.ip) == (b"ours", "127.0.0.1")


def test_a_name_that_changes_after_the_check_is_not_asked_again(web: Web) -> None:
    web.host("pages.example", page(b"public"))
    asked = 0

    def rebinding():
        nonlocal asked
        for answer in (["93.184.215.14"], ["127.0.0.1"], ["127.0.0.1"]):
            asked += 1
            yield answer

    web.names["pages.example"] = rebinding()
    assert fetch(ADDRESS, network=web.network()).body == b"public"
    assert asked == 1
    assert web.called == [("93.184.215.14", 80)]


def test_a_name_that_changes_between_redirects_is_checked_again(web: Web) -> None:
    web.host("pages.example", leads_to("/b"))
    web.names["pages.example"] = iter([["93.184.215.14"], ["127.0.0.1"]])
    assert "127.0.0.0/8" in refusal(web)
    assert web.called == [("93.184.215.14", 80)]


def test_an_unknown_host_is_told(web: Web) -> None:
    assert refusal(web) == "The host pages.example was not found; look at the address again."


def test_a_host_that_does_not_answer_is_told(web: Web) -> None:
    web.names["pages.example"] = ["93.184.215.14"]
    assert "does not answer" in refusal(web)


# TLS


def test_a_page_comes_over_tls_from_who_can_prove_its_name(web: Web, trusted: Authority) -> None:
    web.host("pages.example", page(b"safe"), tls=trusted.serves("pages.example"))
    got = fetch("https://pages.example/", network=web.network())
    assert (got.body, web.called) == (b"safe", [("93.184.215.14", 443)])
    assert got.last.received.endswith(b"\r\n\r\nsafe"), "what is kept is what was inside TLS"


def test_an_ip_address_proves_itself_too(web: Web, trusted: Authority) -> None:
    web.host("unused.example", page(b"safe"), tls=trusted.serves("93.184.215.14"))
    assert fetch("https://93.184.215.14/", network=web.network()).body == b"safe"


@pytest.mark.parametrize(("name", "days"), [("other.example", 30), ("pages.example", -1)])
def test_a_certificate_that_does_not_hold_is_refused(
    web: Web, trusted: Authority, name: str, days: int
) -> None:
    server = web.host("pages.example", page(b"x"), tls=trusted.serves(name, days=days))
    assert "certificate of pages.example does not hold" in refusal(web, "https://pages.example/")
    assert server.asked == []


def test_a_certificate_of_an_unknown_authority_is_refused(web: Web, authority: Authority) -> None:
    web.host("pages.example", page(b"x"), tls=authority.serves("pages.example"))
    assert "certificate of pages.example does not hold" in refusal(web, "https://pages.example/")


def test_who_speaks_no_tls_is_refused(web: Web) -> None:
    web.names["pages.example"] = ["93.184.215.14"]
    web.servers["93.184.215.14", 443] = Server(page(b"x"), speaks_first=True)
    assert "No safe connection to pages.example" in refusal(web, "https://pages.example/")


def test_https_does_not_lead_to_http(web: Web, trusted: Authority) -> None:
    web.host(
        "pages.example", leads_to("http://pages.example/"), tls=trusted.serves("pages.example")
    )
    assert "from https to http" in refusal(web, "https://pages.example/")
    assert web.called == [("93.184.215.14", 443)]


def test_http_may_lead_to_https(web: Web, trusted: Authority) -> None:
    web.host("pages.example", leads_to("https://pages.example/"))
    web.host("pages.example", page(b"safe"), tls=trusted.serves("pages.example"))
    assert fetch("http://pages.example/", network=web.network()).body == b"safe"


def test_a_cut_tls_connection_is_no_end_of_a_page(web: Web, trusted: Authority) -> None:
    def cut(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\nonly the beg")
        socket.socket(fileno=line.detach()).close()  # no closing word of TLS

    web.host("pages.example", cut, tls=trusted.serves("pages.example"))
    assert "broken or ends too early" in refusal(web, "https://pages.example/")


# Too much, too slow, broken


def endless(head: bytes, piece: bytes, pause: float = 0) -> Answer:
    def answer(line: socket.socket) -> None:
        line.sendall(head)
        while True:
            line.sendall(piece)
            time.sleep(pause)

    return answer


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        endless(OK + b"\r\n", b"x" * 65536),
        endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"8000\r\n" + b"x" * 32768 + b"\r\n"),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 2000),
        endless(b"HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n", b"x" * 65536),
        page(b"x" * (1024 * 1024 + 1)),
        says(OK + b"Content-Length: 99999999999\r\n\r\n"),
    ],
    ids=["body", "chunks", "interim", "redirect", "whole", "announced"],
)
def test_what_is_larger_than_the_limit_on_the_wire_is_cut_off(web: Web, answer: Answer) -> None:
    server = web.host("pages.example", answer)
    assert refusal(web, limits=SMALL) == (
        "What pages.example sends is larger than 1 MB, the most that is fetched; "
        "upload the part that matters as a file."
    )
    assert server.ended.wait(5), "the connection is closed"


def test_the_limit_counts_all_hops_together(web: Web) -> None:
    server = web.host("pages.example", page(b""))

    def answer(line: socket.socket) -> None:
        page(b"x" * 300_000, f"Location: /{len(server.asked)}", status="302 Found")(line)

    server.answer = answer
    assert "larger than 1 MB" in refusal(web, limits=SMALL)
    assert len(server.asked) == 4


@pytest.mark.parametrize("compress", [pack, zlib.compress])
def test_a_bomb_is_not_unpacked(web: Web, compress: Callable[[bytes], bytes]) -> None:
    bomb = compress(bytes(50 * 1024 * 1024))
    encoding = "gzip" if compress is pack else "deflate"
    assert len(bomb) < SMALL.sent_bytes / 10
    web.host("pages.example", page(bomb, f"Content-Encoding: {encoding}"))
    assert "larger than 2 MB" in refusal(web, limits=SMALL)


def test_a_body_of_the_most_that_is_fetched_is_taken(web: Web) -> None:
    body = bytes(SMALL.body_bytes)
    web.host("pages.example", page(pack(body), "Content-Encoding: gzip"))
    assert fetch(ADDRESS, limits=SMALL, network=web.network()).body == body


@pytest.mark.parametrize(
    ("packed", "encoding", "said"),
    [
        (pack(b"words")[:-1], "gzip", "cannot be unpacked"),
        (pack(b"words") + b"more", "gzip", "cannot be unpacked"),
        (pack(b"a") + pack(b"b"), "gzip", "cannot be unpacked"),
        (b"words", "gzip", "cannot be unpacked"),
        (b"words", "deflate", "cannot be unpacked"),
        (b"words", "br", "not asked for (br)"),
        (pack(pack(b"words")), "gzip, gzip", "not asked for (gzip, gzip)"),
    ],
)
def test_a_body_that_cannot_be_unpacked_whole_is_refused(
    web: Web, packed: bytes, encoding: str, said: str
) -> None:
    web.host("pages.example", page(packed, f"Content-Encoding: {encoding}"))
    assert said in refusal(web)


@pytest.mark.parametrize(
    "answer",
    [
        lambda line: time.sleep(5),
        endless(OK + b"Content-Length: 9999\r\n\r\n", b"x", pause=0.05),
        endless(b"HTTP/1.1 200 O", b"K", pause=0.05),
        endless(OK, b"X-A: b\r\n", pause=0.05),
        endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", pause=0.05),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.05),
    ],
    ids=["silent", "body", "status", "headers", "chunks", "interim"],
)
def test_a_slow_answer_is_not_waited_for(web: Web, answer: Answer) -> None:
    web.host("pages.example", answer)
    began = time.monotonic()
    assert "took too long" in refusal(web, limits=QUICK)
    assert time.monotonic() - began < 4


def test_silence_is_borne_no_longer_than_the_whole_may_take(web: Web) -> None:
    web.host("pages.example", lambda line: time.sleep(5))
    began = time.monotonic()
    assert "took too long" in refusal(web, limits=Limits(seconds=0.5, silent_seconds=4))
    assert time.monotonic() - began < 2


def test_many_small_chunks_are_not_worked_at_longer_than_the_time_given(web: Web) -> None:
    chunks = b"1\r\nx\r\n" * 1_000_000
    web.host(
        "pages.example", says(OK + b"Transfer-Encoding: chunked\r\n\r\n", chunks, b"0\r\n\r\n")
    )
    began = time.monotonic()
    assert "took too long" in refusal(web, limits=QUICK)
    assert time.monotonic() - began < 4


def test_redirects_share_one_time(web: Web) -> None:
    def slowly(line: socket.socket) -> None:
        time.sleep(0.3)
        leads_to("/b")(line)

    web.host("pages.example", slowly)
    began = time.monotonic()
    assert "took too long" in refusal(web, limits=QUICK)
    assert time.monotonic() - began < 4


def test_a_slow_handshake_is_not_waited_for(web: Web) -> None:
    web.names["pages.example"] = ["93.184.215.14"]
    web.servers["93.184.215.14", 443] = Server(page(b"x"))  # waits for a head without TLS
    began = time.monotonic()
    assert "took too long" in refusal(web, "https://pages.example/", QUICK)
    assert time.monotonic() - began < 4


def test_a_slow_resolver_is_not_waited_for() -> None:
    def resolve(host: str, port: int) -> list[str]:
        time.sleep(5)
        return ["93.184.215.14"]

    began = time.monotonic()
    with pytest.raises(FetchRefused, match="took too long"):
        fetch(ADDRESS, limits=QUICK, network=Network(frozenset(), "tests", resolve=resolve))
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "head",
    [
        b"".join(b"X-%d: y\r\n" % n for n in range(201)),
        b"X: " + b"y" * 65536 + b"\r\n",
        b"".join(b"X-%d: " % n + b"y" * 2000 + b"\r\n" for n in range(100)),
    ],
    ids=["many", "long", "large"],
)
def test_too_many_headers_are_refused(web: Web, head: bytes) -> None:
    web.host("pages.example", says(OK + head + b"\r\nx"))
    assert "more headers than any page needs" in refusal(web)


def test_headers_without_end_are_refused(web: Web) -> None:
    web.host("pages.example", endless(OK, b"X: y\r\n" * 1000))
    assert "more headers than any page needs" in refusal(web)


@pytest.mark.parametrize(
    "answer",
    [
        says(OK + b"Content-Length: 10\r\n\r\nshort"),
        says(OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nwords"),
        says(OK + b"Content-Length: -5\r\n\r\nwords"),
        says(OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\nwords"),
        says(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n"),
        says(OK + b"Transfer-Encoding: chunked\r\n\r\nwords"),
        says(OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        says(OK),
        says(b""),
        says(b"220 mail.example ESMTP\r\n"),
        says(b"\x16\x03\x01\x02\x00"),
        says(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
    ],
)
def test_an_answer_that_breaks_off_or_its_own_rules_is_refused(web: Web, answer: Answer) -> None:
    web.host("pages.example", answer)
    assert "is broken or ends too early" in refusal(web)


def test_more_than_was_announced_is_no_part_of_the_page(web: Web) -> None:
    web.host(
        "pages.example", says(OK + b"Content-Length: 5\r\n\r\nwordsHTTP/1.1 200 OK\r\n\r\nlies")
    )
    got = fetch(ADDRESS, network=web.network())
    assert (got.body, got.last.received) == (b"words", OK + b"Content-Length: 5\r\n\r\nwords")


@pytest.mark.parametrize(
    "answer",
    [
        page(b"gone", status="404 Not Found"),
        page(b"wait", status="503 Busy"),
        page(b"", status="304 Not Modified"),
        page(b"", status="302 Found"),
        page(b"", "Content-Range: bytes 0-0/9", status="206 Partial Content"),
        says(b"HTTP/1.1 204 No Content\r\n\r\n"),
    ],
)
def test_another_status_than_200_is_told(web: Web, answer: Answer) -> None:
    web.host("pages.example", answer)
    assert "answers with status " in refusal(web)


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("text/html", "text/html", None),
        ("Application/PDF;charset=UTF-8", "application/pdf", "utf-8"),
        ("text/plain; x=y; Charset = 'a", "text/plain", None),
        ("nonsense", None, None),
        ("", None, None),
    ],
)
def test_what_the_server_calls_it_is_read_where_it_can_be(
    web: Web, header: str, media_type: str | None, charset: str | None
) -> None:
    web.host("pages.example", page(b"x", f"Content-Type: {header}"))
    got = fetch(ADDRESS, network=web.network())
    assert (got.media_type, got.charset) == (media_type, charset)
