"""Whether two spans are about the same words: what is found already is not proposed again."""

from collections.abc import Iterable, Sequence

from claims.extraction.types import Span
from claims.second_reader.anchoring import Proposal


def overlap(one: Span, other: Span) -> bool:
    """Whether they have more than half of the shorter one in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common * 2 > min(one.end - one.start, other.end - other.start)


def left(proposals: Sequence[Proposal], taken: Iterable[Span]) -> list[Proposal]:
    """Those that overlap nothing that is taken, nor one another: of two the first."""
    spans, found = list(taken), []
    for proposal in proposals:
        if not any(overlap(proposal.content, span) for span in spans):
            found.append(proposal)
            spans.append(proposal.content)
    return found
