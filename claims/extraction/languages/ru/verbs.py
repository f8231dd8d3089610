"""Verbs and gerunds that report, and where their content stands.

Source: section 5 of the project's notes on Russian attribution (the table of constructions).
"""

from dataclasses import replace

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru import quoted
from claims.extraction.languages.ru.adjuncts import as_said
from claims.extraction.languages.ru.ahead import object_before, topic_before, wish_before
from claims.extraction.languages.ru.inflection import ANY_CASE, NOMINATIVE
from claims.extraction.languages.ru.letters import is_dash, is_name_elsewhere
from claims.extraction.languages.ru.lexicon import Form, Kind, Tense
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.objects import Frame
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.languages.ru.progress import OPENED_BY, SENSE_MODALITY, cue
from claims.extraction.languages.ru.relays import cited, quotes_somebody
from claims.extraction.languages.ru.speaking import Speaking
from claims.extraction.languages.ru.subjects import Before, before, main_subject
from claims.extraction.report import ANYBODY, Manner, Mention, Voice, Words
from claims.extraction.types import Construction

GOES_ON = frozenset(("добавить", "продолжить", "добавлять", "продолжать", "уточнить"))
_CLAUSAL = frozenset(("that", "colon", "quote", "question"))
# What is said behind a colon explains an accusation and is no part of it.
_NAMING = frozenset(("accuse", "judge", "name"))
_GERUND_ENDS = ("ая", "яя", "уя", "ясь", "вшись", "ав", "ив", "ев", "дя", "ря", "ся")
_AND = frozenset(("и", "но", "а", "однако"))
_NESTING = frozenset(("say", "claim", "confirm", "deny", "name", "judge", "accuse", "call"))
# «не сообщил, кто»: nothing is said.
_NEVER_NEGATED = frozenset(("say", "announce", "relay", "confirm", "call", "show"))


