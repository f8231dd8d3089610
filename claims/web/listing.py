"""What the long lists have in common: capped counts, chips, the addresses of their pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from claims.errors import InputRefused
from claims.models.keyset import Page, page
from claims.web.access import SignedIn

ROWS = 50
COUNTED_AT_MOST = 1000
NEWEST_FIRST = ("-id",)
_WORDS_AT_MOST = 300


class ListRequest(SignedIn):
    """As HtmxMiddleware hands it on."""

    htmx: HtmxDetails


@dataclass(frozen=True, slots=True)
class Count:
    """A number of rows, told exactly up to COUNTED_AT_MOST and as "1000+" beyond."""

    number: int

    @property
    def is_capped(self) -> bool:
        return self.number > COUNTED_AT_MOST

    def __str__(self) -> str:
        # The mark keeps the plus behind its digits in Arabic too.
        return f"{COUNTED_AT_MOST}+\u200e" if self.is_capped else str(self.number)


def counted(queryset: QuerySet) -> Count:
    """How many rows there are, counting no further than needed. One query."""
    return Count(queryset.order_by().values("pk")[: COUNTED_AT_MOST + 1].count())


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, and the address of the list without it."""

    label: str
    value: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a select."""

    value: str
    label: str
    chosen: bool


def options(choices: Iterable[tuple[object, object]], chosen: object) -> list[Option]:
    return [Option(str(value), str(label), value == chosen) for value, label in choices]


def address(pairs: Mapping[str, object]) -> str:
    """The query that asks for this, from "?" on; what is blank is left out."""
    return "?" + urlencode({key: one for key, one in pairs.items() if one not in ("", None)})


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list with the addresses of its neighbours; "" where there is none."""

    rows: list
    next: str
    previous: str
    problem: str


def leaf(
    queryset: QuerySet,
    asked: Mapping[str, object],
    after: str,
    before: str,
    order: tuple[str, ...] = NEWEST_FIRST,
) -> Leaf:
    """The page that the address asks for; the first one, and a sentence, if it asks for none that
    there is. One query."""
    problem = ""
    found: Page
    try:
        found = page(queryset, order=order, after=after or None, before=before or None, size=ROWS)
    except InputRefused as refused:
        problem = str(refused)
        found = page(queryset, order=order, size=ROWS)
    return Leaf(
        found.rows,
        next=address({**asked, "after": found.next_cursor}) if found.next_cursor else "",
        previous=address({**asked, "before": found.previous_cursor})
        if found.previous_cursor
        else "",
        problem=problem,
    )


def number(given: str) -> int | None:
    # Ten digits are more than any id has; int() of a longer text would only cost time.
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 10 else None


def words_of(given: str) -> str:
    """What was typed into a search field, on one line and not endless."""
    return " ".join(given.replace("\0", " ").split())[:_WORDS_AT_MOST]


def shortened(given: str, most: int = 60) -> str:
    """Words as they were given, fit to be said back in a sentence."""
    one_line = " ".join(given.replace("\0", " ").split())
    return one_line if len(one_line) <= most else f"{one_line[:most]}…"


def there_is_none(given: str) -> str:
    """The sentence about a filter whose value does not exist."""
    return _("There is no “%(given)s” here; the list is shown without this filter.") % {
        "given": shortened(given)
    }


def swapped(request: ListRequest) -> bool:
    """Whether only the list is wanted, not the page around it."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def finished(request: ListRequest, response: HttpResponse, asked: str) -> HttpResponse:
    """With what browsers and htmx need to know; ``asked`` is the query without blank fields."""
    patch_vary_headers(response, ["HX-Request"])
    if swapped(request):
        response["HX-Push-Url"] = f"{request.path}{asked}" if asked != "?" else request.path
    return response
