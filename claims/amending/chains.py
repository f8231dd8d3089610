"""The chain of a claim as a person sets it: rows follow the value, sources follow the words."""

from collections.abc import Callable, Mapping, Sequence

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from claims import record
from claims.amending.values import LinkValue, link_value
from claims.errors import AmendmentRefused
from claims.extraction.types import Claim as FoundClaim
from claims.extraction.types import Construction, Kind, Link, Modality, ResolvedBy, Role, Span
from claims.models import ArticleVersion, Attribution, Claim, RecordEntry, Source
from claims.sources.resolve import resolve
from claims.sources.seeing import hidden_among, read_by

# Added to positions while rows change places: two of one claim never have the same.
_ASIDE = 1000
Sources = Mapping[LinkValue, Source]


def sources_of(
    version: ArticleVersion, chain: Sequence[LinkValue], claim: Claim | None = None
) -> Sources:
    """Who the words of each link name: as in this claim, as elsewhere in this text, else by the
    registry, else a proposal.

    What is proposed is stored; it is asked for before anything is locked, as sources come first.
    """
    known = _known(version, claim)
    found = {one: known[_named(one)] for one in chain if _named(one) in known}
    unknown = [one for one in chain if one not in found and one.full is not None]
    if unknown:
        given = {one.full: source for one, source in found.items() if one.full is not None}
        resolved = resolve(version.article, version.text, [_as_found(chain)], given)
        found |= {one: resolved[one.full] for one in unknown if one.full is not None}
    return found


def set_chain(
    claim: Claim, chain: Sequence[LinkValue], sources: Sources, by: User
) -> list[record.Entry]:
    """Bring the links of a locked claim to the chain; nothing happens to one that is so already.

    Rows are kept for what they are: a link whose words are the same keeps its source and whatever
    was said of it. Gives the entries for links on record by themselves. Raises AmendmentRefused.
    """
    standing = list(claim.links.order_by("position"))
    if [link_value(row) for row in standing] == list(chain):
        return []
    _refuse_hidden(standing, chain, by)
    stand_for = _stand_for(standing, sources)
    kept = _aligned(standing, chain, sources, stand_for)
    gone = [row for row in standing if row not in kept.values()]
    entries = _removed(gone, by)
    claim.links.filter(pk__in=[row.pk for row in gone]).delete()
    for row in kept.values():
        claim.links.filter(pk=row.pk).update(
            position=row.position + _ASIDE, role=Attribution.Role.RELAYER
        )
    for position, value in enumerate(chain):
        row = kept.get(position) or Attribution(claim=claim)
        before = row.source_id if row.pk else None
        _fill(row, value, sources, stand_for, by)
        row.position = position
        row.role = _role(position, chain)
        entries += _source_set(row, before, by)
        row.save()
    return entries


def _refuse_hidden(rows: Sequence[Attribution], chain: Sequence[LinkValue], by: User) -> None:
    """Who may not see who it is does not decide that it is somebody else."""
    with read_by(by):
        hidden = hidden_among(row.source_id for row in rows)
    for row in rows:
        if row.source_id in hidden and link_value(row) not in chain:
            raise AmendmentRefused(
                _("Link %(number)d is a protected source: only those named for it change it.")
                % {"number": row.position + 1}
            )


def copy_chain(origin: Claim, claim: Claim) -> None:
    """The same links, with the same sources, for a claim that was split off."""
    for row in origin.links.order_by("position"):
        row.pk, row.claim, row.status = None, claim, Attribution.Status.ASSERTED
        row._state.adding = True
        row.save()


def _known(version: ArticleVersion, claim: Claim | None) -> dict[tuple[Span | None, bool], Source]:
    """Who words of this text name already: this claim's own links first, then what people said."""
    links = list(
        Attribution.objects.filter(
            claim__version=version, claim__state=Claim.State.CURRENT
        ).select_related("source")
    )
    own = claim.pk if claim else None
    links.sort(key=lambda row: (row.claim_id != own, row.decided_by_id is None, row.pk))
    known: dict[tuple[Span | None, bool], Source] = {}
    for row in links:
        value = link_value(row)
        for span in (value.full, value.mention):
            if span is not None:
                known.setdefault((span, row.anonymous), row.source)
    return known


