"""Several people at one statement: one is first, and nobody's words are lost without a word."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection
from django.http import HttpResponse

from claims.models import Decision, Finding, Statement
from tests.api.desk import Tool, a_case, a_finding, etag

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*asked: Callable[[], HttpResponse]) -> list[HttpResponse]:
    together = threading.Barrier(len(asked))

    def one(ask: Callable[[], HttpResponse]) -> HttpResponse:
        together.wait()
        try:
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(asked)) as pool:
        return list(pool.map(one, asked))


def test_of_two_who_decide_at_once_one_is_told_what_the_other_did() -> None:
    tools = [Tool("reviewer"), Tool("reviewer")]
    for _ in range(6):
        row = a_case().statement
        path, tag, given = f"statements/{row.pk}/findings/", etag(row), a_finding("single_origin")
        told = at_once(*(partial(tool.post, path, given, tag=tag) for tool in tools))
        assert sorted(one.status_code for one in told) == [200, 412]
        [late] = [one.json() for one in told if one.status_code == 412]
        assert [one["action"] for one in late["changes"]] == ["statement.decided", "finding.given"]
    assert Finding.objects.count() == Decision.objects.count() == 6


def test_no_two_are_handed_the_same_at_once() -> None:
    rows = {a_case().statement.pk for _ in range(4)}
    tools = [Tool("lead") for _ in rows]
    told = at_once(*(partial(tool.post, "queue/next/") for tool in tools))
    assert {one.json()["id"] for one in told} == rows
    assert Statement.objects.exclude(held_by=None).values("held_by").distinct().count() == 4
