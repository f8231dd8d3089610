"""Setting claims right: what stands afterwards, what is kept of before, and what is refused."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction

from claims import pipeline
from claims.amending import ClaimValue, LinkValue, add, amend, check_text, join, split, value_of
from claims.amending.amend import _once
from claims.errors import AmendedMeanwhile, AmendmentRefused, SourceDecisionRefused
from claims.extraction.types import Span
from claims.models import (
    Alarm,
    Amendment,
    ArticleVersion,
    Claim,
    ClaimDecision,
    LinkJudgement,
    RecordEntry,
    Round,
    Source,
    Statement,
)
from claims.record.checking import check
from claims.review import reliability
from claims.sources import decisions
from tests.factories import JobFactory, SourceFactory, UserFactory, VersionFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "قالت هيئة الموانئ إن الجسر مغلق والسد سليم. ونقلت وكالة سدرة عن مدير الميناء هالة سعد "
    "قولها إن السفن غادرت. وأُغلق الطريق الساحلي أمس."
)


@pytest.fixture
def person() -> User:
    return UserFactory(role="editor")


@pytest.fixture
def version() -> ArticleVersion:
    """A text that the engine has read."""
    version = VersionFactory(text=TEXT)
    pipeline.process(JobFactory(version=version).pk)
    return version


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def claim_of(version: ArticleVersion, words: str) -> Claim:
    return version.claims.current().get(quote=words)


def now(claim: Claim) -> ClaimValue:
    fresh = Claim.objects.get(pk=claim.pk)
    return value_of(fresh, fresh.links.order_by("position"))


def changed(claim: Claim, **fields: Any) -> ClaimValue:
    value = now(claim)
    names = ("content", "kind", "modality", "cue", "chain")
    return ClaimValue(**{name: fields.get(name, getattr(value, name)) for name in names})


def refusal(**given: Any) -> str:
    with pytest.raises(AmendmentRefused) as refused:
        amend(**given)
    return str(refused.value)


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


def test_the_source_is_whom_the_marked_words_name(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    hala = claim_of(version, "السفن غادرت").links.get(role="origin").source
    full = at("مدير الميناء هالة سعد")
    amend(claim=claim, value=changed(claim, chain=(LinkValue(None, full),)), by=person)
    link = claim.links.get()
    assert (link.source, link.role, link.resolved_by) == (hala, "origin", "person")
    assert (link.antecedent_start, link.mention_start) == (full.start, None)
    assert link.decided_by == person


def test_a_source_that_nobody_knew_is_proposed(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    chain = (LinkValue(at("الميناء"), at("الميناء")),)
    amend(claim=claim, value=changed(claim, chain=chain), by=person)
    assert claim.links.get().source.state == Source.State.PROPOSED


def test_a_link_keeps_its_row_and_its_judgements_when_a_relayer_is_taken_away(
    version, person
) -> None:
    claim = claim_of(version, "السفن غادرت")
    _relayer, origin = claim.links.order_by("position")
    LinkJudgement.objects.create(link=origin, status="primary_seen", judged_by=person)
    amend(claim=claim, value=changed(claim, chain=now(claim).chain[1:]), by=person)
    assert [(x.pk, x.position, x.role) for x in claim.links.all()] == [(origin.pk, 0, "origin")]
    assert list(check()) == []


def test_a_relayer_is_put_before_the_origin(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    sidra = claim_of(version, "السفن غادرت").links.get(role="relayer").source
    [origin] = claim.links.all()
    words = at("وكالة سدرة")
    chain = (LinkValue(words, words), *now(claim).chain)
    amend(claim=claim, value=changed(claim, chain=chain), by=person)
    links = list(claim.links.order_by("position"))
    assert [link.role for link in links] == ["relayer", "origin"]
    assert (links[0].source, links[1].pk) == (sidra, origin.pk)


def test_a_judged_link_is_not_taken_out_of_the_chain(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    relayer = claim.links.get(role="relayer")
    LinkJudgement.objects.create(link=relayer, status="primary_seen", judged_by=person)
    value = changed(claim, chain=now(claim).chain[1:])
    assert "judged by a reviewer" in refusal(claim=claim, value=value, by=person)
    assert claim.links.count() == 2


def test_a_link_that_is_on_record_may_go_and_the_record_says_so(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    relayer = claim.links.get(role="relayer")
    decisions.link(attribution=relayer, source=SourceFactory(), by=person)
    amend(claim=claim, value=changed(claim, chain=now(claim).chain[1:]), by=person)
    assert RecordEntry.objects.filter(action="link.removed", subject_id=relayer.pk).exists()
    assert list(check()) == []


def test_another_source_for_a_link_on_record_is_on_record_too(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    decisions.link(attribution=claim.links.get(), source=SourceFactory(), by=person)
    chain = (LinkValue(None, at("مدير الميناء هالة سعد")),)
    amend(claim=claim, value=changed(claim, chain=chain), by=person)
    assert list(check()) == []


def test_what_was_decided_about_other_words_is_stale(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    Statement.objects.filter(pk=claim.statement_id).update(corroboration="single_origin")
    amend(claim=claim, value=changed(claim, modality="future"), by=person)
    assert Alarm.objects.get().cause == "amended"
    assert Statement.objects.get(pk=claim.statement_id).is_stale


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


def test_a_link_that_stays_as_it_is_keeps_what_a_person_said_of_it(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    another, decider = SourceFactory(), UserFactory()
    decisions.link(attribution=claim.links.get(), source=another, by=decider)
    words = at("وكالة سدرة")
    chain = (LinkValue(words, words), *now(claim).chain)
    amend(claim=claim, value=changed(claim, chain=chain), by=person)
    link = claim.links.get(role="origin")
    assert (link.source, link.decided_by, link.resolved_by) == (another, decider, "person")


def test_words_that_this_claim_has_mean_what_they_mean_in_it(version, person) -> None:
    ports, ships = claim_of(version, "الجسر مغلق والسد سليم"), claim_of(version, "السفن غادرت")
    mine = SourceFactory()
    words = at("مدير الميناء هالة سعد")
    amend(claim=ports, value=changed(ports, chain=(LinkValue(None, words),)), by=person)
    decisions.link(attribution=ships.links.get(role="origin"), source=mine, by=person)
    [relayer, origin] = now(ships).chain
    chain = (relayer, LinkValue(at("هالة سعد"), origin.full))
    amend(claim=ships, value=changed(ships, chain=chain), by=person)
    assert ships.links.get(role="origin").source == mine


def test_what_was_judged_of_one_source_is_not_said_of_another(version, person) -> None:
    claim = claim_of(version, "السفن غادرت")
    relayer, origin = claim.links.order_by("position")
    claim.links.filter(pk=origin.pk).update(status="primary_seen")
    amend(claim=claim, value=changed(claim, chain=now(claim).chain[:1]), by=person)
    assert [(x.pk, x.source, x.status) for x in claim.links.all()] == [
        (relayer.pk, relayer.source, "asserted")
    ]


def test_a_judged_link_that_means_another_source_is_judged_anew(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    link = claim.links.get()
    reviewer = UserFactory(role="reviewer")
    reliability.judge_link(link_id=link.pk, by=reviewer, status="relayed_only", reason="Asked.")
    chain = (LinkValue(None, at("مدير الميناء هالة سعد")),)
    amend(claim=claim, value=changed(claim, chain=chain), by=person)
    row = claim.links.get()
    assert (row.pk, row.status) == (link.pk, "asserted")
    assert list(check()) == []


def test_unnamed_groups_of_the_same_words_are_two(person) -> None:
    text = "قالت هيئة الموانئ نقلا عن مسؤول إن الجسر مغلق. وقالت البلدية إن مسؤول نفى أن السد سليم."
    version = VersionFactory(text=text)
    first, second = text.index("مسؤول"), text.rindex("مسؤول")
    spans = [Span(start, start + len("مسؤول")) for start in (first, second)]
    ports = Span(text.index("هيئة"), text.index(" نقلا"))
    made = []
    for span, words in zip(spans, ("الجسر مغلق", "السد سليم"), strict=True):
        content = Span(text.index(words), text.index(words) + len(words))
        chain = (LinkValue(ports, ports), LinkValue(span, span, anonymous=True))
        value = ClaimValue(content, "indirect", "asserted", None, chain)
        made.append(add(version=version, value=value, by=person).claim)
    groups = [claim.links.get(role="origin").source for claim in made]
    relayer = made[0].links.get(role="relayer").source
    assert groups[0] != groups[1]
    assert [group.relayed_by for group in groups] == [relayer, relayer]


def test_words_do_not_stand_for_a_named_and_an_unnamed_link_at_once(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    [link] = now(claim).chain
    chain = (link, LinkValue(link.mention, link.full, anonymous=True))
    assert "the same words" in refusal(claim=claim, value=changed(claim, chain=chain), by=person)


def test_an_unnamed_group_keeps_its_number_of_people(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    claim.links.update(anonymous=True, count=3)
    words = at("وكالة سدرة")
    chain = (LinkValue(words, words), *now(claim).chain)
    amend(claim=claim, value=changed(claim, chain=chain), by=person)
    assert claim.links.get(role="origin").count == 3


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


def under_review(claim: Claim) -> Round:
    """A first finding waits for a second one."""
    row = Statement.objects.get(pk=claim.statement_id)
    row.work = "second_review"
    row.follow()
    row.save()
    return Round.objects.create(statement=row)


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


def test_split_and_joined_claims_are_reviewed_anew(version, person) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    under_review(claim)
    other = split(claim=claim, at=TEXT.index("والسد"), by=person).other
    assert Statement.objects.get(pk=claim.statement_id).work == "reopened"
    under_review(claim)
    join(claim=claim, other=other, by=person)
    assert Statement.objects.get(pk=claim.statement_id).work == "reopened"


def test_another_refusal_of_the_database_is_not_taken_for_a_claim_that_stands_there() -> None:
    with pytest.raises(IntegrityError), _once():
        raise IntegrityError("UNIQUE constraint failed: claims_attribution.position")
