"""People who are signed in, for pages that ask who reads them."""

from django.contrib.auth.models import Group, User
from django.test import Client


def signed_in(role: str, number: int = 1) -> Client:
    """A client of the ``number``-th person of a role; the person is made when first asked for."""
    user, _made = User.objects.get_or_create(username=f"{role}-{number}")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
