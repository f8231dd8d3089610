"""Lists of the queue under a name: keeping one, and renaming, sharing and removing it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from claims.errors import ReviewRefused
from claims.models import SavedView
from claims.review import views
from claims.review.permissions import may_lead, may_read
from claims.web.access import SignedIn, allowed
from claims.web.desk import saved_links
from claims.web.desk_filter import DeskFilter
from claims.web.desk_forms import DeskForm


class ViewForm(DeskForm):
    name = forms.CharField(
        label=gettext_lazy("Name of the list"),
        max_length=views.NAME_AT_MOST,
        error_messages={"required": gettext_lazy("Give the list a name.")},
    )
    is_shared = forms.BooleanField(label=gettext_lazy("For the whole desk"), required=False)
    query = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_kept: bool, leads: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not leads:
            del self.fields["is_shared"]
        if is_kept:
            del self.fields["query"]


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(may_read)
def saved_views(request: SignedIn) -> HttpResponse:
    """One's own lists and the desk's; on POST keep a filter as a new one."""
    if request.method == "POST":
        return _keep(request)
    links = saved_links(request.user)
    rows = [(link, views.may_change(link.view, request.user)) for link in links]
    return render(request, "claims/saved_views.html", {"rows": rows})


def _keep(request: SignedIn) -> HttpResponse:
    form = ViewForm(request.POST, is_kept=False, leads=may_lead(request.user))
    status, refused = 400, ""
    if form.is_valid():
        try:
            view = _kept(request, form)
        except ReviewRefused as error:
            status, refused = 409, str(error)
        else:
            messages.success(request, _("The list is kept."))
            return HttpResponseRedirect(f"{reverse('desk')}?{view.query}")
    context = {"form": form, "refused": refused, "title": _("Save as a list"), "view": None}
    return render(request, "claims/saved_view.html", context, status=status)


def _kept(request: SignedIn, form: ViewForm) -> SavedView:
    given = form.cleaned_data["query"]
    # Keys that there are not are refused by the service; values that there are not, here.
    if len(given) <= views.QUERY_AT_MOST and DeskFilter.of(QueryDict(given)).problems:
        raise ReviewRefused(_("The queue does not know this filter; set it anew and keep that."))
    return views.keep(
        by=request.user,
        name=form.cleaned_data["name"],
        query=given,
        is_shared=form.cleaned_data.get("is_shared", False),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(may_read)
def saved_view(request: SignedIn, view_id: int) -> HttpResponse:
    """Rename a list; a lead also says whether it is the desk's."""
    view = get_object_or_404(views.open_to(request.user), pk=view_id)
    if not views.may_change(view, request.user):
        raise PermissionDenied
    form = ViewForm(
        request.POST if request.method == "POST" else None,
        initial={"name": view.name, "is_shared": view.is_shared},
        is_kept=True,
        leads=may_lead(request.user),
    )
    status, refused = (400 if form.is_bound else 200), ""
    if form.is_bound and form.is_valid():
        try:
            views.change(view_id=view.pk, by=request.user, **form.cleaned_data)
        except ReviewRefused as error:
            status, refused = 409, str(error)
        else:
            messages.success(request, _("The list is changed."))
            return HttpResponseRedirect(reverse("saved_views"))
    context = {"form": form, "refused": refused, "title": _("Rename the list"), "view": view}
    return render(request, "claims/saved_view.html", context, status=status)


@require_POST
@allowed(may_read)
def saved_view_remove(request: SignedIn, view_id: int) -> HttpResponse:
    """Remove a list; what stands in it stays where it is."""
    try:
        views.remove(view_id=view_id, by=request.user)
    except SavedView.DoesNotExist as error:
        raise Http404 from error
    except ReviewRefused as error:
        raise PermissionDenied from error
    messages.success(request, _("The list is removed."))
    return HttpResponseRedirect(reverse("saved_views"))