def _named(one: LinkValue) -> tuple[Span | None, bool]:
    """What decides who a link names."""
    return one.full, one.anonymous


def _as_found(chain: Sequence[LinkValue]) -> FoundClaim:
    """As the registry takes what the engine found."""
    links = tuple(
        Link(Role.ORIGIN, one.full, None, ResolvedBy.NAMED, anonymous=one.anonymous)
        for one in chain
        if one.full is not None
    )
    assert links[0].mention is not None
    return FoundClaim(
        *(links[0].mention, Kind.INDIRECT, Modality.ASSERTED, None, Construction.CLAUSE),
        attribution=links,
    )


def _stand_for(rows: Sequence[Attribution], sources: Sources) -> Callable[[int], int]:
    """The id of what a source stands for after merges."""
    ids = {row.source_id for row in rows} | {one.pk for one in sources.values()}
    standing = Source.objects.standing_for(ids)
    return lambda pk: standing[pk].pk


def _aligned(
    rows: Sequence[Attribution],
    chain: Sequence[LinkValue],
    sources: Sources,
    stand_for: Callable[[int], int],
) -> dict[int, Attribution]:
    """Which row goes on as which link: that with the same words, else with words that name it the
    same, else with the same source; what is left over from the origin backwards."""

    def is_of_one_source(row: Attribution, one: LinkValue) -> bool:
        return one in sources and stand_for(row.source_id) == stand_for(sources[one].pk)

    rules: tuple[Callable[[Attribution, LinkValue], bool], ...] = (
        lambda row, one: link_value(row) == one,
        lambda row, one: _named(link_value(row)) == _named(one),
        is_of_one_source,
        lambda row, one: True,
    )
    left, found = list(rows), dict[int, Attribution]()
    for is_same in rules:
        for place in reversed(range(len(chain))):
            same = [row for row in left if is_same(row, chain[place])]
            if place not in found and same:
                found[place] = same[-1]
                left.remove(same[-1])
    return found


def _fill(
    row: Attribution,
    value: LinkValue,
    sources: Sources,
    stand_for: Callable[[int], int],
    by: User,
) -> None:
    """Set what differs; a row that comes to mean another source begins anew."""
    before = link_value(row) if row.pk else None
    if before == value:
        return
    if before is None or _named(before) != _named(value):
        if value not in sources:
            raise AmendmentRefused(_("Somebody changed this claim meanwhile; open it again."))
        source = sources[value]
        if before is None or stand_for(row.source_id) != stand_for(source.pk):
            row.source, row.status = source, Attribution.Status.ASSERTED
            row.count = None
    full = value.full if value.full != value.mention else None
    row.mention_start, row.mention_end = _ends(value.mention)
    row.antecedent_start, row.antecedent_end = _ends(full)
    row.anonymous = value.anonymous
    row.count = row.count if value.anonymous else None
    row.resolved_by, row.decided_by = Attribution.ResolvedBy.PERSON, by


def _role(position: int, chain: Sequence[LinkValue]) -> str:
    is_last = position == len(chain) - 1
    return Attribution.Role.ORIGIN if is_last else Attribution.Role.RELAYER


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


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
            after={"source_id": None, "status": None},
            by=by,
            statement=link.claim.statement_id,
        )
        for link in links
        if link.pk in on_record
    ]


def _source_set(link: Attribution, before: int | None, by: User) -> list[record.Entry]:
    """What the record has to say of a row that means another source now, and of its status."""
    if before is None or before == link.source_id:
        return []
    return [
        record.Entry(
            action="link.source_set",
            subject=("link", link.pk),
            before={"source_id": before},
            after={"source_id": link.source_id, "status": link.status},
            by=by,
            statement=link.claim.statement_id,
        )
    ]
