"""Addresses of the pages."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from claims.web import (
    account,
    article_list,
    articles,
    claims,
    health,
    preferences,
    reader,
    source_decisions,
    sources,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="articles"), name="home"),
    path("healthz", health.healthz, name="healthz"),
    # Articles, and the reader
    path("articles/", article_list.article_list, name="articles"),
    path("articles/add/", articles.article_add, name="article_add"),
    path("articles/<int:article_id>/", reader.article, name="article"),
    path("articles/<int:article_id>/progress/", articles.article_progress, name="article_progress"),
    path("jobs/<int:job_id>/retry/", articles.job_retry, name="job_retry"),
    # Claims
    path("claims/", claims.claim_list, name="claims"),
    path("claims/<int:claim_id>/", reader.claim, name="claim"),
    path("claims/<int:claim_id>/dismiss/", reader.claim_dismiss, name="claim_dismiss"),
    path("claims/<int:claim_id>/restore/", reader.claim_restore, name="claim_restore"),
    path("links/<int:link_id>/source/", reader.link_source, name="link_source"),
    # Sources
    path("sources/", sources.source_list, name="sources"),
    path("sources/<int:source_id>/", sources.source_page, name="source"),
    path(
        "sources/<int:source_id>/confirm/", source_decisions.source_confirm, name="source_confirm"
    ),
    path("sources/<int:source_id>/rename/", source_decisions.source_rename, name="source_rename"),
    path("sources/<int:source_id>/merge/", source_decisions.source_merge, name="source_merge"),
    path(
        "sources/<int:source_id>/undo-merge/",
        source_decisions.source_undo_merge,
        name="source_undo_merge",
    ),
    # People
    path("sign-in/", account.sign_in, name="sign_in"),
    path("sign-out/", account.sign_out, name="sign_out"),
    path("account/", account.account_page, name="account"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("language/", include("django.conf.urls.i18n")),
]
