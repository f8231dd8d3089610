"""How much of what the engine found was right, by what people did with it in checked texts.

Only texts that a person went through count: elsewhere what was left alone says nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from claims.models import Source, TextCheck

Json = dict[str, Any]

# Texts that are looked at, the newest: what a much older engine did is of no use.
TEXTS_AT_MOST = 1000


class Became(StrEnum):
    """What became of a claim in the hands of people; of several the first that holds."""

    REJECTED = "rejected"  # there was no claim
    CONTENT = "content"  # its words were set otherwise
    SOURCE = "source"  # its source was set otherwise
    PUT = "put"  # kind, modality, cue or the words that name the source were set otherwise
    RIGHT = "right"
    MISSED = "missed"  # the engine did not find it


_PUT = ("kind", "modality", "cue", "chain")
# In place of a rule: quotations of languages that are not read are found by none.
UNREAD = "unread"
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
    """All together, and by language, construction, outlet (None: not given) and engine."""

    texts: int
    whole: Tally
    by_language: Mapping[str, Tally]
    by_construction: Mapping[str, Tally]
    by_outlet: Mapping[int | None, Tally]
    by_engine: Mapping[str, Tally]


def precision(language: str = "") -> Precision:
    """Of all checked texts, or those in one language. Up to three queries."""
    checks = TextCheck.objects.standing().select_related("version__article__outlet")
    if language:
        checks = checks.filter(version__article__language=language)
    rows = list(checks.defer("version__text").order_by("-pk")[:TEXTS_AT_MOST])
    standing_for = _standing_for(rows)
    whole = Tally()
    groups: list[defaultdict[Any, Tally]] = [defaultdict(Tally) for _ in range(4)]
    for check in rows:
        article = check.version.article
        outlet = article.outlet.source_id if article.outlet else None
        for one in check.claims:
            became = _became(one["said"], one["stands"], standing_for)
            if became is None:
                continue
            whole.became[became] += 1
            rule = (one["construction"] or "") if article.language_known else UNREAD
            keys = (article.language, None if became is Became.MISSED else rule, outlet)
            for group, key in zip(groups, (*keys, check.engine), strict=True):
                group[key].became[became] += 1
    languages, constructions, outlets, engines = groups
    constructions.pop(None, None)
    return Precision(len(rows), whole, languages, constructions, outlets, engines)


def _standing_for(checks: Iterable[TextCheck]) -> dict[int, int]:
    """What the sources of all of them stand for now."""
    sides = [one[side] for check in checks for one in check.claims for side in ("said", "stands")]
    ids = {pk for side in sides if side for pk in side["sources"]}
    return {pk: row.pk for pk, row in Source.objects.standing_for(ids).items()}


def _became(said: Json | None, stands: Json | None, standing_for: dict[int, int]) -> Became | None:
    """By what the engine said and what was checked, whatever happened in between."""
    if said is None or stands is None:
        return Became.MISSED if stands else Became.REJECTED if said else None
    if said["content"] != stands["content"]:
        return Became.CONTENT
    before, after = ([standing_for[pk] for pk in side["sources"]] for side in (said, stands))
    if before != after:
        return Became.SOURCE
    return Became.RIGHT if all(said[name] == stands[name] for name in _PUT) else Became.PUT
