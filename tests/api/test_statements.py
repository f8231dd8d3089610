"""Statements are listed and read, with what each person may see of them."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.models import Statement
from claims.review import workflow
from tests.api.desk import Tool, a_case, a_finding, etag, worth_corroborating
from tests.api.test_access import assert_problem
from tests.api.test_reading import links_in

pytestmark = pytest.mark.django_db


def numbers(tool: Tool, **query: Any) -> list[int]:
    return [one["id"] for one in tool.get("statements/", **query).json()["results"]]


def a_statement(**more: Any) -> Statement:
    """A row that only a list looks at."""
    row = Statement(**{"language": "ar", **more})
    row.follow()
    row.save()
    return row


class TestList:
    def test_the_most_urgent_comes_first_in_pages(self) -> None:
        tool = Tool("viewer")
        rows = [a_statement(rank=rank) for rank in (30, 10, 20, 10)]
        wanted = [rows[1].pk, rows[3].pk, rows[2].pk, rows[0].pk]
        first = tool.get("statements/", size=3).json()
        second = tool.get(first["next"]).json()
        assert [one["id"] for one in first["results"] + second["results"]] == wanted
        assert tool.get(second["previous"]).json()["results"] == first["results"]
        assert second["next"] is None

    def test_each_has_the_words_of_its_first_claim(self) -> None:
        case = a_case()
        [told] = Tool("viewer").get("statements/").json()["results"]
        assert told["first_claim"] == {"id": case.claims[0].pk, "quote": case.claims[0].quote}
        assert (told["report_count"], told["status"], told["needs"]) == (
            2,
            "unassessed",
            "reviewer",
        )

    def test_a_page_costs_the_same_however_long_it_is(
        self, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        tool = Tool("viewer")
        for _ in range(12):
            a_case()
        with django_assert_max_num_queries(9):
            assert len(numbers(tool)) == 12

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"needs": "second"}, "b"),
            ({"needs": ["second", "nobody"]}, "bc"),
            ({"work": "settled"}, "cd"),
            ({"status": ["contested", "confirmed"]}, "cd"),
            ({"language": "en"}, "d"),
            ({"stale": "true"}, "d"),
            ({"stale": "false"}, "abc"),
            ({"contradicted": "true"}, "a"),
            ({"contradicted": "false", "work": "settled"}, "cd"),
            ({"priority": ["4", "1"]}, "bd"),
            ({"assignee": "omar"}, "b"),
            ({"held": "true"}, "a"),
            ({"held": "false"}, "bcd"),
            ({"mine": "true"}, "bd"),
            ({"mine": "false"}, "ac"),
            ({}, "abcd"),
        ],
    )
    def test_filters(self, query: dict[str, Any], found: str) -> None:
        tool, lina = Tool("lead", username="omar"), Tool("reviewer")
        now = timezone.now()
        soon, gone = now + timedelta(minutes=9), now - timedelta(minutes=9)
        rows = {
            "a": a_statement(rank=1, open_contradictions=1, held_by=lina.person, held_until=soon),
            "b": a_statement(rank=2, work="second_review", priority=4, assignee=tool.person),
            "c": a_statement(
                rank=3,
                work="settled",
                corroboration="confirmed",
                # Their time is over: nobody has it in hand.
                held_by=tool.person,
                held_until=gone,
            ),
            "d": a_statement(
                rank=4,
                work="settled",
                corroboration="contested",
                language="en",
                stale_since=now,
                priority=1,
                assignee=tool.person,
            ),
        }
        if query == {"assignee": "omar"}:
            Statement.objects.filter(pk=rows["d"].pk).update(assignee=lina.person)
        names = {row.pk: name for name, row in rows.items()}
        assert "".join(names[pk] for pk in numbers(tool, **query)) == found

    def test_the_statement_of_a_claim_is_found(self) -> None:
        case = a_case()
        a_case()
        assert numbers(Tool("viewer"), claim=case.claims[1].pk) == [case.statement.pk]

    @pytest.mark.parametrize(
        "query",
        [{"needs": "x"}, {"stale": "yes"}, {"priority": "9"}, {"statuss": "x"}, {"size": 0}],
    )
    def test_what_cannot_be_asked_is_refused(self, query: dict[str, Any]) -> None:
        assert_problem(Tool("viewer").get("statements/", **query), 400, "invalid_query")

    def test_whose_time_is_over_has_nothing_in_hand(self) -> None:
        tool = Tool("reviewer")
        ago = timezone.now() - timedelta(seconds=1)
        a_statement(held_by=tool.person, held_until=ago)
        [told] = tool.get("statements/").json()["results"]
        assert (told["held_by"], told["held_until"]) == (None, None)


class TestOne:
    def test_it_is_tagged_by_its_version_and_sent_whole(self) -> None:
        tool = Tool("viewer")
        case = a_case()
        response = tool.get(case.at)
        assert response["ETag"] == etag(case.statement) == f'"{case.statement.pk}-1"'
        again = tool.client.get(f"/api/v1/{case.at}", headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 200  # a comment leaves the version as it is

    def test_it_tells_the_origins_and_how_they_count(self) -> None:
        lead = Tool("lead")
        case = worth_corroborating(lead.person)
        told = lead.statement(case.statement)
        weighed = told["independence"]
        assert weighed["told"] == {
            "reports": 2,
            "supporting": 2,
            "archived": 2,
            "origins": 2,
            "independent": 2,
        }
        assert [one["source"]["id"] for one in weighed["origins"]] == case.origins
        assert weighed["pairs"] == [
            {
                "one": case.origins[0],
                "other": case.origins[1],
                "relation": "independent",
                "because": "judged",
            }
        ]
        assert [one["origin"] for one in told["reports"]] == case.origins
        assert all(one["archived"] for one in told["reports"])
        assert [one["claim"]["id"] for one in told["reports"]] == [c.pk for c in case.claims]
        chains = [one["claim"]["attribution"] for one in told["reports"]]
        assert [[link["id"] for link in chain] for chain in chains] == [
            [link.pk] for link in case.links
        ]
        assert told["suggested_digit"] == 6

    def test_it_offers_what_the_table_says_to_whoever_asks(self) -> None:
        viewer, lead = Tool("viewer"), Tool("lead")
        row = a_case().statement
        told = viewer.statement(row)
        assert told["turn"] == {"place": None, "why": "Your role reads; reviewers decide."}
        assert lead.statement(row)["turn"] == {"place": 1, "why": None}
        offers = {offer["verdict"]: offer for offer in told["offers"]}
        assert offers["corroborated"]["signatures"] == 2
        assert offers["corroborated"]["missing"] == [
            "Independent origins are missing: there is 1 of 2.",
            "2 reports have not been archived.",
        ]
        assert offers["single_origin"]["missing"] == []
        assert "unassessed" not in offers

    def test_an_open_contradiction_says_whether_it_counts(self) -> None:
        lead = Tool("lead")
        row, other = a_case().statement, a_case("قال ناطق إن الجسر مفتوح.").statement
        given = {"other": other.pk, "kind": "denial"}
        lead.post(f"statements/{row.pk}/contradictions/", given, on=row)
        [told] = lead.statement(row)["contradictions"]
        assert told["statements"] == sorted([row.pk, other.pk])
        assert told["independent"] is False  # nobody knows how those origins stand to each other
        assert lead.statement(other)["contradictions"] == [told]

    def test_every_link_leads_somewhere(self) -> None:
        lead = Tool("lead")
        case = worth_corroborating(lead.person)
        lead.post(f"{case.at}comments/", {"text": "x"}, on=case.statement)
        leads = set(links_in(lead.statement(case.statement)))
        acts = {link for link in leads if link.rstrip("/").endswith(("withdraw", "judge"))}
        assert len(acts) == 4
        for link in leads - acts:
            assert lead.get(link).status_code == 200, link
        for link in acts:
            assert lead.get(link).status_code == 405, link

    def test_what_is_not_there_is_a_problem(self) -> None:
        for path in ("statements/99/", "statements/99/history/"):
            assert_problem(Tool("viewer").get(path), 404, "not_found")

    def test_it_costs_the_same_however_many_reports_it_has(
        self, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        tool = Tool("viewer")
        case = a_case()
        for _ in range(4):
            more = a_case()
            for claim in more.claims:
                claim.statement = case.statement
                claim.save()
        with django_assert_max_num_queries(50):
            assert len(tool.statement(case.statement)["reports"]) == 10


class TestHistory:
    def test_it_comes_newest_first_in_pages(self) -> None:
        tool = Tool("lead")
        row = a_case().statement
        for n in range(5):
            tool.post(f"statements/{row.pk}/comments/", {"text": f"{n}"}, on=row)
        first = tool.get(f"statements/{row.pk}/history/", size=3).json()
        second = tool.get(first["next"]).json()
        told = first["results"] + second["results"]
        assert [one["after"]["text"] for one in told] == ["4", "3", "2", "1", "0"]
        assert told[0]["actor"] == {
            "id": tool.person.pk,
            "username": tool.person.username,
        }
        assert told[0]["subject"]["type"] == "comment"

    def test_a_cursor_of_another_list_is_refused(self) -> None:
        tool = Tool("lead")
        row = a_case().statement
        a_case()
        cursor = tool.get("statements/", size=1).json()["next"].split("after=")[1]
        refused = tool.get(f"statements/{row.pk}/history/", after=cursor)
        assert_problem(refused, 400, "invalid_query")


def test_the_second_reviewer_finds_blind() -> None:
    first, second, lead = Tool("reviewer"), Tool("second_reviewer"), Tool("lead")
    case = worth_corroborating(first.person)
    words = "These are the first one's words."
    first.post(f"{case.at}findings/", a_finding(reason=words), on=case.statement)
    for tool in (second, lead, Tool("administrator"), Tool("viewer")):
        whole = tool.get(case.at).content.decode()
        history = tool.get(f"{case.at}history/").content.decode()
        listed = tool.get("statements/").content.decode()
        taken = tool.get(f"{case.at}history/", size=1).content.decode()
        assert words not in whole + history + listed + taken
        assert "finding.given" not in history
    assert words in first.get(case.at).content.decode()
    assert words in first.get(f"{case.at}history/").content.decode()
    # Handing it out or taking it tells no more than reading it.
    handed = second.post("queue/next/")
    assert handed.json()["id"] == case.statement.pk
    assert words not in handed.content.decode()
    second.post(f"{case.at}findings/", a_finding("single_origin"), on=case.statement)
    assert words in second.get(case.at).content.decode()
    [open_round] = lead.statement(case.statement)["rounds"]
    assert [one["verdict"] for one in open_round["findings"]] == ["corroborated", "single_origin"]


class TestWorkflow:
    def test_it_is_the_table_that_the_desk_decides_by(self, reader: Client) -> None:
        told = reader.get("/api/v1/workflow/").json()
        assert [
            (one["after"], one["signatures"], one["one_confirms"]) for one in told["rules"]
        ] == [(rule.after, rule.signatures, rule.one_confirms) for rule in workflow.RULES]
        for one, rule in zip(told["rules"], workflow.RULES, strict=True):
            assert set(one["before"]) == rule.before
            assert [need["key"] for need in one["requires"]] == [n.key for n in rule.requires]
            assert all(need["told"] for need in one["requires"])
        assert [step["step"] for step in told["steps"]] == list(workflow.WORK_STEPS)
        assert [one["key"] for one in told["statuses"]] == Statement.Corroboration.values
        assert told["verdicts"][-1]["key"] == "no_claim"

    def test_it_speaks_english_to_a_browser_that_prefers_arabic(
        self, person: Callable[[str], Client]
    ) -> None:
        response = person("viewer").get("/api/v1/workflow/", headers={"Accept-Language": "ar"})
        assert response.json()["statuses"][0] == {"key": "unassessed", "label": "Not assessed"}


@pytest.mark.parametrize("path", ["statements/", "statements/1/", "statements/1/history/"])
def test_a_program_does_not_see_the_desk(reader: Client, path: str) -> None:
    a_case()
    told = assert_problem(reader.get(f"/api/v1/{path}"), 403, "permission_denied")
    assert "token of your own" in told["detail"]


def test_the_root_leads_people_to_the_desk(reader: Client) -> None:
    assert "statements" not in reader.get("/api/v1/").json()
    tool = Tool("viewer")
    for address in tool.get("").json().values():
        assert tool.get(address).status_code == 200, address


def test_a_person_who_is_signed_in_sees_the_same(person: Callable[[str], Client]) -> None:
    case = a_case()
    browser = json.loads(person("viewer").get(f"/api/v1/{case.at}").content)
    assert browser == Tool("viewer").statement(case.statement)
