"""How far a sentence is read, and what the outlet says itself in the rest of it (narration)."""

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.content import extent
from claims.extraction.languages.ru.following import Following
from claims.extraction.languages.ru.letters import is_dash, is_name_elsewhere
from claims.extraction.languages.ru.lexicon import Form, Tense
from claims.extraction.languages.ru.objects import Frame
from claims.extraction.report import ANYBODY, Agreement, Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction, Kind, Modality

NARRATION_AT_LEAST = 3
LEAD_AT_LEAST = 4
SENSE_MODALITY = {
    "deny": Modality.DENIED,
    "call": Modality.DESIRED,
    "expect": Modality.FUTURE,
    "pledge": Modality.FUTURE,
    "hedge": Modality.HEDGED,
    "decline": Modality.DECLINED,
}
OPENED_BY = {
    "that": Construction.THAT_CLAUSE,
    "question": Construction.QUESTION,
    "colon": Construction.COLON,
    "quote": Construction.QUOTATION_AFTER,
    "noun": Construction.NOUN_OBJECT,
    "object": Construction.EVALUATION,
    "preposition": Construction.PREPOSITION,
    "infinitive": Construction.INFINITIVE,
}


class Progress:
    """Words first … end - 1 of one sentence, with the reports and the narration found so far."""

    def __init__(self, doc: Document, first: int, end: int, triggers: list[int]) -> None:
        self.doc, self.words = doc, doc.words
        self.first, self.end, self.triggers = first, end, triggers
        self.reports: list[Report] = []
        self.narration: list[Words] = []
        self.floor = first  # what lies before belongs to somebody already
        self.last_end = first  # where the last content ends
        self.pending: list[Voice] = []  # who passes on what the next report says

    def meant(self, one: Mention) -> Mention:
        """Whom a mention means that points back to a sentence in which nobody spoke."""
        return one

    def is_somebody(self, one: Mention) -> bool:
        """Not «Ролик»: a sentence's capital alone makes no name."""
        first, end = one.words.first, one.words.end
        alone = first == self.first and end == first + 1 and self.words[first] not in lex.NOUNS
        return not alone or is_name_elsewhere(self.doc, first)

    def follow(self, i: int, form: Form, *, has_subject: bool) -> Frame:
        return Following(self.doc, i, form, self.end, has_subject).run()

    def content_end(self, start: int, agreement: Agreement, *, clausal: bool) -> int:
        return extent(self.doc, start, self.end, self.triggers, agreement, clausal=clausal)

    def clause_floor(self) -> int:
        """The first word that no report has taken, behind marks and dashes."""
        at = self.floor
        while at < self.end and (self.words[at] in ",;:.!?…" or is_dash(self.doc, at)):
            at += 1
        return at

    def add(
        self,
        *,
        content: Words,
        voices: list[Voice],
        construction: Construction,
        cue: Words | None,
        clause: int,
        sense: str = "say",
        manner: Manner | None = None,
        because: list[Words] | None = None,
        modality: Modality | None = None,
        kind: Kind | None = None,
        colon: bool = False,
        goes_on: bool = False,
    ) -> Report:
        if manner is None:
            manner = Manner.NAMED if voices and voices[-1].mention else Manner.DROPPED
        if self.pending:
            voices, self.pending = self.pending + voices, []
        report = Report(
            cue=cue,
            content=content,
            manner=manner,
            voices=voices,
            construction=construction,
            modality=modality or SENSE_MODALITY.get(sense),
            kind=kind,
            goes_on=goes_on or manner in (Manner.CONTINUED, Manner.DROPPED),
            colon=colon,
            clause=clause,
            because=because or [],
        )
        self.reports.append(report)
        self.last_end = content.end
        return report

    def narrate(self, first: int, end: int) -> None:
        if sum(word[0].isalpha() for word in self.words[first:end]) >= NARRATION_AT_LEAST:
            self.narration.append(Words(first, end))

    def lead(self, end: int) -> None:
        """A main clause before the first report is a narration beside it."""
        first = self.first
        words = self.words
        while end > first and (
            words[end - 1] in lex.CONJUNCTIONS or not words[end - 1][0].isalnum()
        ):
            end -= 1
        if self.reports or self.pending or end - first < LEAD_AT_LEAST:
            return
        if words[first] in lex.PREPOSITIONS or words[first] in lex.ADVERBS:
            return
        form = lex.FORMS.get(words[first])
        if form is not None and form.tense is Tense.GERUND:
            return
        self.narrate(first, end)

    def rest(self) -> None:
        if not self.reports:
            self.narrate(self.first, self.end)


def cue(i: int) -> Words:
    return Words(i, i + 1)


def said(form: Form) -> Agreement:
    return form.agreement if form.agreement.number else ANYBODY
