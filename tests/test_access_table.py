"""Every address, every method and everybody who may ask, held against one table.

A new page or a new address of the API needs a row here: whoever writes it says who may. Only who
is let in at all is asked; what the services refuse besides is tested with each of them.
"""

import logging
import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver
from pytest_django import Settings

from claims.models import ApiClient, PersonToken
from claims.review.permissions import ROLES
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SESSION = "sessionid"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

# ── Who asks ────────────────────────────────────────────────────────────────────────────────────
NOBODY: frozenset[str] = frozenset()
PROGRAMS = frozenset({"program", "posting program"})
# A token of one's own is let in by the API wherever its person is, and by no page.
TOKENS = {
    "reviewer": "reviewer's token",
    "no role": "token without a role",
    "closed account": "token of a closed account",
}
ACTORS = (
    *("anonymous", "closed account", "no role", *ROLES, "superuser"),
    *("program", "posting program", *TOKENS.values()),
)
EVERYONE = frozenset(ACTORS)
SIGNED_IN = frozenset({"no role", *ROLES, "superuser"})


def roles(*names: str) -> frozenset[str]:
    """Who holds one of these, and superusers."""
    assert set(names) <= set(ROLES)
    return frozenset({*names, "superuser"})


READ = roles(*ROLES)
WORK = READ - {"viewer"}
REVIEW = WORK - {"editor"}
PUBLISH = roles("editor", "administrator")
GRADE = roles("lead", "editor", "administrator")
ADMINISTER = roles("administrator")
SUPERUSER = frozenset({"superuser"})

Row = dict[str, frozenset[str]]

