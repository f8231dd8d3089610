"""The pages on which claims are set right: what they show, take, refuse and keep."""

import html
import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from claims import pipeline
from claims.amending import check_text, value_of
from claims.evaluation import read
from claims.extraction.types import Construction, Span
from claims.models import Amendment, ArticleVersion, Claim, RecordEntry, TextCheck
from claims.web.amend_form import AmendForm
from claims.web.amend_text import piece_of
from claims.web.sentences import read as read_entries
from claims.web.sentences import said
from claims.web.why import name_of, rule_of
from tests.factories import JobFactory, UserFactory, VersionFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "قالت هيئة الموانئ إن الجسر مغلق والسد سليم.\n"
    "ونقلت وكالة سدرة عن مدير الميناء هالة سعد قولها إن السفن غادرت. وأُغلق الطريق أمس مساء."
)


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(UserFactory(role="editor"))
    return client


@pytest.fixture
def version() -> ArticleVersion:
    version = VersionFactory(text=TEXT)
    pipeline.process(JobFactory(version=version).pk)
    return version


def claim_of(version: ArticleVersion, words: str) -> Claim:
    return version.claims.current().get(quote=words)


def sent(claim: Claim, **changed: Any) -> dict[str, Any]:
    """The form as the page of the claim has it, with some fields changed."""
    value = value_of(claim, claim.links.order_by("position"))
    form = AmendForm(None, text=TEXT, language="ar", value=value)
    fields = {name: form[name].value() for name in form.fields}
    return {k: v for k, v in (fields | changed).items() if v not in (None, False)}


def test_the_page_shows_the_claim_in_its_text_with_every_field(editor, version) -> None:
    claim = claim_of(version, "السفن غادرت")
    page = editor.get(reverse("claim_amend", args=[claim.pk])).content.decode()
    assert TEXT.splitlines()[0] in page
    for words in ("السفن غادرت", "نقلت", "وكالة سدرة", "مدير الميناء هالة سعد"):
        assert f">\n{words}</textarea>" in page
    assert f'data-start="{claim.start}" data-end="{claim.end}"' in page


def test_words_are_set_without_javascript_by_copying_them(editor, version) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    response = editor.post(
        reverse("claim_amend", args=[claim.pk]), sent(claim, content="الجسر مغلق")
    )
    assert response.status_code == 302
    claim.refresh_from_db()
    assert claim.quote == "الجسر مغلق"
    assert Amendment.objects.get().changes == ["content"]


def test_the_same_words_are_taken_where_they_were_marked(editor) -> None:
    text = "قالت البلدية إن الجسر مغلق. وقالت الوزارة إن الجسر مغلق أيضا."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    _first, second = version.claims.order_by("start")
    fields = {"content": "الجسر مغلق", "content_at": second.start, "kind": "indirect"}
    fields |= {"modality": "asserted", "cue": "وقالت", "cue_at": text.index("وقالت")}
    fields |= {"link0_mention": "الوزارة", "link0_mention_at": text.index("الوزارة")}
    assert editor.post(reverse("claim_amend", args=[second.pk]), fields).status_code == 302
    second.refresh_from_db()
    assert (second.start, second.quote) == (text.index("الجسر مغلق أيضا"), "الجسر مغلق")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"content": "الجسر مفتوح"}, "do not stand in the text like this"),
        ({"content": " "}, "Mark the words of the claim"),
        ({"link0_full": "رويترز"}, "do not stand in the text like this"),
        ({"kind": "rumour"}, "not one of the available choices"),
    ],
)
def test_what_cannot_be_read_is_told_and_stays_in_the_form(
    editor, version, changed, sentence
) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    given = sent(claim, **changed, reason="because of this")
    response = editor.post(reverse("claim_amend", args=[claim.pk]), given)
    page = response.content.decode()
    assert response.status_code == 400
    assert sentence in page and "because of this" in page
    assert changed.get("content", "") in page
    assert not Amendment.objects.exists()


