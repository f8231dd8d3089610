"""A text that the engine reads, and claims of it with some fields set otherwise."""

from typing import Any

import pytest

from claims.amending import ClaimValue, amend, value_of
from claims.errors import AmendmentRefused
from claims.extraction.types import Span
from claims.models import (
    ArticleVersion,
    Claim,
    Round,
    Statement,
)

TEXT = (
    "قالت هيئة الموانئ إن الجسر مغلق والسد سليم. ونقلت وكالة سدرة عن مدير الميناء هالة سعد "
    "قولها إن السفن غادرت. وأُغلق الطريق الساحلي أمس."
)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def claim_of(version: ArticleVersion, words: str) -> Claim:
    return version.claims.current().get(quote=words)


def now(claim: Claim) -> ClaimValue:
    fresh = Claim.objects.get(pk=claim.pk)
    return value_of(fresh, fresh.links.order_by("position"))


def changed(claim: Claim, **fields: Any) -> ClaimValue:
    value = now(claim)
    names = ("content", "kind", "modality", "cue", "chain")
    return ClaimValue(**{name: fields.get(name, getattr(value, name)) for name in names})


def refusal(**given: Any) -> str:
    with pytest.raises(AmendmentRefused) as refused:
        amend(**given)
    return str(refused.value)


def under_review(claim: Claim) -> Round:
    """A first finding waits for a second one."""
    row = Statement.objects.get(pk=claim.statement_id)
    row.work = "second_review"
    row.follow()
    row.save()
    return Round.objects.create(statement=row)
