"""A text cut into words, quotations and sentences, all of them counted in words.

Everything is bounded: a sentence and a quotation hold a limited number of words whatever the text
is like, so that reading a sentence costs a limited time and a text costs what its length costs.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress
from typing import NamedTuple

from claims.extraction.folding import NO_LETTERS, Folded, folded
from claims.extraction.quotations import APOSTROPHE, MARKS, USUAL, Quotation, Usage, pair
from claims.extraction.types import Span

# A word keeps an apostrophe inside it and a point inside a number; anything else stands alone.
_TOKEN = re.compile(r"([^\W\d_]++(?:['’][^\W\d_]+)*+|[^\w\s]|\d+(?:[.,]\d+)*|\n|_)")
# Words of a sentence at most. News sentences of over 150 words were not seen.
SENTENCE_AT_MOST = 400
# Words that are indexed at once, and how far behind what is asked.
INDEXED_AT_MOST = 6000
INDEXED_BACK = 500
INDEXED_AHEAD = 200
_ENDS = frozenset(".!?؟…。")
_FULL_STOPS = frozenset(".…。")
_AFTER_END = frozenset(')]}»”"’')
_TAIL = _ENDS | _AFTER_END
_IS_MARK = MARKS.__contains__
_IS_MARK_OR_APOSTROPHE = (MARKS | {APOSTROPHE}).__contains__


class Sentence(NamedTuple):
    """Words first … end - 1 of the document, the full stop included; never over a line's end."""

    first: int
    end: int
    # Whether it is the first or the last of its line.
    opens_line: bool
    closes_line: bool


