"""Statements: in a list with the words of their first claim, and whole with all that is known."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Min, Q
from django.utils import timezone

from claims.api.documents import claims, desk
from claims.api.documents.people import people
from claims.api.documents.sources import brief
from claims.api.links import Links
from claims.corroboration import Standing
from claims.models import (
    Alarm,
    Attempt,
    Attribution,
    Claim,
    Comment,
    Correction,
    Decision,
    Evidence,
    Finding,
    OriginJudgement,
    Regrouping,
    Round,
    Statement,
)
from claims.review import workflow
from claims.review.blindness import findings_of
from claims.review.facts import Stand, contradictions_of, stand_of
from claims.review.lifecycle import why_not_undo
from claims.review.reliability import suggested_digit
from claims.review.signing import Turn, turn_of
from claims.sources.seeing import hidden_among, seen

COLUMNS = (
    *("id", "version", "corroboration", "work", "needs", "priority", "due", "assignee_id"),
    *("held_by_id", "held_until", "stale_since", "published_as", "reports"),
    *("open_contradictions", "language", "rank", "merged_into_id", "created_at"),
)
Row = dict[str, Any]


def listed(rows: Sequence[Row], links: Links) -> list[Row]:
    """Rows of COLUMNS. Three queries."""
    who = people(rows)
    firsts = (
        Claim.objects.current()
        .filter(statement__in=[row["id"] for row in rows])
        .order_by()
        .values("statement")
        .annotate(first=Min("pk"))
        .values_list("first", flat=True)
    )
    said = {
        claim["statement_id"]: {"id": claim["id"], "quote": claim["quote"]}
        for claim in Claim.objects.filter(pk__in=list(firsts))
        .order_by()
        .values("id", "statement_id", "quote")
    }
    now = timezone.now()
    found = []
    for row in rows:
        is_held = row["held_until"] is not None and row["held_until"] > now
        found.append(
            {
                "id": row["id"],
                "version": row["version"],
                "status": row["corroboration"],
                "work": row["work"],
                "needs": row["needs"] or None,
                "priority": row["priority"],
                "due": row["due"],
                "assignee": who[row["assignee_id"]],
                "held_by": who[row["held_by_id"]] if is_held else None,
                "held_until": row["held_until"] if is_held else None,
                "stale_since": row["stale_since"],
                "published_as": row["published_as"] or None,
                "language": row["language"] or None,
                "report_count": row["reports"],
                "open_contradictions": row["open_contradictions"],
                "created_at": row["created_at"],
                "first_claim": said.get(row["id"]),
                "links": {
                    "self": links.statement(row["id"]),
                    "history": f"{links.statement(row['id'])}history/",
                    "merged_into": None
                    if row["merged_into_id"] is None
                    else links.statement(row["merged_into_id"]),
                },
            }
        )
    return found


def whole(row: Row, person: User, links: Links) -> Row:
    """A row of COLUMNS, with all that this person may see and do. About forty queries."""
    statement = Statement.objects.select_related("held_by").get(pk=row["id"])
    stand, turn = stand_of(statement), turn_of(statement, person)
    return {
        **listed([row], links)[0],
        "suggested_digit": suggested_digit(statement),
        "reports": _reports(stand.standing, links),
        "independence": _independence(stand, links),
        "turn": {"place": turn.place, "why": turn.why or None},
        "offers": _offers(stand, turn),
        **_put_on_record(statement, stand, person, links),
    }


def _reports(standing: Standing, links: Links) -> list[Row]:
    """The claims with their chains, and what they count for, in the order of publication."""
    ids = [report.claim.pk for report in standing.reports]
    rows = Claim.objects.filter(pk__in=ids).order_by().values(*claims.WITH_ARTICLE)
    documents = {one["id"]: one for one in claims.listed(rows, links)}
    judged: dict[int, list[tuple[int, str]]] = defaultdict(list)
    chained = Attribution.objects.filter(claim__in=ids).order_by("claim_id", "position")
    for claim, pk, status in chained.values_list("claim_id", "id", "status"):
        judged[claim].append((pk, status))
    found = []
    hidden = hidden_among(report.origin for report in standing.reports)
    for report in standing.reports:
        document = documents[report.claim.pk]
        chain = zip(document["attribution"], judged[report.claim.pk], strict=True)
        for told, (pk, status) in chain:
            judge = {"judge": f"{links.root}links/{pk}/judge/"}
            told |= {"id": pk, "status": status, "links": judge}
        found.append(
            {
                "claim": document,
                "origin": None if report.origin in hidden else report.origin,
                "counted": report.origin is not None,
                "archived": report.is_archived,
            }
        )
    return found


def _independence(stand: Stand, links: Links) -> Row:
    weighed = stand.standing.independence
    by_pk = {source.pk: source for source in stand.standing.sources.values()}
    hidden = hidden_among(origin.source for origin in weighed.origins)
    of_group = OriginJudgement.objects.filter(statement__in=stand.group)
    judged = list(seen(seen(of_group, "one__"), "other__").values(*desk.ORIGINS))
    return {
        "told": stand.standing.told(),
        "origins": [
            {
                "source": brief(by_pk[origin.source], links),
                "unnamed": origin.is_unnamed,
                "articles": sorted(origin.articles),
            }
            for origin in weighed.origins
        ],
        "pairs": [
            {
                "one": None if pair.one in hidden else pair.one,
                "other": None if pair.other in hidden else pair.other,
                "relation": pair.relation,
                "because": pair.because,
            }
            for pair in weighed.pairs
        ],
        "judgements": desk.origins(judged, people(judged)),
    }


def _offers(stand: Stand, turn: Turn) -> list[Row]:
    """Every status with what is missing for it, also where it is somebody else's turn."""
    grounds = workflow.Grounds(stand.evidence)
    return [
        {
            "verdict": offer.status,
            "label": offer.label,
            "signatures": offer.signatures,
            "one_confirms": offer.one_confirms,
            "missing": list(offer.missing),
        }
        for offer in workflow.offers(stand.facts, grounds, turn.between)
    ]


