"""Sessions that know whose they are. Named by settings.SESSION_ENGINE.

Django's own rows hold that within what they encode: nobody's sessions could be found to end them.
"""

from typing import Any, ClassVar, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone


class PersonSessionManager(BaseSessionManager["PersonSession"]):
    def open(self, *, person_id: int, but: str | None = None) -> "models.QuerySet[PersonSession]":
        """The sessions of a person that are not over, except for the one with the key ``but``."""
        found = self.filter(person_id=person_id, expire_date__gt=timezone.now())
        return found.exclude(session_key=but or "")

    def end(self, *, person_id: int, but: str | None = None) -> int:
        """End the sessions of a person, except for the one with the key ``but``; says how many."""
        ended, _ = self.open(person_id=person_id, but=but).delete()
        return ended


class PersonSession(AbstractBaseSession):
    """One browser that somebody is signed in with, or nobody yet."""

    # Without a constraint: a reply on its way may store its session after the person is gone.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, db_constraint=False, related_name="+"
    )

    objects: ClassVar = PersonSessionManager()

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        return SessionStore


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> type[PersonSession]:
        return PersonSession

    def create_model_instance(self, data: dict[str, Any]) -> PersonSession:
        made = cast(PersonSession, super().create_model_instance(data))
        signed_in = data.get(SESSION_KEY)
        made.person_id = int(signed_in) if signed_in is not None else None
        return made
