"""What nobody accepted is no claim, also after a person refused it or the rules overtook it."""

from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims import jobs, pipeline, tasks
from claims.errors import ReviewRefused, SourceDecisionRefused
from claims.extraction.types import Claim as Found
from claims.extraction.types import (
    Construction,
    Kind,
    Link,
    Modality,
    ResolvedBy,
    Role,
    Span,
)
from claims.models import ArticleVersion, Claim, ClaimDecision, Source
from claims.review import comments, findings
from claims.sources import decisions
from claims.web.registry import find
from tests.factories import VersionFactory
from tests.second_reader.article import found_anew, span
from tests.second_reader.server import Model, proposes
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db
UNION = "نقابة السائقين"


def said(content: Span) -> Found:
    link = Link(Role.ORIGIN, span(UNION), None, ResolvedBy.NAMED)
    return Found(
        content,
        Kind.INDIRECT,
        Modality.ASSERTED,
        span("في نظر"),
        Construction.ACCORDING_TO,
        attribution=(link,),
    )


def leave_it(version: ArticleVersion, proposal: Claim, person: User) -> None:
    """It waits."""


def refuse(version: ArticleVersion, proposal: Claim, person: User) -> None:
    decisions.dismiss(claim=proposal, by=person)


def overtake(version: ArticleVersion, proposal: Claim, person: User) -> None:
    found_anew(version, said(span("إهمال الصيانة طوال سنوات هو السبب")))


FATES = pytest.mark.parametrize("fate", [leave_it, refuse, overtake])
Fate = Callable[[ArticleVersion, Claim, User], None]


@pytest.fixture
def desk() -> Client:
    return signed_in("reviewer")


@FATES
def test_no_program_sees_it(
    fate: Fate, version: ArticleVersion, proposal: Claim, person: User, desk: Client
) -> None:
    fate(version, proposal, person)
    statement = f"/api/v1/statements/{proposal.statement_id}/"
    for address in (f"/api/v1/claims/{proposal.pk}/", statement, f"{statement}history/"):
        assert desk.get(address).status_code == 404, address
    listed = desk.get("/api/v1/statements/").json()["results"]
    assert proposal.statement_id not in [one["id"] for one in listed]


@FATES
def test_nobody_decides_about_its_statement(
    fate: Fate, version: ArticleVersion, proposal: Claim, person: User, desk: Client
) -> None:
    fate(version, proposal, person)
    [pk, by] = [proposal.statement_id, person]
    with pytest.raises(ReviewRefused, match="Accept what is proposed first"):
        findings.find(statement_id=pk, by=by, verdict="single_origin", reason="One union.")
    with pytest.raises(ReviewRefused, match="Accept what is proposed first"):
        comments.comment(statement_id=pk, by=by, text="Who is that?")
    response = desk.get(reverse("statement", args=[pk]))
    assert response.headers["Location"] == reverse("claim", args=[proposal.pk])
    assert desk.get(reverse("evidence_add", args=[pk])).status_code == 404


@FATES
def test_nobody_sets_it_right_before_it_is_a_claim(
    fate: Fate, version: ArticleVersion, proposal: Claim, person: User, desk: Client
) -> None:
    fate(version, proposal, person)
    for name in ("claim_amend", "claim_split", "claim_join"):
        assert desk.get(reverse(name, args=[proposal.pk])).status_code == 404, name
    link = proposal.links.get()
    with pytest.raises(SourceDecisionRefused, match="Accept what is proposed first"):
        decisions.link(attribution=link, source=link.source, by=person)


@pytest.mark.parametrize("fate", [leave_it, refuse])
def test_who_only_it_names_is_offered_to_nobody(
    fate: Fate, version: ArticleVersion, proposal: Claim, person: User, desk: Client
) -> None:
    fate(version, proposal, person)
    source = proposal.links.get().source
    assert source not in find(UNION)
    assert desk.get(f"/api/v1/sources/{source.pk}/").status_code == 404
    page = desk.get(reverse("source", args=[source.pk])).content.decode()
    assert "Only proposals of the second reader name it" in page


def test_it_is_offered_once_a_claim_names_it(
    version: ArticleVersion, proposal: Claim, person: User, desk: Client
) -> None:
    decisions.accept(claim=proposal, by=person)
    source = proposal.links.get().source
    assert source in find(UNION)
    page = desk.get(reverse("source", args=[source.pk])).content.decode()
    assert "Only proposals of the second reader name it" not in page


