"""No page and no administrators' table leads to a protected source, but for those named for it."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from claims.models import (
    Article,
    Attribution,
    Claim,
    Contradiction,
    Decision,
    Evidence,
    Grade,
    Job,
    LinkJudgement,
    OriginJudgement,
    Regrouping,
    SavedView,
    Source,
    SourceAccess,
    SourceDecision,
    Statement,
)
from tests.web.protected_data import (
    BASIS,
    EMERALD,
    HUSHBERRY,
    LINK_JUDGED,
    NUMBERS,
    ORIGINS_JUDGED,
    PARTS,
    REASON,
    RELINKED,
    SECRETS,
    VELVET,
    Hidden,
    a_hidden_record,
    a_person,
)
from tests.web.routes import Values, addresses, named_routes

pytestmark = pytest.mark.django_db

ROLES = ("viewer", "lead", "administrator")
HTMX = {"HX-Request": "true"}
WORDS = "الرصيف"  # of a claim that a protected source makes
SWAPPED = ("article", "article_progress", "articles", "claims", "desk", "figures", "sources")


@pytest.fixture
def hidden() -> Hidden:
    return a_hidden_record()


def client_of(user: User, language: str = "en") -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = language
    return client


def outsider(role: str, language: str = "en") -> Client:
    """Somebody who is not named, and who opens the administrators' tables with all rights."""
    user = User.objects.filter(username=f"the-other-{role}").first()
    return client_of(user or a_person(f"other-{role}", role=role, staff=True), language)


def values() -> dict[str, list[object]]:
    """What each parameter of an address may be: whatever there is, hidden or not."""
    return {
        "article_id": list(Article.objects.values_list("pk", flat=True)),
        "claim_id": list(Claim.objects.values_list("pk", flat=True)),
        "job_id": list(Job.objects.values_list("pk", flat=True)),
        "link_id": list(Attribution.objects.values_list("pk", flat=True)),
        "source_id": list(Source.objects.values_list("pk", flat=True)),
        "app_label": sorted({model._meta.app_label for model in admin.site._registry}),
        "statement_id": list(Statement.objects.values_list("pk", flat=True)),
        "decision_id": list(Decision.objects.values_list("pk", flat=True)),
        "regrouping_id": list(Regrouping.objects.values_list("pk", flat=True)),
        "contradiction_id": list(Contradiction.objects.values_list("pk", flat=True)),
        "evidence_id": list(Evidence.objects.values_list("pk", flat=True)),
        "view_id": list(SavedView.objects.values_list("pk", flat=True)),
        "person_id": list(User.objects.values_list("pk", flat=True)),
        "passkey_id": list(Authenticator.objects.values_list("pk", flat=True)),
        "id": list(User.objects.values_list("pk", flat=True)),
        "content_type_id": list(ContentType.objects.values_list("pk", flat=True)),
    }


def admin_values(name: str, all_values: Values) -> Values:
    """In the administrators' tables object_id means rows of the table that the route names."""
    by_route = {
        f"{model._meta.app_label}_{model._meta.model_name}": model for model in apps.get_models()
    }
    table = name.removeprefix("admin:").rpartition("_")[0]
    model = by_route.get(table)
    ids = list(model._default_manager.values_list("pk", flat=True)) if model else list(NUMBERS)
    return {**all_values, "object_id": ids}


def asked(name: str) -> list[str]:
    """What stands behind the ? of some routes; every route is opened without one too."""
    words = [quote(part) for part in PARTS]
    found = [f"?q={part}" for part in words]
    match name:
        case "article":
            found += [f"?claim={number}" for number in range(1, 8)]
            found += [f"?source={pk}" for pk in (*NUMBERS, "protected")]
        case "claims":
            found += [f"?who={part}" for part in words]
            found += [f"?source={pk}&as={role}" for pk in NUMBERS for role in ("", "origin")]
            found += [f"?outlet={pk}" for pk in _outlets()]
        case "articles":
            found += [f"?outlet={pk}" for pk in _outlets()]
        case "sources":
            found += [f"?party={pk}" for pk in NUMBERS]
            found += [f"?state={state}" for state in ("proposed", "confirmed", "article")]
        case "admin:autocomplete":
            fields = (("source", "suggestion"), ("outlet", "source"), ("sourcerelation", "target"))
            found = [
                f"?app_label=claims&model_name={model}&field_name={field}&term={part}"
                for model, field in fields
                for part in words
            ]
        case "origins_judge":
            found = pairs_of_origins()
        case "evidence_add":
            found = [f"?report={Article.objects.values_list('pk', flat=True)[0]}"]
        case "figures":
            found = [f"?outlet={pk}" for pk in _outlets()]
        case "contradiction_add" | "statement_merge":
            # Finds claims of protected sources, with their chains.
            found = [f"?q={quote(WORDS)}"]
        case "desk":
            found += [f"?q={quote(WORDS)}"]
        case "source_merge" | "link_source" | "admin:claims_source_changelist":
            pass
        case _:
            return [""]
    return ["", *found]


