"""Text versions, and files that try to take the reader down with them."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.archive import text
from claims.archive.reading import decoded, plain
from claims.archive.text import Bounds, text_version
from tests.archive import hostile
from tests.archive.hostile import ARTICLE, PAGE

TIGHT = Bounds(memory=400 * 1024 * 1024, cpu_seconds=2, wall_seconds=10)


def test_the_words_of_an_article_are_read_and_not_what_stands_around_them() -> None:
    read = text_version(PAGE.encode(), "text/html")
    assert read.title == "إغلاق الجسر | وكالة"
    assert read.text is not None
    assert ARTICLE in read.text
    assert "لا يُقرأ" not in read.text
    assert (read.why_not, read.is_cut) == (None, False)


def test_the_headline_goes_before_the_title_of_the_page() -> None:
    page = PAGE.replace("<head>", '<head><meta property="og:title" content=" إغلاق  الجسر ">')
    assert text_version(page.encode(), "text/html").title == "إغلاق الجسر"


def test_a_page_without_an_article_gives_the_words_it_shows() -> None:
    read = text_version(b"<html><body><div>Closed.</div></body></html>", "text/html")
    assert (read.title, read.text) == (None, "Closed.")


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (PAGE.encode(), None),
        (b"\xef\xbb\xbf" + PAGE.encode(), "windows-1256"),
        (b"\xff\xfe" + PAGE.encode("utf-16-le"), None),
        (PAGE.encode("cp1256"), "windows-1256"),
        (PAGE.replace("<head>", "<head><meta charset=windows-1256>").encode("cp1256"), None),
        (PAGE.encode("cp1256"), None),
        (PAGE.encode(), "no-such-charset"),
        (PAGE.encode(), "unicode_escape"),
    ],
)
def test_arabic_is_read_in_every_encoding_it_comes_in(data: bytes, charset: str | None) -> None:
    assert decoded(data, charset or "") == PAGE.replace(
        "<head>", "<head><meta charset=windows-1256>" if b"charset" in data else "<head>"
    )


def test_the_charset_that_the_server_names_reaches_the_reader() -> None:
    page = "<html><body><p>Портовое управление сообщило, что мост закрыт.</p></body></html>"
    read = text_version(page.encode("cp1251"), "text/html", charset="windows-1251")
    assert read.text == "Портовое управление сообщило, что мост закрыт."


def test_a_pdf_is_read_page_by_page() -> None:
    read = text_version(
        hostile.pdf("One page.", "Another one.", title="A report"), "application/pdf"
    )
    assert (read.title, read.text) == ("A report", "One page.\n\nAnother one.")


def test_plain_text_is_what_it_is() -> None:
    assert text_version(f"{ARTICLE}\r\n\0".encode(), "text/plain").text == ARTICLE


def test_what_no_database_takes_is_left_out() -> None:
    assert plain("a\0b\ud83d\ude00\ud800\x1b\tc\rd") == "ab😀\ufffd\tc\nd"


def test_a_long_text_is_cut_and_says_so() -> None:
    bounds = Bounds(text_at_most=1000)
    read = text_version(b"word " * 1000, "text/plain", bounds=bounds)
    assert read.text is not None
    assert (len(read.text), read.is_cut) == (1000, True)
    pages = text_version(hostile.pdf(*["word " * 100] * 9), "application/pdf", bounds=bounds)
    assert pages.text is not None
    assert (len(pages.text), pages.is_cut) == (1000, True)


@pytest.mark.parametrize(
    ("data", "media_type", "said"),
    [
        (hostile.pdf("words", password="secret"), "application/pdf", "locked with a password"),
        (hostile.pdf(""), "application/pdf", "No text was found"),
        (b"<html><body></body></html>", "text/html", "No text was found"),
        (b"", "text/plain", "No text was found"),
        (b"", "text/html", "broken"),
        (b"%PDF-1.7 and no more", "application/pdf", "broken"),
        (hostile.pdf("words")[:300], "application/pdf", "broken"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "of this kind"),
    ],
)
def test_what_has_no_text_says_why(data: bytes, media_type: str, said: str) -> None:
    read = text_version(data, media_type)
    assert read.text is None
    assert read.why_not is not None
    assert said in read.why_not


@pytest.mark.parametrize(
    ("made", "media_type"),
    [
        (hostile.pdf_bomb, "application/pdf"),
        (hostile.pdf_of_endless_work, "application/pdf"),
        (hostile.pdf_of_a_circle, "application/pdf"),
        (hostile.deep_html, "text/html"),
        (hostile.wide_html, "text/html"),
    ],
)
def test_a_hostile_file_gives_no_text_and_a_sentence_in_time(
    made: Callable[[], bytes], media_type: str
) -> None:
    data = made()
    began = time.monotonic()
    read = text_version(data, media_type, bounds=TIGHT)
    assert time.monotonic() - began < 15
    assert (read.text is None) != (read.why_not is None)
    if made is not hostile.deep_html:  # its outer words may be read
        assert read.text is None


def test_no_entity_is_followed() -> None:
    read = text_version(hostile.entity_html(), "text/html", bounds=TIGHT)
    assert "root:" not in (read.text or "")
    assert len(read.text or "") < 10_000


def test_who_does_not_come_to_an_end_is_ended() -> None:
    began = time.monotonic()
    read = text_version(b"words", "text/plain", bounds=Bounds(wall_seconds=0.001))
    assert "more time or memory" in (read.why_not or "")
    assert time.monotonic() - began < 2


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts another program in the reader's place: what a hijacked reader could do."""

    def put(program: str) -> None:
        (tmp_path / "reader.py").write_text(program)
        monkeypatch.setattr(text, "READER", tmp_path / "reader.py")

    return put


