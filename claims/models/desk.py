"""What people leave each other: views they share, what they skip, words, and being told."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from claims.models.statement import Statement


class SavedView(models.Model):
    """A filtered queue under a name; one's own, or the desk's."""

    name = models.CharField(max_length=80)
    # What stands behind the ? of the queue's address.
    query = models.CharField(max_length=2000, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    is_shared = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "name"], name="view_named_once"),
            models.CheckConstraint(name="view_has_a_name", condition=~Q(name="")),
        ]
        ordering: ClassVar = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Skip(models.Model):
    """A statement that somebody put off: it is not handed to them again until then."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="skips")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "statement"], name="skip_once"),
        ]

    def __str__(self) -> str:
        return f"statement {self.statement_id} until {self.until}"


class Comment(models.Model):
    """Words about a statement among those who work on it. Added, never changed."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="comment_has_words", condition=~Q(text="")),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class Notice(models.Model):
    """Something that one person is told. Holds no words of articles and no names of sources."""

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", pgettext_lazy("notice", "Work was assigned to you")
        MENTIONED = "mentioned", pgettext_lazy("notice", "Somebody mentioned you")
        SECOND = "second", pgettext_lazy("notice", "Something waits for a second reviewer")
        THIRD = "third", pgettext_lazy("notice", "Something waits for adjudication")
        DECIDED = "decided", pgettext_lazy("notice", "Something you signed was decided")
        STALE = "stale", pgettext_lazy("notice", "Something you decided has become stale")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=9, choices=Kind)
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="notices")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    told_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    # Set when a digest with it was handed to the mail server; None while it waits for one.
    mailed_at = models.DateTimeField(null=True, blank=True)
    wants_mail = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["person", "-id"], name="notice_newest"),
            models.Index(fields=["person"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(
                fields=["person"],
                condition=Q(wants_mail=True, mailed_at=None),
                name="notice_to_mail",
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.kind} for {self.person_id}"


class NoticeChoice(models.Model):
    """How one person wants to be told of one kind of thing (claims.standing.notices says how
    without a row)."""

    class Way(models.TextChoices):
        NONE = "none", pgettext_lazy("notice way", "Not at all")
        PAGE = "page", pgettext_lazy("notice way", "In the page")
        MAIL = "mail", pgettext_lazy("notice way", "In the page and by e-mail")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choices"
    )
    kind = models.CharField(max_length=9, choices=Notice.Kind)
    way = models.CharField(max_length=4, choices=Way)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind"], name="notice_chosen_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.way}"


class Digest(models.Model):
    """The mail that gathers a person's notices: in which language, and when the next one may go."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="digest"
    )
    # That of the page on which they chose to be written to; a worker sees no cookies.
    language = models.CharField(max_length=10)
    # While one is being sent: when another worker may take it for lost and send it.
    not_before = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"digest for {self.person_id}"
