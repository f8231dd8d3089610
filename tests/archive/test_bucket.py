"""Evidence in an S3-compatible store: a real server on loopback, and what happens without it."""

import hashlib
import time
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from claims.archive import store
from claims.errors import EvidenceDamaged, StoreUnavailable

DATA = "قالت الهيئة إن الجسر أُغلق.".encode()
SHA256 = hashlib.sha256(DATA).hexdigest()
KEY = f"{SHA256[:2]}/{SHA256[2:4]}/{SHA256}"


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadedMotoServer]:
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def bucket(server: ThreadedMotoServer, settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "tests")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "tests")
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    use(settings, endpoint)
    made = boto3.resource("s3", endpoint_url=endpoint, region_name="us-east-1").Bucket("evidence")
    made.create()
    yield made
    made.objects.delete()
    made.delete()


def use(settings, endpoint: str) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "evidence": {
            "BACKEND": "claims.archive.bucket.Bucket",
            "OPTIONS": {
                "bucket_name": "evidence",
                "endpoint_url": endpoint,
                "region_name": "us-east-1",
            },
        },
    }


def test_bytes_are_kept_under_their_hash_and_read_again(bucket: Any) -> None:
    kept = store.keep(DATA)
    assert kept.key == KEY
    assert [one.key for one in bucket.objects.all()] == [KEY]
    assert store.read(KEY) == DATA
    assert store.holds(KEY, SHA256)


def test_a_large_file_comes_back_as_it_was(bucket: Any) -> None:
    data = bytes(range(256)) * 80_000  # in several parts
    assert store.read(store.keep(data).key) == data


def test_the_same_bytes_are_kept_once(bucket: Any) -> None:
    store.keep(DATA)
    before = bucket.Object(KEY).last_modified
    time.sleep(1.1)  # the clock of S3 counts seconds
    store.keep(DATA)
    assert bucket.Object(KEY).last_modified == before


def test_changed_bytes_are_found_and_not_written_over(bucket: Any) -> None:
    store.keep(DATA)
    bucket.put_object(Key=KEY, Body=b"changed")
    for use_it in (lambda: store.read(KEY), lambda: store.keep(DATA)):
        with pytest.raises(EvidenceDamaged):
            use_it()
    assert not store.holds(KEY, SHA256)
    assert bucket.Object(KEY).get()["Body"].read() == b"changed"


def test_missing_bytes_are_told(bucket: Any) -> None:
    assert not store.holds(KEY, SHA256)
    with pytest.raises(EvidenceDamaged):
        store.read(KEY)


def test_a_bucket_that_is_not_there_is_told(bucket: Any, settings) -> None:
    settings.STORAGES["evidence"]["OPTIONS"]["bucket_name"] = "elsewhere"
    with pytest.raises(StoreUnavailable):
        store.keep(DATA)
    with pytest.raises(StoreUnavailable):
        store.read(KEY)


def test_a_store_that_does_not_answer_is_told_soon(bucket: Any, settings) -> None:
    use(settings, "http://127.0.0.1:9")
    began = time.monotonic()
    for use_it in (lambda: store.keep(DATA), lambda: store.holds(KEY, SHA256)):
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            use_it()
    assert time.monotonic() - began < 30
