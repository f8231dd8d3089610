"""The page of the desk's figures: whose they are, what narrows them, and what they say."""

import html
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Outlet, Round
from tests.review.dated_desk import NOW, alone, busy, came, first, second
from tests.web.people import signed_in

pytestmark = pytest.mark.django_db

PATH = "/desk/figures/"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is the day of the made-up desk."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    yield


@pytest.fixture
def lead(db: None) -> Client:
    return signed_in("lead")


def person(name: str) -> User:
    return User.objects.get(username=name)


def desk() -> None:
    """One reviewer, another one and a lead, after three weeks of work."""
    for role in ("reviewer", "second_reviewer", "lead"):
        signed_in(role)
    busy(person("reviewer-1"), person("second_reviewer-1"), person("lead-1"))


def page(client: Client, **asked: object) -> str:
    response = client.get(PATH, asked)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def words(body: str) -> str:
    told = re.sub(r"<[^>]*>", " ", body[body.index("<main") :])
    return " ".join(re.sub("[\u2066\u2068\u2069]", "", told).split())


# ── Whose ────────────────────────────────────────────────────────────────────────────────────────


def test_the_address_is_that_of_the_desk() -> None:
    assert reverse("figures") == PATH


def test_a_reviewer_sees_their_own_figures(reviewer: Client) -> None:
    desk()
    alone(came(20), person("lead-1"), "single_origin", 21)  # somebody else's work
    told = words(page(reviewer))
    assert "Your own figures 26 October 2026 to 24 November 2026" in told
    assert "Findings 50 Decisions 43" in told
    assert "What waits now, by age For a reviewer 4" in told
    assert "What waited, over time" not in told
    assert 'name="person"' not in page(reviewer)


def test_a_lead_sees_the_whole_desk_and_may_choose_a_person(lead: Client) -> None:
    desk()
    told = words(page(lead))
    assert "Figures of the whole desk" in told
    assert "Findings 109 Decisions 43" in told
    assert "What waited, over time" in told
    body = page(lead, person=person("reviewer-1").pk)
    assert "Figures of reviewer-1" in words(body)
    assert "Findings 50 Decisions 43" in words(body)
    assert "Remove the filter “reviewer-1”" in body
    assert f'<option value="{person("reviewer-1").pk}" selected>' in body


def test_a_reviewer_may_name_themselves_and_nobody_else(reviewer: Client) -> None:
    desk()
    mine, other = person("reviewer-1").pk, person("lead-1").pk
    assert "Your own figures" in words(page(reviewer, person=mine))
    assert reviewer.get(PATH, {"person": other}).status_code == 403
    # Nor is told who there is.
    assert reviewer.get(PATH, {"person": 999_999}).status_code == 403


@pytest.mark.parametrize("role", ["viewer", "reviewer", "second_reviewer", "editor"])
def test_of_those_who_do_not_lead_nobody_sees_another(role: str, lead: Client) -> None:
    client = signed_in(role)
    assert client.get(PATH, {"person": person("lead-1").pk}).status_code == 403
    assert client.get(PATH).status_code == 200


def test_who_is_not_signed_in_is_asked_to(client: Client) -> None:
    assert client.get(PATH).headers["Location"].startswith("/sign-in/")


def test_figures_are_read_and_not_posted(lead: Client) -> None:
    assert lead.post(PATH).status_code == 405


# ── What they say ────────────────────────────────────────────────────────────────────────────────


def test_agreement_is_told_with_its_number_and_what_it_means(lead: Client) -> None:
    desk()
    told = words(page(lead))
    assert "Agreement on corroboration Alpha 0.43 Rounds 45 All said the same 27 People 2" in told
    assert "They said the same more often than by chance alone" in told
    assert "reviewer-1 and second_reviewer-1 0.47 45 27" in told
    assert "Agreement on attribution Alpha 0.77 Links 7" in told
    assert "Agreement on reliability Alpha 0.81 Sources 5" in told


@pytest.mark.parametrize(
    ("pairs", "value", "meaning"),
    [
        ("cc " * 5, "none", "Everybody said one and the same every time."),
        ("cc cc ss ss ss " * 2, "1.00", "All said the same every time, which is 1"),
        ("cs sc " * 5, "−0.90", "They said the same less often than by chance alone"),
        ("cs sc cs sc " * 2 + "cs", "−0.89", "From so few the number says little"),
    ],
)
def test_the_meaning_follows_the_number(lead: Client, pairs: str, value: str, meaning: str) -> None:
    names = {"c": "corroborated", "s": "single_origin"}
    for role in ("reviewer", "second_reviewer"):
        signed_in(role)
    for one, other in pairs.split():
        round_ = first(came(20), person("reviewer-1"), names[one], 21)
        second(round_, person("second_reviewer-1"), names[other], 22)
    told = words(page(lead))
    assert f"Agreement on corroboration Alpha {value} Rounds {len(pairs.split())}" in told
    assert meaning in told


