"""The processes that serve factlog end together, however the command that began them ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from house.environment import ROOT
from house.group import Group

# A child that has a child of its own, as gunicorn and Celery have; prints both ids.
PARENT = (
    "import os, subprocess, sys, time;"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
    "print(os.getpid(), child.pid, flush=True); time.sleep(600)"
)
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {PARENT}"


def wait_until(true, seconds=20.0):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come true in time"
        time.sleep(0.05)


def runs(pid: int) -> bool:
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return bool(listed.stdout.strip()) and "Z" not in listed.stdout


def ids_in(log: Path) -> list[int]:
    wait_until(lambda: log.exists() and log.read_text().count(" ") == 1)
    return [int(word) for word in log.read_text().split()]


@pytest.fixture
def group(tmp_path):
    made = Group(tmp_path, Path(sys.executable), dict(os.environ), tmp_path / "log")
    yield made
    made.stop()


def test_all_are_in_one_process_group_that_is_not_the_commands(group, tmp_path):
    group.start("one", ["-c", PARENT])
    group.start("two", ["-c", PARENT])
    pids = ids_in(tmp_path / "log/one.log") + ids_in(tmp_path / "log/two.log")
    [common] = {os.getpgid(pid) for pid in pids}
    assert common != os.getpgrp()


def test_stopping_leaves_nothing_behind(group, tmp_path):
    group.start("one", ["-c", PARENT])
    pids = ids_in(tmp_path / "log/one.log")
    assert all(map(runs, pids))
    group.stop()
    wait_until(lambda: not any(map(runs, pids)))


def test_a_process_that_does_not_end_when_asked_is_ended(group, tmp_path, monkeypatch):
    monkeypatch.setattr("house.group.PATIENCE", 0.5)
    group.start("one", ["-c", STUBBORN])
    pids = ids_in(tmp_path / "log/one.log")
    group.stop()
    wait_until(lambda: not any(map(runs, pids)))


def test_killing_the_command_ends_the_group_all_the_same(tmp_path):
    command = (
        "import os, sys, time; from pathlib import Path; from house.group import Group;"
        "group = Group(Path('.'), Path(sys.executable), dict(os.environ), Path(sys.argv[1]));"
        "group.start('one', ['-c', sys.argv[2]]); time.sleep(600)"
    )
    begun = subprocess.Popen([sys.executable, "-c", command, tmp_path, PARENT], cwd=ROOT)
    pids = ids_in(tmp_path / "one.log")
    begun.send_signal(signal.SIGKILL)
    begun.wait()
    wait_until(lambda: not any(map(runs, pids)))


def test_a_child_that_ended_is_known_with_its_last_words(group):
    group.start("well", ["-c", PARENT])
    group.start("ill", ["-c", "import sys; print('first'); sys.exit('the broker is gone')"])
    wait_until(lambda: group.dead() == "ill")
    assert group.last_words("ill", lines=1) == "the broker is gone"
