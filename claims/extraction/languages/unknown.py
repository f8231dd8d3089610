"""A language that no pack knows: quotations are found, and nothing is said of their speakers."""

from collections.abc import Iterator, Mapping
from datetime import date

from claims.extraction.document import Document, Sentence
from claims.extraction.quotations import USUAL, Usage
from claims.extraction.report import Manner, Mention, Report, Words
from claims.extraction.types import Construction, Modality

# Fewer words in marks are taken for a name or a term.
QUOTED_AT_LEAST = 4


class Unknown:
    """Finds quotations; neither sources nor narration, for both need grammar."""

    abbreviations: frozenset[str] = frozenset()
    before_speech: frozenset[str] = frozenset()
    letters: Mapping[str, str] = {}
    usage: Usage = USUAL

    def begin(self, doc: Document) -> "UnknownArticle":
        return UnknownArticle(doc)

    def modality(self, doc: Document, content: Words) -> Modality:
        return Modality.ASSERTED

    def parts(self, doc: Document, content: Words) -> list[Words]:
        return []

    def times(
        self, doc: Document, first: int, end: int, published: date | None
    ) -> Iterator[tuple[Words, date | None]]:
        return iter(())


class UnknownArticle:
    def __init__(self, doc: Document) -> None:
        self._quotations = iter([one for one in doc.quotations if one.depth == 0])
        self._next = next(self._quotations, None)

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        reports = []
        while self._next is not None and self._next.open < sentence.end:
            one = self._next
            if one.close - one.first >= QUOTED_AT_LEAST:
                content = Words(one.first, one.close)
                reports.append(
                    Report(
                        None,
                        content,
                        Manner.NOBODY,
                        [],
                        Construction.QUOTATION_ALONE,
                        clause=one.open,
                    )
                )
            self._next = next(self._quotations, None)
        return reports, []

    def earlier(self, mention: Mention) -> Mention | None:
        return None
