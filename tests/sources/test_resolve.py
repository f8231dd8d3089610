"""Mentions become sources of the registry, or proposals; nothing is guessed."""

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.extraction.types import (
    Claim,
    Construction,
    Kind,
    Link,
    Modality,
    ResolvedBy,
    Role,
    Span,
)
from claims.models import Article, Source, SourceRelation
from claims.sources.resolve import resolve
from tests.factories import ArticleFactory, SourceFactory

pytestmark = pytest.mark.django_db

# An invented war: every name and every word is made up.
TEXT = """تقدمت فصائل تابعة لقيادة عمليات الساحل في ريف مرسى.
وقالت قيادة العمليات: "إنها سيطرت على قلعة مرسى".
وأضافت قيادة عمليات الساحل: "إن مقاتليها دخلوا الميناء".
وأظهرت صور احتفالات الأهالي.
ونقلت سدرة عن 3 مصادر بجيش الحكومة قولها: "إن الطرق أغلقت".
وذكرت المصادر أن المدينة مغلقة.
ونقلت "سدرة" عن مصدرين عسكريين قولهما: "إن العتاد وصل".
وأعلن القصر الأبيض أنه يريد الهدوء.
وقال المتحدث باسم القصر الأبيض "كمال نوري" في بيان: "نريد الهدوء".
وذكرت تقارير غير مؤكدة على منصة تلغرام أن الوالي غادر.
وأعلن نوري أنه ليس لديه ما يقال."""


def at(words: str, nth: int = 0) -> Span:
    starts = [m.start() for m in re.finditer(re.escape(words), TEXT)]
    return Span(starts[nth], starts[nth] + len(words))


def said(*links: Link) -> Claim:
    return Claim(at("مرسى"), Kind.INDIRECT, Modality.ASSERTED, None, Construction.CLAUSE, (), links)


def origin(words: str, nth: int = 0, back_to: Span | None = None, count: int = 0) -> Link:
    how = ResolvedBy.ANAPHORA if back_to else ResolvedBy.NAMED
    anonymous = bool(count)
    return Link(Role.ORIGIN, at(words, nth), back_to, how, None, anonymous, count or None)


def relayer(words: str) -> Link:
    return Link(Role.RELAYER, at(words), None, ResolvedBy.NAMED)


@pytest.fixture
def article() -> Article:
    return ArticleFactory()


def resolved(article: Article, *chains: tuple[Link, ...]) -> list[list[Source]]:
    """The sources of each chain."""
    claims = [said(*chain) for chain in chains]
    found = resolve(article, TEXT, claims)
    return [
        [found[link.antecedent or link.mention] for link in chain]  # type: ignore[index]
        for chain in chains
    ]


class TestAnArticleAsAWhole:
    """As an article about a war comes out: two names of a body, relayed groups, a spokesman."""

    @pytest.fixture
    def registry(self) -> dict[str, Source]:
        return {
            "command": SourceFactory(
                kind="armed_group", name="قيادة عمليات الساحل", also=["قيادة العمليات"]
            ),
            "agency": SourceFactory(kind="outlet", name="سدرة", also=["وكالة سدرة"]),
            "palace": SourceFactory(kind="office", name="القصر الأبيض"),
            "spokesman": SourceFactory(kind="person", name="كمال نوري"),
        }

    def test_its_sources_come_out_as_a_reader_names_them(
        self, article: Article, registry: dict[str, Source]
    ) -> None:
        three = origin("3 مصادر بجيش الحكومة", count=3)
        two = origin("مصدرين عسكريين", count=2)
        chains = resolved(
            article,
            (origin("قيادة العمليات"),),
            (origin("قيادة عمليات الساحل", 1),),
            (Link(Role.ORIGIN, None, at("قيادة العمليات"), ResolvedBy.DROPPED_SUBJECT),),
            (origin("صور"),),
            (relayer("سدرة"), three),
            (relayer("سدرة"), origin("المصادر", back_to=three.mention, count=3)),
            (relayer('"سدرة"'), two),
            (origin("القصر الأبيض"),),
            (origin('المتحدث باسم القصر الأبيض "كمال نوري"'),),
            (origin("تقارير غير مؤكدة على منصة تلغرام"),),
        )
        command, agency = registry["command"], registry["agency"]
        assert [one[0] for one in chains[:3]] == [command] * 3
        images = chains[3][0]
        assert (images.kind, images.article, images.name) == ("imagery", article, "صور")
        first, again, other = chains[4], chains[5], chains[6]
        assert first == again
        assert [first[0], other[0]] == [agency, agency]
        assert first[1] != other[1]
        assert [(g.kind, g.count, g.relayed_by, g.name) for g in (first[1], other[1])] == [
            ("unnamed_group", 3, agency, "3 مصادر بجيش الحكومة"),
            ("unnamed_group", 2, agency, "مصدرين عسكريين"),
        ]
        assert chains[7] == [registry["palace"]]
        assert chains[8] == [registry["spokesman"]]
        reports = chains[9][0]
        assert (reports.kind, reports.article) == ("social_post", article)
        assert not Source.objects.proposed().filter(article=None).exists()

    def test_it_takes_a_handful_of_queries(
        self,
        article: Article,
        registry: dict[str, Source],
        django_assert_max_num_queries: DjangoAssertNumQueries,
    ) -> None:
        with django_assert_max_num_queries(8):
            resolved(article, *[(origin("قيادة العمليات"), origin("صور"))] * 50)


