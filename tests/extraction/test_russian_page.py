"""What docs/extraction-ru.md says is found in its examples is found, and every file is told of."""

import re

import pytest

from house.environment import ROOT
from tests.extraction.tables import table, told

PAGE = (ROOT / "docs" / "extraction-ru.md").read_text(encoding="utf-8")
EXAMPLES = "\n".join(re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL))


@pytest.mark.parametrize(("text", "claims"), table(EXAMPLES))
def test_an_example_of_the_russian_page_is_read_as_told(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


def test_every_file_of_the_russian_pack_is_told_of() -> None:
    pack = ROOT / "claims" / "extraction" / "languages" / "ru"
    files = {one.name for one in pack.iterdir() if one.suffix in {".py", ".toml"}}
    told_of = set(re.findall(r"[`/]([a-z_]+\.(?:py|toml))`", PAGE))
    assert files - told_of == {"__init__.py"}
