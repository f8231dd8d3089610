"""What the address of the list of articles asks for."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Subquery
from django.http import QueryDict
from django.utils.translation import gettext as _

from claims.errors import InputRefused
from claims.ingest.fields import parse_language
from claims.models import Article, Job, Outlet, Source
from claims.models.article import ArticleQuerySet
from claims.web.claim_filter import LANGUAGES, OTHER, language_label
from claims.web.listing import Chip, Option, address, number, options, there_is_none
from claims.web.names import Name, shown

NONE = "none"  # in ?outlet=: articles without one


class Outlets:
    """The outlets that have articles, under their names for this reader. Three queries."""

    def __init__(self) -> None:
        has_articles = Exists(Article.objects.filter(outlet=OuterRef("pk")))
        known = Outlet.objects.filter(has_articles).order_by("pk")
        held = dict(known.values_list("pk", "source_id"))
        standing = Source.objects.standing_for(held.values())
        self._source = {outlet: standing[source].pk for outlet, source in held.items()}
        self._names = shown(standing.values())

    def name(self, outlet: int) -> Name:
        return self._names[self._source[outlet]]

    def same(self, outlet: int) -> list[int]:
        """Itself and those whose entries were merged with its own; [] if it has no articles, or
        if the reader may not see who it is."""
        if outlet in self._source and self.name(outlet).is_hidden:
            return []
        source = self._source.get(outlet)
        return [one for one, its in self._source.items() if source is not None and its == source]

    def options(self, chosen: str) -> list[Option]:
        """One for each source, by name."""
        first = {source: outlet for outlet, source in reversed(self._source.items())}
        names = ((one, self.name(one)) for one in first.values())
        named = sorted((one for one in names if not one[1].is_hidden), key=lambda o: str(o[1]))
        return options([(str(one), name) for one, name in named] + [(NONE, _no_outlet())], chosen)


def _no_outlet() -> str:
    return _("Without an outlet")


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """One state of the list. What cannot be read is left out, with a sentence in ``problems``."""

    language: str = ""
    outlet: str = ""  # the id of one that has articles, or NONE
    state: str = ""
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict, outlets: Outlets) -> "ArticleFilter":
        problems: dict[str, str] = {}
        given = {key: query.get(key, "").strip() for key in ("language", "outlet", "state")}
        language, outlet, state = given.values()
        try:
            language = OTHER if language == OTHER else parse_language(language)
        except InputRefused as refused:
            language, problems["language"] = "", str(refused)
        if outlet and outlet != NONE:
            same = outlets.same(number(outlet) or 0)
            if not same:
                problems["outlet"] = there_is_none(outlet)
            outlet = str(same[0]) if same else ""
        if state and state not in Job.State.values:
            state, problems["state"] = "", there_is_none(state)
        return cls(language, outlet, state, problems)

    def asked(self) -> dict[str, object]:
        """What the address holds, by key."""
        return {"language": self.language, "outlet": self.outlet, "state": self.state}

    def address(self) -> str:
        return address(self.asked())

    def apply(self, outlets: Outlets) -> ArticleQuerySet:
        """The articles that pass, in no order."""
        articles = Article.objects.all()
        if self.language == OTHER:
            articles = articles.filter(language_known=False)
        elif self.language:
            articles = articles.filter(language=self.language)
        if self.outlet == NONE:
            articles = articles.filter(outlet=None)
        elif self.outlet:
            articles = articles.filter(outlet__in=outlets.same(int(self.outlet)))
        return in_state(articles, self.state) if self.state else articles

    def chips(self, outlets: Outlets) -> list[Chip]:
        """One for each filter that is set."""
        outlet = outlets.name(int(self.outlet)) if self.outlet.isdigit() else None
        told = {
            "language": (_("Language"), language_label(self.language), ""),
            "outlet": (
                _("Outlet"),
                str(outlet or (self.outlet and _no_outlet())),
                outlet.language if outlet else "",
            ),
            "state": (_("Work"), str(self.state and Job.State(self.state).label), ""),
        }
        return [
            Chip(label, value, language, address({**self.asked(), key: ""}))
            for key, (label, value, language) in told.items()
            if value
        ]

    def choices(self, outlets: Outlets) -> dict[str, list[Option]]:
        codes = dict.fromkeys(code for code in (*LANGUAGES, OTHER, self.language) if code)
        return {
            "languages": options(((code, language_label(code)) for code in codes), self.language),
            "outlets": outlets.options(self.outlet),
            "states": options(Job.State.choices, self.state),
        }


def in_state(articles: ArticleQuerySet, state: str) -> ArticleQuerySet:
    """Those whose newest work is in this state."""
    newest = Job.objects.filter(version__article=OuterRef("pk")).order_by("-pk")
    if state != Job.State.DONE:  # what is rare is found from its own rows, not by reading them all
        articles = articles.filter(
            pk__in=Job.objects.filter(state=state).values("version__article")
        )
    state_now = Subquery(newest.values("state")[:1])
    return articles.alias(job_state=state_now).filter(job_state=state)
