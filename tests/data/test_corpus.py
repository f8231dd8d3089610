"""The corpus keeps its own rules: every span slices back, every link names an entity."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(CORPUS.glob("*/*.jsonl"))
ARTICLES = [json.loads(line) for f in FILES for line in f.read_text("utf-8").splitlines()]
KINDS = {"direct", "mixed", "indirect", "narration", "no_comment"}
MODALITIES = {"asserted", "future", "hedged", "denied", "desired", "declined"}
each_article = pytest.mark.parametrize("article", ARTICLES, ids=[a["id"] for a in ARTICLES])


def spans(article: dict[str, Any]) -> list[list[int]]:
    """Every span of an article's annotation."""
    found = [mention for mentions in article["entities"].values() for mention in mentions]
    for claim in article["claims"]:
        single = (claim[key] for key in ("content", "cue", "source", "source_ref"))
        found += [span for span in single if span]
        found += claim["chain"] + claim.get("content_alts", []) + claim.get("cue_alts", [])
    return found


def test_every_article_has_an_id_of_its_own() -> None:
    ids = [article["id"] for article in ARTICLES]
    assert ids
    assert len(ids) == len(set(ids))


@each_article
def test_spans_hold_whole_words_and_no_space_at_their_edges(article: dict[str, Any]) -> None:
    for start, end in spans(article):
        quote = article["text"][start:end]
        assert 0 <= start < end <= len(article["text"])
        assert quote == quote.strip(" .،,:\n")
        assert not article["text"][end : end + 1].isalnum(), quote


@each_article
def test_sources_and_chains_name_the_entities(article: dict[str, Any]) -> None:
    first = {key: mentions[0] for key, mentions in article["entities"].items()}
    for claim in article["claims"]:
        entity = claim["entity"]
        assert claim["source_ref"] == (first[entity] if entity else None)
        assert claim["chain"] == [first[key] for key in claim["chain_entities"]]
        assert (claim["chain_entities"] or [None])[-1] == entity
        if claim["source"]:
            assert claim["source"] in article["entities"][entity]


@each_article
def test_kind_and_modality_are_of_the_vocabulary(article: dict[str, Any]) -> None:
    for claim in article["claims"]:
        assert claim["kind"] in KINDS
        assert claim["modality"] in MODALITIES
        assert (claim["kind"] == "no_comment") == (claim["modality"] == "declined")


@each_article
def test_required_claims_do_not_overlap(article: dict[str, Any]) -> None:
    required = sorted(c["content"] for c in article["claims"] if not c.get("optional"))
    for (_, end), (start, _) in pairwise(required):
        assert end <= start


def test_the_readme_gives_the_counts_of_today() -> None:
    command = [sys.executable, str(CORPUS / "count.py"), *map(str, FILES)]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert table in (CORPUS / "README.md").read_text("utf-8")
