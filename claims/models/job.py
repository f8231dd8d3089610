"""Work owed. The row is the record; messages to workers are hints (see claims.jobs)."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from claims.models.article import ArticleVersion


class Job(models.Model):
    """One piece of work on one thing, with its progress and its lease.

    An article's version is taken apart, and may be read a second time; a piece of evidence is
    fetched and archived. Each kind has a column for what it is about.
    """

    class Kind(models.TextChoices):
        EXTRACT = "extract", pgettext_lazy("job", "Take apart")
        ARCHIVE = "archive", pgettext_lazy("job", "Fetch and archive")
        READ = "read", pgettext_lazy("job", "Read a second time")

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("job", "Waiting")
        RUNNING = "running", pgettext_lazy("job", "Being worked on")
        DONE = "done", pgettext_lazy("job", "Done")
        FAILED = "failed", pgettext_lazy("job", "Failed")

    class Stage(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("job stage", "Waiting for a worker")
        READING = "reading", pgettext_lazy("job stage", "Reading sentences")
        FETCHING = "fetching", pgettext_lazy("job stage", "Fetching")
        ASKING = "asking", pgettext_lazy("job stage", "Asking the second reader")
        RESOLVING = "resolving", pgettext_lazy("job stage", "Linking sources")
        STORING = "storing", pgettext_lazy("job stage", "Storing claims")
        FINISHED = "finished", pgettext_lazy("job stage", "Finished")

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.EXTRACT)
    version = models.ForeignKey(
        "claims.ArticleVersion", models.CASCADE, null=True, blank=True, related_name="jobs"
    )
    evidence = models.ForeignKey(
        "claims.Evidence", models.CASCADE, null=True, blank=True, related_name="jobs"
    )
    read_again = models.ForeignKey(
        "claims.ArticleVersion", models.CASCADE, null=True, blank=True, related_name="readings"
    )
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.WAITING)
    # Sentences, while reading; parts of the text, while asking. total is 0 until it is known.
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Who holds it and until when; results are written only under one's own lease.
    lease = models.CharField(max_length=36, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    # How far into the text the second reader has answered, in code points of it.
    answered = models.PositiveIntegerField(null=True, blank=True)
    # The second reader reads no text before this, whichever one it was asked about.
    rests_until = models.DateTimeField(null=True, blank=True)
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
            models.UniqueConstraint(
                fields=["kind", "evidence"],
                condition=Q(state__in=["queued", "running"]),
                name="job_on_evidence_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["kind", "read_again"],
                condition=Q(state__in=["queued", "running"]),
                name="job_of_reading_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind="read", state="running"),
                name="job_one_reading_at_a_time",
            ),
            models.CheckConstraint(
                name="job_is_on_one_thing",
                condition=Q(kind="extract", version__isnull=False, evidence=None, read_again=None)
                | Q(kind="archive", version=None, evidence__isnull=False, read_again=None)
                | Q(kind="read", version=None, evidence=None, read_again__isnull=False),
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
            models.Index(
                fields=["rests_until"],
                condition=Q(rests_until__isnull=False),
                name="job_rests",
            ),
        ]

    def __str__(self) -> str:
        version = self.version_id or self.read_again_id
        on = f"version {version}" if version else f"evidence {self.evidence_id}"
        return f"{self.kind} of {on}: {self.state}"

    @property
    def text_version(self) -> "ArticleVersion":
        """What is taken apart or read again. Raises ValueError for work of another kind."""
        version = self.version or self.read_again
        if version is None:
            raise ValueError(f"job {self.pk} is about no text")
        return version

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RUNNING)
