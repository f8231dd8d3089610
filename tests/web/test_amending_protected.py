"""Claims of protected sources are set right without leading anybody to them."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims import pipeline
from claims.amending import ClaimValue, LinkValue, amend, value_of
from claims.errors import AmendmentRefused
from claims.extraction.types import Span
from claims.models import ArticleVersion, Claim, RecordEntry, Source
from claims.sources import protection
from claims.sources.entries import entries_kept_back
from claims.sources.seeing import read_by
from tests.factories import JobFactory, UserFactory, VersionFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "قالت هيئة الموانئ إن الجسر مغلق والسد سليم. وقالت هيئة الموانئ إن الطريق مفتوح. "
    "ونقلت وكالة سدرة عن مدير الميناء هالة سعد قولها إن السفن غادرت."
)
REASON = "It is her cousin who says so."


@pytest.fixture
def named() -> User:
    return UserFactory(role="editor", username="who-is-named")


@pytest.fixture
def stranger() -> User:
    return UserFactory(role="editor")


@pytest.fixture
def version(named: User) -> ArticleVersion:
    """The ports are protected."""
    version = VersionFactory(text=TEXT)
    pipeline.process(JobFactory(version=version).pk)
    return version


def protect(version: ArticleVersion, by: User) -> Source:
    source = claim_of(version, "الجسر مغلق والسد سليم").links.get().source
    protection.protect(source=source, by=by, people=[], reason="danger")
    return source


def claim_of(version: ArticleVersion, words: str) -> Claim:
    return version.claims.current().get(quote=words)


def now(claim: Claim) -> ClaimValue:
    fresh = Claim.objects.get(pk=claim.pk)
    return value_of(fresh, fresh.links.order_by("position"))


def with_words(claim: Claim, words: str) -> ClaimValue:
    value, start = now(claim), TEXT.index(words)
    span = Span(start, start + len(words))
    return ClaimValue(span, value.kind, value.modality, value.cue, value.chain)


def with_chain(claim: Claim, *chain: LinkValue) -> ClaimValue:
    value = now(claim)
    return ClaimValue(value.content, value.kind, value.modality, value.cue, chain)


def test_who_amended_its_claim_and_why_is_for_those_named(version, named, stranger) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    protect(version, named)
    amend(claim=claim, value=with_words(claim, "الجسر مغلق"), by=named, reason=REASON)
    rows = list(RecordEntry.objects.filter(subject_type="claim", action="claim.changed"))
    with read_by(stranger):
        assert len(entries_kept_back(rows)) == 1
    with read_by(named):
        assert entries_kept_back(rows) == set()
    for way in (
        reverse("claim_amend", args=[claim.pk]),
        reverse("statement_history", args=[claim.statement_id]),
    ):
        for user, is_told in ((stranger, False), (named, True)):
            client = Client()
            client.force_login(user)
            page = client.get(way).content.decode()
            assert (REASON in page) == is_told, way
            assert "الجسر مغلق" in page


def test_a_claim_that_was_its_claim_once_is_told_so_too(version, named, stranger) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    [relayer, _origin] = now(claim_of(version, "السفن غادرت")).chain
    amend(claim=claim, value=with_chain(claim, relayer), by=named, reason=REASON)
    amend(claim=claim, value=with_words(claim, "الجسر مغلق"), by=named, reason=REASON)
    source = claim_of(version, "الطريق مفتوح").links.get().source
    protection.protect(source=source, by=named, people=[], reason="danger")
    rows = list(RecordEntry.objects.filter(action="claim.changed"))
    with read_by(stranger):
        assert len(entries_kept_back(rows)) == 2
    client = Client()
    client.force_login(stranger)
    assert REASON not in client.get(reverse("claim_amend", args=[claim.pk])).content.decode()


def test_who_may_not_see_a_source_does_not_replace_it(version, named, stranger) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    source = protect(version, named)
    [relayer, _origin] = now(claim_of(version, "السفن غادرت")).chain
    with pytest.raises(AmendmentRefused, match="protected source"):
        amend(claim=claim, value=with_chain(claim, relayer), by=stranger)
    amend(claim=claim, value=with_words(claim, "الجسر مغلق"), by=stranger)
    assert claim.links.get().source == source
    amend(claim=claim, value=with_chain(claim, relayer), by=named)
    assert claim.links.get().source != source


def test_the_form_does_not_take_a_hidden_link_otherwise(version, named, stranger, client) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    source = protect(version, named)
    client.force_login(stranger)
    way = reverse("claim_amend", args=[claim.pk])
    assert "This link stays as it is" in client.get(way).content.decode()
    given = {"content": "الجسر مغلق", "kind": "indirect", "modality": "asserted"}
    given |= {"cue": "قالت", "link0_mention": "وكالة سدرة"}
    assert client.post(way, given).status_code == 302
    link = claim.links.get()
    claim.refresh_from_db()
    assert (claim.quote, link.source) == ("الجسر مغلق", source)
