"""What the API tells of articles, claims, sources and jobs."""

import hashlib
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from claims import pipeline
from claims.extraction import extract
from claims.extraction.claims_format import document
from claims.models import Article, Claim
from tests.api.record import a_whole_record, assert_spans
from tests.api.test_access import assert_problem
from tests.factories import (
    JobFactory,
    UserFactory,
    VersionFactory,
)
from tests.web.reader_data import BRIDGE, Bridge

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"
HERE = "http://testserver/api/v1/"


class TestClaimsOfAnArticle:
    @pytest.fixture
    def told(self, reader: Client, bridge: Bridge) -> dict:
        return reader.get(f"{ROOT}articles/{bridge.article.pk}/claims/").json()

    def test_they_name_their_text(self, told: dict, bridge: Bridge) -> None:
        assert (told["id"], told["language"]) == (bridge.article.pk, "ar")
        assert told["text_sha256"] == hashlib.sha256(BRIDGE.encode()).hexdigest()

    def test_they_stand_in_the_order_of_the_text(self, told: dict) -> None:
        assert [claim["number"] for claim in told["claims"]] == [1, 2, 3, 4, 5, 6, 7]

    def test_every_span_is_told_with_its_words(self, told: dict) -> None:
        assert assert_spans(told, BRIDGE) > 25

    def test_a_chain_is_told_as_the_claims_format_has_it(self, told: dict, bridge: Bridge) -> None:
        claim = told["claims"][2]
        start = BRIDGE.index("فرق الإنقاذ")
        quote = "فرق الإنقاذ تبحث عن مفقودين"
        assert claim["content"] == {"start": start, "end": start + len(quote), "quote": quote}
        assert (claim["kind"], claim["modality"]) == ("direct", "asserted")
        assert claim["cue"]["quote"] == "أضافت"
        assert (claim["time"], claim["parts"]) == (None, [])
        relayer, origin = claim["attribution"]
        assert (relayer["role"], relayer["resolved_by"]) == ("relayer", "continued")
        assert relayer["mention"]["quote"] == "وكالة سدرة"
        assert (relayer["antecedent"], relayer["anonymous"], relayer["count"]) == (
            None,
            False,
            None,
        )
        assert (origin["role"], origin["resolved_by"]) == ("origin", "anaphora")
        assert origin["antecedent"]["quote"] == "3 مصادر في الدفاع المدني"
        assert (origin["anonymous"], origin["count"]) == (True, 3)
        assert origin["source"] == {
            "id": bridge.unnamed.pk,
            "name": bridge.unnamed.name,
            "language": "ar",
            "kind": "unnamed_group",
            "state": "proposed",
            "is_protected": False,
            "links": {"self": f"{HERE}sources/{bridge.unnamed.pk}/"},
        }

    def test_time_parts_and_the_own_voice(self, told: dict) -> None:
        first, _, _, own_voice, parted, *_ = told["claims"]
        assert first["time"]["quote"] == "أمس الخميس"
        assert first["time"]["date"] == "2026-11-19"
        assert [part["quote"] for part in parted["parts"]] == ["أضرار جسيمة"]
        assert parted["attribution"][0]["mention"] is None
        assert (own_voice["kind"], own_voice["cue"], own_voice["attribution"]) == (
            "narration",
            None,
            [],
        )

    def test_those_that_were_set_aside_are_left_out(self, reader: Client, bridge: Bridge) -> None:
        Claim.objects.filter(pk=bridge.claims[0].pk).update(state="dismissed")
        told = reader.get(f"{ROOT}articles/{bridge.article.pk}/claims/").json()
        assert [claim["number"] for claim in told["claims"]] == [2, 3, 4, 5, 6, 7]

    def test_they_are_those_of_the_newest_version(self, reader: Client, bridge: Bridge) -> None:
        VersionFactory(article=bridge.article, number=2, text="نص جديد.")
        address = f"{ROOT}articles/{bridge.article.pk}/claims/"
        newest, first = reader.get(address).json(), reader.get(f"{address}?version=1").json()
        assert (newest["version"], len(newest["claims"])) == (2, 0)
        assert (first["version"], len(first["claims"])) == (1, 7)
        assert_problem(reader.get(f"{address}?version=3"), 404, "not_found")


def test_an_article_has_its_versions_and_their_work(reader: Client, bridge: Bridge) -> None:
    VersionFactory(article=bridge.article, number=2, text="نص جديد.")
    JobFactory(version=bridge.version, state="done")
    newest = JobFactory(version=bridge.version, state="failed", error="It took too long.")
    told = reader.get(f"{ROOT}articles/{bridge.article.pk}/").json()
    assert told["outlet"]["name"] == "Marsa Radio"
    assert (told["published"], told["title"]) == ("2026-11-20", None)
    second, first = told["versions"]
    assert (second["number"], second["engine"], second["job"]) == (2, None, None)
    assert (first["number"], first["engine"], first["job"]["id"]) == (1, "1.0", newest.pk)
    assert first["job"]["error"] == "It took too long."


