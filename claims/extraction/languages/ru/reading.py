"""Reads one sentence after the other into reports and stretches of the outlet's own voice."""

from dataclasses import replace
from itertools import compress

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru import quoted
from claims.extraction.languages.ru.adjuncts import according_at, as_said, place
from claims.extraction.languages.ru.back import Back, agreement_of, back_reference
from claims.extraction.languages.ru.boilerplate import (
    body,
    headline_end,
    is_boilerplate,
    speaker_of,
    split_at_measures,
)
from claims.extraction.languages.ru.declining import decline
from claims.extraction.languages.ru.hearsay import hearsay
from claims.extraction.languages.ru.inflection import NOMINATIVE
from claims.extraction.languages.ru.letters import is_dash
from claims.extraction.languages.ru.lexicon import Form, Tense, Verb
from claims.extraction.languages.ru.mentions import as_medium, mention
from claims.extraction.languages.ru.objects import Frame
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.languages.ru.progress import OPENED_BY, SENSE_MODALITY, Progress, cue
from claims.extraction.languages.ru.relays import cited, quotes_somebody
from claims.extraction.languages.ru.subjects import Before, before, main_subject
from claims.extraction.report import ANYBODY, Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction

_TRIGGERS = (
    {word for word, form in lex.FORMS.items() if form.tense is not Tense.PARTICIPLE}
    | set(lex.HEARSAY)
    | lex.DECLINE_VERBS
    | {"по", "согласно", "не", ":"}
)
_IS_TRIGGER = _TRIGGERS.__contains__
_CLAUSAL = frozenset(("that", "colon", "quote", "question"))
_NESTING = frozenset(("say", "claim", "confirm", "deny", "name", "judge", "accuse", "call"))
# Words of a narration in which its subject is looked for.
ABOUT_WITHIN = 24
# «не сообщил, кто»: nothing is said.
_NEVER_NEGATED = frozenset(("say", "announce", "relay", "confirm", "call", "show"))
_ANY_VERB = Verb("говорить", "say", frozenset(("clause", "quote")))
_FINITE_ENDS = (
    "л", "ла", "ли", "лся", "лась", "лись", "ет", "ит", "ют", "ут", "ат", "ят", "ется", "ится",
    "ются", "утся", "ятся", "атся",
)  # fmt: skip
# Sentences of one turn of a transcript, at most.
TURN_AT_MOST = 12
_FINITE = frozenset((Tense.PAST, Tense.PRESENT, Tense.SHORT))


