"""Every write at the desk: done, refused, and never on what has changed since it was read."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from claims.models import (
    Attempt,
    Comment,
    Contradiction,
    Correction,
    Decision,
    Evidence,
    Finding,
    LinkJudgement,
    OriginJudgement,
    RecordEntry,
    Regrouping,
    Statement,
)
from claims.review import findings, grounds, grouping, lifecycle, queue, relations
from tests.api.desk import Tool, a_case, a_finding, archived, etag, worth_corroborating
from tests.api.test_access import assert_problem

pytestmark = pytest.mark.django_db


@dataclass
class Act:
    """One write that would succeed: on which statement, where, and with what."""

    statement: Statement
    path: str
    given: dict[str, Any]
    status: int = 200


def settled(by: Tool) -> Statement:
    """Decided by one person alone."""
    case = a_case()
    findings.find(
        statement_id=case.statement.pk, by=by.person, verdict="single_origin", reason="One origin."
    )
    return case.statement


def published(by: Tool) -> Statement:
    row = settled(Tool("reviewer"))
    lifecycle.publish(statement_id=row.pk, by=by.person)
    return row


def waiting_for_second(by: Tool) -> Statement:
    case = worth_corroborating(by.person)
    findings.find(statement_id=case.statement.pk, by=by.person, **a_finding())
    return case.statement


def taken(by: Tool) -> Statement:
    return queue.take(statement_id=a_case().statement.pk, by=by.person)


def on(row: Statement, rest: str, given: dict[str, Any] | None = None, status: int = 200) -> Act:
    return Act(row, f"statements/{row.pk}/{rest}/", given or {}, status)


WHY = {"reason": "It says the same in other words."}


def _undo_decision(by: Tool) -> Act:
    row = settled(by)
    return Act(row, f"decisions/{Decision.objects.get().pk}/undo/", {})


def _undo_regrouping(by: Tool) -> Act:
    one, other = a_case().statement, a_case("قال ناطق إن الجسر مغلق.").statement
    moved = grouping.merge(statement_id=other.pk, into_id=one.pk, by=by.person, **WHY)
    return Act(one, f"regroupings/{moved.pk}/undo/", WHY)


def _close(by: Tool) -> Act:
    one, other = a_case().statement, a_case("قال ناطق إن الجسر مفتوح.").statement
    made = relations.contradict(statement_id=one.pk, other_id=other.pk, by=by.person, kind="denial")
    return Act(other, f"contradictions/{made.pk}/close/", WHY)


def _withdraw(by: Tool) -> Act:
    row = a_case().statement
    return Act(row, f"evidence/{archived(row, by.person).pk}/withdraw/", WHY)


def _judge_link(by: Tool) -> Act:
    case = a_case()
    given = {"status": "denied", "reason": "It said so on its own page."}
    return Act(case.statement, f"links/{case.links[0].pk}/judge/", given, 201)


def _judge_origins(by: Tool) -> Act:
    case = a_case()
    one, other = case.origins
    given = {"one": one, "other": other, "verdict": "dependent", **WHY}
    return on(case.statement, "origins", given, 201)


def _merge(by: Tool) -> Act:
    given = {"other": a_case("قال ناطق إن الجسر مغلق.").statement.pk, **WHY}
    return on(a_case().statement, "merge", given, 201)


def _split(by: Tool) -> Act:
    case = a_case()
    return on(case.statement, "split", {"claims": [case.claims[1].pk], **WHY}, 201)


def _contradict(by: Tool) -> Act:
    other = a_case("قال ناطق إن الجسر مفتوح.").statement
    return on(a_case().statement, "contradictions", {"other": other.pk, "kind": "denial"}, 201)


ACTS: dict[str, tuple[str, Callable[[Tool], Act]]] = {
    "take": ("reviewer", lambda by: on(a_case().statement, "take")),
    "give_back": ("reviewer", lambda by: on(taken(by), "give-back", {"put_off": True})),
    "assign": ("lead", lambda by: on(a_case().statement, "assign", {"priority": 4})),
    "findings": ("reviewer", lambda by: on(a_case().statement, "findings",
                                           a_finding("single_origin"))),
    "take_back": ("reviewer", lambda by: on(waiting_for_second(by), "take-back")),
    "reopen": ("editor", lambda by: on(settled(Tool("reviewer")), "reopen", WHY)),
    "publish": ("editor", lambda by: on(settled(Tool("reviewer")), "publish")),
    "corrections": ("editor", lambda by: on(published(by), "corrections",
                                            {"text": "We were wrong."}, 201)),
    "merge": ("reviewer", _merge),
    "split": ("reviewer", _split),
    "contradict": ("reviewer", _contradict),
    "judge_origins": ("reviewer", _judge_origins),
    "add_evidence": ("reviewer", lambda by: on(a_case().statement, "evidence", {
        "kind": "note", "stance": "context", "note": "The bridge has two names."}, 201)),
    "attempts": ("reviewer", lambda by: on(a_case().statement, "attempts", {
        "looked_for": "the decree", "looked_in": "the gazette", "found": False}, 201)),
    "comments": ("editor", lambda by: on(a_case().statement, "comments",
                                         {"text": "Who was there?"}, 201)),
    "undo_decision": ("reviewer", _undo_decision),
    "undo_regrouping": ("reviewer", _undo_regrouping),
    "close_contradiction": ("reviewer", _close),
    "withdraw_evidence": ("reviewer", _withdraw),
    "judge_link": ("reviewer", _judge_link),
}  # fmt: skip
every_act = pytest.mark.parametrize("name", ACTS)


def prepared(name: str) -> tuple[Tool, Act]:
    role, build = ACTS[name]
    tool = Tool(role)
    return tool, build(tool)


def entries() -> int:
    return RecordEntry.objects.count()


@every_act
def test_it_is_done_on_what_was_read_and_tells_the_new_version(name: str) -> None:
    tool, act = prepared(name)
    response = tool.post(act.path, act.given, on=act.statement)
    assert response.status_code == act.status, response.content
    assert response["ETag"] == etag(act.statement)


@every_act
def test_without_a_version_it_is_not_done(name: str) -> None:
    tool, act = prepared(name)
    before = entries()
    told = assert_problem(tool.post(act.path, act.given), 428, "precondition_required")
    assert "If-Match" in told["detail"]
    assert entries() == before


@every_act
def test_on_another_version_it_is_not_done(name: str) -> None:
    tool, act = prepared(name)
    stale = etag(act.statement)
    act.statement.refresh_from_db()
    Statement.objects.filter(pk=act.statement.pk).update(version=act.statement.version + 1)
    before = entries()
    response = tool.post(act.path, act.given, tag=stale)
    told = assert_problem(response, 412, "version_conflict")
    assert told["version"] == act.statement.version + 1
    assert response["ETag"] == etag(act.statement)
    assert entries() == before


@every_act
def test_a_tag_that_does_not_say_what_was_seen_is_refused(name: str) -> None:
    tool, act = prepared(name)
    before, seen = entries(), etag(act.statement)
    for tag in ("*", f"W/{seen}", f"{seen},{seen}", seen.strip('"'), '"'):
        response = tool.post(act.path, act.given, tag=tag)
        assert "12-3" in assert_problem(response, 400, "invalid_if_match")["detail"]
    assert entries() == before


@every_act
def test_a_field_that_does_not_exist_is_refused(name: str) -> None:
    tool, act = prepared(name)
    response = tool.post(act.path, {**act.given, "resaon": "x"}, on=act.statement)
    [error] = assert_problem(response, 422, "invalid_body")["errors"]
    assert (error["pointer"], error["code"]) == ("/resaon", "unknown_field")


@every_act
def test_a_field_of_another_kind_is_refused(name: str) -> None:
    tool, act = prepared(name)
    for field in act.given:
        response = tool.post(act.path, {**act.given, field: {"a": 1}}, on=act.statement)
        errors = assert_problem(response, 422, "invalid_body")["errors"]
        assert {error["pointer"] for error in errors} == {f"/{field}"}


@every_act
def test_those_who_only_read_do_not_do_it(name: str) -> None:
    _tool, act = prepared(name)
    for reader in (Tool("viewer"), Tool("")):
        response = reader.post(act.path, act.given, on=act.statement)
        assert_problem(response, 403, "permission_denied")


@every_act
def test_a_program_does_not_do_it(name: str, poster: Client) -> None:
    _tool, act = prepared(name)
    response = poster.post(
        f"/api/v1/{act.path}",
        act.given,
        content_type="application/json",
        headers={"If-Match": etag(act.statement)},
    )
    assert "for people" in assert_problem(response, 403, "permission_denied")["detail"]


@every_act
def test_on_what_is_not_there_it_is_not_found(name: str) -> None:
    tool, act = prepared(name)
    room, _number, rest = act.path.split("/", 2)
    response = tool.post(f"{room}/999999/{rest}", act.given, tag='"999999-1"')
    assert_problem(response, 404, "not_found")


# The problem names each thing that is missing.
REFUSED: dict[str, tuple[str, Callable[[Tool], Act], list[str]]] = {
    "take": ("reviewer", lambda by: on(waiting_for_second(Tool("lead")), "take"),
             ["It waits for a second reviewer; your role gives first findings."]),
    "assign": ("reviewer", lambda by: on(a_case().statement, "assign",
                                         {"assignee": Tool("lead").person.username}),
               ["A lead assigns work to others."]),
    "findings": ("reviewer", lambda by: on(a_case().statement, "findings",
                                           {"verdict": "corroborated", "reason": " "}),
                 ["Independent origins are missing: there is 1 of 2.",
                  "2 reports have not been archived.", "Say why."]),
    "take_back": ("lead", lambda by: on(waiting_for_second(Tool("reviewer")), "take-back"),
                  ["There is no finding of yours that still waits for a second one."]),
    "reopen": ("reviewer", lambda by: on(a_case().statement, "reopen", WHY),
               ["It is open already."]),
    "publish": ("editor", lambda by: on(a_case().statement, "publish"),
                ["Only what is settled can be published."]),
    "corrections": ("editor", lambda by: on(a_case().statement, "corrections", {"text": "x"}),
                    ["It was never published; there is nothing to correct."]),
    "split": ("reviewer", lambda by: on(a_case().statement, "split", {"claims": [], **WHY}),
              ["Choose claims of this statement."]),
    "judge_origins": ("reviewer", lambda by: on(a_case().statement, "origins", {
        "one": 1, "other": 1, "verdict": "independent", **WHY}),
        ["Choose two origins of this statement, or of one that contradicts it."]),
    "add_evidence": ("reviewer", lambda by: on(a_case().statement, "evidence",
                                               {"kind": "page", "stance": "supports"}),
                     ["Give the address of the page."]),
    "attempts": ("reviewer", lambda by: on(a_case().statement, "attempts", {
        "looked_for": "", "looked_in": "", "found": False}),
        ["Say what was looked for.", "Say where it was looked for."]),
    "comments": ("editor", lambda by: on(a_case().statement, "comments", {"text": "@nobody-here"}),
                 ["Nobody here is called @nobody-here; mind capital letters."]),
    "undo_decision": ("lead", lambda by: _undo_decision(Tool("reviewer")),
                      ["Whoever decided may take it back; you may open it again."]),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_rules_refuse_is_told_thing_by_thing(name: str) -> None:
    role, build, missing = REFUSED[name]
    tool = Tool(role)
    act = build(tool)
    before, version = entries(), etag(act.statement)
    response = tool.post(act.path, act.given, on=act.statement)
    told = assert_problem(response, 409, "review_refused")
    assert told["missing"] == missing
    assert told["detail"] == " ".join(missing)
    assert (entries(), etag(act.statement)) == (before, version)


@pytest.mark.parametrize("name", ["merge", "contradict", "undo_regrouping", "close_contradiction"])
def test_nothing_is_done_twice(name: str) -> None:
    tool, act = prepared(name)
    assert tool.post(act.path, act.given, on=act.statement).status_code == act.status
    again = tool.post(act.path, act.given, on=act.statement)
    assert_problem(again, 409, "review_refused")


def test_what_was_merged_away_says_where_to_go_on() -> None:
    tool, act = prepared("merge")
    assert tool.post(act.path, act.given, on=act.statement).status_code == 201
    gone = Statement.objects.get(pk=act.given["other"])
    refused = tool.post(f"statements/{gone.pk}/comments/", {"text": "x"}, on=gone)
    [sentence] = assert_problem(refused, 409, "review_refused")["missing"]
    assert f"statement {act.statement.pk}" in sentence
    told = tool.statement(gone)
    assert told["links"]["merged_into"].endswith(f"/statements/{act.statement.pk}/")
    assert tool.get(told["links"]["merged_into"]).status_code == 200


class TestNext:
    def test_the_most_urgent_is_handed_out_and_held(self) -> None:
        tool = Tool("reviewer")
        a_case()
        urgent = a_case().statement
        Statement.objects.filter(pk=urgent.pk).update(rank=-1)
        response = tool.post("queue/next/")
        told = response.json()
        assert (response.status_code, told["id"], told["work"]) == (200, urgent.pk, "in_review")
        assert told["held_by"]["username"] == tool.person.username
        assert response["ETag"] == etag(urgent)

    def test_nothing_is_left(self) -> None:
        response = Tool("reviewer").post("queue/next/")
        assert (response.status_code, response.content) == (204, b"")

    def test_no_two_are_handed_the_same(self) -> None:
        a_case(), a_case()
        handed = [Tool("reviewer").post("queue/next/") for _ in range(3)]
        assert [one.status_code for one in handed] == [200, 200, 204]
        assert handed[0].json()["id"] != handed[1].json()["id"]

    def test_those_who_only_read_are_handed_nothing(self, poster: Client) -> None:
        a_case()
        assert_problem(Tool("editor").post("queue/next/"), 403, "permission_denied")
        assert_problem(poster.post("/api/v1/queue/next/"), 403, "permission_denied")
        assert not Statement.objects.exclude(held_by=None).exists()

    def test_it_takes_no_wishes(self) -> None:
        refused = Tool("reviewer").post("queue/next/", {"language": "ar"})
        assert_problem(refused, 422, "invalid_body")


class TestFindings:
    def test_two_who_agree_decide(self) -> None:
        one, two = Tool("reviewer"), Tool("second_reviewer")
        case = worth_corroborating(one.person)
        rests = [row.pk for row in Evidence.objects.all()]
        first = one.post(f"{case.at}findings/", a_finding(evidence=rests), on=case.statement)
        assert (first.json()["work"], first.json()["status"]) == ("second_review", "unassessed")
        second = two.post(f"{case.at}findings/", a_finding(), on=case.statement).json()
        assert (second["work"], second["status"]) == ("settled", "corroborated")
        [decision] = second["decisions"]
        assert (decision["before"], decision["after"]) == ("unassessed", "corroborated")
        [ended] = second["rounds"]
        assert [(one["place"], one["evidence"]) for one in ended["findings"]] == [
            (1, rests),
            (2, []),
        ]

    def test_two_who_differ_go_to_a_third(self) -> None:
        one, two, lead = Tool("reviewer"), Tool("second_reviewer"), Tool("lead")
        case = worth_corroborating(one.person)
        path = f"{case.at}findings/"
        one.post(path, a_finding(), on=case.statement)
        told = two.post(path, a_finding("single_origin"), on=case.statement).json()
        assert told["work"] == "adjudication"
        offered = {offer["verdict"] for offer in lead.statement(case.statement)["offers"]}
        assert "no_claim" in offered
        last = lead.post(path, a_finding("no_claim"), on=case.statement).json()
        assert (last["work"], last["report_count"]) == ("settled", 0)

    def test_nobody_signs_twice(self) -> None:
        lead = Tool("lead")
        row = waiting_for_second(lead)
        refused = lead.post(f"statements/{row.pk}/findings/", a_finding(), on=row)
        told = assert_problem(refused, 409, "review_refused")
        assert told["missing"] == ["You have signed it already. Nobody signs twice."]
        assert Finding.objects.count() == 1

    @pytest.mark.parametrize("verdict", ["true", "", "CORROBORATED", 1, None])
    def test_a_verdict_that_does_not_exist(self, verdict: object) -> None:
        row = a_case().statement
        given = {"verdict": verdict, "reason": "x"}
        refused = Tool("reviewer").post(f"statements/{row.pk}/findings/", given, on=row)
        [error] = assert_problem(refused, 422, "invalid_body")["errors"]
        assert error["pointer"] == "/verdict"

    @pytest.mark.parametrize("ids", [["1"], [1.5], [True], [0], [-1], [2**70], "1", {}])
    def test_evidence_that_is_no_list_of_numbers(self, ids: object) -> None:
        row = a_case().statement
        refused = Tool("reviewer").post(
            f"statements/{row.pk}/findings/", a_finding(evidence=ids), on=row
        )
        errors = assert_problem(refused, 422, "invalid_body")["errors"]
        assert errors[0]["pointer"].startswith("/evidence")

    def test_evidence_of_another_statement_is_refused(self) -> None:
        tool = Tool("reviewer")
        row, other = a_case().statement, a_case().statement
        foreign = archived(other, tool.person)
        given = a_finding("single_origin", evidence=[foreign.pk])
        refused = tool.post(f"statements/{row.pk}/findings/", given, on=row)
        told = assert_problem(refused, 409, "review_refused")
        assert told["missing"] == ["Choose evidence of this very statement."]


class TestConflict:
    def test_it_tells_what_happened_since_and_no_more(self) -> None:
        one, two = Tool("reviewer"), Tool("reviewer")
        row = a_case().statement
        one.post(f"statements/{row.pk}/take/", on=row)
        read = two.get(f"statements/{row.pk}/")["ETag"]
        given = a_finding("single_origin")
        assert one.post(f"statements/{row.pk}/findings/", given, on=row).status_code == 200
        one.post(f"statements/{row.pk}/comments/", {"text": "Seen."}, on=row)
        late = two.post(f"statements/{row.pk}/findings/", given, tag=read)
        told = assert_problem(late, 412, "version_conflict")
        assert [entry["action"] for entry in told["changes"]] == [
            "comment.written",
            "statement.decided",
            "finding.given",
        ]
        assert told["changes"][1]["actor"]["username"] == one.person.username
        assert Finding.objects.count() == 1

    def test_it_does_not_tell_a_finding_that_is_to_stay_unseen(self) -> None:
        one, two = Tool("reviewer"), Tool("second_reviewer")
        case = worth_corroborating(one.person)
        read = two.get(case.at)["ETag"]
        one.post(f"{case.at}findings/", a_finding(reason="The first one's."), on=case.statement)
        late = two.post(f"{case.at}findings/", a_finding(), tag=read)
        assert_problem(late, 412, "version_conflict")
        assert "The first one" not in late.content.decode()

    def test_the_tag_of_another_statement_is_none_of_this_one(self) -> None:
        tool = Tool("reviewer")
        row, other = a_case().statement, a_case().statement
        refused = tool.post(f"statements/{row.pk}/take/", on=other)
        assert assert_problem(refused, 412, "version_conflict")["version"] == row.version

    @pytest.mark.parametrize("tag", ['"x"', '""', '"1-1-1"', f'"1-{"9" * 18}"', '"é"'])
    def test_a_tag_that_was_never_ours_does_not_match(self, tag: str) -> None:
        row = a_case().statement
        refused = Tool("reviewer").post(f"statements/{row.pk}/take/", tag=tag)
        assert_problem(refused, 412, "version_conflict")


class TestAssign:
    def test_what_is_left_out_stays_and_null_takes_away(self) -> None:
        lead, other = Tool("lead"), Tool("reviewer")
        row = a_case().statement
        path, name = f"statements/{row.pk}/assign/", other.person.username
        told = lead.post(path, {"assignee": name, "due": "2026-12-01"}, on=row).json()
        assert (told["assignee"]["username"], told["due"]) == (name, "2026-12-01")
        told = lead.post(path, {"priority": 4}, on=row).json()
        assert (told["assignee"]["username"], told["due"]) == (name, "2026-12-01")
        assert told["priority"] == 4
        told = lead.post(path, {"assignee": None, "due": None}, on=row).json()
        assert (told["assignee"], told["due"], told["priority"]) == (None, None, 4)

    def test_to_nobody_who_is_known(self) -> None:
        row = a_case().statement
        refused = Tool("lead").post(f"statements/{row.pk}/assign/", {"assignee": "x"}, on=row)
        [error] = assert_problem(refused, 422, "invalid_body")["errors"]
        assert (error["pointer"], error["code"]) == ("/assignee", "does_not_exist")


def test_rows_that_are_made_come_back_as_they_are_on_record() -> None:
    """Each also stands in the statement, just as it was answered."""
    lead, editor = Tool("lead"), Tool("editor")
    case = a_case()
    row, one, other = case.statement, *case.origins
    rival = a_case().statement
    for rest, given, kept in (
        ("evidence", {"kind": "page", "stance": "refutes", "address": "https://a.example/"},
         Evidence),
        ("attempts", {"looked_for": "it", "looked_in": "there", "found": True}, Attempt),
        ("comments", {"text": "Hm."}, Comment),
        ("contradictions", {"other": rival.pk, "kind": "number", "note": "5, not 3"},
         Contradiction),
        ("origins", {"one": other, "other": one, "verdict": "unknown", **WHY}, OriginJudgement),
    ):  # fmt: skip
        response = lead.post(f"{case.at}{rest}/", given, on=row)
        assert response.status_code == 201, response.content
        made = response.json()
        assert made["id"] == kept.objects.get().pk
        whole = lead.statement(row)
        listed = whole["independence"]["judgements"] if rest == "origins" else whole[rest]
        # Whether a contradiction is with an independent origin is weighed in the whole alone.
        assert [{**found, "independent": None} for found in listed] == [
            {**made, "independent": None}
        ]
    given = {"status": "relayed_only", "reason": "Looked for it."}
    judged = lead.post(f"links/{case.links[0].pk}/judge/", given, on=row).json()
    assert (judged["link"], judged["id"]) == (case.links[0].pk, LinkJudgement.objects.get().pk)
    [report, _] = lead.statement(row)["reports"]
    assert report["claim"]["attribution"][0]["status"] == "relayed_only"
    row = published(editor)
    made = editor.post(f"statements/{row.pk}/corrections/", {"text": "No."}, on=row).json()
    assert made["id"] == Correction.objects.get().pk
    assert editor.statement(row)["corrections"] == [made]


def test_claims_move_and_come_back() -> None:
    tool, act = prepared("split")
    moved = tool.post(act.path, act.given, on=act.statement).json()
    assert (moved["kind"], moved["claims"]) == ("split", act.given["claims"])
    assert tool.statement(act.statement)["report_count"] == 1
    undo = moved["links"]["undo"].removeprefix("http://testserver/api/v1/")
    assert tool.post(undo, WHY, on=act.statement).json()["links"]["undo"] is None
    assert tool.statement(act.statement)["report_count"] == 2
    assert Regrouping.objects.get().undone_by == tool.person


def test_files_and_notes_are_kept_at_once_and_pages_by_a_worker() -> None:
    one, case = Tool("reviewer"), a_case()
    address = f"{case.at}evidence/"
    stance = {"stance": "supports"}
    png = b"\x89PNG\r\n\x1a\n" + bytes.fromhex("0000000d4948445200000001000000010806000000")
    image = {**stance, "kind": "file", "content": b64encode(png).decode(), "title": "صورة"}
    told = one.post(address, image, on=case.statement).json()
    assert (told["kind"], told["state"], told["media_type"]) == ("image", "archived", "image/png")
    note = one.post(address, {**stance, "kind": "note", "note": "نص"}, on=case.statement).json()
    assert note["state"] == "archived"
    page = {**stance, "kind": "page", "address": "https://a.example/"}
    waits = one.post(address, page, on=case.statement).json()
    assert waits["state"] == "waiting"
    assert Evidence.objects.get(pk=waits["id"]).jobs.get().kind == "archive"
    wrong = one.post(address, {**image, "content": "no"}, on=case.statement)
    assert wrong.status_code == 422
    program = {**image, "content": b64encode(b"MZ\x00\x01").decode()}
    refused = one.post(address, program, on=case.statement)
    assert (refused.status_code, refused.json()["code"]) == (409, "file_refused")


def test_withdrawn_evidence_makes_what_rests_on_it_stale() -> None:
    one, two = Tool("reviewer"), Tool("second_reviewer")
    case = worth_corroborating(one.person)
    for tool in (one, two):
        tool.post(f"{case.at}findings/", a_finding(), on=case.statement)
    evidence = grounds.Evidence.objects.first()
    gone = one.post(f"evidence/{evidence.pk}/withdraw/", WHY, on=case.statement).json()
    assert (gone["state"], gone["withdrawn_because"]) == ("withdrawn", WHY["reason"])
    told = one.statement(case.statement)
    assert (told["status"], told["needs"]) == ("corroborated", "reviewer")
    assert [alarm["cause"] for alarm in told["alarms"]] == ["evidence"]


def test_a_decision_taken_alone_is_taken_back_by_its_link() -> None:
    tool = Tool("reviewer")
    row = settled(tool)
    [decision] = tool.statement(row)["decisions"]
    [seen_by_another] = Tool("lead").statement(row)["decisions"]
    assert seen_by_another["links"]["undo"] is None
    undo = decision["links"]["undo"].removeprefix("http://testserver/api/v1/")
    told = tool.post(undo, on=row).json()
    assert (told["status"], told["work"]) == ("unassessed", "in_review")
    assert [one["links"]["undo"] for one in told["decisions"]] == [None, None]


class TestGrades:
    def test_a_source_is_graded_and_its_grades_are_read(self) -> None:
        lead = Tool("lead")
        source = a_case().links[0].source
        given = {"letter": "B", "basis": "Two years of reports.", "since": "2026-01-02"}
        made = lead.post(f"sources/{source.pk}/grades/", given)
        assert made.status_code == 201
        assert (made.json()["letter"], made.json()["since"]) == ("B", "2026-01-02")
        newer = lead.post(f"sources/{source.pk}/grades/", {"letter": "C", "basis": "Errors."})
        told = Tool("viewer").get(f"sources/{source.pk}/grades/").json()
        assert told["results"] == [newer.json(), made.json()]
        assert (told["next"], told["previous"]) == (None, None)

    def test_only_those_who_grade_do(self) -> None:
        source = a_case().links[0].source
        given = {"letter": "B", "basis": "x"}
        refused = Tool("reviewer").post(f"sources/{source.pk}/grades/", given)
        assert_problem(refused, 403, "permission_denied")

    def test_programs_do_not_read_who_graded(self, reader: Client) -> None:
        source = a_case().links[0].source
        assert_problem(reader.get(f"/api/v1/sources/{source.pk}/grades/"), 403, "permission_denied")

    def test_what_is_wrong_is_told(self) -> None:
        lead = Tool("lead")
        path = f"sources/{a_case().links[0].source.pk}/grades/"
        wrong = lead.post(path, {"letter": "G", "basis": "x"})
        assert assert_problem(wrong, 422, "invalid_body")["errors"][0]["pointer"] == "/letter"
        wrong = lead.post(path, {"letter": "A", "basis": "x", "since": "2999-01-01"})
        told = assert_problem(wrong, 409, "review_refused")
        assert told["missing"] == ["A grade holds from today or from an earlier day."]
        assert_problem(lead.post("sources/999/grades/", {"letter": "A", "basis": "x"}), 404,
                       "not_found")  # fmt: skip
        assert_problem(lead.get("sources/999/grades/"), 404, "not_found")


def test_a_session_writes_from_our_own_pages_only(person: Callable[[str], Client]) -> None:
    reviewer = person("reviewer")
    row = a_case().statement
    path = f"/api/v1/statements/{row.pk}/take/"
    foreign = reviewer.post(path, headers={"If-Match": etag(row)})
    assert "CSRF" in assert_problem(foreign, 403, "permission_denied")["detail"]
    reviewer.cookies["csrftoken"] = token = "a" * 32
    # What needs no body is posted without one.
    own = reviewer.generic("POST", path, headers={"If-Match": etag(row), "X-CSRFToken": token})
    assert own.status_code == 200
