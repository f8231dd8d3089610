"""One version of an article with everything the reader shows, in a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import Http404

from claims.models import Article, ArticleVersion, Attribution, Claim, ExtractionRun, Job, Source
from claims.web.choice import HIDDEN, NO_SOURCE, OWN_VOICE
from claims.web.names import Name, hidden_name, shown

SLOTS = 8  # line patterns; a ninth origin starts again at the first
NO_ORIGIN = {NO_SOURCE: SLOTS + 1, OWN_VOICE: 0}  # the line patterns of claims without one


@dataclass(frozen=True, slots=True)
class Origin:
    """One row of "Sources in this text"."""

    source_id: int
    slot: int
    name: Name | None
    via: tuple[Name, ...]
    count: int


class Reading:
    """A version, its claims in the order of the text, their links and sources."""

    def __init__(self, article: Article, version: ArticleVersion, versions: list[int]) -> None:
        self.article = article
        self.version = version
        self.versions = versions
        everything = list(version.claims.select_related("statement").defer("search_text"))
        everything.sort(key=lambda c: (c.start, -c.end, c.number))
        self.claims = [c for c in everything if c.state == Claim.State.CURRENT]
        self.dismissed = [c for c in everything if c.state == Claim.State.DISMISSED]
        self.withdrawn = [c for c in everything if c.state == Claim.State.WITHDRAWN]
        self.proposed = [c for c in everything if c.is_proposed]
        self.refused = [c for c in everything if c.state == Claim.State.REFUSED]
        # What has its words marked; only claims are counted.
        self.marked = [c for c in everything if c.is_proposed or c.state == Claim.State.CURRENT]
        self.by_number = {claim.number: claim for claim in self.marked}
        self.links: dict[int, list[Attribution]] = {claim.pk: [] for claim in self.marked}
        for link in Attribution.objects.filter(claim__in=self.links).order_by(
            "claim_id", "position"
        ):
            self.links[link.claim_id].append(link)
        outlet = {article.outlet.source_id} if article.outlet else set()
        self.sources = Source.objects.standing_for(
            {link.source_id for chain in self.links.values() for link in chain} | outlet
        )
        self.names = shown(self.sources.values())

    @classmethod
    def of(cls, article_id: int, number: int | None) -> "Reading":
        """The newest version, or the one with this number. Raises Http404."""
        article = Article.objects.select_related("outlet").filter(pk=article_id).first()
        if article is None:
            raise Http404
        versions = sorted(article.versions.values_list("number", flat=True))
        wanted = versions[-1] if number is None and versions else number
        if wanted not in versions:
            raise Http404
        version = article.versions.get(number=wanted)
        version.article = article
        return cls(article, version, versions)

    def source_of(self, link: Attribution) -> Source:
        """What the link's source stands for now."""
        return self.sources[link.source_id]

    def name_of(self, source: Source) -> Name:
        return self.names[source.pk]

    @cached_property
    def outlet_name(self) -> Name | None:
        outlet = self.article.outlet
        return self.name_of(self.sources[outlet.source_id]) if outlet else None

    def origin_link(self, claim: Claim) -> Attribution | None:
        """The far end of the chain; None where the chain is empty."""
        chain = self.links[claim.pk]
        return chain[-1] if chain else None

    def shown_id(self, link: Attribution) -> int:
        """The id of its source, which may stand in the page; HIDDEN where it may not."""
        source = self.source_of(link)
        return HIDDEN if self.name_of(source).is_hidden else source.pk

    def origin_id(self, claim: Claim) -> int:
        link = self.origin_link(claim)
        if link:
            return self.shown_id(link)
        return OWN_VOICE if claim.kind == Claim.Kind.NARRATION else NO_SOURCE

    def slot_of(self, claim: Claim) -> int:
        """Its line pattern; a source that only proposals name has none of its own."""
        return self.slots.get(self.origin_id(claim), NO_ORIGIN[OWN_VOICE])

    @cached_property
    def slots(self) -> dict[int, int]:
        """Origin -> its line pattern: 1 to 8 in order of first appearance, then NO_ORIGIN."""
        found: dict[int, int] = {}
        for claim in self.claims:
            origin = self.origin_id(claim)
            if origin not in NO_ORIGIN and origin not in found:
                found[origin] = len(found) % SLOTS + 1
        return found | NO_ORIGIN

    @cached_property
    def origin_counts(self) -> Counter[int]:
        """How many sources each origin is: one, but for HIDDEN."""
        links = [link for claim in self.claims if (link := self.origin_link(claim))]
        return Counter(
            shown for shown, _pk in {(self.shown_id(x), self.source_of(x).pk) for x in links}
        )

    def origins(self) -> list[Origin]:
        """The sources of this text in order of first appearance, claims without one last."""
        counts = Counter(self.origin_id(claim) for claim in self.claims)
        via: dict[int, dict[int, Name]] = {}
        for chain in (self.links[claim.pk] for claim in self.claims):
            for link in chain[:-1]:
                name = self.name_of(self.source_of(link))
                via.setdefault(self.shown_id(chain[-1]), {})[self.shown_id(link)] = name
        return [
            Origin(
                source_id=origin,
                slot=slot,
                name=hidden_name() if origin == HIDDEN else self.names.get(origin),
                via=tuple(via.get(origin, {}).values()),
                count=counts[origin],
            )
            for origin, slot in self.slots.items()
            if counts[origin]
        ]

    @cached_property
    def job(self) -> Job | None:
        """The newest piece of work on this version."""
        return self.version.jobs.order_by("-id").first()

    @cached_property
    def second_reading(self) -> Job | None:
        """The newest work of the second reader on this version; None where there is no reader."""
        if not settings.READER_URL:
            return None
        return self.version.readings.order_by("-id").first()

    @cached_property
    def rerun(self) -> ExtractionRun | None:
        """The newest extraction, if it was not the first and changed something."""
        runs = list(self.version.runs.order_by("-id")[:2])
        if len(runs) == 2 and any(runs[0].difference.values()):
            return runs[0]
        return None
