"""Bytes into the text that is stored: strict, and changed in three ways only."""

import re

from django.utils.translation import gettext as _

from claims.errors import TextRefused

# About a hundred pages. Longer texts are no articles, and would hold a worker for seconds.
MAX_CHARS = 400_000

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LONE = re.compile("[\ud800-\udfff]")


def decode(raw: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or windows-1256 where it can be nothing else.

    Raises TextRefused.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], encoding)
    if b"\0" in raw:
        raise TextRefused(_not_text())
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        read = raw.decode("cp1256")
        if _is_certainly_arabic(read):
            return read
    raise TextRefused(
        _("The encoding of this text cannot be told; save it as UTF-8 and try again.")
    )


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise TextRefused(
            _("This text says that it is %(encoding)s but is not; save it as UTF-8 and try again.")
            % {"encoding": encoding.upper()}
        ) from error


def _not_text() -> str:
    return _("This is not text: it holds NUL characters. Give the article as plain text.")


_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_ARABIC = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2]")
_FOREIGN = re.compile("[^\\W\\d_\u0600-\u06ff\x00-\x7f]")
_MIXED = re.compile("[A-Za-zÀ-ž][\u0621-\u064a]|[\u0621-\u064a][A-Za-zÀ-ž]")
_LATIN = re.compile("[A-Za-z]")
_ARTICLE = re.compile("(?<![\u0621-\u064a])[وفبك]?ال[\u0621-\u064a]{2}")
_WORD = re.compile("[\u0621-\u064a]{2,}")


def _is_certainly_arabic(read: str) -> bool:
    """Whether text read as windows-1256 makes sense as Arabic.

    Every byte means something in windows-1256, so that it can be read is no proof. Cyrillic,
    Turkish or ISO-8859-6 Arabic read so gives words of mixed letters, and hardly ever the article.
    """
    arabic = len(_ARABIC.findall(read))
    if arabic < 20 or _CONTROLS.search(read):
        return False
    if arabic < 2 * len(_LATIN.findall(read)) or len(_FOREIGN.findall(read)) > arabic / 50:
        return False
    words = len(_WORD.findall(read))
    return len(_MIXED.findall(read)) <= words / 50 and len(_ARTICLE.findall(read)) >= words / 20


def clean(text: str) -> str:
    """The text as it is stored: CRLF and CR become LF, nothing else. Raises TextRefused."""
    if "\0" in text:
        raise TextRefused(_not_text())
    if _LONE.search(text):
        raise TextRefused(
            _("This text holds half of a character (a lone surrogate); copy it anew from its page.")
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not re.search(r"\w", text):
        raise TextRefused(_("There is no text; paste or upload the article's words."))
    if len(text) > MAX_CHARS:
        raise TextRefused(
            _("The text has %(chars)s characters; one article may have up to %(most)s.")
            % {"chars": f"{len(text):,}", "most": f"{MAX_CHARS:,}"}
        )
    return text