def pairs_of_origins() -> list[str]:
    """What is asked of the page where two origins are judged: with each protected one."""
    seen = Source.objects.exclude(pk__in=NUMBERS).earliest("pk").pk
    pairs = [(EMERALD, VELVET), (seen, EMERALD), *((pk, seen) for pk in NUMBERS)]
    return [f"?one={one}&other={other}" for one, other in pairs]


def _outlets() -> list[int]:
    return [outlet for outlet in Source.objects.values_list("outlet", flat=True) if outlet]


def every_address(*, tables: bool) -> Iterator[tuple[str, str]]:
    """Each route of the pages, or of the administrators' tables, with each row, and what may be
    asked of it. Those of the API are walked in tests/api/test_protected.py."""
    known = values()
    for name, parameters in named_routes():
        if name.startswith("api:") or name.startswith("admin:") != tables:
            continue
        given = admin_values(name, known) if name.startswith("admin:") else known
        for address in addresses(name, parameters, given):
            for query in asked(name):
                yield name, address + query


def led_to(body: str, address: str) -> list[str]:
    """What in a page leads to a protected source. An address that somebody typed is said back to
    them with the number that was in it."""
    found = [words for words in SECRETS if words in body]
    return found + [str(pk) for pk in NUMBERS if str(pk) in body and str(pk) not in address]


@pytest.mark.parametrize("role", ROLES)
def test_nothing_leads_there_for_whoever_is_not_named(hidden: Hidden, role: str) -> None:
    client = outsider(role)
    opened = 0
    for name, address in every_address(tables=False):
        for headers in ({}, HTMX) if name in SWAPPED else ({},):
            opened += _walked(client, address, headers)
    assert opened > 150


def test_no_table_leads_there_even_with_all_rights(hidden: Hidden) -> None:
    client = outsider("administrator")
    opened = sum(_walked(client, address, {}) for _name, address in every_address(tables=True))
    assert opened > 150


def _walked(client: Client, address: str, headers: dict[str, str]) -> bool:
    """Whether there is a page; it leads nowhere that is hidden."""
    answer = client.get(address, follow=True, headers=headers)
    body = body_of(answer)
    assert not led_to(body, address), address
    return answer.status_code == 200


def body_of(answer: HttpResponseBase) -> str:
    """Gold comes line by line."""
    sent = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return html.unescape(sent.decode())


def test_whoever_is_named_finds_all_of_it(hidden: Hidden) -> None:
    client = client_of(hidden.named)
    bodies = {
        address: body_of(client.get(address))
        for tables in (False, True)
        for _name, address in every_address(tables=tables)
    }
    everything = "".join(bodies.values())
    assert not [words for words in SECRETS if words not in everything]
    for pk in NUMBERS:
        page = reverse("source", args=[pk])
        assert f'href="{page}"' in everything and "<h1>" in bodies[page]


def test_the_walk_knows_every_parameter(hidden: Hidden) -> None:
    parameters = {
        one
        for name, some in named_routes()
        if not name.startswith(("admin:", "api:"))
        for one in some
    }
    assert parameters == values().keys() - {"app_label", "id", "content_type_id"}


