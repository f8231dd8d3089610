"""Articles: listed, read, posted."""

import logging
from typing import Any

from django.contrib.auth.models import User
from django.http import Http404
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from claims import tasks
from claims.api import queries, shapes
from claims.api.access import MayPost, MayRead
from claims.api.documents import articles, claims, jobs
from claims.api.door import Door
from claims.api.given import ArticleInput
from claims.api.links import Links
from claims.api.lists import listed
from claims.api.queries import ArticleQuery, OneArticlesClaims
from claims.api.schema import LOCATION, answers, describe, told
from claims.ingest.articles import Stored, store
from claims.ingest.outlets import named
from claims.models import ApiClient, Article, ArticleVersion, Claim, Job

logger = logging.getLogger(__name__)


class Articles(Door):
    def get_permissions(self) -> list[BasePermission]:
        return [MayPost()] if self.request.method == "POST" else [MayRead()]

    @describe(
        "List articles, newest first",
        answers(shapes.page_of(shapes.ArticleOutput), 400),
        ArticleQuery,
        operation_id="list_articles",
    )
    def get(self, request: Request) -> Response:
        asked = ArticleQuery.of(request)
        links = Links(request)
        return listed(
            request,
            queries.articles(asked).values(*articles.COLUMNS),
            order=("-added_at", "-id"),
            asked=asked,
            documents=lambda rows: articles.documents(rows, links),
        )

    @describe(
        "Post an article",
        {
            (200, "application/json"): shapes.Posted,
            (202, "application/json"): shapes.Posted,
            **told(400, 411, 413, 415, 422),
        },
        operation_id="post_article",
        description="Posting again what is there already gives the same addresses: 202 while "
        "the work on it is under way, 200 afterwards. A known address with a changed text is a "
        "new version of its article.",
        request=ArticleInput,
        parameters=(LOCATION,),
    )
    def post(self, request: Request) -> Response:
        given = ArticleInput.of(request)
        stored = _store(given, request.user if request.user.is_authenticated else None)
        if stored.created and stored.job:
            tasks.hint(stored.job)
            asking = request.auth.pk if isinstance(request.auth, ApiClient) else None
            logger.info("article %s: posted by API client %s", stored.article.pk, asking)
        return _posted(stored, Links(request))


def _store(given: dict[str, Any], user: User | None) -> Stored:
    outlet = given.pop("outlet", "")
    language, url = given.get("language", ""), given.get("url", "")
    return store(outlet=named(outlet, url, language), added_by=user, **given)


def _posted(stored: Stored, links: Links) -> Response:
    rows = Article.objects.filter(pk=stored.article.pk).values(*articles.COLUMNS)
    job = stored.version.jobs.order_by("-id").values(*jobs.COLUMNS).first()
    under_way = job is not None and job["state"] in (Job.State.QUEUED, Job.State.RUNNING)
    return Response(
        {
            "created": stored.created,
            "article": articles.documents(rows, links)[0],
            "version": stored.version.number,
            "job": job and jobs.document(job, links),
        },
        status=202 if under_way else 200,
        headers={"Location": links.job(job["id"])} if under_way else None,
    )


class OneArticle(Door):
    @describe(
        "Read an article with its versions",
        answers(shapes.ArticleOutput, 404),
        operation_id="read_article",
    )
    def get(self, request: Request, article_id: int) -> Response:
        rows = Article.objects.filter(pk=article_id).values(*articles.COLUMNS)
        found = articles.documents(rows, Links(request))
        if not found:
            raise Http404
        return Response(found[0])


class OneVersion(Door):
    @describe(
        "Read a version's text",
        answers(shapes.VersionOutput, 404),
        operation_id="read_version",
        description="Spans of claims count code points of this very text.",
    )
    def get(self, request: Request, article_id: int, number: int) -> Response:
        rows = ArticleVersion.objects.filter(article=article_id, number=number)
        row = rows.values(*articles.VERSION_COLUMNS, "text").first()
        if row is None:
            raise Http404
        links = Links(request)
        return Response(
            {
                "article": article_id,
                **articles.version_document(row, links),
                "text": row["text"],
            }
        )


class ArticleClaims(Door):
    @describe(
        "Read an article's claims in the claims format",
        answers(shapes.ArticleClaims, 400, 404),
        OneArticlesClaims,
        operation_id="read_article_claims",
    )
    def get(self, request: Request, article_id: int) -> Response:
        asked = OneArticlesClaims.of(request)
        versions = ArticleVersion.objects.filter(article=article_id).order_by("-number")
        if "version" in asked:
            versions = versions.filter(number=asked["version"])
        version = versions.values(
            *("id", "number", "text", "text_sha256"),
            *("article__language", "article__language_known"),
        ).first()
        if version is None:
            raise Http404
        rows = Claim.objects.current().filter(version=version["id"]).order_by("start", "-end", "id")
        texts = {version["id"]: version["text"]}
        return Response(
            {
                "id": article_id,
                "language": version["article__language"],
                "language_known": version["article__language_known"],
                "text_sha256": version["text_sha256"],
                "version": version["number"],
                "claims": claims.documents(rows.values(*claims.COLUMNS), texts, Links(request)),
            }
        )
