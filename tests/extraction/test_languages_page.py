"""The worked example of docs/languages.md: a language made from the page's own blocks."""

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.extraction import languages
from claims.extraction.languages.pack import Pack
from house.environment import ROOT
from tests.extraction.tables import read, told

PAGE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
FILES = re.findall(r"```\w+ file=es/(\S+)\n(.*?)```", PAGE, re.DOTALL)
[EXAMPLES] = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pack]:
    """The pack of the page, made known for as long as this file runs."""
    folder: Path = tmp_path_factory.mktemp("languages") / "es"
    folder.mkdir()
    for name, content in FILES:
        (folder / name).write_text(content, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("spanish_of_the_page", folder / "__init__.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    languages.LANGUAGES["es"] = module.Spanish()
    yield languages.LANGUAGES["es"]
    del languages.LANGUAGES["es"], sys.modules[spec.name]


@pytest.mark.parametrize(
    ("text", "claims"),
    [pytest.param(text, claims, id=str(number)) for _, number, text, claims in read(EXAMPLES)],
)
def test_the_language_of_the_page_reads_what_it_says(
    spanish: Pack, text: str, claims: list[str]
) -> None:
    assert told(text, "es") == claims


def test_the_page_gives_every_file_of_its_folder() -> None:
    assert {name for name, _content in FILES} == {"__init__.py", "cues.toml"}


@pytest.mark.parametrize(
    "text", ["", "Según", "dijo que", "Según ,", "«dijo que", "Ana dijo que ."]
)
def test_broken_text_is_harmless_to_it(spanish: Pack, text: str) -> None:
    told(text, "es")
