"""What a person may see of the findings of others: the second reviewer finds blind.

Pages and API ask here before they show a finding or an entry of the record that tells of one.
"""

import json
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from claims.models import Finding, RecordEntry, Round, Statement


def hidden_findings(statement_ids: Iterable[int], person: User) -> "QuerySet[Finding]":
    """Those of others, as long as their round is open and no third person has to read them."""
    return Finding.objects.filter(
        ~Q(round__statement__work=Statement.Work.ADJUDICATION),
        ~Q(reviewer=person),
        round__statement__in=set(statement_ids),
        round__outcome=Round.Outcome.OPEN,
    )


def findings_of(statement_ids: Iterable[int], person: User) -> "QuerySet[Finding]":
    """All that this person may see."""
    ids = set(statement_ids)
    hidden = hidden_findings(ids, person).values("pk")
    return Finding.objects.filter(round__statement__in=ids).exclude(pk__in=hidden)


def history_of(statement_id: int, person: User) -> "QuerySet[RecordEntry]":
    """The entries about a statement that this person may see."""
    entries = RecordEntry.objects.filter(statement=statement_id)
    hidden = dict(hidden_findings([statement_id], person).values_list("reviewer", "round"))
    if not hidden:
        return entries
    given = entries.filter(action="finding.given", actor__in=hidden)
    return entries.exclude(
        sequence__in=[
            entry.sequence
            for entry in given
            if json.loads(entry.body)["after"]["round"] == hidden[entry.actor_id or 0]
        ]
    )
