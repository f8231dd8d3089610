"""What a person may see of the findings of others: the second reviewer finds blind.

Pages and API ask here before they show a finding or an entry of the record that tells of one.
"""

import json
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet

from claims.models import Decision, Finding, RecordEntry, Round


def hidden_findings(statement_ids: Iterable[int], person: User) -> "QuerySet[Finding]":
    """First findings of others to which no second one was given.

    Also of a round that was broken off, its finding taken back perhaps, until the statement is
    decided: whoever signs second in the next round has to be as blind.
    """
    decided = Decision.objects.filter(
        statement=OuterRef("round__statement"), round__gt=OuterRef("round")
    )
    second = Finding.objects.filter(round=OuterRef("round"), place=Finding.Place.SECOND)
    return Finding.objects.filter(
        ~Exists(second),
        ~Exists(decided),
        place=Finding.Place.FIRST,
        round__statement__in=set(statement_ids),
        round__statement__merged_into=None,
        round__outcome__in=(Round.Outcome.OPEN, Round.Outcome.BROKEN_OFF),
    ).exclude(reviewer=person)


def hidden_rounds(statement_ids: Iterable[int], person: User) -> set[int]:
    """The rounds whose first finding this person may not see yet. One query."""
    return set(hidden_findings(statement_ids, person).values_list("round", flat=True))


def findings_of(statement_ids: Iterable[int], person: User) -> "QuerySet[Finding]":
    """All that this person may see."""
    ids = set(statement_ids)
    hidden = hidden_findings(ids, person).values("pk")
    return Finding.objects.filter(round__statement__in=ids).exclude(pk__in=hidden)


def is_hidden(entry: RecordEntry, rounds: set[int]) -> bool:
    """Whether an entry tells of a finding in one of these rounds."""
    return (
        bool(rounds)
        and entry.action == "finding.given"
        and json.loads(entry.body)["after"]["round"] in rounds
    )


def history_of(statement_id: int, person: User) -> "QuerySet[RecordEntry]":
    """The entries about a statement that this person may see."""
    entries = RecordEntry.objects.filter(statement=statement_id)
    rounds = hidden_rounds([statement_id], person)
    if not rounds:
        return entries
    given = entries.filter(action="finding.given")
    return entries.exclude(sequence__in=[one.sequence for one in given if is_hidden(one, rounds)])
