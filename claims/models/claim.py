"""One assertion made in one article, anchored to its exact words."""

import hashlib
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.extraction.folding import search_form
from claims.models import proposal
from claims.models.attribution import Attribution
from claims.models.proposal import NEVER_ACCEPTED
from claims.models.source import Source

# Characters on either side of a claim that are kept to find its place in another version.
SURROUNDINGS = 32
# The columns that follow from a claim's place in its text.
ANCHORED = ("start", "end", "quote", "quote_sha256", "before", "after", "search_text")


class ClaimQuerySet(models.QuerySet["Claim"]):
    def current(self) -> "ClaimQuerySet":
        """What the article's newest extraction says, less what people found to be no claim."""
        return self.filter(state=Claim.State.CURRENT)

    def proposed(self) -> "ClaimQuerySet":
        """What the second reader proposes and waits for a person: shown apart, counted nowhere."""
        return self.filter(state=Claim.State.PROPOSED)

    def beyond_proposals(self) -> "ClaimQuerySet":
        """Less what the second reader proposed and nobody accepted, whatever became of it."""
        return self.exclude(state__in=NEVER_ACCEPTED)

    def for_list(self) -> "ClaimQuerySet":
        """With all that one line shows, never the text: outlet, article, chain. Two queries.

        Each link has its source loaded, and what that one was merged into.
        """
        chain = Attribution.objects.select_related("source__merged_into").order_by("position")
        return (
            self.select_related("version__article__outlet__source__merged_into", "statement")
            .defer("version__text", "search_text")
            .prefetch_related(models.Prefetch("links", chain))
        )

    def by(self, source: Source) -> "ClaimQuerySet":
        """Where the source stands anywhere in the chain, under all entries merged into it.

        The links are read first, by their index: a rare source costs what its own claims cost.
        """
        links = Attribution.objects.filter(source__in=source.effective_ids())
        return self.filter(pk__in=links.values("claim"))

    def from_origin(self, source: Source) -> "ClaimQuerySet":
        """Where the source is the far end of the chain, under all entries merged into it."""
        links = Attribution.objects.filter(
            role=Attribution.Role.ORIGIN, source__in=source.effective_ids()
        )
        return self.filter(pk__in=links.values("claim"))

    def relayed_by(self, source: Source) -> "ClaimQuerySet":
        """Where the source passes on another's words, under all entries merged into it."""
        links = Attribution.objects.filter(
            role=Attribution.Role.RELAYER, source__in=source.effective_ids()
        )
        return self.filter(pk__in=links.values("claim"))


