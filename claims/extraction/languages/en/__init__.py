"""English."""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.en import earlier, lexicon, modality, parts, times
from claims.extraction.languages.en.reading import Reader
from claims.extraction.languages.pack import Pack
from claims.extraction.quotations import COLONS, Usage
from claims.extraction.report import Mention, Report, Words


class EnglishArticle:
    """One article being read."""

    def __init__(self, doc: Document) -> None:
        self._reader = Reader(doc)

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        return self._reader.read(sentence)

    def earlier(self, mention: Mention) -> Mention | None:
        return earlier.earlier(self._reader.view, mention)


# See the modules beside this one, each about one construction.
PACK = Pack(
    begin=EnglishArticle,
    modality=modality.modality,
    parts=parts.parts,
    times=times.times,
    abbreviations=lexicon.ABBREVIATIONS,
    usage=Usage(apostrophes=True, unclosed_behind=COLONS | {"", ".", ","}),
)
