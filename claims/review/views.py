"""The queue under a filter, kept under a name: lists of one's own, and lists of the desk."""

from urllib.parse import parse_qsl, urlencode

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from claims.errors import ReviewRefused
from claims.models import SavedView
from claims.review.permissions import may_lead, may_read

NAME_AT_MOST = 80
QUERY_AT_MOST = 2000
# They all stand beside the queue.
LISTS_AT_MOST = 50
# What the address of the queue may ask for (claims.web.desk_filter), and what of it narrows.
NARROWING = ("q", "status", "language", "priority", "who")
KEYS = ("view", *NARROWING)


def open_to(person: User) -> QuerySet[SavedView]:
    """One's own, and the desk's."""
    return SavedView.objects.filter(Q(owner=person) | Q(is_shared=True))


def may_change(view: SavedView, person: User) -> bool:
    """One's own are one's own to change; the desk's are a lead's, whoever made them."""
    return may_lead(person) if view.is_shared else view.owner_id == person.pk


@transaction.atomic
def keep(*, by: User, name: str, query: str, is_shared: bool = False) -> SavedView:
    """Keep a filter under a name; ``query`` is what stands behind the ? of the queue's address.

    Raises ReviewRefused for a name that is missing or taken, a query that the queue would not
    understand or that narrows nothing, and for sharing by anybody but a lead.
    """
    if not may_read(by):
        raise ReviewRefused(_("The queue is not open to you."))
    _may_share(by, is_shared)
    view = SavedView(owner=by, name=_name(name), query=_query(query), is_shared=is_shared)
    if SavedView.objects.filter(owner=by).count() >= LISTS_AT_MOST:
        raise ReviewRefused(
            _("You have %(most)d lists already; remove one first.") % {"most": LISTS_AT_MOST}
        )
    return _saved(view)


@transaction.atomic
def change(*, view_id: int, by: User, name: str, is_shared: bool | None = None) -> SavedView:
    """Rename a list; with ``is_shared`` also say whether it is the desk's or its maker's own.

    Raises SavedView.DoesNotExist and ReviewRefused.
    """
    view = _locked(view_id, by)
    if is_shared is not None and is_shared != view.is_shared:
        _may_share(by, True)
        view.is_shared = is_shared
    view.name = _name(name)
    return _saved(view)


@transaction.atomic
def remove(*, view_id: int, by: User) -> None:
    """Raises SavedView.DoesNotExist and ReviewRefused."""
    _locked(view_id, by).delete()


def _locked(view_id: int, by: User) -> SavedView:
    """The row, locked. What is somebody else's own does not exist for others."""
    view = SavedView.objects.select_for_update().get(pk=view_id)
    if view.owner_id != by.pk and not view.is_shared:
        raise SavedView.DoesNotExist
    if not may_change(view, by):
        raise ReviewRefused(_("This list is the desk’s; a lead changes it."))
    return view


def _may_share(by: User, is_shared: bool) -> None:
    if is_shared and not may_lead(by):
        raise ReviewRefused(_("A lead makes lists for the whole desk."))


def _saved(view: SavedView) -> SavedView:
    """Raises ReviewRefused where the name is taken among the maker's or among the desk's."""
    others = SavedView.objects.filter(name=view.name, is_shared=True).exclude(pk=view.pk)
    taken = ReviewRefused(
        _("There is a list called “%(name)s” already; choose another name.") % {"name": view.name}
    )
    if view.is_shared and others.exists():
        raise taken
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError as error:
        raise taken from error
    return view


def _name(given: str) -> str:
    name = " ".join(given.replace("\0", " ").split())
    if not name:
        raise ReviewRefused(_("Give the list a name."))
    if len(name) > NAME_AT_MOST:
        raise ReviewRefused(
            _("A name may have up to %(most)d characters; this one has %(count)d.")
            % {"most": NAME_AT_MOST, "count": len(name)}
        )
    return name


def _query(given: str) -> str:
    """The query with what is blank left out. Raises ReviewRefused."""
    unknown = ReviewRefused(_("The queue does not know this filter; set it anew and keep that."))
    if len(given) > QUERY_AT_MOST:
        raise ReviewRefused(_("This filter is too long to be kept; search for fewer words."))
    try:
        pairs = parse_qsl(given, strict_parsing=bool(given), max_num_fields=2 * len(KEYS))
    except ValueError as error:
        raise unknown from error
    told = dict(pairs)
    if not set(told) <= set(KEYS) or len(told) != len(pairs) or "\0" in "".join(told.values()):
        raise unknown
    if not set(told) & set(NARROWING):
        raise ReviewRefused(_("Set a filter first; without one this list is there already."))
    return urlencode({key: told[key] for key in KEYS if key in told})
