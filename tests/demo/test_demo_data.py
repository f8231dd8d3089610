"""The demo: every file is there and sound, and what it is to show stands in it."""

import re
import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import claims
from claims.extraction.folding import fold_name
from claims.ingest.text import clean, decode
from claims.models import Outlet, Source
from claims.sources import starter

DEMO = Path(claims.__file__).with_name("demo")
STARTER = Path(starter.__file__).with_name("registry")
LANGUAGES = {"ar", "en", "tr", "ru"}

ARTICLES: list[dict[str, Any]] = tomllib.loads(
    (DEMO / "articles.toml").read_text(encoding="utf-8")
)["article"]
ENTRIES: dict[str, dict[str, Any]] = {
    entry["key"]: entry
    for entry in tomllib.loads((DEMO / "registry.toml").read_text(encoding="utf-8"))["source"]
}
TEXTS = {one["file"]: decode((DEMO / "articles" / one["file"]).read_bytes()) for one in ARTICLES}
ARABIC = [TEXTS[one["file"]] for one in ARTICLES if one["language"] == "ar"]
SHOWPIECE = TEXTS[ARTICLES[0]["file"]]

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda one: one["file"])


def names(entry: dict[str, Any]) -> set[str]:
    """All names of an entry in all languages, as names are compared."""
    fields = (entry.get(field, {}) for field in ("names", "acronyms", "former"))
    return {fold_name(one) for field in fields for listed in field.values() for one in listed}


def test_there_are_articles_in_four_languages() -> None:
    assert len(ARTICLES) >= 8
    counted = Counter(one["language"] for one in ARTICLES)
    assert set(counted) == LANGUAGES
    assert counted["ar"] >= 5


def test_every_file_is_listed_once() -> None:
    listed = [one["file"] for one in ARTICLES]
    assert sorted(listed) == sorted(file.name for file in (DEMO / "articles").iterdir())
    assert len({one["url"] for one in ARTICLES}) == len(ARTICLES)


@each_article
def test_an_article_is_of_an_outlet_that_is_known(article: dict[str, Any]) -> None:
    outlet = ENTRIES[article["outlet"]]
    host = urlsplit(article["url"]).hostname
    assert outlet["kind"] == "outlet"
    assert host is not None
    assert host.endswith(".example")
    assert host in outlet["domains"]
    assert type(article["published"]) is date
    assert article["title"]


@each_article
def test_a_text_is_stored_as_it_stands(article: dict[str, Any]) -> None:
    text = TEXTS[article["file"]]
    assert clean(text) == text
    assert 1_200 <= len(text) <= 3_500
    assert text.count("\n") >= 4


SCRIPTS = {"ar": r"[ء-ي]", "en": r"[a-zA-Z]", "tr": r"[a-zA-ZçğıöşüÇĞİÖŞÜâî]", "ru": r"[а-яёА-ЯЁ]"}


@each_article
def test_a_text_is_in_its_language(article: dict[str, Any]) -> None:
    text = TEXTS[article["file"]]
    letters = sum(character.isalpha() for character in text)
    assert len(re.findall(SCRIPTS[article["language"]], text)) > 0.98 * letters
    assert (len(re.findall("[ğışİ]", text)) > 20) == (article["language"] == "tr")


DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def test_days_that_are_counted_from_publication_are_named_rightly() -> None:
    found = 0
    for article in ARTICLES:
        for near, day in re.findall(rf"(أمس|اليوم|غدا) ({'|'.join(DAYS)})", TEXTS[article["file"]]):
            shift = {"أمس": -1, "اليوم": 0, "غدا": 1}[near]
            meant: date = article["published"] + timedelta(days=shift)
            assert day == DAYS[meant.weekday()], article["file"]
            found += 1
    assert found >= 5