# Key of the reply -> model with a column "statement", columns, order.
_OF_GROUP: dict[str, tuple[Any, tuple[str, ...], str]] = {
    "evidence": (Evidence, desk.EVIDENCE, "id"),
    "attempts": (Attempt, desk.ATTEMPT, "id"),
    "comments": (Comment, desk.COMMENT, "id"),
    "corrections": (Correction, desk.CORRECTION, "-id"),
    "decisions": (Decision, desk.DECISION, "-id"),
}


def _put_on_record(statement: Statement, stand: Stand, person: User, links: Links) -> Row:
    group = stand.group
    rows: dict[str, list[Row]] = {
        name: list(model.objects.filter(statement__in=group).order_by(order).values(*columns))
        for name, (model, columns, order) in _OF_GROUP.items()
    }
    alarms = Alarm.objects.filter(statement=statement, settled_by=None)
    rows["alarms"] = list(alarms.order_by("-id").values(*desk.ALARM))
    between = contradictions_of(group).order_by("id")
    rows["contradictions"] = list(between.values(*desk.CONTRADICTION))
    moved = Regrouping.objects.filter(Q(origin__in=group) | Q(target__in=group))
    rows["regroupings"] = list(moved.order_by("-id").values(*desk.REGROUPING))
    who = people(*rows.values())
    independent = {one.contradiction.pk: one.is_independent for one in stand.against}
    undoable = _undoable(statement, person)
    return {
        "alarms": desk.alarms(rows["alarms"], who),
        "contradictions": desk.contradictions(rows["contradictions"], who, links, independent),
        "evidence": desk.evidence(rows["evidence"], who, links),
        "attempts": desk.attempts(rows["attempts"], who),
        "comments": desk.comments(rows["comments"], who),
        "corrections": desk.corrections(rows["corrections"], who),
        "regroupings": desk.regroupings(rows["regroupings"], who, links),
        "decisions": desk.decisions(rows["decisions"], who, links, undoable),
        "rounds": _rounds(group, person),
    }


def _undoable(statement: Statement, person: User) -> set[int]:
    """Only the newest decision can be one that may be taken back."""
    newest = Decision.objects.filter(statement=statement).select_related("round").first()
    if newest is None or why_not_undo(newest, statement, person):
        return set()
    return {newest.pk}


def _rounds(group: Sequence[int], person: User) -> list[Row]:
    """Newest first, each with the findings that this person may see."""
    visible = findings_of(group, person).order_by("round_id", "place")
    findings = list(visible.values(*desk.FINDING))
    rests: dict[int, list[int]] = defaultdict(list)
    through = Finding.evidence.through.objects.filter(finding__in=[one["id"] for one in findings])
    for finding, evidence in through.order_by("evidence").values_list("finding", "evidence"):
        rests[finding].append(evidence)
    of_round: dict[int, list[Row]] = defaultdict(list)
    documents = desk.findings(findings, people(findings), rests)
    for row, document in zip(findings, documents, strict=True):
        of_round[row["round_id"]].append(document)
    rounds = Round.objects.filter(statement__in=group).order_by("-id")
    return [
        {**row, "findings": of_round[row["id"]]}
        for row in rounds.values("id", "outcome", "opened_at", "closed_at")
    ]
