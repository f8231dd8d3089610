"""Quotations without a word of saying on the lists: who spoke before goes on, or whoever acts.

Source: the notes on English attribution: of quotations of six words and more 98 % are what somebody
is said to have said, of three to five 86 %, of one or two 67 %, which need a cue.
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.clauses import is_finite
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import can_name, forward, is_somebody
from claims.extraction.languages.en.progress import BREAKS, Progress
from claims.extraction.languages.en.view import View
from claims.extraction.quotations import Quotation
from claims.extraction.report import Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction, Kind

LONG, SOME = 6, 3
# Words around a quotation in which its verb is looked for.
AROUND = 12


class Alone:
    """What quotations of one article without a cue of their own are taken to be."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.last: Report | None = None
        self._before: Progress | None = None
        self._subject: Mention | None = None
        self.unclosed = False
        self.spoke = False  # the sentence before reported something
        # Who was announced: «the family released a statement:», «She added.»
        self.pending: Mention | None = None
        # «…, Noor said:» at the end of a line: its cue.
        self.cue: Words | None = None
        self.awaits = False  # «… said:» at the end of a line

    # ── A sentence that is nothing but a quotation ──────────────────────────────────────────────
    def whole(self, at: Progress, *, opens_line: bool) -> bool:
        """The sentence is one quotation: whoever spoke before goes on."""
        first = at.clause_start(at.first)
        one = self.view.opens(first)
        if one is None or (
            one.end < at.end and any(w[0].isalnum() for w in at.words[one.end : at.end])
        ):
            return False
        if one.close - one.first < 1:
            return False
        self._alone(at, one, opens_line=opens_line)
        return True

    def _alone(self, at: Progress, one: Quotation, *, opens_line: bool) -> None:
        content = Words(one.open, min(one.end, at.end))
        if self.pending is not None:
            at.add(
                Construction.COLON if self.cue else Construction.QUOTATION_ALONE, self.cue,
                content, [Voice(self.pending, self.cue)], Manner.NAMED, one.open, goes_on=True,
            )  # fmt: skip
            at.floor = max(at.floor, content.end)
            return
        last = self.last
        is_same_breath = not opens_line or self.awaits or self.unclosed
        spoke = last is not None and self.actor is None and last.manner is not Manner.NOBODY
        if last is not None and spoke and is_same_breath:
            # The same breath: the second piece has the same cue.
            at.add(
                Construction.QUOTATION_ALONE, last.cue, content, list(last.voices), last.manner,
                one.open, goes_on=True,
            )  # fmt: skip
            return
        voices = [Voice(None)]
        candidates = [self.actor] if self.actor is not None and not opens_line else []
        at.add(
            Construction.QUOTATION_ALONE, None, content, voices, Manner.CONTINUED, one.open,
            candidates=candidates, goes_on=True,
        )  # fmt: skip

    def remember(self, at: Progress, *, opens_line: bool) -> None:
        """What the next sentence may go on with."""
        self.awaits = at.words[at.end - 1] == ":"
        # Each paragraph of a long quotation opens a mark, and only the last one closes it.
        around = self.view.doc.around(at.end - 1)
        self.unclosed = around is not None and not around.closed
        self.pending = None
        self.spoke = bool(at.reports)
        self.cue = None
        if self.awaits and self._announces(at):
            return
        is_bare = at.end - at.first <= 4 and at.words[at.end - 1] in lex.PASTS
        if (self.awaits or is_bare) and not at.reports:
            main = at.main_subject()
            if main is not None and is_somebody(self.view, main.words.first, main.words.end):
                self.pending = main
        if at.reports:
            self.last = at.reports[-1]
            self._before = self._subject = None
            return
        self._before = at

    def _announces(self, at: Progress) -> bool:
        """Whether the sentence ends with a cue and a colon, so that the next line is what is said;
        then it tells nothing itself."""
        k = at.end - 2
        if k <= at.first or at.words[k] not in lex.FORMS or at.reports:
            return False
        start, _ = subjects.verb_start(self.view, k, at.first)
        subject = subjects.before(self.view, start, at.first)
        if subject is None or not is_somebody(self.view, subject.first, subject.end):
            return False
        self.pending = mention(self.view, subject.first, subject.end)
        self.cue = Words(k, k + 1)
        self._before = self._subject = None
        at.narration.clear()
        return True

    def spoke_last(self) -> Mention | None:
        return self.last.voices[-1].mention if self.last is not None and self.last.voices else None

    def line(self, first: int, end: int) -> Report | None:
        """What stands in the line behind «Noor said:», without marks."""
        if self.pending is None or self.cue is None:
            return None
        voices = [Voice(self.pending, self.cue)]
        report = Report(
            self.cue, Words(first, end), Manner.NAMED, voices, Construction.COLON, colon=True,
            kind=Kind.DIRECT, clause=first,
        )  # fmt: skip
        self.last, self.pending, self.cue, self.awaits = report, None, None, False
        return report

    def context(self) -> Mention | None:
        return self.subject

    @property
    def subject(self) -> Mention | None:
        """The subject of the narration before, found when somebody asks."""
        if self._before is not None:
            main = self._before.main_subject()
            self._before = None
            if main is None or not main.pronoun:
                self._subject = main
        return self._subject

    @property
    def actor(self) -> Mention | None:
        """That subject, where it is somebody who may speak in marks."""
        subject = self.subject
        return subject if subject is not None and subject.person else None

    # ── Quotations that no cue took ─────────────────────────────────────────────────────────────
    def rest(self, at: Progress) -> None:
        """What is left of the sentence's quotations: any verb beside a long one reports it."""
        covered = [report.content for report in at.reports]
        for one in self.view.quotations(at.first, at.end):
            length = sum(w[0].isalnum() for w in at.words[one.first : one.close])
            if one.end > at.end or length < SOME:
                continue
            if one.open > at.first and at.words[one.open - 1] in lex.RELATIVES:
                continue
            if any(c.first <= one.open < c.end for c in covered):
                continue
            if self._verb_before(at, one) or self._verb_behind(at, one):
                continue
            if length >= LONG:
                self._of_subject(at, one)

    def _verb_before(self, at: Progress, one: Quotation) -> bool:
        """«Noor quipped, "T"»: whatever the verb."""
        words = at.words
        low = max(at.first, one.open - AROUND)
        apart = words[one.open - 1] in ",:" if one.open > at.first else False
        for k in range(one.open - 1, low - 1, -1):
            if self.view.closing(k + 1) is not None:
                return False
            if not is_finite(self.view, k, low) or words[k] in lex.AUXILIARIES:
                continue
            start, skipped = subjects.verb_start(self.view, k, at.first)
            if not lex.BE.isdisjoint(skipped) or not lex.NEGATIONS.isdisjoint(skipped):
                return False
            subject = subjects.before(self.view, start, at.first)
            if subject is None or not is_somebody(self.view, subject.first, subject.end):
                return False
            if subject.relative and words[one.open - 1] == ",":
                return False  # «trade, which fell by half, "will recover"»
            if not apart and one.close - one.first < LONG:
                return False
            self._add(
                at, one, subject.first, subject.end, Words(k, k + 1), Construction.QUOTATION_AFTER
            )
            return True
        return False

    def _verb_behind(self, at: Progress, one: Quotation) -> bool:
        """«"T", Noor quipped»."""
        words = at.words
        i = one.end
        while i < at.end and words[i] in BREAKS:
            i += 1
        if i + 1 >= at.end:
            return False
        end = forward(self.view, i, at.end)
        if end == i or end >= at.end or not can_name(self.view, i, end):
            return False
        k = end
        while k < at.end and (words[k] in lex.ADVERBS or words[k] in ("had", "has")):
            k += 1
        if k >= at.end or words[k] in lex.AUXILIARIES or not is_finite(self.view, k, i):
            return False
        if not is_somebody(self.view, i, end):
            return False
        self._add(at, one, i, end, Words(k, k + 1), Construction.QUOTATION_BEFORE)
        return True

    def _add(
        self, at: Progress, one: Quotation, first: int, end: int, cue: Words, how: Construction
    ) -> None:
        voices = [Voice(mention(self.view, first, end), cue)]
        at.add(how, cue, Words(one.open, one.end), voices, Manner.NAMED, min(first, one.open))

    def _of_subject(self, at: Progress, one: Quotation) -> None:
        """A long quotation is somebody's: of the last report's source, or the clause's subject."""
        candidates = list[Mention]()
        main = at.main_subject()
        if main is not None and main.words.end == one.open and not at.reports:
            if not is_finite(self.view, one.first, one.open):
                return
            # «Kim “is a friend of mine.”»: who spoke before goes on, and names Kim.
            at.add(
                Construction.QUOTATION_ALONE, None, Words(main.words.first, one.end),
                [Voice(None)], Manner.CONTINUED, main.words.first, goes_on=True,
            )  # fmt: skip
            return
        if not at.reports:
            if main is None or main.words.end > one.open:
                return
            if not is_somebody(self.view, main.words.first, main.words.end):
                return
            candidates.append(main)
        at.add(
            Construction.QUOTATION_ALONE, None, Words(one.open, one.end), [Voice(None)],
            Manner.CONTINUED, one.open, candidates=candidates,
        )  # fmt: skip
