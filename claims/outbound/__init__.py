"""Every byte that leaves goes through here: addresses are checked, answers are bounded."""

from claims.outbound.exchange import Hop
from claims.outbound.fetch import Fetched, check_address, fetch
from claims.outbound.limits import Limits
from claims.outbound.network import Network
from claims.outbound.post import Answered, post

__all__ = ["Answered", "Fetched", "Hop", "Limits", "Network", "check_address", "fetch", "post"]
