"""A review desk to call: people with tools of their own, and a statement that is worth deciding."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from claims.models import Article, Attribution, Claim, Evidence, PersonToken, Statement
from claims.review import (
    comments,
    findings,
    grounds,
    grouping,
    lifecycle,
    queue,
    relations,
    reliability,
)
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    LinkFactory,
    OutletFactory,
    SourceFactory,
    UserFactory,
    VersionFactory,
    sha256,
)

ROOT = "/api/v1/"


class Tool:
    """What one person calls the API with: a token of their own."""

    def __init__(self, role: str, **more: Any) -> None:
        self.person: User = UserFactory(role=role, **more)
        _row, self.token = PersonToken.issue(person=self.person, name="tool")
        self.client = Client(headers={"Authorization": f"Bearer {self.token}"})

    def get(self, path: str, **query: Any) -> HttpResponse:
        return self.client.get(path if path.startswith("http") else f"{ROOT}{path}", query)

    def statement(self, statement: Statement) -> dict[str, Any]:
        response = self.get(f"statements/{statement.pk}/")
        assert response.status_code == 200, response.content
        return response.json()  # type: ignore[attr-defined]

    def post(
        self,
        path: str,
        given: object = None,
        *,
        on: Statement | None = None,
        tag: str | None = None,
    ) -> HttpResponse:
        """``on`` sends the ETag that the statement has now."""
        if on is not None:
            tag = etag(on)
        return self.client.post(
            f"{ROOT}{path}",
            json.dumps({} if given is None else given),
            content_type="application/json",
            headers={"If-Match": tag} if tag is not None else {},
        )


def etag(statement: Statement) -> str:
    version = Statement.objects.values_list("version", flat=True).get(pk=statement.pk)
    return f'"{statement.pk}-{version}"'


@dataclass
class Case:
    """Two outlets' reports of one thing, each from a source of its own in the registry."""

    statement: Statement
    claims: list[Claim]
    links: list[Attribution]
    articles: list[Article]

    @property
    def at(self) -> str:
        return f"statements/{self.statement.pk}/"

    @property
    def origins(self) -> list[int]:
        return [link.source_id for link in self.links]


def a_case(text: str = "قالت هيئة الموانئ إن الجسر أُغلق صباح الخميس.") -> Case:
    links = []
    for n in range(2):
        article = ArticleFactory(outlet=OutletFactory())
        claim = ClaimFactory(
            version=VersionFactory(article=article, text=f"{text} {n}"),
            kind=Claim.Kind.INDIRECT,
            **({"statement": links[0].claim.statement} if links else {}),
        )
        links.append(LinkFactory(claim=claim, source=SourceFactory()))
    statement = links[0].claim.statement
    Statement.objects.filter(pk=statement.pk).update(reports=2, language="ar")
    statement.refresh_from_db()
    claims = [link.claim for link in links]
    return Case(statement, claims, links, [claim.version.article for claim in claims])


def archived(
    statement: Statement, by: User, *, article: Article | None = None, **more: Any
) -> Evidence:
    """A page that is archived, as the archive room would leave it."""
    given = {"kind": "page", "stance": "supports", "address": "https://marsa.example/page"} | more
    made = grounds.add(statement_id=statement.pk, by=by, article=article, **given)
    return grounds.archived(evidence_id=made.pk, sha256=sha256("page"), size=4, key="ab/page")


def worth_corroborating(by: User) -> Case:
    """All that ``corroborated`` requires is there but the two signatures."""
    case = a_case()
    for article in case.articles:
        archived(case.statement, by, article=article)
    relations.judge_origins(
        statement_id=case.statement.pk,
        one_id=case.origins[0],
        other_id=case.origins[1],
        by=by,
        verdict="independent",
        reason="Their reporters were on both banks.",
    )
    case.statement.refresh_from_db()
    return case


def a_finding(verdict: str = "corroborated", **more: Any) -> dict[str, Any]:
    return {"verdict": verdict, "reason": "Both say so of their own knowledge.", **more}


def a_whole_desk(by: User) -> None:
    """Something at every address of the desk, and of each kind of row."""
    decided, corroborated = a_case().statement, worth_corroborating(by)
    findings.find(statement_id=decided.pk, by=by, verdict="single_origin", reason="One origin.")
    lifecycle.publish(statement_id=decided.pk, by=by)
    lifecycle.correct(statement_id=decided.pk, by=by, text="It was two bridges.")
    rests = [row.pk for row in Evidence.objects.filter(statement=corroborated.statement)]
    given = a_finding(evidence_ids=rests)
    for person in (by, UserFactory(role="lead")):
        findings.find(statement_id=corroborated.statement.pk, by=person, **given)
    rival = a_case("قال ناطق إن الجسر مفتوح.").statement
    relations.contradict(
        statement_id=corroborated.statement.pk, other_id=rival.pk, by=by, kind="denial"
    )
    # The newest statement waits, with some of everything else.
    row = a_case().statement
    grouping.merge(statement_id=a_case().statement.pk, into_id=row.pk, by=by, reason="The same.")
    queue.assign(statement_id=row.pk, by=by, to=by, due=timezone.localdate(), priority=3)
    archived(row, by)
    grounds.attempt(statement_id=row.pk, by=by, looked_for="it", looked_in="there")
    comments.comment(statement_id=row.pk, by=by, text="Look again.")
    [link, *_] = Attribution.objects.filter(claim__statement=row)
    reliability.judge_link(link_id=link.pk, by=by, status="relayed_only", reason="Looked for it.")
    reliability.grade(source_id=link.source_id, by=by, letter="B", basis="Two years of reports.")
