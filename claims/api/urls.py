"""Addresses of the API: what programs read, and the review desk for people's own tools."""

from django.urls import URLPattern, URLResolver, path, re_path, register_converter
from django.urls.converters import IntConverter

from claims.api import (
    articles,
    claims,
    findings,
    grades,
    grounds,
    grouping,
    jobs,
    queue,
    relations,
    root,
    schema,
    sources,
    statements,
    workflow,
)
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
    path("sources/<id:source_id>/grades/", grades.Grades.as_view(), name="grades"),
    # The review desk
    path("workflow/", workflow.Workflow.as_view(), name="workflow"),
    path("queue/next/", queue.Next.as_view(), name="next"),
    path("statements/", statements.Statements.as_view(), name="statements"),
    *(
        path(f"statements/<id:statement_id>/{rest}", view.as_view(), name=name)
        for rest, view, name in (
            ("", statements.OneStatement, "statement"),
            ("history/", statements.History, "history"),
            ("take/", queue.Take, "take"),
            ("give-back/", queue.GiveBack, "give_back"),
            ("assign/", queue.Assign, "assign"),
            ("findings/", findings.Findings, "findings"),
            ("take-back/", findings.TakeBack, "take_back"),
            ("reopen/", findings.Reopen, "reopen"),
            ("publish/", findings.Publish, "publish"),
            ("corrections/", findings.Corrections, "corrections"),
            ("merge/", grouping.Merge, "merge"),
            ("split/", grouping.Split, "split"),
            ("contradictions/", relations.Contradict, "contradict"),
            ("origins/", relations.JudgeOrigins, "judge_origins"),
            ("evidence/", grounds.AddEvidence, "add_evidence"),
            ("attempts/", grounds.Attempts, "attempts"),
            ("comments/", grounds.Comments, "comments"),
        )
    ),
    path("decisions/<id:decision_id>/undo/", findings.UndoDecision.as_view(), name="undo_decision"),
    path(
        "regroupings/<id:regrouping_id>/undo/",
        grouping.UndoRegrouping.as_view(),
        name="undo_regrouping",
    ),
    path(
        "contradictions/<id:contradiction_id>/close/",
        relations.CloseContradiction.as_view(),
        name="close_contradiction",
    ),
    path(
        "evidence/<id:evidence_id>/withdraw/",
        grounds.WithdrawEvidence.as_view(),
        name="withdraw_evidence",
    ),
    path("links/<id:link_id>/judge/", relations.JudgeLink.as_view(), name="judge_link"),
    # Open to all: they hold no data.
    path("schema/", schema.serve, name="schema"),
    path("docs/", root.docs, name="docs"),
    re_path("", Nowhere.as_view()),
]
