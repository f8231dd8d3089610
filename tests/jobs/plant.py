"""Real processes to break: a database of its own, a Redis of its own, workers of Celery."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import psycopg2
import pytest
from django.conf import settings

from house.run import WEB, bind

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds: other tests share the cores, and nothing is asserted of speed here

POST = """
import json, sys, time
from django.db import connection
from claims import tasks
from claims.ingest.articles import store
connection.ensure_connection()
told = json.load(sys.stdin)
took = []
for text in told:
    began = time.monotonic()
    stored = store(text=text, outlet=None, language="ar")
    tasks.hint(stored.job)
    took.append((stored.job.pk, time.monotonic() - began))
print("POSTED" + json.dumps(took))
"""


def until(holds: Callable[[], bool], what: str, every: float = 0.02) -> None:
    """Wait until it holds, or fail and say for what."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            pytest.fail(f"waited {PATIENCE:.0f} s for {what}")
        time.sleep(every)


class Redis:
    """A redis-server that can be stopped and started again on its port, without its memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as spare:
            spare.bind(("127.0.0.1", 0))
            self.port: int = spare.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        bind = ["--bind", "127.0.0.1", "--port", str(self.port), "--save", ""]
        self.process = subprocess.Popen(
            ["redis-server", *bind, "--dir", str(self.folder)], stdout=subprocess.DEVNULL
        )
        until(self._answers, "Redis")

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


class Plant:
    """A factlog of its own: settings by environment, processes that can be killed."""

    def __init__(self, folder: Path, redis: Redis | None = None) -> None:
        self.folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        self.web: subprocess.Popen[bytes] | None = None
        self.is_postgres = "postgresql" in settings.DATABASES["default"]["ENGINE"]
        self.name = f"faults_{os.getpid()}_{folder.name}".replace("-", "_").lower()
        self.environment = {
            **os.environ,
            "FACTLOG_VAR": str(folder),
            "FACTLOG_JOB_LEASE_SECONDS": "8",
            "FACTLOG_JOB_SWEEP_SECONDS": "1",
            "DATABASE_URL": self._make_database(),
            "REDIS_URL": redis.url if redis else "",
        }
        self.manage("migrate", "--verbosity", "0")

    def _make_database(self) -> str:
        if not self.is_postgres:
            return f"sqlite:///{self.folder / 'factlog.sqlite3'}"
        self._administer(f"CREATE DATABASE {self.name} TEMPLATE template0")
        return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{self.name}"

    def _administer(self, statement: str) -> None:
        connection = psycopg2.connect(os.environ["DATABASE_URL"])
        connection.autocommit = True
        connection.cursor().execute(statement)
        connection.close()

    def manage(self, *arguments: str, given: str | None = None) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def post(self, texts: list[str]) -> dict[int, float]:
        """Store articles and hint at their jobs; how long each took, by job."""
        said = self.manage("shell", "--no-imports", "-c", POST, given=json.dumps(texts))
        return dict(json.loads(said.partition("POSTED")[2]))

    def start_worker(self) -> None:
        command = ["-m", "celery", "-A", "factlog", "worker", "--beat", "--concurrency", "1"]
        quiet = ["--without-gossip", "--without-mingle", "--loglevel", "WARNING"]
        with (self.folder / "worker.log").open("ab") as log:
            self.workers.append(
                subprocess.Popen(
                    [sys.executable, *command, *quiet],
                    cwd=ROOT,
                    env=self.environment,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )

    def start_web(self) -> str:
        """Serve the pages as `dev.py run` does; their address."""
        with bind(20_000) as listening, (self.folder / "web.log").open("ab") as log:
            port: int = listening.getsockname()[1]
            self.web = subprocess.Popen(
                [sys.executable, *WEB, "--bind", f"fd://{listening.fileno()}"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                pass_fds=(listening.fileno(),),
                start_new_session=True,
            )
        address = f"http://127.0.0.1:{port}"
        until(lambda: self._serves(address), "the web server")
        return address

    def _serves(self, address: str) -> bool:
        with suppress(OSError), urlopen(f"{address}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
        return False

    @contextmanager
    def worker_halted(self) -> Iterator[None]:
        """Nothing is worked on meanwhile; then the worker goes on where it was."""
        os.killpg(self.workers[-1].pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self.workers[-1].pid, signal.SIGCONT)

    def catch_worker_at_work(self) -> None:
        """Halt the worker while a job is in its hands."""

        def is_caught() -> bool:
            os.killpg(self.workers[-1].pid, signal.SIGSTOP)
            if "running" in self.states():
                return True
            os.killpg(self.workers[-1].pid, signal.SIGCONT)
            return False

        until(is_caught, "a job in the worker's hands")

    def kill_worker(self) -> None:
        """With -9, its pool and its beat too."""
        worker = self.workers.pop()
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def ask(self, question: str) -> list[tuple[object, ...]]:
        if self.is_postgres:
            connection = psycopg2.connect(self.environment["DATABASE_URL"])
        else:
            connection = sqlite3.connect(self.folder / "factlog.sqlite3", timeout=20)
        try:
            cursor = connection.cursor()
            cursor.execute(question)
            return list(cursor.fetchall())
        finally:
            connection.close()

    def states(self) -> list[str]:
        return [str(state) for (state,) in self.ask("SELECT state FROM claims_job ORDER BY id")]

    def close(self) -> None:
        while self.workers:
            self.kill_worker()
        if self.web:
            with suppress(ProcessLookupError):
                os.killpg(self.web.pid, signal.SIGKILL)
            self.web.wait()
        if self.is_postgres:
            self._administer(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


def needs_redis() -> None:
    """Skip on a machine without it; where the whole is checked, fail."""
    if shutil.which("redis-server") is None:
        if os.environ.get("CI"):
            pytest.fail("redis-server is not installed")
        pytest.skip("redis-server is not installed")