# ── The table: address -> method -> who is let in. HEAD goes with GET; what is not listed is
# nobody's, or there is no such method. ─────────────────────────────────────────────────────────
STATEMENT_PAGE = "statements/<int:statement_id>/"
PAGES: dict[str, Row] = {
    "": dict.fromkeys(METHODS, EVERYONE),  # leads on to the articles
    "healthz": {"GET": EVERYONE},
    "articles/": {"GET": READ},
    "articles/add/": {"GET": WORK, "POST": WORK},
    "articles/<int:article_id>/": {"GET": READ},
    "articles/<int:article_id>/progress/": {"GET": READ},
    "jobs/<int:job_id>/retry/": {"POST": WORK},
    "claims/": {"GET": READ},
    "claims/<int:claim_id>/": {"GET": READ},
    "articles/<int:article_id>/claims/add/": {"GET": WORK, "POST": WORK},
    "articles/<int:article_id>/check/": {"GET": WORK, "POST": WORK},
    "articles/<int:article_id>/uncheck/": {"GET": WORK, "POST": WORK},
    **{
        f"claims/<int:claim_id>/{act}/": {"GET": WORK, "POST": WORK}
        for act in ("correct", "split", "join")
    },
    "desk/engine/": {"GET": READ},
    "desk/engine/gold/": {"GET": WORK},
    "claims/<int:claim_id>/accept/": {"POST": WORK},
    "claims/<int:claim_id>/dismiss/": {"GET": WORK, "POST": WORK},
    "claims/<int:claim_id>/restore/": {"POST": WORK},
    "links/<int:link_id>/source/": {"GET": WORK, "POST": WORK},
    "sources/": {"GET": READ},
    "sources/<int:source_id>/": {"GET": READ},
    "sources/<int:source_id>/confirm/": {"GET": WORK, "POST": WORK},
    "sources/<int:source_id>/rename/": {"GET": WORK, "POST": WORK},
    "sources/<int:source_id>/merge/": {"GET": WORK, "POST": WORK},
    "sources/<int:source_id>/undo-merge/": {"GET": WORK, "POST": WORK},
    "sources/<int:source_id>/grade/": {"GET": GRADE, "POST": GRADE},
    "sources/<int:source_id>/protect/": {"GET": PUBLISH, "POST": PUBLISH},
    "sources/<int:source_id>/people/": {"GET": READ, "POST": READ},  # not found but by those named
    "sources/<int:source_id>/end-protection/": {"GET": READ, "POST": READ},
    "links/<int:link_id>/judge/": {"GET": REVIEW, "POST": REVIEW},
    "desk/": {"GET": READ},
    "desk/next/": {"POST": REVIEW},
    "desk/figures/": {"GET": READ},
    "desk/views/": {"GET": READ, "POST": READ},
    "desk/views/<int:view_id>/": {"GET": READ, "POST": READ},
    "desk/views/<int:view_id>/remove/": {"POST": READ},
    "desk/notices/": {"GET": READ},
    "desk/notices/read/": {"POST": READ},
    "desk/notices/choices/": {"POST": READ},
    STATEMENT_PAGE: {"GET": READ, "POST": READ},  # a finding is refused in a sentence
    f"{STATEMENT_PAGE}history/": {"GET": READ},
    f"{STATEMENT_PAGE}seen/": {"POST": READ},
    f"{STATEMENT_PAGE}reopen/": {"GET": READ, "POST": READ},  # refused in a sentence
    f"{STATEMENT_PAGE}publish/": {"POST": PUBLISH},
    f"{STATEMENT_PAGE}correct/": {"GET": PUBLISH, "POST": PUBLISH},
    **{f"{STATEMENT_PAGE}{act}/": {"POST": REVIEW} for act in ("take", "later", "hold")},
    **{f"{STATEMENT_PAGE}{act}/": {"POST": REVIEW} for act in ("take-back", "comment")},
    **{
        f"{STATEMENT_PAGE}{act}/": {"GET": REVIEW, "POST": REVIEW}
        for act in (
            *("assign", "merge", "split", "attempt", "evidence", "contradiction", "origins"),
        )
    },
    "decisions/<int:decision_id>/undo/": {"POST": REVIEW},
    "contradictions/<int:contradiction_id>/close/": {"GET": REVIEW, "POST": REVIEW},
    "regroupings/<int:regrouping_id>/undo/": {"GET": REVIEW, "POST": REVIEW},
    "evidence/<int:evidence_id>/": {"GET": READ},
    **{f"evidence/<int:evidence_id>/{what}/": {"GET": READ} for what in ("bytes", "image", "warc")},
    "evidence/<int:evidence_id>/again/": {"GET": REVIEW, "POST": REVIEW},
    "evidence/<int:evidence_id>/withdraw/": {"GET": REVIEW, "POST": REVIEW},
    "people/": {"GET": ADMINISTER},
    "people/add/": {"GET": ADMINISTER, "POST": ADMINISTER},
    "people/<int:person_id>/": {"GET": ADMINISTER},
    **{
        f"people/<int:person_id>/{act}/": {"POST": ADMINISTER}
        for act in ("details", "roles", "close", "open", "password", "second-factor/reset")
    },
    "sign-in/code/": {"GET": EVERYONE, "POST": EVERYONE},
    "account/sessions/end/": {"POST": SIGNED_IN},
    "account/confirm/": {"GET": SIGNED_IN, "POST": SIGNED_IN},
    "account/second-factor/": {"GET": SIGNED_IN},
    "account/second-factor/app/": {"GET": SIGNED_IN, "POST": SIGNED_IN},
    "account/second-factor/app/remove/": {"GET": SIGNED_IN, "POST": SIGNED_IN},
    "account/second-factor/passkeys/add/": {"GET": SIGNED_IN, "POST": SIGNED_IN},
    "account/second-factor/passkeys/<int:passkey_id>/": {"GET": SIGNED_IN, "POST": SIGNED_IN},
    "account/second-factor/passkeys/<int:passkey_id>/remove/": {
        "GET": SIGNED_IN,
        "POST": SIGNED_IN,
    },
    "account/recovery-codes/": {"GET": SIGNED_IN},
    "account/recovery-codes/renew/": {"GET": SIGNED_IN, "POST": SIGNED_IN},
    "sign-in/": {"GET": EVERYONE, "POST": EVERYONE},
    "sign-out/": {"POST": EVERYONE},
    "account/": {"GET": SIGNED_IN, "POST": SIGNED_IN},
    "preferences/": {"POST": EVERYONE},
    "language/setlang/": dict.fromkeys(METHODS, EVERYONE),  # only POST does something
    "admin/login/": {},  # sends whoever is not signed in to sign in
}
V1 = "api/v1/"
STATEMENT = f"{V1}statements/<id:statement_id>/"
API: dict[str, Row] = {
    V1: {"GET": READ | PROGRAMS},
    f"{V1}articles/": {"GET": READ | PROGRAMS, "POST": WORK | {"posting program"}},
    f"{V1}articles/<id:article_id>/": {"GET": READ | PROGRAMS},
    f"{V1}articles/<id:article_id>/versions/<id:number>/": {"GET": READ | PROGRAMS},
    f"{V1}articles/<id:article_id>/claims/": {"GET": READ | PROGRAMS},
    f"{V1}claims/": {"GET": READ | PROGRAMS},
    f"{V1}claims/<id:claim_id>/": {"GET": READ | PROGRAMS},
    f"{V1}sources/": {"GET": READ | PROGRAMS},
    f"{V1}sources/<id:source_id>/": {"GET": READ | PROGRAMS},
    f"{V1}sources/<id:source_id>/grades/": {"GET": READ, "POST": GRADE},
    f"{V1}jobs/<id:job_id>/": {"GET": READ | PROGRAMS},
    f"{V1}jobs/<id:job_id>/retry/": {"POST": WORK | {"posting program"}},
    f"{V1}workflow/": {"GET": READ | PROGRAMS},
    f"{V1}queue/next/": {"POST": REVIEW},
    f"{V1}statements/": {"GET": READ},
    STATEMENT: {"GET": READ},
    f"{STATEMENT}history/": {"GET": READ},
    f"{STATEMENT}take/": {"POST": REVIEW},
    f"{STATEMENT}give-back/": {"POST": REVIEW},
    f"{STATEMENT}assign/": {"POST": REVIEW},
    f"{STATEMENT}findings/": {"POST": REVIEW},
    f"{STATEMENT}take-back/": {"POST": REVIEW},
    f"{STATEMENT}reopen/": {"POST": WORK},
    f"{STATEMENT}publish/": {"POST": PUBLISH},
    f"{STATEMENT}corrections/": {"POST": PUBLISH},
    f"{STATEMENT}merge/": {"POST": REVIEW},
    f"{STATEMENT}split/": {"POST": REVIEW},
    f"{STATEMENT}contradictions/": {"POST": REVIEW},
    f"{STATEMENT}origins/": {"POST": REVIEW},
    f"{STATEMENT}evidence/": {"POST": REVIEW},
    f"{STATEMENT}attempts/": {"POST": REVIEW},
    f"{STATEMENT}comments/": {"POST": WORK},
    f"{V1}decisions/<id:decision_id>/undo/": {"POST": REVIEW},
    f"{V1}regroupings/<id:regrouping_id>/undo/": {"POST": REVIEW},
    f"{V1}contradictions/<id:contradiction_id>/close/": {"POST": REVIEW},
    f"{V1}evidence/<id:evidence_id>/withdraw/": {"POST": REVIEW},
    f"{V1}links/<id:link_id>/judge/": {"POST": REVIEW},
    f"{V1}schema/": {"GET": EVERYONE},
    f"{V1}docs/": {"GET": EVERYONE},
}
TABLE = PAGES | API
ADMIN = "admin/"
# Ends one's own session, or leads to the entrance.
ADMIN_EXIT = "admin/logout/"


