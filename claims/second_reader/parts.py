"""A long text in parts that a model reads at once: whole paragraphs where they fit."""

import re
from collections.abc import Iterator

from claims.extraction.types import Span

# Some 2,000 tokens of Arabic: with instructions and answer it fits a context of 4,096 tokens, the
# default of small servers.
PART_AT_MOST = 4_000
# What stands behind is not read. News articles of over 48,000 characters were not seen.
PARTS_AT_MOST = 12

_LINE = re.compile(r"[^\n]+")


def parts_of(text: str) -> list[Span]:
    """The parts, in order; together all lines of the text that hold anything, up to the limit."""
    parts: list[Span] = []
    for line in _pieces(text):
        if parts and line.end - parts[-1].start <= PART_AT_MOST:
            parts[-1] = Span(parts[-1].start, line.end)
        elif len(parts) < PARTS_AT_MOST:
            parts.append(line)
        else:
            break
    return parts


def _pieces(text: str) -> Iterator[Span]:
    """Lines; one that is too long is cut between words."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end - start > PART_AT_MOST:
            cut = text.rfind(" ", start + 1, start + PART_AT_MOST)
            cut = cut if cut > start else start + PART_AT_MOST
            yield Span(start, cut)
            start = cut
        if text[start:end].strip():
            yield Span(start, end)
