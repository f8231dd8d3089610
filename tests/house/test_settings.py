"""A wrong value stops the start with a sentence: which variable, and what it may be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAIL = {
    "FACTLOG_EMAIL_URL": "smtp+tls://desk:p%40ss@mail.example:2525",
    "FACTLOG_EMAIL_FROM": "factlog <factlog@desk.example>",
    "FACTLOG_ADDRESS": "https://facts.example/",
}
NO_MAIL_SERVER = (
    "FACTLOG_EMAIL_URL cannot be read; it may be smtp+tls://user:password@host:587, "
    "smtp+ssl://user:password@host:465 or smtp://host:25, with %40 for an @ in the password."
)
READER = {
    "FACTLOG_READER_URL": "http://10.0.0.7:11434/v1/",
    "FACTLOG_READER_MODEL": "small",
}
PRODUCTION = {
    "FACTLOG_MODE": "production",
    "FACTLOG_SECRET_KEY": "aB3$" * 20,
    "FACTLOG_RECORD_KEY": "0a" * 32,
    "FACTLOG_HOSTS": "facts.example",
    "DATABASE_URL": "sqlite:////nowhere/at-all.sqlite3",
}


def start(tmp_path: Path, **given: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("FACTLOG_") and name not in ("DATABASE_URL", "REDIS_URL")
    }
    return subprocess.run(
        [sys.executable, "manage.py", "diffsettings"],
        cwd=ROOT,
        env={**kept, "FACTLOG_VAR": str(tmp_path), **given},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"FACTLOG_MODE": "prod"}, "FACTLOG_MODE is 'prod'; it may be 'laptop' or 'production'."),
        (
            {"FACTLOG_LOG_LEVEL": "loud"},
            "FACTLOG_LOG_LEVEL is 'loud'; it may be DEBUG, INFO, WARNING or ERROR.",
        ),
        (
            {"FACTLOG_JOB_LEASE_SECONDS": "soon"},
            "FACTLOG_JOB_LEASE_SECONDS is 'soon'; it may be a whole number from 1 on.",
        ),
        ({"FACTLOG_PROXIES": "-1"}, "FACTLOG_PROXIES is '-1'; it may be a whole number from 0 on."),
        (
            {"FACTLOG_SECOND_FACTOR": "yes"},
            "FACTLOG_SECOND_FACTOR is 'yes'; it may be 'optional' or 'required'.",
        ),
        ({"FACTLOG_DEBUG": "maybe"}, "FACTLOG_DEBUG is 'maybe'; it may be 'true' or 'false'."),
        *(
            ({**MAIL, "FACTLOG_EMAIL_URL": url}, NO_MAIL_SERVER)
            for url in (
                "mail.example",
                "smtps://mail.example",
                "smtp://",
                "smtp://desk:secret@mail.example:many",
                "smtp://mail.example:99999",
                "smtp://mail.example/folder",
                "file:///etc/passwd",
            )
        ),
        (
            {**MAIL, "FACTLOG_EMAIL_FROM": ""},
            "FACTLOG_EMAIL_FROM is ''; where FACTLOG_EMAIL_URL is set it must be an address to "
            "write from, as in factlog@facts.example.",
        ),
        (
            {**MAIL, "FACTLOG_ADDRESS": ""},
            "FACTLOG_ADDRESS is ''; where FACTLOG_EMAIL_URL is set it must be the address of the "
            "pages, as in https://facts.example.",
        ),
        (
            {"FACTLOG_ADDRESS": "facts.example"},
            "FACTLOG_ADDRESS is 'facts.example'; where FACTLOG_EMAIL_URL is set it must be the "
            "address of the pages, as in https://facts.example.",
        ),
        (
            {"FACTLOG_DIGEST_SECONDS": "0"},
            "FACTLOG_DIGEST_SECONDS is '0'; it may be a whole number from 60 on.",
        ),
        (
            {"FACTLOG_FETCH_INSIDE": "wiki.newsroom:80, wiki"},
            "FACTLOG_FETCH_INSIDE holds 'wiki'; it may be hosts with their ports, separated "
            "by commas, as in wiki.newsroom:80,10.0.0.7:8443.",
        ),
        (
            {"FACTLOG_FETCH_INSIDE": "wiki:65536"},
            "FACTLOG_FETCH_INSIDE holds 'wiki:65536'; it may be hosts with their ports, separated "
            "by commas, as in wiki.newsroom:80,10.0.0.7:8443.",
        ),
        *(
            (
                {**READER, "FACTLOG_READER_URL": url},
                "FACTLOG_READER_URL cannot be used; it may be the base address of an API, without "
                "a password in it, as in https://models.example/v1.",
            )
            for url in (
                "models.example/v1",
                "ftp://models.example",
                "https://",
                "https://me:secret@models.example/v1",
                "https://models.example/v1?key=secret",
                "https://models.example/v 1",
                "https://models.example:99999/v1",
                "https://[::1/v1",
            )
        ),
        (
            {**READER, "FACTLOG_READER_MODEL": " "},
            "FACTLOG_READER_MODEL is ' '; where FACTLOG_READER_URL is set it must be the name by "
            "which that API knows the model.",
        ),
        (
            {**READER, "FACTLOG_READER_KEY": "two words"},
            "FACTLOG_READER_KEY cannot be sent; it may be ASCII characters without spaces.",
        ),
        (
            {**READER, "FACTLOG_READER_KEY": "key\nX-Header: 1"},
            "FACTLOG_READER_KEY cannot be sent; it may be ASCII characters without spaces.",
        ),
        (
            {**READER, "FACTLOG_READER_SECONDS": "61"},
            "FACTLOG_READER_SECONDS is '61'; it may be up to 60 (half of "
            "FACTLOG_JOB_LEASE_SECONDS, and 300 at most).",
        ),
        (
            {**READER, "FACTLOG_READER_SECONDS": "301", "FACTLOG_JOB_LEASE_SECONDS": "9000"},
            "FACTLOG_READER_SECONDS is '301'; it may be up to 300 (half of "
            "FACTLOG_JOB_LEASE_SECONDS, and 300 at most).",
        ),
        (
            {"FACTLOG_EVIDENCE": "/evidence", "FACTLOG_EVIDENCE_BUCKET": "evidence"},
            "FACTLOG_EVIDENCE and FACTLOG_EVIDENCE_BUCKET are both set; give the one or the other.",
        ),
        (
            {"FACTLOG_EVIDENCE_ENDPOINT": "https://s3.example.org"},
            "FACTLOG_EVIDENCE_BUCKET is not set, but its endpoint or region is; name it.",
        ),
        (
            {"FACTLOG_EVIDENCE_BUCKET": "evidence", "FACTLOG_EVIDENCE_ENDPOINT": "s3.example.org"},
            "FACTLOG_EVIDENCE_ENDPOINT is 's3.example.org'; it may be an address like "
            "https://s3.example.org.",
        ),
        (
            {**PRODUCTION, "FACTLOG_HOSTS": ""},
            "FACTLOG_HOSTS is not set; name the hosts that are answered, separated by commas.",
        ),
        (
            {**PRODUCTION, "FACTLOG_RECORD_KEY": ""},
            "FACTLOG_RECORD_KEY is not set; give it 64 hexadecimal digits of your own.",
        ),
        (
            {"FACTLOG_RECORD_KEY": "secret"},
            "FACTLOG_RECORD_KEY cannot be read; it may be 64 hexadecimal digits.",
        ),
        (
            {**PRODUCTION, "FACTLOG_SECRET_KEY": ""},
            "FACTLOG_SECRET_KEY is not set; give it a long random text of your own.",
        ),
    ],
)
def test_a_wrong_value_is_told_in_a_sentence(
    tmp_path: Path, given: dict[str, str], said: str
) -> None:
    done = start(tmp_path, **given)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", said)


def test_right_values_start(tmp_path: Path) -> None:
    inside = "Wiki.newsroom:80, [::1]:8443,"
    done = start(
        tmp_path,
        **PRODUCTION,
        FACTLOG_PROXIES="1",
        FACTLOG_LOG_LEVEL="INFO",
        FACTLOG_FETCH_INSIDE=inside,
    )
    assert done.returncode == 0, done.stderr
    [told] = [line for line in done.stdout.splitlines() if line.startswith("FETCH_INSIDE")]
    assert "'wiki.newsroom:80'" in told
    assert "'[::1]:8443'" in told


def evidence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    [told] = [line for line in done.stdout.splitlines() if line.startswith("STORAGES")]
    return told


def test_evidence_is_kept_in_a_folder_or_in_a_bucket(tmp_path: Path) -> None:
    assert f"PosixPath('{tmp_path}/evidence')" in evidence(start(tmp_path))
    assert "PosixPath('/safe')" in evidence(start(tmp_path, FACTLOG_EVIDENCE="/safe"))
    told = evidence(
        start(
            tmp_path,
            FACTLOG_EVIDENCE_BUCKET="ours",
            FACTLOG_EVIDENCE_ENDPOINT="https://s3.example.org",
        )
    )
    assert "claims.archive.bucket.Bucket" in told
    assert "{'bucket_name': 'ours', 'endpoint_url': 'https://s3.example.org'}" in told


def test_a_bucket_without_its_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['boto3'] = None\n")
    done = start(tmp_path, FACTLOG_EVIDENCE_BUCKET="ours", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stderr.strip()) == (
        1,
        "FACTLOG_EVIDENCE_BUCKET is set, but boto3 is not installed; install what "
        "requirements-s3.lock names, or set FACTLOG_EVIDENCE to a folder.",
    )


@pytest.mark.parametrize(
    ("given", "asked_for"),
    [
        ({}, "optional"),
        (PRODUCTION, "required"),
        ({**PRODUCTION, "FACTLOG_SECOND_FACTOR": "optional"}, "optional"),
    ],
)
def test_a_second_factor_is_required_where_it_matters(
    tmp_path: Path, given: dict[str, str], asked_for: str
) -> None:
    done = start(tmp_path, **given)
    assert f"SECOND_FACTOR = '{asked_for}'" in done.stdout


def test_a_mail_server_is_taken_apart_and_its_address_is_no_setting(tmp_path: Path) -> None:
    done = start(tmp_path, **MAIL)
    assert done.returncode == 0, done.stderr
    told = dict(line.split(" = ") for line in done.stdout.replace("  ###", "").splitlines())
    expected = {
        "SENDS_MAIL": "True",
        "EMAIL_HOST": "'mail.example'",
        "EMAIL_PORT": "2525",
        "EMAIL_HOST_USER": "'desk'",
        "EMAIL_HOST_PASSWORD": "'p@ss'",
        "EMAIL_USE_TLS": "True",
        "ADDRESS": "'https://facts.example'",
    }
    assert {name: told[name] for name in expected} == expected
    assert "p%40ss" not in done.stdout


def test_without_a_mail_server_nothing_is_sent_anywhere(tmp_path: Path) -> None:
    said = start(tmp_path).stdout
    assert "SENDS_MAIL = False" in said
    assert "EMAIL_BACKEND = 'django.core.mail.backends.dummy.EmailBackend'" in said


def test_the_second_reader_is_off_unless_it_has_an_address(tmp_path: Path) -> None:
    assert "READER_URL = ''" in start(tmp_path).stdout
    on = start(tmp_path, **READER)
    assert (on.returncode, on.stderr) == (0, "")
    assert "READER_URL = 'http://10.0.0.7:11434/v1'" in on.stdout
    # As docker-compose.yml passes what is not given.
    empty = dict.fromkeys((*READER, "FACTLOG_READER_KEY"), "")
    assert "READER_URL = ''" in start(tmp_path, **empty, FACTLOG_READER_SECONDS="60").stdout
