"""What a file is, is read from its bytes; what cannot be evidence is refused in a sentence."""

import contextlib
import gzip
import struct
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.archive import files
from claims.archive.files import FILE_AT_MOST, Upload, accept, recognise
from claims.archive.images import size_of
from claims.errors import FileRefused
from tests.archive import hostile


def png(width: int, height: int) -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes((width + 1) * height)) if width * height < 10_000 else b""
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", pixels) + part(b"IEND", b"")


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b";"


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
        + before
        + b"\xff\xff\xc2"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xd9"
    )


def riff(kind: bytes, data: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(data) + 4) + kind + data


def webp_lossy(width: int, height: int) -> bytes:
    frame = b"\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return riff(b"WEBP", b"VP8 " + struct.pack("<I", len(frame)) + frame)


def webp_lossless(width: int, height: int) -> bytes:
    frame = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)
    return riff(b"WEBP", b"VP8L" + struct.pack("<I", len(frame)) + frame)


def webp_extended(width: int, height: int) -> bytes:
    frame = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return riff(b"WEBP", b"VP8X" + struct.pack("<I", len(frame)) + frame)


def iso(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0isommp42"


KINDS = [
    (hostile.pdf("words"), "application/pdf"),
    (iso(b"isom"), "video/mp4"),
    (iso(b"mp42"), "video/mp4"),
    (iso(b"qt  "), "video/quicktime"),
    (iso(b"M4A "), "audio/mp4"),
    (b"ID3\x04\0\0\0\0\0\0", "audio/mpeg"),
    (b"\xff\xfb\x90\x00", "audio/mpeg"),
    (b"OggS\0\x02", "audio/ogg"),
    (riff(b"WAVE", b"fmt "), "audio/wav"),
    (b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", "application/warc"),
    (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", mtime=0), "application/warc"),
    ("قالت الهيئة\n".encode(), "text/plain"),
    (b"\xef\xbb\xbfwords", "text/plain"),
    (b"00000000WEBP", "text/plain"),
    (b" %PDF-1.7", "text/plain"),
    (b"a < b and <b> is not the beginning", "text/plain"),
    (b"<!DOCTYPE html><title>x", "text/html"),
    (b"\xef\xbb\xbf \n<!-- by us --> <!-- < --><HTML lang=ar>", "text/html"),
    (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>', "text/html"),
    ("<html>قال".encode("cp1256"), "text/html"),
    (b"<script>alert(1)</script>", "text/html"),
]
REFUSED = [
    b"MZ\x90\0\x03",
    b"\x7fELF\x02\x01",
    b"PK\x03\x04\x14\0\0\0\x08\0",
    b"Rar!\x1a\x07\x01\0",
    gzip.compress(b"anything else", mtime=0),
    b"\x1f\x8b and no gzip",
    iso(b"heic"),
    iso(b"avif"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    riff(b"AVI ", b"LIST"),
    "قال".encode("cp1256"),
    "قال".encode("utf-16"),
    b"words\0words",
    b" \n",
]


@pytest.mark.parametrize(("data", "media_type"), KINDS)
def test_a_file_is_known_by_its_bytes(data: bytes, media_type: str) -> None:
    assert recognise(data) == media_type
    assert accept(data) == Upload(media_type)


@pytest.mark.parametrize("data", REFUSED)
def test_what_is_not_evidence_is_refused(data: bytes) -> None:
    assert recognise(data) is None
    with pytest.raises(FileRefused, match="A file of this kind is not kept; upload PDF") as refused:
        accept(data)
    assert refused.value.code == "file_refused"


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?>\n<!-- drawn --><SVG/>',
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>',
        b"<s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_drawing_that_carries_programs_is_no_image(data: bytes) -> None:
    with pytest.raises(FileRefused, match="upload it as a PNG"):
        accept(data)


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(FileRefused, match="The file is empty"):
        accept(b"")


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert FILE_AT_MOST == 64 * 1024 * 1024
    monkeypatch.setattr(files, "FILE_AT_MOST", 1024 * 1024)
    assert accept(b"x" * 1024 * 1024) == Upload("text/plain")
    with pytest.raises(FileRefused, match="more than 1 MB"):
        accept(b"x" * (1024 * 1024 + 1))


IMAGES = [
    (png, "image/png"),
    (gif, "image/gif"),
    (jpeg, "image/jpeg"),
    (webp_lossy, "image/webp"),
    (webp_lossless, "image/webp"),
    (webp_extended, "image/webp"),
]


@pytest.mark.parametrize(("made", "media_type"), IMAGES)
def test_the_size_of_an_image_is_read_from_its_head(made, media_type: str) -> None:
    assert accept(made(1280, 720)) == Upload(media_type, 1280, 720)
    assert accept(made(1, 9000)) == Upload(media_type, 1, 9000)


@pytest.mark.parametrize(
    "data",
    [
        png(30_001, 1),
        png(20_000, 20_000),
        jpeg(65_535, 2),
        gif(40_000, 2),
        webp_extended(99_999, 9),
    ],
)
def test_an_image_of_too_many_pixels_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefused, match=r"pixels, more than is shown"):
        accept(data)


@pytest.mark.parametrize(("made", "media_type"), IMAGES)
def test_an_image_cut_before_its_size_is_refused(made, media_type: str) -> None:
    whole = made(1280, 720)
    cut = next(n for n in range(len(whole) + 1) if size_of(media_type, whole[:n]) is not None)
    for length in range(12, cut):
        with pytest.raises(FileRefused):
            accept(whole[:length])


@pytest.mark.parametrize("data", [png(0, 5), gif(5, 0), jpeg(0, 0), b"\xff\xd8\xff\xd9" + bytes(9)])
def test_an_image_without_a_size_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefused, match="does not say how large"):
        accept(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8" + b"\xff" * 20_000_000,
        b"\xff\xd8" + b"\xff\xe0\x00\x02" * 5_000_000,
        b"<!--" * 10_000_000,
        b"<!-->" * 10_000_000,
        b"<?xml " * 10_000_000,
        b" " * 40_000_000 + b"<html",
        gzip.compress(bytes(50_000_000)),
    ],
    ids=["filling", "parts", "comments", "odd comments", "declarations", "blanks", "gzip"],
)
def test_no_file_keeps_the_reader_busy(data: bytes) -> None:
    began = time.process_time()  # what others do on this machine is no part of it
    with contextlib.suppress(FileRefused):
        accept(data)
    assert time.process_time() - began < 2


@given(
    st.binary(max_size=400)
    | st.builds(
        lambda head, rest: head + rest,
        st.sampled_from([made(9, 9)[:n] for made, _ in IMAGES for n in (8, 12, 20, 30)]),
        st.binary(max_size=80),
    )
)
def test_any_bytes_are_taken_or_refused(data: bytes) -> None:
    try:
        upload = accept(data)
    except FileRefused as refused:
        assert str(refused).endswith(".")
    else:
        assert upload.media_type == recognise(data)
        assert (upload.width is not None) == upload.media_type.startswith("image/")
