"""One sentence read into reports and stretches of the outlet's own voice.

Source: sections 1 and 2 of the project's notes on Turkish attribution. The verb stands last, so
that every search goes leftwards from a cue; ``floor`` is where what earlier cues took ends.
"""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.behind import behind_participle, behind_verb
from claims.extraction.languages.tr.clauses import (
    BY_WORD_OF,
    PASSIVES,
    Located,
    is_name_withheld,
    is_question,
    locate,
    unmarked,
)
from claims.extraction.languages.tr.cues import GORE, IN_WORDS_OF, Cue, cue_at, triggers
from claims.extraction.languages.tr.evidentials import Evidence, evidence_at, quoted_behind
from claims.extraction.languages.tr.leads import after_connectives, lead
from claims.extraction.languages.tr.lexicon import Form
from claims.extraction.languages.tr.lines import Lines
from claims.extraction.languages.tr.mentions import mention
from claims.extraction.languages.tr.narration import left_over
from claims.extraction.languages.tr.nested import collapse
from claims.extraction.languages.tr.occasions import Lead
from claims.extraction.languages.tr.openings import Openings, beside_verb, by_noun, is_gesture
from claims.extraction.languages.tr.phrases import (
    COMMAS,
    group_start,
)
from claims.extraction.languages.tr.refusals import neither
from claims.extraction.languages.tr.relays import Group, is_relayer, owner_before, relayers
from claims.extraction.languages.tr.senses import (
    behind_occasion,
    clause_before,
    is_content,
    is_document,
    is_object_too,
    is_reference,
    is_told_on,
    is_topic,
    kind_of,
    modality_of,
)
from claims.extraction.report import Agreement, Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction, Kind, Modality

_OPENS = frozenset((Form.FINITE, Form.PASSIVE))
# «ekledi», «sözlerini sürdürdü»: whoever passed it on still does.
_GOES_ON = ("ekle", "ekli", "sürdür", "devam")
# «soruya yanıt vermedi»: what is not answered, without the answer.
_ANSWERS = ("yanıtsız", "cevapsız", "yanıt vermek", "cevap vermek")
# In the passive these go on with a statement; others («öğrenildi», «iddia edildi») are hearsay.
_GIVEN_OUT = frozenset(("belirtmek", "kaydetmek", "ifade etmek", "vurgulamak", "demek", "aktarmak"))
_TOLD_ON = frozenset((Construction.QUOTATION_BEFORE, Construction.NOMINAL_CLAUSE))
_ENDS = frozenset(".!?…")
_SHOWS = frozenset(("show", "seen"))
# «belirterek»; «belirtirken» may stand beside another subject.
_OF_ONE_SUBJECT = ("arak", "erek", "ip", "up", "üp")
_ACTIVE = frozenset((Form.FINITE, Form.CONVERB, Form.PARTICIPLE))


