"""What the address of the reader asks for, and the addresses that ask for something else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from claims.models import Claim

# In ?source=, beside the ids of sources: claims in the outlet's own voice, and those of which the
# text or the engine does not tell whose they are.
OWN_VOICE = 0
NO_SOURCE = -1
# All sources together that this reader may not see: apart, they would tell which claims are whose.
HIDDEN = -2
_WORDS = {"none": NO_SOURCE, "protected": HIDDEN}


@dataclass(frozen=True, slots=True)
class Choice:
    """One state of the reader. What cannot be read in an address is left out, never an error."""

    claim: int | None = None
    sources: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    version: int | None = None
    invisible: bool = False

    @classmethod
    def of(cls, query: QueryDict) -> "Choice":
        return cls(
            claim=_number(query.get("claim", "")),
            sources=_once(n for v in query.getlist("source") if (n := _source(v)) is not None),
            kinds=_once(v for v in query.getlist("kind") if v in Claim.Kind.values),
            modalities=_once(v for v in query.getlist("modality") if v in Claim.Modality.values),
            version=_number(query.get("version", "")),
            invisible=query.get("invisible") == "1",
        )

    @property
    def is_filtered(self) -> bool:
        return bool(self.sources or self.kinds or self.modalities)

    def shows(self, claim: Claim, origin: int) -> bool:
        """Whether the claim passes the filters; ``origin`` is its source's id, OWN_VOICE,
        NO_SOURCE or HIDDEN."""
        return (
            (not self.sources or origin in self.sources)
            and (not self.kinds or claim.kind in self.kinds)
            and (not self.modalities or claim.modality in self.modalities)
        )

    def address(self) -> str:
        """The query that asks for this state, from "?" on."""
        pairs: list[tuple[str, object]] = []
        if self.version is not None:
            pairs.append(("version", self.version))
        words = {origin: word for word, origin in _WORDS.items()}
        pairs += [("source", words.get(one, one)) for one in self.sources]
        pairs += [("kind", one) for one in self.kinds]
        pairs += [("modality", one) for one in self.modalities]
        if self.invisible:
            pairs.append(("invisible", 1))
        if self.claim is not None:
            pairs.append(("claim", self.claim))
        return "?" + urlencode(pairs)

    def at(self, claim: int | None) -> str:
        """The address of another claim, everything else as it is; it begins at its words."""
        place = f"#c{claim}" if claim is not None else ""
        return replace(self, claim=claim).address() + place

    def toggled(self, field: str, value: int | str) -> str:
        """The address with one filter set, or removed where it was set."""
        standing = getattr(self, field)
        after = (
            tuple(one for one in standing if one != value)
            if value in standing
            else (*standing, value)
        )
        changed: dict[str, Any] = {field: after}
        return replace(self, **changed).address()

    def unfiltered(self) -> str:
        return replace(self, sources=(), kinds=(), modalities=()).address()


def _source(given: str) -> int | None:
    return _WORDS.get(given, _number(given))


def _number(given: str) -> int | None:
    # Ten digits are more than any id has; int() of a longer text would only cost time.
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 10 else None


def _once(values: Iterable) -> tuple:
    return tuple(dict.fromkeys(values))
