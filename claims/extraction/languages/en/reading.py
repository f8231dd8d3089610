"""Reads one sentence after the other into reports and stretches of the outlet's own voice."""

from itertools import compress

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.alone import Alone
from claims.extraction.languages.en.declining import decline, unanswered, unsaid
from claims.extraction.languages.en.evidentials import VIEWS, according, as_said
from claims.extraction.languages.en.hearsay import adverb, passive
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.names import mark_names
from claims.extraction.languages.en.nouns import cue_adjective, cue_noun
from claims.extraction.languages.en.progress import Progress
from claims.extraction.languages.en.relays import citing, quoted
from claims.extraction.languages.en.verbs import verb
from claims.extraction.languages.en.view import View
from claims.extraction.layout import Line, Shape, line_at
from claims.extraction.report import Manner, Report, Voice, Words
from claims.extraction.types import Construction, Kind

POST_WITHIN = 12
_OPENING_MARKS = frozenset("\"“‘'«")
_NO_OUTLET = frozenset(lex.MONTHS) | lex.MEDIA | lex.PLACES
_STOPS = frozenset(".!?…")
_SILENT = frozenset(
    form for verb in lex.SILENT for form in (verb, verb + "ed", verb[:-1] + "ied", verb + "d")
) | {"reached", "available", "comment"}
_TRIGGERS = (
    frozenset(lex.FORMS)
    | lex.PHRASE_HEADS
    | lex.HEARSAY_ADVERBS
    | lex.HEARSAY
    | lex.ADJECTIVES
    | frozenset(lex.CUE_NOUNS)
    | _SILENT
    | VIEWS
    | {"as", "discuss", "identify", "according", "citing", "quoting", "quoted", "cited", "per"}
)
_IS_TRIGGER = _TRIGGERS.__contains__
_BOILERPLATE = frozenset((Shape.BYLINE, Shape.CAPTION, Shape.CODE, Shape.STAMP, Shape.EMBED))
# What may stand behind «U.S.» only at the head of another sentence.
_OPENERS = frozenset(
    [
        "the",
        "he",
        "she",
        "it",
        "they",
        "but",
        "in",
        "a",
        "an",
        "we",
        "this",
        "that",
        "on",
        "at",
        "for",
        "and",
    ]
)


