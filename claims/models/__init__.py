"""The record, one file per noun."""

from claims.models.alarm import Alarm
from claims.models.amendment import Amendment, TextCheck
from claims.models.api_client import ApiClient
from claims.models.article import Article, ArticleVersion
from claims.models.attribution import Attribution
from claims.models.claim import Claim, ClaimDecision
from claims.models.contradiction import Contradiction, OriginJudgement
from claims.models.desk import Comment, Digest, Notice, NoticeChoice, SavedView, Skip
from claims.models.evidence import Attempt, Evidence
from claims.models.extraction_run import ExtractionRun
from claims.models.finding import NO_CLAIM, Correction, Decision, Finding, Round
from claims.models.grade import Grade, LinkJudgement
from claims.models.job import Job
from claims.models.outlet import Outlet, OutletDomain
from claims.models.person_token import PersonToken
from claims.models.record import RecordEntry, RecordHead
from claims.models.session import PersonSession
from claims.models.source import (
    Source,
    SourceAccess,
    SourceDecision,
    SourceName,
    SourceRelation,
)
from claims.models.statement import Regrouping, Statement

__all__ = [
    "NO_CLAIM",
    "Alarm",
    "Amendment",
    "ApiClient",
    "Article",
    "ArticleVersion",
    "Attempt",
    "Attribution",
    "Claim",
    "ClaimDecision",
    "Comment",
    "Contradiction",
    "Correction",
    "Decision",
    "Digest",
    "Evidence",
    "ExtractionRun",
    "Finding",
    "Grade",
    "Job",
    "LinkJudgement",
    "Notice",
    "NoticeChoice",
    "OriginJudgement",
    "Outlet",
    "OutletDomain",
    "PersonSession",
    "PersonToken",
    "RecordEntry",
    "RecordHead",
    "Regrouping",
    "Round",
    "SavedView",
    "Skip",
    "Source",
    "SourceAccess",
    "SourceDecision",
    "SourceName",
    "SourceRelation",
    "Statement",
    "TextCheck",
]
