"""All settings, read from the environment. Defaults suit a laptop; secrets have none."""

import re
import secrets
import sys
import tomllib
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
VERSION: str = tomllib.loads((BASE_DIR / "pyproject.toml").read_text("utf-8"))["project"]["version"]

# "laptop": one person tries factlog on their own machine. "production": everything must be given.
MODE = env.str("FACTLOG_MODE", "laptop")
if MODE not in ("laptop", "production"):
    raise ImproperlyConfigured(f"FACTLOG_MODE is {MODE!r}; it may be 'laptop' or 'production'.")
PRODUCTION = MODE == "production"


def _number(name: str, default: int, at_least: int) -> int:
    """A whole number from the environment; a sentence for anything else."""
    given = env.str(name, str(default))
    try:
        number = int(given)
    except ValueError:
        number = at_least - 1
    if number < at_least:
        raise ImproperlyConfigured(
            f"{name} is {given!r}; it may be a whole number from {at_least} on."
        )
    return number


def _yes_or_no(name: str, default: bool) -> bool:
    given = env.str(name, str(default)).strip().lower()
    if given not in ("true", "false", "1", "0", "yes", "no", "on", "off"):
        raise ImproperlyConfigured(f"{name} is {given!r}; it may be 'true' or 'false'.")
    return given in ("true", "1", "yes", "on")


VAR_DIR = Path(env.str("FACTLOG_VAR", str(BASE_DIR / "var")))
DEBUG = _yes_or_no("FACTLOG_DEBUG", False)


def _secret_key() -> str:
    """The key from the environment; on a laptop, one that is made once and kept in var/."""
    given: str = env.str("FACTLOG_SECRET_KEY", "")
    if given:
        return given
    if PRODUCTION:
        raise ImproperlyConfigured(
            "FACTLOG_SECRET_KEY is not set; give it a long random text of your own."
        )
    kept = VAR_DIR / "secret-key"
    try:
        return kept.read_text(encoding="ascii")
    except FileNotFoundError:
        made = secrets.token_urlsafe(50)
    try:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(made, encoding="ascii")
    except OSError:  # a read-only folder: commands that need no database still work
        return made
    return made


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.list(
    "FACTLOG_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"]
)
if not any(ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        "FACTLOG_HOSTS is not set; name the hosts that are answered, separated by commas."
    )
CSRF_TRUSTED_ORIGINS = env.list("FACTLOG_TRUSTED_ORIGINS", default=[])
# So many proxies of ours stand before the web server and append to X-Forwarded-For.
PROXIES = _number("FACTLOG_PROXIES", 0, at_least=0)

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth.account",  # its pages are not: only what allauth.mfa rests on
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "claims",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "claims.web.who_reads.who_reads",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "claims.web.factor_gate.SecondFactorGate",
    "axes.middleware.AxesMiddleware",
    "claims.web.access.OnlyForms",
]

ROOT_URLCONF = "factlog.urls"
WSGI_APPLICATION = "factlog.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "claims.web.notices.for_every_page",
                "claims.web.access.for_every_page",
            ],
        },
    }
]

# ── Database ────────────────────────────────────────────────────────────────────────────────────
SQLITE_OPTIONS = {
    # Measured under 8 writers: 0 of 1,200 writes locked, against 1,049 with the default mode.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def _database() -> dict[str, object]:
    url: str = env.str("DATABASE_URL", "")
    if not url:
        if PRODUCTION:
            raise ImproperlyConfigured(
                "DATABASE_URL is not set; production needs postgres://user:password@host/name."
            )
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR_DIR / "factlog.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": 600,
        }
    try:
        found: dict[str, object] = env.db_url_config(url)
    except Exception as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read; it may be postgres://user:password@host/name "
            "or sqlite:////path/to/file."
        ) from error
    if "sqlite" in str(found["ENGINE"]):
        found["OPTIONS"] = SQLITE_OPTIONS
    else:
        found["CONN_HEALTH_CHECKS"] = True
    found["CONN_MAX_AGE"] = 600
    return found


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── People ──────────────────────────────────────────────────────────────────────────────────────
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "articles"
LOGOUT_REDIRECT_URL = "sign_in"

# Guessing is slowed: after five failures from one address for one name, wait a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
# Whoever guesses codes has the password already: there five failures count from all addresses.
AXES_LOCKOUT_PARAMETERS = "claims.web.second_step.counted_by"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "credential"]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "claims.web.access.client_address"
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "claims.web.account.locked_out"

