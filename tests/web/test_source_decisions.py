"""Deciding about a source by its pages: done, refused with nothing lost, not allowed."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Source, SourceDecision
from tests.web.people import signed_in
from tests.web.reader_data import Bridge, a_source, an_article, the_bridge

pytestmark = pytest.mark.django_db

PAGES = ("source_confirm", "source_rename", "source_merge", "source_undo_merge")


@pytest.fixture
def bridge() -> Bridge:
    return the_bridge()


def ask(client: Client, page: str, source: Source, query: str = "") -> str:
    response = client.get(reverse(page, args=[source.pk]) + query)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def send(client: Client, page: str, source: Source, **given: object) -> tuple[int, str]:
    response = client.post(reverse(page, args=[source.pk]), given)
    return response.status_code, html.unescape(response.content.decode())


def test_a_proposed_source_is_taken_into_the_registry(reviewer, bridge) -> None:
    assert 'value="كمال نوري"' in ask(reviewer, "source_confirm", bridge.nouri)
    response = reviewer.post(
        reverse("source_confirm", args=[bridge.nouri.pk]),
        {"name": "كمال  نوري", "kind": "person", "reason": "He is named."},
        follow=True,
    )
    assert "“كمال نوري” is in the registry." in html.unescape(response.content.decode())
    bridge.nouri.refresh_from_db()
    assert bridge.nouri.state == "confirmed"
    assert SourceDecision.objects.get().reason == "He is named."


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": " ", "kind": "person"}, "A source needs a name with letters in it."),
        ({"name": "a\0b", "kind": "person"}, "A source needs a name with letters in it."),
        ({"name": "x" * 301, "kind": "person"}, "up to 300 characters"),
        ({"name": "كمال", "kind": ""}, "Choose what kind of source this is."),
        ({"name": "كمال", "kind": "king"}, "Choose what kind of source this is."),
    ],
)
def test_a_refusal_is_shown_and_nothing_typed_is_lost(
    reviewer, bridge, given: dict, sentence: str
) -> None:
    status, body = send(reviewer, "source_confirm", bridge.nouri, **given, reason="My words.")
    assert status == 409
    assert sentence in body and "My words." in body
    assert f'value="{given["name"]}"' in body.replace("\ufffd", "\0")
    assert not SourceDecision.objects.exists()


def test_who_comes_second_is_told(reviewer, bridge) -> None:
    send(reviewer, "source_confirm", bridge.nouri, name="كمال", kind="person")
    status, body = send(reviewer, "source_confirm", bridge.nouri, name="كمال", kind="office")
    assert status == 409 and "This source is in the registry already." in body


def test_a_name_is_given_in_another_language(reviewer, bridge) -> None:
    assert 'value="Sidra Agency"' in ask(reviewer, "source_rename", bridge.sidra, "?language=en")
    status, _ = send(reviewer, "source_rename", bridge.sidra, name="Сидра", language="ru")
    assert status == 302
    assert bridge.sidra.names.get(language="ru").is_shown


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": "وكالة سدرة", "language": "ar"}, "has this name already"),
        ({"name": "Sidra", "language": "xx"}, "Choose the language of the name."),
    ],
)
def test_a_refused_name_is_kept_in_its_field(reviewer, bridge, given: dict, sentence: str) -> None:
    status, body = send(reviewer, "source_rename", bridge.sidra, **given)
    assert status == 409 and sentence in body and f'value="{given["name"]}"' in body


def test_a_source_is_merged_into_the_one_that_was_searched(reviewer, bridge) -> None:
    body = ask(reviewer, "source_merge", bridge.nouri, "?q=ports")
    assert f'name="into" value="{bridge.ports.pk}"' in body
    response = reviewer.post(
        reverse("source_merge", args=[bridge.nouri.pk]),
        {"into": bridge.ports.pk, "q": "ports", "reason": "Its spokesman."},
    )
    assert response["Location"] == reverse("source", args=[bridge.ports.pk])
    bridge.nouri.refresh_from_db()
    assert bridge.nouri.merged_into == bridge.ports


def test_what_the_registry_suggests_is_searched_first(reviewer, bridge) -> None:
    Source.objects.filter(pk=bridge.nouri.pk).update(suggestion=bridge.ports)
    assert "Ports Authority" in ask(reviewer, "source_merge", bridge.nouri)


def test_nothing_found_is_said(reviewer, bridge) -> None:
    body = ask(reviewer, "source_merge", bridge.nouri, "?q=zzz")
    assert "No other source has a name with “<bdi>zzz</bdi>”." in body


@pytest.mark.parametrize("into", ["", "x", "9" * 30])
def test_merging_into_nothing_is_refused_and_nothing_is_lost(reviewer, bridge, into: str) -> None:
    status, body = send(
        reviewer, "source_merge", bridge.nouri, into=into, q="ports", reason="My words."
    )
    assert status == 409
    assert "Choose the source that it is the same as." in body
    assert "My words." in body and 'value="ports"' in body


def test_a_merge_that_the_record_refuses_shows_its_sentence(reviewer, bridge) -> None:
    status, body = send(reviewer, "source_merge", bridge.nouri, into=bridge.unnamed.pk, q="ports")
    assert status == 409 and "An unnamed source and a named one cannot be merged" in body


def test_unnamed_sources_are_merged_with_unnamed_ones_only(reviewer, bridge) -> None:
    other = an_article("نص آخر.")
    group = a_source(
        "مصادر في الدفاع المدني", "unnamed_group", state="proposed", article=other.article
    )
    far = a_source("مصدر أمني", "unnamed_group", state="proposed", article=other.article)
    body = ask(reviewer, "source_merge", group)
    assert f'value="{far.pk}"' not in body
    assert f'value="{bridge.unnamed.pk}"' in body and f'value="{bridge.ports.pk}"' not in body
    status, _ = send(reviewer, "source_merge", group, into=bridge.unnamed.pk)
    assert status == 302


def test_a_merge_is_undone(reviewer, bridge) -> None:
    Source.objects.filter(pk=bridge.nouri.pk).update(merged_into=bridge.ports)
    assert "apart from “" in ask(reviewer, "source_undo_merge", bridge.nouri)
    status, _ = send(reviewer, "source_undo_merge", bridge.nouri, reason="Two after all.")
    bridge.nouri.refresh_from_db()
    assert status == 302 and bridge.nouri.merged_into is None


def test_undoing_what_was_not_merged_is_refused(reviewer, bridge) -> None:
    status, body = send(reviewer, "source_undo_merge", bridge.nouri, reason="My words.")
    assert status == 409 and "is not merged into another" in body and "My words." in body


@pytest.mark.parametrize("page", PAGES)
def test_viewers_may_not_decide(bridge, page: str) -> None:
    viewer = signed_in("viewer")
    address = reverse(page, args=[bridge.nouri.pk])
    assert viewer.get(address).status_code == 403
    assert viewer.post(address, {"name": "x", "kind": "person"}).status_code == 403
    assert not SourceDecision.objects.exists()


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_there_is_not_found(reviewer, page: str) -> None:
    assert reviewer.get(reverse(page, args=[10**9])).status_code == 404


def test_a_very_long_reason_is_cut_and_never_an_error(reviewer, bridge) -> None:
    send(
        reviewer,
        "source_confirm",
        bridge.nouri,
        name="كمال",
        kind="person",
        reason="\0" + "س" * 5000,
    )
    assert len(SourceDecision.objects.get().reason) <= 2000
