"""What else a claim tells in Arabic: parts, times, unnamed sources; however it is spelt."""

from datetime import date, timedelta

import pytest

from claims.extraction import extract
from tests.extraction.tables import PUBLISHED, claims_of, lacks, told

YESTERDAY = PUBLISHED - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "أعلن الجيش سيطرته على تل الريح وعين الورد ووادي النحل.",
            ["تل الريح", "عين الورد", "وادي النحل"],
        ),
        (
            "قالت البلدية إن القصف طال السوق والمدرسة والمستشفى.",
            ["السوق", "المدرسة", "المستشفى"],
        ),
        (
            "قال الوزير إن الماء انقطع عن الشفا، والبيادر، وعين الورد.",
            ["الشفا", "البيادر", "عين الورد"],
        ),
        (
            "قالت البلدية إن المباني المتضررة هي المسرح، والمكتبة، والبلدية القديمة.",
            ["المسرح", "المكتبة", "البلدية القديمة"],
        ),
        # Two are no list, and clauses joined by «و» are none either.
        ("أعلن الجيش سيطرته على تل الريح وعين الورد.", []),
        ("قال الوزير إن الجسر مغلق وإن السد سليم وإن الطريق آمن.", []),
        ("قال الوزير إن وزارة المالية وافقت على الموازنة.", []),
        lacks(
            "an item of a word of two letters ends the list (وتل)",
            "قال الوزير إن الماء انقطع عن الشفا والبيادر وتل الريح.",
            ["الشفا", "البيادر", "تل الريح"],
        ),
        lacks(
            "an item in marks behind «و» ends the list",
            "قال الجيش إنه سيطر على قرى «البيدر» و«السنديان» و«الرملة».",
            ["قرى «البيدر»", "«السنديان»", "«الرملة»"],
        ),
    ],
)
def test_the_items_of_an_enumeration_are_parts(text: str, parts: list[str]) -> None:
    [claim] = claims_of(text)
    assert [part.of(text) for part in claim.parts] == parts


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("قال الوزير أمس إن الجسر مغلق.", "أمس", YESTERDAY),
        ("قال الوزير اليوم إن الجسر مغلق.", "اليوم", PUBLISHED),
        ("قال الوزير أول من أمس إن الجسر مغلق.", "أول من أمس", date(2026, 11, 22)),
        ("قال الوزير أمس الاثنين إن الجسر مغلق.", "أمس الاثنين", YESTERDAY),
        ("قال الوزير مساء السبت إن الجسر مغلق.", "مساء السبت", date(2026, 11, 21)),
        ("قال الوزير يوم الثلاثاء إن الجسر مغلق.", "يوم الثلاثاء", PUBLISHED),
        ("قال الوزير الأربعاء إن الجسر مغلق.", "الأربعاء", date(2026, 11, 18)),
        ("يفتح الجسر الأربعاء المقبل.", "الأربعاء المقبل", date(2026, 11, 25)),
        ("يفتح الجسر غدا أمام السيارات.", "غدا", date(2026, 11, 25)),
        ("قال الوزير في 12 نوفمبر إن الجسر مغلق.", "12 نوفمبر", date(2026, 11, 12)),
        ("قال الوزير في 12 تشرين الثاني إن الجسر مغلق.", "12 تشرين الثاني", date(2026, 11, 12)),
        (
            "قال الوزير في 12 تشرين الثاني/نوفمبر 2025 إن الجسر مغلق.",
            "12 تشرين الثاني/نوفمبر 2025",
            date(2025, 11, 12),
        ),
        ("قال الوزير في ٣ آذار ٢٠٢٥ إن الجسر مغلق.", "٣ آذار ٢٠٢٥", date(2025, 3, 3)),
        ("أغلق الجسر أمس الاثنين.", "أمس الاثنين", YESTERDAY),
    ],
)
def test_a_day_is_told_by_the_date_of_publication(text: str, words: str, day: date) -> None:
    [claim] = claims_of(text)
    assert claim.time is not None
    assert (claim.time.span.of(text), claim.time.date) == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن الجسر مغلق.",
        "قالت صحيفة الأحداث إن الجسر مغلق.",
        "قال الوزير إن 12 عاملا أصيبوا.",
        # A day in what is said dates that, not the saying of it.
        "قال الوزير إن الجسر يفتح غدا.",
    ],
)
def test_what_names_no_day_dates_nothing(text: str) -> None:
    [claim] = claims_of(text)
    assert claim.time is None


@pytest.mark.parametrize(
    ("words", "day"),
    [("أمس", None), ("12 نوفمبر", None), ("12 نوفمبر 2025", date(2025, 11, 12))],
)
def test_without_a_date_of_publication_only_a_full_date_is_known(
    words: str, day: date | None
) -> None:
    [claim] = extract(f"قال الوزير في {words} إن الجسر مغلق.", "ar").claims
    assert claim.time is not None
    assert claim.time.date == day


