"""Reads one sentence after the other into reports and stretches of the outlet's own voice."""

from itertools import compress

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import Extent, extent, is_return, starts_with
from claims.extraction.languages.ar.evidentials import Evidential, evidential_at
from claims.extraction.languages.ar.lexicon import Form, NounClass, Tense
from claims.extraction.languages.ar.names import is_surname
from claims.extraction.languages.ar.phrases import (
    AT_MOST,
    COMMAS,
    can_speak,
    is_definite,
    is_request,
    mention,
    phrase,
)
from claims.extraction.languages.ar.verbs import Frame, follow
from claims.extraction.report import ANYBODY, Agreement, Manner, Mention, Report, Voice, Words
from claims.extraction.types import Kind, Modality

_BREAKS = frozenset("،,؛;:.!?؟…")
_BEFORE_CLAUSE = lex.fset(("ذلك", "ثم", "ما", "حين", "إذ", "حيث", "قد", "وقد"))
_CLOSING = frozenset('"»”″')
_PREPOSITIONS = frozenset(("في", "من", "علي", "الي", "عن", "مع", "بين", "بعد", "قبل", "منذ"))
_SENSE_MODALITY = {
    "deny": Modality.DENIED,
    "call": Modality.DESIRED,
    "expect": Modality.FUTURE,
    "pledge": Modality.FUTURE,
    "hedge": Modality.HEDGED,
    "decline": Modality.DECLINED,
}
# Words of a lead that make it a narration of its own («التقى الوزير نظيره وقال إن …»).
LEAD_AT_LEAST = 4
NARRATION_AT_LEAST = 3
# Of these a speaker tells what another one stated, so that the inner one counts.
_NESTING = frozenset(("say", "deny", "show", "continue", "accuse", "describe", "call"))
_NESTED = frozenset(
    word
    for word, form in lex.FORMS.items()
    if form.tense is Tense.FINITE
    and not (form.joined or form.pronoun)
    and form.verb.sense in _NESTING
)
# A nested verb stands so many words behind its subject's first, at most.
NESTED_WITHIN = 2 * AT_MOST
DATELINE_AT_MOST = 14
HEADING_AT_MOST = 9
HEADLINE_AT_MOST = 25
_DASHES = frozenset("-–—")
_BY_SAYING = frozenset(word for word in lex.SAYING_NOUNS if word.startswith(("بقول", "بالقول")))
_IT_SAYS = frozenset(
    prefix + verb for verb in ("جاء", "ورد", "جاءت", "وردت") for prefix in ("", "و")
)
_TRIGGERS = (
    set(lex.FORMS)
    | set(lex.EVIDENTIAL)
    | set(lex.HEARSAY)
    | lex.HEARSAY_NOUN_VERBS
    | lex.NEGATIONS
    | _BY_SAYING
    | _IT_SAYS
    | {"كما", "وكما", "علي", "وعلي", "من", "ومن"}
)
_IS_TRIGGER = _TRIGGERS.__contains__