# What the articles in Arabic hold together, each construction once at least.
CONSTRUCTIONS = {
    "a verb of saying before its subject": r"\nوقالت القيادة الموحدة",
    "a verb of saying behind its subject": r"\nالمتحدث باسم [^\n.]{3,40} نفى",
    "a dropped subject, she": r"\. وأضافت أن",
    "a dropped subject, he": r"\. وأوضح أن",
    "a dropped subject, they both": r"\. وتابعا أن",
    "a dropped subject before a quotation": r'\. وتابع: "',
    "the sources": r"وذكرت المصادر أن",
    "the two sources": r"وأوضح المصدران أن",
    "a surname": r"وقال زرفان ",
    "a title": r"ورفض العقيد ",
    "a relayer of several": r"نقلت وكالة \w+ عن ثلاثة مصادر [^\n.]* قولها",
    "a relayer of two": r"عن مصدرين [^\n.]* قولهما",
    "a chain of three": r"نقلا عن وكالة [^\n.]* عن مصدر",
    "a chain of three with a verb": r"ونقلت قناة [^\n.]* عن وكالة \w+ عن مسؤول [^\n.]* قوله",
    "told an agency": r"(قال|روى) [^\n.]{3,60} ل(وكالة )?أورفيلا",
    "told an outlet": r"وقال زرفان لقناة",
    "an evidential at the end": r"، بحسب [^\n.]*\.",
    "according to, at the end": r"، وفق [^\n.]*\.",
    "according to, in front": r"\nووفقا لما ذكره",
    "a participle that continues": r"، مشيرا إلى أن",
    "a participle that stresses": r"، مؤكدة أن",
    "a participle that denies": r"، نافية ما",
    "a noun object": r"أعلن[^\n.]*، مقتل",
    "a noun object with a pronoun": r"أعلنت سيطرتها على",
    "straight marks": r'"[^"\n]+"',
    "angled marks": r"«[^»\n]+»",
    "curly marks": r"“[^”\n]+”",
    "marks within marks": r"«[^»\n]*([\"“])[^\n»\"”]+[\"”][^«\n]*»",
    "a quotation over several sentences": r': "[^"\n]+\. [^"\n]+"',
    "a name in marks": r"لقناة «زندورا 24»",
    "a denial": r"نفى انسحاب",
    "a denial that is relayed": r"ونقلت [^\n.]* عن مصدر حكومي نفيه",
    "no comment": r"رفض العقيد التعليق على",
    "no comment, in other words": r"(امتنع زرفان عن|لم يعلق كورفان على)",
    "hearsay": r"ترددت أنباء عن",
    "belief of nobody named": r"ويُعتقد أن",
    "images": r"وأظهرت صور",
    "a document": r"وثيقة اطلعت عليها",
    "an enumeration of places": r"على قلعة \w+( ومبنى| ومحطة| ومعمل| والسوق| ومقر| \w+)+",
    "the day before": r"أمس الجمعة",
    "a day of the week": r"يوم الأربعاء",
    "days ago": r"قبل يومين",
    "a call": r"\. ودعت المفوضية",
    "an accusation": r"واتهم القيادة الموحدة بإطلاق",
    "by the tongue of": r"على لسان المتحدث",
    "the outlet's own background": r"\nيذكر أن",
}


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_a_construction_stands_in_an_arabic_article(name: str) -> None:
    assert any(re.search(CONSTRUCTIONS[name], text) for text in ARABIC)


def test_the_first_article_alone_shows_most_of_them() -> None:
    shown = [name for name, one in CONSTRUCTIONS.items() if re.search(one, SHOWPIECE)]
    assert len(shown) > len(CONSTRUCTIONS) / 2


def test_a_quotation_of_the_first_article_is_never_closed() -> None:
    last = SHOWPIECE.rstrip().splitlines()[-1]
    assert last.count('"') % 2 == 1
    assert SHOWPIECE.removesuffix(last + "\n").count('"') % 2 == 0


# One event in the words of each language.
THREE_SOURCES = {
    "ar": r"أورفيلا [^.\n]*عن ثلاثة مصادر",
    "en": r"Orvela[^.]* citing three military sources",
    "tr": r"Orvela[^.]* üç kaynağa dayandırdığı",
    "ru": r"«Орвела» со ссылкой на три источника",
}


