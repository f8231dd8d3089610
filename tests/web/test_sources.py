"""The list of sources as the server makes it, without scripts."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Article, Source, SourceName
from claims.web.listing import ROWS
from claims.web.registry import find
from tests.factories import SourceFactory
from tests.web.list_data import many_claims
from tests.web.people import signed_in
from tests.web.reader_data import Bridge, a_source, the_bridge

pytestmark = pytest.mark.django_db


@pytest.fixture
def bridge() -> Bridge:
    return the_bridge()


def page(client: Client, query: str = "", **given: object) -> str:
    response = client.get(reverse("sources") + query, given or None)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def names(body: str) -> list[str]:
    return re.findall(r'<a class="source-name"[^>]*><bdi[^>]*>(.*?)</bdi>', body)


def words(body: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_the_registry_is_listed_newest_first_with_its_claims(viewer, bridge) -> None:
    body = page(viewer)
    assert names(body) == ["كمال نوري", "Sidra Agency", "Ports Authority", "Marsa Radio"]
    assert "Proposed Person 2 claims" in words(body)
    assert "0 claims 7 published" in words(body)
    assert "4 sources" in body


def test_what_waits_for_a_decision_is_a_view_of_its_own(viewer, bridge) -> None:
    body = page(viewer, state="proposed")
    assert names(body) == ["كمال نوري"]
    assert re.search(r'aria-current="page">Waiting for a decision <span class="n"><bdi', body)


def test_unnamed_groups_stand_apart_with_count_and_relayer(viewer, bridge) -> None:
    Source.objects.filter(pk=bridge.unnamed.pk).update(count=3, relayed_by=bridge.sidra)
    Article.objects.update(title="عنوان المقال")
    body = page(viewer, state="article")
    assert names(body) == ["3 مصادر في الدفاع المدني"]
    assert "in عنوان المقال" in words(body)
    assert "3 people" in body and "Passed on by: Sidra Agency" in words(body)


@pytest.mark.parametrize("asked", ["sidra", "SIDRA AG", "سدره", "وكالةُ سِدرة"])
def test_a_name_in_any_script_finds_its_source(viewer, bridge, asked: str) -> None:
    assert "Sidra Agency" in names(page(viewer, q=asked))
    assert "Ports Authority" not in names(page(viewer, q=asked))


def test_a_name_of_a_merged_entry_finds_what_it_stands_for(viewer, bridge) -> None:
    old = a_source("Sidra Wire", "outlet", language="en")
    Source.objects.filter(pk=old.pk).update(merged_into=bridge.sidra)
    assert names(page(viewer, q="wire")) == ["Sidra Agency"]
    assert find("wire") == [bridge.sidra]


def test_claims_of_merged_entries_are_counted(viewer, bridge) -> None:
    Source.objects.filter(pk=bridge.nouri.pk).update(merged_into=bridge.ports)
    assert "Organisation 4 claims" in words(page(viewer, q="ports"))


def test_kind_and_party_narrow_the_list(viewer, bridge) -> None:
    side = a_source("سدرة الشرقية", "state", en="East Sidra")
    bridge.ports.relations.create(kind="party", target=side)
    assert names(page(viewer, kind="person")) == ["كمال نوري"]
    body = page(viewer, party=side.pk)
    assert names(body) == ["Ports Authority"]
    assert "Side in the conflict: East Sidra" in words(body)
    assert "Remove the filter “East Sidra”" in body


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "king"}, "There is no “king” here"),
        ({"state": "asleep"}, "There is no “asleep” here"),
        ({"party": "9" * 30}, "There is no “999"),
        ({"after": "x"}, "start again from the first page"),
    ],
)
def test_a_wrong_value_gets_a_sentence_and_the_list_stays(
    viewer, bridge, given: dict, sentence: str
) -> None:
    body = page(viewer, **given)
    assert sentence in body and len(names(body)) == 4


@pytest.mark.parametrize("asked", ["!?", "غير موجود", "x" * 5000, "%", "\\", "'"])
def test_a_name_that_no_source_has_leads_out(viewer, bridge, asked: str) -> None:
    body = page(viewer, q=asked)
    assert names(body) == [] and "No source passes all of this" in body


def test_nothing_waiting_is_said(viewer) -> None:
    assert "Nothing waits for a decision." in page(viewer, state="proposed")
    assert "No sources here yet." in page(viewer)


def test_pages_lead_forward_and_back_and_keep_the_view(viewer) -> None:
    SourceFactory.create_batch(ROWS + 2, state="proposed")
    first = page(viewer, state="proposed")
    [older] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = page(viewer, older)
    assert len(names(first)) == ROWS and len(names(second)) == 2
    [newer] = re.findall(r'rel="prev" href="([^"]+)"', second)
    assert names(page(viewer, newer)) == names(first)


def test_claims_are_counted_no_further_than_a_thousand(viewer) -> None:
    many_claims(1001, source=SourceFactory(name="هيئة الرصيف"))
    assert "1000+\u200e claims" in page(viewer, kind="organisation")


def test_the_number_of_queries_does_not_grow(
    viewer, bridge, django_assert_max_num_queries, django_assert_num_queries
) -> None:
    with django_assert_max_num_queries(18) as few:
        page(viewer)
    for n in range(60):
        source = SourceFactory(also=[f"اسم {n}"])
        source.relations.create(kind="part_of", target=bridge.ports)
    with django_assert_num_queries(len(few)):
        assert len(names(page(viewer))) == ROWS


def test_htmx_gets_the_list_alone(viewer, bridge) -> None:
    response = viewer.get(
        reverse("sources"), {"q": "", "kind": "person"}, headers={"HX-Request": "true"}
    )
    assert "<html" not in response.content.decode()
    assert response["HX-Push-Url"] == "/sources/?kind=person"


def test_markup_in_a_name_is_text(viewer) -> None:
    a_source("<script>alert(1)</script>", language="en")
    assert "<script>alert" not in viewer.get(reverse("sources")).content.decode()


def test_a_source_without_names_is_listed_all_the_same(viewer, bridge) -> None:
    SourceName.objects.all().delete()
    assert "هيئة الموانئ" in names(page(viewer))


def test_strangers_sign_in_first(client) -> None:
    assert client.get(reverse("sources"))["Location"].startswith(reverse("sign_in"))


def test_people_without_a_role_are_turned_away(bridge) -> None:
    nobody = signed_in("nobody")
    assert nobody.get(reverse("sources")).status_code == 403
    assert nobody.get(reverse("source", args=[bridge.ports.pk])).status_code == 403
