"""A page that was fetched becomes a WARC that others can read, byte for byte as it came."""

import gzip
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from claims.archive.files import recognise
from claims.archive.page import Captured, capture
from claims.errors import FetchRefused
from tests.archive import hostile
from tests.archive.hostile import ARTICLE, PAGE
from tests.outbound.web import Web, leads_to, page, says

ADDRESS = "http://pages.example/خبر?n=1"
ASKED = "http://pages.example/%D8%AE%D8%A8%D8%B1?n=1"


@pytest.fixture
def web() -> Iterator[Web]:
    made = Web()
    yield made
    made.close()


def records(captured: Captured) -> list[tuple[ArcWarcRecord, bytes]]:
    """Each record with all of its bytes, heads of HTTP included."""
    archive = ArchiveIterator(BytesIO(captured.warc), no_record_parse=True)
    return [(record, record.raw_stream.read()) for record in archive]


def test_a_page_is_captured_with_its_words(web: Web) -> None:
    web.host("pages.example", page(PAGE.encode(), "Content-Type: text/html; charset=utf-8"))
    got = capture(ADDRESS, network=web.network())
    assert (got.asked, got.final_address, got.media_type) == (ASKED, ASKED, "text/html")
    assert got.body == PAGE.encode()
    assert got.title == "إغلاق الجسر | وكالة"
    assert ARTICLE in (got.text or "")
    assert recognise(got.warc) == "application/warc"


def test_every_request_and_answer_is_recorded_as_it_went_over_the_wire(web: Web) -> None:
    first = web.host("pages.example", leads_to("http://other.example/b", "301 Moved"))
    packed = gzip.compress(PAGE.encode())
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = b"HTTP/1.1 200 Fine\r\nX-odd:  A \r\nCONTENT-ENCODING: gzip\r\n"
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    second = web.host("other.example", says(head + chunks), ip="93.184.215.15")
    got = capture(ADDRESS, network=web.network())
    assert (got.asked, got.final_address) == (ASKED, "http://other.example/b")
    info, *pairs = records(got)
    assert info[0].rec_type == "warcinfo"
    assert b"software: factlog/0.1.0\r\n" in info[1]
    assert [(record.rec_type, block) for record, block in pairs[2:]] == [
        ("response", head + chunks),
        ("request", second.asked[0]),
    ]
    assert [record.rec_type for record, _ in pairs[:2]] == ["response", "request"]
    assert pairs[0][1].startswith(b"HTTP/1.1 301 Moved\r\n")
    assert pairs[1][1] == first.asked[0]


def test_each_record_says_from_where_and_when_it_came(web: Web) -> None:
    web.host("pages.example", page(PAGE.encode()))
    got = capture(ADDRESS, network=web.network())
    (answer, _), (asked, _) = records(got)[1:]
    headers = dict(answer.rec_headers.headers)
    assert headers["WARC-Target-URI"] == ASKED
    assert headers["WARC-IP-Address"] == "93.184.215.14"
    assert datetime.fromisoformat(headers["WARC-Date"]) == got.moment
    assert headers["Content-Type"] == "application/http; msgtype=response"
    assert asked.rec_headers.get_header("WARC-Concurrent-To") == headers["WARC-Record-ID"]


def test_warcio_itself_finds_the_digests_right(web: Web, tmp_path: Path) -> None:
    web.host("pages.example", leads_to("/b"))
    web.host("pages.example", page(PAGE.encode()), ip="93.184.215.15")
    place = tmp_path / "page.warc.gz"
    place.write_bytes(capture(ADDRESS, network=web.network()).warc)
    check = [sys.executable, "-m", "warcio.cli", "check", "-v", str(place)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("digest pass") >= 2
    changed = gzip.decompress(place.read_bytes()).replace("الجسر".encode(), "الجسم".encode(), 1)
    place.write_bytes(changed)
    assert subprocess.run(check, capture_output=True, check=False).returncode == 1


def test_the_archived_page_reads_as_the_body(web: Web) -> None:
    packed = gzip.compress(PAGE.encode())
    web.host("pages.example", page(packed, "Content-Encoding: gzip"))
    got = capture(ADDRESS, network=web.network())
    [read] = [
        record.content_stream().read()
        for record in ArchiveIterator(BytesIO(got.warc))
        if record.rec_type == "response"
    ]
    assert read == got.body == PAGE.encode()


@pytest.mark.parametrize(
    ("body", "said", "media_type"),
    [
        (hostile.pdf("words"), "text/html", "application/pdf"),
        (hostile.pdf("words"), None, "application/pdf"),
        (PAGE.encode("cp1256"), "text/html; charset=windows-1256", "text/html"),
        (b"words and no more", "text/html", "text/html"),
        (b"words and no more", "text/plain", "text/plain"),
        (b"words and no more", None, "text/plain"),
        (b"\x00\x01\x02", "application/x-strange", "application/x-strange"),
        (b"\x00\x01\x02", None, "application/octet-stream"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png", "image/svg+xml"),
    ],
)
def test_what_a_page_is_is_told_by_its_bytes_first(
    web: Web, body: bytes, said: str | None, media_type: str
) -> None:
    web.host("pages.example", page(body, *([f"Content-Type: {said}"] if said else [])))
    assert capture(ADDRESS, network=web.network()).media_type == media_type


def test_a_page_that_cannot_be_read_is_archived_all_the_same(web: Web) -> None:
    web.host("pages.example", page(hostile.pdf("words", password="secret")))
    got = capture(ADDRESS, network=web.network())
    assert got.text is None
    assert "locked" in (got.reading.why_not or "")
    assert len(records(got)) == 3


def test_what_is_refused_leaves_no_archive(web: Web) -> None:
    web.host("pages.example", leads_to("http://127.0.0.1/"))
    with pytest.raises(FetchRefused):
        capture(ADDRESS, network=web.network())
