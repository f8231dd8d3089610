"""What a language pack does for the engine."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from claims.extraction.document import Document, Sentence
from claims.extraction.folding import NO_LETTERS
from claims.extraction.quotations import USUAL, Usage
from claims.extraction.report import Mention, Report, Words
from claims.extraction.types import Modality


class Read(Protocol):
    """One article being read."""

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        """The reports of the next sentence in order, and its stretches of narration."""

    def earlier(self, mention: Mention) -> Mention | None:
        """A fuller mention of the same source that stands before, whoever speaks there."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything the engine knows of a language."""

    # Starts to read an article; also tells names in quotation marks from quotations.
    begin: Callable[[Document], Read]
    # How the content itself puts it.
    modality: Callable[[Document, Words], Modality]
    # The items of an enumeration in the content that can be checked one by one; else none.
    parts: Callable[[Document, Words], list[Words]]
    # Expressions of time among words first … end - 1 with their dates, counted from publication.
    times: Callable[[Document, int, int, date | None], Iterable[tuple[Words, date | None]]]
    # Words whose full stop ends no sentence.
    abbreviations: frozenset[str] = frozenset()
    # Words (and the colon) behind which round brackets may hold speech.
    before_speech: frozenset[str] = frozenset()
    # Letters and marks that this language folds beyond what all fold, each to as many others.
    letters: Mapping[str, str] = field(default_factory=lambda: NO_LETTERS)
    # How marks are set.
    usage: Usage = USUAL
