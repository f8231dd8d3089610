"""What stands behind the ? of a list's address, checked strictly: a filter that was misspelt and
silently left out would give a program everything."""

from typing import Any, Self

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request

from claims.api.problems import QueryRefused
from claims.errors import InputRefused
from claims.extraction.folding import fold_name
from claims.ingest.fields import URL_AT_MOST, parse_address
from claims.models import Article, Claim, Source, SourceName, Statement
from claims.models.claim import ClaimQuerySet
from claims.models.search import matching
from claims.models.statement import StatementQuerySet
from claims.sources.seeing import seen

PAGE, PAGE_AT_MOST = 50, 200


class Id(serializers.IntegerField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=2**63 - 1, **kwargs)


class Truth(serializers.BooleanField):
    """true or false, and none of the many words that could be meant so."""

    def to_internal_value(self, data: object) -> bool:
        if data not in ("true", "false"):
            self.fail("invalid", input=data)
        return data == "true"


class Query(serializers.Serializer):
    """Every field may be left out; those of several choices may be given several times."""

    @classmethod
    def of(cls, request: Request) -> dict[str, Any]:
        """What is asked for. Raises QueryRefused."""
        asked: Self = cls()
        given, wrong = {}, {}
        for name, values in request.query_params.lists():
            field = asked.fields.get(name)
            if field is None:
                wrong[name] = [_error("This list has no such parameter.", "unknown_parameter")]
            elif isinstance(field, serializers.MultipleChoiceField):
                given[name] = values
            elif len(values) > 1:
                wrong[name] = [_error("Give this parameter once.", "given_twice")]
            else:
                given[name] = values[0]
        asked = cls(data=given)
        if not asked.is_valid() or wrong:
            raise QueryRefused({**asked.errors, **wrong})
        return asked.validated_data


def _error(detail: str, code: str) -> serializers.ErrorDetail:
    return serializers.ErrorDetail(detail, code)


class Paged(Query):
    after = serializers.CharField(required=False, help_text="From a page's link `next`.")
    before = serializers.CharField(required=False, help_text="From a page's link `previous`.")
    size = serializers.IntegerField(
        required=False, default=PAGE, min_value=1, max_value=PAGE_AT_MOST
    )

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        if "after" in given and "before" in given:
            both = _error("Give after or before, not both.", "after_and_before")
            raise serializers.ValidationError({"before": both})
        return given


class Language(serializers.RegexField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            r"^[a-z]{2,3}$",
            error_messages={"invalid": "This is no code of a language, like ar or en."},
            **kwargs,
        )


class ArticleQuery(Paged):
    outlet = Id(required=False, help_text="The outlet's number among the sources.")
    language = Language(required=False)
    published_from = serializers.DateField(required=False, help_text="This day or later.")
    published_until = serializers.DateField(required=False, help_text="This day or earlier.")
    url = serializers.CharField(
        required=False, max_length=URL_AT_MOST, help_text="The address that it was published at."
    )

    def validate_url(self, given: str) -> str:
        try:
            return parse_address(given)
        except InputRefused as refused:
            raise serializers.ValidationError(str(refused), refused.code) from refused


class ClaimQuery(Paged):
    source = Id(required=False, help_text="A source anywhere in the chain.")
    origin = Id(required=False, help_text="A source at the far end of the chain.")
    outlet = Id(required=False, help_text="The outlet's number among the sources.")
    language = Language(required=False, help_text="Of the article.")
    kind = serializers.MultipleChoiceField(choices=Claim.Kind.choices, required=False)
    modality = serializers.MultipleChoiceField(choices=Claim.Modality.choices, required=False)
    status = serializers.MultipleChoiceField(
        choices=Statement.Corroboration.choices, required=False
    )
    published_from = serializers.DateField(required=False, help_text="This day or later.")
    published_until = serializers.DateField(required=False, help_text="This day or earlier.")
    q = serializers.CharField(
        required=False,
        max_length=300,
        help_text="Words that the claim holds, with or without vowel marks; the last one may be "
        "only begun.",
    )


class SourceQuery(Paged):
    kind = serializers.MultipleChoiceField(choices=Source.Kind.choices, required=False)
    state = serializers.MultipleChoiceField(choices=Source.State.choices, required=False)
    q = serializers.CharField(
        required=False, max_length=300, help_text="A part of one of its names."
    )


# What the API calls a need that a column holds as nothing.
NOBODY = "nobody"


