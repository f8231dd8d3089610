"""What was found behind a cue, and which «أن» opens content.

Source: sections 1 to 3 of the project's notes on Arabic attribution.
"""

from dataclasses import dataclass, field

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import Verb
from claims.extraction.report import Mention


@dataclass(slots=True)
class Frame:
    """What was found behind a cue. ``content`` is its first word (an opening mark included)."""

    content: int
    how: str  # that, colon, quote, noun, preposition, decline
    subject: Mention | None = None
    recipients: list[Mention] = field(default_factory=list)
    cites: list[Mention] = field(default_factory=list)  # «نقلا عن س عن ص»
    cue: int | None = None  # a second cue («قوله»), if it has one
    denies: bool = False
    origin_is_clitic: bool = False


def opens(doc: Document, i: int, verb: Verb | None = None) -> bool:
    """Whether the word is a complementiser that opens content, not one inside an adjunct."""
    word = doc.words[i]
    if word not in lex.THAT_HEADS:
        return False
    before = doc.words[i - 1] if i else ""
    if before in lex.NOT_OPENED_BY:
        if before == "علي":
            return verb is not None and ("علي" in verb.prepositions)
        return False
    return True
