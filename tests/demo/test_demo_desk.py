"""The desk of the demo as a trial has it: its articles taken apart, its people played, once."""

import tomllib
from collections.abc import Iterator
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction

from claims.management.commands.load_demo import DEMO
from claims.management.commands.make_administrator import make_administrator
from claims.management.demo_desk import ACTS
from claims.models import Claim, Comment, Evidence, Notice, RecordEntry, Round, Statement
from claims.record.checking import check
from claims.review import permissions

TOLD = tomllib.loads((DEMO / "desk.toml").read_text(encoding="utf-8"))
ARTICLES = tomllib.loads((DEMO / "articles.toml").read_text(encoding="utf-8"))["article"]
URLS = {one["file"]: one["url"] for one in ARTICLES}

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def said(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """What playing it said. Every test is undone to here, and all of it after the last one."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_administrator("admin", "a long word for a test")
        call_command("load_demo", "--work", stdout=StringIO())
        yield load()
        transaction.set_rollback(True)


def load() -> str:
    out = StringIO()
    call_command("load_demo_desk", stdout=out)
    return out.getvalue()


def of(file: str, words: str) -> Statement:
    of_article = Claim.objects.filter(version__article__url=URLS[file])
    return of_article.get(quote__contains=words).statement


def test_no_scene_is_left_out(said: str) -> None:
    assert said == "Desk: the demo's people have worked; /desk/ shows what is left to do.\n"


def test_a_newcomer_finds_statements_at_every_stage(said: str) -> None:
    stands = Statement.objects.filter(merged_into=None)
    assert set(stands.values_list("corroboration", flat=True)) == {
        *("unassessed", "single_origin", "corroborated", "contested"),
        *("unverifiable", "not_checkable"),
    }
    assert set(stands.values_list("work", flat=True)) == {
        *("extracted", "in_review", "second_review", "adjudication", "settled", "published")
    }
    assert stands.exclude(stale_since=None).get() == of("01-talhura-alyawm.txt", "أستوران غادر")
    assert set(stands.exclude(due=None).values_list("priority", flat=True)) == {3, 4}


def test_most_of_it_is_left_to_do(said: str) -> None:
    stands = Statement.objects.filter(merged_into=None)
    assert stands.filter(work="extracted").count() > stands.count() / 2


def test_two_people_corroborated_what_two_origins_say_in_two_languages(said: str) -> None:
    agreed = Round.objects.get(outcome=Round.Outcome.AGREED)
    assert agreed.statement == of("04-zandora-24.txt", "أعادوها عن الجسر")
    assert len({finding.reviewer_id for finding in agreed.findings.all()}) == 2
    assert agreed.decision.independence["independent"] == 2
    languages = agreed.statement.claims.values_list("version__article__language", flat=True)
    assert set(languages) == {"ar", "en"}


def test_one_finding_waits_for_a_second_and_two_that_differ_for_a_third(said: str) -> None:
    counted = {
        one.statement.work: one.findings.count()
        for one in Round.objects.filter(outcome=Round.Outcome.OPEN)
    }
    assert counted == {"second_review": 1, "adjudication": 2}


def test_the_people_are_those_of_the_file_and_cannot_sign_in(said: str) -> None:
    people = User.objects.exclude(username="admin")
    roles = {person.username: list(permissions.roles_of(person)) for person in people}
    assert roles == {one["username"]: one["roles"] for one in TOLD["person"]}
    assert not any(person.has_usable_password() for person in people)


def test_whoever_administers_is_told(said: str) -> None:
    told = Notice.objects.filter(person__username="admin").values_list("kind", flat=True)
    assert set(told) == {Notice.Kind.MENTIONED, Notice.Kind.THIRD}
    assert "@admin،" in Comment.objects.get(mentioned__username="admin").text


def test_the_record_tells_all_of_it_and_the_evidence_is_kept(said: str) -> None:
    assert list(check()) == []
    assert not Evidence.objects.exclude(state=Evidence.State.ARCHIVED).exists()


def test_a_second_time_does_nothing(said: str) -> None:
    before = RecordEntry.objects.count()
    assert load() == "Desk: people have worked here already; nothing is added.\n"
    assert RecordEntry.objects.count() == before


def test_the_file_tells_acts_that_there_are_of_people_and_articles_that_there_are() -> None:
    acts = [act for scene in TOLD["scene"] for act in scene["act"]]
    assert {act["do"] for act in acts} == ACTS.keys()
    assert {act["by"] for act in acts} <= {person["username"] for person in TOLD["person"]}
    files = {file for scene in TOLD["scene"] for file, _ in scene.get("claims", {}).values()}
    assert files <= URLS.keys()
