"""The mail that gathers what people were told, with a real server on loopback."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from claims import standing, tasks
from claims.models import Digest, Notice, NoticeChoice, Statement
from claims.review import comments, digest, notices
from factlog import celery
from tests.factories import (
    ArticleFactory,
    LinkFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
    VersionFactory,
)
from tests.review.mail_server import BREAK_OFF, HANG, MailServer, mail_server

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
DAY = 86_400
Kind = Notice.Kind


@pytest.fixture
def server(settings) -> Iterator[MailServer]:
    with mail_server() as found:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", found.port
        settings.EMAIL_TIMEOUT = 0.5
        settings.DEFAULT_FROM_EMAIL = "factlog <factlog@desk.example>"
        settings.ADDRESS = "https://facts.example/app"
        settings.SENDS_MAIL = True
        settings.DIGEST_SECONDS = DAY
        yield found


def somebody(name: str = "rana", *, language: str = "en", way: str = "mail") -> User:
    """Somebody who wants to be written to about everything."""
    person = UserFactory(username=name, email=f"{name}@desk.example", role="reviewer")
    notices.choose(person=person, ways=dict.fromkeys(Kind.values, way), language=language)
    return person


def told(*people: User, kind: str = Kind.MENTIONED, statement: Statement | None = None) -> int:
    """Tell them, as everywhere; the number of the statement."""
    statement = statement or StatementFactory()
    standing.tell([person.pk for person in people], kind, statement)
    return statement.pk


def text(mail: EmailMessage) -> str:
    return mail.get_content().replace("\r\n", "\n")


def later() -> None:
    """Let the time of every digest come."""
    Digest.objects.update(not_before=timezone.now() - timedelta(seconds=1))


def test_a_person_is_sent_one_mail_with_all_that_was_told(server) -> None:
    rana = somebody()
    first, second = told(rana), told(rana)
    third = told(rana, kind=Kind.ASSIGNED)
    assert digest.send() == 1
    [mail] = server.taken
    assert mail["To"] == "rana@desk.example"
    assert mail["From"] == "factlog <factlog@desk.example>"
    assert mail["Subject"] == "factlog: 3 notices for you"
    assert mail["Auto-Submitted"] == "auto-generated" and mail["Content-Language"] == "en"
    assert mail.get_content_type() == "text/plain"
    assert text(mail).splitlines() == [
        "Work was assigned to you (1)",
        f"  Statement {third}",
        f"  https://facts.example/app/statements/{third}/",
        "",
        "Somebody mentioned you (2)",
        f"  Statement {second}",
        f"  https://facts.example/app/statements/{second}/",
        f"  Statement {first}",
        f"  https://facts.example/app/statements/{first}/",
        "",
        "All notices, and how you are told of what:",
        "https://facts.example/app/desk/notices/",
    ]


def test_it_speaks_the_language_of_whom_it_is_sent_to(server) -> None:
    told(somebody("rana", language="ar"), somebody("layla", language="en"))
    assert digest.send() == 2
    assert {mail["To"]: mail["Subject"] for mail in server.taken} == {
        "rana@desk.example": "factlog: إشعار واحد لك",
        "layla@desk.example": "factlog: 1 notice for you",
    }
    [arabic] = [mail for mail in server.taken if mail["To"].startswith("rana")]
    assert "ذُكر اسمك في تعليق (1)" in text(arabic)


def test_no_words_of_articles_comments_and_names_leave(server) -> None:
    rana = somebody()
    writer = UserFactory(first_name="Nadim", last_name="Safi", role="reviewer")
    source = SourceFactory(name="مكتب المحافظ", also=["Governor of Dernil"])
    version = VersionFactory(
        article=ArticleFactory(title="انهيار في السد"), text="قال المكتب إن السد انهار."
    )
    statement = LinkFactory(source=source, claim__version=version).claim.statement
    comments.comment(statement_id=statement.pk, by=writer, text="@rana the dam, urgently")
    for kind in Kind.values:
        standing.tell([rana.pk], kind, statement, writer)
    assert digest.send() == 1
    [mail] = server.taken
    whole = mail.as_string() + text(mail) + str(mail["Subject"])
    for word in ("السد", "المكتب", "المحافظ", "Governor", "Dernil", "dam", "urgently", "Nadim"):
        assert word not in whole
    assert whole.count(f"/statements/{statement.pk}/") >= len(Kind.values)


def test_a_second_round_sends_nothing_twice(server) -> None:
    rana = somebody()
    told(rana)
    assert (digest.send(), digest.send()) == (1, 0)
    later()
    assert digest.send() == 0
    assert len(server.taken) == 1


def test_what_comes_later_waits_for_the_next_mail(server) -> None:
    rana = somebody()
    told(rana)
    digest.send()
    second = told(rana)
    assert digest.send() == 0
    waits = Digest.objects.get(person=rana).not_before - timezone.now()
    assert timedelta(seconds=DAY - 60) < waits <= timedelta(seconds=DAY)
    later()
    assert digest.send() == 1
    assert f"Statement {second}\n" in text(server.taken[1])
    assert server.taken[1]["Subject"] == "factlog: 1 notice for you"


@pytest.mark.parametrize(
    "changed", [{"is_active": False}, {"email": ""}, {"is_active": False, "email": ""}]
)
def test_who_left_or_has_no_address_is_sent_nothing(server, changed: dict[str, object]) -> None:
    rana, layla = somebody(), somebody("layla")
    told(rana, layla)
    User.objects.filter(pk=rana.pk).update(**changed)
    assert digest.send() == 1
    assert server.to() == ["layla@desk.example"]
    assert Notice.objects.get(person=rana).mailed_at is None


@pytest.mark.django_db(transaction=True)
def test_who_leaves_during_the_round_is_sent_nothing(server) -> None:
    told(somebody(), somebody("layla"))

    def layla_leaves() -> str:
        User.objects.filter(username="layla").update(is_active=False)
        connection.close()  # the one of the server's thread
        return "250 OK"

    server.rules["END rana@"] = layla_leaves
    assert digest.send() == 1
    assert server.to() == ["rana@desk.example"]


def test_only_what_is_wanted_by_mail_is_mailed(server) -> None:
    rana = somebody(way="page")
    told(rana)
    assert digest.send() == 0
    notices.choose(person=rana, ways={Kind.STALE: "mail"}, language="en")
    told(rana)
    stale = told(rana, kind=Kind.STALE)
    assert digest.send() == 1
    [mail] = server.taken
    assert f"Statement {stale}\n" in text(mail) and "(1)" in text(mail)
    assert "mentioned" not in text(mail)


def test_who_wants_no_mail_any_more_gets_none_of_what_waited(server) -> None:
    rana = somebody()
    told(rana)
    notices.choose(person=rana, ways={Kind.MENTIONED: "page"}, language="en")
    assert digest.send() == 0
    assert not server.taken


def test_what_was_read_in_the_page_is_not_mailed(server) -> None:
    rana = somebody()
    first, second = told(rana), told(rana)
    notices.read(person=rana, up_to=Notice.objects.get(statement=first).pk)
    digest.send()
    [mail] = server.taken
    assert f"Statement {second}\n" in text(mail)
    assert f"Statement {first}\n" not in text(mail)


def test_a_long_digest_ends_with_how_many_more_there_are(server) -> None:
    rana = somebody()
    statement = StatementFactory()
    for _ in range(3):
        told(rana, statement=statement)
    for _ in range(digest.LINES_AT_MOST + 1):
        told(rana)
    digest.send()
    body = text(server.taken[0])
    assert f"Somebody mentioned you ({digest.LINES_AT_MOST + 4})" in body
    assert body.count("/statements/") == digest.LINES_AT_MOST
    assert "  and 2 more statements\n" in body
    assert not Notice.objects.filter(mailed_at=None).exists()


# ── Servers that refuse, keep silent, break off ─────────────────────────────────────────────────


def test_one_address_that_is_refused_holds_up_nobody(server) -> None:
    rana, layla, omar = somebody(), somebody("layla"), somebody("omar")
    told(rana, layla, omar)
    server.rules["RCPT TO:<layla@"] = "550 no such person"
    assert digest.send() == 2
    assert server.to() == ["rana@desk.example", "omar@desk.example"]
    assert Notice.objects.get(person=layla).mailed_at is None
    server.rules.clear()
    assert digest.send() == 0  # not again with every round
    later()
    assert digest.send() == 1


def test_an_address_that_is_none_holds_up_nobody(server) -> None:
    rana, layla = somebody(), somebody("layla")
    told(rana, layla)
    User.objects.filter(pk=rana.pk).update(email="rana at\n desk")
    assert digest.send() == 1
    assert server.to() == ["layla@desk.example"]


@pytest.mark.parametrize(
    ("when", "said"),
    [("RCPT TO:<rana@", "450 later"), ("END rana@", "451 later")],
)
def test_a_server_that_says_later_is_asked_again_soon(server, when: str, said: str) -> None:
    rana = somebody()
    told(rana)
    server.rules[when] = said
    assert digest.send() == 0
    assert Digest.objects.get(person=rana).not_before - timezone.now() <= digest.LEASE
    server.rules.clear()
    later()
    assert digest.send() == 1


def test_a_mail_that_is_refused_is_not_sent_again_with_every_round(server) -> None:
    rana = somebody()
    told(rana)
    server.rules["END rana@"] = "554 not this"
    assert digest.send() == 0
    assert Digest.objects.get(person=rana).not_before - timezone.now() > digest.LEASE


@pytest.mark.parametrize(
    ("when", "does"),
    [
        ("EHLO", HANG),
        ("MAIL FROM", "550 you may not send"),
        ("RCPT TO:<layla@", HANG),
        ("END layla@", HANG),
        ("END layla@", BREAK_OFF),
        ("RCPT TO:<layla@", BREAK_OFF),
        ("RCPT TO:<layla@", "421 closing"),
    ],
)
def test_a_server_that_fails_ends_the_round_and_nothing_is_lost(
    server, caplog, when: str, does: str
) -> None:
    people = [somebody(), somebody("layla"), somebody("omar")]
    told(*people)
    server.rules[when] = does
    began = time.monotonic()
    sent = digest.send()
    assert time.monotonic() - began < 5
    assert sent == Notice.objects.exclude(mailed_at=None).count() == len(server.taken) < 3
    assert "@desk.example" not in caplog.text  # no addresses in the log
    server.rules.clear()
    later()
    assert digest.send() == 3 - sent
    assert sorted(server.to()) == sorted(person.email for person in people)


def test_who_was_left_comes_first_in_the_next_round(server) -> None:
    told(somebody(), somebody("layla"), somebody("omar"))
    server.rules["END layla@"] = BREAK_OFF
    assert digest.send() == 1
    Digest.objects.filter(person__username="layla").update(not_before=timezone.now())
    assert digest.send() == 1  # layla's breaks off again
    assert server.to() == ["rana@desk.example", "omar@desk.example"]


def test_no_server_at_all_costs_nobody_their_turn(server, settings) -> None:
    rana = somebody()
    told(rana)
    right, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert digest.send() == 0
    settings.EMAIL_PORT = right
    assert digest.send() == 1  # at once: nobody's digest was taken


# ── Workers that die, and several at once ───────────────────────────────────────────────────────


def worker(server: MailServer, tmp_path: Path) -> subprocess.Popen[bytes]:
    """A process of its own that sends the digests of this database."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database['NAME']}"
    else:
        url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import django; django.setup(); from claims import tasks; tasks.send_digests()",
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "factlog.settings",
            "DATABASE_URL": url,
            "FACTLOG_VAR": str(tmp_path),
            "FACTLOG_EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
            "FACTLOG_EMAIL_FROM": "factlog@desk.example",
            "FACTLOG_ADDRESS": "https://facts.example",
        },
    )