class TestOvertaken:
    def test_it_never_comes_back_as_a_claim_of_its_own(
        self, version: ArticleVersion, proposal: Claim
    ) -> None:
        found_anew(version, said(span("إهمال الصيانة طوال سنوات")))
        found_anew(version, said(span("إهمال الصيانة طوال سنوات هو السبب")))
        proposal.refresh_from_db()
        assert proposal.state == "overtaken"
        [claim] = Claim.objects.current().exclude(kind="narration")
        assert (claim.found_by, claim.quote) == ("engine", proposal.quote)
        assert not ClaimDecision.objects.exists()

    def test_one_that_a_person_took_back_is_overtaken_too(
        self, version: ArticleVersion, proposal: Claim, person: User
    ) -> None:
        decisions.dismiss(claim=proposal, by=person)
        decisions.restore(claim=proposal, by=person)
        found_anew(version, said(span("إهمال الصيانة طوال سنوات")))
        proposal.refresh_from_db()
        assert proposal.state == "overtaken"
        with pytest.raises(SourceDecisionRefused, match="Nothing is proposed here any more"):
            decisions.accept(claim=proposal, by=person)

    def test_what_stands_as_a_claim_by_now_is_not_accepted_beside_it(
        self, version: ArticleVersion, proposal: Claim, person: User
    ) -> None:
        found_anew(version, said(span("إهمال الصيانة طوال سنوات")))
        number = Claim.objects.current().get().number
        for state, act in (("proposed", decisions.accept), ("refused", decisions.restore)):
            Claim.objects.filter(pk=proposal.pk).update(state=state)
            with pytest.raises(SourceDecisionRefused, match=f"Claim {number} has most"):
                act(claim=proposal, by=person)
        assert Claim.objects.current().count() == 1

    def test_the_outlets_own_words_around_it_stand_in_nobodys_way(
        self, version: ArticleVersion, proposal: Claim, person: User
    ) -> None:
        assert Claim.objects.current().filter(kind="narration").exists()
        decisions.accept(claim=proposal, by=person)
        proposal.refresh_from_db()
        assert proposal.state == "current"


class TestRefused:
    def test_it_is_no_claim_that_was_set_aside(
        self, version: ArticleVersion, proposal: Claim, person: User, desk: Client
    ) -> None:
        refuse(version, proposal, person)
        address = reverse("article", args=[version.article_id])
        page = unescape(desk.get(address).content.decode())
        assert f"Take proposal {proposal.number} back" in page
        assert f"Take claim {proposal.number} back" not in page
        assert "set aside as no claim" not in page
        back = desk.post(reverse("claim_restore", args=[proposal.pk]), follow=True)
        assert "Accept it as a claim" in back.content.decode()

    def test_the_page_that_asks_names_it_a_proposal(self, proposal: Claim, desk: Client) -> None:
        address = reverse("claim_dismiss", args=[proposal.pk])
        assert f"Is proposal {proposal.number} no claim?" in desk.get(address).content.decode()
        page = desk.post(address, {"reason": "An opinion."}, follow=True).content.decode()
        assert f"Proposal {proposal.number} is set aside" in page


class TestSourcesThatStood:
    """A proposal names whom it likes; nothing is written to what claims rest on."""

    WITNESSES = (
        "قال شهود إن الجسر أغلق.\nوبحسب رواية نقلتها وكالة سدرة عن شهود فإن الحافلة سقطت في النهر."
    )
    SECOND = {
        "content": "الحافلة سقطت في النهر",
        "cue": "بحسب",
        "source": "شهود",
        "name": None,
        "relayer": "وكالة سدرة",
        "modality": "asserted",
        "unnamed": True,
    }

    def test_no_relayer_is_set_to_a_group_that_stood(self, turned_on: Model) -> None:
        version = VersionFactory(text=self.WITNESSES)
        pipeline.process(jobs.owe(version).pk)
        Claim.objects.exclude(quote__contains="أغلق").delete()
        before = list(Source.objects.order_by("pk").values())
        turned_on.answers = [proposes(self.SECOND)]
        tasks.read_again()
        assert Claim.objects.proposed().count() == 1
        stood = [one["id"] for one in before]
        assert list(Source.objects.filter(pk__in=stood).order_by("pk").values()) == before
        group = Claim.objects.proposed().get().links.get(role="origin").source
        assert group.pk not in stood and group.relayed_by is not None

    def test_the_same_words_are_whom_the_rules_read_in_them(self, turned_on: Model) -> None:
        text = "قال شهود إن الجسر انهار بعد أن أهملت البلدية الصيانة طوال سنوات."
        version = VersionFactory(text=text)
        at, content = text.index("شهود"), text.index("الجسر انهار")
        witnesses = Link(Role.ORIGIN, Span(at, at + 4), None, ResolvedBy.NAMED, anonymous=True)
        claim = replace(
            said(Span(0, 1)),
            content=Span(content, content + len("الجسر انهار")),
            cue=None,
            attribution=(witnesses,),
        )
        found_anew(version, claim)
        turned_on.answers = [
            proposes(
                {
                    **self.SECOND,
                    "content": "أهملت البلدية الصيانة طوال سنوات",
                    "cue": "قال",
                    "relayer": None,
                }
            )
        ]
        tasks.read_again()
        [stands] = Claim.objects.current()
        assert Claim.objects.proposed().get().links.get().source == stands.links.get().source
