"""The documented format of claims."""

import json
from datetime import date
from typing import Any

from claims.extraction.claims_format import document
from claims.extraction.types import (
    Claim,
    Construction,
    Extraction,
    Kind,
    Link,
    Modality,
    ResolvedBy,
    Role,
    Span,
    TimeExpression,
)

TEXT = "نقلت وكالة سدرة عن 3 مصادر قولها أمس: «انهار الجسر والسد». وأضافت: «نبحث»."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SIDRA = Link(Role.RELAYER, at("وكالة سدرة"), None, ResolvedBy.NAMED, cue=at("نقلت"))
THREE = Link(Role.ORIGIN, at("3 مصادر"), None, ResolvedBy.NAMED, at("قولها"), True, 3)
FELL = Claim(
    at("انهار الجسر والسد"),
    Kind.DIRECT,
    Modality.ASSERTED,
    at("نقلت"),
    Construction.RELAYED,
    (at("نقلت"), at("قولها")),
    (SIDRA, THREE),
    TimeExpression(at("أمس"), date(2026, 11, 23)),
    (at("الجسر"), at("السد")),
)
SEARCHING = Claim(
    at("نبحث"),
    Kind.DIRECT,
    Modality.ASSERTED,
    at("وأضافت"),
    Construction.QUOTATION_AFTER,
    (at("وأضافت"),),
    (Link(Role.ORIGIN, None, at("3 مصادر"), ResolvedBy.DROPPED_SUBJECT, None, True, 3),),
)


def told(*claims: Claim) -> dict[str, Any]:
    return json.loads(json.dumps(document(TEXT, Extraction("ar", True, claims, 2))))


def spans(value: Any) -> list[dict[str, Any]]:
    """Every object anywhere inside that has a start."""
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if not isinstance(value, dict):
        return []
    return (
        [value] if "start" in value else [span for item in value.values() for span in spans(item)]
    )


def test_an_article_is_told_with_its_language_and_hash() -> None:
    told_of = told()
    assert told_of["language"] == "ar"
    assert told_of["language_known"] is True
    assert len(told_of["text_sha256"]) == 64
    assert told_of["claims"] == []


def test_a_claim_has_every_documented_field() -> None:
    [claim] = told(FELL)["claims"]
    assert {*claim} == {
        "content",
        "kind",
        "modality",
        "cue",
        "construction",
        "because",
        "attribution",
        "time",
        "parts",
    }
    assert (claim["kind"], claim["modality"]) == ("direct", "asserted")
    assert claim["construction"] == "relayed"
    assert [word["quote"] for word in claim["because"]] == ["نقلت", "قولها"]
    relayer, origin = claim["attribution"]
    assert {"role", "mention", "antecedent", "resolved_by", "anonymous", "count"} <= {*origin}
    assert (relayer["role"], relayer["anonymous"], relayer["count"]) == ("relayer", False, None)
    assert (origin["role"], origin["anonymous"], origin["count"]) == ("origin", True, 3)
    assert claim["time"]["date"] == "2026-11-23"
    assert [part["quote"] for part in claim["parts"]] == ["الجسر", "السد"]


def test_every_span_stands_with_its_words() -> None:
    found = spans(told(FELL, SEARCHING))
    assert len(found) == 15
    for span in found:
        assert TEXT[span["start"] : span["end"]] == span["quote"]


def test_what_the_language_drops_is_null() -> None:
    [claim] = told(SEARCHING)["claims"]
    [origin] = claim["attribution"]
    assert origin["mention"] is None
    assert origin["antecedent"]["quote"] == "3 مصادر"
    assert origin["resolved_by"] == "dropped_subject"
    assert claim["time"] is None
