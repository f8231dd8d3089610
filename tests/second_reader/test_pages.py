"""Wherever a proposal is shown it is marked as one; programs of partners never see it."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from claims import jobs, pipeline, tasks
from claims.models import ApiClient, Claim, Job
from claims.sources import decisions
from tests.factories import UserFactory, VersionFactory
from tests.second_reader.article import MISSED, TEXT
from tests.second_reader.server import Model, proposes, sends, writes
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db
MARK = "Proposed by the second reader. It is no claim and counts nowhere until a person accepts it."


@pytest.fixture
def viewer() -> Client:
    return signed_in("viewer")


@pytest.fixture
def reviewer() -> Client:
    return signed_in("reviewer")


@pytest.fixture
def proposal(turned_on: Model) -> Claim:
    turned_on.answers = [proposes(MISSED)]
    work()
    return Claim.objects.proposed().select_related("version").get()


def work() -> None:
    pipeline.process(jobs.owe(VersionFactory(text=TEXT)).pk)
    tasks.read_again()


def page(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def card(client: Client, claim: Claim) -> str:
    return page(client, reverse("claim", args=[claim.pk]))


def test_the_text_and_the_card_mark_it(viewer: Client, proposal: Claim) -> None:
    shown = card(viewer, proposal)
    assert f'class="claim is-proposed is-on" data-c="{proposal.number}"' in shown
    assert f'aria-label="Proposal {proposal.number}"' in shown
    assert f"<span>{proposal.number}?</span>" in shown
    assert MARK in shown
    assert "Review this claim" not in shown
    assert "a language model" in shown
    assert "Set another source" not in shown
    count = Claim.objects.current().count()
    assert f"{count} claims" in shown  # and not one more
    assert "1 proposal of the second reader, not counted" in shown


def test_a_claim_beside_it_is_no_proposal(viewer: Client, proposal: Claim) -> None:
    first = Claim.objects.current().order_by("number")[0]
    shown = card(viewer, first)
    assert MARK not in shown
    assert f"Claim {first.number} of {Claim.objects.current().count()}" in shown


def test_filters_count_claims_only(viewer: Client, proposal: Claim) -> None:
    address = reverse("article", args=[proposal.version.article_id])
    shown = page(viewer, f"{address}?kind=indirect")
    assert f"0 of {Claim.objects.current().count()} claims shown" in shown


def test_who_may_touch_claims_accepts_it(reviewer: Client, viewer: Client, proposal: Claim) -> None:
    address = reverse("claim_accept", args=[proposal.pk])
    button = f'action="{address}" method="post"'
    assert button in card(reviewer, proposal)
    assert button not in card(viewer, proposal)
    assert viewer.post(address).status_code == 403
    shown = reviewer.post(address, follow=True).content.decode()
    assert f"Claim {proposal.number} is accepted; it counts now." in shown
    assert MARK not in shown
    assert "Review this claim" in shown
    again = reviewer.post(address, follow=True).content.decode()
    assert "Nothing is proposed here any more." in again
    assert reviewer.post(reverse("claim_accept", args=[10**9])).status_code == 404


def test_who_says_that_it_is_no_claim_sets_it_aside(reviewer: Client, proposal: Claim) -> None:
    address = reverse("claim_dismiss", args=[proposal.pk])
    assert address in card(reviewer, proposal)
    reviewer.post(address, {"reason": "An opinion."})
    proposal.refresh_from_db()
    assert proposal.state == "refused"


def test_the_list_of_claims_has_it_only_where_proposals_are_asked_for(
    viewer: Client, proposal: Claim
) -> None:
    own = f'href="{reverse("claim", args=[proposal.pk])}"'
    assert own not in page(viewer, reverse("claims"))
    shown = page(viewer, reverse("claims") + "?reader=proposed")
    assert own in shown
    assert "1 proposal" in shown
    assert "Proposed, not counted" in shown
    decisions.accept(claim=proposal, by=UserFactory())
    assert own not in page(viewer, reverse("claims") + "?reader=proposed")
    for query in ("", "?reader=accepted"):
        shown = page(viewer, reverse("claims") + query)
        assert own in shown
        assert "proposed by the second reader" in shown


def test_the_page_of_the_statement_tells_who_proposed_it(viewer: Client, proposal: Claim) -> None:
    address = reverse("statement", args=[proposal.statement_id])
    decisions.accept(claim=proposal, by=UserFactory())
    shown = page(viewer, address)
    assert "proposed by the second reader" in shown
    assert "accepted what the second reader proposed as a claim." in shown


def test_without_a_reader_its_filter_is_not_offered(viewer: Client, db: None) -> None:
    assert "f-reader" not in page(viewer, reverse("claims"))


def test_programs_see_it_once_it_is_accepted(proposal: Claim, client: Client) -> None:
    _row, token = ApiClient.issue(name="partner", may_post=False)
    headers = {"Authorization": f"Bearer {token}"}
    one, listed = f"/api/v1/claims/{proposal.pk}/", "/api/v1/claims/"
    in_article = f"/api/v1/articles/{proposal.version.article_id}/claims/"
    assert client.get(one, headers=headers).status_code == 404
    statements = "/api/v1/statements/"
    own = f'"id":{proposal.statement_id},"version"'
    desk = Client()
    desk.force_login(
        UserFactory(role="reviewer"), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert own not in told_to(desk, statements, {})
    for address in (listed, in_article, f"{listed}?q=إهمال"):
        assert f'"id":{proposal.pk},"number"' not in told_to(client, address, headers)
    decisions.accept(claim=proposal, by=UserFactory())
    assert own in told_to(desk, statements, {})
    told = client.get(one, headers=headers).json()
    assert (told["state"], told["found_by"], told["construction"]) == ("current", "reader", None)
    assert f'"id":{proposal.pk},"number"' in told_to(client, listed, headers)


def test_a_source_that_only_it_names_waits_for_nobody(
    proposal: Claim, client: Client, viewer: Client
) -> None:
    source = proposal.links.get().source
    _row, token = ApiClient.issue(name="partner", may_post=False)
    headers = {"Authorization": f"Bearer {token}"}
    one = f"/api/v1/sources/{source.pk}/"
    assert client.get(one, headers=headers).status_code == 404
    assert source.name not in told_to(client, "/api/v1/sources/", headers)
    assert source.name not in page(viewer, reverse("sources") + "?state=proposed")
    decisions.accept(claim=proposal, by=UserFactory())
    assert client.get(one, headers=headers).status_code == 200
    assert source.name in told_to(client, "/api/v1/sources/", headers)
    assert source.name in page(viewer, reverse("sources") + "?state=proposed")


def told_to(client: Client, address: str, headers: dict[str, str]) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_a_failure_is_told_and_a_person_asks_again(
    turned_on: Model, reviewer: Client, viewer: Client
) -> None:
    turned_on.answers = [writes("I would rather not.")] * 3 + [proposes(MISSED)]
    work()
    for _ in range(2):
        Job.objects.filter(kind="read").update(sent_at=None)
        tasks.read_again()
    job = Job.objects.get(kind="read")
    address = reverse("article", args=[job.text_version.article_id])
    shown = page(reviewer, address)
    assert "The second reader did not read this text to its end." in shown
    assert "is no list of claims" in shown
    assert "The claims of this article could not be found." not in shown
    again = reverse("job_retry", args=[job.pk])
    assert again in shown and again not in page(viewer, address)
    reviewer.post(again)
    assert "The second reader has not read this text yet." in page(viewer, address)
    tasks.read_again()
    assert Claim.objects.proposed().exists()


def test_each_page_says_why_no_text_is_read_until_that_is_set_right(
    turned_on: Model, viewer: Client
) -> None:
    turned_on.answers = [sends(b"", 401), proposes()]
    versions = [VersionFactory(text=f"{TEXT}\nكلمة {n}.") for n in range(2)]
    for version in versions:
        pipeline.process(jobs.owe(version).pk)
    tasks.read_again()
    addresses = [reverse("article", args=[version.article_id]) for version in versions]
    for address in addresses:
        shown = page(viewer, address)
        assert "The second reader has not read this text yet." in shown
        assert "look at FACTLOG_READER_KEY" in shown
        assert "It is tried again by itself." in shown
    Job.objects.filter(kind="read").update(sent_at=None, rests_until=None)
    tasks.read_again()
    for address in addresses:
        assert "The second reader" not in page(viewer, address)


def test_the_state_of_the_article_is_that_of_its_own_work(
    turned_on: Model, viewer: Client, settings: Settings
) -> None:
    turned_on.answers = [sends(b"", 401)]
    work()
    shown = page(viewer, reverse("articles") + "?state=done")
    assert reverse("article", args=[Job.objects.get(kind="read").text_version.article_id]) in shown
    settings.READER_URL = ""
    assert "second reader" not in page(viewer, reverse("articles"))


def test_the_card_speaks_arabic(viewer: Client, proposal: Claim) -> None:
    viewer.post(reverse("set_language"), {"language": "ar"})
    shown = card(viewer, proposal)
    assert MARK not in shown
    texts = re.findall(r'<p class="proposal">.*?</svg> ([^<]+)</p>', shown)
    assert len(texts) == 1 and re.search("[\u0621-\u064a]", texts[0])
