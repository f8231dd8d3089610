"""Work shown while it is done."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from rich.console import Console

from claims.management.commands import show_demo
from claims.models import Article, ArticleVersion, Claim, Job, Source, Statement

TEXT = "قالت وكالة سارين نقلًا عن مصدرين عسكريين إن [الجسر] أُغلق."
LONG_AGO = "2000-01-01T00:00:00+00:00"

pytestmark = pytest.mark.django_db


def article(title="إغلاق الجسر") -> ArticleVersion:
    made = Article.objects.create(title=title, language="ar", identity=title)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    return ArticleVersion.objects.create(article=made, text=TEXT, text_sha256=digest)


def source(name: str) -> Source:
    return Source.objects.create(kind="organisation", name=name, language="ar")


def claim(version: ArticleVersion, *chain: Source) -> Claim:
    start = TEXT.index("[الجسر]")
    quote = TEXT[start:-1]
    made = Claim.objects.create(
        version=version,
        statement=Statement.objects.create(),
        number=1,
        start=start,
        end=start + len(quote),
        quote=quote,
        quote_sha256=hashlib.sha256(quote.encode()).hexdigest(),
        before=TEXT[max(0, start - 32) : start],
        after=TEXT[start + len(quote) :],
        kind="indirect",
        modality="asserted",
    )
    for position, linked in enumerate(chain):
        role = "origin" if position == len(chain) - 1 else "relayer"
        made.links.create(position=position, role=role, resolved_by="named", source=linked)
    return made


def done(version: ArticleVersion) -> Job:
    return Job.objects.create(
        version=version, state="done", stage="finished", done=1, total=1, attempts=1
    )


def shown(capsys, since=LONG_AGO) -> str:
    call_command("show_demo", "--since", since)
    return capsys.readouterr().out.replace("\u2068", "").replace("\u2069", "")


def test_the_first_article_is_shown_with_its_claims_and_their_chains(capsys):
    version = article()
    claim(version, source("وكالة سارين"), source("مصدران عسكريان"))
    done(version)
    said = shown(capsys)
    assert "1 sentence, 1 claim" in said
    assert "[الجسر] أُغلق" in said
    assert "مصدران عسكريان via وكالة سارين" in said


def test_a_source_that_was_merged_is_shown_as_what_it_stands_for(capsys):
    version = article()
    old, new = source("وكالة صارين"), source("وكالة سارين")
    old.merged_into = new
    old.save()
    claim(version, old)
    done(version)
    assert "وكالة صارين" not in shown(capsys)


def test_work_that_failed_says_why_and_shows_no_table(capsys):
    Job.objects.create(version=article(), state="failed", error="The text ended in the middle.")
    said = shown(capsys)
    assert "failed: The text ended in the middle." in said
    assert "Said by" not in said


def test_nothing_is_shown_where_nothing_is_new(capsys):
    done(article())
    assert shown(capsys, since=datetime.now(UTC).isoformat()) == ""


def test_work_that_nobody_takes_up_is_told(monkeypatch):
    monkeypatch.setattr(show_demo, "PATIENCE", 0.05)
    monkeypatch.setattr(show_demo, "EVERY", 0.01)
    job = Job.objects.create(version=article())
    with pytest.raises(CommandError, match="is a worker up"):
        show_demo.watch([job.pk], Console(quiet=True))
