"""How far a source has been found reliable, and when (the Admiralty code's letter)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy


class Grade(models.Model):
    """One reviewer's letter for one source from one day on, with its basis. Added, never changed.

    NATO AJP-2.1: A to E in falling order, F where it cannot be judged.
    """

    class Letter(models.TextChoices):
        A = "A", pgettext_lazy("reliability", "Completely reliable")
        B = "B", pgettext_lazy("reliability", "Usually reliable")
        C = "C", pgettext_lazy("reliability", "Fairly reliable")
        D = "D", pgettext_lazy("reliability", "Not usually reliable")
        E = "E", pgettext_lazy("reliability", "Unreliable")
        F = "F", pgettext_lazy("reliability", "Cannot be judged")

    source = models.ForeignKey("claims.Source", models.PROTECT, related_name="grades")
    letter = models.CharField(max_length=1, choices=Letter)
    since = models.DateField()
    basis = models.TextField()
    graded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    graded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="grade_has_a_basis", condition=~Q(basis="")),
        ]
        indexes: ClassVar = [models.Index(fields=["graded_at"], name="grade_by_day")]
        ordering: ClassVar = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.letter} for {self.source_id} since {self.since}"


class LinkJudgement(models.Model):
    """What one reviewer found of one attribution: did that source say it? Added, never changed."""

    link = models.ForeignKey("claims.Attribution", models.PROTECT, related_name="judgements")
    status = models.CharField(max_length=15)
    reason = models.TextField(blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["judged_at"], name="link_judged_by_day")]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.status} of link {self.link_id}"
