"""What a decision rests on has changed: it is flagged with the reason, and its status stays."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims import record
from claims.ingest.articles import store
from claims.models import (
    Alarm,
    Claim,
    Decision,
    Finding,
    Notice,
    RecordEntry,
    Round,
    Source,
    Statement,
)
from claims.sources import decisions
from claims.standing import Rests, flag, standing_ids
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    LinkFactory,
    OutletFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "مقدمة قصيرة. قالت هيئة الموانئ إن الجسر مغلق. وبقيت العبارات تنقل السكان طوال الليل."
QUOTE = "الجسر مغلق"
DECIDED = {"corroboration": "corroborated", "work": "settled", "needs": ""}
RESTS = Rests(Alarm.Cause.CLAIM, {"claim": 7})


@pytest.fixture
def person() -> User:
    return UserFactory()


@pytest.fixture
def source() -> Source:
    return SourceFactory()


@pytest.fixture
def claim(source: Source) -> Claim:
    """One of an article with an address, in a statement that was decided and settled."""
    article = ArticleFactory(url="https://port.example/1", outlet=OutletFactory())
    start = TEXT.index(QUOTE)
    end = start + len(QUOTE)
    made: Claim = ClaimFactory(
        version=VersionFactory(article=article, text=TEXT),
        statement=StatementFactory(**DECIDED),
        start=start,
        end=end,
        before=TEXT[start - 12 : start],
        after=TEXT[end : end + 12],
        kind=Claim.Kind.INDIRECT,
    )
    LinkFactory(claim=made, source=source)
    return made


def signed(statement: Statement, *people: User) -> Round:
    """A round with a finding of each, and the decision that it came to."""
    made = Round.objects.create(statement=statement, outcome="agreed", closed_at=timezone.now())
    for place, reviewer in enumerate(people, 1):
        Finding.objects.create(
            round=made, place=place, reviewer=reviewer, verdict="corroborated", reason="سبب"
        )
    Decision.objects.create(
        statement=statement,
        round=made,
        before="unassessed",
        after="corroborated",
        reason="سبب",
        decided_by=people[-1],
        version=statement.version,
    )
    return made


def flagged(*statements: Statement, rests: Rests = RESTS, by: User | None = None) -> None:
    with transaction.atomic():
        record.write(*flag([statement.pk for statement in statements], rests, by))


def told(statement: Statement) -> list[dict[str, object]]:
    """What the record says of its having become stale."""
    rows = RecordEntry.objects.filter(statement=statement, action="statement.stale")
    return [json.loads(row.body)["after"] for row in rows.order_by("sequence")]


def is_flagged(statement: Statement, cause: str, **detail: object) -> bool:
    """And nothing but that: the status is what it was, and it waits for somebody."""
    before = statement.version
    statement.refresh_from_db()
    assert (statement.corroboration, statement.work) == ("corroborated", "settled")
    alarms = list(statement.alarms.values_list("cause", "detail"))
    if not alarms:
        assert (statement.stale_since, statement.needs, told(statement)) == (None, "", [])
        return False
    assert alarms == [(cause, detail)]
    assert told(statement) == [{"stale": True, "cause": cause, **detail}]
    assert statement.is_stale
    assert statement.needs == "reviewer"
    assert statement.version == before + 1
    return True


class TestFlag:
    def test_a_decided_statement_is_flagged_with_the_reason(self, person: User) -> None:
        statement = StatementFactory(**DECIDED)
        rank = statement.rank
        flagged(statement, by=person)
        assert is_flagged(statement, "claim", claim=7)
        assert statement.alarms.get().raised_by == person
        assert statement.rank != rank, "it has its place in the queue"
        [entry] = RecordEntry.objects.filter(statement=statement)
        assert (entry.subject_type, entry.subject_id, entry.actor) == (
            "statement",
            statement.pk,
            person,
        )

    def test_a_statement_that_nobody_decided_about_counts_as_changed_and_no_more(self) -> None:
        statement = StatementFactory()
        flagged(statement)
        statement.refresh_from_db()
        assert (statement.version, statement.is_stale, statement.needs) == (2, False, "reviewer")
        assert not Alarm.objects.exists()
        assert not RecordEntry.objects.exists()
        assert not Notice.objects.exists()

    @pytest.mark.parametrize("status", Statement.Corroboration.values)
    @pytest.mark.parametrize("work", Statement.Work.values)
    def test_a_status_never_changes(self, status: str, work: str) -> None:
        statement = StatementFactory.build(corroboration=status, work=work)
        statement.follow()
        statement.save()
        flagged(statement)
        statement.refresh_from_db()
        assert (statement.corroboration, statement.work) == (status, work)
        assert statement.is_stale == (status != "unassessed")

    def test_a_second_reason_is_added_and_the_time_stays(self) -> None:
        long_ago = timezone.now() - timedelta(days=3)
        statement = StatementFactory(**{**DECIDED, "needs": "reviewer"}, stale_since=long_ago)
        flagged(statement)
        flagged(statement, rests=Rests(Alarm.Cause.CHAIN, {"claim": 9}))
        statement.refresh_from_db()
        assert statement.stale_since == long_ago
        assert [alarm.cause for alarm in statement.alarms.all()] == ["chain", "claim"]
        assert len(told(statement)) == 2

    def test_what_was_merged_is_flagged_where_it_went(self) -> None:
        stands = StatementFactory(**DECIDED)
        between = StatementFactory(merged_into=stands, reports=0, needs="")
        merged = StatementFactory(
            merged_into=between, reports=0, needs="", corroboration="corroborated"
        )
        assert standing_ids([merged.pk, stands.pk]) == {stands.pk}
        flagged(merged, between)
        assert is_flagged(stands, "claim", claim=7)
        assert not Alarm.objects.exclude(statement=stands).exists()

    def test_nothing_is_flagged_where_nothing_is_named(self) -> None:
        assert flag([], RESTS) == []
        assert standing_ids([]) == set()


class TestWhoIsTold:
    def test_those_who_signed_the_newest_decision_but_not_who_did_it(self, person: User) -> None:
        statement = StatementFactory(**DECIDED)
        earlier, one, other = UserFactory(), UserFactory(), UserFactory()
        signed(statement, earlier)
        signed(statement, one, other, person)
        flagged(statement, by=person)
        notices = Notice.objects.all()
        assert {notice.person for notice in notices} == {one, other}
        assert {(notice.kind, notice.by) for notice in notices} == {("stale", person)}

    def test_once_while_it_stays_stale(self) -> None:
        statement = StatementFactory(**DECIDED)
        signed(statement, UserFactory())
        flagged(statement)
        flagged(statement)
        assert Notice.objects.count() == 1

    def test_nobody_after_a_decision_was_taken_back(self) -> None:
        statement = StatementFactory(**DECIDED)
        first = signed(statement, UserFactory()).decision
        Decision.objects.create(
            statement=statement,
            undoes=first,
            before="corroborated",
            after="single_origin",
            reason="سبب",
            decided_by=UserFactory(),
            version=3,
        )
        flagged(statement)
        assert not Notice.objects.exists()


class TestCauses:
    """What people and texts do elsewhere."""

    def test_the_source_of_a_link_is_set_otherwise(self, claim: Claim, person: User) -> None:
        link = claim.links.get()
        decisions.link(attribution=link, source=SourceFactory(), by=person)
        assert is_flagged(claim.statement, "chain", claim=claim.pk, link=link.pk)

    def test_sources_are_merged_and_parted(
        self, claim: Claim, source: Source, person: User
    ) -> None:
        decisions.merge(source=source, into=SourceFactory(), by=person)
        assert is_flagged(claim.statement, "sources", source=source.pk)
        decisions.undo_merge(source=source, by=person)
        assert claim.statement.alarms.count() == 2

    def test_what_was_merged_into_the_source_before_goes_with_it(
        self, claim: Claim, source: Source, person: User
    ) -> None:
        between = SourceFactory()
        Source.objects.filter(pk=source.pk).update(merged_into=between)
        decisions.merge(source=between, into=SourceFactory(), by=person)
        assert is_flagged(claim.statement, "sources", source=between.pk)

    def test_other_sources_are_merged(self, claim: Claim, person: User) -> None:
        decisions.merge(source=SourceFactory(), into=SourceFactory(), by=person)
        assert not is_flagged(claim.statement, "sources")

    def test_a_claim_is_set_aside_and_taken_back(self, claim: Claim, person: User) -> None:
        ClaimFactory(statement=claim.statement)
        decisions.dismiss(claim=claim, by=person)
        assert is_flagged(claim.statement, "claim", claim=claim.pk)
        assert claim.statement.reports == 1
        decisions.restore(claim=claim, by=person)
        claim.statement.refresh_from_db()
        assert claim.statement.reports == 2
        assert claim.statement.alarms.count() == 2

    @pytest.mark.parametrize(
        ("change", "is_stale"),
        [
            (lambda text: text.replace("مغلق", "مفتوح"), True),
            # An anchor is not moved to words that look alike.
            (lambda text: text.replace("إن الجسر", "بأن الجسر"), True),
            (lambda text: f"عنوان جديد\n{text} وهذا كل شيء.", False),
        ],
        ids=["the words are gone", "what stands before them is gone", "they stand elsewhere"],
    )
    def test_an_article_changes_its_words(
        self, claim: Claim, change: Callable[[str], str], is_stale: bool
    ) -> None:
        article = claim.version.article
        store(text=change(TEXT), outlet=article.outlet, url=article.url)
        assert article.versions.count() == 2
        detail = {"claim": claim.pk, "article": article.pk}
        assert is_flagged(claim.statement, "version", **detail) == is_stale

    def test_the_record_holds_the_change_before_what_it_made_stale(
        self, claim: Claim, person: User
    ) -> None:
        decisions.dismiss(claim=claim, by=person)
        actions = RecordEntry.objects.values_list("action", flat=True)
        assert list(actions) == ["claim.dismissed", "statement.stale"]

    def test_nothing_is_flagged_where_nobody_has_decided(
        self, claim: Claim, source: Source, person: User
    ) -> None:
        Statement.objects.update(corroboration="unassessed", work="extracted", needs="reviewer")
        decisions.link(attribution=claim.links.get(), source=SourceFactory(), by=person)
        decisions.merge(source=source, into=SourceFactory(), by=person)
        article = claim.version.article
        store(text="نص آخر", outlet=article.outlet, url=article.url)
        decisions.dismiss(claim=claim, by=person)
        statement = Statement.objects.get()
        assert (statement.corroboration, statement.is_stale) == ("unassessed", False)
        assert not Alarm.objects.exists()
        assert not RecordEntry.objects.filter(action="statement.stale").exists()
