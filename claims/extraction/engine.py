"""The one engine: reports of a language pack become claims with chains of resolved sources."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from operator import attrgetter

from claims.extraction.cast import Cast, Link
from claims.extraction.document import Document
from claims.extraction.languages.pack import Pack, Read
from claims.extraction.report import Manner, Report, Voice, Words
from claims.extraction.types import (
    Claim,
    Construction,
    Kind,
    Modality,
    ResolvedBy,
    Role,
    Span,
    TimeExpression,
)
from claims.extraction.types import Link as ClaimLink

# Progress is told after so many sentences.
PROGRESS_EVERY = 8
# Words from a report's first in which its day is told, so that long narrations stay cheap.
TIME_WITHIN = 40
# Spans that are kept: a cue is told with its claim, its link and why, a source with every claim.
SPANS_KEPT = 64
_PLACE = attrgetter("start", "end")
_TRIMMED = frozenset("،,؛;:.!?؟…-–—()[]")


class Engine:
    """Takes one article apart."""

    def __init__(self, pack: Pack, text: str, published: date | None) -> None:
        self.pack, self.published = pack, published
        self.doc = Document(text, pack.abbreviations, pack.before_speech, pack.usage, pack.letters)
        self._kept = lru_cache(SPANS_KEPT)(self.doc.span)
        self.reading: Read = pack.begin(self.doc)
        self.cast = Cast(self.reading.earlier)

    def run(self, on_progress: Callable[[int, int], None] | None) -> Iterator[Claim]:
        sentences = self.doc.sentences
        for done, sentence in enumerate(sentences):
            if on_progress and done % PROGRESS_EVERY == 0 and done:
                on_progress(done, len(sentences))
            reports, narration = self.reading.sentence(sentence)
            for at, report in enumerate(reports):
                # «أمس، أعلن …»: what opens a sentence dates its first report
                since = sentence.first if at == 0 else report.clause
                claim = self._attributed(report, since)
                if claim is not None:
                    yield claim
            for words in narration:
                claim = self._narrated(words)
                if claim is not None:
                    yield claim
        if on_progress:
            on_progress(len(sentences), len(sentences))

    # ── Claims ──────────────────────────────────────────────────────────────────────────────────
    def _attributed(self, report: Report, since: int) -> Claim | None:
        content = self._trimmed(report.content)
        if content is None:
            return None
        links = self._chain(report)
        modality = report.modality
        if modality is None:
            unconfirmed = any(
                v.mention is not None and v.mention.unconfirmed for v in report.voices
            )
            modality = Modality.HEDGED if unconfirmed else self.pack.modality(self.doc, content)
        return Claim(
            content=self._span(content),
            kind=report.kind or self._kind(content, report.colon),
            modality=modality,
            cue=self._span(report.cue) if report.cue else None,
            construction=report.construction,
            because=self._because(report),
            attribution=tuple(self._link(one, at, links) for at, one in enumerate(links)),
            time=self._time(min(since, report.clause), content.first),
            parts=self._parts(content),
        )

    def _narrated(self, words: Words) -> Claim | None:
        content = self._trimmed(words)
        if content is None:
            return None
        return Claim(
            content=self._span(content),
            kind=Kind.NARRATION,
            modality=self.pack.modality(self.doc, content),
            cue=None,
            construction=Construction.NARRATION,
            time=self._time(content.first, content.end),
            parts=self._parts(content),
        )

    def _because(self, report: Report) -> tuple[Span, ...]:
        """The words that a report was recognised by, each once, in the order of the text."""
        cues = [report.cue, *[voice.cue for voice in report.voices]]
        words = {*report.because, *[cue for cue in cues if cue is not None]}
        return tuple(sorted(map(self._span, words), key=_PLACE))

    def _trimmed(self, content: Words) -> Words | None:
        """Without the marks at its edges, and without quotation marks that enclose all of it."""
        first, end = content.first, content.end
        words, at = self.doc.words, self.doc.quotation_at
        while first < end:
            if words[first] in _TRIMMED and words[first] not in "([":
                first += 1
            elif words[end - 1] in _TRIMMED and words[end - 1] not in ")]":
                end -= 1
            elif first in at and at[first].closed and at[first].end == end:
                first, end = first + 1, end - 1
            elif first in at and not at[first].closed and at[first].end >= end:
                first += 1
            else:
                break
        for i in range(first, end):
            if words[i][0].isalnum():
                return Words(first, end, content.prefix if first == content.first else 0)
        return None

    def _kind(self, content: Words, colon: bool) -> Kind:
        """By the quotation marks around and inside the content; those of names do not count."""
        around = self.doc.around(content.first)
        if around is not None and around.open < content.first and around.end >= content.end:
            return Kind.DIRECT
        if any(not one.is_name for one in self.doc.opening_within(content.first, content.end)):
            return Kind.MIXED
        return Kind.DIRECT if colon else Kind.INDIRECT

    def _parts(self, content: Words) -> tuple[Span, ...]:
        return tuple(self._span(part) for part in self.pack.parts(self.doc, content))

    def _time(self, first: int, end: int) -> TimeExpression | None:
        if end <= first:
            return None
        end = min(end, first + TIME_WITHIN)
        for words, day in self.pack.times(self.doc, first, end, self.published):
            return TimeExpression(self._span(words), day)
        return None

    def _span(self, words: Words) -> Span:
        return self._kept(*words)

    # ── Chains ──────────────────────────────────────────────────────────────────────────────────
    def _chain(self, report: Report) -> list[Link]:
        """From the outermost relayer to the origin; empty where the text names nobody."""
        if report.manner is Manner.NOBODY:
            return []
        origin = self._voice(report.voices[-1], report)
        if origin is None:
            return []
        named = [self._voice(voice, report) for voice in report.voices[:-1]]
        relayers = [link for link in named if link is not None]
        relayers = [one for one in relayers if one.speaker is not origin.speaker]
        chain = [*relayers, origin]
        if not relayers and self._carries_over(report, origin):
            chain = [
                Link(one.speaker, None, None, ResolvedBy.CONTINUED)
                for one in origin.speaker.relayers
                if one.speaker is not origin.speaker
            ] + chain
        self._remember(report, chain)
        return chain

    def _carries_over(self, report: Report, origin: Link) -> bool:
        """Whether the relayers of the claim that this one continues pass it on too."""
        if report.goes_on or origin.mention is None:
            return True
        mention = report.voices[-1].mention
        if mention is None or mention.generic or mention.pronoun:
            return mention is not None
        # a surname takes up whoever has the floor; the full naming begins anew
        own, full = mention.words, origin.speaker.full.words
        is_shorter = own.end - own.first < full.end - full.first
        return is_shorter and self.cast.has_floor(origin.speaker)

    def _remember(self, report: Report, chain: list[Link]) -> None:
        origin = chain[-1].speaker
        origin.relayers = chain[:-1]
        # Behind a nested report the outer speaker goes on.
        floor = chain[-2].speaker if report.nested and len(chain) > 1 else origin
        self.cast.spoke(floor)

    def _voice(self, voice: Voice, report: Report) -> Link | None:
        mention = voice.mention
        if mention is None:
            speaker = self.cast.dropped(voice.agreement, report.candidates)
            if speaker is None:
                return None
            by = (
                ResolvedBy.CONTINUED
                if report.manner is Manner.CONTINUED
                else ResolvedBy.DROPPED_SUBJECT
            )
            return Link(speaker, None, voice.cue, by)
        speaker, by = self.cast.named(mention, report.candidates)
        self.cast.agrees(speaker, mention.agreement if mention.pronoun else voice.agreement)
        return Link(speaker, mention.words, voice.cue, by)

    def _link(self, link: Link, at: int, links: list[Link]) -> ClaimLink:
        full = link.speaker.full
        is_full = link.mention == full.words
        return ClaimLink(
            role=Role.ORIGIN if at == len(links) - 1 else Role.RELAYER,
            mention=self._span(link.mention) if link.mention else None,
            antecedent=None if is_full else self._span(full.words),
            resolved_by=ResolvedBy.NAMED if is_full else link.resolved_by,
            cue=self._span(link.cue) if link.cue else None,
            anonymous=full.anonymous,
            count=full.count,
        )
