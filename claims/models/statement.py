"""What several claims say in common, and what people decided about it."""

from collections.abc import Iterable
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.models.merging import grouped
from claims.models.proposal import NEVER_ACCEPTED


class StatementQuerySet(models.QuerySet["Statement"]):
    def waiting(self) -> "StatementQuerySet":
        """Those that wait for a person, by the index of the queue."""
        return self.exclude(needs=Statement.Needs.NOBODY)

    def beyond_proposals(self) -> "StatementQuerySet":
        """Less those of what the second reader proposed and nobody accepted: no claim stands there,
        so there is nothing to say or decide about them."""
        return self.exclude(reports=0, claims__state__in=NEVER_ACCEPTED)

    def grouped(self, ids: Iterable[int]) -> dict[int, list[int]]:
        """For each id itself and those merged into it: what evidence may hang on."""
        return grouped(Statement, ids)


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

    class Needs(models.TextChoices):
        """Whom it waits for: follows from ``work``, ``stale_since`` and ``reports``."""

        NOBODY = "", pgettext_lazy("needs", "Nobody")
        REVIEWER = "reviewer", pgettext_lazy("needs", "A reviewer")
        SECOND = "second", pgettext_lazy("needs", "A second reviewer")
        THIRD = "third", pgettext_lazy("needs", "Adjudication")

    class Priority(models.IntegerChoices):
        LOW = 1, pgettext_lazy("priority", "Low")
        NORMAL = 2, pgettext_lazy("priority", "Normal")
        HIGH = 3, pgettext_lazy("priority", "High")
        URGENT = 4, pgettext_lazy("priority", "Urgent")

    class Category(models.TextChoices):
        """Why it cannot be checked at all."""

        OPINION = "opinion", pgettext_lazy("not checkable", "Opinion")
        PREDICTION = "prediction", pgettext_lazy("not checkable", "Prediction")
        THREAT = "threat", pgettext_lazy("not checkable", "Threat")
        PRAYER = "prayer", pgettext_lazy("not checkable", "Prayer")
        QUESTION = "question", pgettext_lazy("not checkable", "Question")

    corroboration = models.CharField(
        max_length=20, choices=Corroboration, default=Corroboration.UNASSESSED
    )
    work = models.CharField(max_length=20, choices=Work, default=Work.EXTRACTED)
    # Counts the changes that a person who is deciding must know of (If-Match).
    version = models.PositiveIntegerField(default=1)
    # The status as partners were told it; empty while they were told none.
    published_as = models.CharField(max_length=20, choices=Corroboration, blank=True)
    # Since when something that its status rests on has changed; the reasons are in Alarm.
    stale_since = models.DateTimeField(null=True, blank=True)
    needs = models.CharField(max_length=8, choices=Needs, default=Needs.REVIEWER, blank=True)
    # The moment, in seconds since 1970, that its urgency amounts to (claims.review.urgency).
    rank = models.BigIntegerField(default=0)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.NORMAL)
    # Current claims in it, and contradictions of it that are open.
    reports = models.PositiveIntegerField(default=1)
    open_contradictions = models.PositiveIntegerField(default=0)
    # Of its first claim's article.
    language = models.CharField(max_length=8, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assigned"
    )
    due = models.DateField(null=True, blank=True)
    # Who has it in hand: nobody else is handed it until then.
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="held"
    )
    held_until = models.DateTimeField(null=True, blank=True)
    # Its claims have gone to another one; undone by clearing it and taking them back.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="statement_corroboration_is_known",
                condition=Q(
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
            models.CheckConstraint(
                name="statement_needs_follow",
                condition=Q(needs="", reports=0)
                | Q(
                    needs="",
                    reports__gt=0,
                    stale_since=None,
                    work__in=["settled", "published"],
                )
                | Q(
                    needs="reviewer",
                    reports__gt=0,
                    stale_since__isnull=False,
                    work__in=["settled", "published"],
                )
                | Q(
                    needs="reviewer",
                    reports__gt=0,
                    work__in=["extracted", "in_review", "reopened"],
                )
                | Q(needs="second", reports__gt=0, work="second_review")
                | Q(needs="third", reports__gt=0, work="adjudication"),
            ),
            models.CheckConstraint(
                name="statement_is_held_for_a_time",
                condition=Q(held_by=None, held_until=None)
                | Q(held_by__isnull=False, held_until__isnull=False),
            ),
            models.CheckConstraint(
                name="statement_is_not_merged_into_itself",
                condition=Q(merged_into=None) | (~Q(merged_into=models.F("id")) & Q(reports=0)),
            ),
        ]
        # Queues are read most urgent first, in pages by row comparison (models.keyset).
        indexes: ClassVar = [
            models.Index(fields=["corroboration"], name="statement_by_status"),
            models.Index(fields=["rank", "id"], name="statement_by_rank"),
            models.Index(fields=["created_at"], name="statement_by_age"),
            models.Index(fields=["rank", "id"], condition=~Q(needs=""), name="queue_all"),
            models.Index(
                fields=["needs", "rank", "id"], condition=~Q(needs=""), name="queue_by_need"
            ),
            models.Index(
                fields=["corroboration", "rank", "id"],
                condition=~Q(needs=""),
                name="queue_by_status",
            ),
            models.Index(
                fields=["language", "rank", "id"], condition=~Q(needs=""), name="queue_by_language"
            ),
            models.Index(
                fields=["assignee", "rank", "id"],
                condition=Q(assignee__isnull=False),
                name="queue_by_assignee",
            ),
            models.Index(
                fields=["rank", "id"], condition=Q(stale_since__isnull=False), name="queue_stale"
            ),
            models.Index(
                fields=["rank", "id"],
                condition=Q(open_contradictions__gt=0),
                name="queue_contradicted",
            ),
            models.Index(
                fields=["work", "rank", "id"],
                condition=Q(work__in=["settled", "published"]),
                name="statement_done",
            ),
            models.Index(
                fields=["held_by"], condition=Q(held_by__isnull=False), name="statement_held"
            ),
        ]

    def __str__(self) -> str:
        return f"statement {self.pk}"

    @property
    def is_stale(self) -> bool:
        return self.stale_since is not None

    @property
    def is_assessed(self) -> bool:
        return self.corroboration != self.Corroboration.UNASSESSED

    def follow(self) -> None:
        """Set ``needs`` by what it follows from; whoever changes those calls this before saving."""
        if self.reports == 0:
            self.needs = self.Needs.NOBODY
        elif self.work in (self.Work.SETTLED, self.Work.PUBLISHED):
            self.needs = self.Needs.REVIEWER if self.is_stale else self.Needs.NOBODY
        else:
            self.needs = {
                self.Work.SECOND_REVIEW: self.Needs.SECOND,
                self.Work.ADJUDICATION: self.Needs.THIRD,
            }.get(self.Work(self.work), self.Needs.REVIEWER)


class Regrouping(models.Model):
    """Claims that people moved from one statement to another: a merge, or a split.

    Rows are added; being undone is the one thing that happens to them.
    """

    class Kind(models.TextChoices):
        MERGE = "merge", pgettext_lazy("regrouping", "Merged")
        SPLIT = "split", pgettext_lazy("regrouping", "Split")

    kind = models.CharField(max_length=5, choices=Kind)
    origin = models.ForeignKey(Statement, models.PROTECT, related_name="regroupings_from")
    target = models.ForeignKey(Statement, models.PROTECT, related_name="regroupings_to")
    # Ids of the claims that moved.
    claims = models.JSONField()
    reason = models.TextField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.origin_id} to {self.target_id}"
