"""What one was told: the page of it, the number in the top bar, and how one is told."""

import re

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Digest, Notice, NoticeChoice, Statement
from claims.review import comments, grouping, notices
from tests.factories import ClaimFactory, StatementFactory, UserFactory
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db

Kind = Notice.Kind
PAGE = "/desk/notices/"


@pytest.fixture
def me(reviewer: Client) -> User:
    return User.objects.get(username="reviewer-1")


@pytest.fixture
def rana() -> User:
    return UserFactory(username="rana", first_name="Rana", last_name="D.", role="reviewer")


@pytest.fixture
def statement() -> Statement:
    return ClaimFactory().statement


def told(me: User, statement: Statement, kind: str = Kind.MENTIONED, **more: object) -> Notice:
    return Notice.objects.create(person=me, statement=statement, kind=kind, **more)


def body_of(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode()


def words(body: str) -> str:
    return re.sub(r"[\u2066-\u2069]", "", body)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.ASSIGNED, "Rana D. assigned statement {} to you."),
        (Kind.MENTIONED, "Rana D. mentioned you on statement {}."),
        (Kind.SECOND, "Statement {} waits for a second reviewer."),
        (Kind.THIRD, "Two findings on statement {} differ: a third decides."),
        (Kind.DECIDED, "Rana D. decided statement {}, which you signed."),
        (Kind.STALE, "What your decision on statement {} rests on has changed."),
    ],
)
def test_each_notice_is_a_sentence_that_leads_to_its_statement(
    reviewer, me, rana, statement, kind: str, sentence: str
) -> None:
    told(me, statement, kind, by=rana)
    body = words(body_of(reviewer))
    address = reverse("statement", args=[statement.pk])
    assert f'<a href="{address}">{sentence.format(statement.pk)}</a>' in body
    assert "just now" in body


def test_findings_that_wait_for_a_blind_one_name_nobody(reviewer, me, rana, statement) -> None:
    told(me, statement, Kind.SECOND, by=rana)
    told(me, statement, Kind.THIRD, by=rana)
    assert "Rana" not in body_of(reviewer)


def test_what_is_unread_is_marked_in_words_and_counted(reviewer, me, statement) -> None:
    told(me, statement)
    told(me, statement, read_at="2026-11-01T00:00:00Z")
    body = body_of(reviewer)
    assert body.count(">unread</b>") == 1
    assert 'aria-label="Notices, 1 unread"' in body
    assert "1 unread</span>" in body


def test_others_notices_are_not_mine(reviewer, me, rana, statement) -> None:
    told(rana, statement)
    body = body_of(reviewer)
    assert "You were told nothing so far." in body and "Nothing is unread." in body
    assert "aria-label" not in _top(body)


def _top(body: str) -> str:
    found = re.search(r'<a id="unread".*?</a>', body, re.S)
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("count", "shown", "label"),
    [
        (1, "1", "Notices, 1 unread"),
        (99, "99", "Notices, 99 unread"),
        (100, "99+", "Notices, more than 99 unread"),
        (250, "99+", "Notices, more than 99 unread"),
    ],
)
def test_the_number_stands_on_every_page_and_ends_at_99(
    reviewer, me, statement, count: int, shown: str, label: str
) -> None:
    Notice.objects.bulk_create(
        Notice(person=me, statement=statement, kind=Kind.MENTIONED) for _ in range(count)
    )
    for address in ("/articles/", "/desk/", "/account/", PAGE, "/nowhere/"):
        top = _top(body_of(reviewer, address))
        assert f'aria-label="{label}"' in top
        assert f'<bdi dir="ltr">{shown}' in top


