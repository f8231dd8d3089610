"""Rows with the fewest defaults that are valid; a test names only what it is about."""

import hashlib

import factory
from django.contrib.auth.models import Group, User
from factory.django import DjangoModelFactory

from claims.extraction.folding import fold_name, search_form
from claims.models import (
    Article,
    ArticleVersion,
    Attribution,
    Claim,
    Evidence,
    Job,
    Outlet,
    Source,
    SourceName,
    SourceRelation,
    Statement,
)

TEXT = "قالت هيئة الموانئ إن الجسر أُغلق."


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def own_words(number: int) -> str:
    """A text that is no near copy of that of another number, nor of TEXT."""
    return " ".join(f"كلمة{number}و{place}" for place in range(20))


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence("person-{}".format)

    @factory.post_generation
    def role(self, create: bool, extracted: str | None, **_: object) -> None:
        if extracted:
            # Tests with real transactions clear away what migrations made.
            self.groups.add(Group.objects.get_or_create(name=extracted)[0])


class SourceFactory(DjangoModelFactory):
    """A confirmed entry with one name; ``also=[...]`` gives it more."""

    class Meta:
        model = Source
        skip_postgeneration_save = True

    kind = Source.Kind.ORGANISATION
    state = Source.State.CONFIRMED
    name = factory.Sequence("هيئة {}".format)
    language = "ar"

    @factory.post_generation
    def also(self, create: bool, extracted: list[str] | None, **_: object) -> None:
        for place, name in enumerate([self.name, *(extracted or [])]):
            SourceName.objects.create(
                source=self,
                language=self.language,
                name=name,
                folded=fold_name(name),
                is_shown=place == 0,
            )


class RelationFactory(DjangoModelFactory):
    class Meta:
        model = SourceRelation

    source = factory.SubFactory(SourceFactory)
    target = factory.SubFactory(SourceFactory)


class OutletFactory(DjangoModelFactory):
    class Meta:
        model = Outlet

    source = factory.SubFactory(SourceFactory, kind=Source.Kind.OUTLET)


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = Article

    language = "ar"
    identity = factory.Sequence(lambda n: sha256(str(n)))


class VersionFactory(DjangoModelFactory):
    class Meta:
        model = ArticleVersion

    article = factory.SubFactory(ArticleFactory)
    text = TEXT
    text_sha256 = factory.LazyAttribute(lambda version: sha256(version.text))


class StatementFactory(DjangoModelFactory):
    class Meta:
        model = Statement


class ClaimFactory(DjangoModelFactory):
    """By default the whole text of its version as narration."""

    class Meta:
        model = Claim

    version = factory.SubFactory(VersionFactory)
    statement = factory.SubFactory(StatementFactory)
    number = factory.Sequence(lambda n: n + 1)
    start = 0
    end = factory.LazyAttribute(lambda claim: len(claim.version.text))
    quote = factory.LazyAttribute(lambda claim: claim.version.text[claim.start : claim.end])
    quote_sha256 = factory.LazyAttribute(lambda claim: sha256(claim.quote))
    search_text = factory.LazyAttribute(lambda claim: search_form(claim.quote))
    kind = Claim.Kind.NARRATION
    modality = Claim.Modality.ASSERTED


class LinkFactory(DjangoModelFactory):
    class Meta:
        model = Attribution

    claim = factory.SubFactory(ClaimFactory, kind=Claim.Kind.INDIRECT)
    position = 0
    role = Attribution.Role.ORIGIN
    resolved_by = Attribution.ResolvedBy.NAMED
    source = factory.SubFactory(SourceFactory)


class JobFactory(DjangoModelFactory):
    class Meta:
        model = Job

    version = factory.SubFactory(VersionFactory)


class EvidenceFactory(DjangoModelFactory):
    """An archived page that supports its statement."""

    class Meta:
        model = Evidence

    statement = factory.SubFactory(StatementFactory)
    kind = Evidence.Kind.PAGE
    stance = Evidence.Stance.SUPPORTS
    title = factory.Sequence("page {}".format)
    state = Evidence.State.ARCHIVED
    sha256 = factory.Sequence(lambda n: sha256(str(n)))
    added_by = factory.SubFactory(UserFactory)
