"""Addresses of the partner API."""

from django.urls import URLPattern, URLResolver, path, re_path, register_converter
from django.urls.converters import IntConverter

from claims.api import articles, claims, jobs, root, schema, sources
from claims.api.door import Nowhere


class Id(IntConverter):
    """A number that a column of the database can hold; with any other there is nothing."""

    regex = "[0-9]{1,18}"


register_converter(Id, "id")
app_name = "api"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", root.Root.as_view(), name="root"),
    path("articles/", articles.Articles.as_view(), name="articles"),
    path("articles/<id:article_id>/", articles.OneArticle.as_view(), name="article"),
    path(
        "articles/<id:article_id>/versions/<id:number>/",
        articles.OneVersion.as_view(),
        name="version",
    ),
    path(
        "articles/<id:article_id>/claims/",
        articles.ArticleClaims.as_view(),
        name="article_claims",
    ),
    path("claims/", claims.Claims.as_view(), name="claims"),
    path("claims/<id:claim_id>/", claims.OneClaim.as_view(), name="claim"),
    path("sources/", sources.Sources.as_view(), name="sources"),
    path("sources/<id:source_id>/", sources.OneSource.as_view(), name="source"),
    path("jobs/<id:job_id>/", jobs.OneJob.as_view(), name="job"),
    path("jobs/<id:job_id>/retry/", jobs.Retry.as_view(), name="retry"),
    # Open to all: they hold no data.
    path("schema/", schema.serve, name="schema"),
    path("docs/", root.docs, name="docs"),
    re_path("", Nowhere.as_view()),
]
