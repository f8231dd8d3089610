"""A page of the web as it was: every request and answer as they went over the wire, in a WARC."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from uuid import uuid4

from django.conf import settings
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.archive.files import recognise
from claims.archive.text import TextVersion, text_version
from claims.outbound import Fetched, Hop, Limits, Network, fetch

WARC = "WARC/1.1"


@dataclass(frozen=True, slots=True)
class Captured:
    """A page and its archive. ``warc`` is what is kept; ``body`` is the page, unpacked."""

    asked: str
    final_address: str
    moment: datetime
    media_type: str
    warc: bytes
    body: bytes
    reading: TextVersion

    @property
    def title(self) -> str | None:
        return self.reading.title

    @property
    def text(self) -> str | None:
        return self.reading.text


def capture(
    address: str, *, limits: Limits | None = None, network: Network | None = None
) -> Captured:
    """Fetch an address and archive what it gave, with its text version. Raises FetchRefused."""
    got = fetch(address, limits=limits, network=network)
    media_type = _media_type(got)
    return Captured(
        asked=got.asked,
        final_address=got.final_address,
        moment=got.moment,
        media_type=media_type,
        warc=warc_of(got),
        body=got.body,
        reading=text_version(got.body, media_type, charset=got.charset),
    )


def _media_type(got: Fetched) -> str:
    """What the bytes themselves say goes before what the server says; text is told by the server,
    because a page without its usual beginning looks like plain text."""
    seen, said = recognise(got.body), got.media_type
    if said in ("text/html", "application/xhtml+xml") and seen in (None, "text/plain"):
        return "text/html"
    return seen or said or "application/octet-stream"


def warc_of(got: Fetched) -> bytes:
    """A WARC 1.1 file, each record packed by itself: who made it, then each request and answer."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version=WARC)
    info = {
        "software": f"factlog/{settings.VERSION}",
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    }
    writer.write_record(writer.create_warcinfo_record("", info))
    for hop in got.hops:
        answer_id = _record_id()
        writer.write_record(
            _record("response", hop, answer_id, hop.received, hop.received[hop.head_size :])
        )
        asked = _record("request", hop, _record_id(), hop.sent, b"")
        asked.rec_headers.add_header("WARC-Concurrent-To", answer_id)
        writer.write_record(asked)
    return out.getvalue()


def _record(kind: str, hop: Hop, record_id: str, block: bytes, payload: bytes) -> ArcWarcRecord:
    """warcio's own way of making records would write the headers anew; these are the very bytes."""
    headers = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", record_id),
        ("WARC-Target-URI", hop.address),
        ("WARC-Date", hop.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")),
        ("WARC-IP-Address", hop.ip),
        ("WARC-Block-Digest", _digest(block)),
        ("WARC-Payload-Digest", _digest(payload)),
    ]
    return ArcWarcRecord(
        "warc",
        kind,
        StatusAndHeaders("", headers, protocol=WARC),
        BytesIO(block),
        None,
        f"application/http; msgtype={kind}",
        len(block),
    )


def _record_id() -> str:
    return f"<urn:uuid:{uuid4()}>"


def _digest(data: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode()
