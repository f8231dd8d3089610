"""Quotations behind their cue: «şöyle konuştu: "…"», over several lines, and «AD: …».

Source: section 3 of the project's notes on Turkish attribution (quotation over several paragraphs).
"""

from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.clauses import PASSIVES
from claims.extraction.languages.tr.cues import Cue, cue_at
from claims.extraction.languages.tr.mentions import mention
from claims.extraction.languages.tr.morphology import Shape, shape
from claims.extraction.languages.tr.phrases import group_before
from claims.extraction.languages.tr.relays import Group, owner_before
from claims.extraction.report import Manner, Report, Voice, Words
from claims.extraction.types import Construction, Kind

_OPENS = frozenset('"“«„″')
# Words of a name before a colon at the head of a line; of what it says, at least.
NAME_AT_MOST = 8
SAID_AT_LEAST = 2
# Fewer words in marks before a noun of saying are a term.
NOUN_AT_LEAST = 3
# Fewer words in marks are a heading or a title.
ALONE_AT_LEAST = 4


class Openings:
    """Remembers a cue whose quotation goes on in the next lines."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._pending: Report | None = None

    def behind(self, cue: Cue, end: int) -> tuple[Words, bool] | None:
        """The content that a colon behind a cue opens; and whether a colon alone does."""
        words = self.doc.words
        takes = cue.verb.takes
        if cue.end < end and words[cue.end] == "ki" and cue.verb.takes & {"quote", "clause"}:
            first = cue.end + 1
            while first < end and words[first] in ",:":
                first += 1
            return (Words(first, end), False) if first < end else None
        if cue.end >= end or words[cue.end] != ":" or not takes & {"quote", "diye", "clause"}:
            return None
        first = cue.end + 1
        if first >= end:
            return None
        quotation = self.doc.quotation_at.get(first)
        if quotation is not None:
            return Words(first, min(quotation.end, end)), False
        return Words(first, end), True

    def is_last(self, cue: Cue, sentence: Sentence) -> bool:
        """A cue and its colon at the end of a line."""
        words = self.doc.words
        if not sentence.closes_line or not cue.verb.takes & {"quote", "diye", "clause"}:
            return False
        return sentence.end - 1 == cue.end and words[cue.end] == ":"

    def remember(self, report: Report) -> None:
        self._pending = report

    def goes_on(self, sentence: Sentence, first: int, end: int) -> list[Report] | None:
        """A line that is one quotation, behind a cue or a quotation that ended the line before."""
        pending = self._pending
        if pending is None:
            return None
        self._pending = None
        quotation = self.doc.quotation_at.get(first)
        if quotation is None or not sentence.opens_line or not sentence.closes_line:
            return None
        if quotation.end < end:
            return None
        is_first = pending.cue is not None and pending.content.first == pending.cue.first
        report = replace(
            pending,
            content=Words(first, end),
            manner=pending.manner if is_first else Manner.DROPPED,
            voices=pending.voices if is_first else [Voice(None, pending.cue)],
            construction=pending.construction if is_first else Construction.QUOTATION_ALONE,
            modality=None,
            clause=first,
            because=[],
        )
        self._pending = report
        return [report]

    def alone(self, first: int, end: int) -> Report | None:
        """A sentence that is one quotation: whoever spoke before goes on."""
        quotation = self.doc.quotation_at.get(first)
        if quotation is None or quotation.is_name or quotation.end < end:
            return None
        if quotation.close - quotation.first < ALONE_AT_LEAST:
            return None
        return Report(
            None,
            Words(first, end),
            Manner.DROPPED,
            [Voice(None)],
            Construction.QUOTATION_ALONE,
            clause=first,
        )

    def named(self, sentence: Sentence, first: int, end: int) -> Report | None:
        """«Gölyanı Valiliği: Yol kapandı»: a name and a colon at the head of a line."""
        if not sentence.opens_line:
            return None
        words = self.doc.words
        for i in range(first + 1, min(first + NAME_AT_MOST + 1, end - SAID_AT_LEAST)):
            if words[i] != ":":
                continue
            if (
                group_before(self.doc, first, i) != first
                or words[first] in lex.BYLINES | lex.LABELS
            ):
                return None
            named = mention(self.doc, first, i)
            is_noun = words[i - 1] in lex.NOUNS
            is_named = is_noun or (
                self.doc.is_capital(i - 1) and not shape(words[i - 1]) & Shape.FINITE
            )
            if not is_named or not (named.names or named.head):
                return None
            return Report(
                None,
                Words(i + 1, end),
                Manner.NAMED,
                [Voice(named)],
                Construction.TRANSCRIPT,
                kind=Kind.DIRECT,
                clause=first,
                because=[Words(i, i + 1)],
            )
        return None


def by_noun(doc: Document, first: int, end: int) -> Iterator[tuple[Group, Words, Words]]:
    """«Ak'ın "…" sözleri»: who owns a noun of saying, the quotation before it, the noun."""
    for one in doc.quotations_within(first, end):
        if one.end >= end or doc.words[one.end] not in lex.SAYINGS or one.is_name:
            continue
        owner = owner_before(doc, first, one.open)
        if owner is not None and one.close - one.first >= NOUN_AT_LEAST:
            yield owner, Words(one.open, one.end), Words(one.end, one.end + 1)


def is_published(report: Report, doc: Document) -> bool:
    """«… belirtildi», «… göre»: what a passive goes on with («Üçünün çocuk olduğu belirtildi»)."""
    if report.manner is Manner.NOBODY or report.cue is None:
        return False
    if report.construction is Construction.ACCORDING_TO:
        return True
    cue = cue_at(doc, report.cue.end - 1, report.cue.first)
    return cue is not None and cue.saying.form in PASSIVES


# Behind a quotation these tell that it was said, whatever the verb is.
_SAID_BY = frozenset(
    ("diye", "sözleriyle", "sözüyle", "ifadeleriyle", "ifadesiyle", "cümleleriyle", "cümlesiyle")
)
# Words from «diye» to the verb.
VERB_WITHIN = 4
# What somebody does who says something; of whom is not told, the last speaker.
_GESTURES = (
    "silkt",
    "silki",
    "gül",
    "gülümse",
    "salla",
    "çikiş",
    "patlat",
    "homurdan",
    "içini çek",
)


def is_gesture(verb: str) -> bool:
    return verb.startswith(_GESTURES)


def beside_verb(doc: Document, first: int, end: int) -> tuple[Words, Words] | None:
    """«"…" diye güldü», «omuz silkti: "…"»: the verb or the word that tells it was said, and the
    quotation."""
    words = doc.words
    for one in doc.quotations_within(first, end):
        if one.is_name or one.close - one.first < SAID_AT_LEAST:
            continue
        if one.end < end and words[one.end] in _SAID_BY:
            for i in range(one.end + 1, min(end, one.end + 1 + VERB_WITHIN)):
                if shape(words[i]) & Shape.FINITE and words[i] not in lex.NO_FINITES:
                    is_by_noun = words[one.end] != "diye"
                    cue = Words(one.end, one.end + 1) if is_by_noun else Words(one.end + 1, i + 1)
                    return cue, Words(one.open, one.end)
            return None
        before = one.open - 2
        is_long = one.close - one.first >= ALONE_AT_LEAST
        if words[one.open - 1] == ":" and before > first and one.end >= end and is_long:
            verb = words[before]
            if shape(verb) & Shape.FINITE and verb not in lex.NO_FINITES:
                return Words(before, before + 1), Words(one.open, one.end)
            return None
    return None
