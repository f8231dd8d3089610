"""The virtual environment in .venv, holding exactly what the lock files name."""

import fcntl
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from house.errors import Stopped

ROOT = Path(__file__).resolve().parent.parent
RUN_LOCK = "requirements.lock"
# Names all that RUN_LOCK names, in the same versions (tests/house/test_locks.py).
DEV_LOCK = "requirements-dev.lock"
NO_CONNECTION = re.compile(
    r"NewConnectionError|NameResolutionError|name resolution|Connection ?(refused|reset|Timeout)"
    r"|Network is unreachable|ReadTimeout|ProxyError|nodename nor servname"
    r"|No matching distribution",
    re.IGNORECASE,
)


def data_folder(root: Path = ROOT) -> Path:
    """Where the data are kept: FACTLOG_VAR, or var/ beside the code."""
    return Path(os.environ.get("FACTLOG_VAR", "") or root / "var").absolute()


def python(root: Path = ROOT) -> Path:
    return root / ".venv" / "bin" / "python"


def _note(root: Path) -> Path:
    """What is installed: {"python": "3.11", "locks": {"requirements.lock": "<sha256>"}}.

    Without "locks" an installation was begun and never finished: it is made anew.
    """
    return root / ".venv" / "factlog-installed.json"


def _noted(root: Path) -> dict[str, object]:
    try:
        found = json.loads(_note(root).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _hash(root: Path, lock: str) -> str:
    return hashlib.sha256((root / lock).read_bytes()).hexdigest()


def is_installed(lock: str, root: Path = ROOT) -> bool:
    locks = _noted(root).get("locks")
    return isinstance(locks, dict) and locks.get(lock) == _hash(root, lock) and _is_sound(root)


def ensure(lock: str, root: Path = ROOT) -> Path:
    """Make the environment hold what the lock names; give its Python. Does nothing when it does.

    Raises Stopped with one sentence when venv or the network is missing.
    """
    if is_installed(lock, root):
        return python(root)
    with _alone(root):
        if not is_installed(lock, root):  # another command may have been faster
            began = time.monotonic()
            _make(root)
            _install(lock, root)
            print(f"Installed in {time.monotonic() - began:.0f} s.", flush=True)
    return python(root)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Two commands started at once in one folder install one after the other."""
    folder = data_folder(root)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _version(root: Path) -> str:
    """The version of the environment's Python, empty if it does not start."""
    try:
        return subprocess.run(
            [python(root), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
    except OSError:
        return ""


def _is_sound(root: Path) -> bool:
    """Whether .venv can be installed into: not half made, and its Python not exchanged since."""
    version = _version(root)
    if not _note(root).exists():
        return bool(version)
    noted = _noted(root)
    return "locks" in noted and noted.get("python") == version


def _make(root: Path) -> None:
    folder = root / ".venv"
    if _is_sound(root):
        return
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise Stopped(
            "This Python cannot make a virtual environment; on Debian or Ubuntu install "
            f"python3.{sys.version_info[1]}-venv, then run this again."
        )
    print("Making the virtual environment .venv ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    _write(root, {})
    made = subprocess.run(
        [sys.executable, "-m", "venv", folder], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        last = (made.stdout + made.stderr).strip().splitlines()[-1:]
        raise Stopped(f"The virtual environment could not be made: {' '.join(last)}")


def _write(root: Path, noted: dict[str, object]) -> None:
    """Replace the note in one step, so that it is never half written."""
    fresh = _note(root).with_suffix(".new")
    fresh.write_text(json.dumps(noted), encoding="utf-8")
    fresh.replace(_note(root))


def _install(lock: str, root: Path) -> None:
    kept = _noted(root).get("locks")
    locks = dict(kept) if isinstance(kept, dict) else {}
    _write(root, {})
    _pip(lock, root)
    for name in {lock, RUN_LOCK}:
        locks[name] = _hash(root, name)
    _write(root, {"python": _version(root), "locks": locks})


def _pip(lock: str, root: Path) -> None:
    """Install, counting the packages as they come; all that pip says is kept in var/log."""
    names = re.findall(r"(?m)^[A-Za-z0-9][\w.\[\]-]*==", (root / lock).read_text("utf-8"))
    log = data_folder(root) / "log" / "install.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [str(python(root)), "-m", "pip", "install", "--disable-pip-version-check"]
    # The lock is whole and exact: nothing is left to resolve. Python compiles what it imports.
    command += ["--require-hashes", "--no-deps", "--no-compile", "--progress-bar", "off"]
    command += ["--no-input", "--retries", "2", "-r", str(root / lock)]
    counted = 0
    said: list[str] = []
    print(f"Installing what {lock} names into .venv ...", flush=True)
    with (
        log.open("w", encoding="utf-8") as kept,
        subprocess.Popen(
            command,
            env={**os.environ, "PIP_USER": "0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as pip,
    ):
        assert pip.stdout is not None
        try:
            for line in pip.stdout:
                kept.write(line)
                said.append(line.strip())
                if line.startswith("Collecting") and sys.stdout.isatty():
                    counted += 1
                    print(f"\r  {min(counted, len(names))} of {len(names)}", end="", flush=True)
        except KeyboardInterrupt:
            pip.terminate()
            raise
    if counted:
        print("\r" + " " * 20 + "\r", end="", flush=True)
    if pip.returncode != 0:
        raise Stopped(_why(said, lock, log))


def _why(said: list[str], lock: str, log: Path) -> str:
    everything = "\n".join(said)
    if "DO NOT MATCH THE HASHES" in everything:
        return (
            f"A package that was downloaded is not the one {lock} names (its hash differs), so "
            f"nothing was installed; {log} says which."
        )
    if NO_CONNECTION.search(everything):
        return (
            "The packages could not be downloaded; connect to the network, then run this again "
            f"(what pip said is in {log})."
        )
    last = next((line for line in reversed(said) if line.startswith("ERROR")), "it says nothing")
    return f"The packages could not be installed ({last}); what pip said is in {log}."