def addresses() -> list[str]:
    """Every pattern of the project, as it is written in the urls."""
    return list(_below(get_resolver(), ""))


def _below(resolver: URLResolver, before: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        address = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _below(pattern, address)
        else:
            yield address


def filled(address: str) -> str:
    """With something in each of its places: the row need not be there to be asked for."""
    plain = re.sub(r"\(\?P<(\w+)>[^)]*\)", "claims", address).replace("^", "").replace("$", "")
    return "/" + re.sub(r"<[^>]+>", "1", plain)


@pytest.fixture
def ask(db: None, settings: Settings) -> Iterator["Ask"]:
    settings.API_RATE = "1000000/s"
    logging.disable(logging.WARNING)
    cache.clear()
    yield Ask()
    cache.clear()
    logging.disable(logging.NOTSET)


class Ask:
    """Asks as each of ACTORS; whatever comes of it is undone."""

    def __init__(self) -> None:
        self.client = Client()
        self.sessions: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        for who in (*ROLES, "no role", "superuser", "closed account"):
            person = self._person(who)
            self.client.force_login(person, "django.contrib.auth.backends.ModelBackend")
            self.sessions[who] = self.client.cookies[SESSION].value
            self.client.cookies = SimpleCookie()
            if who in TOKENS:
                self.tokens[TOKENS[who]] = PersonToken.issue(person=person, name="x")[1]
        User.objects.filter(username="closed account").update(is_active=False)
        for name in PROGRAMS:
            self.tokens[name] = ApiClient.issue(name=name, may_post="posting" in name)[1]

    def _person(self, who: str) -> User:
        role = who if who in ROLES else "administrator" if who == "closed account" else ""
        is_super = who == "superuser"
        return UserFactory(username=who, role=role, is_superuser=is_super, is_staff=is_super)

    def __call__(self, who: str, method: str, address: str) -> HttpResponse:
        self.client.cookies = SimpleCookie()
        if who in self.sessions:
            self.client.cookies[SESSION] = self.sessions[who]
        headers = {"Authorization": f"Bearer {self.tokens[who]}"} if who in self.tokens else {}
        is_api = address.startswith("/api/")
        kind = "application/json" if is_api else "application/x-www-form-urlencoded"
        mark = transaction.savepoint()
        answer = self.client.generic(method, address, content_type=kind, headers=headers)
        transaction.savepoint_rollback(mark)
        return answer


def is_let_in(answer: HttpResponse) -> bool:
    """Not sent away, not sent to sign in, and there is such a method."""
    if answer.status_code == 302:
        to = urlsplit(answer["Location"])
        return not (to.path in ("/sign-in/", "/admin/login/") and to.query.startswith("next="))
    return answer.status_code not in (401, 403, 405)


def wanted(row: Row, method: str, *, by_token: bool) -> frozenset[str]:
    named = row.get("GET" if method == "HEAD" else method, NOBODY)
    if not by_token:
        return named
    return named | {token for who, token in TOKENS.items() if who in named}


def differences(ask: Ask, address: str, row: Row) -> list[str]:
    found = []
    for method in METHODS:
        told = {who for who in ACTORS if is_let_in(ask(who, method, filled(address)))}
        may = wanted(row, method, by_token=address.startswith(V1))
        found += [f"{method} {address}: {who} is let in" for who in sorted(told - may)]
        found += [f"{method} {address}: {who} is kept out" for who in sorted(may - told)]
    return found


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    known = {address for address in addresses() if not address.startswith(ADMIN)}
    assert known - TABLE.keys() == set(), "say in TABLE who may ask there"
    rows = {address for address in TABLE if not address.startswith(ADMIN)}
    assert rows - known == set(), "there is no such address any more"


def test_pages_let_in_whom_the_table_names(ask: Ask) -> None:
    told = [one for address, row in PAGES.items() for one in differences(ask, address, row)]
    assert told == [], "\n".join(told)


def test_the_api_lets_in_whom_the_table_names(ask: Ask) -> None:
    told = [one for address, row in API.items() for one in differences(ask, address, row)]
    assert told == [], "\n".join(told)


def test_administration_lets_in_nobody_but_superusers(ask: Ask) -> None:
    """Django's own tables, whatever stands in them; not even superusers may do all of it. One gate
    stands before it all: what reads and what writes stands for the other methods."""
    let_in = {
        (who, method, address)
        for address in addresses()
        if address.startswith(ADMIN) and address not in {*TABLE, ADMIN_EXIT}
        for method in ("GET", "POST")
        for who in ACTORS
        if is_let_in(ask(who, method, filled(address)))
    }
    assert {one for one in let_in if one[0] not in SUPERUSER} == set()
    assert len(let_in) > 100


def test_a_row_that_is_wrong_is_found(ask: Ask) -> None:
    assert differences(ask, "articles/", {"GET": READ - {"viewer"}}) == [
        "GET articles/: viewer is let in",
        "HEAD articles/: viewer is let in",
    ]
    assert differences(ask, f"{V1}queue/next/", {"POST": REVIEW | {"program"}}) == [
        f"POST {V1}queue/next/: program is kept out"
    ]