@pytest.mark.parametrize("role", ROLES)
def test_its_own_pages_are_not_found(hidden: Hidden, role: str) -> None:
    client = outsider(role)
    reader = client.get(reverse("source", args=[999]))
    for name, parameters in named_routes():
        chosen = {"source_id": list(NUMBERS), "link_id": hidden.links}
        if name.startswith(("admin:", "api:")) or not set(parameters) & chosen.keys():
            continue
        for address in addresses(name, parameters, chosen):
            # Who may not decide anything is refused before anybody looks what it is.
            assert client.get(address).status_code in (403, 404), address
            assert client.post(address, {"reason": "x"}).status_code in (403, 404, 405), address
    assert reader.status_code == 404
    way = reverse("origins_judge", args=[hidden.statement.pk])
    given = {"verdict": "unknown", "reason": "x"}
    for query in pairs_of_origins():
        assert client.get(way + query).status_code in (403, 404)
        assert client.post(way + query, given).status_code in (403, 404)
    for model, by in (
        (SourceDecision, "decided_by"),
        (Grade, "graded_by"),
        (LinkJudgement, "judged_by"),
        (OriginJudgement, "judged_by"),
    ):
        assert not model.objects.filter(**{f"{by}__username__startswith": "the-other"}).exists()


def test_the_page_of_a_statement_names_none_of_its_hidden_origins(hidden: Hidden) -> None:
    way = reverse("statement", args=[hidden.statement.pk])
    # What Emerald says is the oldest report, whose chain is told.
    Article.objects.filter(pk=hidden.bridge.article.pk).update(published=None)
    body = outsider("lead").get(way).content.decode()
    told = _words(outsider("lead").get(way))
    # Velvet, the ports and Emerald: each pair has one who is hidden, and none is told why.
    assert told.count("only those named for it see why") == 3
    assert reverse("origins_judge", args=[hidden.statement.pk]) not in body
    assert not any(reverse("link_judge", args=[pk]) in body for pk in hidden.links)
    assert "Protected source : Found only relayed" in told and "judged by a person" not in told
    # One node for all of them, so that nobody sees who said more than one thing.
    assert body.count('class="n-origin"') == 2
    told = client_of(hidden.named).get(way).content.decode()
    assert told.count('class="n-origin"') == 3 and "judged by a person" in told
    for pair in ((hidden.bridge.ports.pk, EMERALD), (EMERALD, VELVET)):
        assert "?one={}&amp;other={}".format(*pair) in told


@pytest.mark.parametrize("address", ["statement", "statement_history"])
def test_what_was_judged_of_it_is_told_without_reasons_and_names(
    hidden: Hidden, address: str
) -> None:
    way = reverse(address, args=[hidden.statement.pk])
    for sentence, reason in (
        ("judged an attribution: from “As the article says” to “Found only relayed”.", LINK_JUDGED),
        ("judged two origins: “Independent”.", ORIGINS_JUDGED),
    ):
        told = _words(outsider("lead").get(way))
        assert f"Somebody {sentence} " in told and reason not in told
        assert f"{hidden.by.username} {sentence}" not in told
    assert "Somebody changed what it rests on: Origins were judged otherwise." in told
    # What was not about the source stands as it was.
    assert f"{hidden.by.username} found: “Single origin”. One says so." in told
    told = _words(client_of(hidden.named).get(way))
    plain = told.replace("\u2068", "").replace("\u2069", "")
    both = "judged two origins, Emerald Whisper and Velvet Evening: “Independent”."
    assert f"{hidden.by.username} {both} {ORIGINS_JUDGED}" in plain
    assert "Somebody" not in told


def test_a_link_that_meant_it_once_is_told_so_too(hidden: Hidden) -> None:
    """The claim has another source by now, and its statement was merged."""
    regrouping = Regrouping.objects.earliest("pk")
    way = reverse("statement_history", args=[regrouping.origin_id])
    told = _words(outsider("lead").get(way))
    assert told.count("Somebody set another source for a link of a claim’s chain.") == 2
    assert RELINKED not in told
    told = _words(client_of(hidden.named).get(way)).replace("\u2068", "").replace("\u2069", "")
    sentence = "set another source for a link of a claim’s chain: "
    assert f"{hidden.named.username} {sentence}" in told
    assert f"instead of Emerald Whisper. {RELINKED}" in told


def test_its_outlets_are_no_filter_of_the_figures(hidden: Hidden) -> None:
    [outlet] = Source.objects.filter(pk=VELVET).values_list("outlet", flat=True)
    client = outsider("lead")
    told = _words(client.get(reverse("figures"), {"outlet": outlet}))
    assert f"There is no “{outlet}” here; the figures are shown without this filter." in told
    assert "Protected source" not in told


