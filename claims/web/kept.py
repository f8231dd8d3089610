"""What is written into forms of the desk stays in the browser until it is recorded (kept.js)."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

SENT = "factlog_sent"


def let_go(
    request: HttpRequest, response: HttpResponse, *, with_query: bool = False
) -> HttpResponse:
    """Tell the browser that what was sent to this address is recorded; ``with_query`` where the
    form stands for its query too (data-kept-query)."""
    address = quote(request.get_full_path() if with_query else request.path, safe="")
    response.set_cookie(SENT, address, samesite="Lax", secure=request.is_secure())
    return response
