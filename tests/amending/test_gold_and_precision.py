"""What people set right in checked texts: as gold for ``evaluate``, and as the engine's figures."""

import io
import json

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from claims.amending import add, amend, check_text
from claims.amending.gold import gold
from claims.amending.precision import Became, precision
from claims.amending.values import ClaimValue, LinkValue
from claims.evaluation import evaluate, read
from claims.models import ArticleVersion
from claims.sources import decisions
from tests.amending.test_amend import at, changed, claim_of, person, version  # noqa: F401

pytestmark = pytest.mark.django_db


def test_only_texts_that_were_checked_are_gold(version: ArticleVersion, person: User) -> None:  # noqa: F811
    assert list(gold()) == []
    check_text(version=version, by=person)
    check_text(version=version, by=person)
    [article] = gold()
    assert article["lang"] == "ar" and len(article["claims"]) == 3


def test_what_the_engine_said_and_nobody_changed_is_all_right_by_its_own_gold(
    version: ArticleVersion,  # noqa: F811
    person: User,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    check_text(version=version, by=person)
    call_command("export_gold")
    lines = capsys.readouterr().out.splitlines()
    evaluation = evaluate(read(lines, "gold"))
    for name in ("end_to_end", "narration_span", "cue", "source_mention", "chain"):
        assert evaluation.figure(name).f1 == 1, name


def test_what_was_set_right_is_what_the_engine_is_measured_by(
    version: ArticleVersion,  # noqa: F811
    person: User,  # noqa: F811
) -> None:
    claim = claim_of(version, "السفن غادرت")
    sidra = at("وكالة سدرة")
    amend(claim=claim, value=changed(claim, chain=(LinkValue(sidra, sidra),)), by=person)
    check_text(version=version, by=person)
    lines = io.StringIO("".join(json.dumps(one) + "\n" for one in gold()))
    figure = evaluate(read(lines, "gold")).figure("end_to_end")
    assert (figure.right, figure.found, figure.wanted) == (1, 2, 2)


def test_precision_is_of_checked_texts_by_language_construction_and_outlet(
    version: ArticleVersion,  # noqa: F811
    person: User,  # noqa: F811
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
