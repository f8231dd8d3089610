"""Which outlet an article is of: by the host of its address, or by name."""

from django.db import transaction

from claims.extraction.folding import fold_name
from claims.ingest.fields import host_of, parse_address
from claims.models import Outlet, OutletDomain, Source, SourceName

NAME_AT_MOST = 300


def named(name: str, url: str, language: str) -> Outlet | None:
    """The outlet of this host or, where the host is not known, of this name.

    One that nobody knows yet becomes a proposed entry, once however often it is asked for at the
    same time. None when neither is given. Raises InputRefused for what is no address.
    """
    name, host = " ".join(name.split())[:NAME_AT_MOST], host_of(parse_address(url))
    found = _of_host(host) or _of_name(name)
    if found is not None or not (name or host):
        return found
    return _propose(name or host, host, language or "und")


def _of_host(host: str) -> Outlet | None:
    """Of the host itself, or of the nearest host above it (ar.example.com, example.com)."""
    labels = host.split(".")
    above = [".".join(labels[n:]) for n in range(len(labels) - 1)]
    if not above:
        return None
    found = {o.domain: o for o in Outlet.objects.filter(domain__in=above)}
    for further in OutletDomain.objects.filter(domain__in=above).select_related("outlet"):
        found[further.domain] = further.outlet
    return next((found[one] for one in above if one in found), None)


def _of_name(name: str) -> Outlet | None:
    folded = fold_name(name)
    if not folded:
        return None
    ids = SourceName.objects.filter(
        folded=folded, source__kind=Source.Kind.OUTLET, source__article=None
    ).values_list("source_id", flat=True)
    standing = Source.objects.standing_for(ids).values()
    # Of several, one in the registry goes before what is only proposed.
    known = sorted(standing, key=lambda s: (s.state != Source.State.CONFIRMED, s.pk))
    return _outlet_of(known[0], "") if known else None


@transaction.atomic
def _propose(name: str, host: str, language: str) -> Outlet:
    folded = fold_name(name)[:NAME_AT_MOST] or name
    proposed = Source(
        kind=Source.Kind.OUTLET,
        state=Source.State.PROPOSED,
        name=name,
        language=language,
        proposed_as=folded,
    )
    # Its unique column settles who of two comes first; the other one takes what is there.
    Source.objects.bulk_create([proposed], ignore_conflicts=True)
    source = Source.objects.get(proposed_as=folded)
    if source.merged_into_id is not None:
        source = source.effective()
    SourceName.objects.get_or_create(
        source=source,
        language=language,
        name=name,
        defaults={"folded": folded, "is_shown": not source.names.exists()},
    )
    return _outlet_of(source, host)


def _outlet_of(source: Source, host: str) -> Outlet:
    return Outlet.objects.get_or_create(source=source, defaults={"domain": host})[0]
