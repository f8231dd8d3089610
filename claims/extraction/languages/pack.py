"""What a language pack does for the engine."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from claims.extraction.document import Document, Sentence
from claims.extraction.quotations import Usage
from claims.extraction.report import Mention, Report, Words
from claims.extraction.types import Modality


class Read(Protocol):
    """One article being read."""

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        """The reports of the next sentence in order, and its stretches of narration."""

    def earlier(self, mention: Mention) -> Mention | None:
        """A fuller mention of the same source that stands before, whoever speaks there."""


class Pack(Protocol):
    """Everything the engine knows of a language."""

    abbreviations: frozenset[str]
    # Words (and the colon) behind which round brackets may hold speech.
    before_speech: frozenset[str]
    # Letters and marks that this language folds beyond what all fold, each to as many others.
    letters: Mapping[str, str]
    # How marks are set.
    usage: Usage

    def begin(self, doc: Document) -> Read:
        """Start to read an article; also tells names in quotation marks from quotations."""

    def modality(self, doc: Document, content: Words) -> Modality:
        """How the content itself puts it."""

    def parts(self, doc: Document, content: Words) -> list[Words]:
        """The items of an enumeration in it that can be checked one by one; else none."""

    def times(
        self, doc: Document, first: int, end: int, published: date | None
    ) -> Iterator[tuple[Words, date | None]]:
        """Expressions of time among the words, with their dates."""
