"""Which decided statements a change of the registry flags: those whose origins it may change."""

import pytest
from django.contrib.auth.models import User

from claims.models import Alarm, Source, SourceRelation, Statement
from claims.sources import decisions
from tests.factories import SourceFactory, UserFactory
from tests.review import desk

pytestmark = pytest.mark.django_db

PART_OF, PARTY = SourceRelation.Kind.PART_OF, SourceRelation.Kind.PARTY


@pytest.fixture
def by() -> User:
    return UserFactory(role="editor")


def source(part_of: Source | None = None, kind: str = PART_OF) -> Source:
    made = SourceFactory(kind=Source.Kind.ORGANISATION)
    if part_of is not None:
        SourceRelation.objects.create(source=made, kind=kind, target=part_of)
    return made


def decided(*sources: Source) -> Statement:
    return desk.statement(*sources, corroboration="single_origin")


def flagged() -> set[int]:
    assert desk.verifies()
    return set(Alarm.objects.filter(cause="sources").values_list("statement", flat=True))


def test_what_the_merged_entry_said_is_flagged_and_the_other_ones_is_not(by: User) -> None:
    one, into = source(), source()
    ours, theirs, both, other = decided(one), decided(into), decided(one, into), decided(source())
    decisions.merge(source=one, into=into, by=by)
    assert flagged() == {ours.pk, both.pk}
    assert not {theirs.pk, other.pk} & flagged()


def test_two_that_belong_to_the_two_now_belong_to_one(by: User) -> None:
    one, into = source(), source()
    apart = decided(source(one), source(source(into)))
    below_one, below_other = decided(source(one)), decided(source(into))
    decisions.merge(source=one, into=into, by=by)
    assert flagged() == {apart.pk}
    assert not {below_one.pk, below_other.pk} & flagged()


@pytest.mark.parametrize("kind", [PART_OF, PARTY])
def test_what_the_entry_belonged_to_comes_to_all_that_belong_to_the_other(
    by: User, kind: str
) -> None:
    one, into = source(source(), kind), source()
    theirs, below = decided(into, source()), decided(source(into, kind), source())
    decisions.merge(source=one, into=into, by=by)
    assert flagged() == {theirs.pk, below.pk}


def test_undoing_it_flags_the_same(by: User) -> None:
    one, into = source(), source()
    apart, alone = decided(source(one), source(into)), decided(source(into))
    one.merged_into = into
    one.save()
    decisions.undo_merge(source=one, by=by)
    assert flagged() == {apart.pk}
    assert alone.pk not in flagged()


def test_a_source_that_is_taken_into_the_registry_counts_from_then_on(by: User) -> None:
    proposed = SourceFactory(state=Source.State.PROPOSED, kind=Source.Kind.UNKNOWN)
    row, undecided = decided(source(), proposed), desk.statement(proposed)
    before = desk.stand(row).facts.supporting
    decisions.confirm(source=proposed, name=proposed.name, kind="person", by=by)
    assert desk.stand(row).facts.supporting == before + 1
    assert flagged() == {row.pk}
    assert desk.again(undecided).version == undecided.version + 1
