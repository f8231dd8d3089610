"""Bytes outside the database, each under its own SHA-256: what is kept never changes."""

import hashlib
import logging
import re
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.utils.translation import gettext as _

from claims.errors import EvidenceDamaged, StoreUnavailable

logger = logging.getLogger(__name__)

_KEY = re.compile(r"([0-9a-f]{2})/([0-9a-f]{2})/(\1\2[0-9a-f]{60})")


@dataclass(frozen=True, slots=True)
class Kept:
    """Where bytes are kept. ``key`` is their place in the store, ``sha256`` in hexadecimal."""

    sha256: str
    size: int
    key: str


def keep(data: bytes) -> Kept:
    """Keep bytes; those that are there already are not written again, and none are written over.

    Raises StoreUnavailable, and EvidenceDamaged where other bytes stand in their place.
    """
    sha256 = _sha256(data)
    kept = Kept(sha256, len(data), f"{sha256[:2]}/{sha256[2:4]}/{sha256}")
    try:
        if _store().exists(kept.key):
            read(kept.key)
            return kept
        _store().save(kept.key, ContentFile(data))
    except OSError as error:
        raise _unavailable(error) from error
    logger.info("kept %d bytes as %s", kept.size, kept.key)
    return kept


def read(key: str) -> bytes:
    """The bytes kept under a key, which are those that were put there.

    Raises StoreUnavailable, and EvidenceDamaged for bytes that are gone or changed.
    """
    try:
        with _store().open(_checked(key)) as opened:
            data: bytes = opened.read()
    except FileNotFoundError as error:
        raise _damaged(key) from error
    except OSError as error:
        raise _unavailable(error) from error
    if _sha256(data) != key[-64:]:
        raise _damaged(key)
    return data


def holds(key: str, sha256: str) -> bool:
    """Whether the bytes with this hash are there, whole and unchanged. Raises StoreUnavailable."""
    if not key.endswith(f"/{sha256}"):
        return False
    try:
        read(key)
    except EvidenceDamaged:
        return False
    return True


def _store() -> Storage:
    return storages["evidence"]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError(f"no key of the store of evidence: {key!r}")
    return key


def _damaged(key: str) -> EvidenceDamaged:
    logger.error("evidence %s is gone or changed", key)
    return EvidenceDamaged(
        _(
            "The evidence %(name)s is gone from the store or was changed there; tell whoever runs "
            "factlog, who brings it back from a backup."
        )
        % {"name": key[-64:][:12]}
    )


def _unavailable(error: OSError) -> StoreUnavailable:
    logger.error("the store of evidence is unavailable: %s", error)
    return StoreUnavailable(
        _(
            "The store of evidence is full or cannot be reached, so nothing was kept; tell whoever "
            "runs factlog, and try again later."
        )
    )