def test_the_reader_is_given_none_of_our_secrets(
    reader: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTLOG_SECRET_KEY", "secret")
    reader(
        "import json, os, sys\n"
        "told = json.dumps([dict(os.environ), sys.path, os.getcwd(), 'claims' in sys.modules])\n"
        "print(json.dumps({'title': '', 'why': '', 'is_cut': False, 'text': told}))"
    )
    environment, path, here, knows_us = json.loads(text_version(b"x", "text/plain").text or "")
    assert not {name for name in environment if name not in ("LC_CTYPE", "__CF_USER_TEXT_ENCODING")}
    assert (here, knows_us) == ("/", False)
    assert str(Path(text.__file__).parents[2]) not in path


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("print('{')", "broken"),
        ("print('')", "broken"),
        ("import os; os.abort()", "more time or memory"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "more time or memory"),
        ("import sys; sys.exit(3)", "more time or memory"),
    ],
)
def test_a_reader_that_comes_to_harm_harms_nobody(
    reader: Callable[[str], None], program: str, said: str
) -> None:
    reader(program)
    assert said in (text_version(b"x" * 1_000_000, "text/plain").why_not or "")


LIMITED = """
import os, resource, sys
sys.path.insert(0, {folder!r})
import reading
reading.limit(300 * 1024 * 1024, 5, 1000)
told = []
try:
    bytearray(400 * 1024 * 1024)
except MemoryError:
    told.append("memory")
try:
    with open({file!r}, "wb", 0) as file:
        file.write(bytes(1000)), file.write(b"x")
except OSError:
    told.append("files")
if resource.getrlimit(resource.RLIMIT_NPROC) == (0, 0):
    told.append("processes")
if resource.getrlimit(resource.RLIMIT_CPU) == (5, 5):
    told.append("time")
print(*told)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="macOS refuses limits of memory")
def test_the_reader_takes_its_own_means_away(tmp_path: Path) -> None:
    folder = str(Path(text.__file__).parent)
    program = LIMITED.format(folder=folder, file=str(tmp_path / "file"))
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["memory", "files", "processes", "time"], done.stderr


@settings(max_examples=12, deadline=None)
@given(st.binary(max_size=2000), st.sampled_from(sorted(text.KINDS)))
def test_any_bytes_are_read_or_told_about(data: bytes, media_type: str) -> None:
    read = text_version(data, media_type)
    assert (read.text is None) != (read.why_not is None)
