"""A text becomes an article, once, with the work that it owes."""

import hashlib
import logging
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from claims import jobs, record, standing
from claims.errors import InputRefused
from claims.extraction.language import recognise
from claims.ingest.fields import parse_address, parse_language
from claims.ingest.text import clean
from claims.models import Alarm, Article, ArticleVersion, Claim, Job, Outlet

logger = logging.getLogger(__name__)

TITLE_AT_MOST = 500
# How often two requests with one text can cross each other before something else is wrong.
TRIES = 4


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as it stands now. ``created`` where this text of it is new; then ``job`` is the
    work that it owes, otherwise the work still open on it, if any."""

    article: Article
    version: ArticleVersion
    job: Job | None
    created: bool


@dataclass(frozen=True, slots=True)
class _Given:
    text: str
    sha256: str
    outlet: Outlet | None
    url: str
    title: str
    published: date | None
    language: str
    added_by: User | None

    @property
    def identity(self) -> str:
        """The address, or else the outlet and the text."""
        if self.url:
            return _sha256(f"address {self.url}")
        return _sha256(f"text {self.outlet.pk if self.outlet else 0} {self.sha256}")


def store(
    *,
    text: str,
    outlet: Outlet | None,
    url: str = "",
    title: str = "",
    published: date | None = None,
    language: str = "",
    added_by: User | None = None,
) -> Stored:
    """Store an article with its text and the work it owes, in one transaction.

    An article already there (the same address, or the same outlet and text) is opened; a known
    address with a new text gets a new version. Raises TextRefused and InputRefused.
    """
    cleaned = clean(text)
    given = _Given(
        text=cleaned,
        sha256=_sha256(cleaned),
        outlet=outlet,
        url=parse_address(url),
        title=_title(title),
        published=published,
        language=parse_language(language) or recognise(cleaned),
        added_by=added_by,
    )
    for _try in range(TRIES):
        article = _already_there(given)
        if article is not None and (stored := _opened(article, given)) is not None:
            return stored
        try:
            with transaction.atomic():
                return _new_version(article or _new_article(given), given)
        except IntegrityError as error:
            crossed = error  # somebody stored it in the same moment: look again
    raise crossed


def _title(given: str) -> str:
    title = " ".join(given.split())
    if "\0" in title:
        raise InputRefused(_("The title holds NUL characters; write it anew."))
    return title[:TITLE_AT_MOST]


def _already_there(given: _Given) -> Article | None:
    if given.url and (known := Article.objects.filter(url=given.url).first()):
        return known
    same_text = ArticleVersion.objects.filter(
        text_sha256=given.sha256, article__outlet=given.outlet
    ).select_related("article")
    version = same_text.order_by("article_id").first()
    return version.article if version else None


def _opened(article: Article, given: _Given) -> Stored | None:
    version = article.versions.filter(text_sha256=given.sha256).first()
    if version is None:
        return None
    if given.url and not article.url:
        # Pasted without an address before: from now on the address names it too.
        Article.objects.filter(pk=article.pk, url="").update(url=given.url)
        article.refresh_from_db()
    return Stored(article, version, jobs.open_job(version), created=False)


def _new_article(given: _Given) -> Article:
    return Article.objects.create(
        outlet=given.outlet,
        url=given.url,
        title=given.title,
        language=given.language,
        published=given.published,
        identity=given.identity,
        added_by=given.added_by,
    )


def _new_version(article: Article, given: _Given) -> Stored:
    newest = article.versions.order_by("-number").values_list("number", flat=True).first()
    version = ArticleVersion.objects.create(
        article=article, number=(newest or 0) + 1, text=given.text, text_sha256=given.sha256
    )
    job = jobs.owe(version)
    _tell_record(version, given)
    logger.info("article %s: version %s stored, job %s", article.pk, version.number, job.pk)
    return Stored(article, version, job, created=True)


def _tell_record(version: ArticleVersion, given: _Given) -> None:
    """The version's entry, and an alarm for what people decided on words that are gone."""
    entry = record.Entry(
        action="article.stored",
        subject=("version", version.pk),
        after={"article": version.article_id, "number": version.number, "sha256": given.sha256},
        by=given.added_by,
    )
    record.write(entry, *_stale(version, given.added_by))


def _stale(version: ArticleVersion, by: User | None) -> list[record.Entry]:
    """Flags what was decided on each claim that is gone. What nobody has decided about counts as
    changed: somebody may be deciding at this moment."""
    gone = _no_longer_there(version)
    ids = {claim.statement_id for claim in gone}
    rows = standing.locked_standing(lambda: ids)
    open_ones = [row.pk for row in rows if not row.is_assessed]
    article = {"article": version.article_id}
    entries = standing.flag(open_ones, standing.Rests(Alarm.Cause.VERSION, article), by)
    for claim in gone:
        if claim.statement_id not in open_ones:
            rests = standing.Rests(Alarm.Cause.VERSION, {"claim": claim.pk, **article})
            entries += standing.flag([claim.statement_id], rests, by)
    return entries


def _no_longer_there(version: ArticleVersion) -> list[Claim]:
    """Claims of earlier versions whose words, with what stands around them, are not in this one.

    An anchor is never moved to words that look alike.
    """
    if version.number == 1:
        return []
    earlier = Claim.objects.current().filter(version__article=version.article_id)
    return [
        claim
        for claim in earlier.exclude(version=version).order_by("pk")
        if claim.before + claim.quote + claim.after not in version.text
    ]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