def test_a_version_has_the_text(reader: Client, bridge: Bridge) -> None:
    told = reader.get(f"{ROOT}articles/{bridge.article.pk}/versions/1/").json()
    assert told["text"] == BRIDGE
    assert told["text_sha256"] == hashlib.sha256(BRIDGE.encode()).hexdigest()


def test_a_claim_stands_with_its_article(reader: Client, bridge: Bridge) -> None:
    told = reader.get(f"{ROOT}claims/{bridge.claims[1].pk}/").json()
    assert (told["number"], told["state"], told["status"]) == (2, "current", "unassessed")
    assert told["article"]["id"] == bridge.article.pk
    assert told["article"]["outlet"]["name"] == "Marsa Radio"
    assert_spans(told, BRIDGE)
    assert [link["source"]["id"] for link in told["attribution"]] == [
        bridge.sidra.pk,
        bridge.unnamed.pk,
    ]


def test_a_claim_that_was_set_aside_says_so(reader: Client, bridge: Bridge) -> None:
    Claim.objects.filter(pk=bridge.claims[0].pk).update(state="dismissed")
    assert reader.get(f"{ROOT}claims/{bridge.claims[0].pk}/").json()["state"] == "dismissed"


def test_after_a_merge_a_chain_names_what_the_source_stands_for(
    reader: Client, bridge: Bridge
) -> None:
    bridge.nouri.merged_into = bridge.ports
    bridge.nouri.save()
    told = reader.get(f"{ROOT}claims/{bridge.claims[5].pk}/").json()
    assert told["attribution"][0]["source"]["id"] == bridge.ports.pk
    for one in (bridge.nouri, bridge.ports):
        assert len(reader.get(f"{ROOT}claims/?source={one.pk}").json()["results"]) == 4


def test_a_source_has_its_names_and_relations(reader: Client, bridge: Bridge) -> None:
    bridge.nouri.relations.create(kind="speaks_for", target=bridge.ports, since="2026-01-01")
    told = reader.get(f"{ROOT}sources/{bridge.nouri.pk}/").json()
    assert told["names"] == [
        {"name": "كمال نوري", "language": "ar", "kind": "variant", "is_shown": True}
    ]
    [relation] = told["relations"]
    assert (relation["kind"], relation["since"], relation["until"]) == (
        "speaks_for",
        "2026-01-01",
        None,
    )
    assert relation["target"]["id"] == bridge.ports.pk
    assert told["links"]["merged_into"] is None


@pytest.mark.parametrize("path", ["articles", "claims", "sources", "jobs", "articles/1/versions"])
@pytest.mark.parametrize("number", ["99", "9" * 30, "9" * 5000, "-1", "x"])
def test_what_is_not_there_is_a_problem(reader: Client, path: str, number: str) -> None:
    assert_problem(reader.get(f"{ROOT}{path}/{number}/"), 404, "not_found")
    assert_problem(reader.get(f"{ROOT}articles/{number}/claims/"), 404, "not_found")
    assert_problem(reader.get(f"{ROOT}articles/{number}/versions/1/"), 404, "not_found")


def test_every_link_in_a_reply_leads_somewhere(reader: Client) -> None:
    a_whole_record()
    seen: set[str] = set()
    waiting = [f"{HERE}{name}/" for name in ("articles", "claims", "sources")]
    while waiting:
        address = waiting.pop()
        if address in seen or address.endswith("/retry/"):
            continue
        seen.add(address)
        response = reader.get(address)
        assert response.status_code == 200, address
        waiting += links_in(response.json())
    assert len(seen) > 30


def links_in(told: object) -> list[str]:
    if isinstance(told, dict):
        return [link for one in told.values() for link in links_in(one)]
    if isinstance(told, list):
        return [link for one in told for link in links_in(one)]
    return [told] if isinstance(told, str) and told.startswith(HERE) else []


def test_nobody_who_works_here_is_named(reader: Client, bridge: Bridge) -> None:
    user = UserFactory(username="a-reviewer-of-ours")
    Claim.objects.update(touched_by=user)
    Article.objects.update(added_by=user)
    for path in ("articles/", "claims/", f"articles/{bridge.article.pk}/claims/"):
        assert "a-reviewer-of-ours" not in json.dumps(reader.get(f"{ROOT}{path}").json())


@pytest.mark.parametrize("text", [BRIDGE, "قالت هيئة الموانئ أمس إن الجسر أُغلق."])
def test_the_api_says_what_the_engine_found(poster: Client, text: str) -> None:
    given = {"text": text, "language": "ar", "published": "2026-11-20"}
    posted = poster.post(f"{ROOT}articles/", given, content_type="application/json").json()
    pipeline.process(posted["job"]["id"])
    told = poster.get(posted["article"]["links"]["claims"]).json()
    found = document(text, extract(text, "ar", date(2026, 11, 20)))
    assert found["claims"]
    assert within(found, told) == found


def within(shape: Any, told: Any) -> Any:
    """What a reply says of the fields that something else has too."""
    if isinstance(shape, dict):
        return {name: within(one, told[name]) for name, one in shape.items()}
    if isinstance(shape, list):
        assert len(shape) == len(told)
        return [within(one, other) for one, other in zip(shape, told, strict=True)]
    return told
