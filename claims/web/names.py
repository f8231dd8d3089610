"""Sources under the name that they have in the reader's language."""

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


def shown(sources: Iterable[Source]) -> dict[int, Name]:
    """The name of each source to show to this reader, by id. One query."""
    language = (get_language() or "en").split("-")[0]
    by_id = {source.pk: source for source in sources}
    names = {pk: Name(source.name, source.language) for pk, source in by_id.items()}
    in_language = SourceName.objects.filter(
        source__in=by_id.keys(), language=language, is_shown=True
    ).values_list("source_id", "name")
    return names | {pk: Name(name, language) for pk, name in in_language}
