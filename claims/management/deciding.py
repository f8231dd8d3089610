"""How fast people's decisions are kept, beside what the database alone does with the same words.

Works in a database of its own, which it makes and drops: nobody's record is written in.
"""

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from threading import BrokenBarrierError
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.base import CommandError
from django.db import connection, models

from claims.models import (
    Article,
    ArticleVersion,
    Attribution,
    Claim,
    Decision,
    Evidence,
    Finding,
    RecordHead,
    Round,
    Source,
    SourceRelation,
    Statement,
)
from claims.review import findings
from claims.review.permissions import REVIEWER

REPORTS = 2  # of each statement, each in an article of its own that is archived
WARMED_UP_BY = 5  # decisions of each writer that are not counted
# Where the ids of each table begin, so that a number in a statement's words tells whose it is.
BEGIN: dict[type[models.Model], int] = {
    model: place * 10_000_000
    for place, model in enumerate(
        (Statement, Claim, Article, ArticleVersion, Evidence, Round, Finding, Decision), start=1
    )
}
HEAD_BEGINS = 100_000_000
_MADE_BY_IT = (Round, Finding, Decision)
_HASH = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Pace:
    """Decisions a second of so many writers: through the service, and in pgbench."""

    writers: int
    service: float
    pgbench: float

    @property
    def ratio(self) -> float:
        return self.service / self.pgbench


def paces(decisions: int, rounds: int, writers: tuple[int, ...] = (1, 8)) -> list[Pace]:
    """The best of the rounds; the two are measured in turns, so that a change of the machine's
    pace meets both. Raises CommandError where there is no PostgreSQL or no pgbench."""
    program = _pgbench()
    if connection.vendor != "postgresql":
        raise CommandError("Decisions are measured on PostgreSQL: set DATABASE_URL to one.")
    with scratch_database():
        prepared = Prepared((decisions + 8 * 2 * WARMED_UP_BY) * len(writers) * rounds * 2)
        script = prepared.script()
        best: dict[int, tuple[float, float]] = {}
        for _round in range(rounds):
            for number in writers:
                each = decisions // number
                first = prepared.take(number * (each + WARMED_UP_BY))
                mine = _in_service(prepared, first, number, each)
                first = prepared.take(number * each)
                other = _in_pgbench(program, script, first, number, each)
                was = best.get(number, (0.0, 0.0))
                best[number] = (max(was[0], mine), max(was[1], other))
        return [Pace(number, *best[number]) for number in writers]


def _pgbench() -> str:
    """The program; Debian keeps it beside the server."""
    beside = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))
    found = shutil.which("pgbench") or (str(beside[-1]) if beside else None)
    if found is None:
        raise CommandError("There is no pgbench here: install it (postgresql-contrib).")
    return found


@contextmanager
def scratch_database() -> Iterator[None]:
    """The connection's, with all migrations, and dropped afterwards."""
    name, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"{name}_benchmark"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        connection.settings_dict["TEST"]["NAME"] = test


class Prepared:
    """Statements in review, each with its reports archived, that are handed out once."""

    def __init__(self, statements: int) -> None:
        for model, begin in BEGIN.items():
            _begin(model, begin)
        RecordHead.objects.create(sequence=HEAD_BEGINS, hash="0" * 64)
        group = Group.objects.get_or_create(name=REVIEWER)[0]
        self.people = [User.objects.create(username=f"writer-{n}") for n in range(8)]
        group.user_set.add(*self.people)
        self._left = count(BEGIN[Statement] + 1)
        self._last = BEGIN[Statement] + statements + 1
        _statements(statements + 1, _apart(), self.people[0])
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    def take(self, number: int) -> int:
        """The first of so many in a row that nothing was decided about."""
        first = next(self._left)
        for _ in range(number - 1):
            next(self._left)
        if first + number > self._last:
            raise ValueError("more statements are wanted than were prepared")
        return first

    def script(self) -> str:
        """The words of one decision for pgbench, with what differs from one to the next."""
        said: list[str] = []

        def note(
            execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
        ) -> Any:
            cursor = context["cursor"]
            said.append(cursor.mogrify(sql, params).decode())
            return execute(sql, params, many, context)

        person, statement = self.people[0], self.take(2)
        decide(statement, person)
        head = RecordHead.objects.get()
        with connection.execute_wrapper(note):
            decide(statement + 1, person)
        return _script(said, statement + 1, head)


