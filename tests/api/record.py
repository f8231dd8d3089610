"""A record for the API to read: the article about a bridge, and what the shape of it must be."""

from typing import Any

from claims.models import Source
from claims.sources import protection
from tests.factories import JobFactory, SourceFactory, UserFactory, VersionFactory
from tests.web.reader_data import Bridge, the_bridge


def a_whole_record() -> Bridge:
    """Something at every address: merged, related and protected sources, versions, jobs of all
    states."""
    bridge = the_bridge()
    harbour = SourceFactory(also=["Harbour Board"], merged_into=bridge.ports)
    harbour.relations.create(kind="part_of", target=bridge.ports, since="2020-01-01")
    Source.objects.filter(pk=bridge.unnamed.pk).update(relayed_by=bridge.sidra, count=3)
    for state in ("queued", "done", "failed"):
        JobFactory(version=VersionFactory(), state=state)
    VersionFactory(article=bridge.article, number=2, text="نص جديد.")
    protection.protect(source=bridge.nouri, by=UserFactory(), people=[], reason="A threat.")
    return bridge


def assert_spans(told: Any, text: str) -> int:
    """Every span in a reply says what stands between its offsets; gives how many there are."""
    if isinstance(told, list):
        return sum(assert_spans(one, text) for one in told)
    if not isinstance(told, dict):
        return 0
    if "quote" not in told:
        return sum(assert_spans(one, text) for one in told.values())
    assert told["quote"] == text[told["start"] : told["end"]]
    return 1
