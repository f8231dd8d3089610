"""An extraction as plain values, in the documented format that programs exchange as JSON lines."""

import hashlib
from typing import Any

from claims.extraction.types import Claim, Extraction, Link, Span


def document(text: str, extraction: Extraction) -> dict[str, Any]:
    """All claims of a text, each span with its words, for ``json.dumps``."""
    return {
        "language": extraction.language,
        "language_known": extraction.language_known,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "claims": [_claim(text, claim) for claim in extraction.claims],
    }


def _claim(text: str, claim: Claim) -> dict[str, Any]:
    time = None
    if claim.time:
        date = claim.time.date
        time = {**_span(text, claim.time.span), "date": date.isoformat() if date else None}
    return {
        "content": _span(text, claim.content),
        "kind": claim.kind.value,
        "modality": claim.modality.value,
        "cue": _optional(text, claim.cue),
        "construction": claim.construction.value,
        "because": [_span(text, words) for words in claim.because],
        "attribution": [_link(text, link) for link in claim.attribution],
        "time": time,
        "parts": [_span(text, part) for part in claim.parts],
    }


def _link(text: str, link: Link) -> dict[str, Any]:
    return {
        "role": link.role.value,
        "mention": _optional(text, link.mention),
        "antecedent": _optional(text, link.antecedent),
        "resolved_by": link.resolved_by.value,
        "cue": _optional(text, link.cue),
        "anonymous": link.anonymous,
        "count": link.count,
    }


def _optional(text: str, span: Span | None) -> dict[str, Any] | None:
    return _span(text, span) if span else None


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": span.of(text)}
