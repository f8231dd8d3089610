"""A source's page: who it is, what it said, through whom and when, and what people decided."""

import html
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Article, Source
from claims.review import reliability
from claims.sources import decisions
from tests.factories import UserFactory
from tests.web.list_data import many_claims
from tests.web.people import signed_in
from tests.web.reader_data import Bridge, Link, a_claim, a_source, an_article, the_bridge

pytestmark = pytest.mark.django_db


@pytest.fixture
def bridge() -> Bridge:
    return the_bridge()


def page(client: Client, source: Source) -> str:
    response = client.get(reverse("source", args=[source.pk]))
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def words(body: str) -> str:
    told = re.sub(r"<[^>]*>", " ", body[body.index("<main") :])
    return " ".join(re.sub("[\u2068\u2069]", "", told).split())


def test_names_stand_by_language(viewer, bridge) -> None:
    bridge.ports.names.create(language="ar", name="الموانئ", folded="الموانئ", kind="acronym")
    told = words(page(viewer, bridge.ports))
    assert "Arabic هيئة الموانئ also الموانئ Acronym English Ports Authority" in told


def test_relations_stand_in_both_directions_with_their_dates(viewer, bridge) -> None:
    bridge.nouri.relations.create(
        kind="speaks_for", target=bridge.ports, since=date(2024, 3, 2), until=date(2026, 1, 5)
    )
    assert "Speaks for Ports Authority 2 March 2024 to 5 January 2026" in words(
        page(viewer, bridge.nouri)
    )
    assert "Speak for it كمال نوري 2 March 2024" in words(page(viewer, bridge.ports))


def test_what_it_said_and_who_published_it(viewer, bridge) -> None:
    told = words(page(viewer, bridge.ports))
    assert "Origin of 2 claims" in told and "Relayer of 0 claims" in told
    assert bridge.claims[0].quote in told and bridge.claims[4].quote in told
    assert "Published by Marsa Radio 2" in told
    assert "What it passed on for others" not in told


def test_through_whom_it_was_passed_on(viewer, bridge) -> None:
    told = words(page(viewer, bridge.unnamed))
    assert "Passed on by Sidra Agency 2" in told


def test_what_a_relayer_passed_on_and_for_whom(viewer, bridge) -> None:
    body = page(viewer, bridge.sidra)
    told = words(body)
    assert "Relayer of 2 claims" in told and "What it passed on for others" in told
    assert "On the word of 3 مصادر في الدفاع المدني 2" in told
    assert f"/claims/?source={bridge.sidra.pk}&as=relayer" in body


def test_an_outlet_shows_what_it_published_and_on_whose_word(viewer, bridge) -> None:
    told = words(page(viewer, bridge.article.outlet.source))
    assert "Publisher of 7 claims" in told and "What it published" in told
    assert "Ports Authority 2" in told and "In its own voice 1" in told


def test_claims_of_merged_entries_are_its_own(viewer, bridge) -> None:
    Source.objects.filter(pk=bridge.nouri.pk).update(merged_into=bridge.ports)
    told = words(page(viewer, bridge.ports))
    assert "Origin of 4 claims" in told and "Merged into it كمال نوري" in told


def test_a_merged_entry_leads_to_what_it_stands_for(viewer, bridge) -> None:
    Source.objects.filter(pk=bridge.nouri.pk).update(merged_into=bridge.ports)
    told = words(page(viewer, bridge.nouri))
    assert "This entry was merged: it is Ports Authority ." in told
    assert "Origin of" not in told


def test_an_unnamed_group_says_who_relayed_it_and_where(viewer, bridge) -> None:
    Source.objects.filter(pk=bridge.unnamed.pk).update(count=3, relayed_by=bridge.sidra)
    Article.objects.update(title="الجسر المغلق")
    told = words(page(viewer, bridge.unnamed))
    assert "An unnamed source, as one text describes it. الجسر المغلق" in told
    assert "Unnamed source 3 people" in told and "Passed on by Sidra Agency" in told


def test_a_proposed_source_says_whom_it_may_be(viewer, bridge) -> None:
    Source.objects.filter(pk=bridge.nouri.pk).update(suggestion=bridge.ports)
    assert "It may be Ports Authority ." in words(page(viewer, bridge.nouri))


def test_the_history_tells_who_decided_what_and_why(viewer, bridge) -> None:
    rana = UserFactory(username="rana", first_name="Rana", last_name="D.")
    decisions.confirm(
        source=bridge.nouri, name="كمال نوري", kind="person", by=rana, reason="He is named."
    )
    decisions.rename(source=bridge.nouri, name="K. Nouri", language="en", by=rana)
    decisions.merge(source=bridge.nouri, into=bridge.ports, by=rana)
    decisions.undo_merge(source=bridge.nouri, by=rana, reason="Two after all.")
    link = bridge.claims[0].links.get()
    decisions.link(attribution=link, source=bridge.nouri, by=rana)
    body = page(viewer, bridge.nouri)
    told = words(body)
    for sentence in (
        "Rana D. A claim's link was set by hand To the claim",
        "Rana D. The merge into “Ports Authority” was undone. Two after all.",
        "Rana D. Merged into “Ports Authority”.",
        "Rana D. Named “K. Nouri” (English).",
        "Rana D. Taken into the registry as “كمال نوري”. He is named.",
    ):
        assert sentence in told
    assert f'href="{reverse("claim", args=[bridge.claims[0].pk])}"' in body
    assert "The merge of “K. Nouri” into this was undone." in words(page(viewer, bridge.ports))


