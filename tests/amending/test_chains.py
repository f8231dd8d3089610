"""The chain that a person sets: which rows go on, and whom the words mean."""

import pytest

from claims.amending import ClaimValue, LinkValue, add, amend
from claims.extraction.types import Span
from claims.models import LinkJudgement, RecordEntry, Source
from claims.record.checking import check
from claims.review import reliability
from claims.sources import decisions
from tests.amending.ports import at, changed, claim_of, now, refusal
from tests.factories import SourceFactory, UserFactory, VersionFactory

pytestmark = pytest.mark.django_db


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
