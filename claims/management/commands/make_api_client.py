"""A partner's program that may use the API: manage.py make_api_client NAME."""

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from claims.models import ApiClient


class Command(BaseCommand):
    help = "Make a client of the API and print its token once, or take a client's token away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="what the client is called here")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--may-post", action="store_true", help="it may post articles too")
        what.add_argument("--revoke", action="store_true", help="its token is no longer taken")

    def handle(self, *args: object, name: str, may_post: bool, revoke: bool, **_: object) -> None:
        if revoke:
            self._revoke(name)
            return
        try:
            ApiClient(name=name, token_sha256="-").full_clean()
        except ValidationError as error:
            raise CommandError(f"{name!r}: {' '.join(error.messages)}") from error
        client, token = ApiClient.issue(name=name, may_post=may_post)
        self.stdout.write(f"{client} may read{' and post' if may_post else ''}.")
        self.stdout.write(f"Token: {token} (it is not shown again)")

    def _revoke(self, name: str) -> None:
        if not ApiClient.objects.filter(name=name).update(is_active=False):
            raise CommandError(f"There is no client {name!r}.")
        self.stdout.write(f"The token of {name} is no longer taken.")
