"""What a database must be before factlog trusts it with Arabic (manage.py migrate runs these)."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections


@register(Tags.database)
def check_postgresql(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Refuse a PostgreSQL that would compare and search Arabic wrongly, without a word."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor != "postgresql":
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_encoding_to_char(encoding), datctype,"
                " EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm')"
                " FROM pg_database WHERE datname = current_database()"
            )
            encoding, ctype, has_trigrams = cursor.fetchone()
        found += refused(encoding=encoding, ctype=ctype, has_trigrams=has_trigrams)
    return found


def refused(*, encoding: str, ctype: str, has_trigrams: bool) -> list[CheckMessage]:
    """One error for each thing that is wrong with a PostgreSQL database."""
    found: list[CheckMessage] = []
    make_anew = "Make it anew: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME"
    if encoding != "UTF8":
        found.append(
            Error(f"The database is encoded in {encoding}, not UTF8.", make_anew, id="claims.E001")
        )
    if ctype in ("C", "POSIX"):
        found.append(
            Error(
                f"The database has lc_ctype {ctype}, in which Arabic letters are no letters.",
                make_anew,
                id="claims.E002",
            )
        )
    if not has_trigrams:
        found.append(
            Error(
                "The PostgreSQL server lacks the extension pg_trgm.",
                "Install the server's contrib package (Debian: postgresql-contrib).",
                id="claims.E003",
            )
        )
    return found
