"""What several claims say in common, and what people decided about it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Statement(models.Model):
    """The claims that people judged to say the same thing. A new claim starts one of its own.

    A program never changes ``corroboration``.
    """

    class Corroboration(models.TextChoices):
        UNASSESSED = "unassessed", _("Not assessed")
        SINGLE_ORIGIN = "single_origin", _("Single origin")
        CORROBORATED = "corroborated", _("Corroborated")
        CONFIRMED = "confirmed", _("Confirmed")
        CONTESTED = "contested", _("Contested")
        REFUTED = "refuted", _("Refuted")
        RETRACTED = "retracted", _("Retracted")
        UNVERIFIABLE = "unverifiable", _("Unverifiable")
        NOT_CHECKABLE = "not_checkable", _("Not checkable")

    class Work(models.TextChoices):
        EXTRACTED = "extracted", _("Extracted")
        IN_REVIEW = "in_review", _("In review")
        SECOND_REVIEW = "second_review", _("Second review")
        ADJUDICATION = "adjudication", _("Adjudication")
        SETTLED = "settled", _("Settled")
        PUBLISHED = "published", _("Published")
        REOPENED = "reopened", _("Reopened")

    corroboration = models.CharField(
        max_length=20, choices=Corroboration, default=Corroboration.UNASSESSED
    )
    work = models.CharField(max_length=20, choices=Work, default=Work.EXTRACTED)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="statement_corroboration_is_known",
                condition=models.Q(
                    corroboration__in=[
                        "unassessed",
                        "single_origin",
                        "corroborated",
                        "confirmed",
                        "contested",
                        "refuted",
                        "retracted",
                        "unverifiable",
                        "not_checkable",
                    ]
                ),
            ),
        ]
        # Nearly all statements are unassessed; lists ask for the others.
        indexes: ClassVar = [models.Index(fields=["corroboration"], name="statement_by_status")]

    def __str__(self) -> str:
        return f"statement {self.pk}"
