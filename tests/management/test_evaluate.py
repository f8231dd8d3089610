"""manage.py evaluate: figures, causes and comparison for people, and as JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from house.environment import ROOT
from tests.evaluation.test_figures import NEIGHBOURS, TOLD, TOWN


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(TOLD), encoding="utf-8")
    return path


def evaluated(*args: object) -> subprocess.CompletedProcess:
    command = [sys.executable, "manage.py", "evaluate", *map(str, args)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False
    )


def test_figures_causes_and_constructions_are_shown(gold: Path) -> None:
    shown = evaluated(gold, "--errors")
    assert shown.returncode == 0, shown.stderr
    rows = [" ".join(line.replace("│", " ").split()) for line in shown.stdout.splitlines()]
    assert "end to end 1.000 1.000 1.000 2 2 2" in rows
    assert "that clause 1 1 1.000" in rows
    assert "gold.jsonl: 1 articles" in shown.stdout


def test_what_is_lost_is_told_by_cause_and_ends_with_1(gold: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text(evaluated(gold, "--format", "json").stdout, encoding="utf-8")
    assert evaluated(gold, "--against", old).returncode == 0
    # The annotation says something else now: as good as an engine that finds something else.
    other = {**TOWN, "entity": "3", "chain_entities": ["3"], "source": NEIGHBOURS["source"]}
    gold.write_text(json.dumps({**TOLD, "claims": [TOLD["claims"][0], other]}), encoding="utf-8")
    shown = evaluated(gold, "--against", old)
    assert shown.returncode == 1
    assert "0 claims gained, 1 lost" in shown.stdout.replace("2 lost", "1 lost")
    assert "lost, is now source wrong: 1" in shown.stdout
    assert "a loss beyond noise" in shown.stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "line 1: this is not JSON"),
        ('{"text": "a", "claims": [{"kind": "rumour"}]}', "line 1: 'rumour' is not a valid Kind"),
        ("\n", "There is no article in these files."),
        (f"{json.dumps(TOLD)}\n{json.dumps(TOLD)}", "Two articles have the id harbour"),
    ],
)
def test_gold_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, content: str, sentence: str
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    shown = evaluated(path)
    assert shown.returncode == 1
    assert sentence in shown.stderr and "Traceback" not in shown.stderr


def test_a_file_that_is_not_there_and_a_comparison_with_something_else(gold: Path) -> None:
    missing = evaluated("nowhere.jsonl")
    assert missing.returncode == 1 and "nowhere.jsonl cannot be read" in missing.stderr
    other = evaluated(gold, "--against", gold)
    assert other.returncode == 1 and "no earlier evaluation" in other.stderr
