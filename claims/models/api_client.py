"""A partner's program that may use the API."""

import hashlib
import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models


class ApiClient(models.Model):
    """One client, one token. Only the token's hash is kept: it is shown once, when it is made."""

    name = models.CharField(max_length=100, unique=True)
    token_sha256 = models.CharField(max_length=64, unique=True)
    may_post = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    last_used = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def hash(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def issue(cls, *, name: str, may_post: bool = False) -> "tuple[ApiClient, str]":
        """A new client and its token, which cannot be told again."""
        client = cls(name=name, may_post=may_post)
        token = client.give_token()
        client.save()
        return client, token

    def give_token(self) -> str:
        """A token, in place of any earlier one once this is saved; it cannot be told again."""
        token = f"factlog_{secrets.token_urlsafe(32)}"
        self.token_sha256 = self.hash(token)
        return token