def test_what_the_rules_refuse_is_told_and_stays_in_the_form(editor, version) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    response = editor.post(
        reverse("claim_amend", args=[claim.pk]), sent(claim, kind="narration", reason="mine")
    )
    page = response.content.decode()
    assert response.status_code == 409
    assert "neither a cue nor a source" in page and "mine" in page


def test_a_stale_page_does_not_overwrite_what_somebody_else_set(editor, version) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    mine, other = sent(claim, modality="hedged"), sent(claim, modality="future")
    address = reverse("claim_amend", args=[claim.pk])
    assert editor.post(address, other).status_code == 302
    response = editor.post(address, mine)
    assert response.status_code == 409
    assert "after you opened it" in response.content.decode()
    claim.refresh_from_db()
    assert claim.modality == "future"


def test_what_it_was_before_is_shown(editor, version) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    address = reverse("claim_amend", args=[claim.pk])
    editor.post(address, sent(claim, content="الجسر مغلق", reason="only the bridge"))
    page = editor.get(address).content.decode()
    assert "What it was before" in page and "only the bridge" in page
    assert ">الجسر مغلق والسد سليم</bdi>" in page
    history = reverse("statement_history", args=[claim.statement_id])
    told = editor.get(history).content.decode()
    assert "set a claim right (its words)" in told


def test_selected_words_are_made_a_claim(editor, version) -> None:
    address = reverse("claim_add", args=[version.article_id])
    start = TEXT.index(" مدير الميناء")
    place = {"start": start, "end": start + len(" مدير الميناء ")}
    page = editor.get(address, place).content.decode()
    assert ">\nمدير الميناء</textarea>" in page and "data-kept-query" in page
    given = {"content": "مدير الميناء", "kind": "narration", "modality": "asserted"}
    response = editor.post(address, given)
    made = Amendment.objects.get().claim
    assert response.status_code == 302 and response.url.endswith(f"#c{made.number}")
    assert (made.quote, made.found_by) == ("مدير الميناء", "person")


@pytest.mark.parametrize("place", [{"start": 5}, {"start": 9, "end": 4}, {"start": 0, "end": 9999}])
def test_what_cannot_have_been_selected_is_left_out(editor, version, place) -> None:
    page = editor.get(reverse("claim_add", args=[version.article_id]), place).content.decode()
    assert '<option value="indirect" selected>' in page


def test_words_that_were_selected_are_that_occurrence(editor) -> None:
    text = "قالت البلدية إن الجسر مغلق. وقالت الوزارة إن الجسر مغلق أيضا."
    version = VersionFactory(text=text)
    start = text.rindex("الجسر")
    place = {"start": start, "end": start + 5}
    page = editor.get(reverse("claim_add", args=[version.article_id]), place).content.decode()
    assert f'name="content_at" value="{start}"' in page


def seen_on(page: str) -> str:
    """What the form sends back of what the person saw."""
    found = re.search(r'name="seen" value="([^"]*)"', page)
    assert found
    return html.unescape(found.group(1))


def test_a_claim_is_split_where_its_second_part_begins(editor, version) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    address = reverse("claim_split", args=[claim.pk])
    page = editor.get(address).content.decode()
    assert claim.quote in page
    refused = editor.post(address, {"begins": "السفن"})
    assert refused.status_code == 409
    assert "do not stand in the claim" in refused.content.decode()
    given = {"begins": "والسد", "seen": seen_on(page)}
    assert editor.post(address, given).status_code == 302
    assert [c.quote for c in version.claims.order_by("start")[:2]] == ["الجسر مغلق", "والسد سليم"]
    # Somebody has split it since the page was opened.
    assert editor.post(address, given).status_code == 409


