"""docker-compose.yml and the Dockerfile: what they promise, and that their commands work.

No Docker is needed: the file is read as Compose reads it, and the very commands of our services
are run here against the PostgreSQL and Redis of DATABASE_URL and REDIS_URL.
"""

import os
import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from house.environment import ROOT

OURS = ["migrate", "web", "worker", "sweeper"]
SECRETS = {
    "FACTLOG_SECRET_KEY": "k" * 60,
    "POSTGRES_PASSWORD": "p" * 20,
    "FACTLOG_RECORD_KEY": "0a" * 32,
}
GIVEN = {**SECRETS, "FACTLOG_HOSTS": "facts.example,other.example", "FACTLOG_HTTPS": "false"}


VARIABLE = r"\$\{(\w+)(:[-?])?([^}]*)\}"


class NotGiven(Exception):
    pass


def compose(given: dict[str, str]) -> dict:
    """The file with ${NAME}, ${NAME:-default} and ${NAME:?message} filled in as Compose does."""

    def fill(match: re.Match[str]) -> str:
        name, rule, text = match.groups()
        if given.get(name):
            return given[name]
        if rule == ":?":
            raise NotGiven(f"{name}: {text}")
        return text or ""

    def filled(value):
        if isinstance(value, dict):
            return {key: filled(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [filled(inner) for inner in value]
        return re.sub(VARIABLE, fill, value) if isinstance(value, str) else value

    return filled(yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def services():
    return compose(GIVEN)["services"]


# What the files promise


def test_it_has_the_services_of_the_product(services):
    assert set(services) == {*OURS, "db", "redis"}


@pytest.mark.parametrize("name", sorted({*SECRETS, "FACTLOG_HOSTS"}))
def test_nothing_starts_without_what_only_the_operator_can_know(name):
    with pytest.raises(NotGiven, match=name):
        compose({key: value for key, value in GIVEN.items() if key != name})


def test_no_secret_stands_in_the_files():
    for name in ("docker-compose.yml", "Dockerfile"):
        text = re.sub(r"\$\{[^}]*\}", "GIVEN", (ROOT / name).read_text(encoding="utf-8"))
        values = re.findall(r"(?i)(?:password|secret_key)[\"']?\s*[:=]\s*(\S+)", text)
        assert values, name
        assert set(values) <= {"GIVEN", "for-this-command-only"}, name


def test_every_service_that_stays_up_can_say_whether_it_is_well(services):
    for name, service in services.items():
        if name == "migrate":
            assert service["healthcheck"] == {"disable": True}
        else:
            assert service["healthcheck"]["test"][0] == "CMD", name


def test_nothing_runs_as_root(services):
    assert services["db"]["user"] == "postgres"
    assert services["redis"]["user"] == "redis"
    last_user = re.findall(r"(?m)^USER (\S+)$", (ROOT / "Dockerfile").read_text("utf-8"))[-1]
    assert last_user == "factlog"
    for name, service in services.items():
        assert service.get("user", "") not in ("root", "0"), name
        assert service["cap_drop"] == ["ALL"], name
        assert not service.get("privileged"), name


def test_data_outlive_the_containers(services):
    volumes = compose(GIVEN)["volumes"]
    for name, place in {"db": "/var/lib/postgresql/data", "redis": "/data"}.items():
        [mounted] = services[name]["volumes"]
        assert mounted == f"{name}:{place}"
        assert name in volumes
    assert "--appendonly yes" in services["redis"]["command"]


def test_evidence_outlives_the_containers_and_is_seen_by_all_that_work_on_it(services):
    assert "evidence" in compose(GIVEN)["volumes"]
    for name in OURS:
        place = services[name]["environment"]["FACTLOG_EVIDENCE"]
        assert services[name]["volumes"] == [f"evidence:{place}"], name
    made = re.findall(
        r"install --directory --owner=factlog .*(/\S+)", (ROOT / "Dockerfile").read_text()
    )
    assert made == [place], "the volume would belong to root"


def test_what_must_be_ready_first_is_waited_for(services):
    for name in ("web", "worker", "sweeper"):
        waits = {other: how["condition"] for other, how in services[name]["depends_on"].items()}
        assert waits == {
            "migrate": "service_completed_successfully",
            "db": "service_healthy",
            "redis": "service_healthy",
        }


def test_the_page_is_not_open_to_the_network_without_a_proxy(services):
    assert services["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert "ports" not in services["db"]
    assert "ports" not in services["redis"]


def test_the_image_holds_every_folder_that_the_dockerfile_copies():
    copied = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"))
    names = [name for line in copied for name in line.split()]
    kept = re.findall(r"(?m)^!(\S+)$", (ROOT / ".dockerignore").read_text("utf-8"))
    assert sorted(names) == sorted(kept)
    assert all((ROOT / name).exists() for name in names)


# That the commands work


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def deployment(tmp_path_factory, services):
    """The environment of our services with hosts and ports of this machine, and a new database."""
    database, broker = os.environ.get("DATABASE_URL", ""), os.environ.get("REDIS_URL", "")
    if not database.startswith("postgres") or not broker:
        pytest.skip("needs PostgreSQL and Redis: DATABASE_URL and REDIS_URL are not set")
    import psycopg2
    import redis

    name = f"factlog_compose_{os.getpid()}"
    server = psycopg2.connect(database)
    server.autocommit = True
    server.cursor().execute(f"CREATE DATABASE {name}")
    broker = urlsplit(broker)._replace(path="/9").geturl()  # a space of its own on that server
    redis.Redis.from_url(broker).flushdb()
    var = tmp_path_factory.mktemp("compose")
    variables = {
        **{key: str(value) for key, value in services["web"]["environment"].items()},
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(var),
        "DATABASE_URL": urlsplit(database)._replace(path=f"/{name}").geturl(),
        "REDIS_URL": broker,
        "FACTLOG_VAR": str(var),
        "FACTLOG_STATIC": str(var / "static"),
        "FACTLOG_EVIDENCE": str(var / "evidence"),
        "PORT": str(free_port()),
    }
    yield variables
    server.cursor().execute(f"DROP DATABASE {name} WITH (FORCE)")
    server.close()


def words(command: str | list[str], deployment: dict[str, str]) -> list[str]:
    found = shlex.split(command) if isinstance(command, str) else command
    schedule = f"{deployment['FACTLOG_VAR']}/sweeper-schedule"
    return [schedule if word == "/tmp/sweeper-schedule" else word for word in found]


def run_once(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def running(deployment, services, tmp_path_factory):
    """migrate has ended; web, worker and sweeper run."""
    logs = tmp_path_factory.mktemp("logs")
    collected = run_once(["python", "manage.py", "collectstatic", "--noinput"], deployment)
    assert collected.returncode == 0, collected.stderr
    migrated = run_once(words(services["migrate"]["command"], deployment), deployment)
    assert migrated.returncode == 0, migrated.stderr
    processes = []
    for name in ("web", "worker", "sweeper"):
        with (logs / f"{name}.log").open("wb") as log:
            command = words(services[name]["command"], deployment)
            processes.append(
                subprocess.Popen(command, cwd=ROOT, env=deployment, stdout=log, stderr=log)
            )
    yield logs
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.mark.parametrize("name", ["web", "worker", "sweeper"])
def test_each_service_becomes_well_by_its_own_health_check(running, deployment, services, name):
    check = services[name]["healthcheck"]["test"][1:]
    until = time.monotonic() + 60
    while (done := run_once(check, deployment)).returncode != 0:
        log = (running / f"{name}.log").read_text()[-2000:]
        assert time.monotonic() < until, f"{done.stderr}\n{log}"
        time.sleep(0.5)


@pytest.mark.parametrize("name", ["web", "worker"])
def test_a_service_that_is_not_there_is_not_well(running, deployment, services, name):
    elsewhere = {
        **deployment,
        "PORT": str(free_port()),
        "REDIS_URL": urlsplit(deployment["REDIS_URL"])._replace(path="/10").geturl(),
    }
    done = run_once(services[name]["healthcheck"]["test"][1:], elsewhere)
    assert done.returncode == 1
    assert done.stderr.startswith("not well: ")


def test_the_pages_and_their_files_come_under_the_given_host_only(running, deployment):
    def get(path: str, host: str) -> tuple[int, str]:
        request = urllib.request.Request(
            f"http://127.0.0.1:{deployment['PORT']}{path}", headers={"Host": host}
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, ""

    status, page = get("/", "facts.example")
    assert status == 200
    [style, *_] = re.findall(r'href="(/static/[^"]+\.css)"', page)
    assert re.search(r"\.[0-9a-f]{12}\.css$", style), "the name carries the hash of the content"
    assert get(style, "facts.example")[0] == 200
    assert get("/", "elsewhere.example")[0] == 400


def test_django_finds_nothing_to_complain_about_in_production(deployment):
    safe = {**deployment, "FACTLOG_HTTPS": "true", "FACTLOG_SECRET_KEY": "aB3$" * 20 + "xyzw9"}
    done = run_once(["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"], safe)
    assert done.returncode == 0, done.stderr
