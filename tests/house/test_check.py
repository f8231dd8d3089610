"""dev.py check says everything that is wrong, not the first thing."""

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from house import check, translations


@pytest.fixture
def quick_checks(monkeypatch):
    monkeypatch.setattr(check, "ensure", lambda lock, root: Path(shutil.which("python3") or ""))
    monkeypatch.setattr(
        check,
        "CHECKS",
        {
            "format": ["-c", "raise SystemExit('one file is not formatted')"],
            "lint": ["-c", "print('all is well')"],
            "types": ["-c", "raise SystemExit('a type is wrong')"],
        },
    )


def test_every_failure_is_told_and_what_passed_is_quiet(quick_checks, tmp_path, capsys):
    assert check.check(tmp_path) == 1
    said = capsys.readouterr().out
    assert [line.split()[:2] for line in said.splitlines()[:3]] == [
        ["FAILED", "format"],
        ["ok", "lint"],
        ["FAILED", "types"],
    ]
    assert "one file is not formatted" in said
    assert "a type is wrong" in said
    assert "all is well" not in said
    assert said.rstrip().endswith("2 of 3 checks failed: format, types.")


def test_when_all_pass_it_is_content(quick_checks, tmp_path, monkeypatch):
    monkeypatch.setattr(check, "CHECKS", {"lint": ["-c", "pass"]})
    assert check.check(tmp_path) == 0


def catalogue(root: Path, word: str) -> Path:
    written = root / "claims/locale/ar/LC_MESSAGES/django.po"
    written.parent.mkdir(parents=True, exist_ok=True)
    said = Catalog(locale="ar")
    said.add("Claim", word)
    said.add("Order", "ترتيب", context="list")
    said.add(("%d claim", "%d claims"), ("", "", "", "", "", ""))
    said.add(("%d name", "%d names"), ("a", "b", "c", "d", "e", "f"))
    said.add("Not yet")
    with written.open("wb") as po:
        write_po(po, said)
    return written


def test_a_catalogue_that_was_not_compiled_again_is_found(tmp_path, capsys):
    written = catalogue(tmp_path, "ادعاء")
    assert translations.main([], tmp_path) == 1
    translations.compile_catalogue(written)
    assert translations.main([], tmp_path) == 0
    catalogue(tmp_path, "خبر")
    assert translations.main([], tmp_path) == 1
    assert "django.po is newer than its .mo" in capsys.readouterr().out


def test_writing_compiles_what_is_stale(tmp_path):
    catalogue(tmp_path, "ادعاء")
    assert translations.main(["--write"], tmp_path) == 0
    assert translations.main([], tmp_path) == 0
