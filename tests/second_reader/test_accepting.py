"""What is proposed counts nowhere until a person accepts it; then it is a claim like others."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from claims.amending import check_text
from claims.amending.gold import gold
from claims.amending.precision import Became, precision
from claims.errors import ReviewRefused, SourceDecisionRefused
from claims.extraction.types import Claim as Found
from claims.extraction.types import (
    Construction,
    Kind,
    Link,
    Modality,
    ResolvedBy,
    Role,
)
from claims.models import (
    Article,
    ArticleVersion,
    Claim,
    ClaimDecision,
    RecordEntry,
    Statement,
)
from claims.record.checking import check
from claims.review.reliability import judge_link
from claims.sources import decisions
from tests.factories import SourceFactory, sha256
from tests.second_reader.article import MISSED, TEXT, found_anew, span, work

pytestmark = pytest.mark.django_db


UNION = Link(Role.ORIGIN, span("نقابة السائقين"), None, ResolvedBy.NAMED)
SAME = Found(
    span(str(MISSED["content"])),
    Kind.INDIRECT,
    Modality.ASSERTED,
    span("في نظر"),
    Construction.ACCORDING_TO,
    attribution=(UNION,),
)
VOICE = Found(
    span("في نظر نقابة السائقين فإن إهمال الصيانة طوال سنوات هو السبب"),
    Kind.NARRATION,
    Modality.ASSERTED,
    None,
    Construction.NARRATION,
)


def test_a_proposal_counts_nowhere(proposal: Claim, version: ArticleVersion, person: User) -> None:
    waiting = Statement.objects.waiting()
    assert not waiting.filter(pk=proposal.statement_id).exists()
    assert proposal.statement.reports == 0
    assert proposal not in Claim.objects.current()
    assert Article.objects.for_list().get().claim_count == Claim.objects.current().count()  # type: ignore[attr-defined]
    check_text(version=version, by=person)
    [article] = gold()
    content = [proposal.start, proposal.end]
    assert content not in [one["content"] for one in article["claims"]]
    assert precision().whole.became[Became.MISSED] == 0
    assert precision().whole.found == Claim.objects.current().count()


def test_who_accepts_it_is_on_record_and_then_it_is_a_claim(proposal: Claim, person: User) -> None:
    Statement.objects.filter(pk=proposal.statement_id).update(created_at="2026-01-01T00:00:00Z")
    made = decisions.accept(claim=proposal, by=person, reason=" It is one. ")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.found_by, proposal.touched_by) == ("current", "reader", person)
    assert (made.action, made.decided_by, made.reason) == ("accepted", person, "It is one.")
    entry = RecordEntry.objects.get(action="claim.accepted")
    assert (entry.actor, entry.subject_id, entry.statement_id) == (
        person,
        proposal.pk,
        proposal.statement_id,
    )
    statement = Statement.objects.waiting().get(pk=proposal.statement_id)
    assert (statement.reports, statement.needs, statement.corroboration) == (
        1,
        "reviewer",
        "unassessed",
    )
    assert statement.created_at.year > 2026 or statement.created_at.month > 1  # it comes now
    assert not list(check())


def test_what_is_accepted_counts_as_missed_by_the_engine(
    proposal: Claim, version: ArticleVersion, person: User
) -> None:
    decisions.accept(claim=proposal, by=person)
    check_text(version=version, by=person)
    assert precision().whole.became[Became.MISSED] == 1


def test_nobody_accepts_twice_or_what_is_gone(proposal: Claim, person: User) -> None:
    decisions.accept(claim=proposal, by=person)
    with pytest.raises(SourceDecisionRefused):
        decisions.accept(claim=proposal, by=person)
    Claim.objects.filter(pk=proposal.pk).update(state="withdrawn")
    with pytest.raises(SourceDecisionRefused):
        decisions.accept(claim=proposal, by=person)
    assert ClaimDecision.objects.count() == 1


def test_two_claims_never_stand_on_the_same_words(
    proposal: Claim, version: ArticleVersion, person: User
) -> None:
    Claim.objects.filter(state="current").exclude(kind="narration").update(
        start=proposal.start, end=proposal.end, quote=proposal.quote
    )
    with pytest.raises(SourceDecisionRefused, match="same words"):
        decisions.accept(claim=proposal, by=person)


def test_a_proposal_is_set_aside_and_taken_back_as_one(proposal: Claim, person: User) -> None:
    decisions.dismiss(claim=proposal, by=person, reason="An opinion.")
    proposal.refresh_from_db()
    assert proposal.state == "refused"
    decisions.restore(claim=proposal, by=person)
    proposal.refresh_from_db()
    assert proposal.state == "proposed"
    assert Statement.objects.get(pk=proposal.statement_id).reports == 0
    decisions.accept(claim=proposal, by=person)
    decisions.dismiss(claim=proposal, by=person)
    decisions.restore(claim=proposal, by=person)
    proposal.refresh_from_db()
    assert proposal.state == "current"
    assert not list(check())


def test_its_sources_are_set_once_it_is_accepted(proposal: Claim, person: User) -> None:
    link = proposal.links.get()
    with pytest.raises(SourceDecisionRefused, match="Accept"):
        decisions.link(attribution=link, source=SourceFactory(), by=person)
    with pytest.raises(ReviewRefused, match="Accept"):
        judge_link(link_id=link.pk, by=person, status="relayed_only")
    decisions.accept(claim=proposal, by=person)
    decisions.link(attribution=link, source=SourceFactory(), by=person)


class TestReadAnew:
    def test_what_is_set_aside_is_not_proposed_again(
        self, proposal: Claim, version: ArticleVersion, person: User
    ) -> None:
        decisions.dismiss(claim=proposal, by=person)
        version.readings.all().delete()
        work(version)
        assert version.readings.get().state == "done"
        assert not Claim.objects.proposed().exists()

    def test_nor_in_a_new_version_of_the_article(
        self, proposal: Claim, version: ArticleVersion, person: User
    ) -> None:
        decisions.dismiss(claim=proposal, by=person)
        text = f"خبر عاجل من سدرة.\n{TEXT}"
        newer = ArticleVersion.objects.create(
            article=version.article, number=2, text=text, text_sha256=sha256(text)
        )
        work(newer)
        assert newer.readings.get().state == "done"
        assert not Claim.objects.proposed().exists()

    def test_what_the_rules_find_by_now_is_theirs(
        self, proposal: Claim, version: ArticleVersion
    ) -> None:
        difference = found_anew(version, SAME)
        proposal.refresh_from_db()
        assert proposal.state == "overtaken"
        claim = Claim.objects.current().get()
        assert (claim.found_by, claim.quote) == ("engine", proposal.quote)
        # Until now it was the outlet's own voice.
        assert difference["changed"] == [claim.number]

    def test_what_they_find_within_it_is_theirs_too(
        self, proposal: Claim, version: ArticleVersion
    ) -> None:
        found_anew(version, replace(SAME, content=span("إهمال الصيانة")))
        proposal.refresh_from_db()
        assert proposal.state == "overtaken"

    def test_what_they_do_not_find_or_take_for_narration_stays_proposed(
        self, proposal: Claim, version: ArticleVersion
    ) -> None:
        before = Claim.objects.filter(pk=proposal.pk).values().get()
        difference = found_anew(version, VOICE)
        assert Claim.objects.filter(pk=proposal.pk).values().get() == before
        assert not any(proposal.number in numbers for numbers in difference.values())

    def test_what_is_accepted_stays_like_everything_that_people_touched(
        self, proposal: Claim, version: ArticleVersion, person: User
    ) -> None:
        decisions.accept(claim=proposal, by=person)
        assert proposal.number in found_anew(version)["kept"]
        proposal.refresh_from_db()
        assert proposal.state == "current"

    def test_what_was_set_aside_and_the_rules_find_stays_set_aside(
        self, proposal: Claim, version: ArticleVersion, person: User
    ) -> None:
        decisions.dismiss(claim=proposal, by=person)
        found_anew(version, SAME)
        proposal.refresh_from_db()
        assert proposal.state == "refused"
        assert not Claim.objects.current().exists()
