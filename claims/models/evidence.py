"""What decisions rest on: kept bytes, and what was looked for."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from claims.models.statement import Statement


class Evidence(models.Model):
    """A page, file, image or note. The bytes are in the store (claims.archive), by their hash.

    Once it is archived only its being withdrawn can happen to it; a trigger keeps the rest.
    """

    class Kind(models.TextChoices):
        PAGE = "page", pgettext_lazy("evidence", "Web page")
        FILE = "file", pgettext_lazy("evidence", "File")
        IMAGE = "image", pgettext_lazy("evidence", "Image")
        NOTE = "note", pgettext_lazy("evidence", "Note")

    class Stance(models.TextChoices):
        SUPPORTS = "supports", pgettext_lazy("evidence", "Supports it")
        REFUTES = "refutes", pgettext_lazy("evidence", "Refutes it")
        CONTEXT = "context", pgettext_lazy("evidence", "Gives context")

    class Nature(models.TextChoices):
        """What the rules ask for by name (docs/review.md)."""

        REPORT = "report", pgettext_lazy("evidence nature", "A report of others")
        PRIMARY = "primary", pgettext_lazy("evidence nature", "Primary evidence")
        ADMISSION = (
            "admission",
            pgettext_lazy("evidence nature", "An admission of the responsible party, as published"),
        )
        WITHDRAWAL = (
            "withdrawal",
            pgettext_lazy("evidence nature", "The origin’s own withdrawal or correction"),
        )

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("evidence", "Being fetched")
        ARCHIVED = "archived", pgettext_lazy("evidence", "Archived")
        REFUSED = "refused", pgettext_lazy("evidence", "Could not be archived")
        WITHDRAWN = "withdrawn", pgettext_lazy("evidence", "Withdrawn")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=5, choices=Kind)
    stance = models.CharField(max_length=8, choices=Stance)
    nature = models.CharField(max_length=10, choices=Nature, default=Nature.REPORT)
    # What a reviewer makes of it: primary evidence counts only with this.
    assessment = models.TextField(blank=True)
    title = models.CharField(max_length=300)
    address = models.URLField(max_length=2000, blank=True)
    note = models.TextField(blank=True)
    # The report that it is the archived copy of.
    article = models.ForeignKey(
        "claims.Article", models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    # A sentence for people: why it could not be archived.
    problem = models.TextField(blank=True)
    # Of the bytes as they were got; key is where the store keeps them.
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    media_type = models.CharField(max_length=100, blank=True)
    key = models.CharField(max_length=200, blank=True)
    # Of a page: the whole exchange as WARC, where it was in the end, and when.
    warc_sha256 = models.CharField(max_length=64, blank=True)
    warc_key = models.CharField(max_length=200, blank=True)
    final_address = models.TextField(blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    text = models.TextField(blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="evidence_archived_has_its_hash",
                condition=~Q(state="archived") | ~Q(sha256=""),
            ),
            models.CheckConstraint(
                name="evidence_withdrawn_says_why",
                condition=~Q(state="withdrawn") | ~Q(withdrawn_because=""),
            ),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_archived(self) -> bool:
        return self.state == self.State.ARCHIVED


class Attempt(models.Model):
    """What was looked for, where and when, and whether it was found. Added, never changed."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="attempts")
    looked_for = models.TextField()
    looked_in = models.TextField()
    looked_on = models.DateField()
    found = models.BooleanField()
    result = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.looked_for[:60]} in {self.looked_in[:60]}"
