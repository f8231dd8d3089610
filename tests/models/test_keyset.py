"""Pages of long lists."""

import pytest
from django.db import connection
from django.db.models import QuerySet

from claims.errors import InputRefused
from claims.models import Article, Claim, Source
from claims.models.keyset import page
from tests.factories import ArticleFactory, ClaimFactory, SourceFactory, VersionFactory

pytestmark = pytest.mark.django_db


def walk(queryset: QuerySet, order: tuple[str, ...], size: int) -> list[list[int]]:
    pages, after = [], None
    while True:
        one = page(queryset, order=order, after=after, size=size)
        pages.append([row.pk for row in one.rows])
        after = one.next_cursor
        if after is None:
            return pages


def test_pages_hold_every_row_once_in_order() -> None:
    version = VersionFactory()
    ids = [ClaimFactory(version=version, start=n, end=n + 2).pk for n in range(5)]
    newest_first = ids[::-1]
    assert walk(Claim.objects.all(), ("-id",), 2) == [
        newest_first[:2],
        newest_first[2:4],
        newest_first[4:],
    ]


def test_equal_first_columns_are_told_apart_by_the_last() -> None:
    names = ["ب", "أ", "ب", "أ", "ب"]
    for name in names:
        SourceFactory(name=name)
    pages = walk(Source.objects.all(), ("name", "id"), 2)
    expected = list(Source.objects.order_by("name", "id").values_list("pk", flat=True))
    assert [pk for one in pages for pk in one] == expected
    assert [len(one) for one in pages] == [2, 2, 1]


def test_times_keep_their_microseconds() -> None:
    articles = [ArticleFactory() for _ in range(4)]
    pages = walk(Article.objects.all(), ("-added_at", "-id"), 1)
    assert pages == [[article.pk] for article in reversed(articles)]


def test_a_full_last_page_is_the_last() -> None:
    SourceFactory.create_batch(2)
    assert page(Source.objects.all(), order=("id",), after=None, size=2).next_cursor is None


def test_pages_lead_back_the_way_they_came() -> None:
    version = VersionFactory()
    ids = [ClaimFactory(version=version, start=n, end=n + 2).pk for n in range(5)][::-1]
    claims, order = Claim.objects.all(), ("-id",)
    first = page(claims, order=order, size=2)
    second = page(claims, order=order, after=first.next_cursor, size=2)
    third = page(claims, order=order, after=second.next_cursor, size=2)
    assert (first.previous_cursor, third.next_cursor) == (None, None)
    back = page(claims, order=order, before=third.previous_cursor, size=2)
    assert [row.pk for row in back.rows] == ids[2:4]
    assert back.next_cursor == second.next_cursor
    start = page(claims, order=order, before=back.previous_cursor, size=2)
    assert [row.pk for row in start.rows] == ids[:2]
    assert start.previous_cursor is None


def test_what_was_added_in_front_is_found_on_the_way_back() -> None:
    version = VersionFactory()
    ids = [ClaimFactory(version=version, start=n, end=n + 2).pk for n in range(2)][::-1]
    claims, order = Claim.objects.all(), ("-id",)
    first = page(claims, order=order, size=1)
    second = page(claims, order=order, after=first.next_cursor, size=1)
    newer = ClaimFactory(version=version, start=7, end=9)
    back = page(claims, order=order, before=second.previous_cursor, size=1)
    assert [row.pk for row in back.rows] == [ids[0]]
    front = page(claims, order=order, before=back.previous_cursor, size=1)
    assert [row.pk for row in front.rows] == [newer.pk]


def test_rows_of_values_have_cursors_too() -> None:
    SourceFactory.create_batch(3)
    first = page(Source.objects.values("id", "name"), order=("id",), after=None, size=2)
    then = page(Source.objects.values("id", "name"), order=("id",), after=first.next_cursor, size=2)
    assert len(first.rows) == 2
    assert len(then.rows) == 1


@pytest.mark.parametrize(
    "after",
    [
        *("", "x", "é", "W10", "WyItaWQiLDFd", "bnVsbA", "[" * 5000),
        "W1siLWlkIl0sWyJ4Il1d",  # [["-id"],["x"]]
        "W1siLWlkIl0sW251bGxdXQ",  # [["-id"],[null]]
        "W1siLWlkIl0sWzFlOTk5XV0",  # [["-id"],[1e999]]
        "W1siLWlkIl0sWzk5OTk5OTk5OTk5OTk5OTk5OTk5OTldXQ",  # [["-id"],[99999999999999999999999]]
    ],
)
def test_what_is_no_cursor_is_refused_in_a_sentence(after: str) -> None:
    with pytest.raises(InputRefused, match="start again"):
        page(Source.objects.all(), order=("-id",), after=after, size=2)


def test_a_cursor_of_another_order_is_refused() -> None:
    SourceFactory.create_batch(3)
    cursor = page(Source.objects.all(), order=("id",), after=None, size=1).next_cursor
    with pytest.raises(InputRefused):
        page(Source.objects.all(), order=("-id",), after=cursor, size=1)


def test_the_database_goes_straight_to_the_place() -> None:
    version = VersionFactory(text="س" * 500)
    for n in range(120):
        ClaimFactory(version=version, start=n, end=n + 2)
    cursor = page(Claim.objects.current(), order=("-id",), after=None, size=50).next_cursor
    plans: list[str] = []

    class Explained(QuerySet):
        def __getitem__(self, sliced: slice) -> list[Claim]:
            plans.append(super().__getitem__(sliced).explain())
            return []

    explained = Explained(Claim).filter(state="current")
    with connection.cursor() as sql:
        if connection.vendor == "postgresql":  # small tables are read whole unless told not to
            sql.execute("SET LOCAL enable_seqscan = off")
            sql.execute("SET LOCAL enable_sort = off")
    page(explained, order=("-id",), after=cursor, size=50)
    assert "index" in plans[0].lower()
    assert "TEMP B-TREE" not in plans[0]
    assert "Sort" not in plans[0]
    assert "id<" in plans[0].replace(" ", "") or "rowid<" in plans[0].replace(" ", "")
