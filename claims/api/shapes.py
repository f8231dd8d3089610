"""The shapes of replies, for the schema alone: replies are put together from rows."""

from rest_framework import serializers as s

from claims.models import Attribution, Claim, Job, Source, SourceName, SourceRelation, Statement
from claims.models.claim import STATES_OF_CLAIMS


def links(name: str, *always: str, sometimes: tuple[str, ...] = ()) -> s.Serializer:
    """Addresses of the API; those of ``sometimes`` may be null."""
    fields = {one: s.URLField() for one in always}
    fields |= {one: s.URLField(allow_null=True) for one in sometimes}
    return type(f"{name}Links", (s.Serializer,), fields)()


class FieldError(s.Serializer):
    pointer = s.CharField(
        required=False, help_text="JSON Pointer to the part of the body that is meant."
    )
    parameter = s.CharField(required=False, help_text="The parameter of the query that is meant.")
    detail = s.CharField()
    code = s.CharField()


class Problem(s.Serializer):
    """A problem document (RFC 9457)."""

    type = s.CharField()
    title = s.CharField()
    status = s.IntegerField()
    detail = s.CharField(help_text="What is wrong and what to do, for a person.")
    code = s.CharField(help_text="What is wrong, for a program; it stays as it is.")
    errors = FieldError(many=True, required=False)


class Refusal(Problem):
    missing = s.ListField(
        child=s.CharField(),
        required=False,
        help_text="Where the rules of review refuse it: a sentence for each thing.",
    )


class PersonInRecord(s.Serializer):
    id = s.IntegerField()
    username = s.CharField(help_text="As it was then.")


class Subject(s.Serializer):
    type = s.CharField()
    id = s.IntegerField()


class Entry(s.Serializer):
    """One entry of the record."""

    sequence = s.IntegerField()
    at = s.DateTimeField()
    action = s.CharField()
    subject = Subject()
    actor = PersonInRecord(allow_null=True, help_text="Null where a program did it.")
    before = s.DictField(allow_null=True, help_text="What was changed, as it was.")
    after = s.DictField(allow_null=True)
    reason = s.CharField(allow_null=True)
    independence = s.DictField(allow_null=True, help_text="The origins as they stood.")
    hash = s.CharField()


class Conflict(Problem):
    version = s.IntegerField(help_text="What it has now; ETag has it too.")
    changes = Entry(many=True, help_text="What happened since your version, newest first.")


class Root(s.Serializer):
    articles = s.URLField()
    claims = s.URLField()
    sources = s.URLField()
    workflow = s.URLField()
    statements = s.URLField(required=False, help_text="For people.")
    schema = s.URLField()
    docs = s.URLField()


class SourceBrief(s.Serializer):
    """A source as it stands in a chain. Of a protected one most is null for whoever is not named
    for it, which programs never are."""

    id = s.IntegerField(allow_null=True)
    name = s.CharField()
    language = s.CharField(help_text="Of the name.")
    kind = s.ChoiceField(Source.Kind.choices, allow_null=True)
    state = s.ChoiceField(Source.State.choices, allow_null=True)
    is_protected = s.BooleanField(help_text="Only some people see who it is.")
    links = links("SourceBrief", sometimes=("self",))


class Name(s.Serializer):
    name = s.CharField()
    language = s.CharField()
    kind = s.ChoiceField(SourceName.Kind.choices)
    is_shown = s.BooleanField(help_text="The one to show in this language.")


class Relation(s.Serializer):
    kind = s.ChoiceField(SourceRelation.Kind.choices)
    target = SourceBrief()
    since = s.DateField(allow_null=True)
    until = s.DateField(allow_null=True)


class SourceOutput(SourceBrief):
    """An entry of the registry, or one that a text named and no person has confirmed."""

    id = s.IntegerField()
    kind = s.ChoiceField(Source.Kind.choices)
    state = s.ChoiceField(Source.State.choices)
    key = s.CharField(allow_null=True, help_text="Stable name of an entry shipped with factlog.")
    wikidata = s.CharField(allow_null=True)
    count = s.IntegerField(
        allow_null=True, help_text="How many people an unnamed source is said to be."
    )
    names = Name(many=True)
    relations = Relation(many=True)
    links = links("Source", "self", "claims", sometimes=("article", "relayed_by", "merged_into"))


