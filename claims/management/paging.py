"""Whether lists cost the same however long they are, at any depth: p95 of the HTTP response.

Works in two databases of its own on PostgreSQL, which it makes and drops: one of each size. They
are asked in turns, so that a change of the machine's pace meets both.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from urllib.parse import urlencode

from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.management.base import CommandError
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.test import Client

from claims.extraction.folding import fold_name
from claims.management.deciding import scratch_database
from claims.models import Article, Claim, Outlet, Source, SourceName, Statement
from claims.models.keyset import cursor_of

CLAIMS_AN_ARTICLE = 10
OUTLETS = 20
WARMED_UP_BY = 5
# As claims.web.listing and claims.api.queries have it; a test holds them together.
ROWS_A_PAGE = 50
# The sentence of a claim: its number makes it one of its kind, and finds it.
_SENTENCE = "'الخبر رقم ' || lpad(({number})::text, 9, '0') || ' عن الجسر والميناء في المدينة. '"
_LENGTH = len("الخبر رقم 000000000 عن الجسر والميناء في المدينة. ")
_QUOTE = _LENGTH - 2

_ARTICLES = """
INSERT INTO claims_article (id, language, language_known, identity, url, title, outlet_id,
                            published, added_at)
SELECT g, (ARRAY['ar', 'en', 'tr', 'ru'])[1 + g %% 4], true, 'benchmark ' || g, '', 'مقال ' || g,
       {outlet} + g %% {outlets}, date '2026-01-01' + (g %% 300)::int,
       timestamptz '2026-11-24' + g * interval '1 second'
FROM generate_series({first}, {last}) AS g"""
_VERSIONS = """
INSERT INTO claims_articleversion (id, article_id, number, text, text_sha256, stored_at, engine)
SELECT g, g, 1, (SELECT string_agg({sentence}, '' ORDER BY k) FROM generate_series(0, {last_k}) k),
       md5(g::text), now(), 'x' FROM generate_series({first}, {last}) AS g"""
_STATEMENTS = """
INSERT INTO claims_statement (id, corroboration, work, version, needs, rank, priority, reports,
                              open_contradictions, language, created_at, published_as)
SELECT g, (ARRAY['unassessed', 'unassessed', 'unassessed', 'single_origin'])[1 + g %% 4],
       'extracted', 1, 'reviewer', 1700000000 + g, 2, 1, 0,
       (ARRAY['ar', 'en', 'tr', 'ru'])[1 + (g / {each}) %% 4], now(), ''
FROM generate_series({first} * {each}, {last} * {each} + {last_k}) AS g"""
_CLAIMS = """
INSERT INTO claims_claim (id, version_id, statement_id, number, start, "end", quote, quote_sha256,
                          before, after, kind, modality, parts, search_text, state, created_at)
SELECT v.id * {each} + k, v.id, v.id * {each} + k, k + 1, k * {length}, k * {length} + {quote},
       substr(v.text, k * {length} + 1, {quote}), md5(k::text), '', '', 'indirect', 'asserted',
       '[]',
       'خبر ' || lpad((v.id * {each} + k)::text, 9, '0') || ' جسر ميناء', 'current', now()
FROM claims_articleversion v, generate_series(0, {last_k}) k
WHERE v.id BETWEEN {first} AND {last}"""
_LINKS = """
INSERT INTO claims_attribution (claim_id, position, role, resolved_by, anonymous, source_id,
                                status)
