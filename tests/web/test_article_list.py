"""The list of articles as the server makes it."""

import html
import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from claims import jobs
from claims.models import Article, Job, Source
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    JobFactory,
    OutletFactory,
    VersionFactory,
)
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db


def words(body: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", body).split()))


def listed(client: Client, query: str = "") -> str:
    response = client.get(reverse("articles") + query)
    assert response.status_code == 200
    return response.content.decode()


def titles(body: str) -> list[str]:
    return re.findall(r'<h3><a class="quoted"[^>]*>([^<]*)</a></h3>', body)


def test_a_line_says_all_of_an_article(viewer) -> None:
    outlet = OutletFactory(source__name="راديو مرسى")
    article = ArticleFactory(title="الجسر", outlet=outlet, published=date(2026, 11, 20))
    version = VersionFactory(article=article)
    for start in range(3):
        ClaimFactory(version=version, start=start)
    JobFactory(version=version, state="done")
    body = listed(viewer)
    told = words(body[body.index('<ol class="queue"') :])
    assert told.startswith("الجسر راديو مرسى , 20 November 2026 3 claims Done Added: ")
    assert 'lang="ar" dir="auto" href="/articles/' in body


def test_an_article_without_a_title_is_known_by_its_first_words(viewer) -> None:
    VersionFactory(text="قالت هيئة الموانئ\nإن الجسر أُغلق.")
    VersionFactory(text="نص " * 100)
    long, short = titles(listed(viewer))
    assert short == "قالت هيئة الموانئ إن الجسر أُغلق."
    assert long.endswith("نص…") and len(long) < 130


def test_claims_are_not_counted_before_the_work_is_done(viewer) -> None:
    JobFactory(state="queued")
    assert "0 claims" not in listed(viewer)
    Job.objects.update(state="done")
    assert "0 claims" in listed(viewer)


def test_the_last_added_come_first_in_pages(viewer) -> None:
    for number in range(55):
        ArticleFactory(title=f"Article {number}")
    first = listed(viewer)
    assert len(titles(first)) == 50 and titles(first)[0] == "Article 54"
    assert "55 articles" in words(first) and "This is the newest." in first
    [further] = re.findall(r'rel="next" href="([^"]*)"', first)
    second = listed(viewer, html.unescape(further))
    assert titles(second) == [f"Article {n}" for n in range(4, -1, -1)]
    [back] = re.findall(r'rel="prev" href="([^"]*)"', second)
    assert titles(listed(viewer, html.unescape(back))) == titles(first)


def test_a_place_that_cannot_be_read_is_the_first_page(viewer) -> None:
    ArticleFactory(title="Here", language="ar")
    body = listed(viewer, "?after=nonsense&language=ar")
    assert "This place in the list cannot be read" in body and titles(body) == ["Here"]


def test_work_under_way_shows_its_numbers(viewer) -> None:
    job = JobFactory()
    jobs.take(job.pk).progress(Job.Stage.READING, 12, 40)
    assert "Being worked on 12 of 40 sentences" in words(listed(viewer))


def test_htmx_gets_the_list_alone_and_its_address(viewer) -> None:
    response = viewer.get(
        reverse("articles") + "?language=&state=done", headers={"HX-Request": "true"}
    )
    body = response.content.decode()
    assert "<html" not in body and 'id="list"' in body
    assert response["HX-Push-Url"] == "/articles/?state=done"


def test_a_language_that_is_not_read_is_told(viewer) -> None:
    known = VersionFactory(article=ArticleFactory(title="Known", language="ar"))
    other = VersionFactory(article__language="tr", article__language_known=False)
    ClaimFactory(version=known)
    assert "quotations only" not in listed(viewer)
    ClaimFactory(version=other)
    assert listed(viewer).count("quotations only") == 1


@pytest.fixture
def four() -> dict[str, Article]:
    marsa = OutletFactory(source__name="Marsa Radio")
    found = {
        "Arabic": ArticleFactory(title="Arabic", language="ar", outlet=marsa),
        "Turkish": ArticleFactory(title="Turkish", language="tr", outlet=marsa),
        "Persian": ArticleFactory(title="Persian", language="fa", language_known=False),
        "English": ArticleFactory(title="English", language="en", outlet=OutletFactory()),
    }
    for title, state in (("Arabic", "done"), ("Turkish", "failed"), ("English", "queued")):
        JobFactory(version=VersionFactory(article=found[title]), state=state)
    return found


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?language=tr", {"Turkish"}),
        ("?language=other", {"Persian"}),
        ("?language=fa", {"Persian"}),
        ("?outlet=none", {"Persian"}),
        ("?state=failed", {"Turkish"}),
        ("?state=queued&language=en", {"English"}),
        ("?state=done&language=tr", set()),
        ("?language=&outlet=&state=", {"Arabic", "Turkish", "Persian", "English"}),
    ],
)
def test_filters_stand_in_the_address(viewer, four, query: str, left: set) -> None:
    assert set(titles(listed(viewer, query))) == left


