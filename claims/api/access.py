"""Who asks: a partner's program by its token, a person by theirs, or one who is signed in."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone
from drf_spectacular.authentication import SessionScheme
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import (
    BaseAuthentication,
    SessionAuthentication,
    get_authorization_header,
)
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from claims.models import ApiClient, PersonToken
from claims.models.person_token import BEGINS
from claims.review.permissions import (
    may_add_articles,
    may_grade_sources,
    may_publish,
    may_read,
    may_review,
)
from claims.review.second_factor import must_set_one_up

NOT_TAKEN = "This token is not known, or it was revoked."


class OwnToken(BaseAuthentication):
    """``Authorization: Bearer factlog_me_…``: the person themselves, with exactly their rights."""

    def authenticate(self, request: Request) -> tuple[User, PersonToken] | None:
        token = _bearer(request)
        if token is None or not token.startswith(BEGINS):
            return None
        known = PersonToken.objects.filter(token_sha256=PersonToken.hash(token), revoked_at=None)
        held = known.select_related("person").first()
        if held is None or not held.person.is_active:
            raise AuthenticationFailed(NOT_TAKEN)
        today = timezone.localdate()
        if held.last_used != today:
            known.update(last_used=today)
        return held.person, held

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="factlog"'


class ClientToken(BaseAuthentication):
    """``Authorization: Bearer factlog_…``; request.auth is then the client."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, ApiClient] | None:
        token = _bearer(request)
        if token is None:
            return None
        known = ApiClient.objects.filter(token_sha256=ApiClient.hash(token), is_active=True)
        client = known.first()
        if client is None:
            raise AuthenticationFailed(NOT_TAKEN)
        today = timezone.localdate()
        if client.last_used != today:
            known.update(last_used=today)
        return AnonymousUser(), client

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="factlog"'


def _bearer(request: Request) -> str | None:
    """The token that was sent, "" for none that can be one; None where it is not this scheme."""
    words = get_authorization_header(request).split()
    if not words or words[0].lower() != b"bearer":
        return None
    return words[1].decode("latin-1") if len(words) == 2 else ""


class ClientTokenScheme(OpenApiAuthenticationExtension):
    """How the schema tells of it."""

    target_class = ClientToken
    name = "clientToken"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "The token that was printed once when your client was made.",
        }


class SignedInPerson(SessionAuthentication):
    """Somebody who uses the API from a page; the same second factor is asked for as there."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        found = super().authenticate(request)
        if found is not None and must_set_one_up(found[0]):
            raise PermissionDenied(
                "Set up a second factor in your account first; your role requires one.",
                "second_factor_required",
            )
        return found


class SignedInPersonScheme(SessionScheme):
    """How the schema tells of it."""

    target_class = "claims.api.access.SignedInPerson"
    priority = 0


class OwnTokenScheme(OpenApiAuthenticationExtension):
    target_class = OwnToken
    name = "ownToken"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "The token that was printed once when it was made for you.",
        }


class MayRead(BasePermission):
    message = "You are signed in, but without a role that may read; ask an administrator for one."

    def has_permission(self, request: Request, view: object) -> bool:
        return isinstance(request.auth, ApiClient) or may_read(request.user)


class MayPost(BasePermission):
    message = "You may read, but not post; ask an administrator for the permission."

    def has_permission(self, request: Request, view: object) -> bool:
        if isinstance(request.auth, ApiClient):
            return request.auth.may_post
        return may_add_articles(request.user)


class Person(BasePermission):
    """At the review desk people act, never programs in their own name."""

    message: str

    def may(self, person: User | AnonymousUser) -> bool:
        raise NotImplementedError

    def has_permission(self, request: Request, view: object) -> bool:
        if isinstance(request.auth, ApiClient):
            raise PermissionDenied(
                "The review desk is for people: use a token of your own (make_person_token)."
            )
        return self.may(request.user)


class ReadsDesk(Person):
    message = MayRead.message

    def may(self, person: User | AnonymousUser) -> bool:
        return may_read(person)


class Reviews(Person):
    message = "Your role reads; reviewers do this."

    def may(self, person: User | AnonymousUser) -> bool:
        return may_review(person)


class Publishes(Person):
    message = "Editors publish, and word corrections."

    def may(self, person: User | AnonymousUser) -> bool:
        return may_publish(person)


class WorksOn(Person):
    """Reviewers, and editors beside them."""

    message = "Your role reads; reviewers and editors do this."

    def may(self, person: User | AnonymousUser) -> bool:
        return may_review(person) or may_publish(person)


class Grades(Person):
    message = "Leads and editors grade sources."

    def may(self, person: User | AnonymousUser) -> bool:
        return may_grade_sources(person)


class PerClient(SimpleRateThrottle):
    """So many requests for each client and person. Counted in each process by itself: a cache
    that all of them share would have to be up for every request."""

    def get_rate(self) -> str:
        return settings.API_RATE

    def get_cache_key(self, request: Request, view: object) -> str | None:
        if isinstance(request.auth, ApiClient):
            return f"api-client-{request.auth.pk}"
        return f"api-person-{request.user.pk}" if request.user.is_authenticated else None
