"""What people set right in claims, beside what the engine said; and texts they went through."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from claims.models.claim import Claim


class Amendment(models.Model):
    """One change of a claim by a person. Rows are added, never changed.

    ``before`` and ``after`` are the claim as it stood and as it stands, with the sources of its
    links (claims.amending.values);
    the first ``before`` of a claim that the engine found is what the engine said.
    """

    class Action(models.TextChoices):
        CHANGED = "changed", pgettext_lazy("amendment", "Set right")
        SPLIT = "split", pgettext_lazy("amendment", "Split in two")
        JOINED = "joined", pgettext_lazy("amendment", "Joined with another")
        ADDED = "added", pgettext_lazy("amendment", "Added")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="amendments")
    action = models.CharField(max_length=7, choices=Action)
    # What differs: "content", "kind", "modality", "cue", "chain".
    changes = models.JSONField(default=list)
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField()
    # The claim that was split off, or that was joined to this one and set aside.
    other = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    amended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    amended_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.action} claim {self.claim_id}"


class TextCheckQuerySet(models.QuerySet["TextCheck"]):
    def standing(self) -> "TextCheckQuerySet":
        """The newest of each text, without those that were taken back."""
        newest = TextCheck.objects.order_by().values("version").annotate(newest=models.Max("pk"))
        return self.filter(pk__in=newest.values("newest"), action=TextCheck.Action.CHECKED)


class TextCheck(models.Model):
    """A person went through the whole text: its claims are right and none is missing.

    Only of such texts can be told how much the engine finds, and they alone are handed on as gold.
    Rows are added, never changed; the newest of a text counts.
    """

    class Action(models.TextChoices):
        CHECKED = "checked", pgettext_lazy("text check", "Checked")
        TAKEN_BACK = "taken_back", pgettext_lazy("text check", "Taken back")

    version = models.ForeignKey("claims.ArticleVersion", models.PROTECT, related_name="checks")
    # The engine whose claims were checked.
    engine = models.CharField(max_length=40)
    action = models.CharField(max_length=10, choices=Action, default=Action.CHECKED)
    # The claims as they stood, and what the engine had said of each (claims.amending.checks).
    claims = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(auto_now_add=True)

    objects = TextCheckQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"check of version {self.version_id}"
