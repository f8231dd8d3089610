"""What the address of the list of sources asks for."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _

from claims.extraction.folding import fold_name
from claims.models import Source, SourceName, SourceRelation
from claims.models.source import SourceQuerySet
from claims.sources.seeing import seen
from claims.web.listing import Chip, address, number, there_is_none, words_of
from claims.web.names import Name

# In ?state=: those of the registry, and those that belong to the one article that describes them.
PROPOSED, CONFIRMED, OF_AN_ARTICLE = "proposed", "confirmed", "article"
STATES = (PROPOSED, CONFIRMED, OF_AN_ARTICLE)


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """One state of the list. What cannot be read is left out, with a sentence in ``problems``."""

    words: str = ""
    state: str = ""
    kind: str = ""
    party: Source | None = None
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict) -> "SourceFilter":
        """Up to one query."""
        problems: dict[str, str] = {}
        given = {key: query.get(key, "").strip() for key in ("state", "kind", "party")}
        party = (
            seen(Source.objects.filter(pk=number(given["party"]) or 0)).first()
            if given["party"]
            else None
        )
        known = {
            "state": given["state"] in STATES,
            "kind": given["kind"] in Source.Kind.values,
            "party": party is not None,
        }
        for key, is_known in known.items():
            if given[key] and not is_known:
                problems[key] = there_is_none(given[key])
        return cls(
            words=words_of(query.get("q", "")),
            state=given["state"] if known["state"] else "",
            kind=given["kind"] if known["kind"] else "",
            party=party,
            problems=problems,
        )

    def asked(self) -> dict[str, object]:
        """What the address holds, by key."""
        return {
            "state": self.state,
            "q": self.words,
            "kind": self.kind,
            "party": self.party.pk if self.party else None,
        }

    def address(self) -> str:
        return address(self.asked())

    def within(self, state: str) -> str:
        """The address of another view, with the same words and filters."""
        return address({**self.asked(), "state": state})

    def without(self, *keys: str) -> str:
        return address({key: one for key, one in self.asked().items() if key not in keys})

    def apply(self) -> SourceQuerySet:
        """The sources that pass and stand for themselves, in no order."""
        found = view(self.state)
        if self.kind:
            found = found.filter(kind=self.kind)
        if self.party is not None:
            parties = SourceRelation.objects.filter(
                kind=SourceRelation.Kind.PARTY, target=self.party
            )
            found = found.filter(pk__in=parties.values("source"))
        folded = fold_name(self.words)
        if folded:
            names = SourceName.objects.filter(folded__contains=folded)
            # A name of an entry that was merged finds what it stands for now.
            found = found.filter(
                Q(pk__in=names.values("source"))
                | Q(pk__in=names.exclude(source__merged_into=None).values("source__merged_into"))
            )
        elif self.words:
            found = found.none()
        return found

    def chips(self, names: dict[int, Name]) -> list[Chip]:
        told: list[tuple[str, str, object, str]] = [
            ("q", _("Name"), self.words, ""),
            ("kind", _("Kind"), self.kind and Source.Kind(self.kind).label, ""),
        ]
        if self.party is not None:
            party = names[self.party.pk]
            told.append(("party", _("Side in the conflict"), party, party.language))
        return [
            Chip(label, str(value), language, self.without(key))
            for key, label, value, language in told
            if value
        ]


def view(state: str) -> SourceQuerySet:
    """The sources of one saved view that the reader may see; "" is the registry with what waits to
    be taken into it."""
    standing = seen(Source.objects.standing().beyond_proposals())
    if state == OF_AN_ARTICLE:
        return standing.exclude(article=None)
    named = standing.filter(article=None)
    return named.filter(state=state) if state else named
