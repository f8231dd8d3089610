"""The record, one file per noun."""

from claims.models.api_client import ApiClient
from claims.models.article import Article, ArticleVersion
from claims.models.attribution import Attribution
from claims.models.claim import Claim, ClaimDecision
from claims.models.extraction_run import ExtractionRun
from claims.models.job import Job
from claims.models.outlet import Outlet, OutletDomain
from claims.models.record import RecordEntry, RecordHead
from claims.models.source import Source, SourceDecision, SourceName, SourceRelation
from claims.models.statement import Statement

__all__ = [
    "ApiClient",
    "Article",
    "ArticleVersion",
    "Attribution",
    "Claim",
    "ClaimDecision",
    "ExtractionRun",
    "Job",
    "Outlet",
    "OutletDomain",
    "RecordEntry",
    "RecordHead",
    "Source",
    "SourceDecision",
    "SourceName",
    "SourceRelation",
    "Statement",
]
