"""Plays claims/demo/desk.toml: what people did at the desk of the demo, through the services.

A scene stands or falls as a whole: where a claim that it names is not found, or a service refuses,
nothing of it is left, and a sentence says why.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from claims.errors import FactlogError
from claims.models import Article, Attribution, Claim, Evidence, Finding, Source, Statement
from claims.pipeline.archiving import keep_now
from claims.review import (
    comments,
    findings,
    grounds,
    grouping,
    lifecycle,
    people,
    queue,
    relations,
    reliability,
)
from claims.review.permissions import ADMINISTRATOR, may_administer
from claims.sources import decisions

PLAIN = "text/plain"
# In the words of the file, whoever administers the trial.
HOST = "@administrator"


def is_untouched() -> bool:
    """Whether nobody but administrators is here, and nobody has found anything yet."""
    others = User.objects.filter(is_superuser=False).exclude(groups__name=ADMINISTRATOR)
    return not others.exists() and not Finding.objects.exists()


def administrator() -> User | None:
    """Who adds the people of the demo."""
    active = User.objects.filter(is_active=True).order_by("pk")
    return next((person for person in active if may_administer(person)), None)


@transaction.atomic
def play(folder: Path, host: User) -> list[str]:
    """Everything that desk.toml tells, or nothing; gives a sentence for each scene left out."""
    told = tomllib.loads((folder / "desk.toml").read_text(encoding="utf-8"))
    articles = tomllib.loads((folder / "articles.toml").read_text(encoding="utf-8"))["article"]
    urls = {entry["file"]: entry["url"] for entry in articles}
    cast = {entry["username"]: _person(entry, host) for entry in told["person"]}
    left_out = []
    for scene in told["scene"]:
        try:
            with transaction.atomic():
                _play(scene, Stage(cast, _claims(scene, urls), host, urls))
        except (FactlogError, CommandError) as why:
            left_out.append(f"Left out of the demo's desk: {scene['name']}. {why}")
    return left_out


@dataclass(frozen=True, slots=True)
class Stage:
    """Who acts, on which claims (by the names that the scene gives them)."""

    cast: Mapping[str, User]
    claims: Mapping[str, Claim]
    host: User
    urls: Mapping[str, str]

    def statement(self, name: str) -> int:
        """The statement of a claim, wherever it has gone by now."""
        return self.claim(name).statement_id

    def claim(self, name: str) -> Claim:
        return Claim.objects.get(pk=self.claims[name].pk)

    def far_end(self, name: str) -> Attribution:
        """The last link of a claim's chain."""
        link = self.claims[name].links.order_by("position").last()
        if link is None:
            raise CommandError(f"Nobody was found who says “{self.claims[name].quote}”.")
        return link

    def origin(self, name: str) -> Source:
        return self.far_end(name).source.effective()

    def article(self, file: str) -> Article:
        return Article.objects.get(url=self.urls[file])


def _person(entry: Mapping[str, Any], host: User) -> User:
    """Somebody who can be seen at work, and never signs in."""
    person, _ = people.add(
        username=entry["username"],
        full_name=entry["name"],
        email="",
        roles=entry["roles"],
        by=host,
    )
    person.set_unusable_password()
    person.save(update_fields=["password"])
    return person


def _claims(scene: Mapping[str, Any], urls: Mapping[str, str]) -> dict[str, Claim]:
    """Raises CommandError for words that stand in no claim of their article."""
    found = {}
    for name, (file, words) in scene.get("claims", {}).items():
        of_article = Claim.objects.current().filter(version__article__url=urls[file])
        claim = of_article.filter(quote__contains=words).order_by("start").first()
        if claim is None:
            raise CommandError(f"No claim of {file} holds the words “{words}”.")
        found[name] = claim
    return found


def _play(scene: Mapping[str, Any], stage: Stage) -> None:
    for told in scene["act"]:
        act = {key: one for key, one in told.items() if key not in ("by", "do")}
        ACTS[told["do"]](stage, stage.cast[told["by"]], **act)


def _merge(stage: Stage, by: User, *, of: list[str], into: str, reason: str) -> None:
    for name in of:
        grouping.merge(
            statement_id=stage.statement(name),
            into_id=stage.statement(into),
            by=by,
            reason=reason,
        )


