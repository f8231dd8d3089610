"""Who asks: a partner's program by its token, or a person who is signed in."""

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

from claims.models import ApiClient
from claims.review.permissions import may_add_articles, may_read
from claims.review.second_factor import must_set_one_up


class ClientToken(BaseAuthentication):
    """``Authorization: Bearer factlog_…``; request.auth is then the client."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, ApiClient] | None:
        words = get_authorization_header(request).split()
        if not words or words[0].lower() != b"bearer":
            return None
        token = words[1].decode("latin-1") if len(words) == 2 else ""
        known = ApiClient.objects.filter(token_sha256=ApiClient.hash(token), is_active=True)
        client = known.first()
        if client is None:
            raise AuthenticationFailed("This token is not known, or it was revoked.")
        today = timezone.localdate()
        if client.last_used != today:
            known.update(last_used=today)
        return AnonymousUser(), client

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="factlog"'


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


class PerClient(SimpleRateThrottle):
    """So many requests for each client and person. Counted in each process by itself: a cache
    that all of them share would have to be up for every request."""

    def get_rate(self) -> str:
        return settings.API_RATE

    def get_cache_key(self, request: Request, view: object) -> str | None:
        if isinstance(request.auth, ApiClient):
            return f"api-client-{request.auth.pk}"
        return f"api-person-{request.user.pk}" if request.user.is_authenticated else None
