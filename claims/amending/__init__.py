"""People set right what the engine found; what it said stays on record beside what they say."""

from claims.amending.amend import add, amend, join, split
from claims.amending.checks import check_text, take_back
from claims.amending.values import ClaimValue, LinkValue, value_of

__all__ = [
    "ClaimValue",
    "LinkValue",
    "add",
    "amend",
    "check_text",
    "join",
    "split",
    "take_back",
    "value_of",
]
