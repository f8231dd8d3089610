"""What django-allauth asks of us: our words for its refusals, and secrets kept under a key."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth.models import User
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.errors import SecondFactorUnreadable


class AccountAdapter(DefaultAccountAdapter):
    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The views say what was done, in the words of these pages."""


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "This is not the code. An app shows another one every 30 seconds, and each recovery "
            "code works once."
        ),
    }

    def encrypt(self, text: str) -> str:
        """A copy of the database alone must not be enough to make codes."""
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises SecondFactorUnreadable."""
        try:
            return _keys().decrypt(encrypted_text).decode()
        except InvalidToken as error:
            raise SecondFactorUnreadable(
                _(
                    "This second factor was stored under a secret key that is not in use any "
                    "more. An administrator can reset it, and you set up another one."
                )
            ) from error

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        held = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey %(number)d") % {"number": held + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": "factlog"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, object]:
        return {
            "id": str(user.pk).encode(),
            "display_name": user.get_full_name() or user.get_username(),
            "name": user.get_username(),
        }


def _keys() -> MultiFernet:
    """Written with the key in use; read with those before it too."""
    kept = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet(
        [
            Fernet(
                base64.urlsafe_b64encode(
                    salted_hmac("claims.second_factor", "", secret=one, algorithm="sha256").digest()
                )
            )
            for one in kept
        ]
    )
