"""What is given beside the text, read strictly: a date, an address, a language."""

import re
from datetime import date, datetime
from urllib.parse import SplitResult, urlsplit, urlunsplit

from django.utils.translation import gettext as _

from claims.errors import InputRefused
from claims.extraction.folding import fold

_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
URL_AT_MOST = 2000


def parse_published(given: str) -> date | None:
    """A date as 2026-11-24 or 24/11/2026, in any digits; None for blank. Raises InputRefused."""
    told = fold(given).strip()
    if not told:
        return None
    try:
        if day_first := _DAY_FIRST.fullmatch(told):
            day, month, year = map(int, day_first.groups())
            return date(year, month, day)
        return datetime.fromisoformat(told.upper()).date()
    except ValueError as error:
        raise InputRefused(
            _("%(given)s is not a date; write it as 2026-11-24 or 24/11/2026.")
            % {"given": _short(given)}
        ) from error


def parse_address(given: str) -> str:
    """An address of the web without its fragment; "" for blank. Raises InputRefused."""
    told = given.strip()
    if not told:
        return ""
    parts = _split(told)
    if parts is None or len(told) > URL_AT_MOST:
        raise InputRefused(
            _("%(given)s is not an address; it begins with https:// or http:// and names a host.")
            % {"given": _short(given)}
        )
    netloc = parts.netloc.lower()
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def _split(told: str) -> SplitResult | None:
    try:
        parts = urlsplit(told)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return None
    is_sound = parts.scheme in ("http", "https") and host and re.search(r"[^\W_]\.\w", host)
    if not is_sound or parts.username or re.search(r"[\s\x00-\x1f\x7f]", told):
        return None
    return parts


def host_of(address: str) -> str:
    """The host of an address without "www."; "" for none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def parse_language(given: str) -> str:
    """An ISO 639 code in lower case; "" for blank. Raises InputRefused."""
    told = given.strip().lower()
    if told and not _LANGUAGE.fullmatch(told):
        raise InputRefused(
            _("%(given)s is not the code of a language; write it as ar, en, tr or ru.")
            % {"given": _short(given)}
        )
    return told


def _short(given: str) -> str:
    one_line = " ".join(given.replace("\0", " ").split())
    return one_line if len(one_line) <= 60 else f"{one_line[:60]}…"