def test_whoever_is_named_judges_and_grades_it(hidden: Hidden) -> None:
    client = client_of(hidden.named)
    page, grade = (reverse(name, args=[EMERALD]) for name in ("source", "source_grade"))
    body = client.get(page).content.decode()
    assert f'href="{grade}"' in body and BASIS in body
    given = {"letter": "A", "since": "2026-11-01", "basis": "Eleven."}
    assert client.post(grade, given).status_code == 302
    link = reverse("link_judge", args=[hidden.claims[0].links.get().pk])
    assert client.post(link, {"status": "asserted", "reason": "No."}).status_code == 302
    assert Grade.objects.filter(source=EMERALD).count() == 2


@pytest.mark.parametrize("role", ["viewer", "administrator"])
def test_it_still_counts_as_an_origin(hidden: Hidden, role: str) -> None:
    article = hidden.claims[0].version.article
    told = _words(outsider(role).get(reverse("article", args=[article.pk]) + "?claim=1"))
    # Emerald, Velvet and the ports: three origins, two of which nobody can tell apart.
    assert "4 claims, 3 sources" in told
    assert "Protected source 2 sources 3" in told
    assert "Ports Authority via Protected source 1" in told
    assert "Marsa Radio, citing Protected source" in told


def test_claims_of_protected_sources_are_filtered_together(hidden: Hidden) -> None:
    article = hidden.claims[0].version.article
    told = _words(outsider("lead").get(f"{reverse('article', args=[article.pk])}?source=protected"))
    assert "3 of 4 claims shown" in told
    for pk in (EMERALD, VELVET):
        address = f"{reverse('article', args=[article.pk])}?source={pk}"
        assert "0 of 4 claims shown" in _words(outsider("lead").get(address))


def test_lists_of_claims_name_nobody(hidden: Hidden) -> None:
    told = _words(outsider("lead").get(reverse("claims")))
    assert "Marsa Radio, citing Protected source" in told
    assert "Marsa Radio, citing Protected source, citing Ports Authority" in told
    assert "Protected source, in its own voice" in told


def test_nothing_says_that_a_source_stands_beside_a_protected_one(hidden: Hidden) -> None:
    client, bridge = outsider("administrator"), hidden.bridge
    for state in ("", "proposed", "confirmed", "article"):
        assert "Protected" not in _words(client.get(reverse("sources"), {"state": state}))
    for source in (bridge.ports, bridge.nouri, bridge.sidra, bridge.unnamed):
        told = client.get(reverse("source", args=[source.pk])).content.decode()
        # Between the two stand claims, whose chains may say it.
        head, aside = told.partition('class="section"')[0], told.partition("<aside")[2]
        assert aside and "Protected" not in head + aside


def test_cards_tell_nothing_that_the_registry_knows_of_it(hidden: Hidden) -> None:
    itself = reverse("article", args=[hidden.claims[0].version.article_id]) + "?claim=1"
    beside = reverse("article", args=[hidden.bridge.article.pk]) + "?claim=6"
    for address, notes in (
        (itself, ("Speaks for Ports Authority", "Protected: only those named see who it is.")),
        (beside, ("Speaks for Emerald Whisper",)),
    ):
        told = _words(client_of(hidden.named).get(address))
        assert all(note in told for note in notes)
        told = _words(outsider("administrator").get(address))
        assert not any(note in told for note in ("Speaks for", "It may be", "only those named"))


def test_no_list_offers_it_as_an_outlet(hidden: Hidden) -> None:
    for name in ("claims", "articles", "article_add"):
        body = outsider("administrator").get(reverse(name)).content.decode()
        offered = re.findall(r"<option[^>]*>[^<]*", body)
        assert any("Marsa Radio" in one for one in offered)
        assert not any("Protected" in one for one in offered)


def test_its_number_is_as_unknown_as_any_other(hidden: Hidden) -> None:
    client = outsider("administrator")
    for key in ("source", "party"):
        page = reverse("claims" if key == "source" else "sources")
        for pk in (EMERALD, HUSHBERRY, 987654321):
            told = _words(client.get(f"{page}?{key}={pk}"))
            assert f"There is no “{pk}” here; the list is shown without this filter." in told


