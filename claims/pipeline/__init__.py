"""An article's text becomes stored claims: read, resolve, store. Nobody else knows this order."""

import logging
import traceback
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from claims import jobs, record
from claims.errors import FactlogError, LeaseLost, ReaderFailed, ReaderUnavailable
from claims.extraction import ENGINE, extract
from claims.extraction.types import Extraction
from claims.models import Article, ArticleVersion, Evidence, ExtractionRun, Job
from claims.pipeline.archiving import archive
from claims.pipeline.keeping import keep, lock
from claims.pipeline.proposing import propose
from claims.sources.resolve import resolve

logger = logging.getLogger(__name__)


def process(job_id: int) -> None:
    """Work through one job, if it is free. Safe to call at any time, from anywhere, twice.

    Never raises for what is wrong with the article or the work: the job says it to people.
    """
    lease = jobs.take(job_id)
    if lease is None:
        return
    try:
        _work(Job.objects.get(pk=job_id), lease)
    except LeaseLost:
        logger.warning("job %s: another worker has taken it over", job_id)
    except ReaderFailed as failed:
        logger.warning("job %s: %s", job_id, failed)
        is_away = isinstance(failed, ReaderUnavailable)
        rest = partial(lease.rest, seconds=failed.pause, counts=not is_away)
        _end(rest if is_away or failed.pause else lease.give_back, str(failed))
    except FactlogError as refused:
        _end(lease.fail, str(refused))
    except Exception as error:
        # Frames only: the message of an error may hold words of the article.
        frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
        logger.error("job %s: %s\n%s", job_id, type(error).__name__, frames)
        _end(
            lease.give_back,
            _("The text could not be worked through (%(error)s).")
            % {"error": type(error).__name__},
        )


def _work(job: Job, lease: jobs.Lease) -> None:
    if job.kind == Job.Kind.ARCHIVE:
        archive(Evidence.objects.get(jobs=job), lease)
        return
    if job.kind == Job.Kind.READ:
        propose(ArticleVersion.objects.select_related("article").get(readings=job), lease)
        return
    version = ArticleVersion.objects.select_related("article").get(jobs=job)
    run = store(version, read(version, lease), lease)
    logger.info("job %s: %s claims, version %s", job.pk, run.claims_found, version.pk)


def _end(ending: Callable[[str], None], sentence: str) -> None:
    try:
        ending(sentence)
    except LeaseLost:
        logger.warning("a job that failed was taken over by another worker")


def read(version: ArticleVersion, lease: jobs.Lease) -> Extraction:
    """What the engine finds in a version, with progress after each few sentences."""
    lease.progress(Job.Stage.READING)
    return extract(
        version.text,
        version.article.language,
        version.article.published,
        on_progress=lambda done, total: lease.progress(Job.Stage.READING, done, total),
    )


def store(version: ArticleVersion, extraction: Extraction, lease: jobs.Lease) -> ExtractionRun:
    """Store what an engine found, in one transaction and only under one's own lease.

    Raises LeaseLost, and then nothing is stored.
    """
    lease.progress(Job.Stage.RESOLVING, extraction.sentences, extraction.sentences)
    with transaction.atomic():
        lease.hold()
        lock(version)
        sources = resolve(version.article, version.text, extraction.claims)
        difference = keep(version, extraction, sources)
        run = ExtractionRun.objects.create(
            version=version,
            job_id=lease.job_id,
            engine=ENGINE,
            claims_found=len(extraction.claims),
            difference=difference,
        )
        ArticleVersion.objects.filter(pk=version.pk).update(engine=ENGINE)
        Article.objects.filter(pk=version.article_id).update(
            language=extraction.language, language_known=extraction.language_known
        )
        lease.finish()
        jobs.owe_reading(version)
        record.write(_entry(run))
    return run


def _entry(run: ExtractionRun) -> record.Entry:
    return record.Entry(
        action="article.extracted",
        subject=("version", run.version_id),
        after={"engine": run.engine, "claims": run.claims_found, "difference": run.difference},
    )
