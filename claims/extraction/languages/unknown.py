"""A language that no pack knows: quotations are found, and nothing is said of their speakers."""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.pack import Pack
from claims.extraction.report import Manner, Mention, Report, Words
from claims.extraction.types import Construction, Modality

# Fewer words in marks are taken for a name or a term.
QUOTED_AT_LEAST = 4


class UnknownArticle:
    """Finds quotations."""

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


# Neither sources nor narration are found: both need grammar.
UNKNOWN = Pack(
    begin=UnknownArticle,
    modality=lambda doc, content: Modality.ASSERTED,
    parts=lambda doc, content: [],
    times=lambda doc, first, end, published: (),
)
