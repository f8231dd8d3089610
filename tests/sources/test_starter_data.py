"""The starter registry that is shipped: what must hold for its data, whoever edits it."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claims.sources
from claims.extraction.folding import fold_name

REGISTRY = Path(claims.sources.__file__).with_name("registry")
KINDS = {
    "person",
    "office",
    "organisation",
    "armed_group",
    "state",
    "outlet",
    "document",
    "imagery",
    "social_post",
}
FIELDS = {"key", "kind", "names", "acronyms", "former", "domains", "wikidata"}
RELATIONS = {"part_of", "speaks_for", "party"}
LANGUAGES = {"ar", "en", "tr", "ru"}
# Words that stand where a source stands, or name another body in every text: never a name alone.
EVERYDAY = {
    "us",
    "is",
    "who",
    "map",
    "عمان",
    "الجيش",
    "الوزارة",
    "وزارة الدفاع",
    "الوكالة",
    "sözcü",
}

Entry = dict[str, Any]


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in REGISTRY.glob("*.toml")}


@pytest.fixture(scope="module")
def entries(files: dict[str, str]) -> list[Entry]:
    return [entry for text in files.values() for entry in tomllib.loads(text)["source"]]


def names_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each name with its language, whatever its kind."""
    for field in ("names", "acronyms", "former"):
        for language, names in entry.get(field, {}).items():
            for name in names:
                yield language, name


def targets_of(entry: Entry) -> list[str]:
    party = [entry["party"]] if "party" in entry else []
    return [*entry.get("part_of", []), *entry.get("speaks_for", []), *party]


def test_the_news_of_the_region_finds_its_sources(entries: list[Entry]) -> None:
    known = {fold_name(name): entry["key"] for entry in entries for _, name in names_of(entry)}
    assert len(entries) >= 200
    assert known[fold_name("إدارة العمليات العسكرية")] == known[fold_name("إدارة العمليات")]
    assert known[fold_name("رويترز")] == known[fold_name("Рейтер")] == "reuters"
    assert known[fold_name("Kremlin")] == "kremlin"
    assert known[fold_name("بيسكوف")] == "dmitry-peskov"


def test_every_file_says_what_it_holds(files: dict[str, str]) -> None:
    assert files
    for name, text in files.items():
        head = text.partition("[[source]]")[0]
        assert head.startswith("# "), name
        assert "Facts: " in head, name


def test_an_entry_has_only_known_fields_kinds_and_languages(entries: list[Entry]) -> None:
    for entry in entries:
        assert entry["kind"] in KINDS, entry["key"]
        assert set(entry) <= FIELDS | RELATIONS, entry["key"]
        for field in ("names", "acronyms", "former"):
            assert set(entry.get(field, {})) <= LANGUAGES, entry["key"]


def test_keys_are_unique_slugs(entries: list[Entry]) -> None:
    keys = [entry["key"] for entry in entries]
    assert sorted(keys) == sorted(set(keys))
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


def test_every_entry_is_named_in_arabic_and_english(entries: list[Entry]) -> None:
    for entry in entries:
        assert entry["names"].get("ar"), entry["key"]
        assert entry["names"].get("en"), entry["key"]


def test_no_name_is_listed_twice(entries: list[Entry]) -> None:
    for entry in entries:
        folded = [(language, fold_name(name)) for language, name in names_of(entry)]
        assert all(name for _, name in folded), entry["key"]
        assert sorted(folded) == sorted(set(folded)), entry["key"]


def test_no_name_stands_for_two_entries(entries: list[Entry]) -> None:
    """In no two languages either: a mention is looked up without regard to the language."""
    held = defaultdict(set)
    for entry in entries:
        for _, name in names_of(entry):
            held[fold_name(name)].add(entry["key"])
    assert {name: keys for name, keys in held.items() if len(keys) > 1} == {}


def test_no_everyday_word_is_a_name(entries: list[Entry]) -> None:
    everyday = {fold_name(word) for word in EVERYDAY}
    named = {fold_name(name) for entry in entries for _, name in names_of(entry)}
    assert everyday & named == set()


def test_every_relation_leads_to_another_entry(entries: list[Entry]) -> None:
    keys = {entry["key"] for entry in entries}
    for entry in entries:
        assert set(targets_of(entry)) <= keys - {entry["key"]}, entry["key"]


def test_nothing_is_a_part_of_itself(entries: list[Entry]) -> None:
    wholes = {entry["key"]: entry.get("part_of", []) for entry in entries}
    for key in wholes:
        seen: set[str] = set()
        ahead = list(wholes[key])
        while ahead:
            whole = ahead.pop()
            assert whole != key
            if whole not in seen:
                seen.add(whole)
                ahead += wholes[whole]


def test_only_outlets_have_domains_and_none_is_shared(entries: list[Entry]) -> None:
    domains = [domain for entry in entries for domain in entry.get("domains", [])]
    assert domains
    assert {entry["kind"] for entry in entries if entry.get("domains")} == {"outlet"}
    assert sorted(domains) == sorted(set(domains))
    assert [one for one in domains if not re.fullmatch(r"([a-z0-9-]+\.)+[a-z]{2,}", one)] == []


def test_who_speaks_speaks_for_a_body(entries: list[Entry]) -> None:
    kinds = {entry["key"]: entry["kind"] for entry in entries}
    for entry in entries:
        for target in entry.get("speaks_for", []):
            assert kinds[target] != "person", entry["key"]


def test_a_person_belongs_to_an_office_or_body(entries: list[Entry]) -> None:
    without = [
        entry["key"]
        for entry in entries
        if entry["kind"] == "person" and not (entry.get("part_of") or entry.get("speaks_for"))
    ]
    assert without == []
