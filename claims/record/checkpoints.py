"""Where the record stood, signed, in a file outside the database.

Whoever can rewrite the whole database, chain and all, cannot make the signed lines agree with it.
"""

import json
import os
from datetime import UTC
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.utils import timezone

from claims.models import RecordHead
from claims.record.verifier import checkpoint_message


def checkpoint() -> bool:
    """Sign where the record stands and add it to the file; False where it stood so before.

    Raises OSError where the file or the key cannot be written.
    """
    head = RecordHead.objects.filter(pk=1).first()
    if head is None or head.sequence == 0:
        return False
    path: Path = settings.CHECKPOINTS
    end = _end_of(path)
    if _last_sequence(end) == head.sequence:
        return False
    now = timezone.now().astimezone(UTC).isoformat(timespec="microseconds")
    told = {"at": now, "hash": head.hash, "sequence": head.sequence}
    told["signature"] = _key().sign(checkpoint_message(told)).hex()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as file:
        begun = "\n" if end and not end.endswith(b"\n") else ""
        file.write(begun + json.dumps(told, sort_keys=True) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return True


def public_key() -> str:
    """The key that checks the signatures, in hex."""
    return _key().public_key().public_bytes_raw().hex()


def _end_of(path: Path) -> bytes:
    """Far more than the last line; nothing where there is no file."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 4096))
            return file.read()
    except FileNotFoundError:
        return b""


def _last_sequence(end: bytes) -> int | None:
    """Of a line that was cut short (a full disk), None."""
    try:
        found: int = json.loads(end.rstrip(b"\n").rpartition(b"\n")[2])["sequence"]
    except (ValueError, KeyError):
        return None
    return found


def _key() -> Ed25519PrivateKey:
    """The key from the environment; otherwise one that is made once and kept beside the data."""
    if settings.RECORD_KEY:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(settings.RECORD_KEY))
    path: Path = settings.VAR_DIR / "record-key"
    if not path.exists():
        _make_key(path)
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii").strip()))


def _make_key(path: Path) -> None:
    """Readable by nobody else from its first moment; of two that make one at once, one counts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(Ed25519PrivateKey.generate().private_bytes_raw().hex())
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    finally:
        made.unlink()
