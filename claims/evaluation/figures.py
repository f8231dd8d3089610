"""The figures of what was found in annotated articles, and what became of every claim.

Source: section 4 of the project's annotation guideline, which defines each figure.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from claims.evaluation.causes import Outcome, outcomes
from claims.evaluation.gold import GoldArticle, GoldClaim
from claims.evaluation.matching import (
    MENTION,
    Found,
    Text,
    dice,
    is_chain,
    is_source,
    joined,
    joined_gold,
    of_claim,
    one_to_one,
    overlap,
    pairs,
    spans,
)
from claims.extraction import extract
from claims.extraction.types import Span

T = TypeVar("T")

RESAMPLES = 1000
# Any number: the same one every time gives the same interval every time.
SEED = 17
# The figures in the order in which they are shown; of the second group only the share is told.
SPAN_FIGURES = ("end_to_end", "attributed_span", "narration_span", "cue", "source_mention")
SHARES = (
    "kind",
    "modality",
    "source",
    "source_full",
    "source_repeated",
    "source_dropped",
    "chain",
    "chain_with_relayer",
)


class Figure(NamedTuple):
    """What is right, what was found, and what is asked for. Of a share, all that was compared is
    both found and asked for."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.right else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Scored:
    """One article: its figures by name, and what became of each claim."""

    article: GoldArticle
    figures: dict[str, Figure]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Some articles together."""

    articles: tuple[Scored, ...]

    def figure(self, name: str) -> Figure:
        return total(one.figures[name] for one in self.articles)

    def interval(self) -> tuple[float, float]:
        """Within which the end-to-end F1 lies in 95 of 100 resamplings of the articles."""
        figures = [one.figures["end_to_end"] for one in self.articles]
        found = sorted(total(drawn).f1 for drawn in resampled(figures))
        return found[RESAMPLES * 25 // 1000], found[RESAMPLES * 975 // 1000 - 1]


def resampled(drawn_from: Sequence[T]) -> Iterator[list[T]]:
    """As many as there are, drawn with repetition, again and again."""
    drawing = random.Random(SEED)
    for _ in range(RESAMPLES):
        yield drawing.choices(drawn_from, k=len(drawn_from))


def total(figures: Iterable[Figure]) -> Figure:
    return Figure(*map(sum, zip(*figures, strict=True)))


def evaluate(articles: Iterable[GoldArticle]) -> Evaluation:
    """Reads each article with the engine and compares."""
    return Evaluation(tuple(map(_evaluated, articles)))


def _evaluated(article: GoldArticle) -> Scored:
    read = extract(article.text, article.language or None, article.published)
    return score(article, map(of_claim, read.claims))


def score(article: GoldArticle, claims: Iterable[Found]) -> Scored:
    """The figures of claims that were found in one article, whoever found them."""
    text = Text(article.text)
    found, gold = joined(text, claims), joined_gold(text, article.claims)
    matched = pairs(text, article, gold, found)
    became = outcomes(text, article, gold, found, matched)
    asked = [
        (found[at], gold[number]) for at, number in matched.items() if not gold[number].optional
    ]
    counted = [
        one for at, one in enumerate(found) if not (at in matched and gold[matched[at]].optional)
    ]
    figures = {
        **_of_spans(article, text, gold, counted, asked),
        "cue": _cues(found, gold),
        "source_mention": _mentions(text, found, gold),
        **_shares(article, text, asked),
    }
    return Scored(article, figures, tuple(became))


def _of_spans(
    article: GoldArticle,
    text: Text,
    gold: Sequence[GoldClaim],
    counted: Sequence[Found],
    asked: Sequence[tuple[Found, GoldClaim]],
) -> dict[str, Figure]:
    attributed = [(one, claim) for one, claim in asked if one.is_attributed and claim.is_attributed]
    right = sum(is_source(text, article.entities, one, claim) for one, claim in attributed)
    narrated = sum(not one.is_attributed and not claim.is_attributed for one, claim in asked)
    found = sum(one.is_attributed for one in counted)
    wanted = [claim.is_attributed for claim in gold if not claim.optional]
    return {
        "end_to_end": Figure(right, found, sum(wanted)),
        "attributed_span": Figure(len(attributed), found, sum(wanted)),
        "narration_span": Figure(narrated, len(counted) - found, len(wanted) - sum(wanted)),
    }


def _cues(found: Sequence[Found], gold: Sequence[GoldClaim]) -> Figure:
    """Cues that overlap an annotated one, whatever the content."""
    wanted: dict[Span, set[Span]] = {}
    for claim in gold:
        if claim.is_attributed and claim.cue and not claim.optional:
            wanted.setdefault(claim.cue, set()).update(claim.cues)
    fair = [cue for claim in gold if claim.is_attributed and claim.optional for cue in claim.cues]
    known = [*fair, *(cue for group in wanted.values() for cue in group)]
    cues = list(spans(one.cue for one in found if one.is_attributed))
    right = one_to_one(cues, list(wanted.values()), overlap)
    extra = sum(not any(overlap(cue, one) for one in known) for cue in cues)
    return Figure(right, right + extra, len(wanted))


def _mentions(text: Text, found: Sequence[Found], gold: Sequence[GoldClaim]) -> Figure:
    """The words by which each claim names its source."""
    attributed = [claim for claim in gold if claim.is_attributed]
    wanted = list(spans(claim.source for claim in attributed if not claim.optional))
    fair = list(spans(claim.source for claim in attributed if claim.optional))

    def alike(one: Span, other: Span) -> bool:
        return dice(text.bag(one), text.bag(other)) >= MENTION

    def is_fair(one: Span) -> bool:
        return any(alike(one, other) for other in fair) and not any(
            text.bag(one) & text.bag(other) for other in wanted
        )

    named = [
        one for one in spans(one.mention for one in found if one.is_attributed) if not is_fair(one)
    ]
    right = one_to_one(named, [[one] for one in wanted], alike)
    return Figure(right, len(named), len(wanted))


def _shares(
    article: GoldArticle, text: Text, asked: Sequence[tuple[Found, GoldClaim]]
) -> dict[str, Figure]:
    """Of claims whose content was found, how many have each thing right."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()

    def count(name: str, is_right: bool) -> None:
        of[name] += 1
        right[name] += is_right

    for one, claim in asked:
        count("kind", one.kind == claim.kind)
        if not (one.is_attributed and claim.is_attributed):
            continue
        has_source = is_source(text, article.entities, one, claim)
        has_chain = is_chain(text, article.entities, one, claim)
        count("modality", one.modality == claim.modality)
        count("source", has_source)
        if claim.entity is not None:
            count(f"source_{named_how(article, claim)}", has_source)
        count("chain", has_chain)
        if len(claim.chains[0]) > 1:
            count("chain_with_relayer", has_chain)
    return {name: Figure(right[name], of[name], of[name]) for name in SHARES}


def named_how(article: GoldArticle, claim: GoldClaim) -> str:
    """How an annotated claim names its source: full, repeated or dropped."""
    if claim.entity is None or claim.source is None:
        return "dropped"
    return "full" if claim.source == article.entities[claim.entity][0] else "repeated"
