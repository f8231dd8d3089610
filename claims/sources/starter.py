"""Reads a registry that is shipped as TOML. Safe to run again; what people decided stays.

Entries are known by their ``key``. Names and relations are added, never taken away; an entry
that a person has decided about keeps its name, its kind and its identifier.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from claims.errors import InputRefused
from claims.extraction.folding import fold_name
from claims.models import Outlet, OutletDomain, Source, SourceDecision, SourceName, SourceRelation

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIELDS = {
    *("key", "kind", "names", "acronyms", "former", "domains", "wikidata"),
    *("part_of", "speaks_for", "party"),
}
_NO_ENTRY = {Source.Kind.UNNAMED_GROUP, Source.Kind.UNKNOWN}
_LANGUAGES = ("ar", "en", "tr", "ru")  # the first that an entry has names in is its own

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries were read, and what of them was new."""

    entries: int
    sources: int
    names: int
    relations: int


@transaction.atomic
def load(path: Path) -> Counts:
    """Read one file, or all files of a folder, which may name each other's entries.

    Raises InputRefused with the file and the entry that cannot be read; then nothing is loaded.
    """
    entries: dict[str, Entry] = {}
    for file in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
        for entry in _read(file):
            if entry["key"] in entries:
                raise InputRefused(f"{file.name}: the key {entry['key']!r} is used twice.")
            entries[entry["key"]] = entry
    before = Source.objects.count()
    sources = _load_sources(entries)
    names = _load_names(entries, sources)
    _load_outlets(entries, sources)
    relations = _load_relations(entries, sources)
    return Counts(len(entries), Source.objects.count() - before, names, relations)


def _read(file: Path) -> list[Entry]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputRefused(f"{file.name} cannot be read: {error}") from error
    entries: list[Entry] = told.get("source", [])
    for entry in entries:
        key = str(entry.get("key", ""))
        if not _KEY.fullmatch(key) or len(key) > 80:
            raise InputRefused(f"{file.name}: {key!r} is not a key of small letters and hyphens.")
        if wrong := set(entry) - _FIELDS:
            raise InputRefused(f"{file.name}: {key} has unknown fields: {', '.join(wrong)}.")
        if entry.get("kind") not in set(Source.Kind.values) - _NO_ENTRY:
            raise InputRefused(f"{file.name}: {key} has no kind that an entry may have.")
        if not any(entry.get("names", {}).values()):
            raise InputRefused(f"{file.name}: {key} has no name.")
    return entries


def _own_language(entry: Entry) -> str:
    names: dict[str, list[str]] = entry["names"]
    return next(
        (code for code in (*_LANGUAGES, *names) if names.get(code)),
        "und",
    )


def _load_sources(entries: dict[str, Entry]) -> dict[str, Source]:
    """The sources of all keys; those that nobody decided about follow the file."""
    held = {s.key: s for s in Source.objects.filter(key__in=entries)}
    decided = set(
        SourceDecision.objects.filter(source__key__in=entries).values_list("source_id", flat=True)
    )
    new, changed = [], []
    for key, entry in entries.items():
        language = _own_language(entry)
        told = {
            "kind": entry["kind"],
            "name": entry["names"][language][0],
            "language": language,
            "wikidata": entry.get("wikidata", ""),
        }
        source = held.get(key)
        if source is None:
            new.append(Source(key=key, state=Source.State.CONFIRMED, **told))
        elif source.pk not in decided and any(getattr(source, f) != v for f, v in told.items()):
            for name, value in told.items():
                setattr(source, name, value)
            changed.append(source)
    Source.objects.bulk_create(new)
    Source.objects.bulk_update(changed, ["kind", "name", "language", "wikidata"])
    return {s.key: s for s in Source.objects.filter(key__in=entries) if s.key}


def _load_names(entries: dict[str, Entry], sources: dict[str, Source]) -> int:
    kinds = SourceName.Kind
    held: set[tuple[int, str, str]] = set()
    shown: set[tuple[int, str]] = set()
    for name in SourceName.objects.filter(source__in=sources.values()):
        held.add((name.source_id, name.language, name.name))
        if name.is_shown:
            shown.add((name.source_id, name.language))
    new = []
    for key, entry in entries.items():
        pk = sources[key].pk
        for field, usual in (
            ("names", kinds.VARIANT),
            ("acronyms", kinds.ACRONYM),
            ("former", kinds.FORMER),
        ):
            for language, names in entry.get(field, {}).items():
                for place, name in enumerate(names):
                    if (pk, language, name) in held:
                        continue
                    held.add((pk, language, name))
                    is_first = field == "names" and place == 0
                    is_shown = is_first and (pk, language) not in shown
                    new.append(
                        SourceName(
                            source_id=pk,
                            language=language,
                            name=name,
                            folded=fold_name(name),
                            kind=kinds.OFFICIAL if is_first else usual,
                            is_shown=is_shown,
                        )
                    )
    SourceName.objects.bulk_create(new)
    return len(new)


def _load_outlets(entries: dict[str, Entry], sources: dict[str, Source]) -> None:
    outlets = [key for key, entry in entries.items() if entry["kind"] == Source.Kind.OUTLET]
    held = {
        outlet.source_id: outlet
        for outlet in Outlet.objects.filter(source__in=[sources[key].pk for key in outlets])
    }
    taken = set(Outlet.objects.exclude(domain="").values_list("domain", flat=True))
    taken |= set(OutletDomain.objects.values_list("domain", flat=True))
    for key in outlets:
        source = sources[key]
        free = [one for one in _domains(entries[key]) if one not in taken]
        outlet = held.get(source.pk)
        if outlet is None:
            outlet = Outlet.objects.create(source=source, domain=free.pop(0) if free else "")
            taken.add(outlet.domain)
        OutletDomain.objects.bulk_create([OutletDomain(outlet=outlet, domain=one) for one in free])
        taken.update(free)


def _domains(entry: Entry) -> list[str]:
    """The hosts of an outlet as addresses are compared: small letters, without "www."."""
    plain = (one.strip().lower().removeprefix("www.") for one in entry.get("domains", []))
    return list(dict.fromkeys(plain))


def _load_relations(entries: dict[str, Entry], sources: dict[str, Source]) -> int:
    kinds = SourceRelation.Kind
    wanted: dict[tuple[str, str, str], None] = {}
    for key, entry in entries.items():
        party = [entry["party"]] if entry.get("party") else []
        for relation, targets in (
            (kinds.PART_OF, entry.get("part_of", [])),
            (kinds.SPEAKS_FOR, entry.get("speaks_for", [])),
            (kinds.PARTY, party),
        ):
            wanted |= {(key, relation.value, target): None for target in targets if target != key}
    known = dict(sources)
    elsewhere = {target for _, _, target in wanted} - known.keys()
    known |= {s.key: s for s in Source.objects.filter(key__in=elsewhere) if s.key}
    for key, kind, target in wanted:
        if target not in known:
            raise InputRefused(f"{key}: {kind} names {target!r}, which no entry has as its key.")
    held = set(
        SourceRelation.objects.filter(source__in=sources.values()).values_list(
            "source_id", "kind", "target_id"
        )
    )
    new = [
        SourceRelation(source=known[key], kind=kind, target=known[target])
        for key, kind, target in wanted
        if (known[key].pk, kind, known[target].pk) not in held
    ]
    SourceRelation.objects.bulk_create(new)
    return len(new)
