"""Reads one sentence after the other into reports and stretches of the outlet's own voice."""

from dataclasses import replace
from itertools import compress

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ru import alone, quoted
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.adjuncts import VIEWS, according_at, place, viewed_at
from claims.extraction.languages.ru.back import Back, back_reference
from claims.extraction.languages.ru.boilerplate import (
    body,
    headline_end,
    is_boilerplate,
    join_speech,
    speaker_of,
    split_at_measures,
)
from claims.extraction.languages.ru.declining import decline
from claims.extraction.languages.ru.earlier import named_before
from claims.extraction.languages.ru.hearsay import hearsay
from claims.extraction.languages.ru.lexicon import Form, Tense
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.subjects import Before, last_person, main_subject
from claims.extraction.languages.ru.verbs import GOES_ON, Verbs
from claims.extraction.report import Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction

_TRIGGERS = (
    {word for word, form in lex.FORMS.items() if form.tense is not Tense.PARTICIPLE}
    | set(lex.HEARSAY)
    | lex.DECLINE_VERBS
    | VIEWS
    | set(lex.LIGHT)
    | {"по", "согласно", "не", ":"}
)
_IS_TRIGGER = _TRIGGERS.__contains__
# Words of a narration in which its subject is looked for.
ABOUT_WITHIN = 24
# Sentences of one turn of a transcript, at most.
TURN_AT_MOST = 12
_WAS = frozenset(("был", "была", "были", "было"))
_FINITE = frozenset((Tense.PAST, Tense.PRESENT, Tense.SHORT))