def test_five_outlets_repeat_one_origin() -> None:
    relays = [
        one["outlet"]
        for one in ARTICLES
        if one["outlet"] != "orvela"
        and re.search(THREE_SOURCES[one["language"]], TEXTS[one["file"]])
    ]
    assert len(set(relays)) == 5
    assert {one["language"] for one in ARTICLES if one["outlet"] in relays} == LANGUAGES


def test_a_second_origin_saw_the_bridge_closed() -> None:
    seen = [
        r"باحثيه شاهدا الجسر الحجري مغلقا",
        r"two of her researchers had stood",
        r"двое её сотрудников .* видели",
    ]
    assert all(any(re.search(one, text) for text in TEXTS.values()) for one in seen)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_two_numbers_of_dead_stand_against_each_other(language: str) -> None:
    texts = [TEXTS[one["file"]] for one in ARTICLES if one["language"] == language]
    assert any(re.search(r"\b12\b", text) and re.search(r"\b17\b", text) for text in texts)


def test_the_other_side_denies_in_every_language() -> None:
    denials = {
        "ar": "زرفان نفى",
        "en": "Zarvan denied",
        "tr": "çekilme haberlerini yalanladı",
        "ru": "Зарван опроверг",
    }
    for language, words in denials.items():
        texts = [TEXTS[one["file"]] for one in ARTICLES if one["language"] == language]
        assert any(words in text for text in texts), language


def test_every_key_that_the_registry_names_is_an_entry() -> None:
    named = {
        (key, target)
        for key, entry in ENTRIES.items()
        for target in [*entry.get("part_of", []), *entry.get("speaks_for", [])]
    }
    named |= {(key, entry["party"]) for key, entry in ENTRIES.items() if "party" in entry}
    assert {target for _, target in named} <= ENTRIES.keys()
    assert len({entry["party"] for entry in ENTRIES.values() if "party" in entry}) == 3


def test_the_registry_has_names_in_four_languages() -> None:
    for key, entry in ENTRIES.items():
        assert set(entry["names"]) == LANGUAGES, key
        assert all(entry["names"].values()), key
    kinds = Counter(entry["kind"] for entry in ENTRIES.values())
    assert kinds["outlet"] >= 8
    assert {"person", "organisation", "armed_group", "office", "state"} <= set(kinds)


def test_no_name_of_the_registry_stands_for_two() -> None:
    counted = Counter(name for entry in ENTRIES.values() for name in names(entry))
    assert [name for name, times in counted.items() if times > 1] == []


def test_who_is_of_a_side_or_speaks_is_named_in_the_articles() -> None:
    read = [fold_name(text) for text in TEXTS.values()]
    silent = [
        key
        for key, entry in ENTRIES.items()
        if entry["kind"] == "person"
        and not any(name in text for name in names(entry) for text in read)
    ]
    assert silent == []


def test_the_demo_shares_no_name_with_the_starter_registry() -> None:
    if not STARTER.is_dir():
        pytest.skip("the starter registry is not there")
    real: dict[str, str] = {}
    for file in sorted(STARTER.glob("*.toml")):
        for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("source", []):
            real |= dict.fromkeys(names(entry) | {entry["key"]}, entry["key"])
    assert real
    invented = set(ENTRIES).union(*(names(entry) for entry in ENTRIES.values()))
    assert {name: real[name] for name in invented & real.keys()} == {}


@pytest.mark.django_db
def test_the_registry_can_be_loaded() -> None:
    counts = starter.load(DEMO / "registry.toml")
    assert counts.sources == len(ENTRIES)
    assert Outlet.objects.count() == sum(one["kind"] == "outlet" for one in ENTRIES.values())
    zarvan = Source.objects.get(key="adel-zarvan")
    spoken_for = zarvan.relations.get(kind="speaks_for").target
    assert spoken_for.key == "zandora-army"
