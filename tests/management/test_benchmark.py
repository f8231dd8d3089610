"""The benchmark measures what it says."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.api import queries
from claims.management.bait import BAITS
from claims.management.commands import benchmark
from claims.web import listing
from tests.web.list_data import many_claims
from tests.web.people import signed_in


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


# ── Decisions ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.django_db(transaction=True)
def test_decisions_are_measured_beside_pgbench_in_a_database_that_is_gone_afterwards(capsys):
    if connection.vendor != "postgresql":
        with pytest.raises(CommandError, match="measured on PostgreSQL"):
            call_command("benchmark", "decisions")
        return
    name = connection.settings_dict["NAME"]
    call_command("benchmark", "decisions", "--json", "--rounds", "1", "--decisions", "16")
    told = json.loads(capsys.readouterr().out)
    assert [one["writers"] for one in told] == [1, 8]
    assert all(one["service"] > 0 and one["pgbench"] > 0 for one in told)
    assert connection.settings_dict["NAME"] == name
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [f"{name}_benchmark"])
        assert cursor.fetchone() is None


@pytest.mark.django_db(transaction=True)
def test_people_get_a_line_for_each_number_of_writers(capsys, monkeypatch):
    pace = benchmark.deciding.Pace(8, 60.04, 110.0)
    monkeypatch.setattr(benchmark.deciding, "paces", lambda decisions, rounds: [pace])
    call_command("benchmark", "decisions")
    assert "60.0 by 8 writers; pgbench with the same words 110.0: 0.55" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_lists_are_measured_at_each_depth_in_databases_that_are_gone_afterwards(
    capsys, monkeypatch
):
    if connection.vendor != "postgresql":
        with pytest.raises(CommandError, match="measured on PostgreSQL"):
            call_command("benchmark", "lists")
        return
    some = benchmark.paging._lists()[::4]  # of pages and of the API
    monkeypatch.setattr(benchmark.paging, "_lists", lambda: some)
    call_command("benchmark", "lists", "--claims", "10000", "--requests", "20", "--json")
    told = json.loads(capsys.readouterr().out)
    assert len(told) == 3 * len(some) == 9
    assert {one["depth"] for one in told} == {"first page", "middle", "near the end"}
    assert all(one["small"] > 0 and one["large"] > 0 for one in told)


@pytest.mark.django_db
def test_every_page_that_is_measured_is_full() -> None:
    """A last page with fewer rows would pass for a quicker list."""
    assert benchmark.paging.ROWS_A_PAGE == listing.ROWS == queries.PAGE
    many_claims(130)
    client = signed_in("lead")
    [claims] = [one for one in benchmark.paging._lists() if one.name == "claims"]
    shown = [
        client.get(address).content.decode().count("data-row")
        for _, address in benchmark.paging._depths(claims)
    ]
    assert shown == [50, 50, 50]
