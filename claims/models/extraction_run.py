"""One pass of one engine over one version, and what it changed."""

from typing import ClassVar

from django.db import models


class ExtractionRun(models.Model):
    """What an engine found, set against what stood before it.

    ``difference`` lists claim numbers: {"added": [...], "withdrawn": [...], "changed": [...],
    "kept": [...]} where ``kept`` are those that the engine saw otherwise but people had touched.
    """

    version = models.ForeignKey("claims.ArticleVersion", models.CASCADE, related_name="runs")
    job = models.OneToOneField("claims.Job", models.SET_NULL, null=True, related_name="run")
    engine = models.CharField(max_length=20)
    claims_found = models.PositiveIntegerField()
    difference = models.JSONField(default=dict)
    ran_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["version_id", "id"]

    def __str__(self) -> str:
        return f"engine {self.engine} on version {self.version_id}"
