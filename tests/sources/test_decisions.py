"""What people decide about sources and claims, and the trace of it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from claims.errors import SourceDecisionRefused
from claims.models import Claim, ClaimDecision, SourceDecision
from claims.sources import decisions
from tests.factories import ArticleFactory, ClaimFactory, LinkFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return UserFactory(role="reviewer")


def test_confirming_keeps_what_the_texts_said(person: User) -> None:
    source = SourceFactory(state="proposed", kind="unknown", name="نوري")
    decision = decisions.confirm(
        source=source, name="كمال نوري", kind="person", by=person, reason=" his name "
    )
    source.refresh_from_db()
    assert (source.state, source.kind, source.name) == ("confirmed", "person", "كمال نوري")
    names = {name.name: name.is_shown for name in source.names.all()}
    assert names == {"كمال نوري": True, "نوري": False}
    assert (decision.action, decision.decided_by, decision.reason) == (
        "confirmed",
        person,
        "his name",
    )
    assert decision.detail["before"] == {"name": "نوري", "kind": "unknown"}


def test_renaming_in_another_language_leaves_the_own_name(person: User) -> None:
    source = SourceFactory(name="سدرة")
    decisions.rename(source=source, name="Sidra", language="en", by=person)
    decisions.rename(source=source, name="Sidra Agency", language="en", by=person)
    source.refresh_from_db()
    assert source.name == "سدرة"
    shown = dict(source.names.filter(is_shown=True).values_list("language", "name"))
    assert shown == {"ar": "سدرة", "en": "Sidra Agency"}
    assert source.names.count() == 3


def test_a_merge_is_undone_as_it_was(person: User) -> None:
    source, into = SourceFactory(), SourceFactory()
    decisions.merge(source=source, into=into, by=person, reason="one body")
    source.refresh_from_db()
    assert source.effective() == into
    decisions.undo_merge(source=source, by=person)
    source.refresh_from_db()
    assert source.effective() == source
    assert [d.action for d in SourceDecision.objects.all()] == ["merge_undone", "merged"]


def test_a_link_set_by_a_person_marks_the_claim(person: User) -> None:
    link, source = LinkFactory(anonymous=True), SourceFactory()
    before = link.source_id
    decision = decisions.link(attribution=link, source=source, by=person)
    link.refresh_from_db()
    assert (link.source, link.resolved_by, link.decided_by) == (source, "person", person)
    assert link.anonymous is False
    assert link.claim.touched_by == person
    assert decision.detail == {"claim": link.claim_id, "position": 0, "before": before}


def test_a_claim_is_set_aside_and_taken_back(person: User) -> None:
    claim = ClaimFactory()
    decisions.dismiss(claim=claim, by=person, reason="a caption")
    claim.refresh_from_db()
    assert (claim.state, claim.touched_by) == ("dismissed", person)
    decisions.restore(claim=claim, by=person)
    claim.refresh_from_db()
    assert claim.state == "current"
    assert [d.action for d in ClaimDecision.objects.all()] == ["restored", "dismissed"]


def _merged() -> object:
    return SourceFactory(merged_into=SourceFactory())


def _unnamed() -> object:
    return SourceFactory(kind="unnamed_group", article=ArticleFactory(), state="proposed")


def _itself(by: User) -> None:
    source = SourceFactory()
    decisions.merge(source=source, into=source, by=by)


def _ring(by: User) -> None:
    one, two = SourceFactory(), SourceFactory()
    decisions.merge(source=one, into=two, by=by)
    decisions.merge(source=two, into=one, by=by)


def _confirm(**given: object) -> Callable[[User], object]:
    def ask(by: User) -> object:
        source = SourceFactory(state="proposed")
        return decisions.confirm(
            **{"source": source, "name": "نوري", "kind": "person", "by": by, **given}
        )

    return ask


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (_itself, "into itself"),
        (_ring, "was merged"),
        (lambda by: decisions.merge(source=_merged(), into=SourceFactory(), by=by), "was merged"),
        (lambda by: decisions.merge(source=SourceFactory(), into=_merged(), by=by), "was merged"),
        (lambda by: decisions.merge(source=_unnamed(), into=SourceFactory(), by=by), "unnamed"),
        (lambda by: decisions.undo_merge(source=SourceFactory(), by=by), "not merged"),
        (lambda by: decisions.rename(source=SourceFactory(name="أ"), name="أ", by=by), "already"),
        (lambda by: decisions.rename(source=SourceFactory(), name="…", by=by), "letters"),
        (lambda by: decisions.rename(source=SourceFactory(), name="أ" * 301, by=by), "up to 300"),
        (_confirm(name=" "), "letters"),
        (_confirm(kind="unnamed_group"), "what kind"),
        (_confirm(kind="nonsense"), "what kind"),
        (lambda by: _confirm(source=SourceFactory())(by), "already"),
        (lambda by: _confirm(source=_unnamed())(by), "Unnamed"),
        (lambda by: decisions.link(attribution=LinkFactory(), source=_merged(), by=by), "merged"),
        (
            lambda by: decisions.link(attribution=LinkFactory(), source=_unnamed(), by=by),
            "another article",
        ),
        (lambda by: decisions.dismiss(claim=ClaimFactory(state="withdrawn"), by=by), "no longer"),
        (lambda by: decisions.restore(claim=ClaimFactory(), by=by), "not set aside"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(
    ask: Callable[[User], object], said: str, person: User
) -> None:
    with pytest.raises(SourceDecisionRefused, match=said) as refused:
        ask(person)
    assert str(refused.value).endswith(".")


def test_a_restored_claim_gives_way_to_one_on_its_words(person: User) -> None:
    old = ClaimFactory()
    Claim.objects.update(state="dismissed")
    ClaimFactory(version=old.version)
    with pytest.raises(SourceDecisionRefused, match="Another claim"):
        decisions.restore(claim=old, by=person)


def test_a_refused_decision_leaves_no_trace(person: User) -> None:
    with pytest.raises(SourceDecisionRefused):
        _itself(person)
    assert not SourceDecision.objects.exists()