def test_an_unknown_spokesman_is_proposed_with_whom_he_speaks_for(article: Article) -> None:
    palace = SourceFactory(kind="office", name="القصر الأبيض")
    [[person]] = resolved(article, (origin('المتحدث باسم القصر الأبيض "كمال نوري"'),))
    assert (person.name, person.kind, person.state, person.article) == (
        "كمال نوري",
        "person",
        "proposed",
        None,
    )
    assert SourceRelation.objects.get().target == palace
    assert person.names.get().folded == "كمال نوري"


def test_a_spokesman_without_a_name_is_an_office_that_speaks_for_somebody(article: Article) -> None:
    palace = SourceFactory(kind="office", name="القصر الأبيض")
    [[office]] = resolved(article, (origin("المتحدث باسم القصر الأبيض"),))
    assert (office.kind, office.state) == ("office", "proposed")
    assert list(office.relations.values_list("kind", "target")) == [("speaks_for", palace.pk)]


def test_an_unknown_name_is_proposed_once_for_all_articles(article: Article) -> None:
    [[first]] = resolved(article, (origin("قيادة عمليات الساحل"),))
    [[second]] = resolved(ArticleFactory(), (origin("قيادة عمليات الساحل", 1),))
    assert first == second
    assert (first.state, first.name) == ("proposed", "قيادة عمليات الساحل")


def test_a_part_of_a_name_is_suggested_and_not_used(article: Article) -> None:
    other = SourceFactory(name="قيادة عمليات")
    [[proposed]] = resolved(article, (origin("قيادة عمليات الساحل"),))
    assert proposed != other
    assert proposed.suggestion == other


def test_what_is_said_in_every_country_stays_with_its_article(article: Article) -> None:
    for words in ("الأهالي", "صور"):
        [[here]] = resolved(article, (origin(words),))
        [[elsewhere]] = resolved(ArticleFactory(), (origin(words),))
        assert here.article == article
        assert here != elsewhere


def test_two_entries_of_one_name_are_for_a_person_to_decide(article: Article) -> None:
    SourceFactory.create_batch(2, name="قيادة العمليات")
    [[proposed]] = resolved(article, (origin("قيادة العمليات"),))
    assert proposed.state == "proposed"


def test_a_full_name_goes_before_an_acronym(article: Article) -> None:
    full = SourceFactory(name="سدرة")
    SourceFactory(name="سفن درء الرياح").names.create(
        language="ar", name="سدرة", folded="سدره", kind="acronym"
    )
    assert resolved(article, (relayer("سدرة"),)) == [[full]]


def test_a_merged_entry_leads_to_the_one_that_stands(article: Article) -> None:
    end = SourceFactory()
    SourceFactory(name="سدرة", merged_into=SourceFactory(merged_into=end))
    assert resolved(article, (relayer("سدرة"),)) == [[end]]


def test_unnamed_sources_of_two_articles_are_two_and_of_one_stay_one(article: Article) -> None:
    three = origin("3 مصادر بجيش الحكومة", count=3)
    [[first]] = resolved(article, (three,))
    [[again]] = resolved(article, (three,))
    [[elsewhere]] = resolved(ArticleFactory(), (three,))
    assert first == again
    assert first != elsewhere


def test_a_name_never_leads_to_what_belongs_to_another_article(article: Article) -> None:
    resolved(article, (origin("صور"),))
    tyre = SourceFactory(name="صور", kind="state")
    assert resolved(ArticleFactory(), (origin("صور"),)) == [[tyre]]
