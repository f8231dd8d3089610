"""The one public function of this room."""

from collections.abc import Callable
from datetime import date

from claims.extraction.engine import Engine
from claims.extraction.language import recognise
from claims.extraction.languages import pack_of
from claims.extraction.languages.unknown import UNKNOWN
from claims.extraction.types import Extraction

# Stored with every result; goes up whenever the engine or a pack may find something else.
ENGINE = "2026.12.1"


def extract(
    text: str,
    language: str | None = None,
    published: date | None = None,
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> Extraction:
    """All claims of one article's text, in the order of their content.

    ``language`` is recognised when it is not given. ``published`` dates words like *yesterday*.
    ``on_progress(done, total)`` hears of sentences every now and then, at least once at the end.
    Whatever the text holds, this does not raise.
    """
    code = language or recognise(text)
    pack = pack_of(code)
    engine = Engine(pack, text, published)
    claims = sorted(
        engine.run(on_progress), key=lambda claim: (claim.content.start, -claim.content.end)
    )
    return Extraction(code, pack is not UNKNOWN, tuple(claims), len(engine.doc.sentences))
