"""The record of everything that was changed: entries chained by hash, never altered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class RecordEntry(models.Model):
    """One change. ``body`` is canonical JSON of the whole entry, and ``hash`` its SHA-256.

    The other columns repeat what the body says, to be looked up by; the check compares them.
    Triggers refuse UPDATE, DELETE and TRUNCATE. Written by claims.record.write alone.
    """

    # Without gaps, from 1.
    sequence = models.BigIntegerField(primary_key=True)
    action = models.CharField(max_length=40)
    subject_type = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    # The statement that it is about, where there is one: its history is read by this.
    statement = models.ForeignKey(
        "claims.Statement", models.PROTECT, null=True, blank=True, related_name="entries"
    )
    # None where a program did it.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    body = models.TextField()
    # Unique: two entries that follow the same one would be a fork.
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="record_counts_from_one", condition=Q(sequence__gte=1)),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["subject_type", "subject_id", "-sequence"], name="record_by_subject"
            ),
            models.Index(fields=["statement", "-sequence"], name="record_by_statement"),
        ]
        ordering: ClassVar = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.subject_type} {self.subject_id}"


class RecordHead(models.Model):
    """Where the record ends: the one row that every writer locks."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="record_has_one_head", condition=Q(id=1)),
        ]

    def __str__(self) -> str:
        return f"the record up to {self.sequence}"
