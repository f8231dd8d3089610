"""Deciding about a source: confirm, rename, merge, take a merge back. One page for each."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.errors import SourceDecisionRefused
from claims.models import Source
from claims.review.permissions import may_decide_sources
from claims.sources import decisions
from claims.sources.seeing import seen, sees
from claims.web.access import SignedIn, allowed
from claims.web.claim_filter import LANGUAGES
from claims.web.head import language_name
from claims.web.listing import number, options, words_of
from claims.web.names import Name, shown
from claims.web.registry import FOUND_AT_MOST, find, find_unnamed

REASON_AT_MOST = 2000
# What no source that a text names can be confirmed as.
_NO_KIND = (Source.Kind.UNNAMED_GROUP, Source.Kind.UNKNOWN)

asks_and_records = require_http_methods(["GET", "HEAD", "POST"])


def reason_of(request: SignedIn) -> str:
    return request.POST.get("reason", "").replace("\0", " ").strip()[:REASON_AT_MOST]


def decide(
    request: SignedIn,
    source: Source,
    template: str,
    context: dict,
    record: Callable[[], str],
    to: str = "",
) -> HttpResponse:
    """Ask on GET; on POST record it, and go to the page of the source (or the address ``to``).

    ``record`` gives the sentence that says what was done; its refusal is shown with all that
    was typed.
    """
    refused, status = "", 200
    if request.method == "POST":
        try:
            done = record()
        except SourceDecisionRefused as error:
            refused, status = str(error), 409
        else:
            messages.success(request, done)
            return HttpResponseRedirect(to or reverse("source", args=[source.pk]))
    context |= {
        "source": source,
        "name": context.get("name") or shown([source])[source.pk],
        "refused": refused,
        "reason": request.POST.get("reason", ""),
    }
    return render(request, template, context, status=status)


@asks_and_records
@allowed(may_decide_sources)
def source_confirm(request: SignedIn, source_id: int) -> HttpResponse:
    """Take a proposed source into the registry."""
    source = get_object_or_404(seen(Source.objects.all()), pk=source_id)
    typed = request.POST.get("name", source.name)
    kind = request.POST.get("kind", source.kind)

    def record() -> str:
        decisions.confirm(
            source=source, name=typed, kind=kind, by=request.user, reason=reason_of(request)
        )
        return _("“%(name)s” is in the registry.") % {"name": " ".join(typed.split())}

    kinds = [(value, label) for value, label in Source.Kind.choices if value not in _NO_KIND]
    context = {
        "typed": typed,
        "kinds": options(kinds, kind),
        "language": language_name(source.language),
    }
    return decide(request, source, "claims/source_confirm.html", context, record)


@asks_and_records
@allowed(may_decide_sources)
def source_rename(request: SignedIn, source_id: int) -> HttpResponse:
    """Show a source under another name in one language."""
    source = get_object_or_404(seen(Source.objects.all()), pk=source_id)
    names = list(source.names.all())
    languages = dict.fromkeys((source.language, *LANGUAGES, *(one.language for one in names)))
    language = request.POST.get("language", request.GET.get("language", source.language))
    held = {one.language: one.name for one in names if one.is_shown}
    typed = request.POST.get("name", held.get(language, ""))

    def record() -> str:
        if language not in languages:
            raise SourceDecisionRefused(_("Choose the language of the name."))
        decisions.rename(
            source=source,
            name=typed,
            language=language,
            by=request.user,
            reason=reason_of(request),
        )
        return _("The name is recorded; the one before stays among its names.")

    context = {
        "typed": typed,
        "languages": options(((code, language_name(code)) for code in languages), language),
    }
    return decide(request, source, "claims/source_rename.html", context, record)


@asks_and_records
@allowed(may_decide_sources)
def source_merge(request: SignedIn, source_id: int) -> HttpResponse:
    """Search for the entry that this one is the same as, and say so."""
    source = get_object_or_404(seen(Source.objects.select_related("suggestion")), pk=source_id)
    given = request.POST if request.method == "POST" else request.GET
    suggestion = source.suggestion if source.suggestion and sees(source.suggestion) else None
    words = words_of(given.get("q", "")) or (suggestion or source).name
    found = find_unnamed(words) if source.is_unnamed else find(words)
    more = len(found) == FOUND_AT_MOST
    found = [one for one in found if one.pk != source.pk]
    names = shown([source, *found])
    chosen = number(request.POST.get("into", ""))
    target = seen(Source.objects.filter(pk=chosen)).first() if chosen else None

    def record() -> str:
        if target is None:
            raise SourceDecisionRefused(_("Choose the source that it is the same as."))
        decisions.merge(source=source, into=target, by=request.user, reason=reason_of(request))
        return _("“%(name)s” is merged into this source.") % {"name": names[source.pk]}

    context = {
        "name": names[source.pk],
        "words": words,
        "found": [(one, names[one.pk], _beside(one)) for one in found],
        "more": more,
        "chosen": chosen,
    }
    to = reverse("source", args=[target.pk]) if target else ""
    return decide(request, source, "claims/source_merge.html", context, record, to)


def _beside(source: Source) -> str:
    """What tells it from others of the same name."""
    if source.is_unnamed:
        article = source.article
        return article.title if article else ""
    return str(source.get_state_display()) if source.state == Source.State.PROPOSED else ""


@asks_and_records
@allowed(may_decide_sources)
def source_undo_merge(request: SignedIn, source_id: int) -> HttpResponse:
    """Let a merged source stand for itself again."""
    source = get_object_or_404(seen(Source.objects.select_related("merged_into")), pk=source_id)
    into = source.merged_into

    def record() -> str:
        decisions.undo_merge(source=source, by=request.user, reason=reason_of(request))
        return _("This source stands for itself again.")

    names: dict[int, Name] = shown([source, into] if into else [source])
    context = {"name": names[source.pk], "into": names[into.pk] if into else None}
    return decide(request, source, "claims/source_undo_merge.html", context, record)