def test_no_search_finds_it(hidden: Hidden) -> None:
    client = outsider("administrator")
    unset = Attribution.objects.exclude(source__in=NUMBERS).first()
    assert unset is not None
    for key, address, sentence in (
        ("q", reverse("sources"), "No source passes all of this in this view."),
        ("who", reverse("claims"), "No source has a name with “%s”."),
        ("q", reverse("source_merge", args=[hidden.bridge.nouri.pk]), "No other source has a name"),
        ("q", reverse("source_merge", args=[hidden.bridge.unnamed.pk]), "No other source has"),
        ("q", reverse("link_source", args=[unset.pk]), "No other entry of the registry has"),
    ):
        for part in PARTS:
            told = _words(client.get(address, {key: part}, follow=True))
            assert sentence.replace("%s", part) in told, address


def test_nothing_is_merged_or_linked_with_it_by_its_number(hidden: Hidden) -> None:
    client = outsider("administrator")
    merge = reverse("source_merge", args=[hidden.bridge.ports.pk])
    link = reverse("link_source", args=[hidden.bridge.claims[0].links.get().pk])
    for pk in (*NUMBERS, 987654321):
        told = client.post(merge, {"into": pk, "q": "x"})
        assert told.status_code == 409
        assert "Choose the source that it is the same as." in _words(told)
        told = client.post(link, {"source": pk, "q": "x"})
        assert told.status_code == 409
        assert "Choose the source that this link means." in _words(told)


def test_a_link_to_it_is_not_offered_to_be_set_anew(hidden: Hidden) -> None:
    article = hidden.claims[0].version.article
    address = reverse("article", args=[article.pk]) + "?claim=1"
    [link] = hidden.claims[0].links.all()
    way = reverse("link_source", args=[link.pk])
    assert way not in outsider("editor").get(address).content.decode()
    told = client_of(hidden.named).get(address).content.decode()
    assert way in told
    assert "Protected: only those named see who it is." in told


def test_administrators_cannot_ask_by_number_in_their_tables(hidden: Hidden) -> None:
    """A raw number is checked, and refused without its name."""
    client = outsider("administrator")
    source = reverse("admin:claims_source_change", args=[hidden.bridge.sidra.pk])
    body = html.unescape(client.get(source).content.decode())
    given = dict(re.findall(r'<input type="hidden" name="([^"]+-[A-Z_]+)" value="(\d+)"', body))
    given |= {"kind": "outlet", "state": "confirmed", "name": "x", "language": "en"}
    for field in ("suggestion", "relayed_by"):
        told = client.post(source, given | {field: EMERALD})
        assert told.status_code == 200
        body = html.unescape(told.content.decode())
        assert "Select a valid choice." in body and not led_to(body, str(EMERALD))
    asked = reverse("admin:claims_source_changelist") + f"?suggestion__id__exact={EMERALD}"
    assert client.get(asked).status_code == 400


def test_the_pages_say_it_in_arabic(hidden: Hidden) -> None:
    body = outsider("lead", "ar").get(reverse("claims")).content.decode()
    assert '<bdi lang="ar">مصدر محميّ</bdi>' in body and "Protected source" not in body


