"""English."""

from collections.abc import Iterator, Mapping
from datetime import date

from claims.extraction.document import Document, Sentence
from claims.extraction.folding import NO_LETTERS
from claims.extraction.languages.en import earlier, lexicon, modality, parts, times
from claims.extraction.languages.en.reading import Reader
from claims.extraction.quotations import COLONS, Usage
from claims.extraction.report import Mention, Report, Words
from claims.extraction.types import Modality


class English:
    """The pack: see the modules beside this one, each about one construction."""

    abbreviations: frozenset[str] = lexicon.ABBREVIATIONS
    before_speech: frozenset[str] = frozenset()
    letters: Mapping[str, str] = NO_LETTERS
    usage: Usage = Usage(apostrophes=True, unclosed_behind=COLONS | {"", ".", ","})

    def begin(self, doc: Document) -> "EnglishArticle":
        return EnglishArticle(doc)

    def modality(self, doc: Document, content: Words) -> Modality:
        return modality.modality(doc, content)

    def parts(self, doc: Document, content: Words) -> list[Words]:
        return parts.parts(doc, content)

    def times(
        self, doc: Document, first: int, end: int, published: date | None
    ) -> Iterator[tuple[Words, date | None]]:
        return times.times(doc, first, end, published)


class EnglishArticle:
    """One article being read."""

    def __init__(self, doc: Document) -> None:
        self._reader = Reader(doc)

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        return self._reader.read(sentence)

    def earlier(self, mention: Mention) -> Mention | None:
        return earlier.earlier(self._reader.view, mention)
