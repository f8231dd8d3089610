"""Who speaks by one cue, from the outermost relayer to the origin.

Source: section 5 of the project's notes on Russian attribution (chains, pronouns).
"""

from dataclasses import replace

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.lexicon import Form, Tense
from claims.extraction.languages.ru.mentions import as_foreign_medium, as_medium
from claims.extraction.languages.ru.objects import Frame
from claims.extraction.languages.ru.progress import Progress, cue
from claims.extraction.languages.ru.subjects import Before, main_subject
from claims.extraction.report import ANYBODY, Mention, Voice, Words


class Speaking(Progress):
    """A sentence being read, with what pronouns in it mean."""

    def __init__(
        self,
        doc: Document,
        first: int,
        end: int,
        triggers: list[int],
        antecedents: dict[Words, Mention],
    ) -> None:
        super().__init__(doc, first, end, triggers)
        self.antecedents = antecedents

    def meant_before(self, one: Mention) -> Mention:
        """Whom a mention means that points back over the sentence's head."""
        return one

    def meant(self, one: Mention) -> Mention:
        if self.reports:
            return one
        if one.pronoun and self._goes_before_its_verb(one.words):
            # «депутаты не согласны: они утверждают»
            for about in main_subject(self, one.words.first):
                is_somebody = about.names or about.head  # not «её позиция»
                if is_somebody and about.agreement.fits(one.agreement) and not about.indefinite:
                    self.antecedents[one.words] = about
                    return replace(about, words=one.words, agreement=one.agreement)
        return self.meant_before(one)

    def _goes_before_its_verb(self, words: Words) -> bool:
        """Whether a pronoun opens a later clause of the sentence, outside of speech."""
        first, end = words.first, words.end
        if first <= self.first + 2 or end >= self.end or self.doc.around(self.first) is not None:
            return False
        return self.words[end] in lex.FORMS or self.words[end] in lex.ADVERBS

    def voices(self, i: int, form: Form, frame: Frame, left: Before) -> list[Voice]:
        """From the outermost relayer to the origin."""
        voices = [Voice(one) for one in (*left.recipients, *frame.recipients)]
        subject = left.subject or frame.subject
        if subject is not None:
            subject = self.meant(subject)
        passes_on = form.verb.sense == "relay" or form.tense is Tense.PRESENT or bool(frame.cites)
        tells = form.verb.sense == "relay" or form.verb.lemma in ("сообщать", "сообщить")
        if subject is not None and tells:
            subject = as_foreign_medium(self.doc, subject)
        if subject is not None and passes_on:
            subject = as_medium(self.doc, subject)
        cites = [*left.cites, *frame.cites]
        if subject is not None or not cites:
            # «Там подчеркнули»: a plural without a subject is anybody's, a body's too
            of_any = subject is None and form.agreement.number == "p"
            voices.append(Voice(subject, cue(i), ANYBODY if of_any else form.agreement))
        return voices + [Voice(one) for one in cites]

    def passes_on(self, voices: list[Voice]) -> None:
        """«…, передает «Нева»»: whoever spoke is passed on by them."""
        named = [one for one in voices if one.mention is not None]
        if self.reports and named:
            self.reports[-1].voices[:0] = named[:1]
