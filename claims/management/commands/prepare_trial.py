"""All that a trial on one's own machine needs before it is served. Safe to run again."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from redis import Redis
from redis.exceptions import RedisError

from claims.management.commands.make_administrator import make_administrator

NAME = "admin"


class Command(BaseCommand):
    help = "Migrate, make the first administrator, load the starter registry and the demo."

    def handle(self, *args: object, **options: object) -> None:
        if settings.PRODUCTION:
            raise CommandError(
                "A trial is no production: unset FACTLOG_MODE, or use migrate, load_registry "
                "and make_administrator."
            )
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self._servers()
        call_command("migrate", verbosity=0, interactive=False)
        self._administrator()
        call_command("load_registry", stdout=self.stdout)
        call_command("load_demo", stdout=self.stdout)

    def _servers(self) -> None:
        """Servers that were asked for by the environment must answer; one sentence if not."""
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"The database cannot be reached: {error}".strip()) from error
        if not settings.REDIS_URL:
            return
        try:
            Redis.from_url(settings.REDIS_URL, socket_connect_timeout=5).ping()
        except RedisError as error:
            raise CommandError(f"The Redis of REDIS_URL cannot be reached: {error}") from error

    def _administrator(self) -> None:
        """Make admin unless a person is there already; keep the password in var/admin-password."""
        if get_user_model().objects.exists():
            return
        password = secrets.token_urlsafe(12)
        make_administrator(NAME, password)
        write_secret(settings.VAR_DIR / "admin-password", password)


def write_secret(path: Path, text: str) -> None:
    """Readable by nobody but the owner from its first moment."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as secret:
        secret.write(text)
