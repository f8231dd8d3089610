"""A token with which a person uses the API: manage.py make_person_token USER NAME."""

from argparse import ArgumentParser

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from claims.models import PersonToken
from claims.review import people


class Command(BaseCommand):
    help = (
        "Make a token with which a person's own tools use the API with that person's rights, "
        "and print it once, or take a token away."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="what the person signs in with")
        parser.add_argument("name", help="what the token is for, such as the tool's name")
        parser.add_argument("--revoke", action="store_true", help="the token is no longer taken")

    def handle(self, *args: object, user: str, name: str, revoke: bool, **_: object) -> None:
        person = get_user_model().objects.filter(username=user).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {user!r}.")
        if revoke:
            self._revoke(person, name)
            return
        if not person.is_active:
            raise CommandError(f"The account of {user} is closed; open it again first.")
        try:
            PersonToken(person=person, name=name, token_sha256="-").full_clean()
        except ValidationError as error:
            raise CommandError(f"{name!r}: {' '.join(error.messages)}") from error
        with transaction.atomic():
            made, token = PersonToken.issue(person=person, name=name)
            people.tell_of_token(person, name, is_made=True)
        self.stdout.write(f"{made.name} may do what {user} may do.")
        self.stdout.write(f"Token: {token} (it is not shown again)")

    def _revoke(self, person: User, name: str) -> None:
        held = PersonToken.objects.filter(person=person, name=name, revoked_at=None)
        with transaction.atomic():
            if not held.update(revoked_at=timezone.now()):
                raise CommandError(f"{person} has no token {name!r} that is still taken.")
            people.tell_of_token(person, name, is_made=False)
        self.stdout.write(f"The token {name} of {person} is no longer taken.")
