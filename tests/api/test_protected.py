"""No reply of the API leads to a protected source, but to the session of a person named for it."""

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import (
    ApiClient,
    Article,
    ArticleVersion,
    Attribution,
    Claim,
    Contradiction,
    Decision,
    Evidence,
    Job,
    Outlet,
    Regrouping,
    Source,
    Statement,
)
from tests.api.conftest import with_token
from tests.api.test_access import assert_problem
from tests.web.protected_data import (
    EMERALD,
    GROUP,
    HUSHBERRY,
    NAMES,
    NUMBERS,
    PARTS,
    SECRETS,
    VELVET,
    Hidden,
    a_hidden_record,
    a_person,
)
from tests.web.routes import addresses, named_routes

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"
HIDDEN = {
    "id": None,
    "name": "Protected source",
    "language": "en",
    "kind": None,
    "state": None,
    "is_protected": True,
    "links": {"self": None},
}
# What the API tells of a source; names in other languages are told with the others.
TOLD = {name for pk in NUMBERS for name in NAMES[pk]} | {"Quietstone"}


@pytest.fixture
def hidden() -> Hidden:
    return a_hidden_record()


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def outsider(role: str) -> Client:
    """Somebody who is not named; with no role, a partner's program."""
    if not role:
        return with_token(may_post=True)
    return client_of(a_person(f"other-{role}", role=role, staff=True))


def values() -> dict[str, list[object]]:
    return {
        "article_id": list(Article.objects.values_list("pk", flat=True)),
        "number": sorted(set(ArticleVersion.objects.values_list("number", flat=True))),
        "claim_id": list(Claim.objects.values_list("pk", flat=True)),
        "source_id": list(Source.objects.values_list("pk", flat=True)),
        "job_id": list(Job.objects.values_list("pk", flat=True)),
        "link_id": list(Attribution.objects.values_list("pk", flat=True)),
        "statement_id": list(Statement.objects.values_list("pk", flat=True)),
        "decision_id": list(Decision.objects.values_list("pk", flat=True)),
        "regrouping_id": list(Regrouping.objects.values_list("pk", flat=True)),
        "contradiction_id": list(Contradiction.objects.values_list("pk", flat=True)),
        "evidence_id": list(Evidence.objects.values_list("pk", flat=True)),
    }


def asked(name: str) -> list[str]:
    """What stands behind the ? of some routes; every route is opened without one too."""
    words = [f"?q={quote(part)}" for part in PARTS]
    numbers = [f"?{key}={pk}" for key in ("source", "origin", "outlet") for pk in NUMBERS]
    known = {
        "api:articles": [one for one in numbers if "outlet" in one],
        "api:claims": [*words, *numbers],
        "api:sources": [*words, "?size=1", *(f"?kind={kind}" for kind in Source.Kind.values)],
    }
    return ["", *known.get(name, [])]


def every_address() -> list[str]:
    return [
        address + query
        for name, parameters in named_routes()
        if name.startswith("api:")
        for address in addresses(name, parameters, values())
        for query in asked(name)
    ]


def led_to(body: str, address: str) -> list[str]:
    """What in a reply leads to a protected source, numbers that were asked for apart."""
    found = [words for words in SECRETS if words in body]
    return found + [str(pk) for pk in NUMBERS if str(pk) in body and str(pk) not in address]


@pytest.mark.parametrize("role", ["", "viewer", "lead", "administrator"])
def test_nothing_leads_there_for_whoever_is_not_named(hidden: Hidden, role: str) -> None:
    client = outsider(role)
    answered = 0
    for address in every_address():
        answer = client.get(address)
        assert not led_to(answer.content.decode(), address), address
        answered += answer.status_code == 200
    assert answered > 50


