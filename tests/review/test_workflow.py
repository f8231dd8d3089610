"""What may follow what: every pair, and every requirement."""

from dataclasses import replace

import pytest

from claims.models import NO_CLAIM, Attempt, Evidence, Statement
from claims.review import workflow
from claims.review.workflow import Facts, Grounds, missing, offers, rule_for
from tests.factories import EvidenceFactory
from tests.review import desk

Status = Statement.Corroboration
ALL = set(Status)

# domain.md, section 4, written out once more: from where, what is required, how many people.
CORROBORATED = {"two_origins", "all_archived", "no_contradiction"}
TABLE = {
    "single_origin": ({"unassessed"}, {"resolved"}, 1),
    "corroborated": ({"unassessed", "single_origin", "contested"}, CORROBORATED, 2),
    "confirmed": ({"corroborated", "contested"}, CORROBORATED | {"primary_or_admission"}, 2),
    "contested": (ALL, {"independent_contradiction"}, 1),
    "refuted": (ALL, {"decisive"}, 2),
    "retracted": (ALL, {"withdrawal"}, 1),
    "unverifiable": (ALL, {"two_attempts"}, 1),
    "not_checkable": ({"unassessed"}, {"category"}, 1),
    "unassessed": (ALL, set(), 1),
}
PAIRS = [(before, after) for before in Status for after in Status if before != after]


def row_of(before: str, after: str) -> tuple[set[str], int] | None:
    befores, needs, people = TABLE[after]
    if before not in befores:
        return None
    closed = {"no_contradiction"} if (before, after) == ("contested", "refuted") else set()
    return needs | closed, people


def kept(stance: str, nature: str, **more: object) -> Evidence:
    state = Evidence.State.ARCHIVED
    return Evidence(
        **{"stance": stance, "nature": nature, "assessment": "x", "state": state} | more
    )


def all_there(before: str, after: str) -> tuple[Facts, Grounds]:
    """What stands where nothing is missing for ``after``."""
    against = 1 if after == "contested" else 0
    facts = Facts(
        status=Status(before),
        work=Statement.Work.IN_REVIEW,
        is_stale=False,
        reports=2,
        supporting=2,
        archived=2,
        independent=2,
        open_contradictions=against,
        independent_contradictions=against,
        attempts=2,
    )
    evidence = (
        kept("supports", "primary"),
        kept("refutes", "primary"),
        kept("context", "withdrawal"),
    )
    return facts, Grounds(evidence, "opinion")


# For each requirement: how to lack it alone, and what is said then.
LACKING = {
    "resolved": ({"supporting": 0, "archived": 0}, "", "A source is missing"),
    "two_origins": ({"independent": 1}, "", "Independent origins are missing: there is 1 of 2"),
    "all_archived": ({"archived": 1}, "", "1 report has not been archived"),
    "no_contradiction": ({"open_contradictions": 1}, "", "1 contradiction is open"),
    "primary_or_admission": ({}, "supports", "Evidence is missing: an archived admission"),
    "decisive": ({}, "refutes", "Decisive evidence is missing"),
    "independent_contradiction": (
        {"independent_contradictions": 0},
        "",
        "of the open ones none is known to be independent",
    ),
    "withdrawal": ({}, "context", "The archived withdrawal or correction"),
    "two_attempts": ({"attempts": 1}, "", "Recorded attempts are missing: there is 1 of 2"),
    "category": ({}, "category", "Choose why it cannot be checked"),
}


def without(need: str, facts: Facts, grounds: Grounds) -> tuple[Facts, Grounds]:
    changed, given, _said = LACKING[need]
    if given == "category":
        grounds = Grounds(grounds.evidence, "")
    elif given:
        left = tuple(one for one in grounds.evidence if one.stance != given)
        grounds = Grounds(left, grounds.category)
    return replace(facts, **changed), grounds


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_pair_is_offered_and_refused_as_the_table_says(before: str, after: str) -> None:
    facts, grounds = all_there(before, after)
    row, told = rule_for(facts, after), missing(facts, grounds, after)
    wanted = row_of(before, after)
    if wanted is None:
        assert row is None
        [sentence] = told
        assert sentence.startswith("It must first be “")
        assert all(str(Status(one).label) in sentence for one in TABLE[after][0])
        return
    needs, people = wanted
    assert row is not None
    assert told == []
    assert (row.signatures, row.one_confirms) == (people, after == "confirmed")
    assert {need.key for need in row.requires} == needs
    for need in needs:
        [sentence] = missing(*without(need, facts, grounds), after)
        assert LACKING[need][2] in sentence
        assert sentence.endswith(".")


def test_every_requirement_is_lacked_by_some_test() -> None:
    assert {need.key for rule in workflow.RULES for need in rule.requires} == LACKING.keys()


@pytest.mark.parametrize(
    "useless",
    [
        kept("refutes", "report"),  # a party's bare denial
        kept("refutes", "primary", assessment=" "),
        kept("refutes", "primary", state="waiting"),
        kept("refutes", "primary", state="withdrawn"),
        kept("supports", "primary"),
        kept("refutes", "withdrawal"),
    ],
)
def test_what_is_not_decisive_does_not_refute(useless: Evidence) -> None:
    facts, _grounds = all_there("contested", "refuted")
    assert missing(facts, Grounds((useless,)), "refuted")
    assert not missing(
        facts, Grounds((useless, kept("refutes", "admission", assessment=""))), "refuted"
    )


