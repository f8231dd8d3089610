"""What each reviewer found, and the decisions that findings came to."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from claims.models.statement import Statement

NO_CLAIM = "no_claim"


class Round(models.Model):
    """One going-over of a statement, from the first finding to a decision. Nobody signs twice."""

    class Outcome(models.TextChoices):
        OPEN = "open", pgettext_lazy("round", "Open")
        DECIDED = "decided", pgettext_lazy("round", "Decided by one")
        AGREED = "agreed", pgettext_lazy("round", "Two agreed")
        ADJUDICATED = "adjudicated", pgettext_lazy("round", "Adjudicated")
        # The first finding was taken back, or what it was about was regrouped or opened again.
        BROKEN_OFF = "broken_off", pgettext_lazy("round", "Broken off")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="rounds")
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.OPEN)
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["statement"], condition=Q(outcome="open"), name="round_one_at_a_time"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["closed_at"], name="round_by_end")]

    def __str__(self) -> str:
        return f"round {self.pk} of statement {self.statement_id}: {self.outcome}"


class Finding(models.Model):
    """What one reviewer found in one round, and why. Rows are added, never changed."""

    class Place(models.IntegerChoices):
        FIRST = 1, pgettext_lazy("finding", "First")
        SECOND = 2, pgettext_lazy("finding", "Second")
        THIRD = 3, pgettext_lazy("finding", "Adjudication")

    VERDICTS = (
        *Statement.Corroboration.choices,
        (NO_CLAIM, pgettext_lazy("finding", "There is no claim here")),
    )

    round = models.ForeignKey(Round, models.PROTECT, related_name="findings")
    place = models.PositiveSmallIntegerField(choices=Place)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="findings")
    verdict = models.CharField(max_length=20, choices=VERDICTS)
    category = models.CharField(max_length=12, choices=Statement.Category, blank=True)
    reason = models.TextField()
    evidence = models.ManyToManyField("claims.Evidence", related_name="findings", blank=True)
    # {"reports": 4, "archived": 3, "origins": 2, "independent": 1} as it stood.
    independence = models.JSONField(default=dict)
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "place"], name="finding_in_its_place"),
            models.UniqueConstraint(fields=["round", "reviewer"], name="finding_signed_once"),
            models.CheckConstraint(name="finding_has_a_reason", condition=~Q(reason="")),
        ]
        indexes: ClassVar = [
            models.Index(fields=["reviewer", "-given_at"], name="finding_by_reviewer"),
            models.Index(fields=["-given_at"], name="finding_newest"),
        ]
        ordering: ClassVar = ["round_id", "place"]

    def __str__(self) -> str:
        return f"{self.verdict} by {self.reviewer_id} in round {self.round_id}"


class Decision(models.Model):
    """One change of a statement's corroboration. Rows are added, never changed."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="decisions")
    # None where a decision was taken back, which is a decision too.
    round = models.OneToOneField(
        Round, models.PROTECT, null=True, blank=True, related_name="decision"
    )
    undoes = models.OneToOneField("self", models.PROTECT, null=True, blank=True)
    before = models.CharField(max_length=20, choices=Statement.Corroboration)
    # NO_CLAIM where its claims were set aside.
    after = models.CharField(max_length=20, choices=Finding.VERDICTS)
    category = models.CharField(max_length=12, choices=Statement.Category, blank=True)
    reason = models.TextField()
    # Whose signature completed it; the others are in the round's findings.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions"
    )
    independence = models.JSONField(default=dict)
    # The statement's version after it.
    version = models.PositiveIntegerField()
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["statement", "-id"], name="decision_of_statement"),
            models.Index(fields=["-decided_at"], name="decision_newest"),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.before} to {self.after} of statement {self.statement_id}"


class Correction(models.Model):
    """What is said to those who saw a published status that has changed.

    That of a decision says from what to what, and nothing of the reason: partners are told no
    reviewer's words, and its text is empty. An editor's is worded.
    """

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="corrections")
    decision = models.OneToOneField(
        Decision, models.PROTECT, null=True, blank=True, related_name="correction"
    )
    text = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.told[:80]

    @property
    def told(self) -> str:
        """In the language of whoever reads it. One query for the decision, unless it is loaded."""
        if self.decision is None:
            return self.text
        if self.decision.after == NO_CLAIM:
            return _("There is no claim here: its status “%(before)s” no longer stands.") % {
                "before": self.decision.get_before_display()
            }
        return _("The status has changed from “%(before)s” to “%(after)s”.") % {
            "before": self.decision.get_before_display(),
            "after": self.decision.get_after_display(),
        }