class Article:
    """What is known of an article while its sentences are read in order."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.openings, self.lines = Openings(doc), Lines(doc)
        self.silent: Mention | None = None  # who spoke in the sentence before without content
        self.topic: Mention | None = None  # of whom the sentence before told
        self.published = False  # the sentence before told what somebody gave out
        self.spoke = False  # somebody has spoken already
        self.held = 0  # what a speaker of a transcript holds ends here


class Pass:
    """One sentence from its first word to its last."""

    def __init__(self, article: Article, sentence: Sentence, first: int, end: int) -> None:
        self.article, self.doc, self.words = article, article.doc, article.doc.words
        self.sentence, self.first, self.end = sentence, first, end
        self.floor = first
        self.reports: list[Report] = []
        self.evidence: tuple[Evidence, Words] | None = None
        self.speaker: Group | None = None  # who spoke last in this sentence
        self.shared = False  # a converb goes on with its subject
        self.relayed: list[Voice] = []
        self.drops = False  # a verb that is not passive has no subject

    def run(self) -> tuple[list[Report], list[Words]]:
        for i in triggers(self.doc, self.first, self.end):
            if i < self.floor:
                continue
            vouches = self.words[i] in GORE or self.words[i] in IN_WORDS_OF
            if vouches and self._evidence(i):
                continue
            cue = cue_at(self.doc, i, self.floor)
            if cue is not None:
                self._cue(cue)
        self._vouched()
        if not self.reports:
            self._noun()
        if not self.reports:
            self._unlisted()
        if not self.reports and self.floor >= self.end:
            return [], []
        if not self.reports:
            named = self.article.openings.named(self.sentence, self.first, self.end)
            if named is not None:
                return [self._held(named)], []
            alone = self.article.openings.alone(self.first, self.end)
            if alone is not None and self.article.spoke:
                return [alone], []
        told = self.floor if self.reports else None
        return self.reports, left_over(self.doc, self.first, self.end, told)

    def _noun(self) -> None:
        for owner, content, cue in by_noun(self.doc, self.first, self.end):
            voices = [self._voice(owner, cue)]
            self._add(cue, content, Manner.NAMED, voices, Construction.CUE_NOUN)
            self.floor = self.end

    def _unlisted(self) -> None:
        """A quotation beside a verb that is no word of saying: «"…" diye güldü», «güldü: "…"»."""
        said = beside_verb(self.doc, self.floor, self.end)
        if said is None or self.evidence is not None:
            return
        cue, content = said
        limit = content.first if content.first < cue.first else cue.first
        found = lead(self.doc, self.floor, limit, quoted=True)
        found.relayers += relayers(self.doc, found.start, limit)
        if found.source is None and cue.end < self.end and content.first < cue.first:
            known = lex.NOUNS.get(self.words[cue.end])  # «… diye güldü yarbay»
            if cue.end + 1 == self.end and known is not None and known.kind == "person":
                found.source = cue.end, self.end
        may_drop = self.article.spoke and is_gesture(self.words[cue.end - 1])
        is_nobody = found.source is None and not may_drop
        if found.statement or is_nobody or is_document(self.doc, found.source):
            return
        voices = [self._voice(one, None) for one in found.relayers]
        named = found.source is not None
        voices.append(self._voice(found.source, cue) if found.source else Voice(None, cue))
        is_after = content.first > cue.first
        construction = Construction.QUOTATION_AFTER if is_after else Construction.QUOTATION_BEFORE
        self._add(cue, content, Manner.NAMED if named else Manner.DROPPED, voices, construction)
        self.floor = self.end

    def _held(self, named: Report) -> Report:
        """In a transcript the whole line is the speaker's."""
        end = self.article.lines.speech(self.sentence)
        if end is not None:
            named.content = Words(named.content.first, end)
            self.article.held = end
        return named

    # ── «göre» ──────────────────────────────────────────────────────────────────────────────────
    def _evidence(self, i: int) -> bool:
        found = evidence_at(self.doc, i, self.floor)
        if found is None:
            return False
        first = after_connectives(self.doc, self.floor, i)
        if found.first - first > 4 and self.words[found.first - 1] != ":":
            return False  # inside a clause of something else
        self._vouched(found.first)
        self.evidence = found, Words(i, i + 1)
        self.floor = found.start
        return True

    def _vouched(self, end: int | None = None) -> None:
        """What «göre» vouches for, where no other cue took it."""
        if self.evidence is None:
            return
        found, cue = self.evidence
        self.evidence = None
        end = self.end if end is None else end
        if end - found.start < 2:
            return
        behind = quoted_behind(self.doc, found.start, end)
        end = behind.first - 1 if behind is not None else end
        manner = Manner.NAMED if found.groups else Manner.NOBODY
        self._add(
            cue,
            Words(found.start, end),
            manner,
            [self._voice(group, cue) for group in found.groups],
            Construction.ACCORDING_TO,
            clause=found.first,
        )
        self.floor = end
        if behind is not None:
            voices = [Voice(None, cue)] if found.groups else []
            manner = Manner.DROPPED if found.groups else Manner.NOBODY
            self._add(cue, behind, manner, voices, Construction.QUOTATION_AFTER, clause=end)
            self.floor = behind.end

    # ── Cues ────────────────────────────────────────────────────────────────────────────────────
    def _cue(self, cue: Cue) -> None:
        form = cue.saying.form
        if "decline" in cue.verb.takes:
            self._declined(cue)
        elif form in _ACTIVE or form in PASSIVES or form in (Form.RELATIVE, Form.NEGATIVE):
            self._told(cue)

    def _told(self, cue: Cue) -> None:
        form = cue.saying.form
        if form is Form.RELATIVE and not is_told_on(self.doc, cue, self.end):
            return
        if form in PASSIVES and "ask" in cue.verb.senses:
            return
        if is_reference(self.doc, cue, self.floor):
            return
        pair = neither(self.doc, cue, self.end)
        if pair is not None:
            self._silent(cue, pair[0], *pair)
            return
        located = locate(self.doc, cue, self.floor) or unmarked(self.doc, cue, self.floor)
        if located is None or not is_content(self.doc, cue, located):
            self._opened(cue)
            return
        found = self._lead(cue, located)
        if found is None:
            return
        start = located.first if located.first is not None else found.start
        self._report(cue, located, found, Words(start, located.end))

    def _opened(self, cue: Cue) -> None:
        """Nothing before the cue is content; a colon may open it behind."""
        form = cue.saying.form
        opened = self.article.openings.behind(cue, self.end)
        if form in _OPENS and self.article.openings.is_last(cue, self.sentence):
            self._over_lines(cue)
        elif opened is not None and form in (Form.FINITE, Form.CONVERB, Form.PASSIVE):
            passive = form in PASSIVES
            found = lead(self.doc, self.floor, cue.first, passive=passive, quoted=True)
            found.relayers += relayers(self.doc, found.start, cue.first)
            self._behind(cue, opened, found)

    def _lead(self, cue: Cue, located: Located) -> Lead | None:
        """What stands before the content; None where nobody tells it after all."""
        doc, form = self.doc, cue.saying.form
        marked = located.first is not None
        limit = located.first if located.first is not None else located.end
        passive, behind = form in PASSIVES, form is Form.PARTICIPLE
        found = lead(doc, self.floor, limit, passive=passive, behind=behind, quoted=marked)
        if not behind and not passive and located.subject is None:
            found = self._own_subject(found, limit, marked)
        if form is Form.PASSIVE_PARTICIPLE and not self._is_of_statement(cue, found):
            return None
        if form is Form.RELATIVE and located.construction not in _TOLD_ON:
            return None
        if behind and (is_name_withheld(doc, self.floor) or is_topic(doc, located)):
            return None
        if located.subject is not None:
            found.source = located.subject
        elif located.construction is Construction.CLAUSE_BEFORE and behind_verb(doc, cue, self.end):
            found = Lead(self.floor)
        if self.words[cue.first - 1] == BY_WORD_OF and located.end < cue.first - 1:
            found.relayers += [found.source] if found.source is not None else []
            found.source = located.end, cue.first - 1
        if form is Form.RELATIVE and found.source is None:
            found.source = owner_before(doc, self.floor, limit)
            if found.source is not None and found.source[0] == found.start and not marked:
                found.start = found.source[1]
        if cue.verb.senses & _SHOWS and not is_document(doc, found.source):
            return None
        for k in range(located.end, cue.first):
            if is_relayer(doc, k):
                found.relayers.append((group_start(doc, located.end, k + 1), k + 1))
        return found if marked or found.start < located.end else None

    def _own_subject(self, found: Lead, limit: int, marked: bool) -> Lead:
        """The subject of the clause itself: not of a whole clause before it («yol kapandı, Ak
        yolun …»), and no object behind a verb that shares its subject («… belirterek rapor …»)."""
        doc = self.doc
        comma = clause_before(doc, self.floor, limit)
        if comma is not None and (found.source is None or found.source[0] < comma):
            behind = lead(doc, comma + 1, limit, quoted=marked)
            if behind.source is not None:
                return behind
        source = found.source
        if source is None or source[1] >= len(doc.words) or doc.words[source[1]] in COMMAS:
            return found
        goes_on = bool(self.reports) and self.words[self.floor] == "ve"
        shares = self.shared and self.words[self.floor - 1].endswith(_OF_ONE_SUBJECT)
        is_shared = shares and not doc.is_capital(source[0])
        if is_shared or (goes_on and is_object_too(doc, source)):
            return Lead(source[0], None, found.relayers, found.statement)
        return found

    def _report(self, cue: Cue, located: Located, found: Lead, content: Words) -> None:
        form = cue.saying.form
        manner, voices, group = self._who(cue, found)
        if form is Form.PARTICIPLE and group is None:
            return  # «diye bağıran kalabalığa»: somebody whom no list knows
        kind = kind_of(self.doc, located, content)
        refused = kind is Kind.NO_COMMENT
        report = self._add(
            Words(cue.first, cue.end),
            content,
            manner,
            voices,
            Construction.QUESTION if is_question(cue, located) else located.construction,
            modality=Modality.DECLINED if refused else modality_of(cue, self.doc, content),
            kind=kind,
            clause=self.floor,
            because=list(located.because),
        )
        collapse(self.doc, report)
        self.speaker = group or self.speaker
        # «… ifade edilen açıklamada»
        self.floor = cue.end + (form is Form.PASSIVE_PARTICIPLE)
        opened = self.article.openings.behind(cue, self.end)
        if opened is not None and form is Form.FINITE:
            self._behind(cue, opened, Lead(cue.end))
        elif located.first is not None and form is Form.FINITE:
            self._interrupted(cue)

    def _interrupted(self, cue: Cue) -> None:
        """«"Yol açık," diyor Ak, "ama köprü kapalı."»: the quotation goes on."""
        quotations = self.doc.quotations_within(cue.end, self.end)
        if not quotations or quotations[0].end < self.end or quotations[0].open - cue.end > 6:
            return
        first = quotations[0].open
        if self.words[first - 1] not in COMMAS:
            return
        words = Words(cue.first, cue.end)
        content = Words(first, self.end)
        voices = [Voice(None, words)]
        self._add(words, content, Manner.DROPPED, voices, Construction.INTERRUPTED, clause=first)
        self.floor = self.end

    def _over_lines(self, cue: Cue) -> None:
        """«Ak şöyle konuştu:» at a line's end: the next lines hold what was said."""
        passive = cue.saying.form in PASSIVES
        found = lead(self.doc, self.floor, cue.first, passive=passive, quoted=True)
        manner, voices, _ = self._who(cue, found)
        self.article.openings.remember(
            Report(
                Words(cue.first, cue.end),
                Words(cue.first, cue.end),
                manner,
                voices,
                Construction.QUOTATION_AFTER,
                clause=cue.first,
            )
        )
        self.floor = self.end

    def _is_of_statement(self, cue: Cue, found: Lead) -> bool:
        """«… ifade edilen açıklamada» speaks; «yaptığı iddia edilen adam» does not."""
        found.statement = cue.end < self.end and self.words[cue.end] in lex.VENUES
        return found.statement

    def _behind(self, cue: Cue, opened: tuple[Words, bool], found: Lead) -> None:
        """«şöyle konuştu: "…"», «uyardı: …»."""
        content, colon = opened
        manner, voices, group = self._who(cue, found)
        marked = content.first in self.doc.quotation_at
        report = self._add(
            Words(cue.first, cue.end),
            content,
            manner,
            voices,
            Construction.QUOTATION_AFTER
            if marked
            else Construction.COLON
            if colon
            else Construction.THAT_CLAUSE,
            modality=modality_of(cue, self.doc, content),
            clause=self.floor,
            colon=colon,
        )
        self.speaker = group or self.speaker
        self.floor = content.end
        self.article.openings.remember(report)

    def _who(self, cue: Cue, found: Lead) -> tuple[Manner, list[Voice], Group | None]:
        """Who speaks: named before the content or behind the cue, else who spoke before."""
        words = Words(cue.first, cue.end)
        group = found.source
        passive = cue.saying.form in PASSIVES
        if cue.saying.form is Form.PARTICIPLE:
            group = behind_participle(self.doc, cue, self.end)
        elif not passive and cue.saying.form is Form.FINITE:
            group = behind_verb(self.doc, cue, self.end) or group
        relayers = [self._voice(one, None) for one in found.relayers]
        if self.evidence is not None:
            evidence, _ = self.evidence
            self.evidence = None
            vouching = [self._voice(one, None) for one in evidence.groups]
            if passive and group is None:
                if not vouching:
                    return Manner.NOBODY, [], None
                return Manner.NAMED, vouching, evidence.groups[-1]
            relayers = vouching + relayers
        if group is None and self.shared and not relayers:
            group, relayers = self.speaker, self.relayed  # «Ak, … belirterek … söyledi»
        self.shared, self.relayed = cue.saying.form is Form.CONVERB, relayers
        if group is not None:
            return Manner.NAMED, [*relayers, self._voice(group, words)], group
        if passive and not found.statement and not self._was_told(cue):
            return Manner.NOBODY, [], None
        self.drops = not passive and not found.statement and not cue.saying.plural
        number = "p" if cue.saying.plural else ""
        return Manner.DROPPED, [*relayers, Voice(None, words, Agreement("", number))], None

    def _was_told(self, cue: Cue) -> bool:
        """Whether a verb in the passive goes on with what was told before it."""
        if self.reports:
            return self.reports[-1].manner is not Manner.NOBODY
        return self.article.published and cue.verb.lemma in _GIVEN_OUT

    def _declined(self, cue: Cue) -> None:
        """«sorulara yanıt vermedi», «yorum yapmaktan kaçındı»: all between source and verb is what
        is not said."""
        if cue.saying.form in PASSIVES or cue.saying.form in (Form.RELATIVE, Form.PARTICIPLE):
            return
        last = cue.end - 1
        found = lead(self.doc, self.floor, last)
        if cue.verb.lemma.startswith(_ANSWERS):
            last = cue.first
        self._silent(cue, last, last, cue.end, found)

    def _silent(self, cue: Cue, last: int, first: int, end: int, found: Lead | None = None) -> None:
        """What nobody speaks of ends before word ``last``; first … end - 1 say so."""
        found = found or lead(self.doc, self.floor, last)
        found.start = behind_occasion(self.doc, found.start, last)
        if found.start >= last:
            return
        content = Words(found.start, last)
        manner, voices, group = self._who(cue, found)
        self._add(
            Words(first, end),
            content,
            manner,
            voices,
            Construction.NO_COMMENT,
            kind=Kind.NO_COMMENT,
            modality=Modality.DECLINED,
            clause=self.floor,
        )
        self.speaker = group or self.speaker
        self.floor = end

    # ── What is found ───────────────────────────────────────────────────────────────────────────
    def _voice(self, group: Group, cue: Words | None) -> Voice:
        return Voice(mention(self.doc, *group), cue)

    def _add(
        self,
        cue: Words,
        content: Words,
        manner: Manner,
        voices: list[Voice],
        construction: Construction,
        *,
        modality: Modality | None = None,
        kind: Kind | None = None,
        clause: int = 0,
        colon: bool = False,
        because: list[Words] | None = None,
    ) -> Report:
        report = Report(
            cue,
            content,
            manner,
            voices,
            construction,
            modality,
            kind,
            colon=colon,
            clause=clause,
            candidates=self._candidates(manner),
            because=because or [],
            goes_on=self.words[cue.end - 1].startswith(_GOES_ON),
        )
        self._own(report)
        self.reports.append(report)
        return report

    def _candidates(self, manner: Manner) -> list[Mention]:
        """«Bakan açıklama yaptı. Açıklamada …»: whoever spoke without a word of it."""
        told = self.article.silent or (self.article.topic if self.drops else None)
        return [told] if manner is Manner.DROPPED and told and not self.reports else []

    def _own(self, report: Report) -> None:
        """Converbs before the subject of their sentence share it: «… belirterek, Ak … söyledi»."""
        if report.manner is not Manner.NAMED or not self.reports:
            return
        if not all(self._waits(one) for one in self.reports):
            return
        for one in self.reports:
            one.manner = Manner.NAMED
            one.voices = [Voice(report.voices[-1].mention, one.cue)]

    def _waits(self, report: Report) -> bool:
        """A converb whose subject was not named before it."""
        if report.manner is not Manner.DROPPED or report.cue is None:
            return False
        cue = cue_at(self.doc, report.cue.end - 1, report.cue.first)
        return cue is not None and cue.saying.form is Form.CONVERB
