"""Sources as people see them: after merges, under the name they have in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from claims.models import Source, SourceName


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and the language that it is in."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def standing(ids: Iterable[int]) -> dict[int, Source]:
    """For each id what the source stands for now: itself, or what it was merged into.

    One query for each step of the longest chain of merges, so usually one or two.
    """
    wanted = set(ids)
    loaded: dict[int, Source] = {}
    missing = set(wanted)
    while missing:
        found = Source.objects.in_bulk(missing)
        loaded |= found
        missing = {s.merged_into_id for s in found.values() if s.merged_into_id} - loaded.keys()
    return {one: _followed(one, loaded) for one in wanted if one in loaded}


def _followed(one: int, loaded: dict[int, Source]) -> Source:
    source, seen = loaded[one], {one}
    while source.merged_into_id in loaded and source.merged_into_id not in seen:
        seen.add(source.merged_into_id)
        source = loaded[source.merged_into_id]
    return source


def shown(sources: Iterable[Source]) -> dict[int, Name]:
    """The name of each source to show to this reader, by id. One query."""
    language = (get_language() or "en").split("-")[0]
    by_id = {source.pk: source for source in sources}
    names = {pk: Name(source.name, source.language) for pk, source in by_id.items()}
    in_language = SourceName.objects.filter(
        source__in=by_id.keys(), language=language, is_shown=True
    ).values_list("source_id", "name")
    return names | {pk: Name(name, language) for pk, name in in_language}
