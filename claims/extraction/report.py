"""What a language pack reads out of a sentence, in words of the document, before it is resolved."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from claims.extraction.types import Construction, Kind, Modality


class Words(NamedTuple):
    """Words first … end - 1 of the document, less ``prefix`` letters at the head of the first and
    ``suffix`` letters at the end of the last («Ak'ın»)."""

    first: int
    end: int
    prefix: int = 0
    suffix: int = 0


class Agreement(NamedTuple):
    """What words say of who they are about: gender "m", "f", "c" (a person, either), "n" (a body,
    a thing: *it*) or "", number "s", "d", "p" or ""."""

    gender: str = ""
    number: str = ""

    def fits(self, other: "Agreement") -> bool:
        """Whether both can be about one source; what is not said fits everything."""
        return _gender_fits(self.gender, other.gender) and (
            not self.number or not other.number or self.number == other.number
        )


def _gender_fits(one: str, other: str) -> bool:
    if not one or not other or one == other:
        return True
    return "c" in (one, other) and "n" not in (one, other)


ANYBODY = Agreement()


@dataclass(slots=True)
class Mention:
    """Words that name a source, as the pack understands them.

    ``head`` is what it is (*source*, *ministry*; "" for a bare name) and ``heads`` all that may
    stand for the same; ``names`` are the words that name it and nothing else, ``bag`` these and
    every other word beside the head. A ``generic`` mention (*the sources*) means somebody mentioned
    before; an ``indefinite`` one (*an official*) introduces somebody.
    """

    words: Words
    head: str
    heads: frozenset[str]
    names: frozenset[str]
    bag: frozenset[str]
    agreement: Agreement
    # Somebody, rather than a body or a document.
    person: bool = False
    generic: bool = False
    # «he», «они»: no word of it tells who, only its agreement does, like that of a verb without a
    # subject.
    pronoun: bool = False
    indefinite: bool = False
    anonymous: bool = False
    count: int | None = None
    # Words of the last speaker («وأضاف البيان»): whoever spoke last, where none like it did.
    of_last: bool = False
    # Marks the mention itself as unconfirmed («تقارير غير مؤكدة»).
    unconfirmed: bool = False


class Manner(StrEnum):
    """How a report comes to its source."""

    NAMED = "named"
    DROPPED = "dropped"  # agreement of the verb alone
    CONTINUED = "continued"  # an adjunct to the claim before («مشيرا إلى»)
    NOBODY = "nobody"  # impersonal hearsay


@dataclass(slots=True)
class Voice:
    """One link: who, by which words, or only with what the verb says of them."""

    mention: Mention | None
    cue: Words | None = None
    agreement: Agreement = ANYBODY


@dataclass(slots=True)
class Report:
    """One cue with its content; ``voices`` from the outermost relayer to the origin.

    ``goes_on`` where the words continue what was being said (*added*), so that relayers carry
    over. ``clause`` is where the words of this report begin. ``because`` holds words other than
    the cues of the report and its voices by which it was recognised: a complementiser, a colon.
    """

    cue: Words | None
    content: Words
    manner: Manner
    voices: list[Voice]
    construction: Construction
    modality: Modality | None = None
    kind: Kind | None = None
    goes_on: bool = False
    colon: bool = False
    clause: int = 0
    # A nested report: what follows speaks of the outer voice again.
    nested: bool = False
    candidates: list[Mention] = field(default_factory=list)
    because: list[Words] = field(default_factory=list)
