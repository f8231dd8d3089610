"""The demo goes in by the door that every article goes in by."""

import tomllib
from pathlib import Path

import pytest

import claims
from claims.ingest.articles import store
from claims.ingest.text import decode
from claims.models import Outlet
from claims.sources import starter

DEMO = Path(claims.__file__).with_name("demo")


@pytest.mark.django_db
def test_every_article_is_stored_under_its_outlet() -> None:
    starter.load(DEMO / "registry.toml")
    told = tomllib.loads((DEMO / "articles.toml").read_text(encoding="utf-8"))
    for article in told["article"]:
        stored = store(
            text=decode((DEMO / "articles" / article["file"]).read_bytes()),
            outlet=Outlet.objects.get(source__key=article["outlet"]),
            **{key: article[key] for key in ("url", "title", "published", "language")},
        )
        assert stored.created
        assert stored.article.language == article["language"]
