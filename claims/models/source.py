"""The registry: who can say something, under which names, and how they belong together."""

from collections.abc import Iterable
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.models.attribution import Attribution
from claims.models.kept_query import KeptRows
from claims.models.merging import grouped
from claims.models.proposal import NEVER_ACCEPTED

# What stands in place of a name for whoever may not see it.
PROTECTED_SOURCE = _("Protected source")


class SourceQuerySet(models.QuerySet["Source"]):
    def for_list(self) -> "SourceQuerySet":
        """With all that one line shows: names, relations and their targets. Three queries."""
        related = SourceRelation.objects.select_related("target")
        return self.select_related("merged_into", "relayed_by", "article").prefetch_related(
            "names", models.Prefetch("relations", related)
        )

    def standing_for(self, ids: Iterable[int]) -> dict[int, "Source"]:
        """For each id what it stands for now: itself, or what it was merged into, to the end.

        One query for each step of the longest chain of merges.
        """
        wanted = set(ids)
        found = _by_id(wanted)
        while (
            missing := {
                source.merged_into_id
                for source in found.values()
                if source.merged_into_id is not None
            }
            - found.keys()
        ):
            found |= _by_id(missing)
        return {one: _end_of_merges(found[one], found) for one in wanted if one in found}

    def standing(self) -> "SourceQuerySet":
        """Without those that were merged into another."""
        return self.filter(merged_into=None)

    def proposed(self) -> "SourceQuerySet":
        """What extraction named and the registry did not know: a person is asked."""
        return self.standing().filter(state=Source.State.PROPOSED)

    def beyond_proposals(self) -> "SourceQuerySet":
        """Less those that nobody names but the second reader, in what no person has accepted."""
        links = Attribution.objects.filter(source=OuterRef("pk"))
        is_proposed = Q(claim__state__in=NEVER_ACCEPTED)
        return self.exclude(
            Q(state=Source.State.PROPOSED)
            & ~Exists(links.exclude(is_proposed))
            & Exists(links.filter(is_proposed))
        )


def _by_id(ids: set[int]) -> dict[int, "Source"]:
    return {source.pk: source for source in _BY_ID(ids)}


_BY_ID = KeptRows["Source"](lambda ids: Source.objects.filter(pk__in=ids))


def _end_of_merges(source: "Source", loaded: dict[int, "Source"]) -> "Source":
    while source.merged_into_id is not None:
        source = loaded[source.merged_into_id]
    return source


