"""The first person who may administer: manage.py make_administrator NAME."""

import os
import secrets
from argparse import ArgumentParser

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

PASSWORD_VARIABLE = "FACTLOG_ADMIN_PASSWORD"


class Command(BaseCommand):
    help = (
        f"Make an administrator. The password is taken from {PASSWORD_VARIABLE}, "
        "or made and printed once."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="what the person signs in with")

    def handle(self, *args: object, **options: str) -> None:
        name = options["name"]
        given = os.environ.get(PASSWORD_VARIABLE, "")
        password = given or secrets.token_urlsafe(12)
        make_administrator(name, password)
        self.stdout.write(f"{name} may sign in and administer.")
        if not given:
            self.stdout.write(f"Password: {password} (it is not shown again)")


@transaction.atomic
def make_administrator(name: str, password: str) -> None:
    """Raises CommandError when the name is taken or the password is too weak."""
    users = get_user_model()
    if users.objects.filter(username=name).exists():
        raise CommandError(f"{name!r} is taken; choose another name.")
    try:
        validate_password(password, users(username=name))
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    made = users.objects.create_superuser(name, password=password)
    made.groups.add(Group.objects.get_or_create(name="administrator")[0])
