"""All articles as a list: filtered, in pages, with the state of the work on each."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Substr
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from claims.models import Article, ArticleVersion, Job
from claims.review.permissions import may_add_articles, may_read
from claims.web.access import allowed
from claims.web.article_filter import ArticleFilter, Outlets
from claims.web.listing import ListRequest, counted, finished, leaf, swapped
from claims.web.names import Name
from claims.web.progress import numbers_of

OPENING = 120  # characters of the text that stand for a title


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the list, with everything worded."""

    address: str
    title: str
    language: str
    outlet: Name | None
    published: str
    claims: str
    language_known: bool
    state: str
    state_label: str
    numbers: str
    added: str


@require_safe
@allowed(may_read)
def article_list(request: ListRequest) -> HttpResponse:
    """The whole page; for htmx only the list with its filters."""
    outlets = Outlets()
    wanted = ArticleFilter.of(request.GET, outlets)
    context = _context(request, wanted, outlets)
    template = "claims/_article_list.html" if swapped(request) else "claims/article_list.html"
    return finished(request, render(request, template, context), wanted.address())


def _context(request: ListRequest, wanted: ArticleFilter, outlets: Outlets) -> dict:
    newest = ArticleVersion.objects.filter(article=OuterRef("pk")).order_by("-number")
    opening = Subquery(newest.values(opening=Substr("text", 1, OPENING + 1))[:1])
    articles = wanted.apply(outlets)
    count = counted(articles)
    page = leaf(
        articles.for_list().annotate(opening=opening),
        wanted.asked(),
        request.GET.get("after", ""),
        request.GET.get("before", ""),
    )
    return {
        "problems": wanted.problems,
        "chips": wanted.chips(outlets),
        "choices": wanted.choices(outlets),
        "said": ngettext("%(count)s article", "%(count)s articles", count.number)
        % {"count": count},
        "page": page,
        "rows": [_row(article, outlets) for article in page.rows],
        "anything": bool(count.number) or Article.objects.exists(),
        "may_add": may_add_articles(request.user),
    }


def _row(article: Article, outlets: Outlets) -> ArticleRow:
    every = [job for version in article.versions.all() for job in version.jobs.all()]
    job = max(every, key=lambda one: one.pk, default=None)
    opening: str = article.opening or ""  # type: ignore[attr-defined]
    return ArticleRow(
        address=reverse("article", args=[article.pk]),
        title=article.title or _first_words(opening),
        language=article.language,
        outlet=outlets.name(article.outlet_id) if article.outlet_id else None,
        published=date_format(article.published, "j F Y") if article.published else "",
        claims=_claims(article.claim_count, job),  # type: ignore[attr-defined]
        language_known=article.language_known,
        state=job.state if job else "",
        state_label=str(job.get_state_display()) if job else _("Not taken apart"),
        numbers=numbers_of(job) if job and job.state == Job.State.RUNNING and job.total else "",
        added=date_format(article.added_at, "j F Y"),
    )


def _first_words(text: str) -> str:
    words = " ".join(text[:OPENING].split())
    return f"{words}…" if len(text) > OPENING else words


def _claims(count: int, job: Job | None) -> str:
    """ "" while nobody knows how many there are: until the first work is done."""
    if not count and (job is None or job.state != Job.State.DONE):
        return ""
    return ngettext("%(count)d claim", "%(count)d claims", count) % {"count": count}
