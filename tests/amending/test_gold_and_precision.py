"""What people set right in checked texts: as gold for ``evaluate``, and as the engine's figures."""

import io
import json

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from claims import pipeline
from claims.amending import add, amend, check_text, join, split, take_back
from claims.amending.checks import token_of
from claims.amending.gold import gold
from claims.amending.precision import Became, precision
from claims.amending.values import ClaimValue, LinkValue
from claims.errors import AmendmentRefused
from claims.evaluation import evaluate, read
from claims.extraction import extract
from claims.models import ArticleVersion
from claims.record.checking import check
from claims.sources import decisions, protection
from claims.sources.seeing import read_by
from tests.amending.ports import TEXT, at, changed, claim_of
from tests.factories import ClaimFactory, JobFactory, SourceFactory, VersionFactory

pytestmark = pytest.mark.django_db


def test_only_texts_that_were_checked_are_gold(version: ArticleVersion, person: User) -> None:
    assert list(gold()) == []
    check_text(version=version, by=person)
    check_text(version=version, by=person)
    [article] = gold()
    assert article["lang"] == "ar" and len(article["claims"]) == 3


def test_what_the_engine_said_and_nobody_changed_is_all_right_by_its_own_gold(
    version: ArticleVersion,
    person: User,
    capsys: pytest.CaptureFixture[str],
) -> None:
    check_text(version=version, by=person)
    call_command("export_gold")
    lines = capsys.readouterr().out.split("\n")
    evaluation = evaluate(read(lines, "gold"))
    for name in ("end_to_end", "narration_span", "cue", "source_mention", "chain"):
        assert evaluation.figure(name).f1 == 1, name


def test_what_was_set_right_is_what_the_engine_is_measured_by(
    version: ArticleVersion,
    person: User,
) -> None:
    claim = claim_of(version, "السفن غادرت")
    sidra = at("وكالة سدرة")
    amend(claim=claim, value=changed(claim, chain=(LinkValue(sidra, sidra),)), by=person)
    check_text(version=version, by=person)
    lines = io.StringIO("".join(json.dumps(one) + "\n" for one in gold()))
    figure = evaluate(read(lines, "gold")).figure("end_to_end")
    assert (figure.right, figure.found, figure.wanted) == (1, 2, 2)


def test_precision_is_of_checked_texts_by_language_construction_and_outlet(
    version: ArticleVersion,
    person: User,
) -> None:
    ports, ships, road = (
        claim_of(version, words)
        for words in ("الجسر مغلق والسد سليم", "السفن غادرت", "وأُغلق الطريق الساحلي أمس")
    )
    amend(claim=ports, value=changed(ports, content=at("الجسر مغلق")), by=person)
    amend(claim=ships, value=changed(ships, modality="future"), by=person)
    decisions.dismiss(claim=road, by=person)
    add(
        version=version,
        value=ClaimValue(at("السد سليم"), "narration", "asserted", None, ()),
        by=person,
    )
    assert precision().texts == 0
    check_text(version=version, by=person)
    found = precision()
    assert found.whole.became == {
        Became.CONTENT: 1,
        Became.PUT: 1,
        Became.REJECTED: 1,
        Became.MISSED: 1,
    }
    assert (found.whole.found, found.whole.right) == (3, 1)
    assert found.whole.precision == pytest.approx(1 / 3)
    assert found.whole.recall == pytest.approx(1 / 3)
    assert set(found.by_language) == {"ar"} and set(found.by_outlet) == {None}
    assert found.by_construction["relayed"].precision == 1
    assert found.by_construction["that_clause"].precision == 0
    assert precision("en").whole.precision is None


def became(of: str) -> int:
    return precision().whole.became[Became(of)]


