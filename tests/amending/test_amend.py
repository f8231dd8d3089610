"""Setting claims right: what stands afterwards, what is kept of before, and what is refused."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from claims import pipeline
from claims.amending import ClaimValue, LinkValue, add, amend, check_text
from claims.amending.amend import _once
from claims.errors import AmendmentRefused
from claims.extraction.types import Span
from claims.models import Alarm, Amendment, RecordEntry, Statement
from claims.record.checking import check
from claims.sources import decisions
from tests.amending.ports import at, changed, claim_of, now, refusal, under_review
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def test_the_words_are_set_right_and_what_the_engine_said_is_kept(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    said = now(claim)
    made = amend(
        claim=claim, value=changed(claim, content=at("الجسر مغلق")), by=person, reason=" two "
    )
    claim.refresh_from_db()
    assert (claim.quote, claim.touched_by) == ("الجسر مغلق", person)
    assert claim.search_text and "سد" not in claim.search_text
    assert (made.action, made.changes, made.reason) == ("changed", ["content"], "two")
    assert ClaimValue.read(made.before) == said
    assert ClaimValue.read(made.after) == now(claim)
    entry = RecordEntry.objects.get(action="claim.changed")
    assert (entry.subject_id, entry.actor) == (claim.pk, person)
    assert list(check()) == []


def test_a_newer_engine_leaves_it_as_it_was_set(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    amend(claim=claim, value=changed(claim, content=at("الجسر مغلق")), by=person)
    pipeline.process(JobFactory(version=version).pk)
    claim.refresh_from_db()
    assert (claim.quote, claim.state) == ("الجسر مغلق", "current")


def test_what_was_decided_about_other_words_is_stale(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    Statement.objects.filter(pk=claim.statement_id).update(corroboration="single_origin")
    amend(claim=claim, value=changed(claim, modality="future"), by=person)
    assert Alarm.objects.get().cause == "amended"
    assert Statement.objects.get(pk=claim.statement_id).is_stale


def test_a_claim_that_was_missed_is_added(version, person) -> None:
    value = ClaimValue(at("وأُغلق"), "narration", "asserted", None, ())
    made = add(version=version, value=value, by=person, reason="missed")
    claim = made.claim
    assert (claim.quote, claim.found_by, claim.construction) == ("وأُغلق", "person", None)
    assert made.before is None and claim.statement.reports == 1
    with pytest.raises(AmendmentRefused, match="exactly these words"):
        add(version=version, value=value, by=person)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Nothing is different"),
        ({"content": Span(0, 9999)}, "beyond the end of the text"),
        ({"content": at(". ")}, "there has to be a letter or a number"),
        ({"kind": "rumour"}, "Choose a kind and a modality"),
        ({"kind": "narration"}, "neither a cue nor a source"),
        ({"kind": "no_comment"}, "“No comment” and “Declined” go together"),
        ({"chain": (LinkValue(None, at("سدرة")),) * 7}, "A chain has up to 6 links"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(version, person, fields, sentence) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    assert sentence in refusal(claim=claim, value=changed(claim, **fields), by=person)
    assert not Amendment.objects.exists()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    seen = now(claim)
    amend(claim=claim, value=changed(claim, modality="future"), by=person)
    value = changed(claim, modality="hedged")
    assert "after you opened it" in refusal(claim=claim, value=value, by=person, seen=seen)


def test_a_claim_that_no_longer_stands_is_not_set_right(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    decisions.dismiss(claim=claim, by=person)
    value = changed(claim, modality="future")
    assert "no longer stands" in refusal(claim=claim, value=value, by=person)


def test_blanks_at_the_edges_of_the_content_are_left_out(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    wide = Span(claim.start - 1, claim.start + 5)
    amend(claim=claim, value=changed(claim, content=wide), by=person)
    claim.refresh_from_db()
    assert claim.quote == "السفن"


def test_amendments_and_checks_are_kept_for_ever(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    rows = [
        amend(claim=claim, value=changed(claim, modality="future"), by=person),
        check_text(version=version, by=person),
    ]
    for row in rows:
        for change in (row.delete, row.save):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
    assert RecordEntry.objects.get(action="text.checked").subject_id == version.pk
    assert list(check()) == []


@pytest.mark.parametrize(
    ("fields", "is_broken_off"),
    [
        ({"content": at("الجسر مغلق")}, True),
        ({"modality": "future"}, True),
        ({"chain": ()}, True),
        ({"kind": "mixed"}, False),
    ],
)
def test_a_review_of_other_words_is_broken_off(version, person, fields, is_broken_off) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    row = under_review(claim)
    amend(claim=claim, value=changed(claim, **fields), by=person)
    row.refresh_from_db()
    assert (row.outcome == "broken_off") == is_broken_off
    work = Statement.objects.get(pk=claim.statement_id).work
    assert work == ("reopened" if is_broken_off else "second_review")
    assert list(check()) == []


def test_another_refusal_of_the_database_is_not_taken_for_a_claim_that_stands_there() -> None:
    with pytest.raises(IntegrityError), _once():
        raise IntegrityError("UNIQUE constraint failed: claims_attribution.position")
