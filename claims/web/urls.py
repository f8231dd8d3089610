"""Addresses of the pages."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from claims.web import (
    account,
    amending,
    amending_acts,
    article_list,
    articles,
    claims,
    desk,
    desk_acts,
    engine,
    evidence,
    figures,
    health,
    notices,
    people,
    preferences,
    reader,
    regrouping,
    saved_views,
    second_factor,
    second_step,
    source_decisions,
    source_protection,
    sources,
    statement,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="articles"), name="home"),
    path("healthz", health.healthz, name="healthz"),
    # Articles, and the reader
    path("articles/", article_list.article_list, name="articles"),
    path("articles/add/", articles.article_add, name="article_add"),
    path("articles/<int:article_id>/", reader.article, name="article"),
    path("articles/<int:article_id>/progress/", articles.article_progress, name="article_progress"),
    path("articles/<int:article_id>/claims/add/", amending.claim_add, name="claim_add"),
    path("articles/<int:article_id>/check/", amending_acts.article_check, name="article_check"),
    path(
        "articles/<int:article_id>/uncheck/", amending_acts.article_uncheck, name="article_uncheck"
    ),
    path("jobs/<int:job_id>/retry/", articles.job_retry, name="job_retry"),
    # Claims
    path("claims/", claims.claim_list, name="claims"),
    path("claims/<int:claim_id>/", reader.claim, name="claim"),
    path("claims/<int:claim_id>/correct/", amending.claim_amend, name="claim_amend"),
    path("claims/<int:claim_id>/split/", amending_acts.claim_split, name="claim_split"),
    path("claims/<int:claim_id>/join/", amending_acts.claim_join, name="claim_join"),
    path("claims/<int:claim_id>/accept/", reader.claim_accept, name="claim_accept"),
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
    # The review desk
    path("desk/", desk.desk, name="desk"),
    path("desk/next/", desk.desk_next, name="desk_next"),
    path("desk/views/", saved_views.saved_views, name="saved_views"),
    path("desk/views/<int:view_id>/", saved_views.saved_view, name="saved_view"),
    path(
        "desk/views/<int:view_id>/remove/", saved_views.saved_view_remove, name="saved_view_remove"
    ),
    path("desk/notices/", notices.notices, name="notices"),
    path("desk/notices/read/", notices.notices_read, name="notices_read"),
    path("desk/notices/choices/", notices.notices_choose, name="notices_choose"),
    path("statements/<int:statement_id>/", statement.statement, name="statement"),
    *(
        path(f"statements/<int:statement_id>/{address}/", view, name=name)
        for address, view, name in (
            ("take", statement.statement_take, "statement_take"),
            ("later", statement.statement_later, "statement_later"),
            ("hold", statement.statement_hold, "statement_hold"),
            ("take-back", statement.statement_take_back, "statement_take_back"),
            ("publish", statement.statement_publish, "statement_publish"),
            ("seen", notices.statement_seen, "statement_seen"),
            ("history", statement.statement_history, "statement_history"),
            ("reopen", desk_acts.statement_reopen, "statement_reopen"),
            ("correct", desk_acts.statement_correct, "statement_correct"),
            ("assign", desk_acts.statement_assign, "statement_assign"),
            ("merge", regrouping.statement_merge, "statement_merge"),
            ("split", regrouping.statement_split, "statement_split"),
            ("comment", statement.comment_add, "comment_add"),
            ("attempt", desk_acts.attempt_add, "attempt_add"),
            ("evidence", evidence.evidence_add, "evidence_add"),
            ("contradiction", desk_acts.contradiction_add, "contradiction_add"),
            ("origins", desk_acts.origins_judge, "origins_judge"),
        )
    ),
    path("decisions/<int:decision_id>/undo/", statement.decision_undo, name="decision_undo"),
    path(
        "contradictions/<int:contradiction_id>/close/",
        desk_acts.contradiction_close,
        name="contradiction_close",
    ),
    path(
        "regroupings/<int:regrouping_id>/undo/",
        regrouping.regrouping_undo,
        name="regrouping_undo",
    ),
    path("evidence/<int:evidence_id>/", evidence.evidence, name="evidence"),
    path("evidence/<int:evidence_id>/bytes/", evidence.evidence_bytes, name="evidence_bytes"),
    path("evidence/<int:evidence_id>/image/", evidence.evidence_image, name="evidence_image"),
    path("evidence/<int:evidence_id>/warc/", evidence.evidence_warc, name="evidence_warc"),
    path("evidence/<int:evidence_id>/again/", evidence.evidence_again, name="evidence_again"),
    path(
        "evidence/<int:evidence_id>/withdraw/",
        evidence.evidence_withdraw,
        name="evidence_withdraw",
    ),
    path("links/<int:link_id>/judge/", desk_acts.link_judge, name="link_judge"),
    path("sources/<int:source_id>/grade/", desk_acts.source_grade, name="source_grade"),
    # The desk
    path("desk/figures/", figures.figures, name="figures"),
    path("desk/engine/", engine.engine, name="engine"),
    path("desk/engine/gold/", engine.engine_gold, name="engine_gold"),
    path(
        "sources/<int:source_id>/protect/", source_protection.source_protect, name="source_protect"
    ),
    path("sources/<int:source_id>/people/", source_protection.source_people, name="source_people"),
    path(
        "sources/<int:source_id>/end-protection/",
        source_protection.source_end_protection,
        name="source_end_protection",
    ),
    # People
    path("sign-in/", account.sign_in, name="sign_in"),
    path("sign-out/", account.sign_out, name="sign_out"),
    path("sign-in/code/", second_step.second_step, name="second_step"),
    path("account/", account.account_page, name="account"),
    path("account/sessions/end/", account.sessions_end, name="sessions_end"),
    path("account/confirm/", second_factor.confirm_password, name="confirm_password"),
    path("account/second-factor/", second_factor.second_factor, name="second_factor"),
    path("account/second-factor/app/", second_factor.app_add, name="factor_app"),
    path("account/second-factor/app/remove/", second_factor.app_remove, name="factor_app_remove"),
    path("account/second-factor/passkeys/add/", second_factor.passkey_add, name="passkey_add"),
    path(
        "account/second-factor/passkeys/<int:passkey_id>/",
        second_factor.passkey_rename,
        name="passkey",
    ),
    path(
        "account/second-factor/passkeys/<int:passkey_id>/remove/",
        second_factor.passkey_remove,
        name="passkey_remove",
    ),
    path("account/recovery-codes/", second_factor.recovery_codes, name="recovery_codes"),
    path(
        "account/recovery-codes/renew/",
        second_factor.recovery_codes_renew,
        name="recovery_codes_renew",
    ),
    path("people/", people.person_list, name="people"),
    path("people/add/", people.person_add, name="person_add"),
    path("people/<int:person_id>/", people.person_page, name="person"),
    path("people/<int:person_id>/details/", people.person_details, name="person_details"),
    path("people/<int:person_id>/roles/", people.person_roles, name="person_roles"),
    path("people/<int:person_id>/close/", people.person_close, name="person_close"),
    path("people/<int:person_id>/open/", people.person_open, name="person_open"),
    path("people/<int:person_id>/password/", people.person_password, name="person_password"),
    path(
        "people/<int:person_id>/second-factor/reset/",
        people.person_factor_reset,
        name="person_factor_reset",
    ),
    path("preferences/", preferences.preferences, name="preferences"),
    path("language/", include("django.conf.urls.i18n")),
]