def test_words_that_stand_in_it_twice_do_not_say_where_to_split(editor) -> None:
    version = VersionFactory(text="قالت هيئة الموانئ إن الجسر مغلق أمس والسد مغلق أمس.")
    pipeline.process(JobFactory(version=version).pk)
    claim = version.claims.get()
    address = reverse("claim_split", args=[claim.pk])
    refused = editor.post(address, {"begins": "مغلق أمس"})
    assert refused.status_code == 409 and "more than once" in refused.content.decode()


def test_a_claim_is_joined_with_a_neighbour_and_leads_to_what_they_are(editor) -> None:
    text = "قالت هيئة الموانئ إن الجسر مغلق. وقالت هيئة الموانئ إن السد سليم."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    first, second = version.claims.order_by("start")
    address = reverse("claim_join", args=[second.pk])
    page = editor.get(address).content.decode()
    assert "The one before: الجسر مغلق" in page and "The next one" not in page
    assert editor.post(address, {"neighbour": "999"}).status_code == 400
    given = {"neighbour": str(first.pk), "seen": seen_on(page)}
    response = editor.post(address, given)
    assert response.status_code == 302 and response.url.endswith(f"#c{first.number}")
    first.refresh_from_db()
    assert first.quote == "الجسر مغلق. وقالت هيئة الموانئ إن السد سليم"


def test_a_claim_that_no_longer_stands_is_neither_split_nor_joined(editor, version) -> None:
    claim = claim_of(version, "السفن غادرت")
    Claim.objects.filter(pk=claim.pk).update(state="dismissed")
    for name in ("claim_split", "claim_join"):
        response = editor.get(reverse(name, args=[claim.pk]))
        assert response.status_code == 409 and "no longer stands" in response.content.decode()


def test_a_checked_text_says_by_whom_until_it_is_taken_back(editor, version) -> None:
    page = reverse("article", args=[version.article_id])
    offer = "All claims are right and none is missing"
    assert offer in editor.get(page).content.decode()
    check = reverse("article_check", args=[version.article_id]) + "?version=1"
    asked = editor.get(check).content.decode()
    assert "its 3 claims are right" in asked
    response = editor.post(check, {"seen": seen_on(asked)})
    assert response.url == f"{page}?version=1" and TextCheck.objects.get().version == version
    shown = editor.get(page).content.decode()
    assert "Checked by" in shown and offer not in shown
    Claim.objects.filter(pk=version.claims.last().pk).update(state="dismissed")
    shown = editor.get(page).content.decode()
    assert "Claims have changed since" in shown and offer in shown
    refused = editor.post(check, {"seen": seen_on(asked)})
    assert refused.status_code == 409 and "have changed since" in refused.content.decode()
    uncheck = reverse("article_uncheck", args=[version.article_id]) + "?version=1"
    assert editor.post(uncheck, {"reason": "too early"}).status_code == 302
    assert "Checked by" not in editor.get(page).content.decode()
    assert editor.get(uncheck).status_code == 409


def test_a_text_without_claims_can_be_checked(editor) -> None:
    version = VersionFactory(text="لا شيء", engine="1.0")
    page = editor.get(reverse("article", args=[version.article_id])).content.decode()
    assert "All claims are right and none is missing" in page


def test_after_a_conflict_the_present_value_is_shown_and_saving_again_works(
    editor, version
) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    mine, other = sent(claim, modality="hedged"), sent(claim, modality="future")
    address = reverse("claim_amend", args=[claim.pk])
    editor.post(address, other)
    page = editor.post(address, mine).content.decode()
    assert "The claim as it stands now" in page and "Expected" in page
    found = re.search(r'name="as_seen" value="([^"]*)"', page)
    assert found
    again = {**mine, "as_seen": html.unescape(found.group(1))}
    assert editor.post(address, again).status_code == 302
    claim.refresh_from_db()
    assert claim.modality == "hedged"


