"""Whether people show who they are by more than a password. What they show is kept by allauth."""

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.db.models import QuerySet

from claims.review.permissions import may_do_more_than_read

# Codes for an emergency are no factor of their own: they go when the last factor goes.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_one(user: User | AnonymousUser) -> bool:
    """Whether signing in asks for more than the password. One query."""
    return user.is_authenticated and _of(user).exists()


def must_set_one_up(user: User | AnonymousUser) -> bool:
    """Whether nothing else may open before this person has a second factor."""
    if settings.SECOND_FACTOR != "required" or not user.is_authenticated:
        return False
    return (user.is_staff or may_do_more_than_read(user)) and not has_one(user)


def holders() -> frozenset[int]:
    """The ids of all people who have one. One query."""
    found = Authenticator.objects.filter(type__in=FACTORS).values_list("user_id", flat=True)
    return frozenset(found)


def forget(user: User) -> bool:
    """Forget all that this person shows besides the password; whether there was anything."""
    gone, _ = Authenticator.objects.filter(user=user).delete()
    return bool(gone)


def _of(user: User | AnonymousUser) -> QuerySet[Authenticator]:
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS)
    return found


@transaction.atomic
def take(authenticator: Authenticator, code: str) -> bool:
    """Whether this code of an app opens now; then none of its time or before it opens again.

    RFC 6238, section 5.2. Kept with the factor, so that it holds whichever process is asked.
    """
    locked = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    secret, given = decrypt(locked.data["secret"]), normalize_user_code(code)
    for step in yield_hotp_counters_from_time():
        if step > locked.data.get("last_step", 0) and given == format_hotp_value(
            hotp_value(secret, step)
        ):
            locked.data["last_step"] = step
            locked.save(update_fields=["data"])
            return True
    return False
