"""What the pages on extraction say is found in their examples is found."""

import re
from pathlib import Path

import pytest

from claims.extraction.languages import LANGUAGES
from house.environment import ROOT
from tests.extraction.tables import read, told

DOCS, ENGINE = ROOT / "docs", ROOT / "claims" / "extraction"
# docs/extraction.md is about the engine and the Arabic pack, which came first.
PAGES = {code: DOCS / f"extraction-{code}.md" for code in LANGUAGES} | {
    "ar": DOCS / "extraction.md"
}


def examples() -> list[object]:
    """Each text of a page with its claims, and the language that the page is about."""
    found = []
    for language, page in PAGES.items():
        blocks = re.findall(r"```text\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        assert blocks, page.name
        for name, number, text, claims in read("\n".join(blocks)):
            found.append(pytest.param(language, text, claims, id=f"{language} {name} {number}"))
    return found


@pytest.mark.parametrize(("language", "text", "claims"), examples())
def test_an_example_of_the_page_is_read_as_told(
    language: str, text: str, claims: list[str]
) -> None:
    assert told(text, language) == claims


def files(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if one.suffix in {".py", ".toml"}}


@pytest.mark.parametrize("language", PAGES)
def test_every_file_of_a_pack_is_told_of(language: str) -> None:
    told_of = set(re.findall(r"[`/]([a-z_]+\.(?:py|toml))`", PAGES[language].read_text("utf-8")))
    pack = files(ENGINE / "languages" / language)
    assert "lexicon.py" in pack
    assert pack - told_of == {"__init__.py"}


def test_every_file_of_the_engine_is_told_of() -> None:
    page = PAGES["ar"].read_text(encoding="utf-8")
    told_of = set(re.findall(r"[`/]([a-z_]+\.(?:py|toml))`", page))
    assert (files(ENGINE) | files(ENGINE / "languages")) - told_of == {"__init__.py"}
