"""The pages on which claims are set right: what they show, take, refuse and keep."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims import pipeline
from claims.amending import check_text, value_of
from claims.evaluation import read
from claims.models import Amendment, ArticleVersion, Claim, TextCheck
from claims.web.amend_form import AmendForm
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
    page = editor.get(address, {"words": "مدير الميناء", "behind": "1"}).content.decode()
    assert ">\nمدير الميناء</textarea>" in page
    given = {"content": "مدير الميناء", "kind": "narration", "modality": "asserted"}
    response = editor.post(address, given)
    made = Amendment.objects.get().claim
    assert response.status_code == 302 and response.url.endswith(f"#c{made.number}")
    assert (made.quote, made.found_by) == ("مدير الميناء", "person")


def test_a_claim_is_split_where_its_second_part_begins(editor, version) -> None:
    claim = claim_of(version, "الجسر مغلق والسد سليم")
    address = reverse("claim_split", args=[claim.pk])
    assert claim.quote in editor.get(address).content.decode()
    refused = editor.post(address, {"begins": "السفن"})
    assert refused.status_code == 409
    assert "do not stand in the claim" in refused.content.decode()
    assert editor.post(address, {"begins": "والسد"}).status_code == 302
    assert [c.quote for c in version.claims.order_by("start")[:2]] == ["الجسر مغلق", "والسد سليم"]


def test_a_claim_is_joined_with_a_neighbour(editor, version) -> None:
    claim = claim_of(version, "السفن غادرت")
    address = reverse("claim_join", args=[claim.pk])
    page = editor.get(address).content.decode()
    assert "الجسر مغلق والسد سليم" in page and "وأُغلق الطريق أمس مساء" in page
    assert editor.post(address, {"neighbour": "next"}).status_code == 302
    claim.refresh_from_db()
    assert claim.quote == "السفن غادرت. وأُغلق الطريق أمس مساء"


def test_a_checked_text_says_by_whom(editor, version) -> None:
    page = reverse("article", args=[version.article_id])
    assert "All claims are right and none is missing" in editor.get(page).content.decode()
    response = editor.post(reverse("article_check", args=[version.article_id]))
    assert response.status_code == 302 and TextCheck.objects.get().version == version
    shown = editor.get(page).content.decode()
    assert "Checked by" in shown and "All claims are right and none is missing" not in shown


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
    lines = b"".join(response).decode().splitlines()  # type: ignore[arg-type]
    [article] = read(lines, "gold")
    assert next(one.content.of(TEXT) for one in article.claims) == "الجسر مغلق"
    assert json.loads(lines[0])["text"] == TEXT


def test_the_card_says_why_it_is_a_claim(editor, version) -> None:
    claim = claim_of(version, "السفن غادرت")
    address = reverse("article", args=[version.article_id])
    page = editor.get(address, {"claim": claim.number}).content.decode()
    assert "Somebody quotes somebody else." in page
    assert reverse("claim_amend", args=[claim.pk]) in page
