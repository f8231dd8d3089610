"""The reports and origins of a statement, as they are stored."""

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.corroboration import Because, Relation, Report, Standing, standing_of
from claims.models import Claim, Evidence, OriginJudgement, Source, Statement
from claims.sources import decisions
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    LinkFactory,
    OutletFactory,
    RelationFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
    VersionFactory,
    own_words,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 24)


@pytest.fixture
def statement() -> Statement:
    return StatementFactory()


@pytest.fixture
def agency() -> Source:
    return SourceFactory(kind="outlet", name="وكالة سدرة")


class Desk:
    """Reports of one statement, each in an article of an outlet of its own unless told."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.count = 0

    def report(
        self,
        *chain: Source,
        outlet: Source | None = None,
        text: str = "",
        published: date | None = DAY,
        article: object = None,
        **claim: object,
    ) -> Claim:
        """One whose chain ends with the last of these; without any, the outlet's own voice."""
        self.count += 1
        if article is None:
            source = outlet or SourceFactory(kind="outlet")
            publisher = getattr(source, "outlet", None) or OutletFactory(source=source)
            article = ArticleFactory(outlet=publisher, published=published)
        version = VersionFactory(
            article=article, number=self.count, text=text or own_words(self.count)
        )
        kind = Claim.Kind.INDIRECT if chain else Claim.Kind.NARRATION
        given = {"statement": self.statement, "kind": kind, **claim}
        made: Claim = ClaimFactory(version=version, end=5, **given)
        for position, source in enumerate(chain):
            role = "origin" if position == len(chain) - 1 else "relayer"
            LinkFactory(
                claim=made,
                position=position,
                role=role,
                source=source,
                anonymous=source.is_unnamed,
            )
        return made

    def unnamed(
        self, *relayers: Source, words: str = "ثلاثة مصادر عسكرية", **more: object
    ) -> Claim:
        """One whose far end is an unnamed group, which belongs to its article."""
        claim = self.report(**more)
        group = SourceFactory(
            kind="unnamed_group", state="proposed", name=words, article=claim.version.article
        )
        for position, source in enumerate((*relayers, group)):
            role = "origin" if source == group else "relayer"
            LinkFactory(
                claim=claim,
                position=position,
                role=role,
                source=source,
                anonymous=source == group,
            )
        Claim.objects.filter(pk=claim.pk).update(kind=Claim.Kind.INDIRECT)
        return claim

    def standing(self) -> Standing:
        return standing_of(self.statement)

    def counts(self) -> tuple[int, int, int]:
        told = self.standing().told()
        return told["reports"], told["origins"], told["independent"]


@pytest.fixture
def desk(statement: Statement) -> Desk:
    return Desk(statement)


def of_party(party: Source, **dates: date) -> Source:
    source: Source = SourceFactory()
    RelationFactory(source=source, kind="party", target=party, **dates)
    return source


@pytest.fixture
def north() -> Source:
    return SourceFactory(name="سلطة الشمال")


@pytest.fixture
def south() -> Source:
    return SourceFactory(name="سلطة الجنوب")


def because(standing: Standing, one: Source, other: Source) -> Because:
    ids = sorted((one.pk, other.pk))
    pairs = standing.independence.pairs
    return next(pair.because for pair in pairs if [pair.one, pair.other] == ids)


