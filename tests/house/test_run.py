"""dev.py run as a newcomer starts it: real processes, a real page, and nothing left at the end."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from house.environment import ROOT, RUN_LOCK, is_installed
from house.errors import Stopped
from house.run import bind

pytestmark = pytest.mark.skipif(
    not is_installed(RUN_LOCK), reason="needs the environment that dev.py makes (dev.py setup)"
)


class Started:
    """A running dev.py whose output is read as it comes."""

    def __init__(self, var: Path, port: int) -> None:
        self.var = var
        self._said = var.with_suffix(".out").open("w+")
        environment = {k: v for k, v in os.environ.items() if k not in SERVERS}
        self.process = subprocess.Popen(
            [sys.executable, "dev.py", "run", "--port", str(port)],
            cwd=ROOT,
            env={**environment, "FACTLOG_VAR": str(var), "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=self._said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def said(self) -> str:
        return Path(self._said.name).read_text(encoding="utf-8")

    def wait_for(self, words: str, seconds: float = 90.0) -> None:
        until = time.monotonic() + seconds
        while words not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < until, self.said()
            time.sleep(0.1)

    @property
    def address(self) -> str:
        [address] = re.findall(r"served at +(http://\S+)", self.said())
        return address

    def stop(self, asked: signal.Signals) -> int:
        self.process.send_signal(asked)
        return self.process.wait(30)


# The trial is the newcomer's: SQLite and files, whatever servers the suite itself runs on.
SERVERS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def processes_of(var: Path) -> list[str]:
    """Whatever runs with this data folder in its environment or arguments."""
    listed = subprocess.run(
        ["ps", "axeww", "-o", "pid=,stat=,args="], capture_output=True, text=True, check=True
    )
    lines = (line.split(maxsplit=2) for line in listed.stdout.splitlines())
    return [f[2][:120] for f in lines if len(f) == 3 and str(var) in f[2] and "Z" not in f[1]]


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("trial") / "var"


@pytest.fixture(scope="module")
def first_start(var):
    """Started on a port that another program has."""
    with bind(free_port()) as taken:
        started = Started(var, taken.getsockname()[1])
        started.wait_for("Stop ")
        yield started
        if started.process.poll() is None:
            started.stop(signal.SIGTERM)


def test_the_demo_is_worked_through_before_the_address_is_said(first_start):
    said = first_start.said()
    finished = re.findall(r"(?m)^(ar|en|tr|ru)  .*?(\d+) sentences?, (\d+) claims?$", said)
    assert len(finished) >= 8
    assert {language for language, _, _ in finished} == {"ar", "en", "tr", "ru"}
    assert all(int(claims) > 0 for _, _, claims in finished)
    table = said[: said.index("factlog is served at")]
    assert "Said by" in table
    assert " via " in table


def test_the_desk_has_been_worked_at_before_the_address_is_said(first_start):
    said = first_start.said()
    before = said[: said.index("factlog is served at")]
    assert "Desk: the demo's people have worked" in before
    assert "Left out" not in before


def test_the_page_is_served_and_leads_to_the_sign_in(first_start):
    with urllib.request.urlopen(first_start.address, timeout=10) as page:
        assert page.status == 200
        assert page.url.startswith(f"{first_start.address}sign-in/")


def test_the_password_is_said_once_and_kept_for_the_owner_alone(first_start, var):
    kept = var / "admin-password"
    assert f"the password {kept.read_text()} (kept in" in first_start.said()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_port_that_is_taken_is_stepped_over(first_start):
    [taken, used] = re.search(r"Port (\d+) is taken; (\d+) is used", first_start.said()).groups()
    assert int(used) > int(taken)
    assert first_start.address == f"http://127.0.0.1:{used}/"


def test_ctrl_c_leaves_no_process_behind(first_start, var):
    # dev.py, the group's first member, gunicorn and its child, Celery and its children
    assert len(processes_of(var)) >= 6
    assert first_start.stop(signal.SIGINT) == 0
    assert processes_of(var) == []


def test_a_second_start_loads_nothing_twice_and_says_when_a_part_of_it_ends(first_start, var):
    if first_start.process.poll() is None:
        assert first_start.stop(signal.SIGTERM) == 0
    again = Started(var, free_port())
    again.wait_for("Stop ")
    assert "sentences," not in again.said()
    assert "Desk: people have worked here already" in again.said()
    assert "the password kept in" in again.said()
    assert (var / "admin-password").read_text() not in again.said()
    # when the worker is killed
    listed = subprocess.run(
        ["ps", "axww", "-o", "pid=,args="], capture_output=True, text=True, check=True
    )
    workers = [line for line in listed.stdout.splitlines() if str(var) in line and "celery" in line]
    os.kill(min(int(line.split()[0]) for line in workers), signal.SIGKILL)
    # then everything ends
    assert again.process.wait(30) == 1
    assert "The worker process ended by itself" in again.said()
    assert processes_of(var) == []


def test_a_bound_socket_is_handed_over_so_that_nobody_can_take_the_port_between():
    with bind(free_port()) as first, bind(first.getsockname()[1]) as second:
        assert second.getsockname()[1] > first.getsockname()[1]


def test_without_any_free_port_it_says_so():
    with pytest.raises(Stopped, match="No port is free from 70000"):
        bind(70000)