# "required": whoever may do more than read sets a second factor up before anything else opens.
SECOND_FACTOR = env.str("FACTLOG_SECOND_FACTOR", "required" if PRODUCTION else "optional")
if SECOND_FACTOR not in ("optional", "required"):
    raise ImproperlyConfigured(
        f"FACTLOG_SECOND_FACTOR is {SECOND_FACTOR!r}; it may be 'optional' or 'required'."
    )
MFA_ADAPTER = "claims.web.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "factlog"
MFA_TOTP_TOLERANCE = 1  # one step to either side: RFC 6238, section 5.2
MFA_RECOVERY_CODES_SHOW_ONCE = True
ACCOUNT_ADAPTER = "claims.web.factor_adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
# Counted by axes instead, in the database: allauth counts in a cache that each process has alone.
ACCOUNT_RATE_LIMITS = False
# Each session knows whose it is, so that it can be ended on the server.
SESSION_ENGINE = "claims.models.session"

# ── Security ────────────────────────────────────────────────────────────────────────────────────
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_SSL_REDIRECT = _yes_or_no("FACTLOG_HTTPS", True)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
    SECURE_HSTS_SECONDS = (
        _number("FACTLOG_HSTS_SECONDS", 31_536_000, at_least=0) if SECURE_SSL_REDIRECT else 0
    )
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = bool(SECURE_HSTS_SECONDS)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]

# What one request may carry; a text over the limit is refused with a sentence by claims.ingest.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 2
FILE_UPLOAD_HANDLERS = ["claims.web.uploads.Bounded"]

# ── Language, time, files ───────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ar", "العربية")]
LOCALE_PATHS = [BASE_DIR / "claims" / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("FACTLOG_STATIC", str(VAR_DIR / "static")))


def _evidence() -> dict[str, object]:
    """Where evidence is kept: a folder, or a bucket of an S3-compatible store."""
    folder = env.str("FACTLOG_EVIDENCE", "")
    bucket = env.str("FACTLOG_EVIDENCE_BUCKET", "")
    endpoint = env.str("FACTLOG_EVIDENCE_ENDPOINT", "")
    region = env.str("FACTLOG_EVIDENCE_REGION", "")
    if not bucket:
        if endpoint or region:
            raise ImproperlyConfigured(
                "FACTLOG_EVIDENCE_BUCKET is not set, but its endpoint or region is; name it."
            )
        place = Path(folder) if folder else VAR_DIR / "evidence"
        return {"BACKEND": "claims.archive.folder.Folder", "OPTIONS": {"location": place}}
    if folder:
        raise ImproperlyConfigured(
            "FACTLOG_EVIDENCE and FACTLOG_EVIDENCE_BUCKET are both set; give the one or the other."
        )
    if endpoint and not re.fullmatch(r"https?://[^/\s@]+/?", endpoint):
        raise ImproperlyConfigured(
            f"FACTLOG_EVIDENCE_ENDPOINT is {endpoint!r}; it may be an address like "
            "https://s3.example.org."
        )
    if find_spec("boto3") is None:
        raise ImproperlyConfigured(
            "FACTLOG_EVIDENCE_BUCKET is set, but boto3 is not installed; install what "
            "requirements-s3.lock names, or set FACTLOG_EVIDENCE to a folder."
        )
    given = {"bucket_name": bucket, "endpoint_url": endpoint, "region_name": region}
    options = {name: value for name, value in given.items() if value}
    return {"BACKEND": "claims.archive.bucket.Bucket", "OPTIONS": options}


STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "evidence": _evidence(),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION


# ── Fetching ────────────────────────────────────────────────────────────────────────────────────
def _fetched_inside() -> frozenset[str]:
    """Hosts of one's own network that pages may be fetched from, each with its port."""
    given: str = env.str("FACTLOG_FETCH_INSIDE", "")
    named = [one.strip().lower() for one in given.split(",") if one.strip()]
    for one in named:
        host_and_port = re.fullmatch(r"(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\]):(\d{1,5})", one)
        if host_and_port is None or not 0 < int(host_and_port[1]) < 65536:
            raise ImproperlyConfigured(
                f"FACTLOG_FETCH_INSIDE holds {one!r}; it may be hosts with their ports, separated "
                "by commas, as in wiki.newsroom:80,10.0.0.7:8443."
            )
    return frozenset(named)


FETCH_INSIDE = _fetched_inside()

# ── Background work ─────────────────────────────────────────────────────────────────────────────
# The database is the record of work owed; messages are hints (docs/decisions).
REDIS_URL = env.str("REDIS_URL", "")
JOB_LEASE_SECONDS = _number("FACTLOG_JOB_LEASE_SECONDS", 120, at_least=1)
JOB_SWEEP_SECONDS = _number("FACTLOG_JOB_SWEEP_SECONDS", 15, at_least=1)
JOB_ATTEMPTS = 3


