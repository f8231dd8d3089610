"""Articles as the server takes in and follows them, without scripts."""

import html
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims import jobs, tasks
from claims.models import Article, Job, Outlet
from tests.factories import (
    ClaimFactory,
    JobFactory,
    OutletFactory,
    SourceFactory,
    VersionFactory,
)
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db

TEXT = "قالت هيئة الموانئ إن الجسر أُغلق.\n\nوأضافت أن العمل بدأ."


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    found: list[list[int]] = []
    monkeypatch.setattr(tasks, "send", found.append)
    return found


def words(body: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", body).split()))


def add(client: Client, **given: object):
    return client.post(reverse("article_add"), {"text": TEXT, **given})


def a_file(raw: bytes, name: str = "article.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw, "text/plain")


class TestAdding:
    def test_an_article_is_stored_and_its_work_sent(
        self, reviewer, sent, django_capture_on_commit_callbacks
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            response = add(
                reviewer,
                outlet="Marsa Radio",
                published="24/11/2026",
                url="https://marsa.example/1#top",
                title=" الجسر  مغلق ",
                language="ar",
            )
        article = Article.objects.get()
        assert response["Location"] == reverse("article", args=[article.pk])
        assert (article.title, article.language) == ("الجسر مغلق", "ar")
        assert (article.published, article.url) == (date(2026, 11, 24), "https://marsa.example/1")
        assert article.outlet.source.name == "Marsa Radio"
        assert article.outlet.source.state == "proposed"
        assert article.added_by.username == "reviewer-1"
        assert sent == [[Job.objects.get().pk]]

    def test_text_alone_is_enough(self, reviewer, sent) -> None:
        add(reviewer)
        article = Article.objects.get()
        assert article.versions.get().text == TEXT
        assert (article.outlet, article.language) == (None, "ar")

    def test_line_ends_of_the_form_become_those_of_the_record(self, reviewer, sent) -> None:
        add(reviewer, text=TEXT.replace("\n", "\r\n"))
        assert Article.objects.get().versions.get().text == TEXT

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
    def test_a_file_is_read_in_its_encoding(self, reviewer, sent, encoding: str) -> None:
        add(reviewer, text="", file=a_file(TEXT.encode(encoding)))
        assert Article.objects.get().versions.get().text == TEXT

    def test_an_outlet_that_is_known_is_not_proposed_again(self, reviewer, sent) -> None:
        outlet = OutletFactory(source__name="Marsa Radio", source__kind="outlet")
        add(reviewer, outlet="marsa  radio")
        assert Article.objects.get().outlet == outlet

    def test_the_address_goes_before_the_name_and_says_so(self, reviewer, sent) -> None:
        outlet = OutletFactory(source__name="Marsa Radio", domain="marsa.example")
        response = reviewer.post(
            reverse("article_add"),
            {"text": TEXT, "outlet": "Sidra", "url": "https://www.marsa.example/1"},
            follow=True,
        )
        assert Article.objects.get().outlet == outlet
        assert "The address belongs to Marsa Radio" in response.content.decode()

    def test_another_language_is_given_by_its_code(self, reviewer, sent) -> None:
        add(reviewer, language="other", language_code="FA")
        assert Article.objects.get().language == "fa"

    def test_a_code_that_is_not_asked_for_is_no_error(self, reviewer, sent) -> None:
        assert add(reviewer, language="ar", language_code="123").status_code == 302

    def test_the_same_text_twice_is_opened(self, reviewer, sent) -> None:
        first = add(reviewer)
        second = reviewer.post(reverse("article_add"), {"text": TEXT}, follow=True)
        assert second.redirect_chain == [(first["Location"], 302)]
        assert "This article is here already, since" in second.content.decode()
        assert (Article.objects.count(), Job.objects.count()) == (1, 1)

    def test_a_changed_text_at_a_known_address_is_a_version(self, reviewer, sent) -> None:
        address = "https://marsa.example/1"
        add(reviewer, url=address)
        changed = {"text": TEXT + " تحديث.", "url": address}
        response = reviewer.post(reverse("article_add"), changed, follow=True)
        assert "the text is its version 2" in response.content.decode()
        old = add(reviewer, url=address)
        assert old["Location"].endswith("?version=1")

    def test_outlets_are_offered_under_the_reader_s_names(self, reviewer) -> None:
        OutletFactory(source__name="Marsa Radio")
        SourceFactory(name="Port Authority")
        body = reviewer.get(reverse("article_add")).content.decode()
        assert '<option value="Marsa Radio"' in body and "Port Authority" not in body

    def test_the_draft_that_was_stored_is_named_to_the_form(self, reviewer, sent) -> None:
        add(reviewer, draft="abc123")
        body = reviewer.get(reverse("article_add")).content.decode()
        assert 'data-stored="abc123"' in body

    def test_viewers_may_not_add(self, viewer) -> None:
        assert viewer.get(reverse("article_add")).status_code == 403
        assert add(viewer).status_code == 403
        assert not Article.objects.exists()

    def test_strangers_sign_in_first(self, client) -> None:
        assert add(client)["Location"] == "/sign-in/?next=/articles/add/"


@pytest.mark.django_db(transaction=True)
def test_the_same_article_sent_four_times_at_once_is_one() -> None:
    clients = [signed_in("reviewer", n) for n in range(4)]
    together = threading.Barrier(len(clients))

    def send(client: Client) -> str:
        together.wait()
        try:
            return add(client, outlet="Marsa Radio")["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as pool:
        opened = set(pool.map(send, clients))
    article = Article.objects.get()
    assert opened == {reverse("article", args=[article.pk])}
    assert (Outlet.objects.count(), Job.objects.count()) == (1, 1)


GIVEN = {
    "text": TEXT,
    "outlet": "راديو مرسى",
    "published": "24/11/2026",
    "url": "https://marsa.example/1",
    "title": "الجسر",
    "language": "other",
    "language_code": "fa",
}


class TestRefusals:
    @pytest.mark.parametrize(
        ("field", "value", "sentence"),
        [
            ("text", "", "There is no text; paste or upload the article's words."),
            ("text", " \n ", "There is no text; paste or upload the article's words."),
            ("text", "نص\0آخر", "This is not text: it holds NUL characters."),
            ("text", "ab " * 200_000, "The text has 600,000 characters"),
            ("published", "31/02/2026", "31/02/2026 is not a date"),
            ("published", "yesterday", "yesterday is not a date"),
            ("url", "marsa.example", "marsa.example is not an address"),
            ("url", "javascript:alert(1)", "is not an address"),
            ("title", "ط" * 501, "The title has 501 characters; 500 are kept at most."),
            ("title", "a\0b", "The title holds NUL characters"),
            ("outlet", "م" * 301, "The outlet’s name has 301 characters; 300 are kept"),
            ("outlet", "a\0b", "The outlet’s name holds NUL characters"),
            ("language", "xx", "Choose a language of the list."),
            ("language_code", "farsi", "farsi is not the code of a language"),
            ("language_code", "", "Write the code of the language"),
        ],
    )
    def test_what_is_refused_is_told_at_the_field_and_nothing_is_lost(
        self, reviewer, sent, field: str, value: str, sentence: str
    ) -> None:
        response = reviewer.post(reverse("article_add"), {**GIVEN, field: value})
        body = response.content.decode()
        assert response.status_code == 400
        summary, form = body.split("<form class=", 1)
        [told] = re.findall(rf'<a href="#id_{field}">([^<]*)</a>', summary)
        assert sentence in html.unescape(told)
        [beside] = re.findall(rf'<div id="id_{field}_error">(.*?)</div>', form, re.S)
        assert sentence in words(beside)
        assert f'aria-describedby="id_{field}_' in form or f'id_{field}_error"' in form
        for name, given in GIVEN.items():
            if name != field:
                kept = html.escape(given, quote=True)
                assert kept in form or (name, given) == ("language", "other"), name
        assert '<option value="other" selected>' in form or field == "language"
        assert not Article.objects.exists() and not Outlet.objects.exists()

    @pytest.mark.parametrize(
        ("raw", "sentence"),
        [
            (b"", "There is no text"),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\xff\xfe\xfd" * 9, "The encoding of this text"),
            (b"PK\x03\x04\0\0", "This is not text: it holds NUL characters."),
            ("Привет, мир. ".encode("cp1251") * 9, "The encoding of this text"),
            (b"\xef\xbb\xbf\xff", "This text says that it is UTF-8 but is not"),
            (b"a" * 500_000, "The text has 500,000 characters"),
            (b"a" * 5_000_000, "The file has 5,000 kB"),
            (b"a" * 50_000_000, "The file has 50,000 kB"),
        ],
        ids=["empty", "pdf", "zip", "cyrillic", "wrong mark", "too long", "5 MB", "50 MB"],
    )
    def test_a_file_that_will_not_do_is_told_and_what_was_typed_stays(
        self, reviewer, sent, raw: bytes, sentence: str
    ) -> None:
        given = {**GIVEN, "text": "", "file": a_file(raw)}
        response = reviewer.post(reverse("article_add"), given)
        body = response.content.decode()
        assert response.status_code == 400
        [beside] = re.findall(r'<div id="id_file_error">(.*?)</div>', body, re.S)
        assert sentence in words(beside)
        assert "راديو مرسى" in body and "https://marsa.example/1" in body
        assert not Article.objects.exists()

    def test_a_file_that_was_read_is_kept_when_another_field_is_refused(
        self, reviewer, sent
    ) -> None:
        response = add(reviewer, text="", file=a_file(TEXT.encode()), published="never")
        assert response.status_code == 400 and TEXT in response.content.decode()

    def test_a_text_and_another_one_in_a_file_are_too_much(self, reviewer, sent) -> None:
        response = add(reviewer, file=a_file("نص آخر تمامًا.".encode()))
        body = response.content.decode()
        assert response.status_code == 400 and TEXT in body
        assert "There is a pasted text and a file with another one." in body

    def test_the_same_text_in_both_is_one_text(self, reviewer, sent) -> None:
        assert add(reviewer, file=a_file(TEXT.encode())).status_code == 302

    def test_more_than_the_server_reads_is_a_page_of_ours(self, reviewer, settings) -> None:
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
        response = add(reviewer, text="x" * 2000)
        assert response.status_code == 400
        assert "This was too much for one form." in response.content.decode()


def progress(client: Client, job: Job, **query: object) -> str:
    response = client.get(
        reverse("article_progress", args=[job.version.article_id]),
        {"job": job.pk, **query},
        headers={"HX-Request": "true"},
    )
    assert response.status_code == 200
    return words(response.content.decode())


class TestProgress:
    def test_the_article_shows_how_far_the_work_is(self, viewer) -> None:
        job = JobFactory(state="queued")
        body = viewer.get(reverse("article", args=[job.version.article_id])).content.decode()
        assert "Waiting for a worker" in body
        assert "Load the page again to see how far it is." in body  # for those without scripts
        assert f"?job={job.pk}" in body and 'hx-trigger="every 1s"' in body

    def test_numbers_are_those_of_the_job(self, viewer) -> None:
        job = JobFactory()
        lease = jobs.take(job.pk)
        lease.progress(Job.Stage.READING, 12, 40)
        told = progress(viewer, job)
        assert "Reading sentences 12 of 40 sentences" in told
        response = viewer.get(
            reverse("article_progress", args=[job.version.article_id]),
            headers={"HX-Request": "true"},
        )
        assert '<progress class="bar" id="progress-bar" value="12" max="40">' in (
            response.content.decode()
        )

    def test_it_says_how_many_are_before_it(self, viewer) -> None:
        JobFactory.create_batch(2)
        assert "2 other texts are before it." in progress(viewer, JobFactory())

    def test_it_says_when_nobody_takes_the_work(self, viewer) -> None:
        job = JobFactory()
        assert "no worker is busy" not in progress(viewer, job)
        Job.objects.update(queued_at=timezone.now() - timedelta(minutes=2))
        assert "no worker is busy" in progress(viewer, job)
        busy = JobFactory()
        jobs.take(busy.pk)
        assert "no worker is busy" not in progress(viewer, job)

    def test_it_says_when_the_worker_was_lost(self, viewer) -> None:
        job = JobFactory()
        jobs.take(job.pk)
        assert "worker was lost" not in progress(viewer, job)
        Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
        assert "Its worker was lost; another one takes the work over" in progress(viewer, job)

    def test_it_says_why_a_try_came_to_nothing(self, viewer) -> None:
        job = JobFactory()
        jobs.take(job.pk).give_back("The text could not be worked through (MemoryError).")
        Job.objects.update(queued_at=timezone.now() - timedelta(minutes=2))
        told = progress(viewer, job)
        assert "The last try did not come to its end: The text could not" in told
        assert "no worker is busy" not in told  # it waits for the sweep
        Job.objects.update(started_at=timezone.now() - timedelta(minutes=5))
        assert "no worker is busy" in progress(viewer, job)
        Job.objects.update(state="failed")
        assert "no worker is busy" not in progress(viewer, jobs.retry(job))

    def test_done_leads_to_the_claims(self, viewer) -> None:
        job = JobFactory(state="done")
        for start in range(2):
            ClaimFactory(version=job.version, start=start)
        told = progress(viewer, job)
        assert "2 claims" in told and "Show the claims" in told

    def test_a_failure_is_told_and_offers_a_retry_to_those_who_may(self, viewer, reviewer) -> None:
        job = JobFactory(state="failed", error="It took too long.")
        assert "It took too long." in progress(viewer, job)
        assert "Try again" not in progress(viewer, job)
        assert "Try again" in progress(reviewer, job)

    def test_without_scripts_the_article_says_it(self, viewer) -> None:
        job = JobFactory()
        article = job.version.article_id
        response = viewer.get(reverse("article_progress", args=[article]))
        assert response["Location"] == reverse("article", args=[article])

    @pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999", ""])
    def test_what_is_no_job_is_not_found(self, viewer, number: str) -> None:
        article = JobFactory().version.article_id
        address = reverse("article_progress", args=[article])
        assert viewer.get(address, {"job": number}).status_code == 404

    def test_the_job_of_another_article_is_not_found(self, viewer) -> None:
        one, other = JobFactory(), JobFactory()
        address = reverse("article_progress", args=[one.version.article_id])
        assert viewer.get(address, {"job": other.pk}).status_code == 404
        assert viewer.get(reverse("article_progress", args=[10**9])).status_code == 404

    def test_strangers_sign_in_first(self, client) -> None:
        response = client.get(reverse("article_progress", args=[JobFactory().version.article_id]))
        assert response["Location"].startswith("/sign-in/")


class TestRetry:
    def test_failed_work_is_started_again(
        self, reviewer, sent, django_capture_on_commit_callbacks
    ) -> None:
        job = JobFactory(state="failed", error="It took too long.", attempts=3)
        with django_capture_on_commit_callbacks(execute=True):
            response = reviewer.post(reverse("job_retry", args=[job.pk]))
        assert response["Location"] == reverse("article", args=[job.version.article_id])
        job.refresh_from_db()
        assert (job.state, job.attempts, job.error) == ("queued", 0, "")
        assert sent == [[job.pk]]

    def test_work_that_did_not_fail_stays_as_it_is(self, reviewer, sent) -> None:
        job = JobFactory(state="done")
        assert reviewer.post(reverse("job_retry", args=[job.pk])).status_code == 302
        job.refresh_from_db()
        assert job.state == "done" and sent == []

    def test_an_older_version_is_shown_again(self, reviewer, sent) -> None:
        job = JobFactory(state="failed")
        VersionFactory(article=job.version.article, number=2, text="نص جديد.")
        response = reviewer.post(reverse("job_retry", args=[job.pk]))
        assert response["Location"].endswith("?version=1")

    def test_it_takes_a_post_of_somebody_who_may(self, viewer, reviewer, client) -> None:
        job = JobFactory(state="failed")
        address = reverse("job_retry", args=[job.pk])
        assert reviewer.get(address).status_code == 405
        assert viewer.post(address).status_code == 403
        assert client.post(address).status_code == 302
        assert reviewer.post(reverse("job_retry", args=[10**9])).status_code == 404
        job.refresh_from_db()
        assert job.state == "failed"
