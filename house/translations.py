"""Tells whether the compiled catalogues (.mo) hold what the written ones (.po) say.

``python -m house.translations`` checks, ``--write`` compiles; no gettext tools are needed.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from house.environment import ROOT


def catalogues(root: Path) -> list[Path]:
    return sorted((root / "claims" / "locale").glob("*/LC_MESSAGES/*.po"))


def is_compiled(written: Path) -> bool:
    compiled = written.with_suffix(".mo")
    if not compiled.exists():
        return False
    with written.open("rb") as po, compiled.open("rb") as mo:
        return _said(read_po(po)) == _said(read_mo(mo))


def _said(catalogue: Catalog) -> dict[object, object]:
    return {
        (message.context, message.id): message.string
        for message in catalogue
        if message.id and not message.fuzzy and any(_texts(message.string))
    }


def _texts(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (str(string),)


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
