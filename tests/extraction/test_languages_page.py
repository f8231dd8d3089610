"""The worked example of docs/languages.md: a language made from the page's own blocks."""

import re
import sys
from ast import literal_eval
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.extraction import languages
from house.environment import ROOT
from tests.extraction.tables import read, told

PAGE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
FILES = re.findall(r"```\w+ file=es/(\S+)\n(.*?)```", PAGE, re.DOTALL)
[LINE] = map(literal_eval, re.findall(r"LANGUAGES = (\(.*\))", PAGE))
[EXAMPLES] = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The page's folder and line, for as long as this file runs."""
    folder: Path = tmp_path_factory.mktemp("languages")
    (folder / "es").mkdir()
    for name, content in FILES:
        (folder / "es" / name).write_text(content, encoding="utf-8")
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(languages, "__path__", [*languages.__path__, str(folder)])
        changed.setattr(languages, "LANGUAGES", LINE)
        languages.pack_of.cache_clear()
        yield
    languages.pack_of.cache_clear()
    sys.modules.pop("claims.extraction.languages.es", None)


@pytest.mark.parametrize(
    ("text", "claims"),
    [pytest.param(text, claims, id=str(number)) for _, number, text, claims in read(EXAMPLES)],
)
def test_the_language_of_the_page_reads_what_it_says(
    spanish: None, text: str, claims: list[str]
) -> None:
    assert told(text, "es") == claims


def test_the_page_gives_every_file_of_its_folder() -> None:
    assert {name for name, _content in FILES} == {"__init__.py", "cues.toml"}


@pytest.mark.parametrize(
    "text", ["", "Según", "dijo que", "Según ,", "«dijo que", "Ana dijo que ."]
)
def test_broken_text_is_harmless_to_it(spanish: None, text: str) -> None:
    told(text, "es")
