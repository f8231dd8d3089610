"""How kept bytes are handed to a browser: as a file to save, and only images to look at.

What was archived may be hostile. It comes from our own address, so it must never run or be read as
a page there: no type that a browser executes, no guessing of types, and a sandbox besides.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.http import content_disposition_header

NAME_AT_MOST = 60

# What evidence is called on its way out, and the ending of its file.
_SAFE = {
    "image/png": ("image/png", "png"),
    "image/jpeg": ("image/jpeg", "jpg"),
    "image/gif": ("image/gif", "gif"),
    "image/webp": ("image/webp", "webp"),
    "application/pdf": ("application/pdf", "pdf"),
    "text/plain": ("text/plain; charset=utf-8", "txt"),
    "video/mp4": ("video/mp4", "mp4"),
    "video/quicktime": ("video/quicktime", "mov"),
    "audio/mp4": ("audio/mp4", "m4a"),
    "audio/mpeg": ("audio/mpeg", "mp3"),
    "audio/ogg": ("audio/ogg", "ogg"),
    "audio/wav": ("audio/wav", "wav"),
    "application/warc": ("application/octet-stream", "warc.gz"),
    "text/html": ("application/octet-stream", "html"),
}
_UNKNOWN = ("application/octet-stream", "bin")
INLINE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    # Who may see evidence can change at any time.
    "Cache-Control": "private, no-store",
}


@dataclass(frozen=True, slots=True)
class Served:
    """For an HttpResponse: ``HttpResponse(data, content_type=..., headers=...)``."""

    content_type: str
    headers: dict[str, str]


def served(media_type: str, *, title: str, sha256: str, inline: bool = False) -> Served:
    """How bytes of this media type go out, named after a title and their hash.

    ``inline`` is asked for by a page that shows an image; everything else stays a file to save.
    """
    content_type, ending = _SAFE.get(media_type, _UNKNOWN)
    name = f"{_stem(title)}-{sha256[:12]}.{ending}"
    as_file = not (inline and media_type in INLINE)
    disposition = content_disposition_header(as_file, name)
    return Served(content_type, {**_HEADERS, "Content-Disposition": str(disposition)})


def _stem(title: str) -> str:
    """Letters, marks and digits of a title, the rest as hyphens: nothing that could be a path, a
    hidden file, a second ending, or turn the direction of what follows."""
    plain = "".join(one if unicodedata.category(one)[0] in "LMN" else "-" for one in title)
    return re.sub("-+", "-", plain).strip("-")[:NAME_AT_MOST].strip("-") or "evidence"