class Reader:
    """Reads the sentences of one document, in order; remembers who spoke last for agreement."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.speaker = ANYBODY

    def read(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        """The reports of a sentence, and what is left as narration."""
        self.doc.memo.clear()
        _doc, words = self.doc, self.doc.words
        first, end = sentence.first, sentence.end
        while end > first and words[end - 1] in _BREAKS:
            end -= 1
        triggers = list(compress(range(first, end), map(_IS_TRIGGER, words[first:end])))
        first = self._after_dateline(sentence, first, end)
        background = starts_with(words, first, lex.BACKGROUND)
        if background:
            return self._background(sentence, first + background, end, triggers)
        reports, narration = _Pass(self, sentence, first, end, triggers).run()
        return reports, [] if self._is_boilerplate(sentence, first, end) else narration

    def _after_dateline(self, sentence: Sentence, first: int, end: int) -> int:
        """«هجران 14-5 (وهر) - أعلن …»: a line may begin with where and for whom it was written."""
        if not sentence.opens_line:
            return first
        words = self.doc.words
        if words[first] in lex.FORMS:
            return first
        for i in range(first + 1, min(first + DATELINE_AT_MOST, end - 1)):
            if words[i] in lex.FORMS or words[i] in lex.THAT:
                return first
            if words[i] in _DASHES and (self.doc.gap(i) or self.doc.gap(i + 1)):
                if words[i - 1][0].isdigit() and words[i + 1][0].isdigit():
                    continue
                return i + 1
        return first

    def _is_boilerplate(self, sentence: Sentence, first: int, end: int) -> bool:
        """Headings, bylines, codes: a short line of its own without a full stop, or in brackets."""
        words = self.doc.words
        if not (sentence.opens_line and sentence.closes_line) or first >= end:
            return False
        if words[first] == "(" and words[end - 1] == ")":
            return True
        if words[first] in lex.BYLINES:
            return True
        if words[first][0] == "و" and words[first] not in lex.WORDS_WITH_WAW:
            return False  # goes on with what came before
        has_stop = sentence.end > end and words[end] in ".!?؟…"
        is_headline = sentence.first == self.doc.sentences[0].first and len(self.doc.sentences) > 1
        return not has_stop and end - first <= (
            HEADLINE_AT_MOST if is_headline else HEADING_AT_MOST
        )

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
        behind = [i for i in triggers if i > at and self.doc.words[i] in lex.EVIDENTIAL]
        return _Pass(self, sentence, at, end, behind).run()


class _Pass:
    """One pass over one sentence."""

    def __init__(
        self, reader: Reader, sentence: Sentence, first: int, end: int, triggers: list[int]
    ) -> None:
        self.reader, self.doc, self.words = reader, reader.doc, reader.doc.words
        self.first, self.end, self.triggers = first, end, triggers
        self.reports: list[Report] = []
        self.narration: list[Words] = []
        self.floor = first  # what lies before belongs to somebody already
        self.returned: int | None = None  # the outlet speaks again from here

    def run(self) -> tuple[list[Report], list[Words]]:
        for i in self.triggers:
            if i < self.floor or self._inside_quotation(i):
                continue
            self._at(i)
        self._rest()
        return self.reports, self.narration

    def _inside_quotation(self, i: int) -> bool:
        quotation = self.doc.around(i)
        return quotation is not None and quotation.open >= self.floor and not quotation.is_name

    def _at(self, i: int) -> None:
        word = self.words[i]
        if word in lex.NEGATIONS:
            self._negated(i)
            return
        if word in lex.HEARSAY and self._hearsay(i):
            return
        if word in lex.HEARSAY_NOUN_VERBS:
            self._rumours(i)
            return
        if word in ("من", "ومن"):
            self._likely(i)
            return
        if word in lex.EVIDENTIAL or word in ("كما", "وكما", "علي", "وعلي"):
            found = evidential_at(self.doc, i, self.end)
            if found is not None:
                self._evidential(i, found)
                return
            if word not in lex.FORMS:
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
        if not form.joined and i > self.first and self.words[i - 1] in _PREPOSITIONS:
            return  # «على طلب», «في رد»: a noun
        following = self.words[i + 1] if i + 1 < self.end else ""
        if following.startswith("عشر"):
            return  # «اثني عشر»
        if self.words[i] in lex.ANONYMITY_VERBS and following in lex.ANONYMITY:
            return  # «طلب عدم ذكر اسمه»
        first = self._before(i, form) if self._may_have_subject(i, form) else (None, i, False)
        frame = follow(self.doc, i, form, self.end, has_subject=first[0] is not None)
        if frame is None:
            return
        is_clear = frame.how in ("that", "colon", "quote", "bare")
        if self.words[i] in lex.ONLY_CLEAR and not is_clear:
            return
        if self.words[i] in lex.ONLY_FIRST and i != self.first and following not in lex.THAT_HEADS:
            return
        if form.tense is Tense.PARTICIPLE:
            self._participle(i, form, frame)
            return
        if form.pronoun and frame.how not in ("that", "preposition", "noun"):
            return
        subject, clause, embedded = frame.subject, i, False
        if subject is None and not frame.origin_is_clitic:
            subject, clause, embedded = first
            if subject is None and self.words[i][0] == "ف":
                subject = self._behind_amma(i)
        if subject is None and frame.subject is None and self._may_have_subject(i, form):
            subject = self._antecedent(i, strict=True)
            if subject is not None:
                clause, embedded = subject.words.first, True
        if form.verb.sense == "show" and frame.how == "noun" and not _shows(subject):
            return  # «أظهرت الأزمة حدود القوة»
        if frame.how in ("noun", "preposition", "decline") and not self._is_bold(i, form, subject):
            return
        self._report(i, form, frame, subject, clause, embedded)

    def _behind_amma(self, i: int) -> Mention | None:
        """«أما الوزارة … فقالت», «أما الوزارة …، فلم تعلق»."""
        if self.words[self.floor] not in ("اما", "واما"):
            return None
        end = phrase(self.doc, self.floor + 1, i)
        if end == self.floor + 1 or not can_speak(self.doc, self.floor + 1, end):
            return None
        return mention(self.doc, self.floor + 1, end)

    def _may_have_subject(self, i: int, form: Form) -> bool:
        """Whether a subject may stand before the verb: never behind «و» or a break."""
        if form.tense is not Tense.FINITE or form.joined or i <= self.floor:
            return False
        if self.words[i - 1] in COMMAS:
            # «وكان الناطق …، أعلن», «لكن فلانا، الذي يدير …، يجادل»
            return self.words[self.floor] in lex.WAS or self.words[self.floor] in lex.BUT
        return self.words[i - 1] not in _BREAKS

    def _is_bold(self, i: int, form: Form, subject: Mention | None) -> bool:
        """Whether a clause can begin with the verb, so that a bare noun behind it is what it says.

        «أصحاب الودائع كشف حساب» holds the same letters and says nothing.
        """
        if form.joined or i == self.first or (subject is not None and subject.words.end <= i):
            return True
        before = self.words[i - 1]
        if before in _BREAKS or before in _CLOSING or before in _DASHES or before == ")":
            return True
        if before in lex.CLAUSE_OPENERS or before in lex.RETURNS or before in _BEFORE_CLAUSE:
            return True
        start = self._after_lead(i)
        return start > self.first or self.words[self.first] in lex.LEADS

    def _before(self, i: int, form: Form) -> tuple[Mention | None, int, bool]:
        """A subject before its verb: «المدير قال», «وكان المصرف أعلن», «التي قالت».

        Gives the mention, where the clause begins, and whether it hangs on another clause.
        """
        words, _doc = self.words, self.doc
        if form.joined:
            return None, i, False
        before = words[i - 1] if i > self.floor else ""
        if before in lex.RELATIVES:
            return self._antecedent(i - 1), i - 1, True
        if before in ("ما", "مما", "بما"):
            return None, i - 1, True
        if before in ("كما", "ثم", "حين", "بينما", "فيما", "اذ", "حيث") or not before:
            return None, i, False
        if before in _BREAKS and before not in COMMAS:
            return None, i, False
        for start in self._clause_starts(i):
            at = start
            while at < i and (words[at] in lex.CLAUSE_OPENERS or words[at] in lex.WAS):
                at += 1
            if at < i and words[at][0] == "و" and words[at] not in lex.NOUNS and len(words[at]) > 3:
                bare = words[at][1:]
                if bare in lex.NOUNS or is_definite(bare):
                    found = self._reaches(at, i, form, bare)
                    if found is not None:
                        return found, start, False
            if at < i:
                found = self._reaches(at, i, form, None)
                if found is not None:
                    return found, start, False
        return None, i, False

    def _reaches(self, at: int, i: int, form: Form, first_word: str | None) -> Mention | None:
        """A phrase from ``at`` behind which only adjuncts stand before the verb."""
        doc, words = self.doc, self.words
        end = phrase(doc, at, i, first_word=first_word)
        if end == at:
            return None
        head = first_word or words[at]
        if not self._can_precede(at, end, head):
            return None
        j = end
        while j < i:
            word = words[j]
            if word in lex.ADJUNCTS or word in COMMAS or word in ("قد", "-"):
                j += 1
            elif word in lex.ANONYMITY_VERBS or word in lex.RELATIVES:
                j = i if words[j - 1] not in COMMAS or words[i - 1] in COMMAS else j + i
            elif word in ("في", "من", "علي", "خلال"):
                j = max(phrase(doc, j + 1, i), j + 2)
            elif j == end and word.endswith(("ها", "ه")) and not is_definite(words[at]):
                return mention(doc, at, end, first_word=first_word)  # «مراجعة أجراها … وجدت أن»
            elif words[j - 1] in lex.ADJUNCTS and word not in lex.FORMS:
                j = max(phrase(doc, j, i), j + 1)
            else:
                return None
        if j != i:
            return None
        prefix = 1 if first_word is not None else 0
        named = mention(doc, at, end, first_word=first_word, prefix=prefix)
        gender = named.agreement.gender
        wanted = form.agreement.gender
        if gender and wanted and gender != wanted and named.head and named.agreement.number != "p":
            return None
        return named

    def _can_precede(self, at: int, end: int, head: str) -> bool:
        """Whether a phrase can be the subject of a verb behind it."""
        doc, is_unknown = self.doc, head not in lex.NOUNS and head[0].isalpha()
        if is_unknown and not lex.is_event(head):
            # «وكان المنجلي صرح»: a surname, or whatever stands between «كان» and its verb
            behind_was = at > self.floor and self.words[at - 1] in lex.WAS
            if behind_was or (is_definite(head) and is_surname(doc, at)):
                return True
        if not can_speak(doc, at, end, head):
            return False
        if not is_unknown or head in lex.COUNTS:
            return True
        # Of unknown words only a name in several words stands before its verb.
        return end - at >= 2 and head[0] not in "وبل"

    def _clause_starts(self, i: int) -> list[int]:
        """Where the clause of the verb may begin: behind the marks before it, nearest last."""
        starts = []
        low = max(self.floor, i - 30)
        for j in range(i - 1, low - 1, -1):
            if self.words[j] in _BREAKS or self.words[j] in lex.BUT:
                starts.append(j + 1)
            elif j == self.floor:
                starts.append(j)
        if low == self.floor and (not starts or starts[-1] != self.floor):
            starts.append(self.floor)
        return starts[:4]

    def _antecedent(self, relative: int, *, strict: bool = False) -> Mention | None:
        """The phrase that ends right before a relative pronoun, or before a verb that describes an
        indefinite noun («تقارير ذكرت أن»): then only what is known to speak (``strict``)."""
        best: int | None = None
        for start in range(relative - 1, max(self.floor - 1, relative - 9), -1):
            if self.words[start] in _BREAKS:
                break
            known = lex.NOUNS.get(self.words[start])
            if strict and (known is None or known.definite):
                continue
            if known is None and not is_definite(self.words[start]):
                continue
            if phrase(self.doc, start, relative) == relative and can_speak(
                self.doc, start, relative
            ):
                best = start
        return mention(self.doc, best, relative) if best is not None else None

    def _participle(self, i: int, form: Form, frame: Frame) -> None:
        """«مشيرا إلى أن»: goes on with the claim before it, or with the clause's own subject."""
        before = self.words[i - 1] if i > self.first else ""
        if self.words[i] in lex.NOUNS and frame.how not in ("that", "colon", "quote"):
            return
        is_apart = before in COMMAS or before in _CLOSING
        if form.verb.sense == "again" and not is_apart:
            return  # «إلى الجلوس مجددا»: an adverb
        is_adverbial = self.words[i][-1] == "ا" and self.words[i] not in lex.NOUNS
        if not is_apart and not is_adverbial and frame.how not in ("that", "colon", "quote"):
            return
        if form.agreement.number and self.words[i][-1] not in "اةن":
            return
        voices = [Voice(frame.subject, self._cue(i), form.agreement)]
        if form.verb.sense == "relay" and frame.cites:
            # «، ناقلة عن فلان قوله»: whoever spoke passes another on.
            voices += [Voice(one) for one in frame.cites]
        if frame.subject is not None and not self.reports:
            voices[0].mention = None
        report = self._add(i, form, frame, voices, Manner.CONTINUED, i)
        if report is not None and not self._spoke_before(i):
            report.candidates = self._main_subject(i)

    def _spoke_before(self, i: int) -> bool:
        return len(self.reports) > 1 or (len(self.reports) == 1 and self.reports[0].clause < i)

    def _after_lead(self, i: int) -> int:
        """Behind an adjunct that opens the sentence («على الجانب الآخر، فتح …»)."""
        first = self.first
        if step := starts_with(self.words, first, lex.RETURN_PHRASES):
            return first + step
        if self.words[first] not in lex.LEADS:
            return first
        for j in range(first, min(i, first + 25)):
            if self.words[j] in COMMAS:
                return j + 1
        return first

    def _main_subject(self, i: int) -> list[Mention]:
        """The subject of the clause's main verb, which itself reported nothing."""
        words, at = self.words, self._after_lead(i)
        while at < i and (
            words[at] in lex.CLAUSE_OPENERS or words[at] in lex.WAS or words[at] in COMMAS
        ):
            at += 1
        for start in (at, at + 1):
            if start < i and words[start][0].isalnum() and words[start] not in lex.ADJUNCTS:
                found = lex.NOUNS.get(words[start])
                if found is None and start == at:
                    continue
                end = phrase(self.doc, start, i, noun_object=True)
                if end > start and can_speak(self.doc, start, end) and found is not None:
                    return [mention(self.doc, start, end)]
        return []

    def _it_says(self, i: int) -> bool:
        """«وجاء في البيان أن …»: a document speaks; «وجاء على لسان ص»: somebody does."""
        words, doc = self.words, self.doc
        if i + 3 >= self.end:
            return False
        if words[i + 1] == "في":
            at = i + 2
        elif words[i + 1] == "علي" and words[i + 2] == "لسان":
            at = i + 3
        else:
            return False
        end = phrase(doc, at, self.end)
        if end == at or not can_speak(doc, at, end):
            return False
        form = lex.FORMS["ذكر"]
        frame = follow(doc, end - 1, form, self.end)
        if frame is None or frame.how not in ("that", "colon", "quote") or frame.subject:
            return False
        voice = Voice(mention(doc, at, end), Words(i, i + 1, 1 if words[i][0] == "و" else 0))
        self._add(i, form, frame, [voice], Manner.NAMED, i)
        return True

    def _by_saying(self, i: int) -> None:
        """«ورد المتحدث على ذلك بالقول إن»: the clause's subject speaks."""
        form = lex.FORMS["قال"]
        frame = follow(self.doc, i, form, self.end)
        if frame is None or frame.how not in ("that", "colon", "quote") or frame.subject:
            return
        self.narration = [one for one in self.narration if one.end <= self.floor]
        subjects = self._main_subject(i)
        manner = Manner.NAMED if subjects else Manner.DROPPED
        voice = Voice(subjects[0] if subjects else None, Words(i, i + 1))
        self._add(i, form, frame, [voice], manner, self.first if subjects else i)

    def _report(
        self,
        i: int,
        form: Form,
        frame: Frame,
        subject: Mention | None,
        clause: int,
        embedded: bool,
    ) -> None:
        cue = self._cue(i)
        voices = [Voice(one) for one in frame.recipients]
        if form.verb.sense == "relay" and (frame.cites or frame.origin_is_clitic):
            if subject is not None:
                voices.append(Voice(subject, cue))
            second = Words(frame.cue, frame.cue + 1) if frame.cue is not None else None
            voices += [Voice(one, second) for one in frame.cites]
            if frame.origin_is_clitic:
                voices.append(Voice(None, second))
            manner = Manner.DROPPED if frame.origin_is_clitic else Manner.NAMED
        else:
            if frame.cites:
                voices.append(Voice(subject, cue, form.agreement))
                voices += [Voice(one) for one in frame.cites]
            else:
                voices.append(Voice(subject, cue, form.agreement))
            manner = Manner.NAMED if subject is not None or frame.cites else Manner.DROPPED
        report = self._add(i, form, frame, voices, manner, clause)
        if report is None:
            return
        if manner is Manner.DROPPED and i > self.first and not self._spoke_before(i):
            report.candidates = self._main_subject(i)
        if embedded:
            self._lead(self.first, clause)

    def _add(
        self, i: int, form: Form, frame: Frame, voices: list[Voice], manner: Manner, clause: int
    ) -> Report | None:
        speaker = voices[-1].mention.agreement if voices[-1].mention else voices[-1].agreement
        if voices[-1].mention is None and not (speaker.gender or speaker.number):
            speaker = self.reader.speaker
        start, nested = frame.content, None
        if frame.how == "that":
            nested = self._nested(start)
            if nested is not None:
                start = nested[1].content
        found = extent(self.doc, start, self.end, _as_speaker(speaker))
        content = self._trim(found)
        if content is None:
            return None
        if not self.reports and clause > self.first:
            self._lead(self.first, clause)
        cue = self._cue(i)
        modality = _SENSE_MODALITY.get(form.verb.sense)
        if frame.denies:
            modality = Modality.DENIED
        report = Report(
            cue=cue,
            content=content,
            manner=manner,
            voices=voices,
            modality=modality,
            kind=Kind.NO_COMMENT if frame.how == "decline" else None,
            goes_on=form.verb.sense == "continue" or manner is not Manner.NAMED,
            colon=frame.how in ("colon", "bare"),
            clause=clause,
        )
        if nested is not None:
            at, _inner, named, inner_form = nested
            report.voices.append(Voice(named, Words(at, at + 1)))
            report.cue, report.nested = Words(at, at + 1), True
            report.manner = Manner.NAMED
            report.modality = _SENSE_MODALITY.get(inner_form.verb.sense, modality)
        if report.kind is None and self._declines(content):
            report.kind, report.modality = Kind.NO_COMMENT, Modality.DECLINED
        self.reports.append(report)
        self._go_on(found)
        if manner is not Manner.NOBODY:
            self.reader.speaker = speaker
        return report

    def _declines(self, content: Words) -> bool:
        """«ليس لديه ما يقال», «لا تعليق», «لا أستطيع الخوض في»."""
        return starts_with(self.words, content.first, lex.NO_COMMENT) > 0

    def _cue(self, i: int) -> Words:
        """The word that carries the saying, without «و» or «ف»."""
        form = lex.FORMS.get(self.words[i])
        return Words(i, i + 1, 1 if form is not None and form.joined else 0)

    def _nested(self, start: int) -> tuple[int, Frame, Mention, Form] | None:
        """«قال المتحدث إن الوزير أكد أن …»: the inner speaker's own claim."""
        doc, words = self.doc, self.words
        if start >= self.end or (start in doc.quotation_at and doc.quotation_at[start].closed):
            return None
        if _NESTED.isdisjoint(words[start + 1 : min(start + NESTED_WITHIN, self.end)]):
            return None  # most content: told apart before a phrase is read
        end = phrase(doc, start, self.end)
        if end == start or end >= self.end or not can_speak(doc, start, end):
            return None
        if words[start][-1] in "هم" and words[start] not in lex.NOUNS:
            return None  # «إن بلاده تدعو»: the speaker's own side
        subject_end = end
        if words[end] in lex.WAS and end + 1 < self.end:
            end += 1  # «إن الوزير كان يكرر أن»
        if words[end] not in _NESTED:
            return None
        form = lex.FORMS[words[end]]
        frame = follow(doc, end, form, self.end, has_subject=True)
        if frame is None or frame.subject:
            return None
        if frame.how not in ("that", "colon", "quote") and form.verb.sense == "say":
            return None
        return end, frame, mention(doc, start, subject_end), form

    def _trim(self, found: Extent) -> Words | None:
        first, end = found.first, found.end
        words, quotations = self.words, self.doc.quotation_at
        while first < end and (
            words[first] in lex.THAT_HEADS or (first in quotations and not quotations[first].closed)
        ):
            first += 1
        while end > first and (words[end - 1] in _BREAKS or words[end - 1] in "-–—("):
            end -= 1
        while end > first and words[end - 1] in ("و", "كما", "لكن", "ولكن", "ثم"):
            end -= 1
        return Words(first, end) if end > first else None

    def _go_on(self, found: Extent) -> None:
        self.floor = max(self.floor, found.next)
        self.returned = None
        if found.returns:
            self.returned = found.next

    # ── Behind a quotation ──────────────────────────────────────────────────────────────────────
    def _behind_quotation(self, i: int, form: Form) -> bool:
        """«"…"، قال فلان»: the content stands before its cue."""
        if form.joined or i <= self.first + 1:
            return False
        close = i - 1
        if self.words[close] in COMMAS:
            close -= 1
        if self.words[close] not in _CLOSING:
            return False
        quotation = self.doc.around(close - 1)
        if quotation is None or quotation.close != close or quotation.close - quotation.open < 4:
            return False
        if quotation.open < self.floor or not form.verb.that:
            return False
        at = i + 1
        end = phrase(self.doc, at, self.end) if at < self.end else at
        subject = mention(self.doc, at, end) if end > at and can_speak(self.doc, at, end) else None
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
                modality=_SENSE_MODALITY.get(form.verb.sense),
                clause=quotation.open,
            )
        )
        self.floor = max(end, i + 1)
        return True

    # ── Declining, hearsay ──────────────────────────────────────────────────────────────────────
    def _negated(self, i: int) -> None:
        """«لم يعلق كورفان على …», «لم ترد الوزارة على طلب للتعليق»."""
        doc, words = self.doc, self.words
        at = i + 1
        if at >= self.end or words[i] not in ("لم", "ولم", "فلم") or words[at] not in lex.DECLINED:
            return
        cue, after = at, at + 1
        end = phrase(doc, after, self.end, prepositions=frozenset(("علي", "عن")))
        subject = None
        is_named = after < self.end and (words[after] in lex.NOUNS or words[after][0] not in "بل")
        if is_named and end > after and can_speak(doc, after, end):
            subject = mention(doc, after, end)
            after = end
        while after < self.end and words[after] in lex.ADJUNCTS and words[after] not in ("علي",):
            after += 1
        if words[cue] in lex.REPLIES and not self._is_reply(after):
            return
        clause = i
        if subject is None:
            form = lex.FORMS["علق"]
            if words[i] == "لم":
                subject, clause, _ = self._before(i, form)
            else:
                subject = self._behind_amma(i)
        extent_end = extent(doc, after, self.end, ANYBODY) if after < self.end else None
        content = self._trim(extent_end) if extent_end is not None else None
        if content is None:
            content = Words(cue, cue + 1)
        agreement = Agreement("f" if words[cue][0] == "ت" else "m", "s")
        if not self.reports:
            self._lead(self.first, clause)
        self.reports.append(
            Report(
                cue=Words(cue, cue + 1),
                content=content,
                manner=Manner.NAMED if subject else Manner.DROPPED,
                voices=[Voice(subject, Words(cue, cue + 1), agreement)],
                modality=Modality.DECLINED,
                kind=Kind.NO_COMMENT,
                clause=clause,
            )
        )
        if extent_end is not None:
            self._go_on(extent_end)

    def _is_reply(self, after: int) -> bool:
        if after < self.end and is_request(self.words[after]):
            return True
        if after >= self.end or self.words[after] not in lex.REPLIED_TO:
            return False
        following = self.words[after + 1 : after + 4]
        return any(word in lex.REQUESTS for word in following) or self.words[after] == "فورا"

    def _hearsay(self, i: int) -> bool:
        """«يُعتقد أن …» at the head of a clause; a subject behind it makes it a verb like others."""
        if i + 1 >= self.end or self.words[i + 1] not in lex.THAT_HEADS:
            return False
        if i > self.first and self.words[i - 1] not in _BREAKS and self.words[i][0] not in "وف":
            return False
        self._nobody(i, i + 2, Modality.HEDGED)
        return True

    def _rumours(self, i: int) -> None:
        """«ترددت أنباء عن …», «ترددت أنباء أن …», «وتردد في الوزارة أن …»."""
        at = i + 1
        if self.words[i].endswith("تردد"):
            for j in range(at, min(i + 7, self.end)):
                if self.words[j] in lex.THAT_HEADS:
                    self._nobody(i, j + 1, Modality.HEDGED)
                    return
            return
        if at >= self.end or self.words[at] not in lex.HEARSAY_NOUNS:
            return
        for j in range(at + 1, min(at + 8, self.end)):
            word = self.words[j]
            if word in lex.THAT_HEADS:
                self._nobody(i, j + 1, Modality.HEDGED)
                return
            is_about = word in ("عن", "حول", "بشأن") and j + 1 < self.end
            if is_about and self.words[j + 1] not in lex.THAT_HEADS:
                self._nobody(i, j + 1, Modality.HEDGED)
                return

    def _likely(self, i: int) -> None:
        """«من المرجح أن …» at the head of a sentence."""
        if i != self.first or i + 3 >= self.end or self.words[i + 1] not in lex.LIKELY:
            return
        at = i + 2
        found = None
        if self.words[at] in COMMAS:
            # «ومن المرجح، وفقا لمندوب، أن …»
            found = evidential_at(self.doc, at + 1, self.end)
            at = found.end if found is not None else at
            while at < self.end and self.words[at] in COMMAS:
                at += 1
        if at < self.end and self.words[at] in lex.THAT_HEADS:
            self._nobody(i + 1, at + 1, Modality.HEDGED)
            if found is not None and self.reports:
                self._stack(self.reports[-1], found)

    def _nobody(self, i: int, start: int, modality: Modality) -> None:
        found = extent(self.doc, start, self.end, ANYBODY)
        content = self._trim(found)
        if content is None:
            return
        if not self.reports:
            self._lead(self.first, i)
        cue = Words(i, i + 1, 1 if _joins(self.words[i]) else 0)
        self.reports.append(Report(cue, content, Manner.NOBODY, [], modality, clause=i))
        self._go_on(found)

    # ── Attribution adjuncts ────────────────────────────────────────────────────────────────────
    def _evidential(self, i: int, found: Evidential) -> None:
        last = self.reports[-1] if self.reports else None
        is_first = self._is_head(i)
        if last is not None and not is_first and self.returned is None and last.content.end <= i:
            self._stack(last, found)
            self.floor = max(self.floor, found.end)
            return
        if is_first:
            self._forward(i, found)
            return
        self._backward(i, found)

    def _is_head(self, i: int) -> bool:
        """Whether nothing but small words stands before it in its sentence."""
        return i - self.first <= 1 and all(
            word in lex.CLAUSE_OPENERS or word in COMMAS for word in self.words[self.first : i]
        )

    def _stack(self, last: Report, found: Evidential) -> None:
        """«…، بحسب ما نقلت س»: who passed the claim before it on; «على حد قولها» adds nothing."""
        if found.is_clitic or not found.speakers:
            return
        links = [Voice(one, Words(found.cue, found.cue + 1)) for one in found.speakers]
        if last.manner is Manner.NOBODY:
            last.voices, last.manner = links, Manner.NAMED
            return
        last.voices = links + last.voices

    def _voices(self, found: Evidential) -> list[Voice]:
        cue = self._evidential_cue(found)
        if not found.speakers:
            return [Voice(None, cue)]
        return [Voice(one, cue) for one in found.speakers]

    def _evidential_cue(self, found: Evidential) -> Words:
        """The verb of «ما ذكره», else the preposition, without «و»."""
        at = found.second_cue if found.second_cue is not None else found.cue
        return Words(at, at + 1, 1 if _joins(self.words[at]) else 0)

    def _forward(self, i: int, found: Evidential) -> None:
        """«وبحسب الوزارة، فإن …»: the content follows."""
        words, start = self.words, found.end
        if start < self.end and words[start] in lex.ADJUNCTS:
            # «وبحسب وثيقة اطلعت عليها …، طُلب»: a clause about the source
            comma = next((j for j in range(start, self.end) if words[j] in COMMAS), start)
            start = comma
        while start < self.end and words[start] in COMMAS:
            start += 1
        if start < self.end and words[start] in lex.FORMS and words[start] not in lex.NOUNS:
            form = lex.FORMS[words[start]]
            if form.tense is Tense.FINITE and follow(self.doc, start, form, self.end):
                self.floor = start  # «وبحسب الوكالة، قال فلان إن»: a chain of its own
                self._chain_ahead(start, form, found)
                return
        while start < self.end and (words[start] in lex.THAT or words[start] == "فقد"):
            start += 1
        extent_ = extent(self.doc, start, self.end, ANYBODY)
        content = self._trim(extent_)
        if content is None:
            return
        manner = Manner.DROPPED if not found.speakers else Manner.NAMED
        cue = self._evidential_cue(found)
        self.reports.append(Report(cue, content, manner, self._voices(found), clause=i))
        self._go_on(extent_)

    def _chain_ahead(self, start: int, form: Form, found: Evidential) -> None:
        before = len(self.reports)
        self._verb(start, form)
        for report in self.reports[before : before + 1]:
            report.voices = self._voices(found) + report.voices

    def _backward(self, i: int, found: Evidential) -> None:
        """«…، حسب ما أكده مسؤول»: the clause before it is the content."""
        first = self.returned if self.returned is not None else self.floor
        while first < i and (
            self.words[first] in COMMAS or starts_with(self.words, first, lex.CONNECTIVES)
        ):
            step = starts_with(self.words, first, lex.CONNECTIVES)
            first += step or 1
        content = self._trim(Extent(first, i, found.end))
        if content is None or content.end - content.first < NARRATION_AT_LEAST:
            return
        manner = Manner.DROPPED if not found.speakers else Manner.NAMED
        cue = self._evidential_cue(found)
        self.reports.append(Report(cue, content, manner, self._voices(found), clause=first))
        self.floor, self.returned = found.end, None

    # ── The outlet's own voice ──────────────────────────────────────────────────────────────────
    def _lead(self, first: int, end: int) -> None:
        """A main clause before the report is a narration beside it; an adjunct is not."""
        if self.narration and self.narration[-1].end > first:
            return
        words = self.words
        while end > first and (
            words[end - 1] in _BREAKS
            or words[end - 1] in ("ما", "علي", "ردا", "و", "ان", "التي", "الذي", "قد", "وقد")
        ):
            end -= 1
        first = self._after_lead(end)
        if end - first < LEAD_AT_LEAST or words[first] in lex.LEADS:
            return
        if words[first] in lex.WAS:
            return
        self.narration.append(Words(first, end))

    def _rest(self) -> None:
        """What no report took: the whole sentence, or what the outlet added at its end."""
        if not self.reports:
            first = self.first
            step = starts_with(self.words, first, lex.CONNECTIVES)
            while step:
                first += step
                while first < self.end and self.words[first] in COMMAS:
                    first += 1
                step = starts_with(self.words, first, lex.CONNECTIVES)
            self._narrate(first, self.end)
            return
        start = self.returned if self.returned is not None else self.floor
        while start < self.end and (
            self.words[start] in _BREAKS
            or self.words[start] in _CLOSING
            or (self.words[start] in lex.ADJUNCTS and not is_return(self.doc, start))
        ):
            start += 1
        if start >= self.end or not (self.returned is not None or is_return(self.doc, start)):
            return
        length = starts_with(self.words, start, lex.RETURN_PHRASES) or 1
        if self.words[start] == "ولم":
            length = 0  # «ولم يتسن التحقق»: the phrase is the statement
        if tuple(self.words[start : start + 2]) in _NO_STATEMENT or self.words[start] == "دون":
            return
        self._narrate(start + length, self.end)

    def _narrate(self, first: int, end: int) -> None:
        """Bylines, codes of agencies and the like are no claims: they are short."""
        if sum(word[0].isalpha() for word in self.words[first:end]) >= NARRATION_AT_LEAST:
            self.narration.append(Words(first, end))


def _shows(subject: Mention | None) -> bool:
    """Whether it is images or papers that show a bare noun; of others the verb says less."""
    if subject is None:
        return True
    known = lex.NOUNS.get(subject.head)
    return known is not None and known.kind in (NounClass.IMAGE, NounClass.DOCUMENT)


def _joins(word: str) -> bool:
    """Whether «و» or «ف» is joined to a word of hearsay or attribution."""
    bare = word[1:]
    known = bare in lex.EVIDENTIAL or bare in lex.HEARSAY or bare in lex.HEARSAY_NOUN_VERBS
    return word[0] in "وف" and (known or bare in lex.FORMS)


_NO_STATEMENT = frozenset((("دون", "ان"), ("من", "دون"), ("من", "غير")))


def _as_speaker(agreement: Agreement) -> Agreement:
    """What the next verb with a dropped subject must fit."""
    return agreement
