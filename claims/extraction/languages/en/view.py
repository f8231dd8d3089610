"""The words of one article with what every module of the pack asks of them."""

from claims.extraction.document import Document
from claims.extraction.languages.en import lexicon as lex
from claims.extraction.quotations import Quotation

# Marks that a word may hold inside: «vice-president», «St. John», «AT&T», «he/she».
INSIDE = frozenset("-.&/'’‑")
DASHES = frozenset("–—-")
SINGLE_INITIAL = 1


class View:
    """One document: words folded, whether each has a capital, and the quotations."""

    __slots__ = ("capitals", "doc", "gap", "outlets", "quotation_at", "words")

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.words = doc.words
        self.capitals = doc.capitals()
        self.quotation_at = doc.quotation_at
        self.gap = doc.gap
        # Names in datelines: whoever is told something by a source there passes it on.
        self.outlets: set[str] = set()

    def opens(self, i: int) -> Quotation | None:
        """The quotation of words that opens at ``i``; names in marks are none."""
        one = self.quotation_at.get(i)
        return one if one is not None and not one.is_name else None

    def closing(self, end: int) -> Quotation | None:
        """The outermost quotation whose last mark is the word before ``end``."""
        if end < 2:
            return None
        around = self.doc.around(end - 1)
        return around if around is not None and around.end == end else None

    def is_inside(self, i: int) -> bool:
        """Whether a mark stands inside a word or a name rather than between clauses."""
        word = self.words[i]
        if word not in INSIDE:
            return False
        if word == ".":
            before = self.words[i - 1] if i else ""
            return len(before) == SINGLE_INITIAL or before in lex.ABBREVIATIONS
        if word in "'’":
            return i > 0 and not self.gap(i)
        if word == "&":
            return True
        return not self.gap(i) and i + 1 < len(self.words) and not self.gap(i + 1)

    def is_dash(self, i: int) -> bool:
        """A dash between clauses."""
        return self.words[i] in DASHES and not self.is_inside(i)


def base(word: str) -> str:
    """Less the ending of a possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word
