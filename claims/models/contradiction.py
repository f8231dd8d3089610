"""Statements that cannot both be so, and origins that people judged to be apart or not."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from claims.models.statement import Statement


class Contradiction(models.Model):
    """Two statements that say incompatible things. Open until somebody closes it with a reason."""

    class Kind(models.TextChoices):
        NUMBER = "number", pgettext_lazy("contradiction", "Number")
        PLACE = "place", pgettext_lazy("contradiction", "Place")
        TIME = "time", pgettext_lazy("contradiction", "Time")
        ACTOR = "actor", pgettext_lazy("contradiction", "Actor")
        DENIAL = "denial", pgettext_lazy("contradiction", "Denial")

    # In the order of their ids, so that a pair is one row.
    one = models.ForeignKey(Statement, models.PROTECT, related_name="contradictions_as_one")
    other = models.ForeignKey(Statement, models.PROTECT, related_name="contradictions_as_other")
    kind = models.CharField(max_length=6, choices=Kind)
    note = models.TextField(blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="contradiction_of_two_in_order", condition=Q(one__lt=models.F("other"))
            ),
            models.UniqueConstraint(
                fields=["one", "other", "kind"],
                condition=Q(closed_at=None),
                name="contradiction_open_once",
            ),
            models.CheckConstraint(
                name="contradiction_closed_says_why",
                condition=Q(closed_at=None, closed_by=None)
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_because="")),
            ),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.one_id} against {self.other_id}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class OriginJudgement(models.Model):
    """Whether two origins of one statement got it from each other, as a person judged.

    Rows are added; the newest one of a pair counts.
    """

    class Verdict(models.TextChoices):
        INDEPENDENT = "independent", pgettext_lazy("origins", "Independent")
        DEPENDENT = "dependent", pgettext_lazy("origins", "Not independent")
        UNKNOWN = "unknown", pgettext_lazy("origins", "Not known")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="origin_judgements")
    # In the order of their ids.
    one = models.ForeignKey("claims.Source", models.PROTECT, related_name="+")
    other = models.ForeignKey("claims.Source", models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=11, choices=Verdict)
    reason = models.TextField()
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="origins_of_two_in_order", condition=Q(one__lt=models.F("other"))
            ),
            models.CheckConstraint(name="origins_judged_with_a_reason", condition=~Q(reason="")),
        ]
        indexes: ClassVar = [
            models.Index(fields=["statement", "one", "other", "-id"], name="origins_newest")
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}: {self.verdict}"
