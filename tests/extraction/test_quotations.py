"""Which quotation marks belong together."""

import pytest

from claims.extraction.document import Document
from claims.extraction.quotations import DEPTH_AT_MOST, USUAL, Usage


def quotations(text: str, usage: Usage = USUAL) -> list[tuple[int, str]]:
    """Depth and words of each quotation; one that never closes ends with «…»."""
    doc = Document(text, usage=usage)
    return [
        (one.depth, doc.span(one.first, one.close).of(text) + ("" if one.closed else "…"))
        for one in doc.quotations
    ]


@pytest.mark.parametrize(
    "text",
    [
        'قال "عاد الماء" أمس.',
        "قال «عاد الماء» أمس.",
        "قال “عاد الماء” أمس.",
        "قال „عاد الماء“ أمس.",
        "قال „عاد الماء” أمس.",
        "قال ″عاد الماء″ أمس.",
        "قال {عاد الماء} أمس.",
        "قال ‘عاد الماء’ أمس.",
        # Some papers reverse them; some set blanks inside; some no blank before.
        "قال »عاد الماء« أمس.",
        "قال « عاد الماء » أمس.",
        'قال:"عاد الماء" أمس.',
        "قال:«عاد الماء»أمس.",
        # Mixed, as writers on different keyboards do.
        'قال “عاد الماء" أمس.',
        'قال "عاد الماء” أمس.',
        'قال "عاد الماء″ أمس.',
    ],
)
def test_every_pair_of_marks_makes_a_quotation(text: str) -> None:
    assert quotations(text) == [(0, "عاد الماء")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Side by side.
        ('قال "عاد" ثم "هدأ" ثم نام.', [(0, "عاد"), (0, "هدأ")]),
        ("«عاد»، «هدأ»", [(0, "عاد"), (0, "هدأ")]),
        ('"عاد"."هدأ"', [(0, "عاد"), (0, "هدأ")]),
        ('قال "عاد"و"هدأ"', [(0, "عاد"), (0, "هدأ")]),
        # Inside one another, by other marks, by the same ones, and by an apostrophe.
        ('قال «سمعت "عاد" أمس».', [(0, 'سمعت "عاد" أمس'), (1, "عاد")]),
        ("قال «سمعت «عاد» أمس».", [(0, "سمعت «عاد» أمس"), (1, "عاد")]),
        ('قال: "سمعت "عاد" أمس".', [(0, 'سمعت "عاد" أمس'), (1, "عاد")]),
        # Empty marks quote nothing.
        ('قال "" ثم نام.', []),
        # A mark that is never closed runs to the end of its line behind a colon only.
        ("قال: «عاد الماء. هدأ السوق.", [(0, "عاد الماء. هدأ السوق.…")]),
        ('قال: "عاد الماء\nهدأ السوق".', [(0, "عاد الماء…")]),
        ("رأى «عاد الماء. هدأ السوق.", []),
        # A closing mark that nothing opened is a stray one, and spoils none behind it.
        ("عاد الماء». هدأ «السوق».", [(0, "السوق")]),
        ("عاد الماء” أمس.", []),
        ('عاد الماء" أمس. هدأ "السوق".', [(0, "السوق")]),
        ("قال «عاد” الماء» أمس.", [(0, "عاد” الماء")]),
        # A line keeps its marks to itself.
        ("رأى «عاد\nهدأ» السوق", []),
        ("رأى «عاد\nهدأ «السوق»", [(0, "السوق")]),
        # What is no quotation mark.
        ("the minister's men don't talk", []),
        ("the ministers‘ men’ don't talk", []),
        ("طوله 5' و 6\"", []),
    ],
)
def test_marks_are_paired(text: str, found: list[tuple[int, str]]) -> None:
    assert quotations(text) == found


def test_no_quotation_is_deeper_than_is_looked_for() -> None:
    text = "«أ " * (DEPTH_AT_MOST + 4) + "ب" + "»" * (DEPTH_AT_MOST + 4)
    assert max(depth for depth, _ in quotations(text)) == DEPTH_AT_MOST - 1


def test_crossed_marks_do_not_cross_in_what_is_found() -> None:
    [outer] = quotations('قال «عاد "الماء» أمس" ثم نام')
    assert outer == (0, 'عاد "الماء')


ENGLISH = Usage(apostrophes=True, unclosed_behind=frozenset(("", ".", ",", ":")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Straight single marks quote; apostrophes do not.
        ("'We are going,' she said. 'Now.'", [(0, "We are going,"), (0, "Now.")]),
        ("She called it 'a joke' and left.", [(0, "a joke")]),
        ("the workers' rights and the '90s", []),
        ("'We back the workers' rights,' she said.", [(0, "We back the workers' rights,")]),
        ("‘We back the workers’ rights’, she said.", [(0, "We back the workers’ rights")]),
        ("The 'bandits' fled and 'robbers' came.", [(0, "bandits"), (0, "robbers")]),
        ("He didn't say 'yes, it's done'.", [(0, "yes, it's done")]),
        ("\"It's 'a joke'.\"", [(0, "It's 'a joke'."), (1, "a joke")]),
        # Every paragraph of a long quotation opens a mark.
        ("“We are going.\n“You stay.”", [(0, "We are going.…"), (0, "You stay.")]),
        ('"We go," she said. "You stay.', [(0, "We go,"), (0, "You stay.…")]),
        ('a 5" nail is long', []),
    ],
)
def test_a_language_says_how_its_marks_are_set(text: str, found: list[tuple[int, str]]) -> None:
    assert quotations(text, ENGLISH) == found
