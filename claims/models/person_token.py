"""A person's own way into the API without a browser."""

import hashlib
import secrets
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

# Tells it apart from the token of a program (claims.models.api_client).
BEGINS = "factlog_me_"


class PersonToken(models.Model):
    """It acts with exactly the rights of its person. Only its hash is kept; revoked ones stay."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens")
    # What it is for, in that person's words.
    name = models.CharField(max_length=100)
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    last_used = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "name"],
                condition=Q(revoked_at=None),
                name="person_token_named_once",
                violation_error_message="This person has such a token; revoke it first.",
            ),
            models.CheckConstraint(name="person_token_has_a_name", condition=~Q(name="")),
        ]
        ordering: ClassVar = ["person_id", "-id"]

    def __str__(self) -> str:
        return f"{self.name} of {self.person_id}"

    @staticmethod
    def hash(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def issue(cls, *, person: User, name: str) -> tuple[Self, str]:
        """A new row and its token, which cannot be told again."""
        token = f"{BEGINS}{secrets.token_urlsafe(32)}"
        return cls.objects.create(person=person, name=name, token_sha256=cls.hash(token)), token
