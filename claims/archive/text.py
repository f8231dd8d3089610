"""The text version of kept bytes, read by a process that may come to harm instead of ours."""

import json
import logging
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

READER = Path(__file__).with_name("reading.py")
KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "text",
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reading one file may take. A long PDF is read as far as half of the CPU time goes."""

    memory: int = 1024 * 1024 * 1024
    cpu_seconds: int = 20
    wall_seconds: float = 40
    text_at_most: int = 1_000_000  # characters


@dataclass(frozen=True, slots=True)
class TextVersion:
    """What a page or file says. Where ``text`` is None, ``why_not`` is a sentence for people.

    ``is_cut``: there is more text than was read.
    """

    title: str | None = None
    text: str | None = None
    why_not: str | None = None
    is_cut: bool = False


def text_version(
    data: bytes, media_type: str, *, charset: str | None = None, bounds: Bounds | None = None
) -> TextVersion:
    """Read HTML, PDF or plain text. Never raises for what the bytes are; takes up to a minute."""
    bounds = bounds or Bounds()
    if media_type not in KINDS:
        return TextVersion(why_not=_("A file of this kind holds no text that can be read."))
    command = [sys.executable, "-I", "-B", str(READER), KINDS[media_type], charset or ""]
    limits = [str(bounds.memory), str(bounds.cpu_seconds), str(bounds.text_at_most)]
    with tempfile.TemporaryFile() as answer:
        try:
            done = subprocess.run(
                [*command, *limits],
                input=data,
                stdout=answer,  # a file: what is written to it is bounded as well
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={},  # none of our secrets
                timeout=bounds.wall_seconds,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):  # too long, or no memory to begin with
            return TextVersion(why_not=_not_read("large"))
        answer.seek(0)
        told = answer.read()
    if done.returncode != 0:
        logger.info("reading %d bytes of %s ended with %s", len(data), media_type, done.returncode)
        return TextVersion(why_not=_not_read("large"))
    return _understood(told)


def _understood(told: bytes) -> TextVersion:
    try:
        read = json.loads(told)
    except ValueError:  # it did not end as it should
        return TextVersion(why_not=_not_read("broken"))
    title = read["title"] or None
    if read["why"]:
        return TextVersion(title, why_not=_not_read(read["why"]))
    return TextVersion(title, read["text"], is_cut=read["is_cut"])


def _not_read(why: str) -> str:
    if why == "locked":
        return _("The file is locked with a password, so it has no text version.")
    if why == "none":
        return _("No text was found in it; it may be made of images.")
    if why == "broken":
        return _("The file is broken, so it has no text version.")
    return _("Reading its text takes more time or memory than is given, so it has no text version.")
