"""Lists of the queue under a name, in the pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import SavedView
from claims.review import views
from tests.factories import UserFactory
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db

CONTESTED = "view=desk&status=contested"
DESK = "/desk/"


@pytest.fixture
def lead(db: None) -> Client:
    return signed_in("lead")


def keep(client: Client, name: str = "Disputed", query: str = CONTESTED, **more: str):
    return client.post(reverse("saved_views"), {"name": name, "query": query, **more})


def body_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def side(body: str) -> list[tuple[str, bool]]:
    """The lists beside the queue: what stands there, and whether it is open."""
    found = re.search(r'<nav class="views".*?</nav>', body, re.S)
    assert found
    links = re.findall(r'<li><a href="[^"]*"( aria-current="page")?>(.*?)</a>', found[0])
    return [(" ".join(re.sub("<[^>]*>", " ", words).split()), bool(here)) for here, words in links]


def test_a_filter_becomes_a_list_that_opens(reviewer) -> None:
    body = body_of(reviewer, f"{DESK}?{CONTESTED}")
    assert f'name="query" value="{CONTESTED.replace("&", "&amp;")}"' in body
    response = keep(reviewer)
    assert response["Location"] == f"{DESK}?{CONTESTED}"
    body = body_of(reviewer, response["Location"])
    assert "The list is kept." in body
    assert [name for name, is_open in side(body) if is_open] == ["Disputed"]


def test_without_a_filter_there_is_nothing_to_keep(reviewer) -> None:
    assert "Save as a list" not in body_of(reviewer, DESK)
    assert "Save as a list" not in body_of(reviewer, f"{DESK}?view=desk")


def test_a_place_in_the_list_and_unknown_keys_are_not_kept(reviewer) -> None:
    body = body_of(reviewer, f"{DESK}?{CONTESTED}&after=abc&utm=7")
    assert f'name="query" value="{CONTESTED.replace("&", "&amp;")}"' in body


def test_a_list_is_open_however_its_address_is_written(reviewer) -> None:
    keep(reviewer)
    body = body_of(reviewer, f"{DESK}?status=contested&q=&view=desk&who=")
    assert ("Disputed", True) in side(body)
    assert ("Disputed", False) in side(body_of(reviewer, f"{DESK}?view=desk&status=refuted"))


def test_htmx_is_told_which_list_is_open(reviewer) -> None:
    response = reviewer.get(f"{DESK}?{CONTESTED}", headers={"HX-Request": "true"})
    body = response.content.decode()
    assert 'data-here="?view=desk&amp;status=contested" data-view="?view=desk"' in body
    assert "csrfmiddlewaretoken" in body  # keeping works after a swap too


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"name": ""}, 400, "Give the list a name."),
        ({"name": "x" * 81}, 400, "80"),
        ({"query": "view=desk"}, 409, "Set a filter first"),
        ({"query": "order=random&status=contested"}, 409, "does not know this filter"),
        ({"query": "status=wrong"}, 409, "does not know this filter"),
        ({"query": "q=" + "x" * 3000}, 409, "too long to be kept"),
    ],
)
def test_a_refusal_keeps_what_was_written(
    reviewer, given: dict[str, str], status: int, sentence: str
) -> None:
    response = keep(reviewer, **given)
    body = response.content.decode()
    assert response.status_code == status
    assert sentence in body and 'role="alert"' in body
    wanted = {"name": "Disputed", "query": CONTESTED, **given}
    for value in wanted.values():
        assert f'value="{value.replace("&", "&amp;")}"' in body or not value
    assert not SavedView.objects.exists()


def test_a_name_that_is_taken_is_told(reviewer) -> None:
    keep(reviewer)
    response = keep(reviewer)
    assert response.status_code == 409
    assert "There is a list called “Disputed” already" in response.content.decode()


def test_only_leads_are_offered_to_share(reviewer, lead) -> None:
    assert 'name="is_shared"' not in body_of(reviewer, f"{DESK}?{CONTESTED}")
    assert 'name="is_shared"' in body_of(lead, f"{DESK}?{CONTESTED}")
    keep(reviewer, is_shared="on")
    assert not SavedView.objects.get().is_shared  # not offered, so not read
    keep(lead, is_shared="on")
    assert ("Disputed the desk’s", False) in side(body_of(reviewer, DESK))


def test_the_lists_are_managed_on_their_page(reviewer, lead) -> None:
    keep(reviewer, name="Mine")
    keep(lead, name="Ours", is_shared="on")
    keep(lead, name="Hers")
    body = body_of(reviewer, reverse("saved_views"))
    assert "Mine" in body and "Ours" in body and "Hers" not in body
    assert "Rename “Mine”" in body and "Rename “Ours”" not in body
    assert "Contested" in body and "The whole desk" in body
    assert "Rename “Ours”" in body_of(lead, reverse("saved_views"))


def test_who_has_none_is_told_how_to_keep_one(reviewer) -> None:
    assert "No list is kept yet." in body_of(reviewer, reverse("saved_views"))


def test_a_list_is_renamed_and_removed(reviewer) -> None:
    keep(reviewer)
    view = SavedView.objects.get()
    address = reverse("saved_view", args=[view.pk])
    assert 'value="Disputed"' in body_of(reviewer, address)
    assert reviewer.post(address, {"name": ""}).status_code == 400
    assert reviewer.post(address, {"name": "Open"})["Location"] == reverse("saved_views")
    assert SavedView.objects.get().name == "Open"
    keep(reviewer, name="Other")
    refused = reviewer.post(address, {"name": "Other"})
    assert refused.status_code == 409 and 'value="Other"' in refused.content.decode()
    reviewer.post(reverse("saved_view_remove", args=[view.pk]))
    assert [one.name for one in SavedView.objects.all()] == ["Other"]


def test_a_lead_gives_a_list_to_the_desk_and_takes_it_back(lead) -> None:
    keep(lead)
    address = reverse("saved_view", args=[SavedView.objects.get().pk])
    lead.post(address, {"name": "Disputed", "is_shared": "on"})
    assert SavedView.objects.get().is_shared
    assert "checked" in body_of(lead, address)
    lead.post(address, {"name": "Disputed"})
    assert not SavedView.objects.get().is_shared


def test_somebody_elses_list_does_not_exist_and_the_desks_is_not_theirs_to_change(
    reviewer, lead
) -> None:
    other = UserFactory(role="reviewer")
    own = views.keep(by=other, name="Own", query=CONTESTED)
    shared = views.keep(by=UserFactory(role="lead"), name="Ours", query=CONTESTED, is_shared=True)
    for name in ("saved_view", "saved_view_remove"):
        assert reviewer.post(reverse(name, args=[own.pk]), {"name": "x"}).status_code == 404
        assert reviewer.post(reverse(name, args=[shared.pk]), {"name": "x"}).status_code == 403
    assert reviewer.get(reverse("saved_view_remove", args=[own.pk])).status_code == 405
    assert {view.name for view in SavedView.objects.all()} == {"Own", "Ours"}


def test_who_has_no_role_keeps_nothing(client) -> None:
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert keep(client).status_code == 403
    assert client.get(reverse("saved_views")).status_code == 403


def test_names_are_shown_as_they_are(reviewer) -> None:
    keep(reviewer, name="<b>خبر</b>")
    assert "&lt;b&gt;خبر&lt;/b&gt;" in body_of(reviewer, DESK)
    assert "<b>خبر</b>" not in body_of(reviewer, reverse("saved_views"))
