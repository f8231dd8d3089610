"""The chain from the outermost relayer to the origin, link by link."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy


class Attribution(models.Model):
    """One link of a claim's chain. A claim without links is the outlet's own voice.

    Offsets count code points of claim.version.text, end exclusive.
    """

    class Role(models.TextChoices):
        RELAYER = "relayer", pgettext_lazy("attribution", "Relayer")
        ORIGIN = "origin", pgettext_lazy("attribution", "Origin")

    class ResolvedBy(models.TextChoices):
        NAMED = "named", pgettext_lazy("attribution", "Named in the text")
        ANAPHORA = "anaphora", pgettext_lazy("attribution", "Points back to an earlier mention")
        DROPPED_SUBJECT = "dropped_subject", pgettext_lazy("attribution", "The verb alone points")
        CONTINUED = "continued", pgettext_lazy("attribution", "Carried over from the claim before")
        PERSON = "person", pgettext_lazy("attribution", "Set by a person")

    class Status(models.TextChoices):
        ASSERTED = "asserted", pgettext_lazy("attribution", "As the article says")
        PRIMARY_SEEN = "primary_seen", pgettext_lazy("attribution", "Original seen")
        RELAYED_ONLY = "relayed_only", pgettext_lazy("attribution", "Found only relayed")
        ANONYMOUS = "anonymous", pgettext_lazy("attribution", "Unnamed")
        UNATTRIBUTED = "unattributed", pgettext_lazy("attribution", "Unattributed")
        MISATTRIBUTED = "misattributed", pgettext_lazy("attribution", "Misattributed")
        DENIED = "denied", pgettext_lazy("attribution", "Denied by the source")

    claim = models.ForeignKey("claims.Claim", models.CASCADE, related_name="links")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=8, choices=Role)
    mention_start = models.PositiveIntegerField(null=True, blank=True)
    mention_end = models.PositiveIntegerField(null=True, blank=True)
    antecedent_start = models.PositiveIntegerField(null=True, blank=True)
    antecedent_end = models.PositiveIntegerField(null=True, blank=True)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    resolved_by = models.CharField(max_length=16, choices=ResolvedBy)
    anonymous = models.BooleanField(default=False)
    count = models.PositiveIntegerField(null=True, blank=True)
    # As it was resolved, before merges: follow source.merged_into for what it stands for now.
    source = models.ForeignKey("claims.Source", models.PROTECT, related_name="links")
    status = models.CharField(max_length=15, choices=Status, default=Status.ASSERTED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "position"], name="attribution_in_order"),
            models.UniqueConstraint(
                fields=["claim"], condition=Q(role="origin"), name="attribution_one_origin"
            ),
            models.CheckConstraint(
                name="attribution_mention_is_a_span",
                condition=Q(mention_start=None, mention_end=None)
                | Q(mention_start__lt=F("mention_end")),
            ),
            models.CheckConstraint(
                name="attribution_antecedent_is_a_span",
                condition=Q(antecedent_start=None, antecedent_end=None)
                | Q(antecedent_start__lt=F("antecedent_end")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["source", "-claim"], name="attribution_by_source")
        ]
        ordering: ClassVar = ["claim_id", "position"]

    def __str__(self) -> str:
        return f"{self.role} {self.source_id} of claim {self.claim_id}"
