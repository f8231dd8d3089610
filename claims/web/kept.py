"""What is written into forms of the desk stays in the browser until it is recorded (kept.js)."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

SENT = "factlog_sent"


def let_go(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Tell the browser that what was sent to this address is recorded."""
    address = quote(request.path, safe="")
    response.set_cookie(SENT, address, samesite="Lax", secure=request.is_secure())
    return response
