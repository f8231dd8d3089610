"""The queue and the page where a statement is decided."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims import standing
from claims.models import (
    Attempt,
    Comment,
    Contradiction,
    Decision,
    Evidence,
    Finding,
    Grade,
    LinkJudgement,
    Notice,
    OriginJudgement,
    Statement,
)
from claims.review import findings, grounds, grouping, queue, relations
from tests.factories import ClaimFactory, SourceFactory
from tests.web.desk_data import (
    OTHERWISE,
    SAID,
    Desk,
    archive_reports,
    archived,
    report,
    the_desk,
)
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def evidence_in_a_folder(settings, tmp_path) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "evidence": {
            "BACKEND": "claims.archive.folder.Folder",
            "OPTIONS": {"location": tmp_path / "evidence"},
        },
    }


@pytest.fixture
def desk() -> Desk:
    return the_desk()


@pytest.fixture
def lead() -> Client:
    return signed_in("lead")


@pytest.fixture
def second() -> Client:
    return signed_in("second_reviewer")


def person(role: str) -> User:
    return User.objects.get(username=f"{role}-1")


def page(client: Client, statement: Statement) -> str:
    response = client.get(f"/statements/{statement.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def merged(desk: Desk, by: User) -> Statement:
    grouping.merge(statement_id=desk.second.pk, into_id=desk.first.pk, by=by, reason="الشيء نفسه")
    return Statement.objects.get(pk=desk.first.pk)


# ── The queue ───────────────────────────────────────────────────────────────────────────────────


def test_the_queue_shows_what_waits_with_its_words_and_chain(reviewer: Client, desk: Desk):
    text = reviewer.get("/desk/").content.decode()
    assert text.count("data-row") == 3
    assert SAID in text
    assert "قيادة الجيش" in text
    assert "3 statements" in text


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("view=desk", 3),
        ("view=second", 0),
        ("view=assigned", 0),
        ("view=contradicted", 0),
        ("view=stale", 0),
        ("q=17", 1),
        ("status=unassessed", 3),
        ("status=confirmed", 0),
        ("language=ar", 3),
        ("language=tr", 0),
        ("priority=4", 0),
        ("who=nobody", 3),
    ],
)
def test_filters_stand_in_the_address(reviewer: Client, desk: Desk, query: str, rows: int):
    assert reviewer.get(f"/desk/?{query}").content.decode().count("data-row") == rows


def test_a_filter_that_does_not_exist_is_told_and_left_out(reviewer: Client, desk: Desk):
    text = reviewer.get("/desk/?status=true&after=nonsense").content.decode()
    assert "There is no “true” here" in text
    assert text.count("data-row") == 3


def test_the_most_urgent_is_handed_out_and_held(reviewer: Client, desk: Desk):
    response = reviewer.post("/desk/next/")
    assert response.status_code == 302
    taken = Statement.objects.get(held_by=person("reviewer"))
    assert response["Location"] == f"/statements/{taken.pk}/"
    assert taken.work == "in_review"
    # Another one is handed another.
    other = signed_in("reviewer", 2).post("/desk/next/")
    assert other["Location"] != response["Location"]


def test_when_nothing_is_left_it_says_so(reviewer: Client):
    response = reviewer.post("/desk/next/", follow=True)
    assert "Nothing is waiting for you." in response.content.decode()


def test_a_viewer_reads_the_queue_and_is_handed_nothing(viewer: Client, desk: Desk):
    assert "Take the most urgent" not in viewer.get("/desk/").content.decode()
    assert viewer.post("/desk/next/").status_code == 403


# ── Deciding ────────────────────────────────────────────────────────────────────────────────────


def test_the_page_tells_what_each_status_still_needs(reviewer: Client, desk: Desk):
    text = page(reviewer, desk.first)
    assert "there is 1 of 2" in text
    assert "1 report has not been archived." in text
    assert "Recorded attempts are missing: there are 0 of 2." in text


def send(client: Client, statement: Statement, **given: object):
    statement.refresh_from_db()
    data = {"version": statement.version, "reason": "سبب", **given}
    return client.post(f"/statements/{statement.pk}/", data)


def test_a_finding_that_needs_one_person_decides(reviewer: Client, desk: Desk):
    response = send(reviewer, desk.first, verdict="single_origin")
    assert response.status_code == 302
    desk.first.refresh_from_db()
    assert (desk.first.corroboration, desk.first.work) == ("single_origin", "settled")
    following = reviewer.get(response["Location"]).content.decode()
    assert "The decision is recorded." in following
    assert f'href="/statements/{desk.first.pk}/"' in following


def test_what_is_missing_is_told_and_what_was_written_is_kept(reviewer: Client, desk: Desk):
    response = send(reviewer, desk.first, verdict="corroborated", reason="كلامي محفوظ")
    text = response.content.decode()
    assert response.status_code == 409
    assert "This cannot be recorded yet." in text
    assert "كلامي محفوظ" in text
    assert 'value="corroborated" data-key="2" aria-keyshortcuts="2" checked' in text
    assert not Finding.objects.exists()


def test_evidence_that_is_there_has_to_be_chosen(reviewer: Client, desk: Desk):
    archived(desk.first, stance="refutes", nature="admission")
    refused = send(reviewer, desk.first, verdict="refuted", reason="اعتراف")
    text = refused.content.decode()
    assert "Choose the evidence that it rests on; what is needed is there." in text
    send(
        reviewer,
        desk.first,
        verdict="refuted",
        reason="اعتراف",
        evidence=[Evidence.objects.get().pk],
    )
    assert Finding.objects.get().verdict == "refuted"


def test_without_a_reason_nothing_is_recorded(reviewer: Client, desk: Desk):
    response = send(reviewer, desk.first, verdict="single_origin", reason="  ")
    assert "Say why." in response.content.decode()
    assert not Decision.objects.exists()


def test_who_is_late_sees_what_changed_and_keeps_what_they_wrote(reviewer: Client, desk: Desk):
    desk.first.refresh_from_db()
    seen = desk.first.version
    other = signed_in("reviewer", 2)
    send(other, desk.first, verdict="single_origin", reason="من قبلي")
    response = reviewer.post(
        f"/statements/{desk.first.pk}/",
        {"version": seen, "verdict": "single_origin", "reason": "نصي"},
    )
    text = response.content.decode()
    assert response.status_code == 409
    assert "Somebody changed it while you were writing." in text
    assert "من قبلي" in text
    assert "نصي" in text or "It is settled" in text
    assert Finding.objects.count() == 1


def corroborated_by_two(desk: Desk, reviewer: Client, second: Client) -> Statement:
    statement = merged(desk, person("reviewer"))
    archive_reports(statement)
    assert send(reviewer, statement, verdict="corroborated", reason="الأول").status_code == 302
    statement.refresh_from_db()
    assert statement.work == "second_review"
    return statement


def test_whose_turn_it_is_no_longer_loses_nothing_they_wrote(
    reviewer: Client, lead: Client, desk: Desk
):
    """The other one settled it meanwhile: there is nothing left to send, and all of it to copy."""
    version = desk.first.version
    send(reviewer, desk.first, verdict="single_origin")
    late = lead.post(
        f"/statements/{desk.first.pk}/",
        {"verdict": "single_origin", "reason": "سبب طويل", "version": version},
    )
    text = late.content.decode()
    assert late.status_code == 409 and "It is settled" in text
    assert "سبب طويل</textarea>" in text and "readonly" in text
    assert "You had chosen “Single origin”." in text


def test_what_is_recorded_lets_its_draft_go_and_what_is_refused_keeps_it(
    reviewer: Client, desk: Desk
):
    address = f"/statements/{desk.first.pk}/"
    refused = reviewer.post(address, {"verdict": "single_origin", "reason": "", "version": 1})
    assert "factlog_sent" not in refused.cookies
    assert f'data-kept="{person("reviewer").pk}"' in refused.content.decode()
    done = send(reviewer, desk.first, verdict="single_origin")
    assert done.cookies["factlog_sent"].value == f"%2Fstatements%2F{desk.first.pk}%2F"
    comment = reviewer.post(f"{address}comment/", {"text": "كلام"})
    assert comment.cookies["factlog_sent"].value.endswith("%2Fcomment%2F")
    attempt = {"looked_for": "صور", "looked_in": "الأرشيف", "looked_on": "2026-11-24"}
    done = reviewer.post(f"/statements/{desk.against.pk}/attempt/", attempt)
    assert done.cookies["factlog_sent"].value.endswith("%2Fattempt%2F")


def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(desk: Desk, client: Client):
    page_of = f"http://testserver/statements/{desk.first.pk}/?x=1"
    for address in ("/desk/next/", f"/statements/{desk.first.pk}/comment/"):
        sent = client.post(address, headers={"Referer": page_of})
        assert sent["Location"].endswith(f"?next=/statements/{desk.first.pk}/%3Fx%3D1")
        elsewhere = client.post(address, headers={"Referer": "https://other.example/"})
        assert elsewhere["Location"].endswith(f"?next={address}")


def test_an_address_of_a_form_that_is_opened_says_what_it_is(reviewer: Client, desk: Desk):
    opened = reviewer.get("/desk/next/")
    assert opened.status_code == 405 and opened["Allow"] == "POST"
    assert "only takes what a form sends" in opened.content.decode()
    refused = reviewer.post(
        f"/statements/{desk.first.pk}/comment/",
        {"text": ""},
        headers={"Referer": f"http://testserver/statements/{desk.first.pk}/"},
    )
    again = f'name="next" value="/statements/{desk.first.pk}/"'
    assert again in refused.content.decode()


def test_the_second_reviewer_sees_nothing_of_the_first_finding(
    reviewer: Client, second: Client, desk: Desk
):
    statement = corroborated_by_two(desk, reviewer, second)
    for address in (f"/statements/{statement.pk}/", f"/statements/{statement.pk}/history/"):
        text = second.get(address).content.decode()
        assert "الأول" not in text
        assert "gave a finding that is not shown yet: the second one is given blind." in text
    assert "You are the second reviewer" in page(second, statement)
    assert "You have signed it already. Nobody signs twice." in page(reviewer, statement)
    assert send(second, statement, verdict="corroborated").status_code == 302
    statement.refresh_from_db()
    assert (statement.corroboration, statement.work) == ("corroborated", "settled")
    assert "الأول" in page(second, statement)


def test_findings_that_differ_go_to_a_lead(
    reviewer: Client, second: Client, lead: Client, desk: Desk
):
    statement = corroborated_by_two(desk, reviewer, second)
    send(second, statement, verdict="single_origin", reason="واحد فقط")
    statement.refresh_from_db()
    assert statement.work == "adjudication"
    text = page(lead, statement)
    assert "You adjudicate" in text
    assert "الأول" in text
    assert "واحد فقط" in text
    assert "There is no claim here" in text
    send(lead, statement, verdict="corroborated", reason="أصلان")
    statement.refresh_from_db()
    assert (statement.corroboration, statement.work) == ("corroborated", "settled")


def test_a_decision_of_ones_own_is_taken_back(reviewer: Client, desk: Desk):
    send(reviewer, desk.first, verdict="single_origin")
    assert "Take the decision back" in page(reviewer, desk.first)
    decision = Decision.objects.get()
    reviewer.post(f"/decisions/{decision.pk}/undo/")
    desk.first.refresh_from_db()
    assert (desk.first.corroboration, desk.first.work) == ("unassessed", "in_review")
    again = reviewer.post(f"/decisions/{decision.pk}/undo/", follow=True)
    assert "Something has happened since" in again.content.decode()


def test_a_first_finding_is_taken_back(reviewer: Client, second: Client, desk: Desk):
    statement = corroborated_by_two(desk, reviewer, second)
    assert "Take my finding back" in page(reviewer, statement)
    reviewer.post(f"/statements/{statement.pk}/take-back/")
    statement.refresh_from_db()
    assert statement.work == "in_review"


def test_later_puts_it_off_and_goes_on(reviewer: Client, desk: Desk):
    first = reviewer.post("/desk/next/")["Location"]
    following = reviewer.post(f"{first}later/")["Location"]
    assert following != first
    assert reviewer.post("/desk/next/")["Location"] == following


def test_holding_on_and_taking(reviewer: Client, desk: Desk):
    address = f"/statements/{desk.first.pk}"
    assert reviewer.post(f"{address}/hold/").status_code == 410
    reviewer.post(f"{address}/take/")
    assert reviewer.post(f"{address}/hold/").status_code == 204
    told = signed_in("reviewer", 2).post(f"{address}/take/", follow=True).content.decode()
    assert "reviewer-1 has it in hand until" in told


# ── What decisions rest on ──────────────────────────────────────────────────────────────────────


def test_an_attempt_is_recorded(reviewer: Client, desk: Desk):
    address = f"/statements/{desk.first.pk}/attempt/"
    assert reviewer.get(address).status_code == 200
    assert reviewer.post(address, {}).status_code == 400
    day = {"looked_on": "2026-11-20"}
    given = {"looked_for": "المحضر", "looked_in": "أرشيف البلدية", **day}
    assert reviewer.post(address, given).status_code == 302
    assert Attempt.objects.get().looked_in == "أرشيف البلدية"
    assert "أرشيف البلدية" in page(reviewer, desk.first)
    refused = reviewer.post(address, {**given, "looked_on": "2999-01-01"})
    assert refused.status_code == 409
    assert "المحضر" in refused.content.decode()


def test_a_contradiction_is_opened_seen_and_closed(reviewer: Client, desk: Desk):
    address = f"/statements/{desk.first.pk}/contradiction/"
    assert "Search for words" in reviewer.get(address).content.decode()
    found = reviewer.get(f"{address}?q=17").content.decode()
    assert OTHERWISE in found
    refused = reviewer.post(address, {"kind": "number", "q": "17"})
    assert "Choose the statement that contradicts it." in refused.content.decode()
    reviewer.post(address, {"kind": "number", "q": "17", "other": desk.against.pk})
    contradiction = Contradiction.objects.get()
    text = page(reviewer, desk.first)
    assert '<mark class="hard">12</mark>' in text
    assert "independent origin · open" in text
    assert "Judge whether the origins are independent" not in text
    send(reviewer, desk.first, verdict="contested")
    desk.first.refresh_from_db()
    assert desk.first.corroboration == "contested"
    closing = f"/contradictions/{contradiction.pk}/close/?from={desk.first.pk}"
    assert reviewer.get(closing).status_code == 200
    reviewer.post(closing, {"reason": "العددان في وقتين"})
    assert "العددان في وقتين" in page(reviewer, desk.first)


def test_origins_across_a_contradiction_are_judged_from_where_they_stand(
    reviewer: Client, desk: Desk
):
    unknown = report(SourceFactory(name="شاهد"), OTHERWISE, "إذاعة أخرى", date(2026, 11, 21))
    by = person("reviewer")
    relations.contradict(
        statement_id=desk.first.pk, other_id=unknown.pk, by=by, kind="number", note=""
    )
    text = page(reviewer, desk.first)
    assert "independence not known · open" in text
    [asked] = re.findall(r'href="([^"]*/origins/[^"]*)">Judge whether the origins', text)
    address = asked.replace("&amp;", "&")
    assert "شاهد" in reviewer.get(address).content.decode()
    reviewer.post(address, {"verdict": "independent", "reason": "لا صلة بينهما"})
    assert "independent origin · open" in page(reviewer, desk.first)


def test_statements_are_merged_split_and_both_undone(reviewer: Client, desk: Desk):
    address = f"/statements/{desk.first.pk}"
    found = reviewer.get(f"{address}/merge/?q=12").content.decode()
    assert "راديو مرسى" in found
    desk.first.refresh_from_db()
    given = {"q": "12", "other": desk.second.pk, "reason": "سواء"}
    stale = reviewer.post(f"{address}/merge/", {**given, "version": 99})
    assert stale.status_code == 409
    reviewer.post(f"{address}/merge/", {**given, "version": desk.first.version})
    text = page(reviewer, desk.first)
    assert "2 reports say so · 2 independent origins" in text
    one, two = "1 report, 1 independent origin", "2 reports, 2 independent origins"
    assert f"stand together now. Now {two}; before, {one}." in text
    moved = reviewer.get(f"/statements/{desk.second.pk}/")
    assert moved["Location"] == f"{address}/"
    claim = Statement.objects.get(pk=desk.first.pk).claims.last()
    split = reviewer.post(f"{address}/split/", {"claim": claim.pk, "reason": "غيره"})
    assert split.status_code == 302
    text = page(reviewer, desk.first)
    assert "1 report says so" in text
    assert f"of their own now. Now {one}; before, {two}." in text
    undo = Statement.objects.get(pk=desk.first.pk).regroupings_from.get()
    assert reviewer.get(f"/regroupings/{undo.pk}/undo/").status_code == 200
    reviewer.post(f"/regroupings/{undo.pk}/undo/", {"reason": "خطأ"})
    text = page(reviewer, desk.first)
    assert "2 reports say so" in text
    assert f"It is undone. Now {two}; before, {one}." in text


def test_origins_and_links_are_judged(reviewer: Client, desk: Desk):
    statement = merged(desk, User.objects.get(username="reviewer-1"))
    query = f"?one={desk.army.pk}&other={desk.front.pk}"
    address = f"/statements/{statement.pk}/origins/{query}"
    assert "قيادة الجبهة" in reviewer.get(address).content.decode()
    reviewer.post(address, {"verdict": "dependent", "reason": "مصدر واحد"})
    assert OriginJudgement.objects.get().verdict == "dependent"
    assert "1 independent origin" in page(reviewer, statement)
    assert reviewer.get(f"/statements/{statement.pk}/origins/").status_code == 404
    link = statement.claims.first().links.get()
    assert reviewer.get(f"/links/{link.pk}/judge/").status_code == 200
    refused = reviewer.post(f"/links/{link.pk}/judge/", {"status": "primary_seen"})
    assert "The original has to be archived first" in refused.content.decode()
    reviewer.post(f"/links/{link.pk}/judge/", {"status": "misattributed", "reason": "لم يقله"})
    assert LinkJudgement.objects.get().status == "misattributed"
    assert "not counted: the source did not say it" in page(reviewer, statement)


def test_a_source_is_graded_by_those_who_may(reviewer: Client, lead: Client, desk: Desk):
    address = f"/sources/{desk.army.pk}/grade/"
    assert reviewer.get(address).status_code == 403
    assert "C · Fairly reliable" in lead.get(address).content.decode()
    lead.post(address, {"letter": "C", "since": "2026-11-01", "basis": "سجلّه"})
    assert Grade.objects.get().letter == "C"


def test_work_is_assigned(reviewer: Client, lead: Client, desk: Desk):
    address = f"/statements/{desk.first.pk}/assign/"
    assert lead.get(address).status_code == 200
    given = {"to": person("reviewer").pk, "due": "2026-12-01", "priority": "4"}
    assert lead.post(address, given).status_code == 302
    desk.first.refresh_from_db()
    assert (desk.first.assignee.username, desk.first.priority) == ("reviewer-1", 4)
    assert "due 1 December" in reviewer.get("/desk/?view=assigned").content.decode()
    refused = reviewer.post(address, {**given, "to": person("lead").pk})
    assert "A lead assigns work to others." in refused.content.decode()
    offered = reviewer.get(address).content.decode()
    assert "reviewer-1" in offered and "lead-1" not in offered
    told = Notice.objects.filter(kind="assigned").count()
    lead.post(address, {**given, "due": "2026-12-02"})
    assert Notice.objects.filter(kind="assigned").count() == told == 1
    over = lead.post(address, {**given, "due": "2020-01-01"})
    assert over.status_code == 409 and "This day is over" in over.content.decode()


def test_comments_tell_whom_they_name(reviewer: Client, lead: Client, desk: Desk):
    address = f"/statements/{desk.first.pk}/comment/"
    reviewer.post(address, {"text": "@lead-1 انظر"})
    assert Comment.objects.get().mentioned.get() == person("lead")
    # A name in Latin letters neither turns the Arabic around it nor is turned by it.
    assert '<bdi class="mention">@lead-1</bdi> انظر' in page(lead, desk.first)
    refused = reviewer.post(address, {"text": "كلام طويل @nobody-here"})
    told = refused.content.decode()
    assert refused.status_code == 409 and "Nobody here is called @nobody-here" in told
    assert "كلام طويل @nobody-here</textarea>" in told
    assert "<bdi>@lead-1</bdi>" in told


def test_what_is_settled_is_opened_again_and_published(reviewer: Client, desk: Desk):
    send(reviewer, desk.first, verdict="single_origin")
    editor = signed_in("editor")
    assert SAID in editor.get("/desk/?view=settled").content.decode()
    address = f"/statements/{desk.first.pk}"
    assert reviewer.post(f"{address}/publish/").status_code == 403
    desk.first.refresh_from_db()
    editor.post(f"{address}/publish/", {"version": desk.first.version})
    desk.first.refresh_from_db()
    assert (desk.first.work, desk.first.published_as) == ("published", "single_origin")
    assert SAID in editor.get("/desk/?view=published").content.decode()
    assert SAID not in editor.get("/desk/?view=settled").content.decode()
    editor.post(f"{address}/correct/", {"text": "تصحيح"})
    assert "تصحيح" in page(reviewer, desk.first)
    reviewer.post(f"{address}/reopen/", {"reason": "جديد"})
    desk.first.refresh_from_db()
    assert desk.first.work == "reopened"
    send(reviewer, desk.first, verdict="unassessed", reason="لا شيء")
    assert desk.first.corrections.count() == 2


def test_what_it_rests_on_changes_and_the_page_says_so(reviewer: Client, lead: Client, desk: Desk):
    send(reviewer, desk.first, verdict="single_origin")
    relations.contradict(
        statement_id=desk.first.pk,
        other_id=desk.against.pk,
        by=User.objects.get(username="reviewer-1"),
        kind="number",
    )
    text = page(reviewer, desk.first)
    assert "What it rests on has changed" in text
    assert "A contradiction was opened" in text
    assert SAID in reviewer.get("/desk/?view=stale").content.decode()
    # It is decided there and then, without being opened again first.
    assert "It is settled" not in text and 'name="verdict"' in text
    contradiction = Contradiction.objects.get()
    Statement.objects.filter(pk=desk.first.pk).update(corroboration="contested")
    reviewer.post(f"/contradictions/{contradiction.pk}/close/", {"reason": "خطأ مطبعي"})
    assert "A contradiction was closed" in page(reviewer, desk.first)


# ── Evidence ────────────────────────────────────────────────────────────────────────────────────

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def test_a_file_is_kept_and_goes_out_as_a_file(reviewer: Client, desk: Desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    address = f"/statements/{desk.first.pk}/evidence/"
    assert reviewer.get(address).status_code == 200
    hostile = b"<html><script>alert(1)</script></html>"
    sent = SimpleUploadedFile("../../x.html", hostile, "image/png")
    given = {"what": "file", "stance": "supports", "nature": "report", "title": "صفحة"}
    assert reviewer.post(address, {**given, "evidence_file": sent}).status_code == 302
    one = Evidence.objects.get()
    assert (one.state, one.kind, one.media_type) == ("archived", "file", "text/html")
    out = reviewer.get(f"/evidence/{one.pk}/bytes/")
    assert out.content == hostile
    assert out["Content-Type"] == "application/octet-stream"
    assert out["Content-Disposition"].startswith("attachment")
    assert out["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert reviewer.get(f"/evidence/{one.pk}/image/").status_code == 404
    assert "<script>alert" not in reviewer.get(f"/evidence/{one.pk}/").content.decode()
    history = page(reviewer, desk.first)
    assert "archived evidence: صفحة" in history and "A program" not in history


def test_an_image_is_shown_and_a_missing_file_is_told(reviewer: Client, desk: Desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    address = f"/statements/{desk.first.pk}/evidence/"
    given = {"what": "file", "stance": "context", "nature": "report"}
    nothing = reviewer.post(address, given)
    assert "Choose a file." in nothing.content.decode()
    wrong = SimpleUploadedFile("a.exe", b"MZ\x00\x01")
    assert (
        "is not kept" in reviewer.post(address, {**given, "evidence_file": wrong}).content.decode()
    )
    reviewer.post(address, {**given, "evidence_file": SimpleUploadedFile("a.png", PNG)})
    one = Evidence.objects.get()
    assert one.kind == "image"
    assert reviewer.get(f"/evidence/{one.pk}/image/")["Content-Type"] == "image/png"


def test_a_page_waits_for_its_worker_and_a_bad_address_is_refused(reviewer: Client, desk: Desk):
    address = f"/statements/{desk.first.pk}/evidence/"
    given = {"what": "page", "stance": "supports", "nature": "report"}
    refused = reviewer.post(address, {**given, "address": "ftp//x"})
    assert refused.status_code == 409
    assert "ftp//x" in refused.content.decode()
    reviewer.post(address, {**given, "address": "https://example.org/a"})
    one = Evidence.objects.get()
    assert (one.state, one.jobs.get().kind) == ("waiting", "archive")
    assert "It is being fetched." in page(reviewer, desk.first)
    follow = {"HX-Request": "true", "HX-Target": f"evidence-{one.pk}"}
    for target in (follow["HX-Target"], "evidence-page"):
        waits = reviewer.get(f"/evidence/{one.pk}/", headers={**follow, "HX-Target": target})
        assert waits.status_code == 204
    grounds.refuse(evidence_id=one.pk, problem="The server said 404.")
    come = reviewer.get(f"/evidence/{one.pk}/", headers=follow).content.decode()
    assert "<html" not in come and "The server said 404." in come and "hx-get" not in come
    assert "See what it changes" in come
    whole = reviewer.get(f"/evidence/{one.pk}/", headers={**follow, "HX-Target": "evidence-page"})
    assert 'id="evidence-page"' in whole.content.decode()


def test_the_copy_of_a_report_is_found_wherever_it_is_evidence(reviewer: Client, desk: Desk):
    copy = archived(desk.first, article=desk.first.claims.get().version.article)
    link = f'<a href="/evidence/{copy.pk}/">archived</a>'
    assert link in page(reviewer, desk.first)
    # The same article has another claim, which stands in another statement.
    version = desk.first.claims.get().version
    other = ClaimFactory(version=version, start=0, end=10, statement__language="ar")
    standing.recount([other.statement_id])
    text = page(reviewer, other.statement)
    assert link in text and copy.title not in text


def test_evidence_is_withdrawn_and_what_rested_on_it_is_flagged(reviewer: Client, desk: Desk):
    one = archived(desk.first, title="وثيقة")
    send(reviewer, desk.first, verdict="single_origin", evidence=[one.pk])
    assert Finding.objects.get().evidence.get() == one
    assert reviewer.get(f"/evidence/{one.pk}/withdraw/").status_code == 200
    reviewer.post(f"/evidence/{one.pk}/withdraw/", {"reason": "مزوّرة"})
    desk.first.refresh_from_db()
    assert desk.first.is_stale
    assert "مزوّرة" in page(reviewer, desk.first)


def test_who_only_reads_is_offered_nothing(viewer: Client, desk: Desk):
    text = page(viewer, desk.first)
    assert "Your role reads; reviewers decide." in text
    assert "data-record" not in text
    assert send(viewer, desk.first, verdict="single_origin").status_code == 409
    assert viewer.get(f"/statements/{desk.first.pk}/attempt/").status_code == 403


def test_the_page_costs_the_same_with_many_reports(
    reviewer: Client, desk: Desk, django_assert_max_num_queries
):
    queue.take(statement_id=desk.first.pk, by=User.objects.get(username="reviewer-1"))
    with django_assert_max_num_queries(60):
        page(reviewer, desk.first)
    findings.find(
        statement_id=desk.first.pk,
        by=User.objects.get(username="reviewer-1"),
        verdict="single_origin",
        reason="س",
    )
    with django_assert_max_num_queries(60):
        page(reviewer, desk.first)
