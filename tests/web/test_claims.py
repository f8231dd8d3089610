"""The list of claims as the server makes it, without scripts."""

import html
import re
from time import perf_counter

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from claims.extraction.folding import search_form
from claims.models import Article, Claim, Source
from claims.models.keyset import Page
from claims.models.keyset import page as turn
from claims.web.listing import ROWS
from tests.web.list_data import many_claims
from tests.web.people import signed_in
from tests.web.reader_data import Bridge, Link, a_claim, a_source, an_article, the_bridge

pytestmark = pytest.mark.django_db


@pytest.fixture
def bridge() -> Bridge:
    found = the_bridge()
    for claim in found.claims:
        Claim.objects.filter(pk=claim.pk).update(search_text=search_form(claim.quote))
    return found


def page(client: Client, query: str = "", **given: object) -> str:
    response = client.get(reverse("claims") + query, given or None, follow=True)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def quotes(body: str) -> list[str]:
    return re.findall(r'<a class="quoted"[^>]*>(.*?)</a>', body)


def test_the_newest_stand_first_each_leading_to_its_place(viewer, bridge) -> None:
    body = page(viewer)
    assert quotes(body) == [claim.quote for claim in reversed(bridge.claims)]
    assert f'href="{reverse("claim", args=[bridge.claims[0].pk])}"' in body
    assert "7 claims" in body and "20 November 2026" in body and "Not assessed" in body


def test_a_quote_keeps_its_language_and_direction(viewer, bridge) -> None:
    assert '<a class="quoted" lang="ar" dir="auto"' in page(viewer)


def test_the_chain_is_one_line_of_words(viewer, bridge) -> None:
    words = " ".join(re.sub(r"<[^>]*>", "", page(viewer)).split())
    assert "Marsa Radio, citing Sidra Agency, citing 3 مصادر في الدفاع المدني" in words
    assert "Marsa Radio, in its own voice" in words


def test_a_quotation_without_a_speaker_is_not_the_outlets_voice(viewer, bridge) -> None:
    bridge.claims[1].links.all().delete()
    told = " ".join(re.sub(r"<[^>]*>", "", page(viewer, kind="direct")).split())
    assert "Marsa Radio, no source found" in told and "in its own voice" not in told
    Article.objects.update(language="tr", language_known=False)
    told = " ".join(re.sub(r"<[^>]*>", "", page(viewer, kind="direct")).split())
    assert "Marsa Radio, source not looked for" in told


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"kind": "direct"}, [1, 2, 5]),
        ({"modality": "future"}, [5]),
        ({"language": "ar"}, [0, 1, 2, 3, 4, 5, 6]),
        ({"language": "en"}, []),
        ({"language": "other"}, []),
        ({"from": "2026-11-20", "to": "20/11/2026"}, [0, 1, 2, 3, 4, 5, 6]),
        ({"to": "٢٠٢٦-١١-١٩"}, []),
        ({"status": "contested"}, [3]),
        ({"kind": "direct", "modality": "asserted"}, [1, 2]),
        ({"who": "sidra"}, [1, 2]),
        ({"who": "sidra", "as": "origin"}, []),
        ({"who": "sidra", "as": "relayer"}, [1, 2]),
        ({"who": "هيئة المواني"}, [0, 4]),
    ],
)
def test_filters_narrow_the_list(viewer, bridge, given: dict, left: list[int]) -> None:
    statement = bridge.claims[3].statement
    statement.corroboration = "contested"
    statement.save()
    assert quotes(page(viewer, **given)) == [bridge.claims[n].quote for n in reversed(left)]


def test_a_source_is_found_under_what_was_merged_into_it(viewer, bridge) -> None:
    bridge.nouri.merged_into = bridge.ports
    bridge.nouri.save()
    for source in (bridge.ports, bridge.nouri):
        assert len(quotes(page(viewer, source=source.pk))) == 4


def test_an_outlet_is_a_filter(viewer, bridge) -> None:
    other = an_article("The pier is open.", language="en", outlet="Pier Gazette")
    a_claim(other, "The pier is open.")
    body = page(viewer, outlet=other.article.outlet_id)
    assert quotes(body) == ["The pier is open."]
    assert re.search(r"<option value=\"\d+\" selected>Pier Gazette", body)


@pytest.mark.parametrize("words", ["الجِسْر", "الجسر", "جسر انهار", "انهار الجسـر"])
def test_search_finds_with_and_without_vowel_marks(viewer, bridge, words: str) -> None:
    body = page(viewer, q=words)
    assert bridge.claims[1].quote in quotes(body)
    assert f"Searched for “{words}”" in body


def test_vowelled_text_is_found_by_bare_words(viewer) -> None:
    version = an_article("أُغْلِقَ الجِسْرُ القديمُ.")
    claim = a_claim(version, "أُغْلِقَ الجِسْرُ القديمُ")
    Claim.objects.filter(pk=claim.pk).update(search_text=search_form(claim.quote))
    assert quotes(page(viewer, q="اغلق الجسر")) == [claim.quote]


