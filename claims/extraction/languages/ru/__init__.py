"""Russian."""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.pack import Pack
from claims.extraction.languages.ru import earlier, lexicon, modality, parts, times
from claims.extraction.languages.ru.names import mark_names
from claims.extraction.languages.ru.reading import Reader
from claims.extraction.report import Mention, Report, Words


class RussianArticle:
    """One article being read."""

    def __init__(self, doc: Document) -> None:
        mark_names(doc)
        self._doc, self._reader = doc, Reader(doc)

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        return self._reader.read(sentence)

    def earlier(self, mention: Mention) -> Mention | None:
        about = self._reader.antecedents.get(mention.words)
        if about is not None:
            return earlier.earlier(self._doc, about) or about
        return earlier.earlier(self._doc, mention)


# See the modules beside this one, each about one construction.
PACK = Pack(
    begin=RussianArticle,
    modality=modality.modality,
    parts=parts.parts,
    times=times.times,
    abbreviations=lexicon.ABBREVIATIONS,
    # Written for each other.
    letters={"ё": "е", "Ё": "Е"},
)
