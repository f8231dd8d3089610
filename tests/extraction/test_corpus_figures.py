"""The engine reads the corpus as well as when its figures were last written down.

`python manage.py evaluate tests/data/corpus/*/*.jsonl --format json` writes them.
"""

import json
from pathlib import Path

import pytest

from claims.evaluation import evaluate, read
from claims.evaluation.comparison import compare
from claims.evaluation.comparison import read as read_kept

CORPUS = Path(__file__).parent.parent / "data" / "corpus"
FILES = sorted(CORPUS.glob("*/*.jsonl"))
KEPT = json.loads((CORPUS / "figures.json").read_text("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_claims_are_found_as_well_as_before(path: Path) -> None:
    articles = read(path.read_text("utf-8").split("\n"), path.name)
    comparison = compare(evaluate(articles), read_kept(KEPT))
    assert not comparison.new, "write the figures down (see above)"
    assert not comparison.annotated_otherwise, "write the figures down (see above)"
    assert not comparison.is_loss, f"lost: {comparison.lost()}, gained: {comparison.gained()}"


def test_the_figures_are_of_the_articles_that_are_there() -> None:
    articles = [one for path in FILES for one in read(path.read_text("utf-8").split("\n"), "")]
    assert {one.id for one in articles} == set(KEPT["articles"])