def test_words_without_a_letter_say_so(viewer, bridge) -> None:
    body = page(viewer, q="!?")
    assert quotes(body) == [] and "holds no letter and no digit" in body


def test_nothing_found_leads_out(viewer, bridge) -> None:
    body = page(viewer, q="ميناء", kind="direct")
    assert "No claim passes all of this." in body and "0 claims" in body


def test_before_the_first_article_there_is_a_way_to_begin(viewer) -> None:
    body = page(viewer)
    assert "No claims yet." in body and reverse("article_add") in body


def test_each_filter_is_a_chip_that_removes_it(viewer, bridge) -> None:
    body = page(viewer, source=bridge.ports.pk, kind="indirect", **{"as": "origin", "q": "جسر"})
    assert 'href="?q=%D8%AC%D8%B3%D8%B1&kind=indirect"' in body  # without the source and its role
    assert f'href="?q=%D8%AC%D8%B3%D8%B1&source={bridge.ports.pk}&as=origin"' in body
    assert "Remove the filter “Ports Authority”" in body


def test_a_name_of_several_sources_is_asked_about(viewer, bridge) -> None:
    a_source("وكالة سدرة الجنوبية", "outlet", en="Sidra South")
    body = page(viewer, who="sidra", kind="direct")
    assert "Which source is meant by “<bdi>sidra</bdi>”?" in body
    assert quotes(body) == []
    assert f'href="?source={bridge.sidra.pk}&kind=direct"' in body


def test_a_name_of_one_source_becomes_its_address(viewer, bridge) -> None:
    response = viewer.get(reverse("claims"), {"who": "Sidra", "kind": ""})
    assert response["Location"] == f"/claims/?source={bridge.sidra.pk}"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "spoken"}, "There is no “spoken” here"),
        ({"modality": "<b>"}, "There is no “<b>” here"),
        ({"as": "king"}, "There is no “king” here"),
        ({"status": "true"}, "There is no “true” here"),
        ({"source": "999999"}, "There is no “999999” here"),
        ({"source": "9" * 40}, "There is no “999"),
        ({"outlet": "x\0"}, "There is no “x” here"),
        ({"language": "klingon!"}, "is not the code of a language"),
        ({"from": "yesterday"}, "yesterday is not a date"),
        ({"to": "2026-02-31"}, "2026-02-31 is not a date"),
        ({"from": "2026-11-21", "to": "2026-11-20"}, "The first day is after the last"),
        ({"who": "\0"}, "7 claims"),
        ({"who": "غير موجود"}, "No source has a name with “غير موجود”."),
        ({"q": "a\0b " * 200}, "0 claims"),
        ({"after": "nonsense"}, "start again from the first page"),
        ({"before": "W1siLWlkIl0sWyJ4Il1d"}, "start again from the first page"),
    ],
)
def test_a_wrong_value_gets_a_sentence_and_the_list_stays(
    viewer, bridge, given: dict, sentence: str
) -> None:
    body = page(viewer, **given)
    assert sentence in body
    if "q" not in given:
        assert len(quotes(body)) == 7


def test_pages_lead_forward_and_back(viewer) -> None:
    many_claims(2 * ROWS + 1)
    newest = quotes(page(viewer))
    [older] = re.findall(r'id="page-next" rel="next" href="([^"]+)"', page(viewer))
    second = page(viewer, older)
    assert len(newest) == len(quotes(second)) == ROWS
    [last] = re.findall(r'id="page-next" rel="next" href="([^"]+)"', second)
    assert len(quotes(page(viewer, last))) == 1 and "end of the list" in page(viewer, last)
    [newer] = re.findall(r'id="page-previous" rel="prev" href="([^"]+)"', second)
    assert quotes(page(viewer, newer)) == newest
    assert "This is the newest." in page(viewer, newer)


def test_pages_keep_the_filters(viewer) -> None:
    many_claims(ROWS + 1)
    [older] = re.findall(r'rel="next" href="([^"]+)"', page(viewer, kind="narration"))
    assert older.startswith("?kind=narration&after=")


def test_large_lists_are_counted_no_further_than_a_thousand(viewer) -> None:
    many_claims(1001)
    assert "1000+\u200e claims" in page(viewer)
    Claim.objects.order_by("id")[0].delete()
    assert "1000 claims" in page(viewer)


def test_the_number_of_queries_does_not_grow(
    viewer, bridge, django_assert_max_num_queries, django_assert_num_queries
) -> None:
    source = Source.objects.filter(name="هيئة الموانئ")[0]
    query = f"?source={source.pk}&q=%D8%A7%D9%84%D8%B1%D8%B5%D9%8A%D9%81"
    with django_assert_max_num_queries(16) as few:
        page(viewer, query)
    many_claims(300, source=source)
    with django_assert_num_queries(len(few) + 2):  # links and sources, once there are rows
        assert len(quotes(page(viewer, query))) == ROWS


