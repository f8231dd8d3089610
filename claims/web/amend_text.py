"""The piece of a text in which words are marked."""

from dataclasses import dataclass

from claims.extraction.types import Span

# A longer text is shown in part, around what is marked; the most is for claims that are longer.
SHOWN, AT_MOST = 20_000, 40_000
# So far from the edge of a piece a line or a word may end.
_EDGE = 1_000


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:] as far as it is shown."""

    start: int
    words: str
    is_part: bool


def piece_of(text: str, content: Span | None) -> Piece:
    """The text, or as much of it as a page holds, from a line or a word on; the content is in it,
    at least its beginning."""
    if len(text) <= SHOWN:
        return Piece(0, text, is_part=False)
    begin, end = (content.start, content.end) if content else (0, 0)
    start = max(0, min(begin - SHOWN // 2, len(text) - SHOWN))
    stop = min(max(start + SHOWN, end), start + AT_MOST, len(text))
    start = _edge(text, start, min(start + _EDGE, begin)) if start else 0
    if stop < len(text):
        stop = _edge(text, stop, min(stop + _EDGE, len(text)))
    return Piece(start, text[start:stop], is_part=True)


def _edge(text: str, here: int, until: int) -> int:
    """Behind the first end of a line there, else behind the first blank, else here."""
    for blank in ("\n", " "):
        found = text.find(blank, here, until)
        if found >= 0:
            return found + 1
    return here
