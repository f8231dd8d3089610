"""Evidence and attempts: what is taken, what is refused, and who is told when it goes."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.utils import timezone

from claims.models import Evidence, RecordEntry, Statement
from claims.review import grounds
from tests.factories import ArticleFactory, EvidenceFactory, StatementFactory, UserFactory
from tests.review import desk
from tests.review.desk import REASON, again, find, refused

pytestmark = pytest.mark.django_db

PAGE = {"kind": "page", "stance": "supports", "address": "https://port.example/a"}
LOOKED = {"looked_for": "نشرة", "looked_in": "الأرشيف"}


def add(row: Statement, by: User | None = None, **given: object) -> Evidence:
    return grounds.add(statement_id=row.pk, by=by or desk.reviewer(), **(PAGE | given))


def attempt(row: Statement, by: User | None = None, **given: object) -> object:
    return grounds.attempt(statement_id=row.pk, by=by or desk.reviewer(), **(LOOKED | given))


def archived(made: Evidence, **got: object) -> Evidence:
    return grounds.archived(evidence_id=made.pk, **({"sha256": "a" * 64, "size": 3} | got))


def test_a_page_is_added_waits_and_is_archived() -> None:
    row = desk.statement()
    made = add(row, title=" a \0 title ", assessment="x", nature="primary")
    assert (made.state, made.title, made.address) == ("waiting", "a title", PAGE["address"])
    assert archived(made, media_type="text/html").is_archived
    told = list(RecordEntry.objects.values_list("action", "statement"))
    assert told == [("evidence.added", row.pk), ("evidence.archived", row.pk)]
    assert '"assessment":"x"' in RecordEntry.objects.get(action="evidence.added").body
    assert desk.verifies()


def test_what_has_no_title_is_called_by_what_it_is() -> None:
    row = desk.statement()
    assert add(row).title == PAGE["address"]
    assert add(row, kind="note", address="", note="كلمات " * 40).title == ("كلمات " * 40)[:80]
    assert add(row, kind="file", address="").title == "Without a title"
    assert len(add(row, title="x" * 999).title) == 300


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "rumour"}, "what kind of evidence"),
        ({"stance": "likes"}, "supports, refutes or gives context"),
        ({"nature": "gossip"}, "what the evidence is"),
        ({"address": " "}, "the address of the page"),
        ({"address": "ftp://port.example/"}, "begin with http:// or https://"),
        ({"address": "http://localhost/"}, "is a name within a network"),
        ({"address": "http://127.0.0.1:8000/"}, "names port 8000"),
        ({"address": "http://127.0.0.1/"}, "is not of the public web"),
        ({"address": "http://2130706433/"}, "in an unusual form"),
        ({"address": "https://user:pw@example.org/"}, "a user name or a password"),
        ({"kind": "note", "note": "\0 "}, "Write the note"),
        ({"kind": "note", "note": "x", "nature": "primary"}, "A note is nobody’s document"),
        ({"note": "x" * 20_001}, "up to 20000 characters; this one has 20001"),
        ({"assessment": "x" * 20_001}, "up to 20000"),
    ],
)
def test_what_is_not_evidence_is_refused(given: dict[str, object], said: str) -> None:
    row, by = desk.statement(), desk.reviewer()
    with refused(said):
        add(row, by, **given)


def test_the_copy_of_a_report_is_of_a_report_of_this_statement() -> None:
    row, by = desk.statement(archived=False), desk.reviewer()
    own, strange = row.claims.get().version.article, ArticleFactory()
    with refused("one of the reports of this statement"):
        add(row, by, article=strange)
    with refused("A note is nobody’s document"):
        add(row, by, article=own, kind="note", note="x")
    archived(add(row, by, article=own))
    assert desk.stand(row).facts.archived == 1


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_who_does_not_review_keeps_nothing(role: str) -> None:
    row, by, made = desk.statement(), UserFactory(role=role), EvidenceFactory()
    loose = EvidenceFactory(state="refused", sha256="")
    for ask in (
        lambda: add(row, by),
        lambda: attempt(row, by),
        lambda: grounds.withdraw(evidence_id=made.pk, by=by, reason=REASON),
        lambda: grounds.try_again(evidence_id=loose.pk, by=by),
    ):
        with refused("Your role reads"):
            ask()


def test_what_cannot_be_archived_says_why_and_is_tried_again_from_elsewhere() -> None:
    made, by = add(desk.statement()), desk.reviewer()
    grounds.refuse(evidence_id=made.pk, problem="The address is private.")
    made.refresh_from_db()
    assert (made.state, made.problem) == ("refused", "The address is private.")
    with refused("is not an address"):
        grounds.try_again(evidence_id=made.pk, by=by, address="nowhere")
    made = grounds.try_again(evidence_id=made.pk, by=by, address="https://port.example/b")
    assert (made.state, made.problem, made.address) == ("waiting", "", "https://port.example/b")
    with refused("Only what could not be archived"):
        grounds.try_again(evidence_id=made.pk, by=by)
    archived(made)
    grounds.refuse(evidence_id=made.pk, problem="too late")
    made.refresh_from_db()
    assert made.is_archived
    assert desk.verifies()


def test_what_is_archived_stays_as_it_is() -> None:
    made = archived(add(desk.statement()))
    with refused("archived already"):
        archived(made, sha256="b" * 64)
    with pytest.raises(DatabaseError), transaction.atomic():
        Evidence.objects.filter(pk=made.pk).update(sha256="b" * 64)


def test_withdrawn_evidence_no_longer_counts_and_flags_what_rested_on_it() -> None:
    row, by = desk.statement(), desk.reviewer()
    kept = EvidenceFactory(statement=row, stance="context", nature="withdrawal")
    find(row, by, "retracted", evidence_ids=[kept.pk])
    seen = again(row).version
    grounds.withdraw(evidence_id=kept.pk, by=by, reason=REASON)
    row = again(row)
    assert (row.corroboration, row.is_stale, row.needs) == ("retracted", True, "reviewer")
    assert row.version > seen
    assert row.alarms.get().detail == {"evidence": kept.pk}
    with refused("withdrawn already"):
        grounds.withdraw(evidence_id=kept.pk, by=by, reason=REASON)
    with refused("archived already"):
        archived(kept)
    assert desk.verifies()


def test_withdrawing_the_copy_of_a_report_flags_every_statement_with_that_report() -> None:
    decided = desk.decided().statement
    article = decided.claims.get().version.article
    made = EvidenceFactory(statement=desk.statement(), article=article)
    by = desk.reviewer()
    with refused("Say why"):
        grounds.withdraw(evidence_id=made.pk, by=by, reason="\0")
    grounds.withdraw(evidence_id=made.pk, by=by, reason=REASON)
    assert again(decided).is_stale


def test_what_was_withdrawn_flags_what_its_statement_was_merged_into() -> None:
    decided = desk.decided().statement
    merged = StatementFactory(reports=0, needs="", merged_into=decided)
    made = EvidenceFactory(statement=merged)
    grounds.withdraw(evidence_id=made.pk, by=desk.reviewer(), reason=REASON)
    assert again(decided).is_stale


def test_two_attempts_make_it_unverifiable() -> None:
    row, by = desk.statement(), desk.reviewer()
    attempt(row, by, result="لا شيء")
    with refused("there is 1 of 2"):
        find(row, by, "unverifiable")
    attempt(row, by, looked_on=timezone.localdate() - timedelta(days=3))
    find(row, by, "unverifiable")
    assert again(row).corroboration == "unverifiable"
    assert desk.verifies()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"looked_for": " \0"}, "Say what was looked for"),
        ({"looked_in": ""}, "Say where it was looked for"),
        ({"looked_on": timezone.localdate() + timedelta(days=2)}, "not in the future"),
        ({"looked_for": "", "looked_in": ""}, "Say what .* Say where"),
        ({"result": "x" * 20_001}, "up to 20000"),
    ],
)
def test_an_attempt_says_what_where_and_when(given: dict[str, object], said: str) -> None:
    row, by = desk.statement(), desk.reviewer()
    with refused(said):
        attempt(row, by, **given)
