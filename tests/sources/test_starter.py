"""The registry that factlog is shipped with."""

from pathlib import Path

import pytest

from claims.errors import InputRefused
from claims.models import Outlet, OutletDomain, Source, SourceName, SourceRelation
from claims.sources import decisions, starter
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

REGISTRY = """
[[source]]
key = "sidra"
kind = "outlet"
names.ar = ["سدرة", "وكالة سدرة"]
names.en = ["Sidra"]
acronyms.en = ["SDR"]
domains = ["www.Sidra.example", "sidra.test"]

[[source]]
key = "palace-spokesman"
kind = "office"
names.ar = ["المتحدث باسم القصر"]
former.ar = ["ناطق القصر"]
part_of = ["palace"]
speaks_for = ["palace"]
party = "palace"

[[source]]
key = "palace"
kind = "office"
names.ar = ["القصر"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "registry.toml"
    path.write_text(REGISTRY, encoding="utf-8")
    return path


def test_entries_come_with_names_relations_and_hosts(file: Path) -> None:
    counts = starter.load(file)
    assert counts == starter.Counts(entries=3, sources=3, names=7, relations=3)
    sidra = Source.objects.get(key="sidra")
    assert (sidra.name, sidra.language, sidra.state) == ("سدرة", "ar", "confirmed")
    names = set(sidra.names.values_list("name", "kind", "is_shown"))
    assert names == {
        ("سدرة", "official", True),
        ("وكالة سدرة", "variant", False),
        ("Sidra", "official", True),
        ("SDR", "acronym", False),
    }
    assert Outlet.objects.get().domain == "sidra.example"
    assert OutletDomain.objects.get().domain == "sidra.test"
    kinds = set(SourceRelation.objects.values_list("kind", flat=True))
    assert kinds == {"part_of", "speaks_for", "party"}


def test_loading_again_changes_nothing(file: Path) -> None:
    starter.load(file)
    before = [list(m.objects.values()) for m in (Source, SourceName, Outlet, SourceRelation)]
    assert starter.load(file) == starter.Counts(entries=3, sources=0, names=0, relations=0)
    assert before == [
        list(m.objects.values()) for m in (Source, SourceName, Outlet, SourceRelation)
    ]


def test_a_newer_file_corrects_what_nobody_decided_about(file: Path) -> None:
    starter.load(file)
    file.write_text(REGISTRY.replace('["القصر"]', '["القصر الأبيض"]'), encoding="utf-8")
    starter.load(file)
    assert Source.objects.get(key="palace").name == "القصر الأبيض"


def test_what_people_decided_stays(file: Path) -> None:
    starter.load(file)
    sidra = Source.objects.get(key="sidra")
    decisions.rename(source=sidra, name="سدرة الجديدة", by=UserFactory())
    decisions.merge(source=Source.objects.get(key="palace"), into=sidra, by=UserFactory())
    starter.load(file)
    sidra.refresh_from_db()
    assert sidra.name == "سدرة الجديدة"
    assert sidra.names.get(language="ar", is_shown=True).name == "سدرة الجديدة"
    assert Source.objects.get(key="palace").merged_into == sidra


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("[[source", "cannot be read"),
        ('[[source]]\nkey = "A b"', "is not a key"),
        ('[[source]]\nkey = "a"\nkind = "unnamed_group"', "no kind"),
        ('[[source]]\nkey = "a"\nkind = "state"', "no name"),
        ('[[source]]\nkey = "a"\nkind = "state"\nnames.ar = ["أ"]\ncolour = 1', "unknown fields"),
        ('[[source]]\nkey = "a"\nkind = "state"\nnames.ar = ["أ"]\npart_of = ["b"]', "'b'"),
    ],
)
def test_a_wrong_file_loads_nothing_and_says_why(file: Path, wrong: str, said: str) -> None:
    file.write_text(f"{REGISTRY if said == chr(39) else ''}{wrong}", encoding="utf-8")
    with pytest.raises(InputRefused, match=said):
        starter.load(file)
    assert not Source.objects.exists()


def test_files_of_a_folder_may_name_each_others_entries(tmp_path: Path) -> None:
    one = '[[source]]\nkey = "a"\nkind = "state"\nnames.ar = ["أ"]\npart_of = ["b"]'
    two = '[[source]]\nkey = "b"\nkind = "state"\nnames.ar = ["ب"]'
    (tmp_path / "1.toml").write_text(one, encoding="utf-8")
    (tmp_path / "2.toml").write_text(two, encoding="utf-8")
    assert starter.load(tmp_path).relations == 1