class Claim(models.Model):
    """One assertion. Offsets count code points of version.text, end exclusive.

    ``quote`` is version.text[start:end]; a trigger of the database refuses anything else.
    """

    class Kind(models.TextChoices):
        DIRECT = "direct", _("Direct quotation")
        MIXED = "mixed", _("Mixed")
        INDIRECT = "indirect", _("Indirect")
        NARRATION = "narration", _("Narration")
        NO_COMMENT = "no_comment", _("No comment")

    class Modality(models.TextChoices):
        ASSERTED = "asserted", pgettext_lazy("modality", "Asserted")
        FUTURE = "future", pgettext_lazy("modality", "Expected")
        HEDGED = "hedged", pgettext_lazy("modality", "Hedged")
        DENIED = "denied", pgettext_lazy("modality", "Denied")
        DESIRED = "desired", pgettext_lazy("modality", "Wanted")
        DECLINED = "declined", pgettext_lazy("modality", "Declined")

    class State(models.TextChoices):
        CURRENT = "current", pgettext_lazy("claim", "Current")
        # A newer engine no longer finds it, and no person had touched it.
        WITHDRAWN = "withdrawn", pgettext_lazy("claim", "Withdrawn")
        DISMISSED = "dismissed", pgettext_lazy("claim", "Not a claim")
        # The second reader proposes it: it counts nowhere until a person accepts it. A person may
        # refuse it instead, and the rules may find it by themselves.
        PROPOSED = proposal.PROPOSED, pgettext_lazy("claim", "Proposed")
        REFUSED = proposal.REFUSED, pgettext_lazy("claim", "Proposed, and refused")
        OVERTAKEN = proposal.OVERTAKEN, pgettext_lazy("claim", "Proposed, and found by the engine")

    class FoundBy(models.TextChoices):
        ENGINE = "engine", pgettext_lazy("found by", "The engine")
        PERSON = "person", pgettext_lazy("found by", "A person")
        # Proposed by a language model, its words checked against the text.
        READER = "reader", pgettext_lazy("found by", "The second reader")

    version = models.ForeignKey("claims.ArticleVersion", models.CASCADE, related_name="claims")
    statement = models.ForeignKey("claims.Statement", models.PROTECT, related_name="claims")
    # Its place among the claims of its version, from 1; stays when others come and go.
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    quote_sha256 = models.CharField(max_length=64)
    # Up to SURROUNDINGS characters on either side.
    before = models.CharField(max_length=32, blank=True)
    after = models.CharField(max_length=32, blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    modality = models.CharField(max_length=10, choices=Modality)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    time_start = models.PositiveIntegerField(null=True, blank=True)
    time_end = models.PositiveIntegerField(null=True, blank=True)
    time_date = models.DateField(null=True, blank=True)
    # Items of an enumeration that can be checked one by one: [[start, end], ...] of version.text.
    parts = models.JSONField(default=list, blank=True)
    # By which rule it was found (extraction.types.Construction) and the words that the rule went
    # by, [[start, end], ...] of version.text; None of claims from before this was kept.
    construction = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001
    because = models.JSONField(null=True, blank=True)
    # None is the engine, before this was kept.
    found_by = models.CharField(  # noqa: DJ001
        max_length=6, choices=FoundBy, null=True, blank=True
    )
    # quote, folded and light-stemmed: what search looks in (see extraction.folding).
    search_text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.CURRENT)
    # The last person who changed something about it; re-extraction keeps what this is set on.
    touched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    touched_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "number"], name="claim_numbered_once"),
            models.UniqueConstraint(
                fields=["version", "start", "end"],
                condition=Q(state="current"),
                name="claim_once_per_span",
            ),
            models.CheckConstraint(name="claim_span_is_a_span", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(
                name="claim_cue_is_a_span",
                condition=Q(cue_start=None, cue_end=None) | Q(cue_start__lt=F("cue_end")),
            ),
            models.CheckConstraint(
                name="claim_narration_has_no_cue",
                condition=~Q(kind="narration") | Q(cue_start=None),
            ),
            models.CheckConstraint(
                name="claim_kind_is_known",
                condition=Q(kind__in=["direct", "mixed", "indirect", "narration", "no_comment"]),
            ),
            models.CheckConstraint(
                name="claim_modality_is_known",
                condition=Q(
                    modality__in=["asserted", "future", "hedged", "denied", "desired", "declined"]
                ),
            ),
        ]
        indexes: ClassVar = [
            # Lists are newest first, in pages by row comparison (models.keyset).
            models.Index(fields=["state", "-id"], name="claim_newest"),
            models.Index(fields=["version", "start"], name="claim_in_text"),
        ]

    def __str__(self) -> str:
        return self.quote[:80]

    @property
    def is_proposed(self) -> bool:
        return self.state == self.State.PROPOSED

    @property
    def was_never_accepted(self) -> bool:
        """Whether the second reader proposed it and no person has accepted it."""
        return self.state in NEVER_ACCEPTED

    @property
    def is_of_engine(self) -> bool:
        return self.found_by in (None, Claim.FoundBy.ENGINE)

    @property
    def is_of_reader(self) -> bool:
        """Whether the second reader found it, accepted or not."""
        return self.found_by == self.FoundBy.READER

    def anchor(self, text: str, start: int, end: int) -> None:
        """Stand on text[start:end]; ``text`` is version.text. The caller saves ANCHORED."""
        self.start, self.end, self.quote = start, end, text[start:end]
        self.quote_sha256 = hashlib.sha256(self.quote.encode()).hexdigest()
        self.before = text[max(0, start - SURROUNDINGS) : start]
        self.after = text[end : end + SURROUNDINGS]
        self.search_text = search_form(self.quote)


# The states that programs are told of: what was only ever proposed is in no reply.
STATES_OF_CLAIMS = [(key, label) for key, label in Claim.State.choices if key not in NEVER_ACCEPTED]


class ClaimDecision(models.Model):
    """Who accepted a claim, set it aside or took it back, and why. Rows are never changed."""

    class Action(models.TextChoices):
        DISMISSED = "dismissed", pgettext_lazy("claim decision", "Set aside as no claim")
        RESTORED = "restored", pgettext_lazy("claim decision", "Taken back")
        ACCEPTED = "accepted", pgettext_lazy("claim decision", "Accepted")

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="decisions")
    action = models.CharField(max_length=10, choices=Action)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-decided_at", "-id"]

    def __str__(self) -> str:
        return f"{self.action} claim {self.claim_id}"