class TestDeciding:
    """The pages on which sources are protected."""

    def test_a_source_is_protected_for_those_chosen(self, hidden: Hidden) -> None:
        editor = a_person("another-editor", role="editor")
        lead = a_person("a-lead", role="lead")
        client, ports = client_of(editor), hidden.bridge.ports
        page = reverse("source", args=[ports.pk])
        way = reverse("source_protect", args=[ports.pk])
        assert f'href="{way}"' in client.get(page).content.decode()
        assert "the-a-lead" in _words(client.get(way))
        given = {"people": [lead.pk, "x"], "reason": "They were threatened."}
        told = _words(client.post(way, given, follow=True))
        assert "The source is protected: only those named see who it is." in told
        assert "Protected; named for it: the-another-editor, the-a-lead." in told
        assert "They were threatened." in told
        assert client_of(lead).get(page).status_code == 200
        assert client_of(hidden.named).get(page).status_code == 404

    def test_without_a_reason_nothing_is_lost(self, hidden: Hidden) -> None:
        client = client_of(hidden.named)
        lead = a_person("a-lead", role="lead")
        way = reverse("source_protect", args=[hidden.bridge.ports.pk])
        told = client.post(way, {"people": [lead.pk], "reason": " "})
        assert told.status_code == 409
        assert f'name="people" value="{lead.pk}" checked' in told.content.decode()
        assert "Write down why" in _words(told)

    @pytest.mark.parametrize("role", ["viewer", "reviewer", "second_reviewer", "lead"])
    def test_only_who_may_protect_is_offered_to(self, hidden: Hidden, role: str) -> None:
        client = client_of(a_person("another", role=role))
        ports = hidden.bridge.ports
        way = reverse("source_protect", args=[ports.pk])
        assert way not in client.get(reverse("source", args=[ports.pk])).content.decode()
        assert client.get(way).status_code == 403
        assert client.post(way, {"reason": "x"}).status_code == 403

    def test_people_are_named_and_taken_out(self, hidden: Hidden) -> None:
        client, lead = client_of(hidden.named), a_person("a-lead", role="lead")
        way = reverse("source_people", args=[EMERALD])
        page = reverse("source", args=[EMERALD])
        today = date_format(SourceAccess.objects.filter(source=EMERALD).get().granted_at, "j F Y")
        assert f"the-editor named by the-editor, {today} Take out" in _words(client.get(way))
        told = client.post(way, {"person": lead.pk, "reason": "It is their story."}, follow=True)
        assert "the-a-lead sees who this source is." in _words(told)
        assert client_of(lead).get(page).status_code == 200
        assert "It is their story." in _words(client.get(page))
        told = client.post(way, {"remove": lead.pk, "person": ""}, follow=True)
        assert "the-a-lead no longer sees who this source is." in _words(told)
        assert client_of(lead).get(page).status_code == 404

    def test_whoever_takes_themselves_out_is_led_away(self, hidden: Hidden) -> None:
        client, lead = client_of(hidden.named), a_person("a-lead", role="lead")
        way = reverse("source_people", args=[EMERALD])
        client.post(way, {"person": lead.pk})
        told = client.post(way, {"remove": hidden.named.pk}, follow=True)
        assert told.redirect_chain == [(reverse("sources"), 302)]
        assert "Emerald" not in told.content.decode()
        assert client.get(way).status_code == 404

    @pytest.mark.parametrize(
        ("given", "sentence"),
        [
            ({"person": ""}, "Choose the person."),
            ({"person": "9" * 30}, "Choose the person."),
            ({"remove": "x"}, "Choose the person."),
            ({"remove": "me"}, "Nobody else could see who this source is"),
        ],
    )
    def test_what_cannot_be_is_refused(self, hidden: Hidden, given: dict, sentence: str) -> None:
        given = {key: hidden.named.pk if one == "me" else one for key, one in given.items()}
        way = reverse("source_people", args=[EMERALD])
        told = client_of(hidden.named).post(way, given | {"reason": "My words."})
        assert told.status_code == 409
        assert sentence in _words(told) and "My words." in _words(told)

    def test_an_end_shows_everything_to_everybody(self, hidden: Hidden) -> None:
        client = client_of(hidden.named)
        way = reverse("source_end_protection", args=[EMERALD])
        assert "reasons, and who was named" in _words(client.get(way))
        told = client.post(way, {"reason": "She is safe."}, follow=True)
        assert "The protection is ended: everybody sees who this source is." in _words(told)
        told = outsider("viewer").get(reverse("source", args=[EMERALD]))
        assert "Emerald Whisper" in _words(told) and REASON in _words(told)

    def test_a_source_that_is_not_protected_has_no_such_pages(self, hidden: Hidden) -> None:
        client = client_of(hidden.named)
        for name in ("source_people", "source_end_protection"):
            assert client.get(reverse(name, args=[hidden.bridge.ports.pk])).status_code == 404

    def test_lists_mark_it_for_those_named(self, hidden: Hidden) -> None:
        told = _words(client_of(hidden.named).get(reverse("sources"), {"q": "emerald"}))
        assert "Emerald Whisper" in told and "Protected In the registry" in told


def _words(answer: object) -> str:
    body = html.unescape(answer.content.decode())  # type: ignore[attr-defined]
    told = re.sub(r"<[^>]*>", " ", body[body.index("<main") :])
    return re.sub(" ([,.]) ?", r"\1 ", " ".join(re.sub("[\u2068\u2069]", "", told).split()))