class Source(models.Model):
    """Somebody or something that says things: a person, a body, a document, an unnamed group."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        OFFICE = "office", _("Office")
        ORGANISATION = "organisation", _("Organisation")
        ARMED_GROUP = "armed_group", _("Armed group")
        STATE = "state", _("State")
        OUTLET = "outlet", _("Outlet")
        UNNAMED_GROUP = "unnamed_group", _("Unnamed source")
        DOCUMENT = "document", _("Document")
        IMAGERY = "imagery", _("Images")
        SOCIAL_POST = "social_post", _("Social media posts")
        UNKNOWN = "unknown", _("Not known yet")

    class State(models.TextChoices):
        PROPOSED = "proposed", pgettext_lazy("source", "Proposed")
        CONFIRMED = "confirmed", pgettext_lazy("source", "In the registry")

    # Stable name of an entry that was shipped with factlog; None for what people and texts add.
    key = models.SlugField(max_length=80, unique=True, null=True, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    # The name shown where none exists in the reader's language; for an unnamed group its words.
    name = models.CharField(max_length=300)
    language = models.CharField(max_length=8)
    # Identifier in Wikidata, only where a person verified it.
    wikidata = models.CharField(max_length=20, blank=True)
    # Unnamed groups, documents, images: belong to the one article that describes them so.
    article = models.ForeignKey(
        "claims.Article", models.CASCADE, null=True, blank=True, related_name="own_sources"
    )
    count = models.PositiveIntegerField(null=True, blank=True)
    relayed_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="relays"
    )
    # Undone by clearing it: the merged row, its names and its links all stay as they were.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    # What a text named it by when it was proposed: two workers that meet one unknown name at once
    # propose it once. Stays when a person confirms, renames or merges it.
    proposed_as = models.CharField(max_length=400, unique=True, null=True, blank=True)
    # An entry whose name is a part of this one's: offered to the person who decides, never used.
    suggestion = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="suggested_for"
    )
    # Then only those with a SourceAccess see who it is (claims.sources.seeing). Entries that were
    # merged are protected alike, each with the same people: one row alone tells who may see it.
    is_protected = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="source_has_a_name", condition=~Q(name="") & ~Q(language="")
            ),
            models.CheckConstraint(
                name="source_is_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("id")),
            ),
            models.CheckConstraint(
                name="source_unnamed_group_has_an_article",
                condition=~Q(kind="unnamed_group") | Q(article__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "kind"]),
            # Few are: whatever leaves them out finds them first.
            models.Index(fields=["id"], condition=Q(is_protected=True), name="source_protected"),
        ]

    def __str__(self) -> str:
        """Never the name of a protected one: this is what ends up in tables and logs unasked."""
        return str(PROTECTED_SOURCE) if self.is_protected else self.name

    @property
    def is_unnamed(self) -> bool:
        return self.kind == self.Kind.UNNAMED_GROUP

    def effective(self) -> "Source":
        """What it stands for now: itself, or what it was merged into."""
        return Source.objects.standing_for([self.pk])[self.pk]

    def effective_ids(self) -> list[int]:
        """Its id and those of all that were merged into it: what links of its claims hold."""
        return grouped(Source, [self.pk])[self.pk]


class SourceName(models.Model):
    """One name of a source in one language; ``folded`` is what mentions are compared with."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Official name")
        VARIANT = "variant", _("Usual variant")
        ACRONYM = "acronym", _("Acronym")
        FORMER = "former", _("Former name")

    source = models.ForeignKey(Source, models.CASCADE, related_name="names")
    language = models.CharField(max_length=8)
    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300, db_index=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.VARIANT)
    # The one to show in this language.
    is_shown = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "language", "name"], name="source_name_once_per_language"
            ),
            models.UniqueConstraint(
                fields=["source", "language"],
                condition=Q(is_shown=True),
                name="source_name_shown_once_per_language",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SourceRelation(models.Model):
    """A dated relation between two sources; dependence of origins is counted from these."""

    class Kind(models.TextChoices):
        PART_OF = "part_of", _("Part of")
        SPEAKS_FOR = "speaks_for", _("Speaks for")
        PARTY = "party", _("Side in the conflict")

    source = models.ForeignKey(Source, models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=10, choices=Kind)
    target = models.ForeignKey(Source, models.CASCADE, related_name="related")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "kind", "target", "since"],
                name="source_relation_once",
            ),
            models.CheckConstraint(
                name="source_relation_needs_two",
                condition=~Q(source=models.F("target")),
            ),
            models.CheckConstraint(
                name="source_relation_ends_after_it_began",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=models.F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"  # no ids of sources: one of them may be protected


class SourceAccess(models.Model):
    """One of the people who see who a protected source is; nobody else does, of any role."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="access")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "user"], name="source_access_once"),
        ]

    def __str__(self) -> str:
        return f"access #{self.pk}"


class SourceDecisionQuerySet(models.QuerySet["SourceDecision"]):
    def about(self, sources: Iterable[int]) -> "SourceDecisionQuerySet":
        """Those that these sources stand in: what was decided about, merged into, linked before."""
        ids = list(sources)
        # What stood before is an id only where a link was set.
        linked = Q(action=SourceDecision.Action.LINKED, detail__before__in=ids)
        return self.filter(Q(source__in=ids) | Q(detail__into__in=ids) | linked)


class SourceDecision(models.Model):
    """Who decided what about a source, and when. Rows are added, never changed."""

    class Action(models.TextChoices):
        CONFIRMED = "confirmed", pgettext_lazy("source decision", "Confirmed")
        RENAMED = "renamed", pgettext_lazy("source decision", "Renamed")
        MERGED = "merged", pgettext_lazy("source decision", "Merged")
        MERGE_UNDONE = "merge_undone", pgettext_lazy("source decision", "Merge undone")
        RELATED = "related", pgettext_lazy("source decision", "Relation added")
        LINKED = "linked", pgettext_lazy("source decision", "A claim's link was set by hand")
        PROTECTED = "protected", pgettext_lazy("source decision", "Protected")
        UNPROTECTED = "unprotected", pgettext_lazy("source decision", "Protection ended")
        GRANTED = "granted", pgettext_lazy("source decision", "A person was named")
        REVOKED = "revoked", pgettext_lazy("source decision", "A person is no longer named")

    source = models.ForeignKey(Source, models.CASCADE, related_name="decisions")
    action = models.CharField(max_length=15, choices=Action)
    # The other source of a merge, the claim of a link, names before and after, who was named ...
    detail = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    decided_at = models.DateTimeField(auto_now_add=True)

    objects = SourceDecisionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-decided_at", "-id"]

    def __str__(self) -> str:
        return f"{self.action} #{self.pk}"