class Document:
    """Words as they are compared, and where they stand in the unchanged text."""

    __slots__ = (
        "_all_open_at",
        "_capitals",
        "_folded",
        "_indexed",
        "_opens_at",
        "_outer",
        "_stands_at",
        "ends",
        "memo",
        "quotation_at",
        "quotations",
        "sentences",
        "starts",
        "text",
        "words",
    )

    def __init__(
        self,
        text: str,
        abbreviations: frozenset[str] = frozenset(),
        before_speech: frozenset[str] = frozenset(),
        usage: Usage = USUAL,
        letters: Mapping[str, str] = NO_LETTERS,
    ) -> None:
        self.text = text
        self._folded: Folded = folded(text, letters)
        # What stands between words and the words in turn: one pass, and no loop over words.
        pieces = _TOKEN.split(self._folded.text)
        self.words: list[str] = pieces[1::2]
        # Arrays: a long text has many words, and lists of numbers would crowd out what is read.
        places = array("l", accumulate(map(len, pieces)))
        self.starts, self.ends = places[:-1:2], places[1::2]
        self._capitals: list[bool] | None = None
        self._stands_at: defaultdict[str, list[int]] = defaultdict(list)
        self._indexed = (0, 0)  # the words that _stands_at tells of: first, end
        # What a pack found out about the sentence at hand and may ask again.
        self.memo: dict[object, object] = {}
        self.quotations: list[Quotation] = []
        self.sentences: list[Sentence] = []
        is_mark = _IS_MARK_OR_APOSTROPHE if usage.apostrophes else _IS_MARK
        has_rounds = "(" in self._folded.text
        for first, end in self._lines():
            marks = list(compress(range(first, end), map(is_mark, self.words[first:end])))
            if before_speech and has_rounds:
                marks = self._with_round(first, end, marks, before_speech)
            quotations = pair(self, first, end, marks, usage) if marks else []
            self.quotations += quotations
            self.sentences += self._sentences(first, end, quotations, abbreviations)
        self._all_open_at = [one.open for one in self.quotations]
        self._outer = [one for one in self.quotations if one.depth == 0]
        self._opens_at = [one.open for one in self._outer]
        self.quotation_at: dict[int, Quotation] = {one.open: one for one in self.quotations}

    def span(self, first: int, end: int, prefix: int = 0, suffix: int = 0) -> Span:
        """The span of the unchanged text that words first … end - 1 stand for, less ``prefix``
        letters at the head of the first and ``suffix`` at the end of the last."""
        return self._folded.original_span(self.starts[first] + prefix, self.ends[end - 1] - suffix)

    def is_capital(self, index: int) -> bool:
        """Whether a word is written with a capital, in scripts that have them."""
        return (self._capitals or self.capitals())[index]

    def _initial(self, index: int) -> str:
        return self.text[self._folded.offset(self.starts[index])]

    def around(self, index: int) -> Quotation | None:
        """The outermost quotation that a word stands in, marks included."""
        at = bisect_right(self._opens_at, index) - 1
        if at < 0:
            return None
        outer = self._outer[at]
        return outer if index < outer.end else None

    def quotations_within(self, first: int, end: int) -> list[Quotation]:
        """The outermost quotations that open among words first … end - 1."""
        at = bisect_left(self._opens_at, first)
        return self._outer[at : bisect_left(self._opens_at, end)]

    def opening_within(self, first: int, end: int) -> list[Quotation]:
        """All quotations that open among words first … end - 1, those in others too."""
        at = bisect_left(self._all_open_at, first)
        return self.quotations[at : bisect_left(self._all_open_at, end, at)]

    def capitals(self) -> list[bool]:
        """Of each word, whether it begins with a capital letter in the unchanged text."""
        if self._capitals is None:
            starts: Iterable[int] = self.starts
            if len(self._folded.text) != len(self.text):
                starts = map(self._folded.offset, self.starts)
            self._capitals = list(map(str.isupper, map(self.text.__getitem__, starts)))
        return self._capitals

    def gap(self, index: int) -> bool:
        """Whether anything stands between the word and the one before it (or nothing does)."""
        return index == 0 or self.starts[index] > self.ends[index - 1]

    def word_at(self, offset: int) -> int:
        """The index of the word that holds, or else follows, an offset of the folded text."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.ends[at] else at + 1

    def places(self, word: str, first: int, end: int, at_most: int) -> list[int]:
        """Where a word stands among words first … end - 1: the first ``at_most`` places."""
        since, until = self._indexed
        if first < since or end > until:
            self._index(first, min(end + INDEXED_AHEAD, len(self.words)))
        places = self._stands_at.get(word)
        if places is None:
            return []
        at = bisect_left(places, first)
        return [i for i in places[at : at + at_most] if i < end]

    def _index(self, first: int, end: int) -> None:
        """Know where words stand at least from ``first`` to ``end``, and not in all of a long text:
        what is asked moves on with the reading, and a small index stays fast."""
        since, until = self._indexed
        if first < since or end - since > INDEXED_AT_MOST:
            since = until = max(0, first - INDEXED_BACK)
            self._stands_at.clear()
        stands_at = self._stands_at
        for i, word in enumerate(self.words[until:end], until):
            stands_at[word].append(i)
        self._indexed = (since, max(until, end))

    def _with_round(
        self, first: int, end: int, marks: list[int], before_speech: frozenset[str]
    ) -> list[int]:
        """Agency copy may set speech in round brackets: right behind a word of saying."""
        words = self.words
        opened = [
            i for i in range(first + 1, end) if words[i] == "(" and words[i - 1] in before_speech
        ]
        if not opened:
            return marks
        closed = [i for i in range(opened[0], end) if words[i] == ")"]
        return sorted([*marks, *opened, *closed])

    def _lines(self) -> Iterator[tuple[int, int]]:
        first = 0
        for i in [i for i, word in enumerate(self.words) if word == "\n"]:
            if i > first:
                yield first, i
            first = i + 1
        if first < len(self.words):
            yield first, len(self.words)

    def _sentences(
        self, first: int, end: int, quotations: Sequence[Quotation], short: frozenset[str]
    ) -> Iterator[Sentence]:
        at = first
        for cut in self._cuts(first, end, quotations, short):
            while cut - at > SENTENCE_AT_MOST:
                yield Sentence(at, at + SENTENCE_AT_MOST, at == first, False)
                at += SENTENCE_AT_MOST
            yield Sentence(at, cut, at == first, cut == end)
            at = cut

    def _cuts(
        self, first: int, end: int, quotations: Sequence[Quotation], short: frozenset[str]
    ) -> Iterator[int]:
        """Where sentences end, in order, ``end`` last: at full stops outside of quotations, and at
        quotations that hold their own."""
        words = self.words
        outer = [q for q in quotations if q.depth == 0 and q.end - q.open <= SENTENCE_AT_MOST]
        closes = {one.end: one for one in outer}
        stops = compress(range(first, end), map(_ENDS.__contains__, words[first:end]))
        last, quotation = first, 0
        for i in sorted([*stops, *(close - 1 for close in closes)]):
            if i < last:
                continue
            while quotation < len(outer) and outer[quotation].end <= i:
                quotation += 1
            inside = quotation < len(outer) and outer[quotation].open < i < outer[quotation].end - 1
            if inside:
                continue
            if i + 1 in closes and self._ends_with_quotation(i + 1, end):
                last = i + 1
                yield last
            elif words[i] in _ENDS and self._is_end(i, end, short):
                i += 1
                while i < end and words[i] in _TAIL and not self._opens(i):
                    i += 1
                last = i
                yield last
        if last < end:
            yield end

    def _is_glued(self, i: int) -> bool:
        """«söyledi.Yol», and neither "example.org" nor "U.N."."""
        before = self._folded.offset(self.starts[i]) - 1
        return self._initial(i + 1).isupper() and self.text[before].islower()

    def _opens(self, i: int) -> bool:
        """Whether a mark belongs to what follows: a blank before it and none behind."""
        return self.gap(i) and i + 1 < len(self.words) and not self.gap(i + 1)

    def _ends_with_quotation(self, close: int, end: int) -> bool:
        """Whether a sentence ends with the quotation before ``close``, by its own full stop."""
        if close >= end or close < 2 or self._initial(close).islower():
            return False  # «"Köprü kapandı." dedi»
        return self.words[close - 2] in _FULL_STOPS and self.words[close] not in ",،;؛:-–—."

    def _is_two_dots(self, i: int, end: int) -> bool:
        """«..» goes on in the same breath; one or three points may end a sentence."""
        at = i if i == 0 or self.words[i - 1] != "." or self.gap(i) else i - 1
        stop = at
        while stop < end and self.words[stop] == "." and (stop == at or not self.gap(stop)):
            stop += 1
        return stop - at == 2 and stop < end

    def _is_end(self, i: int, end: int, short: frozenset[str]) -> bool:
        if i + 1 >= end:
            return True
        if self.gap(i + 1) and self._initial(i + 1).islower():
            return False  # «3. kat», "Yahoo! said": a sentence begins with a capital
        if self.words[i] not in _FULL_STOPS:
            return True
        if self._is_two_dots(i, end):
            return False
        if not self.gap(i + 1) and self.words[i + 1] not in _TAIL:
            # «سي.إن.إن», "U.N.", an address; but a full stop is often glued to a long word.
            if i and self.words[i + 1].isdecimal():
                return len(self.words[i - 1]) > 3 and self.words[i - 1].isalpha()
            if i == 0 or len(self.words[i + 1]) < 3 or len(self.words[i - 1]) < 3:
                return False
            return not self.words[i + 1].isascii() or self._is_glued(i)
        before = self.words[i - 1] if i else ""
        return not (len(before) == 1 and before.isalpha()) and before not in short
