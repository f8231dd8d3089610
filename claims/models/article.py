"""One text as published, and its versions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Coalesce

from claims.models.claim import Claim


class ArticleQuerySet(models.QuerySet["Article"]):
    def for_list(self) -> "ArticleQuerySet":
        """With all that one line shows, never the text: outlet, versions, jobs. Three queries.

        ``claim_count`` counts the current claims of all versions.
        """
        versions = ArticleVersion.objects.defer("text").order_by("-number").prefetch_related("jobs")
        counted = (
            Claim.objects.current()
            .filter(version__article=OuterRef("pk"))
            .order_by()
            .values("version__article")
            .annotate(n=models.Count("pk"))
            .values("n")
        )
        return (
            self.select_related("outlet__source__merged_into", "added_by")
            .prefetch_related(models.Prefetch("versions", versions))
            .annotate(claim_count=Coalesce(models.Subquery(counted), 0))
        )


class Article(models.Model):
    """One article at one address. Its words are in its versions."""

    outlet = models.ForeignKey(
        "claims.Outlet", models.PROTECT, null=True, blank=True, related_name="articles"
    )
    url = models.URLField(max_length=2000, blank=True)
    title = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=8)
    # False where no language pack exists: then only quotations were looked for.
    language_known = models.BooleanField(default=True)
    published = models.DateField(null=True, blank=True)
    # What makes two submissions one article: its address, or else its outlet and text (a hash).
    # The database keeps it unique, so that the same article sent twice at once is stored once.
    identity = models.CharField(max_length=64, unique=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="articles"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["url"], condition=~Q(url=""), name="article_once_per_url"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["-added_at", "-id"], name="article_newest")]

    def __str__(self) -> str:
        return self.title or f"article {self.pk}"


class ArticleVersion(models.Model):
    """The text as it stood at one time. Triggers of the database refuse to change it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64, db_index=True)
    stored_at = models.DateTimeField(auto_now_add=True)
    # The engine whose claims this version holds now; empty until the first extraction is done.
    engine = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "number"], name="version_numbered_once"),
            models.UniqueConstraint(
                fields=["article", "text_sha256"], name="version_once_per_text"
            ),
            models.CheckConstraint(name="version_has_text", condition=~Q(text="")),
        ]
        ordering: ClassVar = ["article_id", "number"]

    def __str__(self) -> str:
        return f"{self.article_id} v{self.number}"
