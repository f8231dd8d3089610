"""Reports as the verbs and participles of a sentence make them: voices, content, construction."""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import extent, starts_with
from claims.extraction.languages.ar.frames import Frame
from claims.extraction.languages.ar.lexicon import Form, Tense
from claims.extraction.languages.ar.nested import nested_report
from claims.extraction.languages.ar.progress import Progress
from claims.extraction.languages.ar.subjects import lead_recipients, main_subject
from claims.extraction.languages.ar.word_classes import COMMAS
from claims.extraction.report import ANYBODY, Agreement, Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction, Kind, Modality

SENSE_MODALITY = {
    "deny": Modality.DENIED,
    "call": Modality.DESIRED,
    "expect": Modality.FUTURE,
    "pledge": Modality.FUTURE,
    "hedge": Modality.HEDGED,
    "decline": Modality.DECLINED,
}
_OPENED_BY = {
    "that": Construction.THAT_CLAUSE,
    "colon": Construction.COLON,
    "bare": Construction.CLAUSE,
    "quote": Construction.QUOTATION_AFTER,
    "noun": Construction.NOUN_OBJECT,
    "preposition": Construction.PREPOSITION,
    "decline": Construction.NO_COMMENT,
}
# What a clause of its own begins with, before the main one.
_WHILE = lex.fset(("بينما", "وبينما", "إذ", "وإذ", "فيما", "وفيما", "حين", "وحين", "ولئن", "لئن"))


class Last:
    """Who spoke last in the article, as far as agreement tells."""

    __slots__ = ("speaker",)

    def __init__(self) -> None:
        self.speaker: Agreement = ANYBODY


class Making(Progress):
    """A sentence that is read, with what makes reports of it."""

    def __init__(self, doc: Document, first: int, end: int, last: Last) -> None:
        super().__init__(doc, first, end)
        self.last = last

    def report(
        self,
        i: int,
        form: Form,
        frame: Frame,
        subject: Mention | None,
        clause: int,
        embedded: bool,
    ) -> None:
        cue = self.cue(i)
        recipients = frame.recipients or lead_recipients(self, clause)
        voices = [Voice(one) for one in recipients]
        if form.verb.sense in ("relay", "learn") and (frame.cites or frame.origin_is_clitic):
            if subject is not None:
                voices.append(Voice(subject, cue))
            second = Words(frame.cue, frame.cue + 1) if frame.cue is not None else None
            voices += [Voice(one, second) for one in frame.cites]
            if frame.origin_is_clitic:
                voices.append(Voice(None, second))
            manner = Manner.DROPPED if frame.origin_is_clitic else Manner.NAMED
        else:
            voices.append(Voice(subject, cue, form.agreement))
            voices += [Voice(one) for one in frame.cites]
            manner = Manner.NAMED if subject is not None or frame.cites else Manner.DROPPED
        since = self.first if not self.reports else self.floor
        since = self.returned if self.returned is not None else since
        report = self.add(i, form, frame, voices, manner, clause)
        if report is None:
            return
        if manner is Manner.DROPPED and i > self.first and not self.spoke_before(i):
            report.candidates = main_subject(self, i)
        if embedded:
            self.lead(since, clause)

    def add(
        self, i: int, form: Form, frame: Frame, voices: list[Voice], manner: Manner, clause: int
    ) -> Report | None:
        speaker = voices[-1].mention.agreement if voices[-1].mention else voices[-1].agreement
        if voices[-1].mention is None and not (speaker.gender or speaker.number):
            speaker = self.last.speaker
        start, nested = frame.content, None
        if frame.how == "that":
            nested = nested_report(self.doc, start, self.end)
            if nested is not None:
                start = nested[1].content
        is_nominal = frame.how in ("noun", "preposition")
        limit = self._end_of_while(i, start)
        found = extent(self.doc, start, limit, speaker, is_nominal=is_nominal)
        content = self.trim(found)
        if content is None:
            return None
        if not self.reports and clause > self.first:
            self.lead(self.first, clause)
        cue = self.cue(i)
        report = Report(
            cue=cue,
            content=content,
            manner=manner,
            voices=voices,
            construction=_construction(frame, manner),
            modality=self._modality(i, form, frame),
            kind=Kind.NO_COMMENT if frame.how == "decline" else None,
            goes_on=form.verb.sense == "continue" or manner is not Manner.NAMED,
            # «قال: إن الجسر مغلق» is told, not quoted
            colon=frame.how in ("colon", "bare") and self.words[start] not in lex.THAT_HEADS,
            clause=clause,
        )
        opener = self.words[frame.content - 1]
        is_opened = frame.how in ("colon", "preposition") or opener in lex.THAT_HEADS
        if frame.how in ("that", "colon", "preposition") and is_opened and frame.content - 1 > i:
            report.because.append(Words(frame.content - 1, frame.content))
        if nested is not None:
            _nest(report, nested)
        if report.kind is None and self._declines(content):
            report.kind, report.modality = Kind.NO_COMMENT, Modality.DECLINED
            report.construction = Construction.NO_COMMENT
        self.reports.append(report)
        self.go_on(found)
        if manner is not Manner.NOBODY:
            self.last.speaker = speaker
        return report

    def _end_of_while(self, i: int, start: int) -> int:
        """«وبينما أقر الوزير بأن …، ألقى اللوم»: a clause of its own ends before the main one."""
        if i != self.first + 1 or self.words[self.first] not in _WHILE:
            return self.end
        for j in range(start, self.end - 1):
            following = self.words[j + 1]
            form = lex.FORMS.get(following)
            is_verb = form is not None and form.tense is Tense.FINITE and not form.joined
            if self.words[j] in COMMAS and (is_verb or following in lex.ACTS):
                return j
        return self.end

    def _declines(self, content: Words) -> bool:
        """«ليس لديه ما يقال», «لا تعليق», «لا أستطيع الخوض في»."""
        return starts_with(self.words, content.first, lex.NO_COMMENT) > 0

    def _modality(self, i: int, form: Form, frame: Frame) -> Modality | None:
        """By the sense of the cue; None where the content itself tells."""
        if frame.denies:
            return Modality.DENIED
        modality = SENSE_MODALITY.get(form.verb.sense)
        if modality is Modality.DENIED and self.words[i - 1] in lex.NEGATIONS:
            return Modality.HEDGED  # «لم تستبعد أن»
        return modality


def _construction(frame: Frame, manner: Manner) -> Construction:
    """What a report is called that a verb or a participle made."""
    if frame.cites or frame.origin_is_clitic:
        return Construction.RELAYED
    if manner is Manner.CONTINUED:
        return Construction.PARTICIPLE
    return _OPENED_BY[frame.how]


def _nest(report: Report, nested: tuple[int, Frame, Mention, Form]) -> None:
    """The report is the inner speaker's, whom the outer one passes on."""
    at, _, named, form = nested
    report.voices.append(Voice(named, Words(at, at + 1)))
    report.cue, report.nested = Words(at, at + 1), True
    report.construction = Construction.NESTED
    report.manner = Manner.NAMED
    report.modality = SENSE_MODALITY.get(form.verb.sense, report.modality)
