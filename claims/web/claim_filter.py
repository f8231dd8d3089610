"""What the address of the list of claims asks for."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from claims.errors import InputRefused
from claims.extraction.folding import search_form
from claims.ingest.fields import parse_language, parse_published
from claims.models import Claim, Outlet, Source, Statement
from claims.models.claim import ClaimQuerySet
from claims.models.search import WORDS_AT_MOST, matching
from claims.sources.seeing import seen
from claims.web.head import language_name
from claims.web.listing import Chip, address, number, shortened, there_is_none, words_of
from claims.web.names import Name

# In ?as=: where in the chain the source stands; anywhere without it.
ORIGIN, RELAYER = "origin", "relayer"
OTHER = "other"  # in ?language=: articles in none of LANGUAGES
LANGUAGES = ("ar", "en", "tr", "ru")
# In ?reader=: what the second reader proposes, and what was accepted of it.
PROPOSED, ACCEPTED = "proposed", "accepted"
READER_CHOICES = (
    (PROPOSED, pgettext_lazy("second reader", "Proposed, for you to decide")),
    (ACCEPTED, pgettext_lazy("second reader", "Accepted")),
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """One state of the list. What cannot be read is left out, with a sentence in ``problems``."""

    words: str = ""
    who: str = ""  # a name as typed, to be found in the registry
    source: Source | None = None
    role: str = ""
    outlet: Outlet | None = None
    language: str = ""
    kind: str = ""
    modality: str = ""
    status: str = ""
    reader: str = ""
    since: date | None = None
    until: date | None = None
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict) -> "ClaimFilter":
        """Up to two queries: the source and the outlet."""
        problems: dict[str, str] = {}

        def read(key: str, reader: Callable[[str], T]) -> T | None:
            given = query.get(key, "").strip()
            try:
                return reader(given) if given else None
            except InputRefused as refused:
                problems[key] = str(refused)
                return None

        found = cls(
            words=words_of(query.get("q", "")),
            who=words_of(query.get("who", "")),
            source=read("source", _source),
            role=read("as", _one_of([ORIGIN, RELAYER])) or "",
            outlet=read("outlet", _outlet),
            language=read("language", _language) or "",
            kind=read("kind", _one_of(Claim.Kind.values)) or "",
            modality=read("modality", _one_of(Claim.Modality.values)) or "",
            status=read("status", _one_of(Statement.Corroboration.values)) or "",
            reader=read("reader", _one_of([PROPOSED, ACCEPTED])) or "",
            since=read("from", parse_published),
            until=read("to", parse_published),
            problems=problems,
        )
        return found._in_order()

    def _in_order(self) -> "ClaimFilter":
        if self.since and self.until and self.since > self.until:
            sentence = _("The first day is after the last; both are left out.")
            return replace(
                self, since=None, until=None, problems={**self.problems, "from": sentence}
            )
        return self

    def asked(self) -> dict[str, object]:
        """What the address holds, by key."""
        return {
            "q": self.words,
            "who": self.who,
            "source": self.source.pk if self.source else None,
            "as": self.role if self.source or self.who else "",
            "outlet": self.outlet.pk if self.outlet else None,
            "language": self.language,
            "kind": self.kind,
            "modality": self.modality,
            "status": self.status,
            "reader": self.reader,
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
        }

    def address(self) -> str:
        return address(self.asked())

    def without(self, *keys: str) -> str:
        return address({key: one for key, one in self.asked().items() if key not in keys})

    def meaning(self, source: Source) -> str:
        """The address with this source in place of the typed name."""
        return replace(self, who="", source=source).address()

    def apply(self) -> ClaimQuerySet:
        """The current claims that pass, or the proposals that do, in no order."""
        claims = Claim.objects.current()
        if self.reader == PROPOSED:
            claims = Claim.objects.proposed()
        elif self.reader == ACCEPTED:
            claims = claims.filter(found_by=Claim.FoundBy.READER)
        if self.source is not None:
            narrow = {"": claims.by, ORIGIN: claims.from_origin, RELAYER: claims.relayed_by}
            claims = narrow[self.role](self.source)
        if self.language:
            claims = claims.filter(
                **{"version__article__language_known": False}
                if self.language == OTHER
                else {"version__article__language": self.language}
            )
        exact = {
            "version__article__outlet": self.outlet,
            "kind": self.kind,
            "modality": self.modality,
            "statement__corroboration": self.status,
            "version__article__published__gte": self.since,
            "version__article__published__lte": self.until,
        }
        claims = claims.filter(**{key: one for key, one in exact.items() if one})
        return matching(claims, self.words)

    def said_back(self) -> str:
        """What the search looked for; "" where nothing was searched."""
        if not self.words:
            return ""
        wanted = search_form(self.words).split()
        if not wanted:
            return _("“%(words)s” holds no letter and no digit to search for.") % {
                "words": shortened(self.words)
            }
        if len(wanted) > WORDS_AT_MOST:
            return _("Searched for the first %(most)d words only.") % {"most": WORDS_AT_MOST}
        return _("Searched for “%(words)s”, with and without vowel marks.") % {
            "words": shortened(self.words)
        }

    def chips(self, names: dict[int, Name]) -> list[Chip]:
        """One for each filter that is set; ``names`` by the ids of sources."""
        day = "j F Y"
        told: list[tuple[tuple[str, ...], str, object, str]] = [
            (("q",), _("Words"), self.words, ""),
            (("kind",), _("Kind"), self.kind and Claim.Kind(self.kind).label, ""),
            (
                ("modality",),
                _("Modality"),
                self.modality and Claim.Modality(self.modality).label,
                "",
            ),
            (
                ("status",),
                _("Corroboration"),
                self.status and Statement.Corroboration(self.status).label,
                "",
            ),
            (("reader",), _("Second reader"), dict(READER_CHOICES).get(self.reader), ""),
            (("language",), _("Language"), language_label(self.language), ""),
            (("from",), _("From"), self.since and date_format(self.since, day), ""),
            (("to",), _("To"), self.until and date_format(self.until, day), ""),
        ]
        if self.outlet is not None:
            outlet = names[self.outlet.source_id]
            told.insert(1, (("outlet",), _("Outlet"), outlet, outlet.language))
        if self.source is not None:
            source = names[self.source.pk]
            label = {
                "": _("Source"),
                ORIGIN: pgettext("attribution", "Origin"),
                RELAYER: pgettext("attribution", "Relayer"),
            }[self.role]
            told.insert(1, (("source", "as"), label, source, source.language))
        return [
            Chip(label, str(value), language, self.without(*keys))
            for keys, label, value, language in told
            if value
        ]


def language_label(code: str) -> str:
    if code == OTHER:
        return _("A language that factlog does not know")
    return language_name(code) if code else ""


def _source(given: str) -> Source:
    source = seen(Source.objects.filter(pk=number(given) or 0)).first()
    if source is None:
        raise InputRefused(there_is_none(given))
    return source.effective() if source.merged_into_id is not None else source


def _outlet(given: str) -> Outlet:
    outlet = seen(Outlet.objects.filter(pk=number(given) or 0), "source__").first()
    if outlet is None:
        raise InputRefused(there_is_none(given))
    return outlet


def _language(given: str) -> str:
    return OTHER if given == OTHER else parse_language(given)


def _one_of(values: list[str]) -> Callable[[str], str]:
    def read(given: str) -> str:
        if given not in values:
            raise InputRefused(there_is_none(given))
        return given

    return read
