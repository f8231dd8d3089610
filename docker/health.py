"""Whether a service of docker-compose.yml is well: python docker/health.py web|worker|sweeper.

Ends with 0 when it is, with 1 and a sentence when it is not.
"""

import http.client
import os
import subprocess
import sys


def web() -> None:
    """The page /healthz, which asks the database, under the first of our own host names."""
    host = os.environ["FACTLOG_HOSTS"].split(",")[0].strip().lstrip(".")
    asked = http.client.HTTPConnection("127.0.0.1", int(os.environ["PORT"]), timeout=5)
    asked.request("GET", "/healthz", headers={"Host": host})
    status = asked.getresponse().status
    if status != 200:
        raise OSError(f"/healthz answers {status}")


def node(name: str) -> None:
    """Celery's worker or beat of this machine answers over the broker."""
    command = [sys.executable, "-m", "celery", "-A", "factlog", "inspect", "ping"]
    asked = subprocess.run(
        [*command, "--timeout", "5", "--destination", name],
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        raise OSError(f"{name} does not answer: {(asked.stdout + asked.stderr).strip()[-200:]}")


CHECKS = {
    "web": web,
    "worker": lambda: node(f"worker@{os.uname().nodename}"),
    "sweeper": lambda: node(f"sweeper@{os.uname().nodename}"),
}

if __name__ == "__main__":
    try:
        CHECKS[sys.argv[1]]()
    except (OSError, KeyError, IndexError) as error:
        sys.exit(f"not well: {error}")
