"""The languages that are known, each in its folder; UNKNOWN stands in for all others."""

from functools import cache
from importlib import import_module

from claims.extraction.languages.pack import Pack
from claims.extraction.languages.unknown import UNKNOWN

# Codes, which are the names of the folders. Each has a PACK.
LANGUAGES = ("ar", "en", "ru", "tr")


@cache
def pack_of(code: str) -> Pack:
    """The pack of a language, or UNKNOWN.

    A pack makes all forms of its words when it is imported (up to a second), so it is imported when
    its first text is read: most commands and pages read none.
    """
    if code not in LANGUAGES:
        return UNKNOWN
    pack: Pack = import_module(f"{__name__}.{code}").PACK
    return pack
