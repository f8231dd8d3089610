"""The second reader's proposals, stored apart from claims: they count nowhere."""

import logging
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims import jobs, record
from claims.errors import ReaderUnavailable
from claims.extraction.types import Span
from claims.models import ArticleVersion, Attribution, Claim, Job, Source, Statement
from claims.pipeline.keeping import highest, links_of, lock
from claims.second_reader import PAUSE_AT_MOST, Proposal, Reader, left, parts_of, read
from claims.sources.resolve import resolve
from claims.standing import recount

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Known:
    """What stands on a version already, whoever found it and whatever became of it."""

    quotes: list[tuple[Span, str]]
    taken: list[Span]
    # Words of this article, in any of its versions, that a person found to be no claim.
    refused: set[str]


def propose(version: ArticleVersion, lease: jobs.Lease) -> None:
    """Ask the second reader about each part of a text, and store what it proposes.

    What was stored before a part failed stays, and the parts that were answered are not asked
    again, by this job or a later one. Raises ReaderFailed and LeaseLost.
    """
    reader = Reader.of_settings()
    if reader is None:
        raise ReaderUnavailable(_("The second reader is turned off."), pause=PAUSE_AT_MOST)
    parts = parts_of(version.text)
    behind = jobs.answered(version)
    count = 0
    for done, part in enumerate(parts):
        if part.end <= behind:
            continue
        lease.progress(Job.Stage.ASKING, done, len(parts))
        quotes = _known(version).quotes
        found = [words for span, words in quotes if part.start <= span.start < part.end]
        proposals = read(reader, version.text, part, found)
        with transaction.atomic():
            count += _store(version, part, proposals, reader.model, lease)
            lease.answered(part.end)
    lease.progress(Job.Stage.STORING, len(parts), len(parts))
    lease.finish()
    jobs.reader_answers()
    logger.info("version %s: %d proposals in %d parts", version.pk, count, len(parts))


def _known(version: ArticleVersion) -> _Known:
    """Narration is not taken: there the rules found nobody who says it, and the reader may."""
    gone = (Claim.State.WITHDRAWN, Claim.State.OVERTAKEN)
    stands = version.claims.exclude(state__in=gone)
    attributed = ~Q(kind=Claim.Kind.NARRATION)
    rows = stands.filter(attributed).order_by("start").values_list("start", "end", "quote")
    quotes = [(Span(start, end), quote) for start, end, quote in rows]
    refused = Claim.objects.filter(
        attributed,
        version__article=version.article_id,
        state__in=(Claim.State.DISMISSED, Claim.State.REFUSED),
    )
    return _Known(
        quotes,
        [span for span, _quote in quotes],
        set(refused.values_list("quote_sha256", flat=True)),
    )


@transaction.atomic
def _store(
    version: ArticleVersion,
    part: Span,
    proposals: list[Proposal],
    model: str,
    lease: jobs.Lease,
) -> int:
    """Store what is new under one's own lease, and put on record what was asked of whom."""
    lease.hold()
    lock(version)
    known = _known(version)
    new = [
        (one, row)
        for one in left(proposals, known.taken)
        if (row := _row(version, one)).quote_sha256 not in known.refused
        and not version.claims.current().filter(start=row.start, end=row.end).exists()
    ]
    said = [one for one, _row in new]
    sources = resolve(
        version.article, version.text, said, _named_here(version), adds_to_known=False
    )
    rows = [row for _one, row in new]
    _add(version, rows)
    links = [(row, link) for one, row in new for link in links_of(one.attribution, sources)]
    for row, link in links:
        link.claim = row
    Attribution.objects.bulk_create([link for _row, link in links])
    record.write(_entry(version, part, model, rows))
    return len(rows)


def _named_here(version: ArticleVersion) -> dict[Span, Source]:
    """Who the same words of this text stand for where the rules or a person read them."""
    links = Attribution.objects.filter(claim__in=version.claims.current())
    rows = links.values_list(
        "antecedent_start", "antecedent_end", "mention_start", "mention_end", "source"
    )
    named: dict[Span, int] = {}
    for *ends, source in rows:
        start, end = ends[:2] if ends[0] is not None else ends[2:]
        if start is not None and end is not None:
            named[Span(start, end)] = source
    standing = Source.objects.standing_for(named.values())
    return {span: standing[pk] for span, pk in named.items()}


def _row(version: ArticleVersion, proposal: Proposal) -> Claim:
    row = Claim(
        version=version,
        kind=proposal.kind.value,
        modality=proposal.modality.value,
        cue_start=proposal.cue.start if proposal.cue else None,
        cue_end=proposal.cue.end if proposal.cue else None,
        found_by=Claim.FoundBy.READER,
        state=Claim.State.PROPOSED,
    )
    row.anchor(version.text, proposal.content.start, proposal.content.end)
    return row


def _add(version: ArticleVersion, rows: list[Claim]) -> None:
    """Each with a statement of its own, which has no report and waits for nobody."""
    nobody = Statement.Needs.NOBODY
    statements = Statement.objects.bulk_create(
        [Statement(language=version.article.language, reports=0, needs=nobody) for _row in rows]
    )
    recount(statement.pk for statement in statements)
    first = highest(version) + 1
    for number, (row, statement) in enumerate(zip(rows, statements, strict=True), first):
        row.number, row.statement = number, statement
    Claim.objects.bulk_create(rows)


def _entry(version: ArticleVersion, part: Span, model: str, rows: list[Claim]) -> record.Entry:
    return record.Entry(
        action="article.read_again",
        subject=("version", version.pk),
        after={
            "model": model,
            "characters": [part.start, part.end],
            "proposed": [row.number for row in rows],
        },
    )
