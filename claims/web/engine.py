"""How well the engine reads, by what people set right in texts that they checked."""

import json
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from claims.amending.gold import gold
from claims.amending.precision import Became, Precision, Tally, precision
from claims.models import Source
from claims.review.permissions import may_read, may_touch_claims
from claims.web.access import allowed
from claims.web.claim_filter import language_label
from claims.web.figure_drawing import bars_of, scale_of
from claims.web.figure_parts import Figure
from claims.web.names import shown
from claims.web.why import name_of

# Outlets that are drawn, those with most claims; the table has all.
DRAWN = 12
LABEL_AT_MOST = 34


@require_safe
@allowed(may_read)
def engine(request: HttpRequest) -> HttpResponse:
    """The figures, or what to do to have some."""
    found = precision()
    context = {
        "found": found,
        "engines": sorted(found.by_engine),
        "figures": _figures(found) if found.whole.became else [],
        "may_export": may_touch_claims(request.user),
    }
    return render(request, "claims/engine.html", context)


@require_safe
@allowed(may_touch_claims)
def engine_gold(request: HttpRequest) -> StreamingHttpResponse:
    """The checked texts as JSON lines, article by article."""
    lines = (f"{json.dumps(one, ensure_ascii=False)}\n" for one in gold())
    told = StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")
    told["Content-Disposition"] = 'attachment; filename="gold.jsonl"'
    return told


def _figures(found: Precision) -> list[Figure]:
    figures = [
        _became(found.whole),
        _by("language", _("By language"), found.by_language, language_label),
        _by("construction", _("By construction"), found.by_construction, name_of),
        _by_outlet(found.by_outlet),
    ]
    if len(found.by_engine) > 1:
        figures.append(_by("engine", _("By engine"), found.by_engine, str))
    return figures


def _became(whole: Tally) -> Figure:
    """What became of all of it, the engine's own first."""
    labels = {
        Became.RIGHT: _("Left as it was"),
        Became.PUT: _("Kind, modality, cue or naming set right"),
        Became.SOURCE: _("Source set right"),
        Became.CONTENT: _("Words set right"),
        Became.REJECTED: _("No claim"),
        Became.MISSED: _("Missed by the engine"),
    }
    rows = [(label, whole.became[what]) for what, label in labels.items()]
    facts = (
        (pgettext("engine", "Precision"), _share(whole.precision)),
        (pgettext("engine", "Recall"), _share(whole.recall)),
        (pgettext("engine", "Found"), str(whole.found)),
    )
    return Figure(
        ident="became",
        title=_("What became of the claims"),
        facts=facts,
        said="",
        note=_(
            "Precision is how much of what the engine found has its words and its source right; "
            "recall, how much of what is there it found so."
        ),
        drawing=bars_of(rows),
        described=_("What people did with the claims of the texts that they checked."),
        header=(pgettext("engine", "What became of it"), pgettext("engine", "Claims")),
        rows=tuple((label, (str(number),)) for label, number in rows),
    )


def _by_outlet(tallies: Mapping[int | None, Tally]) -> Figure:
    """Outlets by the names that the reader may see."""
    sources = Source.objects.standing_for(pk for pk in tallies if pk is not None)
    names = shown(sources.values())

    def label(pk: int | None) -> str:
        return str(names[sources[pk].pk]) if pk is not None else _("Outlet not given")

    return _by("outlet", _("By outlet"), tallies, label)


def _by(ident: str, title: str, tallies: Mapping, label: object) -> Figure:
    """Precision of each group on a scale, the largest first."""
    assert callable(label)
    ordered = sorted(tallies.items(), key=lambda item: -item[1].found)
    told = [(label(key) or _("Not on record"), tally) for key, tally in ordered if tally.found]
    return Figure(
        ident=ident,
        title=title,
        facts=(),
        said="",
        note=_more(len(told)),
        drawing=scale_of([(_short(name), one.precision, _of(one)) for name, one in told[:DRAWN]]),
        described=_("How much of what was found is right in words and source."),
        header=(
            title,
            pgettext("engine", "Precision"),
            pgettext("engine", "Right"),
            pgettext("engine", "Found"),
        ),
        rows=tuple(
            (name, (_share(one.precision), str(one.right), str(one.found))) for name, one in told
        ),
    )


def _more(count: int) -> str:
    if count <= DRAWN:
        return ""
    more = count - DRAWN
    return ngettext("%(count)d more is in the table.", "%(count)d more are in the table.", more) % {
        "count": more
    }


def _short(name: str) -> str:
    """As much of a name as stands beside its number; the table has all of it."""
    return name if len(name) <= LABEL_AT_MOST else f"{name[: LABEL_AT_MOST - 1]}…"


def _of(tally: Tally) -> str:
    return f"{_share(tally.precision)} \u2066(n = {tally.found})\u2069"


def _share(share: float | None) -> str:
    return pgettext("engine", "none") if share is None else f"{share:.2f}"
