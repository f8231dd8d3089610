"""manage.py reextract and sweep: work is owed, and sent."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.extraction import ENGINE
from claims.models import Job
from tests.factories import ArticleFactory, JobFactory, VersionFactory

pytestmark = pytest.mark.django_db


def reextract(*arguments: object) -> str:
    out = StringIO()
    call_command("reextract", *arguments, stdout=out)
    return out.getvalue()


def test_the_newest_versions_that_another_engine_read_are_owed() -> None:
    old = VersionFactory(engine="0.1")
    VersionFactory(engine=ENGINE)
    article = ArticleFactory()
    VersionFactory(article=article, engine="0.1")
    newest = VersionFactory(article=article, number=2, text="جديد.", engine="0.1")
    assert reextract("--all").startswith("2 articles")
    assert set(Job.objects.values_list("version", flat=True)) == {old.pk, newest.pk}


def test_a_named_article_is_owed_whatever_read_it() -> None:
    version = VersionFactory(engine=ENGINE)
    reextract(version.article_id)
    assert Job.objects.get().version == version


@pytest.mark.parametrize("arguments", [(), ("--all", 1), (4711,)])
def test_what_cannot_be_meant_is_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(CommandError):
        reextract(*arguments)


def test_a_sweep_by_hand_says_how_many_were_sent() -> None:
    JobFactory()
    Job.objects.update(queued_at="2026-01-01T00:00:00Z")
    out = StringIO()
    call_command("sweep", stdout=out)
    assert out.getvalue() == "1 jobs sent.\n"
