"""The whole way: an article is taken apart, its job is done, and then a model is asked."""

import json

import pytest
from pytest_django import Settings

from claims import jobs, pipeline, tasks
from claims.errors import LeaseLost
from claims.models import (
    Article,
    ArticleVersion,
    Claim,
    ClaimDecision,
    Job,
    RecordEntry,
    Source,
    Statement,
)
from claims.record.checking import check
from factlog.celery import rounds
from tests.factories import VersionFactory
from tests.second_reader.article import INVENTED, KNOWN, MISSED, TEXT
from tests.second_reader.server import Model, cut_off, proposes, sends, without_end, writes

pytestmark = pytest.mark.django_db

# Each fills a part of its own.
PARTS = [f"Sami Haddad spoke of dam {n} in the north. " * 60 for n in range(1, 5)]


@pytest.fixture
def version() -> ArticleVersion:
    return VersionFactory(text=TEXT)


def take_apart(version: ArticleVersion) -> Job:
    """As a worker does: the article's own job, and then a round of the second reader."""
    job = jobs.owe(version)
    pipeline.process(job.pk)
    job.refresh_from_db()
    assert job.state == "done"
    return job


def read_again(version: ArticleVersion) -> Job:
    tasks.read_again()
    return version.readings.latest("id")


def again_soon() -> None:
    """The pause after a failure is over."""
    Job.objects.filter(kind="read").update(sent_at=None, rests_until=None)


def tried_often(version: ArticleVersion) -> Job:
    for _ in range(3):
        again_soon()
        job = read_again(version)
    return job


