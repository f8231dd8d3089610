"""A passkey in tests: what a browser and its authenticator answer (Web Authentication, level 2)."""

import base64
import hashlib
import html
import json
import re
import secrets
import struct

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.http import HttpResponse
from fido2 import cbor
from fido2.cose import ES256

HOST = "testserver"
ORIGIN = f"https://{HOST}"
PRESENT, ATTESTED = 1, 64


def text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def asked(page: HttpResponse) -> dict:
    """What a page asks of the passkey."""
    [found] = re.findall(r'data-options="([^"]*)"', page.content.decode())
    return json.loads(html.unescape(found))["publicKey"]


class Passkey:
    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.ident = secrets.token_bytes(16)

    def made(self, options: dict, origin: str = ORIGIN) -> str:
        """The answer to a page that asks for a new passkey."""
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        attested = bytes(16) + struct.pack(">H", len(self.ident)) + self.ident + public
        data = self._data(PRESENT | ATTESTED) + attested
        whole = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options, origin)
        return self._answer(clientDataJSON=text(client), attestationObject=text(whole))

    def used(self, options: dict, origin: str = ORIGIN) -> str:
        """The answer to a page that asks for a passkey that it knows."""
        data, client = self._data(PRESENT), self._client("webauthn.get", options, origin)
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=text(client),
            authenticatorData=text(data),
            signature=text(signed),
            userHandle=None,
        )

    @staticmethod
    def _data(flags: int) -> bytes:
        return hashlib.sha256(HOST.encode()).digest() + struct.pack(">BI", flags, 0)

    @staticmethod
    def _client(kind: str, options: dict, origin: str) -> bytes:
        told = {"type": kind, "challenge": options["challenge"], "origin": origin}
        return json.dumps(told).encode()

    def _answer(self, **response: str | None) -> str:
        told = {"id": text(self.ident), "rawId": text(self.ident), "type": "public-key"}
        return json.dumps({**told, "response": response, "clientExtensionResults": {}})
