"""How far a sentence is read, and what the outlet says itself in the rest of it (narration).

Source: section 3, point 14, of the project's notes on Arabic attribution.
"""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import Extent, is_return, starts_with
from claims.extraction.languages.ar.word_classes import COMMAS
from claims.extraction.report import Report, Words

BREAKS = frozenset("،,؛;:.!?؟…")
CLOSING = frozenset('"»”″')
# Words of a lead that make it a narration of its own («التقى الوزير نظيره وقال إن …»).
LEAD_AT_LEAST = 4
NARRATION_AT_LEAST = 3
# Words that lead over to a report and are no end of the narration before it.
_HANGING = (
    frozenset(
        (
            "ما",
            "علي",
            "ردا",
            "و",
            "ان",
            "التي",
            "الذي",
            "قد",
            "وقد",
            "حيث",
            "كما",
            "اذ",
            "بعد",
            "قبل",
            "منذ",
        )
    )
    | lex.BUT
    | lex.BUT_THEY
)
_WHERE = frozenset(("في", "ضمن", "خلال", "علي", "بحضور"))
_FROM = frozenset(("من", "ومن"))
_NO_STATEMENT = frozenset((("دون", "ان"), ("من", "دون"), ("من", "غير")))


class Progress:
    """Words first … end - 1 of one sentence, with the reports and the narration found so far."""

    def __init__(self, doc: Document, first: int, end: int) -> None:
        self.doc, self.words = doc, doc.words
        self.first, self.end = first, end
        self.reports: list[Report] = []
        self.narration: list[Words] = []
        self.floor = first  # what lies before belongs to somebody already
        self.returned: int | None = None  # the outlet speaks again from here

    def cue(self, i: int) -> Words:
        """The word that carries the saying, without «و» or «ف»."""
        form = lex.FORMS.get(self.words[i])
        return Words(i, i + 1, 1 if form is not None and form.joined else 0)

    def trim(self, found: Extent) -> Words | None:
        first, end = found.first, found.end
        words, quotations = self.words, self.doc.quotation_at
        while first < end and (
            words[first] in lex.THAT_HEADS or (first in quotations and not quotations[first].closed)
        ):
            first += 1
        while end > first and (words[end - 1] in BREAKS or words[end - 1] in "-–—("):
            end -= 1
        while end > first and words[end - 1] in ("و", "كما", "لكن", "ولكن", "ثم"):
            end -= 1
        if end > first and words[end - 1] in CLOSING and not self._closes(end - 1, first):
            end -= 1  # «إن الجسر مغلق"»: nothing opened it
        return Words(first, end) if end > first else None

    def _closes(self, mark: int, first: int) -> bool:
        around = self.doc.around(mark)
        return around is not None and (around.close == mark or around.open < first)

    def go_on(self, found: Extent) -> None:
        self.floor = max(self.floor, found.next)
        self.returned = None
        if found.returns:
            self.returned = found.next

    def spoke_before(self, i: int) -> bool:
        return len(self.reports) > 1 or (len(self.reports) == 1 and self.reports[0].clause < i)

    def after_lead(self, i: int) -> int:
        """Behind an adjunct that opens the sentence («على الجانب الآخر، فتح …»)."""
        first = self.first
        if step := starts_with(self.words, first, lex.RETURN_PHRASES):
            return first + step
        side = self.words[first + 1] if first + 1 < self.end else ""
        if self.words[first] in _FROM and side in lex.OWN_SIDES:
            return first + 2  # «ومن جهتها أعلنت»
        if self.words[first] in lex.OWN_SIDES:
            return first + 1
        if self.words[first] not in lex.LEADS:
            return first
        for j in range(first, min(i, first + 25)):
            if self.words[j] in COMMAS:
                return j + 1
        return first

    def lead(self, first: int, end: int) -> None:
        """A main clause before the report is a narration beside it; an adjunct is not."""
        if self.narration and self.narration[-1].end > first:
            return
        words = self.words
        while end > first and (words[end - 1] in BREAKS or words[end - 1] in _HANGING):
            end -= 1
        if first == self.first:
            first = self.after_lead(end)
        while first < end and words[first] in COMMAS:
            first += 1
        if end - first < LEAD_AT_LEAST or words[first] in lex.LEADS:
            return
        if words[first] in lex.WAS:
            return
        self.narration.append(Words(first, end))

    def rest(self) -> None:
        """What no report took: the whole sentence, or what the outlet added at its end."""
        if not self.reports:
            first = self.first
            step = starts_with(self.words, first, lex.CONNECTIVES)
            while step:
                first += step
                while first < self.end and self.words[first] in COMMAS:
                    first += 1
                step = starts_with(self.words, first, lex.CONNECTIVES)
            self.narrate(first, self.end)
            return
        start = self.returned if self.returned is not None else self.floor
        while start < self.end and (
            self.words[start] in BREAKS
            or self.words[start] in CLOSING
            or (self.words[start] in lex.ADJUNCTS and not is_return(self.doc, start))
        ):
            start += 1
        if start >= self.end or not (self.returned is not None or is_return(self.doc, start)):
            return
        length = starts_with(self.words, start, lex.RETURN_PHRASES) or is_return(self.doc, start)
        if self.words[start] == "ولم":
            length = 0  # «ولم يتسن التحقق»: the phrase is the statement
        if tuple(self.words[start : start + 2]) in _NO_STATEMENT or self.words[start] == "دون":
            return
        if self.words[start] in lex.RETURNS_SILENT and not _WHERE.isdisjoint(
            self.words[start + 1 : start + 2]
        ):
            return  # «وذلك في إطار …»: where it was said
        self.narrate(start + length, self.end)

    def narrate(self, first: int, end: int) -> None:
        """Bylines, codes of agencies and the like are no claims: they are short."""
        if sum(word[0].isalpha() for word in self.words[first:end]) >= NARRATION_AT_LEAST:
            self.narration.append(Words(first, end))
