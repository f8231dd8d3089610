"""The languages that are known, each in its folder; UNKNOWN stands in for all others."""

from claims.extraction.languages.ar import Arabic
from claims.extraction.languages.en import English
from claims.extraction.languages.pack import Pack
from claims.extraction.languages.ru import Russian
from claims.extraction.languages.tr import Turkish
from claims.extraction.languages.unknown import Unknown

LANGUAGES: dict[str, Pack] = {"ar": Arabic(), "en": English(), "ru": Russian(), "tr": Turkish()}
UNKNOWN: Pack = Unknown()
