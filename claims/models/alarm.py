"""What changed under a decision."""

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext, pgettext_lazy

from claims.models.statement import Statement


class Alarm(models.Model):
    """One reason why a statement is stale. It stays open until a person has decided again."""

    class Cause(models.TextChoices):
        CHAIN = "chain", pgettext_lazy("stale", "The source of a claim was set otherwise")
        LINK = "link", pgettext_lazy("stale", "What is known of an attribution has changed")
        SOURCES = "sources", pgettext_lazy("stale", "Sources were merged or parted")
        GROUPING = "grouping", pgettext_lazy("stale", "Claims joined or left it")
        CLAIM = "claim", pgettext_lazy("stale", "One of its claims no longer stands")
        AMENDED = "amended", pgettext_lazy("stale", "One of its claims was set right")
        VERSION = "version", pgettext_lazy("stale", "An article changed its words")
        EVIDENCE = "evidence", pgettext_lazy("stale", "Evidence was withdrawn")
        CONTRADICTION = (
            "contradiction",
            pgettext_lazy("stale", "A contradiction was opened or closed"),
        )
        ORIGINS = "origins", pgettext_lazy("stale", "Origins were judged otherwise")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="alarms")
    cause = models.CharField(max_length=13, choices=Cause)
    # Ids of what changed: {"claim": 12}, {"source": 3, "into": 4} ...
    detail = models.JSONField(default=dict)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    raised_at = models.DateTimeField(auto_now_add=True)
    # The decision by which a person has seen to it.
    settled_by = models.ForeignKey(
        "claims.Decision", models.PROTECT, null=True, blank=True, related_name="settles"
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["statement", "-id"], name="alarm_of_statement"),
            models.Index(fields=["raised_at"], name="alarm_by_day"),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.cause} of statement {self.statement_id}"

    @property
    def told(self) -> str:
        return cause_told(self.cause, self.detail)


def cause_told(cause: str, detail: Mapping[str, object]) -> str:
    """The cause in words; of a contradiction, whether it was opened or closed."""
    if cause != Alarm.Cause.CONTRADICTION:
        return str(Alarm.Cause(cause).label)
    if detail.get("open") is False:
        return pgettext("stale", "A contradiction was closed")
    return pgettext("stale", "A contradiction was opened")