def test_the_number_takes_one_query_and_only_where_it_is_shown(reviewer, me) -> None:
    def asked(address: str, **headers: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert reviewer.get(address, headers=headers).status_code == 200
        return sum('"claims_notice"' in one["sql"] for one in captured.captured_queries)

    assert asked("/articles/") == 1
    assert asked("/articles/", **{"HX-Request": "true"}) == 0
    assert asked("/healthz") == 0


def test_nobody_who_is_not_signed_in_has_notices(client) -> None:
    assert 'id="unread"' not in body_of(client, "/sign-in/")
    assert client.get(PAGE)["Location"].startswith("/sign-in/")


def test_the_newest_stand_first_in_pages(
    reviewer, me, statement, django_assert_max_num_queries
) -> None:
    rows = [told(me, statement) for _ in range(51)]
    with django_assert_max_num_queries(9):
        body = body_of(reviewer)
    assert body.count("data-row") == 50
    older = re.search(r'rel="next" href="([^"]*)"', body)
    assert older
    second = body_of(reviewer, PAGE + older[1])
    assert second.count("data-row") == 1 and 'rel="prev"' in second
    assert len(rows) == 51


def test_a_place_that_cannot_be_read_is_told(reviewer, me, statement) -> None:
    told(me, statement)
    body = body_of(reviewer, f"{PAGE}?after=x")
    assert "This place in the list cannot be read" in body and "data-row" in body


# ── Reading ─────────────────────────────────────────────────────────────────────────────────────


def read(rows: list[Notice]) -> list[bool]:
    return [Notice.objects.get(pk=row.pk).read_at is not None for row in rows]


def test_opening_alone_reads_nothing(reviewer, me, statement) -> None:
    row = told(me, statement)
    for address in (PAGE, reverse("statement", args=[statement.pk])):
        reviewer.get(address)
    assert read([row]) == [False]


def test_the_statements_page_says_that_it_was_seen(reviewer, me, rana, statement) -> None:
    here = [told(me, statement), told(me, statement, Kind.ASSIGNED)]
    elsewhere = [told(me, StatementFactory()), told(rana, statement)]
    body = body_of(reviewer, reverse("statement", args=[statement.pk]))
    sent = re.search(r'<form class="seen".*?</form>', body, re.S)
    assert sent and 'hx-trigger="load"' in sent[0] and "<noscript><button" in sent[0]
    up_to = re.search(r'name="up_to" value="(\d+)"', sent[0])
    assert up_to and int(up_to[1]) == here[-1].pk
    later = told(me, statement)
    address = reverse("statement_seen", args=[statement.pk])
    answered = reviewer.post(address, {"up_to": up_to[1]}, headers={"HX-Request": "true"})
    assert read([*here, *elsewhere, later]) == [True, True, False, False, False]
    top = answered.content.decode()
    assert 'hx-swap-oob="true"' in top and "Notices, 2 unread" in top and "<html" not in top


def test_without_scripts_a_button_reads_and_comes_back(reviewer, me, statement) -> None:
    row = told(me, statement)
    address = reverse("statement_seen", args=[statement.pk])
    answered = reviewer.post(address, {"up_to": row.pk})
    assert answered["Location"] == reverse("statement", args=[statement.pk])
    assert read([row]) == [True]


def test_a_page_without_unread_notices_sends_nothing(reviewer, me, statement) -> None:
    told(me, statement, read_at="2026-11-01T00:00:00Z")
    body = body_of(reviewer, reverse("statement", args=[statement.pk]))
    assert "statement_seen" not in body and 'class="seen"' not in body


def test_what_was_told_about_a_merged_statement_is_read_with_the_one_it_stands_in(
    reviewer, me, rana, statement
) -> None:
    merged = ClaimFactory().statement
    row = told(me, merged)
    grouping.merge(statement_id=merged.pk, into_id=statement.pk, by=rana, reason="The same.")
    address = reverse("statement_seen", args=[statement.pk])
    reviewer.post(address, {"up_to": row.pk})
    assert read([row]) == [True]


def test_all_that_stood_on_the_page_is_read_at_once(reviewer, me, rana, statement) -> None:
    rows = [told(me, statement), told(me, StatementFactory())]
    others = told(rana, statement)
    up_to = re.search(r'name="up_to" value="(\d+)"', body_of(reviewer))
    assert up_to
    later = told(me, statement)
    response = reviewer.post(reverse("notices_read"), {"up_to": up_to[1]}, follow=True)
    assert "2 notices are marked as read." in response.content.decode()
    assert read([*rows, later, others]) == [True, True, False, False]


@pytest.mark.parametrize("up_to", ["", "x", "-1", "9" * 40])
def test_a_place_that_is_none_reads_nothing(reviewer, me, statement, up_to: str) -> None:
    row = told(me, statement)
    assert reviewer.post(reverse("notices_read"), {"up_to": up_to}).status_code == 302
    assert read([row]) == [False]


def test_only_posts_change_anything(reviewer, statement) -> None:
    for name, args in (
        ("notices_read", []),
        ("notices_choose", []),
        ("statement_seen", [statement.pk]),
    ):
        assert reviewer.get(reverse(name, args=args)).status_code == 405
    assert reviewer.post(reverse("statement_seen", args=[999_999])).status_code == 404


def test_who_has_no_role_is_told_nothing(client, statement) -> None:
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(PAGE).status_code == 403
    for name, args in (
        ("notices_read", []),
        ("notices_choose", []),
        ("statement_seen", [statement.pk]),
    ):
        assert client.post(reverse(name, args=args)).status_code == 403


# ── How one is told ─────────────────────────────────────────────────────────────────────────────


def choose(client: Client, **ways: str):
    given = dict.fromkeys(Kind.values, "page") | ways
    return client.post(reverse("notices_choose"), given, follow=True)


def chosen(body: str) -> dict[str, str]:
    found = {}
    for kind, select in re.findall(r'<select[^>]*name="(\w+)">(.*?)</select>', body, re.S):
        [found[kind]] = re.findall(r'value="(\w+)" selected', select)
    return found


def test_without_a_choice_all_but_second_reviews_is_told_in_the_page(reviewer) -> None:
    ways = chosen(body_of(reviewer))
    assert ways == {kind: "none" if kind == "second" else "page" for kind in Kind.values}


def test_choices_are_kept_for_each_kind(reviewer, me) -> None:
    body = choose(reviewer, second="mail", stale="none").content.decode()
    assert "Your choices are kept." in body
    assert chosen(body) == {
        kind: {"second": "mail", "stale": "none"}.get(kind, "page") for kind in Kind.values
    }
    assert notices.ways_of(me)["second"] == NoticeChoice.Way.MAIL


def test_the_mail_will_speak_the_language_of_the_page(reviewer, me) -> None:
    choose(reviewer, mentioned="mail")
    assert Digest.objects.get(person=me).language == "en"
    reviewer.cookies["django_language"] = "ar"
    choose(reviewer, mentioned="mail")
    assert Digest.objects.get(person=me).language == "ar"


def test_who_wants_no_mail_has_no_digest(reviewer) -> None:
    choose(reviewer)
    assert not Digest.objects.exists()


def test_ways_that_there_are_not_are_refused(reviewer) -> None:
    body = choose(reviewer, mentioned="pigeon").content.decode()
    assert "Choose for each kind one of the ways that are offered." in body
    assert not NoticeChoice.objects.exists()


def test_the_page_says_whether_mail_is_sent(reviewer, me, settings) -> None:
    settings.SENDS_MAIL = False
    assert "has not set up a mail server" in body_of(reviewer)
    settings.SENDS_MAIL = True
    assert "Your account has no e-mail address" in body_of(reviewer)
    User.objects.filter(pk=me.pk).update(email="me@desk.example")
    assert "<bdi>me@desk.example</bdi>" in body_of(reviewer)


def test_the_account_leads_to_the_choices(reviewer) -> None:
    assert f'href="{PAGE}#choices"' in body_of(reviewer, "/account/")


def test_a_comment_tells_the_person_who_is_mentioned(rana, statement) -> None:
    mine = signed_in("lead")
    comments.comment(statement_id=statement.pk, by=rana, text="@lead-1 look at the number")
    body = words(body_of(mine))
    assert f"Rana D. mentioned you on statement {statement.pk}." in body
    assert "look at the number" not in body


def test_arabic_says_it_in_arabic(reviewer, me, rana, statement) -> None:
    for _ in range(3):
        told(me, statement, by=rana)
    reviewer.cookies["django_language"] = "ar"
    body = words(body_of(reviewer))
    assert f"ورد اسمك في تعليق من Rana D. على الخبر {statement.pk}." in body
    assert 'aria-label="الإشعارات، 3 غير مقروءة"' in body