def test_gold_is_what_was_checked_whatever_an_engine_or_people_did_since(
    version: ArticleVersion,
    person: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    check_text(version=version, by=person)
    [before], figures = gold(), precision()
    text = version.text
    monkeypatch.setattr(pipeline, "extract", lambda *_args, **_given: extract(text[:60], "ar"))
    pipeline.process(JobFactory(version=version).pk)
    assert version.claims.current().count() < 3
    [after] = gold()
    assert after == before and precision() == figures


def test_only_the_newest_check_counts_and_it_can_be_taken_back(
    version: ArticleVersion,
    person: User,
) -> None:
    check_text(version=version, by=person)
    decisions.dismiss(claim=claim_of(version, "السفن غادرت"), by=person)
    [article] = gold()
    assert len(article["claims"]) == 3
    check_text(version=version, by=person)
    [article] = gold()
    assert len(article["claims"]) == 2 and became("rejected") == 1
    take_back(version=version, by=person, reason="too early")
    assert list(gold()) == [] and precision().texts == 0
    with pytest.raises(AmendmentRefused, match="Nobody has said"):
        take_back(version=version, by=person)
    assert list(check()) == []


def test_what_somebody_did_not_see_is_not_checked(
    version: ArticleVersion,
    person: User,
) -> None:
    seen = token_of(check_text(version=version, by=person).claims)
    check_text(version=version, by=person, seen=seen)
    decisions.dismiss(claim=claim_of(version, "السفن غادرت"), by=person)
    with pytest.raises(AmendmentRefused, match="have changed since you saw them"):
        check_text(version=version, by=person, seen=seen)


def test_what_was_taken_back_or_set_as_it_was_counts_as_right(
    version: ArticleVersion,
    person: User,
) -> None:
    ports, ships = claim_of(version, "الجسر مغلق والسد سليم"), claim_of(version, "السفن غادرت")
    before = changed(ports)
    amend(claim=ports, value=changed(ports, content=at("الجسر مغلق")), by=person)
    amend(claim=ports, value=before, by=person)
    link = ships.links.get(role="origin")
    decisions.link(attribution=link, source=link.source, by=person)
    check_text(version=version, by=person)
    assert precision().whole.became == {Became.RIGHT: 3}
    decisions.link(attribution=link, source=SourceFactory(), by=person)
    amend(claim=ships, value=changed(ships, modality="future"), by=person)
    check_text(version=version, by=person)
    assert became("source") == 1


def test_two_claims_that_became_one_count_once(
    version: ArticleVersion,
    person: User,
) -> None:
    ports = claim_of(version, "الجسر مغلق والسد سليم")
    other = split(claim=ports, at=TEXT.index("والسد"), by=person).other
    assert other is not None
    join(claim=ports, other=other, by=person)
    check_text(version=version, by=person)
    assert precision().whole.became == {Became.RIGHT: 3}


def test_figures_are_told_by_engine_and_quotations_of_unread_languages_apart(
    version: ArticleVersion,
    person: User,
) -> None:
    foreign = VersionFactory(text="Han sa: “Broen er stengt for all trafikk i dag.”", engine="2020")
    foreign.article.language, foreign.article.language_known = "nb", False
    foreign.article.save()
    ClaimFactory(version=foreign, construction="quotation_alone", found_by="engine")
    for each in (version, foreign):
        check_text(version=each, by=person)
    found = precision()
    assert found.by_engine["2020"].found == 1 and len(found.by_engine) == 2
    assert found.by_construction["unread"].found == 1
    assert "quotation_alone" not in found.by_construction


def test_sources_have_keys_of_their_own_and_protected_ones_are_never_the_same(
    person: User,
) -> None:
    text = "قالت هيئة الموانئ إن الجسر مغلق. وقالت هيئة الموانئ إن الطريق مفتوح."
    version = VersionFactory(text=text)
    pipeline.process(JobFactory(version=version).pk)
    check_text(version=version, by=person)
    [article] = gold()
    assert [one["entity"] for one in article["claims"]] == ["a1", "a1"]
    source = version.claims.first().links.get().source
    protection.protect(source=source, by=person, people=[], reason="danger")
    [article] = gold()
    assert [one["entity"] for one in article["claims"]] == ["a1", "a2"]
    assert list(read([json.dumps(article)], "gold"))
    with read_by(person):
        [article] = gold()
    assert [one["entity"] for one in article["claims"]] == ["a1", "a1"]
