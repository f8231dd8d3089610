"""An article's text becomes claims, exactly once, and people's work stays."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from claims import jobs, pipeline
from claims.errors import LeaseLost, TextRefused
from claims.extraction.types import (
    Claim as Found,
)
from claims.extraction.types import (
    Construction,
    Extraction,
    Kind,
    Link,
    Modality,
    ResolvedBy,
    Role,
    Span,
    TimeExpression,
)
from claims.models import (
    ArticleVersion,
    Attribution,
    Claim,
    ExtractionRun,
    Job,
    Source,
    Statement,
)
from tests.factories import OutletFactory, SourceFactory, UserFactory, VersionFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "أُغلق جسر القناطر أمس. "
    "ونقلت وكالة سدرة عن 3 مصادر في الدفاع المدني قولها: «الجسر انهار». "
    "وأضافت المصادر: «نبحث عن مفقودين»."
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def says(content: str, *links: Link, cue: str = "ونقلت", **given: object) -> Found:
    return Found(
        **{  # type: ignore[arg-type]
            "content": at(content),
            "kind": Kind.DIRECT,
            "modality": Modality.ASSERTED,
            "cue": at(cue),
            "construction": Construction.QUOTATION_AFTER,
            "because": (at(cue),),
            "attribution": links,
            **given,
        }
    )


SIDRA = Link(Role.RELAYER, at("وكالة سدرة"), None, ResolvedBy.NAMED, cue=at("ونقلت"))
THREE = Link(
    Role.ORIGIN, at("3 مصادر في الدفاع المدني"), None, ResolvedBy.NAMED, anonymous=True, count=3
)
AGAIN = Link(Role.ORIGIN, at("المصادر"), THREE.mention, ResolvedBy.ANAPHORA, None, True, 3)
CLOSED = Found(
    at("أُغلق جسر القناطر أمس"),
    Kind.NARRATION,
    Modality.ASSERTED,
    None,
    Construction.NARRATION,
    time=TimeExpression(at("أمس"), date(2026, 11, 23)),
    parts=(at("جسر القناطر"),),
)
FELL = says("الجسر انهار", SIDRA, THREE)
SEARCHING = says(
    "نبحث عن مفقودين", replace(SIDRA, resolved_by=ResolvedBy.CONTINUED), AGAIN, cue="وأضافت"
)
ALL = (CLOSED, FELL, SEARCHING)


def of(*claims: Found) -> Extraction:
    return Extraction("ar", True, claims, 3)


@pytest.fixture
def version() -> ArticleVersion:
    return VersionFactory(text=TEXT)


def work(version: ArticleVersion, *claims: Found) -> ExtractionRun:
    lease = jobs.take(jobs.owe(version).pk)
    assert lease is not None
    return pipeline.store(version, of(*claims), lease)


def test_claims_are_stored_with_their_chain(version: ArticleVersion) -> None:
    run = work(version, *ALL)
    closed, fell, searching = Claim.objects.order_by("number")
    assert (fell.construction, fell.found_by) == ("quotation_after", "engine")
    assert fell.because == [[at("ونقلت").start, at("ونقلت").end]]
    assert (closed.construction, closed.because) == ("narration", [])
    assert [c.number for c in (closed, fell, searching)] == [1, 2, 3]
    assert closed.quote == "أُغلق جسر القناطر أمس"
    assert (closed.before, closed.after) == ("", TEXT[closed.end : closed.end + 32])
    assert closed.time_date == date(2026, 11, 23)
    assert [TEXT[slice(*part)] for part in closed.parts] == ["جسر القناطر"]
    assert closed.search_text
    assert not closed.links.exists()
    relayer, origin = fell.links.all()
    assert (relayer.role, relayer.source.name) == ("relayer", "وكالة سدرة")
    assert origin.source.is_unnamed
    assert (origin.source.count, origin.source.relayed_by) == (3, relayer.source)
    assert [link.source_id for link in searching.links.all()] == [
        relayer.source_id,
        origin.source_id,
    ]
    assert run.difference == {"added": [1, 2, 3], "withdrawn": [], "changed": [], "kept": []}
    assert Statement.objects.filter(corroboration="unassessed").count() == 3
    version.refresh_from_db()
    assert version.engine == pipeline.ENGINE


def test_the_job_ends_with_its_results(version: ArticleVersion) -> None:
    run = work(version, *ALL)
    job = Job.objects.get()
    assert (job.state, job.stage, job.lease, run.job) == ("done", "finished", "", job)


def test_a_worker_that_lost_its_lease_stores_nothing(version: ArticleVersion) -> None:
    job = jobs.owe(version)
    lease = jobs.take(job.pk)
    assert lease is not None
    Job.objects.update(lease="another")
    with pytest.raises(LeaseLost):
        pipeline.store(version, of(*ALL), lease)
    assert not Claim.objects.exists()
    assert not Source.objects.exists()


def test_the_same_span_twice_is_one_claim(version: ArticleVersion) -> None:
    work(version, FELL, replace(FELL, kind=Kind.MIXED))
    assert Claim.objects.get().kind == "direct"


class TestReextraction:
    """A newer engine sees the same text."""

    def test_nothing_changes_where_it_finds_the_same(self, version: ArticleVersion) -> None:
        work(version, *ALL)
        before = list(Claim.objects.values())
        links = list(Attribution.objects.values())
        run = work(version, *ALL)
        assert not any(run.difference.values())
        assert list(Claim.objects.values()) == before
        assert list(Attribution.objects.values()) == links
        assert Source.objects.count() == 2

    def test_what_is_gone_is_withdrawn_and_what_is_new_gets_a_new_number(
        self, version: ArticleVersion
    ) -> None:
        work(version, CLOSED, FELL)
        run = work(version, FELL, SEARCHING)
        assert run.difference == {"added": [3], "withdrawn": [1], "changed": [], "kept": []}
        assert [c.number for c in Claim.objects.current().order_by("start")] == [2, 3]

    def test_what_comes_back_is_the_claim_it_was(self, version: ArticleVersion) -> None:
        work(version, CLOSED)
        first = Claim.objects.get().pk
        work(version)
        run = work(version, CLOSED)
        assert run.difference["added"] == [1]
        assert Claim.objects.current().get().pk == first

    def test_an_untouched_claim_follows_the_engine(self, version: ArticleVersion) -> None:
        work(version, *ALL)
        longer = replace(FELL, content=at("«الجسر انهار»"), kind=Kind.MIXED, attribution=(THREE,))
        run = work(version, CLOSED, longer, SEARCHING)
        changed = Claim.objects.get(number=2)
        assert run.difference == {"added": [], "withdrawn": [], "changed": [2], "kept": []}
        assert (changed.kind, changed.quote) == ("mixed", "«الجسر انهار»")
        assert [link.role for link in changed.links.all()] == ["origin"]

    @pytest.mark.parametrize("seen", [(), (replace(FELL, content=at("الجسر انهار».")),)])
    def test_a_touched_claim_stays_as_it_is(
        self, version: ArticleVersion, seen: tuple[Found, ...]
    ) -> None:
        work(version, FELL)
        person, source = UserFactory(), SourceFactory()
        Attribution.objects.filter(role="origin").update(
            source=source, decided_by=person, resolved_by="person"
        )
        Claim.objects.update(touched_by=person)
        run = work(version, *seen)
        claim = Claim.objects.get()
        assert run.difference == {"added": [], "withdrawn": [], "changed": [], "kept": [1]}
        assert (claim.state, claim.quote) == ("current", "الجسر انهار")
        assert claim.links.get(role="origin").source == source

    def test_a_dismissed_claim_stays_dismissed(self, version: ArticleVersion) -> None:
        work(version, FELL)
        Claim.objects.update(state="dismissed", touched_by=UserFactory())
        run = work(version, FELL)
        assert Claim.objects.get().state == "dismissed"
        assert not any(run.difference.values())

    def test_a_claim_whose_statement_was_assessed_stays(self, version: ArticleVersion) -> None:
        work(version, FELL)
        Statement.objects.update(corroboration="single_origin")
        assert work(version).difference["kept"] == [1]

    def test_a_merged_source_is_no_change(self, version: ArticleVersion) -> None:
        work(version, FELL)
        into = SourceFactory()
        Source.objects.filter(name="وكالة سدرة").update(merged_into=into)
        assert not any(work(version, FELL).difference.values())


class TestProcess:
    """The whole way, with an engine that does as the test says."""

    @pytest.fixture
    def engine(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
        does: list[object] = []

        def extract(text: str, *args: object, on_progress: object) -> Extraction:
            on_progress(1, 3)  # type: ignore[operator]
            done = does.pop(0)
            if isinstance(done, Exception):
                raise done
            return done  # type: ignore[return-value]

        monkeypatch.setattr(pipeline, "extract", extract)
        yield does

    def test_a_job_is_worked_through_once(
        self, version: ArticleVersion, engine: list[object]
    ) -> None:
        job = jobs.owe(version)
        engine += [of(*ALL), of()]
        pipeline.process(job.pk)
        pipeline.process(job.pk)
        assert Claim.objects.count() == 3
        assert ExtractionRun.objects.count() == 1
        assert len(engine) == 1

    def test_a_job_that_is_not_there_is_nothing(self) -> None:
        pipeline.process(4711)

    def test_an_unexpected_error_is_tried_again_and_then_told(
        self,
        version: ArticleVersion,
        engine: list[object],
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        job = jobs.owe(version)
        engine += [RuntimeError("جسر القناطر")] * 3
        for _ in range(2):
            pipeline.process(job.pk)
            job.refresh_from_db()
            assert job.state == "queued"
        pipeline.process(job.pk)
        job.refresh_from_db()
        assert (job.state, job.attempts) == ("failed", 3)
        assert job.error == "The text could not be worked through (RuntimeError)."
        assert "RuntimeError" in caplog.text
        assert "القناطر" not in caplog.text

    def test_a_refusal_is_told_at_once(self, version: ArticleVersion, engine: list[object]) -> None:
        job = jobs.owe(version)
        engine.append(TextRefused("No words."))
        pipeline.process(job.pk)
        job.refresh_from_db()
        assert (job.state, job.error) == ("failed", "No words.")


def test_a_registry_name_is_used_and_not_proposed(version: ArticleVersion) -> None:
    sidra = OutletFactory(source__name="سدرة", source__also=["وكالة سدرة"]).source
    work(version, FELL)
    assert Attribution.objects.get(role="relayer").source == sidra
    assert list(Source.objects.proposed().values_list("kind", flat=True)) == ["unnamed_group"]


@pytest.mark.django_db(transaction=True)
def test_articles_that_meet_the_same_unknown_names_at_once_propose_them_once() -> None:
    names = ["هيئة الموانئ", "نقابة البحارة", "جمعية الصيادين", "غرفة التجارة"]
    versions = [VersionFactory(text=". ".join(names[turn:] + names[:turn])) for turn in range(4)]
    leases = [jobs.take(jobs.owe(version).pk) for version in versions]
    together = threading.Barrier(4)

    def store(turn: int) -> None:
        text = versions[turn].text
        claims = [
            Found(
                at(name, text),
                Kind.INDIRECT,
                Modality.ASSERTED,
                None,
                Construction.CLAUSE,
                (),
                (Link(Role.ORIGIN, at(name, text), None, ResolvedBy.NAMED),),
            )
            for name in names
        ]
        together.wait()
        try:
            pipeline.store(versions[turn], of(*claims), leases[turn])  # type: ignore[arg-type]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(store, range(4)))
    assert sorted(Source.objects.values_list("name", flat=True)) == sorted(names)
    assert Attribution.objects.count() == 16
    assert Source.objects.filter(names__is_shown=True).count() == 4
