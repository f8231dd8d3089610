"""What the words of a mention tell."""

import pytest

from claims.extraction.folding import fold_name
from claims.sources.mention import Candidate, read


@pytest.mark.parametrize(
    ("mention", "name", "kind", "is_local"),
    [
        ("هيئة الموانئ", "هيئة الموانئ", "organisation", False),
        ("للجيش", "الجيش", "organisation", True),
        ("الجيش", "الجيش", "organisation", True),
        ("البلدية", "البلدية", "organisation", True),
        ("وكالة «سدرة»", "وكالة «سدرة»", "outlet", False),
        ("«سدرة»", "سدرة", "unknown", False),
        ("كتائب النور", "كتائب النور", "armed_group", False),
        ("العقيد كمال نوري", "كمال نوري", "person", False),
        ("وزير الدفاع كمال نوري", "كمال نوري", "person", False),
        ("المتحدث باسم البلدية كمال نوري", "كمال نوري", "person", False),
        ("المتحدث باسم القصر «كمال نوري»", "كمال نوري", "person", False),
        ("كمال نوري، المتحدث باسم القصر", "كمال نوري", "person", False),
        ("المتحدث باسم البلدية", "المتحدث باسم البلدية", "office", True),
        ("الوزير", "الوزير", "office", True),
        ("رئيس بلدية مرسى كمال نوري", "رئيس بلدية مرسى كمال نوري", "office", True),
        ("مكتب الرئيس كمال نوري", "مكتب الرئيس كمال نوري", "organisation", False),
        ("صور", "صور", "imagery", True),
        ("لقطات مصورة", "لقطات مصورة", "imagery", True),
        ("بيان هيئة الموانئ", "بيان هيئة الموانئ", "document", True),
        ("تقارير غير مؤكدة على منصة تلغرام", None, "social_post", True),
        ("unconfirmed reports on Telegram", None, "social_post", True),
        ("the Marsa Port Authority", None, "organisation", False),
        ("the ministry", None, "organisation", True),
        ("Harbour spokesman Kamal Nouri", "Kamal Nouri", "person", False),
        ("Kamal Nouri, the harbour spokesman", "Kamal Nouri", "person", False),
        ("the office of President Kamal Nouri", None, "organisation", False),
        ("Liman Sözcüsü Kemal Nuri", "Kemal Nuri", "person", False),
        ("Deniz Haber Ajansı", "Deniz Haber Ajansı", "outlet", False),
        ("официальный представитель МИД Анна Нури", "Анна Нури", "person", False),
        ("пресс-секретарь Анна Нури", "Анна Нури", "person", False),
        ("…", "…", "unknown", False),
    ],
)
def test_a_mention_tells_name_and_kind(
    mention: str, name: str | None, kind: str, is_local: bool
) -> None:
    reading = read(mention)
    assert (reading.name, reading.kind, reading.is_local) == (name or mention, kind, is_local)


@pytest.mark.parametrize(
    ("mention", "candidate"),
    [
        ("لهيئة الموانئ", "هيئة الموانئ"),
        ("the Port Authority", "port authority"),
        ("هيئة الموانئ (هـ.م)", "هيئة الموانئ"),
        ("هيئة الموانئ (همن)", "همن"),
        ("Port Authority’s", "port authority"),
    ],
)
def test_a_name_is_looked_up_without_what_is_written_on_it(mention: str, candidate: str) -> None:
    assert Candidate(fold_name(candidate)) in read(mention).candidates


def test_a_part_of_a_name_is_only_weak() -> None:
    wanted = fold_name("هيئة الموانئ")
    [part] = [c for c in read("هيئة الموانئ الجديدة").candidates if c.folded == wanted]
    assert part.weak


def test_a_very_long_mention_stays_cheap() -> None:
    assert len(read("هيئة " * 5000).candidates) < 200
