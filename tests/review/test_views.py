"""Lists of the queue under a name: what may be kept, and who may change it."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict

from claims.errors import ReviewRefused
from claims.models import SavedView
from claims.review import views
from claims.web.desk_filter import DeskFilter
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

CONTESTED = "view=desk&status=contested"


@pytest.fixture
def rana() -> User:
    return UserFactory(username="rana", role="reviewer")


@pytest.fixture
def lead() -> User:
    return UserFactory(username="lead", role="lead")


def keep(by: User, name: str = "Contested", query: str = CONTESTED, **more: bool) -> SavedView:
    return views.keep(by=by, name=name, query=query, **more)


def test_a_filter_is_kept_under_a_name(rana) -> None:
    kept = keep(rana, name="  Contested \n now ")
    kept.refresh_from_db()
    assert (kept.name, kept.query, kept.is_shared) == ("Contested now", CONTESTED, False)
    assert list(views.open_to(rana)) == [kept]


def test_the_queue_and_the_lists_know_the_same_keys() -> None:
    assert set(DeskFilter().asked()) == set(views.KEYS)


def test_the_same_filter_is_kept_the_same_however_it_was_written(rana) -> None:
    assert keep(rana, query=f"{CONTESTED}&q=&who=").query == CONTESTED
    assert keep(rana, name="Turned", query="status=contested&view=desk").query == CONTESTED


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("view=desk&order=random", "does not know this filter"),
        ("status=contested&after=abc", "does not know this filter"),
        ("status=contested&status=refuted", "does not know this filter"),
        ("q=%00", "does not know this filter"),
        ("status", "does not know this filter"),
        ("&".join(f"q={n}" for n in range(20)), "does not know this filter"),
        ("q=" + "x" * 2000, "too long to be kept"),
        ("view=desk", "Set a filter first"),
        ("status=", "Set a filter first"),
        ("", "Set a filter first"),
    ],
)
def test_what_the_queue_does_not_know_is_not_kept(rana, query: str, sentence: str) -> None:
    with pytest.raises(ReviewRefused, match=sentence):
        keep(rana, query=query)
    assert not SavedView.objects.exists()


def test_words_of_any_script_are_kept_as_they_were_searched(rana) -> None:
    kept = keep(rana, query=urlencode({"q": "جسر & نهر=؟"}))
    assert DeskFilter.of(QueryDict(kept.query)).words == "جسر & نهر=؟"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Give the list a name."),
        (" \0 ", "Give the list a name."),
        ("x" * 81, "A name may have up to 80 characters; this one has 81."),
    ],
)
def test_a_list_has_a_name_of_a_few_words(rana, name: str, sentence: str) -> None:
    with pytest.raises(ReviewRefused, match=sentence):
        keep(rana, name=name)


def test_one_person_gives_a_name_once(rana, lead) -> None:
    keep(rana)
    with pytest.raises(ReviewRefused, match="There is a list called “Contested” already"):
        keep(rana, query="view=desk&status=refuted")
    keep(lead)
    assert SavedView.objects.count() == 2


def test_only_leads_share(rana, lead) -> None:
    with pytest.raises(ReviewRefused, match="A lead makes lists for the whole desk"):
        keep(rana, is_shared=True)
    shared = keep(lead, is_shared=True)
    assert list(views.open_to(rana)) == [shared]


def test_the_desk_has_a_name_once(lead) -> None:
    keep(lead, is_shared=True)
    other = UserFactory(role="lead")
    with pytest.raises(ReviewRefused, match="choose another name"):
        keep(other, is_shared=True)
    own = keep(other)
    with pytest.raises(ReviewRefused, match="choose another name"):
        views.change(view_id=own.pk, by=other, name="Contested", is_shared=True)
    own.refresh_from_db()
    assert not own.is_shared


def test_own_lists_are_renamed_and_removed_by_their_maker_alone(rana, lead) -> None:
    kept = keep(rana)
    for act in (
        lambda: views.change(view_id=kept.pk, by=lead, name="Mine now"),
        lambda: views.remove(view_id=kept.pk, by=lead),
    ):
        with pytest.raises(SavedView.DoesNotExist):  # not even that there is one
            act()
    assert views.change(view_id=kept.pk, by=rana, name="Disputed").name == "Disputed"
    views.remove(view_id=kept.pk, by=rana)
    assert not SavedView.objects.exists()


def test_the_desks_lists_are_changed_by_any_lead_and_by_nobody_else(rana, lead) -> None:
    shared = keep(lead, is_shared=True)
    for act in (
        lambda: views.change(view_id=shared.pk, by=rana, name="Mine now"),
        lambda: views.remove(view_id=shared.pk, by=rana),
    ):
        with pytest.raises(ReviewRefused, match="a lead changes it"):
            act()
    other = UserFactory(role="lead")
    changed = views.change(view_id=shared.pk, by=other, name="Disputed", is_shared=False)
    assert (changed.owner, changed.is_shared) == (lead, False)
    assert list(views.open_to(rana)) == []


def test_renaming_by_who_leads_no_more_leaves_the_list_to_the_desk(lead) -> None:
    shared = keep(lead, is_shared=True)
    lead.groups.clear()
    former = User.objects.get(pk=lead.pk)
    with pytest.raises(ReviewRefused, match="a lead changes it"):
        views.change(view_id=shared.pk, by=former, name="Mine", is_shared=False)


def test_nobody_keeps_lists_without_end(rana, monkeypatch) -> None:
    monkeypatch.setattr(views, "LISTS_AT_MOST", 2)
    keep(rana, name="One")
    keep(rana, name="Two")
    with pytest.raises(ReviewRefused, match="You have 2 lists already"):
        keep(rana, name="Three")


def test_who_may_not_read_keeps_nothing() -> None:
    with pytest.raises(ReviewRefused, match="not open to you"):
        keep(UserFactory())
