"""One claim becomes two, and two become one."""

import pytest

from claims import pipeline
from claims.amending import amend, join, split
from claims.errors import AmendedMeanwhile, AmendmentRefused, SourceDecisionRefused
from claims.extraction.types import Span
from claims.models import Claim, ClaimDecision, Statement
from claims.record.checking import check
from claims.sources import decisions
from tests.amending.ports import TEXT, at, changed, claim_of, now, under_review
from tests.factories import JobFactory, VersionFactory

pytestmark = pytest.mark.django_db


def test_one_claim_becomes_two_with_one_source(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    made = split(claim=claim, at=TEXT.index("والسد"), by=person)
    claim.refresh_from_db()
    other = made.other
    assert (claim.quote, other.quote) == ("الجسر مغلق", "والسد سليم")
    assert other.links.get().source == claim.links.get().source
    assert other.found_by == "person" and other.statement_id != claim.statement_id
    assert other.number == max(version.claims.values_list("number", flat=True))
    assert other.statement.reports == 1
    assert list(check()) == []


def test_a_claim_is_not_split_outside_of_itself(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    for place in (0, claim.start, claim.end):
        with pytest.raises(AmendmentRefused, match="inside the claim"):
            split(claim=claim, at=place, by=person)


def test_two_neighbours_become_one_and_the_second_is_set_aside(version, person) -> None:
    first = claim_of(version, "الجسر مغلق والسد سليم")
    parted = split(claim=first, at=TEXT.index("والسد"), by=person).other
    join(claim=parted, other=first, by=person)
    first.refresh_from_db()
    parted.refresh_from_db()
    assert first.quote == "الجسر مغلق والسد سليم"
    assert parted.state == "dismissed"
    assert "Joined with claim" in ClaimDecision.objects.get(claim=parted).reason
    assert Statement.objects.get(pk=parted.statement_id).reports == 0
    assert list(check()) == []


def test_claims_far_apart_and_of_other_texts_are_not_joined(person) -> None:
    far = VersionFactory(text="قالت سدرة إن الجسر مغلق. " + "كلمة " * 100 + ". وقالت إن السد سليم.")
    pipeline.process(JobFactory(version=far).pk)
    first, *_, last = far.claims.order_by("start")
    with pytest.raises(AmendmentRefused, match="too far apart"):
        join(claim=first, other=last, by=person)
    with pytest.raises(AmendmentRefused, match="another claim of the same text"):
        join(claim=first, other=first, by=person)


def test_what_a_person_replaced_is_not_found_again(version, person) -> None:
    ports, ships = claim_of(version, "الجسر مغلق والسد سليم"), claim_of(version, "السفن غادرت")
    split(claim=ports, at=TEXT.index("والسد"), by=person)
    amend(claim=ships, value=changed(ships, content=at("غادرت")), by=person)
    amend(claim=ships, value=changed(ships, content=at("سعد قولها إن السفن غادرت")), by=person)
    standing = set(version.claims.current().values_list("pk", "start", "end"))
    pipeline.process(JobFactory(version=version).pk)
    assert set(version.claims.current().values_list("pk", "start", "end")) == standing
    assert version.claims.count() == len(standing)


def test_two_claims_that_were_joined_are_not_found_again(person) -> None:
    text = "قالت هيئة الموانئ إن الجسر مغلق. وقالت هيئة الموانئ إن الطريق الساحلي الطويل مفتوح أمس."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    first, second = version.claims.order_by("start")
    join(claim=first, other=second, by=person)
    pipeline.process(JobFactory(version=version).pk)
    [left] = version.claims.current()
    assert (left.pk, left.start, left.end) == (first.pk, first.start, second.end)
    with pytest.raises(SourceDecisionRefused, match="belong to claim 1"):
        decisions.restore(claim=second, by=person)
    amend(claim=first, value=changed(first, content=Span(first.start, first.end)), by=person)
    decisions.restore(claim=second, by=person)
    assert version.claims.current().count() == 2


def test_claims_of_different_sources_are_not_joined(version, person) -> None:
    ports, ships = claim_of(version, "الجسر مغلق والسد سليم"), claim_of(version, "السفن غادرت")
    with pytest.raises(AmendmentRefused, match="different sources"):
        join(claim=ports, other=ships, by=person)
    assert version.claims.current().count() == 3


def test_a_claim_is_split_before_a_whole_word(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    with pytest.raises(AmendmentRefused, match="a whole word"):
        split(claim=claim, at=TEXT.index("السد سليم"), by=person)


def test_what_is_split_or_joined_is_what_the_person_saw(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    seen, place = now(claim), TEXT.index("والسد")
    amend(claim=claim, value=changed(claim, modality="future"), by=person)
    with pytest.raises(AmendedMeanwhile):
        split(claim=claim, at=place, by=person, seen=seen)
    other = split(claim=claim, at=place, by=person, seen=now(claim)).other
    with pytest.raises(AmendedMeanwhile):
        join(claim=other, other=claim, by=person, seen={claim.pk: seen})


def test_each_half_keeps_its_items_and_its_time(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    first, second = at("الجسر مغلق"), at("والسد سليم")
    parts = [[first.start, first.end], [second.start, second.end]]
    Claim.objects.filter(pk=claim.pk).update(
        parts=parts, time_start=second.start, time_end=second.end, time_date="2026-11-24"
    )
    other = split(claim=claim, at=second.start, by=person).other
    claim.refresh_from_db()
    other.refresh_from_db()
    assert (claim.parts, claim.time_date) == ([parts[0]], None)
    assert (other.parts, str(other.time_date)) == ([parts[1]], "2026-11-24")
    join(claim=claim, other=other, by=person)
    claim.refresh_from_db()
    assert (claim.parts, claim.time_start) == (parts, second.start)


def test_split_and_joined_claims_are_reviewed_anew(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    under_review(claim)
    other = split(claim=claim, at=TEXT.index("والسد"), by=person).other
    assert Statement.objects.get(pk=claim.statement_id).work == "reopened"
    under_review(claim)
    join(claim=claim, other=other, by=person)
    assert Statement.objects.get(pk=claim.statement_id).work == "reopened"
