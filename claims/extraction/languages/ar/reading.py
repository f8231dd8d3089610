"""Reads one sentence after the other into reports and stretches of the outlet's own voice."""

from itertools import compress

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import starts_with
from claims.extraction.languages.ar.cue_nouns import cue_noun
from claims.extraction.languages.ar.doubts import is_no_cue, is_unclear
from claims.extraction.languages.ar.evidentials import Evidential, evidential_at
from claims.extraction.languages.ar.frames import Frame
from claims.extraction.languages.ar.hearsay import hearsay, likely, rumours
from claims.extraction.languages.ar.lexicon import Form, NounClass, Tense
from claims.extraction.languages.ar.lines import DASHES, after_dateline, is_boilerplate
from claims.extraction.languages.ar.making import SENSE_MODALITY, Last, Making
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.placement import place, voices
from claims.extraction.languages.ar.progress import BREAKS, CLOSING
from claims.extraction.languages.ar.subjects import (
    antecedent,
    before,
    behind_amma,
    denier,
    main_subject,
    may_have_subject,
)
from claims.extraction.languages.ar.transcripts import (
    asks,
    colon_at,
    labels,
    line_end,
    utterance,
)
from claims.extraction.languages.ar.unanswered import unanswered
from claims.extraction.languages.ar.verbs import follow
from claims.extraction.languages.ar.word_classes import COMMAS, is_definite
from claims.extraction.report import ANYBODY, Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction

_BY_SAYING = frozenset(word for word in lex.SAYING_NOUNS if word.startswith(("بقول", "بالقول")))
_IT_SAYS = frozenset(
    prefix + verb for verb in ("جاء", "ورد", "جاءت", "وردت") for prefix in ("", "و")
)
# What may begin an attribution as an adjunct.
_ADJUNCTS = (
    lex.OWN_OPINIONS
    | lex.EVIDENTIAL.keys()
    | {"كما", "وكما", "علي", "وعلي", "من", "ومن", "براي", "وبراي", "بشهادة"}
)
_TRIGGERS = (
    set(lex.FORMS)
    | _ADJUNCTS
    | set(lex.HEARSAY)
    | lex.HEARSAY_NOUN_VERBS
    | lex.NEGATIONS
    | lex.CUE_NOUNS
    | _BY_SAYING
    | _IT_SAYS
)
QUOTED_AT_LEAST = 5  # words with their marks of a quotation that stands alone
_IN_IT = frozenset(("فيه", "فيها", "فيهما"))
# Behind a formula of one word: «ويذكر أن», but «ويذكر المؤرخ أن».
_BEHIND_FORMULA = lex.THAT_HEADS | {"هنا", "ايضا", "كذلك"}
_IS_TRIGGER = _TRIGGERS.__contains__


