"""python3 dev.py run: the demo worked through before your eyes, then served."""

import http.client
import os
import signal
import socket
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from house.environment import ROOT, RUN_LOCK, data_folder, ensure
from house.errors import Stopped
from house.group import Group

PORTS_TRIED = 100
PATIENCE = 60.0  # seconds for the first page
GUNICORN = ["-m", "gunicorn", "factlog.wsgi", "--worker-class", "gthread", "--no-control-socket"]
# One process with threads is enough for one person; compose runs more.
WEB = [*GUNICORN, "--workers", "1", "--threads", "8", "--graceful-timeout", "2"]
# The second reader is slow: where there is one, articles have a process of their own.
PROCESSES = "2" if os.environ.get("FACTLOG_READER_URL") else "1"
CELERY = ["-m", "celery", "-A", "factlog", "worker", "--beat", "--concurrency", PROCESSES]
WORKER = [*CELERY, "--loglevel", "WARNING", "--without-gossip", "--without-mingle"]


def run(port: int, root: Path = ROOT) -> int:
    """Serve factlog until it is asked to end. Raises Stopped when a part of it ends by itself."""
    for asked in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(asked, _end)
    python = ensure(RUN_LOCK, root)
    var = data_folder(root)
    environment = {**os.environ, "FACTLOG_VAR": str(var)}
    password = var / "admin-password"
    is_first = not password.exists()
    since = datetime.now(UTC).isoformat()
    _prepare(python, root, environment)
    listening = bind(port)
    found: int = listening.getsockname()[1]
    group = Group(root, python, environment, var / "log")
    try:
        with _manage(python, root, environment, "show_demo", "--since", since) as demo:
            web = [*WEB, "--bind", f"fd://{listening.fileno()}"]
            group.start("worker", [*WORKER, "--schedule", str(var / "sweeper-schedule")])
            group.start("web", web, pass_fds=(listening.fileno(),))
            _wait_for(demo, group, "The demo was not worked through; var/log/worker.log says more.")
        with _manage(python, root, environment, "load_demo_desk") as desk:
            _wait_for(desk, group, "The demo's desk was not set up; what is above says why.")
        _wait_for_page(found, group)
        _say_where(
            f"http://127.0.0.1:{found}/",
            var,
            password.read_text() if is_first and password.exists() else "",
        )
        _watch(group)
    except KeyboardInterrupt:
        print("\nStopping ...", flush=True)
    finally:
        # A second Ctrl-C while stopping would leave work half ended.
        for asked in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(asked, signal.SIG_IGN)
        group.stop()
    print("factlog has stopped.")
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def bind(first: int) -> socket.socket:
    """A socket on the first free port from ``first`` on; the web server is handed it, open."""
    for port in range(first, min(first + PORTS_TRIED, 65536)):
        tried = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
            tried.listen(64)
        except OSError:
            tried.close()
            continue
        if port != first:
            print(f"Port {first} is taken; {port} is used.")
        return tried
    raise Stopped(
        f"No port is free from {first} to {first + PORTS_TRIED - 1}; give --port another."
    )


def _manage(
    python: Path, root: Path, environment: dict[str, str], *arguments: str
) -> subprocess.Popen[bytes]:
    return subprocess.Popen([python, "manage.py", *arguments], cwd=root, env=environment)


def _prepare(python: Path, root: Path, environment: dict[str, str]) -> None:
    with _manage(python, root, environment, "prepare_trial") as preparing:
        try:
            failed = preparing.wait() != 0
        except KeyboardInterrupt:
            preparing.terminate()
            raise
    if failed:
        raise Stopped("factlog could not start; what is above says why.")


def _wait_for(command: subprocess.Popen[bytes], group: Group, else_said: str) -> None:
    """Raises Stopped with these words where the command fails."""
    try:
        while command.poll() is None:
            _stop_if_one_ended(group)
            time.sleep(0.05)
    except BaseException:
        command.terminate()
        raise
    if command.returncode != 0:
        raise Stopped(else_said)


def _wait_for_page(port: int, group: Group) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        _stop_if_one_ended(group)
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=5)  # never by way of a proxy
        try:
            asked.request("GET", "/healthz")
            status = asked.getresponse().status
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
            continue
        finally:
            asked.close()
        if status != 200:
            raise Stopped(f"The page answers {status}; var/log/web.log says why.")
        return
    raise Stopped(f"The page did not come within {PATIENCE:.0f} s; var/log/web.log says more.")


def _watch(group: Group) -> None:
    while True:
        _stop_if_one_ended(group)
        time.sleep(0.5)


def _stop_if_one_ended(group: Group) -> None:
    name = group.dead()
    if name:
        said = group.last_words(name)
        raise Stopped(f"{said}\n\nThe {name} process ended by itself (its last lines are above).")


def _say_where(address: str, var: Path, password: str) -> None:
    kept = _short(var / "admin-password")
    print(f"\nfactlog is served at  {address}")
    if password:
        print(f"Sign in as            admin, with the password {password} (kept in {kept})")
    elif (var / "admin-password").exists():
        print(f"Sign in as            admin, with the password kept in {kept}")
    print(f"Look at first         {address}articles/  open an article, then press J and K")
    print(f"Then                  {address}desk/  what people have found, and what waits for you")
    print(f"For programs          {address}api/v1/docs/")
    print(f"Logs                  {_short(var / 'log')}/")
    print("Stop                  Ctrl-C", flush=True)


def _short(path: Path) -> str:
    """As seen from where the command was started, where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
