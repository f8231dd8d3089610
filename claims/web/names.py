"""Sources under the name that they have in the reader's language, if the reader may see it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from claims.models import Source, SourceName
from claims.models.source import PROTECTED_SOURCE
from claims.sources.seeing import sees


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and the language that it is in; ``is_hidden`` where only some may see who it is."""

    text: str
    language: str
    is_hidden: bool = False

    def __str__(self) -> str:
        return self.text


def shown(sources: Iterable[Source]) -> dict[int, Name]:
    """The name of each source to show to this reader, by id. One query.

    A name that is hidden must not lead anywhere: no address holds its id.
    """
    language = _language()
    by_id = {source.pk: source for source in sources}
    names = {pk: Name(source.name, source.language) for pk, source in by_id.items() if sees(source)}
    hidden = dict.fromkeys(by_id.keys() - names.keys(), hidden_name())
    in_language = SourceName.objects.filter(
        source__in=names.keys(), language=language, is_shown=True
    ).values_list("source_id", "name")
    return names | {pk: Name(name, language) for pk, name in in_language} | hidden


def hidden_name() -> Name:
    """What stands in place of the name of a source that the reader may not see."""
    return Name(str(PROTECTED_SOURCE), _language(), is_hidden=True)


def _language() -> str:
    return (get_language() or "en").split("-")[0]
