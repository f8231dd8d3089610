"""Articles given to a command: plain files, files of JSON lines, standard input.

Nothing is read before its turn, so that one bad input costs only itself.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from claims.errors import InputRefused
from claims.extraction.language import UNDETERMINED
from claims.ingest.fields import parse_language, parse_published
from claims.ingest.text import clean, decode

STDIN = "-"
JSON_LINES = ".jsonl"


@dataclass(frozen=True, slots=True)
class Given:
    """A text, cleaned as it would be stored, and what was said about it."""

    id: str | int
    text: str
    language: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """One article whose turn will come. ``read`` raises TextRefused or InputRefused."""

    where: str
    size: int  # bytes
    read: Callable[[], Given]


def items(files: Sequence[str], lines: str | None) -> Iterator[Item]:
    """The given files in their order, then the lines of the file of JSON lines, if any."""
    for name in files:
        if name.endswith(JSON_LINES):
            yield from _lines(name)
        else:
            shown = _shown(name)
            yield Item(shown, size_of(name), partial(_file, name, shown))
    if lines is not None:
        yield from _lines(lines)


def size_of(name: str) -> int:
    """Bytes of a file; 0 for one that is not there and for standard input."""
    try:
        return 0 if name == STDIN else Path(name).stat().st_size
    except (OSError, ValueError):
        return 0


def _shown(name: str) -> str:
    """A file's name as text, whatever its bytes."""
    return "standard input" if name == STDIN else os.fsencode(name).decode("utf-8", "replace")


def _file(name: str, shown: str) -> Given:
    try:
        raw = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise InputRefused(_unreadable(error)) from error
    return Given(shown, clean(decode(raw)), None, None)


def _unreadable(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file."
    if isinstance(error, IsADirectoryError):
        return "This is a folder; name the files in it."
    return f"This file cannot be read: {getattr(error, 'strerror', None) or error}."


def _lines(name: str) -> Iterator[Item]:
    shown = _shown(name)
    if name == STDIN:
        yield from _articles(sys.stdin.buffer, shown)
        return
    try:
        with Path(name).open("rb") as lines:
            yield from _articles(lines, shown)
    except (OSError, ValueError) as error:
        yield Item(shown, 0, partial(_refuse, _unreadable(error)))


def _refuse(sentence: str) -> Given:
    raise InputRefused(sentence)


def _articles(lines: BinaryIO, shown: str) -> Iterator[Item]:
    for number, raw in enumerate(lines, 1):
        where = f"{shown}, line {number}"
        if raw.strip():
            yield Item(where, len(raw), partial(_article, raw, f"{shown}:{number}"))


def _article(raw: bytes, place: str) -> Given:
    try:
        told = json.loads(decode(raw.rstrip()))
    except json.JSONDecodeError as error:
        raise InputRefused(f"This is not JSON ({error.msg}, column {error.colno}).") from error
    except (ValueError, RecursionError) as error:
        raise InputRefused("This is JSON that cannot be read (too deep or too long).") from error
    if not isinstance(told, dict):
        raise InputRefused('Each line holds one object like {"text": "…"}.')
    if not isinstance(told.get("text"), str):
        raise InputRefused('"text" is missing or not text; it holds the words of the article.')
    return Given(
        _id(told.get("id"), place),
        clean(told["text"]),
        _language(parse_language(_field(told, "language"))),
        parse_published(_field(told, "published")),
    )


def _language(told: str) -> str | None:
    return told if told not in ("", UNDETERMINED) else None


def _id(given: object, place: str) -> str | int:
    if given is None:
        return place
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise InputRefused('"id" is neither text nor a whole number.')
    if isinstance(given, str) and any("\ud800" <= char <= "\udfff" for char in given):
        raise InputRefused('"id" holds half of a character (a lone surrogate).')
    return given


def _field(told: dict[str, object], name: str) -> str:
    given = told.get(name)
    if given is None:
        return ""
    if not isinstance(given, str):
        raise InputRefused(f'"{name}" is not text.')
    return given
