"""How much of what the engine found was right, by what people did with it in checked texts.

Only texts that a person went through count: elsewhere what was left alone says nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from claims.models import Amendment, ArticleVersion, Attribution, Claim

# Texts that are looked at, the newest: what a much older engine did is of no use.
TEXTS_AT_MOST = 1000


class Became(StrEnum):
    """What became of a claim in the hands of people; of several the first that holds."""

    REJECTED = "rejected"  # there was no claim
    CONTENT = "content"  # its words were set otherwise
    SOURCE = "source"  # its source was set otherwise
    PUT = "put"  # kind, modality or cue were set otherwise
    RIGHT = "right"
    MISSED = "missed"  # the engine did not find it


# What counts as right: whose words they are is, how they are put may be improved.
_RIGHT = (Became.RIGHT, Became.PUT)


@dataclass(slots=True)
class Tally:
    """Claims of one group, by what became of them."""

    became: Counter[Became] = field(default_factory=Counter)

    @property
    def found(self) -> int:
        return sum(n for what, n in self.became.items() if what is not Became.MISSED)

    @property
    def right(self) -> int:
        return sum(self.became[what] for what in _RIGHT)

    @property
    def precision(self) -> float | None:
        """Of what the engine found, how much is right in content and source; None of nothing."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Of what people found there, how much the engine had right."""
        there = self.found - self.became[Became.REJECTED] + self.became[Became.MISSED]
        return self.right / there if there else None


@dataclass(frozen=True, slots=True)
class Precision:
    """All together, and by language, construction and outlet (None: not given)."""

    texts: int
    whole: Tally
    by_language: Mapping[str, Tally]
    by_construction: Mapping[str, Tally]
    by_outlet: Mapping[int | None, Tally]


def precision(language: str = "") -> Precision:
    """Of all checked texts, or those in one language. Five queries."""
    versions = ArticleVersion.objects.filter(checks__isnull=False)
    if language:
        versions = versions.filter(article__language=language)
    ids = list(versions.order_by("-pk").values_list("pk", flat=True).distinct()[:TEXTS_AT_MOST])
    rows = list(
        Claim.objects.filter(version__in=ids)
        .exclude(state__in=[Claim.State.WITHDRAWN, Claim.State.PROPOSED])
        .values_list(
            *("pk", "state", "found_by", "construction"),
            *("version__article__language", "version__article__outlet__source"),
        )
    )
    changed = _changed(ids)
    resourced = set(
        Attribution.objects.filter(claim__version__in=ids)
        .exclude(decided_by=None)
        .values_list("claim", flat=True)
    )
    whole = Tally()
    groups: list[defaultdict[Any, Tally]] = [defaultdict(Tally) for _ in range(3)]
    for pk, state, found_by, construction, tongue, outlet in rows:
        became = _became(state, found_by, changed.get(pk, set()), is_resourced=pk in resourced)
        if became is None:
            continue
        keys = (tongue, construction if became is not Became.MISSED else None, outlet)
        for tally in (whole, *(group[key] for group, key in zip(groups, keys, strict=True))):
            tally.became[became] += 1
    languages, constructions, outlets = groups
    constructions.pop(None, None)
    return Precision(len(ids), whole, languages, constructions, outlets)


def _changed(versions: Iterable[int]) -> dict[int, set[str]]:
    """What people ever changed of each claim."""
    found: dict[int, set[str]] = {}
    rows = Amendment.objects.filter(claim__version__in=versions)
    for pk, changes in rows.values_list("claim", "changes"):
        found.setdefault(pk, set()).update(changes)
    return found


def _became(
    state: str, found_by: str | None, changes: set[str], *, is_resourced: bool
) -> Became | None:
    is_dismissed = state == Claim.State.DISMISSED
    if found_by in (Claim.FoundBy.PERSON, Claim.FoundBy.READER):
        return None if is_dismissed else Became.MISSED
    if is_dismissed:
        return Became.REJECTED
    if "content" in changes:
        return Became.CONTENT
    if "chain" in changes or is_resourced:
        return Became.SOURCE
    return Became.PUT if changes else Became.RIGHT
