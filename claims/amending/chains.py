"""The chain of a claim as a person sets it: rows follow the value, sources follow the words."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from claims import record
from claims.amending.values import LinkValue, value_of
from claims.errors import AmendmentRefused
from claims.extraction.types import Claim as FoundClaim
from claims.extraction.types import Construction, Kind, Link, Modality, ResolvedBy, Role, Span
from claims.models import Attribution, Claim, RecordEntry, Source
from claims.sources.resolve import resolve

# Added to positions while rows change places: two of one claim never have the same.
_ASIDE = 1000


def set_chain(claim: Claim, chain: Sequence[LinkValue], by: User) -> list[record.Entry]:
    """Bring the links of a locked claim to the chain; nothing happens to one that is so already.

    Rows are kept from the origin backwards, because what was judged of a link stays with it. Gives
    the entries for links that are on record by themselves. Raises AmendmentRefused.
    """
    standing = list(claim.links.order_by("position"))
    if value_of(claim, standing).chain == tuple(chain):
        return []
    sources = _sources(claim, chain)
    kept = standing[-len(chain) :] if chain else []
    entries = _removed(standing[: len(standing) - len(kept)], by)
    claim.links.filter(pk__in=[link.pk for link in standing[: len(standing) - len(kept)]]).delete()
    for link in kept:
        claim.links.filter(pk=link.pk).update(
            position=link.position + _ASIDE, role=Attribution.Role.RELAYER
        )
    rows = [Attribution(claim=claim) for _one in chain[: len(chain) - len(kept)]] + kept
    for position, (row, value) in enumerate(zip(rows, chain, strict=True)):
        source, before = sources[value.full], row.source_id if row.pk else None
        _fill(row, position, value, source, by, is_last=position == len(chain) - 1)
        row.save()
        if before is not None and before != source.pk:
            entries.append(_source_set(row, before, by))
    return entries


def _fill(
    row: Attribution, position: int, value: LinkValue, source: Source, by: User, *, is_last: bool
) -> None:
    full = value.full if value.full != value.mention else None
    row.position = position
    row.role = Attribution.Role.ORIGIN if is_last else Attribution.Role.RELAYER
    row.mention_start, row.mention_end = _ends(value.mention)
    row.antecedent_start, row.antecedent_end = _ends(full)
    row.anonymous, row.source = value.anonymous, source
    row.count = row.count if value.anonymous else None
    row.resolved_by, row.decided_by = Attribution.ResolvedBy.PERSON, by


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _sources(claim: Claim, chain: Sequence[LinkValue]) -> dict[Span, Source]:
    """Who the words name: as elsewhere in this text, else by the registry, else a proposal."""
    known: dict[tuple[Span, bool], Source] = {}
    links = Attribution.objects.filter(claim__version=claim.version_id).select_related("source")
    for link in links.exclude(claim__state=Claim.State.WITHDRAWN):
        for start, end in (
            (link.mention_start, link.mention_end),
            (link.antecedent_start, link.antecedent_end),
        ):
            if start is not None and end is not None:
                known.setdefault((Span(start, end), link.anonymous), link.source)
    found = {
        one.full: known[one.full, one.anonymous]
        for one in chain
        if (one.full, one.anonymous) in known
    }
    unknown = [one for one in chain if one.full not in found]
    if unknown:
        version = claim.version
        found |= resolve(version.article, version.text, [_as_found(claim, unknown)])
    return found


def _as_found(claim: Claim, chain: Sequence[LinkValue]) -> FoundClaim:
    """As the registry takes what the engine found."""
    return FoundClaim(
        Span(claim.start, claim.end),
        Kind.INDIRECT,
        Modality.ASSERTED,
        None,
        Construction.CLAUSE,
        attribution=tuple(
            Link(Role.ORIGIN, one.full, None, ResolvedBy.NAMED, anonymous=one.anonymous)
            for one in chain
        ),
    )


def _removed(links: Sequence[Attribution], by: User) -> list[record.Entry]:
    """Links that go: what was judged of one keeps it."""
    for link in links:
        if link.judgements.exists():
            raise AmendmentRefused(
                _(
                    "Link %(number)d of this chain was judged by a reviewer and cannot be taken "
                    "out of it. Set another source there instead."
                )
                % {"number": link.position + 1}
            )
    ids = [link.pk for link in links]
    on_record = set(
        RecordEntry.objects.filter(subject_type="link", subject_id__in=ids).values_list(
            "subject_id", flat=True
        )
    )
    return [
        record.Entry(
            action="link.removed",
            subject=("link", link.pk),
            before={"source_id": link.source_id},
            after={"source_id": None},
            by=by,
            statement=link.claim.statement_id,
        )
        for link in links
        if link.pk in on_record
    ]


def _source_set(link: Attribution, before: int, by: User) -> record.Entry:
    return record.Entry(
        action="link.source_set",
        subject=("link", link.pk),
        before={"source_id": before},
        after={"source_id": link.source_id},
        by=by,
        statement=link.claim.statement_id,
    )
