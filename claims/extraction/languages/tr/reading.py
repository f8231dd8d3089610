"""Reads one sentence after the other: what its line is, quotations over several lines, its cues."""

from collections import deque

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.tr.behind import silent_subject, topic
from claims.extraction.languages.tr.openings import is_published
from claims.extraction.languages.tr.paragraphs import paragraphs
from claims.extraction.languages.tr.sentence import Article, Pass
from claims.extraction.report import Manner, Report, Words

_ENDS = frozenset(".!?…")


class Reader:
    """Reads the sentences of one document, in order."""

    def __init__(self, doc: Document) -> None:
        self.doc, self.article = doc, Article(doc)
        self.paragraphs = deque(paragraphs(doc))

    def read(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        """The reports of a sentence, and what is left as narration."""
        article, doc, end = self.article, self.doc, sentence.end
        if sentence.end <= article.held:
            return [], []
        first = article.lines.begin(sentence)
        while end > first and doc.words[end - 1] in _ENDS:
            end -= 1
        quoted = self._quoted(first, end)
        if quoted is not None:
            return quoted, []
        if end <= first or article.lines.is_boilerplate(sentence, first, end):
            return [], []
        goes_on = article.openings.goes_on(sentence, first, end)
        if goes_on is not None:
            return goes_on, []
        if sentence.opens_line:
            article.published = False
        reports, narration = Pass(article, sentence, first, end).run()
        article.silent = None if reports else silent_subject(doc, first, end)
        article.topic = topic(doc, first, end) if narration and not reports else None
        article.published = bool(reports) and is_published(reports[-1], doc)
        article.spoke = article.spoke or any(one.manner is Manner.NAMED for one in reports)
        return reports, narration

    def _quoted(self, first: int, end: int) -> list[Report] | None:
        """What of a sentence stands in a quotation that runs over several lines."""
        while self.paragraphs and self.paragraphs[0].end <= first:
            self.paragraphs.popleft()
        if not self.paragraphs or end <= self.paragraphs[0].opened:
            return None
        return self.paragraphs[0].reports(self.doc, first, end)
