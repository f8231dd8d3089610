"""Celery, fed from Django's settings. Messages are hints: the rows of Job are the record."""

import os
from typing import Any

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factlog.settings")

from django.conf import settings

LEASE = settings.JOB_LEASE_SECONDS
# So often is looked for people whose digest is due: a mail that failed waits no longer than this.
DIGEST_ROUNDS = min(600, settings.DIGEST_SECONDS)


def rounds() -> dict[str, dict[str, Any]]:
    """What is done again and again, by its name."""
    found: dict[str, dict[str, Any]] = {
        "sweep": {"task": "claims.sweep", "schedule": settings.JOB_SWEEP_SECONDS},
        "checkpoint": {"task": "claims.checkpoint", "schedule": settings.CHECKPOINT_SECONDS},
    }
    if settings.READER_URL:
        found["read_again"] = {
            "task": "claims.read_again",
            "schedule": settings.JOB_SWEEP_SECONDS,
            # Rounds that no worker came to do not pile up.
            "options": {"expires": settings.JOB_SWEEP_SECONDS},
        }
    if settings.SENDS_MAIL:
        found["digest"] = {
            "task": "claims.digest",
            "schedule": DIGEST_ROUNDS,
            # Rounds that no worker came to do not pile up.
            "options": {"expires": DIGEST_ROUNDS},
        }
    return found


def broker() -> dict[str, Any]:
    """Redis where REDIS_URL names one, otherwise files in the data folder."""
    if settings.REDIS_URL:
        # Timeouts, so that a worker notices a Redis that went away and connects again.
        options: dict[str, Any] = {
            "socket_connect_timeout": 2,
            "socket_timeout": 10,
            "socket_keepalive": True,
            "health_check_interval": 30,
        }
        return {"broker_url": settings.REDIS_URL, "broker_transport_options": options}
    queue, control = settings.VAR_DIR / "queue", settings.VAR_DIR / "queue-control"
    for folder in (queue, control):
        folder.mkdir(parents=True, exist_ok=True)
    return {
        "broker_url": "filesystem://",
        "broker_transport_options": {
            "data_folder_in": str(queue),
            "data_folder_out": str(queue),
            "control_folder": str(control),
            # With the default of 1 s, two small tasks a second; with this, 2 % of a core at rest.
            "polling_interval": 0.1,
        },
    }


app = Celery("factlog")
app.conf.update(
    **broker(),
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_serializer="json",
    accept_content=["json"],
    # A task ends before its lease does: nobody else has begun the same work by then.
    task_soft_time_limit=LEASE * 0.8,
    task_time_limit=LEASE * 0.9,
    beat_schedule=rounds(),
    beat_schedule_filename=str(settings.VAR_DIR / "sweeper-schedule"),
    beat_max_loop_interval=min(5, settings.JOB_SWEEP_SECONDS),
    timezone="UTC",
)
app.autodiscover_tasks(["claims"])