class Reader:
    """Reads the sentences of one document, in order."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.view = View(doc)
        mark_names(self.view)
        self.alone = Alone(self.view)
        self.done = 0
        self.line = Line(0, 0, 0)
        self.is_single = "\n" not in doc.words

    def read(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        """The reports of a sentence, and what is left as narration."""
        self.doc.memo.clear()
        first = sentence.first
        if sentence.opens_line:
            self.line = line_at(self.doc, first, lex.LAYOUT)
            first = self.line.text
            if self.line.dateline:
                self._learn_outlet(self.line)
        if sentence.first < self.done or first >= sentence.end:
            return [], []
        if self._is_boilerplate():
            return [], []
        if sentence.opens_line and self.line.speaker is not None and not self._is_inverted():
            return self._transcript(self.line)
        if sentence.opens_line and (author := self._author()) is not None:
            return self._post(author)
        is_marked = self.doc.words[first] in _OPENING_MARKS or self.line.bullet
        if sentence.opens_line and self.alone.cue is not None and not is_marked:
            report = self.alone.line(first, self.line.end)
            if report is not None:
                self.done = self.line.end
                return [report], []
        reports: list[Report] = []
        narration: list[Words] = []
        if sentence.opens_line and self.line.speaker is not None:
            first = self.line.speaker[0]
        for start, end in self._cut(first, sentence.end):
            found, told = self._pass(start, end, opens_line=sentence.opens_line and start == first)
            reports += found
            narration += told
        return reports, narration

    def _learn_outlet(self, line: Line) -> None:
        """«VENNA, May 3 (Orvela Press) -», «VENNA, May 3. /ORVELA/.»"""
        words, inside = self.doc.words, False
        for i in range(line.first, line.text):
            if words[i] in "()/":
                inside = words[i] != ")"
            elif inside and self.view.capitals[i] and words[i] not in _NO_OUTLET:
                self.view.outlets.add(words[i])

    def _is_boilerplate(self) -> bool:
        if self.line.shape is Shape.HEADING:
            is_item = self.line.bullet or self.is_single
            return not is_item and self.doc.words[self.line.text] not in _OPENING_MARKS
        return self.line.shape in _BOILERPLATE

    def _cut(self, first: int, end: int) -> list[tuple[int, int]]:
        """«… in the U.S. He said …», «… at Orvela Inc. The firm …»: two sentences, which points of
        initials and of short forms hold together."""
        words, cuts, start = self.doc.words, [], first
        if "." not in words[first : end - 1]:
            return [(first, end)]
        for i in range(first + 1, end - 2):
            if (
                words[i] == "."
                and (len(words[i - 1]) == 1 or words[i - 1] in lex.ABBREVIATIONS)
                and self.view.capitals[i + 1]
                and words[i + 1] in _OPENERS
                and not self.view.quotation_at.keys() & {i}
                and self.doc.around(i) is None
                and (words[i - 2] == "." or len(words[i - 1]) > 1)
                and words[i + 2] != "."  # «Mr. A. Kim»
            ):
                cuts.append((start, i + 1))
                start = i + 1
        return [*cuts, (start, end)]

    def _pass(self, first: int, end: int, *, opens_line: bool) -> tuple[list[Report], list[Words]]:
        words = self.doc.words
        while end > first and words[end - 1] in _STOPS:
            end -= 1
        if first >= end:
            return [], []
        triggers = list(compress(range(first, end), map(_IS_TRIGGER, words[first:end])))
        at = Progress(self.view, first, end, triggers)
        at.ask_context = self.alone.context
        at.may_mean_main = opens_line or not self.alone.spoke
        at.spoke_last = self.alone.spoke_last()
        alone = self.alone.whole(at, opens_line=opens_line)
        if not alone:
            for i in triggers:
                if i >= at.floor and not at.is_quoted(i):
                    _trigger(at, i)
            self.alone.rest(at)
            at.rest()
        self.alone.remember(at, opens_line=opens_line)
        return at.reports, at.narration

    def _is_inverted(self) -> bool:
        """«Said Noor: “T”»: no speaker of a transcript."""
        assert self.line.speaker is not None
        return self.doc.words[self.line.speaker[0]] in lex.PASTS

    def _author(self) -> tuple[int, int] | None:
        """Who wrote a post that stands before «— Ilse Noor (@noor) May 3, 2019»."""
        words, first = self.doc.words, self.line.end
        while first < len(words) and words[first] == "\n" and first < self.line.end + 4:
            first += 1
        if first + 2 >= len(words) or words[first] not in "—–-" or words[first + 1] == "\n":
            return None
        if "@" not in words[first : first + POST_WITHIN]:
            return None
        end = words.index("@", first)
        while end > first + 1 and not words[end - 1][0].isalnum():
            end -= 1
        return (first + 1, end) if end > first + 1 else None

    def _post(self, author: tuple[int, int]) -> tuple[list[Report], list[Words]]:
        self.done = self.line.end
        voices = [Voice(mention(self.view, *author))]
        report = Report(
            None, Words(self.line.text, self.line.end), Manner.NAMED, voices,
            Construction.TRANSCRIPT, kind=Kind.DIRECT, clause=self.line.text,
        )  # fmt: skip
        return [report], []

    def _transcript(self, line: Line) -> tuple[list[Report], list[Words]]:
        """«NOOR: …»: all of the line is what is said."""
        self.done = line.end
        assert line.speaker is not None
        first, end = line.speaker
        voices, manner = list[Voice](), Manner.NOBODY
        if len(self.doc.words[first]) > 1:
            manner = Manner.NAMED
            voices = [Voice(mention(self.view, first, end))]
        report = Report(
            None, Words(line.text, line.end), manner, voices, Construction.TRANSCRIPT,
            kind=Kind.DIRECT, colon=True, clause=first, because=[Words(end, end + 1)],
        )  # fmt: skip
        report.because = []
        return [report], []


def _trigger(at: Progress, i: int) -> None:
    """The word at ``i`` may report."""
    words = at.words
    word = words[i]
    if word in ("according", "per") or (
        word == "as" and words[i + 1 : i + 3] == ["reported", "by"]
    ):
        according(at, i)
        return
    if word == "as" and as_said(at, i):
        return
    if word in VIEWS and at.words[i - 1] != "that":
        according(at, i)
    if word in ("citing", "quoting"):
        if at.words[i - 1] in lex.BE and i > at.first:
            quoted(at, i)
        else:
            citing(at, i)
        return
    if word in lex.HEARSAY_ADVERBS:
        adverb(at, i)
        return
    if word in _SILENT and unanswered(at, i):
        return
    form = None
    if word in lex.PHRASE_HEADS and i + 1 < at.end:
        form = lex.PHRASES.get((word, words[i + 1]))
    form = form or lex.FORMS.get(word)
    if form is not None and form.verb.sense == "decline" and decline(at, i, form):
        return
    if word in ("say", "confirm", "discuss", "disclose", "reveal", "identify") and unsaid(at, i):
        return
    if passive(at, i, form):
        return
    if word in lex.ADJECTIVES:
        cue_adjective(at, i)
        return
    if word in lex.CUE_NOUNS and cue_noun(at, i):
        return
    if form is not None and not (at.view.capitals[i] and i > at.first and at.view.capitals[i - 1]):
        verb(at, i, form)