class TestReports:
    """The example of domain.md, section 5."""

    def test_five_outlets_that_carry_one_agency_are_five_reports_and_one_origin(
        self, desk: Desk, agency: Source
    ) -> None:
        for _ in range(5):
            desk.unnamed(agency)
        assert desk.counts() == (5, 1, 1)

    def test_a_sixth_reprint_adds_a_report_and_an_eyewitness_both(
        self, desk: Desk, agency: Source
    ) -> None:
        for _ in range(6):
            desk.unnamed(agency)
        assert desk.counts() == (6, 1, 1)
        desk.unnamed(words="شاهد عيان")
        assert desk.counts() == (7, 2, 1)

    def test_unnamed_officers_of_one_outlet_are_one(self, desk: Desk, agency: Source) -> None:
        for words in ("ضابط كبير", "ضابط آخر", "مصدر ثالث"):
            desk.unnamed(outlet=agency, words=words)
        assert desk.counts() == (3, 1, 1)

    def test_a_chain_and_its_agencys_own_report_are_one(self, desk: Desk, agency: Source) -> None:
        desk.unnamed(agency)
        desk.report(outlet=agency)
        desk.report(agency)
        assert desk.counts() == (3, 1, 1)

    def test_reports_are_in_the_order_of_their_publication(self, desk: Desk) -> None:
        undated = desk.report(published=None)
        late = desk.report(published=date(2026, 11, 25))
        early = desk.report(published=date(2026, 11, 23))
        assert [report.claim for report in desk.standing().reports] == [early, late, undated]

    def test_nothing_stands_behind_a_statement_without_claims(self, statement: Statement) -> None:
        told = {"reports": 0, "archived": 0, "supporting": 0, "origins": 0, "independent": 0}
        assert standing_of(statement).told() == told

    def test_what_was_withdrawn_or_set_aside_is_no_report(self, desk: Desk) -> None:
        desk.report(SourceFactory(), state=Claim.State.WITHDRAWN)
        desk.report(SourceFactory(), state=Claim.State.DISMISSED)
        assert desk.counts() == (0, 0, 0)

    def test_a_report_is_archived_by_evidence_that_stands(
        self, desk: Desk, statement: Statement
    ) -> None:
        claims = [desk.report(SourceFactory()) for _ in range(3)]
        for claim, state in zip(claims, ("archived", "waiting", "withdrawn"), strict=True):
            Evidence.objects.create(
                statement=statement,
                kind="page",
                stance="supports",
                title="صفحة",
                article=claim.version.article,
                state=state,
                sha256="a" * 64,
                withdrawn_because="wrong page",
                added_by=UserFactory(),
            )
        told = desk.standing().told()
        assert (told["supporting"], told["archived"]) == (3, 1)


