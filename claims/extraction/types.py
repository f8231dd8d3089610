"""What extraction hands out. Spans count code points of the unchanged text, end exclusive."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """text[start:end] of the unchanged article, counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Kind(StrEnum):
    """How the content stands in the text (typography and syntax, no judgement of style)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATION = "narration"
    NO_COMMENT = "no_comment"


class Modality(StrEnum):
    """How the source puts it."""

    ASSERTED = "asserted"
    FUTURE = "future"
    HEDGED = "hedged"
    DENIED = "denied"
    DESIRED = "desired"
    DECLINED = "declined"


class Role(StrEnum):
    RELAYER = "relayer"
    ORIGIN = "origin"


class Construction(StrEnum):
    """By which construction a claim was found: the rule that made it, the same in all languages."""

    THAT_CLAUSE = "that_clause"  # X said that T
    CLAUSE = "clause"  # X said T, a clause that nothing opens
    NOMINAL_CLAUSE = "nominal_clause"  # [T-DIğInI] söyledi: a clause in the shape of a noun
    NOUN_OBJECT = "noun_object"  # X announced T, a noun
    PREPOSITION = "preposition"  # X spoke of T, called for T
    INFINITIVE = "infinitive"  # X vowed to T
    QUESTION = "question"  # X asked whether T
    EVALUATION = "evaluation"  # X called it "T"
    QUOTATION_AFTER = "quotation_after"  # X said "T"
    QUOTATION_BEFORE = "quotation_before"  # "T", X said
    QUOTATION_ALONE = "quotation_alone"  # "T" with no cue of its own: who spoke before goes on
    COLON = "colon"  # X said: T
    TRANSCRIPT = "transcript"  # NAME: T at the head of a line
    CLAUSE_BEFORE = "clause_before"  # T, X said
    INTERRUPTED = "interrupted"  # T, X said, T
    ACCORDING_TO = "according_to"  # according to X, T
    CUE_NOUN = "cue_noun"  # claims by X that T; in a statement: T
    PARTICIPLE = "participle"  # adding that T
    RELAYED = "relayed"  # R quoted X as saying T
    NESTED = "nested"  # X said that Y confirmed that T
    BACK_REFERENCE = "back_reference"  # T. This was said by X.
    HEARSAY = "hearsay"  # it is believed that T
    NO_COMMENT = "no_comment"  # X declined to comment
    NARRATION = "narration"  # no attribution was found: the outlet's own voice


class ResolvedBy(StrEnum):
    """How a link of the chain came to its source."""

    NAMED = "named"
    ANAPHORA = "anaphora"
    DROPPED_SUBJECT = "dropped_subject"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain of attribution.

    ``mention`` is the words by which this claim names the source, None where the language drops
    them; ``antecedent`` is the full mention that a short or dropped one refers to. At least one
    of the two is set. ``cue`` is the word by which this link speaks, None where it has none of
    its own. ``count`` is how many people an unnamed source is said to be.
    """

    role: Role
    mention: Span | None
    antecedent: Span | None
    resolved_by: ResolvedBy
    cue: Span | None = None
    anonymous: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that date a statement; ``date`` is None where the date of publication is unknown."""

    span: Span
    date: date | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion and who makes it: links run from the outermost relayer to the origin.

    ``construction`` is the rule that made it, ``because`` the words that the rule went by, in the
    order of the text: cues, complementisers and the like. Narration has none.
    """

    content: Span
    kind: Kind
    modality: Modality
    cue: Span | None
    construction: Construction
    because: tuple[Span, ...] = ()
    attribution: tuple[Link, ...] = ()
    time: TimeExpression | None = None
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All claims of one text in the order of their content, and what is known of its language.

    ``language_known`` is False where no pack for the language exists: then only quotations were
    looked for, and their speakers were not.
    """

    language: str
    language_known: bool
    claims: tuple[Claim, ...]
    sentences: int
