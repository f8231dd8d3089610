"""The benchmark measures what it says."""

import json

import pytest
from django.core.management import call_command

from claims.management.bait import BAITS
from claims.management.commands import benchmark


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(benchmark, "LARGE", 20_000)
    monkeypatch.setattr(benchmark, "ARTICLES", 2)
    monkeypatch.setattr(benchmark, "HOSTILE_SMALL", 200)
    monkeypatch.setattr(benchmark, "HOSTILE_LARGE", 400)


def test_articles_are_made_of_the_demo_in_any_size():
    paragraphs = benchmark.demo_paragraphs()
    texts = [benchmark.article(paragraphs, start, 3_000) for start in range(4)]
    assert {len(text) for text in texts} == {3_000}
    assert len(set(texts)) == 4
    assert len(benchmark.article(paragraphs, 1, 500_000)) == 500_000
    assert {len(text.encode()) for text in benchmark.articles(paragraphs)} <= {2_999, 3_000}


def test_programs_get_the_figures(capsys):
    call_command("benchmark", "extract", "--json", "--rounds", "1")
    told = json.loads(capsys.readouterr().out)
    assert told["articles_per_second"] > 0
    assert told["characters_per_second"] > 0
    assert told["growth"]["ratio"] > 0


def test_people_get_a_line_for_each_figure_and_hostile_shape(capsys):
    call_command("benchmark", "extract", "--hostile", "--rounds", "1")
    out = capsys.readouterr().out
    assert "articles/s of 3,000 bytes" in out
    assert "times per character from 5,000 to 20,000 characters" in out
    assert all(name in out for name in BAITS)


@pytest.mark.parametrize("name", BAITS)
def test_a_bait_is_as_long_as_it_is_asked_to_be(name):
    assert [len(BAITS[name].text(size)) for size in (10, 1_000)] == [10, 1_000]
