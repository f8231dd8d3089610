"""Finding claims by words: FTS5 on SQLite, a GIN index on PostgreSQL, both over search_text."""

from typing import Any

from django.db import connections
from django.db.models import BooleanField, F, Func, TextField, Value

from claims.extraction.folding import search_form
from claims.models.claim import ClaimQuerySet

# Beyond this many, further words of a query are left out.
WORDS_AT_MOST = 32


class _Matches(Func):
    """Whether the index holds a query for this row. Written out so that the index is used."""

    output_field = BooleanField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(
            compiler,
            connection,
            template="%(expressions)s)",
            arg_joiner=" IN (SELECT rowid FROM claims_search WHERE claims_search MATCH ",
            **context,
        )

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(
            compiler,
            connection,
            template="to_tsvector('simple', %(expressions)s)",
            arg_joiner=") @@ to_tsquery('simple', ",
            **context,
        )


def matching(queryset: ClaimQuerySet, words: str) -> ClaimQuerySet:
    """The claims that hold all of these words, the last one perhaps only begun.

    Blank words leave the list as it is; words without a letter or digit find nothing.
    """
    if not words.strip():
        return queryset
    wanted = search_form(words).split()[:WORDS_AT_MOST]
    if not wanted:
        return queryset.none()
    if _is_sqlite(queryset):
        query, held = _fts5(wanted), F("id")
    else:
        query, held = _tsquery(wanted), F("search_text")
    return queryset.filter(_Matches(held, Value(query, output_field=TextField())))


def _is_sqlite(queryset: ClaimQuerySet) -> bool:
    return connections[queryset.db].vendor == "sqlite"


def _fts5(words: list[str]) -> str:
    return " ".join(f'"{word}"' for word in words) + "*"


def _tsquery(words: list[str]) -> str:
    # Words that went through search_form hold letters and digits only: no quote to escape.
    return " & ".join(f"'{word}'" for word in words) + ":*"
