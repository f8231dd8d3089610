"""How many independent origins stand behind a statement."""

from claims.corroboration.independence import Because, Independence, Origin, Pair, Relation, weigh
from claims.corroboration.origins import Report, Standing, standing_of

__all__ = [
    "Because",
    "Independence",
    "Origin",
    "Pair",
    "Relation",
    "Report",
    "Standing",
    "standing_of",
    "weigh",
]