def test_times_and_reversals_are_told(lead: Client) -> None:
    desk()
    told = words(page(lead))
    assert "Half took at most 2 days Nine in ten took at most 3 days" in told
    assert "Adjudications: 14, Other than the first finding: 8" in told
    assert "Decisions: 42, Taken back later: 1" in told


def test_every_drawing_has_a_title_a_description_and_a_table(lead: Client) -> None:
    desk()
    body = page(lead)
    drawings = re.findall(r"<svg class=\"figure-plot\".*?</svg>", body, re.DOTALL)
    assert len(drawings) == body.count("The same as a table") == 9
    assert all(re.search(r"<title id=.*?</title>\s*<desc id=\S+>[^<]", one) for one in drawings)
    idents = re.findall(r'\bid="([^"]+)"', body)
    assert len(idents) == len(set(idents))
    assert "style=" not in body[body.index("<main") :]


def test_language_outlet_and_period_narrow_them(lead: Client) -> None:
    desk()
    outlet = Outlet.objects.get()
    assert "Findings 36 Decisions 18" in words(page(lead, language="ar"))
    assert "Findings 104" in words(page(lead, outlet=outlet.pk))
    told = words(page(lead, **{"from": "2026-11-05", "to": "2026-11-06"}))
    assert "5 November 2026 to 6 November 2026 What was done Findings 10 Decisions 3" in told


def test_the_page_takes_as_many_queries_for_much_as_for_little(lead: Client) -> None:
    desk()
    with CaptureQueriesContext(connection) as few:
        page(lead)
    for day in range(4, 20):
        alone(came(day), person("reviewer-1"), "single_origin", day + 1)
    with CaptureQueriesContext(connection) as more:
        page(lead)
    assert len(more) == len(few) <= 32


# ── Nothing yet ──────────────────────────────────────────────────────────────────────────────────


def test_without_figures_the_page_says_what_will_stand_there(
    lead: Client, reviewer: Client
) -> None:
    assert "No figures yet. Once statements are reviewed, this page shows" in words(page(lead))
    assert "No figures yet. Once you review statements" in words(page(reviewer))


def test_filters_that_nothing_passes_can_be_removed(lead: Client) -> None:
    desk()
    told = words(page(lead, language="ru"))
    assert "Nothing of this period passes all of this." in told
    assert "Show all" in told


def test_a_figure_without_anything_says_so_among_others(lead: Client) -> None:
    came(20)
    told = words(page(lead))
    assert "What was done Nothing was found and nothing decided in this period." in told
    assert "Agreement on attribution Nobody has judged the same thing" in told
    assert "What the third found Nothing was adjudicated in this period." in told
    assert Round.objects.count() == 0


# ── What cannot be read ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"from": "soon"}, "soon is not a date; write it as 2026-11-24 or 24/11/2026."),
        ({"from": "1066-10-14"}, "1066-10-14 is before 2000 or still to come;"),
        ({"to": "9999-12-31"}, "9999-12-31 is before 2000 or still to come;"),
        ({"from": "2026-11-05", "to": "2026-11-04"}, "The first day is after the last;"),
        ({"from": "2020-01-01"}, "The period is longer than two years;"),
        ({"language": "Arabic"}, "Arabic is not the code of a language;"),
        ({"outlet": "999999"}, "There is no “999999” here; the figures are shown without"),
        ({"person": "somebody"}, "There is no “somebody” here; the figures are shown without"),
    ],
)
def test_what_cannot_be_read_is_left_out_with_a_sentence(
    lead: Client, reviewer: Client, asked: dict, sentence: str
) -> None:
    for client in (lead, reviewer):
        body = page(client, **asked)
        assert sentence in words(body)
        assert 'role="alert"' in body


def test_of_a_period_that_is_too_long_the_last_two_years_are_shown(lead: Client) -> None:
    told = words(page(lead, **{"from": "2020-01-01", "to": "2026-01-31"}))
    assert "1 February 2024 to 31 January 2026" in told


def test_no_address_breaks_the_page(lead: Client) -> None:
    values = st.one_of(
        st.text(max_size=30),
        st.integers().map(str),
        st.sampled_from(["0001-01-01", "9999-12-31", "2000-01-01", "2026-11-24", "ar", "%_'\"\0"]),
    )

    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.dictionaries(st.sampled_from(["from", "to", "language", "outlet", "person"]), values))
    def shown(asked: dict[str, str]) -> None:
        assert lead.get(PATH, asked).status_code == 200

    shown()


def test_for_htmx_only_the_figures_come_and_the_address_is_pushed(lead: Client) -> None:
    response = lead.get(PATH, {"language": "ar", "from": ""}, headers={"HX-Request": "true"})
    body = response.content.decode()
    assert body.strip().startswith('<div id="list"')
    assert response["HX-Push-Url"] == f"{PATH}?language=ar"
