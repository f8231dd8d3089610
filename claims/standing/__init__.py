"""How a statement stands: its counts, its place in the queue, whether it is stale.

What follows by itself when something else changes. A corroboration status is never changed here.
"""

from claims.standing.following import (
    locked_claim,
    locked_standing,
    recount,
    standing_ids,
    touched,
)
from claims.standing.notices import tell, way_unless_chosen
from claims.standing.staleness import Rests, flag
from claims.standing.urgency import rank_of

__all__ = [
    "Rests",
    "flag",
    "locked_claim",
    "locked_standing",
    "rank_of",
    "recount",
    "standing_ids",
    "tell",
    "touched",
    "way_unless_chosen",
]
