"""manage.py load_demo and load_registry, on a small demo of the tests' own."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims import tasks
from claims.management.commands import load_demo
from claims.models import Article, Job, Source

pytestmark = pytest.mark.django_db

REGISTRY = '[[source]]\nkey = "sidra"\nkind = "outlet"\nnames.ar = ["سدرة"]\n'
ARTICLES = """
[[article]]
file = "bridge.txt"
outlet = "sidra"
title = "الجسر"
language = "ar"
published = 2026-11-24
url = "https://sidra.example/1"
"""


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    found: list[list[int]] = []
    monkeypatch.setattr(tasks, "send", found.append)
    return found


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: list[list[int]]) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "registry.toml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "articles.toml").write_text(ARTICLES, encoding="utf-8")
    (tmp_path / "articles" / "bridge.txt").write_text("قالت البلدية: نعم.", encoding="utf-8")
    monkeypatch.setattr(load_demo, "DEMO", tmp_path)
    return tmp_path


def load(*arguments: str) -> str:
    out = StringIO()
    call_command("load_demo", *arguments, stdout=out)
    return out.getvalue()


def test_the_demo_is_stored_once_and_owed(demo: Path, sent: list[list[int]]) -> None:
    assert load() == "Demo: 1 articles, 1 of them new.\n"
    assert load() == "Demo: 1 articles, 0 of them new.\n"
    article = Article.objects.get()
    assert article.outlet is not None
    assert (str(article.outlet), article.title, str(article.published)) == (
        "سدرة",
        "الجسر",
        "2026-11-24",
    )
    assert sent == [[Job.objects.get().pk], []]


def test_it_can_be_worked_through_without_a_worker(demo: Path) -> None:
    load("--work")
    assert Job.objects.get().state == "done"


def test_what_is_missing_is_said(demo: Path) -> None:
    (demo / "articles" / "bridge.txt").unlink()
    with pytest.raises(CommandError, match=r"bridge\.txt"):
        load()
    (demo / "registry.toml").write_text("", encoding="utf-8")
    (demo / "articles.toml").write_text(ARTICLES.replace("sidra", "nobody"), encoding="utf-8")
    with pytest.raises(CommandError, match="no outlet 'nobody'"):
        load()


def test_a_registry_is_loaded_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "registry.toml"
    file.write_text(REGISTRY, encoding="utf-8")
    out = StringIO()
    call_command("load_registry", str(file), stdout=out)
    assert "1 entries read; new: 1 sources, 1 names, 0 relations" in out.getvalue()
    assert Source.objects.get().key == "sidra"


def test_a_registry_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no"):
        call_command("load_registry", str(tmp_path / "none"))
