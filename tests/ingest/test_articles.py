"""An article comes in once, with the work it owes."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from claims.errors import InputRefused, TextRefused
from claims.ingest.articles import Stored, store
from claims.ingest.outlets import named
from claims.models import Article, ArticleVersion, Job, Outlet
from tests.factories import TEXT, OutletFactory, UserFactory

URL = "https://port.example/1"


@pytest.mark.django_db
class TestStore:
    def test_an_article_is_stored_with_its_work(self) -> None:
        outlet, person = OutletFactory(), UserFactory()
        stored = store(
            text="قال\r\nنعم",
            outlet=outlet,
            url=f"{URL}#top",
            title=" الجسر  مغلق ",
            published=date(2026, 11, 24),
            language="ar",
            added_by=person,
        )
        article = Article.objects.get()
        assert stored.created
        assert stored.article == article
        assert (article.url, article.title, article.language) == (URL, "الجسر مغلق", "ar")
        assert (article.outlet, article.added_by) == (outlet, person)
        assert stored.version.text == "قال\nنعم"
        assert stored.job == Job.objects.get(state="queued", version=stored.version)

    def test_the_same_address_and_text_is_opened(self) -> None:
        first = store(text=TEXT, outlet=None, url=URL)
        second = store(text=TEXT, outlet=OutletFactory(), url=URL)
        assert not second.created
        assert (second.article, second.version, second.job) == (
            first.article,
            first.version,
            first.job,
        )

    def test_a_known_address_with_a_new_text_is_a_new_version(self) -> None:
        first = store(text=TEXT, outlet=None, url=URL)
        second = store(text=f"{TEXT} تحديث.", outlet=None, url=URL)
        again = store(text=TEXT, outlet=None, url=URL)
        assert second.created
        assert second.article == first.article
        assert second.version.number == 2
        assert (again.version, again.created) == (first.version, False)
        assert Job.objects.count() == 2

    def test_the_same_outlet_and_text_is_opened_and_learns_its_address(self) -> None:
        outlet = OutletFactory()
        first = store(text=TEXT, outlet=outlet)
        second = store(text=TEXT, outlet=outlet, url=URL)
        assert not second.created
        assert second.article == first.article
        assert second.article.url == URL

    def test_another_outlet_with_the_same_text_is_another_article(self) -> None:
        store(text=TEXT, outlet=OutletFactory())
        assert store(text=TEXT, outlet=OutletFactory()).created
        assert store(text=TEXT, outlet=None).created
        assert Article.objects.count() == 3

    def test_a_finished_job_is_not_owed_again(self) -> None:
        store(text=TEXT, outlet=None)
        Job.objects.update(state="done")
        assert store(text=TEXT, outlet=None).job is None

    def test_what_is_refused_leaves_nothing(self) -> None:
        with pytest.raises(TextRefused):
            store(text=" ", outlet=None)
        with pytest.raises(InputRefused):
            store(text=TEXT, outlet=None, url="nowhere")
        with pytest.raises(InputRefused):
            store(text=TEXT, outlet=None, language="arabisch")
        with pytest.raises(InputRefused):
            store(text=TEXT, outlet=None, title="أ\0")
        assert not Article.objects.exists()
        assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("name", ["", "جريدة الميناء"])
def test_the_same_article_twice_at_once_is_one(url: str, name: str) -> None:
    together = threading.Barrier(4)

    def post(_n: int) -> Stored:
        together.wait()
        try:
            outlet = named(name, "", "ar") if name else None
            return store(text=TEXT, outlet=outlet, url=url)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        stored = list(pool.map(post, range(4)))
    assert Article.objects.count() == 1
    assert ArticleVersion.objects.count() == 1
    assert Job.objects.count() == 1
    assert Outlet.objects.count() == (1 if name else 0)
    assert [one.created for one in stored].count(True) == 1
    assert len({one.article.pk for one in stored}) == 1
