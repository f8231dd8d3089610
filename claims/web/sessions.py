"""Ending sessions on the server, while the one that asks for it goes on."""

from claims.models import PersonSession
from claims.web.access import SignedIn


def end_others(request: SignedIn) -> int:
    """End all other sessions of whoever is signed in; says how many there were."""
    return PersonSession.objects.end(person_id=request.user.pk, but=request.session.session_key)


def count_others(request: SignedIn) -> int:
    mine = PersonSession.objects.open(person_id=request.user.pk, but=request.session.session_key)
    return mine.count()
