"""dev.py itself: it must be readable by Pythons that are too old for all the rest."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house.environment import ROOT

DEV = ROOT / "dev.py"
OLD = ["2.7", "3.6", "3.7", "3.8", "3.9", "3.10"]


def old_python(version: str) -> str | None:
    """A Python of this version that starts: on PATH, or among pyenv's."""
    candidates = [shutil.which(f"python{version}")]
    candidates += map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for candidate in filter(None, candidates):
        if subprocess.run([candidate, "-c", ""], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


@pytest.mark.parametrize("version", OLD)
def test_an_old_python_says_in_one_sentence_that_it_is_too_old(version):
    python = old_python(version)
    if python is None:
        pytest.skip(f"no Python {version} on this machine")
    done = subprocess.run(
        [python, "-B", str(DEV), "run"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"factlog needs Python 3.11 or newer and this is Python {version}; "
    )
    assert len(done.stderr.splitlines()) == 1


def test_it_holds_no_syntax_newer_than_the_oldest_python_that_can_be_asked_for():
    source = DEV.read_text(encoding="ascii")
    tree = ast.parse(source, feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, (ast.JoinedStr, ast.AnnAssign))]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert functions
    assert not [f for f in functions if f.returns or any(a.annotation for a in f.args.args)]


def refused_as_python_3_9(path: str) -> str:
    """What dev.py says when it believes to be Python 3.9 and PATH is as given."""
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 1, 'final', 0); "
        f"sys.argv = ['dev.py', 'test']; runpy.run_path({str(DEV)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == 1
    return done.stderr


def test_a_newer_python_on_the_machine_is_named(tmp_path):
    starts = tmp_path / "python3.12"
    starts.write_text("#!/bin/sh\nexit 0\n")
    starts.chmod(0o755)
    broken = tmp_path / "python3.13"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    assert refused_as_python_3_9(str(tmp_path)) == (
        "factlog needs Python 3.11 or newer and this is Python 3.9; run: python3.12 dev.py test.\n"
    )


def test_where_there_is_none_it_says_to_install_one(tmp_path):
    assert "install a newer one" in refused_as_python_3_9(str(tmp_path))


@pytest.mark.parametrize("asked", [["--help"], ["run", "--help"]])
def test_help_needs_no_environment(asked):
    done = subprocess.run(
        [sys.executable, "-S", str(DEV), *asked], capture_output=True, text=True, check=False
    )
    assert "usage: dev.py" in done.stdout


def test_a_command_that_is_none_is_refused():
    done = subprocess.run(
        [sys.executable, str(DEV), "rum"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "invalid choice: 'rum'" in done.stderr
