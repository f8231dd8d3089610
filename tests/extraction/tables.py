"""Claims of short texts, each told in one line, and the tables that they are tested by.

A table holds the name of a construction behind #, then texts, and under each of them, indented, the
claims that are expected of it, in the order of their content:

    # verb before its subject
    قال محافظ درنيل سامر نور إن الجسر مغلق. وأضاف أن السد سليم.
      indirect by محافظ درنيل سامر نور cue قال says الجسر مغلق
      indirect by ∅ = محافظ درنيل سامر نور cue أضاف says السد سليم

A chain reads relayer > origin, a link «mention = antecedent»: ∅ stands for a dropped subject, … for
a link that is carried on from the claim before. «nobody» is hearsay. Asserted is not said. ¶ ends a
line of the text; a text under which nothing stands makes no claim.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from claims.extraction import extract
from claims.extraction.types import Claim, Kind, Link, Modality, ResolvedBy

# A Tuesday.
PUBLISHED = date(2026, 11, 24)
NOT_MENTIONED = {ResolvedBy.DROPPED_SUBJECT: "∅", ResolvedBy.CONTINUED: "…"}


def claims_of(text: str, language: str = "ar") -> tuple[Claim, ...]:
    return extract(text, language, PUBLISHED).claims


def told(text: str, language: str = "ar") -> list[str]:
    """Every claim of a text in one line each."""
    return [line(text, claim) for claim in claims_of(text, language)]


def line(text: str, claim: Claim) -> str:
    said = [claim.kind.value]
    if claim.modality is not Modality.ASSERTED:
        said.append(claim.modality.value)
    if claim.kind is not Kind.NARRATION:
        said += ["by", chain(text, claim)]
    if claim.cue:
        said += ["cue", claim.cue.of(text)]
    return " ".join([*said, "says", claim.content.of(text)])


def chain(text: str, claim: Claim) -> str:
    return " > ".join(link(text, one) for one in claim.attribution) or "nobody"


def link(text: str, one: Link) -> str:
    named = one.mention.of(text) if one.mention else NOT_MENTIONED[one.resolved_by]
    if not one.antecedent:
        return named
    if one.mention and one.resolved_by is not ResolvedBy.ANAPHORA:
        named += f" ({one.resolved_by.value})"
    return f"{named} = {one.antecedent.of(text)}"


def table(rows: str) -> list[Any]:
    """The texts of a table with their claims, named after their construction."""
    return [
        pytest.param(text, claims, id=f"{name} {number}")
        for name, number, text, claims in read(rows)
    ]


def lacking(rows: str) -> list[Any]:
    """A table of what the engine does not do yet; the names of its constructions say why."""
    return [
        lacks(name, text, claims, id=f"{name} {number}")
        for name, number, text, claims in read(rows)
    ]


def lacks(reason: str, *values: object, id: str | None = None) -> Any:
    """A row that is not read rightly yet; raising is never what is expected."""
    mark = pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)
    return pytest.param(*values, id=id, marks=mark)


def read(rows: str) -> Iterator[tuple[str, int, str, list[str]]]:
    name, number = "", 0
    text, claims = "", list[str]()
    for row in [*rows.strip().splitlines(), "#"]:
        if row.startswith(" "):
            claims.append(row.strip())
            continue
        if text:
            number += 1
            yield name, number, text, claims
            text, claims = "", []
        if row.startswith("#"):
            name, number = row[1:].strip(), 0
        elif row:
            text = row.replace("¶", "\n")
