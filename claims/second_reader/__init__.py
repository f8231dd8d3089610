"""A model behind an OpenAI-compatible API proposes claims that the rules missed (off by default).

Text goes out as data, and places in it come back: no character of an answer is kept or shown.
What is proposed decides nothing (docs/second-reader.md).
"""

from collections.abc import Sequence

from claims.extraction.types import Span
from claims.second_reader.anchoring import Proposal, anchored
from claims.second_reader.answer import said
from claims.second_reader.asking import PAUSE_AT_MOST, Reader, ask
from claims.second_reader.parts import PARTS_AT_MOST, parts_of
from claims.second_reader.prompt import messages
from claims.second_reader.taken import left, overlap

__all__ = [
    "PARTS_AT_MOST",
    "PAUSE_AT_MOST",
    "Proposal",
    "Reader",
    "left",
    "overlap",
    "parts_of",
    "read",
]


def read(reader: Reader, text: str, part: Span, found: Sequence[str]) -> list[Proposal]:
    """What the reader proposes in one part of a text; ``found`` are claims it need not repeat.

    Each proposal stands in the text word for word. Raises ReaderFailed.
    """
    answer = ask(reader, messages(part.of(text), found))
    return anchored(said(answer), text, part)
