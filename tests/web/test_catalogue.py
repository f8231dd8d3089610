"""The Arabic catalogue is whole, and what is served is what is written."""

from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation import ngettext, override
from django.utils.translation.template import templatize

from claims.errors import InputRefused
from claims.ingest.fields import parse_published

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "claims" / "locale" / "ar" / "LC_MESSAGES"


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return read_po(BytesIO((HERE / "django.po").read_bytes()), locale="ar")


def test_every_string_has_its_arabic(catalogue) -> None:
    strings = [message for message in catalogue if message.id]
    assert len(strings) > 150
    assert [m.id for m in strings if m.fuzzy or not m.string or not all(m.string)] == []


def test_every_plural_has_its_six_forms(catalogue) -> None:
    plurals = [message for message in catalogue if isinstance(message.id, tuple)]
    assert plurals
    assert {len(message.string) for message in plurals} == {6}


def test_what_is_compiled_is_what_is_written(catalogue) -> None:
    with (HERE / "django.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in (message for message in catalogue if message.id):
        name = message.id[0] if isinstance(message.id, tuple) else message.id
        key = f"{message.context}\x04{name}" if message.context else name
        for form, written in enumerate(message.string if message.pluralizable else ()):
            assert compiled._catalog[key, form] == written  # type: ignore[attr-defined]
        if not message.pluralizable:
            assert compiled.gettext(key) == message.string


KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}


def _marked(path: Path) -> Iterator[tuple[str | None, str]]:
    """Context and text of all that a module or a template marks for translation."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        source = templatize(source, origin=str(path))
    found = extract("python", BytesIO(source.encode()), KEYWORDS)
    for _line, text, _comments, context in found:
        yield context, text[0] if isinstance(text, tuple) else text


def test_every_text_of_the_pages_is_in_it(catalogue) -> None:
    held = {
        (message.context, message.id[0] if isinstance(message.id, tuple) else message.id)
        for message in catalogue
    }
    for path in (*(ROOT / "claims").rglob("*.py"), *(ROOT / "templates").rglob("*.html")):
        # Commands speak English: to whoever runs factlog, in a terminal.
        if "management" not in path.parts:
            assert not [one for one in _marked(path) if one not in held], path


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا ادعاءات"),
        (1, "ادعاء واحد"),
        (2, "ادعاءان"),
        (3, "3 ادعاءات"),
        (11, "11 ادعاءً"),
        (100, "100 ادعاء"),
    ],
)
def test_arabic_counts_as_arabic_does(count: int, words: str) -> None:
    with override("ar"):
        said = ngettext("%(count)d claim", "%(count)d claims", count) % {"count": count}
    assert said == words


def test_numbers_and_addresses_keep_their_order_in_arabic() -> None:
    """Alone in a line that runs to the left, 2026-11-24 would be read as 24-11-2026."""
    with override("ar"), pytest.raises(InputRefused) as refused:
        parse_published("31/02/2026")
    assert "\u2066" + "2026-11-24" + "\u2069" in str(refused.value)
    assert "\u2068" + "31/02/2026" + "\u2069" in str(refused.value)
