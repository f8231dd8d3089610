"""Tells whether the compiled catalogues (.mo) hold what the written ones (.po) say.

``python -m house.translations`` checks, ``--write`` compiles; no gettext tools are needed.
"""

import sys
from io import BytesIO
from pathlib import Path
from typing import IO

from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from house.environment import ROOT


def catalogues(root: Path) -> list[Path]:
    return sorted((root / "claims" / "locale").glob("*/LC_MESSAGES/*.po"))


def is_compiled(written: Path) -> bool:
    """Whether the .mo beside it is what compiling it now would give, dates in its head apart."""
    compiled = written.with_suffix(".mo")
    if not compiled.exists():
        return False
    fresh = BytesIO()
    with written.open("rb") as po, compiled.open("rb") as mo:
        write_mo(fresh, read_po(po))
        fresh.seek(0)
        return _said(fresh) == _said(mo)


def _said(mo: IO[bytes]) -> list[tuple[str, ...]]:
    catalogue = read_mo(mo)
    messages = sorted(
        (str(message.context), str(message.id), str(message.string))
        for message in catalogue
        if message.id
    )
    return [(catalogue.plural_expr,), *messages]


def compile_catalogue(written: Path) -> None:
    with written.open("rb") as po, written.with_suffix(".mo").open("wb") as mo:
        write_mo(mo, read_po(po))


def main(arguments: list[str], root: Path = ROOT) -> int:
    stale = [written for written in catalogues(root) if not is_compiled(written)]
    for written in stale:
        if "--write" in arguments:
            compile_catalogue(written)
            print(f"compiled {written.relative_to(root)}")
        else:
            print(
                f"{written.relative_to(root)} is newer than its .mo; "
                "run: .venv/bin/python -m house.translations --write"
            )
    return 1 if stale and "--write" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
