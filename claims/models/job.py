"""Work owed. The row is the record; messages to workers are hints (see claims.jobs)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy


class Job(models.Model):
    """One piece of work on one article version, with its progress and its lease."""

    class Kind(models.TextChoices):
        EXTRACT = "extract", pgettext_lazy("job", "Take apart")

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("job", "Waiting")
        RUNNING = "running", pgettext_lazy("job", "Being worked on")
        DONE = "done", pgettext_lazy("job", "Done")
        FAILED = "failed", pgettext_lazy("job", "Failed")

    class Stage(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("job stage", "Waiting for a worker")
        READING = "reading", pgettext_lazy("job stage", "Reading sentences")
        RESOLVING = "resolving", pgettext_lazy("job stage", "Linking sources")
        STORING = "storing", pgettext_lazy("job stage", "Storing claims")
        FINISHED = "finished", pgettext_lazy("job stage", "Finished")

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.EXTRACT)
    version = models.ForeignKey("claims.ArticleVersion", models.CASCADE, related_name="jobs")
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.WAITING)
    # Sentences, while reading; total is 0 until it is known.
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Who holds it and until when; results are written only under one's own lease.
    lease = models.CharField(max_length=36, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    # A sentence for people; never a traceback.
    error = models.TextField(blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "version"],
                condition=Q(state__in=["queued", "running"]),
                name="job_once_at_a_time",
            ),
            models.CheckConstraint(
                name="job_running_has_a_lease",
                condition=~Q(state="running") | (~Q(lease="") & Q(lease_until__isnull=False)),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["state", "lease_until"],
                condition=Q(state__in=["queued", "running"]),
                name="job_owed",
            ),
            models.Index(fields=["version", "-id"], name="job_of_version"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of version {self.version_id}: {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RUNNING)
