"""What a server packed for the way, unpacked within bounds: a small body may hold a huge one."""

import zlib

from django.utils.translation import gettext as _

from claims.errors import FetchRefused
from claims.outbound.limits import too_large

_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


def unpack(packed: bytes, encodings: list[str], at_most: int, host: str) -> bytes:
    """The bytes that were meant, of a body with these Content-Encodings. Raises FetchRefused."""
    used = [one for one in encodings if one != "identity"]
    if not used or not packed:
        return packed
    if len(used) > 1 or used[0] not in ("gzip", "x-gzip", "deflate"):
        raise FetchRefused(
            _("%(host)s packs the page in a way that was not asked for (%(encoding)s).")
            % {"host": host, "encoding": ", ".join(used)[:60]}
        )
    try:
        if used[0] != "deflate":
            return _inflated(packed, _GZIP, at_most)
        try:
            return _inflated(packed, _ZLIB, at_most)
        except zlib.error:  # some servers leave out the frame that RFC 9110 asks for
            return _inflated(packed, _RAW, at_most)
    except zlib.error as error:
        raise FetchRefused(
            _("The page of %(host)s cannot be unpacked; try again later.") % {"host": host}
        ) from error
    except _TooMuch as error:
        raise too_large(host, at_most) from error


class _TooMuch(Exception):
    pass


def _inflated(packed: bytes, bits: int, at_most: int) -> bytes:
    """Exactly one packed whole: cut short or followed by more it is refused as well."""
    unpacker = zlib.decompressobj(bits)
    found = unpacker.decompress(packed, at_most + 1)
    if len(found) > at_most:
        raise _TooMuch
    if not unpacker.eof or unpacker.unused_data:
        raise zlib.error("cut short, or followed by something else")
    return found
