"""The processes that serve factlog: one process group, which ends with the command that began it.

Run as ``python -m house.group`` this is the group's first member and waits for its input to close,
which happens when the command ends in whatever way, killed with -9 included; then it ends the rest.
"""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

# Seconds between asking the group to end and ending it. Celery's polling transport takes six to end
# when it has nothing to do; work cut off here is owed still, and done after the next start.
PATIENCE = 3.0
ALL_ASKED = b"all were asked to end, and had their time"


class Group:
    """Children in one process group, each with a log file of its own.

    They are not in the terminal's group, so that Ctrl-C reaches the command alone, which then
    asks them to end one way only.
    """

    def __init__(self, root: Path, python: Path, environment: dict[str, str], logs: Path) -> None:
        self._root = root
        self._python = python
        self._environment = environment
        self._logs = logs
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        logs.mkdir(parents=True, exist_ok=True)
        self._warden = subprocess.Popen(
            [sys.executable, "-m", "house.group"],
            cwd=Path(__file__).resolve().parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            process_group=0,
        )

    def start(self, name: str, arguments: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        with (self._logs / f"{name}.log").open("wb") as log:
            self._children[name] = subprocess.Popen(
                [self._python, *arguments],
                cwd=self._root,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=pass_fds,
                process_group=self._warden.pid,
            )

    def dead(self) -> str:
        """The name of a child that has ended, or an empty text."""
        ended = (name for name, child in self._children.items() if child.poll() is not None)
        return next(ended, "")

    def last_words(self, name: str, lines: int = 15) -> str:
        with (self._logs / f"{name}.log").open(encoding="utf-8", errors="replace") as log:
            return "".join(deque(log, lines)).rstrip()

    def stop(self) -> None:
        """End all of them, and come back when the last one is gone."""
        if self._warden.returncode is not None:
            return
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()
        until = time.monotonic() + PATIENCE
        for child in self._children.values():
            try:
                child.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                continue
        self._warden.communicate(ALL_ASKED)  # what has not ended by now, and what they left behind
        for child in self._children.values():
            child.wait()


def guard() -> None:
    """Wait until the command that started the group is gone, then end every member."""
    for harmless in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(harmless, signal.SIG_IGN)
    orderly = sys.stdin.buffer.read() == ALL_ASKED
    group = os.getpgrp()
    if not orderly:
        os.killpg(group, signal.SIGTERM)
        time.sleep(PATIENCE)
    os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    guard()