@pytest.mark.parametrize(
    "query",
    [
        "?state=bad",
        "?outlet=999999",
        "?outlet=-1",
        "?outlet=%00",
        "?language=%00",
        "?language=xxxx",
    ],
)
def test_what_cannot_be_read_is_told_and_left_out(viewer, four, query: str) -> None:
    body = listed(viewer, query)
    assert len(titles(body)) == 4 and 'role="alert"' in body


def test_an_outlet_is_chosen_under_the_name_for_this_reader(viewer, four) -> None:
    outlet = four["Arabic"].outlet
    body = listed(viewer, f"?outlet={outlet.pk}")
    assert set(titles(body)) == {"Arabic", "Turkish"}
    assert f'<option value="{outlet.pk}" selected>Marsa Radio</option>' in body


def test_merged_outlets_are_one(viewer, four) -> None:
    kept, other = four["Arabic"].outlet, four["English"].outlet
    Source.objects.filter(pk=other.source_id).update(merged_into=kept.source)
    for outlet in (kept, other):
        body = listed(viewer, f"?outlet={outlet.pk}")
        assert set(titles(body)) == {"Arabic", "Turkish", "English"}
    [offered] = re.findall(r'<select class="input" id="f-outlet".*?</select>', body, re.S)
    assert words(offered) == "All outlets Marsa Radio Without an outlet"


def test_the_state_is_that_of_the_newest_work(viewer, four) -> None:
    version = four["Turkish"].versions.get()
    JobFactory(version=version, state="done")
    assert titles(listed(viewer, "?state=failed")) == []
    assert set(titles(listed(viewer, "?state=done"))) == {"Arabic", "Turkish"}


def test_a_filter_is_dropped_by_its_chip(viewer, four) -> None:
    body = html.unescape(listed(viewer, "?language=tr&state=failed"))
    assert re.search(r'href="\?state=failed"[^>]* aria-label="Remove the filter “Turkish”"', body)
    assert re.search(r'href="\?language=tr"[^>]* aria-label="Remove the filter “Failed”"', body)


def test_when_nothing_is_like_that_what_was_asked_is_said(viewer, four) -> None:
    told = words(listed(viewer, "?language=ru&state=failed"))
    assert "No article is like that." in told
    assert "Language: Russian" in told and "Work: Failed" in told


def test_an_empty_list_leads_to_adding(reviewer, viewer) -> None:
    assert "No article is here yet." in listed(reviewer)
    assert reverse("article_add") in listed(reviewer)
    assert reverse("article_add") not in listed(viewer)


def test_the_number_of_queries_does_not_grow(
    viewer, django_assert_max_num_queries, django_assert_num_queries
) -> None:
    def some(count: int) -> None:
        for _ in range(count):
            article = ArticleFactory(outlet=OutletFactory())
            version = VersionFactory(article=article)
            ClaimFactory(version=version)
            JobFactory(version=version, state="done")

    some(2)
    with django_assert_max_num_queries(12) as few:
        listed(viewer, "?state=done")
    some(60)
    with django_assert_num_queries(len(few)):
        assert len(titles(listed(viewer, "?state=done"))) == 50


def test_strangers_and_people_without_a_role_stay_outside(client) -> None:
    assert client.get(reverse("articles"))["Location"] == "/sign-in/?next=/articles/"
    assert signed_in("nobody-s-role").get(reverse("articles")).status_code == 403
