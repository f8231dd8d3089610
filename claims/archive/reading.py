"""Runs as a process of its own (see text.py): bytes on stdin, their title and text as JSON out.

It is started by path and knows nothing of factlog, its settings or its secrets. Before it looks at
a single byte it takes away from itself all that a hostile file could use up.

    python -I reading.py KIND CHARSET MEMORY CPU_SECONDS TEXT_AT_MOST
"""

import codecs
import json
import re
import resource
import sys
import time
from io import BytesIO
from typing import NamedTuple


class Read(NamedTuple):
    """``why`` says in a word why there is no text."""

    title: str = ""
    text: str = ""
    why: str = ""
    is_cut: bool = False


class Bounds(NamedTuple):
    """When a long file is read far enough: at this time, or after so many characters."""

    until: float
    text_at_most: int


_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# Encodings that pages are written in; Python knows others that are no such thing (unicode_escape).
_WRITTEN_IN = re.compile(r"utf-(8|16|32)|cp(125|874|866)|iso8859|koi8|mac|big5|gb|euc|shift|ascii")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def limit(memory: int, cpu_seconds: int, written: int) -> None:
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (most, most))
        except ValueError:
            # macOS knows RLIMIT_AS and refuses it; there the limits of time remain.
            if sys.platform == "linux":
                raise


def read_html(data: bytes, charset: str, bounds: Bounds) -> Read:
    import trafilatura
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    tree = html.document_fromstring(decoded(data, charset).encode(), parser=parser)
    title = tree.xpath("string(//meta[@property='og:title']/@content)")
    title = title.strip() or tree.xpath("string(//title)")
    # What it takes for the article; where it finds none, all words that are shown.
    text = trafilatura.extract(tree, include_comments=False, favor_recall=True)
    return Read(title, text or trafilatura.html2txt(tree))


def read_pdf(data: bytes, charset: str, bounds: Bounds) -> Read:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return Read(why="locked")
    told = reader.metadata.title if reader.metadata else None
    pages: list[str] = []
    for page in reader.pages:
        if time.monotonic() > bounds.until or sum(map(len, pages)) > bounds.text_at_most:
            return Read(told or "", "\n\n".join(pages), is_cut=True)
        pages.append(page.extract_text())
    return Read(told or "", "\n\n".join(pages))


def read_text(data: bytes, charset: str, bounds: Bounds) -> Read:
    return Read(text=decoded(data, charset))


def decoded(data: bytes, charset: str) -> str:
    """By its mark, by what the server said, by what the page says, as UTF-8, else as Arabic."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    meta = _META.search(data, 0, 4096)
    for said in (charset, meta[1].decode("latin-1") if meta else ""):
        if encoding := _known(said):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1256", "replace")


def _known(said: str) -> str:
    try:
        name = codecs.lookup(said).name if said else ""
    except LookupError:
        return ""
    if name in ("iso8859-1", "ascii"):  # browsers read both as windows-1252
        return "cp1252"
    return name if _WRITTEN_IN.match(name) else ""


def plain(text: str) -> str:
    """Without what no database takes: controls and halves of characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROLS.sub("", whole.replace("\r\n", "\n").replace("\r", "\n")).strip()


READERS = {"html": read_html, "pdf": read_pdf, "text": read_text}


def main(kind: str, charset: str, memory: str, cpu_seconds: str, text_at_most: str) -> None:
    most = int(text_at_most)
    limit(int(memory), int(cpu_seconds), 8 * most + 65536)
    bounds = Bounds(time.monotonic() + int(cpu_seconds) / 2, most)
    try:
        read = READERS[kind](sys.stdin.buffer.read(), charset, bounds)
    except MemoryError:
        read = Read(why="large")
    except ImportError:  # no memory for the parser itself
        raise
    except Exception:  # whatever a broken file makes a parser say
        read = Read(why="broken")
    title, text = " ".join(plain(read.title[:2000]).split())[:300], plain(read.text)
    answer = Read(
        title, text[:most], read.why or ("" if text else "none"), read.is_cut or len(text) > most
    )
    sys.stdout.buffer.write(json.dumps(answer._asdict(), ensure_ascii=False).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
