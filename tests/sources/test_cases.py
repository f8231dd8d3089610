"""Names that a text declines are looked up as the registry has them."""

import pytest

from claims.extraction.folding import fold_name
from claims.sources.cases import NAMES_AT_MOST, in_the_nominative
from claims.sources.mention import read


@pytest.mark.parametrize(
    ("declined", "name"),
    [
        ("Дмитрия Нурина", "Дмитрий Нурин"),
        ("Дмитрием Нуриным", "Дмитрий Нурин"),
        ("Анны Нуриной", "Анна Нурина"),
        ("Сергею Киму", "Сергей Ким"),
        ("Андрея Лесковского", "Андрей Лесковский"),
        ("Минобороны", "Минобороны"),
        ("Министерства обороны Сельдавии", "Министерство обороны Сельдавия"),
        ("Службой спасения", "Служба спасения"),
        ("Liman Bakanlığının", "Liman Bakanlığı"),
        ("Deniz Ajansına", "Deniz Ajansı"),
        ("Kemal Nuriden", "Kemal Nuri"),
        ("bakanlığın", "bakanlık"),
    ],
)
def test_a_declined_name_is_brought_back(declined: str, name: str) -> None:
    folds = fold_name(declined).split()
    assert fold_name(name) in {" ".join(folds), *in_the_nominative(folds)}


def test_other_languages_and_long_names_are_left_alone() -> None:
    assert not list(in_the_nominative(fold_name("هيئة الموانئ").split()))
    assert not list(in_the_nominative(["слово"] * 6))
    assert not list(in_the_nominative([]))
    assert len(list(in_the_nominative(["иванову"] * 5))) < NAMES_AT_MOST


def test_a_name_behind_a_declined_title_is_looked_up_in_the_nominative() -> None:
    candidates = {
        one.folded for one in read("представителя МИД Анны Нуриной").candidates if not one.weak
    }
    assert fold_name("Анна Нурина") in candidates
