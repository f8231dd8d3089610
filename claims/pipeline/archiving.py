"""Evidence with an address is fetched once, and kept as it was."""

import logging

from django.db import transaction
from django.utils import timezone

from claims import jobs
from claims.archive.page import capture
from claims.archive.store import keep
from claims.archive.text import text_version
from claims.errors import FetchRefused
from claims.models import Evidence, Job
from claims.review import grounds

logger = logging.getLogger(__name__)

# The text version is for people who look for words in it; the bytes are what counts.
TEXT_AT_MOST = 500_000


def keep_now(evidence: Evidence, data: bytes, media_type: str) -> Evidence:
    """Keep bytes that somebody sent in, within the transaction that put them on record.

    Raises StoreUnavailable and EvidenceDamaged.
    """
    kept = keep(data)
    reading = text_version(data, media_type)
    return grounds.archived(
        evidence_id=evidence.pk,
        by=evidence.added_by,
        sha256=kept.sha256,
        size=kept.size,
        key=kept.key,
        media_type=media_type,
        fetched_at=timezone.now(),
        text=(reading.text or "")[:TEXT_AT_MOST],
    )


def archive(evidence: Evidence, lease: jobs.Lease) -> None:
    """Fetch the page and keep it: the bytes, the whole exchange, a text version.

    What the outside refuses is told on the evidence, and the work is done. Raises LeaseLost, and
    StoreUnavailable, which is tried again.
    """
    lease.progress(Job.Stage.FETCHING)
    try:
        page = capture(evidence.address)
    except FetchRefused as refused:
        with transaction.atomic():
            lease.hold()
            grounds.refuse(evidence_id=evidence.pk, problem=str(refused))
            lease.finish()
        return
    lease.progress(Job.Stage.STORING)
    body, warc = keep(page.body), keep(page.warc)
    with transaction.atomic():
        lease.hold()
        grounds.archived(
            evidence_id=evidence.pk,
            sha256=body.sha256,
            size=body.size,
            key=body.key,
            media_type=page.media_type,
            warc_sha256=warc.sha256,
            warc_key=warc.key,
            final_address=page.final_address,
            fetched_at=page.moment,
            text=(page.text or "")[:TEXT_AT_MOST],
        )
        lease.finish()
    logger.info("evidence %s: archived, %d bytes", evidence.pk, body.size)
