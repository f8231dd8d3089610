"""Whether one text is a near copy of another: shared runs of folded words."""

import tomllib
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from claims.extraction.folding import search_form

THRESHOLDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("thresholds.toml").read_text(encoding="utf-8")
)
_RULES = THRESHOLDS["near_copy"]

Shingles = frozenset[int]


def shingles(text: str) -> Shingles:
    """Hashes of all runs of words; empty for a text too short to tell anything."""
    words, length = search_form(text).split(), _RULES["words"]
    runs = frozenset(hash(tuple(words[i : i + length])) for i in range(len(words) - length + 1))
    return runs if len(runs) >= _RULES["at_least"] else frozenset()


def is_near_copy(one: Shingles, other: Shingles) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _RULES["shared"] * shorter


def near_copies(texts: Mapping[int, str]) -> set[frozenset[int]]:
    """Which of these texts are near copies of each other, as pairs of their keys."""
    made = {key: shingles(text) for key, text in texts.items()}
    return {
        frozenset((one, other))
        for one, other in combinations(sorted(made), 2)
        if is_near_copy(made[one], made[other])
    }
