"""Dates, parts, counts and modality of claims in English."""

from datetime import date

import pytest

from claims.extraction import extract
from tests.extraction.tables import PUBLISHED, claims_of


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Tuesday", date(2026, 11, 24)),
        ("on Monday", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 23)),
        ("on May 3", date(2026, 5, 3)),
        ("on 3 May 2019", date(2019, 5, 3)),
        ("on May 3, 2019", date(2019, 5, 3)),
        ("next Monday", date(2026, 11, 30)),
    ],
)
def test_the_day_of_saying_is_told(words: str, day: date) -> None:
    [claim] = claims_of(f"The mayor said {words} that the bridge was closed.", "en")
    assert claim.time is not None
    assert claim.time.date == day


def test_a_day_inside_of_what_is_said_does_not_date_the_saying() -> None:
    [claim] = claims_of("The mayor said that the bridge was closed on Monday.", "en")
    assert claim.time is None


def test_without_a_date_of_publication_a_weekday_has_none() -> None:
    [claim] = extract("The mayor said on Monday that the bridge was closed.", "en").claims
    assert claim.time is not None
    assert claim.time.date is None


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (
            "rebels had seized Dernil, the port of Venna and two villages",
            ["Dernil", "the port of Venna", "two villages"],
        ),
        ("the fire destroyed a school, a mill, and the dam", ["a school", "a mill", "the dam"]),
        ("the bridge and the dam were closed", []),
        ("the mayor, who was ill, had left", []),
    ],
)
def test_items_of_a_list_are_parts(content: str, parts: list[str]) -> None:
    text = f"The mayor said that {content}."
    [claim] = claims_of(text, "en")
    assert [part.of(text) for part in claim.parts] == parts


@pytest.mark.parametrize(
    ("source", "anonymous", "count"),
    [
        ("Three army sources", True, 3),
        ("Two people familiar with the plan", True, 2),
        ("A senior official", True, 1),
        ("Officials", True, None),
        ("Mayor Ilse Noor", False, None),
        ("The defence ministry", False, None),
    ],
)
def test_unnamed_sources_are_counted(source: str, anonymous: bool, count: int | None) -> None:
    [claim] = claims_of(f"{source} said that the bridge was closed.", "en")
    assert (claim.attribution[-1].anonymous, claim.attribution[-1].count) == (anonymous, count)


@pytest.mark.parametrize(
    ("content", "modality"),
    [
        ("the bridge was closed", "asserted"),
        ("the bridge will be closed", "future"),
        ("the bridge would be closed", "future"),
        ("the bridge is going to be closed", "future"),
        ("the bridge may be closed", "hedged"),
        ("the bridge could not be closed", "asserted"),
        ("the bridge was likely closed", "hedged"),
        ("the bridge must be closed", "desired"),
        ("the bridge should have been closed", "asserted"),
        ("the man who would close the bridge had left", "asserted"),
        ("the mayor promised that the bridge would be closed", "asserted"),
    ],
)
def test_the_main_clause_tells_the_modality(content: str, modality: str) -> None:
    claim = claims_of(f"The union said that {content}.", "en")[0]
    assert claim.modality.value == modality


def test_what_a_claim_was_recognised_by_is_told() -> None:
    text = "The mayor said that the bridge was closed."
    [claim] = claims_of(text, "en")
    assert [words.of(text) for words in claim.because] == ["said", "that"]
    assert PUBLISHED.year == 2026
