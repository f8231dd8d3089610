"""Kept bytes go out as files to save; only images are looked at; nothing runs."""

import pytest
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from claims.archive.files import recognise
from claims.archive.serve import INLINE, served
from tests.archive.test_files import KINDS

SHA256 = "0123456789abcdef" * 4
# Types that a browser may run or read as a page.
ACTIVE = ("html", "xml", "svg", "script", "multipart", "xsl", "rdf", "message")
OTHERS = [
    "image/svg+xml",
    "text/xml",
    "application/xhtml+xml",
    "text/javascript",
    "",
    "x",
    "a/b\r\nX: y",
]


def response(media_type: str, title: str = "Report", *, inline: bool = False) -> HttpResponse:
    out = served(media_type, title=title, sha256=SHA256, inline=inline)
    return HttpResponse(b"data", content_type=out.content_type, headers=out.headers)


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize("media_type", [*sorted({kind for _, kind in KINDS} | INLINE), *OTHERS])
def test_nothing_that_a_browser_runs_goes_out_as_such(media_type: str, inline: bool) -> None:
    sent = response(media_type, inline=inline)
    assert not any(word in sent["Content-Type"] for word in ACTIVE)
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert sent["Cross-Origin-Resource-Policy"] == "same-origin"
    assert sent["Cache-Control"] == "private, no-store"
    shown = inline and media_type in ("image/png", "image/jpeg", "image/gif", "image/webp")
    assert sent["Content-Disposition"].startswith("inline; " if shown else "attachment; ")


@pytest.mark.parametrize("media_type", ["text/html", "application/warc", "image/svg+xml", "", "x"])
def test_pages_and_archives_go_out_as_mere_bytes(media_type: str) -> None:
    assert response(media_type, inline=True)["Content-Type"] == "application/octet-stream"


def test_text_goes_out_as_text_in_utf_8() -> None:
    assert response("text/plain")["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("title", "disposition"),
    [
        ("Report 3", f'attachment; filename="Report-3-{SHA256[:12]}.pdf"'),
        ("", f'attachment; filename="evidence-{SHA256[:12]}.pdf"'),
        ("../../etc/passwd", f'attachment; filename="etc-passwd-{SHA256[:12]}.pdf"'),
        ('a"; filename="b.exe', f'attachment; filename="a-filename-b-exe-{SHA256[:12]}.pdf"'),
        ("a\r\nSet-Cookie: b", f'attachment; filename="a-Set-Cookie-b-{SHA256[:12]}.pdf"'),
        ("invoice\u202efdp.exe", f'attachment; filename="invoice-fdp-exe-{SHA256[:12]}.pdf"'),
        ("CON", f'attachment; filename="CON-{SHA256[:12]}.pdf"'),
        (".htaccess", f'attachment; filename="htaccess-{SHA256[:12]}.pdf"'),
        ("خبر", f"attachment; filename*=utf-8''%D8%AE%D8%A8%D8%B1-{SHA256[:12]}.pdf"),
    ],
)
def test_the_name_of_the_file_is_made_by_us(title: str, disposition: str) -> None:
    assert response("application/pdf", title)["Content-Disposition"] == disposition


@given(st.text(max_size=200), st.sampled_from([kind for _, kind in KINDS]))
def test_no_title_leaves_its_place(title: str, media_type: str) -> None:
    disposition = response(media_type, title)["Content-Disposition"]
    assert disposition.isascii()
    assert disposition.isprintable()
    assert disposition.count('"') in (0, 2)
    assert not any(part in disposition for part in ("/", "\\", ".."))


def test_what_is_recognised_has_an_ending_of_its_own() -> None:
    for data, media_type in KINDS:
        assert recognise(data) == media_type
        assert not response(media_type)["Content-Disposition"].endswith('.bin"')
