"""How far a sentence is read: what was found, and where the next report may begin."""

from bisect import bisect_left
from collections.abc import Callable

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.clauses import has_clause, is_finite
from claims.extraction.languages.en.content import content_end
from claims.extraction.languages.en.following import Frame, follow
from claims.extraction.languages.en.lexicon import Form
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward
from claims.extraction.languages.en.subjects import Subject
from claims.extraction.languages.en.times import time_end
from claims.extraction.languages.en.view import View
from claims.extraction.quotations import Quotation
from claims.extraction.report import Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction, Kind, Modality

_WEAK = frozenset(
    (
        Construction.PARTICIPLE,
        Construction.NOUN_OBJECT,
        Construction.INFINITIVE,
        Construction.CLAUSE,
    )
)
BREAKS = frozenset(",;:.!?…–—-")
SEPARATORS = frozenset(",–—")
# So few words are no narration but a heading, a code or a byline.
NARRATION_AT_LEAST = 3


_LEADING_IN = lex.INGS | {"asked", "pressed", "reached", "contacted", "questioned", "according"}
_PARTICIPLES = lex.INGS | {"asked", "pressed", "reached", "contacted", "questioned"}
# «Asked whether …, Noor said»: a participle leads in.
_ASKED = frozenset(
    ("asked", "pressed", "reached", "contacted", "questioned", "challenged", "quizzed")
)


def _may_be(one: Mention, pronoun: Mention) -> bool:
    """Whether «it» or «they» can be what is named, and «she» a name that tells no gender."""
    if pronoun.head in ("they", "it", "them"):
        return bool(one.head)
    return bool(one.names) and not one.agreement.gender


def _nobody() -> Mention | None:
    return None


