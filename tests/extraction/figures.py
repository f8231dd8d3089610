"""How well attributed claims are found: the end-to-end figure of the annotation guideline.

A claim that was found is right if its content matches that of an annotated one and its source is
the annotated entity by one of its full mentions. Annotated claims that a fair reader may leave out
are neither asked for nor held against whoever finds them. From the project's folder,
python -m tests.extraction.figures FILE... prints it.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from claims.extraction import extract
from claims.extraction.types import Kind, Span

# Of the words of two spans, so many must be common (Dice) for the two to match.
CONTENT, SOURCE = 0.8, 0.5
# A word keeps its harakat and tatweel.
_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0670\u0640]+[^\W_]*)*")
_THAT = re.compile(r"[وف]?[بل]?[أإا]نّ?(?:ه|ها|هم|هما|هن|ني|نا|ك|كم)?|что|diye|that", re.I)

Bag = frozenset[int]


class Figure(NamedTuple):
    """Claims that are right, that were found, and that are asked for."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.right else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.right else 0.0


@dataclass(slots=True)
class Found:
    """A claim as the engine gives it."""

    content: Span
    kind: str
    cue: Span | None
    source: Span | None


class Text:
    """Spans of a text as the words that stand in them, by their number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [word.span() for word in _WORD.finditer(text)]

    def bag(self, start: int, end: int) -> Bag:
        """The words of which at least half stand in the span."""
        return frozenset(
            at
            for at, (first, last) in enumerate(self.words)
            if (min(last, end) - max(first, start)) * 2 >= last - first
        )

    def content(self, start: int, end: int) -> Bag:
        """The same without complementisers at its head."""
        bag = sorted(self.bag(start, end))
        while len(bag) > 1 and _THAT.fullmatch(self.text[slice(*self.words[bag[0]])]):
            del bag[0]
        return frozenset(bag)


def end_to_end(path: Path) -> Figure:
    """The figure of one corpus file."""
    articles = map(json.loads, path.read_text("utf-8").splitlines())
    return Figure(*map(sum, zip(*map(of_article, articles), strict=True)))


def of_article(article: dict[str, Any]) -> Figure:
    published = date.fromisoformat(article["published"]) if article.get("published") else None
    claims = extract(article["text"], article["lang"], published).claims
    found = [
        Found(
            claim.content,
            claim.kind,
            claim.cue,
            (claim.attribution[-1].antecedent or claim.attribution[-1].mention)
            if claim.attribution
            else None,
        )
        for claim in claims
    ]
    return score(article, found)


def score(article: dict[str, Any], found: Sequence[Found]) -> Figure:
    """The figure of what was found in one article."""
    text = Text(article["text"])
    found = joined(text, found)
    annotated = article["claims"]
    pairs = dict(matches(text, article, found))
    optional = {at for at, gold in pairs.items() if annotated[gold].get("optional")}
    right = sum(
        at not in optional
        and found[at].kind != Kind.NARRATION
        and annotated[gold]["kind"] != Kind.NARRATION
        and is_source(text, article["entities"], found[at], annotated[gold])
        for at, gold in pairs.items()
    )
    return Figure(
        right,
        sum(c.kind != Kind.NARRATION for at, c in enumerate(found) if at not in optional),
        sum(c["kind"] != Kind.NARRATION and not c.get("optional") for c in annotated),
    )


def joined(text: Text, found: Iterable[Found]) -> list[Found]:
    """A quotation cut at sentence ends is one claim."""
    whole: list[Found] = []
    for claim in sorted(found, key=lambda claim: claim.content):
        last = whole[-1] if whole else None
        if last and goes_on(text, last, claim):
            last.content = Span(last.content.start, claim.content.end)
        else:
            whole.append(claim)
    return whole


def goes_on(text: Text, last: Found, claim: Found) -> bool:
    if last.kind != claim.kind or not last.cue:
        return False
    if claim.cue:
        same = last.cue == claim.cue
    else:
        same = claim.kind in (Kind.DIRECT, Kind.MIXED) and last.source == claim.source
    between = last.content.end, claim.content.start
    return same and between[0] <= between[1] and not _WORD.search(text.text, *between)


def matches(
    text: Text, article: dict[str, Any], found: Sequence[Found]
) -> Iterator[tuple[int, int]]:
    """Claims found with the annotated one they match: the best pair first, what is asked for
    before what may be left out, none twice."""
    candidates = []
    bags = [text.content(claim.content.start, claim.content.end) for claim in found]
    for gold, claim in enumerate(article["claims"]):
        accepted = [text.content(*s) for s in [claim["content"], *claim.get("content_alts", [])]]
        attributed = claim["kind"] != Kind.NARRATION
        for at, bag in enumerate(bags):
            alike = round(max(dice(bag, one) for one in accepted), 6)
            if alike >= CONTENT:
                wrong_source = not is_source(text, article["entities"], found[at], claim)
                wrong_kind = (found[at].kind != Kind.NARRATION) != attributed
                order = (bool(claim.get("optional")), -alike, wrong_source, wrong_kind, at, gold)
                candidates.append(order)
    taken: set[int] = set()
    used: set[int] = set()
    for *_, at, gold in sorted(candidates):
        if at not in taken and gold not in used:
            taken.add(at)
            used.add(gold)
            yield at, gold


def is_source(
    text: Text, entities: dict[str, list[list[int]]], found: Found, claim: dict[str, Any]
) -> bool:
    """Whether a full mention of the annotated source is named: at most half of one is too short."""
    if claim["entity"] is None or found.source is None:
        return claim["entity"] is None and found.source is None
    named = text.bag(found.source.start, found.source.end)
    mentions = [text.bag(*mention) for mention in entities[claim["entity"]]]
    return any(
        is_same(named, mention) for mention in mentions if len(mention) * 2 > len(mentions[0])
    )


def is_same(named: Bag, mention: Bag) -> bool:
    if dice(named, mention) >= SOURCE:
        return True
    contained = named <= mention or mention <= named
    return bool(named) and min(named) == min(mention) and contained


def dice(one: Bag, other: Bag) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


if __name__ == "__main__":
    for name in sys.argv[1:]:
        figure = end_to_end(Path(name))
        print(
            f"{name}: precision {figure.precision:.3f}, recall {figure.recall:.3f}, "
            f"F1 {figure.f1:.3f} ({figure.right} right, {figure.found} found, "
            f"{figure.wanted} asked for)"
        )
