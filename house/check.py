"""python3 dev.py check: all that can be said without running the code."""

import subprocess
import time
from pathlib import Path

from house.environment import DEV_LOCK, ROOT, ensure

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
CHECKS: dict[str, list[str]] = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", LINT_IMPORTS],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "translations": ["-m", "house.translations"],
}


def check(root: Path = ROOT) -> int:
    """Run every check, one line each; then print all that the failed ones said."""
    python = ensure(DEV_LOCK, root)
    failed: dict[str, str] = {}
    for name, arguments in CHECKS.items():
        began = time.monotonic()
        done = subprocess.run(
            [python, *arguments],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        verdict = "ok    " if done.returncode == 0 else "FAILED"
        print(f"{verdict}  {name:<12} {time.monotonic() - began:5.1f} s", flush=True)
        if done.returncode != 0:
            failed[name] = done.stdout
    for name, said in failed.items():
        print(f"\n── {name}: python {' '.join(CHECKS[name][:3])}\n{said.rstrip()}")
    if failed:
        print(f"\n{len(failed)} of {len(CHECKS)} checks failed: {', '.join(failed)}.")
    return 1 if failed else 0
