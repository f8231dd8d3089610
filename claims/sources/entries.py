"""Which entries of the record say something of a source that the reader may not see."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from claims.models import Alarm, Attribution, RecordEntry
from claims.sources.seeing import hidden_among

# What is done to a claim and its chain; "held" are the sources that stood or stand in it.
AMENDED = ("claim.changed", "claim.split", "claim.joined", "claim.added")


def entries_kept_back(rows: Iterable[RecordEntry]) -> set[int]:
    """The sequences of those whose reason and people are for those named only. Up to six queries.

    What was said of a link belongs to every source that the link ever meant, and what was said of a
    claim to every source that ever stood in its chain.
    """
    bodies = {row: json.loads(row.body) for row in rows}
    links = {row: link for row, body in bodies.items() if (link := _link(row, body)) is not None}
    claims = {row: pk for row, body in bodies.items() if (pk := _claim(row, body)) is not None}
    of_links = _sources_of(links.values())
    of_claims = sources_of_claims(claims.values())
    sources = {
        row.sequence: _sources(row, body).union(
            of_links[links[row]] if row in links else (),
            of_claims[claims[row]] if row in claims else (),
        )
        for row, body in bodies.items()
    }
    wanted = set().union(*sources.values())
    hidden = hidden_among(wanted) if wanted else set()
    return {sequence for sequence, ids in sources.items() if ids & hidden}


def claims_kept_back(ids: Collection[int]) -> set[int]:
    """Those of the claims in whose chain a source stands, or stood, that the reader may not see."""
    of_claims = sources_of_claims(ids)
    wanted = set().union(*of_claims.values())
    hidden = hidden_among(wanted) if wanted else set()
    return {pk for pk, sources in of_claims.items() if sources & hidden}


def sources_of_claims(ids: Collection[int]) -> dict[int, set[int]]:
    """Every source that stands or ever stood in the chain of each claim. Up to four queries."""
    found: dict[int, set[int]] = defaultdict(set)
    if not ids:
        return found
    links = dict(Attribution.objects.filter(claim__in=ids).values_list("pk", "claim"))
    for link, sources in _sources_of(links).items():
        found[links[link]] |= sources
    amended = RecordEntry.objects.filter(
        subject_type="claim", subject_id__in=ids, action__in=AMENDED
    )
    for row in amended:
        found[row.subject_id] |= set(json.loads(row.body)["after"]["held"])
    return found


def _claim(row: RecordEntry, body: dict[str, Any]) -> int | None:
    """The claim that it is about, if a person said something of one."""
    if row.subject_type == "claim" and row.action in (*AMENDED, "claim.dismissed"):
        return row.subject_id
    after = body["after"] or {}
    is_told = row.action == "statement.broken_off" or _cause(row, body, Alarm.Cause.AMENDED)
    return after.get("claim") if is_told else None


def _link(row: RecordEntry, body: dict[str, Any]) -> int | None:
    """The link that it is about, if it is about one."""
    if row.subject_type == "link":
        return row.subject_id
    return _cause(row, body, Alarm.Cause.LINK, Alarm.Cause.CHAIN).get("link")


def _sources(row: RecordEntry, body: dict[str, Any]) -> set[int]:
    """The sources that the entry itself holds."""
    after = body["after"] or {}
    found = [side.get("source_id") for side in (body["before"] or {}, after)]
    if row.subject_type == "source":
        found += [row.subject_id, after.get("into")]
    # Elsewhere "one" and "other" are statements.
    pair = after if row.action == "origins.judged" else _cause(row, body, Alarm.Cause.ORIGINS)
    found += [pair.get("one"), pair.get("other")]
    found.append(_cause(row, body, Alarm.Cause.SOURCES).get("source"))
    return {pk for pk in found if pk is not None}


def _cause(row: RecordEntry, body: dict[str, Any], *causes: str) -> dict[str, Any]:
    """What an alarm of one of these causes tells; {} of anything else."""
    after = body["after"] or {}
    is_one = row.action == "statement.stale" and after.get("cause") in causes
    return after if is_one else {}


def _sources_of(links: Collection[int]) -> dict[int, set[int]]:
    """What each link means, and what it meant before somebody set another source. Two queries."""
    found: dict[int, set[int]] = defaultdict(set)
    if not links:
        return found
    for link, source in Attribution.objects.filter(pk__in=links).values_list("pk", "source"):
        found[link].add(source)
    set_anew = RecordEntry.objects.filter(
        subject_type="link", subject_id__in=links, action="link.source_set"
    )
    for row in set_anew:
        found[row.subject_id] |= _sources(row, json.loads(row.body))
    return found