class Reader:
    """Reads the sentences of one document, in order."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        doc.sentences = split_at_measures(doc)
        if any(mark in doc.text for mark in "—–"):
            doc.sentences = join_speech(doc)
        self.headline_end = headline_end(doc)
        self.taken = 0  # what lies before is a turn of a transcript that is told
        self.at = 0
        self.back: Back | None = None
        self.silent: _Pass | None = None  # the sentence before, if nobody spoke in it
        self.antecedents: dict[Words, Mention] = {}
        self.spoke_here: set[str] = set()  # names of those who spoke in this paragraph
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
        if not lex.BARE.isdisjoint(map(words.__getitem__, triggers)):
            triggers = [i for i in triggers if words[i] not in lex.BARE or lex.with_noun(words, i)]
        p = _Pass(self, doc, first, end, triggers)
        p.run(sentence)
        if sentence.opens_line:
            self.spoke_here.clear()
        for report in p.reports:
            self._carry_on(report)
        if told is not None:
            p.narration.clear()
        elif p.reports and not sentence.opens_line:
            self._take_up(p.reports[0])
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
        is_told = subjects and (subjects[0].names or (subjects[0].person and subjects[0].head))
        if is_told and p.is_somebody(subjects[0]):
            return subjects[0]
        return last_person(p)

    def _carry_on(self, report: Report) -> None:
        """«врач» that stood for Kim, «Ким» again in one paragraph: whoever passed Kim on does so
        still."""
        last = report.voices[-1].mention if report.voices else None
        if last is None:
            return
        again = len(last.names) == 1 and not last.head and last.names <= self.spoke_here
        report.goes_on = report.goes_on or again or last.words in self.antecedents
        self.spoke_here |= last.names

    def _take_up(self, report: Report) -> None:
        """«Ким вышел к людям. Сказал, что победит»: whom a silent sentence was about speaks."""
        said = report.voices[-1] if report.voices else None
        is_open = report.manner is Manner.DROPPED and not report.candidates and report.cue
        if said is None or said.mention is not None or not is_open:
            return
        form = lex.FORMS.get(self.doc.words[report.cue.first]) if report.cue else None
        if form is None or form.verb.lemma in GOES_ON:
            return
        about = self._about() if said.agreement.number == "s" else None
        if about is not None and about.person and about.agreement.fits(said.agreement):
            report.candidates = [about]

    def meant(self, one: Mention) -> Mention:
        """A pronoun or «политик» behind narration is whom that was about, though they never
        spoke."""
        vague = one.pronoun or (one.generic and one.of_last and one.person)
        if vague and not one.pronoun:
            named = named_before(self.doc, one)
            if named is not None:
                self.antecedents[one.words] = named
                return replace(named, words=one.words, agreement=one.agreement)
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
        if back.passes_on:
            for report in p.reports[-1:]:
                report.voices[:0] = [Voice(one.mention, one.cue) for one in back.voices]
            return
        if p.reports:
            # «Ким потребовал отставки. Об этом он заявил «Неве»»: he is no second speaker
            told = [one for one in back.voices if one.mention and not one.mention.pronoun]
            for report in p.reports:
                if report.manner is Manner.NAMED and report.voices:
                    report.voices[:0] = [Voice(one.mention, one.cue) for one in told]
            return
        p.narration.clear()
        content = Words(p.first, p.end)
        self.silent = p
        for voice in back.voices:  # «Об этом он сообщил …»: whom the sentence is about
            if voice.mention is not None and voice.mention.pronoun:
                voice.mention = self.meant(voice.mention)
        p.add(
            content=content,
            voices=back.voices,
            construction=Construction.BACK_REFERENCE,
            cue=back.cue,
            clause=content.first,
        )


class _Pass(Verbs):
    """One pass over one sentence, from one word that may report to the next."""

    def __init__(
        self, reader: Reader, doc: Document, first: int, end: int, triggers: list[int]
    ) -> None:
        super().__init__(doc, first, end, triggers, reader.antecedents)
        self.reader = reader

    def meant_before(self, one: Mention) -> Mention:
        return self.reader.meant(one)

    def run(self, sentence: Sentence) -> None:
        if alone.goes_on_speaking(self, self.reader.spoken):
            return
        for i in self.triggers:
            if i < self.floor:
                continue
            if self._inside_quotation(i):
                self._interrupted(i)
                continue
            self._at(i)
        if not self.reports:
            alone.unknown_cue(self)
        if not self.reports:
            alone.quotation_alone(self)
        self.rest()

    def _inside_quotation(self, i: int) -> bool:
        around = self.doc.around(i)
        return around is not None and around.open >= self.floor and not around.is_name

    def _light(self, i: int) -> None:
        """«поспешил заявить, что …»: the infinitive says it, the light verb tells the subject."""
        at = i + 1
        while at < self.end and (self.words[at] in lex.ADVERBS or self.words[at] in _WAS):
            at += 1
        verb = lex.INFINITIVES.get(self.words[at]) if at < self.end else None
        if verb is not None and self.words[i - 1] != "не":
            self.verb(at, Form(verb, Tense.PAST, lex.LIGHT[self.words[i]]))

    def _interrupted(self, i: int) -> None:
        form = lex.FORMS.get(self.words[i])
        if form is None or form.tense not in _FINITE:
            return
        one = quoted.interrupted(self, i)
        if one is None:
            return
        frame = self.follow(i, form, has_subject=False)
        quoted.split(self, i, frame, self.voices(i, form, frame, Before()), one)

    def _at(self, i: int) -> None:
        word = self.words[i]
        if word == ":":
            alone.colon(self, i)
        elif word in ("по", "согласно") or word in VIEWS:
            found = viewed_at(self, i) if word in VIEWS else according_at(self, i)
            if found is not None:
                place(self, found, Construction.ACCORDING_TO)
        elif word == "не" or word in lex.DECLINE_VERBS:
            decline(self, i)
        elif word in lex.LIGHT:
            self._light(i)
        elif word in lex.HEARSAY:
            hearsay(self, i)
        else:
            form = lex.FORMS[word]
            if form.tense is Tense.GERUND:
                self.gerund(i, form)
            else:
                self.verb(i, form)