def _archive(stage: Stage, by: User, *, on: str) -> None:
    """A copy of each report of the statement that has none yet."""
    statement = stage.statement(on)
    claims = Claim.objects.current().filter(statement=statement).select_related("version__article")
    kept = set(
        Evidence.objects.filter(statement=statement, article__isnull=False).values_list(
            "article", flat=True
        )
    )
    versions = {claim.version.article_id: claim.version for claim in claims}
    for article, version in versions.items():
        if article not in kept:
            made = grounds.add(
                statement_id=statement,
                by=by,
                kind=Evidence.Kind.FILE,
                stance=Evidence.Stance.SUPPORTS,
                title=version.article.title,
                article=version.article,
            )
            keep_now(made, version.text.encode(), PLAIN)


def _evidence(stage: Stage, by: User, *, on: str, **given: Any) -> None:
    """A note, or with ``text`` or ``article`` a file that holds those words."""
    text = given.pop("text", "")
    if file := given.pop("copy_of", ""):
        text = stage.article(file).versions.latest("pk").text
    kind = Evidence.Kind.FILE if text else Evidence.Kind.NOTE
    made = grounds.add(statement_id=stage.statement(on), by=by, kind=kind, **given)
    keep_now(made, (text or made.note).encode(), PLAIN)


def _said_by(stage: Stage, by: User, *, on: str, key: str, reason: str) -> None:
    """Who stands at the far end of the chain, where the program did not find that out."""
    link, known = stage.far_end(on), _registered(key)
    source = link.source.effective()
    if source.pk == known.pk:
        return
    if source.state == Source.State.CONFIRMED or source.is_unnamed:
        decisions.link(attribution=link, source=known, by=by, reason=reason)
    else:
        decisions.merge(source=source, into=known, by=by, reason=reason)


def _apart(stage: Stage, by: User, *, on: str, between: list[str], reason: str) -> None:
    one, other = (stage.origin(name).pk for name in between)
    relations.judge_origins(
        statement_id=stage.statement(on),
        one_id=one,
        other_id=other,
        by=by,
        verdict=relations.Verdict.INDEPENDENT,
        reason=reason,
    )


def _contradict(stage: Stage, by: User, *, on: str, against: str, kind: str, note: str) -> None:
    relations.contradict(
        statement_id=stage.statement(on),
        other_id=stage.statement(against),
        by=by,
        kind=kind,
        note=note,
    )


def _find(stage: Stage, by: User, *, on: str, **given: Any) -> None:
    """A finding rests on all evidence that is archived of the statement."""
    group = Statement.objects.grouped([stage.statement(on)])[stage.statement(on)]
    rests = Evidence.objects.filter(statement__in=group, state=Evidence.State.ARCHIVED)
    findings.find(
        statement_id=stage.statement(on),
        by=by,
        evidence_ids=rests.values_list("pk", flat=True),
        **given,
    )


def _attempt(stage: Stage, by: User, *, on: str, days_ago: int, **given: Any) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    grounds.attempt(statement_id=stage.statement(on), by=by, looked_on=day, **given)


def _assign(stage: Stage, by: User, *, on: str, to: str, due_in_days: int, priority: str) -> None:
    queue.assign(
        statement_id=stage.statement(on),
        by=by,
        to=stage.cast[to],
        due=timezone.localdate() + timedelta(days=due_in_days),
        priority=Statement.Priority[priority.upper()],
    )


def _take(stage: Stage, by: User, *, on: str) -> None:
    queue.take(statement_id=stage.statement(on), by=by)


def _comment(stage: Stage, by: User, *, on: str, text: str) -> None:
    words = text.replace(HOST, f"@{stage.host.get_username()}")
    comments.comment(statement_id=stage.statement(on), by=by, text=words)


def _seen(stage: Stage, by: User, *, on: str, status: str, reason: str) -> None:
    link = stage.far_end(on)
    reliability.judge_link(link_id=link.pk, by=by, status=status, reason=reason)


def _publish(stage: Stage, by: User, *, on: str) -> None:
    lifecycle.publish(statement_id=stage.statement(on), by=by)


def _grade(stage: Stage, by: User, *, key: str, letter: str, basis: str) -> None:
    reliability.grade(source_id=_registered(key).pk, by=by, letter=letter, basis=basis)


def _registered(key: str) -> Source:
    source = Source.objects.filter(key=key).first()
    if source is None:
        raise CommandError(f"The registry has no source {key!r}.")
    return source.effective()


# What people of desk.toml can do.
ACTS: Mapping[str, Callable[..., None]] = {
    "merge": _merge,
    "archive": _archive,
    "evidence": _evidence,
    "said_by": _said_by,
    "apart": _apart,
    "contradict": _contradict,
    "find": _find,
    "attempt": _attempt,
    "assign": _assign,
    "take": _take,
    "comment": _comment,
    "seen": _seen,
    "publish": _publish,
    "grade": _grade,
}