@pytest.mark.django_db(transaction=True)
def test_after_a_crash_only_the_mail_under_way_comes_a_second_time(server, tmp_path) -> None:
    people = [somebody(), somebody("layla"), somebody("omar")]
    told(*people)
    running: list[subprocess.Popen[bytes]] = []

    def takes_it_and_the_worker_dies() -> str:
        os.kill(running[0].pid, signal.SIGKILL)
        running[0].wait(20)
        return "250 OK"

    server.rules["END layla@"] = takes_it_and_the_worker_dies
    running.append(worker(server, tmp_path))
    assert running[0].wait(60) == -signal.SIGKILL
    server.rules.clear()
    _until(lambda: len(server.taken) == 2)
    assert digest.send() == 1  # omar; layla's is still taken
    later()
    assert digest.send() == 1
    assert server.to() == [f"{name}@desk.example" for name in ("rana", "layla", "omar", "layla")]
    assert server.taken[1]["Message-ID"] == server.taken[3]["Message-ID"]
    assert len({mail["Message-ID"] for mail in server.taken}) == 3


def _until(true) -> None:
    for _ in range(100):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come true in 5 s")


@pytest.mark.django_db(transaction=True)
def test_several_workers_at_once_send_each_mail_once(server) -> None:
    people = [somebody(f"person{n}") for n in range(12)]
    told(*people)
    sent: list[int] = []

    def work() -> None:
        try:
            sent.append(digest.send())
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sum(sent) == 12
    assert sorted(server.to()) == sorted(person.email for person in people)


# ── When it is done ─────────────────────────────────────────────────────────────────────────────


def test_rounds_are_made_only_where_mail_is_sent(settings) -> None:
    settings.SENDS_MAIL = False
    assert "digest" not in celery.rounds()
    settings.SENDS_MAIL = True
    found = celery.rounds()["digest"]
    assert found["task"] == tasks.send_digests.name
    assert found["schedule"] <= 600


def test_a_round_ends_before_its_mails_are_taken_for_lost() -> None:
    assert tasks.send_digests.time_limit < digest.LEASE.total_seconds()


def test_who_never_chose_a_language_is_written_to_in_the_houses(server, settings) -> None:
    rana = UserFactory(email="rana@desk.example")
    NoticeChoice.objects.create(person=rana, kind=Kind.MENTIONED, way=NoticeChoice.Way.MAIL)
    told(rana)
    tasks.send_digests()
    assert server.taken[0]["Content-Language"] == settings.LANGUAGE_CODE