def decide(statement_id: int, person: User) -> None:
    findings.find(
        statement_id=statement_id, by=person, verdict="single_origin", reason="seen in the archive"
    )


def _begin(model: type[models.Model], at: int) -> None:
    with connection.cursor() as cursor:
        table = model._meta.db_table
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, at])


def _apart() -> list[Source]:
    """Two origins of different sides."""
    found = []
    for place in range(REPORTS):
        named = {"state": Source.State.CONFIRMED, "language": "en"}
        source = Source.objects.create(kind=Source.Kind.PERSON, name=f"person {place}", **named)
        side = Source.objects.create(kind=Source.Kind.STATE, name=f"side {place}", **named)
        SourceRelation.objects.create(source=source, kind=SourceRelation.Kind.PARTY, target=side)
        found.append(source)
    return found


def _statements(number: int, sources: list[Source], person: User) -> None:
    text = "The port authority said that the bridge was closed."
    rows = range(number * REPORTS)
    statements = Statement.objects.bulk_create(
        (Statement(work=Statement.Work.IN_REVIEW, reports=REPORTS) for _ in range(number)), 1000
    )
    articles = Article.objects.bulk_create(
        (Article(identity=f"{n:064x}", language="en", published=date(2026, 11, 24)) for n in rows),
        1000,
    )
    versions = ArticleVersion.objects.bulk_create(
        (ArticleVersion(article=articles[n], text=text, text_sha256="0" * 64) for n in rows), 1000
    )
    claims = Claim.objects.bulk_create(
        (
            Claim(
                version=versions[n],
                statement=statements[n // REPORTS],
                number=1,
                start=0,
                end=len(text),
                quote=text,
                quote_sha256="0" * 64,
                kind=Claim.Kind.INDIRECT,
                modality=Claim.Modality.ASSERTED,
            )
            for n in rows
        ),
        1000,
    )
    Attribution.objects.bulk_create(
        (
            Attribution(
                claim=claims[n],
                position=0,
                role=Attribution.Role.ORIGIN,
                resolved_by=Attribution.ResolvedBy.NAMED,
                source=sources[n % REPORTS],
            )
            for n in rows
        ),
        1000,
    )
    Evidence.objects.bulk_create(
        (
            Evidence(
                statement=statements[n // REPORTS],
                article=articles[n],
                kind=Evidence.Kind.PAGE,
                stance=Evidence.Stance.SUPPORTS,
                state=Evidence.State.ARCHIVED,
                sha256="0" * 64,
                title="copy",
                added_by=person,
            )
            for n in rows
        ),
        1000,
    )


# ── The same words in pgbench ───────────────────────────────────────────────────────────────────


def _script(said: list[str], statement: int, head: RecordHead) -> str:
    """Each client goes through statements of its own; ids of the rows of a statement follow from
    its number, and those that it makes are read back as the service reads them."""
    hashes = {head.hash: ":head_hash"}
    place = statement - BEGIN[Statement] - 1

    def of_rows(found: re.Match[str]) -> str:
        number = int(found[0])
        if number > HEAD_BEGINS:
            return f":head_sequence + {number - head.sequence}"
        model = list(BEGIN)[number // 10_000_000 - 1]
        if model in _MADE_BY_IT:
            return f":{model._meta.model_name}_id"
        each = 1 if model is Statement else REPORTS
        return f":{model._meta.model_name}_{number - BEGIN[model] - 1 - each * place}"

    def of_hashes(found: re.Match[str]) -> str:
        made = f":random_{len(hashes)}" + ":digits" * 3
        return hashes.setdefault(found[0], made)

    lines = [
        r"\set number :number + 1",
        rf"\set place :begin + :client_id * :each + :number - {BEGIN[Statement] + 1}",
        rf"\set statement_0 {BEGIN[Statement] + 1} + :place",
        r"\set digits random(1000000000000000, 9999999999999999)",
        r"\set random_1 random(1000000000000000, 9999999999999999)",
        r"\set random_2 random(1000000000000000, 9999999999999999)",
    ]
    for model in (Claim, Article, ArticleVersion, Evidence):
        name = model._meta.model_name
        lines += [
            rf"\set {name}_{n} {BEGIN[model] + 1 + n} + {REPORTS} * :place" for n in range(REPORTS)
        ]
    lines.append("BEGIN;")
    for sql in said:
        ids = re.sub(r"(?<![\w.:'\"-])[1-9]\d{7,8}\b(?![\w'\"-])", of_rows, sql)
        told = _HASH.sub(of_hashes, " ".join(ids.split()))
        lines.append(_read_back(told))
    return "\n".join([*lines, "COMMIT;"])


def _read_back(sql: str) -> str:
    if "FOR UPDATE" in sql and "claims_recordhead" in sql:
        return rf"{sql} \gset head_"
    made = re.match(r'INSERT INTO "claims_(\w+)".* RETURNING', sql)
    if made and made[1] in {model._meta.model_name for model in _MADE_BY_IT}:
        return rf"{sql} \gset {made[1]}_"
    return f"{sql};"


def _in_pgbench(program: str, script: str, first: int, writers: int, each: int) -> float:
    told = connection.settings_dict
    reach = {"-h": told["HOST"], "-p": told["PORT"], "-U": told["USER"]}
    values = {"number": -1, "begin": first, "each": each}
    with tempfile.NamedTemporaryFile("w", suffix=".sql", encoding="utf-8") as file:
        file.write(script)
        file.flush()
        command = [
            *(program, "-n", "-M", "simple", "-f", file.name),
            *("-c", str(writers), "-j", str(min(writers, 2)), "-t", str(each)),
            *(part for name, value in values.items() for part in ("-D", f"{name}={value}")),
            *(part for flag, value in reach.items() if value for part in (flag, str(value))),
            told["NAME"],
        ]
        environment = {"PGPASSWORD": told["PASSWORD"] or "", "LC_ALL": "C"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode != 0 or found is None or f"{each * writers}/" not in done.stdout:
        raise CommandError(f"pgbench did not get to its end:\n{done.stdout}{done.stderr}")
    return float(found[1])


# ── Through the service ─────────────────────────────────────────────────────────────────────────


def _in_service(prepared: Prepared, first: int, writers: int, each: int) -> float:
    """Each writer is a process, as the workers of a web server are."""
    connection.close()
    context = get_context("fork")
    warm, done = context.Barrier(writers + 1), context.Barrier(writers + 1)

    def work(place: int) -> None:
        start = first + place * (each + WARMED_UP_BY)
        try:
            for number in range(each + WARMED_UP_BY):
                if number == WARMED_UP_BY:
                    warm.wait()
                decide(start + number, prepared.people[place])
            done.wait()
        except BaseException:
            warm.abort()
            done.abort()
            raise
        finally:
            connection.close()

    processes = [context.Process(target=work, args=(place,)) for place in range(writers)]
    for process in processes:
        process.start()
    try:
        warm.wait()
        began = time.perf_counter()
        done.wait()
        seconds = time.perf_counter() - began
    except BrokenBarrierError as broken:
        raise CommandError("A writer failed; what it said stands above.") from broken
    finally:
        for process in processes:
            process.join()
    return writers * each / seconds