class Reader:
    """Reads the sentences of one document, in order; remembers who spoke last for agreement."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.last = Last()
        self.labels = labels(doc)
        self.number = -1  # of the sentence at hand
        self.taken = 0  # words that belong to an utterance already
        self.actors: list[
            Mention
        ] = []  # whoever acts in the sentence before, which reports nothing
        self.spoken = False
        self.quoted = False  # whether the sentence before ended with somebody's own words

    def read(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        """The reports of a sentence, and what is left as narration."""
        self.doc.memo.clear()
        self.number += 1
        actors, self.actors = self.actors, []
        quoted, self.quoted = self.quoted, False
        if sentence.first < self.taken:
            return [], []
        words = self.doc.words
        first, end = sentence.first, sentence.end
        while end > first and words[end - 1] in BREAKS:
            end -= 1
        triggers = list(compress(range(first, end), map(_IS_TRIGGER, words[first:end])))
        first = after_dateline(self.doc, sentence, first, end)
        if sentence.opens_line and (spoken := self._utterance(sentence, first, end)) is not None:
            return spoken, []
        background = starts_with(words, first, lex.BACKGROUND)
        following = words[first + background] if first + background < end else ""
        if background > 1 or (background and following in _BEHIND_FORMULA):
            return self._background(sentence, first + background, end, triggers)
        if quoted and not sentence.opens_line and self._is_quotation(first, end):
            self.quoted = True
            return [_goes_on_quoted(Words(first, end))], []
        one = _Pass(self, sentence, first, end, triggers)
        reports, narration = one.run()
        self.quoted = bool(reports) and self._is_in_marks(reports[-1])
        self._take_up(sentence, one, reports, actors)
        return reports, [] if is_boilerplate(self.doc, sentence, first, end) else narration

    def _take_up(
        self, sentence: Sentence, one: "_Pass", reports: list[Report], actors: list[Mention]
    ) -> None:
        """«التقى الوزير السفيرة. وقال إن …»: whoever acted before speaks, where the paragraph
        goes on or nobody has spoken yet; not whoever had acted («وكان الوزير زار …»)."""
        if not reports:
            is_earlier = self.doc.words[one.first] in lex.WAS
            found = [] if is_earlier else main_subject(one, one.end)
            self.actors = [who for who in found if who.person]
            return
        report = reports[0]
        if (
            report.manner is Manner.DROPPED
            and not report.candidates
            and actors
            and not self._goes_on(report)
            and (not sentence.opens_line or not self.spoken)
        ):
            report.candidates = actors
        self.spoken = True

    def _is_in_marks(self, report: Report) -> bool:
        around = self.doc.around(report.content.first)
        is_in = around is not None and around.closed and around.open < report.content.first
        return is_in and report.manner is not Manner.NOBODY

    def _is_quotation(self, first: int, end: int) -> bool:
        """«قال الطبيب: "…". "…".»: the whole sentence stands in marks of its own."""
        one = self.doc.quotation_at.get(first)
        is_whole = one is not None and one.closed and not one.is_name and one.end >= end
        return is_whole and end - first >= QUOTED_AT_LEAST

    def _goes_on(self, report: Report) -> bool:
        """«وأضاف»: whoever spoke last."""
        form = lex.FORMS.get(self.doc.words[report.cue.first]) if report.cue else None
        return form is not None and form.verb.sense == "continue"

    def _utterance(self, sentence: Sentence, first: int, end: int) -> list[Report] | None:
        """«الوزير: القرار صائب. …»: the line is what the name at its head says."""
        colon = colon_at(self.doc, first, end)
        if colon is None:
            return None
        if asks(self.doc, first, colon):
            self.taken = line_end(self.doc.sentences, self.number, first)
            return []
        stop = line_end(self.doc.sentences, self.number, first)
        report = utterance(self.doc, first, colon, stop, self.labels)
        if report is None:
            return None
        self.taken = stop
        return [report]

    def _background(
        self, sentence: Sentence, at: int, end: int, triggers: list[int]
    ) -> tuple[list[Report], list[Words]]:
        """«يذكر أن …»: the outlet's own voice, unless it names a source behind the content."""
        for j in range(at, min(at + 4, end)):
            if self.doc.words[j] in lex.THAT_HEADS:
                at = j + 1
                break
        if at >= end:
            return [], []
        return _Pass(self, sentence, at, end, [i for i in triggers if i > at]).run()


