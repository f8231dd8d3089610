"""What the database itself refuses."""

import pytest
from django.db import DatabaseError, connection, transaction

from claims.checks import refused
from claims.models import ClaimDecision, SourceDecision
from tests.factories import (
    ClaimFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db

# What the review desk writes for ever, and what happens to it at most: an end, once.
DESK = (
    *("attempt", "comment", "contradiction", "correction", "decision", "evidence", "finding"),
    *("finding_evidence", "grade", "linkjudgement", "originjudgement", "regrouping"),
)
RULES = {
    "claim_quote_is_the_text_when_added",
    "claim_quote_is_the_text_when_changed",
    "version_text_stays",
    "source_decision_is_kept",
    "claim_decision_is_kept",
    *(f"{table}_is_kept" for table in DESK),
    *(f"{table}_is_not_changed" for table in DESK),
}


def test_all_rules_stand_after_all_migrations() -> None:
    names = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(names[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    assert found >= RULES, RULES - found
    if connection.vendor == "sqlite":
        assert found >= {
            "source_decision_is_not_changed",
            "claim_decision_is_not_changed",
            "claims_search_added",
            "claims_search_changed",
            "claims_search_removed",
        }


def test_a_claim_keeps_words_beyond_the_basic_plane_where_they_stand() -> None:
    version = VersionFactory(text="📰 قالت الهيئة: \u202bالجسر\u202c آمن")
    claim = ClaimFactory(version=version, start=2, end=12)
    assert claim.quote == "قالت الهيئ"


@pytest.mark.parametrize("changed", [{"quote": "الميناء"}, {"start": 5}, {"end": 9}])
def test_a_quote_that_is_not_the_text_is_refused(changed: dict[str, object]) -> None:
    version = VersionFactory()
    with pytest.raises(DatabaseError, match="claim_quote_is_the_text"), transaction.atomic():
        ClaimFactory(version=version, **{"start": 4, "end": 10, "quote": "ة الموا", **changed})


def test_a_quote_cannot_be_changed_afterwards() -> None:
    claim = ClaimFactory(start=0, end=4)
    claim.quote = "قالوا"
    with pytest.raises(DatabaseError, match="claim_quote_is_the_text"), transaction.atomic():
        claim.save()


def test_what_is_no_anchor_of_a_claim_can_be_changed() -> None:
    claim = ClaimFactory()
    claim.statement = StatementFactory()
    claim.save()
    claim.refresh_from_db()
    assert claim.quote == claim.version.text


@pytest.mark.parametrize("field", ["text", "text_sha256", "number"])
def test_a_stored_text_never_changes(field: str) -> None:
    version = VersionFactory()
    setattr(version, field, 7 if field == "number" else "anders")
    with pytest.raises(DatabaseError, match="version_text_stays"), transaction.atomic():
        version.save()


def test_the_engine_of_a_version_may_change() -> None:
    version = VersionFactory()
    version.engine = "2.0"
    version.save()


def test_decisions_are_never_changed_nor_deleted() -> None:
    person = UserFactory()
    kept = [
        SourceDecision.objects.create(
            source=SourceFactory(), action=SourceDecision.Action.CONFIRMED, decided_by=person
        ),
        ClaimDecision.objects.create(
            claim=ClaimFactory(), action=ClaimDecision.Action.DISMISSED, decided_by=person
        ),
    ]
    for decision in kept:
        decision.reason = "anders"
        with pytest.raises(DatabaseError, match="decision_is_kept"), transaction.atomic():
            decision.save()
        with pytest.raises(DatabaseError, match="decision_is_kept"), transaction.atomic():
            decision.delete()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"encoding": "SQL_ASCII"}, ["claims.E001"]),
        ({"ctype": "C"}, ["claims.E002"]),
        ({"ctype": "POSIX"}, ["claims.E002"]),
        ({"has_trigrams": False}, ["claims.E003"]),
        ({}, []),
    ],
)
def test_a_database_that_would_break_arabic_is_refused(
    what: dict[str, object], said: list[str]
) -> None:
    given = {"encoding": "UTF8", "ctype": "C.UTF-8", "has_trigrams": True, **what}
    assert [error.id for error in refused(**given)] == said  # type: ignore[arg-type]


def test_the_database_of_the_tests_passes_its_own_check() -> None:
    from django.core.checks import run_checks

    assert not [e for e in run_checks(tags=["database"], databases=["default"]) if e.is_serious()]
