"""What else a claim tells in Turkish: modality, parts, times, unnamed sources; endings of words."""

from datetime import date, timedelta

import pytest

from claims.extraction.languages.tr.morphology import Shape, base, harmonised, shape, suffix_length
from claims.extraction.types import Construction, Modality
from tests.extraction.tables import PUBLISHED, claims_of

YESTERDAY = PUBLISHED - timedelta(days=1)


@pytest.mark.parametrize(
    ("content", "modality"),
    [
        ("köprünün kapandığını", Modality.ASSERTED),
        ("köprünün kapanacağını", Modality.FUTURE),
        ("köprünün kapanabileceğini", Modality.HEDGED),
        ("köprünün kapanamayacağını", Modality.FUTURE),
        ("köprünün kapatılamadığını", Modality.ASSERTED),
        ("köprünün kapatılması gerektiğini", Modality.DESIRED),
        ("köprünün kapandığını ve yolun açılacağını", Modality.ASSERTED),
        ("kapanacak köprünün açık olduğunu", Modality.ASSERTED),
    ],
)
def test_the_verb_of_a_nominal_clause_tells_how_it_is_put(content: str, modality: Modality) -> None:
    [claim] = claims_of(f"Vali Ali Ak, {content} söyledi.", "tr")
    assert claim.modality is modality


@pytest.mark.parametrize(
    ("content", "modality"),
    [
        ("Köprü kapandı. Yol açılacak", Modality.ASSERTED),
        ("Köprü yarın açılacak", Modality.FUTURE),
        ("Köprü çökebilir", Modality.HEDGED),
        ("Köprü kapatılmalı", Modality.DESIRED),
        ("Köprüyü açsınlar", Modality.DESIRED),
    ],
)
def test_the_first_verb_of_a_quotation_tells_how_it_is_put(
    content: str, modality: Modality
) -> None:
    [claim] = claims_of(f'Vali Ali Ak, "{content}" dedi.', "tr")
    assert claim.modality is modality


@pytest.mark.parametrize(
    ("verb", "modality"),
    [
        ("köprünün açılmasını istedi", Modality.DESIRED),
        ("köprünün açılmasını bekliyor", Modality.FUTURE),
        ("köprüyü açacağına söz verdi", Modality.FUTURE),
        ("köprünün açıldığını düşünüyor", Modality.HEDGED),
        ("köprünün açıldığını yalanladı", Modality.DENIED),
    ],
)
def test_the_sense_of_a_cue_tells_how_its_content_is_put(verb: str, modality: Modality) -> None:
    [claim] = claims_of(f"Vali Ali Ak, {verb}.", "tr")
    assert claim.modality is modality


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Vali Ali Ak, yardımın Dernil, Orvela ve Yeşilköy ilçelerine ulaştığını söyledi.",
            ["Dernil", "Orvela", "Yeşilköy"],
        ),
        ("Vali Ali Ak, köprü ve yolun kapandığını söyledi.", []),
    ],
)
def test_the_items_of_an_enumeration_are_parts(text: str, parts: list[str]) -> None:
    [claim] = claims_of(text, "tr")
    assert [part.of(text) for part in claim.parts] == parts


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Vali Ali Ak, dün, köprünün kapandığını söyledi.", "dün", YESTERDAY),
        (
            "Vali Ali Ak, dün gece yaptığı açıklamada köprünün kapandığını söyledi.",
            "dün gece",
            YESTERDAY,
        ),
        ("Vali Ali Ak, salı günü, köprünün kapandığını söyledi.", "salı günü", PUBLISHED),
        ("Köprü gelecek çarşamba açılacak.", "gelecek çarşamba", date(2026, 11, 25)),
        ("Köprü 12 Kasım'da kapandı.", "12 Kasım'da", date(2026, 11, 12)),
        ("Köprü 3 Mart 2025 tarihinde kapandı.", "3 Mart 2025", date(2025, 3, 3)),
    ],
)
def test_a_day_is_told_by_the_date_of_publication(text: str, words: str, day: date) -> None:
    [claim] = claims_of(text, "tr")
    assert claim.time is not None
    assert (claim.time.span.of(text), claim.time.date) == (words, day)


@pytest.mark.parametrize("text", ["Köprü pazar yerinde kapandı.", "Köprü 31 Nisan'da kapandı."])
def test_what_is_no_day_has_no_date(text: str) -> None:
    [claim] = claims_of(text, "tr")
    assert claim.time is None or claim.time.date is None


@pytest.mark.parametrize(
    ("source", "anonymous", "count"),
    [
        ("Üç güvenlik yetkilisi", True, 3),
        ("Bir yetkili", True, None),
        ("Görgü tanıkları", True, None),
        ("Dernil Valisi Ali Ak", False, None),
        ("Dernil Belediyesi", False, None),
    ],
)
def test_unnamed_sources_are_counted(source: str, anonymous: bool, count: int | None) -> None:
    [claim] = claims_of(f"{source}, köprünün kapandığını söyledi.", "tr")
    [link] = claim.attribution
    assert (link.anonymous, link.count) == (anonymous, count)


def test_a_claim_names_its_construction_and_what_it_went_by() -> None:
    text = 'Vali Ali Ak, "Köprü kapandı" diye konuştu.'
    [claim] = claims_of(text, "tr")
    assert claim.construction is Construction.QUOTATION_BEFORE
    assert [span.of(text) for span in claim.because] == ["diye", "konuştu"]


@pytest.mark.parametrize(
    ("stem", "suffix", "word"),
    [
        ("kapan", "DIğInI", "kapandığını"),
        ("çök", "DIğInI", "çöktüğünü"),
        ("söyle", "(y)AcAğI", "söyleyeceği"),
        ("vali", "(s)I", "valisi"),
        ("başkan", "(s)I", "başkanı"),
        ("ak", "(n)In", "akın"),
    ],
)
def test_a_suffix_follows_the_vowels_of_its_word(stem: str, suffix: str, word: str) -> None:
    assert harmonised(stem, suffix) == word


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("kapandiğini", Shape.CLAUSE_ACC),
        ("çöktüğüne", Shape.CLAUSE_DAT),
        ("gelmesini", Shape.WISH_ACC),
        ("saymamakla", Shape.WISH_INS),
        ("gelerek", Shape.CONVERB),
        ("ak'in", Shape.GEN),
        ("ak’a", Shape.DAT),
        ("istatistiklerini", Shape.ACC),
        ("tabip", Shape.NONE),
    ],
)
def test_the_end_of_a_word_tells_what_it_may_be(word: str, found: int) -> None:
    assert shape(word) == found or shape(word) & found


def test_what_stands_behind_an_apostrophe_is_no_part_of_a_name() -> None:
    assert (base("reuters'in"), suffix_length("reuters'in")) == ("reuters", 3)
    assert (base("ak’a"), suffix_length("ak")) == ("ak", 0)
