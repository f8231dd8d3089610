"""Search finds what was meant, and asks the index."""

import pytest
from django.db import connection

from claims.models import Claim
from claims.models.search import matching
from tests.factories import ClaimFactory, VersionFactory

pytestmark = pytest.mark.django_db


def found(words: str) -> list[str]:
    return [claim.quote for claim in matching(Claim.objects.order_by("id"), words)]


@pytest.fixture
def quotes() -> list[str]:
    texts = [
        "أُغْلِقَ الجِسْرُ القديم",
        "جسور المدينة مفتوحة",
        "The bridge was closed",
        "Köprü kapatıldı",
    ]
    for text in texts:
        ClaimFactory(version=VersionFactory(text=text))
    return texts


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("الجسر", [0]),
        ("الجِسْرُ", [0]),
        ("جسر", [0]),
        ("القديم اغلق", [0]),
        ("مفتوح", [1]),
        ("brid", [2]),
        ("CLOSED bridge", [2]),
        ("clos bridge", []),
        ("koprü", [3]),
        ("", [0, 1, 2, 3]),
        ("  ", [0, 1, 2, 3]),
        ("!?", []),
        ("ميناء", []),
    ],
)
def test_words_find_claims(quotes: list[str], words: str, places: list[int]) -> None:
    assert found(words) == [quotes[place] for place in places]


@pytest.mark.parametrize("words", ["\"'*", "a' | 'b", "NEAR(a b)", "a OR b", "' & ", "\\", "x\0y",
                                    "🌉 👍", "a" * 5000, "a b " * 500])  # fmt: skip
def test_no_query_breaks_the_search(words: str) -> None:
    assert found(words) == []


def test_a_changed_or_deleted_claim_is_found_no_more() -> None:
    claim = ClaimFactory(version=VersionFactory(text="الجسر مغلق"))
    Claim.objects.update(search_text="ميناء")
    assert found("الجسر") == []
    assert found("ميناء") == ["الجسر مغلق"]
    claim.delete()
    assert found("ميناء") == []


def test_search_uses_its_index() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_indexscan = off")
    plan = matching(Claim.objects.all(), "الجسر").order_by("-id")[:20].explain()
    assert "claim_search" in plan or "VIRTUAL TABLE INDEX" in plan
