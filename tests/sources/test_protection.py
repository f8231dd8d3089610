"""Who sees who a source is, and who may change that."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser, User
from pytest_django import DjangoAssertNumQueries

from claims.errors import SourceDecisionRefused
from claims.models import Outlet, Source, SourceAccess, SourceDecision
from claims.sources import decisions, protection
from claims.sources.seeing import hidden_among, read_by, seen, seen_decisions, sees
from tests.factories import LinkFactory, OutletFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory(role="editor")


@pytest.fixture
def friend() -> User:
    return UserFactory(role="reviewer")


@pytest.fixture
def source() -> Source:
    return SourceFactory()


def protected(by: User, *people: User, **given: object) -> Source:
    source = SourceFactory(**given)
    protection.protect(source=source, by=by, people=people, reason="She is in danger.")
    return Source.objects.get(pk=source.pk)


def seen_by(source: Source, user: User | AnonymousUser | None) -> bool:
    """Asked in each of the ways there are, which all say the same."""
    source.refresh_from_db()
    with read_by(user):
        answers = {
            sees(source),
            seen(Source.objects.filter(pk=source.pk)).exists(),
            source.pk not in hidden_among(),
            source.pk not in hidden_among([source.pk, None]),
        }
    [answer] = answers
    return answer


class TestSeeing:
    def test_only_those_named_see_who_it_is(self, editor: User, friend: User) -> None:
        source = protected(editor, friend)
        assert seen_by(source, editor) and seen_by(source, friend)
        for role in ("viewer", "lead", "editor", "administrator"):
            assert not seen_by(source, UserFactory(role=role))
        assert not seen_by(source, UserFactory(is_superuser=True))
        assert not seen_by(source, AnonymousUser())

    def test_where_nobody_said_who_reads_it_is_hidden(self, editor: User) -> None:
        source = protected(editor)
        with read_by(editor):
            assert sees(source)
        assert not sees(source)
        assert not seen(Source.objects.all()).exists()
        assert hidden_among() == {source.pk}

    def test_nobody_reads_within_a_reading(self, editor: User) -> None:
        source = protected(editor)
        with read_by(editor):
            with read_by(None):
                assert not sees(source)
            assert sees(source)

    def test_a_person_who_left_sees_nothing(self, editor: User, friend: User) -> None:
        source = protected(editor, friend)
        friend.is_active = False
        assert not seen_by(source, friend)

    def test_what_is_not_protected_everybody_sees(self, source: Source) -> None:
        assert seen_by(source, None)

    def test_it_never_gives_its_name_by_itself(self, editor: User) -> None:
        source = protected(editor, name="كمال نوري")
        assert str(source) == "Protected source"
        assert str(Outlet(source=source)) == "Protected source"
        assert "كمال" not in str(source.access.get()) + str(source.decisions.get())

    def test_nothing_protected_costs_nothing(
        self, source: Source, editor: User, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        other = protected(editor)
        with read_by(editor):
            with django_assert_num_queries(0):
                assert sees(source)
            with django_assert_num_queries(1):
                assert sees(other) and sees(other)

    def test_decisions_that_lead_to_it_are_hidden(self, editor: User, source: Source) -> None:
        hidden = SourceFactory()
        decisions.merge(source=hidden, into=source, by=editor)
        hidden.refresh_from_db()
        decisions.undo_merge(source=hidden, by=editor)
        decisions.link(attribution=LinkFactory(source=hidden), source=source, by=editor)
        decisions.rename(source=source, name="اسم", by=editor)
        hidden.refresh_from_db()
        protection.protect(source=hidden, by=editor, people=[], reason="She is in danger.")
        told = [one.action for one in seen_decisions(SourceDecision.objects.all())]
        assert told == ["renamed"]
        with read_by(editor):
            assert seen_decisions(SourceDecision.objects.all()).count() == 5


class TestMerges:
    def test_what_was_merged_into_it_is_hidden_with_it(self, editor: User, friend: User) -> None:
        one, two, three = SourceFactory(), SourceFactory(), SourceFactory()
        decisions.merge(source=one, into=two, by=editor)
        decisions.merge(source=two, into=three, by=editor)
        protection.protect(source=three, by=editor, people=[friend], reason="She is in danger.")
        for row in (one, two, three):
            assert not seen_by(row, UserFactory(role="editor"))
            assert seen_by(row, friend)
        protection.revoke(source=three, by=editor, person=friend)
        assert not any(seen_by(row, friend) for row in (one, two, three))
        protection.unprotect(source=three, by=editor, reason="She is safe.")
        assert all(seen_by(row, None) for row in (one, two, three))
        assert not SourceAccess.objects.exists()

    def test_what_comes_out_of_a_merge_stays_protected(self, editor: User, friend: User) -> None:
        one, two = SourceFactory(), SourceFactory()
        decisions.merge(source=one, into=two, by=editor)
        protection.protect(source=two, by=editor, people=[friend], reason="She is in danger.")
        protection.revoke(source=two, by=editor, person=friend)
        one.refresh_from_db()
        decisions.undo_merge(source=one, by=editor)
        assert seen_by(one, editor)
        assert not seen_by(one, friend)
        protection.unprotect(source=two, by=editor, reason="She is safe.")
        assert not seen_by(one, friend)

    def test_entries_that_the_same_people_see_become_one(self, editor: User, friend: User) -> None:
        one, two = protected(editor, friend), protected(editor, friend)
        decisions.merge(source=one, into=two, by=friend)
        assert Source.objects.get(pk=one.pk).effective() == two
        assert not seen_by(one, None) and not seen_by(two, None)


class TestPeople:
    def test_whoever_protects_is_named(self, editor: User, friend: User) -> None:
        source = protected(editor, friend)
        assert protection.named_for(source) == {editor.pk, friend.pk}
        access = SourceAccess.objects.get(user=friend)
        assert access.granted_by == editor

    def test_whoever_is_named_names_others(self, editor: User, friend: User) -> None:
        source, third = protected(editor, friend), UserFactory(role="lead")
        protection.grant(source=source, by=friend, person=third, reason=" They work on it. ")
        assert seen_by(source, third)
        told = SourceDecision.objects.filter(source=source).first()
        assert told is not None
        assert (told.action, told.detail, told.reason, told.decided_by) == (
            "granted",
            {"person": third.pk},
            "They work on it.",
            friend,
        )

    def test_whoever_protected_it_may_be_taken_out(self, editor: User, friend: User) -> None:
        source = protected(editor, friend)
        protection.revoke(source=source, by=friend, person=editor)
        assert not seen_by(source, editor)
        assert protection.named_for(source) == {friend.pk}

    def test_every_change_is_on_record(self, editor: User, friend: User) -> None:
        source = protected(editor)
        protection.grant(source=source, by=editor, person=friend)
        protection.revoke(source=source, by=editor, person=friend)
        protection.unprotect(source=source, by=editor, reason="She is safe.")
        told = SourceDecision.objects.filter(source=source).order_by("id")
        assert [(one.action, one.detail) for one in told] == [
            ("protected", {"people": [editor.pk]}),
            ("granted", {"person": friend.pk}),
            ("revoked", {"person": friend.pk}),
            ("unprotected", {}),
        ]

    def test_one_whose_account_is_open_stays(self, editor: User) -> None:
        gone = UserFactory(role="editor")
        source = protected(editor, gone)
        User.objects.filter(pk=gone.pk).update(is_active=False)
        with pytest.raises(SourceDecisionRefused, match="Nobody else could see"):
            protection.revoke(source=source, by=editor, person=editor)
        protection.revoke(source=source, by=editor, person=gone)
        assert protection.named_for(source) == {editor.pk}


def _merge(one: Source, other: Source, by: User) -> None:
    decisions.merge(source=one, into=other, by=by)


def _protect(by: User, source: Source | None = None, **given: object) -> object:
    told = {"people": [], "reason": "She is in danger.", **given}
    return protection.protect(source=source or SourceFactory(), by=by, **told)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda by: _protect(by, protected(by)), "protected already"),
        (lambda by: _protect(by, reason=" "), "Write down why"),
        (lambda by: _protect(by, people=[UserFactory(is_active=False)]), "is closed"),
        (lambda by: _protect(by, SourceFactory(merged_into=SourceFactory())), "was merged"),
        (lambda by: _protect(by, SourceFactory(kind="outlet")), "outlet cannot"),
        (
            lambda by: _protect(
                by, OutletFactory(source=SourceFactory(kind="organisation")).source
            ),
            "outlet cannot",
        ),
        (
            lambda by: _protect(by, SourceFactory(kind="outlet", merged_into=SourceFactory())),
            "was merged",
        ),
        (
            lambda by: decisions.confirm(
                source=protected(by, state="proposed"), name="نوري", kind="outlet", by=by
            ),
            "outlet cannot",
        ),
        (lambda by: _merge(protected(by), SourceFactory(), by), "protected too"),
        (lambda by: _merge(SourceFactory(), protected(by), by), "protected too"),
        (lambda by: _merge(protected(by), protected(by, UserFactory()), by), "the same people"),
        (
            lambda by: protection.unprotect(source=SourceFactory(), by=by, reason="x"),
            "not protected",
        ),
        (lambda by: protection.unprotect(source=protected(by), by=by, reason=""), "Write down"),
        (
            lambda by: protection.unprotect(source=protected(UserFactory()), by=by, reason="x"),
            "Only those named",
        ),
        (
            lambda by: protection.grant(source=protected(UserFactory()), by=by, person=by),
            "Only those named",
        ),
        (lambda by: protection.grant(source=protected(by), by=by, person=by), "already"),
        (
            lambda by: protection.grant(
                source=protected(by), by=by, person=UserFactory(is_active=False)
            ),
            "is closed",
        ),
        (
            lambda by: protection.revoke(source=protected(by), by=by, person=UserFactory()),
            "not named",
        ),
        (lambda by: protection.revoke(source=protected(by), by=by, person=by), "Nobody else"),
    ],
)
def test_what_must_not_be_is_refused_in_a_sentence(
    ask: Callable[[User], object], said: str, editor: User
) -> None:
    with pytest.raises(SourceDecisionRefused, match=said) as refused:
        ask(editor)
    assert str(refused.value).endswith(".")


def test_an_outlet_that_was_merged_into_it_is_refused_too(editor: User, source: Source) -> None:
    OutletFactory(source=SourceFactory(kind="outlet", merged_into=source))
    with pytest.raises(SourceDecisionRefused, match="outlet cannot"):
        _protect(editor, source)


def test_a_refusal_leaves_everything_as_it_was(editor: User, source: Source) -> None:
    with pytest.raises(SourceDecisionRefused):
        _protect(editor, source, people=[UserFactory(is_active=False)])
    with pytest.raises(SourceDecisionRefused):
        _protect(editor, source, reason="")
    source.refresh_from_db()
    assert not source.is_protected
    assert not SourceAccess.objects.exists() and not SourceDecision.objects.exists()
