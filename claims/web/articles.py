"""Articles: add one, follow the work on it, start that again."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims import jobs, tasks
from claims.errors import FactlogError
from claims.extraction.folding import fold_name
from claims.extraction.language import recognise
from claims.ingest.articles import Stored, store
from claims.ingest.outlets import named
from claims.models import Article, ArticleVersion, Claim, Job
from claims.review.permissions import may_add_articles, may_read
from claims.sources.seeing import sees
from claims.web.access import HtmxRequest, SignedIn, allowed
from claims.web.adding import AddForm, offered_outlets
from claims.web.listing import number
from claims.web.names import shown
from claims.web.progress import progress_of


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(may_add_articles)
def article_add(request: SignedIn) -> HttpResponse:
    """Take a text in, or open the article that it is already."""
    form = AddForm()
    if request.method == "POST":
        form = AddForm(request.POST.copy(), request.FILES)
        if form.is_valid():
            try:
                stored = _take_in(form.cleaned_data, request.user)
            except FactlogError as refused:
                form.add_error(None, str(refused))
            else:
                return _opened(request, form.cleaned_data, stored)
    context = {
        "form": form,
        "outlets": offered_outlets(),
        "stored_draft": request.session.get("stored_draft", ""),
    }
    return render(request, "claims/article_add.html", context, status=400 if form.errors else 200)


@transaction.atomic
def _take_in(told: dict, added_by: User) -> Stored:
    """Outlet and article together, or neither."""
    outlet = named(told["outlet"], told["url"], recognise(told["outlet"]) if told["outlet"] else "")
    stored = store(
        text=told["text"],
        outlet=outlet,
        url=told["url"],
        title=told["title"],
        published=told["published"],
        language=told["language"],
        added_by=added_by,
    )
    if stored.created and stored.job:
        tasks.hint(stored.job)
    return stored


def _opened(request: SignedIn, told: dict, stored: Stored) -> HttpResponse:
    # The page with the form throws its draft away when it sees this again.
    request.session["stored_draft"] = request.POST.get("draft", "")[:64]
    article, version = stored.article, stored.version
    if not stored.created:
        since = date_format(version.stored_at, "j F Y")
        messages.info(
            request,
            _("This article is here already, since %(date)s. Nothing was stored again.")
            % {"date": since},
        )
    elif version.number > 1:
        messages.info(
            request,
            _("An article with this address is here already; the text is its version %(number)d.")
            % {"number": version.number},
        )
    if stored.created and (other := _other_outlet(article, told["outlet"])):
        messages.info(
            request,
            _("The address belongs to %(name)s, so the article is filed under that name.")
            % {"name": other},
        )
    return HttpResponseRedirect(address_of(version))


def _other_outlet(article: Article, given: str) -> str:
    """The name of the article's outlet, if it is none of the names that were given for it."""
    if not given or article.outlet is None:
        return ""
    source = article.outlet.source.effective()
    if not sees(source) or source.names.filter(folded=fold_name(given)).exists():
        return ""
    return str(shown([source])[source.pk])


def address_of(version: ArticleVersion) -> str:
    """Where a version is read: the article's own address if it is the newest."""
    article = reverse("article", args=[version.article_id])
    newest = version.article.versions.order_by("-number").values_list("number", flat=True)[0]
    return article if version.number == newest else f"{article}?version={version.number}"


@never_cache
@require_safe
@allowed(may_read)
def article_progress(request: HtmxRequest, article_id: int) -> HttpResponse:
    """How far the work on an article is (``?job=``, otherwise its newest), for htmx.

    Without htmx the article itself says it.
    """
    found = Job.objects.filter(version__article=article_id).select_related("version__article")
    if "job" in request.GET:
        found = found.filter(pk=number(request.GET["job"]) or 0)
    job = found.order_by("-pk").first()
    if job is None:
        raise Http404
    if not request.htmx:
        return HttpResponseRedirect(address_of(job.text_version))
    context: dict[str, object] = {"job": job, "article": job.text_version.article}
    if job.is_open:
        return render(request, "claims/_progress.html", context | {"progress": progress_of(job)})
    if job.state == Job.State.FAILED:
        context["may_retry"] = may_add_articles(request.user)
        return render(request, "claims/_job_failed.html", context)
    context["address"] = address_of(job.text_version)
    context["count"] = Claim.objects.current().filter(version=job.version_id).count()
    return render(request, "claims/_progress_done.html", context)


@require_POST
@allowed(may_add_articles)
def job_retry(request: SignedIn, job_id: int) -> HttpResponse:
    """Start failed work again. Work that is not failed stays as it is, and is shown."""
    texts = Job.objects.exclude(kind=Job.Kind.ARCHIVE)
    job = get_object_or_404(
        texts.select_related("version__article", "read_again__article"), pk=job_id
    )
    if job.state == Job.State.FAILED:
        with transaction.atomic():
            again = jobs.retry(job)
            if again.kind != Job.Kind.READ:  # the second reader comes by itself
                tasks.hint(again)
    return HttpResponseRedirect(address_of(job.text_version))