# ── The second reader: off unless an address is given (docs/second-reader.md) ───────────────────
def _reader_url() -> str:
    """The base of an OpenAI-compatible API, without a / at the end."""
    given: str = env.str("FACTLOG_READER_URL", "")
    try:
        parts = urlsplit(given)
        is_one = bool(parts.hostname) and parts.port != 0 and parts.scheme in ("http", "https")
    except ValueError:
        is_one = False
    if given and (not is_one or re.search(r"[\s?#@\\]", given) or not given.isascii()):
        raise ImproperlyConfigured(
            "FACTLOG_READER_URL cannot be used; it may be the base address of an API, without a "
            "password in it, as in https://models.example/v1."
        )
    return given.rstrip("/")


def _reader_key() -> str:
    given: str = env.str("FACTLOG_READER_KEY", "")
    if not re.fullmatch(r"[!-~]*", given):
        raise ImproperlyConfigured(
            "FACTLOG_READER_KEY cannot be sent; it may be ASCII characters without spaces."
        )
    return given


def _reader_model() -> str:
    given: str = env.str("FACTLOG_READER_MODEL", "")
    if READER_URL and not (given.strip() and given.isprintable()):
        raise ImproperlyConfigured(
            f"FACTLOG_READER_MODEL is {given!r}; where FACTLOG_READER_URL is set it must be the "
            "name by which that API knows the model."
        )
    return given


READER_URL = _reader_url()
READER_KEY = _reader_key()
READER_MODEL = _reader_model()
# For one part of a text. A worker is silent that long, so its lease has to last longer.
READER_SECONDS = _number("FACTLOG_READER_SECONDS", 60, at_least=1)
_seconds_at_most = min(300, JOB_LEASE_SECONDS // 2)
if READER_URL and _seconds_at_most < READER_SECONDS:
    raise ImproperlyConfigured(
        f"FACTLOG_READER_SECONDS is '{READER_SECONDS}'; it may be up to {_seconds_at_most} "
        "(half of FACTLOG_JOB_LEASE_SECONDS, and 300 at most)."
    )

# ── The record ──────────────────────────────────────────────────────────────────────────────────
# Signed lines that say where the record stood, outside the database.
CHECKPOINTS = Path(env.str("FACTLOG_CHECKPOINTS", str(VAR_DIR / "checkpoints.jsonl")))
CHECKPOINT_SECONDS = _number("FACTLOG_CHECKPOINT_SECONDS", 3600, at_least=1)
# The private key that signs them, 32 bytes in hex; made once and kept in var/ where none is given.
RECORD_KEY = env.str("FACTLOG_RECORD_KEY", "")
if PRODUCTION and not RECORD_KEY:
    raise ImproperlyConfigured(
        "FACTLOG_RECORD_KEY is not set; give it 64 hexadecimal digits of your own."
    )
if RECORD_KEY and not re.fullmatch(r"[0-9a-fA-F]{64}", RECORD_KEY):
    raise ImproperlyConfigured(
        "FACTLOG_RECORD_KEY cannot be read; it may be 64 hexadecimal digits."
    )

# ── Mail: what people chose to be told by mail, gathered (claims.review.digest) ─────────────────
DIGEST_SECONDS = _number("FACTLOG_DIGEST_SECONDS", 86_400, at_least=60)
_email_url = env.str("FACTLOG_EMAIL_URL", "")  # no setting: it may hold a password
SENDS_MAIL = bool(_email_url)
# Of each step of sending one: a server that does not answer holds a worker up no longer.
EMAIL_TIMEOUT = 10


def _mail_server() -> dict[str, object]:
    """The parts of the address, as Django calls them."""
    try:
        parts = urlsplit(_email_url)
        found: dict[str, object] = env.email_url_config(_email_url)
        port = parts.port or {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}[parts.scheme]
    except Exception as error:
        raise _no_mail_server() from error
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise _no_mail_server()
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": found["EMAIL_HOST_USER"] or "",
        "EMAIL_HOST_PASSWORD": found["EMAIL_HOST_PASSWORD"] or "",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
    }


def _no_mail_server() -> ImproperlyConfigured:
    return ImproperlyConfigured(
        "FACTLOG_EMAIL_URL cannot be read; it may be smtp+tls://user:password@host:587, "
        "smtp+ssl://user:password@host:465 or smtp://host:25, with %40 for an @ in the password."
    )