class _Pass(Making):
    """One pass over one sentence, from one word that may report to the next."""

    def __init__(
        self, reader: Reader, sentence: Sentence, first: int, end: int, triggers: list[int]
    ) -> None:
        super().__init__(reader.doc, first, end, reader.last)
        self.triggers = triggers

    def run(self) -> tuple[list[Report], list[Words]]:
        for i in self.triggers:
            if i < self.floor or self._inside_quotation(i):
                continue
            self._at(i)
        self.rest()
        return self.reports, self.narration

    def _inside_quotation(self, i: int) -> bool:
        quotation = self.doc.around(i)
        return quotation is not None and quotation.open >= self.floor and not quotation.is_name

    def _at(self, i: int) -> None:
        word = self.words[i]
        if word in lex.NEGATIONS:
            unanswered(self, i)
            return
        if word in lex.HEARSAY and hearsay(self, i):
            return
        if word in lex.HEARSAY_NOUN_VERBS:
            rumours(self, i)
            return
        if word in ("من", "ومن") and self.words[i + 1 : i + 2] != ["وجهة"]:
            likely(self, i)
            return
        if word in _ADJUNCTS:
            found = evidential_at(self.doc, i, self.end)
            if found is not None:
                self._evidential(i, found)
                return
            if word not in lex.FORMS:
                return
        if word in lex.CUE_NOUNS:
            cue_noun(self, i)
            return
        if word in _BY_SAYING:
            self._by_saying(i)
            return
        if word in _IT_SAYS and self._it_says(i):
            return
        form = lex.FORMS.get(word)
        if form is not None and form.tense is not Tense.NOUN:
            self._verb(i, form)

    # ── Verbs and participles ───────────────────────────────────────────────────────────────────
    def _verb(self, i: int, form: Form) -> None:
        if form.tense is Tense.FINITE and not form.pronoun and self._behind_quotation(i, form):
            return
        if is_no_cue(self, i, form):
            return
        first = before(self, i, form) if may_have_subject(self, i, form) else (None, i, False)
        has_subject = first[0] is not None or self._is_behind_pronoun(i)
        frame = follow(self.doc, i, form, self.end, has_subject=has_subject)
        if frame is None or is_unclear(self, i, frame):
            return
        if form.tense is Tense.PARTICIPLE:
            self._participle(i, form, frame)
            return
        if form.pronoun and not _may_have_pronoun(form, frame):
            return
        subject, clause, embedded = frame.subject, i, False
        if subject is None and (not frame.origin_is_clitic or first[0] is not None):
            subject, clause, embedded = first
            if subject is None and self.words[i][0] == "ف":
                subject = behind_amma(self, i)
        if subject is None and frame.subject is None and may_have_subject(self, i, form):
            subject = self._described(i)
            if subject is not None:
                clause, embedded = subject.words.first, True
        if form.verb.sense == "show" and frame.how == "noun" and not _shows(subject):
            return  # «أظهرت الأزمة حدود القوة»
        if frame.how in ("noun", "preposition", "decline") and not self._is_bold(i, form, subject):
            return
        made = len(self.reports)
        self.report(i, form, frame, subject, clause, embedded)
        if form.past and self._is_passive(i):
            for report in self.reports[made : made + 1]:
                if report.manner is Manner.DROPPED:
                    report.manner, report.voices = Manner.NOBODY, []

    def _is_passive(self, i: int) -> bool:
        """«أُعلن», «ذُكر»: the vowel that is written tells that nobody is named."""
        form = lex.FORMS[self.words[i]]
        written = self.doc.span(i, i + 1, 1 if form.joined else 0).of(self.doc.text)
        return "\u064f" in written[1:3]

    def _is_behind_pronoun(self, i: int) -> bool:
        """«لكنها أعربت عن», «بيد أنهما أشارا إلى»: the pronoun is the subject."""
        before = self.words[i - 1] if i > self.first else ""
        return before in lex.BUT_THEY or before in lex.THAT_THEY

    def _described(self, i: int) -> Mention | None:
        """«تقارير ذكرت أن»; but in «أصدرت النقابة بيانا قالت فيه إن» whoever wrote it speaks."""
        if self.words[i + 1 : i + 2] and self.words[i + 1] in _IN_IT:
            writers = main_subject(self, i)
            return writers[0] if writers else None
        return antecedent(self, i, strict=True)

    def _is_bold(self, i: int, form: Form, subject: Mention | None) -> bool:
        """Whether a clause can begin with the verb, so that a bare noun behind it is what it says.

        «أصحاب الودائع كشف حساب» holds the same letters and says nothing.
        """
        if form.joined or i == self.first or (subject is not None and subject.words.end <= i):
            return True
        before = self.words[i - 1]
        if before in BREAKS or before in CLOSING or before in DASHES or before == ")":
            return True
        if before in lex.CLAUSE_OPENERS or before in lex.RETURNS or before in lex.BEFORE_CLAUSE:
            return True
        if before in lex.NEGATIONS and form.verb.sense == "deny":
            return True  # «لم تستبعد البلدية انهيار السد»
        if self._is_behind_pronoun(i):
            return True  # «لكنها أعربت عن», «بيد أنهما أشارا إلى»
        start = self.after_lead(i)
        return start > self.first or self.words[self.first] in lex.LEADS

    def _participle(self, i: int, form: Form, frame: Frame) -> None:
        """«مشيرا إلى أن»: goes on with the claim before it, or with the clause's own subject."""
        before = self.words[i - 1] if i > self.first else ""
        is_adjunct = self.words[i] in lex.AFTER_COMMA and before in COMMAS
        if form.verb.sense == "accuse" and frame.how == "preposition" and frame.content == i + 1:
            return  # «رجل، متهما بالسرقة»: who is accused, not who accuses
        is_clear = is_adjunct or frame.how in ("that", "colon", "quote")
        if self.words[i] in lex.NOUNS and not is_clear:
            return
        is_apart = before in COMMAS or before in CLOSING
        if form.verb.sense == "again" and not is_apart:
            return  # «إلى الجلوس مجددا»: an adverb
        is_adverbial = self.words[i][-1] == "ا" and self.words[i] not in lex.NOUNS
        if not is_apart and not is_adverbial and self.words[i + 1] in COMMAS:
            return  # «لمواجهة معلقة، وهو …»: an adjective
        if self.words[i] in lex.ADJECTIVES and not is_apart and frame.how != "that":
            return  # «مصادر متابعة الأجواء»
        if not is_apart and not is_adverbial and frame.how not in ("that", "colon", "quote"):
            return
        if form.agreement.number and self.words[i][-1] not in "اةن":
            return
        voices = [Voice(frame.subject, self.cue(i), form.agreement)]
        if form.verb.sense == "relay" and frame.cites:
            # «، ناقلة عن فلان قوله»: whoever spoke passes another on.
            voices += [Voice(one) for one in frame.cites]
        if frame.subject is not None and not self.reports:
            voices[0].mention = None
        report = self.add(i, form, frame, voices, Manner.CONTINUED, i)
        if report is not None and not self.spoke_before(i):
            report.candidates = main_subject(self, i)
        if report is not None and not report.candidates:
            report.candidates = denier(self, i)

    def _it_says(self, i: int) -> bool:
        """«وجاء في البيان أن …»: a document speaks; «وجاء على لسان ص»: somebody does."""
        words, doc = self.words, self.doc
        if i + 3 >= self.end:
            return False
        joined = None
        if words[i + 1] in ("في", "ضمن"):
            at = i + 2
        elif words[i + 1][0] == "ب" and words[i + 1][1:] in lex.NOUNS:
            at, joined = i + 1, words[i + 1][1:]  # «وجاء بالبيان أن»
        elif words[i + 1] == "علي" and words[i + 2] == "لسان":
            at = i + 3
        else:
            return False
        end = phrase(doc, at, self.end, first_word=joined)
        if end == at or not can_speak(doc, at, end, joined):
            return False
        form = lex.FORMS["ذكر"]
        frame = follow(doc, end - 1, form, self.end)
        if frame is None or frame.how not in ("that", "colon", "quote") or frame.subject:
            return False
        cue = Words(i, i + 1, 1 if words[i][0] == "و" else 0)
        named = mention(doc, at, end, first_word=joined, prefix=1 if joined else 0)
        report = self.add(i, form, frame, [Voice(named, cue)], Manner.NAMED, i)
        if report is not None and not report.nested:
            report.cue = cue
        return True

    def _by_saying(self, i: int) -> None:
        """«ورد المتحدث على ذلك بالقول إن»: the clause's subject speaks."""
        form = lex.FORMS["قال"]
        frame = follow(self.doc, i, form, self.end)
        if frame is None or frame.how not in ("that", "colon", "quote") or frame.subject:
            return
        self.narration = [one for one in self.narration if one.end <= self.floor]
        subjects = main_subject(self, i)
        manner = Manner.NAMED if subjects else Manner.DROPPED
        voice = Voice(subjects[0] if subjects else None, Words(i, i + 1))
        self.add(i, form, frame, [voice], manner, self.first if subjects else i)

    # ── Behind a quotation ──────────────────────────────────────────────────────────────────────
    def _behind_quotation(self, i: int, form: Form) -> bool:
        """«"…"، قال فلان»: the content stands before its cue."""
        if form.joined or i <= self.first + 1:
            return False
        close = i - 1
        if self.words[close] in COMMAS:
            close -= 1
        if self.words[close] not in CLOSING:
            return False
        quotation = self.doc.around(close - 1)
        if quotation is None or quotation.close != close or quotation.close - quotation.open < 4:
            return False
        if quotation.open < self.floor or not form.verb.that:
            return False
        at = i + 1
        end = phrase(self.doc, at, self.end) if at < self.end else at
        subject = mention(self.doc, at, end) if end > at and can_speak(self.doc, at, end) else None
        if subject is None and end > at and is_definite(self.words[at]):
            subject = mention(self.doc, at, end)  # «"…"، تقول العجوز»
        if subject is None and at < self.end and self.words[at] not in lex.ADJUNCTS:
            return False
        if end < self.end and (self.words[end] in lex.THAT_HEADS or self.words[end] == ":"):
            return False
        manner = Manner.NAMED if subject else Manner.DROPPED
        self.reports.append(
            Report(
                cue=Words(i, i + 1),
                content=Words(quotation.first, quotation.close),
                manner=manner,
                voices=[Voice(subject, Words(i, i + 1), form.agreement)],
                construction=Construction.QUOTATION_BEFORE,
                modality=SENSE_MODALITY.get(form.verb.sense),
                clause=quotation.open,
            )
        )
        self.floor = max(end, i + 1)
        return True

    # ── Attribution adjuncts ────────────────────────────────────────────────────────────────────
    def _evidential(self, i: int, found: Evidential) -> None:
        verb = place(self, i, found)
        if verb is not None:
            self._chain_ahead(verb, lex.FORMS[self.words[verb]], found)

    def _chain_ahead(self, start: int, form: Form, found: Evidential) -> None:
        before = len(self.reports)
        self._verb(start, form)
        for report in self.reports[before : before + 1]:
            report.voices = voices(self, found) + report.voices


def _goes_on_quoted(content: Words) -> Report:
    """A quotation that stands alone behind one of the same speaker's."""
    return Report(
        cue=None,
        content=content,
        manner=Manner.DROPPED,
        voices=[Voice(None, None, ANYBODY)],
        construction=Construction.QUOTATION_AFTER,
        goes_on=True,
        clause=content.first,
    )


def _may_have_pronoun(form: Form, frame: Frame) -> bool:
    """«اتهمه بالغش», «دعاه إلى», «أبلغها أن»; behind «أيده» no other object stands."""
    if frame.how == "noun":
        return form.verb.sense in ("accuse", "describe", "explain", "call")
    if form.verb.sense == "ask":
        return frame.how == "that"  # «سألته عن الجسر»: whom somebody asked about what
    return frame.how in ("that", "preposition")


def _shows(subject: Mention | None) -> bool:
    """Whether it is images or papers that show a bare noun; of others the verb says less."""
    if subject is None:
        return True
    known = lex.NOUNS.get(subject.head)
    return known is not None and known.kind in (NounClass.IMAGE, NounClass.DOCUMENT)
