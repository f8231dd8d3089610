"""The reader as the server makes it, without scripts."""

import html
import re

import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from claims.models import Claim, ExtractionRun, Job, SourceName
from claims.sources import decisions
from tests.web.reader_data import BRIDGE, Bridge, Link, a_claim, a_source, an_article, the_bridge

pytestmark = pytest.mark.django_db


@pytest.fixture
def bridge() -> Bridge:
    return the_bridge()


def page(client: Client, bridge: Bridge, query: str = "", **headers: str) -> str:
    response = client.get(reverse("article", args=[bridge.article.pk]) + query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def article_of(body: str) -> str:
    [inner] = re.findall(r'<article class="text"[^>]*>\n(.*?)\n  </article>', body, re.S)
    return inner


def words_of(body: str) -> str:
    """The article's text in the page: without tags and without the numbers in the margin."""
    without_numbers = re.sub(r'<a class="num.*?</a>', "", article_of(body))
    return html.unescape(re.sub(r"<[^>]*>", "", without_numbers))


def card_of(body: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", body[body.index('id="panel"') :]).split())


def test_the_text_stands_as_it_was_published(viewer, bridge) -> None:
    assert words_of(page(viewer, bridge, "?claim=2")) == BRIDGE


def test_each_claim_is_marked_by_its_source(viewer, bridge) -> None:
    text = article_of(page(viewer, bridge))
    slots = dict(re.findall(r'id="c(\d+)" class="claim" data-c="\d+" data-s="(\d)"', text))
    # In order of first appearance; 4 is the outlet's own voice, 5 comes back to the first source.
    assert slots == {"1": "1", "2": "2", "3": "2", "4": "0", "5": "1", "6": "3", "7": "3"}


def test_an_embedded_claim_stands_inside_the_other(viewer, bridge) -> None:
    text = article_of(page(viewer, bridge))
    outer = text.index('id="c4"')
    assert "</p>" not in text[outer : text.index('id="c5"')]


def test_the_ninth_source_starts_again_with_the_first_pattern(viewer) -> None:
    sentences = [f"قال الشاهد {i} كلامًا طويلًا عن الأمر {i}." for i in range(9)]
    version = an_article("\n".join(sentences))
    for i in range(9):
        witness = a_source(f"الشاهد {i}", "person")
        a_claim(version, f"كلامًا طويلًا عن الأمر {i}", Link(witness, f"الشاهد {i}"))
    body = viewer.get(reverse("article", args=[version.article_id])).content.decode()
    slots = re.findall(r'class="claim" data-c="\d+" data-s="(\d)"', body)
    assert slots == ["1", "2", "3", "4", "5", "6", "7", "8", "1"]


def test_the_card_draws_the_chain_from_outlet_to_origin(viewer, bridge) -> None:
    card = card_of(page(viewer, bridge, "?claim=2"))
    drawn = card[card.index("Attribution chain") :]
    places = [drawn.index(words) for words in ("Marsa Radio", "Sidra Agency", "3 people")]
    assert places == sorted(places)
    assert "Relayer" in card and "Origin · unnamed, 3 people" in card


def test_the_card_says_time_kind_modality_and_status(viewer, bridge) -> None:
    card = card_of(page(viewer, bridge, "?claim=1"))
    assert "أمس الخميس 19 November 2026" in card
    assert "Indirect" in card and "Asserted" in card and "Not assessed" in card


def test_the_words_that_a_link_rests_on_are_lit_in_the_text(viewer, bridge) -> None:
    text = article_of(page(viewer, bridge, "?claim=3"))
    lit = re.findall(r'class="word ([^"]+)"[^>]*>([^<]+)<', text)
    assert {(look, words) for look, words in lit} == {
        ("is-relayer", "وكالة سدرة"),
        ("is-origin", "المصادر"),
        ("is-cue", "أضافت"),
        ("is-ante", "3 مصادر في الدفاع المدني"),
    }


def test_a_dropped_subject_says_so(viewer, bridge) -> None:
    assert "The verb alone points" in card_of(page(viewer, bridge, "?claim=5"))


def test_the_parts_are_listed(viewer, bridge) -> None:
    assert "1 part that can be checked by itself" in card_of(page(viewer, bridge, "?claim=5"))


def test_a_proposed_source_says_so_and_leads_a_reviewer_to_decide(reviewer, bridge) -> None:
    body = page(reviewer, bridge, "?claim=6")
    assert "Not in the registry yet." in card_of(body)
    assert reverse("source", args=[bridge.nouri.pk]) in body


def test_an_unnamed_group_of_the_article_is_nothing_to_decide(reviewer, bridge) -> None:
    assert "Not in the registry yet." not in card_of(page(reviewer, bridge, "?claim=2"))


def test_a_viewer_is_offered_nothing_to_change(viewer, bridge) -> None:
    card = card_of(page(viewer, bridge, "?claim=6"))
    assert "Set another source" not in card and "not a claim" not in card


def test_the_filter_lives_in_the_address(viewer, bridge) -> None:
    body = page(viewer, bridge, f"?source={bridge.ports.pk}")
    hidden = re.findall(r'class="num num-\d is-off" id="n(\d)"', body)
    assert hidden == ["2", "3", "4", "6", "7"]
    assert "2 of 7 claims shown" in body
    assert 'aria-label="Remove the filter “Ports Authority”"' in body


def test_filters_of_different_sorts_narrow_each_other(viewer, bridge) -> None:
    body = page(viewer, bridge, f"?source={bridge.nouri.pk}&modality=declined")
    assert "1 of 7 claims shown" in body


def test_the_own_voice_is_a_filter_too(viewer, bridge) -> None:
    assert "1 of 7 claims shown" in page(viewer, bridge, "?source=0")


def test_quotations_without_a_speaker_are_a_filter_of_their_own(viewer, bridge) -> None:
    bridge.claims[1].links.all().delete()
    body = page(viewer, bridge, "?source=none")
    assert "1 of 7 claims shown" in body
    assert re.findall(r'class="num num-\d" id="n(\d)"', body) == ["2"]
    assert 'aria-label="Remove the filter “No source found”"' in body
    assert "1 of 7 claims shown" in page(viewer, bridge, "?source=0")


def test_next_and_previous_walk_only_what_is_shown(viewer, bridge) -> None:
    body = page(viewer, bridge, f"?source={bridge.ports.pk}&claim=1")
    [address] = re.findall(r'id="card-next" href="([^"]+)"', body)
    assert html.unescape(address) == f"?source={bridge.ports.pk}&claim=5#c5"


def test_nonsense_in_the_address_is_left_out(viewer, bridge) -> None:
    body = page(viewer, bridge, "?claim=x&source=%D9%A3&kind=spoken&modality=&version=")
    assert "No claim is chosen." in body and "is-off" not in article_of(body)


def test_a_claim_that_is_not_there_is_said(viewer, bridge) -> None:
    assert "Claim 99 is not in this text." in card_of(page(viewer, bridge, "?claim=99"))


def test_htmx_gets_the_card_and_the_filters_without_the_text(viewer, bridge) -> None:
    body = page(viewer, bridge, "?claim=2", **{"HX-Request": "true"})
    assert 'data-claim="2"' in body and 'id="filters"' in body
    assert "<article" not in body and "<html" not in body


def test_a_claims_own_address_leads_to_it(viewer, bridge) -> None:
    response = viewer.get(reverse("claim", args=[bridge.claims[4].pk]))
    assert response["Location"] == f"/articles/{bridge.article.pk}/?claim=5#c5"


def test_after_a_merge_claims_count_for_what_the_source_stands_for(viewer, bridge) -> None:
    bridge.nouri.merged_into = bridge.ports
    bridge.nouri.save()
    assert "4 of 7 claims shown" in page(viewer, bridge, f"?source={bridge.ports.pk}")


def test_names_are_shown_in_the_readers_language(viewer, bridge) -> None:
    assert "Ports Authority" in card_of(page(viewer, bridge, "?claim=1"))
    viewer.cookies["django_language"] = "ar"
    body = page(viewer, bridge, "?claim=1")
    assert '<html lang="ar" dir="rtl"' in body
    assert "هيئة الموانئ" in card_of(body) and "Ports Authority" not in card_of(body)


def test_markup_in_an_article_is_shown_as_text(viewer) -> None:
    version = an_article('He said <script>alert("1")</script> & left.', language="en")
    a_claim(version, '<script>alert("1")</script>', Link(a_source("He", "person", language="en")))
    body = viewer.get(reverse("article", args=[version.article_id]) + "?claim=1").content.decode()
    assert "<script>alert" not in body and "&lt;script&gt;alert" in body


def test_no_page_carries_inline_code_or_styles(reviewer, bridge) -> None:
    body = page(reviewer, bridge, "?claim=2&kind=direct")
    assert not re.search(r"<[^>]+\s(style|on\w+)=", body)
    assert not re.search(r"<(style|script)>", body)


def test_invisible_characters_are_shown_on_demand(viewer) -> None:
    version = an_article("يقول \u202eالنص\u202c شيئًا.")
    address = reverse("article", args=[version.article_id])
    assert 'data-i="202E"' not in (plain := viewer.get(address).content.decode())
    assert "Show invisible characters" in plain
    assert 'data-i="202E"' in viewer.get(address + "?invisible=1").content.decode()


def test_an_article_without_claims_says_so(viewer) -> None:
    version = an_article("نص قصير.")
    body = viewer.get(reverse("article", args=[version.article_id])).content.decode()
    assert "No claims were found in this text." in body


def test_an_unknown_language_says_what_was_looked_for(viewer) -> None:
    version = an_article("Saluton, mondo.", language="und", known=False)
    body = viewer.get(reverse("article", args=[version.article_id])).content.decode()
    assert "The language of this text was not recognised." in body
    assert "Only quotations of four words and more were looked for" in body
    assert "Nobody is quoted in it" not in body  # nobody knows


def test_a_language_that_is_not_read_is_named(viewer, bridge) -> None:
    bridge.article.language, bridge.article.language_known = "tr", False
    bridge.article.save()
    bridge.claims[1].links.all().delete()
    body = page(viewer, bridge, "?claim=2")
    assert "factlog does not read Turkish yet." in body
    assert "Source not looked for" in body
    card = card_of(body)
    assert "Marsa Radio , source not looked for" in card
    assert "Who said this was not looked for" in card


def test_work_under_way_asks_for_its_progress(viewer, bridge) -> None:
    job = Job.objects.create(version=bridge.version)
    body = page(viewer, bridge)
    address = reverse("article_progress", args=[bridge.article.pk])
    assert f'hx-get="{address}?job={job.pk}"' in body


def test_failed_work_says_why_and_can_be_tried_again(viewer, reviewer, bridge) -> None:
    job = Job.objects.create(version=bridge.version, state="failed", error="It took too long.")
    body = page(viewer, bridge)
    assert "It took too long." in body
    retry = f'action="{reverse("job_retry", args=[job.pk])}" method="post"'
    assert retry in page(reviewer, bridge) and retry not in body


def test_the_difference_after_reading_again_is_shown(viewer, bridge) -> None:
    ExtractionRun.objects.create(version=bridge.version, engine="1.0", claims_found=6)
    assert "Engine" not in page(viewer, bridge)
    Claim.objects.filter(pk=bridge.claims[3].pk).update(state="withdrawn")
    ExtractionRun.objects.create(
        version=bridge.version,
        engine="1.1",
        claims_found=6,
        difference={"added": [7], "withdrawn": [4], "changed": [2], "kept": [6]},
    )
    body = page(viewer, bridge)
    assert "Engine 1.1 changed 3 claims" in body
    assert "kept as people left them" in body
    assert "No longer found" in body and bridge.claims[3].quote in body


def test_an_older_version_can_be_read_and_says_that_it_is_old(viewer, bridge) -> None:
    bridge.article.versions.create(number=2, text="نص جديد.", text_sha256="0" * 64)
    assert "نص جديد." in page(viewer, bridge)
    old = page(viewer, bridge, "?version=1&claim=1")
    assert "This is an earlier version of the text." in old and words_of(old) == BRIDGE


def test_what_is_not_there_is_not_found(viewer, bridge) -> None:
    assert viewer.get(reverse("article", args=[10**9])).status_code == 404
    assert viewer.get(f"/articles/{bridge.article.pk}/?version=7").status_code == 404
    assert viewer.get(reverse("claim", args=[10**9])).status_code == 404


def test_strangers_sign_in_first(client, bridge) -> None:
    response = client.get(reverse("article", args=[bridge.article.pk]))
    assert response.status_code == 302 and response["Location"].startswith(reverse("sign_in"))


def test_people_without_a_role_are_turned_away(bridge) -> None:
    client = Client()
    user = User.objects.create_user("nobody", password=None)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(reverse("article", args=[bridge.article.pk]))
    assert response.status_code == 403
    assert "This page is not open to you." in response.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_claims(
    viewer, bridge, django_assert_max_num_queries, django_assert_num_queries
) -> None:
    address = reverse("article", args=[bridge.article.pk]) + "?claim=2"
    with django_assert_max_num_queries(22) as few:
        viewer.get(address)
    big = "\n".join(f"قالت الجهة {i} إن الأمر {i} قد وقع فعلًا." for i in range(500))
    version = an_article(big)
    for i in range(500):
        who = a_source(f"الجهة {i}", state="proposed") if i < 20 else bridge.ports
        a_claim(version, f"الأمر {i} قد وقع", Link(who, f"الجهة {i}", "قالت"))
    with django_assert_num_queries(len(few)):
        response = viewer.get(reverse("article", args=[version.article_id]) + "?claim=2")
    assert response.content.count(b'class="num ') == 500


def test_a_decision_on_a_claim_asks_first(reviewer, bridge) -> None:
    response = reviewer.get(reverse("claim_dismiss", args=[bridge.claims[3].pk]))
    assert bridge.claims[3].quote in response.content.decode()
    bridge.claims[3].refresh_from_db()
    assert bridge.claims[3].state == "current"


def test_a_claim_is_set_aside_and_taken_back(reviewer, bridge) -> None:
    claim = bridge.claims[3]
    reviewer.post(reverse("claim_dismiss", args=[claim.pk]), {"reason": "A heading."})
    claim.refresh_from_db()
    assert claim.state == "dismissed"
    assert "1 set aside as no claim" in page(reviewer, bridge)
    reviewer.post(reverse("claim_restore", args=[claim.pk]))
    claim.refresh_from_db()
    assert claim.state == "current"


def test_a_viewer_may_not_set_claims_aside(viewer, bridge) -> None:
    response = viewer.post(reverse("claim_dismiss", args=[bridge.claims[3].pk]))
    assert response.status_code == 403


def test_the_registry_is_searched_for_the_source_of_a_link(reviewer, bridge) -> None:
    link = bridge.claims[5].links.get()
    address = reverse("link_source", args=[link.pk])
    assert "Sidra Agency" in reviewer.get(address, {"q": "سدرة"}).content.decode()
    assert (
        "No other entry of the registry"
        in reviewer.get(address, {"q": "غير موجود"}).content.decode()
    )


def test_a_person_sets_the_source_of_a_link(reviewer, bridge) -> None:
    link = bridge.claims[5].links.get()
    response = reviewer.post(
        reverse("link_source", args=[link.pk]), {"source": bridge.ports.pk, "reason": "Named so."}
    )
    assert response.status_code == 302
    link.refresh_from_db()
    assert link.source == bridge.ports and link.resolved_by == "person"


def test_setting_no_source_is_refused_and_what_was_typed_stays(reviewer, bridge) -> None:
    link = bridge.claims[5].links.get()
    response = reviewer.post(
        reverse("link_source", args=[link.pk]), {"q": "سدرة", "reason": "My words."}
    )
    body = response.content.decode()
    assert response.status_code == 409
    assert "Choose the source that this link means." in body and "My words." in body


def test_a_refusal_of_the_record_is_shown_word_for_word(reviewer, bridge, monkeypatch) -> None:
    def refuse(**_given: object) -> None:
        raise decisions.SourceDecisionRefused("Somebody was faster.")

    monkeypatch.setattr(decisions, "dismiss", refuse)
    response = reviewer.post(reverse("claim_dismiss", args=[bridge.claims[0].pk]))
    assert response.status_code == 409 and "Somebody was faster." in response.content.decode()


def test_appearance_and_keys_are_kept_before_and_after_signing_in(client) -> None:
    response = client.post(
        reverse("preferences"), {"factlog_theme": "dark", "next": "//evil.test/"}
    )
    assert response["Location"] == reverse("articles")
    assert client.cookies["factlog_theme"].value == "dark"
    client.post(reverse("preferences"), {"factlog_theme": "purple", "factlog_keys": "off"})
    assert client.cookies["factlog_theme"].value == "dark"
    assert client.cookies["factlog_keys"].value == "off"


def test_the_chosen_appearance_is_in_the_page(viewer, bridge) -> None:
    viewer.cookies["factlog_theme"] = "dark"
    assert 'data-theme="dark"' in page(viewer, bridge)


def test_the_health_check_says_ok_to_anybody(client) -> None:
    response = client.get(reverse("healthz"))
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_a_missing_page_is_a_sentence(client) -> None:
    response = client.get("/no-such-page/")
    assert response.status_code == 404 and "This page does not exist." in response.content.decode()


def test_a_missing_page_is_in_no_section(viewer) -> None:
    assert "aria-current" not in viewer.get("/no-such-page/").content.decode()


def test_a_stale_form_is_a_sentence(bridge) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("preferences"), {"factlog_theme": "dark"})
    assert response.status_code == 403
    assert "The form was too old to be sent." in response.content.decode()


def test_the_page_for_a_failure_needs_nothing_of_the_request() -> None:
    assert "The page could not be made." in render_to_string("500.html")


def test_only_addresses_of_the_web_are_linked(viewer, bridge) -> None:
    bridge.article.url = "javascript:alert(1)"
    bridge.article.save()
    assert "javascript:" not in page(viewer, bridge)


def test_a_name_in_no_known_language_is_still_shown(viewer, bridge) -> None:
    SourceName.objects.all().delete()
    assert "هيئة الموانئ" in card_of(page(viewer, bridge, "?claim=1"))


def test_an_article_without_an_outlet_is_read_all_the_same(viewer, bridge) -> None:
    bridge.article.outlet = None
    bridge.article.save()
    card = card_of(page(viewer, bridge, "?claim=4"))
    assert "Outlet not given, in its own voice" in card


def test_a_quotation_without_a_speaker_is_not_the_outlets_voice(viewer, bridge) -> None:
    bridge.claims[1].links.all().delete()
    Claim.objects.filter(pk=bridge.claims[1].pk).update(cue_start=None, cue_end=None)
    card = card_of(page(viewer, bridge, "?claim=2"))
    assert "Marsa Radio , no source found" in card
    assert "No source was found for these words." in card
    assert "It stands in quotation marks." in card


def test_the_registry_adds_whom_a_source_speaks_for_and_whom_it_may_be(viewer, bridge) -> None:
    bridge.nouri.relations.create(kind="speaks_for", target=bridge.ports)
    assert "Speaks for Ports Authority" in card_of(page(viewer, bridge, "?claim=6"))
    bridge.nouri.relations.all().delete()
    bridge.nouri.suggestion = bridge.ports
    bridge.nouri.save()
    assert "It may be Ports Authority." in card_of(page(viewer, bridge, "?claim=6"))
