"""Which texts are near copies, and which of them was there first."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.corroboration.near_copies import THRESHOLDS, first_of_copies, shingles

REPORT = (
    "أعلنت هيئة الموانئ في درنيل مساء الثلاثاء إغلاق الجسر الحجري أمام الشاحنات بعد ظهور شقوق في "
    "دعامته الوسطى، وقالت إن مهندسين من العاصمة يفحصون الأساسات منذ الصباح وإن نتيجة الفحص ستعرف "
    "قبل نهاية الأسبوع، فيما بقيت العبارات تنقل السكان بين الضفتين طوال الليل."
)
OWN_WORDS = (
    "لم يعد بوسع سائقي الشاحنات عبور النهر عند درنيل، فقد وجد عمال الصيانة صدعا في منتصف الجسر "
    "القديم واتصلوا بالبلدية التي منعت المرور فورا. ويقول صاحب مقهى قريب إن الناس يصطفون منذ "
    "الفجر أمام العبارة، ولا يعرف أحد متى تنتهي الأعمال أو من يدفع ثمنها."
)


def firsts(*texts: str) -> list[int]:
    """By the places of the texts."""
    found = first_of_copies(list(enumerate(texts)))
    return [found[place] for place in range(len(texts))]


def changed(text: str, **words: str) -> str:
    return " ".join(words.get(f"w{place}", word) for place, word in enumerate(text.split()))


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        f"الضفة اليوم: شاحنات عالقة\n{REPORT}\nإعداد سامر نور",
        REPORT.replace("أ", "ا").replace("ة", "ه").replace("إ", "ا"),
        REPORT.replace("،", "").replace(".", "!"),
        REPORT.replace(" ", "\n"),
        changed(REPORT, w5="الأربعاء", w20="خبراء"),
        " ".join(REPORT.split()[:25]),
        f"{REPORT}\n{OWN_WORDS}",
    ],
    ids=["the same", "headline", "spelling", "marks", "lines", "words", "shortened", "within"],
)
def test_a_reprint_is_a_near_copy_of_what_was_there_first(copy: str) -> None:
    assert firsts(REPORT, copy) == [0, 0]
    assert firsts(copy, REPORT) == [0, 0]


@pytest.mark.parametrize(
    "other",
    [
        OWN_WORDS,
        # Half and more of the words, but in no order of theirs.
        " ".join(sorted(REPORT.split())),
        # One sentence of an agency in a report of one's own.
        f"{' '.join(REPORT.split()[:9])}. {OWN_WORDS}",
        "…",
    ],
    ids=["own words", "shuffled", "one sentence", "no words"],
)
def test_words_of_ones_own_are_no_copy(other: str) -> None:
    assert firsts(REPORT, other) == [0, 1]


def test_flashes_that_are_the_same_are_copies() -> None:
    assert firsts("الجسر مغلق", "الجسر  مغلق.", "الجسر مفتوح") == [0, 0, 2]
    assert firsts("...", "...") == [0, 1], "nothing is known of texts without words"


def test_a_text_that_drifts_is_a_copy_of_the_first_one_of_all() -> None:
    words = [f"كلمة{number}" for number in range(80)]
    drift = [" ".join(words[start : start + 40]) for start in (0, 12, 24, 36)]
    assert firsts(drift[0], drift[3]) == [0, 1]
    assert firsts(*drift) == [0, 0, 0, 0]


def test_versions_of_one_article_are_one() -> None:
    found = first_of_copies([(7, REPORT), (8, OWN_WORDS), (7, "نص آخر"), (9, "نص آخر")])
    assert found == {7: 7, 8: 8, 9: 7}


def test_the_share_decides_at_the_threshold() -> None:
    words = [f"كلمة{number}" for number in range(24)]  # 20 runs of 5
    ten = [*words[:14], *(f"غير{number}" for number in range(10))]
    nine = [*words[:13], *(f"غير{number}" for number in range(11))]
    assert THRESHOLDS["near_copy"] == {"words": 5, "shared": 0.5}
    assert firsts(" ".join(words), " ".join(ten)) == [0, 0]
    assert firsts(" ".join(words), " ".join(nine)) == [0, 1]


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 2**32), st.integers(2, 9))
def test_among_many_the_same_copies_are_found_as_two_by_two(seed: int, count: int) -> None:
    chance = random.Random(seed)
    words = [f"كلمة{number}" for number in range(40)]
    texts = [
        " ".join(words[(start := chance.randrange(30)) : start + chance.randrange(1, 14)])
        for _ in range(count)
    ]
    made = [shingles(text) for text in texts]
    expected = list(range(count))
    for one, other in combinations(range(count), 2):
        if len(made[one] & made[other]) >= 0.5 * min(len(made[one]), len(made[other])):
            joined = sorted((expected[one], expected[other]))
            expected = [joined[0] if first == joined[1] else first for first in expected]
    assert firsts(*texts) == expected