def test_a_day_that_no_month_has_is_known_by_its_words_alone() -> None:
    [claim] = claims_of("قال الوزير في 31 نيسان إن الجسر مغلق.")
    assert claim.time is not None
    assert claim.time.date is None


@pytest.mark.parametrize(
    ("text", "source", "count"),
    [
        ("قال مصدر عسكري إن الجسر مغلق.", "مصدر عسكري", None),
        ("قال مصدر أمني إن الجسر مغلق.", "مصدر أمني", None),
        ("قال مصدر طبي إن الجسر مغلق.", "مصدر طبي", None),
        ("قال مصدران أمنيان إن الجسر مغلق.", "مصدران أمنيان", 2),
        ("قالت ثلاثة مصادر أمنية إن الجسر مغلق.", "ثلاثة مصادر أمنية", 3),
        ("قالت ٥ مصادر أمنية إن الجسر مغلق.", "٥ مصادر أمنية", 5),
        ("قال خمسة شهود إن الجسر مغلق.", "خمسة شهود", 5),
        ("ذكرت مصادر أمنية أن الجسر مغلق.", "مصادر أمنية", None),
        ("قال شهود عيان إن الجسر مغلق.", "شهود عيان", None),
        ("قال ضابط كبير إن الجسر مغلق.", "ضابط كبير", None),
        ("قال ضابط، طلب عدم كشف هويته، إن الجسر مغلق.", "ضابط", None),
        ("قال ضابط رفض الكشف عن اسمه إن الجسر مغلق.", "ضابط", None),
        ("قال موظف اشترط عدم ذكر اسمه إن الجسر مغلق.", "موظف", None),
        lacks(
            "a clause of anonymity does not tell what its noun does not",
            "وقالت أم لأربعة أطفال طلبت عدم نشر اسمها إن الجسر مغلق.",
            "أم لأربعة أطفال",
            None,
        ),
    ],
)
def test_an_unnamed_source_is_counted(text: str, source: str, count: int | None) -> None:
    [claim] = claims_of(text)
    [origin] = claim.attribution
    assert origin.mention is not None
    assert (origin.mention.of(text), origin.anonymous) == (source, True)
    assert origin.count == count


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير سامر الطويل إن الجسر مغلق.",
        "قالت وزارة الدفاع إن الجسر مغلق.",
        "قال سامر الطويل، وهو صياد، إن الجسر مغلق.",
    ],
)
def test_a_named_source_is_not_anonymous(text: str) -> None:
    [claim] = claims_of(text)
    [origin] = claim.attribution
    assert (origin.anonymous, origin.count) == (False, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قالَ الوزيرُ إنّ الجسرَ مغلقٌ.",
            ["indirect by الوزيرُ cue قالَ says الجسرَ مغلقٌ"],
        ),
        ("اكد الوزير ان الجسر مغلق.", ["indirect by الوزير cue اكد says الجسر مغلق"]),
        ("اشار الوزير الى ان الجسر مغلق.", ["indirect by الوزير cue اشار says الجسر مغلق"]),
        ("قـــال الوزيـــر إن الجسر مغلق.", ["indirect by الوزيـــر cue قـــال says الجسر مغلق"]),
        ("اعلنت الوزاره ان الجسر مغلق.", ["indirect by الوزاره cue اعلنت says الجسر مغلق"]),
        (
            "وأضاف البيان أنّ 7جنود أصيبوا.",
            ["indirect by البيان cue أضاف says 7جنود أصيبوا"],
        ),
        lacks(
            "«لـ» apart from its noun is no preposition",
            "قال مصدر لـ وكالة سدرة إن الجسر مغلق.",
            ["indirect by وكالة سدرة > مصدر cue قال says الجسر مغلق"],
        ),
        (
            "قال مصدر لوكالة\u200f سدرة إن الجسر مغلق.",
            ["indirect by وكالة\u200f سدرة > مصدر cue قال says الجسر مغلق"],
        ),
        ("نفي الوزير استقالته.", ["indirect denied by الوزير cue نفي says استقالته"]),
        ("وقال مسئول إن الجسر مغلق.", ["indirect by مسئول cue قال says الجسر مغلق"]),
    ],
    ids=[
        "harakat",
        "hamza",
        "alif maqsura",
        "tatweel",
        "ha for ta marbuta",
        "glued digit",
        "preposition apart",
        "bidi control",
        "ya for alif maqsura",
        "hamza on ya",
    ],
)
def test_spelling_changes_nothing(text: str, expected: list[str]) -> None:
    assert told(text) == expected
