"""Second factors in tests: an authenticator app as RFC 6238 describes it, and who holds one."""

import base64
import hmac
import struct
import time
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

PASSWORD = "a-long-secret-phrase"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def stop_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within one step of the codes, so that none changes between being shown and being given."""
    now = time.time()
    still = SimpleNamespace(time=lambda: now - now % 30 + 5)
    monkeypatch.setitem(globals(), "time", still)
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", still)


def code(secret: str = SECRET, steps: int = 0) -> str:
    """What an app shows now, or so many steps of 30 seconds later."""
    moment = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.digest(base64.b32decode(secret), moment, "sha1")
    start = digest[-1] & 15
    [number] = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def give_app(user: User) -> list[str]:
    """The person has set an app up with SECRET; gives their recovery codes."""
    TOTP.activate(user, SECRET)
    codes = RecoveryCodes.activate(user)
    codes.mark_as_viewed()
    return codes.get_unused_codes()


def give_password(client: Client, user: User, query: str = ""):
    given = {"username": user.username, "password": PASSWORD}
    return client.post(reverse("sign_in") + query, given)


def give_code(client: Client, given: str):
    return client.post(reverse("second_step"), {"code": given})


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def has(user: User, kind: str) -> bool:
    return Authenticator.objects.filter(user=user, type=kind).exists()