def _mail_from() -> str:
    given: str = env.str("FACTLOG_EMAIL_FROM", "")
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", parseaddr(given)[1]) or not given.isprintable():
        raise ImproperlyConfigured(
            f"FACTLOG_EMAIL_FROM is {given!r}; where FACTLOG_EMAIL_URL is set it must be an "
            "address to write from, as in factlog@facts.example."
        )
    return given


def _address() -> str:
    """Where the pages are, without a / at the end; mails link to them."""
    given: str = env.str("FACTLOG_ADDRESS", "")
    if not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", given) and (given or SENDS_MAIL):
        raise ImproperlyConfigured(
            f"FACTLOG_ADDRESS is {given!r}; where FACTLOG_EMAIL_URL is set it must be the address "
            "of the pages, as in https://facts.example."
        )
    return given.rstrip("/")


ADDRESS = _address()
if SENDS_MAIL:
    vars().update(_mail_server())
    DEFAULT_FROM_EMAIL = _mail_from()
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# ── API ─────────────────────────────────────────────────────────────────────────────────────────
# For each client and person in each process; a failed broker or cache must not stop the API.
API_RATE = env.str("FACTLOG_API_RATE", "600/min")
if not re.fullmatch(r"[1-9]\d*/(s|sec|m|min|h|hour|d|day)", API_RATE):
    raise ImproperlyConfigured(
        f"FACTLOG_API_RATE is {API_RATE!r}; it may be a number and a time, as in 600/min."
    )
REST_FRAMEWORK: dict[str, object] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "claims.api.access.OwnToken",  # before the programs': it knows its own by their beginning
        "claims.api.access.ClientToken",
        "claims.api.access.SignedInPerson",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["claims.api.access.MayRead"],
    "DEFAULT_THROTTLE_CLASSES": ["claims.api.access.PerClient"],
    "DEFAULT_PARSER_CLASSES": ["claims.api.media.JSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["claims.api.media.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "claims.api.problems.handle",
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "factlog API",
    "DESCRIPTION": (
        "Articles, the claims made in them, and who said them through whom; and the review desk, "
        "for people's own tools. Lists come in pages: "
        "follow `next` and `previous`. Whatever goes wrong is told as a problem document "
        "(RFC 9457) with a `code` for programs and a sentence for people."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "PATH_CONVERTER_OVERRIDES": {"id": int},
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "claims.api.schema.refuse_unknown_fields",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ClaimKind": "claims.models.Claim.Kind",
        "ClaimState": "claims.models.claim.STATES_OF_CLAIMS",
        "Modality": "claims.models.Claim.Modality",
        "Status": "claims.models.Statement.Corroboration",
        "SourceKind": "claims.models.Source.Kind",
        "SourceState": "claims.models.Source.State",
        "NameKind": "claims.models.SourceName.Kind",
        "RelationKind": "claims.models.SourceRelation.Kind",
        "JobKind": "claims.models.Job.Kind",
        "JobState": "claims.models.Job.State",
        "JobStage": "claims.models.Job.Stage",
        "Role": "claims.models.Attribution.Role",
        "ResolvedBy": "claims.models.Attribution.ResolvedBy",
        "LinkStatus": "claims.models.Attribution.Status",
        "Work": "claims.models.Statement.Work",
        "Priority": "claims.models.Statement.Priority",
        "Category": "claims.models.Statement.Category",
        "Verdict": "claims.models.Finding.VERDICTS",
        "Place": "claims.models.Finding.Place",
        "RoundOutcome": "claims.models.Round.Outcome",
        "AlarmCause": "claims.models.Alarm.Cause",
        "ContradictionKind": "claims.models.Contradiction.Kind",
        "OriginsVerdict": "claims.models.OriginJudgement.Verdict",
        "EvidenceKind": "claims.models.Evidence.Kind",
        "EvidenceStance": "claims.models.Evidence.Stance",
        "EvidenceNature": "claims.models.Evidence.Nature",
        "EvidenceState": "claims.models.Evidence.State",
        "RegroupingKind": "claims.models.Regrouping.Kind",
        "Letter": "claims.models.Grade.Letter",
    },
}

# ── Logs: one line per thing done, ids and counts, never article text ───────────────────────────
LOG_LEVEL = env.str("FACTLOG_LOG_LEVEL", "WARNING")
if LOG_LEVEL not in ("DEBUG", "INFO", "WARNING", "ERROR"):
    raise ImproperlyConfigured(
        f"FACTLOG_LOG_LEVEL is {LOG_LEVEL!r}; it may be DEBUG, INFO, WARNING or ERROR."
    )
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "stream": sys.stderr}
    },
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
}
