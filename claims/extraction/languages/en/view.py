"""The words of one article with what every module of the pack asks of them."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress

from claims.extraction.document import Document
from claims.extraction.languages.en import lexicon as lex
from claims.extraction.quotations import Quotation

# Marks that a word may hold inside: «vice-president», «St. John», «AT&T», «he/she».
INSIDE = frozenset("-.&/'’‑")
DASHES = frozenset("–—-")
SINGLE_INITIAL = 1


class View:
    """One document: words folded, whether each has a capital, and the quotations."""

    __slots__ = (
        "_names",
        "_opens",
        "_outer",
        "capitals",
        "doc",
        "gap",
        "outlets",
        "quotation_at",
        "words",
    )

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.words = doc.words
        self.capitals = doc.capitals()
        self.quotation_at = doc.quotation_at
        self.gap = doc.gap
        self._outer = [one for one in doc.quotations if one.depth == 0]
        self._opens = [one.open for one in self._outer]
        self._names: dict[str, list[int]] | None = None
        # Names in datelines: whoever is told something by a source there passes it on.
        self.outlets: set[str] = set()

    def quotations(self, first: int, end: int) -> Iterator[Quotation]:
        """The outermost quotations of words among first … end - 1."""
        for k in range(bisect_left(self._opens, first), len(self._opens)):
            one = self._outer[k]
            if one.open >= end:
                return
            if not one.is_name:
                yield one

    def names(self, word: str, first: int, end: int, at_most: int) -> list[int]:
        """Where a word with a capital stands among first … end - 1: the first places."""
        if self._names is None:
            self._names = {}
            for i in compress(range(len(self.words)), self.capitals):
                self._names.setdefault(self.words[i], []).append(i)
        places = self._names.get(word)
        if places is None:
            return []
        at = bisect_left(places, first)
        return [i for i in places[at : at + at_most] if i < end]

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
