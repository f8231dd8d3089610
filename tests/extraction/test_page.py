"""What the pages on extraction say is found in their examples is found."""

import re

import pytest

from house.environment import ROOT
from tests.extraction.tables import table, told

# Each page and the language of its examples.
PAGES = {
    path.stem.partition("-")[2] or "ar": path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "docs").glob("extraction*.md"))
}
EXAMPLES = [
    pytest.param(language, *row.values, id=f"{language} {row.id}")
    for language, page in PAGES.items()
    for row in table("\n".join(re.findall(r"```text\n(.*?)```", page, re.DOTALL)))
]


@pytest.mark.parametrize(("language", "text", "claims"), EXAMPLES)
def test_an_example_of_the_page_is_read_as_told(
    language: str, text: str, claims: list[str]
) -> None:
    assert told(text, language) == claims


def test_every_file_of_the_engine_is_told_of() -> None:
    engine = ROOT / "claims" / "extraction"
    files = {one.name for one in engine.rglob("*") if one.suffix in {".py", ".toml"}}
    assert "reading.py" in files
    told_of = set(re.findall(r"[`/]([a-z_]+\.(?:py|toml))`", "".join(PAGES.values())))
    assert files - told_of == {"__init__.py"}