@pytest.mark.parametrize("status", Status)
def test_a_status_is_given_again_only_where_it_is_stale(status: str) -> None:
    facts, grounds = all_there(status, status)
    if status == "contested":
        assert facts.independent_contradictions
    assert missing(facts, grounds, status) == ["It has this status already."]
    stale = replace(facts, is_stale=True)
    rule = rule_for(stale, status)
    assert rule is not None
    assert {need.key for need in rule.requires} == TABLE[status][1]
    assert missing(stale, grounds, status) == []


def test_every_status_is_offered_with_what_is_missing_but_its_own() -> None:
    facts, grounds = all_there("unassessed", "corroborated")
    found = {offer.status: offer for offer in offers(facts, grounds)}
    assert list(found) == [status for status in Status if status != "unassessed"]
    ready = {status for status, offer in found.items() if offer.is_ready}
    assert ready == set(Status) - {"unassessed", "confirmed", "contested"}
    assert {s for s, offer in found.items() if offer.signatures == 2} == {
        *("corroborated", "confirmed", "refuted")
    }
    nothing = list(offers(facts, Grounds()))
    assert {one.status for one in nothing if one.is_ready} == {
        *("single_origin", "corroborated", "unverifiable", "not_checkable")
    }


def test_whoever_adjudicates_is_offered_that_there_is_no_claim() -> None:
    facts, grounds = all_there("unassessed", "corroborated")
    third = list(offers(facts, grounds, ["corroborated", "unassessed"]))
    assert [one.status for one in third if one.status not in Status.values] == [NO_CLAIM]
    again = offers(replace(facts, is_stale=True), grounds)
    assert "unassessed" in {one.status for one in again}


def test_whoever_adjudicates_is_no_second_signature_of_their_own() -> None:
    """What takes two signatures must have been found by one of the two who differ."""
    facts, grounds = all_there("unassessed", "corroborated")
    third = {one.status: one for one in offers(facts, grounds, ["refuted", "single_origin"])}
    assert third["refuted"].is_ready
    assert third["corroborated"].missing == (
        "Two people have to find this, and neither of the two findings says so.",
    )
    assert {status for status, one in third.items() if one.signatures == 1 and one.is_ready} == {
        *("single_origin", "retracted", "unverifiable", "not_checkable", NO_CLAIM)
    }


def test_what_is_not_listed_yet_tells_how_many_it_would_take() -> None:
    facts, grounds = all_there("unassessed", "corroborated")
    [confirmed] = [one for one in offers(facts, grounds) if one.status == "confirmed"]
    assert (confirmed.signatures, confirmed.one_confirms) == (2, True)
    assert not confirmed.is_ready


@pytest.mark.parametrize("step", workflow.Step)
@pytest.mark.parametrize("work", Statement.Work)
def test_work_goes_on_by_the_table_alone(step: workflow.Step, work: str) -> None:
    before, then = workflow.WORK_STEPS[step]
    assert workflow.allows(step, work) is (work in before)
    if work in before:
        assert workflow.after(step, work) == then
        return
    with pytest.raises(ValueError, match=work):
        workflow.after(step, work)


# ── Through the service: each requirement of each row, lacked alone ─────────────────────────────


def prepared(after: str, lacking: str = "") -> tuple[Statement, dict[str, object]]:
    """A statement for which nothing but this is missing, and what is given with the finding."""
    before = {"confirmed": "corroborated"}.get(after, "unassessed")
    if after == "unassessed":
        before = "single_origin"
    sources = desk.apart(1 if lacking == "two_origins" else 2)
    row = desk.statement(*sources, corroboration=before, archived=lacking != "all_archived")
    if lacking == "all_archived":
        first = row.claims.order_by("pk")[0]
        EvidenceFactory(statement=row, article=first.version.article)
    if after == "contested" or lacking == "no_contradiction":
        desk.contradicted(row, independent=lacking != "independent_contradiction")
    if lacking == "resolved":
        for claim in row.claims.all():
            claim.links.update(status="denied")
    for _ in range(1 if lacking == "two_attempts" else 2):
        day = row.created_at.date()
        Attempt.objects.create(
            statement=row,
            looked_for="x",
            looked_in="y",
            looked_on=day,
            found=False,
            made_by=desk.reviewer(),
        )
    given = []
    for need, stance, nature in (
        ("primary_or_admission", "supports", "admission"),
        ("decisive", "refutes", "primary"),
        ("withdrawal", "context", "withdrawal"),
    ):
        if lacking != need:
            given.append(
                EvidenceFactory(statement=row, stance=stance, nature=nature, assessment="x").pk
            )
    category = "" if lacking == "category" else "opinion"
    return row, {"evidence_ids": given, "category": category}


@pytest.mark.django_db
@pytest.mark.parametrize("after", TABLE)
def test_the_service_gives_what_the_table_allows(after: str) -> None:
    row, given = prepared(after)
    first, other = desk.reviewer(), desk.lead()
    desk.find(row, first, after, **given)
    two = TABLE[after][2] == 2
    assert (desk.again(row).corroboration == after) is not two
    if two:
        desk.find(row, other, after, **given)
    assert desk.again(row).corroboration == after
    assert desk.verifies()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("after", "need"), [(after, need) for after, row in TABLE.items() for need in sorted(row[1])]
)
def test_the_service_refuses_what_lacks_one_thing(after: str, need: str) -> None:
    row, given = prepared(after, lacking=need)
    by = desk.reviewer()
    with desk.refused(LACKING[need][2]) as caught:
        desk.find(row, by, after, **given)
    assert len(caught.value.missing) == 1