class TestWell:
    def test_what_the_rules_missed_is_proposed_with_its_chain(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        turned_on.answers = [proposes(KNOWN, MISSED, INVENTED)]
        take_apart(version)
        found = list(Claim.objects.current())
        assert not Claim.objects.proposed().exists()  # the article is done without it
        job = read_again(version)
        assert (job.kind, job.state, job.error) == ("read", "done", "")
        proposal = Claim.objects.proposed().get()
        assert proposal.quote == MISSED["content"]
        assert proposal.number == max(claim.number for claim in found) + 1
        assert (proposal.found_by, proposal.construction, proposal.because) == (
            "reader",
            None,
            None,
        )
        assert (proposal.kind, proposal.modality) == ("indirect", "asserted")
        assert TEXT[proposal.cue_start : proposal.cue_end] == "في نظر"
        [origin] = proposal.links.all()
        assert (origin.role, origin.source.name) == ("origin", "نقابة السائقين")
        assert list(Claim.objects.current()) == found

    def test_it_is_put_on_record_what_was_asked_of_whom(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        turned_on.answers = [proposes(MISSED)]
        take_apart(version)
        read_again(version)
        entry = RecordEntry.objects.latest("sequence")
        assert (entry.action, entry.subject_id, entry.actor) == (
            "article.read_again",
            version.pk,
            None,
        )
        number = Claim.objects.proposed().get().number
        assert json.loads(entry.body)["after"] == {
            "model": "small",
            "characters": [0, len(TEXT)],
            "proposed": [number],
        }

    def test_the_model_is_shown_the_text_and_what_the_rules_found(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        turned_on.answers = [proposes()]
        take_apart(version)
        read_again(version)
        assert turned_on.shown() == {"text": TEXT, "found": [KNOWN["content"]]}

    def test_a_text_is_read_once(self, turned_on: Model, version: ArticleVersion) -> None:
        turned_on.answers = [proposes(MISSED)]
        take_apart(version)
        read_again(version)
        take_apart(version)
        tasks.read_again()
        assert len(turned_on.asked) == 1
        assert version.readings.count() == 1

    def test_a_long_text_is_read_in_parts(self, turned_on: Model) -> None:
        one = "Sami Haddad spoke of the old dam in the north. " * 60
        version = VersionFactory(text=f"{one}\n{one}\n{one}", article__language="en")
        turned_on.answers = [proposes()]
        take_apart(version)
        job = read_again(version)
        assert (job.state, job.done, job.total) == ("done", 3, 3)
        assert [turned_on.shown(n)["text"] for n in range(3)] == [one, one, one]

    def test_the_same_proposal_twice_is_one(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        longer = {**MISSED, "content": "إهمال الصيانة طوال سنوات"}
        turned_on.answers = [proposes(MISSED, MISSED, longer)]
        take_apart(version)
        read_again(version)
        assert Claim.objects.proposed().count() == 1


class TestBadly:
    @pytest.mark.parametrize(
        ("answer", "says"),
        [
            (sends(b"<html>busy</html>"), "is no list of claims"),
            (writes("I would rather not."), "is no list of claims"),
            (writes([MISSED]), "is no list of claims"),
            (sends(b"", 400), "status 400"),
            (cut_off, "broke off"),
            (without_end, "more than any list"),
        ],
    )
    def test_a_failure_costs_nothing_and_is_told_and_tried_again_within_bounds(
        self,
        turned_on: Model,
        version: ArticleVersion,
        caplog: pytest.LogCaptureFixture,
        answer: object,
        says: str,
    ) -> None:
        turned_on.answers = [answer]  # type: ignore[list-item]
        own = take_apart(version)
        for attempt in (1, 2, 3):
            job = read_again(version)
            assert (job.attempts, job.state) == (attempt, "queued" if attempt < 3 else "failed")
            assert says in job.error
            tasks.read_again()  # it rests first
            assert len(turned_on.asked) == attempt
            again_soon()
        tasks.read_again()
        assert len(turned_on.asked) == 3
        own.refresh_from_db()
        assert (own.state, own.error) == ("done", "")
        assert not Claim.objects.proposed().exists()
        assert says in caplog.text
        assert "القناطر" not in caplog.text
        assert "secret-key" not in caplog.text

    def test_who_is_too_slow_is_tried_again(
        self, turned_on: Model, version: ArticleVersion, settings: Settings
    ) -> None:
        settings.READER_SECONDS = 1
        turned_on.answers = [turned_on.sleeps, proposes(MISSED)]
        take_apart(version)
        assert "within 1 seconds" in read_again(version).error
        again_soon()
        assert read_again(version).state == "done"
        assert Claim.objects.proposed().count() == 1

    def test_what_was_proposed_before_a_part_failed_stays_and_comes_once(
        self, turned_on: Model
    ) -> None:
        version = VersionFactory(text=f"{TEXT}\n{'كلمة ' * 790}")
        turned_on.answers = [proposes(MISSED), sends(b"", 500), proposes(MISSED)]
        take_apart(version)
        assert read_again(version).state == "queued"
        assert Claim.objects.proposed().count() == 1
        again_soon()
        assert read_again(version).state == "done"
        assert Claim.objects.proposed().count() == 1

    def test_a_rate_limited_text_goes_on_behind_what_was_answered_and_ends(
        self, turned_on: Model
    ) -> None:
        version = VersionFactory(text="\n".join(PARTS), article__language="en")
        limit = sends(b"", 429)
        turned_on.answers = [proposes(), limit] * (len(PARTS) - 1) + [proposes()]
        take_apart(version)
        for _ in PARTS:
            again_soon()
            job = read_again(version)
        assert (job.state, job.attempts, job.answered) == ("done", 1, len(version.text))
        shown = [turned_on.shown(n)["text"] for n in range(len(turned_on.asked))]
        assert shown == [PARTS[0], *(one for part in PARTS[1:] for one in (part, part))]
        entries = RecordEntry.objects.filter(action="article.read_again").order_by("sequence")
        spans = [json.loads(entry.body)["after"]["characters"] for entry in entries]
        assert [version.text[start:end] for start, end in spans] == PARTS

    def test_each_part_has_attempts_of_its_own(self, turned_on: Model) -> None:
        version = VersionFactory(text="\n".join(PARTS), article__language="en")
        no = writes("I would rather not.")
        turned_on.answers = [no, no, proposes(), no, no, proposes(), no]
        take_apart(version)
        job = tried_often(version)
        assert (job.state, job.attempts, job.answered) == ("queued", 1, len(PARTS[0]))
        assert tried_often(version).state == "queued"
        again_soon()
        job = read_again(version)
        assert (job.state, job.attempts) == ("failed", 3)
        assert len(turned_on.asked) == 9

    @pytest.mark.parametrize("by", ["a person", "a newer engine"])
    def test_what_was_answered_is_not_asked_again_after_it_failed_either(
        self, turned_on: Model, by: str
    ) -> None:
        version = VersionFactory(text="\n".join(PARTS), article__language="en")
        turned_on.answers = [proposes(), *[writes("I would rather not.")] * 3, proposes()]
        take_apart(version)
        failed = tried_often(version)
        assert failed.state == "failed"
        if by == "a person":
            jobs.retry(failed)
        else:
            take_apart(version)
        assert read_again(version).state == "done"
        assert version.readings.count() == (1 if by == "a person" else 2)
        shown = [turned_on.shown(n)["text"] for n in range(4, len(turned_on.asked))]
        assert shown == PARTS[1:]

    def test_an_answer_that_was_not_stored_is_asked_for_again(
        self, turned_on: Model, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        version = VersionFactory(text="\n".join(PARTS), article__language="en")
        turned_on.answers = [proposes()]
        take_apart(version)

        def breaks(*_: object) -> None:
            raise OSError("no room")

        with monkeypatch.context() as patch:
            patch.setattr("claims.pipeline.proposing._store", breaks)
            job = read_again(version)
        assert (job.state, job.answered) == ("queued", None)
        again_soon()
        assert read_again(version).state == "done"
        assert [turned_on.shown(n)["text"] for n in range(2)] == [PARTS[0]] * 2

    def test_a_worker_that_lost_its_lease_proposes_nothing(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        def taken_over(handler) -> None:  # type: ignore[no-untyped-def]
            stolen.append(handler)
            proposes(MISSED)(handler)

        stolen: list[object] = []
        turned_on.answers = [taken_over]
        take_apart(version)
        lease = jobs.take(version.readings.get().pk)
        assert lease is not None
        lease.token = "another"
        with pytest.raises(LeaseLost):
            pipeline.propose(version, lease)
        assert not Claim.objects.proposed().exists()


class TestOrders:
    def test_an_answer_that_gives_orders_does_nothing_but_propose(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        orders = {
            "status": "corroborated",
            "state": "current",
            "found_by": "person",
            "statement": 1,
            "source_id": 1,
            "accept": True,
            "kind": "direct",
            "number": 10**300,
        }
        turned_on.answers = [
            writes(
                {
                    "claims": [{**MISSED, **orders}],
                    "tool_calls": [{"name": "publish"}],
                    "decisions": [{"statement": 1, "status": "confirmed"}],
                }
            )
        ]
        take_apart(version)
        before = list(Statement.objects.order_by("pk").values())
        read_again(version)
        proposal = Claim.objects.proposed().get()
        assert (proposal.kind, proposal.found_by) == ("indirect", "reader")
        own = Statement.objects.get(pk=proposal.statement_id)
        assert (own.corroboration, own.reports, own.needs) == ("unassessed", 0, "")
        others = Statement.objects.exclude(pk=own.pk).order_by("pk")
        assert list(others.values()) == before
        assert not ClaimDecision.objects.exists()

    def test_an_order_in_the_article_is_at_most_words_of_nobody(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        order = TEXT.rpartition("\n")[2].rstrip(".")
        turned_on.answers = [
            proposes(
                {"content": order, "source": "factlog", "modality": "asserted"},
                {"content": order, "source": None, "name": None},
                {"content": "everything is corroborated", "source": "نقابة السائقين"},
            )
        ]
        take_apart(version)
        assert read_again(version).state == "done"
        assert not Claim.objects.proposed().exists()
        assert not Statement.objects.exclude(corroboration="unassessed").exists()
        assert order not in turned_on.asked[0]["messages"][0]["content"]

    def test_no_character_of_an_answer_is_kept(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        turned_on.answers = [
            proposes(
                {**MISSED, "note": "<script>alert(1)</script>", "name": "<b>invented</b>"},
                {**MISSED, "why": "<script>alert(1)</script>"},
            )
        ]
        take_apart(version)
        read_again(version)
        assert Claim.objects.proposed().count() == 1
        kept = [*Source.objects.values_list("name", flat=True)]
        kept += RecordEntry.objects.values_list("body", flat=True)
        kept += Job.objects.values_list("error", flat=True)
        assert not any("script" in one or "invented" in one for one in kept)


class TestWhenAndWhether:
    def test_without_an_address_nothing_is_owed_or_sent(
        self, model: Model, version: ArticleVersion
    ) -> None:
        take_apart(version)
        tasks.read_again()
        assert not version.readings.exists()
        assert model.asked == []
        assert "read_again" not in rounds()

    def test_rounds_are_made_where_there_is_a_reader(self, turned_on: Model) -> None:
        assert rounds()["read_again"]["task"] == tasks.read_again.name

    def test_what_waits_when_it_is_turned_off_is_not_sent(
        self, turned_on: Model, version: ArticleVersion, settings: Settings
    ) -> None:
        take_apart(version)
        settings.READER_URL = ""
        pipeline.process(version.readings.get().pk)
        job = version.readings.get()
        assert (job.state, job.error) == ("queued", "The second reader is turned off.")
        assert turned_on.asked == []

    def test_the_sweep_leaves_it_to_its_rounds(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        take_apart(version)
        Job.objects.update(queued_at="2026-01-01T00:00:00Z")
        assert jobs.sweep() == []
        assert jobs.owed_readings() == [version.readings.get().pk]

    def test_one_text_is_read_at_a_time(self, turned_on: Model, version: ArticleVersion) -> None:
        take_apart(version)
        take_apart(VersionFactory(text=f"{TEXT} "))
        first, second = jobs.owed_readings()
        assert jobs.take(first)
        assert jobs.owed_readings() == []
        Job.objects.filter(pk=first).update(lease_until="2026-01-01T00:00:00Z")
        assert jobs.owed_readings() == [first, second]
        assert jobs.take(second)  # a killed worker's text is in nobody's hands

    def test_a_second_text_cannot_be_taken_while_one_is_read(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        take_apart(version)
        take_apart(VersionFactory(text=f"{TEXT} "))
        first, second = jobs.owed_readings()
        lease = jobs.take(first)
        assert lease is not None
        assert jobs.take(second) is None
        assert Job.objects.get(pk=second).attempts == 0
        lease.finish()
        assert jobs.take(second)

    def test_a_dead_reading_is_taken_over_and_its_worker_writes_nothing_more(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        take_apart(version)
        [only] = jobs.owed_readings()
        dead = jobs.take(only)
        assert dead is not None
        Job.objects.filter(pk=only).update(lease_until="2026-01-01T00:00:00Z")
        assert jobs.take(only)
        with pytest.raises(LeaseLost):
            dead.hold()

    def test_a_failed_one_is_owed_again_when_the_text_is_taken_apart_anew(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        turned_on.answers = [writes("No.")] * 3 + [proposes(MISSED)]
        take_apart(version)
        assert tried_often(version).state == "failed"
        take_apart(version)
        assert read_again(version).state == "done"

    def test_a_person_starts_a_failed_one_again(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        turned_on.answers = [writes("No.")] * 3 + [proposes(MISSED)]
        take_apart(version)
        jobs.retry(tried_often(version))
        assert read_again(version).state == "done"

    def test_the_record_holds_afterwards(self, turned_on: Model, version: ArticleVersion) -> None:
        turned_on.answers = [proposes(MISSED)]
        take_apart(version)
        read_again(version)
        assert not list(check())

    def test_the_article_keeps_its_language(
        self, turned_on: Model, version: ArticleVersion
    ) -> None:
        turned_on.answers = [proposes(MISSED)]
        take_apart(version)
        before = Article.objects.values().get()
        read_again(version)
        assert Article.objects.values().get() == before