SELECT id, 0, 'origin', 'named', false, {source} + id %% {outlets}, 'asserted'
FROM claims_claim WHERE version_id BETWEEN {first} AND {last}"""


@dataclass(frozen=True, slots=True)
class Told:
    """Of one list at one depth: milliseconds of p95 at each size."""

    name: str
    depth: str
    small: float
    large: float

    @property
    def ratio(self) -> float:
        return self.large / self.small


@dataclass(frozen=True, slots=True)
class _List:
    name: str
    address: str
    rows: Callable[[], "QuerySet"]
    order: tuple[str, ...]


def _lists() -> list[_List]:
    waiting = ("rank", "id")
    return [
        _List("queue, the whole desk", "/desk/?view=desk", Statement.objects.waiting, waiting),
        _List("queue, for me now", "/desk/", Statement.objects.waiting, waiting),
        _List(
            "queue, one language",
            "/desk/?view=desk&language=tr",
            lambda: Statement.objects.waiting().filter(language="tr"),
            waiting,
        ),
        _List("claims", "/claims/", Claim.objects.current, ("-id",)),
        _List(
            "claims, one status",
            "/claims/?status=single_origin",
            lambda: Claim.objects.current().filter(statement__corroboration="single_origin"),
            ("-id",),
        ),
        _List("articles", "/articles/", Article.objects.all, ("-added_at", "-id")),
        _List("API: claims", "/api/v1/claims/", Claim.objects.current, ("-id",)),
        _List(
            "API: statements that wait",
            "/api/v1/statements/?needs=reviewer",
            Statement.objects.waiting,
            waiting,
        ),
        _List("API: statements", "/api/v1/statements/", Statement.objects.all, waiting),
    ]


def paged(small: int, large: int, requests: int) -> list[Told]:
    """Raises CommandError where there is no PostgreSQL."""
    if connection.vendor != "postgresql":
        raise CommandError("Lists are measured on PostgreSQL: set DATABASE_URL to one.")
    with scratch_database():
        client = _client()
        source = _outlets()
        _fill(1, small // CLAIMS_AN_ARTICLE, source)
        with _copied() as larger:
            with _in_use(larger):
                _fill(small // CLAIMS_AN_ARTICLE + 1, large // CLAIMS_AN_ARTICLE, source)
            return [told for one in _lists() for told in _compared(one, client, larger, requests)]


@contextmanager
def _copied() -> Iterator[BaseDatabaseWrapper]:
    """A connection to a second database, which begins as a copy of the one in use."""
    name = connection.settings_dict["NAME"]
    copy = f"{name}_large"
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{copy}"')
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    other = connections.create_connection(DEFAULT_DB_ALIAS)
    other.settings_dict = {**connection.settings_dict, "NAME": copy}
    try:
        yield other
    finally:
        other.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{copy}"')


@contextmanager
def _in_use(other: BaseDatabaseWrapper) -> Iterator[None]:
    """Everything within asks this database."""
    before = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = before


def _client() -> Client:
    person = User.objects.create_user("benchmark")
    person.groups.add(Group.objects.get_or_create(name="lead")[0])
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def _outlets() -> int:
    """The first number of the sources, which are those of the outlets too."""
    first = 0
    for number in range(OUTLETS):
        name = f"صحيفة {number}"
        source = Source.objects.create(kind="outlet", state="confirmed", name=name, language="ar")
        SourceName.objects.create(
            source=source, language="ar", name=name, folded=fold_name(name), is_shown=True
        )
        Outlet.objects.create(pk=source.pk, source=source)
        first = first or source.pk
    return first


def _fill(first: int, last: int, source: int) -> None:
    """Articles of these numbers, with their claims and statements."""
    values = {
        "first": first,
        "last": last,
        "outlet": source,
        "source": source,
        "outlets": OUTLETS,
        "each": CLAIMS_AN_ARTICLE,
        "last_k": CLAIMS_AN_ARTICLE - 1,
        "length": _LENGTH,
        "quote": _QUOTE,
        "sentence": _SENTENCE.format(number=f"g * {CLAIMS_AN_ARTICLE} + k"),
    }
    with connection.cursor() as cursor:
        for statement in (_ARTICLES, _VERSIONS, _STATEMENTS, _CLAIMS, _LINKS):
            cursor.execute(statement.format(**values).replace("%%", "%"))
        cursor.execute("VACUUM ANALYZE")


def _compared(
    one: _List, client: Client, larger: BaseDatabaseWrapper, requests: int
) -> Iterator[Told]:
    with _in_use(larger):
        in_larger = _depths(one)
    for (depth, address), (_, far) in zip(_depths(one), in_larger, strict=True):
        took: tuple[list[float], list[float]] = ([], [])
        cache.clear()  # where the API counts how often it was asked
        gc.collect()
        gc.freeze()  # or going through all that was loaded so far falls to one of the two
        for place in range(requests + WARMED_UP_BY):
            seconds = _answer(client, address)
            with _in_use(larger):
                other = _answer(client, far)
            if place >= WARMED_UP_BY:
                took[0].append(seconds)
                took[1].append(other)
        yield Told(one.name, depth, *(quantiles(some, n=20)[-1] * 1000 for some in took))


def _depths(one: _List) -> list[tuple[str, str]]:
    """The first page, one in the middle, and one near the end: each of them full, whatever the
    number of all rows, or fewer rows on the last page would pass for a quicker list."""
    rows = one.rows()
    count = rows.count()
    last_full = max(count - ROWS_A_PAGE - 2, 0)
    told = [("first page", one.address)]
    for depth, share in (("middle", 0.5), ("near the end", 0.99)):
        row = rows.order_by(*one.order)[min(int(count * share), last_full)]
        joint = "&" if "?" in one.address else "?"
        after = urlencode({"after": cursor_of(row, one.order)})
        told.append((depth, f"{one.address}{joint}{after}"))
    return told


def _answer(client: Client, address: str) -> float:
    """Seconds."""
    began = time.perf_counter()
    response = client.get(address)
    if response.status_code != 200:
        raise CommandError(f"{address} answers {response.status_code}.")
    return time.perf_counter() - began