def test_renaming_in_a_language_that_had_a_name_tells_both(viewer, bridge) -> None:
    by = UserFactory()
    decisions.rename(source=bridge.sidra, name="Sidra Press", language="en", by=by)
    told = words(page(viewer, bridge.sidra))
    assert "Renamed from “Sidra Agency” to “Sidra Press” (English)." in told


def test_the_plot_has_a_title_a_description_and_a_twin(viewer, bridge) -> None:
    version = an_article("قالت هيئة الموانئ إن الرصيف مفتوح.")
    Article.objects.filter(pk=version.article_id).update(
        published=date(2026, 11, 20) + timedelta(days=3)
    )
    a_claim(version, "الرصيف مفتوح", Link(bridge.ports, "هيئة الموانئ", "قالت"))
    body = page(viewer, bridge.ports)
    assert 'role="img" aria-labelledby="plot-t plot-d"' in body
    described = "3 in all from 20 November 2026 to 23 November 2026; most at 20 November 2026: 2."
    assert f'<desc id="plot-d">{described}</desc>' in body
    assert body.count('<circle class="dot"') == 2
    assert "Day Not assessed 20 November 2026 2 23 November 2026 1" in words(body)


def test_claims_without_a_date_are_said_to_be_left_out(viewer, bridge) -> None:
    Article.objects.update(published=None)
    body = page(viewer, bridge.ports)
    assert "2 claims stand in articles without a date and are left out." in body
    assert 'class="dot"' not in body


def test_a_source_that_said_nothing_says_so(viewer) -> None:
    body = page(viewer, a_source("هيئة صامتة"))
    assert "No claim on record goes back to it or through it." in body
    assert "Nobody has decided anything about it." in body


def test_the_grade_that_holds_stands_with_its_day_basis_and_reviewer(viewer, bridge) -> None:
    rana = UserFactory(username="rana", first_name="Rana", last_name="D.", role="editor")
    assert "Reliability" not in words(page(viewer, bridge.ports))
    for letter, day in (("C", date(2026, 8, 14)), ("B", date(2024, 3, 2))):
        reliability.grade(
            source_id=bridge.ports.pk, by=rana, letter=letter, basis=f"Why {letter}.", since=day
        )
    told = words(page(viewer, bridge.ports))
    assert "Reliability C Fairly reliable since 14 August 2026 · Rana D. Why C." in told
    assert "Earlier grades 2 March 2024 · Rana D. B Usually reliable Why B." in told


def test_grades_of_merged_entries_are_its_own(viewer, bridge) -> None:
    by = UserFactory(role="lead")
    reliability.grade(source_id=bridge.nouri.pk, by=by, letter="D", basis="He was wrong.")
    Source.objects.filter(pk=bridge.nouri.pk).update(merged_into=bridge.ports)
    assert "D Not usually reliable" in words(page(viewer, bridge.ports))


def test_only_who_may_grade_is_offered_to(bridge) -> None:
    way = 'href="{}"'.format(reverse("source_grade", args=[bridge.ports.pk]))
    assert way not in page(signed_in("reviewer"), bridge.ports)
    body = page(signed_in("editor"), bridge.ports)
    assert way in body and "Nobody has graded it yet." in body
    # What has no record of its own cannot be graded.
    unnamed = reverse("source_grade", args=[bridge.unnamed.pk])
    assert unnamed not in page(signed_in("editor"), bridge.unnamed)


def test_only_who_may_decide_sees_the_ways_to(viewer, bridge) -> None:
    ways = [
        reverse(name, args=[bridge.nouri.pk])
        for name in ("source_confirm", "source_rename", "source_merge")
    ]
    seen = page(viewer, bridge.nouri)
    offered = page(signed_in("reviewer"), bridge.nouri)
    assert not any(way in seen for way in ways) and all(way in offered for way in ways)


def test_no_page_carries_inline_code_or_styles(viewer, bridge) -> None:
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page(viewer, bridge.ports))


def test_the_page_is_in_arabic_too(viewer, bridge) -> None:
    viewer.cookies["django_language"] = "ar"
    body = page(viewer, bridge.ports)
    assert '<h1><bdi lang="ar">هيئة الموانئ</bdi></h1>' in body
    # Drawn from right to left, with sizes that no comma of the language breaks.
    assert re.search(r'<circle class="dot" cx="\d+\.\d" cy="\d+" r="\d+\.\d"/>', body)


def test_what_is_not_there_is_not_found(viewer) -> None:
    for number in (10**9, 10**30):
        assert viewer.get(reverse("source", args=[number])).status_code == 404


def test_the_number_of_queries_does_not_grow(
    viewer, bridge, django_assert_max_num_queries, django_assert_num_queries
) -> None:
    with django_assert_max_num_queries(45) as few:
        page(viewer, bridge.ports)
    many_claims(600, source=bridge.ports, outlet="Pier Gazette")
    with django_assert_num_queries(len(few)):
        told = words(page(viewer, bridge.ports))
    assert "Origin of 602 claims" in told and "Pier Gazette 600" in told
