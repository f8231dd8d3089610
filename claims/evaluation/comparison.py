"""Two evaluations of the same articles: what was gained and lost, and if it is more than noise.

An evaluation is kept as JSON: for each article its end-to-end counts, a digest of what was asked
for, and its claims that are not right, by their place, with the cause. No words are in it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claims.errors import InputRefused
from claims.evaluation.causes import Cause, Outcome
from claims.evaluation.figures import (
    RESAMPLES,
    SHARES,
    SPAN_FIGURES,
    Evaluation,
    Figure,
    Scored,
    resampled,
    total,
)
from claims.extraction import ENGINE
from claims.extraction.types import Span

Json = dict[str, Any]
# A loss is beyond noise if it shows in so many of all resamplings of the articles.
CERTAIN = 0.95


def as_json(evaluation: Evaluation) -> Json:
    """What ``Kept.read`` reads again."""
    names = (*SPAN_FIGURES, *SHARES)
    return {
        "engine": ENGINE,
        "figures": {name: _told(evaluation.figure(name)) for name in names},
        "articles": {one.article.id: _article(one) for one in evaluation.articles},
    }


def _told(figure: Figure) -> Json:
    return {**figure._asdict(), "f1": round(figure.f1, 4)}


def _article(scored: Scored) -> Json:
    wrong = [one for one in scored.outcomes if one.cause]
    return {
        "gold": scored.article.digest,
        "counts": " ".join(map(str, scored.figures["end_to_end"])),
        "wrong": {f"{one.content.start}-{one.content.end}": one.cause for one in wrong},
    }


@dataclass(frozen=True, slots=True)
class Kept:
    """One article of an earlier evaluation."""

    gold: str
    counts: Figure
    wrong: dict[Span, Cause]


def read(told: object) -> dict[str, Kept]:
    """An earlier evaluation by the ids of its articles. Raises InputRefused."""
    try:
        articles = told["articles"]  # type: ignore[index]  # whatever it is, it is checked below
        return {
            str(key): Kept(
                str(one["gold"]),
                Figure(*map(int, one["counts"].split())),
                {_place(place): Cause(cause) for place, cause in one["wrong"].items()},
            )
            for key, one in articles.items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputRefused(
            "This is no earlier evaluation; one is written by: manage.py evaluate … --format json"
        ) from error


def _place(told: str) -> Span:
    start, _, end = told.partition("-")
    return Span(int(start), int(end))


@dataclass(frozen=True, slots=True)
class Change:
    """A claim of which something else became than before; None is right."""

    article: str
    outcome: Outcome
    before: Cause | None

    @property
    def is_gain(self) -> bool:
        return self.outcome.cause is None or (self.before is Cause.EXTRA)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Articles of which the same was asked in both evaluations; by id also those that are not
    compared: new ones, those annotated otherwise since, and those that are gone."""

    before: tuple[Figure, ...]
    after: tuple[Figure, ...]
    changes: tuple[Change, ...]
    new: tuple[str, ...]
    annotated_otherwise: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def certainty(self) -> float:
        """In which share of resamplings of the articles the end-to-end F1 is lower than before."""
        drawn = resampled(list(zip(self.before, self.after, strict=True)))
        return sum(_is_loss(pairs) for pairs in drawn) / RESAMPLES if self.before else 0.0

    @property
    def is_loss(self) -> bool:
        return self.certainty() >= CERTAIN

    def gained(self) -> Counter[Cause]:
        """Claims that are right now, or no longer made up, by what was wrong with them."""
        return Counter(one.before for one in self.changes if one.is_gain and one.before)

    def lost(self) -> Counter[Cause]:
        """Claims that were right, or that are made up now, by what is wrong with them."""
        return Counter(
            one.outcome.cause for one in self.changes if not one.is_gain and one.outcome.cause
        )


def _is_loss(pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    return total(after for _, after in pairs).f1 < total(before for before, _ in pairs).f1


def compare(evaluation: Evaluation, kept: dict[str, Kept]) -> Comparison:
    now = {one.article.id: one for one in evaluation.articles}
    both = [key for key in now if key in kept]
    same = [key for key in both if now[key].article.digest == kept[key].gold]
    return Comparison(
        tuple(kept[key].counts for key in same),
        tuple(now[key].figures["end_to_end"] for key in same),
        tuple(change for key in same for change in _changes(now[key], kept[key])),
        tuple(key for key in now if key not in kept),
        tuple(key for key in both if key not in same),
        tuple(key for key in kept if key not in now),
    )


def _changes(scored: Scored, kept: Kept) -> Iterator[Change]:
    """Between right and wrong; what is wrong in another way than before is no change."""
    key = scored.article.id
    now = {(one.content, one.is_extra) for one in scored.outcomes}
    for one in scored.outcomes:
        before = kept.wrong.get(one.content)
        if one.is_extra and before is not Cause.EXTRA:
            yield Change(key, one, None)
        elif not one.is_extra and (one.cause is None) != (before is None or before is Cause.EXTRA):
            yield Change(key, one, before)
    for span, cause in kept.wrong.items():
        if cause is Cause.EXTRA and (span, True) not in now:
            yield Change(key, Outcome(span, None, None, None), cause)