def test_each_link_has_a_name_and_its_fields_their_refusals(editor, version) -> None:
    claim = claim_of(version, "السفن غادرت")
    given = sent(claim, link1_full="رويترز")
    page = editor.post(reverse("claim_amend", args=[claim.pk]), given).content.decode()
    assert "<legend>Link 2</legend>" in page
    assert 'data-name="Full name, elsewhere in the text, link 2"' in page
    assert 'aria-describedby="id_link1_full_error"' in page and 'id="id_link1_full_error"' in page
    assert 'aria-describedby="id_cue_helptext"' in page


@pytest.mark.parametrize("place", [0, 10_500, 25_000, 60_000])
def test_of_a_long_text_a_piece_with_the_claim_is_shown(place: int) -> None:
    for text in ("word " * 20_000, "line of words\n" * 7_000, "x" * 100_000):
        piece = piece_of(text, Span(place, place + 600))
        assert piece.is_part and len(piece.words) <= 40_000
        assert piece.start <= place and place + 600 <= piece.start + len(piece.words)
    whole = piece_of("word " * 20_000, Span(0, 90_000))
    assert len(whole.words) <= 41_000


def test_the_history_loads_each_text_once(editor, version, django_assert_max_num_queries) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    address = reverse("claim_amend", args=[claim.pk])
    for modality in ("future", "hedged", "denied", "desired", "asserted"):
        claim.refresh_from_db()
        words = "الجسر مغلق" if modality != "asserted" else "مغلق"
        editor.post(address, sent(claim, modality=modality, content=words))
    assert Amendment.objects.count() == 5
    rows = RecordEntry.objects.filter(action="claim.changed")
    with django_assert_max_num_queries(3):
        assert all(said(told) for told in read_entries(rows))


def test_the_page_of_the_engine_begins_with_what_to_do(editor) -> None:
    page = editor.get(reverse("engine")).content.decode()
    assert "No text has been checked yet." in page


def test_the_page_of_the_engine_shows_precision_and_hands_on_gold(editor, version) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    editor.post(reverse("claim_amend", args=[claim.pk]), sent(claim, content="الجسر مغلق"))
    check_text(version=version, by=UserFactory())
    page = editor.get(reverse("engine")).content.decode()
    for words in (
        "1 checked text",
        "By language",
        "By construction",
        "By outlet",
        "Words set right",
    ):
        assert words in page
    assert "0.67" in page and "n = 3" in page
    response = editor.get(reverse("engine_gold"))
    lines = b"".join(response).decode().split("\n")  # type: ignore[arg-type]
    [article] = read(lines, "gold")
    assert next(one.content.of(TEXT) for one in article.claims) == "الجسر مغلق"
    assert json.loads(lines[0])["text"] == TEXT


def test_the_card_says_why_it_is_a_claim(editor, version) -> None:
    claim = claim_of(version, "السفن غادرت")
    address = reverse("article", args=[version.article_id])
    page = editor.get(address, {"claim": claim.number}).content.decode()
    assert "Somebody quotes somebody else." in page
    assert reverse("claim_amend", args=[claim.pk]) in page


def test_the_card_says_that_a_person_set_it_right(editor, version) -> None:
    claim = claim_of(version, "السفن غادرت")
    editor.post(reverse("claim_amend", args=[claim.pk]), sent(claim, content="غادرت"))
    address = reverse("article", args=[version.article_id])
    page = editor.get(address, {"claim": claim.number}).content.decode()
    assert "A person set it right. The engine had found it by: Somebody quotes" in page


def test_nobody_goes_on_where_a_language_is_not_read() -> None:
    assert "whoever spoke before" in rule_of("quotation_alone")
    assert "not looked for" in rule_of("quotation_alone", is_read=False)


def test_every_construction_has_a_short_name() -> None:
    for language in ("en", "ar"):
        with override(language):
            names = [name_of(one) for one in (*Construction, "unread")]
        assert len(set(names)) == len(Construction) + 1
        assert max(map(len, names)) <= 24
