"""Whether one text is a near copy of another: shared runs of folded words."""

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from claims.corroboration.groups import Groups
from claims.extraction.folding import fold_name

THRESHOLDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("thresholds.toml").read_text(encoding="utf-8")
)
_RULES = THRESHOLDS["near_copy"]

Shingles = frozenset[int]


def shingles(text: str) -> Shingles:
    """Hashes of all runs of words; a text shorter than a run is one run."""
    words, length = fold_name(text).split(), _RULES["words"]
    starts = range(max(1, len(words) - length + 1)) if words else ()
    return frozenset(hash(tuple(words[start : start + length])) for start in starts)


def first_of_copies(texts: Sequence[tuple[int, str]]) -> dict[int, int]:
    """For each key the first one whose texts are near copies of its own, on through any number of
    copies; itself where there is none. One key may have several texts: versions of an article.
    """
    made = [(key, shingles(text)) for key, text in texts]
    copies = Groups(key for key, _ in made)
    common, weights = _in_common([runs for _, runs in made])
    for one, other in combinations(range(len(made)), 2):
        (key, runs), (other_key, other_runs) = made[one], made[other]
        if common[one].isdisjoint(common[other]) or copies.top(key) == copies.top(other_key):
            continue
        shared = sum(weights[part] for part in common[one] & common[other])
        if shared >= _RULES["shared"] * min(len(runs), len(other_runs)):
            copies.join(key, other_key)
    return copies.tops()


def _in_common(made: Sequence[Shingles]) -> tuple[list[set[int]], list[int]]:
    """What each text has in common with any other, in parts, and how many runs each part has.

    Runs that stand in exactly the same texts are one part: many reprints have few of them.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for place, runs in enumerate(made):
        for run in runs:
            holders[run].append(place)
    parts: dict[tuple[int, ...], int] = defaultdict(int)
    for held in holders.values():
        if len(held) > 1:
            parts[tuple(held)] += 1
    common: list[set[int]] = [set() for _ in made]
    for part, places in enumerate(parts):
        for place in places:
            common[place].add(part)
    return common, list(parts.values())
