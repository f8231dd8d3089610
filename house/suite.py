"""python3 dev.py test: the whole suite, or what pytest is asked for."""

import os
import subprocess
import sys

from house.environment import DEV_LOCK, ROOT, ensure

# Two at a time: what a small machine has, each with a database of its own. A file stays together,
# because what its tests share (a served trial, a browser) is slow to make.
EVERYTHING = ["-n", "2", "--dist", "loadfile"]


def test(asked: list[str]) -> int:
    """Run pytest in the project's environment; arguments are passed on as they are."""
    python = ensure(DEV_LOCK)
    sys.stdout.flush()
    command = [str(python), "-m", "pytest", *(asked or EVERYTHING)]
    return subprocess.run(command, cwd=ROOT, env=os.environ, check=False).returncode
