"""What stands above and beside the text: the head, the filters, what re-reading changed."""

from collections import Counter
from dataclasses import dataclass, replace

from django.utils.translation import get_language_bidi, get_language_info, ngettext
from django.utils.translation import gettext as _

from claims.models import Claim
from claims.web.choice import NO_SOURCE, Choice
from claims.web.reading import Origin, Reading


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that sets one filter, or removes it where it is set."""

    ident: str
    label: str
    language: str
    note: str
    count: int
    address: str
    pressed: bool
    slot: int = 0


def language_name(code: str) -> str:
    """The name of a language in the reader's own; the code itself where there is none."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def direction(code: str) -> str:
    """ "rtl" or "ltr"; "auto" where the language is not known."""
    try:
        return "rtl" if get_language_info(code)["bidi"] else "ltr"
    except KeyError:
        return "auto"


def head_of(reading: Reading, choice: Choice) -> dict[str, object]:
    """Title, facts and versions of the article."""
    article = reading.article
    side = direction(article.language)
    sources = reading.origin_counts.total()
    count = len(reading.claims)
    versions = [
        (number, replace(choice, version=number, claim=None).address())
        for number in reversed(reading.versions)
    ]
    return {
        "outlet": reading.outlet_name,
        "language_name": language_name(article.language),
        "direction": side,
        "crosses": side != "auto" and (side == "rtl") != get_language_bidi(),
        "claim_count": ngettext("%(count)d claim", "%(count)d claims", count) % {"count": count},
        "source_count": ngettext("%(count)d source", "%(count)d sources", sources)
        % {"count": sources},
        "url": article.url if article.url.startswith(("http://", "https://")) else "",
        "versions": versions if len(versions) > 1 else [],
        "newest": reading.versions[-1],
    }


def source_filters(reading: Reading, choice: Choice) -> list[Filter]:
    """One for each origin; one that is set comes with its chip even if it has no claim here."""
    return [
        Filter(
            ident=f"source-{origin.source_id}",
            label=origin.name.text if origin.name else _without_origin(reading, origin),
            language=origin.name.language if origin.name else "",
            note=_note(reading, origin),
            count=origin.count,
            address=choice.toggled("sources", origin.source_id),
            pressed=origin.source_id in choice.sources,
            slot=origin.slot,
        )
        for origin in reading.origins()
    ]


def _note(reading: Reading, origin: Origin) -> str:
    """Through whom; and how many they are, where several may not be told apart."""
    number = reading.origin_counts[origin.source_id]
    several = ngettext("%(count)d source", "%(count)d sources", number) % {"count": number}
    via = _("via %(names)s") % {"names": _(", ").join(str(name) for name in origin.via)}
    return " · ".join([several] * (number > 1) + [via] * bool(origin.via))


def _without_origin(reading: Reading, origin: Origin) -> str:
    outlet = reading.outlet_name
    if origin.source_id == NO_SOURCE:
        return (
            _("No source found") if reading.article.language_known else _("Source not looked for")
        )
    if outlet is None:
        return _("The outlet’s own voice")
    return _("The outlet’s own voice: %(name)s") % {"name": outlet}


def value_filters(
    reading: Reading, choice: Choice, field: str, chosen: tuple[str, ...]
) -> list[Filter]:
    """One for each kind ("kinds") or modality ("modalities") that the text has."""
    name, choices = {
        "kinds": ("kind", Claim.Kind),
        "modalities": ("modality", Claim.Modality),
    }[field]
    counts = Counter(getattr(claim, name) for claim in reading.claims)
    return [
        Filter(
            ident=f"{name}-{value}",
            label=str(choices(value).label),
            language="",
            note="",
            count=counts[value],
            address=choice.toggled(field, value),
            pressed=value in chosen,
        )
        for value in choices.values
        if counts[value] or value in chosen
    ]


@dataclass(frozen=True, slots=True)
class Change:
    """Claims that the newest extraction treated in one way."""

    sentence: str
    claims: tuple[tuple[int, str, str], ...]  # number, address or "", quote


def changes(reading: Reading, choice: Choice) -> tuple[str, list[Change]]:
    """What the newest extraction changed: a sentence for the head, and the claims of each sort."""
    run = reading.rerun
    if run is None:
        return "", []
    quotes = {c.number: c.quote for c in (*reading.claims, *reading.withdrawn, *reading.dismissed)}
    found = []
    for sort, sentence in (
        ("added", _("New")),
        ("changed", _("Read otherwise than before")),
        ("withdrawn", _("No longer found")),
        ("kept", _("Found otherwise, and kept as people left them")),
    ):
        numbers = run.difference.get(sort, [])
        if numbers:
            rows = tuple(
                (n, choice.at(n) if n in reading.by_number else "", quotes.get(n, ""))
                for n in numbers
            )
            found.append(Change(sentence, rows))
    count = sum(len(run.difference.get(sort, [])) for sort in ("added", "changed", "withdrawn"))
    title = ngettext(
        "Engine %(engine)s changed %(count)d claim",
        "Engine %(engine)s changed %(count)d claims",
        count,
    )
    return title % {"engine": run.engine, "count": count}, found