class StatementQuery(Paged):
    needs = serializers.MultipleChoiceField(
        choices=[(key or NOBODY, label) for key, label in Statement.Needs.choices],
        required=False,
        help_text="Whom it waits for.",
    )
    work = serializers.MultipleChoiceField(choices=Statement.Work.choices, required=False)
    status = serializers.MultipleChoiceField(
        choices=Statement.Corroboration.choices, required=False
    )
    priority = serializers.MultipleChoiceField(choices=Statement.Priority.choices, required=False)
    language = Language(required=False, help_text="Of its first claim's article.")
    stale = Truth(required=False, help_text="Something that its status rests on has changed.")
    contradicted = Truth(required=False, help_text="A contradiction is open.")
    assignee = serializers.CharField(
        required=False, max_length=150, help_text="What the person signs in with."
    )
    held = Truth(required=False, help_text="Somebody has it in hand now.")
    mine = Truth(required=False, help_text="It is assigned to you, or you have it in hand.")
    claim = Id(required=False, help_text="The statement that this claim belongs to.")


class OneArticlesClaims(Query):
    version = Id(required=False, help_text="The number of a version; the newest if left out.")


# Parameter -> lookup.
_OF_ARTICLES = {
    "language": "language",
    "published_from": "published__gte",
    "published_until": "published__lte",
    "url": "url",
}
_OF_CLAIMS = {
    "kind": "kind__in",
    "modality": "modality__in",
    "status": "statement__corroboration__in",
    "language": "version__article__language",
    "published_from": "version__article__published__gte",
    "published_until": "version__article__published__lte",
}
_OF_STATEMENTS = {
    "work": "work__in",
    "status": "corroboration__in",
    "priority": "priority__in",
    "language": "language",
    "assignee": "assignee__username",
    "claim": "claims",
}
_OF_SOURCES = {"kind": "kind__in", "state": "state__in"}


def articles(asked: dict[str, Any]) -> "QuerySet[Article]":
    found = Article.objects.filter(**_lookups(asked, _OF_ARTICLES))
    if "outlet" in asked:
        found = found.filter(outlet__source__in=_entries(asked["outlet"]))
    return found


def claims(asked: dict[str, Any]) -> ClaimQuerySet:
    found = Claim.objects.current().filter(**_lookups(asked, _OF_CLAIMS))
    if "outlet" in asked:
        found = found.filter(version__article__outlet__source__in=_entries(asked["outlet"]))
    for name, choose in (("source", ClaimQuerySet.by), ("origin", ClaimQuerySet.from_origin)):
        if name in asked:
            source = _standing(asked[name])
            found = choose(found, source) if source else found.none()
    return matching(found, asked.get("q", ""))


def sources(asked: dict[str, Any]) -> "QuerySet[Source]":
    standing = Source.objects.standing().beyond_proposals()
    found = seen(standing.filter(**_lookups(asked, _OF_SOURCES)))
    if "q" in asked:
        wanted = fold_name(asked["q"])
        named = SourceName.objects.filter(source=OuterRef("pk"), folded__contains=wanted)
        found = found.filter(Exists(named)) if wanted else found.none()
    return found


def statements(asked: dict[str, Any], person: User) -> StatementQuerySet:
    found = Statement.objects.beyond_proposals().filter(**_lookups(asked, _OF_STATEMENTS))
    if "needs" in asked:
        found = found.filter(needs__in=["" if one == NOBODY else one for one in asked["needs"]])
    now = timezone.now()
    for name, means in (
        ("stale", Q(stale_since__isnull=False)),
        ("contradicted", Q(open_contradictions__gt=0)),
        ("held", Q(held_until__gt=now)),
        ("mine", Q(assignee=person) | Q(held_by=person, held_until__gt=now)),
    ):
        if name in asked:
            found = found.filter(means) if asked[name] else found.exclude(means)
    return found


def _lookups(asked: dict[str, Any], table: dict[str, str]) -> dict[str, Any]:
    return {lookup: asked[name] for name, lookup in table.items() if name in asked}


def _standing(source_id: int) -> Source | None:
    """What the source stands for now; None for one that is hidden, as for none at all."""
    source = seen(Source.objects.filter(pk=source_id)).first()
    return source.effective() if source else None


def _entries(source_id: int) -> list[int]:
    """What the source stands for, and all that was merged into it."""
    source = _standing(source_id)
    return source.effective_ids() if source else []
