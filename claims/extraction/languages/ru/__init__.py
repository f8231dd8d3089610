"""Russian."""

from collections.abc import Iterator, Mapping
from datetime import date

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ru import earlier, lexicon, modality, parts, times
from claims.extraction.languages.ru.names import mark_names
from claims.extraction.languages.ru.reading import Reader
from claims.extraction.quotations import USUAL, Usage
from claims.extraction.report import Mention, Report, Words
from claims.extraction.types import Modality


class Russian:
    """The pack: see the modules beside this one, each about one construction."""

    abbreviations: frozenset[str] = lexicon.ABBREVIATIONS
    before_speech: frozenset[str] = frozenset()
    # Written for each other.
    letters: Mapping[str, str] = {"ё": "е", "Ё": "Е"}
    usage: Usage = USUAL

    def begin(self, doc: Document) -> "RussianArticle":
        mark_names(doc)
        return RussianArticle(doc)

    def modality(self, doc: Document, content: Words) -> Modality:
        return modality.modality(doc, content)

    def parts(self, doc: Document, content: Words) -> list[Words]:
        return parts.parts(doc, content)

    def times(
        self, doc: Document, first: int, end: int, published: date | None
    ) -> Iterator[tuple[Words, date | None]]:
        return times.times(doc, first, end, published)


class RussianArticle:
    """One article being read."""

    def __init__(self, doc: Document) -> None:
        self._doc, self._reader = doc, Reader(doc)

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        return self._reader.read(sentence)

    def earlier(self, mention: Mention) -> Mention | None:
        about = self._reader.antecedents.get(mention.words)
        if about is not None:
            return earlier.earlier(self._doc, about) or about
        return earlier.earlier(self._doc, mention)
