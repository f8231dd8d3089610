"""Arabic."""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ar import earlier, lexicon, modality, parts, times
from claims.extraction.languages.ar.names import mark_names
from claims.extraction.languages.ar.reading import Reader
from claims.extraction.languages.pack import Pack
from claims.extraction.report import Mention, Report, Words


class ArabicArticle:
    """One article being read."""

    def __init__(self, doc: Document) -> None:
        mark_names(doc)
        self._doc, self._reader = doc, Reader(doc)

    def sentence(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        return self._reader.read(sentence)

    def earlier(self, mention: Mention) -> Mention | None:
        return earlier.earlier(self._doc, mention)


# See the modules beside this one, each about one construction.
PACK = Pack(
    begin=ArabicArticle,
    modality=modality.modality,
    parts=parts.parts,
    times=times.times,
    before_speech=lexicon.BEFORE_SPEECH,
)