class TestWhoStandsBehindIt:
    """Whether one report has an origin."""

    def only(self, desk: Desk) -> Report:
        [report] = desk.standing().reports
        return report

    def test_the_far_end_of_the_chain(self, desk: Desk, agency: Source, north: Source) -> None:
        claim = desk.report(agency, north)
        report = self.only(desk)
        assert (report.origin, report.relayers) == (north.pk, (agency.pk,))
        outlet = claim.version.article.outlet.source_id
        assert report.chain == (outlet, agency.pk, north.pk)
        [origin] = desk.standing().independence.origins
        assert origin.relayers == {outlet, agency.pk}
        assert origin.nearest == {agency.pk}

    def test_the_outlet_where_it_is_its_own_voice(self, desk: Desk, agency: Source) -> None:
        desk.report(outlet=agency)
        assert self.only(desk).origin == agency.pk

    def test_nobody_where_no_source_was_found(self, desk: Desk) -> None:
        desk.report(kind=Claim.Kind.INDIRECT)
        assert self.only(desk).origin is None

    def test_nobody_where_the_outlet_is_not_known(self, desk: Desk) -> None:
        desk.report(article=ArticleFactory())
        assert self.only(desk).origin is None

    def test_nobody_while_the_source_is_proposed_only(self, desk: Desk) -> None:
        source = SourceFactory(state="proposed")
        desk.report(source)
        assert self.only(desk).origin is None
        decisions.confirm(source=source, name="سامر نور", kind="person", by=UserFactory())
        assert self.only(desk).origin == source.pk

    @pytest.mark.parametrize(
        ("status", "stands"),
        [
            ("asserted", True),
            ("primary_seen", True),
            ("relayed_only", True),
            ("anonymous", True),
            ("unattributed", False),
            ("misattributed", False),
            ("denied", False),
        ],
    )
    def test_what_is_known_of_the_link(
        self, desk: Desk, north: Source, status: str, stands: bool
    ) -> None:
        desk.report(north).links.update(status=status)
        assert (self.only(desk).origin is not None) == stands

    def test_nobody_where_the_agency_never_passed_it_on(
        self, desk: Desk, agency: Source, north: Source
    ) -> None:
        claim = desk.report(agency, north)
        claim.links.filter(role="relayer").update(status="denied")
        assert self.only(desk).origin is None
        claim.links.filter(role="origin").update(status="primary_seen")
        assert self.only(desk).origin == north.pk

    @pytest.mark.parametrize("modality", ["hedged", "declined"])
    def test_nobody_where_nothing_is_asserted(
        self, desk: Desk, north: Source, modality: str
    ) -> None:
        desk.report(north, modality=modality)
        assert self.only(desk).origin is None

    @pytest.mark.parametrize("modality", ["denied", "desired"])
    def test_a_denial_or_a_wish_supports_no_assertion(
        self, desk: Desk, north: Source, south: Source, modality: str
    ) -> None:
        desk.report(north, modality=modality)
        assert self.only(desk).origin == north.pk, "alone it is what the statement says"
        desk.report(south)
        assert {report.origin for report in desk.standing().supporting} == {south.pk}

    def test_a_denial_in_another_statement_keeps_its_origin(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        against = Desk(StatementFactory())
        desk.report(north)
        against.report(south, modality="denied")
        together = standing_of(desk.statement, against.statement)
        assert {report.origin for report in together.reports} == {north.pk, south.pk}

    def test_somebody_unnamed_of_a_body_is_not_that_body(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        claim = desk.report(one)
        desk.report(other)
        assert desk.standing().independent == 2
        claim.links.update(anonymous=True)
        assert desk.standing().independent == 1
        desk.report(one)
        assert desk.standing().independent == 2, "it has spoken for itself too"


class TestTheRegistry:
    def test_a_spokesman_his_ministry_and_its_government_are_one(self, desk: Desk) -> None:
        spokesman, ministry, government = (SourceFactory() for _ in range(3))
        RelationFactory(source=spokesman, kind="speaks_for", target=ministry)
        RelationFactory(source=ministry, kind="part_of", target=government)
        desk.report(spokesman)
        desk.report(government)
        assert because(desk.standing(), spokesman, government) == Because.BELONGS
        assert desk.counts() == (2, 1, 1)

    def test_a_relation_that_ended_before_the_reports_counts_no_more(self, desk: Desk) -> None:
        spokesman, ministry = SourceFactory(), SourceFactory()
        RelationFactory(
            source=spokesman, kind="speaks_for", target=ministry, until=date(2026, 11, 23)
        )
        desk.report(spokesman)
        claim = desk.report(ministry)
        assert desk.standing().independence.relation(spokesman.pk, ministry.pk) == "unknown"
        article = claim.version.article
        article.published = date(2026, 11, 23)
        article.save()
        assert desk.standing().independence.relation(spokesman.pk, ministry.pk) == "dependent"
        article.published = None
        article.save()
        assert desk.standing().independence.relation(spokesman.pk, ministry.pk) == "dependent", (
            "the report may be as old as the relation"
        )

    def test_a_relation_that_begins_after_the_reports_does_not_count_yet(self, desk: Desk) -> None:
        spokesman, ministry = SourceFactory(), SourceFactory()
        RelationFactory(
            source=spokesman, kind="speaks_for", target=ministry, since=date(2026, 11, 25)
        )
        desk.report(spokesman)
        desk.report(ministry)
        assert desk.standing().independence.relation(spokesman.pk, ministry.pk) == "unknown"

    def test_relations_that_go_round_in_a_ring_end(self, desk: Desk) -> None:
        one, other, third = (SourceFactory() for _ in range(3))
        for source, target in ((one, other), (other, third), (third, one)):
            RelationFactory(source=source, kind="part_of", target=target)
        RelationFactory(source=one, kind="party", target=other)
        RelationFactory(source=other, kind="party", target=one)
        desk.report(one)
        desk.report(third)
        assert desk.counts() == (2, 1, 1)

    def test_named_ones_of_different_parties_are_independent(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        desk.report(one)
        desk.report(other)
        assert because(desk.standing(), one, other) == Because.PARTIES_DIFFER
        assert desk.counts() == (2, 2, 2)

    def test_parties_come_down_from_what_a_source_is_part_of(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        army, officer, rebel = of_party(north), SourceFactory(), of_party(south)
        RelationFactory(source=officer, kind="part_of", target=army)
        desk.report(officer)
        desk.report(rebel)
        desk.report(of_party(north))
        assert because(desk.standing(), officer, rebel) == Because.PARTIES_DIFFER
        assert desk.counts() == (3, 2, 2)

    def test_who_heads_a_side_is_of_it(self, desk: Desk, north: Source, south: Source) -> None:
        one, rebel = of_party(north), of_party(south)
        desk.report(one)
        desk.report(north)
        assert because(desk.standing(), one, north) == Because.SAME_PARTY
        desk.report(rebel)
        assert because(desk.standing(), north, rebel) == Because.PARTIES_DIFFER
        assert desk.counts() == (3, 2, 2)

    def test_allies_in_one_party_are_one(self, desk: Desk, north: Source) -> None:
        militia: Source = SourceFactory()
        RelationFactory(source=militia, kind="party", target=north)
        one, other = of_party(militia), of_party(north)
        desk.report(one)
        desk.report(other)
        assert because(desk.standing(), one, other) == Because.SAME_PARTY

    @pytest.mark.parametrize(
        ("dates", "relation"),
        [
            ({}, "independent"),
            ({"since": date(2026, 11, 24), "until": date(2026, 11, 24)}, "independent"),
            ({"since": date(2026, 11, 25)}, "unknown"),
            ({"until": date(2026, 11, 23)}, "unknown"),
        ],
    )
    def test_a_party_tells_two_apart_at_its_time_only(
        self, desk: Desk, north: Source, south: Source, dates: dict[str, date], relation: str
    ) -> None:
        one, other = of_party(north, **dates), of_party(south)
        desk.report(one)
        desk.report(other)
        assert desk.standing().independence.relation(one.pk, other.pk) == relation

    def test_who_changed_sides_in_the_meantime_is_independent_of_nobody(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        general = of_party(north, until=date(2026, 11, 24))
        RelationFactory(source=general, kind="party", target=south, since=date(2026, 11, 25))
        one, other = of_party(north), of_party(south)
        for source in (general, one, other):
            desk.report(source)
        desk.report(published=date(2026, 11, 26))
        assert because(desk.standing(), general, one) == Because.SAME_PARTY
        assert because(desk.standing(), general, other) == Because.SAME_PARTY

    @pytest.mark.parametrize("dates", [{"until": DAY}, {"since": DAY}])
    def test_a_party_tells_two_apart_only_if_it_held_all_the_while(
        self, desk: Desk, north: Source, south: Source, dates: dict[str, date]
    ) -> None:
        one, other = of_party(north, **dates), of_party(south)
        desk.report(one)
        desk.report(other)
        assert desk.standing().independent == 2
        for day in (date(2026, 11, 23), date(2026, 11, 25)):
            desk.report(other, published=day)
        assert desk.standing().independence.relation(one.pk, other.pk) == "unknown"

    def test_a_party_with_dates_tells_nothing_of_reports_without(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        one, other = of_party(north, since=date(2020, 1, 1)), of_party(south)
        desk.report(one, published=None)
        desk.report(other)
        assert desk.standing().independence.relation(one.pk, other.pk) == "unknown"

    def test_a_grade_makes_no_origin(self, desk: Desk, north: Source) -> None:
        desk.report(north)
        north.grades.create(letter="A", since=DAY, basis="ten years", graded_by=UserFactory())
        assert desk.counts() == (1, 1, 1)


class TestCiting:
    def test_an_outlets_own_voice_depends_on_whom_it_quotes_elsewhere(
        self, desk: Desk, agency: Source, north: Source, south: Source
    ) -> None:
        RelationFactory(source=agency, kind="party", target=north)
        other = of_party(south)
        desk.report(outlet=agency)
        desk.report(other)
        assert desk.standing().independent == 2
        desk.report(other, outlet=agency)
        assert because(desk.standing(), agency, other) == Because.CITES
        assert desk.counts() == (3, 1, 1)

    def test_what_only_hedges_tells_of_citing_too(
        self, desk: Desk, agency: Source, north: Source, south: Source
    ) -> None:
        RelationFactory(source=agency, kind="party", target=north)
        other = of_party(south)
        desk.report(outlet=agency)
        desk.report(other)
        desk.report(other, outlet=agency, modality="hedged")
        assert because(desk.standing(), agency, other) == Because.CITES

    def test_agencies_in_the_middle_of_a_chain_cite_each_other(
        self, desk: Desk, agency: Source, north: Source, south: Source
    ) -> None:
        """Both are origins by reports of their own; a third outlet tells who has it from whom."""
        other: Source = SourceFactory(kind="outlet")
        RelationFactory(source=agency, kind="party", target=north)
        RelationFactory(source=other, kind="party", target=south)
        desk.report(outlet=agency)
        desk.report(outlet=other)
        assert desk.standing().independent == 2
        desk.unnamed(agency, other)
        standing = desk.standing()
        assert because(standing, agency, other) == Because.CITES
        assert (standing.origins, standing.independent) == (1, 1)

    def test_who_cites_a_spokesman_cites_his_ministry(
        self, desk: Desk, agency: Source, north: Source, south: Source
    ) -> None:
        spokesman, ministry = SourceFactory(), of_party(south)
        RelationFactory(source=spokesman, kind="speaks_for", target=ministry)
        RelationFactory(source=agency, kind="party", target=north)
        desk.report(outlet=agency)
        desk.report(ministry)
        assert desk.standing().independent == 2
        desk.unnamed(spokesman, outlet=agency)
        assert because(desk.standing(), agency, ministry) == Because.CITES

    def test_two_parties_that_one_outlet_quotes_and_repeats_stay_two(
        self, desk: Desk, agency: Source, north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        desk.report(one, outlet=agency)
        desk.report(other, outlet=agency)
        desk.report(outlet=agency)
        assert desk.counts() == (3, 2, 2)


class TestTexts:
    def test_an_article_that_quotes_both_sides_tells_nothing_however_often_it_is_reprinted(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        for _ in range(10):
            article = ArticleFactory(outlet=OutletFactory(), published=DAY)
            desk.report(one, article=article, text=own_words(1))
            desk.report(other, article=article, text=f"عنوان {own_words(1)}")
        assert desk.counts() == (20, 2, 1)

    def test_a_near_copy_is_no_second_origin(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        desk.report(one, text=own_words(1))
        desk.report(other, text=f"عنوان آخر {own_words(1)}")
        assert because(desk.standing(), one, other) == Because.NEAR_COPY
        assert desk.counts() == (2, 1, 1)

    def test_an_older_version_of_an_article_counts_for_copies(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        claim = desk.report(one, text=own_words(1))
        desk.report(one, article=claim.version.article, text=own_words(2))
        desk.report(other, text=own_words(1))
        assert because(desk.standing(), one, other) == Because.NEAR_COPY

    def test_one_article_with_two_origins_does_not_tell_them_apart(
        self, desk: Desk, north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        article = ArticleFactory(outlet=OutletFactory(), published=DAY)
        desk.report(one, article=article)
        desk.report(other, article=article)
        assert desk.standing().independence.relation(one.pk, other.pk) == "unknown"
        desk.report(one)
        assert desk.counts() == (3, 2, 2)


@pytest.fixture
def judge(desk: Desk) -> Callable[..., None]:
    def judging(one: Source, other: Source, verdict: str) -> None:
        first, second = sorted((one, other), key=lambda source: source.pk)
        OriginJudgement.objects.create(
            statement=desk.statement,
            one=first,
            other=second,
            verdict=verdict,
            reason="asked both",
            judged_by=UserFactory(),
        )

    return judging


class TestMerges:
    @pytest.fixture
    def person(self) -> User:
        return UserFactory()

    def test_two_entries_that_are_one_are_one_origin(self, desk: Desk, person: User) -> None:
        one, other, third = (SourceFactory() for _ in range(3))
        for source in (one, other, third):
            desk.report(source)
        assert desk.counts() == (3, 3, 1)
        decisions.merge(source=one, into=other, by=person)
        decisions.merge(source=other, into=third, by=person)
        assert desk.counts() == (3, 1, 1)
        assert {report.origin for report in desk.standing().reports} == {third.pk}
        decisions.undo_merge(source=one, by=person)
        assert desk.counts() == (3, 2, 1)

    def test_relations_of_a_merged_entry_are_those_of_the_one_that_stands(
        self, desk: Desk, person: User, north: Source, south: Source
    ) -> None:
        old, new, rebel = of_party(north), SourceFactory(), of_party(south)
        desk.report(new)
        desk.report(rebel)
        assert desk.standing().independent == 1
        decisions.merge(source=old, into=new, by=person)
        assert because(desk.standing(), new, rebel) == Because.PARTIES_DIFFER
        decisions.merge(source=south, into=north, by=person)
        assert because(desk.standing(), new, rebel) == Because.SAME_PARTY

    def test_a_relation_to_a_merged_entry_leads_to_the_one_that_stands(
        self, desk: Desk, person: User
    ) -> None:
        spokesman, old, ministry = (SourceFactory() for _ in range(3))
        RelationFactory(source=spokesman, kind="speaks_for", target=old)
        decisions.merge(source=old, into=ministry, by=person)
        desk.report(spokesman)
        desk.report(ministry)
        assert because(desk.standing(), spokesman, ministry) == Because.BELONGS

    def test_claims_left_in_a_merged_statement_count(self, desk: Desk) -> None:
        merged = StatementFactory(merged_into=desk.statement, reports=0, needs="")
        further = StatementFactory(merged_into=merged, reports=0, needs="")
        for number, statement in enumerate((desk.statement, merged, further)):
            Desk(statement).report(SourceFactory(), text=own_words(number))
        assert desk.counts() == (3, 3, 1)


class TestJudgements:
    @pytest.fixture
    def two(self, desk: Desk) -> tuple[Source, Source]:
        one, other = SourceFactory(), SourceFactory()
        desk.report(one)
        desk.report(other)
        return one, other

    def test_the_newest_one_counts(
        self, desk: Desk, judge: Callable[..., None], two: tuple[Source, Source]
    ) -> None:
        for verdict in ("independent", "dependent", "independent", "unknown"):
            judge(*two, verdict)
            ids = [source.pk for source in two]
            assert desk.standing().independence.relation(*ids) == verdict

    def test_one_of_another_statement_does_not(
        self, desk: Desk, judge: Callable[..., None], two: tuple[Source, Source]
    ) -> None:
        judge(*two, "independent")
        elsewhere = Desk(StatementFactory())
        for source in two:
            elsewhere.report(source)
        assert elsewhere.counts() == (2, 2, 1)

    def test_one_of_a_statement_that_was_merged_into_it_does(
        self, desk: Desk, judge: Callable[..., None], two: tuple[Source, Source]
    ) -> None:
        judge(*two, "independent")
        into = StatementFactory()
        Claim.objects.update(statement=into)
        Statement.objects.filter(pk=desk.statement.pk).update(merged_into=into, reports=0, needs="")
        assert Desk(into).counts() == (2, 2, 2)

    def test_a_pair_marked_as_not_known_does_not_count(
        self, desk: Desk, judge: Callable[..., None], north: Source, south: Source
    ) -> None:
        one, other = of_party(north), of_party(south)
        desk.report(one)
        desk.report(other)
        judge(one, other, "unknown")
        assert desk.counts() == (2, 2, 1)

    def test_one_of_a_source_that_was_merged_holds_for_what_it_stands_for(
        self, desk: Desk, judge: Callable[..., None], two: tuple[Source, Source]
    ) -> None:
        one, other = two
        judge(one, other, "independent")
        into: Source = SourceFactory()
        decisions.merge(source=other, into=into, by=UserFactory())
        assert desk.standing().independence.relation(one.pk, into.pk) == "independent"

    @pytest.mark.parametrize("merged_first", [True, False])
    def test_one_from_before_a_merge_says_nothing_against_the_other_entrys(
        self,
        desk: Desk,
        judge: Callable[..., None],
        two: tuple[Source, Source],
        merged_first: bool,
    ) -> None:
        one, other = two
        third: Source = SourceFactory()
        desk.report(third)
        judge(one, other, "dependent")
        judge(one, third, "independent")
        away, stands = (other, third) if merged_first else (third, other)
        decisions.merge(source=away, into=stands, by=UserFactory())
        assert desk.standing().independence.relation(one.pk, stands.pk) == "dependent"
        judge(one, stands, "independent")
        assert desk.standing().independence.relation(one.pk, stands.pk) == "independent"

    def test_one_of_two_that_are_one_by_now_says_nothing(
        self, desk: Desk, judge: Callable[..., None], two: tuple[Source, Source]
    ) -> None:
        one, other = two
        judge(one, other, "independent")
        decisions.merge(source=one, into=other, by=UserFactory())
        assert desk.counts() == (2, 1, 1)


def test_the_number_of_queries_does_not_follow_from_the_number_of_reports(
    desk: Desk, agency: Source, north: Source, south: Source
) -> None:
    asked = []
    for _ in range(2):
        for _ in range(4):
            desk.unnamed(agency)
            desk.report(of_party(north))
            desk.report(agency, of_party(south))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert desk.standing().independent == 2
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 20


def test_relations_are_told_by_words_that_the_record_can_keep() -> None:
    assert [str(relation) for relation in Relation] == ["independent", "dependent", "unknown"]
