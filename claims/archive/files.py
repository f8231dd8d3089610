"""Files that people send in: what they are is read from their bytes, never from their names."""

import re
import zlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from claims.archive.images import size_of
from claims.errors import FileRefused

FILE_AT_MOST = 64 * 1024 * 1024  # bytes
# A small file can hold an image that fills the memory of whoever opens it.
SIDE_AT_MOST = 30_000
PIXELS_AT_MOST = 120_000_000

# Where a file of this type has which bytes. The first row that fits counts.
_MAGIC = (
    ("application/pdf", 0, b"%PDF-"),
    ("image/png", 0, b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", 0, b"\xff\xd8\xff"),
    ("image/gif", 0, b"GIF87a"),
    ("image/gif", 0, b"GIF89a"),
    ("image/webp", 8, b"WEBP"),
    ("audio/wav", 8, b"WAVE"),
    ("audio/ogg", 0, b"OggS"),
    ("audio/mpeg", 0, b"ID3"),
    ("audio/mpeg", 0, b"\xff\xfb"),
    ("audio/mpeg", 0, b"\xff\xf3"),
    ("audio/mpeg", 0, b"\xff\xf2"),
    ("application/warc", 0, b"WARC/1."),
)
_IN_RIFF = frozenset({"image/webp", "audio/wav"})
# The brand of an ISO media file (ISO/IEC 14496-12, and the registry at mp4ra.org).
_BRANDS = {
    **dict.fromkeys((b"qt  ",), "video/quicktime"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
    **dict.fromkeys(
        (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"M4V "),
        "video/mp4",
    ),
    **dict.fromkeys((b"3gp4", b"3gp5", b"3gp6", b"MSNV", b"mmp4"), "video/mp4"),
}
_IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

# How HTML and SVG begin, after blanks, comments and XML's first line (after WHATWG MIME Sniffing,
# section 7.1).
_BEFORE = re.compile(rb"\s+|<!--.*?-->|<\?xml[^>]*>", re.DOTALL | re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|script|style|meta|iframe|h1|div|table|p|a|b|br)[\s/>]",
    re.IGNORECASE,
)
_SVG = re.compile(rb"<(?:!doctype\s+|\w+:)?svg[\s/>]", re.IGNORECASE)
_BEGINNING = 64 * 1024
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept. ``width`` and ``height`` in pixels, of images alone."""

    media_type: str
    width: int | None = None
    height: int | None = None


def recognise(data: bytes) -> str | None:
    """The media type of the bytes, among those that are known here; None for all others."""
    for media_type, at, magic in _MAGIC:
        in_riff = data.startswith(b"RIFF") or media_type not in _IN_RIFF
        if data.startswith(magic, at) and in_riff:
            return media_type
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12])
    if data.startswith(b"\x1f\x8b"):
        return "application/warc" if _begins_packed(data, b"WARC/1.") else None
    return _text_type(data)


def accept(data: bytes) -> Upload:
    """Whether a file may be kept as evidence. Raises FileRefused."""
    if not data:
        raise FileRefused(_("The file is empty; choose another one."))
    if len(data) > FILE_AT_MOST:
        raise FileRefused(
            _("The file has more than %(most)s MB; upload the part that matters.")
            % {"most": FILE_AT_MOST // (1024 * 1024)}
        )
    media_type = recognise(data)
    if media_type == "image/svg+xml":
        raise FileRefused(
            _("An SVG drawing can carry programs, so it is not kept; upload it as a PNG.")
        )
    if media_type is None:
        raise FileRefused(
            _(
                "A file of this kind is not kept; upload PDF, PNG, JPEG, GIF, WebP, MP4, MOV, MP3, "
                "OGG, WAV, HTML, WARC or text in UTF-8."
            )
        )
    return _image(media_type, data) if media_type in _IMAGES else Upload(media_type)


def _image(media_type: str, data: bytes) -> Upload:
    size = size_of(media_type, data)
    if size is None:
        raise FileRefused(_("The image is broken: it does not say how large it is."))
    width, height = size
    if max(size) > SIDE_AT_MOST or width * height > PIXELS_AT_MOST:
        raise FileRefused(
            _("The image has %(width)s × %(height)s pixels, more than is shown; make it smaller.")
            % {"width": width, "height": height}
        )
    return Upload(media_type, width, height)


def _begins_packed(data: bytes, magic: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data[:4096], len(magic)) == magic
    except zlib.error:
        return False


def _text_type(data: bytes) -> str | None:
    text = data.removeprefix(b"\xef\xbb\xbf")
    beginning, at = text[:_BEGINNING], 0
    while before := _BEFORE.match(beginning, at):
        at = before.end()
    if _HTML.match(beginning, at):
        return "text/html"
    if _SVG.match(beginning, at):
        return "image/svg+xml"
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _BINARY.search(text) or not text.strip() else "text/plain"
