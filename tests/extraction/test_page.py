"""What docs/extraction.md says is found in its examples is found."""

import re

import pytest

from house.environment import ROOT
from tests.extraction.tables import table, told

PAGE = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
EXAMPLES = "\n".join(re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL))


@pytest.mark.parametrize(("text", "claims"), table(EXAMPLES))
def test_an_example_of_the_page_is_read_as_told(text: str, claims: list[str]) -> None:
    assert told(text) == claims


def test_every_file_of_the_engine_is_told_of() -> None:
    engine = ROOT / "claims" / "extraction"
    files = {one.name for one in engine.rglob("*") if one.suffix in {".py", ".toml"}}
    assert "reading.py" in files
    told_of = set(re.findall(r"[`/]([a-z_]+\.(?:py|toml))`", PAGE))
    assert files - told_of == {"__init__.py"}
