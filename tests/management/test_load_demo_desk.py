"""manage.py load_demo_desk, on a small desk of the tests' own."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from claims.management.commands import load_demo_desk
from claims.models import Claim, RecordEntry
from claims.record.checking import check
from tests.factories import ClaimFactory, UserFactory
from tests.review.desk import find

pytestmark = pytest.mark.django_db

ARTICLES = """
[[article]]
file = "bridge.txt"
url = "https://sidra.example/1"
"""
PERSON = """
[[person]]
username = "salma"
name = "سلمى"
roles = ["reviewer"]
"""
SCENE = """
[[scene]]
name = "{name}"
claims.it = ["bridge.txt", "{words}"]

[[scene.act]]
do = "comment"
by = "salma"
on = "it"
text = "@administrator انظر."

[[scene.act]]
do = "find"
by = "salma"
on = "it"
verdict = "not_checkable"
category = "{category}"
reason = "رأي."
"""
PLAYED = "Desk: the demo's people have worked; /desk/ shows what is left to do."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "articles.toml").write_text(ARTICLES, encoding="utf-8")
    monkeypatch.setattr(load_demo_desk, "DEMO", tmp_path)
    return tmp_path


@pytest.fixture
def claim() -> Claim:
    text = "قال خبير إن الجسر جميل."
    return ClaimFactory(version__text=text, version__article__url="https://sidra.example/1")


def scene(words: str = "الجسر", category: str = "opinion", name: str = "The bridge") -> str:
    return SCENE.format(words=words, category=category, name=name)


def played(folder: Path, *scenes: str) -> list[str]:
    (folder / "desk.toml").write_text(PERSON + "".join(scenes), encoding="utf-8")
    out = StringIO()
    call_command("load_demo_desk", stdout=out)
    return out.getvalue().splitlines()


def test_a_scene_is_played_by_its_person(folder: Path, claim: Claim) -> None:
    host = UserFactory(role="administrator")
    assert played(folder, scene()) == [PLAYED]
    claim.statement.refresh_from_db()
    assert claim.statement.corroboration == "not_checkable"
    assert claim.statement.decisions.get().decided_by.username == "salma"
    assert claim.statement.comments.get().text == f"@{host.username} انظر."
    assert list(check()) == []


def test_a_scene_without_its_claim_is_left_out_and_the_others_are_played(
    folder: Path, claim: Claim
) -> None:
    UserFactory(role="administrator")
    assert played(folder, scene(words="السد", name="The dam"), scene()) == [
        "Left out of the demo's desk: The dam. No claim of bridge.txt holds the words “السد”.",
        PLAYED,
    ]
    assert claim.statement.decisions.exists()


def test_of_a_scene_that_is_refused_nothing_is_left(folder: Path, claim: Claim) -> None:
    UserFactory(role="administrator")
    assert played(folder, scene(category="")) == [
        "Left out of the demo's desk: The bridge. Choose why it cannot be checked.",
        PLAYED,
    ]
    assert not claim.statement.comments.exists()
    assert list(check()) == []


def test_a_second_time_does_nothing(folder: Path, claim: Claim) -> None:
    UserFactory(role="administrator")
    played(folder, scene())
    before = RecordEntry.objects.count()
    assert played(folder, scene()) == ["Desk: people have worked here already; nothing is added."]
    assert (RecordEntry.objects.count(), User.objects.count()) == (before, 2)


def test_a_desk_that_an_administrator_has_worked_at_is_theirs(folder: Path, claim: Claim) -> None:
    find(claim.statement, UserFactory(role="administrator"), "not_checkable", category="opinion")
    assert "nothing is added" in played(folder, scene())[0]


def test_without_an_administrator_nobody_is_added(folder: Path) -> None:
    assert played(folder, scene()) == ["Desk: there is no administrator to add the demo's people."]
    assert not User.objects.exists()


def test_production_has_people_of_its_own(folder: Path, settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="for a trial"):
        played(folder, scene())