class JobOutput(s.Serializer):
    """Work on one version of an article."""

    id = s.IntegerField()
    kind = s.ChoiceField(Job.Kind.choices)
    state = s.ChoiceField(Job.State.choices)
    stage = s.ChoiceField(Job.Stage.choices)
    done = s.IntegerField(help_text="Sentences, while reading.")
    total = s.IntegerField(help_text="0 until it is known.")
    attempts = s.IntegerField()
    error = s.CharField(allow_null=True, help_text="Why it failed, for a person.")
    queued_at = s.DateTimeField()
    started_at = s.DateTimeField(allow_null=True)
    finished_at = s.DateTimeField(allow_null=True)
    links = links("Job", "self", "article", "version", "claims", sometimes=("retry",))


class VersionBrief(s.Serializer):
    number = s.IntegerField()
    text_sha256 = s.CharField()
    stored_at = s.DateTimeField()
    engine = s.CharField(allow_null=True, help_text="Null until the first extraction is done.")
    links = links("Version", "self", "claims")


class VersionInArticle(VersionBrief):
    job = JobOutput(allow_null=True, help_text="The newest work on it.")


class VersionOutput(VersionBrief):
    """One version with its text, which never changes."""

    article = s.IntegerField()
    text = s.CharField()


class ArticleOutput(s.Serializer):
    id = s.IntegerField()
    title = s.CharField(allow_null=True)
    url = s.URLField(allow_null=True, help_text="Where it was published.")
    outlet = SourceBrief(allow_null=True)
    language = s.CharField()
    language_known = s.BooleanField(
        help_text="False where no language pack exists: only quotations were looked for."
    )
    published = s.DateField(allow_null=True)
    added_at = s.DateTimeField()
    versions = VersionInArticle(many=True, help_text="Newest first.")
    links = links("Article", "self", "claims")


class Posted(s.Serializer):
    created = s.BooleanField(help_text="False where this text of this article was there already.")
    article = ArticleOutput()
    version = s.IntegerField(help_text="The number of the version that holds the posted text.")
    job = JobOutput(allow_null=True)


class Span(s.Serializer):
    """text[start:end], counted in code points."""

    start = s.IntegerField()
    end = s.IntegerField()
    quote = s.CharField()


class Time(Span):
    date = s.DateField(allow_null=True)


class Link(s.Serializer):
    """One link of a chain."""

    role = s.ChoiceField(Attribution.Role.choices)
    mention = Span(allow_null=True, help_text="The words by which this claim names the source.")
    antecedent = Span(
        allow_null=True, help_text="The full mention that a short or dropped one refers to."
    )
    cue = Span(allow_null=True)
    resolved_by = s.ChoiceField(Attribution.ResolvedBy.choices)
    anonymous = s.BooleanField()
    count = s.IntegerField(allow_null=True)
    source = SourceBrief()


class ClaimInArticle(s.Serializer):
    id = s.IntegerField()
    number = s.IntegerField(help_text="Among the claims of its version; stays as it is.")
    state = s.ChoiceField(STATES_OF_CLAIMS)
    status = s.ChoiceField(Statement.Corroboration.choices)
    content = Span()
    kind = s.ChoiceField(Claim.Kind.choices)
    modality = s.ChoiceField(Claim.Modality.choices)
    cue = Span(allow_null=True)
    construction = s.CharField(
        allow_null=True, help_text="The rule that found it; null where none is on record."
    )
    because = Span(many=True, help_text="The words that the rule went by.")
    found_by = s.ChoiceField(Claim.FoundBy.choices)
    attribution = Link(
        many=True,
        help_text="Outermost relayer first, origin last; empty in the outlet's own voice.",
    )
    time = Time(allow_null=True)
    parts = Span(many=True, help_text="Items that can be checked one by one.")
    links = links("Claim", "self")


class ArticleOfClaim(s.Serializer):
    id = s.IntegerField()
    title = s.CharField(allow_null=True)
    url = s.URLField(allow_null=True)
    outlet = SourceBrief(allow_null=True)
    language = s.CharField()
    published = s.DateField(allow_null=True)
    version = s.IntegerField()
    text_sha256 = s.CharField()
    links = links("ArticleOfClaim", "self", "version", "claims")


class ClaimOutput(ClaimInArticle):
    article = ArticleOfClaim()


class ArticleClaims(s.Serializer):
    """The claims format: all current claims of one version, in the order of the text."""

    id = s.IntegerField()
    language = s.CharField()
    language_known = s.BooleanField()
    text_sha256 = s.CharField()
    version = s.IntegerField()
    claims = ClaimInArticle(many=True)


def page_of(shape: type[s.Serializer]) -> type[s.Serializer]:
    fields = {
        "results": shape(many=True),
        "next": s.URLField(allow_null=True),
        "previous": s.URLField(allow_null=True),
    }
    return type(f"PageOf{shape.__name__.removesuffix('Output')}s", (s.Serializer,), fields)