class Verbs(Speaking):
    """One sentence, read from verb to verb."""

    def verb(self, i: int, form: Form) -> None:
        if self._is_behind_as(i):
            self._as(i, form)
            return
        beside = form.verb.lemma in lex.WITH_NOUN and lex.with_noun(self.words, i)
        if beside:
            form = replace(form, verb=beside[1])
        if quotes_somebody(self, i, form.verb.lemma):
            self._cites(i, form)
            return
        at = quoted.mark_before(self, i)
        behind = self.follow(i, form, has_subject=False)
        if at is None and quoted.opens_with_about(self):
            left = Before() if behind.subject is not None else before(self, i, form.agreement)
            if quoted.about_that(self, i, form, behind, self.voices(i, form, behind, left)):
                return
        is_behind = at is not None and (
            behind.how not in _CLAUSAL or self._is_explained(i, at, behind)
        )
        if (
            at is not None
            and is_behind
            and self._may_stand_behind(i, form, behind)
            and not self._goes_on_behind_insertion(i, form, behind)
        ):
            voices = self.voices(i, form, behind, Before())
            if self._is_left(at):
                if behind.how == "colon":
                    behind = Frame(subject=behind.subject, read=behind.content - 1)
                if quoted.postposed(self, i, form, behind, voices):
                    self._behind_cue(i, voices)
                return
            if not (behind.subject is not None and behind.subject.pronoun):
                self.passes_on(voices)
            self.floor = max(behind.read, i + 1)
            return
        left = before(self, i, form.agreement)
        if left.subject and behind.subject and self._is_vague_before(i, form, left.subject):
            left.subject = None
        frame = behind
        if left.subject is not None:
            if behind.subject is not None or behind.how not in _CLAUSAL:
                frame = self.follow(i, form, has_subject=True)
        elif behind.subject is None and not behind.how and at is not None:
            return
        elif (
            self.words[i - 1] in _AND
            and self.reports
            and not behind.how
            and form.verb.sense in _NAMING
        ):
            # «…, и обвинил господина Кима в …»: the subject stood before the first verb
            going_on = self.follow(i, form, has_subject=True)
            frame = going_on if going_on.how else behind
        self._forward(i, form, left, frame)

    def _goes_on_behind_insertion(self, i: int, form: Form, behind: Frame) -> bool:
        """«Ким, напротив, считает решение поздним»: the comma closes what is inserted."""
        named = behind.subject
        known = lex.NOUNS.get(named.head) if named is not None else None
        is_speaker = named is not None and (known is None or known.kind is not Kind.DOCUMENT)
        if self.words[i - 1] != "," or is_speaker:
            return False
        left = before(self, i, form.agreement)
        if left.subject is None or left.subject.words.first > self.clause_floor() + 1:
            return False
        return bool(self.follow(i, form, has_subject=True).how)

    def _is_explained(self, i: int, at: int, behind: Frame) -> bool:
        """«Сделка выгодна, считает Ким: …»: what stands before is said, the rest says why."""
        start = self.clause_floor()
        if behind.how != "colon" or behind.subject is None or self.words[i - 1] != ",":
            return False
        if behind.content in self.doc.quotation_at or at - start < 2:
            return False
        opens = self.words[start]
        return opens not in lex.PREPOSITIONS and not opens.endswith(_GERUND_ENDS)

    def _is_vague(self, one: Mention) -> bool:
        """One word at the sentence's head that no list knows: its capital says nothing."""
        first, end = one.words.first, one.words.end
        is_word = first == self.first and end == first + 1 and not one.pronoun
        is_listed = self.words[first] in lex.NOUNS
        return is_word and not is_listed and not is_name_elsewhere(self.doc, first)

    def _is_vague_before(self, i: int, form: Form, one: Mention) -> bool:
        """«Слухи опровергли и в компании»; but in «Ким обвинил Запад», as Russian clauses mostly
        go, subject, verb and object follow one another."""
        has_object = form.verb.sense in _NAMING or form.verb.sense in ("call", "confirm", "deny")
        is_plain = has_object and form.agreement.number == "s" and one.words.end == i
        return self._is_vague(one) and not is_plain

    def _may_stand_behind(self, i: int, form: Form, frame: Frame) -> bool:
        if "clause" not in form.verb.takes and "quote" not in form.verb.takes:
            return False
        if form.verb.lemma == "ожидать" and form.agreement.number != "p":
            return False  # «…, ожидают в банке», but «Кима, как и брата, ожидает суд»
        negated = self.words[i - 1] == "не"
        if negated != ("negated" in form.verb.takes) and (
            form.verb.sense in _NEVER_NEGATED or not negated
        ):
            return False  # «…, не сообщил Ким», «…, исключил Ким»
        if frame.how in ("preposition", "infinitive") and frame.subject is None:
            return False
        return frame.subject is not None or self._ends_clause(i + 1) or is_dash(self.doc, i - 1)

    def _ends_clause(self, at: int) -> bool:
        return at >= self.end or self.words[at] in ",.;"

    def _is_left(self, at: int) -> bool:
        start = self.clause_floor()
        return any(word[0].isalnum() for word in self.words[start:at])

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
        voices = self.voices(i, form, frame, Before())
        if frame.how in ("that", "question"):
            return
        manner = Manner.NAMED if voices[-1].mention is not None else Manner.DROPPED
        if manner is Manner.DROPPED and form.agreement.number == "p":
            manner = Manner.NOBODY
        as_said(self, i, frame, voices, manner)

    def _cites(self, i: int, form: Form) -> None:
        at = quoted.mark_before(self, i)
        citing, origin, read = cited(self, i)
        if self.words[i - 1].startswith("котор"):
            # «…, считает Ким, слова которого приводит «Вестник»»
            self.passes_on([Voice(one, cue(i)) for one in (citing or origin,) if one is not None])
            self.floor = max(self.floor, read) if self.reports else self.floor
            return
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
            self.passes_on(voices)
            self.floor = max(read, i + 1)

    def _forward(self, i: int, form: Form, left: Before, frame: Frame) -> None:
        """The content stands behind the verb."""
        if not frame.how:
            is_told = wish_before(self, i, form, frame) or topic_before(self, i, form, left, frame)
            if not is_told:
                object_before(self, i, form, left, frame)
            return
        if (
            form.verb.sense == "hedge"
            and "negated" in form.verb.takes
            and self.words[i - 1] != "не"
        ):
            return
        if form.verb.sense == "deny" and frame.how == "colon" and self._has_object(left, i):
            object_before(self, i, form, left, frame)
            return
        if frame.how == "infinitive" and form.verb.sense not in ("call", "pledge", "announce"):
            return
        if form.verb.sense == "show" and frame.how != "that" and not self._is_paper(left.subject):
            return
        if form.verb.lemma in ("сослаться", "ссылаться"):
            return
        if self.words[i - 1] == "не" and form.verb.sense in _NEVER_NEGATED:
            return
        voices = self.voices(i, form, frame, left)
        is_whose = voices[-1].mention is not None or form.agreement.number != "p"
        if not (is_whose or self.reports) and form.verb.sense in (
            "accuse",
            "call",
            "name",
            "judge",
        ):
            return  # «Кима обвиняют в …»: nobody tells who
        self._emit(i, form, frame, voices, left.clause)

    def _has_object(self, left: Before, i: int) -> bool:
        """«Минздрав дефицит отрицает: …»"""
        return left.subject is not None and left.subject.words.end < i

    def _is_paper(self, subject: Mention | None) -> bool:
        known = lex.NOUNS.get(subject.head) if subject is not None else None
        return known is not None and known.kind is lex.Kind.DOCUMENT

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
            is_named = form.verb.sense in _NAMING or (
                form.verb.sense == "think" and frame.how == "preposition"
            )
            if is_named and not clausal:
                end = next((j for j in range(start, end) if self.words[j] == ":"), end)
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
            goes_on=form.verb.lemma in GOES_ON,
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

    def _refers(self, frame: Frame) -> None:
        """«сообщает «Нева», ссылаясь на полицию»: the origin stands behind its relayer."""
        at = frame.content
        if not self.reports or frame.how != "preposition":
            return
        end = phrase(self.doc, at, self.end, ANY_CASE & ~NOMINATIVE)
        if end == at or not can_speak(self.doc, at, end):
            return
        if lex.NOUNS.keys().isdisjoint(self.words[at:end]):
            return
        report = self.reports[-1]
        if report.voices and report.voices[-1].mention is not None:
            report.voices.append(Voice(mention(self.doc, at, end, ANY_CASE & ~NOMINATIVE)))
            self.floor = end

    def gerund(self, i: int, form: Form) -> None:
        """«, отметив, что»: goes on with the claim before it, or with the clause's own subject."""
        frame = self.follow(i, form, has_subject=True)
        if form.verb.lemma in ("сослаться", "ссылаться"):
            self._refers(frame)
            return
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