class Progress:
    """One sentence, words first … end - 1, being read from left to right.

    ``floor`` is where the next report may begin: what lies before it belongs to one already.
    """

    def __init__(self, view: View, first: int, end: int, triggers: list[int]) -> None:
        self.view, self.doc, self.words = view, view.doc, view.words
        self.first, self.end, self.floor = first, end, first
        self.triggers = triggers
        self.reports: list[Report] = []
        self.narration: list[Words] = []
        # The subject of a relative clause that spoke: «the union, which called it "late", said».
        self.relative: Subject | None = None
        # The subject of the narration before, whom a pronoun may mean.
        self.ask_context: Callable[[], Mention | None] = _nobody
        # Not where somebody was speaking already: «The men are held, they said» means the police.
        self.may_mean_main = True
        # Who spoke last, so far as words tell: «Forecasters expect T. If Noor wins, she said …».
        self.spoke_last: Mention | None = None
        # The report at hand stands between dashes: it ends with them.
        self.is_parenthesis = False
        self.is_relative = False
        # Its content is a noun, so that no verb belongs to it.
        self.is_noun = False
        self._floors: list[int] = []
        self._starts: dict[tuple[int, int], tuple[int, list[str]]] = {}
        self._main: Mention | None = None
        self._main_is_known = False

    # ── What others ask ─────────────────────────────────────────────────────────────────────────
    def triggers_between(self, first: int, end: int) -> list[int]:
        low, high = bisect_left(self.triggers, first), bisect_left(self.triggers, end)
        return [i for i in self.triggers[low:high] if not self.is_quoted(i)]

    def is_quoted(self, i: int) -> bool:
        around = self.doc.around(i)
        return around is not None and not around.is_name

    def frame(self, i: int, form: Form) -> Frame:
        """What follows the verb at ``i``, found once for a sentence."""
        key = ("frame", i, form.verb)
        found = self.doc.memo.get(key)
        if found is None:
            behind = i + 2 if form.verb.particle else i + 1
            found = self.doc.memo[key] = follow(self.view, behind, form.verb, self.end)
        assert isinstance(found, Frame)
        return found

    def follows(self, i: int, form: Form) -> Frame | None:
        found = self.frame(i, form)
        return found if found.how else None

    def main_subject(self) -> Mention | None:
        """The subject of the sentence's first clause."""
        if not self._main_is_known:
            self._main_is_known = True
            self._main = self._find_main()
        return self._main

    def _find_main(self) -> Mention | None:
        words = self.words
        at = self.clause_start(self.first)
        while at + 1 < self.end and (words[at] in lex.OPENERS or words[at] in lex.ADVERBS):
            at += 2 if words[at + 1] == "," else 1
        if at >= self.end or words[at] in lex.NEGATIONS:
            return None
        if words[at] in lex.CONJUNCTIONS:
            return self._main_behind(at)
        if words[at] in lex.PREPOSITIONS or words[at] in _LEADING_IN:
            comma = next((i for i in range(at, min(self.end, at + 40)) if self._splits(i)), None)
            if comma is None or comma + 2 >= self.end:
                return None
            at = comma + 1 if words[comma + 1][0].isalnum() else comma + 2
        end = forward(self.view, at, self.end)
        if end <= at or not words[at][0].isalnum():
            return None
        return mention(self.view, at, end)

    def _main_behind(self, at: int) -> Mention | None:
        """«When Noor called, the clinic was shut»; «When Noor called, she was told to wait»: she
        is Noor."""
        if self.words[at] not in lex.SETS["subordinating"]:
            return None
        comma = next((i for i in range(at, min(self.end, at + 40)) if self._splits(i)), None)
        if comma is None or comma + 2 >= self.end:
            return None
        end = forward(self.view, comma + 1, self.end)
        if end > comma + 1 and self.words[comma + 1] in lex.PRONOUNS:
            return self._sub_subject(at + 1, comma)
        return mention(self.view, comma + 1, end) if end > comma + 1 else None

    def _sub_subject(self, at: int, end: int) -> Mention | None:
        stop = forward(self.view, at, end)
        return mention(self.view, at, stop) if stop > at else None

    def _splits(self, i: int) -> bool:
        """A comma outside of marks, or right before their end."""
        if self.words[i] != ",":
            return False
        around = self.doc.around(i)
        return around is None or around.is_name or i + 1 == around.close

    def clause_start(self, at: int) -> int:
        """Less marks and a conjunction at the head of a clause."""
        words = self.words
        while at < self.end and (
            (words[at] in BREAKS and at not in self.view.quotation_at)
            or words[at] in ("and", "but", ")")
        ):
            at += 1
        return at

    # ── What stands before an attribution ───────────────────────────────────────────────────────
    def quotation_before(self, at: int) -> Quotation | None:
        """The quotation that ends right before ``at``, a comma between them or not."""
        j = at
        while j > self.floor and self.words[j - 1] in SEPARATORS:
            j -= 1
        one = self.view.closing(j)
        if one is None or one.open < self.floor or one.is_name:
            return None
        return one

    def content_before(self, at: int) -> tuple[Words, Construction] | None:
        """What an attribution that begins at ``at`` may close: a quotation, or a clause."""
        one = self.quotation_before(at)
        start = self.clause_start(self.floor)
        if one is not None:
            before = self.words[one.open - 1] if one.open > start else ""
            if one.open <= start or before in BREAKS or before == ")":
                return Words(one.open, one.end), Construction.QUOTATION_BEFORE
            return Words(start, one.end), Construction.CLAUSE_BEFORE
        if at - 1 <= start or self.words[at - 1] not in SEPARATORS:
            return None
        end = at - 1
        start = self.behind_colon(start, end)
        if end - start < 2 or not self._is_statement(start, end):
            return None
        return Words(start, end), Construction.CLAUSE_BEFORE

    def behind_colon(self, start: int, end: int) -> int:
        """«Experts doubt it: the molecule, they say, does not occur»: content begins there."""
        colon = next((k for k in range(end - 1, start, -1) if self.words[k] == ":"), None)
        return start if colon is None or colon + 2 >= end else colon + 1

    def _is_statement(self, first: int, end: int) -> bool:
        words = self.words
        if words[first] in _ASKED:
            return False
        if words[first] in lex.PREPOSITIONS or words[first] in lex.INGS:
            comma = next((i for i in range(first, end) if words[i] == ","), None)
            if comma is None:
                return any(is_finite(self.view, i, first) for i in range(first + 2, end))
            first = comma + 1
        if words[first] in (
            "when",
            "while",
            "as",
            "if",
            "after",
            "before",
            "because",
            "although",
            "though",
        ):
            comma = next((i for i in range(first, end) if words[i] == ","), None)
            if comma is None:
                return sum(is_finite(self.view, i, first) for i in range(first + 2, end)) > 2
            first = comma + 1
        if has_clause(self.view, first, end):
            return True
        comma = next((i for i in range(first, min(end, first + 14)) if words[i] == ","), None)
        if comma is not None and has_clause(self.view, comma + 1, end):
            return True
        # Behind it stands an attribution: a word that may be a verb is one.
        return end - first > 4 and any(
            (words[i] in lex.AMBIGUOUS_PRESENTS and words[i - 1] not in lex.DETERMINERS)
            or is_finite(self.view, i, first)
            for i in range(first + 1, min(end, first + 26))
        )

    # ── What is found ───────────────────────────────────────────────────────────────────────────
    def add(
        self,
        construction: Construction,
        cue: Words | None,
        content: Words,
        voices: list[Voice],
        manner: Manner,
        clause: int,
        *,
        modality: Modality | None = None,
        kind: Kind | None = None,
        colon: bool = False,
        goes_on: bool = False,
        nested: bool = False,
        candidates: list[Mention] | None = None,
        because: Words | None = None,
    ) -> Report | None:
        """Keep a report, unless its content is empty; the floor moves behind it."""
        if content.end <= content.first:
            return None
        if not candidates and voices and voices[-1].mention is not None:
            candidates = self._meant(voices[-1].mention)
        self._floors.append(self.floor)
        report = Report(
            cue, content, manner, voices, construction,
            modality=modality, kind=kind, colon=colon, goes_on=goes_on, clause=clause,
            nested=nested, candidates=candidates or [], because=[because] if because else [],
        )  # fmt: skip
        self.reports.append(report)
        self.floor = max(self.floor, content.end, cue.end if cue else 0)
        return report

    def _meant(self, mention: Mention) -> list[Mention]:
        """Whom a pronoun may mean that has not spoken: the subject of its own sentence, or of the
        narration before."""
        if self.reports or not (mention.generic or mention.pronoun):
            return []
        context = self.ask_context()
        if mention.generic:
            is_same = context is not None and context.head and context.head in mention.heads
            return [context] if context is not None and is_same else []
        if mention.words.first < self.first:
            return []
        last = self.spoke_last
        is_other = last is not None and not last.agreement.fits(mention.agreement)
        main = self.main_subject() if self.may_mean_main or is_other else None
        found = [one for one in (main, context) if one is not None and not one.pronoun]
        return [
            one
            for one in found
            if one.words.end <= mention.words.first
            and one.agreement.fits(mention.agreement)
            and (one.person or _may_be(one, mention))
        ]

    def reopen(self, clause: int) -> None:
        """«The firm lied while telling ministers that …, emails suggest»: a weak report is taken
        back where an attribution closes the whole clause."""
        if not self.reports or clause < 1 or self.words[clause - 1] not in SEPARATORS:
            return
        last = self.reports[-1]
        if last.content.end != clause - 1:
            return
        if last.construction not in _WEAK and not self.shows(last):
            return
        if last.clause <= self.first + 1 and last.construction is Construction.CLAUSE:
            return
        self.reports.pop()
        self.floor = self._floors.pop()
        self.narration = [one for one in self.narration if one.end <= self.floor]

    def shows(self, report: Report) -> bool:
        """«The project shows that T, Noor said»: no paper, so that the whole is Noor's."""
        form = lex.FORMS.get(self.words[report.cue.first]) if report.cue else None
        named = report.voices[-1].mention if report.voices else None
        if form is None or "shows" not in form.verb.takes or named is None:
            return False
        kinds = map(lex.NOUNS.get, self.words[named.words.first : named.words.end])
        return not (named.names or any(kinds))

    def may_go_on(self, i: int) -> bool:
        """Whether more than a day or a venue stands behind an attribution."""
        i = self.behind_times(i)
        return (
            i < self.end and self.words[i] not in BREAKS and self.words[i] not in lex.PREPOSITIONS
        )

    def behind_relative(self, i: int) -> Subject | None:
        """The subject of a verb behind a relative clause that reported something."""
        if self.relative is None or self.words[i - 1] not in ",\"”’'":
            return None
        return self.relative._replace(relative=False, verb=self.relative.end)

    def end_of(self, first: int) -> int:
        return content_end(self, first)

    def rest(self) -> None:
        """What no report took: all of the sentence, or the outlet's own voice at its end."""
        if not self.reports:
            self.narrate(self.first, self.end)
            return
        words, at = self.words, self.floor
        while at < self.end and (words[at] in BREAKS or words[at] in "\"”’')"):
            at += 1
        if at < self.end and words[at] in lex.RETURNS:
            self.narrate(at + 1, self.end)

    def lead(self, end: int) -> None:
        """A main clause before the first report is narration beside it."""
        first = self.clause_start(self.floor)
        while end > first and (
            self.words[end - 1] in BREAKS
            or self.words[end - 1] in lex.CONJUNCTIONS
            or self.words[end - 1] in ("for", "with", "about", "over", "by")
        ):
            end -= 1
        word = self.words[first] if first < end else ""
        if word in lex.CONJUNCTIONS or word in lex.PREPOSITIONS or word in _PARTICIPLES:
            return
        if end - first > 4 and has_clause(self.view, first, end):
            self.narrate(first, end)

    def narrate(self, first: int, end: int) -> None:
        if sum(word[0].isalpha() for word in self.words[first:end]) >= NARRATION_AT_LEAST:
            self.narration.append(Words(first, end))

    def behind_times(self, at: int) -> int:
        stop = time_end(self.words, at, self.end)
        while stop > at:
            at, stop = stop, time_end(self.words, stop, self.end)
        return at

    def verb_start(self, i: int) -> tuple[int, list[str]]:
        key = i, self.floor
        found = self._starts.get(key)
        if found is None:
            found = self._starts[key] = subjects.verb_start(self.view, i, self.floor)
        return found
