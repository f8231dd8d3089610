"""What one quote says otherwise than another, word by word."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.extraction.folding import search_form

_PIECES = re.compile(r"\s+|[^\s]+")
# Longer quotes are shown as they are: comparing costs with the square of their length.
_WORDS_AT_MOST = 120


def marked(quote: str, other: str, *, hard: bool = False) -> SafeString:
    """The quote as HTML, words that the other one lacks within <mark>; numbers of its own, where
    ``hard``, marked as what the contradiction is about."""
    pieces = _PIECES.findall(quote)
    ours, theirs = _folded(pieces), _folded(_PIECES.findall(other))
    if max(len(ours), len(theirs)) > _WORDS_AT_MOST:
        return format_html("{}", quote)
    matcher = SequenceMatcher(None, [w for _, w in ours], [w for _, w in theirs], autojunk=False)
    differing = {
        ours[i][0]
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag != "equal"
        for i in range(start, end)
    }
    return format_html_join(
        "", "{}", ((_piece(i, p, differing, hard),) for i, p in enumerate(pieces))
    )


def _piece(place: int, piece: str, differing: set[int], hard: bool) -> SafeString:
    if place not in differing:
        return format_html("{}", piece)
    look = "hard" if hard and any(c.isdigit() for c in piece) else "diff"
    return format_html('<mark class="{}">{}</mark>', look, piece)


def _folded(pieces: list[str]) -> list[tuple[int, str]]:
    """The words with their place among the pieces, as they are compared."""
    return [(i, search_form(piece)) for i, piece in enumerate(pieces) if not piece.isspace()]
