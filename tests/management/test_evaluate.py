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


OTHER = {**TOWN, "entity": "3", "chain_entities": ["3"], "source": NEIGHBOURS["source"]}


def test_what_is_lost_is_told_by_cause_and_ends_with_1(gold: Path, tmp_path: Path) -> None:
    gold.write_text(json.dumps({**TOLD, "claims": [TOLD["claims"][0], OTHER]}), encoding="utf-8")
    told = json.loads(evaluated(gold, "--format", "json").stdout)
    old = tmp_path / "old.json"
    old.write_text(json.dumps(told), encoding="utf-8")
    assert evaluated(gold, "--against", old).returncode == 0
    # As if the engine had been right about all of it.
    told["articles"]["harbour"] |= {"counts": "2 2 2", "wrong": {}}
    old.write_text(json.dumps(told), encoding="utf-8")
    shown = evaluated(gold, "--against", old)
    assert shown.returncode == 1
    assert "lost, is now source wrong: 1" in shown.stdout
    assert "a loss beyond noise" in shown.stdout


def test_gold_that_was_set_right_is_no_loss(gold: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text(evaluated(gold, "--format", "json").stdout, encoding="utf-8")
    gold.write_text(json.dumps({**TOLD, "claims": [TOLD["claims"][0], OTHER]}), encoding="utf-8")
    shown = evaluated(gold, "--against", old)
    assert shown.returncode == 0
    assert "not compared, for they are annotated otherwise by now: harbour" in shown.stdout


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_separators_of_lines_within_a_text_end_no_line(gold: Path, separator: str) -> None:
    told = {**TOLD, "text": f"{TOLD['text']}{separator}"}
    gold.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    shown = evaluated(gold)
    assert shown.returncode == 0, shown.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "line 1: this is not JSON"),
        ('{"text": "a", "claims": [{"kind": "rumour"}]}', "line 1: 'rumour' is not a valid Kind"),
        (f"{json.dumps({**TOLD, 'entities': {'1': 3}})}", "line 1: a list was expected"),
        (f"{json.dumps({**TOLD, 'claims': [{**TOWN, 'entity': ['1']}]})}", "names the entity"),
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