class Reader:
    """Reads the sentences of one document, in order."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        doc.sentences = split_at_measures(doc)
        self.headline_end = headline_end(doc)
        self.taken = 0  # what lies before is a turn of a transcript that is told
        self.at = 0
        self.back: Back | None = None
        self.silent: _Pass | None = None  # the sentence before, if nobody spoke in it
        self.antecedents: dict[Words, Mention] = {}
        self.spoken = False  # the sentence before was a line of speech behind a dash

    def read(self, sentence: Sentence) -> tuple[list[Report], list[Words]]:
        """The reports of a sentence, and what is left as narration."""
        doc, words = self.doc, self.doc.words
        doc.memo.clear()
        told, self.back = self.back, self._told_behind()
        self.at += 1
        first, end = sentence.first, sentence.end
        while end > first and words[end - 1] in ".!?…,;:":
            end -= 1
        if end <= max(self.headline_end, self.taken):
            return [], []
        if end <= first or is_boilerplate(doc, sentence, first, end):
            return [], []
        spoken = self._transcript(sentence)
        if spoken is not None:
            return spoken, []
        first = body(doc, sentence, first, end)
        if told is not None:
            first = max(first, told.behind)
            if first >= end:
                return [], []
        triggers = list(compress(range(first, end), map(_IS_TRIGGER, words[first:end])))
        p = _Pass(self, doc, first, end, triggers)
        p.run(sentence)
        if told is not None:
            p.narration.clear()
        if self.back is not None:
            self._tell(p, self.back)
        self._remember(p)
        self.spoken = any(
            r.construction is Construction.QUOTATION_BEFORE and r.colon for r in p.reports
        )
        return p.reports, p.narration

    def _transcript(self, sentence: Sentence) -> list[Report] | None:
        """«КИМ: Мост закрыт. Плотина цела.»: all of the line is what they say."""
        named = speaker_of(self.doc, sentence)
        if named is None:
            return None
        end = sentence.end
        for one in self.doc.sentences[self.at : self.at + TURN_AT_MOST]:
            if end == sentence.end and sentence.closes_line:
                break
            end = one.end
            if one.closes_line:
                break
        self.taken = end
        colon = Words(named[1], named[1] + 1)
        speaker = mention(self.doc, *named)
        content = Words(named[1] + 1, end)
        return [
            Report(
                cue=None,
                content=content,
                manner=Manner.NAMED,
                voices=[Voice(speaker)],
                construction=Construction.TRANSCRIPT,
                colon=True,
                clause=named[0],
                because=[colon],
            )
        ]

    def _remember(self, p: "_Pass") -> None:
        spoke = any(one.manner is not Manner.NOBODY for one in p.reports)
        self.silent = None if spoke else p

    def _about(self) -> Mention | None:
        """Whom the sentence before was about, if nobody spoke in it: «он» means them."""
        p = self.silent
        if p is None:
            return None
        subjects = main_subject(p, min(p.end, p.first + ABOUT_WITHIN))
        return subjects[0] if subjects and subjects[0].names else None

    def meant(self, one: Mention) -> Mention:
        """A pronoun or «политик» behind narration is whom that was about, though they never
        spoke."""
        vague = one.pronoun or (one.generic and one.of_last and one.person)
        about = self._about() if vague else None
        if about is None or not about.agreement.fits(one.agreement):
            return one
        if one.agreement.number == "s" and not about.person:
            return one
        self.antecedents[one.words] = about
        return replace(about, words=one.words, agreement=one.agreement)

    def _told_behind(self) -> Back | None:
        """Whether the next sentence says who told this one."""
        following = self.at + 1
        if following >= len(self.doc.sentences):
            return None
        return back_reference(self.doc, self.doc.sentences[following])

    def _tell(self, p: "_Pass", back: Back) -> None:
        if p.reports:
            for report in p.reports:
                if report.manner is Manner.NAMED and report.voices:
                    report.voices[:0] = [Voice(one.mention, one.cue) for one in back.voices]
            return
        p.narration.clear()
        content = Words(p.first, p.end)
        p.add(
            content=content,
            voices=back.voices,
            construction=Construction.BACK_REFERENCE,
            cue=back.cue,
            clause=content.first,
        )


class _Pass(Progress):
    """One pass over one sentence, from one word that may report to the next."""

    def __init__(
        self, reader: Reader, doc: Document, first: int, end: int, triggers: list[int]
    ) -> None:
        super().__init__(doc, first, end, triggers)
        self.reader = reader

    def meant(self, one: Mention) -> Mention:
        if self.reports:
            return one
        if one.pronoun and self._goes_before_its_verb(one.words):
            # «депутаты не согласны: они утверждают»
            for about in main_subject(self, one.words.first):
                if about.agreement.fits(one.agreement) and not about.indefinite:
                    self.reader.antecedents[one.words] = about
                    return replace(about, words=one.words, agreement=one.agreement)
        return self.reader.meant(one)

    def _goes_before_its_verb(self, words: Words) -> bool:
        """Whether a pronoun opens a later clause of the sentence, outside of speech."""
        first, end = words.first, words.end
        if first <= self.first + 2 or end >= self.end or self.doc.around(self.first) is not None:
            return False
        return self.words[end] in lex.FORMS or self.words[end] in lex.ADVERBS

    def run(self, sentence: Sentence) -> None:
        if self._goes_on_speaking():
            return
        for i in self.triggers:
            if i < self.floor:
                continue
            if self._inside_quotation(i):
                self._interrupted(i)
                continue
            self._at(i)
        if not self.reports:
            self._unknown_cue()
        if not self.reports:
            self._quotation_alone()
        self.rest()

    def _goes_on_speaking(self) -> bool:
        """«— A, — сказал X. — B.»: the sentence behind opens with a dash and is speech still."""
        if not self.reader.spoken or not is_dash(self.doc, self.first):
            return False
        content = Words(self.first + 1, self.end)
        if content.end > content.first:
            self.add(
                content=content,
                voices=[Voice(None)],
                construction=Construction.QUOTATION_ALONE,
                cue=None,
                clause=self.first,
                colon=True,
                goes_on=True,
            )
        return True

    def _inside_quotation(self, i: int) -> bool:
        around = self.doc.around(i)
        return around is not None and around.open >= self.floor and not around.is_name

    def _interrupted(self, i: int) -> None:
        form = lex.FORMS.get(self.words[i])
        if form is None or form.tense not in _FINITE:
            return
        one = quoted.interrupted(self, i)
        if one is None:
            return
        frame = self.follow(i, form, has_subject=False)
        quoted.split(self, i, frame, self._voices(i, form, frame, Before()), one)

    def _at(self, i: int) -> None:
        word = self.words[i]
        if word == ":":
            self._colon(i)
        elif word in ("по", "согласно"):
            found = according_at(self, i)
            if found is not None:
                place(self, found, Construction.ACCORDING_TO)
        elif word == "не" or word in lex.DECLINE_VERBS:
            decline(self, i)
        elif word in lex.HEARSAY:
            hearsay(self, i)
        else:
            form = lex.FORMS[word]
            if form.tense is Tense.GERUND:
                self._gerund(i, form)
            else:
                self._verb(i, form)

    # ── Verbs ───────────────────────────────────────────────────────────────────────────────────
    def _verb(self, i: int, form: Form) -> None:
        if self._is_behind_as(i):
            self._as(i, form)
            return
        if quotes_somebody(form.verb.lemma):
            self._cites(i, form)
            return
        at = quoted.mark_before(self, i)
        behind = self.follow(i, form, has_subject=False)
        if at is None and quoted.opens_with_about(self):
            left = Before() if behind.subject is not None else before(self, i, form.agreement)
            if quoted.about_that(self, i, form, behind, self._voices(i, form, behind, left)):
                return
        if (
            at is not None
            and behind.how not in _CLAUSAL
            and self._may_stand_behind(i, form, behind)
        ):
            voices = self._voices(i, form, behind, Before())
            if self._is_left(at):
                if quoted.postposed(self, i, form, behind, voices):
                    self._behind_cue(i, voices)
                return
            self._passes_on(voices)
            self.floor = max(behind.read, i + 1)
            return
        left = before(self, i, form.agreement)
        if left.subject is not None and behind.subject is not None and self._is_vague(left.subject):
            left.subject = None  # «Слухи опровергли и в компании»
        frame = behind
        if left.subject is not None:
            frame = self.follow(i, form, has_subject=True)
        elif behind.subject is None and not behind.how and at is not None:
            return
        self._forward(i, form, left, frame)

    def _is_vague(self, one: Mention) -> bool:
        """One word at the sentence's head that no list knows: its capital says nothing."""
        first, end = one.words.first, one.words.end
        return first == self.first and end == first + 1 and self.words[first] not in lex.NOUNS

    def _may_stand_behind(self, i: int, form: Form, frame: Frame) -> bool:
        if "clause" not in form.verb.takes and "quote" not in form.verb.takes:
            return False
        if frame.how in ("preposition", "infinitive") and frame.subject is None:
            return False
        return frame.subject is not None or self._ends_clause(i + 1) or is_dash(self.doc, i - 1)

    def _ends_clause(self, at: int) -> bool:
        return at >= self.end or self.words[at] in ",.;"

    def _is_left(self, at: int) -> bool:
        start = self.clause_floor()
        return any(word[0].isalnum() for word in self.words[start:at])

    def _passes_on(self, voices: list[Voice]) -> None:
        """«…, передает «Нева»»: whoever spoke is passed on by them."""
        named = [one for one in voices if one.mention is not None]
        if self.reports and named:
            self.reports[-1].voices[:0] = named[:1]

    def _behind_cue(self, i: int, voices: list[Voice]) -> None:
        quoted.goes_on_behind(self, self.floor, cue(i), voices)

    def _is_behind_as(self, i: int) -> bool:
        at = i - 1
        while at >= self.floor and self.words[at] in lex.ADVERBS:
            at -= 1
        return at >= self.floor and self.words[at] == "как"

    def _as(self, i: int, form: Form) -> None:
        if form.tense is Tense.SHORT:
            return
        frame = self.follow(i, form, has_subject=False)
        voices = self._voices(i, form, frame, Before())
        if frame.how in ("that", "question"):
            return
        manner = Manner.NAMED if voices[-1].mention is not None else Manner.DROPPED
        if manner is Manner.DROPPED and form.agreement.number == "p":
            manner = Manner.NOBODY
        as_said(self, i, frame, voices, manner)

    def _cites(self, i: int, form: Form) -> None:
        at = quoted.mark_before(self, i)
        citing, origin, read = cited(self, i)
        if at is None:
            left = before(self, i, form.agreement)
            if (
                left.subject is None
                or origin is None
                or read >= self.end
                or self.words[read] != ":"
            ):
                return
            voices = [Voice(left.subject, cue(i)), Voice(origin)]
            self._emit(i, form, Frame("colon", read + 1), voices, left.clause)
            return
        if citing is None and origin is None:
            return
        frame = Frame(read=read)
        named = [one for one in (citing, origin) if one is not None]
        voices = [Voice(one, cue(i) if one is citing else None) for one in named]
        if self._is_left(at):
            quoted.postposed(self, i, form, frame, voices)
            for report in self.reports[-1:]:
                report.construction = Construction.RELAYED
        else:
            self._passes_on(voices)
            self.floor = max(read, i + 1)

    def _voices(self, i: int, form: Form, frame: Frame, left: Before) -> list[Voice]:
        """From the outermost relayer to the origin."""
        voices = [Voice(one) for one in (*left.recipients, *frame.recipients)]
        subject = left.subject or frame.subject
        if subject is not None:
            subject = self.meant(subject)
        passes_on = form.verb.sense == "relay" or form.tense is Tense.PRESENT or bool(frame.cites)
        if subject is not None and passes_on:
            subject = as_medium(self.doc, subject)
        cites = [*left.cites, *frame.cites]
        if subject is not None or not cites:
            voices.append(Voice(subject, cue(i), form.agreement))
        return voices + [Voice(one) for one in cites]

    def _forward(self, i: int, form: Form, left: Before, frame: Frame) -> None:
        """The content stands behind the verb."""
        if not frame.how:
            is_told = self._wish_before(i, form, frame) or self._topic_before(i, form, left, frame)
            if not is_told:
                self._object_before(i, form, left, frame)
            return
        if (
            form.verb.sense == "hedge"
            and "negated" in form.verb.takes
            and self.words[i - 1] != "не"
        ):
            return
        if form.verb.sense == "deny" and frame.how == "colon" and self._has_object(left, i):
            self._object_before(i, form, left, frame)
            return
        if frame.how == "infinitive" and form.verb.sense not in ("call", "pledge", "announce"):
            return
        if form.verb.sense == "show" and frame.how != "that" and not self._is_paper(left.subject):
            return
        if self.words[i - 1] == "не" and form.verb.sense in _NEVER_NEGATED:
            return
        self._emit(i, form, frame, self._voices(i, form, frame, left), left.clause)

    def _has_object(self, left: Before, i: int) -> bool:
        """«Минздрав дефицит отрицает: …»"""
        return left.subject is not None and left.subject.words.end < i

    def _is_paper(self, subject: Mention | None) -> bool:
        known = lex.NOUNS.get(subject.head) if subject is not None else None
        return known is not None and known.kind is lex.Kind.DOCUMENT

    def _topic_before(self, i: int, form: Form, left: Before, frame: Frame) -> bool:
        """«О планах сообщил мэр»; «…, об этом сообщил мэр»."""
        words, at = self.words, left.clause
        subject = frame.subject or left.subject
        if words[at] not in ("о", "об") or "о" not in form.verb.takes or subject is None:
            return False
        content = Words(at + 1, i if frame.subject is not None else subject.words.first)
        if words[at + 1] in lex.BACK or words[at + 1] == "том":
            start = self.clause_floor()
            if at - 1 <= start or words[at - 1] not in ",—–":
                return False
            content = Words(start, at - 1)
        if content.end <= content.first:
            return False
        self.add(
            content=content,
            voices=self._voices(i, form, frame, left),
            construction=Construction.PREPOSITION
            if content.first == at + 1
            else Construction.BACK_REFERENCE,
            cue=cue(i),
            clause=min(at, content.first),
            sense=form.verb.sense,
        )
        self.floor = max(frame.read, i + 1)
        return True

    def _wish_before(self, i: int, form: Form, frame: Frame) -> bool:
        """«Закрыть мост потребовал мэр»: the infinitive opens the sentence."""
        start = self.clause_floor()
        if form.verb.sense not in ("call", "pledge") or frame.subject is None:
            return False
        if start >= i or not lex.is_infinitive(self.words[start]):
            return False
        self.add(
            content=Words(start, i),
            voices=self._voices(i, form, frame, Before()),
            construction=Construction.INFINITIVE,
            cue=cue(i),
            clause=start,
            sense=form.verb.sense,
        )
        self.floor = max(frame.read, i + 1)
        return True

    def _object_before(self, i: int, form: Form, left: Before, frame: Frame) -> None:
        """«В Минздраве эти данные отвергли», «Слухи опровергли и в компании»."""
        if form.verb.sense not in ("deny", "judge") or self.words[i - 1] == "не":
            return
        if left.subject is not None and left.subject.words.end < i:
            first = left.subject.words.end
        elif frame.subject is not None:
            first = left.clause
        else:
            return
        while first < i and (
            self.words[first] in lex.ADVERBS or not self.words[first][0].isalnum()
        ):
            first += 1
        if (
            first >= i
            or self.words[first] in lex.PREPOSITIONS
            or self.words[first] in lex.RELATIVES
        ):
            return
        self.add(
            content=Words(first, i),
            voices=self._voices(i, form, frame, left),
            construction=Construction.NOUN_OBJECT,
            cue=cue(i),
            clause=left.clause,
            sense=form.verb.sense,
        )
        self.floor = max(frame.read, i + 1)
        if self.floor + 1 < self.end and self.words[self.floor] == ":":
            at = self.floor + 1
            self.add(
                content=Words(at, self.end),
                voices=self._voices(i, form, frame, left),
                construction=Construction.COLON,
                cue=cue(i),
                clause=at,
                colon=True,
            )
            self.floor = self.end

    def _emit(self, i: int, form: Form, frame: Frame, voices: list[Voice], clause: int) -> None:
        start, nested = frame.content, None
        if frame.how == "that":
            nested = self._nested(start)
        if nested is not None:
            start = nested[1].content
        clausal = frame.how in _CLAUSAL
        if start in self.doc.quotation_at and frame.how in ("quote", "colon"):
            end = self._quotation_end(start, frame, voices)
        else:
            end = self.content_end(start, form.agreement, clausal=clausal)
        if end <= start:
            return
        self.lead(clause)
        last = voices[-1]
        report = self.add(
            content=Words(start, end),
            voices=voices,
            construction=OPENED_BY[frame.how],
            cue=cue(i),
            clause=clause,
            sense=form.verb.sense,
            because=frame.because,
            colon=frame.how == "colon",
            manner=Manner.NAMED if last.mention is not None else Manner.DROPPED,
            goes_on=form.verb.lemma
            in ("добавить", "продолжить", "добавлять", "продолжать", "уточнить"),
        )
        if nested is not None:
            at, _, named, inner = nested
            report.voices.append(Voice(named, cue(at), inner.agreement))
            report.cue, report.nested, report.manner = cue(at), True, Manner.NAMED
            report.construction = Construction.NESTED
            report.modality = SENSE_MODALITY.get(inner.verb.sense, report.modality)
        elif last.mention is None and not self._spoke_before(i):
            report.candidates = main_subject(self, i)
        self.floor = end

    def _spoke_before(self, i: int) -> bool:
        return any(one.clause < i for one in self.reports[:-1])

    def _quotation_end(self, start: int, frame: Frame, voices: list[Voice]) -> int:
        one = self.doc.quotation_at[start]
        behind = one.end
        if behind >= self.end or self.words[behind] in ",.;:!?…" or is_dash(self.doc, behind):
            return one.end
        if self.words[behind] in ("и", "а", "но"):
            return one.end
        return self.content_end(start, ANYBODY, clausal=False)

    def _nested(self, start: int) -> tuple[int, Frame, Mention, Form] | None:
        """«сообщил, что Ким назвал …»: the inner speaker's own claim."""
        doc, words = self.doc, self.words
        if start >= self.end or start in doc.quotation_at or words[start] in lex.PRONOUNS:
            return None
        if not any(start < j <= start + 25 for j in self.triggers):
            return None
        end = phrase(doc, start, self.end, NOMINATIVE)
        if end == start or end >= self.end or not can_speak(doc, start, end):
            return None
        form = lex.FORMS.get(words[end])
        if form is None or form.tense is not Tense.PAST or form.verb.sense not in _NESTING:
            return None
        if words[start] in lex.POSSESSIVES or words[start] in ("наш", "наша", "свой"):
            return None
        frame = self.follow(end, form, has_subject=True)
        if frame.how not in ("that", "colon", "quote", "object") and form.verb.sense not in (
            "deny",
        ):
            return None
        if not frame.how:
            return None
        return end, frame, mention(doc, start, end), form

    # ── Adjuncts of a claim, quotations without a verb ──────────────────────────────────────────
    def _gerund(self, i: int, form: Form) -> None:
        """«, отметив, что»: goes on with the claim before it, or with the clause's own subject."""
        frame = self.follow(i, form, has_subject=True)
        if not frame.how or (
            frame.how == "infinitive" and form.verb.sense not in ("call", "pledge")
        ):
            return
        if frame.how == "quote" and form.verb.sense == "say" and frame.content != i + 1:
            return
        start = frame.content
        end = self.content_end(start, ANYBODY, clausal=frame.how in _CLAUSAL)
        if start in self.doc.quotation_at and frame.how in ("quote", "colon"):
            end = self._quotation_end(start, frame, [])
        if end <= start:
            return
        spoke = bool(self.reports)
        if not spoke:
            self.lead(i)
        report = self.add(
            content=Words(start, end),
            voices=[Voice(None, cue(i))] + [Voice(one) for one in frame.cites],
            construction=Construction.PARTICIPLE,
            cue=cue(i),
            clause=i,
            sense=form.verb.sense,
            because=frame.because,
            manner=Manner.CONTINUED,
            colon=frame.how == "colon",
        )
        if not spoke:
            report.candidates = main_subject(self, i)
        self.floor = end

    def _colon(self, i: int) -> None:
        """«Мэр Ким: «…»»: a quotation that a colon alone gives to somebody."""
        if (
            self.reports
            or i + 1 not in self.doc.quotation_at
            or self.doc.quotation_at[i + 1].is_name
        ):
            return
        end = phrase(self.doc, self.first, i, NOMINATIVE)
        if end == self.first or not can_speak(self.doc, self.first, end):
            return
        if end < i and self.words[end] not in lex.PREPOSITIONS and self.words[end] != ",":
            return
        one = self.doc.quotation_at[i + 1]
        self.add(
            content=Words(one.first, one.close),
            voices=[Voice(mention(self.doc, self.first, end))],
            construction=Construction.COLON,
            cue=None,
            clause=self.first,
            because=[Words(i, i + 1)],
        )
        self.floor = one.end

    def _unknown_cue(self) -> None:
        """«…», — хмурится Ким: behind a quotation and a dash any verb is one of saying."""
        one = self.doc.quotation_at.get(self.clause_floor())
        if one is None or one.end + 2 >= self.end or not is_dash(self.doc, one.end + 1):
            return
        i = one.end + 2
        word = self.words[i]
        if self.words[one.end] not in ",!?" or not word.endswith(_FINITE_ENDS):
            return
        form = Form(_ANY_VERB, Tense.PAST, agreement_of(word))
        frame = self.follow(i, form, has_subject=False)
        if frame.subject is None or frame.how:
            return
        quoted.postposed(self, i, form, frame, self._voices(i, form, frame, Before()))

    def _quotation_alone(self) -> None:
        """A sentence that is one quotation: who spoke before goes on."""
        one = self.doc.quotation_at.get(self.first)
        if one is None or one.end < self.end or one.is_name or one.close - one.open < 5:
            return
        self.add(
            content=Words(one.first, one.close),
            voices=[Voice(None)],
            construction=Construction.QUOTATION_ALONE,
            cue=None,
            clause=self.first,
            goes_on=True,
        )
