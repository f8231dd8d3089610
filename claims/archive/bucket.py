"""Evidence in a bucket of an S3-compatible store. Needs boto3 (requirements-s3.lock)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage

# A store that does not answer is told within about half a minute, not within many.
CLIENT = Config(
    connect_timeout=5,
    read_timeout=20,
    retries={"mode": "standard", "total_max_attempts": 2},
    signature_version="s3v4",
)
# Stores other than Amazon's hardly ever have a host name for each bucket, and some do not know its
# newer checksums; what is read is checked against its hash anyway.
CLIENT_ELSEWHERE = CLIENT.merge(
    Config(
        s3={"addressing_style": "path"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
)


class Bucket(S3Storage):  # type: ignore[misc]  # django-storages has no types
    """django-storages' bucket, whose failures are OSErrors like those of a folder."""

    def __init__(self, **options: Any) -> None:
        client = CLIENT_ELSEWHERE if options.get("endpoint_url") else CLIENT
        super().__init__(client_config=client, file_overwrite=True, default_acl=None, **options)

    def _save(self, name: str, content: "File[bytes]") -> str:
        with _told():
            kept: str = super()._save(name, content)
            return kept

    def _open(self, name: str, mode: str = "rb") -> "ContentFile[bytes]":
        """Read at once: the file of django-storages fails later, while it is read."""
        with _told():
            answer = self.bucket.Object(name).get()
            return ContentFile(answer["Body"].read(), name=name)

    def exists(self, name: str) -> bool:
        with _told():
            return bool(super().exists(name))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in ("NoSuchKey", "404"):
            raise FileNotFoundError(str(error)) from error
        raise OSError(str(error)) from error
    except (BotoCoreError, Boto3Error) as error:
        raise OSError(str(error)) from error