@pytest.mark.parametrize("role", ["", "viewer", "lead", "administrator"])
def test_it_is_as_if_it_were_not_there(hidden: Hidden, role: str) -> None:
    client = outsider(role)
    for pk in NUMBERS:
        assert_problem(client.get(f"{ROOT}sources/{pk}/"), 404, "not_found")
        for query in (f"claims/?source={pk}", f"claims/?origin={pk}", f"articles/?outlet={pk}"):
            unknown = query.replace(str(pk), "987654321")
            answers = [client.get(f"{ROOT}{one}").json() for one in (query, unknown)]
            assert answers[0] == answers[1] == {"results": [], "next": None, "previous": None}
    for part in PARTS:
        assert client.get(f"{ROOT}sources/", {"q": part}).json()["results"] == []


def test_it_stands_in_its_chain_as_an_origin(hidden: Hidden) -> None:
    client = outsider("")
    origins = []
    for claim in hidden.claims:
        [*relayers, origin] = client.get(f"{ROOT}claims/{claim.pk}/").json()["attribution"]
        assert [link["source"] for link in relayers] == [HIDDEN] * len(relayers)
        assert origin["mention"]["quote"] in hidden.claims[0].version.text
        origins.append(origin["source"])
    assert [one == HIDDEN for one in origins] == [True, False, True, True]


def test_what_stands_beside_it_does_not_name_it(hidden: Hidden) -> None:
    client, bridge = outsider("lead"), hidden.bridge
    for source in (bridge.ports, bridge.nouri, bridge.sidra, bridge.unnamed):
        told = client.get(f"{ROOT}sources/{source.pk}/").json()
        assert told["relations"] == []
        assert told["links"]["relayed_by"] is None
    article = Outlet.objects.get(source=VELVET).articles.get()
    assert client.get(f"{ROOT}articles/{article.pk}/").json()["outlet"] == HIDDEN


def test_whoever_is_named_finds_all_of_it(hidden: Hidden) -> None:
    client = client_of(hidden.named)
    everything = "".join(client.get(address).content.decode() for address in every_address())
    assert not [words for words in TOLD if words not in everything]
    for pk in (EMERALD, HUSHBERRY, VELVET, GROUP):
        told = client.get(f"{ROOT}sources/{pk}/").json()
        assert (told["id"], told["is_protected"]) == (pk, True)
    nouri = client.get(f"{ROOT}sources/{hidden.bridge.nouri.pk}/").json()
    assert nouri["relations"][0]["target"]["id"] == EMERALD
    unnamed = client.get(f"{ROOT}sources/{hidden.bridge.unnamed.pk}/").json()
    assert unnamed["links"]["relayed_by"].endswith(f"/sources/{EMERALD}/")


def test_a_program_sees_nothing_even_beside_the_session_of_a_named_person(hidden: Hidden) -> None:
    client = client_of(hidden.named)
    _made, token = ApiClient.issue(name="partner", may_post=False)
    bearer = {"Authorization": f"Bearer {token}"}
    address = f"{ROOT}sources/{EMERALD}/"
    assert client.get(address).status_code == 200
    assert_problem(client.get(address, headers=bearer), 404, "not_found")
    told = client.get(f"{ROOT}claims/", headers=bearer).content.decode()
    assert not led_to(told, "")


def test_what_is_posted_does_not_name_its_outlet(hidden: Hidden) -> None:
    """Even if an outlet had come to be protected."""
    given = {"text": "نص جديد بلا مصدر.", "language": "ar", "outlet": NAMES[VELVET][1]}
    Source.objects.filter(pk=VELVET).update(kind="outlet")
    answer = outsider("").post(
        f"{ROOT}articles/", json.dumps(given), content_type="application/json"
    )
    assert answer.status_code == 202
    assert answer.json()["article"]["outlet"] == HIDDEN


def test_replies_to_different_people_are_told_apart(
    hidden: Hidden, person: Callable[[str], Client]
) -> None:
    address = f"{ROOT}claims/{hidden.claims[0].pk}/"
    named, other = client_of(hidden.named).get(address), person("lead").get(address)
    assert named["ETag"] != other["ETag"]
    assert "Cookie" in other["Vary"] and "private" in other["Cache-Control"]
