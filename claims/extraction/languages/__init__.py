"""The languages that are known, each in its folder; UNKNOWN stands in for all others."""

from claims.extraction.languages.ar import Arabic
from claims.extraction.languages.pack import Pack
from claims.extraction.languages.unknown import Unknown

LANGUAGES: dict[str, Pack] = {"ar": Arabic()}
UNKNOWN: Pack = Unknown()