def deepest(count: int) -> Page[Claim]:
    """A page whose next one holds the last five of ``count`` claims."""
    behind = Claim.objects.order_by("-id")[count - 6 : count - 4]
    return turn(Claim.objects.filter(pk__in=[one.pk for one in behind]), order=("-id",), size=1)


def test_a_deep_page_is_found_by_the_index_and_never_sorted(viewer) -> None:
    many_claims(2000)
    asked: list[tuple[str, object]] = []

    def note(execute, sql, params, many, context):
        if sql.startswith("SELECT") and "LIMIT" in sql and 'ORDER BY "claims_claim"' in sql:
            asked.append((sql, params))
        return execute(sql, params, many, context)

    cursor = deepest(2000).next_cursor
    with connection.execute_wrapper(note):
        assert len(quotes(page(viewer, after=cursor))) == 5
    [(sql, params)] = asked
    assert "OFFSET" not in sql
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as database:
        if connection.vendor == "postgresql":  # small tables are read whole unless told not to
            database.execute("SET LOCAL enable_seqscan = off")
            database.execute("SET LOCAL enable_sort = off")
        database.execute(explain + sql, params)
        plan = " ".join(str(column) for row in database.fetchall() for column in row)
    assert "Sort" not in plan and "TEMP B-TREE" not in plan
    assert re.search(r"(claim_newest|claims_claim_pkey).*\(?.?id.? ?<|state=\? AND id<\?", plan)


@pytest.mark.parametrize("filtered", ["nothing", "source", "words"])
def test_the_deepest_page_takes_no_longer_than_the_first(viewer, filtered: str) -> None:
    source = a_source("هيئة الرصيف")
    many_claims(3000, source=source)
    given = {"nothing": {}, "source": {"source": source.pk}, "words": {"q": "الرصيف"}}[filtered]

    def fastest(**place: str) -> float:
        times = []
        for _ in range(3):
            began = perf_counter()
            body = page(viewer, **given, **place)
            times.append(perf_counter() - began)
            assert quotes(body)
        return min(times)

    first = fastest()
    assert fastest(after=deepest(3000).next_cursor) < 3 * first


def test_htmx_gets_the_list_alone_and_a_tidy_address(viewer, bridge) -> None:
    response = viewer.get(
        reverse("claims"),
        {"q": "", "kind": "direct", "from": ""},
        headers={"HX-Request": "true"},
    )
    body = response.content.decode()
    assert "<html" not in body and len(quotes(body)) == 3
    assert response["HX-Push-Url"] == "/claims/?kind=direct"
    assert "HX-Request" in response["Vary"]


def test_after_going_back_the_whole_page_is_given(viewer, bridge) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in viewer.get(reverse("claims"), headers=headers).content.decode()


def test_markup_in_a_quote_or_a_filter_is_text(viewer) -> None:
    version = an_article('<script>alert("1")</script>', language="en")
    a_claim(version, version.text)
    response = viewer.get(reverse("claims"), {"q": "<script>", "who": '"><script>'})
    body = response.content.decode()
    assert "<script>" not in body.replace('<script src="', "")


def test_no_inline_code_or_styles(viewer, bridge) -> None:
    body = page(viewer, kind="direct")
    assert not re.search(r"<[^>]+\s(style|on\w+)=", body)


def test_set_aside_and_withdrawn_claims_are_not_listed(viewer, bridge) -> None:
    Claim.objects.filter(pk=bridge.claims[0].pk).update(state="dismissed")
    Claim.objects.filter(pk=bridge.claims[1].pk).update(state="withdrawn")
    assert len(quotes(page(viewer))) == 5


def test_a_claim_without_outlet_or_date_says_so(viewer) -> None:
    version = an_article("Words.", language="en")
    version.article.outlet, version.article.published = None, None
    version.article.save()
    a_claim(version, "Words.", Link(a_source("He", "person", language="en")))
    body = page(viewer)
    assert "Outlet not given, citing" in body and "Date not given" in body


def test_the_list_is_in_arabic_too(viewer, bridge) -> None:
    viewer.cookies["django_language"] = "ar"
    words = " ".join(re.sub(r"<[^>]*>", "", page(viewer)).split())
    assert "راديو مرسى عن وكالة سدرة عن 3 مصادر في الدفاع المدني" in words


def test_strangers_sign_in_first(client) -> None:
    assert client.get(reverse("claims"))["Location"].startswith(reverse("sign_in"))


def test_people_without_a_role_are_turned_away() -> None:
    assert signed_in("nobody").get(reverse("claims")).status_code == 403


def test_only_reading_is_open(viewer) -> None:
    assert viewer.post(reverse("claims")).status_code == 405
